"""Which columns that name a side are holds: all for which nothing speaks that its header says of another thing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hiplog.reading.columns.candidates import Candidate
from hiplog.reading.columns.cells import seconds_in
from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.columns.questions import (
    WEEKDAYS_ABREAST,
    long_holds_asked,
    scores_asked,
    short_holds_asked,
    unknown_words_asked,
)
from hiplog.reading.languages.words import WEEKDAYS, bare, fold, split_words
from hiplog.reading.values.exercises import exercise_of_header, names_another
from hiplog.reading.values.sides import side_of
from hiplog.reading.values.units import is_no_time


@dataclass
class Sided:
    """The columns of sides of a table.

    Attributes
    ----------
    holds : list of Candidate
    others : dict of number to str
        Why the others are none.
    marks : list of Candidate
        Those in which a mark says that the side was done; how long, another column says.
    question : str
        What has to be asked first; nothing, mostly.
    """

    holds: list[Candidate]
    others: dict[int, str]
    marks: list[Candidate] = field(default_factory=list)
    question: str = ""


def sided_holds(columns: Sequence[Candidate], is_settled: Sequence[int]) -> Sided:
    """Return which of the columns that name a side are holds; of those in `is_settled` the caller said so."""
    found = Sided([c for c in columns if c.header.kind == "hold" and c.header.side], {})
    free = [c for c in found.holds if c.number not in is_settled]
    of_both = {c.header.side for c in found.holds} == {*SIDES}
    if all(c.are_marks for c in free) and (of_both or (len(free) == len(found.holds) == 1 and _asks(free[0]))):
        return Sided([], {}, marks=free)
    for why, columns_out in (
        ("its header has a unit that is no time", [c for c in free if is_no_time(c.name)]),
        ("its header names another exercise", [c for c in free if names_another(c.name)]),
        ("its cells are words", [c for c in free if c.unknown and c.inked and not c.seconds and not _timed(c)]),
    ):
        _leave_out(found, columns_out, why)
    _leave_out(found, _sums(found.holds, is_settled), "it is what the two sides give together")
    _leave_out_unknown(found, is_settled)
    weekdays = {WEEKDAYS[word] for c in found.holds for word in bare(c.name).split() if word in WEEKDAYS}
    if len(weekdays) > 1 and not is_settled:
        found.question = WEEKDAYS_ABREAST
    free = [c for c in found.holds if c.number not in is_settled]
    found.question = found.question or (scores_asked(free) if free else "")
    of_most = {side_of(c.name) for c in columns if "max" in bare(c.name)}
    least = [c for c in free if c.header.unit == "min" and c.header.side in of_most]  # and no minutes
    _leave_out(found, least, "it is the least, beside the most")
    for why, is_one in (
        ("its header names a plan, or the best of others", lambda c: c.says("of others")),
        ("its header names another place", lambda c: c.says("other place")),
        ("its header names a span of days", lambda c: _OF_DAYS.search(fold(c.name)) is not None),
    ):
        free = [c for c in found.holds if c.number not in is_settled]
        _leave_out(found, _beside_plain(free, found.holds, is_one), why)
    free = [c for c in found.holds if c.number not in is_settled]
    found.question = found.question or long_holds_asked(free) or short_holds_asked(free)
    return found


def _asks(column: Candidate) -> bool:
    """Return whether a header asks for a side, as `is_left`: what says no there is of the other one."""
    return "is" in bare(split_words(column.name)).split()


def _leave_out(sided: Sided, columns: Sequence[Candidate], why: str) -> None:
    sided.others |= {c.number: why for c in columns}
    sided.holds = [c for c in sided.holds if c.number not in sided.others]


def _timed(column: Candidate) -> bool:
    return any(seconds_in(cell) for cell in column.cells)


def _sums(holds: Sequence[Candidate], is_settled: Sequence[int]) -> list[Candidate]:
    """Return columns like `L+R` and `L-R` beside a column for each side of that exercise: its results."""
    here = {(exercise_of_header(c.name), c.header.side) for c in holds}
    both = [c for c in holds if "/" in c.header.side and c.number not in is_settled]
    return [c for c in both if here >= {(exercise_of_header(c.name), side) for side in SIDES}]


def _leave_out_unknown(sided: Sided, is_settled: Sequence[int]) -> None:
    """Leave out columns with a word nobody knows where others have none; ask where none is without."""
    unknown = [c for c in sided.holds if c.number not in is_settled and c.unknown]
    known = {c.header.side for c in sided.holds if c.number in is_settled or not c.unknown}
    if known:
        doubtful = [c for c in unknown if c.header.implied or c.header.side in known]
        _leave_out(sided, doubtful, f"{' '.join(doubtful[0].unknown)!r} is no word for a hold" if doubtful else "")
        return
    names: dict[str, set[str]] = {}
    for c in unknown:
        names.setdefault(c.header.side, set()).add(re.sub(r"\d+", "", bare(c.name)))
    doubtful = [c for c in unknown if c.header.implied or len(names[c.header.side]) > 1]
    if doubtful:
        sided.question = unknown_words_asked([*doubtful, *(c for c in unknown if c not in doubtful[:4])])


def _beside_plain(
    free: Sequence[Candidate], holds: Sequence[Candidate], is_one: Callable[[Candidate], bool]
) -> list[Candidate]:
    """Return the columns of a kind beside which another of their side is none: a mean or a knee beside a hold."""
    plain = {c.header.side for c in holds if not is_one(c)}
    return [c for c in free if is_one(c) and c.header.side in plain]


_OF_DAYS = re.compile(r"\b\d{1,3} ?-? ?(?:d|days?|tage?n?|jours?|dias?|weeks?|wk|wochen?|semaines?|semanas?)\b")
