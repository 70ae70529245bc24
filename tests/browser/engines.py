"""Drive the Firefox and the WebKit that a system has, which playwright cannot, by the WebDriver that each brings.

Firefox speaks WebDriver BiDi by itself, over a websocket. WebKitWebDriver speaks the older protocol, over HTTP,
and wants a screen. Pointer and key actions are the same in both: https://www.w3.org/TR/webdriver2/#actions.
"""

import contextlib
import glob
import itertools
import json
import os
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import websocket
from driver import free_port

FIREFOX = ("firefox-esr", "firefox")
MINI_BROWSER = ("/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser")
START_S = 60
SECOND_TAP_S = 1.1  # a press that comes sooner after a hold is taken for one that ends it
SHOWN = "() => document.querySelector('.hiplog-panel')?.innerText ?? document.title"
PHASE = "() => document.querySelector('.hiplog-panel')?.dataset.phase"
MIDDLE = """selector => {
  const node = document.querySelector(`.hiplog-timer ${selector}`);
  if (!node?.getClientRects().length) return null;
  node.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = node.getBoundingClientRect();
  let zoom = 1; // without `currentCSSZoom` an engine counts a node's place in pixels that its zoom makes larger
  if (!("currentCSSZoom" in node)) {
    for (let each = node; each; each = each.parentElement) zoom *= Number(getComputedStyle(each).zoom) || 1;
  }
  return [zoom * (x + width / 2), zoom * (y + height / 2)];
}"""
BUTTON = """name => {
  const buttons = [...document.querySelectorAll(".hiplog-timer button")];
  const named = (says) => buttons.find((each) => each.getClientRects().length && says(each.textContent));
  const found = named((text) => text === name) ?? named((text) => text.startsWith(name));
  found?.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = found?.getBoundingClientRect() ?? {};
  return found && [x + width / 2, y + height / 2];
}"""
SCRIPT = """async (given) => {
  try {
    return JSON.stringify({ value: (await (FUNCTION)(...JSON.parse(given))) ?? null });
  } catch (error) {
    return JSON.stringify({ error: String(error) });
  }
}"""


class Firefox:
    """A Firefox without a window."""

    needs = "firefox-esr"

    def __init__(self, socket: websocket.WebSocket) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._call("session.new", capabilities={})
        # The tab that is there has no focus, without which JupyterLab knows of no current notebook.
        self._context = self._call("browsingContext.create", type="tab")["context"]

    @classmethod
    @contextlib.contextmanager
    def started(cls, folder: Path) -> Iterator["Firefox"]:
        """Run one whose profile is in a folder."""
        options = ("--headless", "--remote-debugging-port", "0", "--profile", str(folder), "about:blank")
        with _running(cls.path(), *options, said=folder / "said") as said:
            address = _at_last(lambda: re.search(r"BiDi listening on (ws://\S+)\n", said.read_text()))[1]
            options = {"timeout": START_S, "suppress_origin": True}
            with contextlib.closing(websocket.create_connection(f"{address}/session", **options)) as socket:
                yield cls(socket)

    @staticmethod
    def path() -> str | None:
        """Return where Firefox is, or None."""
        return next(filter(None, map(shutil.which, FIREFOX)), None)

    def resize(self, width: int, height: int) -> None:
        """Give the page so many pixels."""
        self._call("browsingContext.setViewport", viewport={"width": width, "height": height}, **self._here())

    def open(self, address: str) -> None:
        """Load a page."""
        self._call("browsingContext.navigate", url=address, wait="complete", **self._here())

    def run(self, function: str, text: str) -> str:
        """Return the text that an async function of the page makes of a text."""
        arguments = [{"type": "string", "value": text}]
        script = {"functionDeclaration": function, "arguments": arguments, "awaitPromise": True}
        return self._call("script.callFunction", target=self._here(), **script)["result"]["value"]

    def act(self, *sources: dict) -> None:
        """Perform actions of a pointer or of keys."""
        self._call("input.performActions", actions=list(sources), **self._here())

    def _here(self) -> dict:
        return {"context": self._context}

    def _call(self, method: str, **given: object) -> dict:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": given}))
        while (answer := json.loads(self._socket.recv())).get("id") != number:
            pass  # an event
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]


