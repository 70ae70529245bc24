"""The holds that a fit may use, as arrays."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog.exercise import SIDES
from hiplog.measures.frames import day_number
from hiplog.measures.holds.censoring import censored, reached_target
from hiplog.measures.holds.order import often_enough, place
from hiplog.measures.holds.selection import is_fitted


class Observed(NamedTuple):
    """The holds of one exercise that a fit may use, sorted by time; one array each."""

    day: np.ndarray  # days since 1970
    side: np.ndarray  # 0 left, 1 right
    log_s: np.ndarray
    censored: np.ndarray
    reached: np.ndarray  # as long as its target
    place: np.ndarray  # -0.5 where the side was the session's first, 0.5 the second, 0 not known
    opens: np.ndarray  # the first hold of a session of both sides in a known order


def observed(held: pd.DataFrame) -> Observed:
    """Return the arrays of the holds that may be fitted."""
    used, where = is_fitted(held), place(held)
    opens = used & (where < 0)
    opens[opens] = ~held["session_id"][opens].duplicated().to_numpy()
    every = Observed(
        day=day_number(held["day"]),
        side=(held["side"] == "right").to_numpy().astype("int64"),
        log_s=np.log(held["least_s"].to_numpy()),
        censored=censored(held),
        reached=reached_target(held),
        place=where,
        opens=opens,
    )
    return every if used.all() else take(every, used)


def take(seen: Observed, which: np.ndarray) -> Observed:
    """Return some of the holds."""
    return Observed(*(values[which] for values in seen))


def within(day: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return, one window after the other, the rows with first <= day <= last, and the window of each.

    Parameters
    ----------
    day : array of int, shape (n,)
        Sorted.
    first, last : arrays of int, shape (windows,)
    """
    begin, end = _ends(day, first, last)
    size = end - begin
    skipped = np.repeat(np.cumsum(size) - size - begin, size)
    return np.arange(size.sum()) - skipped, np.repeat(np.arange(len(size)), size)


def count(seen: Observed, which: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Return how many of the holds that are marked lie in each window of days, shape (windows, sides)."""
    begin, end = _ends(seen.day, first, last)
    of_side = which[:, None] & (seen.side[:, None] == np.arange(len(SIDES)))
    up_to = np.concatenate([np.zeros((1, len(SIDES)), dtype="int64"), np.cumsum(of_side, axis=0)])
    return up_to[end] - up_to[begin]


def is_first_of_day(seen: Observed) -> np.ndarray:
    """Return which holds are their side's first of the day."""
    first = np.zeros(len(seen.day), dtype=bool)
    first[np.unique(len(SIDES) * seen.day + seen.side, return_index=True)[1]] = True
    return first


def is_order_known(seen: Observed, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Return in which windows of days both sides were first and were second often enough."""
    ended = ~seen.censored
    n_first, n_second = (count(seen, ended & which, first, last) for which in (seen.place < 0, seen.place > 0))
    return often_enough(n_first, n_second)


def _ends(day: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.searchsorted(day, first, "left"), np.searchsorted(day, last, "right")
