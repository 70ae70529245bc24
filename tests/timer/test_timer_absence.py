"""What is recorded where nobody was seen, sounds on: the lid closed, a reload, a clock set, another timer."""

import pytest
from timer_page import (
    blank_page,
    buttons,
    headline,
    hold,
    in_storage,
    load,
    open_timer,
    press,
    sent,
    wait,
    words,
)

SLEPT = "() => { const awake = Date.now; Date.now = () => awake() + 40_000; }"
# Where each answer is, and its size; and which one is the main one.
PLACES = """() => [...document.querySelector(".hiplog-actions").children].map((each) =>
  ["x", "y", "width", "height"].map((name) => Math.round(each.getBoundingClientRect()[name])))"""
WHY_LATE = "Too late to go on: only within 10 seconds."
MAIN = "() => [...document.querySelectorAll('.hiplog-actions .hiplog-main')].map((each) => each.textContent)"
SET_BACK = "() => { const right = Date.now; Date.now = () => right() - 40_000; }"


@pytest.mark.parametrize(
    ("answer", "seconds", "claimed_s"),
    [("Still holding, go on from 0:32", 36, 1), ("I held on throughout: go on from 1:12", 76, 41)],
)
def test_a_machine_that_slept_or_was_set_in_mid_hold_asks_which_of_the_two_counts(
    page, answer, seconds, claimed_s
):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 30)
    page.evaluate(SLEPT)
    wait(page, 1)
    assert "This device slept for 40 seconds in your right hold, or its clock was changed." in words(page)
    press(page, answer)
    wait(page, 4)
    press(page, "Stop")
    (kept,) = sent(page)
    claimed = kept["claimed_s"] and round(kept["claimed_s"])
    assert (round(kept["hold_s"]), claimed, kept["ended"]) == (seconds, claimed_s, "let_go")


@pytest.mark.parametrize("width", [390, 760])
def test_no_answer_moves_under_a_finger_once_it_is_too_late_to_go_on(browser, width):
    page = blank_page(browser, viewport={"width": width, "height": 844})
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 30)
    page.evaluate(SLEPT)
    wait(page, 1)
    page.get_by_role("button", name="Still holding, go on from 0:31").focus()
    places = page.evaluate(PLACES)
    wait(page, 13)
    late = ["I held on throughout: keep 1:11", "I had let go: keep 0:31", "It hurt: keep 0:31"]
    assert (buttons(page), page.locator(".hiplog-spent").inner_text()) == (late, WHY_LATE)
    assert (page.evaluate(PLACES), page.evaluate(MAIN)) == (places, [late[0]])
    assert page.evaluate("document.activeElement.className") == "hiplog-panel"
    page.get_by_text(WHY_LATE).click()
    assert headline(page) == "Did you keep holding?"
    page.context.close()


def test_a_machine_that_slept_keeps_only_what_was_seen_after_a_no(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 30)
    page.evaluate(SLEPT)
    wait(page, 1)
    press(page, "I had let go: keep 0:31")
    (kept,) = sent(page)
    assert (round(kept["hold_s"]), kept["claimed_s"], kept["ended"]) == (31, None, "interrupted")
    assert buttons(page) == ["Do it again", "Go on to the left side", "It hurts: stop for today"]


def test_a_clock_set_back_in_mid_hold_asks_and_a_yes_counts_what_was_held(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 30)
    page.evaluate(SET_BACK)
    wait(page, 1)
    assert buttons(page) == ["Still holding, go on from 0:31", "I had let go: keep 0:31", "It hurt: keep 0:31"]
    press(page, "Still holding, go on from 0:32")
    wait(page, 4)
    press(page, "Stop")
    assert [(round(h["hold_s"]), round(h["claimed_s"]), h["ended"]) for h in sent(page)] == [(36, 1, "let_go")]


def test_still_holding_said_half_an_hour_later_asks_how_long_and_makes_nothing_of_the_time_between(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 10)
    press(page, "I was interrupted")
    page.clock.fast_forward(1_800_000)
    press(page, "I'm still holding")
    assert headline(page) == "How long was it?"
    press(page, "Save changes")
    wait(page, 60)
    assert [(h["side"], h["hold_s"], h["ended"]) for h in sent(page)] == [("right", 10, "interrupted")]


def test_still_holding_is_for_a_slip_that_no_clock_was_set_since(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 10)
    press(page, "I was interrupted")
    page.evaluate(SET_BACK)
    wait(page, 45)  # by the clock on the wall it is five seconds
    press(page, "I'm still holding")
    assert headline(page) == "How long was it?"


