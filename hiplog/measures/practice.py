"""How often one practised, beside how often one meant to."""

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import PLAN
from hiplog.interchange import Holds
from hiplog.measures.frames import table
from hiplog.measures.selection import chosen

_COLUMNS = {
    "day": "datetime64[us]",
    "done": "int64",
    "planned": "int64",
    "share": "float64",
    "score": "float64",
    "streak": "int64",
}
_KEPT = 0.5 ** (1 / 13)  # of the weight that a day had yesterday: it halves in 13 days


def practice(
    holds: Holds,
    *,
    exercise: str = "hip_balance",
    since: arguments.Moment | None = None,
    until: arguments.Moment | None = None,
    plan: int = PLAN,
    today: arguments.Moment | None = None,
) -> pd.DataFrame:
    """Count the sessions of each day, against a plan.

    A session counts when it has a hold on each side, or was ended by pain; interrupted holds alone make none. It
    counts for the day on which it began.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise to count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day.
    plan : int
        Sessions meant per day, 1 to 3.
    today : date, optional
        The last day to count; the day of the last hold unless given (or unless that is later), so that the same
        holds give the same answer on any day.

    Returns
    -------
    DataFrame
        One row per day from the first hold to today, days without a hold too. `day`; `done` and `planned`, in
        sessions; `share` of the plan that was done, 0 to 1; `score`, 0 to 1, which forgives: the mean of the
        shares up to this day, a share's weight halving in 13 days; `streak`, days in a row with a session up to
        this one. Today without a session as yet does not break a streak.

    Notes
    -----
    Over a long log the score is that of Loop Habit Tracker for a daily plan, s = s m + share (1 - m) with m =
    0.5^(1/13). That one begins at 0, so that who keeps the plan perfectly has 0.31 after a week; divided by the
    weights so far, as here, it begins at what was done.
    """
    held = chosen("practice", holds, exercise, since, until)
    plan, today = arguments.plan("practice", plan), arguments.today("practice", today)
    if held.empty:
        return table(_COLUMNS, [])
    last = held["day"].max() if today is None else max(held["day"].max(), today)
    day = pd.date_range(held["day"].min(), last, freq="D", unit="us")
    counted = counted_sessions(held, exercise=exercise).groupby("day")["counts"].sum()
    done = counted.reindex(day, fill_value=0).to_numpy("int64")
    share = np.minimum(1.0, done / plan)
    found = {"day": day, "done": done, "planned": plan, "share": share}
    return table(_COLUMNS, [pd.DataFrame(found | {"score": _score(share), "streak": _streak(done > 0)})])


def counted_sessions(holds: pd.DataFrame, *, exercise: str = "hip_balance") -> pd.DataFrame:
    """Say of each session whether it counts, and for which day.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise to count; holds of others make no session of it.

    Returns
    -------
    DataFrame
        One row per session that has a hold of the exercise: `session_id`; `day`, on which it began; `counts`, as
        `practice` has it.
    """
    held = chosen("counted_sessions", holds, exercise)
    marks = held.assign(
        left=held["side"] == "left",
        right=held["side"] == "right",
        in_pain=held["ended"] == "pain",
        unbroken=held["ended"] != "interrupted",
    )
    of = marks.groupby("session_id", sort=False)
    found = of[["left", "right", "in_pain", "unbroken"]].any()
    counts = found["in_pain"] | (found["left"] & found["right"] & found["unbroken"])
    return pd.DataFrame({"day": of["day"].min(), "counts": counts}).reset_index()


def _score(share: np.ndarray) -> np.ndarray:
    """Return the running weighted mean of each day's share, forgotten by half in 13 days."""
    total = weight = 0.0
    scores = []
    for value in share.tolist():
        total, weight = total * _KEPT + value, weight * _KEPT + 1
        scores.append(total / weight)
    return np.array(scores)


def _streak(kept: np.ndarray) -> np.ndarray:
    """Return for each day how many days in a row up to it were kept; the last may still be."""
    day = np.arange(1, len(kept) + 1)
    streak = day - np.maximum.accumulate(np.where(kept, 0, day))
    if len(kept) > 1 and not kept[-1]:
        streak[-1] = streak[-2]
    return streak
