"""What reading a log costs: with the checksums and without, or beside an earlier state of hiplog, in turn.

    .venv/bin/python benchmarks/log.py --holds 21900 --rounds 40
    git worktree add /tmp/earlier 5cf4426^      # the last state that had no checksums
    .venv/bin/python benchmarks/log.py --earlier /tmp/earlier

21,900 holds are three sessions a day of both sides for ten years. Seconds are of the processor, so that other
programs count little; the ratios are of the best and of the middle round.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
import pandas as pd

import hiplog
from hiplog import Log

HERE = Path(hiplog.__file__).parent.parent


def invented(n: int) -> pd.DataFrame:
    """Return n holds of three sessions a day."""
    rng = np.random.default_rng(1)
    began = pd.date_range("2016-01-01T07:10", periods=n // 2, freq="8h").repeat(2)
    pain = rng.choice([0, 1, 2, np.nan], n)
    holds = pd.DataFrame({"started_at": began, "side": ["right", "left"] * (n // 2), "target_s": 120.0})
    holds["hold_s"] = rng.uniform(20, 120, n).round(1)
    holds["started_at"] += pd.to_timedelta([0, 150] * (n // 2), unit="s")
    notes = [f"a bit stiff, day {i}" if i % 7 == 0 else None for i in range(n)]
    return holds.assign(ended="let_go", pain_before=pain, pain_after=pain, note=notes, source="notes.csv")


def milliseconds(of: Callable[[], object]) -> float:
    """Return the milliseconds of the processor that a call takes."""
    begun = time.process_time()
    of()
    return (time.process_time() - begun) * 1000


@contextmanager
def unchecked():
    """Have no checksum made as long as this is open."""
    from hiplog.log.format import rows

    checked = rows._checksums, rows.check_sums
    rows._checksums, rows.check_sums = lambda _: (), lambda *_: None
    try:
        yield
    finally:
        rows._checksums, rows.check_sums = checked


def without_checksums(log: Log) -> float:
    """Return what reading takes where no checksum is made."""
    with unchecked():
        return milliseconds(log.holds)


def answer(path: Path, n: int) -> None:
    """Make a log of n holds, and say what reading it takes for each line that comes in."""
    log = Log(path)
    log.add(invented(n))
    print(HERE, flush=True)
    for _ in sys.stdin:
        print(milliseconds(log.holds), flush=True)


class Reader:
    """A program of its own that reads its own log when it is asked, with the hiplog of a folder."""

    def __init__(self, code: Path, path: Path, n: int) -> None:
        self.program = subprocess.Popen(
            [sys.executable, __file__, "--answer", path, "--holds", str(n)],
            env=os.environ | {"PYTHONPATH": str(code)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if (said := self.program.stdout.readline().strip()) != str(code):
            raise SystemExit(f"the hiplog of {said or 'nowhere'} was read with, expected that of {code}")

    def __call__(self) -> float:
        """Return the milliseconds that one reading took."""
        self.program.stdin.write("\n")
        self.program.stdin.flush()
        return float(self.program.stdout.readline())

    def __enter__(self) -> "Reader":
        self()  # ready, and warm
        return self

    def __exit__(self, *_: object) -> None:
        self.program.communicate()


def in_turn(ways: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of each way of reading, each round in the other order."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for i in range(rounds):
        for name in ways if i % 2 else reversed(ways):
            times[name].append(ways[name]())
    return times


def say(times: dict[str, list[float]]) -> None:
    """Print the best and the middle of two ways, and what the first takes more."""
    (first, here), (second, there) = times.items()
    for name, of in (("best", min), ("median", statistics.median)):
        more = 100 * (of(here) / of(there) - 1)
        print(f"{name}: {of(here):.1f} ms {first}, {of(there):.1f} ms {second}, {more:+.1f} %")


def main() -> None:
    """Print the milliseconds of one reading both ways, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--holds", type=int, default=21_900)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--earlier", type=Path, help="a folder with another state of hiplog, to compare with")
    parser.add_argument("--answer", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.answer:
        answer(told.answer, told.holds)
        return
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        if told.earlier:
            ways = {
                who: stack.enter_context(Reader(code.resolve(), folder / f"{who}.sqlite", told.holds))
                for who, code in (("now", HERE), ("earlier", told.earlier))
            }
        else:
            log = Log(folder / "log.sqlite", backups=False)
            log.add(invented(told.holds))
            ways = {"with": lambda: milliseconds(log.holds), "without": lambda: without_checksums(log)}
        say(in_turn(ways, told.rounds))


if __name__ == "__main__":
    main()
