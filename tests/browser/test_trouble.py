"""No hold is lost to a busy, killed or restarted kernel, to a reload, or to a log out of reach."""

import json

import pytest

pytestmark = pytest.mark.browser

BUSY = "import time; time.sleep({})"
DENIED = """() => {
  for (const name of ["getItem", "setItem", "removeItem"]) {
    const real = Storage.prototype[name];
    Storage.prototype[name] = function (key, ...more) {
      if (key.startsWith("hiplog:")) throw new DOMException("denied", "SecurityError");
      return real.call(this, key, ...more);
    };
  }
}"""
SEND_NONSENSE = """comm_id => new Promise((answered) => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  kernel.iopubMessage.connect((_, { content }) => {
    if (content.data?.content?.page === "nobody") answered(content.data.content);
  });
  const message = { type: "hold-finished", page: "nobody", request: 1, records: [5] };
  const header = { msg_id: "x", msg_type: "comm_msg", session: kernel.clientId, username: "", version: "5.3" };
  kernel.sendShellMessage({
    header, channel: "shell", parent_header: {}, metadata: {}, buffers: [],
    content: { comm_id, data: { method: "custom", content: message } },
  });
})"""
REFUSED = {
    "hold": {
        **{"hold_id": "x", "session_id": "s", "started_at": "2026-03-04T07:10:00.000", "exercise": "hip_balance"},
        **{"side": "middle", "hold_s": 45, "target_s": 120, "ended": "let_go"},
    },
    "changes": {},
    "removed": False,
}
REMOVE_LATEST = """
editor = hiplog.HoldEditor(log)
editor._which.value = editor._which.options[1][1]
editor._remove.click()
"""


def stored(timer, what, text):
    """Put a text where the browser keeps what is of the timer's log."""
    here = timer.in_kernel("f'hiplog:{log.id}:' + __import__('urllib.parse').parse.quote(str(log.path), safe='')")
    timer.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{here}:{what}", text])


def test_a_busy_kernel_before_start_and_during_a_hold_changes_no_second(open_timer):
    timer = open_timer()
    timer.execute(BUSY.format(3), wait=False)
    timer.press("Start")
    right = timer.hold(3.2)
    timer.execute(BUSY.format(6), wait=False)
    left = timer.hold(3.2)
    holds = timer.wait_for_holds(2)
    assert holds[0]["hold_s"] in right
    assert holds[1]["hold_s"] in left


def test_a_hold_removed_and_a_pain_emptied_in_the_editor_stay_so_when_the_session_is_rated(open_timer):
    timer = open_timer()
    timer.view().get_by_role("group", name="Pain now").get_by_role("radio", name="5", exact=True).check()
    timer.press("Start")
    timer.short_hold()
    (right,) = timer.wait_for_holds(1)
    timer.execute(REMOVE_LATEST)
    assert timer.holds() == []
    timer.short_hold()
    (left,) = timer.wait_for_holds(1)
    timer.execute(f"log.change('{left['hold_id']}', pain_before=None, by='editor')")
    timer.view().get_by_label("Note").fill("stiff")
    timer.press("Save answers and finish")
    timer.says("was taken out of your log elsewhere. This is not in your log")
    timer.says('put back there: "stiff".')
    timer.says("without its pain before")
    (kept,) = timer.wait_for_holds(1)
    assert (kept["side"], kept["note"], left["pain_before"], kept["pain_before"]) == ("left", "stiff", 5, None)
    assert right["hold_id"] != kept["hold_id"]


def test_what_the_browser_kept_in_another_form_leaves_no_empty_cell(open_timer):
    timer = open_timer()
    for what, text in (("session", "5"), ("hold:x", "{}"), ("hold:y", '{"form": 9}')):
        stored(timer, what, text)
    timer.run_all()
    timer.says("3 things kept in this browser could not be read, and were set aside.")
    timer.press("Forget")
    timer.press("Start")
    timer.short_hold()
    assert len(timer.wait_for_holds(1)) == 1


def test_a_hold_that_the_log_refuses_is_named_and_discarded_and_keeps_no_other_out(open_timer):
    timer = open_timer()
    stored(timer, "hold:x", json.dumps(REFUSED))
    timer.run_all()
    timer.says("The middle hold of 2026-03-04, 07:10 (45 seconds) is not in your log as it should be: side is")
    timer.press("Start")
    timer.short_hold()
    assert [hold["side"] for hold in timer.wait_for_holds(1)] == ["right"]
    timer.press("Discard")
    timer.view().get_by_text("The middle hold").wait_for(state="detached")


def test_a_message_that_makes_no_sense_is_answered_with_what_is_wrong(open_timer):
    timer = open_timer("timer = hiplog.HoldTimer(log)\ntimer")
    answer = timer.page.evaluate(SEND_NONSENSE, timer.in_kernel("timer.comm.comm_id"))
    assert (answer["type"], answer["kept"], answer["page"]) == ("answered", [], "nobody")
    assert answer["error"]
    timer.press("Start")
    timer.short_hold()
    assert len(timer.wait_for_holds(1)) == 1


