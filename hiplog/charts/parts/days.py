"""The axis of days: as many dates as have room, with the names of their months."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date
from matplotlib.ticker import Formatter, Locator

from hiplog.charts.parts.names import Span
from hiplog.charts.parts.text import SMALL, room, width_of
from hiplog.dates import day_in_words
from hiplog.measures.frames import day_number, part_of
from hiplog.measures.holds.selection import PAUSE_DAYS

PAUSE = pd.Timedelta(days=PAUSE_DAYS)
FEWEST_DAYS = 10.0  # on a date axis
WEEK = 7
LONG_DAYS = 400  # a curve over more is drawn by weeks: more cannot be seen
WIDEST = {"D": "30 Nov 2026", "M": "Nov 2026"}  # label of a step of days, and of one of months
# The steps of a date axis: a unit and how many of it, and the fewest days in such a step.
STEPS = [("D", n, float(n)) for n in (1, 2, 7, 14, 28)]
STEPS += [("M", n, 30.4 * n - 2.4) for n in (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 6000)]


def days_across(ax: Axes, days: pd.Series) -> "DayLocator":
    """Make the x axis one of days that holds all of `days`, and return what sets it."""
    locator, there = DayLocator(number(days.min()), number(days.max())), ax.xaxis.get_major_locator()
    if isinstance(there, DayLocator):  # a chart drawn on a chart, or on axes that share their days with another's
        locator.join(there)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(DayFormatter())
    locator.fit(ax)
    return locator


def show_last(ax: Axes, last: pd.Timestamp, days: float) -> bool:
    """Show of a chart over days only so many up to `last`; return whether it is a chart over days."""
    locator = ax.xaxis.get_major_locator()
    if not isinstance(locator, DayLocator):
        return False
    span, end = locator.span, min(locator.span.last, number(last))
    span.show(max(span.first, end - days), end)
    locator.fit(ax)
    return True


def number(moment: Any) -> Any:
    """Return a time, or many, as the axis counts it: days since 1970."""
    return date2num(moment)


class DayLocator(Locator):
    """Ticks at whole days, beginnings of months or of years: as many as have room for their dates.

    It sets the limits of the axis too: from the first to the last of the data, with room for names beyond it.
    """

    def __init__(self, first: float, last: float) -> None:
        self.span = Span(first, last, spare=0.03, least=FEWEST_DAYS)
        self.names = 0.0  # the share of the width that names take, beyond the last day
        self.beside = [self]  # those of the charts with the same days on a page

    def join(self, other: "DayLocator") -> None:
        """Have one span with another, which holds the days of both, and room for the names of both."""
        first, last = min(self.span.first, other.span.first), max(self.span.last, other.span.last)
        self.span = other.span
        self.span.show(first, last)
        other.beside.append(self)
        self.beside = other.beside

    def fit(self, ax: Axes) -> None:
        """Set the limits, unless they were changed since."""
        self.span.fit(ax, max(days.names for days in self.beside))

    def __call__(self) -> np.ndarray:
        """Return the ticks of the axis as it is now."""
        return self.tick_values(*self.axis.get_view_interval())

    def tick_values(self, vmin: float, vmax: float) -> np.ndarray:
        """Return ticks whose labels lie within the axes and do not touch, none where names stand."""
        if np.floor(self.span.first) == np.floor(self.span.last):
            return np.array([np.floor(self.span.first)])
        low, high = sorted((vmin, vmax))
        days_per_point = (high - low) / room(self.axis.axes)[0]
        labels = {unit: width_of(widest, SMALL) * days_per_point for unit, widest in WIDEST.items()}
        for unit, step, fewest_days in STEPS:
            label = labels[unit]
            if fewest_days < 1.15 * label:
                continue
            last = min(high - label / 2, max(self.span.last, low + label / 2))
            ticks = _multiples(unit, step, low + label / 2, last)
            if len(ticks) > 1:
                return ticks
        label = labels["D"]
        ends = np.round([low + label / 2, min(high - label / 2, max(self.span.last, low + label / 2))])
        return ends if np.diff(ends) >= 1.15 * label else np.round([(low + high) / 2])


def _multiples(unit: str, step: int, low: float, high: float) -> np.ndarray:
    """Return the days from `low` to `high` on which a step begins; weeks begin on Monday."""
    if high < low:
        return np.array([])
    begin, end = (np.datetime64(int(np.floor(day)), "D").astype(f"datetime64[{unit}]") for day in (low, high))
    every = np.arange(begin, end + np.timedelta64(1, unit))
    monday = 4 if unit == "D" else 0  # 1970-01-05 was one
    ticks = every[(every.astype(int) - monday) % step == 0].astype("datetime64[D]").astype(float)
    return ticks[(ticks >= low) & (ticks <= high)]


class DayFormatter(Formatter):
    """Days like 4 Mar 2026, and months where every tick begins one; each year is said once."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Return the day at `x`, as the cursor shows it."""
        return day_in_words(num2date(x))

    def format_ticks(self, values: Any) -> list[str]:
        """Return the labels of all ticks."""
        labels = [self(x) for x in values]
        if len(labels) > 1 and all(label.startswith("1 ") for label in labels):
            labels = [label.removeprefix("1 ") for label in labels]
        years = [label.rpartition(" ")[2] for label in labels]
        again = [i > 0 and years[i] == years[i - 1] for i in range(len(labels))]
        return [
            label.removesuffix(f" {year}") if off else label
            for label, year, off in zip(labels, years, again, strict=True)
        ]


def curve_days(days: np.ndarray) -> int:
    """Return for every how many of these days since 1970 a curve has a point: by weeks where it is long."""
    return WEEK if np.ptp(days) > LONG_DAYS else 1


def by_week(curve: pd.DataFrame) -> pd.DataFrame:
    """Return the last row of each week of a curve, and of its last days."""
    return curve[~pd.Series(part_of(day_number(curve["day"]), WEEK), curve.index).duplicated(keep="last")]


def broken(curve: pd.DataFrame, pause: pd.Timedelta = PAUSE) -> pd.DataFrame:
    """Return the rows of a curve with an empty row in each pause, so that no line is drawn across it.

    So it is where the days from which it is told are taken in another way from then on (`at_equal_order`).
    """
    begins = curve["day"].diff() > pause
    if "at_equal_order" in curve:
        begins |= is_told_anew(curve)
    if not begins.any():
        return curve.reset_index(drop=True)
    empty = curve.loc[begins, ["day"]] - pd.Timedelta(days=1)
    return pd.concat([curve, empty]).sort_values("day", kind="stable", ignore_index=True)


def is_told_anew(curve: pd.DataFrame) -> pd.Series:
    """Return from which rows of a curve on the order of the sides is allowed for, or is no more."""
    is_equal = curve["at_equal_order"].where(curve["balance_pct"].notna())
    before = is_equal.shift()
    return is_equal.notna() & before.notna() & is_equal.ne(before)
