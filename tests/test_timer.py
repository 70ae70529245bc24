"""The Python side of the timer: messages are handed over as the page would send them."""

import threading
from pathlib import Path

import pandas as pd
import pytest

from hiplog.log import Log
from hiplog.schema import Diary, LogError, empty
from hiplog.timer import HoldTimer

HOLD = {
    "hold_id": "11111111-1111-4111-8111-111111111111",
    "session_id": "22222222-2222-4222-8222-222222222222",
    "started_at": "2026-03-04T07:10:00.250",
    "utc_offset_min": 60,
    "exercise": "hip_balance",
    "side": "right",
    "hold_s": 83.215,
    "target_s": 120,
    "ended": "let_go",
    "pain_before": None,
    "pain_after": None,
    "note": None,
    "source": "timer",
}
LEFT = HOLD | {"hold_id": "33333333-3333-4333-8333-333333333333", "side": "left", "hold_s": 70.5}


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite").begin()


@pytest.fixture
def hand_over(log):
    """Return a function that hands a timer of `log` a message as timer.js would, and returns the answer."""
    return lambda *records: _hand_over(HoldTimer(log), *records)


def _record(hold, *, changes=None, removed=False, anew=False):
    return {"hold": hold, "changes": changes or {}, "removed": removed, "anew": anew}


def _answered(**answer):
    """Return an answer in which all but `answer` is empty."""
    nothing = {
        "type": "answered",
        "page": "page",
        "request": 7,
        "kept": [],
        "gone": [],
        "refused": {},
        "differs": {},
        "error": None,
        "lacks": False,
    }
    return nothing | answer


def _hand_over(timer, *records, kind="hold-finished"):
    by_id = {record["hold"]["hold_id"]: record for record in records}
    return _handle(timer, {"type": kind, "page": "page", "request": 7, "records": by_id})


def _handle(timer, message):
    """Return what the message is answered, without the last change, which has a time and a token of its own."""
    return {name: value for name, value in _answer(timer, message).items() if name != "last_change"}


def _answer(timer, message):
    answers = []
    timer.send = lambda content, buffers=None: answers.append(content)
    timer._handle_custom_msg(message, [])
    (answer,) = answers
    return answer


def test_a_finished_hold_is_in_the_log_when_it_is_answered(log, hand_over):
    answer = hand_over(_record(HOLD))
    assert answer == _answered(kept=[HOLD["hold_id"]])
    (kept,) = log.holds().astype(object).where(lambda frame: frame.notna(), None).to_dict("records")
    assert kept == HOLD | {"claimed_s": None, "started_at": pd.Timestamp("2026-03-04T07:10:00.250")}


def test_a_hold_that_is_handed_over_twice_arrives_once(log, hand_over):
    hand_over(_record(HOLD))
    assert hand_over(_record(HOLD))["kept"] == [HOLD["hold_id"]]
    assert len(log.holds()) == 1


def test_what_an_editor_changed_of_a_hold_is_answered_with_its_rating(log, hand_over):
    hand_over(_record(HOLD), _record(LEFT))
    log.change(HOLD["hold_id"], by="editor", side="left", hold_s=20.0, note="editor's")
    answer = hand_over(_record(HOLD | {"pain_after": 6, "note": "stiff"}), _record(LEFT | {"note": " stiff\n"}))
    shown = {name: HOLD.get(name) for name in ("claimed_s", "ended", "pain_before")}
    in_log = shown | {"side": "left", "hold_s": 20.0, "pain_after": 6.0, "note": "editor's", "version": 4}
    assert (answer["kept"], answer["differs"]) == ([HOLD["hold_id"], LEFT["hold_id"]], {HOLD["hold_id"]: in_log})


def test_a_rating_is_added_to_the_hold_that_is_there(log, hand_over):
    hand_over(_record(HOLD))
    hand_over(_record(HOLD | {"pain_after": 3, "note": "stiff"}))
    assert log.holds()[["pain_after", "note"]].to_numpy().tolist() == [[3.0, "stiff"]]


def test_a_short_hold_that_was_a_slip_is_changed_in_the_log(log, hand_over):
    hand_over(_record(HOLD))
    hand_over(_record(HOLD | {"ended": "interrupted"}, changes={"ended": "interrupted"}))
    assert log.holds()["ended"].tolist() == ["interrupted"]


def test_a_discarded_session_is_out_of_the_log_and_one_undo_brings_it_back(log, hand_over):
    hand_over(_record(HOLD), _record(LEFT))
    hand_over(_record(HOLD, removed=True), _record(LEFT, removed=True))
    assert log.holds().empty
    log.undo()
    assert len(log.holds()) == 2


