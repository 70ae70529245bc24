"""All charts on one page."""

from datetime import date
from functools import partial

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

from hiplog import arguments
from hiplog.charts import balance, canvas, looks, pain, practice, probability, progress
from hiplog.charts.days import DayFormatter
from hiplog.charts.text import SMALL, fitted, width_of
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES, PLAN, RECORD_NOT_ADVICE
from hiplog.interchange import Holds
from hiplog.measures.frames import chosen
from hiplog.schema import LogError

PAGE = 1.75  # of the reader's own figure size, in each direction
WIDE, TALL = 7.5, 5.5  # inches from which two columns have room
LOWEST = 2.0  # inches of a chart with its title and dates
# Inches around and between the charts: what their titles, dates and labels take.
LEFT, RIGHT, TOP, BOTTOM, ACROSS, BETWEEN = 0.72, 0.15, 0.85, 0.55, 0.75, 0.85


def plot_overview(
    holds: Holds,
    *,
    exercise: str = "hip_balance",
    plan: int = PLAN,
    today: date | str | None = None,
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
    plan : int
        Sessions meant per day, 1 to 3.
    today : date, optional
        The last day of the calendar; the day of the last hold unless given.
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
    """
    of = "plot_overview"
    exercise, plan, today = arguments.exercise(of, exercise), arguments.plan(of, plan), arguments.today(of, today)
    looks.check(of, color, label)
    held = chosen(holds, exercise)
    if figure is not None and not isinstance(figure, Figure | SubFigure):
        raise LogError(f"{of}: figure is a {type(figure).__name__}, expected the Figure of matplotlib to draw on")
    page = canvas.new_page(PAGE) if figure is None else figure
    try:
        _draw(page, held, exercise, color, label, plan, today)
    except BaseException:
        if figure is None:
            plt.close(page)  # type: ignore[arg-type]
        raise
    return page


def _draw(
    figure: Figure | SubFigure,
    held: pd.DataFrame,
    exercise: str,
    color: looks.Colours,
    label: str | None,
    plan: int,
    today: pd.Timestamp | None,
) -> None:
    axes = _laid_out(figure)
    charts: list[tuple[canvas.Draw, str]] = [
        (progress.draw, progress.HEADLINE),
        (balance.draw, balance.HEADLINE),
        (pain.draw, pain.HEADLINE),
        (partial(practice.draw, plan=plan, today=today), practice.HEADLINE),
        (probability.draw, probability.HEADLINE),
    ]
    for ax, (draw, headline) in zip(axes, charts, strict=False):
        canvas.fill(ax, draw, headline[0].upper() + headline[1:], held, looks.look_of(ax, color, None))
    _align(axes[:3])
    lacking = f"Only {len(axes)} of {len(charts)} charts have room; {WIDE} by {TALL} inches hold all. "
    _frame(figure, held, exercise, label, lacking if len(axes) < len(charts) else "")


def _laid_out(figure: Figure | SubFigure) -> list[Axes]:
    """Return axes with room for their titles and dates: two columns, or one in a small figure."""
    width, height = canvas.size_of(figure)
    edges = {"left": LEFT / width, "right": 1 - RIGHT / width, "top": 1 - TOP / height, "bottom": BOTTOM / height}
    if width < WIDE or height < TALL:
        rows = int(min(5, max(1, (height - TOP - BOTTOM + BETWEEN) / LOWEST)))
        grid = figure.add_gridspec(rows, 1, hspace=_gap(BETWEEN, height - TOP - BOTTOM, rows), **edges)
        return [figure.add_subplot(grid[row, 0]) for row in range(rows)]
    gaps = {"hspace": _gap(BETWEEN, height - TOP - BOTTOM, 3), "wspace": _gap(ACROSS, width - LEFT - RIGHT, 2)}
    grid = figure.add_gridspec(3, 2, width_ratios=[3, 2], height_ratios=[4, 3, 4], **gaps, **edges)
    places = [grid[0, 0], grid[1, 0], grid[2, 0], grid[:2, 1], grid[2, 1]]
    return [figure.add_subplot(place) for place in places]


def _gap(inches: float, length: float, n: int) -> float:
    """Return a gap as gridspec wants it, in mean sizes of the `n` parts of a length."""
    return inches / ((length - (n - 1) * inches) / n)


def _align(axes: list[Axes]) -> None:
    """Give all charts over days the same days."""
    over_days = [ax for ax in axes if isinstance(ax.xaxis.get_major_formatter(), DayFormatter)]
    limits = [ax.get_xlim() for ax in over_days]
    for ax in over_days:
        ax.set_xlim(min(low for low, _ in limits), max(high for _, high in limits))


def _frame(figure: Figure | SubFigure, held: pd.DataFrame, exercise: str, label: str | None, lacking: str) -> None:
    """Write what the page is about above it, and below it what it lacks and what it is not."""
    width, height = canvas.size_of(figure)
    days = held["day"].agg(["min", "max"]).drop_duplicates() if len(held) else pd.Series(dtype="datetime64[us]")
    span = " to ".join(day_in_words(day) for day in days)
    name = f"{label}: {EXERCISES[exercise].title}" if label else EXERCISES[exercise].title
    title = f"{name}, {span}" if span else name
    fits = width_of(title, "large") * 1.15 < 72 * width  # in bold, which is wider
    figure.text(0.01, 1 - 0.12 / height, title, size="large" if fits else "medium", weight="bold", va="top")
    below = fitted(lacking + RECORD_NOT_ADVICE, SMALL, 72 * 0.98 * width)
    figure.text(0.01, 0.08 / height, below, size=SMALL, va="bottom", linespacing=1.15)
