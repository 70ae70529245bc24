"""Drive a timer on a real page in a real Chromium, by the driver's own clock.

What the tests in this folder and `benchmarks/timer.py` share: a server and a browser of their own, presses whose
moments are known, and the log's file read past hiplog. `notebook_page.py` drives the notebook around a timer.
"""

import contextlib
import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Locator, Page

from hiplog import lab
from hiplog.log import Log
from hiplog.schema import LogError

CHROMIUM_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
JUPYTER_FOLDERS = (
    *("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"),
    "JUPYTERLAB_SETTINGS_DIR",
)
TOKEN = "0123456789abcdef"
RIGHT_TO_S = 0.05
SETTLES = Path(__file__).parents[1] / "timer" / "settles.js"
VIEW = ".jp-OutputArea-output .hiplog-timer"


class Moment(NamedTuple):
    """When something was done, as the driver knows it: not before `earliest`, not after `latest` (seconds)."""

    earliest: float
    latest: float

    def later(self, seconds: float) -> "Moment":
        """Return the moment so many seconds after this one."""
        return Moment(self.earliest + seconds, self.latest + seconds)

    def until(self, end: "Moment") -> "Span":
        """Return how long it was from this moment to `end`."""
        return Span(end.earliest - self.latest, end.latest - self.earliest)


@dataclass(frozen=True)
class Span:
    """Seconds between two moments, as the driver knows them: at least `least`, at most `most`.

    `seconds in span` says whether they are right to 50 ms, so far as the driver can tell.
    """

    least: float
    most: float

    def __contains__(self, seconds: float) -> bool:
        return self.least - RIGHT_TO_S <= seconds <= self.most + RIGHT_TO_S