def test_a_page_that_stood_still_for_an_hour_claims_one_hold_at_most(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 10)
    page.clock.fast_forward(3_600_000)
    assert headline(page) == "Did you keep holding?"
    assert buttons(page) == ["I held on to the end: 2:00", "I had let go: keep 0:10", "It hurt: keep 0:10"]
    press(page, "I held on to the end: 2:00")
    assert [(h["side"], h["hold_s"], round(h["claimed_s"])) for h in sent(page)] == [("right", 120, 110)]
    assert (headline(page), page.get_by_role("timer").text_content()) == ("Switch sides", "10")


@pytest.mark.parametrize("begun", [("Start",), ("Start", "Leave this side out")])
def test_a_page_that_stood_still_in_a_countdown_begins_nothing(page, begun):
    open_timer(page)
    press(page, *begun)
    wait(page, 3)
    page.clock.fast_forward(25_000)
    wait(page, 60)
    assert (headline(page), sent(page)) == ("Are you there?", [])
    assert "Nothing was seen here for" in words(page)


def test_a_page_whose_clock_lags_behind_still_says_when_a_hold_began(page):
    open_timer(page)
    page.evaluate("() => { const lagging = Date.now; Date.now = () => lagging() + 7_200_000; }")
    press(page, "Start", "Start now")
    wait(page, 20)
    press(page, "Stop")
    assert [(h["started_at"], h["hold_s"]) for h in sent(page)] == [("2026-03-04T09:10:00.000", 20)]


def reload_in_mid_hold(page):
    """Open the timer again 12 seconds after a reload that came 20 seconds into a hold."""
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    load(page)
    wait(page, 12)
    open_timer(page)


def test_a_reload_in_mid_hold_offers_to_resume_with_the_side_and_its_age(page):
    reload_in_mid_hold(page)
    kept = ["I let go: keep 0:20", "End the session: keep 0:20", "It hurt: keep 0:20"]
    assert buttons(page) == ["I'm still holding", *kept]
    assert page.locator(".hiplog-number").inner_text() == "0:20"
    assert "The timer last saw your right hold 12 seconds ago." in words(page)
    press(page, "I'm still holding", "Still holding, go on from 0:32")
    wait(page, 8)
    press(page, "Stop")
    (kept,) = sent(page)
    assert (kept["side"], kept["hold_s"], round(kept["claimed_s"])) == ("right", 40, 12)


@pytest.mark.parametrize(
    ("answer", "held"),
    [
        ("I held on to the end: 2:00", [("right", 120, "target", 100)]),
        ("I had let go: keep 0:20", [("right", 20, "interrupted", None)]),
    ],
)
def test_a_page_that_comes_back_after_five_minutes_makes_one_hold_at_most(page, answer, held):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    load(page)
    page.clock.fast_forward(300_000)
    open_timer(page)
    press(page, "I'm still holding", answer)
    wait(page, 9)  # of the next side's countdown of ten
    kept = [(h["side"], h["hold_s"], h["ended"], h["claimed_s"] and round(h["claimed_s"])) for h in sent(page)]
    assert kept == held
    assert "I'm still holding" not in buttons(page)
    assert headline(page) == ("You were interrupted" if answer.startswith("I had") else "Switch sides")


def test_a_streak_goes_on_in_the_hour_that_the_clocks_change_by(browser):
    page = blank_page(browser, timezone_id="Europe/Berlin", start="2026-10-25T23:30+01:00")  # of 25 hours
    open_timer(page)
    page.evaluate("model.set('streak', { days: 40, last: '2026-10-24' })")
    assert "40 days in a row" in page.locator(".hiplog-today").inner_text()
    page.context.close()


