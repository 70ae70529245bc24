"""Drive a timer in a real JupyterLab in a real Chromium, by the driver's own clock.

What the tests in this folder and `benchmarks/timer.py` share: a server, a browser and a notebook of their own,
presses whose moments are known, and the log's file read past hiplog.
"""

import contextlib
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import nbformat
from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Locator, Page

CHROMIUM_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
JUPYTER_FOLDERS = (
    *("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"),
    *("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"),
)
RIGHT_TO_S = 0.05
SETUP = """
import os
from pathlib import Path

import hiplog

Path("kernel.pid").write_text(str(os.getpid()))
log = hiplog.Log("log.sqlite")
"""
TIMER = "timer = hiplog.HoldTimer(log, target_s=60, prepare_s=60, switch_s=60)\ntimer"  # all is done by presses
CHANGE_CELL = "source => jupyterapp.shell.currentWidget.content.widgets[1].model.sharedModel.setSource(source)"
KERNEL = "jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel"
COMPLAINTS = ".jp-Notebook .jp-RenderedText:is([data-mime-type$='.stderr'], [data-mime-type$='.error'])"
IDLE = f"() => {KERNEL}?.status === 'idle' && {KERNEL}.connectionStatus === 'connected'"
WATCH = f"""() => {{
  window.kernelStarted = false;
  const watch = (_, status) => {{ window.kernelStarted ||= status === "starting"; }};
  {KERNEL.replace("?", "")}.statusChanged.connect(watch);
}}"""


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
    """Run a JupyterLab of its own on a free port, with `folder/root` as its root, and yield its address."""
    root = folder / "root"
    root.mkdir()
    port = _free_port()
    options = ("--no-browser", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0", "--allow-root")
    options += ("--IdentityProvider.token=", f"--ServerApp.root_dir={root}")
    options += ("--expose-app-in-browser", "--ServerApp.disable_check_xsrf=True")
    settings = folder / "jupyterlab_settings_dir" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    no_news = {"fetchNews": "false", "checkForUpdates": False}  # else it asks, over the notebook, and takes clicks
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(no_news))
    environment = os.environ | {name: str(folder / name.lower()) for name in JUPYTER_FOLDERS}
    with (folder / "server.log").open("w") as output:
        command = [sys.executable, "-m", "jupyterlab", *options]
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for_answer(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _free_port() -> int:
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
    request = urllib.request.Request(address + path, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read() or "null")


def launch(chromium: BrowserType, path: str, **options) -> Browser:
    """Start the browser at `path` without a window."""
    return chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS), **options)


