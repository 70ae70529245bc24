"""What a page shows of a log: which session was the last, which side is weaker, what counts as one."""

from datetime import datetime, timedelta

import pandas as pd
from timer_page import ReadOnlyLog, headline, open_timer, press, words

from hiplog.schema import conform

YESTERDAY = datetime.now().replace(hour=12, minute=0, second=0, microsecond=0) - timedelta(days=1)


class LogOf(ReadOnlyLog):
    """A log of these holds, each (minutes since noon yesterday, side, seconds, more)."""

    def __init__(self, *held: tuple) -> None:
        rows = [
            {"started_at": YESTERDAY + timedelta(minutes=at), "side": side, "hold_s": hold_s, "source": "timer"}
            | more
            for at, side, hold_s, more in held
        ]
        self._holds = conform(pd.DataFrame(rows))

    def holds(self) -> pd.DataFrame:
        """Return these holds."""
        return self._holds


def test_a_session_in_los_angeles_after_one_in_tokyo_is_the_last_and_one_dated_2130_is_not(page):
    tokyo, los_angeles, utc = ({"utc_offset_min": offset} for offset in (540, -480, 0))
    ahead = {"started_at": datetime(2130, 1, 1), **utc}
    log = LogOf(
        *[(0, side, 60, tokyo) for side in ("right", "left")],
        *[(-300 + i, side, 70, los_angeles) for i, side in enumerate(("left", "right"))],
        *[(0, side, 99, ahead) for side in ("left", "right")],
    )
    open_timer(page, log=log)
    assert headline(page) == "Hip balancing"
    assert "right side first" in words(page).lower()
    press(page, "Settings", "Delete the last session")
    assert "07:00: left 1:10, right 1:10." in words(page)


def test_left_holds_that_were_interrupted_do_not_make_left_the_weaker_side(page):
    whole = [
        (-1440 * day + i, side, s - day, {"ended": "let_go"})
        for day in range(3, 9)
        for i, (side, s) in enumerate([("right", 60), ("left", 64)])
    ]
    cut = [(-1440 * day, "left", 5, {"ended": "interrupted"}) for day in range(3)]
    open_timer(page, log=LogOf(*whole, *cut), first_side="weaker")
    assert "right side first" in words(page).lower()


def test_a_stretch_of_the_other_side_makes_no_session_of_the_exercise_on_the_page_either(page):
    held = [(-600, "right", 60, {}), (-599, "left", 60, {}), (0, "right", 60, {})]
    log = LogOf(*held, (3, "left", 60, {"exercise": "quad_stretch"}))
    open_timer(page, log=log)
    recent, streak = page.evaluate("[model.get('recent'), model.get('streak')]")
    assert ([each["counts"] for each in recent], streak["days"]) == ([True, False], 1)
