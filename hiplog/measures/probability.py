"""How likely one is to hold at least so many seconds."""

import warnings

import numpy as np
import pandas as pd
from scipy.stats import CensoredData, ecdf

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.censored import is_censored
from hiplog.measures.frames import SIDES, by_exercise, last_days, table

_COLUMNS = {
    "exercise": "str",
    "side": "str",
    "seconds": "float64",
    "probability": "float64",
    "low": "float64",
    "high": "float64",
}
_CONFIDENCE = 0.95


def hold_probability(holds: Holds, *, exercise: str | None = None, days: int | None = 28) -> pd.DataFrame:
    """Estimate the probability of holding at least t seconds, for each t that occurs (Kaplan and Meier).

    S(t) is the product over the times u < t at which holds ended of (1 - ended at u / held at least u). It is
    P(T >= t), not P(T > t): with the target at 120 s, the chance to reach it is the value at 120.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str, optional
        One exercise; every one that has holds, unless given.
    days : int, optional
        How many days up to the last with a hold count; None for all.

    Returns
    -------
    DataFrame
        `exercise`, `side`, `seconds`, `probability` and its 95 % interval `low` to `high`, from 0 to 1. The
        times of both sides stand in each side's rows; beyond the longest hold of a side nothing is known, and
        its probability is missing. Between the rows the curve is level up to the next time and falls after it.

    Notes
    -----
    Kaplan and Meier (1958), J. Am. Stat. Assoc. 53:457-481, by `scipy.stats.ecdf`, with its log-log ("exponential
    Greenwood") interval. That does not exist before the first hold has ended: there all n that were held so long
    went on, and the interval is Clopper and Pearson's for n of n, from 0.025^(1/n) to 1.
    """
    exercise = arguments.exercise("hold_probability", exercise, each=True)
    days = arguments.days("hold_probability", days, every=True)
    parts = []
    for name, held in by_exercise(holds, exercise):
        held = last_days(held, days)
        seconds = np.unique(held["hold_s"])
        for side in SIDES:
            of_side = held[held["side"] == side]
            if len(of_side):
                parts.append(_curve(of_side, seconds).assign(exercise=name, side=side))
    return table(_COLUMNS, parts)


def _curve(held: pd.DataFrame, seconds: np.ndarray) -> pd.DataFrame:
    """Return the probability to hold at least each of `seconds`, of one side."""
    sample = CensoredData.right_censored(held["hold_s"].to_numpy(), is_censored(held))
    survival = ecdf(sample).sf
    with warnings.catch_warnings():  # where it is undefined we do not ask it
        warnings.filterwarnings("ignore", message="The confidence interval is undefined")
        interval = survival.confidence_interval(_CONFIDENCE, method="log-log")
    before = np.nextafter(seconds, -np.inf)  # survival is P(T > t)
    probability = survival.evaluate(before)
    n = len(held) - np.searchsorted(np.sort(held["hold_s"]), seconds)  # held at least so long
    low = np.where(
        probability < 1, interval.low.evaluate(before), ((1 - _CONFIDENCE) / 2) ** (1 / np.maximum(n, 1))
    )
    high = np.where(probability < 1, interval.high.evaluate(before), 1.0)
    found = pd.DataFrame({"seconds": seconds, "probability": probability, "low": low, "high": high})
    found.loc[n == 0, ["probability", "low", "high"]] = np.nan
    return found
