"""A session on a blank page, phase by phase, by a clock that the test turns."""

import time

import pytest
from timer_page import (
    blank_page,
    buttons,
    headline,
    hold,
    open_timer,
    press,
    saved_line,
    sent,
    settle,
    skim,
    wait,
    words,
)

WATCH = """() => {
  window.pressed = [];
  const watch = ({ timeStamp }) => pressed.push([timeStamp, performance.now() - timeStamp]);
  for (const type of ["click", "keydown"]) addEventListener(type, watch, true);
}"""
REMOVED = "Object.values(model.sent.at(-1).records).map((record) => record.removed)"


def test_a_hold_of_two_minutes_ends_by_itself_at_its_target(page):
    open_timer(page)
    press(page, "Start")
    wait(page, 20)
    assert headline(page) == "Hold"
    wait(page, 120)
    assert headline(page) == "Switch sides"
    assert [(h["side"], h["hold_s"], h["ended"], h["target_s"]) for h in sent(page)] == [
        ("right", 120, "target", 120)
    ]


def test_a_whole_session_walks_through_its_phases(page):
    open_timer(page)
    assert (headline(page), buttons(page)) == (
        "Hip balancing",
        ["Start", "How to do it", "No session today"],
    )
    press(page, "Start")
    assert (headline(page), buttons(page)) == (
        "Get ready",
        ["Start now", "20 more seconds", "Leave this side out", "Back", "It hurts: not today"],
    )
    press(page, "Start now")
    assert (headline(page), buttons(page)) == ("Hold", ["Stop", "I was interrupted", "Stop, it hurts"])
    wait(page, 45)
    press(page, "Stop")
    assert (headline(page), buttons(page)) == (
        "Switch sides",
        ["Start now", "20 more seconds", "I'm still holding", "Finish here", "That hurt: stop for today"],
    )
    hold(page, 60)
    assert (headline(page), buttons(page)) == (
        "How does it feel now?",
        ["Finish", "I'm still holding", "Correct the times"],
    )
    press(page, "Finish")
    assert (headline(page), buttons(page)) == ("Done", ["Close", "Correct the times", "Delete this session"])
    press(page, "Close")
    assert headline(page) == "Hip balancing"


def test_a_hold_is_sent_with_all_that_is_known_of_it(page):
    open_timer(page)
    press(page, "Start")
    hold(page, 45.25)
    (kept,) = sent(page)
    assert len({kept.pop("hold_id"), kept.pop("session_id")}) == 2
    assert kept.pop("started_at") == "2026-03-04T07:10:00.000"
    assert kept.pop("utc_offset_min") == page.evaluate("-new Date().getTimezoneOffset()")
    assert kept == {
        **{"exercise": "hip_balance", "side": "right", "hold_s": 45.25, "target_s": 120, "ended": "let_go"},
        **{"claimed_s": None},
        **{"pain_before": None, "pain_after": None, "note": None, "source": "timer"},
    }


def test_pain_and_a_note_are_sent_with_the_holds_again(page):
    open_timer(page)
    page.get_by_role("group", name="Pain now").get_by_role("radio", name="5", exact=True).check()
    press(page, "Start")
    hold(page, 45)
    hold(page, 60)
    settle(page)
    page.get_by_role("group", name="Pain now, left side").get_by_role("radio", name="3", exact=True).check()
    page.get_by_label("Note").fill("=stiff, 'left' <b>")
    press(page, "Save answers and finish")
    assert [(h["side"], h["pain_before"], h["pain_after"], h["note"]) for h in sent(page)] == [
        ("right", 5, None, "=stiff, 'left' <b>"),
        ("left", 5, 3, "=stiff, 'left' <b>"),
    ]


def test_one_rating_can_be_said_of_both_sides(page):
    open_timer(page)
    press(page, "Start")
    hold(page, 45)
    hold(page, 60)
    settle(page)
    page.get_by_label("The same for both sides").check()
    page.get_by_role("group", name="Pain now, right side").get_by_role("radio", name="2", exact=True).check()
    press(page, "Save answers and finish")
    assert [h["pain_after"] for h in sent(page)] == [2, 2]


