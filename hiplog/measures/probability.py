"""How likely one is to hold at least so many seconds."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.fits import by_day
from hiplog.measures.frames import table
from hiplog.measures.holds.arrays import Arrays, arrays_of
from hiplog.measures.holds.observed import take
from hiplog.measures.holds.selection import LATELY_DAYS, by_exercise, chosen

_COLUMNS = {
    "exercise": "str",
    "side": "str",
    "seconds": "float64",
    "probability": "float64",
    "low_probability": "float64",
    "high_probability": "float64",
}
_CONFIDENCE = 0.95
_BLOCK = 256  # times at once


def hold_probability(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int | None = LATELY_DAYS,
) -> pd.DataFrame:
    """Estimate the probability of holding at least t seconds, for each t that occurs (Kaplan and Meier).

    S(t) is the product over the times u < t at which holds ended of (1 - ended at u / held at least u). It is
    P(T >= t), not P(T > t): with the target at 120 s, the chance to reach it is the value at 120.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out.
    exercise : str or None
        Which exercise; None for each one that has holds.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    days : int, optional
        How many days up to the last with a hold count, also among
        those that `since` and `until` choose; None for all of these.

    Returns
    -------
    DataFrame
        `exercise`, `side`, `seconds`, `probability` and its 95 % interval `low_probability` to
        `high_probability`, from 0 to 1; the interval is missing with fewer than 3 days. The times of both sides
        stand in each side's rows; beyond the longest hold of a side nothing is known, and its probability is
        missing. Between the rows the curve is level up to the next time and falls after it.

    Notes
    -----
    Kaplan and Meier (1958), J. Am. Stat. Assoc. 53:457-481. The interval is log-log, the terms of Greenwood's
    variance summed by day and made wider for runs of good and bad days (docs/measures.md); with a hold a day and
    none in runs it is the usual one, but for Student's t and n / (n - 1). It does not exist before the first hold
    has ended: there all n that were held so long went on, and it is Clopper and Pearson's for n of n, from
    0.025^(1/n) to 1. As the probability falls with t, neither end of the interval rises with it: where it would,
    it is that of the neighbour that says more.

    Examples
    --------
    >>> curves = hiplog.hold_probability(hiplog.example())
    >>> reached = curves[curves["seconds"] == 120]
    >>> reached[["side", "probability", "low_probability", "high_probability"]].round(2)
         side  probability  low_probability  high_probability
    33   left         0.16             0.02              0.41
    67  right         0.46             0.24              0.65
    """
    held = chosen("hold_probability", holds, exercise, since, until, each=True)
    days = arguments.days("hold_probability", days, every=True)
    parts = []
    for name, part in by_exercise(held):
        parts += [rows.assign(exercise=name) for rows in steps_of(arrays_of(part), days)]
    return table(_COLUMNS, parts)


def steps_of(held: Arrays, days: int | None = LATELY_DAYS) -> list[pd.DataFrame]:
    """Return the rows of `hold_probability` of holds of one exercise, those of each side by themselves."""
    seen = take(held, held.is_fitted & (days is None or held.day > held.day[-1] - days))
    seconds = np.unique(seen.hold_s)
    return [
        _curve(take(seen, seen.side == side), seconds).assign(side=SIDES[side]) for side in np.unique(seen.side)
    ]


def _curve(held: Arrays, seconds: np.ndarray) -> pd.DataFrame:
    """Return the probability to hold at least each of `seconds`, of one side."""
    hold_s, ended = held.hold_s, ~held.censored
    times, which = np.unique(hold_s, return_inverse=True)
    at_risk = len(hold_s) - np.searchsorted(np.sort(hold_s), times)
    gone = np.bincount(which, ended, len(times)) / at_risk
    survival = np.r_[1.0, np.cumprod(1 - gone)]  # P(T > t) after so many of the times
    before = np.searchsorted(times, seconds)  # the times under each of the seconds: P(T >= t)
    probability = survival[before]
    reach = _half_widths(which, ended, held.day, gone, at_risk)[before]
    n = len(hold_s) - np.searchsorted(np.sort(hold_s), seconds)
    low, high = _interval(probability, reach, n)
    rows = {"probability": probability, "low_probability": low, "high_probability": high}
    known = {name: np.where(n > 0, each, np.nan) for name, each in rows.items()}
    return pd.DataFrame({"seconds": seconds} | known)


def _half_widths(
    which: np.ndarray, ended: np.ndarray, day: np.ndarray, gone: np.ndarray, at_risk: np.ndarray
) -> np.ndarray:
    """Return the half-width of the 95 % interval of log S before each of the times and after the last.

    A hold adds to the error of log S, for each time up to its own, (1 if it ended there - the share of all that
    did) / (held so long and did not end there): the influences whose squares sum to Greenwood's formula.
    """
    number, day = np.unique(day, return_inverse=True)
    order = np.argsort(which, kind="stable")
    begin = np.searchsorted(which[order], np.arange(len(gone) + 1))
    held, sums = np.bincount(day, minlength=len(number)).astype("float64"), np.zeros(len(number))
    rows, reach = [sums.copy()], []
    for time, (first, last) in enumerate(pairwise(begin)):
        here = order[first:last]
        went, left = np.bincount(day[here], ended[here], len(number)), at_risk[time] * (1 - gone[time])
        sums += (went - gone[time] * held) / max(left, 1)
        held -= np.bincount(day[here], minlength=len(number))
        rows.append(sums.copy())
        if len(rows) == _BLOCK:
            reach.append(by_day.half_width(*by_day.standard_error(np.array(rows))))
            rows = []
    return np.concatenate(
        [*reach, by_day.half_width(*by_day.standard_error(np.array(rows).reshape(-1, len(number))))]
    )


def _interval(probability: np.ndarray, reach: np.ndarray, n: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the interval, symmetric in log(-log S); where all n went on, Clopper and Pearson's of n of n.

    S falls, so what it is at least later it is at least now, and what it is at most now at most later: where few
    days make an interval wide in the middle, its neighbours say more.
    """
    within = (probability > 0) & (probability < 1)
    log_s = np.log(np.where(within, probability, 0.5))
    wider = np.exp(reach / -log_s)
    all_of_n = ((1 - _CONFIDENCE) / 2) ** (1 / np.maximum(n, 1))
    low = np.select([within, probability == 1], [np.exp(log_s * wider), all_of_n], np.nan)
    high = np.select([within, probability == 1], [np.exp(log_s / wider), 1.0], np.nan)
    known = ~np.isnan(low)
    low[known], high[known] = np.maximum.accumulate(low[known][::-1])[::-1], np.minimum.accumulate(high[known])
    return low, high
