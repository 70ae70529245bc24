"""Which columns that are headed as targets, or as the begin or end of a side's holds, are none, and why."""

from collections.abc import Sequence

from hiplog.reading.columns.candidates import Candidate
from hiplog.reading.values.moments import tells_seconds


def no_targets(columns: Sequence[Candidate], fixed: Sequence[int]) -> dict[int, str]:
    """Return why columns of targets, by their numbers, are none: times of day, or one more of a side."""
    why: dict[int, str] = {}
    taken: set[str] = set()
    for c in (c for c in columns if c.header.kind == "target" and c.number not in fixed):
        if c.are_times:
            why[c.number] = "its cells are times of day"
        elif c.header.side in taken:
            why[c.number] = "another column is the target"
        else:
            taken.add(c.header.side)
    return why


def no_bounds(columns: Sequence[Candidate]) -> dict[int, str]:
    """Return why columns of when a side's holds began or ended are none: both have to be there, to the second."""
    why: dict[int, str] = {}
    bounds = [c for c in columns if c.header.side and c.header.kind in ("begin", "end")]
    for c in bounds:
        of_side = [one for one in bounds if one.header.side == c.header.side]
        whole = sorted(one.header.kind for one in of_side) == ["begin", "end"]
        if not whole or not all(one.most(tells_seconds) for one in of_side):
            why[c.number] = "not both begin and end of that side are told to the second"
    return why
