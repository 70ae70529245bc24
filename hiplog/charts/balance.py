"""Right against left over time."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Patch

from hiplog import arguments
from hiplog.charts import canvas, looks
from hiplog.charts.days import broken, curve_days, days_across
from hiplog.charts.marks import Marks
from hiplog.charts.text import SMALL, room, width_of
from hiplog.interchange import Holds
from hiplog.measures.balance import balance_curve, latest_balance
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen, chosen
from hiplog.schema import Diary
from hiplog.verdicts import balance_in_words

REFERENCE_PCT = 10.0
REFERENCE = "within 10 %: commonly used for\nreference, not a medical limit"
HEADLINE = "which side holds longer"


def plot_balance(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int = LATELY_DAYS,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.balance`: by how much one side holds longer than the other, and its 95 % interval.

    Right longer lies above the middle, left longer below. The second line of the title is the verdict of the last
    day; `hiplog.balance` with the same arguments is what is drawn.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    days : int
        The length of the window that ends on each day.
    diary : Diary, optional
        The marks to show, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for the curve, or a dict with one for `balance`.
    label : str, optional
        What the curve's entry in the legend begins with, such as whose it is.
    ax : Axes, optional
        Where to draw; nothing but it is touched. Unless given, a figure is made.

    Returns
    -------
    Axes
        In percent over days.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> holds = hiplog.example()
    >>> ax = hiplog.plot_balance(holds, days=56)
    >>> table = hiplog.balance(holds, exercise="hip_balance", days=56)  # the numbers behind it
    """
    held = chosen("plot_balance", holds, exercise, since, until)
    days = arguments.days("plot_balance", days)
    marks = chosen_diary("plot_balance", holds, diary, since, until).marks
    return canvas.chart(
        "plot_balance", partial(draw, days=days, marks=marks), HEADLINE, held, exercise, ax, color, label
    )


def draw(
    ax: Axes, held: pd.DataFrame, look: looks.Look, *, marks: pd.DataFrame, days: int = LATELY_DAYS
) -> canvas.Drawn:
    """Draw on `ax`; say the verdict of the last day."""
    of: dict[str, Any] = {"holds": Chosen(held), "exercise": None, "days": days}
    verdict = f"Last: {balance_in_words(next(latest_balance(**of).itertuples()))}"
    curve = balance_curve(**of, every_days=curve_days(held["day"]))
    if curve["balance_pct"].isna().all():
        return canvas.say_in_the_middle(ax, "the sides cannot be compared yet", verdict)
    most = _most(curve)
    _draw_curve(ax, broken(curve), most, look)
    days_across(ax, curve["day"])
    ax.yaxis.set_major_formatter(lambda pct, _: f"{abs(pct):.0f} %" if pct else "even")
    legend = canvas.LegendAbove(_key(look), bottom=-most, top=most)

    def fit(ax: Axes) -> None:
        legend(ax)
        _name_sides(ax)

    return canvas.Drawn(verdict, Marks(ax, marks, look, fit, legend))


def _name_sides(ax: Axes) -> None:
    """Label the axis with the side that each way means, the middle at zero as far as the words have room."""
    words = "← left longer    right longer →"
    half = width_of(words, SMALL) / room(ax)[1] / 2
    low, high = ax.get_ylim()
    middle = max(half, -low / (high - low))
    ax.set_ylabel(words, y=middle, size=SMALL, labelpad=2)


def _most(curve: pd.DataFrame) -> float:
    """Return the percentage to show either way: all of the curve, its band up to twice as far."""
    line = curve["balance_pct"].abs().max()
    band = curve[["low_pct", "high_pct"]].abs().max().max()
    return max(2 * REFERENCE_PCT, 1.1 * line, min(1.05 * band, 2 * line))


def _draw_curve(ax: Axes, curve: pd.DataFrame, most: float, look: looks.Look) -> None:
    green = look.colours["balance"]
    ax.axhspan(-REFERENCE_PCT, REFERENCE_PCT, **_reference(look))
    ax.axhline(0, color=look.ink, linewidth=0.9)
    low, high = curve["low_pct"].clip(lower=-most), curve["high_pct"].clip(upper=most)
    ax.fill_between(curve["day"], low, high, color=green, alpha=looks.RANGE, linewidth=0)
    ax.plot(curve["day"], curve["balance_pct"], color=green, linewidth=2.2, path_effects=look.halo())


def _reference(look: looks.Look) -> dict[str, Any]:
    """Return the look of the reference band: its dotted edges tell it from an interval in grey too."""
    return {"facecolor": to_rgba(look.ink, 0.08), "edgecolor": look.ink, "linestyle": ":", "linewidth": 0.8}


def _key(look: looks.Look) -> list[Artist]:
    green = look.colours["balance"]
    return [
        look.entry(look.named("balance"), green, lw=2.2),
        look.range_entry(green),
        Patch(**_reference(look), label=REFERENCE),
    ]
