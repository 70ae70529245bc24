"""Does one side hold longer than the other? The balance, and how sure it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.fits import gate
from hiplog.measures.fits.samples import LEAST_DAYS
from hiplog.measures.frames import days_at, part_of, table
from hiplog.measures.holds.arrays import Arrays, arrays_of
from hiplog.measures.holds.observed import observed
from hiplog.measures.holds.selection import LATELY_DAYS, by_exercise, chosen
from hiplog.measures.sides.asymmetry import percent
from hiplog.measures.sides.differences import Windows, differences, joined
from hiplog.measures.sides.given_up import while_both

_COLUMNS = {
    "exercise": "str",
    "day": "datetime64[us]",
    "balance_pct": "float64",
    "low_pct": "float64",
    "high_pct": "float64",
    "left_s": "float64",
    "right_s": "float64",
    "n_left": "int64",
    "n_right": "int64",
    "n_left_censored": "int64",
    "n_right_censored": "int64",
    "n_left_reached": "int64",
    "n_right_reached": "int64",
    "first_side": "str",
    "n_first": "int64",
    "n_ordered": "int64",
    "at_equal_order": "bool",
    "unseen_pct": "float64",
    "bound_pct": "float64",
    "verdict": "str",
}
_EVEN_PCT = 10.0  # a band commonly used for reference, not a medical limit
_LATE = 4  # days fitted at once


def balance(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int = LATELY_DAYS,
) -> pd.DataFrame:
    """Compare the right side's typical (median) hold with the left side's, over the last `days` up to each day.

    The medians come from log-normal fits in which holds that reached their target are censored; each side has a
    standard deviation of its own. With d = log(median right / median left), balance =
    sign(d) (1 - exp(-abs(d))) 100.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out.
    exercise : str or None
        Which exercise; None for each one that has holds.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    days : int
        The length of the window that ends on each day.

    Returns
    -------
    DataFrame
        One row per exercise and day with a hold. `balance_pct`, the percentage by which the shorter side falls
        short of the longer, + where right is longer, with its 95 % interval `low_pct` to `high_pct`; the
        medians `left_s` and `right_s` in seconds; `n_left`, `n_right`, of them `n_left_censored`,
        `n_right_censored`, and `n_left_reached`, `n_right_reached`, those that reached their target;
        `first_side`, the side that was held first more often, in `n_first` of the `n_ordered` sessions of both
        sides whose order is known; `at_equal_order`, whether the medians and their difference are those at equal
        order (where each side was first and second in 4 uncensored holds each; else they are as held);
        `unseen_pct`, the smallest difference whose interval would not have held zero here; and the `verdict`, one
        of:

        - `right_longer`, `left_longer`: said of 7 days with a hold or more, from 99 % on until it is under 80 %,
          so that who looks every day is seldom told of chance; `right_slightly_longer`, `left_slightly_longer`:
          the same, and the interval lies within 10 % to either side (commonly used for reference, not a medical
          limit). With `_less_clearly` after it, the 95 % interval of that day holds zero;
        - `about_even`: the interval lies there, and neither side is said to be longer;
        - `no_clear_difference`: neither is said, and the interval is wider than that;
        - `right_longer_at_least`, `left_longer_at_least`: that side has fewer than 5 uncensored holds, having
          reached its target in others, and is ahead by at least `bound_pct`, + where that is right; the
          estimates are missing;
        - `both_reached`: each side reached its target every time, 3 times at least;
        - `not_enough`: there are fewer than 5 uncensored holds on a side, or 3 days.

    Notes
    -----
    The percentage is that of Bishop et al. (2018), Strength Cond. J. 40(4):1-6, with the sign added. The variance
    of d is summed by day over both sides and all sessions; where holds are capped, its interval is longer to the
    side that they leave open (docs/measures.md).

    Examples
    --------
    >>> days = hiplog.balance(hiplog.example(), days=56)
    >>> days.set_index("day")[["balance_pct", "low_pct", "high_pct", "verdict"]].round(1).tail(2)
                balance_pct  low_pct  high_pct       verdict
    day
    2026-10-30         10.1      4.4      16.1  right_longer
    2026-10-31         10.2      4.7      15.9  right_longer
    """
    held = chosen("balance", holds, exercise, since, until, each=True)
    days = arguments.days("balance", days)
    parts = [_balances(arrays_of(part), days) | {"exercise": name} for name, part in by_exercise(held)]
    return table(_COLUMNS, [pd.DataFrame(part) for part in parts])


def curve_of(held: Arrays, days: int = LATELY_DAYS, every_days: int = 1) -> dict[str, np.ndarray]:
    """Return what a chart draws of `balance` of holds of one exercise, without verdicts, which want every day.

    Parameters
    ----------
    held : Arrays
    days : int
        As in `balance`.
    every_days : int
        Of so many days only the last one with a hold has a row; 7 are weeks from Monday.

    Returns
    -------
    dict of array
        `day`, `balance_pct`, `low_pct`, `high_pct` and `at_equal_order` of `balance`.
    """
    day = np.unique(held.day)
    day = day[np.append(np.diff(part_of(day, every_days)) > 0, True)]
    windows = differences(observed(held), day, days, with_z=False)
    return {"day": days_at(day), **_percents(windows), "at_equal_order": windows.at_equal_order}


def latest_balance(
    holds: Holds, *, exercise: arguments.ExerciseName | None = "hip_balance", days: int = LATELY_DAYS
) -> pd.DataFrame:
    """Return the last row of `balance` while both sides were held, or none.

    Where one was given up it is the row of that day. No more days are fitted than settle the verdict.

    Parameters
    ----------
    holds, exercise, days
        As in `balance`.
    """
    held = chosen("balance", holds, exercise, each=True)
    rows = [latest(while_both(arrays_of(part)), days) | {"exercise": name} for name, part in by_exercise(held)]
    return table(_COLUMNS, [pd.DataFrame(rows)] if rows else [])


def latest(held: Arrays, span: int = LATELY_DAYS) -> dict[str, Any]:
    """Return the last row of `balance` of holds of one exercise."""
    day, seen, parts = np.unique(held.day), observed(held), list[Windows]()

    def z_of(at: np.ndarray) -> np.ndarray:
        parts.insert(0, differences(seen, day[at], span))
        return _z_of_words(parts[0])

    gate.last_state(len(day), z_of, _LATE)  # for the windows of the days that settle it
    windows = joined(parts)
    return {name: values[-1] for name, values in _columns_of(day[-len(windows.z) :], windows).items()}


def _balances(held: Arrays, span: int) -> dict[str, np.ndarray]:
    """Return the columns of the balance of one exercise, a row per day with a hold."""
    day = np.unique(held.day)
    return _columns_of(day, differences(observed(held), day, span))


def _percents(windows: Windows) -> dict[str, np.ndarray]:
    """Return the differences of the medians in percent."""
    d, low, high = windows.d, windows.low, windows.high
    logs = {"balance": d, "low": low, "high": high, "unseen": (high - low) / 2, "bound": windows.bound}
    return {f"{name}_pct": percent(log) for name, log in logs.items()}


def _columns_of(day: np.ndarray, windows: Windows) -> dict[str, np.ndarray]:
    """Return the columns of some days, which are all up to the last, or enough of them to settle its verdict."""
    left, right = windows.n_opened.T
    rows = {"day": days_at(day), **_percents(windows), "at_equal_order": windows.at_equal_order}
    for side, word in enumerate(SIDES):
        rows[f"{word}_s"] = windows.median_s[:, side]
        for name, n in (("", windows.n), ("_censored", windows.n_censored), ("_reached", windows.n_reached)):
            rows[f"n_{word}{name}"] = n[:, side]
    first_side = np.where(right > left, "right", np.where(left > right, "left", None))
    rows |= {"first_side": first_side, "n_first": np.maximum(left, right), "n_ordered": left + right}
    return rows | {"verdict": _verdicts(windows, rows["low_pct"], rows["high_pct"])}


def _z_of_words(windows: Windows) -> np.ndarray:
    return np.where(windows.n_days >= LEAST_DAYS, windows.z, np.nan)


def _verdicts(windows: Windows, low_pct: np.ndarray, high_pct: np.ndarray) -> np.ndarray:
    """Return the verdict of each day."""
    state = gate.carried(_z_of_words(windows))[0]
    side = np.where(state > 0, "right", "left").astype(object)
    in_band = (low_pct >= -_EVEN_PCT) & (high_pct <= _EVEN_PCT)
    leader = np.where(windows.bound > 0, "right", "left").astype(object)
    less = np.where((windows.low <= 0) & (windows.high >= 0), gate.LESS_CLEARLY, "").astype(object)
    cases = [
        (windows.both, "both_reached"),
        (~np.isnan(windows.bound), leader + "_longer_at_least"),
        (np.isnan(windows.d), "not_enough"),
        ((state != 0) & in_band, side + "_slightly_longer" + less),
        (state != 0, side + "_longer" + less),
        (in_band, "about_even"),
    ]
    which, words = zip(*cases, strict=True)
    return np.select(which, words, "no_clear_difference")
