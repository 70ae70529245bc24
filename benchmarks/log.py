"""What comparing the checksums costs when a log is read: with and without, in turn, in one process.

    .venv/bin/python benchmarks/log.py --holds 21900 --rounds 40

21,900 holds are three sessions a day of both sides for ten years. Seconds are of the processor, so that other
programs count little; the ratios are of the best and of the middle round.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from hiplog import Log
from hiplog.log.format import rows

READ_ROWS = rows.read_rows


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


def unchecked(db, path, table) -> list[tuple]:
    """Return what `rows.read_rows` returns, without a checksum being made."""
    checked, rows._checksums, rows.check_sums = (rows._checksums, rows.check_sums), lambda _: (), lambda *_: None
    try:
        return READ_ROWS(db, path, table)
    finally:
        rows._checksums, rows.check_sums = checked


def main() -> None:
    """Print the milliseconds of one reading with and without, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--holds", type=int, default=21_900)
    parser.add_argument("--rounds", type=int, default=40)
    told = parser.parse_args()
    ways, times = {"with": READ_ROWS, "without": unchecked}, {"with": [], "without": []}
    with tempfile.TemporaryDirectory() as folder:
        log = Log(Path(folder) / "log.sqlite", backups=False)
        log.add(invented(told.holds))
        for i in range(told.rounds):
            for way in ways if i % 2 else reversed(ways):
                rows.read_rows = ways[way]
                begun = time.process_time()
                log.holds()
                times[way].append((time.process_time() - begun) * 1000)
    for name, of in (("best", min), ("median", statistics.median)):
        checked, plain = of(times["with"]), of(times["without"])
        print(f"{name}: {checked:.1f} ms with, {plain:.1f} ms without, {100 * (checked / plain - 1):+.1f} %")


if __name__ == "__main__":
    main()
