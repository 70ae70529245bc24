"""What can still be said of two sides of which nearly every hold reaches its target."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.fits import by_day
from hiplog.measures.frames import days_at, table
from hiplog.measures.holds.arrays import Arrays, arrays_of, highest_of_sides
from hiplog.measures.holds.observed import take
from hiplog.measures.holds.selection import LATELY_DAYS, chosen

_COLUMNS = {
    "day": "datetime64[us]",
    "target_s": "float64",
    "left_s": "float64",
    "right_s": "float64",
    "difference_s": "float64",
    "low_s": "float64",
    "high_s": "float64",
    "n_left": "int64",
    "n_right": "int64",
    "n_reached": "int64",
    "n_sessions": "int64",
    "n_left_longer": "int64",
    "n_right_longer": "int64",
}
_LEAST_SHARE = 0.85  # of holds at their target, over which there mostly is no balance
_LEAST_HOLDS, _LEAST_SHORT = 8, 3  # of each side, and of both together that did not reach the target


def held_of_target(
    holds: Holds, *, exercise: arguments.ExerciseName = "hip_balance", days: int = LATELY_DAYS
) -> pd.DataFrame:
    """Compare the mean seconds of both sides out of their target, where nearly every hold reaches it.

    The mean of what was held is not what one could hold: a side that could go on for an hour has the target at
    most. So it says nothing of how much longer a side is, and is meant for where `balance` has no number.

    Parameters
    ----------
    holds, exercise
        As in `balance`. Slips, claimed and interrupted holds are left out.
    days : int
        How many days up to the last with a hold count.

    Returns
    -------
    DataFrame
        One row, or none: where no more than 85 % reach their target, targets differ, a side has fewer than 8
        holds, or fewer than 3 holds of both do not reach it. `day`, the last; `target_s`; the means `left_s` and
        `right_s`; `difference_s`, right less left, with its 95 % interval `low_s` to `high_s`; `n_left`, `n_right`
        and of both `n_reached`; `n_sessions`, those with both sides, in `n_left_longer` and `n_right_longer` of
        which that side was held longer, and as long in all others.

    Notes
    -----
    The variance is summed by day, Student's t (docs/measures.md).
    """
    held = arrays_of(chosen("held_of_target", holds, exercise))
    row = of_target(held, arguments.days("held_of_target", days))
    return table(_COLUMNS, [] if row is None else [pd.DataFrame([row])])


def of_target(held: Arrays, days: int = LATELY_DAYS) -> dict[str, Any] | None:
    """Return the row of `held_of_target` of holds of one exercise, or None."""
    lately = held.day > held.day.max(initial=0) - days
    seen = take(held, lately & held.is_fitted & ~held.interrupted)
    targets_s = np.unique(seen.aimed_s[~np.isnan(seen.aimed_s)])
    few = np.bincount(seen.side, minlength=len(SIDES)).min() < _LEAST_HOLDS
    if few or len(targets_s) != 1 or seen.censored.mean() <= _LEAST_SHARE or (~seen.censored).sum() < _LEAST_SHORT:
        return None
    seconds = np.where(seen.censored, targets_s, np.minimum(seen.hold_s, targets_s))
    left, right = seen.side == 0, seen.side == 1
    row = _means(seconds, right, seen.day) | _longer(seconds, seen)
    row |= {"day": days_at(held.day.max()), "target_s": targets_s[0], "n_reached": int(seen.censored.sum())}
    return row | {"n_left": int(left.sum()), "n_right": int(right.sum())}


def _means(seconds: np.ndarray, is_right: np.ndarray, day: np.ndarray) -> dict[str, float]:
    left, right = seconds[~is_right].mean(), seconds[is_right].mean()
    influence = np.where(is_right, (seconds - right) / is_right.sum(), (left - seconds) / (~is_right).sum())
    _, number = np.unique(day, return_inverse=True)
    half = float(by_day.half_width(*by_day.standard_error(np.bincount(number, influence)[None]))[0])
    difference = right - left
    said = {"left_s": left, "right_s": right, "difference_s": difference}
    return said | {"low_s": difference - half, "high_s": difference + half}


def _longer(seconds: np.ndarray, seen: Arrays) -> dict[str, int]:
    """Return in how many sessions of both sides the longest hold of one was longer than that of the other."""
    longest = highest_of_sides(seen, seconds)
    ahead = np.sign(longest[:, 1] - longest[:, 0])
    ahead = ahead[~np.isnan(ahead)]
    n_left, n_right = int((ahead < 0).sum()), int((ahead > 0).sum())
    return {"n_sessions": len(ahead), "n_left_longer": n_left, "n_right_longer": n_right}
