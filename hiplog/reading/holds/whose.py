"""Whether a column of texts may say whose each hold is: by how its texts are spelled, and how they lie in time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from hiplog.reading.columns.headers import is_no_hold
from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, words

_SHOWN = 3  # texts of a question
_ENOUGH = 0.9  # of all holds, of which a column of people says whose they are
_ROWS_EACH = 4  # holds at least, on the average, of each text
_FEW_DAYS = 2  # of which each has some, for a person
_AT_ONCE = 0.05  # of the holds, that begin while another of the same side lasts
_OVERLAP = 0.3  # of somebody's holds in the days of the others, beyond which they did not come after each other
_DAYS_TO_TELL = 10
_SHARED = 0.1  # of all days, on which several were there
_BESIDE = 0.25  # of all days, on which several numbers or codes have whole sessions, for people
_THERE = 0.4  # of all days, on which each of them has one
_WHOLE = 0.8  # of the sessions, that are of all sides
_IN_TURN = 0.95  # of the days, on which one comes before another, as the first session of a day before the second
_COUNTED_UP = 0.9  # of the days, on which those that are there are the first ones, as `1` and `2` of three
_A_NAME = re.compile(r"[A-Z\u00c0-\u00de\u0400-\u042f][^\W\d_]+(?:[ '.-]+[^\W\d_]+){0,2}\.?")
_A_CODE = re.compile(r"[^\W\d_]{0,4}[-_ ]?\d{1,6}|[A-Z]{1,3}")
_A_WORD = re.compile(r"[^\W\d_]{2,20}")
_ORDER = {
    "beside": "each with whole sessions of its own on the same days",
    "at once": "two of which hold one side at once",
    "below": "one below the other, over the same days",
    "shared": "each with sessions of its own on the same days",
    "apart": "each with sessions of its own over the same weeks",
    "instead": "one in the place of the other",
    "after": "one after the other",
}


@dataclass(frozen=True)
class Question:
    """A column of which nobody knows whether it says whose the holds are.

    Attributes
    ----------
    header : str
    texts : list of str
        Who the people were.
    why : str
        What speaks for it.
    is_likely : bool
        Whether one person would hardly have such holds, so that they are not to be taken for one's.
    """

    header: str
    texts: list[str]
    why: str
    is_likely: bool

    def __str__(self) -> str:
        shown = ", ".join(map(repr, self.texts[:_SHOWN])) + " and so on" * (len(self.texts) > _SHOWN)
        return f"{self.header!r} is {shown}, {self.why}"


@dataclass(frozen=True)
class Texts:
    """A column as it lies beside the holds, in their order; blank where nothing stands.

    Attributes
    ----------
    header : str
    codes : ndarray of int
        For each hold, the number of its text; -1 where nothing stands.
    texts : list of str
    is_taken : bool
        Whether the reader took it for persons by its cells, though its header does not say so.
    """

    header: str
    codes: np.ndarray
    texts: list[str]
    is_taken: bool = False

    @property
    def are_headed_names(self) -> bool:
        """Whether its header is one of names, of whatever they are."""
        return bare(self.header) in words("name") | words("person")


def ask(held: Mapping[str, np.ndarray], column: Texts) -> tuple[bool, Question | None]:
    """Return whether a column tells people apart, and what is to be asked of it, if anything.

    Parameters
    ----------
    held : mapping
        Of each hold `started_at`, whether it is `timed`, its `side`, its `exercise` and `hold_s`.
    column : Texts
    """
    spelled, holds = _spelled(column.texts), pd.DataFrame({**held, "of": column.codes})
    order = _order(holds)
    if _kind(column) == "others" and spelled in ("codes", "numbers"):
        order = "beside" if order in _MANY and _beside(holds, column) else order if spelled == "codes" else ""
    if order == "unfit":
        return column.is_taken and (spelled in _NAMES or _share_a_moment(held, column)), None
    tells, likely, perhaps = (spelled in rule.get(order, ()) for rule in _RULES[_kind(column)])
    asked = not tells and (likely or perhaps)
    return tells, Question(column.header, column.texts, _ORDER[order], likely) if asked else None


def _kind(column: Texts) -> str:
    return "taken" if column.is_taken else "names" if column.are_headed_names else "others"


_MANY = ("at once", "below", "shared")
_NAMES = ("given names", "names")
_ANY = (*_NAMES, "codes", "numbers", "words", "phrases", "ordinary")
# By whether a column was taken for persons, is headed as one of names, or as anything else: with which spelling
# and order in time it tells people; likely does, so that it is asked before anything is read; or perhaps does.
_RULES: dict[str, tuple[dict[str, tuple[str, ...]], ...]] = {
    "taken": (
        {"at once": _ANY, "below": _ANY, "shared": _NAMES, "apart": _NAMES},
        {"shared": ("codes", "numbers", "words"), "instead": _NAMES},
        {"apart": ("codes", "numbers", "words"), "after": _NAMES},
    ),
    "names": (
        {},
        {"at once": _ANY, "below": _ANY, "shared": (*_NAMES, "codes", "numbers")},
        {
            "shared": ("words",),
            "apart": (*_NAMES, "codes", "numbers", "words"),
            "instead": ("given names",),
            "after": _NAMES,
        },
    ),
    "others": (
        {},
        {"at once": _ANY, "below": _NAMES, "beside": ("codes", "numbers")},
        {
            "below": ("codes", "words", "phrases"),
            "shared": (*_NAMES, "words"),
            "apart": ("given names",),
            "instead": ("given names",),
            "after": ("given names",),
        },
    ),
}


def _spelled(texts: list[str]) -> str:
    """Return what texts look like: given names, names, codes, numbers, ordinary words, other words, or phrases."""
    plain = [*map(str.strip, texts)]
    if all(map(given_name, plain)):
        return "given names"
    if all(text.isdigit() for text in plain):
        return "numbers"
    if sum(map(_is_ordinary, plain)) >= len(plain) / 2:
        return "ordinary"
    if all(_A_CODE.fullmatch(text) for text in plain):
        return "codes"
    if all(_A_NAME.fullmatch(text) or _A_CODE.fullmatch(text) for text in plain):
        return "names"
    return "words" if all(map(_A_WORD.fullmatch, plain)) else "phrases"


def given_name(text: str) -> str:
    """Return the given name with which a text begins; "" if with none."""
    first = bare(text).partition(" ")[0]
    return first if first in words("given names") else ""


def _is_ordinary(text: str) -> bool:
    """Return whether a text is of words that a log has anyway: of a day, a mood, a place, a thing, a side."""
    some = bare(text)
    return some in _ORDINARY or (bool(some) and all(word in _ORDINARY for word in some.split()))


_ORDINARY = {
    word
    for kind in (
        "ordinary",
        "left",
        "right",
        "both",
        "yes",
        "no",
        "not done",
        "no hold",
        "no pain",
        "session",
        "set",
    )
    for word in words(kind)
    if len(word) > 1
} | {*MONTHS, *WEEKDAYS}


def _order(holds: pd.DataFrame) -> str:
    """Return how the holds of the texts lie to each other in time, or that they cannot be several people's."""
    of_some = holds[holds["of"] >= 0]
    n = of_some["of"].nunique()
    if n < 2 or len(of_some) < _ENOUGH * len(holds) or len(of_some) < _ROWS_EACH * n:
        return "unfit"
    of_some = of_some.assign(day=of_some["started_at"].dt.normalize())
    each = of_some.groupby("of").agg(
        sides=("side", "nunique"),
        days=("day", "nunique"),
        first=("day", "min"),
        last=("day", "max"),
        n=("day", "size"),
    )
    if each["sides"].max() < of_some["side"].nunique():
        return "a side each"
    own = each[(each["sides"] == each["sides"].max()) & (each["days"] >= _FEW_DAYS)]
    if len(own) < 2 or own["n"].sum() < _ENOUGH * len(of_some):
        return "unfit"
    if _at_once(of_some):
        return "at once"
    if not _overlap(of_some, own):
        return "after"
    if (np.diff(of_some["of"].to_numpy()) != 0).sum() == n - 1:
        return "below"
    if _instead(of_some, own):
        return "instead"
    return "shared" if (of_some.groupby("day")["of"].nunique() > 1).mean() > _SHARED else "apart"


