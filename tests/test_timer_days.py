"""What the timer keeps and shows beside holds: days without a session, the plan, and the last four weeks."""

import pandas as pd
import pytest

from hiplog.exercise import REASONS_IN_WORDS
from hiplog.log import Log
from hiplog.schema import REASONS
from hiplog.timer import HoldTimer

TODAY = f"{pd.Timestamp.now():%Y-%m-%d}"
DAY = {
    "day_id": "44444444-4444-4444-8444-444444444444",
    "day": TODAY,
    "time": "07:10",
    "pain": None,
    "reason": "ill",
    "note": None,
}


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite").begin()


def answer_of(timer, **message):
    answers = []
    timer.send = lambda content, buffers=None: answers.append(content)
    timer._handle_custom_msg({"page": "page", "request": 7} | message, [])
    (answer,) = answers
    return answer


def hand_over(timer, day, **record):
    record = {"changes": {}, "removed": False, "anew": False} | record
    return answer_of(timer, type="hold-finished", records={day["day_id"]: {"day": day} | record})


def in_log(log):
    return [tuple(row) for row in log.days()[["reason", "pain", "note", "source"]].astype(object).to_numpy()]


def test_a_day_without_a_session_is_in_the_log_when_it_is_answered(log):
    answer = hand_over(HoldTimer(log), DAY | {"pain": 7, "note": "=stiff"})
    assert (answer["kept"], answer["error"]) == ([DAY["day_id"]], None)
    assert in_log(log) == [("ill", 7.0, "=stiff", "timer")]


def test_what_is_said_of_a_day_is_corrected_and_taken_out_again(log):
    timer = HoldTimer(log)
    hand_over(timer, DAY)
    hand_over(timer, DAY | {"reason": "pain"}, changes={"reason": "pain"})
    assert log.days()["reason"].tolist() == ["pain"]
    hand_over(timer, DAY, removed=True)
    assert log.days().empty
    hand_over(timer, DAY | {"reason": "away"}, anew=True)
    assert log.days()["reason"].tolist() == ["away"]


def test_what_an_editor_changed_of_a_day_meanwhile_is_not_corrected_over_and_is_answered(log):
    timer = HoldTimer(log)
    hand_over(timer, DAY)
    log.change(DAY["day_id"], by="editor", reason="away")
    corrected = {"day": DAY | {"reason": "pain", "pain": 4}, "changes": {"reason": "pain", "pain": 4}}
    differs = hand_over(timer, corrected["day"], changes=corrected["changes"])["differs"][DAY["day_id"]]
    assert differs == {"pain": 4.0, "reason": "away", "note": None, "version": 3}
    assert log.days()[["reason", "pain"]].to_numpy().tolist() == [["away", 4.0]]
    hand_over(timer, corrected["day"], changes=corrected["changes"], knows=3)
    assert log.days()[["reason", "pain"]].to_numpy().tolist() == [["pain", 4.0]]


def test_what_an_editor_emptied_of_a_day_does_not_come_back_with_a_record_that_is_sent_again(log):
    timer = HoldTimer(log)
    hand_over(timer, DAY)
    more = {"note": "stiff", "pain": 4}
    hand_over(timer, DAY | more, changes=more)  # and the answer is lost
    log.change(DAY["day_id"], by="editor", note=None)
    answer = hand_over(timer, DAY | more, changes=more)
    assert answer["differs"][DAY["day_id"]]["note"] is None
    assert log.days()["note"].isna().tolist() == [True]
    assert log.days()["pain"].tolist() == [4.0]


def test_what_an_editor_said_of_a_day_stays_when_the_page_takes_back_its_own_words(log):
    timer = HoldTimer(log)
    hand_over(timer, DAY)
    log.change(DAY["day_id"], by="editor", note="stiff")
    answer = hand_over(timer, DAY | {"reason": None}, removed=True)
    assert answer["differs"][DAY["day_id"]] == {"pain": None, "reason": None, "note": "stiff", "version": 3}
    hand_over(timer, DAY | {"reason": None}, removed=True, knows=3)
    assert log.days().empty


