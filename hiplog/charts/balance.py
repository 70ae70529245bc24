"""Right against left over time."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from hiplog import arguments
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.alone import alone_entry, are_alone, draw_alone
from hiplog.charts.parts.days import broken, by_week, curve_days, days_across, is_told_anew, number
from hiplog.charts.parts.marks import Marks, not_shown
from hiplog.charts.parts.measured import Measured
from hiplog.charts.parts.scale import Scale
from hiplog.charts.parts.text import SMALL, fitted, room
from hiplog.counts import counted
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary, marked_day
from hiplog.measures.holds.selection import LATELY_DAYS, chosen
from hiplog.measures.sides.balance import curve_of
from hiplog.measures.sides.capped import of_target
from hiplog.schema import Diary
from hiplog.verdicts.capped import held_of_target_in_short
from hiplog.verdicts.sides import balance_in_short, balance_rests_on
from hiplog.verdicts.span import days_there

REFERENCE_PCT = 10.0
REFERENCE = "10 %: often taken as even"
TOPIC = "which side holds longer"
_ORDER = " Where the line is cut without a pause, the order of the sides counts in another way from then on."
_STEPS = (10, 20, 30, 50, 100)  # percent, of the axis
_WIDE = 2.2  # points, of the curve
_DAILY = 84  # days: over more, the interval is drawn by weeks, for its edge is a saw


def plot_balance(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int = LATELY_DAYS,
    at: arguments.Moment | None = None,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.balance`: by how much one side holds longer than the other, and its 95 % interval.

    Right longer lies above the middle, left longer below. The title is the verdict of the last day; over more than
    12 weeks the interval is that of the last day of each week. A day between gaps is a mark with its interval as a
    bar. The interval that the title tells lies within the axes; wider ones are cut there. What is drawn is
    `hiplog.balance` with the same arguments.

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
    at : date, datetime or str, optional
        A day to mark, such as the first with something new, or the words of one of the log's marks; what changed
        since says `hiplog.compare`.
    diary : Diary, optional
        The marks to show, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for the curve, or a dict with one for `balance`.
    label : str, optional
        What the title and the curve's entry in the key begin with, such as whose it is.
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
    held = chosen("plot_balance", holds, exercise, since, until, says_none=True)
    days = arguments.days("plot_balance", days)
    marks = chosen_diary("plot_balance", holds, diary, since, until).marks
    given: dict[str, Any] = {"measured": Measured(held), "days": days, "marks": marks}
    given |= {"at": None if at is None else marked_day("plot_balance", at, marks)}
    return canvas.chart("plot_balance", partial(draw, **given), TOPIC, held, exercise, ax, color, label)


def draw(
    ax: Axes,
    held: pd.DataFrame,
    look: looks.Look,
    *,
    measured: Measured,
    marks: pd.DataFrame,
    at: pd.Timestamp | None = None,
    days: int = LATELY_DAYS,
) -> canvas.Drawn:
    """Draw on `ax`; say the verdict of the last day."""
    both, last = measured.both, next(measured.balance(days).itertuples())
    finding, why, still = balance_in_short(last), balance_rests_on(last), ""
    if last.day < held["day"].max():
        finding = f"Up to {day_in_words(last.day)}: {finding[0].lower()}{finding[1:]}"
        still = ", when both sides were still held"
    if last.verdict == "not_enough" and (row := of_target(both, days)):
        why += f" {held_of_target_in_short(next(pd.DataFrame([row]).itertuples()))}"
    right = f"Right = {EXERCISES[held['exercise'].iloc[0]].right_means}."
    n_days = counted(days_there(days, held["day"].min(), last.day), "day")
    of_days = f"{n_days} up to {day_in_words(last.day)}{still}"
    curve = pd.DataFrame(curve_of(both, days, curve_days(both.day)))
    if curve["balance_pct"].isna().all():
        inside = f"{why[0].upper()}{why[1:]}" if last.verdict == "not_enough" else f"{of_days}: {why}"
        return canvas.say_in_the_middle(ax, finding, f"{inside} {right}")
    told = (last.low_pct, last.high_pct)
    ranges, alone = _draw_curve(ax, curve, look)
    over = days_across(ax, curve["day"])
    scale = Scale(*_limits(curve, told), _STEPS, words=_at_axis)

    def fit(ax: Axes, key: float) -> None:
        over.fit(ax)
        scale.show(*_limits(_in_sight(curve, ax), told))
        scale.fit(ax, key)
        sight = Rectangle((0, 0), 1, 1 - key, transform=ax.transAxes)  # which the key is above
        for drawn in ranges:
            drawn.set_clip_path(sight)
        ax.set_xlabel(fitted(right, SMALL, room(ax)[0]), size=SMALL, labelpad=2)

    anew = _ORDER if is_told_anew(curve).any() else ""
    detail = f"{of_days}: {why}{anew}{not_shown(ax, at)}"
    marked = Marks(ax, marks, look, fit, at)
    key = [*marked.entries, *_key(days, look), *alone_entry(alone, look)]
    return canvas.Drawn(finding, detail, key, marked, parts=[scale], brief={_curve_in_words(days): ""})


def _at_axis(pct: float) -> str:
    """Return what a tick says, as wide of either side: one that comes late in a layout would leave the figure."""
    return f"{'  ' * (pct > 0)}{in_words(pct)}"


def in_words(pct: float) -> str:
    """Return what a tick says: which side is shorter, and by how much."""
    return f"{'left' if pct > 0 else 'right'} -{abs(pct):.0f} %" if pct else "even"


def _in_sight(curve: pd.DataFrame, ax: Axes) -> pd.DataFrame:
    """Return the rows of a curve whose days are shown and whose balance is known, or all where none is."""
    first, last = ax.get_xlim()
    shown = curve[
        curve["balance_pct"].notna().to_numpy() & (number(curve["day"]) >= first) & (number(curve["day"]) <= last)
    ]
    return shown if len(shown) else curve


def _limits(curve: pd.DataFrame, told: tuple[float, float]) -> tuple[float, float]:
    """Return the percentages to show either way: all of the curve and the told interval, its band not as far."""
    line = curve["balance_pct"].abs().max()
    least = 1.5 * REFERENCE_PCT

    def most(line_there: float, band_there: float, told_there: float) -> float:
        # A missing one, which is where no interval is told, is no more than any other.
        return float(np.fmax(max(least, 1.1 * line_there, min(1.05 * band_there, 1.25 * line)), 1.05 * told_there))

    low, high = told
    return -most(-curve["balance_pct"].min(), -curve["low_pct"].min(), -low), most(
        curve["balance_pct"].max(), curve["high_pct"].max(), high
    )


def _draw_curve(ax: Axes, curve: pd.DataFrame, look: looks.Look) -> tuple[list[Artist], list[Line2D]]:
    """Draw the balance and its interval; return what shows the interval, and of that the days that stand alone."""
    colour = look.colours["balance"]
    for pct in (-REFERENCE_PCT, REFERENCE_PCT):
        ax.axhline(pct, **_reference(look))
    ax.axhline(0, color=look.ink, linewidth=1.3)
    band, line = broken(by_week(curve) if np.ptp(number(curve["day"])) > _DAILY else curve), broken(curve)
    ax.plot(line["day"], line["balance_pct"], color=colour, linewidth=_WIDE, path_effects=look.halo())
    style: dict[str, Any] = {"color": colour, "alpha": looks.RANGE, "linewidth": 0}
    shown = ax.fill_between(band["day"], band["low_pct"], band["high_pct"], **style)
    without_band = line["day"].isin(band.loc[are_alone(band["balance_pct"]), "day"])
    rows = line[are_alone(line["balance_pct"]) | (without_band & line["balance_pct"].notna())]
    alone = draw_alone(ax, rows[["day", "balance_pct", "low_pct", "high_pct"]], "o", colour, look)
    return [shown, *alone], alone


def _reference(look: looks.Look) -> dict[str, Any]:
    return {"color": look.ink, "linestyle": ":", "linewidth": 0.8}


def _curve_in_words(days: int) -> str:
    """Return what the one curve is in a key, which the words above the chart say too."""
    return f"balance of {days} days"


def _key(days: int, look: looks.Look) -> list[Artist]:
    reference = look.entry(REFERENCE, **_reference(look) | {"color": None})
    curve = look.entry(look.label or _curve_in_words(days), look.colours["balance"], lw=_WIDE)
    entries = [reference, look.range_entry()]  # the first matter most where there is little room
    return [curve, *entries] if look.label else [*entries, curve]