def test_a_discarded_hold_that_never_got_in_is_answered(log, hand_over):
    assert hand_over(_record(HOLD, removed=True))["kept"] == [HOLD["hold_id"]]
    assert log.holds().empty


def test_hello_takes_what_was_left_pending_and_is_answered_with_nothing_too(log):
    timer = HoldTimer(log)
    assert _hand_over(timer, kind="hello")["kept"] == []
    assert _hand_over(timer, _record(HOLD), _record(LEFT), kind="hello")["refused"] == {}
    assert len(log.holds()) == 2


def test_a_record_that_the_log_refuses_keeps_no_other_out(log, hand_over):
    answer = hand_over(_record(HOLD | {"side": "middle"}), _record(LEFT))
    assert (answer["kept"], log.holds()["side"].tolist()) == ([LEFT["hold_id"]], ["left"])
    assert answer["refused"] == {HOLD["hold_id"]: "side is 'middle', expected one of left, right"}


@pytest.mark.parametrize("record", [{}, 5, None, [], {"hold": 5}, {"hold": {}, "changes": {}, "removed": False}])
def test_a_record_of_another_form_is_refused_by_its_id_and_keeps_no_other_out(log, record):
    records = {"odd": record, HOLD["hold_id"]: _record(HOLD)}
    answer = _handle(HoldTimer(log), {"type": "hello", "page": "page", "request": 7, "records": records})
    assert (answer["kept"], list(answer["refused"])) == ([HOLD["hold_id"]], ["odd"])


@pytest.mark.parametrize("message", [{}, {"records": None}, {"records": []}, {"records": [5]}])
def test_a_message_of_another_form_is_answered_with_what_is_wrong(log, message):
    answer = _handle(HoldTimer(log), {"type": "hello", "page": "page", "request": 7} | message)
    assert answer == _answered(error=answer["error"])
    assert answer["error"]


class ShutLog:
    """A log that can be read, and is locked after so many records were put into it."""

    id = "shut"
    path = Path("/log.sqlite")
    begun = False

    def __init__(self, after):
        self.after, self.tried = after, 0

    def begin(self):
        return self

    def check_writable(self):
        if self.tried >= self.after:
            raise LogError("log.sqlite: another program is writing")

    def add(self, holds):
        self.tried += 1
        self.check_writable()

    def remove(self, ids, *, by):
        raise LogError("log.sqlite: could not be written")

    def versions(self, ids):
        return {}

    def holds(self):
        return empty()

    def diary(self):
        return Diary()

    def last_change(self):
        return None


def test_the_page_is_told_the_last_change_and_whether_the_log_lacks_one_that_it_saw(log, tmp_path):
    copy = log.backup(tmp_path / "copy.sqlite")
    hello = {"type": "hello", "page": "page", "request": 7, "records": {}, "saw": None}
    assert _answer(HoldTimer(log), hello)["last_change"] is None
    by_id = {HOLD["hold_id"]: _record(HOLD)}
    token, at, began = _answer(HoldTimer(log), hello | {"records": by_id})["last_change"].values()
    assert began == [[HOLD["started_at"][:19], HOLD["side"]]]
    assert log.changes()["at"].dt.strftime("%Y-%m-%dT%H:%M:%S").tolist() == [at]
    assert [_answer(HoldTimer(log), hello | {"saw": saw})["lacks"] for saw in (token, None, 7, ["x"])] == [
        False
    ] * 4
    older = _answer(HoldTimer(Log(copy)), hello | {"saw": token})
    assert (older["lacks"], older["last_change"], older["error"]) == (True, None, None)


def test_that_a_log_cannot_be_written_is_told_when_a_timer_opens():
    answer = _hand_over(HoldTimer(ShutLog(after=0)), kind="hello")
    assert answer == _answered(error="log.sqlite: another program is writing")


def test_the_first_record_that_finds_the_log_locked_ends_the_waiting_for_all():
    log = ShutLog(after=1)
    answer = _hand_over(HoldTimer(log), _record(HOLD), _record(LEFT))
    assert (log.tried, answer) == (1, _answered(error="log.sqlite: another program is writing"))


def test_a_removal_that_failed_is_not_answered_as_kept():
    answer = _hand_over(HoldTimer(ShutLog(after=9)), _record(HOLD, removed=True), _record(LEFT))
    refused = {HOLD["hold_id"]: "log.sqlite: could not be written"}
    assert answer == _answered(kept=[LEFT["hold_id"]], refused=refused)


