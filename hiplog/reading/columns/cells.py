"""What the cells of a column have in common."""

from collections.abc import Callable, Sequence

from hiplog.reading.values.durations import Habits, Unreadable, read_holds

LOOKED_AT = 50  # rows whose cells may tell what a column is


def share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    """Return which part of some cells passes a test; none of no cells."""
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def seconds_in(cell: str, unit: str = "") -> list[float]:
    """Return the durations in a cell; none where it is not read as durations."""
    try:
        return [seconds for _, seconds in read_holds(cell, Habits(), unit)]
    except Unreadable:
        return []


def seconds_of(cells: Sequence[str]) -> list[float]:
    """Return the durations in some cells."""
    return [seconds for cell in cells for seconds in seconds_in(cell)]


def is_hold(cell: str) -> bool:
    """Return whether a cell is read as at least one duration."""
    return bool(seconds_in(cell))
