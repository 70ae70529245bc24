"""All of the browser stands still, its clock running on, with the sounds on: as some computers sleep."""

import signal
import time

import psutil
import pytest
from timer_page import (
    STEADY_AUDIO,
    blank_page,
    buttons,
    headline,
    load,
    open_timer,
    press,
    sent,
)

KEEP_AUDIO = """() => {
  const Real = window.AudioContext;
  window.AudioContext = class extends Real { constructor(options) { super(options); window.audio = this; } };
}"""
STOPPED_S = 10  # longer than all that would have run on by itself: two targets and a change of sides


@pytest.fixture
def page(browser):
    """Yield a page whose clock runs, with a timer whose sounds are on."""
    page = sounding(browser)
    yield page
    page.context.close()


def sounding(browser, audio=""):
    page = blank_page(browser, clock=False)
    page.add_init_script(audio)
    load(page)
    page.evaluate(KEEP_AUDIO)
    open_timer(page, prepare_s=3, target_s=4, switch_s=3)
    return page


def browser_processes() -> list[psutil.Process]:
    children = psutil.Process().children(recursive=True)
    return [process for process in children if "chrom" in process.name()]


def stop_browser(seconds: float) -> None:
    """Stop each of the browser's processes, those that sound among them, for so long."""
    processes = browser_processes()
    assert len(processes) > 2
    for process in processes:
        process.send_signal(signal.SIGSTOP)
    time.sleep(seconds)
    for process in processes:
        process.send_signal(signal.SIGCONT)


def sounds_run(page) -> bool:
    return page.evaluate("audio.state") == "running"


def wait_for(page, words: str) -> None:
    page.locator(".hiplog-phase").get_by_text(words, exact=True).wait_for()


@pytest.mark.parametrize(
    ("answer", "held"),
    [
        ("I held on to the end: 0:04", [("right", 4, "target")]),
        ("I had let go: keep 0:01", [("right", pytest.approx(1, abs=1), "interrupted")]),
    ],
)
def test_stopped_in_a_hold_the_person_is_asked_and_no_other_side_has_begun(page, answer, held):
    press(page, "Start", "Start now")
    page.wait_for_timeout(1000)
    assert sounds_run(page)
    stop_browser(STOPPED_S)
    wait_for(page, "Did you keep holding?")
    assert sent(page) == []
    page.wait_for_timeout(1100)  # a tap that comes sooner may have been meant for the hold
    page.get_by_role("button", name=answer).click()
    (hold,) = sent(page)
    assert [(hold["side"], hold["hold_s"], hold["ended"])] == held
    assert (hold["claimed_s"] is None) == (answer.startswith("I had"))


def test_stopped_in_get_ready_nothing_is_held(page):
    press(page, "Start")
    page.wait_for_timeout(500)
    stop_browser(STOPPED_S)
    wait_for(page, "Are you there?")
    page.wait_for_timeout(1000)
    assert (sent(page), buttons(page)) == ([], ["Start this side", "Leave this side out", "It hurts: not today"])


def test_stopped_in_switch_sides_the_other_side_does_not_begin_unseen(page):
    press(page, "Start", "Start now")
    page.wait_for_timeout(3200)
    press(page, "Stop")
    assert headline(page) == "Switch sides"
    stop_browser(6)
    wait_for(page, "Are you there?")
    page.wait_for_timeout(1000)
    assert [hold["side"] for hold in sent(page)] == ["right"]


def test_a_page_that_is_held_up_for_as_long_follows_its_sounds(browser):
    page = sounding(browser, STEADY_AUDIO)
    press(page, "Start", "Start now")
    page.wait_for_timeout(2500)
    page.evaluate("() => { const end = performance.now() + 9000; while (performance.now() < end); }")
    wait_for(page, "How does it feel now?")
    assert [(hold["side"], hold["hold_s"], hold["claimed_s"]) for hold in sent(page)] == [
        ("right", 4, None),
        ("left", 4, None),
    ]
    page.context.close()
