"""What a row of headers says, or two: each beside the others, below its heading, and all together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hiplog.reading.columns.headers import bound_of, is_no_hold, meaning
from hiplog.reading.columns.meaning import SIDES, Meaning
from hiplog.reading.columns.side_letters import spelled
from hiplog.reading.languages.words import bare

_RIGHT_BEFORE = re.compile(r"(?i)\bright (?=(?:before|after)\b)")  # is no side, unless others say `left before`
_LEFT_BEFORE = re.compile(r"(?i)\bleft (?:before|after)\b")


def meanings(headers: Sequence[str]) -> list[Meaning]:
    """Return what each header of a row says; letters for the sides, as g and d, count where both stand there."""
    if not any(map(_LEFT_BEFORE.search, headers)):
        headers = [_RIGHT_BEFORE.sub("", header) for header in headers]
    return _with_sides_of_pains([meaning(header) for header in spelled(headers)])


def _with_sides_of_pains(columns: list[Meaning]) -> list[Meaning]:
    """Return the meanings with the sides of `Left, Pain, Right, Pain`: those of the holds before them."""
    starts = [i for i, m in enumerate(columns) if m.kind == "hold" and m.side in SIDES]
    parts = [columns[a:b] for a, b in pairwise([*starts, len(columns)])]
    pains = [[m for m in part if m.kind == "pain"] for part in parts]
    if len({columns[i].side for i in starts}) < len(starts) or len(starts) < 2 or not pains[0]:
        return columns
    if any(part != pains[0] for part in pains) or any(m.side for m in pains[0]):
        return columns
    sided = [replace(m, side=part[0].side) if m.kind == "pain" else m for part in parts for m in part]
    return [*columns[: starts[0]], *sided]


def under(groups: Sequence[str], headers: Sequence[str]) -> list[Meaning]:
    """Return what each header says below a row of headings, each of which spans the blank cells after it."""
    children = meanings(headers)
    result, heading, groups = [], "", spelled(groups)
    same = [(child.kind, child.side, child.phase, bare(h)) for child, h in zip(children, headers, strict=True)]
    count = Counter(same)
    for i, child in enumerate(children):
        above = groups[i] if i < len(groups) else ""
        heading = above or heading
        result.append(_joined(meaning(heading), child, headers[i], above, repeated=count[same[i]] > 1))
    return result


def _joined(group: Meaning, child: Meaning, header: str, above: str, *, repeated: bool) -> Meaning:
    if not header.strip():
        return meaning(above)
    if child.implied or (not child.kind and child.phase):  # a side, or before and after, alone
        kind = group.kind if group.kind in ("pain", "hold", "note") else child.kind
        unit = child.unit or (group.unit if kind == "hold" else "")
        return replace(
            child, kind=kind, unit=unit, phase=child.phase or group.phase, implied=child.implied and not group.kind
        )
    if repeated and child.kind in ("date", "time", "end") and group.side in SIDES and (bound := bound_of(header)):
        return Meaning(bound, group.side)
    if (
        child.kind in ("hold", "pain", "note", "time", "set", "value", "target")
        and group.side
        and not child.side
        and (repeated or above)
    ):
        kind = "hold" if child.kind in ("time", "set", "value") else child.kind
        return replace(child, kind=kind, side=group.side, unit=child.unit or group.unit)
    if child.kind in ("", "set") and group.kind in ("hold", "pain") and not is_no_hold(header) and repeated:
        return replace(group, side=group.side or child.side)
    if child.kind == "hold" and group.kind == "hold":
        return replace(child, unit=child.unit or group.unit)
    return child


def completeness(columns: Sequence[Meaning]) -> int:
    """Return 2 where the columns make a log of holds, 1 where only the side is not there, else 0."""
    kinds = {m.kind for m in columns}
    holds = [m for m in columns if m.kind == "hold"]
    if "date" not in kinds and not (holds and "time" in kinds):  # of which the cells tell later
        return 0
    if any(m.side for m in holds):
        return 2
    if {*SIDES} & {m.side for m in columns if m.kind == "begin"} & {m.side for m in columns if m.kind == "end"}:
        return 2
    with_side = 2 if "side" in kinds else 1
    if holds or kinds & {"end", "ended", "time", "value"}:
        return with_side
    return 2 if {"set", "side"} <= kinds else 0
