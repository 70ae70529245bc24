"""From a frame of holds to the arrays that a measure works on, and back to a frame with fixed columns."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog.measures.censored import is_censored, stopped_at_target
from hiplog.measures.order import place
from hiplog.measures.selection import fitted

Z = 1.959963984540054  # standard errors to either side of a 95 % interval


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


def day_number(day: pd.Series | pd.DatetimeIndex) -> np.ndarray:
    """Return days since 1970 as whole numbers."""
    return day.to_numpy().astype("datetime64[D]").astype("int64")


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


def table(columns: dict[str, str], parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the parts under each other with these columns and dtypes, which no rows have too."""
    whole = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(columns))
    return whole[list(columns)].astype(columns)
