"""The balance, its interval, its verdict, and the other indices."""

import numpy as np
import pandas as pd
import pytest
from held import growing, held, swapped, vector
from scipy.special import stdtrit

from hiplog.measures.sides.asymmetry import asymmetry
from hiplog.measures.sides.balance import balance
from hiplog.schema import LogError
from hiplog.verdicts.sides import balance_in_words

WAVES = np.tile([0.95, 1.05], 14)  # 28 days, 5 % up and down


def last(holds: pd.DataFrame) -> pd.Series:
    return balance(holds).iloc[-1]


def said(holds: pd.DataFrame) -> str:
    return balance_in_words(next(balance(holds).tail(1).itertuples()))


def test_the_pair_of_20_and_25_seconds_agrees_in_every_index():
    pair = vector("asymmetry_20_25")
    names = ["percent_difference", "LSI_weak_over_strong", "BAI1", "BAI2_or_SI_robinson", "symmetry_angle"]
    found = asymmetry(pair["left"], pair["right"])
    np.testing.assert_allclose(found.loc[0], [pair[name] for name in names], atol=1e-6)


def test_swapping_a_pair_flips_every_sign_but_the_lsi():
    one, other = asymmetry([20, 33], [25, 31]), asymmetry([25, 31], [20, 33])
    assert (one["lsi_pct"] == other["lsi_pct"]).all()
    signed = one.columns.drop("lsi_pct")
    np.testing.assert_allclose(one[signed], -other[signed], rtol=1e-12)


def test_asymmetry_takes_the_columns_of_a_balance():
    rows = balance(growing(60))
    found = asymmetry(rows["left_s"], rows["right_s"])
    np.testing.assert_allclose(found["balance_pct"], rows["balance_pct"])
    assert found.index.equals(rows.index)


def test_a_side_of_no_seconds_is_refused():
    with pytest.raises(LogError, match="a side is 0 seconds, expected seconds over 0"):
        asymmetry(0, 25)


def test_without_a_target_the_balance_is_that_of_the_geometric_means():
    found = last(held(left=100 * WAVES, right=80 * WAVES[::-1], ended="let_go"))
    assert found["balance_pct"] == pytest.approx(-20)
    assert found["right_s"] == pytest.approx(80 * np.sqrt(0.95 * 1.05))
    assert found["verdict"] == "left_longer"


def test_swapping_the_sides_flips_the_sign_exactly():
    rows, other = balance(growing(180)), balance(swapped(growing(180)))
    told = rows["balance_pct"].notna()
    assert told.sum() > 150
    assert (rows["balance_pct"] == -other["balance_pct"])[told].all()
    assert (rows["low_pct"] == -other["high_pct"])[told].all()
    assert (rows["left_s"] == other["right_s"])[told].all()


def test_scaling_the_seconds_moves_no_percentage():
    holds = growing(60)
    half = holds.assign(hold_s=holds["hold_s"] / 2, target_s=holds["target_s"] / 2)
    pairs = [rows[["balance_pct", "low_pct", "high_pct"]] for rows in (balance(half), balance(holds))]
    np.testing.assert_allclose(*pairs, atol=1e-8)


def test_holds_at_the_target_do_not_hide_a_difference():
    noise = np.random.default_rng(0).lognormal(0, 0.15, (2, 28))
    limits = np.array([[130.0], [95.0]]) * noise
    found = last(held(*np.minimum(limits, 120), target_s=120.0))
    assert found["low_pct"] < -27 < found["high_pct"] < 0
    assert found["left_s"] > 120


def test_the_window_is_the_last_28_days():
    found = last(held(left=[50] * 12 + [*(100 * WAVES)], right=100 * np.tile([0.95, 1.05], 20)))
    assert found[["n_left", "n_right"]].tolist() == [28, 28]
    assert found["balance_pct"] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("right", "words"),
    [
        (100 * WAVES, "about_even"),
        (105 * WAVES, "right_slightly_longer"),
        (95 * WAVES, "left_slightly_longer"),
        (130 * WAVES, "right_longer"),
        (70 * WAVES, "left_longer"),
        (100 * np.exp(np.tile([-0.5, 0.5], 14)), "no_clear_difference"),
    ],
)
def test_the_verdict_says_what_the_interval_says(right, words):
    found = last(held(left=100 * WAVES, right=right, ended="let_go"))
    assert found["verdict"] == words


@pytest.mark.parametrize(
    ("holds", "words"),
    [
        (held(right=100 * WAVES), "no hold on the left"),
        (held(left=[60], right=100 * WAVES), "only 1 hold on the left"),
        (
            held(left=[60, 70, 120, 120, 120], right=[60, 70, 65, 66, 67], target_s=120.0),
            "left reached the target in 3 of 5 holds",
        ),
        (held(left=[120] * 9, right=[60, *[120] * 8], target_s=120.0), "right reached the target in 8 of 9 holds"),
        (held(left=[60] * 9, right=[70] * 9, ended="interrupted"), "left was interrupted in 9 of 9 holds"),
        (held(left=[60, 70, 65], right=[60, 70, 65, 66]), "only 3 holds on the left, only 4 holds on the right"),
    ],
)
def test_where_it_cannot_be_told_the_verdict_says_why(holds, words):
    found = last(holds)
    assert found["verdict"] == "not_enough"
    assert words in said(holds)
    assert found[["balance_pct", "low_pct", "high_pct", "left_s", "right_s"]].isna().all()


def test_that_both_sides_reached_their_target_every_time_is_the_result():
    both = held(left=[120] * 9, right=[120] * 8, target_s=120.0)
    assert last(both)["verdict"] == "both_reached"
    assert said(both) == "both sides reached the target every time: left in 9 of 9 holds, right in 8 of 8"


