"""What all charts share: words that fit their axes, days with the names of months, one legend, clear axes."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path
from matplotlib.ticker import FixedLocator, Formatter, Locator, MaxNLocator

from hiplog import arguments
from hiplog.exercise import EXERCISES
from hiplog.measures.frames import chosen

SMALL = "small"  # of ticks, legend and axis labels: they leave room for the data in a narrow cell
HANDLE_EM = 2.6  # what a legend's line and the space after it take, in sizes of its font
PAUSE = pd.Timedelta(days=45)  # a longer one breaks a curve: nothing is known of the time between
FEWEST_DAYS = 10.0  # on a date axis
# The steps of a date axis: a unit and how many of it, the fewest days in such a step, and the widest label.
STEPS = [("D", n, n, "30 Nov 2026") for n in (1, 2, 7, 14, 28)]
STEPS += [("M", n, 30.4 * n - 2.4, "Nov 2026") for n in (1, 2, 3, 6, 12, 24, 36, 60, 120)]


def chart(
    of: str,
    draw: Callable[[Axes, pd.DataFrame], str],
    headline: str,
    holds: pd.DataFrame,
    exercise: str,
    ax: Axes | None,
) -> Axes:
    """Return `ax`, or the current axes, with one exercise's holds drawn by `draw`, and a title; see `fill`."""
    exercise = arguments.exercise(of, exercise)
    held = chosen(holds, exercise)
    ax = plt.gca() if ax is None else ax
    fill(ax, draw, f"{EXERCISES[exercise].title}: {headline}", held)
    return ax


def fill(ax: Axes, draw: Callable[[Axes, pd.DataFrame], str], headline: str, held: pd.DataFrame) -> None:
    """Draw `held`, or say that there is nothing; under the headline stands the sentence that `draw` returns."""
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="y", color=rcParams["text.color"], alpha=0.12, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.tick_params(labelsize=SMALL)
    ax.tick_params(axis="y", length=0, pad=3)
    if held.empty:
        say_in_the_middle(ax, "no holds yet")
        _head(ax, headline)
    else:
        _head(ax, headline, draw(ax, held))


def say_in_the_middle(ax: Axes, why: str) -> None:
    """Say why nothing can be drawn, without ticks that would measure nothing."""
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    ax.text(0.5, 0.5, fitted(ax, why, "medium"), transform=ax.transAxes, ha="center", va="center", size="medium")


def _head(ax: Axes, *sentences: str) -> None:
    """Set the title, a line each, in the largest of three sizes in which none breaks and all have room."""
    figure = ax.get_figure(root=True)
    above = (figure.bbox.y1 - ax.get_window_extent().y1) / figure.dpi * 72
    for size in ("medium", SMALL, "x-small"):
        title = "\n".join(fitted(ax, sentence, size) for sentence in sentences)
        if title.count("\n") < len(sentences) and len(sentences) * 1.25 * points(size) + 5 <= above:
            break
    ax.set_title(title, x=0, ha="left", size=size, linespacing=1.15, pad=5 if size == "medium" else 3)


def points(size: str | float) -> float:
    """Return a font size of rcParams, like "small", in points."""
    return FontProperties(size=size).get_size_in_points()


def width_of(text: str, size: str | float) -> float:
    """Return the width of a text's widest line in points."""
    font = FontProperties(size=points(size))
    return max(_width_of_line(line, font) for line in text.split("\n"))


@lru_cache(maxsize=4096)  # an axis asks for its ticks, and they for their width, dozens of times a drawing
def _width_of_line(line: str, font: FontProperties) -> float:
    return text_to_path.get_text_width_height_descent(line, font, ismath=False)[0]


def room(ax: Axes) -> tuple[float, float]:
    """Return width and height of the axes in points, as they lie now."""
    width, height = ax.get_window_extent().size / ax.get_figure(root=True).dpi * 72
    return width, height


def fitted(ax: Axes, text: str, size: str | float) -> str:
    """Return `text` broken into lines that are no wider than the axes."""
    most, lines = room(ax)[0], [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size) > most:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def legend(ax: Axes, handles: list) -> float:
    """Set the one legend, inside at the top, and return the share of the axes' height that it takes."""
    width, height = room(ax)
    size = points(SMALL)
    columns, lines = _columns([handle.get_label() for handle in handles], width / size)
    gaps = {"borderaxespad": 0, "borderpad": 0.2, "handletextpad": 0.6, "columnspacing": 1.2, "labelspacing": 0.35}
    look = {"ncols": columns, "fontsize": size, "frameon": False, "handlelength": 1.8}
    ax.legend(handles=handles, loc="upper left", **look, **gaps)
    return min(0.5, (lines * 1.45 + 1) * size / height)


