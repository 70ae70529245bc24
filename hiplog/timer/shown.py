"""What a timer's page shows of an exercise, and of the log."""

import pandas as pd

from hiplog.exercise import FIRST_SIDE, SIDES, STRETCHES, Exercise
from hiplog.measures.practice import practice

_RECENT = pd.Timedelta(days=2)  # enough for the page to say what was done today, wherever it is
_TO_UNDO = ["hold_id", "session_id", "started_at", "exercise", "side", "hold_s"]  # no note: a notebook may keep it
_WEAKER_OF = 5  # sessions that say which side is the weaker one


def exercise_shown(exercise: Exercise) -> dict[str, object]:
    """Return what the page shows and says of an exercise."""
    steps = {side: list(exercise.steps_for(side)) for side in SIDES}
    names = ("name", "title", "target_s", "prepare_s")
    return {name: getattr(exercise, name) for name in names} | {"steps": steps, "cues": list(exercise.cues)}


def log_shown(holds: pd.DataFrame, exercise: str) -> dict[str, object]:
    """Return what the page shows of the log."""
    mine = holds[holds["exercise"].eq(exercise)]
    recent = mine[mine["started_at"] > pd.Timestamp.now() - _RECENT]
    timed = holds[holds["source"].eq("timer")]
    last = timed[timed["session_id"].eq(timed["session_id"].iloc[-1])] if len(timed) else timed
    return {
        "past": {name: _past_sides(holds[holds["exercise"].eq(name)]) for name in (exercise, *STRETCHES)},
        "first_sides": {side: side for side in SIDES} | _first_sides(mine),
        "recent": _plain(recent[["session_id", "started_at", "side", "ended"]]),
        "streak": _streak(mine, exercise),
        "last_session": _plain(last[_TO_UNDO]),
    }


def _plain(holds: pd.DataFrame) -> list[dict]:
    """Return holds as JSON takes them."""
    times = holds["started_at"].dt.strftime("%Y-%m-%dT%H:%M:%S.%f").str.slice(stop=-3)
    rows = holds.assign(started_at=times).astype(object)
    return rows.where(rows.notna(), None).to_dict("records")


def _past_sides(holds: pd.DataFrame) -> dict[str, dict]:
    """Return each side's longest hold of the last session, and of all: `last_s` and `best_s`."""
    past = {side: {"last_s": None, "best_s": None} for side in SIDES}
    for side, held in holds.groupby("side"):
        last = held[held["session_id"].eq(held["session_id"].iloc[-1])]
        past[side] = {"last_s": float(last["hold_s"].max()), "best_s": float(held["hold_s"].max())}
    return past


def _first_sides(holds: pd.DataFrame) -> dict[str, str]:
    """Return the side to begin with, alternating or the weaker one; the usual one where the log cannot tell."""
    if holds.empty:
        return {"alternating": FIRST_SIDE, "weaker": FIRST_SIDE}
    before = holds.loc[holds["session_id"].eq(holds["session_id"].iloc[-1]), "side"].iloc[0]
    longest = holds.groupby(["session_id", "side"], sort=False)["hold_s"].max().groupby("side")
    typical = longest.apply(lambda held: held.tail(_WEAKER_OF).median()).reindex(list(SIDES))
    clear = typical.notna().all() and typical.nunique() > 1
    return {
        "alternating": SIDES[1 - SIDES.index(before)],
        "weaker": typical.idxmin() if clear else FIRST_SIDE,
    }


def _streak(holds: pd.DataFrame, exercise: str) -> dict[str, object]:
    """Return how many days in a row had a session up to the last day that had one, and that day."""
    days = practice(holds, exercise=exercise)
    days = days[days["done"] > 0]
    if days.empty:
        return {"days": 0, "last": None}
    return {"days": int(days["streak"].iloc[-1]), "last": f"{days['day'].iloc[-1]:%Y-%m-%d}"}