def test_a_rating_can_be_taken_back(page):
    open_timer(page)
    press(page, "Start")
    hold(page, 45)
    hold(page, 60)
    scale = page.get_by_role("group", name="Pain now, right side")
    settle(page)
    scale.get_by_role("radio", name="2", exact=True).check()
    scale.get_by_role("radio", name="not rated").check()
    press(page, "Finish")
    assert [h["pain_after"] for h in sent(page)] == [None, None]


def test_done_says_the_seconds_the_difference_the_day_and_that_it_is_saved(page):
    open_timer(page, plan=2)
    press(page, "Start")
    hold(page, 45)
    hold(page, 60)
    press(page, "Finish")
    for words_there in (
        "0:45",
        "1:00",
        "Left side: 15 seconds longer than right, which was held first.",
        "1 of 2 today",
        "Saved in your log.",
    ):
        assert words_there in words(page)


@pytest.mark.parametrize(
    ("side", "other", "last", "best"), [("right", "left", "1:18", "1:23"), ("left", "right", "1:20", "1:20")]
)
def test_the_steps_and_the_last_and_best_seconds_are_those_of_the_side_at_hand(page, side, other, last, best):
    open_timer(page, first_side=side)
    press(page, "How to do it")
    assert f"Bring your {side} ankle to your {other} knee." in words(page)
    press(page, "Back")
    assert f"{side.title()} side first, up to 2:00" in words(page)
    assert f"side: last time {last}, longest {best}" in words(page)


def test_get_ready_counts_down_and_a_hold_counts_up(page):
    open_timer(page)
    press(page, "Start")
    digits = page.get_by_role("timer")
    wait(page, 3)
    assert digits.text_content() == "17"
    wait(page, 82.5)
    assert digits.text_content() == "1:05"


def test_the_ring_is_as_full_as_the_target_is_near(page):
    open_timer(page)
    press(page, "Start")
    wait(page, 50)
    dash = page.locator(".hiplog-ring-fill").evaluate("ring => ring.style.strokeDasharray")
    assert float(dash.split(",")[0].split()[0]) == pytest.approx(0.25, abs=0.001)


