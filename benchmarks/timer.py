"""How right the recorded seconds are, and whether each hold is kept once: `python benchmarks/timer.py`.

A real JupyterLab in a real Chromium, with the timer and, below it in the same notebook, a timer as one usually
writes it with ipywidgets: two buttons, and the clock in the kernel. Both are pressed with the mouse and judged by
the driver's clock. `python benchmarks/timer.py --sessions 300` does sessions in a row and shows what grows.
"""

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import psutil
import websocket
from playwright.sync_api import CDPSession, Locator, Page, sync_playwright

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "browser")]
import chromium  # noqa: E402
from driver import CHROMIUM_ARGUMENTS, Moment, serve_lab  # noqa: E402
from notebook_page import Notebook  # noqa: E402

HOLD_S = 3.4  # over 3 s, under which the timer asks whether a hold counts
BLOCKED_S = 0.5
AWAY_S = 4.5  # the timer asks after 4 s in which nothing was seen
ASIDE_S = 2.0  # how long the page is hidden, within the hold
STABLE_S = 11.0  # Jupyter gives up on a kernel that dies five times, each less than 10 s after it was started
TIMERS = """
import time
import ipywidgets

class UsualTimer:
    def __init__(self):
        self.began = None
        self.start, self.stop = (ipywidgets.Button(description=name) for name in ("Begin", "End"))
        self.start.on_click(self.begin)
        self.stop.on_click(self.end)
        self.box = ipywidgets.HBox([self.start, self.stop])

    def begin(self, _):
        self.began = time.monotonic()

    def end(self, _):
        with open("usual.csv", "a") as file:
            file.write(f"{time.monotonic() - self.began}\\n")

timer = hiplog.HoldTimer(log, target_s=60, prepare_s=60, switch_s=60)
usual = UsualTimer()
display(timer, usual.box)
"""
IN_TWO_VIEWS = TIMERS.replace("display(timer, usual.box)", "display(timer, timer, usual.box, usual.box)")
BLOCK = f"""() => {{ setTimeout(() => {{
  const end = performance.now() + {1000 * BLOCKED_S};
  while (performance.now() < end);
}}, 50); }}"""


def nothing(notebook: Notebook) -> None:
    pass


def busy(notebook: Notebook) -> None:
    notebook.execute(f"import time; time.sleep({HOLD_S - 1})", wait=False)


def kill(notebook: Notebook) -> None:
    notebook.wait(STABLE_S)
    notebook.kill_kernel()
    notebook.wait_for_new_kernel()


def restart(notebook: Notebook) -> None:
    notebook.restart_kernel()
    notebook.wait_for_new_kernel()


def reload(notebook: Notebook) -> None:
    notebook.reload()
    notebook.run_all()
    notebook.resume()


def hide(notebook: Notebook) -> None:
    with another_tab(notebook.page):
        notebook.wait(ASIDE_S)


def freeze(notebook: Notebook) -> None:
    devtools = notebook.page.context.new_cdp_session(notebook.page)
    with another_tab(notebook.page):
        devtools.send("Page.setWebLifecycleState", {"state": "frozen"})
        time.sleep(AWAY_S)  # the driver waits, for the page cannot
        devtools.send("Page.setWebLifecycleState", {"state": "active"})
    notebook.claim()


@contextlib.contextmanager
def another_tab(page: Page) -> Iterator[None]:
    """Bring another tab to the front, so that the page is hidden, and be sure that it was."""
    page.evaluate("addEventListener('visibilitychange', () => { window.wasHidden ||= document.hidden; })")
    other = page.context.new_page()
    other.bring_to_front()
    yield
    other.close()
    page.bring_to_front()
    page.wait_for_function("window.wasHidden && !document.hidden")


def close_way(notebook: Notebook) -> None:
    """Put folders where SQLite's journal and the usual timer's file must be written."""
    for path in in_the_way(notebook):
        path.mkdir()


def open_way(notebook: Notebook) -> None:
    notebook.says("log.sqlite: ")
    for path in in_the_way(notebook):
        path.rmdir()
    notebook.press("Try again")


def in_the_way(notebook: Notebook) -> tuple[Path, Path]:
    return notebook.log.with_name("log.sqlite-journal"), notebook.folder / "usual.csv"


