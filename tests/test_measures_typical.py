"""The typical hold of the last weeks, and how far single holds lie from it."""

import numpy as np
import pytest
from held import growing, held

import hiplog

NUMBERS = ["median_s", "low_s", "high_s", "single_low_s", "single_high_s", "factor"]


def noisy(median_s=100.0, spread=0.15, days=28, seed=1) -> np.ndarray:
    return median_s * np.exp(spread * np.random.default_rng(seed).standard_normal(days))


def test_without_a_target_it_is_the_geometric_mean_and_single_holds_lie_around_it():
    seconds = noisy()
    (row,) = hiplog.typical_hold(held(left=seconds, ended="let_go")).itertuples()
    assert row.median_s == pytest.approx(np.exp(np.log(seconds).mean()))
    s = np.log(seconds).std()
    assert (row.single_low_s, row.single_high_s) == pytest.approx(
        row.median_s * np.exp([-1.96 * s, 1.96 * s]), 1e-3
    )
    assert row.factor == pytest.approx(np.exp(1.96 * np.sqrt(2) * s), 1e-3)
    assert row.single_low_s < row.low_s < row.median_s < row.high_s < row.single_high_s


def test_it_is_the_median_of_the_balance():
    rows, last = hiplog.typical_hold(growing(60)), hiplog.balance(growing(60)).iloc[-1]
    assert rows["median_s"].tolist() == pytest.approx([last["left_s"], last["right_s"]])


def test_two_single_holds_differ_by_more_than_the_factor_once_in_twenty_times():
    row = hiplog.typical_hold(held(left=noisy(days=2000, seed=3), ended="let_go"), days=None).iloc[0]
    apart = np.abs(np.diff(np.log(noisy(days=20_000, seed=4))))
    assert (apart > np.log(row["factor"])).mean() == pytest.approx(0.05, abs=0.01)


def test_its_days_end_with_the_sides_own_last_hold():
    log = held(left=[*noisy(50), *noisy(100)], right=noisy(80, days=30), ended="let_go")
    rows = hiplog.typical_hold(log).set_index("side")
    assert rows.loc["left", "median_s"] == pytest.approx(100, rel=0.1)
    assert rows["n"].tolist() == [28, 28]
    assert rows["day"].dt.day.tolist() == [25, 30]


def test_a_median_above_the_target_is_said_to_be_that():
    row = hiplog.typical_hold(held(left=np.minimum(noisy(125), 120), target_s=120.0)).iloc[0]
    assert row["verdict"] == "above_target"
    assert row["low_s"] < 120 < row["median_s"]


def test_where_most_reach_the_target_that_is_the_answer():
    row = hiplog.typical_hold(held(left=[*[120] * 24, 80, 90, 100], target_s=120.0)).iloc[0]
    assert row["verdict"] == "reached"
    assert (row["n"], row["n_reached"]) == (27, 24)
    assert row[NUMBERS].isna().all()


@pytest.mark.parametrize(
    "log", [held(left=[60, 61, 62, 63]), held(left=noisy(days=8), every="4h", ended="let_go")]
)
def test_four_holds_or_two_days_are_not_enough(log):
    row = hiplog.typical_hold(log).iloc[0]
    assert row["verdict"] == "not_enough"
    assert row[NUMBERS].isna().all()


def test_a_hold_that_went_on_after_its_target_has_reached_it():
    seconds = [120.0] * 20 + [122.0, 125.0]
    holds = held(seconds, seconds, target_s=120.0).assign(ended=(["target"] * 20 + ["let_go"] * 2) * 2)
    rows = hiplog.typical_hold(holds)
    assert rows["n_reached"].tolist() == rows["n"].tolist() == [22, 22]
    assert rows["n_censored"].tolist() == [20, 20]


@pytest.mark.parametrize(("days", "known"), [(9, False), (10, True)])
def test_how_far_single_holds_lie_is_said_of_ten_that_ended_of_themselves(days, known):
    rows = hiplog.typical_hold(held(*np.random.default_rng(1).lognormal(4.3, 0.2, (2, days)), ended="let_go"))
    singles = rows[["single_low_s", "single_high_s", "factor"]]
    assert singles.notna().all(axis=None) == known == singles.notna().any(axis=None)
    assert rows["median_s"].notna().all()


def test_an_interval_from_half_to_double_says_too_little():
    row = hiplog.typical_hold(held(left=[20, 100, 30, 90, 25, 110], ended="let_go")).iloc[0]
    assert row["verdict"] == "not_enough"
    assert row[NUMBERS].isna().all()


def test_a_side_of_which_half_reach_the_target_and_no_more_is_not_said_to_reach_it():
    half = hiplog.typical_hold(held(left=[120.0] * 4 + [60.0] * 4, target_s=120.0))
    more = hiplog.typical_hold(held(left=[120.0] * 5 + [60.0] * 4, target_s=120.0))
    assert [*half["verdict"], *more["verdict"]] == ["not_enough", "reached"]
