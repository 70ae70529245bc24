"""How long a year's report takes and how large it is, beside the page of charts of the same log.

    python benchmarks/report.py

The log is synthetic: a session a day for a year, two holds each, with pain and notes. All are timed in turn, in
one run, so that what they share with the machine cancels out in the ratio.
"""

import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import matplotlib
import pandas as pd

matplotlib.use("agg")

from charts import log, page

import hiplog

TIMES = 5


def a_year() -> pd.DataFrame:
    """Return the last session of each day of a year of the charts' log."""
    holds = log(365)
    return holds[holds["started_at"].dt.hour >= 19].reset_index(drop=True)


def processor_seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    warnings.simplefilter("error")
    holds = a_year()
    with tempfile.TemporaryDirectory() as name:
        paths = {kind: Path(name) / f"report.{kind}" for kind in ("html", "pdf")}

        def report(kind: str) -> Path:
            return hiplog.write_report(holds, paths[kind], weeks=52, sessions=True, today="2017-03-04")

        works = {"plot_overview, as PNG": lambda: page(holds)}
        works |= {f"write_report, {kind}": lambda kind=kind: report(kind) for kind in paths}
        for work in works.values():
            work()  # warms up
        times = [[processor_seconds(work) for work in works.values()] for _ in range(TIMES)]
        best = dict(zip(works, map(min, zip(*times, strict=True)), strict=True))
        overview = best["plot_overview, as PNG"]
        print(f"| {len(holds):,} holds, all sessions listed | processor seconds | ratio | kB |\n|---|---|---|---|")
        for what, seconds in best.items():
            kind = what.rpartition(" ")[2]
            size = f"{paths[kind].stat().st_size / 1000:.0f}" if kind in paths else ""
            print(f"| {what} | {seconds:.2f} | {seconds / overview:.2f} | {size} |")


if __name__ == "__main__":
    main()
