import numpy as np
import pandas as pd
import pytest
from held import held

import hiplog
from hiplog.measures.sides.capped import held_of_target
from hiplog.verdicts.capped import held_of_target_in_words

LEFT = [120.0] * 25 + [80, 100, 60]
RIGHT = [120.0] * 20 + [110] + [120.0] * 7
CAPPED = held(LEFT, RIGHT, target_s=120.0)
CAPPED["session_id"] = CAPPED["started_at"].astype("str")


def test_means_of_what_was_held_are_compared_where_nearly_all_reach_the_target():
    row = held_of_target(CAPPED).iloc[0]
    left, right = np.mean(LEFT), np.mean(RIGHT)
    numbers = row[["left_s", "right_s", "difference_s"]].tolist()
    assert numbers == pytest.approx([left, right, right - left])
    assert row["low_s"] < right - left < row["high_s"]
    assert row[["n_reached", "n_sessions", "n_left_longer", "n_right_longer"]].tolist() == [52, 28, 1, 3]


def test_their_interval_is_that_of_the_daily_differences_or_wider_for_runs():
    rng = np.random.default_rng(1)
    seconds = np.full((2, 60), 120.0)
    seconds[0, rng.permutation(60)[:4]], seconds[1, rng.permutation(60)[:4]] = 90.0, 100.0
    row = held_of_target(held(*seconds, target_s=120.0), days=60).iloc[0]
    usual = 2 * 2.001 * pd.Series(seconds[1] - seconds[0]).sem()
    assert usual <= row["high_s"] - row["low_s"] <= 1.5 * usual


@pytest.mark.parametrize(
    "holds",
    [
        held([60.0] * 28, [120.0] * 28, target_s=120.0),
        held([120.0] * 28, [120.0] * 28, target_s=120.0),
        held([120.0] * 28, [120.0] * 6 + [100], target_s=120.0),
        CAPPED.assign(target_s=CAPPED["hold_s"].where(CAPPED.index > 3, 90.0)),
        CAPPED[:0],
    ],
    ids=["half", "all", "a few of one side", "two targets", "none"],
)
def test_means_are_not_told_where_they_say_little(holds):
    assert held_of_target(holds).empty


def test_the_summary_says_what_the_means_are_and_are_not():
    said = str(hiplog.summary(CAPPED))
    assert "52 of 56 holds reached the target: on average left was held 115.7 and right 119.6 of the 120 s" in said
    assert "which is not what they could hold." in said
    assert "left was held longer in 1, right in 3, both as long in 24." in said


def test_means_are_not_said_beside_a_balance():
    assert "on average" not in str(hiplog.summary(held([60, 70] * 14, [65, 80] * 14, target_s=120.0)))


def test_swapping_the_sides_turns_the_sign():
    other = CAPPED.assign(side=CAPPED["side"].map({"left": "right", "right": "left"}))
    one, two = held_of_target(CAPPED).iloc[0], held_of_target(other).iloc[0]
    assert (one["low_s"], one["difference_s"]) == pytest.approx((-two["high_s"], -two["difference_s"]))


def test_the_words_name_both_ways():
    row = next(held_of_target(CAPPED).itertuples())
    between = held_of_target_in_words(row)[0]
    assert "(right less left is between" in between
    assert between.count("+") + between.count("-") >= 2
