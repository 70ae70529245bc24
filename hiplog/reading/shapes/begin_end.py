"""Holds from when they began and when they ended, where no column says how long they were."""

from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.shapes.block import Block
from hiplog.reading.tables.column import Column
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.moments import seconds_between

_NAME = "from begin to end (s)"


def add_holds_from_ends(block: Block) -> None:
    """Add columns of holds where there is none, but some that say when each ended, perhaps of each side."""
    if block.where("hold"):
        return
    bounds = {(m.kind, m.side): i for i, m in enumerate(block.meanings) if m.kind in ("begin", "end")}
    for (kind, side), end in bounds.items():
        begin = bounds.get(("begin", side), next(iter(block.where("time")), block.where("date")[0]))
        if kind == "end":
            pairs = zip(block.columns[begin], block.columns[end], strict=True)
            block.columns.append(Column.of([held_between(*pair) for pair in pairs]))
            block.names.append(f"{side} {_NAME}".strip())
            block.meanings.append(Meaning("hold", side, unit="s"))


def held_between(begun: str, ended: str) -> str:
    """Return what a column of holds would say of a hold; words where it cannot be told."""
    if is_blank(begun) or is_blank(ended):
        return ""
    took = seconds_between(begun, ended)
    return f"{begun.strip()} to {ended.strip()}" if took is None else f"{took:g} s"
