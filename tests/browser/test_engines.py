"""A whole session in Firefox and in WebKit, each in JupyterLab and in Voila: what arrives, and how it is drawn."""

import os
from dataclasses import dataclass

import pytest
from driver import TOKEN, read_holds
from engines import SECOND_TAP_S, SHOWN, EnginePage, Firefox, WebKit
from notebook_page import IDLE, LAB, LOG, SETUP, write_notebook

pytestmark = pytest.mark.browser

TIMER = "hiplog.HoldTimer(log, first_side='right', target_s=5, prepare_s=20, switch_s=20)"
PAGE_DOWN = "\ue00f"  # as WebDriver has it
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)"
RESTORED = "() => window.jupyterapp?.restored.then(() => true)"
MAIN = "() => document.querySelector('.hiplog-timer .hiplog-main').textContent"
BOXES = """() => {
  const box = (selector) => document.querySelector(`.hiplog-timer ${selector}`)?.getBoundingClientRect().toJSON();
  const panel = document.querySelector(".hiplog-panel");
  return {
    frame: box(".hiplog-ready .hiplog-picture"), picture: box(".hiplog-ready .hiplog-picture svg"),
    panel: box(".hiplog-panel"), over: panel.scrollWidth - panel.clientWidth, page: innerWidth,
  };
}"""
# A letter that no font has is drawn as a box, as is one that no font can have.
MISSING = """() => {
  const pen = new OffscreenCanvas(40, 40).getContext("2d", { willReadFrequently: true });
  pen.font = `20px ${getComputedStyle(document.querySelector(".hiplog-panel")).fontFamily}`;
  const drawn = (letter) => {
    pen.clearRect(0, 0, 40, 40);
    pen.fillText(letter, 5, 30);
    return pen.getImageData(0, 0, 40, 40).data.join();
  };
  const letters = new Set(document.querySelector(".hiplog-timer").textContent.replace(/\\s/g, ""));
  return [...letters].filter((letter) => drawn(letter) === drawn("\\uffff"));
}"""


# A microphone that these browsers do not pretend to have: two claps four seconds after it was opened.
CLAPS = """() => {
  const getUserMedia = async () => {
    const audio = new AudioContext();
    const rate = audio.sampleRate;
    const buffer = audio.createBuffer(1, 8 * rate, rate);
    const samples = buffer.getChannelData(0);
    for (let i = 0; i < samples.length; i += 1) samples[i] = 0.0005 * (Math.random() - 0.5);
    for (const at of [4, 4.3]) {
      for (let i = 0; i < 0.1 * rate; i += 1) {
        samples[Math.round(at * rate) + i] += 0.2 * (2 * Math.random() - 1) * Math.exp(-i / (0.008 * rate));
      }
    }
    const output = audio.createMediaStreamDestination();
    const source = Object.assign(audio.createBufferSource(), { buffer });
    source.connect(output);
    source.start();
    return output.stream;
  };
  Object.defineProperty(navigator, "mediaDevices", { value: { getUserMedia }, configurable: true });
  return true;
}"""


@dataclass
class Timed:
    """What a session in one browser gave: the rows of its log, the boxes of each phase, the letters not drawn."""

    holds: list
    boxes: dict
    missing: list
    offered: str


