"""Keys pressed in the timer act on the timer, once, and never on JupyterLab's cells."""

import pytest

pytestmark = pytest.mark.browser

LABS_OWN = ("m", "y", "b", "a", "v", "x", "d", "d", "z", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")


def press_all(timer, keys=LABS_OWN):
    for key in keys:
        timer.key(key)


def tab_to(timer, name):
    for _ in range(12):
        if timer.page.evaluate("document.activeElement.textContent") == name:
            return
        timer.key("Tab")
    pytest.fail(f"Tab does not lead to {name}")


def test_keys_pressed_in_the_timer_leave_the_cells_alone(open_timer):
    timer = open_timer()
    timer.button("Start").focus()
    press_all(timer)
    timer.press("Start")
    timer.press("Start now")
    press_all(timer, (*LABS_OWN, "Space", "Enter"))
    assert timer.cell_types() == ["code", "code"]
    assert timer.view().is_visible()


def test_escape_leaves_the_timer_so_that_keys_are_jupyterlabs_again(open_timer):
    timer = open_timer()
    timer.press("Start")
    press_all(timer, ("Escape", "b"))
    assert timer.cell_types() == ["code", "code", "code"]
    press_all(timer, ("d", "d"))
    assert timer.cell_types() == ["code", "code"]


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_key_lets_go_at_the_moment_it_goes_down(open_timer, key):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.wait(0.8)
    seconds = begin.until(timer.key(key))
    timer.says("That was short")
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds


def test_a_whole_session_is_done_with_a_clicker_and_jupyterlab_stays_as_it_is(open_timer):
    timer = open_timer()
    timer.press("Start")
    held = []
    for _ in ("right", "left"):
        timer.wait(2.1)  # a press that comes sooner may have been meant for the hold before
        begin = timer.key("PageDown")
        timer.wait(3.2)
        held.append(begin.until(timer.key("b")))
    timer.says("How does it feel now?")
    holds = timer.wait_for_holds(2)
    assert all(hold["hold_s"] in seconds for hold, seconds in zip(holds, held, strict=True))
    assert timer.cell_types() == ["code", "code"]


def test_a_tap_beside_the_buttons_lets_go(open_timer):
    timer = open_timer()
    timer.press("Start")
    timer.press("Start now")
    timer.wait(0.8)
    timer.click(timer.view().get_by_text("Hold", exact=True))
    timer.says("That was short")


def test_a_key_held_down_counts_once(open_timer):
    timer = open_timer("hiplog.HoldTimer(log, target_s=60, switch_s=0.5)")
    timer.press("Start")
    timer.press("Start now")
    timer.wait(3.2)
    for _ in range(30):  # as a keyboard repeats it, through the switch and into the second hold
        timer.page.keyboard.down("Space")
        timer.wait(0.04)
    timer.page.keyboard.up("Space")
    assert len(timer.wait_for_holds(1)) == 1
    assert timer.button("Stop").is_visible()


def test_a_hold_let_go_at_once_is_kept_as_that_until_the_person_says_it_was_a_slip(open_timer):
    timer = open_timer()
    timer.press("Start")
    timer.press("Start now")
    timer.wait(0.8)
    timer.key("Space")
    assert [hold["ended"] for hold in timer.wait_for_holds(1)] == ["let_go"]
    timer.press("Leave this side out")
    timer.says("Saved in your log so far.")
    assert [hold["ended"] for hold in timer.wait_for_holds(1)] == ["interrupted"]


def test_a_session_can_be_done_by_keyboard_alone(open_timer):
    timer = open_timer("hiplog.HoldTimer(log, target_s=1, prepare_s=60, switch_s=60)")
    timer.view().locator("[tabindex='0']").first.focus()
    for name in ("Start", "Start now", "Start now", "Finish", "Close"):
        timer.button(name).wait_for()
        tab_to(timer, name)
        timer.key("Enter")
    assert [hold["ended"] for hold in timer.holds()] == ["target", "target"]
    timer.button("Start another session").wait_for()


def test_ctrl_enter_runs_the_cell_and_the_hold_that_was_running_is_offered_again(open_timer):
    timer = open_timer()
    timer.press("Start")
    begin = timer.press("Start now")
    timer.wait(0.5)
    timer.page.keyboard.press("Control+Enter")
    timer.says("The timer last saw your right hold")
    assert timer.holds() == []
    timer.resume()
    seconds = begin.until(timer.press("Stop"))
    (hold,) = timer.wait_for_holds(1)
    assert hold["hold_s"] in seconds
    assert 0 < hold["claimed_s"] < hold["hold_s"]


def test_ctrl_s_in_the_timer_saves_the_notebook_and_the_hold_runs_on(open_timer):
    timer = open_timer()
    timer.press("Start")
    timer.press("Start now")
    timer.page.keyboard.press("Control+s")
    timer.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    assert timer.button("Stop").is_visible()
    assert timer.holds() == []
