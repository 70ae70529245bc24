"""What speaks for and against taking a column for something, as data: the one place to look, and to weigh.

A role is what one column of a table may be taken for. No column has a role because it is the first, or the only
one that is left: its header or its cells have to say so. `choice.py` gives the roles to columns so that most
speaks for the table as a whole, and asks where a second column is nearly as good.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from hiplog.reading.columns.candidates import Candidate
from hiplog.reading.columns.cells import is_duration
from hiplog.reading.columns.headers import is_no_hold, kinds_of
from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.languages.words import has_digit
from hiplog.reading.values.dates import clock_time, looks_like_serial
from hiplog.reading.values.exercises import names_another
from hiplog.reading.values.moments import tells_seconds
from hiplog.reading.values.sides import side_of
from hiplog.reading.values.units import is_no_time

NEAR = 2  # of two columns with less between their weights, none is taken without asking
_COME_AGAIN = 0.75  # so many different texts of all at the most, where they do
_ZERO = re.compile(r"\s*0+(?:[.,:]0+)*\s*")


@dataclass(frozen=True)
class Evidence:
    """One thing that speaks for a column (a weight over 0), or against it."""

    why: str
    weight: int
    speaks: Callable[[Candidate], bool]


@dataclass(frozen=True)
class Role:
    """What a column may be taken for."""

    among: tuple[str, ...]  # what the header of such a column may say
    needed: int  # the least weight that makes a column it
    worth: int  # what a table gains by having such a column at all
    evidence: tuple[Evidence, ...]


def weigh(role: str, column: Candidate) -> int:
    """Return how much speaks for a column in a role."""
    return sum(one.weight for one in ROLES[role].evidence if one.speaks(column))


def reasons(role: str, column: Candidate) -> tuple[list[str], list[str]]:
    """Return what speaks for a column in a role, and what against it, the weightiest first."""
    heard = sorted((one for one in ROLES[role].evidence if one.speaks(column)), key=lambda one: -abs(one.weight))
    return [one.why for one in heard if one.weight > 0], [one.why for one in heard if one.weight < 0]


def _are_labels(column: Candidate) -> bool:
    """Return whether a few texts come again, among which both sides stand alone, as an interval timer's phases."""
    alone = {side_of(text) for text in column.different if not unknown_words(text)}
    come_again = len(column.different) <= _COME_AGAIN * len(column.inked)
    of_pain = any("pain" in kinds_of(text) for text in column.different)  # they name what stands beside them
    return {*SIDES} <= alone and come_again and not (of_pain or column.are_only_sides)


def _is_no_time_of_day(cell: str) -> bool:
    return has_digit(cell) and clock_time(cell) is None


# What speaks against taking a column of a side for holds: for itself, and only where another of its side is left.
NO_HOLDS: dict[str, Callable[[Candidate], bool]] = {
    "its header has a unit that is no time": lambda c: is_no_time(c.name),
    "its header names another exercise": lambda c: names_another(c.name),
    "its cells are words": lambda c: bool(c.unknown) and c.are_words,
}
NO_HOLDS_BESIDE_OTHERS: dict[str, Callable[[Candidate], bool]] = {
    "its header names a plan, or the best of others": lambda c: c.says("of others"),
    "its header names another place": lambda c: c.says("other place"),
    "its header names a span of days": lambda c: c.is_of_days,
}

_OTHER_MOMENT = Evidence("its header tells of another moment", -4, lambda c: c.says("other moment"))
_SENT = Evidence("its header tells when something was sent or saved", -2, lambda c: c.says("sent"))
_BEGUN = Evidence("its header tells of a begin", 1, lambda c: c.says("begin"))
_CONSTANT = Evidence("all rows say the same", -1, lambda c: c.is_constant)
_ENDED = Evidence("its header tells of an end", -2, lambda c: c.says("end"))

