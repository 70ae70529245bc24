"""The timer's module alone on a blank page, with a clock that the test turns."""

import math
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from playwright.sync_api import Browser, Page, Route

from hiplog.schema import Diary, conform
from hiplog.timer import HoldTimer
from hiplog.timer.joining import PAGE, joined

ADDRESS = "http://127.0.0.1:9/"  # nothing listens there: every request is answered by `_serve`
START = "2026-03-04T07:10:00"
_SETTLES = Path(__file__).parent / "settles.js"
_HARNESS = (Path(__file__).parent / "harness.mjs").read_text("utf-8")
_HTML = """<!doctype html><html lang="en"><head><title>hiplog</title><style>{css}</style></head>
<body data-jp-theme-light="true"><script type="module" src="/harness.mjs"></script></body></html>"""
# An audio clock that never lags, as where a machine has a core to spare.
STEADY_AUDIO = """
  window.AudioContext = class extends AudioContext {
    get currentTime() { return performance.now() / 1000; }
    getOutputTimestamp() { return {}; }
  };
"""


class ReadOnlyLog:
    """A log of two sessions, to be read."""

    id = "0f8fad5b-d9cb-469f-a165-70867728950e"
    path = Path("/home/me/log.sqlite")
    begun = False

    def begin(self) -> "ReadOnlyLog":
        """Return itself: it is there."""
        return self

    def diary(self) -> Diary:
        """Return a diary in which one session a day was chosen, so that it is not asked for."""
        return Diary(plans=pd.DataFrame({"day": ["2026-03-01"], "plan": [1]}))

    def holds(self) -> pd.DataFrame:
        """Return right and left holds of 83.2 and 71 s, and then left and right ones of 80.1 and 78.5 s."""
        started_at = ["2026-03-02T07:00", "2026-03-02T07:03", "2026-03-03T07:00", "2026-03-03T07:03"]
        seconds, sides = [83.2, 71.0, 80.1, 78.5], ["right", "left", "left", "right"]
        return conform(pd.DataFrame({"started_at": started_at, "side": sides, "hold_s": seconds}))


def blank_page(browser: Browser, *, clock: bool = True, start: str = START, **context) -> Page:
    """Return a page that has the harness, its clock standing still at `start`; without `clock`, it runs."""
    page = browser.new_context(**context).new_page()
    if clock:
        page.clock.install(time="2026-03-04T07:00")
        page.clock.pause_at(start)
    serve(page)
    return page


def serve(page: Page) -> None:
    """Have a new page answered by this module, and load it."""
    page.set_default_timeout(10_000)
    page.add_init_script(path=_SETTLES)
    page.route(f"{ADDRESS}**", _serve)
    load(page)


def load(page: Page) -> None:
    """Load the page, or load it again."""
    page.goto(ADDRESS)
    page.wait_for_function("window.ready")


def _serve(route: Route) -> None:
    bodies = {"timer.js": ("text/javascript", joined()), "harness.mjs": ("text/javascript", _HARNESS)}
    css = (PAGE / "view" / "timer.css").read_text("utf-8")
    kind, body = bodies.get(route.request.url.removeprefix(ADDRESS), ("text/html", _HTML.format(css=css)))
    route.fulfill(body=body, content_type=kind)


def open_timer(
    page: Page, python: str = "answers", views: int = 1, log: ReadOnlyLog | None = None, **settings
) -> None:
    """Show a timer with `settings`, as a cell does; `python` is "answers", "silent" or "fails: a sentence"."""
    timer = HoldTimer(log or ReadOnlyLog(), **settings)
    state = {name: value for name, value in timer.get_state().items() if not name.startswith("_")}
    traits = {name: value for name, value in state.items() if name not in ("layout", "tabbable", "tooltip")}
    page.evaluate(
        "([traits, options]) => openTimer(traits, options)", [traits, {"python": python, "views": views}]
    )


def press(page: Page, *names: str, view: int = 0) -> None:
    """Press buttons one after the other; after a hold, not so soon that it would be taken for one that ends it."""
    for name in names:
        settle(page)
        page.locator(".view").nth(view).get_by_role("button", name=name, exact=True).click()


def settle(page: Page) -> None:
    """Let so much time pass after a hold that a press is of what comes after it."""
    if milliseconds := page.evaluate("settlesIn()"):
        page.clock.run_for(math.ceil(milliseconds))


def wait(page: Page, seconds: float) -> None:
    """Let the page's clock go on, with all that rings on the way."""
    page.clock.run_for(round(seconds * 1000))


def skim(page: Page, seconds: float) -> None:
    """Let the page's clock go on by steps of two seconds, awake at each: `wait` draws every frame on the way."""
    for start in range(0, round(seconds * 1000), 2000):
        page.clock.fast_forward(min(2000, round(seconds * 1000) - start))


def hold(page: Page, seconds: float) -> None:
    """Skip the countdown that is running, hold, and let go."""
    press(page, "Start now")
    skim(page, seconds)
    press(page, "Stop")


def buttons(page: Page) -> list[str]:
    """Return the names of the buttons one can see."""
    return page.locator(".hiplog-actions").first.get_by_role("button").all_text_contents()


def headline(page: Page) -> str:
    """Return the headline of the first view."""
    return page.locator(".hiplog-phase").first.text_content()


def words(page: Page) -> str:
    """Return all that the first view shows."""
    return page.locator(".hiplog-panel").first.inner_text()


def sent(page: Page) -> list[dict]:
    """Return each hold as it was last sent, in order of its first sending."""
    messages = page.evaluate("timers.flatMap((timer) => timer.model.sent)")
    records = [record for message in messages for record in message["records"].values()]
    return list({record["hold"]["hold_id"]: record["hold"] for record in records}.values())


def in_storage(page: Page, what: str) -> Sequence[str]:
    """Return the keys of the browser's storage that are of a `hold`, or of the `session`."""
    return page.evaluate("what => Object.keys(localStorage).filter((key) => key.includes(`:${what}`))", what)


def saved_line(page: Page) -> str:
    """Return what the first view says of the saving."""
    return page.locator(".hiplog-saved span").first.text_content()
