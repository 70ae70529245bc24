"""Right against left over time."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from hiplog.charts import canvas, looks
from hiplog.measures.balance import balance

REFERENCE_PCT = 10.0
REFERENCE = "within 10 %: commonly used for\nreference, not a medical limit"
HEADLINE = "which side holds longer"


def plot_balance(holds: pd.DataFrame, *, exercise: str = "hip_balance", ax: Axes | None = None) -> Axes:
    """Draw `hiplog.balance`: by how much one side holds longer than the other, and its 95 % interval.

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
    return canvas.chart("plot_balance", draw, HEADLINE, holds, exercise, ax)


def draw(ax: Axes, held: pd.DataFrame) -> str:
    """Draw on `ax`; return the verdict of the last day."""
    curve = balance(held)
    verdict = _now(curve.iloc[-1])
    curve = canvas.thinned(curve, by=["exercise"])
    if curve["balance_pct"].isna().all():
        canvas.say_in_the_middle(ax, "the sides cannot be compared yet")
        return verdict
    most = _most(curve)
    _draw_curve(ax, canvas.broken(curve), most)
    canvas.days_across(ax, curve["day"])
    canvas.legend_above(ax, _key(), bottom=-most, top=most)
    ax.yaxis.set_major_formatter(lambda pct, _: f"{abs(pct):.0f} %" if pct else "even")
    _name_sides(ax)
    return verdict


def _name_sides(ax: Axes) -> None:
    """Label the axis with the side that each way means, the middle at zero as far as the words have room."""
    words = "← left longer    right longer →"
    half = canvas.width_of(words, canvas.SMALL) / canvas.room(ax)[1] / 2
    low, high = ax.get_ylim()
    middle = max(half, -low / (high - low))
    ax.set_ylabel(words, y=middle, size=canvas.SMALL, labelpad=2)


def _most(curve: pd.DataFrame) -> float:
    """Return the percentage to show either way: all of the curve, its band up to twice as far."""
    line = curve["balance_pct"].abs().max()
    band = curve[["low_pct", "high_pct"]].abs().max().max()
    return max(2 * REFERENCE_PCT, 1.1 * line, min(1.05 * band, 2 * line))


def _now(last: pd.Series) -> str:
    """Return the verdict of the last day, with its percentage where one side is longer."""
    verdict = "Now: " + last["verdict"].removesuffix(" in the last 28 days")
    if not verdict.endswith("longer"):
        return verdict
    low, high = sorted((abs(last["low_pct"]), abs(last["high_pct"])))
    return f"{verdict}, by {abs(last['balance_pct']):.0f} % ({low:.0f} to {high:.0f} %)"


def _draw_curve(ax: Axes, curve: pd.DataFrame, most: float) -> None:
    ink, green = looks.ink(), looks.colour_of("neither")
    ax.axhspan(-REFERENCE_PCT, REFERENCE_PCT, **_reference())
    ax.axhline(0, color=ink, linewidth=0.9)
    low, high = curve["low_pct"].clip(lower=-most), curve["high_pct"].clip(upper=most)
    ax.fill_between(curve["day"], low, high, color=green, alpha=looks.RANGE, linewidth=0)
    ax.plot(curve["day"], curve["balance_pct"], color=green, linewidth=2.2, path_effects=looks.halo())


def _reference() -> dict:
    """Return the look of the reference band: its dotted edges tell it from an interval in grey too."""
    return {"facecolor": to_rgba(looks.ink(), 0.08), "edgecolor": looks.ink(), "linestyle": ":", "linewidth": 0.8}


def _key() -> list:
    green = looks.colour_of("neither")
    return [
        Line2D([], [], color=green, lw=2.2, label="balance"),
        looks.range_entry(green),
        Patch(**_reference(), label=REFERENCE),
    ]
