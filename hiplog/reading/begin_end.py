"""Holds from when they began and when they ended, where no column says how long they were."""

import re
from typing import TYPE_CHECKING

from hiplog.reading.column import Column
from hiplog.reading.date_cells import DAY_US, clock_time, looks_like_date, parse
from hiplog.reading.durations import is_blank
from hiplog.reading.meanings import Meaning

if TYPE_CHECKING:
    from hiplog.reading.blocks import Block

_TO_THE_SECOND = re.compile(r"\d[:.]\d\d[:.]\d\d")
_NAME = "from begin to end (s)"


def tells_seconds(cell: str) -> bool:
    """Return whether a cell is a time of day to the second; one to the minute gives no hold."""
    return _TO_THE_SECOND.search(cell) is not None and _moment(cell) is not None


def add_holds_from_ends(block: "Block") -> None:
    """Add a column of holds where there is none, but one that says when each ended."""
    ends = block.where("end")
    if block.where("hold") or not ends:
        return
    begin = next(iter(block.where("time")), block.where("date")[0])
    begun, ended = block.columns[begin], block.columns[ends[0]]
    block.columns.append(Column.of([_held(*pair) for pair in zip(begun, ended, strict=True)]))
    block.names.append(_NAME)
    block.meanings.append(Meaning("hold", unit="s"))


def _held(begun: str, ended: str) -> str:
    """Return what a column of holds would say of a hold; words where it cannot be told."""
    if is_blank(begun) or is_blank(ended):
        return ""
    one, other = _moment(begun), _moment(ended)
    if one is None or other is None:
        return f"{begun.strip()} to {ended.strip()}"
    (day, us, east), (last_day, last_us, last_east) = one, other
    took = last_us - us
    if east is not None and last_east is not None:
        took -= (last_east - east) * 60_000_000
    if day is not None and last_day is not None:
        took += (last_day - day) * DAY_US
    elif took < 0 and us - last_us > DAY_US // 2:  # over midnight
        took += DAY_US
    return f"{took / 1e6:g} s"


def _moment(cell: str) -> tuple[int | None, int, int | None] | None:
    """Return the day (None where the cell tells none, or either of two), the time and its offset."""
    if looks_like_date(cell):
        part = parse(cell)
        return None if part is None or part.us is None else (part.day, part.us, part.offset)
    clock = clock_time(re.sub(r"(?<=\d)\.(?=\d\d\b)", ":", cell))
    return None if clock is None else (None, *clock)