def test_a_log_that_cannot_be_read_any_more_is_told(log):
    timer = HoldTimer(log)
    log.path.write_bytes(b"no log")
    assert "log.sqlite" in _hand_over(timer, _record(HOLD))["error"]


def test_a_hold_that_was_taken_out_of_the_log_does_not_come_back_with_its_rating(log, hand_over):
    hand_over(_record(HOLD))
    log.remove(HOLD["hold_id"])
    answer = hand_over(_record(HOLD | {"pain_after": 3}))
    assert answer == _answered(kept=[HOLD["hold_id"]], gone=[HOLD["hold_id"]])
    assert log.holds().empty


def test_a_hold_that_was_kept_and_whose_history_was_deleted_does_not_come_back_but_goes_into_an_older_copy(
    log, hand_over, tmp_path
):
    hand_over(_record(HOLD))
    rated = _record(HOLD | {"note": "sore"}) | {"saved": log.last_change()[0]}
    log.remove(log.holds())
    log.forget()
    assert hand_over(rated) == _answered(kept=[HOLD["hold_id"]], gone=[HOLD["hold_id"]])
    assert hand_over(rated | {"anew": True})["gone"] == []
    older = Log(tmp_path / "older.sqlite").begin()
    assert (_hand_over(HoldTimer(older), rated)["gone"], len(older.holds())) == ([], 1)


def test_what_was_said_of_a_hold_that_was_taken_out_goes_into_the_log_with_it_when_it_is_put_back(log, hand_over):
    hand_over(_record(HOLD))
    log.undo()
    rated = _record(HOLD | {"note": "sore", "pain_after": 3})
    assert hand_over(rated)["gone"] == [HOLD["hold_id"]]
    log.redo()
    assert hand_over(rated) == _answered(kept=[HOLD["hold_id"]])
    assert log.holds()[["note", "pain_after"]].values.tolist() == [["sore", 3.0]]


def test_a_hold_that_was_discarded_can_be_put_back(log, hand_over):
    hand_over(_record(HOLD))
    hand_over(_record(HOLD, removed=True))
    assert hand_over(_record(HOLD, anew=True)) == _answered(kept=[HOLD["hold_id"]])
    assert len(log.holds()) == 1
    log.remove(HOLD["hold_id"])
    assert hand_over(_record(HOLD, anew=True))["gone"] == [HOLD["hold_id"]]


def test_a_message_may_come_in_any_thread(log):
    timer = HoldTimer(log)
    thread = threading.Thread(target=_hand_over, args=(timer, _record(HOLD)))
    thread.start()
    thread.join()
    assert len(log.holds()) == 1


def test_a_message_that_is_not_the_timers_is_left_alone(log):
    timer = HoldTimer(log)
    timer.send = pytest.fail
    timer._handle_custom_msg({"kind": "anywidget-command"}, [])


def test_what_the_page_shows_follows_a_hold_that_was_kept(log):
    timer = HoldTimer(log)
    _hand_over(timer, _record(HOLD))
    assert timer.past["hip_balance"]["right"] == {"last_s": 83.215, "best_s": 83.215}


def test_mended_seconds_and_sides_are_corrected_in_the_log(log, hand_over):
    hand_over(_record(HOLD))
    hand_over(_record(HOLD | {"hold_s": 60.5, "side": "left"}, changes={"hold_s": 60.5, "side": "left"}))
    assert log.holds()[["hold_s", "side"]].to_numpy().tolist() == [[60.5, "left"]]


def test_a_rating_that_comes_with_a_correction_is_in_the_log_too(log, hand_over):
    hand_over(_record(HOLD))
    mended = HOLD | {"hold_s": 60.5, "side": "left", "pain_after": 3, "note": "stiff"}
    answer = hand_over(_record(mended, changes={"hold_s": 60.5, "side": "left"}))
    assert answer["differs"] == {}
    assert log.holds()[["hold_s", "side", "pain_after", "note"]].to_numpy().tolist() == [
        [60.5, "left", 3.0, "stiff"]
    ]


