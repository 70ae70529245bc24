"""Right against left over time."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from hiplog import measures
from hiplog.charts import canvas, looks
from hiplog.exercise import EXERCISES
from hiplog.measures.frames import chosen

REFERENCE_PCT = 10.0
REFERENCE = "within 10 %: commonly used for\nreference, not a medical limit"
REFERENCE_ALPHA = 0.1


def plot_balance(holds: pd.DataFrame, *, exercise: str = "hip_balance", ax: Axes | None = None) -> Axes:
    """Draw `measures.balance`: by how much one side holds longer than the other, and its 95 % interval.

    Right longer lies above the middle, left longer below. The second line of the title is the verdict of the last
    28 days of the log.

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
        In percent over days.

    Raises
    ------
    LogError
        Where there is no such exercise, or a hold breaks a rule of `hiplog.schema`.
    """
    ax = canvas.prepared(ax)
    held = chosen(holds, exercise)
    headline = f"{EXERCISES[exercise].title}: which side holds longer"
    if held.empty:
        return canvas.left_empty(ax, canvas.NO_HOLDS, headline)
    curve = measures.balance(held)
    now = _now(curve.iloc[-1])
    curve = canvas.thinned(curve, by=["exercise"])
    if curve["balance_pct"].isna().all():
        return canvas.left_empty(ax, "the sides cannot be compared yet", headline, now)
    most = _most(curve)
    _draw(ax, canvas.broken(curve), most)
    canvas.head(ax, headline, now)
    canvas.days_across(ax, curve["day"])
    canvas.legend_above(ax, _key(), bottom=-most, top=most)
    even = most / np.ptp(ax.get_ylim())
    ax.set_ylabel("← left longer    right longer →", y=even, size=canvas.SMALL, labelpad=2)
    ax.yaxis.set_major_formatter(lambda pct, _: f"{abs(pct):.0f} %" if pct else "even")
    return ax


def _most(curve: pd.DataFrame) -> float:
    """Return the percentage to show either way: all of the curve, its band up to twice as far."""
    line = curve["balance_pct"].abs().max()
    band = curve[["low_pct", "high_pct"]].abs().max().max()
    return max(2 * REFERENCE_PCT, 1.1 * line, min(1.05 * band, 2 * line))


def _now(last: pd.Series) -> str:
    """Return the verdict of the last day, with its percentage where one side is longer."""
    if last["verdict"].endswith("longer"):
        low, high = sorted((abs(last["low_pct"]), abs(last["high_pct"])))
        return f"Now: {last['verdict']}, by {abs(last['balance_pct']):.0f} % ({low:.0f} to {high:.0f} %)"
    return f"Now: {last['verdict']}"


def _draw(ax: Axes, curve: pd.DataFrame, most: float) -> None:
    ink, green = looks.ink(), looks.colour_of("neither")
    ax.axhspan(-REFERENCE_PCT, REFERENCE_PCT, color=ink, alpha=REFERENCE_ALPHA, linewidth=0)
    ax.axhline(0, color=ink, linewidth=0.9)
    low, high = curve["low_pct"].clip(lower=-most), curve["high_pct"].clip(upper=most)
    ax.fill_between(curve["day"], low, high, color=green, alpha=looks.RANGE, linewidth=0)
    ax.plot(curve["day"], curve["balance_pct"], color=green, linewidth=2.2, path_effects=looks.halo())


def _key() -> list:
    green = looks.colour_of("neither")
    return [
        Line2D([], [], color=green, lw=2.2, label="balance"),
        looks.range_entry(green),
        Patch(color=looks.ink(), alpha=REFERENCE_ALPHA, lw=0, label=REFERENCE),
    ]
