"""A hold stays in the browser until Python has said that it is on disk, and arrives once."""

import re

import pytest
from timer_page import ReadOnlyLog, headline, hold, in_storage, load, open_timer, press, saved_line, sent, wait

NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied'); } })"
FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


def messages(page) -> list:
    return page.evaluate("timers.flatMap((timer) => timer.model.sent)")


def hold_right(page, seconds=45) -> None:
    press(page, "Start")
    hold(page, seconds)


def test_a_timer_says_hello_when_it_opens(page):
    open_timer(page)
    assert messages(page) == [{"type": "hello", "request": 1, "records": []}]


def test_a_hold_that_was_answered_is_kept_no_longer(page):
    open_timer(page)
    hold_right(page)
    assert (saved_line(page), in_storage(page, "hold")) == ("Saved in your log so far.", [])


def test_a_hold_is_kept_under_a_key_of_its_log_until_it_is_answered(page):
    open_timer(page, python="silent")
    hold_right(page)
    (key,) = in_storage(page, "hold")
    assert key == f"hiplog:{ReadOnlyLog.id}:hold:{sent(page)[0]['hold_id']}"


def test_without_an_answer_the_page_says_that_the_hold_is_not_yet_in_the_log(page):
    open_timer(page)
    page.evaluate("() => { model.python = 'silent'; }")
    hold_right(page)
    assert saved_line(page) == "Saving…"
    wait(page, 4)
    assert saved_line(page) == "Not yet in your log, kept in this browser."


def test_a_dead_kernel_stops_no_session(page):
    open_timer(page, python="dead")
    hold_right(page)
    hold(page, 60)
    press(page, "Save")
    assert (headline(page), len(in_storage(page, "hold"))) == ("Done", 2)


def test_an_answer_that_comes_late_is_taken(page):
    open_timer(page, python="silent")
    hold_right(page)
    wait(page, 8)
    page.evaluate("() => model.answer(model.sent.at(-1))")
    assert (saved_line(page), in_storage(page, "hold")) == ("Saved in your log so far.", [])


def test_an_answer_to_what_has_changed_since_does_not_let_go_of_it(page):
    open_timer(page, python="silent")
    press(page, "Start", "Skip")
    wait(page, 20)
    press(page, "It hurts, stop")
    page.get_by_label("Note").fill("sore")
    press(page, "Save")
    page.evaluate("() => model.answer(model.sent[1])")
    assert len(in_storage(page, "hold")) == 1
    page.evaluate("() => model.answer(model.sent[2])")
    assert in_storage(page, "hold") == []


def test_a_failing_log_shows_its_sentence_and_keeps_the_hold(page):
    open_timer(page, python="fails: log.sqlite: there is no room left on the disk")
    hold_right(page)
    assert saved_line(page).endswith("kept in this browser. log.sqlite: there is no room left on the disk")
    assert len(in_storage(page, "hold")) == 1


def test_what_failed_can_be_tried_again(page):
    open_timer(page, python="fails: no room")
    hold_right(page)
    page.evaluate("() => { model.python = 'answers'; }")
    press(page, "Try again")
    assert (saved_line(page), in_storage(page, "hold")) == ("Saved in your log so far.", [])
    assert not page.get_by_role("button", name="Try again").is_visible()


def test_what_failed_is_sent_with_the_next_hold(page):
    open_timer(page, python="fails: no room")
    hold_right(page)
    page.evaluate("() => { model.python = 'answers'; }")
    hold(page, 60)
    assert [r["hold"]["side"] for r in messages(page)[-1]["records"]] == ["right", "left"]
    assert in_storage(page, "hold") == []


def test_what_is_on_its_way_is_not_sent_again(page):
    open_timer(page, python="silent")
    hold_right(page)
    hold(page, 3)
    assert [r["hold"]["side"] for r in messages(page)[-1]["records"]] == ["left"]


def test_what_was_on_its_way_and_got_no_answer_is_sent_with_the_next_hold(page):
    open_timer(page, python="silent")
    hold_right(page)
    wait(page, 4)
    hold(page, 3)
    assert [r["hold"]["side"] for r in messages(page)[-1]["records"]] == ["right", "left"]


def test_what_was_left_pending_is_handed_over_when_a_timer_of_the_log_opens(page):
    open_timer(page, python="silent")
    hold_right(page)
    kept = sent(page)
    load(page)
    open_timer(page)
    assert (messages(page)[0]["type"], sent(page)) == ("hello", kept)
    assert in_storage(page, "hold") == []


def test_what_is_pending_for_another_log_stays_where_it_is(page):
    other = {"hold": {"hold_id": "x"}, "changes": {}, "removed": False}
    page.evaluate("record => localStorage.setItem('hiplog:other:hold:x', JSON.stringify(record))", other)
    open_timer(page)
    assert (messages(page)[0]["records"], len(in_storage(page, "hold"))) == ([], 1)


def test_a_session_that_waits_for_its_rating_is_shown_again_after_a_reload(page):
    open_timer(page)
    hold_right(page)
    hold(page, 60)
    load(page)
    open_timer(page)
    assert headline(page) == "How was it?"
    press(page, "Save")
    assert (len({h["hold_id"] for h in sent(page)}), in_storage(page, "session")) == (2, [])


def test_a_session_that_is_over_leaves_nothing_in_the_browser(page):
    open_timer(page)
    hold_right(page)
    hold(page, 60)
    press(page, "Save", "New session")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("trouble", [NO_STORAGE, FULL_STORAGE])
def test_a_browser_that_keeps_nothing_says_so_and_still_sends(page, trouble):
    page.add_init_script(trouble)
    load(page)
    open_timer(page, python="silent")
    hold_right(page)
    wait(page, 4)
    assert "only on this page" in saved_line(page)
    page.evaluate("() => model.answer(model.sent.at(-1))")
    assert (saved_line(page), len(sent(page))) == ("Saved in your log so far.", 1)


def test_ids_are_random_uuids_also_where_the_browser_makes_none(page):
    page.add_init_script("crypto.randomUUID = undefined")
    load(page)
    open_timer(page)
    hold_right(page)
    pattern = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    assert re.fullmatch(pattern, sent(page)[0]["hold_id"])
    assert re.fullmatch(pattern, sent(page)[0]["session_id"])


def test_another_window_that_only_opens_a_timer_leaves_a_running_session_alone(page):
    open_timer(page)
    press(page, "Start", "Skip")
    wait(page, 20)
    open_timer(page)
    wait(page, 10)
    press(page, "Let go")
    assert [(h["side"], h["hold_s"]) for h in sent(page)] == [("right", 30)]
    press(page, "Resume", view=1)
    wait(page, 0.1)
    assert page.locator(".hiplog-phase").all_text_contents() == ["Moved", "Switch sides"]
