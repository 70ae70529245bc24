"""How long each side is typically held, and how far single holds lie from that."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.fits import by_day
from hiplog.measures.fits.samples import LEAST_EVENTS, WIDEST, at_place, fit_samples, summed
from hiplog.measures.frames import days_at, table
from hiplog.measures.holds.arrays import Arrays, arrays_of
from hiplog.measures.holds.observed import Observed, observed, seen_up_to, take
from hiplog.measures.holds.order import often_enough
from hiplog.measures.holds.selection import LATELY_DAYS, by_exercise, chosen
from hiplog.normal import Z

_COLUMNS = {
    "exercise": "str",
    "side": "str",
    "day": "datetime64[us]",
    "median_s": "float64",
    "low_s": "float64",
    "high_s": "float64",
    "single_low_s": "float64",
    "single_high_s": "float64",
    "factor": "float64",
    "target_s": "float64",
    "seen_s": "float64",
    "n": "int64",
    "n_censored": "int64",
    "n_reached": "int64",
    "verdict": "str",
}
_LEAST_FOR_SINGLE = 10  # uncensored holds: of fewer, a standard deviation is hardly known
_NUMBERS = ["median_s", "low_s", "high_s", "single_low_s", "single_high_s", "factor"]


def typical_hold(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int | None = LATELY_DAYS,
) -> pd.DataFrame:
    """Estimate the typical (median) hold of each side over the last days, and how far single holds lie from it.

    The median m and the standard deviation s of log seconds come from a log-normal fit in which holds that reached
    their target are censored; they are those of `balance` over the same days.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out.
    exercise : str or None
        Which exercise; None for each one that has holds.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, as if the log had no others; a date alone is that
        whole day, and a `since` of "90 days" the last 90 up to today.
    days : int, optional
        How many days up to the last with a hold of the side count, also among
        those that `since` and `until` choose; None for all of these.

    Returns
    -------
    DataFrame
        One row per exercise and side with a hold. `day`, the last of them; `median_s` with its 95 % interval
        `low_s` to `high_s`; `single_low_s` to `single_high_s`, where 95 % of single holds lie, m exp(-1.96 s) to m
        exp(1.96 s), and `factor`, exp(1.96 sqrt(2) s): two single holds differ by more only once in twenty times;
        these three are missing with fewer than 10 uncensored holds;
        `target_s`, the last that was aimed at; `seen_s`, up to which seconds holds could be seen: the target, at
        which they stop, or what five of them lasted at least that went on beyond it, missing where five had no
        target; `n`, `n_censored`, and `n_reached`, those that reached their
        target; and the `verdict`:

        - `known`;
        - `above_target`: the median lies above `seen_s`, and only `low_s` was seen;
        - `reached`: fewer than 5 holds are uncensored, for most reached their target; the estimates are missing;
        - `not_enough`: fewer than 5 are uncensored, or on fewer than 3 days, or `high_s` would be over 4 times
          `low_s`; the estimates are missing.

    Notes
    -----
    The interval is summed by day (docs/measures.md). The factor is the repeatability coefficient of Bland and
    Altman (1999), Stat. Methods Med. Res. 8:135-160, on the log scale.

    Examples
    --------
    >>> hiplog.typical_hold(hiplog.example())[["side", "median_s", "low_s", "high_s", "verdict"]].round()
        side  median_s  low_s  high_s verdict
    0   left     104.0   98.0   110.0   known
    1  right     117.0  108.0   127.0   known
    """
    days = arguments.days("typical_hold", days, every=True)
    held = chosen("typical_hold", holds, exercise, since, until, each=True)
    rows = [
        {"exercise": name, **row} for name, part in by_exercise(held) for row in typical_of(arrays_of(part), days)
    ]
    return table(_COLUMNS, [pd.DataFrame(rows)] if rows else [])


def typical_of(held: Arrays, days: int | None = LATELY_DAYS) -> list[dict[str, Any]]:
    """Return the rows of `typical_hold` of holds of one exercise."""
    last = {side: held.day[held.side == side].max() for side in np.unique(held.side).tolist()}
    lately = [(held.side == side) & (days is None or held.day > day - days) for side, day in last.items()]
    fitted = [observed(take(held, which)) for which in lately]
    counts = [[_uncensored(seen, way) for seen in fitted] for way in (-1, 1)]
    equal = len(fitted) == len(SIDES) and bool(often_enough(*np.array(counts)))
    rows = []
    for (side, day), which, seen in zip(last.items(), lately, fitted, strict=True):
        aimed = held.aimed_s[which & ~np.isnan(held.aimed_s)]
        target_s = float(aimed[-1]) if len(aimed) else np.nan
        row = {"side": SIDES[side], "day": days_at(day), "target_s": target_s}
        rows.append(row | _of_side(seen, equal))
    return rows


def _uncensored(seen: Observed, way: int) -> int:
    """Return how many uncensored holds were first in their session (-1), or second (1)."""
    return int((~seen.censored & (np.sign(seen.place) == way)).sum())


def _of_side(seen: Observed, equal: bool) -> dict[str, Any]:
    """Return what is known of one side."""
    n, censored, reached = len(seen.day), int(seen.censored.sum()), int(seen.reached.sum())
    seen_s = seen_up_to(seen)
    numbers = dict.fromkeys(_NUMBERS, np.nan)
    if n - censored >= LEAST_EVENTS:
        numbers = _numbers(seen, seen.place * equal)
    verdict = "known"
    if np.isnan(numbers["median_s"]):
        verdict = "reached" if 2 * reached > n else "not_enough"
    elif numbers["median_s"] > seen_s:
        verdict = "above_target"
    return {**numbers, "seen_s": seen_s, "n": n, "n_censored": censored, "n_reached": reached, "verdict": verdict}


def _numbers(seen: Observed, place: np.ndarray) -> dict[str, float]:
    """Return the estimates from holds that can be fitted; missing where their days say too little."""
    window = np.zeros(len(seen.day), dtype="int64")
    fits = fit_samples(seen.log_s, seen.censored, window, at_place(place))
    sums = summed(fits.influence[:, 0], seen.day, window, int(np.ptp(seen.day)) + 1)
    error, freedom = by_day.standard_error(sums)
    middle, spread = fits.coef[0, 0], Z * fits.sigma[0]
    reach = by_day.half_width(error, freedom)[0]
    logs = np.array(
        [middle, middle - reach, middle + reach, middle - spread, middle + spread, np.sqrt(2) * spread]
    )
    logs[3:] = np.where((~seen.censored).sum() >= _LEAST_FOR_SINGLE, logs[3:], np.nan)
    is_known = 2 * reach < np.log(WIDEST)
    return dict(zip(_NUMBERS, np.exp(logs) if is_known else np.full(6, np.nan), strict=True))
