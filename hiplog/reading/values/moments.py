"""One cell that says when something began or ended: a time of day, with or without its date."""

import re

from hiplog.reading.values.dates import DAY_US, clock_time, looks_like_date, parse
from hiplog.reading.values.durations import is_blank

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


def seconds_between(begun: str, ended: str) -> float | None:
    """Return the seconds from one moment to another, perhaps over midnight; None where they cannot be told."""
    one, other = moment_of(begun), moment_of(ended)
    if one is None or other is None:
        return None
    (day, us, east), (last_day, last_us, last_east) = one, other
    took = last_us - us
    if east is not None and last_east is not None:
        took -= (last_east - east) * 60_000_000
    if day is not None and last_day is not None:
        took += (last_day - day) * DAY_US
    elif took < 0 and us - last_us > DAY_US // 2:  # over midnight
        took += DAY_US
    return took / 1e6


def held_between(begun: str, ended: str) -> str:
    """Return what a column of holds would say of a hold; words where it cannot be told."""
    if is_blank(begun) or is_blank(ended):
        return ""
    took = seconds_between(begun, ended)
    return f"{begun.strip()} to {ended.strip()}" if took is None else f"{took:g} s"
