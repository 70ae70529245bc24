"""Fingers: a tap on the stage lets go, a finger that scrolls does not, and two taps do not zoom."""

from collections.abc import Iterator

import pytest
import timer_page
from playwright.sync_api import Page
from timer_page import headline, open_timer, press, sent, wait


@pytest.fixture
def phone(browser) -> Iterator[Page]:
    """Yield a phone's page, longer than its screen, in the middle of a hold."""
    page = timer_page.blank_page(
        browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=3
    )
    open_timer(page)
    page.evaluate(
        "() => document.body.append(Object.assign(document.createElement('p'), { style: 'height: 2000px' }))"
    )
    press(page, "Start", "Start now")
    wait(page, 20)
    yield page
    page.context.close()


def middle_of_the_stage(page) -> tuple[float, float]:
    box = page.locator(".hiplog-stage").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, x: float, y: float, up: float) -> None:
    """Put a finger down, move it up the screen, and lift it."""
    touches = page.context.new_cdp_session(page)
    points = [(x, y - up * step / 10) for step in range(11)]
    for i, (at_x, at_y) in enumerate(points):
        kind = "touchStart" if i == 0 else "touchMove"
        touches.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": at_x, "y": at_y}]})
    touches.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_tap_on_the_stage_lets_go(phone):
    phone.touchscreen.tap(*middle_of_the_stage(phone))
    assert [(hold["hold_s"], hold["ended"]) for hold in sent(phone)] == [(20, "let_go")]


def test_a_finger_that_scrolls_the_page_does_not_let_go(phone):
    drag(phone, *middle_of_the_stage(phone), up=300)
    phone.wait_for_function("scrollY > 100")
    assert (headline(phone), sent(phone)) == ("Hold", [])


def test_two_taps_let_go_once_and_do_not_zoom(phone):
    scale = phone.evaluate("visualViewport.scale")
    for _ in range(2):
        phone.touchscreen.tap(*middle_of_the_stage(phone))
    assert (headline(phone), len(sent(phone))) == ("Switch sides", 1)
    assert phone.evaluate("visualViewport.scale") == scale
    assert (
        phone.locator(".hiplog-panel").evaluate("panel => getComputedStyle(panel).touchAction") == "manipulation"
    )


def test_a_second_tap_within_a_second_after_a_hold_presses_nothing_of_what_stands_there_then(phone):
    press(phone, "Stop")
    start = phone.get_by_role("button", name="Start now", exact=True)
    for _ in range(3):
        wait(phone, 0.3)
        start.click()
    assert (headline(phone), phone.get_by_role("timer").text_content()) == ("Switch sides", "10")
    wait(phone, 0.2)
    start.click()
    assert headline(phone) == "Hold"


def test_the_second_of_two_taps_on_the_stage_chooses_no_pain(phone):
    press(phone, "Stop", "Start now")
    wait(phone, 20)
    phone.touchscreen.tap(*middle_of_the_stage(phone))
    wait(phone, 0.8)
    five = phone.get_by_role("radio", name="5", exact=True).first
    five.click(force=True)
    assert not five.is_checked()
    wait(phone, 0.3)
    five.click(force=True)
    assert five.is_checked()


def test_that_it_hurts_can_be_said_at_once_after_a_hold(phone):
    press(phone, "Stop")
    phone.get_by_role("button", name="That hurt: stop for today", exact=True).click()
    assert [hold["ended"] for hold in sent(phone)] == ["pain"]


@pytest.mark.parametrize(
    ("name", "then"),
    [
        ("Stop", "Switch sides"),
        ("Stop, it hurts", "You stopped because it hurt"),
        ("I was interrupted", "You were interrupted"),
    ],
)
def test_a_button_tapped_twice_is_pressed_once(phone, name, then):
    box = phone.get_by_role("button", name=name, exact=True).bounding_box()
    for _ in range(2):
        phone.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        wait(phone, 0.15)
    assert (headline(phone), len(sent(phone))) == (then, 1)
