"""The holds that a fit may use, as arrays."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog.measures.frames import day_number
from hiplog.measures.holds.censoring import is_censored, stopped_at_target
from hiplog.measures.holds.order import place
from hiplog.measures.holds.selection import fitted


class Observed(NamedTuple):
    """The holds of one exercise that a fit may use, sorted by time; one array each."""

    day: np.ndarray  # days since 1970
    side: np.ndarray  # 0 left, 1 right
    log_s: np.ndarray
    censored: np.ndarray
    reached: np.ndarray  # censored by the target, not by an interruption
    place: np.ndarray  # -0.5 where the side was the session's first, 0.5 the second, 0 not known
    opens: np.ndarray  # the first hold of a session of both sides in a known order


def observed(held: pd.DataFrame) -> Observed:
    """Return the arrays of the holds that may be fitted."""
    held = fitted(held.assign(place=place(held)))
    where = held["place"].to_numpy()
    opens = (where < 0) & ~held["session_id"].where(where < 0).duplicated().to_numpy()
    return Observed(
        day=day_number(held["day"]),
        side=(held["side"] == "right").to_numpy().astype("int64"),
        log_s=np.log(held["least_s"].to_numpy()),
        censored=is_censored(held),
        reached=stopped_at_target(held),
        place=where,
        opens=opens,
    )


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
    begin, end = np.searchsorted(day, first, "left"), np.searchsorted(day, last, "right")
    size = end - begin
    skipped = np.repeat(np.cumsum(size) - size - begin, size)
    return np.arange(size.sum()) - skipped, np.repeat(np.arange(len(size)), size)
