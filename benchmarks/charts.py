"""How long one page of charts takes, beside bare matplotlib drawing the same points and lines.

    python benchmarks/charts.py [DAYS]

The log is synthetic: three sessions a day for ten years unless DAYS says otherwise, two holds each.
"""

import io
import sys
import time
import warnings

import matplotlib
import numpy as np
import pandas as pd

matplotlib.use("agg")

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from hiplog.charts import plot_overview
from hiplog.schema import conform

TIMES = 7
INCHES = (11.2, 8.4)
LOOK = ["marker", "markersize", "markerfacecolor", "color", "alpha", "linestyle", "linewidth", "rasterized"]
FILL = ["facecolor", "edgecolor", "linewidth"]
NOTES = ["SI joint sore", "low back stiff", "sciatica again", "ITB tight", "easy today"]


def log(days: int) -> pd.DataFrame:
    """Return three sessions a day, both sides growing towards the target of 120 s, with pain and notes."""
    rng = np.random.default_rng(0)
    n = 3 * days
    day = np.repeat(np.arange(days), 3)
    start = pd.Timestamp("2016-03-04T07:00") + pd.to_timedelta(day * 24 + np.tile([0, 6, 12], days), unit="h")
    pain = np.clip(np.rint(3 + 2 * np.sin(day / 200) + rng.normal(0, 1, n)), 0, 10)
    both = []
    for side, later_s, begin_s in (("right", 0, 75), ("left", 130, 60)):
        able_s = (begin_s + 50 * day / days) * rng.lognormal(0, 0.15, n)
        hold = {"started_at": start + pd.Timedelta(seconds=later_s), "side": side, "target_s": 120.0}
        hold |= {"hold_s": np.minimum(able_s, 120), "ended": np.where(able_s >= 120, "target", "let_go")}
        both.append(pd.DataFrame(hold | {"pain_before": pain, "pain_after": np.maximum(pain - 1, 0)}))
    both[1]["note"] = np.where(rng.random(n) < 0.1, rng.choice(NOTES, n), None)
    return conform(pd.concat(both).sort_values("started_at", ignore_index=True))


def page(holds: pd.DataFrame) -> Figure:
    figure = plot_overview(holds, figure=Figure(figsize=INCHES))
    _as_png(figure)
    return figure


def bare(drawn: Figure) -> None:
    """Draw the points, lines and areas of a page again with matplotlib alone: no words, no numbers to find."""
    figure = Figure(figsize=INCHES)
    for page_ax in drawn.axes:
        ax = figure.add_axes(page_ax.get_position())
        for line in page_ax.lines:
            ax.plot(*line.get_data(), **{name: getattr(line, f"get_{name}")() for name in LOOK})
        for areas in page_ax.collections:
            shapes = [path.vertices for path in areas.get_paths()]
            ax.add_collection(PolyCollection(shapes, **{name: getattr(areas, f"get_{name}")() for name in FILL}))
        ax.set(xlim=page_ax.get_xlim(), ylim=page_ax.get_ylim())
    _as_png(figure)


def _as_png(figure: Figure) -> None:
    FigureCanvasAgg(figure).print_png(io.BytesIO())


def processor_seconds(work, given) -> float:
    begin = time.process_time()
    work(given)
    return time.process_time() - begin


def main() -> None:
    warnings.simplefilter("error")
    holds = log(int(sys.argv[1]) if len(sys.argv) > 1 else 3650)
    drawn = page(holds)  # also warms up
    times = [(processor_seconds(page, holds), processor_seconds(bare, drawn)) for _ in range(TIMES)]
    ours, theirs = (min(column) for column in zip(*times, strict=True))
    print(f"| {len(holds):,} holds, best of {TIMES}, as PNG | processor seconds |\n|---|---|")
    print(f"| plot_overview | {ours:.2f} |\n| bare matplotlib, the same points and lines | {theirs:.2f} |")
    print(f"| ratio (wanted: at most 2.5) | {ours / theirs:.1f} |")


if __name__ == "__main__":
    main()
