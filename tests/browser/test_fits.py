"""The whole of the timer is on the screen in each phase: in JupyterLab with its bars, and alone."""

import contextlib

import driver
import pytest

import hiplog
from hiplog import lab as lab_folder

pytestmark = pytest.mark.browser

BOXES = """scrolls => {
  const around = document.querySelector(scrolls).getBoundingClientRect();
  const panel = document.querySelector(".hiplog-panel").getBoundingClientRect();
  const buttons = [...document.querySelectorAll(".hiplog-actions button")];
  const hidden = buttons.filter((each) => each.getBoundingClientRect().bottom > around.bottom).length;
  return { over: Math.max(0, around.top - panel.top), under: Math.max(0, panel.bottom - around.bottom),
    hidden, beside: Math.max(0, panel.right - around.right), button_count: buttons.length };
}"""
FITS = {"over": 0, "under": 0, "hidden": 0, "beside": 0}


def phases(timer):
    """Walk through a session, stopping in each phase."""
    yield "ready"
    timer.press("Settings")
    yield "settings"
    timer.press("Close settings")
    timer.press("How to do it")
    yield "guide"
    timer.press("Back")
    timer.press("Start")
    yield "prepare"
    timer.press("Start now")
    timer.wait(0.5)
    yield "hold"
    timer.press("Stop")
    yield "count"
    timer.press("I let go: count it")
    yield "switch"
    timer.press("Start now")
    timer.wait(0.5)
    timer.press("I was interrupted")
    yield "again"
    timer.press("Finish here")
    yield "rate"
    timer.press("Correct the times")
    yield "mend"
    timer.press("Leave as it was")
    timer.press("Finish")
    yield "done"
    timer.press("Delete this session")
    yield "sure"
    timer.press("Delete")
    timer.button("Start").wait_for()


def misfits(timer, scrolls):
    found = {}
    for phase in phases(timer):
        boxes = timer.page.evaluate(BOXES, scrolls)
        assert boxes.pop("button_count") > 0
        if boxes != FITS:
            found[phase] = boxes
    return found


def empty(log):
    """Take out what is in a log; its file stays, for the kernel of a page before may be taking out the same."""
    while len(log):
        with contextlib.suppress(hiplog.LogError):
            log.remove(log.holds())


@pytest.fixture
def page_of(lab, context):
    """Return a function that opens a page of this size, of JupyterLab or of the timer alone, with a new log."""
    address, root = lab
    pages = []

    def open_page(width, height, where, **media):
        (root / lab_folder.LOG).parent.mkdir(exist_ok=True)
        empty(hiplog.Log(root / lab_folder.LOG))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**media)
        pages.append(page)
        timer = driver.TimerPage(page, root / lab_folder.LOG)
        page.goto(f"{address}/{where}?token={driver.TOKEN}")
        return timer

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1280, 720), (1024, 768)])
def test_after_run_all_the_first_notebook_shows_the_whole_timer_without_scrolling(page_of, width, height):
    timer = page_of(width, height, lab_folder.LAB_PAGE.replace("lab/tree", f"lab/workspaces/fits{width}/tree"))
    page = timer.page
    page.locator(".jp-NotebookPanel").wait_for()
    page.wait_for_function("jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'")
    page.get_by_role("button", name="Run all", exact=True).click()
    timer.button("Start").wait_for()
    page.wait_for_function("jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'")
    assert misfits(timer, ".jp-WindowedPanel-outer") == {}
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0


@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 740), (1024, 768), (768, 1024)])
def test_the_timer_alone_fits_phones_and_tablets(page_of, width, height):
    timer = page_of(width, height, lab_folder.APP_PAGE)
    timer.button("Start").wait_for()
    assert misfits(timer, "#rendered_cells") == {}
    assert timer.page.evaluate("document.querySelector('#rendered_cells').scrollHeight") <= height


def test_the_timer_alone_is_dark_on_a_dark_device_and_light_again_at_once(page_of):
    timer = page_of(390, 844, lab_folder.APP_PAGE, color_scheme="dark")
    timer.button("Start").wait_for()
    panel = timer.view().locator(".hiplog-panel")
    light = "panel => getComputedStyle(panel).backgroundColor.match(/\\d+/g).slice(0, 3).every((v) => v > 200)"
    assert not panel.evaluate(light)
    timer.page.emulate_media(color_scheme="light")
    assert panel.evaluate(light)
