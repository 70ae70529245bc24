"""One cell that says when something began or ended: a time of day, with or without its date."""

import re

from hiplog.reading.values.dates import clock_time, looks_like_date, parse

_TO_THE_SECOND = re.compile(r"\d[:.]\d\d[:.]\d\d")


def tells_seconds(cell: str) -> bool:
    """Return whether a cell is a time of day to the second; one to the minute gives no hold."""
    return _TO_THE_SECOND.search(cell) is not None and moment_of(cell) is not None


def moment_of(cell: str) -> tuple[int | None, int, int | None] | None:
    """Return the day (None where the cell tells none, or either of two), the time and its offset."""
    if looks_like_date(cell):
        part = parse(cell)
        return None if part is None or part.us is None else (part.day, part.us, part.offset)
    clock = clock_time(re.sub(r"(?<=\d)\.(?=\d\d\b)", ":", cell))
    return None if clock is None else (None, *clock)
