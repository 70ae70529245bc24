"""Holds of which the day or the seconds were perhaps mistyped: far from all others."""

import pandas as pd

YEARS = pd.Timedelta(days=730)
_TIMES = 7.0  # a digit too many makes ten times a hold; no growth or luck makes so much of it in one day
_LEAST = 8  # holds of a side, from which on one of them is told to be unlike the others


def is_years_before(held: pd.DataFrame, last: pd.Timestamp) -> pd.Series:
    """Return which holds are of a single day that lies years before all others up to `last`."""
    days = held.loc[held["day"] <= last, "day"].drop_duplicates().iloc[:2]
    is_lone = len(days) > 1 and days.iloc[1] - days.iloc[0] > YEARS
    return held["day"].eq(days.iloc[0]) if is_lone else pd.Series(False, held.index)


def far_longer(held: pd.DataFrame) -> pd.DataFrame:
    """Return the holds that lasted many `times` their side's median one, and longer than any target of theirs."""
    by_side = held.groupby("side")["hold_s"]
    times = held["hold_s"] / by_side.transform("median")
    is_far = times.ge(_TIMES) & by_side.transform("size").ge(_LEAST) & ~held["hold_s"].le(held["target_s"])
    return held.assign(times=times)[is_far]