@contextlib.contextmanager
def serve_lab(folder: Path) -> Iterator[str]:
    """Run `hiplog lab` on a free port, with `folder/root` as the reader's folder, and yield its address."""
    port = free_port()
    options = ("--no-browser", "--ip=127.0.0.1", f"--IdentityProvider.token={TOKEN}")
    options += ("--expose-app-in-browser", "--JupyterNotebookApp.expose_app_in_browser=True")
    environment = os.environ | {name: str(folder / name.lower()) for name in JUPYTER_FOLDERS}
    with (folder / "server.log").open("w") as output:
        command = [sys.executable, "-m", "hiplog", "lab", folder / "root", "--port", str(port), "--", *options]
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for_answer(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def free_port() -> int:
    """Return a port that nothing listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _wait_for_answer(address: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            return ask(address, "GET", "/api/status")
        except urllib.error.URLError:
            if server.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)


def ask(address: str, method: str, path: str) -> object:
    """Return the server's answer to one request of its own API."""
    request = urllib.request.Request(address + path, method=method, headers={"Authorization": f"token {TOKEN}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read() or "null")


def launch(chromium: BrowserType, path: str, *more: str, **options) -> Browser:
    """Start the browser at `path` without a window, with more arguments than those of all tests."""
    return chromium.launch(executable_path=path, args=[*CHROMIUM_ARGUMENTS, *more], **options)


def read_holds(log: Path) -> list[sqlite3.Row]:
    """Return the holds in a log's file, oldest first, read without hiplog."""
    with contextlib.closing(sqlite3.connect(f"{log.as_uri()}?mode=ro", uri=True)) as file:
        file.row_factory = sqlite3.Row
        return file.execute("SELECT * FROM holds WHERE alive ORDER BY started_at").fetchall()


class TimerPage:
    """A page with a timer on it, and the log that its holds go into."""

    def __init__(self, page: Page, log: Path):
        self.page, self.log = page, log
        self.asked: list[str] = []  # every address that the page asked for
        self.console: list[ConsoleMessage] = []
        self.failures: list[str] = []  # exceptions that nobody caught
        page.add_init_script(path=SETTLES)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda websocket: self.asked.append(websocket.url))
        page.on("console", lambda message: self.console.append(message))
        page.on("pageerror", lambda error: self.failures.append(str(error)))

    def view(self, number: int = 0) -> Locator:
        """Return one view of the timer."""
        return self.page.locator(VIEW).nth(number)

    def button(self, name: str, *, view: int = 0) -> Locator:
        """Return the button with this accessible name."""
        return self.view(view).get_by_role("button", name=name, exact=True)

    def press(self, name: str, *, view: int = 0) -> Moment:
        """Press a button of the timer with the mouse, as soon as it is there, and return when."""
        button = self.button(name, view=view)
        button.wait_for()
        self.settle()
        return self.click(button)

    def settle(self) -> None:
        """Wait as long after a hold as a press would still be taken for one that ends it."""
        self.wait(self.page.evaluate("settlesIn()") / 1000)

    def click(self, what: Locator) -> Moment:
        """Click on something and return when: a click is timed when the mouse button goes up."""
        self.point_at(what)
        self.page.mouse.down()
        earliest = time.perf_counter()
        self.page.mouse.up()
        return Moment(earliest, time.perf_counter())

    def point_at(self, what: Locator) -> None:
        """Move the mouse to the middle of something, as soon as it is there and stands still."""
        what.click(trial=True)
        box = what.bounding_box()
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def key(self, name: str) -> Moment:
        """Press a key and return when it went down."""
        earliest = time.perf_counter()
        self.page.keyboard.down(name)
        pressed = Moment(earliest, time.perf_counter())
        self.page.keyboard.up(name)
        return pressed

    def wait(self, seconds: float) -> None:
        """Let the page go on for so long."""
        self.page.wait_for_timeout(1000 * seconds)

    def hold(self, seconds: float) -> Span:
        """Skip the countdown, hold for about so long, let go, and return for how long by the driver's clock."""
        begin = self.press("Start now")
        self.wait(seconds)
        return begin.until(self.press("Stop"))

    def short_hold(self) -> Span:
        """Hold for a moment, let go, and say that it counts."""
        seconds = self.hold(0.5)
        self.press("I let go: count it")
        return seconds

    def resume(self) -> None:
        """Go on with a hold that was left behind, and say that it was held."""
        self.press("I'm still holding")
        self.claim()

    def claim(self) -> None:
        """Say that the hold went on while nothing was seen of it, as soon as that is asked."""
        self.says("Did you keep holding?")
        self.settle()
        self.click(self.view().locator(".hiplog-main"))

    def says(self, words: str) -> None:
        """Wait until a view of the timer shows these words."""
        self.page.locator(VIEW).get_by_text(words).first.wait_for()

    def holds(self) -> list[sqlite3.Row]:
        """Return the holds in the log's file, oldest first, read without hiplog."""
        return read_holds(self.log)

    def wait_for_holds(self, number: int, *, at_most_s: float = 15) -> list[sqlite3.Row]:
        """Wait until so many holds are in the log's file, and a little longer for one that comes twice."""
        until = time.monotonic() + at_most_s
        while len(self.holds()) < number and time.monotonic() < until:
            self.wait(0.05)
        self.wait(0.3)
        return self.holds()


def begin_anew(log: Path, *, at_most_s: float = 10) -> None:
    """Begin a log in the place of another, though the kernel of a page before may be at that at this moment."""
    until = time.monotonic() + at_most_s
    while True:
        for file in (log, log.with_name(f"{log.name}.saved.json")):  # else the log is missed
            file.unlink(missing_ok=True)
        try:
            return Log(log).begin()
        except LogError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


class AppPage(TimerPage):
    """The timer alone, as `hiplog app` shows it."""

    def __init__(self, page: Page, address: str, root: Path):
        super().__init__(page, root / lab.LOG)
        self.address = address

    def show_timer(self) -> "AppPage":
        """Show a timer for a new log, so that what an earlier test left is none of its business."""
        begin_anew(self.log)  # the page opens the log that there is
        self.page.goto(f"{self.address}/{lab.APP_PAGE}?token={TOKEN}")
        self.button("Start").wait_for()
        return self

    def come_back(self) -> None:
        """Reload the page, as a person does; that runs the notebook behind it."""
        self.page.reload()
        self.view().wait_for()
