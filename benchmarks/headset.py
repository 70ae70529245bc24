"""Whether a headset's button reaches the timer, and how exactly: `python benchmarks/headset.py`.

A whole session in Chromium, Firefox and WebKit, each begun by a press on the page and then timed by play and pause
alone, as they come from a headset: over D-Bus, by the interface (MPRIS) by which desktops hand such buttons on. It
wants Debian's `dbus`, `libglib2.0-bin`, `pulseaudio`, `xvfb`, and the browsers.
"""

import argparse
import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas as pd
from playwright.sync_api import sync_playwright

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "browser"), str(TESTS / "timer")]
import chromium  # noqa: E402
import timer_page  # noqa: E402
from engines import EnginePage, Firefox, WebKit  # noqa: E402

from hiplog.timer import HoldTimer  # noqa: E402
from hiplog.timer.joining import PAGE, joined  # noqa: E402

INSIDE = "HIPLOG_HEADSET"  # set where this runs with a bus and a screen of its own
HOLD_S = 4.0
LEAD_S = 2.5  # a press that comes sooner after a hold may have been meant for it
SENT = "() => timers[0].model.sent.flatMap(({ records }) => Object.values(records).map(({ hold }) => hold))"
OPEN = "traits => openTimer(traits).then(() => true)"
GIVEN = {"target_s": 60, "prepare_s": 60, "switch_s": 60, "headset": True}
NOT_JSON = ("layout", "tabbable", "tooltip")


class Page(BaseHTTPRequestHandler):
    """Serves the timer's module on a blank page."""

    def do_GET(self) -> None:
        """Answer with the page, or one of its two scripts."""
        css = (PAGE / "view" / "timer.css").read_text("utf-8")
        scripts = {"/timer.js": joined(), "/harness.mjs": (TESTS / "timer" / "harness.mjs").read_text("utf-8")}
        script = scripts.get(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if script else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((script or timer_page._HTML.format(css=css)).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def gdbus(player: str, method: str, *given: str) -> str:
    command = ["gdbus", "call", "--session", "--dest", player, "--object-path", "/org/mpris/MediaPlayer2"]
    return subprocess.run([*command, "--method", method, *given], capture_output=True, text=True).stdout


def playing() -> dict[str, str]:
    """Return the players that would get the button, by name, with what a lock screen shows of each."""
    bus = ("gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/")
    names = subprocess.run([*bus, "--method", "org.freedesktop.DBus.ListNames"], capture_output=True, text=True)
    found = {}
    for name in re.findall(r"'(org\.mpris\.MediaPlayer2\.[^']+)'", names.stdout):
        said = gdbus(name, "org.freedesktop.DBus.Properties.GetAll", "org.mpris.MediaPlayer2.Player")
        if "'PlaybackStatus': <'Playing'>" in said:
            title = re.search(r"'xesam:title': <'([^']*)'>", said)
            found[name] = title[1] if title else ""
    return found


def session(page: "Chromium | EnginePage", address: str) -> dict[str, object]:
    """Time a session and return what came of it."""
    state = HoldTimer(timer_page.ReadOnlyLog(), **GIVEN).get_state()
    traits = {name: value for name, value in state.items() if not name.startswith("_") and name not in NOT_JSON}
    page.browser.open(address)
    page.wait_for("() => window.ready")
    page.run(OPEN, traits)
    before = playing()
    page.press("Start")
    page.wait(LEAD_S)
    (player, title), *_ = [*playing().items(), ("", "")]
    errors = [hold(page, player) for _ in ("right", "left")] if player else []
    page.wait(1)
    held = {each["hold_id"]: each for each in page.run(SENT)}
    spans = zip(errors, (each["hold_s"] for each in held.values()), strict=False)
    return {
        "before the session": len(before),
        "in it": title or "nothing",
        "holds": len(held),
        "errors, ms": ", ".join(f"{1000 * (seconds - span):.0f}" for span, seconds in spans),
        "after the last hold": len(playing()),
    }


def hold(page: "Chromium | EnginePage", player: str) -> float:
    """Begin a hold by the button and let go by it; return for how long, by the moments of the two presses."""
    begin = pressed(player)
    page.wait(HOLD_S)
    end = pressed(player)
    page.wait(LEAD_S)
    return end - begin


def pressed(player: str) -> float:
    """Press play and pause, and return when, taken for the middle of the call."""
    begin = time.perf_counter()
    gdbus(player, "org.mpris.MediaPlayer2.Player.PlayPause")
    return (begin + time.perf_counter()) / 2


class Chromium(EnginePage):
    """Chromium as playwright drives it, with what `session` asks of a page."""

    def __init__(self, page) -> None:
        super().__init__(self)
        self.page = page

    def open(self, address: str) -> None:
        """Load a page."""
        self.page.goto(address)

    def run(self, function: str, *given: object) -> object:
        """Return what a function of the page returns."""
        return self.page.evaluate(f"given => ({function})(...given)", given)

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    @staticmethod
    @contextlib.contextmanager
    def started(_: Path) -> Iterator["Chromium"]:
        """Run one with a window, as one without has no buttons of the desktop."""
        with sync_playwright() as playwright:
            options = {"args": ["--no-sandbox", "--disable-gpu"], "ignore_default_args": ["--mute-audio"]}
            browser = playwright.chromium.launch(executable_path=chromium.find(), headless=False, **options)
            yield Chromium(browser.new_page())
            browser.close()


def measured(kind: Callable, address: str) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder, kind.started(Path(folder)) as browser:
        return session(browser if kind is Chromium else EnginePage(browser), address)


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    if INSIDE not in os.environ:
        sound = "pulseaudio --start --exit-idle-time=-1; pactl load-module module-null-sink > /dev/null"
        inner = f"{sound}; exec {sys.executable} {Path(__file__).resolve()}"
        command = [shutil.which("xvfb-run"), "-a", "dbus-run-session", "--", "sh", "-c", inner]
        sys.exit(subprocess.run(command, env=os.environ | {INSIDE: "1"}).returncode)
    with served() as address:
        found = {kind.__name__: measured(kind, address) for kind in (Chromium, Firefox, WebKit)}
    print(pd.DataFrame(found).T.to_string())


if __name__ == "__main__":
    main()
