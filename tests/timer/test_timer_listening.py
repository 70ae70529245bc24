"""Two knocks in a real Chromium, whose microphone plays a recording: whole sessions, and what may go wrong."""

import time
from collections.abc import Iterator

import numpy as np
import pytest
import recordings
from playwright.sync_api import Browser, Page
from timer_page import blank_page, headline, open_timer, press, sent, words

FIRST_S = 4.0  # of the recording, when the first of two knocks is made
LOOP_S = 20
TICK = "Stop by two knocks or claps"
# When the microphone was opened, by the page's clock.
SPY = """() => {
  window.opened = [];
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await real(wanted);
    window.opened.push({ at: performance.timeOrigin + performance.now(), stream });
    return stream;
  };
}"""
# By how many milliseconds the ends of the last holds are off.
OFF = """first_s => {
  const holds = Object.values(Object.assign({}, ...timers[0].model.sent.map(({ records }) => records)));
  const end = ({ hold }) => Date.parse(`${hold.started_at}Z`) - 60000 * hold.utc_offset_min + 1000 * hold.hold_s;
  return holds.map((record, i) => end(record) - opened.at(i - holds.length).at - 1000 * first_s);
}"""
LIVE = "opened.flatMap(({ stream }) => stream.getTracks()).filter((track) => track.readyState === 'live').length"


@pytest.fixture(scope="module")
def browser(playwright, browser_path, tmp_path_factory) -> Iterator[Browser]:
    """Start a browser that hears two knocks four seconds after its microphone is opened."""
    rng = np.random.default_rng(3)
    made = recordings.quiet(rng, LOOP_S * recordings.RATE)
    for at_s in (FIRST_S, FIRST_S + 0.3):
        recordings.put(made, recordings.strike(rng, "wood", 0.35, 1.5, -24), at_s)
    wav = recordings.write_wav(tmp_path_factory.mktemp("sound") / "knocks.wav", made)
    pretended = ["--use-fake-device-for-media-stream", f"--use-file-for-fake-audio-capture={wav}"]
    arguments = ["--no-sandbox", "--disable-gpu", *pretended]
    browser = playwright.chromium.launch(executable_path=browser_path, args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """Yield a page that may use the microphone, by a clock that runs."""
    page = blank_page(browser, clock=False, permissions=["microphone"])
    page.evaluate(SPY)
    yield page
    page.context.close()


def wait_for(page, says: str) -> None:
    page.get_by_text(says).first.wait_for(timeout=15_000)


def test_a_whole_session_is_let_go_of_by_two_knocks_at_the_moment_of_the_first(page):
    open_timer(page, target_s=60, prepare_s=1, switch_s=3)
    press(page, "Settings", "Button in hand")
    page.get_by_label(TICK).check()
    press(page, "Back", "Close settings")
    press(page, "Start")
    wait_for(page, "two knocks or a tap anywhere stop it")
    wait_for(page, "Listening: two knocks let go")
    assert page.evaluate(LIVE) == 1
    wait_for(page, "Right side: 0:04, by two knocks")
    page.wait_for_function(f"{LIVE} === 0")
    wait_for(page, "How does it feel now?")
    assert [(h["side"], h["ended"]) for h in sent(page)] == [("right", "let_go"), ("left", "let_go")]
    first, second = page.evaluate(OFF, FIRST_S)
    assert abs(first) < 250  # what a browser takes to open its microphone is in that
    assert abs(second) < 250


def test_the_microphone_is_asked_for_as_it_is_chosen_and_closed_again(page):
    open_timer(page)
    press(page, "Settings", "Button in hand")
    assert page.evaluate("opened.length") == 0
    page.get_by_label(TICK).check()
    wait_for(page, "The hold ends at the first of two.")
    page.wait_for_function("opened.length === 1")
    assert page.evaluate(LIVE) == 0


def test_a_timer_that_did_not_choose_it_opens_no_microphone(page):
    open_timer(page, prepare_s=0)
    press(page, "Start")
    time.sleep(1.5)
    assert (headline(page), page.evaluate("opened.length")) == ("Hold", 0)
    assert "Listening" not in words(page)


def test_a_microphone_that_is_refused_is_missed_and_the_session_goes_on(browser):
    page = blank_page(browser, clock=False, permissions=[])
    open_timer(page, prepare_s=2)
    press(page, "Settings", "Button in hand")
    page.get_by_label(TICK).check()
    refused = "The browser does not let the timer use the microphone. Knocks are not heard, and all else goes on."
    wait_for(page, refused)
    press(page, "Back", "Close settings", "Start")
    wait_for(page, refused)
    assert "a tap anywhere or Space" in words(page)
    wait_for(page, "Not listening")
    press(page, "Stop")
    assert [h["ended"] for h in sent(page)] == ["let_go"]
    page.context.close()