def _beside(holds: pd.DataFrame, column: Texts) -> bool:
    """Return whether several have whole sessions on the same days, and are no slots or sessions of a day."""
    if is_no_hold(column.header):
        return False
    of_some = holds[holds["of"] >= 0]
    of_some = of_some.assign(day=of_some["started_at"].dt.normalize())
    sides = of_some.groupby(["day", "of"])["side"].nunique().unstack(fill_value=0)
    there, whole = (sides > 0).to_numpy(), (sides == of_some["side"].nunique()).to_numpy()
    several = whole.sum(axis=1) > 1
    if whole.sum() < _WHOLE * there.sum() or several.mean() <= _BESIDE or np.median(there.mean(axis=0)) < _THERE:
        return False
    if of_some["timed"].all():
        first = of_some.groupby(["day", "of"])["started_at"].min().unstack()[sides.columns].to_numpy()
        return not _in_turn(first[several])
    rank = np.argsort(sorted(range(len(column.texts)), key=lambda at: _counted(column.texts[at])))
    there = there[:, np.argsort(rank[sides.columns])]
    return bool((there[:, :-1] >= there[:, 1:]).all(axis=1).mean() < _COUNTED_UP)


def _counted(text: str) -> tuple[int, str]:
    return (int(text) if text.isdecimal() else 0, text)


