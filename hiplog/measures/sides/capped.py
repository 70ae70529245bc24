"""What can still be said of two sides of which nearly every hold reaches its target."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.fits import by_day
from hiplog.measures.frames import day_number, table
from hiplog.measures.holds.censoring import aimed_at, stopped_at_target
from hiplog.measures.holds.selection import LATELY_DAYS, chosen, fitted, last_days

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
    held = chosen("held_of_target", holds, exercise)
    held = fitted(last_days(held, arguments.days("held_of_target", days)))
    held = held[held["ended"].ne("interrupted")]
    reached, is_right = stopped_at_target(held), (held["side"] == "right").to_numpy()
    target_s = aimed_at(held).dropna().unique()
    few = len(held) == 0 or min(is_right.sum(), (~is_right).sum()) < _LEAST_HOLDS
    if few or len(target_s) != 1 or reached.mean() <= _LEAST_SHARE or (~reached).sum() < _LEAST_SHORT:
        return table(_COLUMNS, [])
    of_target = np.where(reached, target_s, np.minimum(held["hold_s"], target_s))
    row = _means(of_target, is_right, day_number(held["day"])) | _longer(held.assign(hold_s=of_target))
    row |= {"day": held["day"].max(), "target_s": target_s[0], "n_reached": reached.sum()}
    return table(_COLUMNS, [pd.DataFrame([row | {"n_left": (~is_right).sum(), "n_right": is_right.sum()}])])


def _means(seconds: np.ndarray, is_right: np.ndarray, day: np.ndarray) -> dict[str, float]:
    left, right = seconds[~is_right].mean(), seconds[is_right].mean()
    influence = np.where(is_right, (seconds - right) / is_right.sum(), (left - seconds) / (~is_right).sum())
    _, number = np.unique(day, return_inverse=True)
    half = float(by_day.half_width(*by_day.standard_error(np.bincount(number, influence)[None]))[0])
    difference = right - left
    said = {"left_s": left, "right_s": right, "difference_s": difference}
    return said | {"low_s": difference - half, "high_s": difference + half}


def _longer(held: pd.DataFrame) -> dict[str, int]:
    """Return in how many sessions of both sides the longest hold of one was longer than that of the other."""
    both = held.groupby(["session_id", "side"])["hold_s"].max().unstack().dropna()
    ahead = np.sign(both["right"] - both["left"])
    return {"n_sessions": len(both), "n_left_longer": (ahead < 0).sum(), "n_right_longer": (ahead > 0).sum()}