def test_a_hold_found_after_a_reload_can_be_ended_with_what_was_seen_of_it(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    load(page)
    open_timer(page)
    press(page, "End the session: keep 0:20")
    assert headline(page) == "How does it feel now?"
    assert [(h["hold_s"], h["ended"], h["claimed_s"]) for h in sent(page)] == [(20, "interrupted", None)]
    press(page, "Finish")
    assert in_storage(page, "session") == []


def test_of_a_hold_found_after_a_reload_who_let_go_keeps_what_was_seen_and_goes_on_to_the_other_side(page):
    reload_in_mid_hold(page)
    press(page, "I let go: keep 0:20")
    assert (headline(page), len(in_storage(page, "session"))) == ("You were interrupted", 1)
    assert [(h["hold_s"], h["ended"], h["claimed_s"]) for h in sent(page)] == [(20, "interrupted", None)]
    press(page, "Go on to the left side", "Start now")
    wait(page, 8)
    press(page, "Stop")
    assert [(h["side"], h["hold_s"]) for h in sent(page)] == [("right", 20), ("left", 8)]


def test_who_let_go_of_a_hold_that_runs_on_another_page_ends_it_there_and_goes_on_here(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    open_timer(page)
    page.locator(".hiplog-asked-of").get_by_text("Your right hold is running on another page.").wait_for()
    press(page, "I let go", view=1)
    heads = page.locator(".hiplog-phase").all_text_contents()
    assert heads == ["It goes on elsewhere", "You were interrupted"]
    assert [(h["side"], h["hold_s"], h["ended"]) for h in sent(page)] == [("right", 20, "interrupted")]


@pytest.mark.parametrize("asked", ["Still holding?", "Did you keep holding?"])
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_it_hurts_can_be_said_where_one_is_asked_about_a_hold_and_keeps_what_was_seen(page, asked, by):
    reload_in_mid_hold(page)
    if asked == "Did you keep holding?":
        press(page, "I'm still holding")
    assert headline(page) == asked
    if by == "keyboard":
        page.locator(".hiplog-panel").focus()
        for key in ("Tab",) * len(buttons(page)) + ("Enter",):
            page.keyboard.press(key)
    else:
        press(page, "It hurt: keep 0:20")
    assert headline(page) == "You stopped because it hurt"
    assert "Kept as a stop for pain: right side 0:20. That is enough for today." in words(page)
    assert buttons(page) == ["Finish", "Pressed by mistake: still holding", "Correct the times"]
    wait(page, 30)
    press(page, "Finish")
    assert headline(page) == "Enough for today"
    assert [(h["hold_s"], h["ended"], h["claimed_s"]) for h in sent(page)] == [(20, "pain", None)]
    assert in_storage(page, "session") == []


def test_it_hurts_said_by_mistake_where_one_is_asked_leads_back_to_the_question(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 30)
    page.evaluate(SLEPT)
    wait(page, 1)
    press(page, "It hurt: keep 0:31", "Pressed by mistake: still holding")
    assert headline(page) == "Did you keep holding?"
    press(page, "Still holding, go on from 0:32")
    wait(page, 4)
    press(page, "Stop")
    assert [(round(h["hold_s"]), h["ended"], round(h["claimed_s"])) for h in sent(page)] == [(36, "let_go", 1)]


def test_it_hurts_before_a_second_of_a_found_hold_was_seen_makes_no_hold(page):
    open_timer(page)
    press(page, "Start", "Start now")
    load(page)
    open_timer(page)
    press(page, "It hurt: stop for today")
    kept = page.evaluate("model.sent.flatMap(({ records }) => Object.values(records))")
    assert (headline(page), in_storage(page, "session")) == ("It hurts", [])
    assert [(each.get("hold"), each["day"]["reason"]) for each in kept] == [(None, "pain")]


def test_it_hurts_said_where_a_hold_runs_on_another_page_ends_it_there(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    open_timer(page)
    page.locator(".hiplog-asked-of").get_by_text("Your right hold is running on another page.").wait_for()
    press(page, "It hurt: stop for today", view=1)
    wait(page, 10)
    heads = page.locator(".hiplog-phase").all_text_contents()
    assert heads == ["It goes on elsewhere", "You stopped because it hurt"]
    assert [(h["side"], h["hold_s"], h["ended"]) for h in sent(page)] == [("right", 20, "pain")]


def test_a_cell_that_is_run_again_in_mid_hold_offers_to_resume(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    page.evaluate("() => { timers[0].removeView[0](); timers[0].close(); }")
    open_timer(page)
    assert page.locator(".hiplog-number").inner_text() == "0:20"
    assert "The timer last saw your right hold a moment ago." in words(page)


def test_a_timer_that_nobody_sees_any_more_does_not_go_on(page):
    open_timer(page)
    press(page, "Start", "Start now")
    page.evaluate("() => timers[0].removeView[0]()")
    wait(page, 400)
    assert sent(page) == []


def test_a_session_taken_by_another_timer_is_left_to_it(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    open_timer(page)
    press(
        page, "I'm still holding", "Still holding, go on from 0:21", view=1
    )  # a second after the first view lost it
    wait(page, 0.1)
    assert headline(page) == "It goes on elsewhere"
    wait(page, 9.9)
    press(page, "Stop", view=1)
    assert [(h["side"], h["hold_s"]) for h in sent(page)] == [("right", 31)]


def test_a_hold_that_runs_on_another_page_is_said_to_and_leaving_it_there_ends_nothing(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    open_timer(page)
    found = page.locator(".hiplog-asked-of").get_by_text("Your right hold is running on another page.")
    found.wait_for()
    press(page, "Leave it there", view=1)
    assert len(in_storage(page, "session")) == 1
    wait(page, 10)
    assert page.locator(".hiplog-phase").all_text_contents() == ["Hold", "Hip balancing"]
    press(page, "Stop")
    assert [(h["side"], h["hold_s"]) for h in sent(page)] == [("right", 30)]


def test_a_timer_without_a_view_takes_no_session_from_one_that_is_seen(page):
    open_timer(page)
    press(page, "Start")
    hold(page, 20)
    hold(page, 30)
    open_timer(page, views=0)  # as on another page of the same kernel
    wait(page, 1)
    assert headline(page) == "How does it feel now?"
    press(page, "Finish")
    assert headline(page) == "Done"
