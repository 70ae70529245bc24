"""Holds from when they began and when they ended, where no column says how long they were."""

from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.shapes.block import Block
from hiplog.reading.tables.column import Column
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.moments import seconds_between

_NAME = "from begin to end (s)"


def add_holds_from_ends(block: Block) -> None:
    """Add a column of holds where there is none, but one that says when each ended."""
    ends = block.where("end")
    if block.where("hold") or not ends:
        return
    begin = next(iter(block.where("time")), block.where("date")[0])
    begun, ended = block.columns[begin], block.columns[ends[0]]
    block.columns.append(Column.of([held_between(*pair) for pair in zip(begun, ended, strict=True)]))
    block.names.append(_NAME)
    block.meanings.append(Meaning("hold", unit="s"))


def held_between(begun: str, ended: str) -> str:
    """Return what a column of holds would say of a hold; words where it cannot be told."""
    if is_blank(begun) or is_blank(ended):
        return ""
    took = seconds_between(begun, ended)
    return f"{begun.strip()} to {ended.strip()}" if took is None else f"{took:g} s"
