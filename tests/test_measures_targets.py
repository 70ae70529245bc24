"""A log that names no target: where its holds stop is found, and where they are merely rounded nothing is."""

import numpy as np
import pandas as pd
import pytest
from held import held

import hiplog
from hiplog.heaps import heap
from hiplog.measures.holds.selection import chosen


def seconds(seed: int, *, days=100, median_s=90.0, spread=0.3, stop_s=None, round_s=1.0) -> np.ndarray:
    """Return holds of shape (2, days) of somebody who stops at `stop_s` and rounds what is written down."""
    rng = np.random.default_rng(seed)
    limits = median_s * np.exp(spread * rng.standard_normal((2, days)))
    limits = np.minimum(limits, stop_s or np.inf)
    return np.maximum(np.round(limits / round_s), 1) * round_s


def found(hold_s: np.ndarray) -> float | None:
    side, day = np.indices(hold_s.shape)
    at = heap(hold_s.ravel(), side.ravel() == 1, day.ravel())
    return at and at.target_s


@pytest.mark.parametrize("stop_s", [75.0, 90.0, 120.0])
@pytest.mark.parametrize("round_s", [0.1, 1.0, 5.0])
def test_where_holds_stop_is_found_though_nobody_named_it(stop_s, round_s):
    assert found(seconds(1, stop_s=stop_s, round_s=round_s)) == stop_s


def test_two_minutes_are_found_in_a_log_of_half_minutes():
    assert found(seconds(1, days=180, stop_s=120.0, round_s=30.0)) == 120.0


@pytest.mark.parametrize("spread", [0.1, 0.15, 0.3])
@pytest.mark.parametrize("round_s", [0.1, 1.0, 5.0, 10.0, 15.0, 30.0])
def test_holds_that_are_merely_rounded_have_no_target(spread, round_s):
    assert [found(seconds(seed, days=60, spread=spread, round_s=round_s)) for seed in range(4)] == [None] * 4


def test_growth_that_is_rounded_has_no_target():
    grown = np.linspace(0.6, 1.2, 100) * seconds(2, spread=0.15, round_s=0.1)
    assert found(np.round(grown / 10) * 10) is None


def test_what_nobody_met_is_no_target():
    grown = np.round(np.linspace(60, 80, 60) + np.random.default_rng(110).uniform(-3, 3, (2, 60)))
    assert found(np.where(grown == 80, 79, np.minimum(grown, 82))) is None


def test_few_holds_and_none_have_no_target():
    assert found(np.full((2, 3), 120.0)) is None
    assert found(np.empty((2, 0))) is None


def test_a_hold_of_two_seconds_more_is_at_the_target_and_makes_no_other_an_end():
    """Without the tolerance one hold of 122 s made each of 120 an exact end, and the balance half as large."""
    rng = np.random.default_rng(5)
    limits = np.array([[135.0], [105.0]]) * np.exp(0.15 * rng.standard_normal((2, 60)))
    stopped = np.minimum(np.round(limits), 120)
    once = stopped.copy()
    once[0, np.argmax(stopped[0])] = 122
    plain, slipped = (hiplog.balance(held(*s)).iloc[-1] for s in (stopped, once))
    named = hiplog.balance(held(*stopped, target_s=120.0)).iloc[-1]
    assert plain["balance_pct"] == named["balance_pct"]
    assert slipped["balance_pct"] == pytest.approx(named["balance_pct"], abs=0.5)
    assert named["low_pct"] < -22.2 < named["high_pct"]


def test_a_named_target_and_a_given_reason_are_left_as_they_are():
    stopped = seconds(1, stop_s=120.0)
    let_go = chosen("balance", held(*stopped, ended="let_go"), None, each=True)
    assert let_go["target_s"].isna().all()
    assert not let_go["at_heap"].any()
    named = chosen("balance", held(*stopped, target_s=180.0), None, each=True)
    assert (named["target_s"] == 180).all()


def test_each_exercise_has_a_target_of_its_own():
    one, other = held(*seconds(1, stop_s=120.0)), held(*seconds(2, stop_s=75.0))
    both = pd.concat(
        [one.assign(exercise="hip_balance"), other.assign(exercise="quad_stretch")], ignore_index=True
    )
    target_s = chosen("balance", both, None, each=True).groupby("exercise")["target_s"].unique()
    assert target_s.map(list).to_dict() == {"hip_balance": [120.0], "quad_stretch": [75.0]}


def test_a_hold_that_was_rounded_up_to_where_holds_stop_is_known_from_what_was_rounded():
    log = chosen("balance", held(*seconds(1, days=180, stop_s=120.0, round_s=30.0)), None, each=True)
    assert set(log.loc[log["hold_s"] == 120, "least_s"]) == {105.0}
    assert (log.loc[log["hold_s"] < 120, "least_s"] == log["hold_s"][log["hold_s"] < 120]).all()


def test_the_summary_says_which_target_was_taken():
    said = hiplog.summary(held(*seconds(1, stop_s=120.0))).sentences
    assert (
        "Where this log names no target, 18 of 200 holds stop at 2:00 and hardly one goes beyond: "
        "that is taken for the target." in said
    )
    assert "names no target" not in str(hiplog.summary(held(*seconds(1, stop_s=120.0), target_s=120.0)))


@pytest.mark.parametrize("stop_s", [45.0, 60.0, 90.0])
def test_a_file_whose_holds_stop_short_of_120_s_names_no_target_and_tells_what_its_rows_tell(stop_s):
    rows = held(*seconds(1, stop_s=stop_s))
    reading = hiplog.read_log(rows.to_csv(index=False).encode())
    assert reading.holds[["target_s", "ended"]].isna().all(axis=None)
    assert reading.how["decided"]["target_s"].endswith(f"holds stop short of 120 s: hip_balance at {stop_s:g} s")
    assert hiplog.balance(reading)["verdict"].tolist() == hiplog.balance(rows)["verdict"].tolist()
    assert (hiplog.typical_hold(reading)["target_s"] == stop_s).all()


def test_only_the_exercise_whose_holds_stop_short_of_120_s_goes_without_a_target_in_a_file():
    one, other = held(*seconds(1, stop_s=120.0)), held(*seconds(2, stop_s=75.0))
    both = pd.concat([one.assign(exercise="hip_balance"), other.assign(exercise="quad_stretch")])
    holds = hiplog.read_log(both.to_csv(index=False).encode()).holds
    target_s = holds.groupby("exercise")["target_s"].unique().map(list).to_dict()
    assert target_s["hip_balance"] == [120.0]
    assert np.isnan(target_s["quad_stretch"]).all()


@pytest.mark.parametrize("hold_s", [seconds(1, stop_s=120.0), seconds(1, median_s=60.0, spread=0.15)])
def test_a_file_whose_holds_stop_nowhere_short_of_120_s_has_that_as_its_target(hold_s):
    holds = hiplog.read_log(held(*hold_s).to_csv(index=False).encode()).holds
    assert (holds["target_s"] == 120).all()
