"""All charts on one page."""

from functools import partial

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.gridspec import GridSpec

from hiplog import arguments
from hiplog.charts import balance, canvas, pain, practice, probability, progress
from hiplog.exercise import EXERCISES, PLAN, RECORD_NOT_ADVICE
from hiplog.measures.frames import chosen

PAGE = 1.75  # of the reader's own figure size, in each direction
WIDE, TALL = 7.5, 5.5  # inches from which two columns have room
LOWEST = 2.0  # inches of a chart with its title and dates
# Inches around and between the charts: what their titles, dates and labels take.
LEFT, RIGHT, TOP, BOTTOM, ACROSS, BETWEEN = 0.72, 0.15, 0.85, 0.55, 0.75, 0.85


def plot_overview(
    holds: pd.DataFrame,
    *,
    exercise: str = "hip_balance",
    plan: int = PLAN,
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
        Sessions meant per day.
    figure : Figure or SubFigure, optional
        Where to draw; unless given, a new one, 1.75 times as wide and as high as figures are in rcParams. Under
        7.5 by 5.5 inches the charts stand below each other, as many as have two inches of height each.

    Returns
    -------
    Figure or SubFigure
        The one given or made; its `axes` are those of progress, balance, pain, practice and hold probability.

    Raises
    ------
    LogError
        Where there is no such exercise or plan, or a hold breaks a rule of `hiplog.schema`.
    """
    exercise, plan = arguments.exercise("plot_overview", exercise), arguments.plan("plot_overview", plan)
    if figure is None:
        figure = plt.figure(figsize=[PAGE * side for side in rcParams["figure.figsize"]])
    held = chosen(holds, exercise)
    axes = _laid_out(figure)
    charts = (progress, balance, pain, practice, probability)
    for ax, chart in zip(axes, charts, strict=False):
        draw = partial(chart.draw, plan=plan) if chart is practice else chart.draw
        canvas.fill(ax, draw, chart.HEADLINE[0].upper() + chart.HEADLINE[1:], held)
    _align(axes[:3])
    _frame(figure, held, exercise)
    return figure


def _laid_out(figure: Figure | SubFigure) -> list[Axes]:
    """Return axes with room for their titles and dates: two columns, or one in a small figure."""
    width, height = figure.bbox.size / figure.get_figure(root=True).dpi
    edges = {"left": LEFT / width, "right": 1 - RIGHT / width, "top": 1 - TOP / height, "bottom": BOTTOM / height}
    if width < WIDE or height < TALL:
        rows = int(min(5, max(1, (height - TOP - BOTTOM + BETWEEN) / LOWEST)))
        grid = GridSpec(rows, 1, figure, hspace=_gap(BETWEEN, height - TOP - BOTTOM, rows), **edges)
        return [figure.add_subplot(grid[row, 0]) for row in range(rows)]
    gaps = {"hspace": _gap(BETWEEN, height - TOP - BOTTOM, 3), "wspace": _gap(ACROSS, width - LEFT - RIGHT, 2)}
    grid = GridSpec(3, 2, figure, width_ratios=[3, 2], height_ratios=[4, 3, 4], **gaps, **edges)
    places = [grid[0, 0], grid[1, 0], grid[2, 0], grid[:2, 1], grid[2, 1]]
    return [figure.add_subplot(place) for place in places]


def _gap(inches: float, length: float, n: int) -> float:
    """Return a gap as gridspec wants it, in mean sizes of the `n` parts of a length."""
    return inches / ((length - (n - 1) * inches) / n)


def _align(axes: list[Axes]) -> None:
    """Give all charts over days the same days."""
    over_days = [ax for ax in axes if isinstance(ax.xaxis.get_major_formatter(), canvas.DayFormatter)]
    limits = [ax.get_xlim() for ax in over_days]
    for ax in over_days:
        ax.set_xlim(min(low for low, _ in limits), max(high for _, high in limits))


def _frame(figure: Figure | SubFigure, held: pd.DataFrame, exercise: str) -> None:
    """Write what the page is about above it, and what it is not below."""
    width, height = figure.bbox.size / figure.get_figure(root=True).dpi
    days = held["day"].agg(["min", "max"]).drop_duplicates() if len(held) else []
    span = " to ".join(canvas.in_words(day) for day in days)
    title = f"{EXERCISES[exercise].title}, {span}" if span else EXERCISES[exercise].title
    fits = canvas.width_of(title, "large") * 1.15 < 72 * width  # in bold, which is wider
    figure.text(0.01, 1 - 0.12 / height, title, size="large" if fits else "medium", weight="bold", va="top")
    figure.text(0.01, 0.08 / height, RECORD_NOT_ADVICE, size=canvas.SMALL, va="bottom")
