"""Practice against the plan."""

import numpy as np
import pandas as pd
import pytest
from held import held

from hiplog.measures.holds.selection import chosen
from hiplog.measures.practice import followed_soon, practice, that_are_over
from hiplog.schema import Diary, LogError


def on(*days: int) -> pd.DataFrame:
    """Return a session of both sides on these days of January 2026."""
    both = held(left=[60] * 31, right=[60] * 31)
    return both[both["started_at"].dt.day.isin(days)]


def test_every_day_from_the_first_to_the_last_hold_has_a_row():
    found = practice(on(1, 2, 5))
    assert found["day"].dt.day.tolist() == [1, 2, 3, 4, 5]
    assert found["done"].tolist() == [1, 1, 0, 0, 1]
    assert (found["planned"] == 1).all()


@pytest.mark.parametrize(
    ("holds", "done"),
    [
        (held(left=[60], right=[70]), 1),
        (held(left=[60, 61]), 0),
        (held(left=[60], ended="pain"), 1),
        (held(left=[60], right=[70], ended="interrupted"), 0),
        (held(left=[60], right=[70], ended=["let_go", "interrupted"]), 1),
    ],
    ids=["both sides", "one side", "stopped by pain", "only interrupted", "one interrupted"],
)
def test_what_makes_a_session(holds, done):
    assert practice(holds)["done"].iloc[0] == done


def test_a_session_over_midnight_counts_for_the_day_on_which_it_began():
    over = held(right=[60, 60], every="5min").assign(side=["right", "left"])
    over["started_at"] = pd.to_datetime(["2026-01-01T23:58", "2026-01-02T00:02"])
    assert practice(over)["done"].tolist() == [1]


@pytest.mark.parametrize("span", [{"until": "2026-01-01"}, {"since": "2026-01-02"}], ids=["until", "since"])
def test_a_span_of_days_keeps_a_session_over_midnight_whole(span):
    over = held(right=[60, 60, 60, 60], every="1D").assign(side=["right", "left"] * 2, session_id=list("aabb"))
    times = ["2026-01-01T23:58", "2026-01-02T00:02", "2026-01-02T23:58", "2026-01-03T00:02"]
    over["started_at"] = pd.to_datetime(times)
    assert practice(over, **span)["done"].tolist() == [1]
    assert chosen("practice", over, "hip_balance", **span)["session_id"].tolist() == (
        ["a"] * 2 if "until" in span else ["b"] * 2
    )


def test_a_span_that_begins_at_a_time_of_day_is_of_moments():
    over = held(right=[60, 60], every="5min").assign(side=["right", "left"])
    over["started_at"] = pd.to_datetime(["2026-01-01T23:58", "2026-01-02T00:02"])
    assert chosen("practice", over, "hip_balance", "2026-01-02T00:01")["side"].tolist() == ["left"]


def test_the_share_of_a_plan_is_never_over_one():
    holds = held(left=[60] * 5, right=[60] * 5, every="6h")
    found = practice(holds, plan=3)
    assert found["done"].tolist() == [4, 1]
    assert found["share"].tolist() == pytest.approx([1, 1 / 3])
    assert (found["planned"] == 3).all()


def test_the_score_is_a_mean_whose_weights_halve_in_thirteen_days():
    found = practice(on(1, 14), today="2026-01-14")["score"]
    weight = 0.5 ** (np.arange(14) / 13)
    assert found.iloc[12] == pytest.approx(weight[12] / weight[:13].sum())
    assert found.iloc[13] == pytest.approx((1 + weight[13]) / weight.sum())
    assert weight[13] == 0.5


def test_the_score_of_who_keeps_the_plan_is_one_from_the_first_day():
    assert practice(on(*range(1, 15)))["score"].tolist() == pytest.approx([1] * 14)
    assert practice(on(*range(1, 15)), plan=2)["score"].tolist() == pytest.approx([0.5] * 14)


def test_the_score_of_a_long_log_is_loops():
    found = practice(held(left=[60] * 200, right=[60] * 200), today="2026-08-01")["score"]
    assert found.iloc[-1] == pytest.approx(0.5 ** ((len(found) - 200) / 13), abs=1e-3)


def test_a_streak_counts_days_in_a_row():
    assert practice(on(1, 2, 3, 5, 6))["streak"].tolist() == [1, 2, 3, 0, 1, 2]


def test_today_without_a_session_does_not_break_a_streak_and_yesterday_does():
    assert practice(on(1, 2), today="2026-01-03")["streak"].tolist() == [1, 2, 2]
    assert practice(on(1, 2), today="2026-01-04")["streak"].tolist() == [1, 2, 0, 0]


def test_who_looks_at_a_log_up_to_a_day_counts_no_day_after_it():
    counted = practice(on(1, 2, 9), until="2026-01-04", today="2026-01-20")
    assert counted["done"].tolist() == [1, 1, 0, 0]


def test_only_the_exercise_asked_for_counts():
    holds = pd.concat([on(1), on(2).assign(exercise="quad_stretch")])
    assert practice(holds)["day"].dt.day.tolist() == [1]
    assert practice(holds, exercise="quad_stretch")["day"].dt.day.tolist() == [2]


@pytest.mark.parametrize("plan", [0, 1.5, "1"])
def test_a_plan_that_is_no_number_of_sessions_is_refused(plan):
    with pytest.raises(LogError, match=f"practice: plan is {plan!r}, expected a whole number from 1 to 3"):
        practice(on(1), plan=plan)


def test_today_without_its_session_is_left_out_and_no_other_day():
    two = held(left=[60, 60], right=[60, 60], session_id=["a", "b"] * 2)
    for n, last in ((1, "2026-01-02"), (2, "2026-01-03")):
        today = pd.Timestamp(last)
        days = practice(two[two["started_at"] < today], today=today)
        assert len(days) == n + 1
        assert that_are_over(days, today, today - pd.Timedelta(days=1))["done"].tolist() == [1] * n


def test_a_day_of_pause_is_no_day_without_a_session_that_one_follows_after_midnight():
    nights = held(right=[60.0] * 6, left=[60.0] * 6, every="2D").assign(session_id=[*"abcdef"] * 2)
    nights["started_at"] += pd.Timedelta(minutes=30)
    days = [f"2026-01-{day:02}" for day in (2, 4, 6, 8, 10)]
    paused = Diary(days=pd.DataFrame({"day": days, "reason": "pain"}))
    given = chosen("practice", nights, "hip_balance")
    assert followed_soon(given, practice(nights)) == 5
    assert followed_soon(given, practice(nights, diary=paused)) == 0
