"""Pain before and after, by month, and its spells."""

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from diaries import diary
from held import held

import hiplog
from hiplog.measures.pain.change import change_of_sides, pain_change
from hiplog.measures.pain.months import pain_months
from hiplog.measures.pain.spells import pain_spells
from hiplog.schema import conform


def daily(*pain) -> pd.DataFrame:
    """Return a left hold a day from 1 January 2026, with this pain after it."""
    return held(left=[60] * len(pain), pain_after=list(pain))


@pytest.mark.parametrize(
    ("before", "after", "category"),
    [
        (5, 3, "better"),
        (5, 3.1, "a little better"),
        (5, 4, "a little better"),
        (5, 4.1, "same"),
        (5, 5.9, "same"),
        (4.3, 5.3, "a little worse"),
        (3.1, 5.1, "worse"),
    ],
)
def test_a_change_has_its_word(before, after, category):
    found = pain_change(held(left=[60], pain_before=before, pain_after=after)).loc[0]
    assert found["change"] == pytest.approx(after - before)
    assert found["category"] == category


def test_what_was_not_asked_is_missing_and_the_session_is_there():
    found = pain_change(held(left=[60, 61], pain_before=[3, None], pain_after=2))
    assert found["change"].isna().tolist() == [False, True]
    assert found["category"].isna().tolist() == [False, True]
    assert found["pain_after"].tolist() == [2, 2]


def test_months_are_counted_back_from_the_last_day_with_pain():
    found = pain_months(daily(*[6] * 28, *[4] * 28))
    assert found["begin"].tolist() == [pd.Timestamp("2026-01-01"), pd.Timestamp("2026-01-29")]
    assert found["end"].iloc[-1] == pd.Timestamp("2026-02-25")
    assert found[["n", "median_pain"]].to_numpy().tolist() == [[28, 6], [28, 4]]
    assert found.loc[1, ["change", "change_pct"]].tolist() == pytest.approx([-2, -100 / 3])


def test_a_percentage_of_little_pain_is_left_out():
    found = pain_months(daily(*[2.9] * 28, *[1] * 28))
    assert found["change"].iloc[1] == pytest.approx(-1.9)
    assert found["change_pct"].isna().all()


def test_a_month_without_pain_logged_is_there():
    holds = daily(*[5] * 100).query("started_at < '2026-01-05' or started_at > '2026-04-01'")
    assert pain_months(holds)["n"].tolist() == [4, 0, 0, 9]


def test_a_spell_runs_from_its_first_to_its_last_high_day():
    found = pain_spells(daily(*[2] * 20, 5, 3, 6, *[2] * 10))
    assert found.to_numpy().tolist() == [[pd.Timestamp("2026-01-21"), pd.Timestamp("2026-01-23"), 3, 6.0]]


@pytest.mark.parametrize(
    "pain",
    [[*[2] * 20, 9, *[2] * 10], [*[2] * 8, 6, 6, 2, 2], [*[2] * 20, 3.9, 3.9, 3.9, 2], [*[1, 3, 5] * 7, 5, 5, 1]],
    ids=["one day alone", "too few days before", "under 2 points", "no more than it always varies"],
)
def test_what_is_no_spell(pain):
    assert pain_spells(daily(*pain)).empty


def test_one_day_below_does_not_end_a_spell_and_two_do():
    found = pain_spells(daily(*[2] * 20, 6, 6, 2, 6, 2, 2, 6, 6, 2, 2))
    assert found["days"].tolist() == [4, 2]


def test_a_spell_goes_on_while_pain_stays_half_as_high_over_the_median():
    found = pain_spells(daily(*[2] * 20, 5, 5, 4, 4, 3.3, 3.2, 3.2, 2))
    assert found["days"].tolist() == [5]


def test_a_spell_that_lasts_ends_with_the_last_day_logged():
    found = pain_spells(daily(*[2] * 20, 6, 6, 7))
    assert found[["days", "peak"]].to_numpy().tolist() == [[3, 7]]


def test_a_month_without_notes_ends_a_spell():
    holds = daily(*[2] * 20, *[7] * 60)
    kept = holds.query("started_at < '2026-01-24' or started_at > '2026-03-10'")
    assert pain_spells(kept)["end"].iloc[0] == pd.Timestamp("2026-01-23")


def test_a_days_pain_is_the_highest_given_on_it():
    holds = held(left=[60] * 23, pain_before=[2] * 20 + [6] * 3, pain_after=1)
    assert pain_spells(holds)["peak"].tolist() == [6]


def months_of(*medians):
    return pain_months(daily(*[pain for median in medians for pain in [median] * 28]))


