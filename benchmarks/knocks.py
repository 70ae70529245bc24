"""How well two knocks are heard: `python benchmarks/knocks.py`, or `--only speech` for one row of it.

The page's own detector, run by node, listens to recordings made here: knocks on three floors and claps, in four
rooms, from three distances; and hours in which nobody knocks. All of it is made up, from a seed that is not the
one by which the detector was set. It wants Debian's `espeak-ng` for what is spoken.
"""

import argparse
import functools
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
from playwright._impl._driver import compute_driver_executable

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "timer"))
import recordings as made  # noqa: E402
from recordings import Recording  # noqa: E402

RUNNER = ROOT / "tests" / "timer" / "onsets_of.mjs"
SEED = 25
PAIRS = 200
NEAR_S = 0.03  # an end that is further off is a false one
METRES = (1, 2, 3)
MINUTE_S = 60
Over = Callable[[np.random.Generator, float], made.Samples]


def ends_in(recordings: Iterable[Recording]) -> list[list[float]]:
    """Return for each recording the ends that the detector hears in it, in seconds."""
    node, _ = compute_driver_executable()
    return [each["pairs"] for each in made.found(node, RUNNER, recordings)]


def pairs(rng: np.random.Generator, metres: float, over: Over) -> dict[str, str]:
    """Return how many of the pairs from a distance were missed, and by how much the ends of the others are off."""
    true_s = []

    def recordings() -> Iterator[Recording]:
        for i in range(PAIRS):
            kind, room_s = made.KINDS[i % len(made.KINDS)], made.ROOMS_S[i // len(made.KINDS) % len(made.ROOMS_S)]
            recording = made.two_knocks(rng, kind, room_s, metres, lambda seconds: over(rng, seconds))
            true_s.append(recording.end_s)
            yield recording

    found = ends_in(recordings())
    errors = [
        min((at - end for at in ends), key=abs, default=np.inf) for ends, end in zip(found, true_s, strict=True)
    ]
    heard = [1000 * error for error in errors if abs(error) <= NEAR_S]
    false = sum(map(len, found)) - len(heard)
    off = f"{np.median(heard):.1f}, {max(heard, key=abs):.1f}" if heard else ""
    return {"missed": f"{PAIRS - len(heard)} of {PAIRS}", "error, ms: median, worst": off, "false": str(false)}


def hours(rng: np.random.Generator, minutes: int, over: Over) -> dict[str, str]:
    """Return how many ends were heard where nobody knocked, in minutes of which each can be made alone."""
    recordings = (Recording(over(each, MINUTE_S)) for each in rng.spawn(minutes))
    return {"false": f"{sum(map(len, ends_in(recordings)))} in {minutes / 60:.3g} h"}


@functools.cache
def sentences() -> list[str]:
    """Return what is spoken: the sentences of the documentation."""
    text = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md")))
    plain = re.sub(r"[|#*`\[\]()<>_-]", " ", text)
    return [each.strip() for each in re.split(r"[.:]\s", plain) if 20 < len(each.strip()) < 200]


def room(rng: np.random.Generator, seconds: float) -> made.Samples:
    return made.quiet(rng, round(seconds * made.RATE))


def talk(rng: np.random.Generator, seconds: float) -> made.Samples:
    return made.speech(rng, seconds, sentences())


def own_sounds(rng: np.random.Generator) -> dict[str, str]:
    recording = made.cues(rng, 600)
    return {"false": f"{len(ends_in([recording])[0])} in {len(recording.cues)} sounds"}


ROWS = {
    **{f"two knocks, {metres} m": partial(pairs, metres=metres, over=room) for metres in METRES},
    "two knocks, 2 m, speech": partial(pairs, metres=2, over=talk),
    "two knocks, 2 m, vacuum cleaner": partial(pairs, metres=2, over=made.vacuum),
    "quiet": partial(hours, minutes=1800, over=made.house),
    "speech": partial(hours, minutes=600, over=talk),
    "the timer's sounds": own_sounds,
    "vacuum cleaner": partial(hours, minutes=60, over=made.vacuum),
    "music": partial(hours, minutes=20, over=made.music),
}


def main() -> None:
    if not made.can_speak():
        sys.exit("benchmarks/knocks.py: espeak-ng was not found, expected it for what is spoken")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=ROWS, help="one row")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    names = [given.only] if given.only else list(ROWS)
    seeds = {name: [given.seed, i] for i, name in enumerate(ROWS)}  # a row alone is the same row
    found = {name: ROWS[name](np.random.default_rng(seeds[name])) for name in names}
    print(pd.DataFrame(found).T.fillna("").to_string())


if __name__ == "__main__":
    main()