def test_what_an_editor_changed_meanwhile_is_not_corrected_over_and_is_answered(log, hand_over):
    hand_over(_record(HOLD), _record(LEFT))
    log.change(HOLD["hold_id"], by="editor", hold_s=60.0)
    changes = {"hold_s": 90.0, "claimed_s": 5.0}
    answer = hand_over(*[_record(hold | changes | {"pain_after": 3}, changes=changes) for hold in (HOLD, LEFT)])
    assert log.holds()["hold_s"].tolist() == [60.0, 90.0]
    assert log.holds()["claimed_s"].fillna(0).tolist() == [0, 5]
    assert log.holds()["pain_after"].tolist() == [3, 3]  # which nobody else said
    (differs,) = answer["differs"].values()
    assert (list(answer["differs"]), differs["hold_s"], differs["version"]) == ([HOLD["hold_id"]], 60.0, 4)


def test_who_was_told_what_an_editor_changed_may_correct_that(log, hand_over):
    hand_over(_record(HOLD))
    log.change(HOLD["hold_id"], by="editor", hold_s=60.0)
    corrected = _record(HOLD | {"hold_s": 90.0}, changes={"hold_s": 90.0})
    (differs,) = hand_over(corrected)["differs"].values()
    assert hand_over(corrected)["differs"] != {}  # sent again, as where the answer was lost
    assert hand_over(corrected | {"knows": differs["version"]})["differs"] == {}
    assert log.holds()["hold_s"].tolist() == [90.0]


SAID = {"pain_before": 2, "pain_after": 3, "note": "stiff"}


@pytest.mark.parametrize("emptied", [["note"], ["pain_after"], ["pain_before"], [*SAID]])
def test_what_an_editor_emptied_does_not_come_back_with_a_record_that_is_sent_again(log, hand_over, emptied):
    hand_over(_record(HOLD | {"pain_before": 2}))
    rated = _record(HOLD | SAID)
    hand_over(rated)  # and the answer is lost
    log.change(HOLD["hold_id"], by="editor", **dict.fromkeys(emptied))
    (differs,) = hand_over(rated)["differs"].values()
    (kept,) = log.holds()[[*SAID]].astype(object).where(lambda frame: frame.notna(), None).to_dict("records")
    assert kept == SAID | dict.fromkeys(emptied)
    assert kept.items() <= differs.items()


def test_what_an_editor_emptied_does_not_come_back_with_the_rating(log, hand_over):
    hand_over(_record(HOLD | {"pain_before": 2}))
    log.change(HOLD["hold_id"], by="editor", pain_before=None)
    hand_over(_record(HOLD | SAID))
    assert log.holds()[[*SAID]].fillna(-1).to_numpy().tolist() == [[-1, 3, "stiff"]]


def test_what_an_editor_emptied_does_not_come_back_when_the_hold_is_put_back(log, hand_over):
    hand_over(_record(HOLD | SAID))
    log.change(HOLD["hold_id"], by="editor", note=None)
    hand_over(_record(HOLD | SAID, removed=True))
    hand_over(_record(HOLD | SAID, anew=True))
    assert log.holds()["note"].isna().tolist() == [True]


def test_what_was_undone_does_not_come_back_with_a_record_that_is_sent_again(log, hand_over):
    hand_over(_record(HOLD))
    log.change(HOLD["hold_id"], by="editor", side="left")
    rated = _record(HOLD | SAID)
    hand_over(rated)
    log.undo()
    assert hand_over(rated)["differs"] != {}
    assert log.holds()["note"].isna().tolist() == [True]


def test_a_note_is_kept_though_another_was_written_and_emptied_before_it_came(log, hand_over):
    hand_over(_record(HOLD))
    for note in ("editor's", None):
        log.change(HOLD["hold_id"], by="editor", note=note)
    hand_over(_record(HOLD | SAID))
    assert log.holds()["note"].tolist() == ["stiff"]


def test_what_an_editor_left_unclaimed_is_not_claimed_again_by_a_rating(log, hand_over):
    hand_over(_record(HOLD | {"claimed_s": 20.0}))
    log.change(HOLD["hold_id"], by="editor", hold_s=60.0, claimed_s=None)
    hand_over(_record(HOLD | {"claimed_s": 20.0, "pain_after": 3}))
    assert log.holds()[["claimed_s", "pain_after"]].fillna(0).to_numpy().tolist() == [[0, 3]]


def test_what_the_page_itself_corrected_before_may_be_corrected_again(log, hand_over):
    hand_over(_record(HOLD), _record(HOLD | {"hold_s": 70.0}, changes={"hold_s": 70.0}))
    again = _record(HOLD | {"hold_s": 50.0}, changes={"hold_s": 50.0})
    assert [hand_over(again)["differs"], hand_over(again)["differs"]] == [{}, {}]
    assert log.holds()["hold_s"].tolist() == [50.0]