def test_a_month_is_lower_only_against_four_own_ones_after_the_first():
    assert months_of(9, 5, 6, 5, 6, 2)["verdict"].tolist() == ["not_enough"] * 5 + ["lower"]
    assert months_of(9, 5, 6, 5, 6, 5)["verdict"].iloc[-1] == "as_before"
    assert months_of(2, 5, 5, 5, 5, 5.9)["verdict"].iloc[-1] == "as_before"  # under a point
    assert months_of(2, 5, 5, 5, 5, 6.1)["verdict"].iloc[-1] == "higher"
    assert months_of(9, 3, 6, 4, 7, 2)["verdict"].iloc[-1] == "as_before"  # it has always varied so


def test_a_month_is_lower_only_where_the_28_days_that_ended_a_week_before_were_too():
    own = [pain for median in (9, 5, 6, 5, 6) for pain in [median] * 28]
    verdicts = [
        pain_months(daily(*own, *[6] * (28 - low), *[2] * low))["verdict"].iloc[-1] for low in (15, 21, 22)
    ]
    assert verdicts == ["as_before", "as_before", "lower"]


def test_a_month_of_six_days_is_told_nothing():
    holds = daily(*[5] * 28 * 5, *[1] * 28)
    few = holds[holds["started_at"] < holds["started_at"].max() - pd.Timedelta(days=21)]
    last = pd.concat([few[few["started_at"] < "2026-05-21"], holds.tail(6)])
    assert pain_months(last)[["n", "verdict"]].iloc[-1].tolist() == [6, "not_enough"]


def test_more_sessions_and_answers_after_them_raise_no_month():
    once = held(left=[60] * 28, pain_before=4, pain_after=None)
    again = held(left=[60] * 28, pain_before=7, pain_after=8)
    again["started_at"] += pd.Timedelta(hours=8)
    assert pain_months(pd.concat([once, again], ignore_index=True))["median_pain"].tolist() == [4]


def test_a_spell_of_four_weeks_is_the_level():
    found = pain_spells(daily(*[2] * 28, *[7] * 60))
    assert found["days"].tolist() == [28]


def test_a_month_is_held_against_the_prediction_interval_of_the_earlier_ones_but_the_first():
    of_month = [6.0, 3.0, 4.0, 3.0, 4.0, 5.0]
    pains = np.repeat(of_month, 28)
    months = pain_months(held(left=[60] * len(pains), pain_before=pains))
    reach = scipy.stats.t.ppf(0.975, 3) * np.std([3, 4, 3, 4], ddof=1) * np.sqrt(1 + 1 / 4)
    assert reach < 3
    last = months.iloc[-1]
    assert last[["low_pain", "high_pain"]].tolist() == pytest.approx([3.5 - reach, 3.5 + reach])
    assert months["verdict"].tolist() == ["not_enough"] * 5 + ["as_before"]
    assert months["low_pain"].iloc[:5].isna().all()


def apart(before, after, days=28):
    """Return a log whose left and right side were rated one by one."""
    left, right = (
        held(left=[60.0] * days, pain_before=b, pain_after=a) for b, a in zip(before, after, strict=True)
    )
    return pd.concat([left, right.assign(side="right")], ignore_index=True)


def test_the_change_of_a_side_is_its_own_where_the_sides_were_rated_one_by_one():
    log = apart(before=(2, 6), after=(4, 5))
    assert pain_change(log)["change"].tolist() == [-1] * 28
    changes = change_of_sides(conform(log)).groupby("side")["change"]
    assert changes.unique().map(list).to_dict() == {"left": [2.0], "right": [-1.0]}
    assert changes.size().tolist() == [28, 28]


@pytest.mark.parametrize("after", [(4, 5), (4, 4)])
def test_where_one_number_is_given_before_a_session_it_is_of_no_side(after):
    assert change_of_sides(conform(apart(before=(6, 6), after=after))).empty


def test_a_day_says_whether_its_pain_is_the_higher_of_two():
    log = apart(before=(2, 6), after=(1, 9), days=5)
    log.loc[[3, 8], "pain_before"] = 3.0
    days = hiplog.pain_days(log)
    assert days["of_two"].tolist() == [True, True, True, False, True]
    assert days["pain"].tolist() == [6, 6, 6, 3, 6]


def test_a_days_pain_is_that_of_its_first_session_where_the_sides_were_asked_one_by_one():
    log = diary(40, a_day=2)
    before = hiplog.pain_change(log).set_index("started_at")["pain_before"]
    firsts = before.groupby(before.index.normalize()).first()
    assert (log.groupby("session_id")["pain_before"].nunique() > 1).any()
    assert hiplog.pain_days(log).set_index("day")["pain"].tolist() == firsts.tolist()
    following = hiplog.pain_next_day(log)
    days = following["started_at"].dt.normalize() + pd.Timedelta(days=1)
    assert following["pain_next_day"].dropna().tolist() == days.map(firsts).dropna().tolist()
