"""From a frame of holds to the arrays that a measure works on, and back to a frame with fixed columns."""

import warnings
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog.interchange import Holds
from hiplog.measures.censored import is_censored
from hiplog.schema import CHOICES, check_ids, conform

SIDES = CHOICES["side"]
SHORTEST_S = 3.0  # a shorter hold is a slip: one of 0.4 s among 28 made an even person "right 17 % shorter"
Z = 1.959963984540054  # standard errors to either side of a 95 % interval


class Observed(NamedTuple):
    """The holds of one exercise that a fit may use, sorted by time; one array each."""

    day: np.ndarray  # days since 1970
    side: np.ndarray  # 0 left, 1 right
    log_s: np.ndarray
    censored: np.ndarray
    reached: np.ndarray  # censored by the target, not by an interruption


def chosen(holds: Holds, exercise: str | None) -> pd.DataFrame:
    """Return the holds of one exercise, or of all for None, conformed and sorted, with their `day`."""
    held = _once(conform(holds))
    if exercise is not None:
        held = held[held["exercise"] == exercise]
    return held.iloc[_in_order(held)].assign(day=lambda frame: frame["started_at"].dt.normalize())


def _once(held: pd.DataFrame) -> pd.DataFrame:
    """Return each hold once, as all its rows know it, and tell where some stand more than once."""
    n = int(held["hold_id"].duplicated().sum())
    if not n:
        return held
    check_ids(held)
    warnings.warn(f"{n} of {len(held)} rows repeat a hold_id: each hold is counted once", stacklevel=4)
    return held.groupby("hold_id", sort=False, as_index=False).first()[list(held.columns)].astype(held.dtypes)


def _in_order(held: pd.DataFrame) -> np.ndarray:
    """Return the order by time; what a hold is breaks ties, so that the order of rows changes no digit."""
    when, hold_s = held["started_at"].to_numpy(), held["hold_s"].to_numpy()
    order = np.lexsort([hold_s, when])
    before, after = order[:-1], order[1:]
    if ((when[before] == when[after]) & (hold_s[before] == hold_s[after])).any():
        return np.lexsort([held["hold_id"], hold_s, when])  # comparing texts takes most of the time
    return order


def by_exercise(holds: Holds, exercise: str | None) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each exercise that has holds with these, as `chosen` returns them."""
    held = chosen(holds, exercise)
    for name in CHOICES["exercise"]:
        part = held[held["exercise"] == name]
        if len(part):
            yield name, part


def last_days(held: pd.DataFrame, days: int | None) -> pd.DataFrame:
    """Return the holds of the last `days` days up to the last hold, or all of them for None."""
    if days is None:
        return held
    return held[held["day"] > held["day"].max() - pd.Timedelta(days=days)]


def fitted(held: pd.DataFrame) -> pd.DataFrame:
    """Return the holds that a fit may use: no slips, and none of which the timer did not see all seconds."""
    return held[(held["hold_s"] >= SHORTEST_S) & held["claimed_s"].isna()]


def observed(held: pd.DataFrame) -> Observed:
    """Return the arrays of the holds that may be fitted."""
    held = fitted(held)
    censored = is_censored(held)
    return Observed(
        day=day_number(held["day"]),
        side=(held["side"] == "right").to_numpy().astype("int64"),
        log_s=np.log(held["hold_s"].to_numpy()),
        censored=censored,
        reached=censored & (held["ended"] != "interrupted").to_numpy(),
    )


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