def test_pain_ends_the_hold_and_the_session_goes_to_the_rating(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    press(page, "Stop, it hurts")
    assert headline(page) == "You stopped because it hurt"
    assert "Kept as a stop for pain: right side 0:20. That is enough for today." in words(page)
    assert [(h["ended"], h["hold_s"]) for h in sent(page)] == [("pain", 20)]


def test_that_it_hurts_while_one_switches_sides_ends_the_session_and_can_be_taken_back(page):
    open_timer(page, first_side="left", plan=3)
    press(page, "Start")
    hold(page, 20)
    press(page, "That hurt: stop for today")
    assert headline(page) == "You stopped because it hurt"
    press(page, "Pressed by mistake: still holding")
    skim(page, 10)
    press(page, "Stop", "Start now")
    skim(page, 10)
    press(page, "Stop")
    settle(page)
    page.get_by_label("Left: I stopped because it hurt").check()
    press(page, "Save answers and finish")
    assert [(h["side"], h["ended"]) for h in sent(page)] == [("left", "pain"), ("right", "let_go")]
    assert headline(page) == "Enough for today"


def test_that_it_hurts_before_anything_was_held_is_said_of_the_day(page):
    open_timer(page)
    page.get_by_role("group", name="Pain now").get_by_role("radio", name="6", exact=True).check()
    press(page, "Start", "It hurts: not today")
    days = page.evaluate("Object.values(model.sent.at(-1).records).map(({ day }) => [day.reason, day.pain])")
    assert (headline(page), buttons(page), days) == ("It hurts", ["Done"], [["pain", 6]])
    assert saved_line(page) == "Saved in your log."


def test_a_pain_that_is_chosen_again_after_an_hour_is_that_of_now(page):
    open_timer(page)
    six = page.get_by_role("group", name="Pain now").get_by_role("radio", name="6", exact=True)
    six.click()
    page.clock.fast_forward(4000 * 1000)
    six.click()
    press(page, "Start")
    hold(page, 20)
    assert [h["pain_before"] for h in sent(page)] == [6]


def test_a_day_that_ends_while_it_is_open_is_called_by_its_date(page):
    open_timer(page)
    press(page, "No session today", "I am ill")
    wait(page, 5)
    assert headline(page) == "No session today"
    page.clock.fast_forward(24 * 3600 * 1000)
    wait(page, 2)
    assert headline(page).startswith("No session on ")


def test_a_session_that_waits_for_the_log_is_done_today(page):
    open_timer(page, python="dead")
    assert "Not yet today" in words(page)
    press(page, "Start")
    hold(page, 20)
    hold(page, 20)
    press(page, "Finish", "Close")
    assert "Done today" in words(page)


def test_the_first_page_begins_another_day_at_midnight(page):
    open_timer(page)
    wait(page, 5)
    page.evaluate("model.set('recent', [{ session_id: 'x', day: '2026-03-04', counts: true }])")
    assert "Done today" in words(page)
    page.clock.fast_forward("17:00:00")
    wait(page, 61)
    assert "Not yet today" in words(page)


def test_a_side_that_was_interrupted_can_be_done_again(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    press(page, "I was interrupted")
    again = ["Do it again", "I'm still holding", "Go on to the left side", "It hurts: stop for today"]
    assert buttons(page) == again
    press(page, "Do it again")
    hold(page, 30)
    assert [(h["side"], h["ended"]) for h in sent(page)] == [("right", "interrupted"), ("right", "let_go")]


def test_a_side_that_was_interrupted_can_be_left(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    press(page, "I was interrupted", "Go on to the left side")
    assert "left side next" in words(page)


@pytest.mark.parametrize("stop", ["Stop", "Stop, it hurts", "I was interrupted"])
@pytest.mark.parametrize("before", [0, 1])
def test_every_stop_can_be_taken_back_by_who_never_let_go(page, stop, before):
    open_timer(page)
    press(page, "Start")
    for _ in range(before):
        hold(page, 30)
    press(page, "Start now")
    skim(page, 20)
    press(page, stop)
    wait(page, 2)
    press(page, "Pressed by mistake: still holding" if "hurts" in stop else "I'm still holding")
    assert headline(page) == "Hold"
    wait(page, 8)
    press(page, "Stop")
    assert [(h["hold_s"], h["ended"]) for h in sent(page)][before:] == [(30, "let_go")]


def test_lying_down_takes_as_long_as_one_says(page):
    open_timer(page)
    press(page, "Start")
    wait(page, 15)
    press(page, "20 more seconds")
    wait(page, 20)
    assert (headline(page), page.get_by_role("timer").text_content()) == ("Get ready", "5")


def test_back_from_get_ready_keeps_the_pain_that_was_said(page):
    open_timer(page)
    page.get_by_role("radio", name="5", exact=True).first.check()
    press(page, "Start", "Back")
    assert headline(page) == "Hip balancing"
    assert page.get_by_role("radio", name="5", exact=True).first.is_checked()


def test_a_skipped_side_is_left_out(page):
    open_timer(page)
    press(page, "Start", "Leave this side out")
    hold(page, 30)
    press(page, "Finish")
    assert [h["side"] for h in sent(page)] == ["left"]
    assert "Only the left side was held." in words(page)


@pytest.mark.parametrize(
    ("answer", "ended", "then"),
    [
        ("I let go: count it", "let_go", "Switch sides"),
        ("Do it again", "interrupted", "Get ready"),
        ("Leave this side out", "interrupted", "Switch sides"),
    ],
)
def test_a_hold_under_three_seconds_asks_whether_it_counts(page, answer, ended, then):
    open_timer(page)
    press(page, "Start")
    hold(page, 1.5)
    assert (headline(page), sent(page)[0]["ended"]) == ("That was short", "let_go")
    press(page, answer)
    assert sent(page)[0]["ended"] == ended
    assert headline(page) == then


def test_a_hold_that_was_a_slip_says_what_the_log_must_change(page):
    open_timer(page)
    press(page, "Start")
    hold(page, 1.5)
    press(page, "Do it again")
    records = page.evaluate("Object.values(model.sent.at(-1).records)")
    assert [record["changes"] for record in records] == [{"ended": "interrupted"}]


def test_deleting_takes_the_whole_session_out_of_the_log(page):
    open_timer(page)
    press(page, "Start")
    hold(page, 45)
    hold(page, 60)
    press(page, "Finish", "Delete this session", "Delete")
    assert page.evaluate(REMOVED) == [True, True]
    assert (headline(page), saved_line(page)) == ("Hip balancing", "The session was taken out of your log.")


@pytest.mark.parametrize(("stop", "head"), [("Stop", "Done"), ("Stop, it hurts", "Enough for today")])
def test_what_is_done_can_still_be_corrected_by_a_button_like_any_other(page, stop, head):
    open_timer(page)
    press(page, "Start")
    hold(page, 45)
    press(page, "Start now")
    skim(page, 60)
    press(page, stop, "Finish")
    quiet = page.locator(".hiplog-actions .hiplog-quiet").all_text_contents()
    assert (headline(page), quiet) == (head, [])
    press(page, "Correct the times")
    page.get_by_role("group", name="Left side").get_by_role("button", name="5 seconds less").click()
    press(page, "Save changes")
    assert (headline(page), [h["hold_s"] for h in sent(page)]) == (head, [45, 55])
    assert saved_line(page) == "Saved in your log."
    page.reload()
    page.wait_for_function("window.ready")
    open_timer(page)
    assert headline(page) == "Hip balancing"


def test_correcting_what_is_done_leaves_a_session_alone_that_runs_elsewhere(page):
    open_timer(page)
    press(page, "Start")
    hold(page, 45)
    hold(page, 60)
    press(page, "Finish")
    open_timer(page)
    press(page, "Start", "Start now", view=1)
    wait(page, 10)
    press(page, "Correct the times")
    wait(page, 5)
    press(page, "Leave as it was")
    assert page.locator(".hiplog-phase").all_text_contents() == ["Done", "Hold"]
    wait(page, 5)
    press(page, "Stop", view=1)
    assert [h["hold_s"] for h in sent(page)] == [45, 60, 20]


def test_what_ends_the_rating_says_that_only_answers_are_left_to_save(page):
    open_timer(page)
    press(page, "Start")
    hold(page, 45)
    hold(page, 60)
    assert (buttons(page)[0], saved_line(page)) == ("Finish", "Your holds are in your log.")
    page.get_by_label("Note").fill("stiff")
    assert buttons(page)[0] == "Save answers and finish"


def test_a_slip_at_forty_seconds_is_taken_back_and_the_hold_goes_on(page):
    open_timer(page)
    press(page, "Start", "Start now")
    skim(page, 40)
    press(page, "Stop")
    assert (headline(page), "I'm still holding" in buttons(page)) == ("Switch sides", True)
    wait(page, 3)
    press(page, "I'm still holding")
    wait(page, 7)
    press(page, "Stop")
    assert [(h["hold_s"], h["claimed_s"], h["ended"]) for h in sent(page)] == [(50, None, "let_go")]


def test_a_countdown_of_no_seconds_holds_at_once(page):
    open_timer(page, prepare_s=0, switch_s=0, target_s=30)
    press(page, "Start")
    wait(page, 60)
    assert [(h["side"], h["hold_s"]) for h in sent(page)] == [("right", 30), ("left", 30)]


def test_a_press_on_a_blocked_page_is_timed_when_it_was_made(browser):
    page = blank_page(browser, clock=False)  # a clock that a test turns does not know when an event was made
    open_timer(page, prepare_s=0)
    page.evaluate(WATCH)
    press(page, "Start")
    page.wait_for_timeout(100)
    page.evaluate(
        "() => { setTimeout(() => { const end = performance.now() + 800; while (performance.now() < end); }) }"
    )
    time.sleep(0.2)  # until it is blocked
    page.keyboard.press("Space")
    (begun, _), (let_go, late) = page.evaluate("pressed")
    (kept,) = sent(page)
    page.context.close()
    assert late > 300
    assert kept["hold_s"] == pytest.approx((let_go - begun) / 1000, abs=0.0011)


def test_a_blocked_page_that_rings_late_gives_exactly_the_target(page):
    open_timer(page, sounds=False)
    press(page, "Start", "Start now")
    skim(page, 118)
    page.clock.fast_forward(3_400)
    assert [(h["hold_s"], h["ended"]) for h in sent(page)] == [(120, "target")]
    assert page.get_by_role("timer").text_content() == "10"


SLEPT = "() => { const awake = Date.now; Date.now = () => awake() + 40_000; }"
