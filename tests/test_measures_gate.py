"""When a word of difference comes and goes, and that it is the same for whoever looks."""

import numpy as np
import pandas as pd
import pytest
from held import held
from scipy import stats

import hiplog
from hiplog.measures.fits import gate
from hiplog.measures.sides.balance import balance, latest_balance
from hiplog.verdicts.sides import balance_in_words


@pytest.mark.parametrize(
    ("z", "state"),
    [
        ([2.0, 2.5, 2.6, 2.0, 1.3, 1.29, 2.0], [0, 0, 1, 1, 1, 0, 0]),
        ([-2.7, -1.5, 1.5, 2.0, 2.7], [-1, -1, 0, 0, 1]),
        ([2.7, np.nan, 2.0], [1, 0, 0]),
        ([3.0, -3.0], [1, -1]),
    ],
)
def test_a_word_comes_at_2_6_and_goes_under_1_3_or_on_the_other_side(z, state):
    assert gate.carried(np.array(z))[0].tolist() == state


def test_days_that_cannot_settle_a_state_say_so():
    assert gate.carried(np.array([2.0, 1.5, 1.0]))[1].tolist() == [False, False, True]


def one_log(seed: int, right: float, days: int = 70) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return held(*rng.lognormal(np.log([[100.0], [right]]), 0.15, (2, days)))


@pytest.mark.parametrize("seed", range(6))
def test_the_last_verdict_is_the_same_from_few_windows_as_from_all(seed):
    for right, days in ((100, 70), (93, 70), (96, 200)):
        holds = one_log(seed, right, days)
        pd.testing.assert_frame_equal(latest_balance(holds), balance(holds).tail(1).reset_index(drop=True))


def test_a_word_wants_a_week_of_days_with_a_hold():
    even = 100 * np.tile([0.99, 1.01], 4)
    verdicts = balance(held(even, 0.7 * even[::-1]))["verdict"].tolist()
    assert verdicts == ["not_enough"] * 4 + ["no_clear_difference"] * 2 + ["left_longer"] * 2


def test_runs_of_good_and_bad_days_in_the_months_before_widen_an_interval_of_today():
    steady, runs = np.tile([0.9, 1.1], 70), np.tile([0.9] * 5 + [1.1] * 5, 14)
    before = np.arange(140) < 112
    after_runs, after_none = (held(100 * np.where(before, past, steady), [100.0] * 140) for past in (runs, steady))
    assert width(after_runs) > 1.3 * width(after_none)


def test_a_verdict_stands_while_its_interval_holds_zero_again_and_its_words_say_both():
    rows = pd.concat([balance(one_log(seed, 93)) for seed in range(12)])
    carried = rows[rows["verdict"] == "left_longer_less_clearly"]
    assert (carried["high_pct"] > 0).all()
    assert (rows.loc[rows["verdict"] == "left_longer", "high_pct"] < 0).all()
    row = next(carried.itertuples())
    between = f"(likely from right {-row.low_pct:.0f} % shorter to left {row.high_pct:.0f} % shorter)"
    by = f"right was {-row.balance_pct:.0f} % shorter {between}; which side was held first is not known"
    assert balance_in_words(row) == f"left longer, less clearly than before: {by}"


def test_a_95_percent_interval_without_zero_is_no_word_yet():
    rows = pd.concat([balance(one_log(seed, 93)) for seed in range(12)])
    early = rows[(rows["verdict"] == "no_clear_difference") & (rows["high_pct"] < 0)]
    row = next(early.itertuples())
    between = f"likely right under 1 to {-row.low_pct:.0f} % shorter"
    assert (
        balance_in_words(row)
        == f"not certain enough to say the sides differ ({between}; even sides look so by chance one time in 20)"
    )


def width(holds: pd.DataFrame) -> float:
    return float(balance(holds).iloc[-1][["high_pct", "low_pct"]].astype(float).diff().abs().iloc[-1])


def test_a_day_that_is_good_for_both_sides_does_not_widen_their_difference():
    rng = np.random.default_rng(3)
    day = rng.normal(0, 0.2, 28)
    own = rng.normal(0, 0.05, (2, 28))
    other = np.stack([day, rng.permutation(day)])
    together, separate = held(*100 * np.exp(day + own)), held(*100 * np.exp(other + own))
    assert width(together) < 0.5 * width(separate)


def test_sessions_of_one_day_that_go_up_and_down_together_count_as_one():
    rng = np.random.default_rng(3)
    once = held(*rng.lognormal(np.log(100), 0.2, (2, 28)))
    later = [once.assign(started_at=once["started_at"] + pd.Timedelta(hours=i)) for i in range(3)]
    assert width(pd.concat(later, ignore_index=True)) == pytest.approx(width(once), rel=0.02)


def test_a_steadier_side_that_is_capped_is_not_longer_for_that():
    rng = np.random.default_rng(8)
    told = 0
    for _ in range(60):
        limits = 120 * np.exp(rng.normal(0, [[0.1], [0.3]], (2, 28)))
        row = latest_balance(held(*np.minimum(limits, 120), target_s=120.0)).iloc[0]
        told += row["verdict"].endswith("longer")
    assert told <= 4  # of 60; with one spread for both it is a dozen


def test_of_two_looks_the_nearer_to_zero_counts_and_none_where_they_point_to_either_side():
    z, other = np.array([3.0, -3.0, 3.0, 2.0, 3.0]), np.array([2.0, -4.0, -3.0, 5.0, np.nan])
    np.testing.assert_array_equal(gate.nearer(z, other), [2.0, -3.0, 0.0, 2.0, np.nan])


def test_growth_is_told_a_week_after_it_is_as_sure_as_a_difference():
    """So that a year of looking at level holds seldom brings a word of growth."""
    rng = np.random.default_rng(4)
    log = held(left=(60 + 0.6 * np.arange(56)) * rng.lognormal(0, 0.12, 56), ended="let_go")
    days = range(21, 57)
    words = [hiplog.trend(log[: day + 1]).loc[0, "verdict"] for day in days[:-1]]
    first = words.index(next(word for word in words if word.startswith("longer")))
    looks = [slope_in_errors(log[: day + 1]) for day in days[:-1]]
    assert first == 7 + next(at for at in range(len(looks)) if min(looks[at], looks[at + 7]) > gate.COMES)
    assert max(looks[:first]) > gate.COMES


def slope_in_errors(log: pd.DataFrame) -> float:
    row = hiplog.trend(log).iloc[0]
    freedom = row["n"] - 1
    error = (row["high_s_per_week"] - row["slope_s_per_week"]) / stats.t.ppf(0.975, freedom)
    return float(stats.norm.isf(stats.t.sf(row["slope_s_per_week"] / error, freedom)))
