"""All charts on one page."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure, SubFigure
from matplotlib.transforms import Bbox

from hiplog import arguments
from hiplog.charts import balance, pain, practice, probability, progress
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.days import DayLocator
from hiplog.charts.parts.key import LINE, fitting, set_key
from hiplog.charts.parts.text import SMALL, fitted, points, width_of
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES, RECORD_NOT_ADVICE
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.selection import chosen
from hiplog.schema import Diary, LogError, is_example
from hiplog.verdicts.holds import EXAMPLE_IN_WORDS

PAGE = 1.75  # of the reader's own figure size, in each direction
WIDE, TALL = 7.5, 5.5  # inches from which two columns have room
LOWEST, LOWEST_IF_NARROW, NARROW = 2.0, 3.2, 4.0  # inches of a chart with its words, which take more lines
SMALLEST = 2.0  # inches of a page, either way
# Inches around and between the charts: what their titles, dates and labels take.
LEFT, RIGHT, TOP, BOTTOM, ACROSS, BETWEEN = 0.9, 0.15, 0.85, 0.5, 0.6, 0.9
HEIGHTS, REFUSED = (4.0, 3.0, 4.5, 3.2, 3.5), 1.5  # of the charts, as shares; of one that has only words to show
KEY = 0.25  # the share of the page's height, but for one chart, that the key may take
TITLE, BELOW = 0.33, 0.38  # of these, for the page's title, and for a chart's dates and what is below them


def plot_overview(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    plan: arguments.Plan | None = None,
    today: arguments.Moment | None = None,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    figure: Figure | SubFigure | None = None,
) -> Figure | SubFigure:
    """Draw one page to be read in half a minute: progress, balance and pain over the same days, practice, chances.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    plan : int, optional
        Sessions meant per day, 1 to 3; unless given, the plan that the log has for each day.
    today : date, optional
        The last day of the calendar; the day of the last hold unless given.
    diary : Diary, optional
        Days, plans and marks, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for all charts, or a dict with some of `left`, `right`, `balance`, `practice` and
        `pain`.
    label : str, optional
        What the page's title begins with, such as whose it is.
    figure : Figure or SubFigure, optional
        Where to draw; unless given, a new one, 1.75 times as wide and as high as figures are in rcParams. Under
        7.5 by 5.5 inches the charts stand below each other, as many as have two inches of height each; the page
        says so where some have no room.

    Returns
    -------
    Figure or SubFigure
        The one given or made; its `axes` are those of progress, balance, pain, practice and hold probability.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> page = hiplog.plot_overview(hiplog.example())
    >>> len(page.axes)
    5
    """
    of = "plot_overview"
    held = chosen(of, holds, exercise, since, until, says_none=True)
    said = chosen_diary(of, holds, diary, since, until)
    given = {"plan": arguments.plan(of, plan, of_log=True), "today": arguments.today(of, today, until)}
    given |= {"last_day": arguments.last_day(of, today, until)}
    looks.check(of, color, label)
    if figure is not None:
        _check_figure(figure)
    page = canvas.new_page(PAGE) if figure is None else figure
    try:
        _draw(page, held, exercise, color, label, said, given)
    except BaseException:
        if figure is None:
            plt.close(page)
        raise
    return page


def _check_figure(figure: object) -> None:
    if not isinstance(figure, Figure | SubFigure):
        there, expected = f"a {type(figure).__name__}", "the Figure of matplotlib to draw on"
    elif min(canvas.size_of(figure)) < SMALLEST:
        there = "{:.1f} by {:.1f} inches".format(*canvas.size_of(figure))
        expected = f"{SMALLEST:.0f} by {SMALLEST:.0f} at least, to hold one chart"
    else:
        return
    raise LogError(f"plot_overview: figure is {there}, expected {expected}")


def _draw(
    figure: Figure | SubFigure,
    held: pd.DataFrame,
    exercise: arguments.ExerciseName,
    color: looks.Colours,
    label: str | None,
    said: Diary,
    given: dict[str, Any],
) -> None:
    charts: list[tuple[canvas.Draw, str]] = [
        (partial(progress.draw, marks=said.marks), progress.TOPIC),
        (partial(balance.draw, marks=said.marks), balance.TOPIC),
        (partial(pain.draw, diary=said), pain.TOPIC),
        (partial(practice.draw, diary=said, **given), practice.TOPIC),
        (probability.draw, probability.TOPIC),
    ]
    days = [*held["day"], *said.days["day"], *filter(None, [practice.shown_until(held, given["last_day"])])]
    page = Page(figure, _title(held, days, exercise, label), len(charts))
    key: dict[str, Artist] = {}
    for ax, (draw, topic) in zip(page.axes, charts, strict=False):
        look = looks.look_of(ax, color, None)
        entries = canvas.fill(
            ax, draw, topic[0].upper() + topic[1:], held, look, with_key=False, gaps=page.gaps(ax)
        )
        key |= {str(entry.get_label()): entry for entry in entries if str(entry.get_label()) not in key}
    _align(page.axes[:3])
    page.explain([*key.values()])
    for ax in page.axes:
        ax.get_axes_locator()(ax, None)


def _title(
    held: pd.DataFrame, days: list[pd.Timestamp], exercise: arguments.ExerciseName, label: str | None
) -> str:
    """Return what the page is about: whose, which exercise, and the first and last of the `days` that it shows."""
    whose = f"{label}: " if label else ""
    if is_example(held):
        whose = f"{EXAMPLE_IN_WORDS} {whose}"
    name = f"{whose}{EXERCISES[exercise].title}"
    if held.empty:
        return name
    return f"{name}, {' to '.join(day_in_words(day) for day in sorted({min(days), max(days)}))}"


class Page:
    """The axes of a page, in two columns, or one below the other where it is small, and the words around them.

    It is the locator of its axes: where the figure has no layout of its own, they and the words are placed by
    their inches, anew when the figure has another size.
    """

    def __init__(self, figure: Figure | SubFigure, title: str, n: int) -> None:
        self._figure = figure
        self._places = _places(canvas.size_of(figure))
        self.is_narrow = (2, 1) not in self._places
        rows, columns = (len(self._places), 1) if self.is_narrow else (3, 2)
        ratios: dict[str, Any] = {} if self.is_narrow else {"width_ratios": [3, 2]}
        self._grid = figure.add_gridspec(rows, columns, **ratios)
        self.axes = [figure.add_subplot(self._grid[place]) for place in self._places]
        lacking = f"Only {len(self.axes)} of {n} charts have room; {WIDE} by {TALL} inches hold all. "
        self._below = (lacking if len(self.axes) < n else "") + RECORD_NOT_ADVICE
        self._above = title
        self._title = figure.suptitle("", x=0.01, ha="left", weight="bold", va="top")
        self._foot = figure.supxlabel("", x=0.01, ha="left", size=SMALL, va="bottom", linespacing=1.15)
        self._size: tuple[float, float] | None = None
        self._key: list[Artist] = []
        for ax in self.axes:
            ax.set_axes_locator(self)
        self._lay_out()

    def __call__(self, ax: Axes, renderer: RendererBase | None) -> Bbox:
        """Return where the axes are."""
        if self._size != canvas.size_of(self._figure):
            self._lay_out()
        return ax.get_position(original=True)

    def gaps(self, ax: Axes) -> canvas.Gaps:
        """Return the points that there are around a chart for its words."""
        is_first = self._places[self.axes.index(ax)][0] in (0, slice(2))
        above = TOP - TITLE if is_first else BETWEEN - BELOW
        return np.inf, 72 * BELOW, np.inf, 72 * above

    def explain(self, key: list[Artist]) -> None:
        """Set the one key of the page, and give its charts the heights that they need.

        It stands above the page's last line; where the charts lie below each other, below the title.
        """
        self._key = key
        are_refused = [bool(ax.get_axes_locator().inside) for ax in self.axes]
        if not all(are_refused):
            self._grid.set_height_ratios(_heights(self._places, are_refused))
        self._lay_out()

    def _lay_out(self) -> None:
        self._size = width, height = canvas.size_of(self._figure)
        fits = width_of(self._above, "large", "bold") < 72 * 0.97 * width
        size = "large" if fits else "medium"
        self._title.set(text=fitted(self._above, size, 72 * 0.97 * width, "bold"), size=size)
        self._foot.set_text(fitted(self._below, SMALL, 72 * 0.98 * width))
        lines = LINE * (self._title.get_text().count("\n") * points(size)) / 72
        foot = self._foot.get_text().count("\n") * LINE * points(SMALL) / 72
        key = self._lay_out_key(width, height, TITLE + lines)
        above, below = (key, foot) if self.is_narrow else (0.0, foot + key)
        if min(self._size) < SMALLEST or self._has_layout():
            return
        self._title.set_y(1 - 0.12 / height)
        self._foot.set_y(0.08 / height)
        self._grid.update(**_edges(width, height, TOP + lines + above, BOTTOM + below, *self._grid.get_geometry()))
        for ax in self.axes:
            ax.set_subplotspec(self._grid[self._places[self.axes.index(ax)]])

    def _lay_out_key(self, width: float, height: float, title_high: float) -> float:
        """Set the key anew for a page of these inches, and return the inches that it takes."""
        line = LINE * points(SMALL) / 72
        foot_high = (self._foot.get_text().count("\n") + 1) * line
        if not self._key:
            return 0.0
        lines = fitting(self._key, 72 * 0.96 * width, KEY * (height - LOWEST) / line)
        if self._has_layout():
            self._foot.set_text("")
            foot = {"title": self._below, "title_fontsize": points(SMALL), "alignment": "left"}
            set_key(self._figure, lines, loc="outside lower left", **foot)
            return 0.0
        # Of axes, for a figure has collected what it draws before it asks them where they are.
        edge, up = ("upper left", height - title_high) if self.is_narrow else ("lower left", foot_high + 0.12)
        where = {"bbox_to_anchor": (0.005, up / height), "bbox_transform": self._figure.transSubfigure}
        set_key(self.axes[0], lines, loc=edge, **where)
        return len(lines) * line + 0.15

    def _has_layout(self) -> bool:
        return self._figure.get_figure(root=True).get_layout_engine() is not None


def _places(size: tuple[float, float]) -> list[tuple[int | slice, int]]:
    """Return the cells of the grid that have room in a page of this size in inches."""
    width, height = size
    if width < WIDE or height < TALL:
        lowest = LOWEST_IF_NARROW if width < NARROW else LOWEST
        rows = int(min(5, max(1, (height - TOP - BOTTOM + BETWEEN) / lowest)))
        return [(row, 0) for row in range(rows)]
    return [(0, 0), (1, 0), (2, 0), (slice(2), 1), (2, 1)]


def _heights(places: list[tuple[int | slice, int]], are_refused: list[bool]) -> list[float]:
    """Return the shares of the rows: the most that a chart in each needs, words alone little."""
    needs: dict[int, float] = {}
    for (row, _), is_refused, height in zip(places, are_refused, HEIGHTS, strict=False):
        if isinstance(row, int):
            needs[row] = max(needs.get(row, 0.0), REFUSED if is_refused else height)
    return [needs[row] for row in sorted(needs)]


def _edges(width: float, height: float, top: float, bottom: float, rows: int, columns: int) -> dict[str, float]:
    """Return where the grid ends, and its gaps, as gridspec wants them, for a page of these inches."""
    across, down = max(width - LEFT - RIGHT, 1), max(height - top - bottom, 1)
    edges = {"left": LEFT / width, "right": 1 - RIGHT / width, "top": 1 - top / height, "bottom": bottom / height}
    return edges | {"wspace": _gap(ACROSS, across, columns), "hspace": _gap(BETWEEN, down, rows)}


def _gap(inches: float, length: float, n: int) -> float:
    """Return a gap as gridspec wants it, in mean sizes of the `n` parts of a length."""
    return inches / max(length - (n - 1) * inches, inches) * n


def _align(axes: list[Axes]) -> None:
    """Give all charts over days the same days, and names at their ends the same room."""
    over_days = [(ax, days) for ax in axes if isinstance(days := ax.xaxis.get_major_locator(), DayLocator)]
    first = min((days.span.first for _, days in over_days), default=0.0)
    last = max((days.span.last for _, days in over_days), default=0.0)
    for ax, days in over_days:
        days.beside = [other for _, other in over_days]
        days.span.show(first, last)
        days.fit(ax)