def test_four_uncensored_holds_on_a_side_are_too_few_for_more_than_a_bound():
    four, five = ([*[120] * 24, *[80, 90, 100, 110, 115][:n]] for n in (4, 5))
    few, enough = (last(held(left=left, right=100 * WAVES, target_s=120.0)) for left in (four, five))
    assert (few["verdict"], np.isnan(few["balance_pct"])) == ("left_longer_at_least", True)
    assert (enough["verdict"], np.isnan(enough["balance_pct"])) == ("no_clear_difference", False)


def test_a_side_that_always_reached_its_target_leaves_a_bound():
    found = last(held(left=[120] * 28, right=80 * WAVES, target_s=120.0))
    assert found["verdict"] == "left_longer_at_least"
    least = f"right was at least {-found['bound_pct']:.0f} % shorter"
    assert said(held(left=[120] * 28, right=80 * WAVES, target_s=120.0)) == (
        f"left reached the target in 28 of 28 holds, {least}; which side was held first is not known"
    )
    assert found[["balance_pct", "low_pct", "high_pct"]].isna().all()
    other = last(held(left=80 * WAVES, right=[120] * 28, target_s=120.0))
    assert other["bound_pct"] == -found["bound_pct"]


def test_a_side_that_nearly_always_reached_its_target_leaves_the_same_bound_as_one_that_always_did():
    always = last(held(left=80 * WAVES, right=[120] * 28, target_s=120.0))
    nearly = held(left=80 * WAVES, right=[*[120] * 20, 110, *[120] * 7], target_s=120.0)
    assert last(nearly)["verdict"] == "right_longer_at_least"
    assert last(nearly)["bound_pct"] == always["bound_pct"] > 30
    assert said(nearly).startswith("right reached the target in 27 of 28 holds, left was at least 3")


def test_a_bound_goes_to_the_lowest_target_of_these_days():
    right = held(right=[90] * 14 + [120] * 14, target_s=[90.0] * 14 + [120.0] * 14)
    log = pd.concat([held(left=70 * WAVES, target_s=120.0), right]).sort_values("started_at", ignore_index=True)
    assert 15 < last(log)["bound_pct"] < 100 * (1 - 70 / 90)


@pytest.mark.parametrize(("n", "reached", "is_told"), [(6, 6, True), (5, 5, False), (9, 8, True), (8, 6, False)])
def test_a_bound_wants_more_holds_at_the_target_than_chance_brings_where_half_would_reach_it(n, reached, is_told):
    right = [120.0] * reached + [100.0] * (n - reached)
    log = held(left=80 * WAVES[:12], right=right, target_s=120.0)
    assert (last(log)["verdict"] == "right_longer_at_least") == is_told


def test_a_bound_that_says_nothing_is_none():
    found = last(held(left=[120] * 3, right=[100, 110, 120, 120] * 7, target_s=120.0))
    assert found["verdict"] == "not_enough"
    assert np.isnan(found["bound_pct"])


def test_good_and_bad_days_in_runs_widen_the_interval():
    runs = np.repeat(np.tile([0.95, 1.05], 2), 7)
    steady, in_runs = (last(held(left=[100] * 28, right=100 * up_and_down)) for up_and_down in (WAVES, runs))
    assert in_runs["high_pct"] > 2 * steady["high_pct"]


def test_sides_on_alternating_days_have_a_balance():
    rng = np.random.default_rng(4)
    holds = held(*rng.lognormal(np.log([[100], [70]]), 0.1, (2, 28)))
    alternating = holds[holds["started_at"].dt.day % 2 == (holds["side"] == "left")]
    assert last(alternating)[["n_left", "n_right", "verdict"]].tolist() == [14, 14, "left_longer"]


def test_three_sessions_a_day_tell_more_than_one():
    rng = np.random.default_rng(4)
    thrice = held(*rng.lognormal(np.log(100), 0.1, (2, 84)), every="8h")
    once = thrice[thrice["started_at"].dt.hour == 0]
    width = [np.ptp(last(holds)[["low_pct", "high_pct"]].astype(float)) for holds in (thrice, once)]
    assert last(thrice)["n_left"] == 84
    assert width[0] < 0.8 * width[1]


def test_the_bound_is_from_the_target_to_the_upper_end_of_the_other_side_which_is_wider_of_holds_in_runs():
    half = np.log(1.05 / 0.95) / 2  # the standard deviation of log seconds, 14 days up and 14 down
    found = last(held(left=[120] * 28, right=80 * np.repeat([0.95, 1.05], 14), target_s=120.0))
    upper = np.log(80 * np.sqrt(0.95 * 1.05)) + stdtrit(27, 0.975) * 3 * half / np.sqrt(27)  # the most, 3
    assert found["bound_pct"] == pytest.approx(-100 * (1 - np.exp(upper) / 120), rel=1e-6)


def test_a_hold_beyond_the_target_is_no_reason_why_both_sides_did_not_reach_it_every_time():
    log = held(left=[*[120.0] * 20, 122.0], right=[120.0] * 21, target_s=120.0)
    log["ended"] = np.where(log["hold_s"] > 120, "let_go", "target")
    assert balance(log)["verdict"].iloc[-1] == "both_reached"


def test_a_bound_of_less_than_a_percent_is_none():
    nearly = held(left=119 + 0.1 * np.tile([-1, 1], 14), right=[120] * 28, target_s=120.0)
    assert (last(nearly)["verdict"], np.isnan(last(nearly)["bound_pct"])) == ("not_enough", True)
    farther = held(left=117 + 0.1 * np.tile([-1, 1], 14), right=[120] * 28, target_s=120.0)
    assert last(farther)["verdict"] == "right_longer_at_least"
