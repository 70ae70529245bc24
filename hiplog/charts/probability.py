"""How likely it is to hold at least so long."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from hiplog import arguments
from hiplog.charts import canvas, looks
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.holds.selection import LATELY_DAYS, SHORTEST_S, Chosen, chosen
from hiplog.measures.probability import hold_probability

HEADLINE = "how likely am I to hold at least so long?"


def plot_hold_probability(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int | None = LATELY_DAYS,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.hold_probability`: how likely a hold of the last days is to last at least t seconds.

    `hiplog.hold_probability` with the same arguments is what is drawn.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    days : int, optional
        How many days up to the last with a hold count; None for all.
    color : color or dict, optional
        A colour of matplotlib for both curves, or a dict with one for `left`, `right` or each.
    label : str, optional
        What the sides' entries in the legend begin with, such as whose they are.
    ax : Axes, optional
        Where to draw; nothing but it is touched. Unless given, a figure is made.

    Returns
    -------
    Axes
        In percent over seconds. A curve ends where the longest hold did.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> ax = hiplog.plot_hold_probability(hiplog.example(), days=90)
    """
    of = "plot_hold_probability"
    held, days = chosen(of, holds, exercise, since, until), arguments.days(of, days, every=True)
    return canvas.chart(of, partial(draw, days=days), HEADLINE, held, exercise, ax, color, label)


def draw(ax: Axes, held: pd.DataFrame, look: looks.Look, days: int | None = LATELY_DAYS) -> canvas.Drawn:
    """Draw on `ax`; say how long half of each side's holds last."""
    steps = hold_probability(Chosen(held), exercise=None, days=days).dropna(subset="probability")
    for side in SIDES:
        _draw_steps(ax, steps[steps["side"] == side], side, look)
    ax.set_xlim(0, 1.04 * steps["seconds"].max() if len(steps) else SHORTEST_S)
    ax.xaxis.set_major_formatter("{x:.0f} s")
    ax.yaxis.set_major_formatter("{x:.0f} %")
    key = [look.side_entry(side) for side in SIDES if side in steps["side"].unique()]
    legend = canvas.LegendAbove([*key, look.range_entry()], bottom=0, top=104, mark=100)
    return canvas.Drawn(_half(steps), legend)


def _draw_steps(ax: Axes, steps: pd.DataFrame, side: str, look: looks.Look) -> None:
    """Draw the steps from a certain 0 s on; each reaches back, for it is of holding at least so long."""
    if steps.empty:
        return
    seconds = np.r_[0, steps["seconds"]]
    likely, low, high = (
        100 * np.r_[1, steps[name]] for name in ("probability", "low_probability", "high_probability")
    )
    ax.fill_between(seconds, low, high, step="pre", color=look.colours[side], alpha=looks.RANGE, linewidth=0)
    ax.step(seconds, likely, where="pre", color=look.colours[side], lw=2, ls=looks.LINES[side])


def _half(steps: pd.DataFrame) -> str:
    """Return how long half of each side's holds last, in words."""
    if steps.empty:
        return f"No hold lasted {SHORTEST_S:.0f} s or longer."
    reached = steps[steps["probability"] >= 0.5].groupby("side")["seconds"].max()
    return "Half of these holds lasted at least: " + ", ".join(f"{side} {s:.0f} s" for side, s in reached.items())
