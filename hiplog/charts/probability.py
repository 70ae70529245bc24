"""How likely it is to hold at least so long."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from hiplog.charts import canvas, looks
from hiplog.exercise import SIDES
from hiplog.measures.probability import hold_probability

HEADLINE = "how likely am I to hold at least so long?"


def plot_hold_probability(holds: pd.DataFrame, *, exercise: str = "hip_balance", ax: Axes | None = None) -> Axes:
    """Draw `hiplog.hold_probability`: how likely a hold is to last at least t seconds, in the last 28 days.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    ax : Axes, optional
        Where to draw; the current axes unless given.

    Returns
    -------
    Axes
        In percent over seconds. A curve ends where the longest hold did.

    Raises
    ------
    LogError
        Where there is no such exercise, or a hold breaks a rule of `hiplog.schema`.
    """
    return canvas.chart("plot_hold_probability", draw, HEADLINE, holds, exercise, ax)


def draw(ax: Axes, held: pd.DataFrame) -> str:
    """Draw on `ax`; return how long half of each side's holds last."""
    steps = hold_probability(held).dropna(subset="probability")
    for side in SIDES:
        _draw_steps(ax, steps[steps["side"] == side], side)
    ax.set_xlim(0, 1.04 * steps["seconds"].max())
    ax.xaxis.set_major_formatter("{x:.0f} s")
    key = [looks.side_entry(side) for side in SIDES if side in steps["side"].unique()]
    canvas.legend_above(ax, [*key, looks.range_entry(looks.ink())], bottom=0, top=104, mark=100)
    ax.yaxis.set_major_formatter("{x:.0f} %")
    return _half(steps)


def _draw_steps(ax: Axes, steps: pd.DataFrame, side: str) -> None:
    """Draw the steps from a certain 0 s on; each reaches back, for it is of holding at least so long."""
    if steps.empty:
        return
    seconds = np.r_[0, steps["seconds"]]
    likely, low, high = (100 * np.r_[1, steps[name]] for name in ("probability", "low", "high"))
    ax.fill_between(seconds, low, high, step="pre", color=looks.colour_of(side), alpha=looks.RANGE, linewidth=0)
    ax.step(seconds, likely, where="pre", color=looks.colour_of(side), lw=2, ls=looks.LINES[side])


def _half(steps: pd.DataFrame) -> str:
    """Return how long half of each side's holds last, in words."""
    reached = steps[steps["probability"] >= 0.5].groupby("side")["seconds"].max()
    return "Half of recent holds last at least: " + ", ".join(f"{side} {s:.0f} s" for side, s in reached.items())