@pytest.fixture(scope="module", params=[Firefox, WebKit], ids=["firefox", "webkit"])
def browser(request, tmp_path_factory):
    """Yield the browser; a person who has none of its kind goes without, which in CI is a failure."""
    kind = request.param
    if kind.path() is None:
        words = f"The tests in {kind.__name__} are left out: it wants {kind.needs}, as Debian calls them."
        (pytest.fail if os.environ.get("CI") else pytest.skip)(words)
    with kind.started(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture(scope="module", params=["lab", "voila"])
def timed(request, browser, lab):
    """Time two sessions: one by a clicker's keys and Space; one that a reload cuts, then a target and a tap."""
    address, root = lab
    folder = root / f"{type(browser).__name__}_{request.param}".lower()
    write_notebook(folder, SETUP, TIMER)
    page = EnginePage(browser)
    browser.resize(1280, 900)
    load = LOADS[request.param]
    load(page, address, folder.name)
    boxes = time_both_sides(page)
    missing = page.run(MISSING)
    rate(page)
    page.press("Close")
    page.press("Start")
    page.press("Start now")
    page.wait(2.5)
    load(page, address, folder.name)
    offered = page.run(SHOWN)
    resume_and_tap(page)
    return Timed(read_holds(folder / LOG), boxes, missing, offered)


def load_lab(page, address, folder):
    page.browser.open(f"{address}/{LAB.format(folder=folder)}?token={TOKEN}")
    for done in (RESTORED, IDLE, RUN_ALL):
        page.wait_for(done)
    page.wait_for_phase("ready", "found")


def load_voila(page, address, folder):
    page.browser.open(f"{address}/voila/render/{folder}/timer.ipynb?token={TOKEN}")
    page.wait_for_phase("ready", "found")


LOADS = {"lab": load_lab, "voila": load_voila}


def time_both_sides(page):
    """Time both sides by the keys of a clicker, and Space; return the boxes of each phase on the way."""
    boxes = {"ready": page.run(BOXES)}
    page.press("Start")
    for phase, key in (("prepare", PAGE_DOWN), ("switch", " ")):
        page.wait_for_phase(phase)
        boxes[phase] = page.run(BOXES)
        page.wait(2.1)  # a press that comes sooner may have been meant for the hold before
        page.key(PAGE_DOWN)
        page.wait_for_phase("hold")
        boxes["hold"] = page.run(BOXES)
        page.wait(3.3)
        page.key(key)
    page.wait_for_phase("rate")
    return boxes | {"rate": page.run(BOXES)}


def rate(page):
    page.wait(SECOND_TAP_S)
    page.tap(".hiplog-rating .hiplog-scale:nth-of-type(2) .hiplog-pip:nth-of-type(4)")
    page.type(".hiplog-rating .hiplog-note", "stiff")
    page.press("Save")
    page.wait_for_words("Saved in your log.")


def resume_and_tap(page):
    """Go on with the hold that was left behind, up to its target, and let go on the other side by a tap."""
    page.press("I'm still holding")
    page.wait_for_phase("away")
    page.press(page.run(MAIN))  # that one held on: what it comes to depends on how long the page took to load
    page.press("Start now")
    page.wait(3.3)
    page.tap(".hiplog-stage")
    page.wait_for_phase("rate")
    page.wait_for_words("Your holds are in your log.")


def test_every_hold_arrives_with_its_seconds_and_why_it_ended(timed):
    held = [(hold["side"], hold["ended"]) for hold in timed.holds]
    assert held == [("right", "let_go"), ("left", "let_go"), ("right", "target"), ("left", "let_go")]
    assert timed.holds[2]["hold_s"] == 5.0
    assert all(3.2 < timed.holds[i]["hold_s"] < 5 for i in (0, 1, 3))


def test_a_rating_and_a_note_arrive_with_their_session(timed):
    assert [hold["note"] for hold in timed.holds] == ["stiff", "stiff", None, None]
    assert [hold["pain_after"] for hold in timed.holds] == [None, 3.0, None, None]


def test_a_hold_that_a_reload_cut_is_offered_and_only_what_nobody_saw_is_claimed(timed):
    assert "The timer last saw your right hold" in timed.offered
    *seen, claimed = (timed.holds[i]["claimed_s"] for i in (0, 1, 3, 2))
    assert seen == [None, None, None]
    assert 0 < claimed < 4.5  # of five, of which about two were seen


def test_the_picture_fills_its_frame(timed):
    frame, picture = timed.boxes["ready"]["frame"], timed.boxes["ready"]["picture"]
    assert max(picture[side] / frame[side] for side in ("width", "height")) > 0.9
    assert picture["width"] > 200


def test_nothing_of_the_panel_lies_beyond_it_or_the_page(timed):
    beyond = {phase: (box["over"], box["panel"]["right"] - box["page"]) for phase, box in timed.boxes.items()}
    assert {phase for phase, (over, right) in beyond.items() if over > 1 or right > 1} == set()


def test_every_letter_is_drawn(timed):
    assert timed.missing == []


def test_two_claps_let_go_of_a_hold_or_it_is_said_that_nothing_is_heard(browser, lab):
    address, root = lab
    folder = root / f"{type(browser).__name__}_claps".lower()
    write_notebook(folder, SETUP, TIMER.replace("target_s=5", "target_s=60, knocks=True"))
    page = EnginePage(browser)
    load_voila(page, address, folder.name)
    page.run(CLAPS)
    page.press("Start")
    page.press("Start now")
    page.wait_for_words("istening")
    is_deaf = page.run(f"() => ({SHOWN})().includes('Not listening')")
    if is_deaf:
        assert isinstance(browser, Firefox)  # which runs no audio clock where there is no audio device
        page.press("Stop")
    else:
        page.wait_for_words("Right side: 0:04, by two knocks")
    page.wait_for_words("Saved in your log so far.")
    (hold,) = read_holds(folder / LOG)
    assert hold["ended"] == "let_go"
    assert is_deaf or 4 < hold["hold_s"] < 5
