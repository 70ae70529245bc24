"""The Python side of the timer: messages are handed over as the page would send them."""

import re
import threading

import pandas as pd
import pytest

from hiplog.log import Log
from hiplog.schema import LogError, empty
from hiplog.timer import HoldTimer
from hiplog.timer.timer import joined

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
    return Log(tmp_path / "log.sqlite")


@pytest.fixture
def hand_over(log):
    """Return a function that hands a timer of `log` a message as timer.js would, and returns the answer."""
    return lambda *records: _hand_over(HoldTimer(log), *records)


def _record(hold, *, changes=None, removed=False):
    return {"hold": hold, "changes": changes or {}, "removed": removed}


def _hand_over(timer, *records, kind="hold-finished"):
    answers = []
    timer.send = lambda content, buffers=None: answers.append(content)
    timer._handle_custom_msg({"type": kind, "request": 7, "records": list(records)}, [])
    (answer,) = answers
    return answer


def test_a_finished_hold_is_in_the_log_when_it_is_answered(log, hand_over):
    answer = hand_over(_record(HOLD))
    assert answer == {"type": "answered", "request": 7, "kept": [HOLD["hold_id"]], "errors": {}, "error": None}
    (kept,) = log.holds().astype(object).where(lambda frame: frame.notna(), None).to_dict("records")
    assert kept == HOLD | {"started_at": pd.Timestamp("2026-03-04T07:10:00.250")}


def test_a_hold_that_is_handed_over_twice_arrives_once(log, hand_over):
    hand_over(_record(HOLD))
    assert hand_over(_record(HOLD))["kept"] == [HOLD["hold_id"]]
    assert len(log.holds()) == 1


def test_a_rating_is_added_to_the_hold_that_is_there(log, hand_over):
    hand_over(_record(HOLD))
    hand_over(_record(HOLD | {"pain_after": 3, "note": "stiff"}))
    assert log.holds()[["pain_after", "note"]].to_numpy().tolist() == [[3.0, "stiff"]]


def test_a_short_hold_that_counts_is_changed_in_the_log(log, hand_over):
    hand_over(_record(HOLD | {"ended": "interrupted"}))
    hand_over(_record(HOLD, changes={"ended": "let_go"}))
    assert log.holds()["ended"].tolist() == ["let_go"]


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
    assert _hand_over(timer, _record(HOLD), _record(LEFT), kind="hello")["errors"] == {}
    assert len(log.holds()) == 2


def test_a_record_that_the_log_refuses_keeps_no_other_out(log, hand_over):
    answer = hand_over(_record(HOLD | {"side": "middle"}), _record(LEFT))
    assert (answer["kept"], log.holds()["side"].tolist()) == ([LEFT["hold_id"]], ["left"])
    assert answer["errors"] == {HOLD["hold_id"]: "holds, row 0: side is 'middle', expected one of left, right"}


class FullLog:
    """A log whose disk is full, and then cannot even be read."""

    id = "full"

    def __init__(self):
        self.readable = True

    def add(self, holds):
        self.readable = False
        raise LogError("log.sqlite: there is no room left on the disk")

    def holds(self):
        if not self.readable:
            raise OSError("the disk is gone")
        return empty()


def test_the_page_is_told_in_a_sentence_what_went_wrong():
    answer = _hand_over(HoldTimer(FullLog()), _record(HOLD))
    assert answer["kept"] == []
    assert answer["errors"] == {HOLD["hold_id"]: "log.sqlite: there is no room left on the disk"}
    assert answer["error"] == "OSError: the disk is gone"


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


def test_last_and_best_seconds_are_those_of_each_side(log):
    started_at = ["2026-03-01T07:00", "2026-03-01T07:03", "2026-03-02T07:00", "2026-03-02T07:03"]
    log.add(
        pd.DataFrame(
            {"started_at": started_at, "side": ["right", "left", "right", "right"], "hold_s": [90, 50, 10, 70]}
        )
    )
    assert HoldTimer(log).past == {
        "right": {"last_s": 70.0, "best_s": 90.0},
        "left": {"last_s": 50.0, "best_s": 50.0},
    }


