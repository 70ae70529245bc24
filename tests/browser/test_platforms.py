"""What holds in JupyterLab holds in Notebook 7 and in the page of the timer alone, which Voila makes."""

import re
import time

import notebook_page
import pytest
from driver import AppPage, ask
from test_keys import LABS_OWN, press_all

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def notebook_7(lab, context):
    address, root = lab
    page = context.new_page()
    notebook = notebook_page.Notebook(page, address, root / "notebook_7", at=notebook_page.NOTEBOOK_7)
    notebook.open()
    yield notebook
    notebook.shut_down()
    page.close()


@pytest.fixture(scope="module")
def alone(lab, context):
    address, root = lab
    page = context.new_page()
    yield AppPage(page, address, root)
    page.close()


@pytest.fixture(scope="module", params=["notebook_7", "alone"])
def platform(request):
    return request.getfixturevalue(request.param)


def test_a_session_arrives_with_the_seconds_of_the_drivers_clock(platform):
    timer = platform.show_timer()
    timer.press("Start")
    right, left = timer.hold(3.3), timer.hold(3.6)
    timer.press("Finish")
    timer.says("Saved in your log.")
    holds = timer.wait_for_holds(2)
    assert [hold["side"] for hold in holds] == ["right", "left"]
    assert holds[0]["hold_s"] in right
    assert holds[1]["hold_s"] in left


def test_a_hold_goes_on_after_a_reload_when_the_person_says_so(platform):
    timer = platform.show_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.come_back()
    timer.says("The timer last saw your right hold")
    timer.resume()
    timer.wait(1)
    seconds = begin.until(timer.press("Stop"))
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_keys_pressed_in_the_timer_leave_the_page_alone(platform):
    timer = platform.show_timer()
    before = timer.page.locator(".jp-Cell").count()
    no_clickers = [key for key in LABS_OWN if key != "b" and not key.startswith("Arrow")]  # these begin a hold
    timer.press("Start")
    press_all(timer, no_clickers)
    timer.press("Start now")
    press_all(timer, (*no_clickers, "Space"))
    timer.says("That was short")
    assert timer.page.locator(".jp-Cell").count() == before
    assert timer.page.evaluate("[scrollY, location.hash]") == [0, ""]


def test_nothing_is_asked_of_another_host(platform):
    asked = [address for address in platform.asked if not address.startswith(("data:", "blob:"))]
    assert len(asked) > 20
    assert [address for address in asked if not re.match(r"(http|ws)://127\.0\.0\.1:\d+/", address)] == []


def test_the_timer_alone_has_nothing_to_complain_of(alone):
    errors = [message.text for message in alone.console if message.type == "error"]
    assert errors + alone.failures == []


def test_the_timer_alone_is_all_that_its_page_shows(alone):
    alone.show_timer()
    shown = alone.page.locator("body").inner_text()
    assert shown.strip() == alone.view().inner_text().strip()
    assert alone.page.title() == "Time a session"


def test_a_page_of_the_timer_alone_that_is_left_ends_its_kernel(alone):
    alone.show_timer()
    (config,) = alone.page.locator("#jupyter-config-data").all()
    kernel = re.search(r'"kernelId": "([^"]+)"', config.text_content())[1]
    assert kernel in running(alone)
    alone.page.goto("about:blank")
    until = time.monotonic() + 20
    while kernel in running(alone) and time.monotonic() < until:
        time.sleep(0.2)
    assert kernel not in running(alone)


def running(page):
    return [kernel["id"] for kernel in ask(page.address, "GET", "/api/kernels")]