ROLES = {
    "date": Role(("date", "time", "end", ""), needed=2, worth=5, evidence=(
        Evidence("its header says so", 2, lambda c: c.header.kind == "date"),
        Evidence("its cells are dates", 4, lambda c: c.are_dates),
        Evidence("its header names the exercise, or the session", 3,
                 lambda c: c.says("exercise") or c.says("session")),
        Evidence("its cells are days of a year that they do not tell", 2, lambda c: c.are_yearless),
        Evidence("its cells are numbers of days", 2,
                 lambda c: c.header.kind == "date" and c.most(looks_like_serial)),
        Evidence("its cells are times of day", -6, lambda c: c.most(clock_time) and not c.are_dates),
        Evidence("its cells are no days", -5, lambda c: c.are_no_days),
        _OTHER_MOMENT, _SENT, _BEGUN, _ENDED, _CONSTANT,
    )),
    "time": Role(("time", "date"), needed=2, worth=0, evidence=(
        Evidence("its header says so", 2, lambda c: c.header.kind == "time"),
        Evidence("its cells are times of day", 3, lambda c: c.most(clock_time)),
        Evidence("its cells are dates", -6, lambda c: c.are_dates),
        Evidence("its cells are no times of day", -4, lambda c: c.most(_is_no_time_of_day)),
        Evidence("the dates beside it tell the time", -1, lambda c: c.dates_timed),
        _OTHER_MOMENT, _SENT, _BEGUN, _ENDED,
    )),
    "end": Role(("end", "ended"), needed=4, worth=4, evidence=(
        Evidence("its cells are times to the second", 4, lambda c: c.most(tells_seconds)),
        Evidence("its header says so", 1, lambda c: c.header.kind == "end"),
        _OTHER_MOMENT,
    )),
    "hold": Role(("hold", "value", "time", "set"), needed=2, worth=5, evidence=(
        Evidence("its header says so", 2, lambda c: c.header.kind == "hold"),
        Evidence("its header names a hold", 3, lambda c: c.says("held")),
        Evidence("its header has a unit of time", 1, lambda c: c.header.unit != ""),
        Evidence("a unit of time stands beside it", 2, lambda c: c.have_unit),
        Evidence("its cells are written as durations", 2, lambda c: c.share(is_duration) > 0.8),
        Evidence("its cells have colons", 1, lambda c: c.most(lambda cell: ":" in cell)),
        Evidence("its numbers are as long as holds", 2, lambda c: c.like_holds),
        Evidence("its header names a longer whole", -6, lambda c: c.says("whole")),
        Evidence("its header names a plan, or the best of others", -6, lambda c: c.says("of others")),
        Evidence("its cells are times of day", -6, lambda c: c.header.kind == "time" and c.are_times
                 and not c.dates_timed),
        Evidence("its header is not known", -2, lambda c: c.header.kind == "value" and bool(c.unknown)),
        Evidence("the dates beside it tell the time", 2, lambda c: c.header.kind == "time" and c.dates_timed),
        Evidence("its cells count up by one", -6, lambda c: not c.headed and c.count_up),
        Evidence("nothing stands in it", -6, lambda c: bool(c.cells) and not c.inked),
        Evidence("most of its cells are 0", -4, lambda c: c.most(_ZERO.fullmatch)),
        Evidence("its durations are longer than holds", -4, lambda c: c.are_long),
        Evidence("it is the time from begin to end", 6, lambda c: c.are_spans),
        Evidence("it is longer than from begin to end", -6, lambda c: c.outlast_spans
                 and not (c.says("held") and c.header.unit)),
        Evidence("it grows within one start time", -9, lambda c: c.is_trace),
    )),
    "side": Role(("side", ""), needed=2, worth=2, evidence=(
        Evidence("its header says so", 2, lambda c: c.header.kind == "side"),
        Evidence("its cells name a side", 1, lambda c: c.are_sides and c.header.kind == "side"),
        Evidence("its cells say nothing but a side", 3, lambda c: c.are_only_sides),
        Evidence("both sides are among its labels", 3, _are_labels),
        _CONSTANT,
        Evidence("its header has words that say more", -2, lambda c: bool(c.unknown) and c.header.kind == "side"),
        Evidence("its header is not known", -1, lambda c: bool(c.unknown) and not c.header.kind),
    )),
    "exercise": Role(("exercise", "", "session", "note"), needed=1, worth=0, evidence=(
        Evidence("its header says so", 3, lambda c: c.header.kind == "exercise"),
        Evidence("its cells name an exercise of ours", 4, lambda c: c.named > 0),
        Evidence("most of its cells name an exercise of ours", 1, lambda c: c.named > 0.5),
        Evidence("its cells name none of ours", -2, lambda c: c.named == 0),
        Evidence("its cells name other movements", 4, lambda c: not c.header.kind and c.named_another),
        Evidence("it is a note that hardly names one", -4, lambda c: c.header.kind == "note" and c.named <= 0.5),
    )),
    "person": Role(("person", ""), needed=3, worth=0, evidence=(
        Evidence("its header says so", 9, lambda c: c.header.kind == "person"),
        Evidence("its header is one of names", 1, lambda c: c.may_name_people),
        Evidence("its cells are names that come again", 2, lambda c: c.are_names and c.repeat),
        Evidence("its cells are names of which several share a day and a side", 3,
                 lambda c: c.are_names and c.share_days),
        Evidence("its cells name exercises", -6, lambda c: c.named > 0 or c.named_another),
        Evidence("its header tells of another thing", -3, lambda c: not c.header.kind and is_no_hold(c.name)
                 and not c.may_name_people),
    )),
    "pain": Role(("pain",), needed=0, worth=0, evidence=(
        Evidence("its header says so", 2, lambda c: c.header.kind == "pain"),
        Evidence("its cells are numbers", 2, lambda c: c.most(has_digit)),
        Evidence("its header says whether before or after", 2, lambda c: c.header.phase != ""),
        Evidence("its header names another place", -2, lambda c: c.says("other place")),
        Evidence("its header has words that say more", -2, lambda c: bool(c.unknown)),
        _OTHER_MOMENT,
    )),
}  # fmt: skip
