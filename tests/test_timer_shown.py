"""What a timer's page is shown of an exercise and of a log, by a clock that stands still."""

from datetime import datetime, timedelta, timezone

import pandas as pd
import pytest

from hiplog.exercise import EXERCISES
from hiplog.schema import Diary, conform
from hiplog.timer import shown

NOW = datetime(2026, 3, 10, 20, 0, tzinfo=timezone(timedelta(hours=1)))
HIP = EXERCISES["hip_balance"]


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch):
    class Clock:
        @staticmethod
        def now():
            class Moment(datetime):
                def astimezone(self):
                    return NOW

            return Moment(2026, 3, 10, 20, 0)

    monkeypatch.setattr(shown, "datetime", Clock)


def log(*rows, **columns):
    """Return holds of rows (began, side, seconds), timed by the timer in the time zone of now."""
    made = pd.DataFrame(rows, columns=["started_at", "side", "hold_s"])
    return conform(made.assign(**{"source": "timer", "ended": "let_go", "utc_offset_min": 60} | columns))


def shown_of(holds):
    return shown.log_shown(holds, Diary(), "hip_balance")


def both(*days, at="07:00", seconds=(60.0, 70.0)):
    return [
        (f"2026-03-{day:02}T{at}", side, s)
        for day in days
        for side, s in zip(("right", "left"), seconds, strict=True)
    ]


def test_the_page_is_shown_an_exercise_in_its_own_words():
    assert shown.exercise_shown(HIP) == {
        "name": "hip_balance",
        "title": HIP.title,
        "target_s": 120.0,
        "prepare_s": 20.0,
        "steps": {side: list(HIP.steps_for(side)) for side in ("left", "right")},
        "cues": list(HIP.cues),
    }


def test_an_empty_log_shows_nothing_that_was_done():
    nothing = {"last_s": None, "best_s": None}
    assert shown_of(log()) == {
        "past": {name: {"left": nothing, "right": nothing} for name in EXERCISES},
        "first_sides": {"left": "left", "right": "right", "alternating": "right", "weaker": "right"},
        "recent": [],
        "streak": {"days": 0, "last": None},
        "history": [],
        "plan": {"plan": 1, "asked": False},
        "days": [],
        "last_session": [],
    }


def test_what_can_be_undone_is_the_last_timed_session_in_plain_values():
    holds = log(*both(9, at="07:00:01.25"))
    first, second = shown_of(holds)["last_session"]
    assert first == {
        "hold_id": holds["hold_id"][0],
        "session_id": holds["session_id"][0],
        "started_at": "2026-03-09T07:00:01.250",
        "exercise": "hip_balance",
        "side": "right",
        "hold_s": 60.0,
    }
    assert second["side"] == "left"


def test_sessions_of_the_last_two_days_are_recent_and_say_whether_they_count():
    rows = [("2026-03-08T20:00", "left", 60.0), ("2026-03-08T20:01", "left", 60.0), *both(10)]
    alone, whole = shown_of(log(*rows[1:]))["recent"]
    assert whole["held"] == [{"side": side, "ended": "let_go"} for side in ("right", "left")]
    assert (alone["day"], alone["counts"]) == ("2026-03-08", False)
    assert (whole["day"], whole["counts"]) == ("2026-03-10", True)
    assert [each["day"] for each in shown_of(log(rows[0], *both(10)))["recent"]] == ["2026-03-10"]


def test_a_row_of_days_ends_with_the_last_day_that_counts():
    streak = shown_of(log(*both(6, 7, 8), ("2026-03-09T07:00", "left", 60.0)))["streak"]
    assert streak == {"days": 3, "last": "2026-03-08"}


def test_what_is_dated_more_than_a_day_ahead_is_in_no_row_of_days():
    assert shown_of(log(*both(10, 11)))["streak"] == {"days": 2, "last": "2026-03-11"}
    assert shown_of(log(*both(10), *both(11, at="21:00")))["streak"] == {"days": 1, "last": "2026-03-10"}


def test_last_and_best_are_each_sides_and_each_exercises_own():
    stretch = log(("2026-03-09T08:00", "left", 33.0), exercise="quad_stretch")
    holds = pd.concat([log(*both(7, seconds=(90.0, 50.0)), *both(9)), stretch], ignore_index=True)
    past = shown_of(holds)["past"]
    assert past["hip_balance"] == {
        "left": {"last_s": 70.0, "best_s": 70.0},
        "right": {"last_s": 60.0, "best_s": 90.0},
    }
    assert past["quad_stretch"]["left"] == {"last_s": 33.0, "best_s": 33.0}
    assert past["hamstring_stretch"]["left"] == {"last_s": None, "best_s": None}


@pytest.mark.parametrize(
    ("seconds", "weaker"), [((60.0, 80.0), "right"), ((80.0, 60.0), "left"), ((70.0, 70.0), "right")]
)
def test_the_weaker_side_has_the_lower_median_and_equal_ones_begin_as_usual(seconds, weaker):
    assert shown_of(log(*both(*range(1, 10), seconds=seconds)))["first_sides"]["weaker"] == weaker


@pytest.mark.parametrize(("side", "other"), [("left", "right"), ("right", "left")])
def test_after_a_single_hold_alternating_begins_with_the_other_side(side, other):
    sides = shown_of(log(("2026-03-09T07:00", side, 60.0)))["first_sides"]
    assert sides == {"left": "left", "right": "right", "alternating": other, "weaker": "right"}


def test_the_weaker_side_is_not_told_from_two_days():
    assert shown_of(log(*both(8, 9, seconds=(90.0, 20.0))))["first_sides"]["weaker"] == "right"


def test_what_is_dated_ahead_does_not_say_which_side_is_weaker():
    ahead = [("2126-03-04T07:00", "left", 5.0)] * 9
    rows = both(*range(1, 10), seconds=(60.0, 80.0))
    assert shown_of(log(*rows, *ahead))["first_sides"]["weaker"] == "right"


def test_of_the_holds_only_the_latest_twenty_are_remembered_by_a_page_and_of_each_only_when_and_which_side():
    held = log(
        *[(f"2026-03-{day:02}T07:00", "left", 60.0) for day in range(1, 10)], *both(10), *both(10, 20)
    ).iloc[:13]
    many = pd.concat([held, held, held]).reset_index(drop=True)
    remembered = shown.latest(many)
    assert len(remembered) == 20
    assert remembered[-1] == [f"{many['started_at'].iloc[-1]:%Y-%m-%dT%H:%M:%S}", many["side"].iloc[-1]]
