"""Pain, practice and stops with the days without a hold: what is known, and of how many days it is not."""

import pandas as pd
import pytest
from held import held
from pandas.testing import assert_frame_equal

import hiplog
from hiplog import Log, pain_days, pain_months, pain_next_day, pain_spells, pain_stops, practice
from hiplog.schema import Diary, LogError


def said(**by_day) -> Diary:
    """Return a diary of days of January 2026, as in said(d3={"pain": 8})."""
    rows = [{"day": f"2026-01-{int(day[1:]):02}"} | values for day, values in by_day.items()]
    return Diary(days=pd.DataFrame(rows, dtype=object))


def on(*days, **columns) -> pd.DataFrame:
    """Return a hold on each side on these days of January 2026."""
    began = [f"2026-01-{day:02}T07:{minute}" for day in days for minute in (10, 14)]
    sides = ["left", "right"] * len(days)
    return pd.DataFrame({"started_at": began, "side": sides, "hold_s": 60.0} | columns)


FIVE = on(1, 3, pain_before=[3, 3, 4, 4])  # a diary of five days, three of them too sore
SORE = said(d2={"pain": 8, "reason": "pain"}, d4={"pain": 7, "reason": "pain"}, d5={"pain": 9})


def test_days_too_sore_to_practise_have_their_pain():
    found = pain_days(FIVE, diary=SORE)
    assert found["pain"].tolist() == [3, 8, 4, 7, 9]
    assert found["rated"].tolist() == ["session", "day", "session", "day", "day"]
    assert found["session"].tolist() == [True, False, True, False, False]
    assert pain_months(FIVE, diary=SORE)["median_pain"].tolist() == [7]
    assert pain_months(FIVE)["median_pain"].tolist() == [3.5]


def test_a_day_of_which_nothing_is_known_is_there_as_such():
    found = pain_days(on(1, 4, pain_before=2), diary=said(d6={"reason": "away"}))
    assert found["pain"].isna().tolist() == [False, True, True, False, True, True]
    assert found["rated"].isna().tolist() == [False, True, True, False, True, True]


def test_a_session_comes_before_what_was_said_of_its_day_and_the_highest_of_both_counts():
    found = pain_days(on(1, pain_before=2, pain_after=4), diary=said(d1={"pain": 9, "time": "06:00"}))
    assert found[["pain", "highest", "rated"]].to_numpy().tolist() == [[2, 9, "session"]]


def test_the_first_that_was_said_of_a_day_counts():
    times = {"day": ["2026-01-01"] * 3, "time": ["19:00", "07:10", "06:00"]}
    three = pd.DataFrame(times | {"pain": [9, 6, None], "note": "x"})
    assert pain_days(on(2), diary=Diary(days=three))["pain"].tolist()[0] == 6


def test_a_month_says_of_how_many_days_pain_is_not_known_and_how_many_of_them_had_no_session():
    log = on(*range(1, 21), pain_before=[5.0, 5.0] * 15 + [None] * 10)
    found = pain_months(log, diary=said(d23={"pain": 6}, d28={"pain": 6})).iloc[0]
    assert found[["n", "n_days", "n_no_session"]].tolist() == [17, 28, 6]


def test_pain_known_from_days_alone_makes_a_spell():
    calm = held(left=[60] * 20, pain_before=2)
    bad = said(d21={"pain": 7}, d22={"pain": 8}, d23={"pain": 2}, d24={"pain": 2})
    assert pain_spells(calm, diary=bad)[["days", "peak"]].to_numpy().tolist() == [[2, 8]]
    assert pain_spells(calm).empty


def test_a_log_brings_its_own_days_and_what_is_given_comes_before_them():
    with Log(":memory:") as log:
        log.add(FIVE, diary=SORE)
        assert_frame_equal(pain_days(log), pain_days(FIVE, diary=SORE))
        assert_frame_equal(pain_days(log, diary=Diary()), pain_days(FIVE))


def test_days_are_limited_as_holds_are():
    assert pain_days(FIVE, diary=SORE, since="2026-01-02", until="2026-01-04")["pain"].tolist() == [8, 4, 7]
    assert pain_days(FIVE, diary=SORE, since="2026-01-02T07:00")["pain"].tolist() == [8, 4, 7, 9]


def test_days_alone_without_a_hold_have_their_pain_too():
    none = on(1)[:0]
    assert pain_days(none, diary=SORE)["pain"].dropna().tolist() == [8, 7, 9]
    assert practice(none, diary=SORE).empty


