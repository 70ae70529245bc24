"""Whether a column of texts may say whose each hold is: by how its texts are spelled, and how they lie in time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from hiplog.reading.columns.headers import is_no_hold
from hiplog.reading.holds.order_in_time import (
    are_weeks_apart,
    begin_together,
    come_apart,
    have_whole_sessions,
    order_of,
    share_a_moment,
)
from hiplog.reading.holds.spelling import spelling_of
from hiplog.reading.languages.words import bare, words

_SHOWN = 3  # texts of a question
_ORDER = {
    "beside": "each with whole sessions of its own on the same days",
    "together": "each with whole sessions of its own on the same days, soon after each other",
    "at once": "two of which hold one side at once",
    "below": "one below the other, over the same days",
    "shared": "each with sessions of its own on the same days",
    "apart": "each with sessions of its own over the same weeks",
    "instead": "one in the place of the other",
    "after": "one after the other",
    "later": "one a week or more after the other",
}


@dataclass(frozen=True)
class Question:
    """A column, or titles, of which nobody knows whether they say whose the holds are."""

    header: str  # "" of titles
    texts: list[str]  # who the people were
    why: str  # what speaks for it
    is_likely: bool  # whether one person would hardly have such holds, so that they are not to be taken for one's
    within: str = ""  # whose holds these are by another column, which this one parts
    others: tuple["Question", ...] = ()  # what is asked of it within those of others
    is_merged: bool = False  # blank below each of them

    def __str__(self) -> str:
        shown = ", ".join(map(repr, self.texts[:_SHOWN])) + " and so on" * (len(self.texts) > _SHOWN)
        names = ", ".join(repr(each.within) for each in self.each)
        of = f" beside {names}" if self.within else ""
        return f"{self.header!r}{of} is {shown}, {self.why}" if self.header else f"titles are {shown}, {self.why}"

    @property
    def each(self) -> tuple["Question", ...]:
        """What is asked within each one's holds."""
        return (replace(self, others=()), *self.others)

    @property
    def to_do(self) -> str:
        """What is to be done if it says whose they are."""
        if self.is_merged:
            return "fill each row of that column, and head it 'person'"
        if self.within:
            return "write both together in one column 'person'"
        return "head that column 'person'" if self.header else "write 'Patient:' before each title"

    @property
    def expected(self) -> str:
        """What is expected if it does, and if not."""
        if self.is_merged:
            return "each row filled, and 'person' as that header, if they are, and 'nothing' if not"
        if self.within:
            return "both together in one column 'person' if they are, and 'nothing' as that header if not"
        if not self.header:
            return "'Patient:' before each title if they are, and 'Part 1' and so on if not"
        return "'person' as that header if they are, and 'nothing' if not"


@dataclass(frozen=True)
class Texts:
    """A column as it lies beside the holds, in their order; blank where nothing stands."""

    header: str  # "" of the titles above the holds
    codes: np.ndarray  # for each hold, the number of its text; -1 where nothing stands
    texts: list[str]
    is_taken: bool = False  # the reader took it for persons by its cells, though its header does not say so

    @property
    def are_headed_names(self) -> bool:
        """Whether its header is one of names, of whatever they are."""
        return bare(self.header) in words("name", "person")

    @property
    def is_one_a_person(self) -> bool:
        """Whether its header is surely one of what each person has but one of: a family name, a day of birth."""
        return bare(self.header) in words("given name", "family name", "born") - words("name")

    @property
    def is_of_sites(self) -> bool:
        """Whether its header is one of places or groups, in each of which somebody may have one number."""
        return bare(self.header) in words("site")