class Mouse:
    """Clicks whose moments are known closely, past playwright, which only knows when the page was done with them.

    The browser stamps a click when it gets it, and then answers, by itself and however long the page takes, the
    question that follows on its heels: the click was between the call and that answer.
    """

    def __init__(self, page: Page, devtools: str):
        target = page.context.new_cdp_session(page).send("Target.getTargetInfo")["targetInfo"]["targetId"]
        address = f"{devtools.replace('http', 'ws')}/devtools/page/{target}"
        self.socket = websocket.create_connection(address, suppress_origin=True, timeout=60)
        self.sent = 0
        self.answered: set[int] = set()

    def click(self, notebook: Notebook, what: Locator, *, blocked: bool = False) -> Moment:
        """Click on something and return when the mouse button went up, which is what times a click."""
        notebook.point_at(what)
        box = what.bounding_box()
        place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        self.wait_for(self.send_button("mousePressed", place))
        if blocked:
            notebook.page.evaluate(BLOCK)
            time.sleep(0.05 + BLOCKED_S / 2)
        earliest = time.perf_counter()
        up = self.send_button("mouseReleased", place)
        self.wait_for(self.send("Browser.getVersion"))
        latest = time.perf_counter()
        self.wait_for(up)
        return Moment(earliest, latest)

    def send_button(self, what: str, place: dict) -> int:
        """Send what the mouse button does and return the number of the message."""
        return self.send("Input.dispatchMouseEvent", type=what, button="left", clickCount=1, **place)

    def send(self, method: str, **params) -> int:
        """Send a message and return its number."""
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        return self.sent

    def wait_for(self, number: int) -> None:
        """Wait until the message of this number is answered; answers come in any order."""
        while number not in self.answered:
            self.answered.add(json.loads(self.socket.recv()).get("id"))


CASES = {
    "idle": {},
    "page's main thread blocked as it ends": {"blocked": True},
    "kernel busy as it begins": {"before": busy},
    "kernel busy during it": {"during": busy},
    "kernel killed": {"during": kill, "after": Notebook.run_all},
    "kernel restarted": {"during": restart, "after": Notebook.run_all},
    "page reloaded": {"during": reload},
    "tab hidden": {"during": hide},
    "page frozen": {"during": freeze},
    "begun in one view, ended in another": {"cell": IN_TWO_VIEWS, "view": 1},
    "save failing at first": {"before": close_way, "after": open_way},
}


def trial(
    notebook: Notebook,
    mouse: Mouse,
    *,
    before: Callable = nothing,
    during: Callable = nothing,
    after: Callable = nothing,
    blocked: bool = False,
    cell: str = TIMERS,
    view: int = 0,
) -> list[dict]:
    """Hold once with each timer, ours first, and return what arrived and how far off it is."""
    usual_file = notebook.folder / "usual.csv"
    usual_file.unlink(missing_ok=True)
    notebook.show_timer(cell)
    before(notebook)
    notebook.press("Start")
    begins = [
        mouse.click(notebook, button) for button in (notebook.button("Start now"), usual_button(notebook, "Begin"))
    ]
    during(notebook)
    notebook.wait(max(0, HOLD_S - (time.perf_counter() - begins[0].latest)))
    buttons = [notebook.button("Stop", view=view), usual_button(notebook, "End", view)]
    ends = [mouse.click(notebook, button, blocked=blocked) for button in buttons]
    after(notebook)
    ours = [hold["hold_s"] for hold in notebook.wait_for_holds(1)]
    usual = [float(line) for line in usual_file.read_text().split()] if usual_file.is_file() else []
    return [judge(*of) for of in zip(("hiplog", "usual"), (ours, usual), begins, ends, strict=True)]


def usual_button(notebook: Notebook, name: str, view: int = 0) -> Locator:
    return notebook.page.locator(".jupyter-button", has_text=name).nth(view)


def judge(timer: str, held_s: list[float], begin: Moment, end: Moment) -> dict:
    """Return what arrived, how far off the first is from the driver's clock, and how far off that may be."""
    truth = begin.until(end)
    error = held_s[0] - (truth.least + truth.most) / 2 if held_s else np.nan
    doubt = (truth.most - truth.least) / 2
    return {"timer": timer, "held_s": held_s, "error_ms": 1000 * error, "doubt_ms": 1000 * doubt}