def _in_turn(first: np.ndarray) -> bool:
    """Return whether of two that have a start on one day it is nearly always the same that comes first."""
    same = both = 0
    for a, b in combinations(range(first.shape[1]), 2):
        before, after = (first[:, a] < first[:, b]).sum(), (first[:, a] > first[:, b]).sum()
        same, both = same + max(before, after), both + before + after
    return bool(same >= _IN_TURN * both)


def _at_once(holds: pd.DataFrame) -> bool:
    """Return whether often one begins while another holds the same side, and hardly while it does itself."""
    timed = holds[holds["timed"]].sort_values(["exercise", "side", "started_at"], kind="stable")
    ends = timed["started_at"] + pd.to_timedelta(timed["hold_s"] - 1, unit="s")
    next_one = timed.shift(-1)
    same = (next_one["side"] == timed["side"]) & (next_one["exercise"] == timed["exercise"])
    meets = same & (next_one["started_at"] < ends)
    others, own = (meets & (next_one["of"] != timed["of"])).sum(), (meets & (next_one["of"] == timed["of"])).sum()
    return bool(others > max(2, _AT_ONCE * len(timed)) and own <= others / 4)


def _overlap(holds: pd.DataFrame, own: pd.DataFrame) -> bool:
    """Return whether a good part of the holds of most lie between the first and the last day of another."""
    first, last = own["first"].to_numpy(), own["last"].to_numpy()
    shares = []
    for at, of in enumerate(own.index):
        days = holds.loc[holds["of"] == of, "day"].to_numpy()
        others = np.arange(len(own)) != at
        begun = (np.sort(first[others])[:, None] < days[None, :]).sum(axis=0)
        ended = (np.sort(last[others])[:, None] <= days[None, :]).sum(axis=0)
        shares.append((begun > ended).mean())
    return bool(np.median(shares) > _OVERLAP)


def _instead(holds: pd.DataFrame, own: pd.DataFrame) -> bool:
    """Return whether where one has more holds in a day the others have fewer, as one person's sessions have.

    How many several people have in a day is independent, or goes together: then the variance of all holds of a day
    is that of each added up, or more.
    """
    first, last = own["first"].sort_values().iloc[1], own["last"].sort_values().iloc[-2]
    days = pd.date_range(first, last)
    counts = holds.groupby(["day", "of"]).size().unstack(fill_value=0).reindex(days, fill_value=0)
    chance = 1 - 2 / np.sqrt(len(days))  # what is less, independent days have once in forty times
    return bool(len(days) >= _DAYS_TO_TELL and counts.sum(axis=1).var() < chance * counts.var().sum())


def _share_a_moment(held: Mapping[str, np.ndarray], column: Texts) -> bool:
    """Return whether two texts stand beside one moment and side."""
    rows = pd.DataFrame({"at": held["started_at"], "side": held["side"], "of": column.codes})
    return bool((rows[rows["of"] >= 0].groupby(["at", "side"])["of"].nunique() > 1).any())
