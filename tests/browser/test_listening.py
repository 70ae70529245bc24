"""Two knocks let go in JupyterLab and in the timer alone, each with its own rules for scripts."""

import sys
from pathlib import Path

import numpy as np
import pytest
from driver import AppPage, launch
from notebook_page import Notebook

sys.path.append(str(Path(__file__).parents[1] / "timer"))
import recordings

pytestmark = pytest.mark.browser

FIRST_S = 4.0


@pytest.fixture(scope="module")
def context(browser_path, playwright, tmp_path_factory):
    """Start a browser that hears two claps four seconds after its microphone is opened."""
    rng = np.random.default_rng(4)
    made = recordings.quiet(rng, 15 * recordings.RATE)
    for at_s in (FIRST_S, FIRST_S + 0.3):
        recordings.put(made, recordings.strike(rng, "clap", 0.35, 1.5, -18), at_s)
    wav = recordings.write_wav(tmp_path_factory.mktemp("sound") / "claps.wav", made)
    pretended = ("--use-fake-device-for-media-stream", f"--use-file-for-fake-audio-capture={wav}")
    browser = launch(playwright.chromium, browser_path, *pretended)
    yield browser.new_context(viewport={"width": 1200, "height": 1400}, permissions=["microphone"])
    browser.close()


@pytest.fixture(scope="module", params=["lab", "alone"])
def platform(request, lab, context):
    address, root = lab
    page = context.new_page()
    if request.param == "alone":
        yield AppPage(page, address, root)
    else:
        notebook = Notebook(page, address, root / "listening")
        notebook.open()
        yield notebook
        notebook.shut_down()
    page.close()


def test_two_claps_let_go_and_arrive_in_the_log(platform):
    timer = platform.show_timer()
    timer.press("Settings")
    timer.press("Button in hand")
    timer.view().get_by_label("Stop by two knocks or claps").check()
    timer.says("The microphone is open while you hold")
    timer.press("Back")
    timer.press("Close settings")
    timer.press("Start")
    timer.press("Start now")
    timer.says("Right side: 0:04, by two knocks")
    timer.press("Finish here")
    timer.press("Finish")
    (hold,) = timer.wait_for_holds(1)
    assert hold["ended"] == "let_go"
    assert FIRST_S < hold["hold_s"] < FIRST_S + 1
