"""Which holds say only "at least this long"."""

import numpy as np
import pandas as pd

from hiplog.heaps import TOLERANCE_S
from hiplog.interchange import Holds
from hiplog.schema import conform


def is_censored(holds: Holds) -> np.ndarray:
    """Return which holds say only "at least this long".

    `ended` decides where it is given: `target` and `interrupted` are censored, `let_go` and `pain` are not. Where
    it is missing, a hold is censored if it is as long as its target, but not if it went on for more than 2 s after
    it, as who is not stopped by a target does; with no target either, it is not. (A cap is never invented: 120 s
    assumed for a log without one turned a true balance of 19 % into 49 %. Where holds stop at the same seconds,
    measures and charts find that as their target; here only what is given counts.)

    Parameters
    ----------
    holds : DataFrame, Arrow table, Log or Reading
        Holds; see `hiplog.schema`.

    Returns
    -------
    array of bool, shape (holds,)

    Raises
    ------
    LogError
        Where a column or a value breaks a rule.

    Examples
    --------
    >>> holds = hiplog.example()
    >>> holds.loc[hiplog.is_censored(holds), "ended"].value_counts()
    ended
    target         86
    interrupted    19
    Name: count, dtype: int64
    """
    return censored(conform(holds))


def censored(holds: pd.DataFrame) -> np.ndarray:
    """Return which holds of a conformed frame say only "at least this long"; see `is_censored`."""
    beyond = holds["hold_s"] - holds["target_s"]
    reached = (beyond >= 0) & (beyond <= TOLERANCE_S) & holds["ended"].isna()
    return (reached | holds["ended"].isin(["target", "interrupted"])).to_numpy(dtype=bool)


def stopped_at_target(holds: pd.DataFrame) -> np.ndarray:
    """Return which holds are censored by their target, not by an interruption."""
    return censored(holds) & holds["ended"].ne("interrupted").to_numpy(dtype=bool)


def reached_target(holds: pd.DataFrame) -> np.ndarray:
    """Return which holds were as long as their target, also those that went on and ended of themselves."""
    as_long = (holds["hold_s"] >= holds["target_s"]) & holds["ended"].ne("interrupted")
    return (as_long | holds["ended"].eq("target")).to_numpy(dtype=bool)


def aimed_at(holds: pd.DataFrame) -> pd.Series:
    """Return the target of each hold in seconds, missing where none is known."""
    return holds["target_s"].fillna(holds["hold_s"].where(holds["ended"] == "target"))
