"""A hold stays in the browser until Python has said that it is on disk, and arrives once."""

import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from timer_page import (
    ReadOnlyLog,
    headline,
    hold,
    in_storage,
    load,
    open_timer,
    press,
    saved_line,
    sent,
    serve,
    settle,
    wait,
    words,
)

NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied'); } })"
FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"

FULL_FOR_A_WHILE = """() => {
  const { setItem } = Storage.prototype;
  window.giveRoom = () => { Storage.prototype.setItem = setItem; };
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""

UNANSWERED = "Not yet in your log, kept in this browser. Python does not answer: if it stays so, reload this page."
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
RECORD = {
    "hold": {
        "hold_id": "x",
        "session_id": "s",
        "started_at": "2026-03-04T07:10:00.000",
        "exercise": "hip_balance",
        "side": "left",
        "hold_s": 45,
        "target_s": 120,
        "ended": "let_go",
    },
    "changes": {},
    "removed": False,
}
STORE = "([key, text]) => localStorage.setItem(key, text)"
HERE = f"hiplog:{ReadOnlyLog.id}:{quote(str(ReadOnlyLog.path), safe='')}"


def messages(page) -> list:
    return page.evaluate("timers.flatMap((timer) => timer.model.sent)")


def hold_right(page, seconds=45) -> None:
    press(page, "Start")
    hold(page, seconds)


def test_a_timer_says_hello_when_it_opens(page):
    open_timer(page)
    (hello,) = messages(page)
    assert re.fullmatch(UUID, hello.pop("page"))
    assert hello == {"type": "hello", "request": 1, "records": {}, "saw": None}


def test_a_hold_that_the_editor_changed_is_shown_as_the_log_has_it_and_said_to_be_so(page):
    open_timer(page)
    hold_right(page)
    hold(page, 45)
    (right, _) = sent(page)
    in_log = right | {"side": "left", "hold_s": 50}
    page.evaluate("differs => { model.differs = differs; }", {right["hold_id"]: in_log})
    press(page, "Finish")
    expected = "Saved in your log. The right hold was changed in your log meanwhile: left, 50 seconds."
    assert saved_line(page) == expected
    assert "Only the left side was held." in words(page)
    assert "0:50" in words(page)
    assert len(messages(page)) == 4  # hello, two holds, their rating: what the log has is not sent to it


def test_a_hold_that_was_answered_is_kept_no_longer(page):
    open_timer(page)
    hold_right(page)
    assert (saved_line(page), in_storage(page, "hold")) == ("Saved in your log so far.", [])


def test_a_hold_is_kept_under_a_key_of_its_log_until_it_is_answered(page):
    open_timer(page, python="silent")
    hold_right(page)
    (key,) = in_storage(page, "hold")
    place = quote(str(ReadOnlyLog.path), safe="")
    assert key == f"hiplog:{ReadOnlyLog.id}:{place}:hold:{sent(page)[0]['hold_id']}"


def test_without_an_answer_the_page_says_that_the_hold_is_not_yet_in_the_log(page):
    open_timer(page)
    page.evaluate("() => { model.python = 'silent'; }")
    hold_right(page)
    assert saved_line(page) == "Saving…"
    wait(page, 4)
    assert saved_line(page) == UNANSWERED


def test_a_dead_kernel_stops_no_session(page):
    open_timer(page, python="dead")
    hold_right(page)
    hold(page, 60)
    press(page, "Finish")
    assert (headline(page), len(in_storage(page, "hold"))) == ("Done", 2)


def test_an_answer_that_comes_late_is_taken(page):
    open_timer(page, python="silent")
    hold_right(page)
    wait(page, 8)
    page.evaluate("() => model.answer(model.sent.at(-1))")
    assert (saved_line(page), in_storage(page, "hold")) == ("Saved in your log so far.", [])


def test_an_answer_to_what_has_changed_since_does_not_let_go_of_it(page):
    open_timer(page, python="silent")
    press(page, "Start", "Start now")
    wait(page, 20)
    press(page, "Stop, it hurts")
    page.get_by_label("Note").fill("sore")
    press(page, "Save answers and finish")
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
    hold(page, 20)
    assert [r["hold"]["side"] for r in messages(page)[-1]["records"].values()] == ["right", "left"]
    assert in_storage(page, "hold") == []


def test_what_is_on_its_way_is_not_sent_again(page):
    open_timer(page, python="silent")
    hold_right(page)
    hold(page, 2)
    assert [r["hold"]["side"] for r in messages(page)[-1]["records"].values()] == ["left"]


def test_what_was_on_its_way_and_got_no_answer_is_sent_with_the_next_hold(page):
    open_timer(page, python="silent")
    hold_right(page)
    wait(page, 4)
    hold(page, 3)
    assert [r["hold"]["side"] for r in messages(page)[-1]["records"].values()] == ["right", "left"]


def test_what_was_left_pending_is_handed_over_when_a_timer_of_the_log_opens(page):
    open_timer(page, python="silent")
    hold_right(page)
    kept = sent(page)
    load(page)
    open_timer(page)
    assert (messages(page)[0]["type"], sent(page)) == ("hello", kept)
    assert in_storage(page, "hold") == []


def test_what_is_pending_for_another_log_stays_where_it_is(page):
    page.evaluate("record => localStorage.setItem('hiplog:other:%2Flog:hold:x', JSON.stringify(record))", RECORD)
    open_timer(page)
    assert (messages(page)[0]["records"], len(in_storage(page, "hold"))) == ({}, 1)


def test_a_session_that_waits_for_its_rating_is_shown_again_after_a_reload(page):
    open_timer(page)
    hold_right(page)
    hold(page, 60)
    load(page)
    open_timer(page)
    assert headline(page) == "How does it feel now?"
    press(page, "Finish")
    assert (len({h["hold_id"] for h in sent(page)}), in_storage(page, "session")) == (2, [])


@pytest.mark.parametrize(("minutes", "head"), [(59, "How does it feel now?"), (61, "How did it feel?")])
def test_a_rating_typed_and_left_keeps_its_note_and_scores(page, minutes, head):
    open_timer(page)
    hold_right(page)
    hold(page, 60)
    settle(page)
    page.get_by_role("group", name="Pain now, right side").get_by_label("3", exact=True).check(force=True)
    page.get_by_label("Note").fill("stiff at first")
    page.goto("about:blank")  # the page goes away with what was typed
    page.clock.fast_forward(minutes * 60 * 1000)
    load(page)
    open_timer(page)
    assert headline(page) == head
    if head == "How did it feel?":
        press(page, "Go on")
    assert page.get_by_label("Note").input_value() == "stiff at first"
    press(page, "Save answers and finish")
    said = [(each["side"], each["pain_after"], each["note"]) for each in sent(page)]
    assert said == [("right", 3, "stiff at first"), ("left", None, "stiff at first")]


def test_a_note_on_a_day_without_a_session_is_kept_though_the_page_is_left_while_one_types(page):
    open_timer(page, python="silent")
    press(page, "No session today")
    page.get_by_label("In your own words").press_sequentially("stiff")
    load(page)
    assert '"note":"stiff"' in page.evaluate("Object.values(localStorage).join()")


def test_a_session_that_is_over_leaves_nothing_in_the_browser(page):
    open_timer(page)
    hold_right(page)
    hold(page, 60)
    press(page, "Finish", "Close")
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
    assert saved_line(page) == "Saved in your log so far. This session is only on this page: leave it open."
    assert len(sent(page)) == 1


@pytest.mark.parametrize("trouble", [NO_STORAGE, FULL_STORAGE])
def test_a_session_that_no_other_page_can_read_ends_when_one_begins_there_and_says_what_is_kept(page, trouble):
    page.context.add_init_script(trouble)
    load(page)
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    other = page.context.new_page()
    serve(other)
    open_timer(other)
    press(other, "Start")
    expect(page.locator(".hiplog-phase")).to_have_text("It ended here")
    assert "Another session began in another tab or cell. Kept from this one: right 0:20." in words(page)
    assert [(h["side"], h["hold_s"], h["ended"]) for h in sent(page)] == [("right", 20, "interrupted")]
    assert (saved_line(page), headline(other)) == ("Saved in your log.", "Get ready")


def test_storage_that_is_full_for_the_first_of_two_is_said_and_has_both_as_soon_as_there_is_room(page):
    page.evaluate(FULL_FOR_A_WHILE)
    open_timer(page, python="dead")
    hold_right(page)
    wait(page, 4)
    assert saved_line(page).startswith("Not yet in your log, only on this page: leave it open.")
    page.evaluate("giveRoom()")
    hold(page, 20)
    wait(page, 4)
    assert saved_line(page) == UNANSWERED
    assert len(in_storage(page, "hold")) == 2


def test_site_data_that_are_cleared_are_noticed_and_written_again(page):
    open_timer(page, python="dead")
    hold_right(page)
    wait(page, 4)
    page.evaluate("localStorage.clear()")
    wait(page, 4)
    assert saved_line(page) == UNANSWERED
    assert (len(in_storage(page, "hold")), len(in_storage(page, "session"))) == (1, 1)


def test_an_answer_to_another_windows_message_of_the_same_number_is_not_taken(page):
    other = page.context.new_page()
    serve(other)
    for each in (page, other):
        open_timer(each, python="silent")
    for each in (page, other):
        hold_right(each)
        press(each, "Finish here", "Finish")
    numbers = "model.sent.map(({ request }) => request)"
    assert page.evaluate(numbers) == other.evaluate(numbers) == [1, 2, 3]
    (theirs,) = other.evaluate("Object.keys(model.sent[2].records)")
    page.evaluate("model.answer(model.sent[2])")
    answer = page.evaluate("model.answers[0]") | {"kept": [theirs]}
    other.evaluate("answer => model.fire('msg:custom', answer)", answer)
    assert [key.split(":")[-1] for key in in_storage(other, "hold")] == [theirs]
    assert saved_line(other) == UNANSWERED


def test_a_page_does_not_delete_the_newer_record_of_another(page):
    open_timer(page, python="silent")
    hold_right(page)
    hold(page, 20)
    other = page.context.new_page()
    serve(other)
    open_timer(other, python="silent")
    if headline(other) != "How does it feel now?":
        press(other, "Go on")
    other.get_by_label("Note").fill("sore")
    press(other, "Save answers and finish")
    page.evaluate("() => model.sent.forEach((each) => model.answer(each))")
    stored = other.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes(':hold:')).map(([, text]) => text)"
    )
    assert [json.loads(text)["hold"]["note"] for text in stored] == ["sore", "sore"]


def test_ids_are_random_uuids_also_where_the_browser_makes_none(page):
    page.add_init_script("crypto.randomUUID = undefined")
    load(page)
    open_timer(page)
    hold_right(page)
    assert re.fullmatch(UUID, sent(page)[0]["hold_id"])
    assert re.fullmatch(UUID, sent(page)[0]["session_id"])


def test_another_window_that_only_opens_a_timer_leaves_a_running_session_alone(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 20)
    open_timer(page)
    wait(page, 10)
    press(page, "Stop")
    assert [(h["side"], h["hold_s"]) for h in sent(page)] == [("right", 30)]
    press(page, "I'm still holding", view=1)
    wait(page, 0.1)
    assert page.locator(".hiplog-phase").all_text_contents() == ["It goes on elsewhere", "Switch sides"]


@pytest.mark.parametrize("text", ["{}", "5", "null", "rubbish", '{"form": 3, "session": {"phase": "hold"}}'])
def test_what_is_stored_in_another_form_is_set_aside_and_told_and_can_be_forgotten(page, text):
    for what in ("session", "hold:x"):
        page.evaluate(STORE, [f"{HERE}:{what}", text])
    open_timer(page)
    waits = page.locator(".hiplog-wait")
    assert "2 things kept in this browser could not be read, and were set aside." in waits.text_content()
    press(page, "Forget")
    assert (waits.count(), page.evaluate("localStorage.length"), headline(page)) == (0, 0, "Hip balancing")


def test_a_refused_hold_is_named_with_its_reason_and_can_be_mended(page):
    open_timer(page, python="refuses: hold_s is 45, expected less")
    hold_right(page)
    words = page.locator(".hiplog-wait p").text_content()
    assert words.startswith(
        "The right hold of 2026-03-04, 07:10 (45 seconds) is not in your log as it should be: "
    )
    assert (words.endswith("hold_s is 45, expected less"), saved_line(page)) == (True, "")
    page.evaluate("() => { model.python = 'answers'; }")
    settle(page)
    page.get_by_role("button", name="5 seconds less").click()
    assert (sent(page)[0]["hold_s"], saved_line(page), in_storage(page, "hold")) == (
        40,
        "Saved in your log so far.",
        [],
    )


def test_a_refused_hold_can_be_discarded(page):
    open_timer(page, python="refuses: no")
    hold_right(page)
    settle(page)
    page.locator(".hiplog-wait").get_by_role("button", name="Discard").click()
    assert (page.locator(".hiplog-wait").count(), in_storage(page, "hold")) == (0, [])


@pytest.mark.parametrize(("choice", "sides"), [("Put into this log", ["left"]), ("Discard them", [])])
def test_what_waits_for_the_log_in_another_place_is_offered(page, choice, sides):
    page.evaluate(STORE, [f"hiplog:{ReadOnlyLog.id}:%2Fold%20place%2Flog:hold:x", json.dumps(RECORD)])
    open_timer(page)
    words = "1 hold is kept in this browser for this log at /old place/log."
    assert page.locator(".hiplog-wait p").text_content() == words
    press(page, choice)
    assert ([hold["side"] for hold in sent(page)], page.evaluate("localStorage.length")) == (sides, 0)


def test_what_is_only_on_the_page_is_in_a_timer_that_the_same_page_opens_again(page):
    page.add_init_script(NO_STORAGE)
    load(page)
    open_timer(page, python="dead")
    hold_right(page)
    page.evaluate("() => timers[0].close()")
    open_timer(page)
    assert [hold["hold_s"] for hold in sent(page)] == [45]


def test_that_the_log_is_out_of_reach_is_said_when_a_timer_opens(page):
    open_timer(page, python="fails: log.sqlite: it can only be read")
    assert saved_line(page) == "log.sqlite: it can only be read"
    assert page.get_by_role("button", name="Try again").is_visible()


def test_a_session_that_cannot_be_stored_says_so_from_its_start(page):
    page.add_init_script(FULL_STORAGE)
    load(page)
    open_timer(page)
    press(page, "Start")
    assert saved_line(page) == "This session is only on this page: leave it open."


def test_a_setting_chosen_in_one_window_is_in_the_other_and_stays(page):
    other = page.context.new_page()
    serve(other)
    for each in (page, other):
        open_timer(each)
        press(each, "Settings")
    page.get_by_label("Voice").uncheck()
    expect(other.get_by_label("Voice")).not_to_be_checked()
    other.get_by_label("Flash the screen").uncheck()
    assert json.loads(page.evaluate(f"localStorage['hiplog:{ReadOnlyLog.id}:settings']")) == {
        "voice": False,
        "flashes": False,
    }


def test_a_rating_that_another_window_took_over_is_moved_here_and_a_discard_there_stays(page):
    open_timer(page)
    hold_right(page)
    hold(page, 60)
    other = page.context.new_page()
    serve(other)
    open_timer(other)
    if headline(other) != "How does it feel now?":
        press(other, "Go on")
    page.wait_for_function("() => document.querySelector('.hiplog-phase').textContent === 'It goes on elsewhere'")
    press(other, "Finish", "Delete this session", "Delete")
    press(page, "Back to the start")
    assert (sent(page)[-1]["side"], in_storage(page, "hold"), in_storage(page, "session")) == ("left", [], [])


def test_a_session_of_another_exercise_goes_on_in_a_timer_that_does_not_know_it(page):
    open_timer(page)
    hold_right(page)
    load(page)
    open_timer(page, exercise="quad_stretch")
    press(page, "Go on")
    hold(page, 20)
    press(page, "Finish")
    assert {(h["exercise"], h["side"]) for h in sent(page)} == {("hip_balance", "right"), ("hip_balance", "left")}