class WebKit:
    """WebKitGTK, the engine of Safari, in its own small browser on a screen that nobody sees."""

    needs = "webkit2gtk-driver and xvfb"

    def __init__(self, address: str) -> None:
        self._address = address
        options = {"binary": self.path(), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options, "timeouts": {"script": 240_000}}}
        self._session = _at_last(lambda: self._call("POST", "", capabilities=wanted))["sessionId"]

    @classmethod
    @contextlib.contextmanager
    def started(cls, folder: Path) -> Iterator["WebKit"]:
        """Run one that has its own screen, and a folder for what it keeps."""
        options = ("-displayfd", "1", "-screen", "0", "1600x1600x24", "-nolisten", "tcp")
        with _running("Xvfb", *options, said=folder / "screen") as screen:
            display = _at_last(lambda: re.search(r"^(\d+)\n", screen.read_text()))[1]
            homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), str(folder))
            env = os.environ | homes | {"DISPLAY": f":{display}"}
            port = free_port()
            with _running("WebKitWebDriver", f"--port={port}", said=folder / "said", env=env):
                browser = cls(f"http://127.0.0.1:{port}/session")
                yield browser
                browser._call("DELETE", f"/{browser._session}")

    @staticmethod
    def path() -> str | None:
        """Return where WebKit's browser is, or None where it cannot be driven."""
        if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
            return None
        return next((found for pattern in MINI_BROWSER for found in glob.glob(pattern)), None)

    def resize(self, width: int, height: int) -> None:
        """Give the window so many pixels."""
        self._call("POST", f"/{self._session}/window/rect", x=0, y=0, width=width, height=height)

    def open(self, address: str) -> None:
        """Load a page."""
        self._call("POST", f"/{self._session}/url", url=address)

    def run(self, function: str, text: str) -> str:
        """Return the text that an async function of the page makes of a text."""
        script = f"const [text, done] = arguments; ({function})(text).then(done)"
        return self._call("POST", f"/{self._session}/execute/async", script=script, args=[text])

    def act(self, *sources: dict) -> None:
        """Perform actions of a pointer or of keys."""
        self._call("POST", f"/{self._session}/actions", actions=list(sources))

    def _call(self, method: str, path: str, **given: object) -> object:
        content = json.dumps(given).encode() if method == "POST" else None
        request = urllib.request.Request(self._address + path, content, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.loads(answer.read())["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{method} {path}: {error.read().decode()}") from error


@contextlib.contextmanager
def _running(*command: str, said: Path, env: dict | None = None) -> Iterator[Path]:
    """Run a program, and yield the file of what it says."""
    with said.open("w") as output:
        process = subprocess.Popen(command, env=env, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield said
    finally:
        process.terminate()
        process.wait(timeout=20)


def _at_last(act: Callable[[], object]) -> object:
    """Return what something gives, once it gives anything: a program that is just starting does not."""
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        with contextlib.suppress(urllib.error.URLError):
            if given := act():
                return given
        time.sleep(0.1)
    raise TimeoutError(f"nothing within {START_S} s")


class EnginePage:
    """A page with a timer on it, in one of these browsers."""

    def __init__(self, browser: Firefox | WebKit):
        self.browser = browser

    def run(self, function: str, *given: object) -> object:
        """Return what a function of the page returns, or resolves to."""
        answer = json.loads(self.browser.run(SCRIPT.replace("FUNCTION", function), json.dumps(given)))
        if "error" in answer:
            raise RuntimeError(f"{function}: {answer['error']}")
        return answer["value"]

    def wait_for(self, function: str, *given: object, seconds: float = 150) -> object:
        """Return what a function of the page returns as soon as that is something."""
        until = time.monotonic() + seconds
        while not (found := self.run(function, *given)):
            if time.monotonic() > until:
                raise TimeoutError(f"{function} {given}: {self.run(SHOWN)}")
            time.sleep(0.05)
        return found

    def phase(self) -> str | None:
        """Return the phase of the timer, or None where there is none."""
        return self.run(PHASE)

    def wait_for_phase(self, *phases: str) -> None:
        """Wait until the timer is in one of these phases."""
        self.wait_for(f"phases => phases.includes(({PHASE})())", phases)

    def wait_for_words(self, words: str) -> None:
        """Wait until the timer shows these words."""
        self.wait_for(f"words => (({SHOWN})()).includes(words)", words)

    def wait(self, seconds: float) -> None:
        """Let the page go on for so long."""
        time.sleep(seconds)

    def press(self, name: str) -> None:
        """Press the button with this name, or that begins with it; not as the second of two taps."""
        self.wait(SECOND_TAP_S)
        self.point("mouse", *self.wait_for(BUTTON, name))

    def tap(self, selector: str) -> None:
        """Tap on the middle of what is there, with a finger."""
        self.point("touch", *self.wait_for(MIDDLE, selector))

    def point(self, kind: str, x: float, y: float) -> None:
        """Press and let go at a place of the window."""
        move = {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}
        down, up = ({"type": f"pointer{way}", "button": 0} for way in ("Down", "Up"))
        self.browser.act(
            {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": [move, down, up]}
        )

    def key(self, key: str) -> None:
        """Press a key."""
        down, up = ({"type": f"key{way}", "value": key} for way in ("Down", "Up"))
        self.browser.act({"type": "key", "id": "keys", "actions": [down, up]})

    def type(self, selector: str, words: str) -> None:
        """Type words into a field."""
        self.point("mouse", *self.wait_for(MIDDLE, selector))
        for letter in words:
            self.key(letter)
