"""Keys, taps, focus, and two views of one timer."""

import pytest
from timer_page import headline, hold, load, open_timer, press, sent, wait, words

SPY = "document.addEventListener('keydown', (event) => (window.heard ??= []).push(event.key))"


def holding(page, **options) -> None:
    open_timer(page, **options)
    press(page, "Start", "Start now")
    wait(page, 20)


def focused(page) -> str:
    return page.evaluate("document.activeElement.className || document.activeElement.tagName")


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_key_on_the_panel_lets_go(page, key):
    holding(page)
    page.keyboard.press(key)
    assert [(h["hold_s"], h["ended"]) for h in sent(page)] == [(20, "let_go")]


def test_a_tap_on_the_panel_lets_go(page):
    holding(page)
    page.locator(".hiplog-digits").click()
    assert [h["ended"] for h in sent(page)] == ["let_go"]


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_focused_button_does_what_it_says(page, key):
    holding(page)
    page.get_by_role("button", name="I was interrupted").focus()
    page.keyboard.press(key)
    assert [h["ended"] for h in sent(page)] == ["interrupted"]


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_key_that_is_held_down_counts_once(page, key):
    open_timer(page, prepare_s=0, switch_s=0)
    page.get_by_role("button", name="Start").focus()
    page.keyboard.down(key)
    page.keyboard.down(key)
    page.keyboard.up(key)
    wait(page, 20)
    for _ in range(4):
        page.keyboard.down(key)
        wait(page, 5)
    page.keyboard.up(key)
    assert [(h["side"], h["hold_s"]) for h in sent(page)] == [("right", 20)]
    assert headline(page) == "Hold"


def test_enter_held_down_on_a_button_presses_it_once(page):
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 1)
    press(page, "Stop")
    page.get_by_role("button", name="Do it again").focus()
    for _ in range(3):
        page.keyboard.down("Enter")
    assert headline(page) == "Get ready"


def test_a_button_touched_twice_is_pressed_once(page):
    holding(page)
    page.get_by_role("button", name="Stop", exact=True).dblclick()
    assert (len(sent(page)), headline(page)) == (1, "Switch sides")


def test_a_tap_beside_a_button_of_another_phase_does_nothing(page):
    open_timer(page)
    for _ in range(2):
        page.locator(".hiplog-picture").first.click()
    assert (headline(page), sent(page)) == ("Hip balancing", [])


def test_the_panel_takes_the_focus_in_every_phase(page):
    open_timer(page)
    seen = []
    for name in (
        "Start",
        "Start now",
        "I was interrupted",
        "Do it again",
        "Start now",
        "Stop, it hurts",
        "Finish",
        "Close",
    ):
        press(page, name)
        seen.append(focused(page))
        wait(page, 5)
    assert seen == ["hiplog-panel"] * 8


def test_the_panel_keeps_the_focus_when_a_phase_ends_by_itself(page):
    open_timer(page, target_s=5)
    press(page, "Start")
    page.get_by_role("button", name="Start now", exact=True).focus()
    wait(page, 20)
    assert focused(page) == "hiplog-panel"


def test_a_timer_takes_no_focus_that_is_elsewhere(page):
    page.evaluate("() => document.body.appendChild(document.createElement('textarea')).focus()")
    open_timer(page)
    press(page, "Start")
    page.locator("body > textarea").focus()
    wait(page, 21)
    assert (headline(page), focused(page)) == ("Hold", "TEXTAREA")


def test_escape_leaves_the_widget_for_what_is_around_it(page):
    page.evaluate("() => { document.body.tabIndex = -1; }")
    holding(page)
    page.keyboard.press("Escape")
    assert (focused(page), headline(page)) == ("BODY", "Hold")
    page.keyboard.press("Space")
    assert sent(page) == []


