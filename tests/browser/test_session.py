"""A whole session of two holds, timed in a real page, as it arrives in the log's file."""

import re

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def session(notebook):
    """Time both sides, the first after its countdown, and say how it was."""
    timer = notebook.show_timer("hiplog.HoldTimer(log, target_s=60, prepare_s=1.5, switch_s=10)")
    start = timer.press("Start")
    timer.wait(4.7)
    right = start.later(1.5).until(timer.press("Stop"))
    left = timer.hold(3.4)
    timer.settle()
    timer.view().get_by_role("group", name="Pain now, left side").get_by_label("4", exact=True).check(force=True)
    timer.press("Save answers and finish")
    timer.says("Saved in your log.")
    return timer, (right, left), timer.wait_for_holds(2)


def test_a_session_arrives_with_the_seconds_of_the_drivers_clock(session):
    _, (right, left), holds = session
    assert holds[0]["hold_s"] in right
    assert holds[1]["hold_s"] in left


def test_a_session_arrives_side_by_side_with_why_each_hold_ended(session):
    holds = session[2]
    assert [(hold["side"], hold["ended"], hold["target_s"]) for hold in holds] == [
        ("right", "let_go", 60.0),
        ("left", "let_go", 60.0),
    ]
    assert len({hold["session_id"] for hold in holds}) == 1


def test_a_rating_arrives_with_the_hold_it_is_of_and_no_other(session):
    assert [hold["pain_after"] for hold in session[2]] == [None, 4.0]


def test_nothing_is_asked_of_another_host(session):
    asked = [address for address in session[0].asked if not address.startswith(("data:", "blob:"))]
    assert len(asked) > 20
    assert [address for address in asked if not re.match(r"(http|ws)://127\.0\.0\.1:\d+/", address)] == []


def test_the_page_has_nothing_to_complain_of(session):
    timer = session[0]
    ours = [
        message.text for message in timer.console if message.location["url"].startswith("blob:")
    ]  # of anywidget
    errors = [message.text for message in timer.console if message.type == "error"]
    assert ours + errors + timer.failures == []


def test_a_hold_ends_by_itself_at_its_target(open_timer):
    timer = open_timer("hiplog.HoldTimer(log, target_s=2, prepare_s=10, switch_s=0.5)")
    timer.press("Start")
    timer.press("Leave this side out")
    (hold,) = timer.wait_for_holds(1)
    assert (hold["side"], hold["hold_s"], hold["ended"]) == ("left", 2.0, "target")


def test_a_session_discarded_is_out_of_the_log_again(open_timer):
    timer = open_timer("hiplog.HoldTimer(log, target_s=1)")
    timer.press("Start")
    timer.press("Start now")
    timer.press("Finish here")
    timer.wait_for_holds(1)
    timer.press("Finish")
    timer.press("Delete this session")
    timer.press("Delete")
    timer.says("taken out of your log")
    assert timer.holds() == []


def test_a_clock_set_forward_and_back_in_mid_hold_is_asked_about_and_adds_nothing_to_it(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.wait(2)
    timer.page.evaluate("() => { window.right = Date.now; Date.now = () => right() + 30_000; }")
    timer.claim()  # the first of two, without the 30 seconds
    timer.page.evaluate("() => { Date.now = window.right; }")
    timer.says("Did you keep holding?")
    assert timer.view().get_by_role("button", name="I held on throughout").count() == 0
    timer.claim()
    timer.wait(1)
    seconds = begin.until(timer.press("Stop"))
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds
    assert (hold["claimed_s"] or 0) < 5  # the time until the answers, but not the 30 seconds