def ask(held: Mapping[str, np.ndarray], column: Texts, kind: str = "") -> tuple[bool, Question | None]:
    """Return whether a column tells people apart, and what is to be asked of it, if anything.

    `held` has of each hold `started_at`, whether it is `timed`, its `side`, its `exercise` and `hold_s`; `kind` is
    one of `_RULES`, and unless given as the column is taken and headed.
    """
    kind, spelled = kind or _kind(column), spelling_of(column.texts)
    holds = pd.DataFrame({**held, "of": column.codes})
    order = _order(holds, column, kind, spelled)
    if order == "unfit":
        return column.is_taken and (spelled in _NAMES or share_a_moment(holds)), None
    tells, likely, perhaps = (spelled in rule.get(order, ()) for rule in _RULES[kind])
    asked = not tells and (likely or perhaps)
    return tells, Question(column.header, column.texts, _ORDER[order], likely) if asked else None


def _order(holds: pd.DataFrame, column: Texts, kind: str, spelled: str) -> str:
    """Return how the holds of a column's texts lie in time, by `order_of`, and how their sessions do."""
    order, coded = order_of(holds), spelled in _CODED
    if spelled in _SESSIONS_OF.get(kind, ()) and (order == "shared" or (coded and order in _MANY)):
        may_be = spelled == "given names" or not is_no_hold(column.header)
        if may_be and have_whole_sessions(holds, column.texts):
            return "together" if not coded and begin_together(holds) and come_apart(holds) else "beside"
    if kind == "sites" and order == "after" and are_weeks_apart(holds):
        return "later"
    return "" if kind in ("others", "within") and spelled == "numbers" else order


def _kind(column: Texts) -> str:
    if not column.header:
        return "titles"
    return "taken" if column.is_taken else "names" if column.are_headed_names else "others"


_MANY = ("at once", "below", "shared")
_NAMES = ("given names", "names")
_ANY = (*_NAMES, "codes", "numbers", "words", "phrases", "ordinary")
_CODED = ("codes", "numbers")
_SESSIONS_OF: dict[str, tuple[str, ...]] = {  # of which kinds and spellings it is looked at how their sessions lie
    "taken": ("phrases",),
    "names": _ANY[:-1],
    "others": _ANY[:-1],
    "within": (*_CODED, "phrases"),
}
# By whether a column was taken for persons, is headed as one of names, or as anything else, or they are titles,
# or lie within what another column says is of one person, below a header of sites or any: with which spelling and
# order in time they tell people; likely do, so that it is asked before anything is read; or perhaps do.
_RULES: dict[str, tuple[dict[str, tuple[str, ...]], ...]] = {
    "taken": (
        {"at once": _ANY, "below": _ANY, "shared": _NAMES, "apart": _NAMES},
        {"shared": (*_CODED, "words"), "together": ("phrases",), "instead": _NAMES},
        {"beside": ("phrases",), "apart": (*_CODED, "words"), "after": _NAMES},
    ),
    "names": (
        {},
        {"at once": _ANY, "below": _ANY, "together": _ANY, "beside": (*_NAMES, *_CODED),
         "shared": (*_NAMES, *_CODED)},
        {"beside": ("words", "phrases"), "shared": ("words",), "apart": (*_NAMES, *_CODED, "words"),
         "instead": ("given names",), "after": _NAMES},
    ),
    "others": (
        {},
        {"at once": _ANY, "below": _NAMES, "together": _ANY, "beside": _CODED},
        {"beside": _ANY, "below": ("codes", "words", "phrases"), "shared": (*_NAMES, "words"),
         **dict.fromkeys(("apart", "instead", "after"), ("given names",))},
    ),
    "titles": (
        {},
        {"at once": _ANY, **dict.fromkeys(("below", "shared", "apart"), (*_NAMES, *_CODED, "words"))},
        {"below": ("phrases",), "shared": ("phrases",), "instead": _NAMES, "after": (*_NAMES, *_CODED)},
    ),
    "sites": ({}, dict.fromkeys(("at once", "below", "shared", "apart"), _ANY), {"later": _ANY}),
    "within": (
        {},
        {"at once": _ANY, "together": ("phrases",), "beside": _CODED, "shared": (*_NAMES, "words")},
        {"beside": ("phrases",), "apart": _NAMES},
    ),
}  # fmt: skip
