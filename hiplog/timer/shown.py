"""What a timer's page shows of an exercise, and of the log."""

from datetime import datetime

import pandas as pd

from hiplog.exercise import FIRST_SIDE, SIDES, STRETCHES, Exercise
from hiplog.measures.holds.selection import LATELY_DAYS
from hiplog.measures.practice import counted_sessions, practice
from hiplog.measures.sessions import last_session, sessions
from hiplog.measures.sides.balance import latest_balance
from hiplog.schema import Diary

_HISTORY = pd.Timedelta(days=LATELY_DAYS)
_RECENT = pd.Timedelta(days=2)  # enough for the page to say what was done today, wherever it is
_TO_UNDO = ["hold_id", "session_id", "started_at", "exercise", "side", "hold_s"]  # no note: a notebook may keep it
_LATEST = 20  # holds that a page remembers, so that it can name those that an older copy of the log lacks
_AHEAD = pd.Timedelta(days=1)  # more than time zones differ by: what is dated later was dated by a wrong clock


def exercise_shown(exercise: Exercise) -> dict[str, object]:
    """Return what the page shows and says of an exercise."""
    steps = {side: list(exercise.steps_for(side)) for side in SIDES}
    names = ("name", "title", "target_s", "prepare_s")
    return {name: getattr(exercise, name) for name in names} | {"steps": steps, "cues": list(exercise.cues)}


def log_shown(holds: pd.DataFrame, diary: Diary, exercise: str) -> dict[str, object]:
    """Return what the page shows of the log."""
    mine = holds[holds["exercise"].eq(exercise)]
    now = pd.Timestamp(datetime.now().astimezone())
    today = now.tz_localize(None)
    return {
        "past": {name: _past_sides(holds[holds["exercise"].eq(name)], now) for name in (exercise, *STRETCHES)},
        "first_sides": {side: side for side in SIDES} | _first_sides(mine, now),
        "recent": _recent(mine[mine["started_at"] > today - _RECENT], exercise),
        "streak": _streak(mine[mine["started_at"] < today + _AHEAD], diary, exercise),
        "history": _history(mine[mine["started_at"].between(today - _HISTORY, today + _AHEAD)]),
        "plan": {"plan": int(diary.plan_on(pd.DatetimeIndex([today]))[0]), "asked": not diary.plans.empty},
        "days": _days(diary.days[diary.days["day"] > today - _RECENT]),
        "last_session": _plain(last_session(holds[holds["source"].eq("timer")], now=now)[_TO_UNDO]),
    }


def latest(holds: pd.DataFrame) -> list[list[str]]:
    """Return when the latest holds began, and their sides: nothing else of them stays in a browser."""
    last = holds.tail(_LATEST)
    return list(map(list, zip(last["started_at"].dt.strftime("%Y-%m-%dT%H:%M:%S"), last["side"], strict=True)))


def _recent(holds: pd.DataFrame, exercise: str) -> list[dict]:
    """Return the sessions of these holds, each with the side and end of its holds: a page adds what it has."""
    counted = counted_sessions(holds, exercise=exercise)
    ends = holds[["side", "ended"]].astype(object).where(holds[["side", "ended"]].notna(), None)
    held = {session: rows.to_dict("records") for session, rows in ends.groupby(holds["session_id"])}
    days = counted["day"].dt.strftime("%Y-%m-%d")
    return counted.assign(day=days, held=counted["session_id"].map(held)).to_dict("records")


def _history(holds: pd.DataFrame) -> list[dict]:
    """Return the longest hold of each side, on each day that had one."""
    held = sessions(holds)
    days = held.groupby(held["started_at"].dt.strftime("%Y-%m-%d"))[["left_s", "right_s"]].max()
    rows = days.rename_axis("day").reset_index().astype(object)
    return rows.where(rows.notna(), None).to_dict("records")


def _days(days: pd.DataFrame) -> list[dict]:
    """Return what was said of these days; no note, which a notebook may keep."""
    rows = days[["day", "pain", "reason"]].assign(day=days["day"].dt.strftime("%Y-%m-%d")).astype(object)
    return rows.where(rows.notna(), None).to_dict("records")


def _plain(holds: pd.DataFrame) -> list[dict]:
    """Return holds as JSON takes them."""
    times = holds["started_at"].dt.strftime("%Y-%m-%dT%H:%M:%S.%f").str.slice(stop=-3)
    rows = holds.assign(started_at=times).astype(object)
    return rows.where(rows.notna(), None).to_dict("records")


def _past_sides(holds: pd.DataFrame, now: pd.Timestamp) -> dict[str, dict]:
    """Return each side's longest hold of the last session that had one, and of all: `last_s` and `best_s`."""
    past = {side: {"last_s": None, "best_s": None} for side in SIDES}
    for side, held in holds.groupby("side"):
        last = last_session(held, now=now)
        past[side] = {"last_s": float(last["hold_s"].max()), "best_s": float(held["hold_s"].max())}
    return past


def _first_sides(holds: pd.DataFrame, now: pd.Timestamp) -> dict[str, str]:
    """Return the side to begin with, alternating or the weaker one; the usual one where the log cannot tell."""
    if holds.empty:
        return {"alternating": FIRST_SIDE, "weaker": FIRST_SIDE}
    before = last_session(holds, now=now)["side"].iloc[0]
    return {"alternating": SIDES[1 - SIDES.index(before)], "weaker": _weaker(holds, now)}


def _weaker(holds: pd.DataFrame, now: pd.Timestamp) -> str:
    """Return the side with the lower median by `balance`, to which a hold cut short is no longest one."""
    until = last_session(holds, now=now)["started_at"].max()
    exercise = holds["exercise"].iloc[0]
    (row,) = latest_balance(holds[holds["started_at"] <= until], exercise=exercise).itertuples()
    return "left" if row.left_s < row.right_s else FIRST_SIDE


def _streak(holds: pd.DataFrame, diary: Diary, exercise: str) -> dict[str, object]:
    """Return how many days in a row had a session up to the last day that had one, or a pause, and that day."""
    days = practice(holds, exercise=exercise, diary=diary)
    days = days[(days["done"] > 0) | days["reason"].notna()]
    if days.empty:
        return {"days": 0, "last": None}
    return {"days": int(days["streak"].iloc[-1]), "last": f"{days['day'].iloc[-1]:%Y-%m-%d}"}
