"""How a timer is made, replaced and closed, and what its arguments may be."""

import re

import pytest
from ipywidgets import VBox

from hiplog.log import Log
from hiplog.schema import MOST_HOLD_S, SESSION_GAP, LogError
from hiplog.timer import HoldTimer


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite").begin()


def test_without_arguments_the_settings_are_the_exercises(log):
    timer = HoldTimer(log)
    names = ("target_s", "prepare_s", "switch_s", "first_side", "plan", "stretches")
    assert [timer.defaults[name] for name in names] == [120.0, 20.0, 10.0, "alternating", 1, False]
    assert (timer.exercises[0]["name"], timer.given) == ("hip_balance", {})


def test_the_page_is_told_the_limits_of_the_log_and_of_its_sessions(log):
    limits = HoldTimer(log).limits
    assert limits.pop("too_short_s") > 0
    assert limits == {"session_gap_s": SESSION_GAP.total_seconds(), "most_hold_s": MOST_HOLD_S}


def test_an_argument_wins(log):
    given = {"target_s": 60, "prepare_s": 0, "first_side": "weaker", "plan": 3, "voice": False}
    timer = HoldTimer(log, exercise="quad_stretch", **given)
    assert timer.given == given
    assert [each["name"] for each in timer.exercises] == ["quad_stretch", "hamstring_stretch"]
    assert timer.exercises[0]["steps"]["left"][0] == "Lie on your right side and let your head rest."


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ({"exercise": "plank"}, "HoldTimer: exercise is 'plank', expected one of hip_balance, "),
        ({"first_side": "both"}, "HoldTimer: first_side is 'both', expected one of alternating, right, left, "),
        ({"plan": 4}, "HoldTimer: plan is 4, expected one of 1, 2, 3"),
        ({"target_s": 0}, "HoldTimer: target_s is 0, expected seconds from 1 to 3600"),
        ({"plan": True}, "HoldTimer: plan is True, expected one of 1, 2, 3"),
        ({"voice": 1}, "HoldTimer: voice is 1, expected one of True, False"),
        ({"volume": 2}, "HoldTimer: volume is 2, expected a number from 0 to 1"),
        ({"prepare_s": "10"}, "HoldTimer: prepare_s is '10', expected seconds from 0 to 3600"),
    ],
)
def test_an_argument_that_cannot_be_used_is_refused(log, argument, message):
    with pytest.raises(LogError, match=re.escape(message)):
        HoldTimer(log, **argument)


def test_a_setting_that_there_is_not_is_refused(log):
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        HoldTimer(log, colour="red")


def test_a_second_timer_closes_the_first_of_its_log_and_no_other(log, tmp_path):
    other = HoldTimer(Log(tmp_path / "other.sqlite"))
    first = HoldTimer(log)
    second = HoldTimer(log)
    assert [timer.comm is None for timer in (first, second, other)] == [True, False, False]


def test_a_timer_that_is_replaced_says_so_to_the_pages_that_show_it(log, monkeypatch):
    first = HoldTimer(log)
    sent = []
    monkeypatch.setattr(first, "send", lambda content: sent.append((content, first.comm is not None)))
    HoldTimer(log)
    assert sent == [({"type": "replaced"}, True)]


def test_two_timers_of_one_log_in_a_box_are_refused_with_a_sentence(log):
    with pytest.raises(LogError, match="one log has one timer at a time"):
        VBox([HoldTimer(log), HoldTimer(log)])
    timer = HoldTimer(log)
    VBox([timer, timer]).close()


def test_a_timer_that_cannot_be_made_leaves_the_one_there_alone(log):
    first = HoldTimer(log)
    with pytest.raises(LogError):
        HoldTimer(log, plan=9)
    assert first.comm is not None


def test_a_timer_in_a_saved_notebook_says_what_it_is(log):
    assert repr(HoldTimer(log)) == "<HoldTimer Hip balancing, up to 120 s a side: run this cell to use it>"


def test_a_closed_timer_leaves_no_comm_behind(log):
    first = HoldTimer(log)
    HoldTimer(log)
    assert (first.comm, first.layout.comm) == (None, None)


def test_a_timer_that_made_the_log_says_so(tmp_path):
    log = Log(tmp_path / "new.sqlite")
    assert [HoldTimer(log).begun for _ in range(2)] == [f"A new log was begun: {log.path}.", ""]