class Notebook:
    """One notebook with a timer in it, in one page with a workspace of its own."""

    def __init__(self, page: Page, address: str, folder: Path):
        self.page, self.address, self.folder = page, address, folder
        self.log = folder / "log.sqlite"
        self.cell = TIMER
        self.asked: list[str] = []  # every address that the page asked for
        self.console: list[ConsoleMessage] = []
        self.failures: list[str] = []  # exceptions that nobody caught
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda websocket: self.asked.append(websocket.url))
        page.on("console", lambda message: self.console.append(message))
        page.on("pageerror", lambda error: self.failures.append(str(error)))
        folder.mkdir()
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell.strip()) for cell in (SETUP, TIMER)]
        )
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}  # else Lab asks which
        nbformat.write(notebook, folder / "timer.ipynb")

    def open(self) -> None:
        """Open the notebook and wait until its kernel is idle."""
        where = f"{self.folder.name}/tree/{self.folder.name}/timer.ipynb"
        self.page.goto(f"{self.address}/lab/workspaces/{where}")
        self.wait_for_lab()

    def show_timer(self, cell: str = TIMER) -> "Notebook":
        """Show a timer for a new log, so that what an earlier test left is none of its business."""
        self.page.wait_for_function(IDLE)
        self.log.unlink(missing_ok=True)
        self.cell = cell
        self.page.evaluate(CHANGE_CELL, cell)
        self.run_all()
        self.button("Start").wait_for()
        return self

    def reload(self) -> None:
        """Reload the page, as a person does; of the notebook, not saved before, only the code is as it was."""
        self.page.reload()
        self.wait_for_lab()
        self.page.evaluate(CHANGE_CELL, self.cell)

    def wait_for_lab(self) -> None:
        """Wait until JupyterLab has the notebook on its screen and an idle kernel."""
        self.page.wait_for_function("window.jupyterapp")
        self.page.evaluate("jupyterapp.restored.then(() => null)")
        self.page.locator(".jp-NotebookPanel").wait_for()
        self.page.wait_for_function(IDLE)

    def run_all(self) -> None:
        """Run all cells, wait until they ran, and see that none of them complains."""
        self.command("notebook:run-all-cells")
        assert self.page.locator(COMPLAINTS).all_inner_texts() == []

    def command(self, name: str) -> None:
        """Run a command of JupyterLab and wait until it is done."""
        self.page.evaluate("name => jupyterapp.commands.execute(name).then(() => null)", name)

    def execute(self, code: str, *, wait: bool = True) -> None:
        """Run code in the kernel, past the notebook; `wait=False` leaves the kernel busy with it."""
        done = "await run.done" if wait else ""
        self.page.evaluate(f"async code => {{ const run = {KERNEL}.requestExecute({{code}}); {done} }}", code)

    def in_kernel(self, expression: str) -> str:
        """Return what the kernel makes of an expression, as text."""
        self.execute(f"Path('said').write_text(str({expression}))")
        return (self.folder / "said").read_text()

    def kill_kernel(self) -> None:
        """Kill the kernel's process, as a computer that runs out of memory does; the server starts another."""
        self.page.evaluate(WATCH)
        os.kill(int((self.folder / "kernel.pid").read_text()), signal.SIGKILL)

    def restart_kernel(self) -> None:
        """Ask the server for another kernel."""
        self.page.evaluate(WATCH)
        ask(self.address, "POST", f"/api/kernels/{self.page.evaluate(KERNEL + '.id')}/restart")

    def wait_for_new_kernel(self) -> None:
        """Wait until the page has seen another kernel start; close what JupyterLab says about it."""
        self.page.wait_for_function("window.kernelStarted")
        self.execute("None")  # until then the page may take it for starting
        self.page.wait_for_function(IDLE)
        if self.page.locator(".jp-Dialog").count():
            self.page.keyboard.press("Escape")
            self.page.locator(".jp-Dialog").wait_for(state="detached")

    def shut_down(self) -> None:
        """End the kernel of this notebook."""
        for session in ask(self.address, "GET", "/api/sessions"):
            if session["path"].startswith(self.folder.name + "/"):
                ask(self.address, "DELETE", f"/api/sessions/{session['id']}")

    def view(self, number: int = 0) -> Locator:
        """Return one view of the timer."""
        return self.page.locator(".jp-Notebook .jp-OutputArea-output .hiplog-timer").nth(number)

    def button(self, name: str, *, view: int = 0) -> Locator:
        """Return the button with this accessible name."""
        return self.view(view).get_by_role("button", name=name, exact=True)

    def press(self, name: str, *, view: int = 0) -> Moment:
        """Press a button of the timer with the mouse, as soon as it is there, and return when."""
        return self.click(self.button(name, view=view))

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
        begin = self.press("Skip")
        self.wait(seconds)
        return begin.until(self.press("Let go"))

    def says(self, words: str) -> None:
        """Wait until a view of the timer shows these words."""
        self.page.locator(".jp-Notebook .hiplog-timer").get_by_text(words).first.wait_for()

    def cell_types(self) -> list[str]:
        """Return the type of each cell of the notebook on the screen."""
        return self.page.evaluate("jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model.type)")

    def holds(self) -> list[sqlite3.Row]:
        """Return the holds in the log's file, oldest first, read without hiplog."""
        with contextlib.closing(sqlite3.connect(f"{self.log.as_uri()}?mode=ro", uri=True)) as file:
            file.row_factory = sqlite3.Row
            return file.execute("SELECT * FROM holds ORDER BY started_at").fetchall()

    def wait_for_holds(self, number: int, *, at_most_s: float = 15) -> list[sqlite3.Row]:
        """Wait until so many holds are in the log's file, and a little longer for one that comes twice."""
        until = time.monotonic() + at_most_s
        while len(self.holds()) < number and time.monotonic() < until:
            self.wait(0.05)
        self.wait(0.3)
        return self.holds()