def table(trials: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each case and timer: how many of the holds were kept once, and how far off they are."""

    def worst(errors: pd.Series) -> float:
        return errors.loc[errors.abs().idxmax()] if errors.notna().any() else np.nan

    of = trials.groupby(["case", "timer"], sort=False)
    columns = {
        "kept once": of["held_s"].agg(lambda held: f"{(held.str.len() == 1).sum()} of {len(held)}"),
        "median error, ms": of["error_ms"].median(),
        "worst error, ms": of["error_ms"].agg(worst),
        "driver's doubt, ms: median": of["doubt_ms"].median(),
        "at most": of["doubt_ms"].max(),
    }
    return pd.DataFrame(columns).round(1)


def many_sessions(notebook: Notebook, number: int) -> pd.DataFrame:
    """Do sessions of two short holds in a row, and return what there is of everything that could grow."""
    notebook.show_timer("timer = hiplog.HoldTimer(log, target_s=60, prepare_s=0, switch_s=0)\ntimer")
    devtools = notebook.page.context.new_cdp_session(notebook.page)
    devtools.send("Performance.enable")
    found = {}
    for done in range(number + 1):
        if done % max(1, number // 6) == 0:
            found[done] = what_there_is(notebook, devtools)
        one_session(notebook)
    return pd.DataFrame(found).T.rename_axis("after sessions")


def one_session(notebook: Notebook) -> None:
    notebook.press("Start")
    for _ in ("right", "left"):
        notebook.button("Stop").wait_for()
        notebook.key("Space")
        notebook.press("I let go: count it")
    notebook.press("Finish")
    notebook.view().get_by_text("Saved in your log.", exact=True).wait_for()
    notebook.press("Close")


def what_there_is(notebook: Notebook, devtools: CDPSession) -> dict[str, float]:
    devtools.send("HeapProfiler.collectGarbage")
    metrics = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
    notebook.execute("import comm, gc; gc.collect()")
    kernel = psutil.Process(int((notebook.folder / "kernel.pid").read_text()))
    return {
        "page's heap, MB": metrics["JSHeapUsedSize"] / 1e6,
        "nodes": metrics["Nodes"],
        "listeners": metrics["JSEventListeners"],
        "kernel, MB": kernel.memory_info().rss / 1e6,
        "comms": float(notebook.in_kernel("len(comm.get_comm_manager().comms)")),
        "keys in localStorage": notebook.page.evaluate(
            "Object.keys(localStorage).filter(k => k.includes('hiplog')).length"
        ),
        "holds": len(notebook.holds()),
    }


@contextlib.contextmanager
def debugged_chromium(folder: Path) -> Iterator[str]:
    """Start Chromium for playwright to connect to, as one that playwright starts keeps every page visible."""
    options = (
        "--headless=new",
        "--remote-debugging-port=0",
        f"--user-data-dir={folder}",
        "--window-size=1200,1400",
    )
    process = subprocess.Popen([chromium.find(), *CHROMIUM_ARGUMENTS, *options], stderr=subprocess.DEVNULL)
    port = folder / "DevToolsActivePort"
    try:
        while not port.is_file() or "\n" not in port.read_text():
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port.read_text().splitlines()[0]}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextlib.contextmanager
def opened_notebook() -> Iterator[tuple[Notebook, Mouse]]:
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        devtools = stack.enter_context(debugged_chromium(folder / "chromium"))
        address = stack.enter_context(serve_lab(folder))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.connect_over_cdp(devtools, no_defaults=True)
        notebook = Notebook(browser.contexts[0].pages[0], address, folder / "root" / "benchmark")
        notebook.open()
        yield notebook, Mouse(notebook.page, devtools)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=10, help="of each case")
    parser.add_argument("--case", choices=CASES, action="append", help="only this one")
    parser.add_argument("--sessions", type=int, help="instead, so many sessions in a row")
    asked = parser.parse_args()
    with opened_notebook() as (notebook, mouse):
        if asked.sessions:
            print(many_sessions(notebook, asked.sessions).round(1).to_string())
            return
        for case in asked.case or CASES:
            found = []
            for _ in range(asked.trials):
                found += [{"case": case, **one} for one in trial(notebook, mouse, **CASES[case])]
                print(*found[-2:], file=sys.stderr, flush=True)
            print(table(pd.DataFrame(found)).to_string(), flush=True)


if __name__ == "__main__":
    main()
