"""How far from their time the timer's sounds are played: `python benchmarks/sounds.py`.

A session on a blank page in a real Chromium, its main thread idle, or blocked through the end of a hold, the
switch of sides and the next start. An AudioWorklet notes the sample at which each sound begins. Beside it, as one
usually writes it, a beep that a timeout starts when its time has come.
"""

import argparse
import sys
from datetime import datetime
from pathlib import Path

import pandas as pd
from playwright.sync_api import Browser, sync_playwright

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "timer")]
import chromium  # noqa: E402
from timer_page import blank_page, load, open_timer, press, sent  # noqa: E402

# Seconds after the hold began: three ticks, the target, the switch, its last tick, and the next start.
DUE_S = (2.0, 3.0, 4.0, 5.0, 5.7, 7.0, 8.0)
SOUNDS = ("tick", "tick", "tick", "target", "switch", "tick", "start")
BLOCKED_MS = 6500
USUAL = """([due, zero]) => {
  const audio = new AudioContext();
  for (const s of due) setTimeout(() => {
    const beep = audio.createOscillator();
    beep.connect(audio.destination);
    beep.start();
    beep.stop(audio.currentTime + 0.1);
  }, zero + 1000 * s - Date.now());
}"""


def played(browser: Browser, usual: bool, blocked: bool) -> list[float | None]:
    """Return how many ms after its time each sound began; None for one that was not heard."""
    page = blank_page(browser, clock=False)
    page.add_init_script(path=TESTS / "timer" / "tap.js")
    load(page)
    open_timer(page, prepare_s=2, switch_s=3, target_s=5, sounds=not usual)
    press(page, "Start")
    if usual:
        zero = page.evaluate("Date.now() + 2000")
        page.evaluate(USUAL, [DUE_S, zero])
    page.wait_for_function("window.listening")
    page.wait_for_timeout(3000)
    if blocked:
        page.evaluate("ms => blockPage(ms)", BLOCKED_MS)
    page.wait_for_timeout(8000)
    begin = zero if usual else 1000 * datetime.fromisoformat(sent(page)[0]["started_at"]).timestamp()
    heard = page.evaluate("heard()")
    page.context.close()
    return [late(heard, begin + 1000 * due, blocked) for due in DUE_S]


def late(heard: list[float], due: float, blocked: bool) -> float | None:
    """Return how late the sound was that is nearest to its time, or, on a blocked page, the first from then on."""
    near = min((t - due for t in heard), key=abs, default=None)
    if near is not None and abs(near) < 200:
        return near
    after = [t - due for t in heard if t > due]
    return min(after) if blocked and after else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=10, help="of each case")
    asked = parser.parse_args()
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"]
        )
        for page in ("idle", "blocked"):
            for timer in ("hiplog", "usual"):
                for _ in range(asked.trials):
                    errors = played(browser, timer == "usual", page == "blocked")
                    rows += [
                        {"page": page, "timer": timer, "sound": s, "ms": e}
                        for s, e in zip(SOUNDS, errors, strict=True)
                    ]
                    print(page, timer, [e and round(e, 1) for e in errors], file=sys.stderr, flush=True)
        browser.close()
    of = pd.DataFrame(rows).astype({"ms": float}).groupby(["page", "timer"], sort=False)["ms"]
    columns = {"sounds": of.size(), "heard": of.count(), "median, ms": of.median(), "worst, ms": of.max()}
    print(pd.DataFrame(columns).round(1).to_string())


if __name__ == "__main__":
    main()
