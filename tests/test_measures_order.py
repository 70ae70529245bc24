"""Which side was held first is part of the comparison of the sides, or is said with it."""

import numpy as np
import pandas as pd
import pytest
from held import held

import hiplog
from hiplog.charts.pictures import in_words
from hiplog.measures.holds.arrays import arrays_of
from hiplog.measures.holds.selection import chosen
from hiplog.verdicts.sides import balance_in_words

SECOND = ", and second holds are often shorter"
ALWAYS, TURNS = np.ones(56, bool), np.arange(56) % 2 == 0


def ordered(right_first: np.ndarray, *, second=0.15, right=100.0, seed=1, cap=None) -> pd.DataFrame:
    """Return a session a day of somebody whose second hold is shorter by that share."""
    rng = np.random.default_rng(seed)
    limits = np.array([[100.0], [right]]) * np.exp(0.12 * rng.standard_normal((2, len(right_first))))
    is_second = np.stack([right_first, ~right_first])
    limits = limits * (1 - second * is_second)
    log = held(*np.minimum(limits, cap or np.inf), ended="let_go", target_s=cap or np.nan)
    if cap:
        log.loc[log["hold_s"] >= cap, "ended"] = "target"
    return log.assign(started_at=log["started_at"] + pd.to_timedelta(3 * is_second.ravel(), unit="min"))


def last(log: pd.DataFrame):
    return next(hiplog.balance(log).tail(1).itertuples())


def test_a_second_hold_is_known_by_its_time():
    log = chosen("balance", ordered(TURNS[:2]), None, each=True)
    assert dict(zip(zip(log["day"].dt.day, log["side"], strict=True), arrays_of(log).place, strict=True)) == {
        (1, "right"): -0.5,
        (1, "left"): 0.5,
        (2, "left"): -0.5,
        (2, "right"): 0.5,
    }


def test_the_order_of_a_file_of_days_and_of_a_side_alone_is_not_known():
    days, alone = held(left=[60, 61], right=[60, 61]), held(left=[60, 61])
    for log in (days, alone):
        assert (arrays_of(chosen("balance", log, None, each=True)).place == 0).all()
    row = last(held(*np.random.default_rng(1).lognormal(4.5, 0.1, (2, 28)), ended="let_go"))
    assert (row.n_first, row.n_ordered, row.at_equal_order) == (0, 0, False)
    assert pd.isna(row.first_side)
    assert "first" not in balance_in_words(row)


def test_a_slip_does_not_make_a_side_the_first():
    log = ordered(ALWAYS[:1])
    slip = log[log["side"] == "left"].assign(
        hold_s=0.8, started_at=lambda rows: rows["started_at"] - pd.Timedelta("9min")
    )
    both = chosen("balance", pd.concat([slip, log], ignore_index=True), None, each=True)
    assert arrays_of(both).place[(both["side"] == "right").to_numpy()].tolist() == [-0.5]


def test_where_both_orders_occur_the_balance_is_that_at_equal_order():
    mostly = np.arange(56) % 3 > 0  # right is first on two days of three
    row = last(ordered(mostly))
    naive = last(ordered(mostly).assign(started_at=lambda log: log["started_at"].dt.normalize()))
    assert row.at_equal_order
    assert row.low_pct < 0 < row.high_pct
    assert naive.balance_pct > row.balance_pct + 2
    assert (row.first_side, row.n_first, row.n_ordered) == ("right", 19, 28)
    assert "first" not in balance_in_words(row)


def test_where_one_side_was_always_first_whatever_says_which_is_longer_says_that():
    row = last(ordered(ALWAYS))
    assert row.verdict == "right_longer"
    assert (row.first_side, row.n_first, row.n_ordered, row.at_equal_order) == ("right", 28, 28, False)
    assert balance_in_words(row).endswith("; right was always held first")
    assert str(hiplog.summary(ordered(ALWAYS))).count("; right was always held first") == 2


def test_what_the_order_may_mean_is_said_once_beside_the_word_that_a_side_is_longer():
    means = f"; right was always held first{SECOND}: part of the difference may be the order."
    assert str(hiplog.summary(ordered(ALWAYS))).count(means) == 1
    assert in_words(hiplog.plot_balance(ordered(ALWAYS)).figure).count(means) == 1


def test_where_the_longer_side_was_held_second_the_order_hides_rather_than_makes_a_difference():
    log = ordered(~ALWAYS, right=140.0)
    assert last(log).verdict == "right_longer"
    means = f"; left was always held first{SECOND}: at equal order the difference may be larger."
    assert means in str(hiplog.summary(log))


def test_where_one_side_was_nearly_always_first_it_is_counted():
    row = last(ordered(np.arange(56) != 50))
    assert balance_in_words(row).endswith("; right was held first in 27 of 28 sessions")


def test_swapping_the_sides_swaps_the_order():
    log = ordered(np.arange(56) % 3 > 0, right=90.0)
    one, other = last(log), last(log.assign(side=log["side"].map({"left": "right", "right": "left"})))
    assert one.balance_pct == -other.balance_pct
    assert (one.first_side, other.first_side) == ("right", "left")


def test_the_typical_hold_and_the_curve_are_those_at_equal_order_too():
    log = ordered(np.arange(56) % 3 > 0, seed=2)
    row, typical = last(log), hiplog.typical_hold(log)["median_s"].tolist()
    assert typical == pytest.approx([row.left_s, row.right_s])
    curve = hiplog.progress(log).groupby("side")["median_s"].mean()
    plain = (
        hiplog.progress(log.assign(started_at=log["started_at"].dt.normalize())).groupby("side")["median_s"].mean()
    )
    assert abs(curve["right"] - curve["left"]) < abs(plain["right"] - plain["left"]) - 1.5


@pytest.mark.parametrize("cap", [None, 105.0])
def test_even_sides_in_turn_are_seldom_told_apart_whatever_a_second_hold_costs(cap):
    told = [last(ordered(TURNS, second=0.15, seed=seed, cap=cap)).verdict for seed in range(40)]
    assert sum("longer" in verdict for verdict in told) <= 3
