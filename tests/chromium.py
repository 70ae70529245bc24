"""Find a Chromium, Chrome or Edge for the browser tests, or get one: `python tests/chromium.py`."""

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

ON_PATH = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
IN_APPLICATIONS = tuple(
    f"{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Chromium", "Microsoft Edge")
)
IN_PROGRAM_FILES = (
    *("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"),
    "Microsoft/Edge/Application/msedge.exe",
)
NONE = (
    "The browser tests are left out: no Chromium, Chrome or Edge was found, and none could be got. "
    "Install one, or name yours in the environment variable HIPLOG_BROWSER."
)


@functools.cache
def find() -> str | None:
    """Return the path of a browser that is already here, or None."""
    named = os.environ.get("HIPLOG_BROWSER")
    if named:
        return named
    on_path = (shutil.which(name) for name in ON_PATH)
    found = next((path for path in on_path if path), None)
    return found or next((str(path) for path in _usual_places() if path.is_file()), None) or _of_playwright()


def _usual_places() -> list[Path]:
    if sys.platform == "darwin":
        folders = (Path("/Applications"), Path.home() / "Applications")
        return [folder / name for folder in folders for name in IN_APPLICATIONS]
    roots = [os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")]
    return [Path(root, name) for root in roots if root for name in IN_PROGRAM_FILES]


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def get() -> str | None:
    """Return the path of a browser, installing one where there is none; None where that is not possible."""
    for command in () if find() else _installers():
        print("No Chromium, Chrome or Edge here:", " ".join(command), flush=True)
        done = subprocess.run(command, stdin=subprocess.DEVNULL)
        find.cache_clear()
        if done.returncode == 0 and find():
            break
    return find()


def _installers() -> list[list[str]]:
    """Return the commands that install a browser, best first: playwright's own download, else Debian's."""
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        return [playwright]
    apt_get = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"]
    return [[*playwright, "--with-deps"], ["apt-get", "update", "-q"], apt_get]


def main() -> int:
    """Say which browser the tests will use; without one the exit code is 1 in continuous integration."""
    path = get()
    print(f"Browser for the tests: {path}" if path else NONE)
    return 1 if path is None and os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
