"""What a timer shows of its log: last and longest holds, which side is first, days in a row, the last session."""

import pandas as pd
import pytest

from hiplog.log import Log
from hiplog.timer import HoldTimer


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite").begin()


def test_last_and_best_seconds_are_those_of_each_side(log):
    started_at = ["2026-03-01T07:00", "2026-03-01T07:03", "2026-03-02T07:00", "2026-03-02T07:03"]
    log.add(
        pd.DataFrame(
            {"started_at": started_at, "side": ["right", "left", "right", "right"], "hold_s": [90, 50, 10, 70]}
        )
    )
    assert HoldTimer(log).past["hip_balance"] == {
        "right": {"last_s": 70.0, "best_s": 90.0},
        "left": {"last_s": 50.0, "best_s": 50.0},
    }


def test_a_side_that_was_never_held_has_no_last_and_best(log):
    assert HoldTimer(log).past["hip_balance"]["left"] == {"last_s": None, "best_s": None}


def test_another_exercise_is_another_matter(log):
    log.add(
        pd.DataFrame(
            {"started_at": ["2026-03-01T07:00"], "side": "left", "hold_s": 50, "exercise": "quad_stretch"}
        )
    )
    past = HoldTimer(log).past
    assert (past["hip_balance"]["left"]["best_s"], past["quad_stretch"]["left"]["best_s"]) == (None, 50.0)


def test_the_page_hears_of_the_last_days_sessions_and_whether_they_count(log):
    now = pd.Timestamp.now().floor("s")
    begun = [now - pd.Timedelta(days=5), now, now, now - pd.Timedelta(hours=30)]
    ids = ["old", "both", "both", "one side"]
    sides = ["left", "left", "right", "left"]
    log.add(pd.DataFrame({"started_at": begun, "side": sides, "hold_s": 50, "session_id": ids}))
    seen = {(each["session_id"], each["day"], each["counts"]) for each in HoldTimer(log).recent}
    day = "%Y-%m-%d"
    assert seen == {("both", f"{now:{day}}", True), ("one side", f"{begun[3]:{day}}", False)}


def _session(day, first, left_s, right_s, source="timer"):
    """Return a session of both sides, `first` first, on a day of March 2026."""
    sides = [first, "right" if first == "left" else "left"]
    seconds = {"left": left_s, "right": right_s}
    started_at = pd.to_datetime([f"2026-03-{day:02}T07:00", f"2026-03-{day:02}T07:03"])
    return pd.DataFrame(
        {"started_at": started_at, "side": sides, "hold_s": [seconds[side] for side in sides], "source": source}
    )


def test_alternating_begins_with_the_other_side_than_last_time(log):
    assert HoldTimer(log).first_sides["alternating"] == "right"
    log.add(_session(2, "right", 60, 60))
    assert HoldTimer(log).first_sides["alternating"] == "left"
    log.add(_session(3, "left", 60, 60))
    assert HoldTimer(log).first_sides["alternating"] == "right"


def test_the_weaker_side_is_that_of_the_lower_median_in_28_days(log):
    log.add(pd.concat([_session(day, "right", 90, 40) for day in (1, 2, 3, 4)]))
    assert HoldTimer(log).first_sides["weaker"] == "right"
    log.add(pd.concat([_session(day, "right", 30, 40) for day in range(5, 20)]))
    assert HoldTimer(log).first_sides["weaker"] == "left"


def test_holds_that_were_interrupted_do_not_make_a_side_the_weaker_one(log):
    log.add(pd.concat([_session(day, "right", 60 + day, 58 + day).assign(ended="let_go") for day in range(1, 6)]))
    cut_short = [_session(day, "right", 5, 62).assign(ended=["let_go", "interrupted"]) for day in range(6, 9)]
    log.add(pd.concat(cut_short))
    assert HoldTimer(log).first_sides["weaker"] == "right"


def test_the_weaker_side_is_the_usual_first_one_where_the_log_cannot_tell(log):
    log.add(_session(2, "left", 60, 60))
    assert HoldTimer(log).first_sides["weaker"] == "right"


def test_days_in_a_row_are_counted_up_to_the_last_day_with_a_session(log):
    assert HoldTimer(log).streak == {"days": 0, "last": None}
    log.add(pd.concat([_session(day, "right", 60, 60) for day in (1, 3, 4, 5)]))
    assert HoldTimer(log).streak == {"days": 3, "last": "2026-03-05"}


def test_the_last_session_is_the_last_in_utc_and_not_by_the_clocks_on_the_wall(log):
    tokyo = _session(2, "right", 60, 60).assign(utc_offset_min=540)
    los_angeles = _session(2, "left", 70, 70).assign(utc_offset_min=-480)
    los_angeles["started_at"] -= pd.Timedelta(hours=5)
    log.add(los_angeles)
    log.add(tokyo)
    shown = HoldTimer(log)
    assert ({hold["hold_s"] for hold in shown.last_session}, shown.first_sides["alternating"]) == ({70.0}, "right")


def test_a_session_of_a_clock_once_set_to_2030_is_not_the_last_and_ends_no_streak(log):
    now = pd.Timestamp.now().normalize()
    ahead = _session(2, "left", 99, 99).assign(utc_offset_min=0)
    ahead["started_at"] += pd.Timestamp("2130-03-02") - pd.Timestamp("2026-03-02")
    log.add(ahead)
    begun = [now - pd.Timedelta(days=days, hours=-hour) for days in (2, 1) for hour in (1, 2)]
    log.add(pd.DataFrame({"started_at": begun, "side": ["right", "left"] * 2, "hold_s": 60, "source": "timer"}))
    timer = HoldTimer(log)
    assert {hold["hold_s"] for hold in timer.last_session} == {60.0}
    assert (timer.first_sides["alternating"], timer.past["hip_balance"]["left"]["last_s"]) == ("left", 60.0)
    assert timer.streak == {"days": 2, "last": f"{begun[-1]:%Y-%m-%d}"}


def test_the_last_session_that_was_timed_can_be_undone_and_no_other(log):
    log.add(_session(2, "right", 60, 61))
    log.add(_session(3, "right", 70, 71, source="old.csv"))
    timer = HoldTimer(log)
    assert [(hold["side"], hold["hold_s"]) for hold in timer.last_session] == [("right", 61.0), ("left", 60.0)]
    assert not {"note", "pain_before", "pain_after"} & set(timer.last_session[0])
    out = {hold["hold_id"]: {"hold": hold, "changes": {}, "removed": True} for hold in timer.last_session}
    timer._handle_custom_msg({"type": "hold-finished", "page": "page", "request": 7, "records": out}, [])
    assert (timer.last_session, len(log.holds())) == ([], 2)