def test_a_kernel_killed_in_mid_hold_costs_nothing_and_the_hold_arrives_once(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.kill_kernel()
    timer.wait_for_new_kernel()
    timer.wait(1)
    seconds = begin.until(timer.press("Stop"))
    timer.says("Not yet in your log")
    timer.run_all()
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_restarted_kernel_alone_says_no_more_than_not_yet_in_your_log(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.restart_kernel()
    timer.wait_for_new_kernel()
    timer.wait(2)
    seconds = begin.until(timer.press("Stop"))
    timer.says("Not yet in your log")
    timer.run_all()
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_hold_goes_on_after_a_reload_when_the_person_says_so(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.wait(1)
    timer.reload()
    timer.run_all()
    timer.says("The timer last saw your right hold")
    timer.resume()
    seconds = begin.until(timer.press("Stop"))
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_of_a_hold_whose_cell_ran_again_what_was_seen_is_kept_when_the_session_is_ended(open_timer):
    timer = open_timer()
    timer.press("Start")
    timer.press("Start now")
    timer.wait(1.5)
    timer.run_all()
    timer.says("Still holding?")
    timer.view().get_by_role("button", name="End the session: keep 0:0").click()
    timer.says("How does it feel now?")
    (hold,) = timer.wait_for_holds(1)
    assert (hold["ended"], hold["claimed_s"]) == ("interrupted", None)
    assert 0 < hold["hold_s"] < 30


def test_the_button_run_all_restarts_python_in_mid_hold_and_costs_nothing(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.wait(1)
    timer.page.get_by_role("button", name="Run all", exact=True).click()
    timer.resume()
    seconds = begin.until(timer.press("Stop"))
    timer.says("Saved in your log so far.")
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_finished_hold_that_python_never_heard_of_arrives_once_after_a_reload(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.restart_kernel()
    timer.wait_for_new_kernel()
    timer.wait(2)
    seconds = begin.until(timer.press("Stop"))
    timer.reload()
    timer.run_all()
    timer.wait_for_holds(1)
    timer.run_all()
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_page_that_missed_a_restart_says_that_a_reload_helps_and_the_hold_arrives_then(open_timer):
    timer = open_timer()
    timer.restart_kernel()  # past the page, as another page of the notebook may
    timer.wait_for_new_kernel()
    timer.run_all()
    timer.wait(1)
    timer.press("Start")
    seconds = timer.hold(0.5)
    timer.says("Python does not answer: if it stays so, reload this page.")
    assert timer.holds() == []
    timer.come_back()
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_log_that_cannot_be_written_is_said_and_its_hold_arrives_when_it_can(open_timer):
    timer = open_timer()
    in_the_way = timer.log.with_name("log.sqlite-journal")  # where SQLite must write first; even root cannot
    in_the_way.mkdir()
    timer.press("Start")
    seconds = timer.hold(0.5)
    timer.says("log.sqlite: ")
    in_the_way.rmdir()
    assert timer.holds() == []
    timer.press("Try again")
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_log_that_cannot_be_written_gets_its_hold_after_a_reload_too(open_timer):
    timer = open_timer()
    in_the_way = timer.log.with_name("log.sqlite-journal")
    in_the_way.mkdir()
    timer.press("Start")
    seconds = timer.hold(0.5)
    timer.says("log.sqlite: ")
    in_the_way.rmdir()
    timer.reload()
    timer.run_all()
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_saved_notebook_offers_its_hold_again_after_a_reload_without_a_cell_run(open_timer):
    timer = open_timer()
    timer.command("docmanager:save")
    timer.press("Start")
    begin = timer.press("Start now")
    timer.reload()
    timer.resume()
    seconds = begin.until(timer.press("Stop"))
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_the_notebooks_own_dialog_over_a_hold_takes_no_second_of_it(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.wait(3.2)
    timer.page.context.set_offline(True)
    try:
        dialog = timer.page.locator(".jp-Dialog")
        dialog.filter(has_text="Server Connection Error").wait_for(timeout=60_000)
        seconds = begin.until(timer.key("Space"))
        timer.view().get_by_text("Switch sides", exact=True).wait_for()
    finally:
        timer.page.context.set_offline(False)
    timer.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    timer.wait_for_notebook()
    timer.run_all()
    (hold,) = timer.wait_for_holds(1, at_most_s=60)
    assert hold["hold_s"] in seconds


def test_a_hold_that_the_browser_cannot_keep_arrives_when_the_cells_run_again_in_its_page(open_timer):
    timer = open_timer()
    timer.page.evaluate(DENIED)
    timer.press("Start")
    begin = timer.press("Start now")
    timer.restart_kernel()
    timer.wait_for_new_kernel()
    timer.wait(2)
    seconds = begin.until(timer.press("Stop"))
    timer.says("only on this page: leave it open")
    timer.run_all()
    (hold,) = timer.wait_for_holds(1)
    timer.reload()  # with the storage as it was
    assert hold["hold_s"] in seconds