def legend_above(ax: Axes, handles: list, *, bottom: float, top: float, mark: float | None = None) -> None:
    """Set the legend, and the y limits so that it has its own room above `top`, the highest thing drawn.

    There is a tick at `mark`, and none so near to it that their numbers would touch.
    """
    share = legend(ax, handles)
    ax.set_ylim(bottom, bottom + (top - bottom) / (1 - share))
    line = 1.4 * points(SMALL) * np.ptp(ax.get_ylim()) / room(ax)[1]
    most = int(np.clip((top - bottom) / line / 2, 2, 8))
    ticks = MaxNLocator(nbins=most, steps=[1, 2, 3, 5, 6, 10]).tick_values(bottom, top)
    ticks = [y for y in ticks if bottom <= y <= top and (mark is None or abs(y - mark) > line)]
    ax.yaxis.set_major_locator(FixedLocator(ticks if mark is None else [*ticks, mark]))


def _columns(labels: list[str], width_em: float) -> tuple[int, int]:
    """Return the most columns in which a legend of these labels fits into `width_em`, and its lines of text."""
    widths = np.array([width_of(label, 10) / 10 + HANDLE_EM for label in labels])
    for columns in range(len(labels), 0, -1):
        parts = np.array_split(np.arange(len(labels)), columns)
        if sum(widths[part].max() for part in parts) + 1.2 * (columns - 1) + 0.6 <= width_em:
            break
    return columns, max(sum(labels[i].count("\n") + 1 for i in part) for part in parts)


def days_across(ax: Axes, days: pd.Series) -> None:
    """Make the x axis one of days that holds all of `days`, with dates that do not collide."""
    first, last = date2num(days.min()), date2num(days.max())
    spare = max(0.03 * (last - first), (FEWEST_DAYS - (last - first)) / 2)
    ax.set_xlim(first - spare, last + spare)
    one_day = days.min().normalize() == days.max().normalize()
    ax.xaxis.set_major_locator(FixedLocator([np.floor(first)]) if one_day else DayLocator())
    ax.xaxis.set_major_formatter(DayFormatter())


def in_words(day: pd.Timestamp) -> str:
    """Return a day like 4 Mar 2026, in English whatever the locale."""
    return f"{day.day} {day.month_name()[:3]} {day.year}"


class DayLocator(Locator):
    """Ticks at whole days, beginnings of months or of years: as many as have room for their dates."""

    def __call__(self):
        """Return the ticks of the axis as it is now."""
        return self.tick_values(*self.axis.get_view_interval())

    def tick_values(self, vmin, vmax):
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
    begin, end = (np.datetime64(int(day), "D").astype(f"datetime64[{unit}]") for day in (low, high))
    every = np.arange(begin, end + np.timedelta64(1, unit))
    monday = 4 if unit == "D" else 0  # 1970-01-05 was one
    ticks = every[(every.astype(int) - monday) % step == 0].astype("datetime64[D]").astype(float)
    return ticks[(ticks >= low) & (ticks <= high)]


class DayFormatter(Formatter):
    """Days like 4 Mar 2026, or Mar 2026 where every tick begins a month."""

    def __call__(self, x, pos=None):
        """Return the day at `x`, as the cursor shows it."""
        return in_words(pd.Timestamp(num2date(x)))

    def format_ticks(self, values):
        """Return the labels of all ticks."""
        labels = [self(x) for x in values]
        if len(labels) > 1 and all(label.startswith("1 ") for label in labels):
            return [label.removeprefix("1 ") for label in labels]
        return labels


def is_long(days: pd.Series) -> bool:
    """Return whether a curve over these days is drawn by weeks: more cannot be seen."""
    return (days.max() - days.min()).days > 400


def thinned(curve: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return the rows of a curve, one a week where it is long."""
    if curve.empty or not is_long(curve["day"]):
        return curve
    week = curve["day"].dt.to_period("W").rename("week")
    return curve[~pd.concat([curve[by], week], axis=1).duplicated(keep="last")]


def broken(curve: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a curve with an empty row in each pause, so that no line is drawn across it."""
    after_pause = curve["day"].diff() > PAUSE
    empty = curve.loc[after_pause, ["day"]] - pd.Timedelta(days=1)
    return pd.concat([curve, empty]).sort_values("day", kind="stable", ignore_index=True)