def test_a_side_that_was_never_held_has_no_last_and_best(log):
    assert HoldTimer(log).past["left"] == {"last_s": None, "best_s": None}


def test_another_exercise_is_another_matter(log):
    log.add(
        pd.DataFrame(
            {"started_at": ["2026-03-01T07:00"], "side": "left", "hold_s": 50, "exercise": "quad_stretch"}
        )
    )
    assert HoldTimer(log).past["left"]["best_s"] is None
    assert HoldTimer(log, exercise="quad_stretch").past["left"]["best_s"] == 50.0


def test_the_page_hears_of_the_last_days_holds(log):
    now = pd.Timestamp.now().floor("s")
    log.add(pd.DataFrame({"started_at": [now - pd.Timedelta(days=5), now], "side": "left", "hold_s": 50}))
    ((hold),) = HoldTimer(log).recent
    assert (hold["started_at"], hold["side"], hold["ended"]) == (now.isoformat(), "left", None)


def test_what_the_page_shows_follows_a_hold_that_was_kept(log):
    timer = HoldTimer(log)
    _hand_over(timer, _record(HOLD))
    assert timer.past["right"] == {"last_s": 83.215, "best_s": 83.215}


def test_without_arguments_the_settings_are_the_exercises(log):
    timer = HoldTimer(log)
    settings = (timer.exercise, timer.target_s, timer.prepare_s, timer.switch_s, timer.first_side, timer.plan)
    assert settings == ("hip_balance", 120.0, 10.0, 10.0, "right", 1)


def test_an_argument_wins(log):
    timer = HoldTimer(
        log, exercise="quad_stretch", target_s=60, prepare_s=0, switch_s=5, first_side="left", plan=3
    )
    settings = (timer.exercise, timer.target_s, timer.prepare_s, timer.switch_s, timer.first_side, timer.plan)
    assert settings == ("quad_stretch", 60.0, 0.0, 5.0, "left", 3)
    assert timer.steps["left"][0] == "Lie on your right side and let your head rest."


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ({"exercise": "plank"}, "HoldTimer: exercise is 'plank', expected one of hip_balance, "),
        ({"first_side": "both"}, "HoldTimer: first_side is 'both', expected one of left, right"),
        ({"plan": 4}, "HoldTimer: plan is 4, expected one of 1, 2, 3"),
        ({"target_s": 0}, "HoldTimer: target_s is 0, expected seconds from 1 to 3600"),
        ({"prepare_s": "10"}, "HoldTimer: prepare_s is '10', expected seconds from 0 to 3600"),
    ],
)
def test_an_argument_that_cannot_be_used_is_refused(log, argument, message):
    with pytest.raises(LogError, match=re.escape(message)):
        HoldTimer(log, **argument)


def test_a_second_timer_closes_the_first_of_its_log_and_no_other(log, tmp_path):
    other = HoldTimer(Log(tmp_path / "other.sqlite"))
    first = HoldTimer(log)
    second = HoldTimer(log)
    assert [timer.comm is None for timer in (first, second, other)] == [True, False, False]


def test_a_timer_that_cannot_be_made_leaves_the_one_there_alone(log):
    first = HoldTimer(log)
    with pytest.raises(LogError):
        HoldTimer(log, plan=9)
    assert first.comm is not None


def test_a_timer_in_a_saved_notebook_says_what_it_is(log):
    assert repr(HoldTimer(log)) == "<HoldTimer Hip balancing, up to 120 s a side: run this cell to use it>"


def test_the_joined_module_imports_nothing():
    assert "import " not in re.sub(r"//.*|/\*.*?\*/", "", joined(), flags=re.DOTALL)


def test_no_two_modules_use_the_same_name():
    names = re.findall(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", joined(), re.MULTILINE)
    assert len(names) > 50
    assert len(names) == len(set(names))


def test_a_closed_timer_leaves_no_comm_behind(log):
    first = HoldTimer(log)
    HoldTimer(log)
    assert (first.comm, first.layout.comm) == (None, None)
