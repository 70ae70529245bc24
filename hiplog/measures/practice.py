"""How often one practised, beside how often one meant to."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary, first_of_day
from hiplog.measures.frames import table
from hiplog.measures.holds.selection import Chosen, chosen
from hiplog.schema import Diary

_COLUMNS = {
    "day": "datetime64[us]",
    "done": "int64",
    "ended_by_pain": "int64",
    "planned": "int64",
    "reason": "str",
    "share": "float64",
    "score": "float64",
    "streak": "int64",
}
_KEPT = 0.5 ** (1 / 13)  # of the weight that a day had yesterday: it halves in 13 days


def practice(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    plan: arguments.Plan | None = None,
    today: arguments.Moment | None = None,
    diary: Diary | None = None,
) -> pd.DataFrame:
    """Count the sessions of each day, against a plan.

    A session counts when it has a hold on each side, or was ended by pain; interrupted holds alone make none. It
    counts for the day on which it began. A day without a session of which a reason was said is a pause: none is
    meant on it, a streak neither grows nor breaks, and the score stands still.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise to count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    plan : int, optional
        Sessions meant per day, 1 to 3; unless given, the plan that the log has for each day, and one where none
        was set.
    today : date, optional
        The last day to count, where that is not after `until`; the last day of the log unless given (or unless
        that is later), so that the same log gives the same answer on any day.
    diary : Diary, optional
        Days and plans, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    DataFrame
        One row per day from the first hold to today, days without a hold too. `day`; `done` and, of these,
        `ended_by_pain`, in sessions; `planned`, the sessions meant, 0 in a pause; the `reason` of a pause, missing
        on days that are none; `share` of the plan that was done, 0 to 1, missing in a pause; `score`, 0 to 1,
        which forgives: the mean of the shares up to this day, a share's weight halving in 13 days; `streak`, days
        in a row with a session up to this one. Today without a session as yet does not break a streak.

    Notes
    -----
    Over a long log the score is that of Loop Habit Tracker for a daily plan, s = s m + share (1 - m) with m =
    0.5^(1/13). That one begins at 0, so that who keeps the plan perfectly has 0.31 after a week; divided by the
    weights so far, as here, it begins at what was done.
    """
    held = chosen("practice", holds, exercise, since, until)
    said = chosen_diary("practice", holds, diary, since, until)
    plan, last = arguments.plan("practice", plan, of_log=True), arguments.last_day("practice", today, until)
    if held.empty:
        return table(_COLUMNS, [])
    known = [held["day"].max(), said.days["day"].max(), last]
    day = pd.date_range(held["day"].min(), max(each for each in known if not pd.isna(each)), freq="D", unit="us")
    counted = counted_sessions(Chosen(held), exercise=exercise).groupby("day")[["counts", "in_pain"]].sum()
    done, in_pain = counted.reindex(day, fill_value=0).to_numpy("int64").T
    reason = first_of_day(said.days, "reason").reindex(day).where(done == 0).to_numpy()
    pause = ~pd.isna(reason)
    planned = np.where(pause, 0, said.plan_on(day) if plan is None else plan)
    share = np.where(pause, np.nan, np.minimum(1.0, done / np.maximum(planned, 1)))
    found = {"day": day, "done": done, "ended_by_pain": in_pain, "planned": planned, "reason": reason}
    found |= {"share": share, "score": _score(share), "streak": _streak(done > 0, pause)}
    return table(_COLUMNS, [pd.DataFrame(found)])


def counted_sessions(holds: pd.DataFrame, *, exercise: arguments.ExerciseName = "hip_balance") -> pd.DataFrame:
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
        `practice` has it; `in_pain`, whether pain ended a hold of it.
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
    columns = {"day": of["day"].min(), "counts": counts, "in_pain": found["in_pain"]}
    return pd.DataFrame(columns).reset_index()


def _score(share: np.ndarray) -> np.ndarray:
    """Return the running weighted mean of each day's share, forgotten by half in 13 days; a pause is no day."""
    total = weight = 0.0
    scores = []
    for value in share.tolist():
        if not np.isnan(value):
            total, weight = total * _KEPT + value, weight * _KEPT + 1
        scores.append(total / weight if weight else 0.0)
    return np.array(scores)


def _streak(kept: np.ndarray, pause: np.ndarray) -> np.ndarray:
    """Return for each day how many days in a row up to it were kept, pauses left out; the last may still be."""
    meant = kept[~pause]
    day = np.arange(1, len(meant) + 1)
    streak = day - np.maximum.accumulate(np.where(meant, 0, day))
    if len(meant) > 1 and not meant[-1] and not pause[-1]:
        streak[-1] = streak[-2]
    return np.concatenate([[0], streak])[np.cumsum(~pause)]


def that_are_over(days: pd.DataFrame, today: pd.Timestamp | None) -> pd.DataFrame:
    """Return rows of `practice` without that of today, where a session was meant and there is none yet."""
    last = days.iloc[-1]
    is_not_over = today == last["day"] and not last["done"] and last["planned"]
    return days.iloc[:-1] if len(days) > 1 and is_not_over else days
