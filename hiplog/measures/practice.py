"""How often one practised, beside how often one meant to."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary, first_of_day
from hiplog.measures.frames import day_number, days_at, table
from hiplog.measures.holds.arrays import Arrays, arrays_of
from hiplog.measures.holds.selection import chosen
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
_NIGHT_HOURS = 3  # what begins in them is to many people still of the day before
_OFTEN = 2  # days that one followed so soon, from which that is told
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

    Examples
    --------
    >>> days = hiplog.practice(hiplog.example()).set_index("day")
    >>> days[["done", "planned", "score", "streak"]].round(2).tail(2)
                done  planned  score  streak
    day
    2026-10-30     1        1   0.90       6
    2026-10-31     1        1   0.91       7
    """
    held = chosen("practice", holds, exercise, since, until)
    said = chosen_diary("practice", holds, diary, since, until)
    plan, last = arguments.plan("practice", plan, of_log=True), arguments.last_day("practice", today, until)
    if held.empty:
        return table(_COLUMNS, [])
    return table(_COLUMNS, [pd.DataFrame(practice_of(arrays_of(held), said, plan, last))])


def practice_of(
    held: Arrays, said: Diary, plan: int | None = None, last: pd.Timestamp | None = None
) -> dict[str, np.ndarray]:
    """Return the columns of `practice` of holds of one exercise, of which there is one at least."""
    later = [moment for moment in (said.days["day"].max(), last) if not pd.isna(moment)]
    day = np.arange(held.day[0], max(held.day[-1], *day_number(pd.DatetimeIndex(later)), held.day[0]) + 1)
    sessions = Sessions.of(held)
    done, in_pain = (
        np.bincount(sessions.day[which] - day[0], minlength=len(day))
        for which in (sessions.counts, sessions.in_pain)
    )
    reason = first_of_day(said.days, "reason").reindex(days_at(day)).to_numpy(dtype=object)
    reason = np.where(done > 0, None, reason)
    pause = ~pd.isna(reason)
    meant = said.plan_on(pd.DatetimeIndex(days_at(day))) if plan is None else plan
    planned = np.where(pause, 0, meant)
    share = np.where(pause, np.nan, np.minimum(1.0, done / np.maximum(planned, 1)))
    columns = {"day": days_at(day), "done": done, "ended_by_pain": in_pain, "planned": planned, "reason": reason}
    return columns | {"share": share, "score": _score(share), "streak": _streak(done > 0, pause)}


def followed_soon(held: pd.DataFrame, days: pd.DataFrame) -> int:
    """Return how many days meant without a session one follows soon after midnight, 0 where that is rare.

    Parameters
    ----------
    held : DataFrame
        Chosen holds of one exercise.
    days : DataFrame
        Rows of `practice`.
    """
    began = held.groupby("session_id")["started_at"].min()
    late = began.dt.hour.lt(_NIGHT_HOURS) & began.ne(began.dt.normalize())  # dates alone are midnight
    before = began[late].dt.normalize() - pd.Timedelta(days=1)
    n = int((days["done"].eq(0) & days["planned"].gt(0) & days["day"].isin(before)).sum())
    return n if n >= _OFTEN else 0


def counted_sessions(holds: Holds, *, exercise: arguments.ExerciseName = "hip_balance") -> pd.DataFrame:
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
    sessions = Sessions.of(arrays_of(held))
    columns = {"session_id": held["session_id"].drop_duplicates().array, "day": days_at(sessions.day)}
    return pd.DataFrame(columns | {"counts": sessions.counts, "in_pain": sessions.in_pain})


class Sessions(NamedTuple):
    """Sessions of one exercise, in the order in which they began."""

    day: np.ndarray  # on which each began, days since 1970
    counts: np.ndarray  # a hold on each side, or ended by pain; interrupted holds alone make none
    in_pain: np.ndarray

    @classmethod
    def of(cls, held: Arrays) -> Sessions:
        """Return the sessions of holds of one exercise."""
        _, begins, session = np.unique(held.session, return_index=True, return_inverse=True)
        left, right, in_pain, unbroken = (
            np.bincount(session, which, len(begins)) > 0
            for which in (held.side == 0, held.side == 1, held.in_pain, ~held.interrupted)
        )
        return cls(held.day[begins], in_pain | (left & right & unbroken), in_pain)


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


def that_are_over(days: pd.DataFrame, today: pd.Timestamp | None, held: pd.Timestamp) -> pd.DataFrame:
    """Return rows of `practice` without that of today, where a session was meant and nothing `held` yet."""
    last = days.iloc[-1]
    is_not_over = today == last["day"] and last["day"] > held and last["planned"]
    return days.iloc[:-1] if len(days) > 1 and is_not_over else days
