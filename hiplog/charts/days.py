"""The axis of days: as many dates as have room, with the names of their months."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date
from matplotlib.ticker import FixedLocator, Formatter, Locator

from hiplog.charts.text import SMALL, room, width_of
from hiplog.dates import day_in_words

PAUSE = pd.Timedelta(days=14)  # a longer one breaks a curve: nothing is known of the time between
FEWEST_DAYS = 10.0  # on a date axis
WEEK = 7
LONG_DAYS = 400  # a curve over more is drawn by weeks: more cannot be seen
# The steps of a date axis: a unit and how many of it, the fewest days in such a step, and the widest label.
STEPS = [("D", n, float(n), "30 Nov 2026") for n in (1, 2, 7, 14, 28)]
STEPS += [("M", n, 30.4 * n - 2.4, "Nov 2026") for n in (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 6000)]


def days_across(ax: Axes, days: pd.Series) -> None:
    """Make the x axis one of days that holds all of `days`, with dates that do not collide."""
    first, last = number(days.min()), number(days.max())
    spare = max(0.03 * (last - first), (FEWEST_DAYS - (last - first)) / 2)
    ax.set_xlim(first - spare, last + spare)
    one_day = days.min().normalize() == days.max().normalize()
    ax.xaxis.set_major_locator(FixedLocator([np.floor(first)]) if one_day else DayLocator())
    ax.xaxis.set_major_formatter(DayFormatter())


def show_last(ax: Axes, last: pd.Timestamp, days: float) -> bool:
    """Show of a chart over days only so many up to `last`; return whether it is a chart over days."""
    if not isinstance(ax.xaxis.get_major_locator(), DayLocator):
        return False
    first, end = ax.get_xlim()
    end = min(end, number(last) + 0.03 * days)
    ax.set_xlim(max(first, end - days), end)
    return True


def number(moment: Any) -> Any:
    """Return a time, or many, as the axis counts it: days since 1970."""
    return date2num(moment)


class DayLocator(Locator):
    """Ticks at whole days, beginnings of months or of years: as many as have room for their dates."""

    def __call__(self) -> np.ndarray:
        """Return the ticks of the axis as it is now."""
        return self.tick_values(*self.axis.get_view_interval())

    def tick_values(self, vmin: float, vmax: float) -> np.ndarray:
        """Return ticks whose labels lie within the axes and do not touch."""
        low, high = sorted((vmin, vmax))
        days_per_point = (high - low) / room(self.axis.axes)[0]
        for unit, step, fewest_days, widest in STEPS:
            label = width_of(widest, SMALL) * days_per_point
            ticks = _multiples(unit, step, low + label / 2, high - label / 2)
            if fewest_days >= 1.15 * label and len(ticks) > 1:
                return ticks
        ends = np.round([low + label / 2, high - label / 2])
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
    """Days like 4 Mar 2026, or Mar 2026 where every tick begins a month."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Return the day at `x`, as the cursor shows it."""
        return day_in_words(num2date(x))

    def format_ticks(self, values: Any) -> list[str]:
        """Return the labels of all ticks."""
        labels = [self(x) for x in values]
        if len(labels) > 1 and all(label.startswith("1 ") for label in labels):
            return [label.removeprefix("1 ") for label in labels]
        return labels


def curve_days(days: pd.Series) -> int:
    """Return for every how many of these days a curve has a point: by weeks where it is long."""
    return WEEK if (days.max() - days.min()).days > LONG_DAYS else 1


def broken(curve: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a curve with an empty row in each pause, so that no line is drawn across it."""
    after_pause = curve["day"].diff() > PAUSE
    empty = curve.loc[after_pause, ["day"]] - pd.Timedelta(days=1)
    return pd.concat([curve, empty]).sort_values("day", kind="stable", ignore_index=True)
