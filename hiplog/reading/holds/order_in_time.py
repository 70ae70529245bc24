"""How the holds of several texts of a column lie to each other in time: as those of several people, or of one."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

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
_SOON = 2  # hours
_A_WEEK = np.timedelta64(7, "D")
_TOGETHER = 0.2  # of the days of several, on which two begin so soon after each other
_ALONE = 0.1  # of all days, on which not all are there
_COUNTED_UP = 0.9  # of the days, on which those that are there are the first ones, as `1` and `2` of three


def order_of(holds: pd.DataFrame) -> str:
    """Return how the holds of the texts lie to each other in time, or that they cannot be several people's."""
    of_some = _of_texts(holds)
    n = of_some["of"].nunique()
    if n < 2 or len(of_some) < _ENOUGH * len(holds) or len(of_some) < _ROWS_EACH * n:
        return "unfit"
    each = of_some.groupby("of").agg(
        sides=("side", "nunique"),
        days=("day", "nunique"),
        first=("day", "min"),
        last=("day", "max"),
        n=("day", "size"),
    )
    if each["sides"].max() < of_some["side"].nunique():
        return "a side each"
    people = each[(each["sides"] == each["sides"].max()) & (each["days"] >= _FEW_DAYS)]
    if len(people) < 2 or people["n"].sum() < _ENOUGH * len(of_some):
        return "unfit"
    if _at_once(of_some):
        return "at once"
    if not _overlap(of_some, people):
        return "after"
    if (np.diff(of_some["of"].to_numpy()) != 0).sum() == n - 1:
        return "below"
    if _instead(of_some, people):
        return "instead"
    return "shared" if (of_some.groupby("day")["of"].nunique() > 1).mean() > _SHARED else "apart"


def _of_texts(holds: pd.DataFrame) -> pd.DataFrame:
    """Return the holds beside which a text stands, with their days."""
    of_some = holds[holds["of"] >= 0]
    return of_some.assign(day=of_some["started_at"].dt.normalize())


def have_whole_sessions(holds: pd.DataFrame, texts: Sequence[str]) -> bool:
    """Return whether several texts have whole sessions on the same days, and are no slots or sessions of a day."""
    of_some = _of_texts(holds)
    sides = of_some.groupby(["day", "of"])["side"].nunique().unstack(fill_value=0)
    there, whole = (sides > 0).to_numpy(), (sides == of_some["side"].nunique()).to_numpy()
    several = whole.sum(axis=1) > 1
    if whole.sum() < _WHOLE * there.sum() or several.mean() <= _BESIDE or np.median(there.mean(axis=0)) < _THERE:
        return False
    if of_some["timed"].all():
        first = of_some.groupby(["day", "of"])["started_at"].min().unstack()[sides.columns].to_numpy()
        return not _in_turn(first[several])
    rank = np.argsort(sorted(range(len(texts)), key=lambda at: _counted(texts[at])))
    there = there[:, np.argsort(rank[sides.columns])]
    return bool((there[:, :-1] >= there[:, 1:]).all(axis=1).mean() < _COUNTED_UP)


def begin_together(holds: pd.DataFrame) -> bool:
    """Return whether on days of several texts each has a session soon before or after another's, in any order."""
    of_some = _of_texts(holds)
    first = of_some.groupby(["day", "of"])["started_at"].min().unstack()
    first = first[first.notna().sum(axis=1) > 1].to_numpy()
    gaps = np.diff(np.sort(first, axis=1), axis=1) / np.timedelta64(1, "h")
    return len(gaps) > 0 and bool((gaps < _SOON).any(axis=1).mean() > _TOGETHER) and not _in_turn(first)


def come_apart(holds: pd.DataFrame) -> bool:
    """Return whether on a good part of the days a text is missing, as of one person's variants hardly is."""
    n_texts = _of_texts(holds).groupby("day")["of"].nunique()
    return bool((n_texts < n_texts.max()).mean() > _ALONE)


def are_weeks_apart(holds: pd.DataFrame) -> bool:
    """Return whether the days of the texts follow each other, a week or more between those of two."""
    days = _of_texts(holds).groupby("of")["day"].agg(["min", "max"]).sort_values("min")
    return bool((days["min"].iloc[1:].to_numpy() - days["max"].iloc[:-1].to_numpy() >= _A_WEEK).all())


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
    another = next_one["of"] != timed["of"]
    others, selves = (meets & another).sum(), (meets & ~another).sum()
    return bool(others > max(2, _AT_ONCE * len(timed)) and selves <= others / 4)


def _overlap(holds: pd.DataFrame, people: pd.DataFrame) -> bool:
    """Return whether a good part of the holds of most lie between the first and the last day of another."""
    first, last = people["first"].to_numpy(), people["last"].to_numpy()
    shares = []
    for at, of in enumerate(people.index):
        days = holds.loc[holds["of"] == of, "day"].to_numpy()
        others = np.arange(len(people)) != at
        begun = (np.sort(first[others])[:, None] < days[None, :]).sum(axis=0)
        ended = (np.sort(last[others])[:, None] <= days[None, :]).sum(axis=0)
        shares.append((begun > ended).mean())
    return bool(np.median(shares) > _OVERLAP)


def _instead(holds: pd.DataFrame, people: pd.DataFrame) -> bool:
    """Return whether where one has more holds in a day the others have fewer, as one person's sessions have.

    How many several people have in a day is independent, or goes together: then the variance of all holds of a day
    is that of each added up, or more.
    """
    first, last = people["first"].sort_values().iloc[1], people["last"].sort_values().iloc[-2]
    days = pd.date_range(first, last)
    counts = holds.groupby(["day", "of"]).size().unstack(fill_value=0).reindex(days, fill_value=0)
    chance = 1 - 2 / np.sqrt(len(days))  # what is less, independent days have once in forty times
    return bool(len(days) >= _DAYS_TO_TELL and counts.sum(axis=1).var() < chance * counts.var().sum())


def share_a_moment(holds: pd.DataFrame) -> bool:
    """Return whether two texts stand beside one moment and side."""
    return bool((_of_texts(holds).groupby(["started_at", "side"])["of"].nunique() > 1).any())