def test_the_next_day_is_held_against_the_end_of_this_session():
    log = on(1, 2, 4, 5, 8, pain_before=[5, 5, 3, 3, 6, 6, 2, 2, 1, 1], pain_after=[4, 4, 2, 2, 4, 4, 1, 1, 0, 0])
    found = pain_next_day(log, diary=said(d3={"pain": 7}, d5={"pain": 9}, d9={"note": "fine"}))
    assert found["pain_after"].tolist() == [4, 2, 4, 1, 0]
    assert found["pain_next_day"].fillna(-1).tolist() == [3, 7, 2, -1, -1]
    assert found["change"].fillna(-99).tolist() == [-1, 5, -2, -99, -99]


def test_of_several_sessions_of_a_day_the_last_is_held_against_the_next_day():
    twice = pd.concat([on(1, pain_after=6.0), on(1, pain_after=3.0).assign(started_at="2026-01-01T19:00")])
    found = pain_next_day(twice, diary=said(d2={"pain": 3}))
    assert found[["pain_after", "change"]].to_numpy().tolist() == [[3, 0]]


def test_holds_that_pain_ended_are_counted_for_each_side():
    log = held(left=[60] * 5, right=[60] * 3, ended=["pain", "pain", "let_go", None, "target", *["target"] * 3])
    assert pain_stops(log).to_numpy().tolist() == [["left", 5, 4, 2], ["right", 3, 3, 0]]


def test_a_session_that_pain_ended_is_done_and_said_to_be_ended_by_pain():
    one_side = held(left=[20] * 28, ended="pain", target_s=120.0)
    found = practice(one_side)
    assert [found["done"].sum(), found["ended_by_pain"].sum()] == [28, 28]
    assert practice(on(1, 2))["ended_by_pain"].tolist() == [0, 0]


PLANS = pd.DataFrame({"day": ["2026-01-02", "2026-01-04"], "plan": [3, 2]})


def test_each_day_has_the_plan_of_its_day_and_a_plan_that_is_given_wins():
    diary = Diary(plans=PLANS)
    found = practice(on(1, 2, 3, 4), diary=diary)
    assert found["planned"].tolist() == [1, 3, 3, 2]
    assert found["share"].tolist() == pytest.approx([1, 1 / 3, 1 / 3, 1 / 2])
    assert practice(on(1, 2), diary=diary, plan=2)["planned"].tolist() == [2, 2]
    assert practice(on(5), diary=diary, since="2026-01-05")["planned"].tolist() == [2]


def test_in_a_pause_nothing_is_meant_a_streak_stands_and_so_does_the_score():
    away = said(d3={"reason": "away"}, d4={"reason": "ill"}, d6={"note": "busy"})
    found = practice(on(1, 2, 5, 7), diary=away)
    assert found["planned"].tolist() == [1, 1, 0, 0, 1, 1, 1]
    assert found["reason"].fillna("").tolist() == ["", "", "away", "ill", "", "", ""]
    assert found["share"].isna().tolist() == [False, False, True, True, False, False, False]
    assert found["streak"].tolist() == [1, 2, 2, 2, 3, 0, 1]
    assert found["score"][:5].tolist() == pytest.approx([1] * 5)
    without = practice(on(1, 2, 3, 5))  # the same days as if there had been no pause
    assert found["score"].iloc[5:].tolist() == pytest.approx(without["score"].iloc[3:].tolist())


def test_a_day_with_a_reason_and_a_session_is_a_day_with_a_session():
    found = practice(on(1, 2), diary=said(d2={"reason": "pain", "pain": 7}), plan=3)
    assert found[["planned", "done"]].to_numpy().tolist() == [[3, 1], [3, 1]]
    assert found["reason"].isna().all()


def test_a_pause_at_the_end_is_counted_and_leaves_the_streak():
    found = practice(on(1, 2), diary=said(d3={"reason": "told_to_pause"}, d4={"reason": "told_to_pause"}))
    assert found["streak"].tolist() == [1, 2, 2, 2]
    missed = practice(on(1, 2), diary=said(d4={"reason": "ill"}))
    assert missed["streak"].tolist() == [1, 2, 0, 0]


def test_a_diary_that_is_none_is_refused():
    with pytest.raises(LogError, match=r"practice: diary is .*, expected a Diary, like log.diary\(\), or None"):
        hiplog.practice(on(1), diary=PLANS)
