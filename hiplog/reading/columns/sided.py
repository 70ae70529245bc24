"""Which columns that name a side are holds: all for which nothing speaks that its header says of another thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hiplog.reading.columns.candidates import Candidate
from hiplog.reading.columns.evidence import NO_HOLDS, NO_HOLDS_BESIDE_OTHERS
from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.columns.questions import (
    WEEKDAYS_ABREAST,
    long_holds_asked,
    scores_asked,
    short_holds_asked,
    unknown_words_asked,
    which,
)
from hiplog.reading.languages.words import WEEKDAYS, bare, split_words
from hiplog.reading.values.exercises import exercise_of_header
from hiplog.reading.values.sides import side_of


@dataclass
class Sided:
    """The columns of sides of a table."""

    holds: list[Candidate]
    others: dict[int, str]  # why the others are none
    marks: list[Candidate] = field(default_factory=list)  # which say that the side was done, and not how long
    question: str = ""  # what has to be asked first; nothing, mostly


def sided_holds(columns: Sequence[Candidate], is_settled: Sequence[int]) -> Sided:
    """Return which of the columns that name a side are holds; of those in `is_settled` the caller said so."""
    sided = Sided([c for c in columns if c.header.kind == "hold" and c.header.side], {})
    free = _free(sided, is_settled)
    of_both = {c.header.side for c in sided.holds} == {*SIDES}
    if all(c.are_marks for c in free) and (of_both or (len(free) == len(sided.holds) == 1 and _asks(free[0]))):
        return Sided([], {}, marks=free)
    for why, speaks in NO_HOLDS.items():
        _leave_out(sided, [*filter(speaks, free)], why)
    _leave_out(sided, _sums(sided.holds, is_settled), "it is what the two sides give together")
    _leave_out_unknown(sided, is_settled)
    weekdays = {WEEKDAYS[word] for c in sided.holds for word in bare(c.name).split() if word in WEEKDAYS}
    if len(weekdays) > 1 and not is_settled:
        sided.question = WEEKDAYS_ABREAST
    free = _free(sided, is_settled)
    sided.question = sided.question or (scores_asked(free) if free else "")
    of_most = {side_of(c.name) for c in columns if "max" in bare(c.name)}
    least = [c for c in free if c.header.unit == "min" and c.header.side in of_most]  # and no minutes
    _leave_out(sided, least, "it is the least, beside the most")
    for why, speaks in NO_HOLDS_BESIDE_OTHERS.items():
        left = {c.header.side for c in sided.holds if not speaks(c)}
        _leave_out(sided, [c for c in _free(sided, is_settled) if speaks(c) and c.header.side in left], why)
    free = _free(sided, is_settled)
    sided.question = sided.question or long_holds_asked(free) or short_holds_asked(free)
    sided.question = sided.question or _balance_asked(columns, free)
    return sided


def _balance_asked(columns: Sequence[Candidate], free: Sequence[Candidate]) -> str:
    """Return the sentence that asks whether the balance of each side is the hold, not what is called else."""
    named = {side_of(c.name): c for c in columns if c.header.kind == "" and "balance" in bare(c.name).split()}
    others = {c.header.side: c for c in free if _without_side(c.name) and "balance" not in bare(c.name).split()}
    if named.keys() == {*SIDES} == others.keys() and all(c.seconds for c in named.values()):
        return which("left", named["left"].name, others["left"].name)
    return ""


def _free(sided: Sided, is_settled: Sequence[int]) -> list[Candidate]:
    return [c for c in sided.holds if c.number not in is_settled]


def _asks(column: Candidate) -> bool:
    """Return whether a header asks for a side, as `is_left`: what says no there is of the other one."""
    return "is" in bare(split_words(column.name)).split()


def _leave_out(sided: Sided, columns: Sequence[Candidate], why: str) -> None:
    sided.others |= {c.number: why for c in columns}
    sided.holds = [c for c in sided.holds if c.number not in sided.others]


def _sums(holds: Sequence[Candidate], is_settled: Sequence[int]) -> list[Candidate]:
    """Return columns like `L+R` and `L-R` beside a column for each side of that exercise: its results."""
    here = {(exercise_of_header(c.name), c.header.side) for c in holds}
    both = [c for c in holds if "/" in c.header.side and c.number not in is_settled]
    return [c for c in both if here >= {(exercise_of_header(c.name), side) for side in SIDES}]


def _without_side(name: str) -> str:
    """Return what stands in a header beside the side."""
    return " ".join(word for word in bare(name).split() if side_of(word) not in SIDES)


def _leave_out_unknown(sided: Sided, is_settled: Sequence[int]) -> None:
    """Leave out columns with a word nobody knows where others have none; ask where none is without."""
    unknown = [c for c in _free(sided, is_settled) if c.unknown]
    known = {c.header.side for c in sided.holds if c.number in is_settled or not c.unknown}
    if known:
        doubtful = [c for c in unknown if c.header.implied or c.header.side in known]
        named = {_without_side(c.name) for c in sided.holds if c not in unknown}
        # Where a letter of a side stands in it, as P, the other sides have that word too.
        if alike := [c for c in doubtful if c.header.side not in known and _without_side(c.name) in named - {""}]:
            sided.question = unknown_words_asked(alike)
            return
        _leave_out(sided, doubtful, f"{' '.join(doubtful[0].unknown)!r} is no word for a hold" if doubtful else "")
        return
    names: dict[str, set[str]] = {}
    for c in unknown:
        names.setdefault(c.header.side, set()).add(re.sub(r"\d+", "", bare(c.name)))
    doubtful = [c for c in unknown if c.header.implied or len(names[c.header.side]) > 1]
    if doubtful:
        sided.question = unknown_words_asked([*doubtful, *(c for c in unknown if c not in doubtful[:4])])