def test_a_day_of_which_nothing_is_said_is_refused_with_a_sentence(log):
    answer = hand_over(HoldTimer(log), DAY | {"reason": None})
    assert answer["refused"] == {
        DAY["day_id"]: "pain, reason and note are all missing, expected one of them at least"
    }


def test_the_page_is_shown_what_was_said_of_today_without_its_note(log):
    timer = HoldTimer(log)
    hand_over(timer, DAY | {"note": "private"})
    assert timer.days == [{"day": TODAY, "pain": None, "reason": "ill"}]


def test_every_reason_of_the_log_has_words(log):
    assert list(HoldTimer(log).reasons) == list(REASONS_IN_WORDS)
    assert sorted(REASONS_IN_WORDS) == sorted(REASONS)


def test_a_plan_is_asked_for_until_it_is_set_and_is_the_logs_from_its_day_on(log):
    timer = HoldTimer(log)
    assert timer.plan == {"plan": 1, "asked": False}
    assert answer_of(timer, type="plan-set", plan=3, day=TODAY, was=[1])["error"] is None
    assert (timer.plan, log.plan(TODAY)) == ({"plan": 3, "asked": True}, 3)
    assert log.plan("2026-01-01") == 1


def test_a_plan_that_waited_does_not_undo_one_that_was_set_elsewhere_since(log):
    timer = HoldTimer(log)
    log.set_plan(3, since=TODAY)
    said = answer_of(timer, type="plan-set", plan=2, day=TODAY, was=[1])
    assert (said["error"], log.plan(TODAY)) == (None, 3)
    assert said["plan"].startswith("Your plan of 2 a day is not in your log: 3 a day was set elsewhere since.")
    assert answer_of(timer, type="plan-set", plan=2, day=TODAY, was=[1, 3])["plan"] is None
    assert log.plan(TODAY) == 2


def test_a_day_of_a_page_whose_zone_is_ahead_of_pythons_is_kept(log):
    tomorrow = (pd.Timestamp.now() + pd.Timedelta(days=1)).date().isoformat()
    hand_over(HoldTimer(log), DAY | {"day": tomorrow})
    assert log.days()["day"].dt.date.astype("str").tolist() == [tomorrow]


def test_a_plan_that_is_none_is_refused_with_a_sentence(log):
    assert "expected" in answer_of(HoldTimer(log), type="plan-set", plan=9, day=TODAY, was=[1])["error"]


def test_a_pause_does_not_break_a_streak(log):
    begun = [pd.Timestamp(TODAY) - pd.Timedelta(days=days, hours=-hour) for days in (3, 2) for hour in (1, 2)]
    log.add(pd.DataFrame({"started_at": begun, "side": ["right", "left"] * 2, "hold_s": 60}))
    assert HoldTimer(log).streak["last"] == f"{begun[-1]:%Y-%m-%d}"
    yesterday = pd.Timestamp(TODAY) - pd.Timedelta(days=1)
    log.add_days(pd.DataFrame({"day": [yesterday], "reason": ["ill"]}))
    assert HoldTimer(log).streak == {"days": 2, "last": f"{yesterday:%Y-%m-%d}"}


def test_the_last_four_weeks_are_the_longest_holds_of_each_day(log):
    day = pd.Timestamp(TODAY)
    begun = [day - pd.Timedelta(days=2, hours=-hour) for hour in (1, 2, 5)] + [day - pd.Timedelta(days=40)]
    seconds, sides = [60, 50, 70, 99], ["right", "left", "right", "right"]
    log.add(pd.DataFrame({"started_at": begun, "side": sides, "hold_s": seconds}))
    (shown,) = HoldTimer(log).history
    assert shown == {"day": f"{begun[0]:%Y-%m-%d}", "left_s": 50.0, "right_s": 70.0}