def test_no_key_pressed_in_the_widget_leaves_it(page):
    page.evaluate(SPY)
    holding(page)
    for key in ("m", "v", "d", "Home", "Shift+Enter", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("window.heard") is None
    assert sent(page) == []
    page.keyboard.press("m")
    assert page.evaluate("window.heard") == ["m"]


def test_a_whole_session_can_be_done_by_keyboard(page):
    open_timer(page)
    page.keyboard.press("Tab")
    for key in ("Tab", "ArrowRight", "Tab", "Enter", "Tab", "Enter"):  # pain before: 0; Start; Skip
        page.keyboard.press(key)
    wait(page, 20)
    for key in ("Space", "Tab", "Enter"):  # let go; Skip
        page.keyboard.press(key)
    wait(page, 30)
    for key in ("Space", "Tab", "ArrowRight", "ArrowRight", *["Tab"] * 6, "Enter"):
        page.keyboard.press(key)
    assert headline(page) == "Done"
    assert [(h["hold_s"], h["pain_before"], h["pain_after"]) for h in sent(page)] == [(20, 0, 1), (30, 0, None)]


def test_two_views_show_one_state(page):
    open_timer(page, views=2)
    press(page, "Start", view=0)
    press(page, "Start now", view=1)
    wait(page, 20)
    assert page.locator(".hiplog-digits").all_text_contents() == ["0:20", "0:20"]
    press(page, "Stop", view=1)
    hold(page, 30)
    page.locator(".view").nth(1).get_by_label("Note").fill("both")
    assert [page.get_by_label("Note").nth(i).input_value() for i in (0, 1)] == ["both", "both"]
    press(page, "Save answers and finish")
    assert page.locator(".hiplog-phase").all_text_contents() == ["Done", "Done"]
    assert len(sent(page)) == 2


def test_a_view_that_is_closed_leaves_the_other_running(page):
    holding(page, views=2)
    page.evaluate("() => timers[0].removeView[0]()")
    wait(page, 10)
    press(page, "Stop")
    assert [h["hold_s"] for h in sent(page)] == [30]


def test_a_view_that_is_shown_again_at_once_goes_on(page):
    holding(page)
    page.evaluate("() => timers[0].removeView[0]()")
    wait(page, 1)
    page.evaluate("() => timers[0].addView()")
    press(page, "Stop")
    assert [h["hold_s"] for h in sent(page)] == [21]


def test_milestones_are_announced_politely_and_by_one_view(page):
    open_timer(page, views=2)
    live = page.locator("[aria-live=polite]")
    said = []
    for name, seconds in (("Start", 20), (None, 60), (None, 50), (None, 10.8)):
        if name:
            press(page, name)
            said.append(live.first.text_content())
        wait(page, seconds)
        said.append(live.first.text_content())
    assert said == [
        "Get ready. Right side, in 20 seconds.",
        "Hold. Right side.",
        "Half-way, 1 minute to go.",
        "10 seconds to go. Next: left side.",
        "Target reached. Switch sides. Left side next, in 10 seconds.",
    ]
    assert live.nth(1).text_content() == ""


@pytest.mark.parametrize("key", ["Control+Enter", "Alt+Enter", "Meta+Enter", "Control+s", "Control+Space"])
def test_what_has_ctrl_alt_or_meta_is_the_notebooks(page, key):
    page.evaluate(SPY)
    holding(page)
    page.keyboard.press(key)
    assert (key.split("+")[1].replace("Space", " ") in page.evaluate("window.heard"), sent(page)) == (True, [])


COVER = """() => {
  const over = document.body.appendChild(document.createElement("div"));
  over.className = "jp-Dialog";
  over.style = "position: fixed; inset: 0; z-index: 9; background: #0008";
  const dismiss = over.appendChild(document.createElement("button"));
  Object.assign(dismiss, {textContent: "Dismiss", onclick: () => over.remove()}).focus();
}"""


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_the_first_key_lets_go_also_where_a_dialog_lies_over_the_page(page, key):
    holding(page)
    page.evaluate(COVER)
    page.keyboard.press(key)
    assert [(h["hold_s"], h["ended"]) for h in sent(page)] == [(20, "let_go")]
    assert page.locator(".jp-Dialog").count() == 0


def _middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize(("under", "ended"), [("Hold", "let_go"), ("Stop, it hurts", "pain")])
def test_a_tap_reaches_the_timer_also_where_a_dialog_lies_over_it(page, under, ended):
    holding(page)
    place = _middle(page.get_by_text(under, exact=True))
    page.evaluate(COVER)
    page.mouse.click(*place)
    assert [h["ended"] for h in sent(page)] == [ended]


def test_a_second_tap_on_what_lies_over_the_timer_presses_nothing_after_a_hold(page):
    holding(page)
    place = _middle(page.get_by_role("button", name="Stop", exact=True))
    page.evaluate(COVER)
    for _ in range(2):
        page.mouse.click(*place)
        wait(page, 0.7)
    assert headline(page) == "Switch sides"


def test_a_tap_on_a_dialog_beside_the_timer_is_the_dialogs(page):
    holding(page)
    page.evaluate("() => { document.body.style.paddingTop = '80px'; }")
    page.evaluate(COVER)
    page.get_by_role("button", name="Dismiss").click()
    assert (sent(page), page.locator(".jp-Dialog").count()) == ([], 0)


def test_a_whole_session_is_done_with_a_clickers_keys(page):
    open_timer(page)
    press(page, "Start")
    for seconds, key in ((4, "PageDown"), (30, "PageDown"), (3, "PageUp"), (40, "b")):
        wait(page, seconds)
        page.keyboard.press(key)
    assert [(h["side"], h["hold_s"]) for h in sent(page)] == [("right", 30), ("left", 40)]
    assert headline(page) == "How does it feel now?"


def test_a_clickers_key_that_is_typed_elsewhere_or_before_a_session_is_left_alone(page):
    page.evaluate("() => document.body.prepend(document.createElement('textarea'))")
    open_timer(page)
    page.evaluate(SPY)
    page.keyboard.press("PageDown")
    assert (headline(page), page.evaluate("heard")) == ("Hip balancing", ["PageDown"])
    press(page, "Start", "Start now")
    wait(page, 20)
    page.locator("textarea").first.focus()
    page.keyboard.type("a.b")
    assert (page.locator("textarea").first.input_value(), headline(page)) == ("a.b", "Hold")


def test_the_button_in_the_hand_is_chosen_by_pressing_it_and_lets_go_wherever_the_focus_is(page):
    page.evaluate("() => document.body.prepend(document.createElement('button'))")
    open_timer(page)
    page.evaluate(SPY)
    press(page, "Settings", "Button in hand", "Choose a button")
    page.keyboard.press("Tab")
    assert "That one cannot be used. Press another." in words(page)
    page.keyboard.press("F5")
    assert "Yours is F5." in words(page)
    press(page, "Back", "Close settings", "Start", "Start now")
    wait(page, 20)
    page.locator("button").first.focus()
    page.keyboard.press("F5")
    assert ([h["hold_s"] for h in sent(page)], page.evaluate("window.heard")) == ([20], None)


def test_the_chosen_button_is_remembered_and_can_be_forgotten(page):
    open_timer(page)
    press(page, "Settings", "Button in hand", "Choose a button")
    page.keyboard.press("AudioVolumeUp")
    load(page)
    open_timer(page)
    press(page, "Settings", "Button in hand")
    assert "Yours is Volume Up." in words(page)
    press(page, "Forget it")
    assert "No button is chosen yet." in words(page)


def test_choosing_a_button_ends_with_escape_and_with_its_page(page):
    open_timer(page)
    press(page, "Settings", "Button in hand", "Choose a button")
    page.keyboard.press("Escape")
    assert "No button is chosen yet." in words(page)
    press(page, "Choose a button", "Back")
    page.keyboard.press("a")
    press(page, "Button in hand")
    assert "No button is chosen yet." in words(page)


MEDIA = "[navigator.mediaSession.metadata?.title, navigator.mediaSession.playbackState]"


def test_a_headsets_button_is_had_from_start_to_the_last_hold_and_only_if_that_was_chosen(page):
    open_timer(page, headset=True)
    said = [page.evaluate(MEDIA)]
    press(page, "Start")
    said.append(page.evaluate(MEDIA))
    press(page, "Start now")
    wait(page, 5)
    press(page, "Stop, it hurts")
    said.append(page.evaluate(MEDIA))
    assert said == [[None, "none"], ["Get ready: right side", "playing"], [None, "none"]]


def test_without_having_chosen_a_headset_nothing_is_taken(page):
    open_timer(page)
    press(page, "Start", "Start now")
    assert page.evaluate(MEDIA) == [None, "none"]
