"""The probability of holding at least so many seconds."""

import numpy as np
import pandas as pd
import pytest
from diaries import diary
from held import held, vector
from scipy.special import stdtrit

from hiplog.measures.probability import hold_probability
from hiplog.normal import Z

# Freireich et al. (1963), 6-MP: weeks of remission of 21 patients, + censored; S(t) as every textbook prints it.
WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
HOUR = pd.Timedelta(hours=1)
CENSORED = [3, 5, 7, 8, 11, 12, 13, 16, 17, 18, 19, 20]


@pytest.fixture
def remission() -> pd.DataFrame:
    ended = np.where(np.isin(np.arange(21), CENSORED), "interrupted", "let_go")
    return hold_probability(held(left=WEEKS, ended=ended), days=None).set_index("seconds")


def test_at_least_is_not_more_than_and_a_low_target_is_censored_at_its_own_seconds():
    given = vector("hold_probability_small")
    holds = held(left=[h["seconds"] for h in given["holds"]], ended=[h["ended"] for h in given["holds"]])
    found = hold_probability(holds).set_index("seconds")["probability"]
    for seconds in (60, 90, 120):
        assert found[seconds] == pytest.approx(given["expected"][f"P(T>={seconds})"], abs=1e-10)
    assert 121 not in found.index


def test_the_textbook_curve_agrees(remission):
    after = {7: 0.857, 9: 0.807, 11: 0.753, 16: 0.690, 17: 0.627, 23: 0.538, 25: 0.448}
    assert remission.loc[list(after), "probability"].round(3).tolist() == list(after.values())


def test_the_influences_sum_to_greenwoods_variance(monkeypatch):
    monkeypatch.setattr("hiplog.measures.fits.by_day.widened", lambda r1, n, series: np.ones(len(r1)))
    ended = np.where(np.isin(np.arange(21), CENSORED), "interrupted", "let_go")
    found = hold_probability(held(left=WEEKS, ended=ended), days=None).set_index("seconds")
    usual = stdtrit(20, 0.975) / Z * np.sqrt(21 / 20)
    for seconds, interval in {7: (0.620, 0.952), 11: (0.503, 0.889), 25: (0.188, 0.680)}.items():
        ours = np.log(-np.log(found.loc[seconds, ["low_probability", "high_probability"]].to_numpy()))
        assert np.diff(ours) / np.diff(np.log(-np.log(interval))) == pytest.approx(usual, rel=0.004)


def test_holds_that_go_together_on_a_day_tell_no_more_than_one():
    seconds = np.random.default_rng(3).lognormal(4.3, 0.2, 28).round()
    once = hold_probability(held(left=seconds))
    again = [held(left=seconds).assign(started_at=lambda h, i=i: h["started_at"] + i * HOUR) for i in range(3)]
    thrice = hold_probability(pd.concat(again, ignore_index=True))
    inside = once["probability"].between(0.1, 0.9)
    for name in ("low_probability", "high_probability"):
        assert thrice.loc[inside, name].tolist() == pytest.approx(once.loc[inside, name].tolist(), abs=0.02)


def test_slips_are_left_out():
    assert hold_probability(held(left=[60, 1, 70, 80]))["seconds"].tolist() == [60, 70, 80]


def test_two_days_have_no_interval():
    found = hold_probability(held(left=[60, 80])).set_index("seconds").loc[80]
    assert found["probability"] == 0.5
    assert found[["low_probability", "high_probability"]].isna().all()


def test_before_the_first_hold_ended_all_went_on_and_the_interval_is_exact():
    found = hold_probability(held(left=[120] * 28, target_s=120.0)).loc[0]
    assert found[["probability", "high_probability"]].tolist() == [1, 1]
    assert found["low_probability"] == pytest.approx(0.025 ** (1 / 28))


def test_both_sides_stand_at_the_same_seconds_and_beyond_the_longest_is_missing():
    found = hold_probability(held(left=[60, 80], right=[70, 90])).set_index(["side", "seconds"])
    assert found.loc["left"].index.tolist() == found.loc["right"].index.tolist() == [60, 70, 80, 90]
    assert found.loc["left", "probability"].tolist()[:3] == [1, 0.5, 0.5]
    assert found.loc[("left", 90), ["probability", "low_probability", "high_probability"]].isna().all()


def test_only_the_last_days_count():
    holds = held(left=[10] * 10 + [50] * 28)
    assert hold_probability(holds)["seconds"].tolist() == [50]
    assert hold_probability(holds, days=29)["seconds"].tolist() == [10, 50]
    assert hold_probability(holds, days=None)["probability"].tolist() == [1, pytest.approx(28 / 38)]


def test_neither_end_of_the_interval_rises_where_few_days_make_it_wide():
    log = diary(365, growth_s=0.08)  # of the right side the lower end went 0.67, 0.10, 0.44 here
    found = hold_probability(log, days=28).dropna()
    for _, rows in found.groupby("side"):
        assert (np.diff(rows[["low_probability", "high_probability"]], axis=0) <= 0).all()
        assert rows["probability"].between(rows["low_probability"], rows["high_probability"]).all()


def test_the_probability_falls_and_lies_in_its_interval():
    rng = np.random.default_rng(2)
    found = hold_probability(held(left=np.minimum(rng.lognormal(4.5, 0.3, 28), 120), target_s=120.0))
    assert found["probability"].is_monotonic_decreasing
    assert (found["low_probability"] <= found["probability"]).all()
    assert (found["probability"] <= found["high_probability"]).all()
