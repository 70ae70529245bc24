"""What one cell of a column may be, before it is known what the column is."""

import re
from collections.abc import Callable, Sequence

from hiplog.reading.languages.words import bare, fold, words
from hiplog.reading.values.dates import clock_time
from hiplog.reading.values.durations import holds_in
from hiplog.reading.values.habits import ALONE, Habits

MOST_SCORE = 10  # whole numbers up to it may be scores as well as seconds
LOOKED_AT = 50  # rows whose cells may tell what a column is
_CLOCK = re.compile(
    r"(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d\.[0-5]\d)|\d{1,2}(?::\d\d){1,2} ?[ap]\.?m\.?"
)


def seconds_in(cell: str, unit: str = "", usual: Habits = ALONE) -> list[float]:
    """Return the durations in a cell; none where it is not read as durations."""
    return [seconds for _, seconds in holds_in(cell, usual, unit)]


def share(cells: Sequence[str], test: Callable[[str], object]) -> float:
    """Return which part of some cells passes a test; none of no cells."""
    return sum(map(bool, map(test, cells))) / len(cells) if cells else 0.0


def is_of_units(name: str) -> bool:
    """Return whether a header heads a column of units."""
    return bare(name) in words("unit")


def is_time(cell: str) -> bool:
    """Return whether a cell is a time of day by its spelling, as `07:10` and `7:10 pm`, but not `1:35`."""
    return _CLOCK.fullmatch(fold(cell)) is not None and clock_time(cell) is not None


def is_duration(cell: str) -> bool:
    """Return whether a cell is a duration by its own spelling, as `1:35` or `95 s`."""
    return re.search(r"[:a-z'\"]", fold(cell)) is not None and not is_time(cell) and bool(seconds_in(cell))


def number_in(cell: str) -> float | None:
    """Return the number that a cell is, and nothing else."""
    return float(cell.strip()) if re.fullmatch(r"\s*\d{1,9}(?:\.\d+)?\s*", cell) else None
