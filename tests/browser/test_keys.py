"""Keys pressed in the timer act on the timer, once, and never on JupyterLab's cells."""

import pytest

pytestmark = pytest.mark.browser

LABS_OWN = ("m", "y", "b", "a", "v", "x", "d", "d", "z", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")


@pytest.fixture(scope="module")
def timer(open_shared_timer):
    """Return one timer for all these tests; each leaves it ready for the next."""
    return open_shared_timer()


def start_hold(timer):
    if timer.button("New session").is_visible():
        timer.press("New session")
    timer.press("Start")
    timer.press("Skip")
    timer.button("Let go").wait_for()


def test_keys_pressed_in_the_timer_leave_the_cells_alone(timer):
    before = timer.cell_types()
    for name in ("Start", "Skip"):
        timer.button(name).focus()
        for key in LABS_OWN:
            timer.key(key)
        timer.press(name)
    for key in LABS_OWN:
        timer.key(key)
    timer.key("Space")
    timer.key("Enter")
    assert timer.cell_types() == before
    assert timer.view().is_visible()
