"""A calendar of the days practised."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D

from hiplog import arguments
from hiplog.charts import canvas, looks
from hiplog.exercise import PLAN
from hiplog.measures.practice import practice

WEEK = 7
TALL = 8.2  # days: up to six weeks, the name of the month, and a gap
SMALLEST_DAY = 5.5  # points
CELL = 0.84  # of the room of a day
HEADLINE = "days practised"


def plot_practice(
    holds: pd.DataFrame, *, exercise: str = "hip_balance", plan: int = PLAN, ax: Axes | None = None
) -> Axes:
    """Draw `hiplog.practice` as a calendar: each day is a box, filled by the share of the plan that was done.

    Weeks are rows and begin on Monday, as on a calendar on the wall. The last twelve months are shown, fewer where
    there is no room for them.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    plan : int
        Sessions meant per day.
    ax : Axes, optional
        Where to draw; the current axes unless given.

    Returns
    -------
    Axes
        In days, without ticks.

    Raises
    ------
    LogError
        Where there is no such exercise or plan, or a hold breaks a rule of `hiplog.schema`.
    """
    plan = arguments.plan("plot_practice", plan)
    return canvas.chart("plot_practice", partial(draw, plan=plan), HEADLINE, holds, exercise, ax)


def draw(ax: Axes, held: pd.DataFrame, plan: int) -> str:
    """Draw on `ax`; return how the last 28 days went."""
    days = practice(held, exercise=held["exercise"].iloc[0], plan=plan)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    share = canvas.legend(ax, _key(plan))
    width, height = canvas.room(ax)
    columns, rows, day = _grid(days, width, height * (1 - share))
    ax.set(xlim=(0, width / day), ylim=(-height * (1 - share) / day, height * share / day))
    _draw_months(ax, days, columns, rows, pitch=(width / day / columns, height * (1 - share) / day / rows))
    return _lately(days, plan)


def _grid(days: pd.DataFrame, width: float, height: float) -> tuple[int, int, float]:
    """Return the columns and rows of months in which a day is largest, and its size in points."""
    there = days["day"].dt.to_period("M").nunique()
    for months in range(min(12, there), 0, -1):
        size, columns = max((_day_size(width, height, months, n), n) for n in range(1, months + 1))
        if size >= SMALLEST_DAY:
            break
    return columns, -(-months // columns), size


def _day_size(width: float, height: float, months: int, columns: int) -> float:
    rows = -(-months // columns)
    return min(width / ((WEEK + 1) * columns), height / (TALL * rows), 16)


def _draw_months(ax: Axes, days: pd.DataFrame, columns: int, rows: int, pitch: tuple[float, float]) -> None:
    """Draw the last months that have room, each with its name."""
    month = days["day"].dt.to_period("M")
    shown = month.drop_duplicates().iloc[-columns * rows :].tolist()
    place = {name: (i % columns * pitch[0], -(i // columns) * pitch[1]) for i, name in enumerate(shown)}
    days = days[month.isin(shown)]
    month = month[month.isin(shown)]
    corner = np.array([place[name] for name in month])
    first = month.dt.start_time
    square = days["day"].dt.day - 1 + first.dt.day_of_week  # counted from the Monday on or before the first
    left = corner[:, 0] + days["day"].dt.day_of_week
    bottom = corner[:, 1] - 2.3 - square // WEEK
    ink, green = looks.ink(), looks.colour_of("neither")
    outlines, fillings = _boxes(left, bottom, 1.0), _boxes(left, bottom, days["share"])
    ax.add_collection(PolyCollection(fillings, facecolors=green, lw=0))
    ax.add_collection(PolyCollection(outlines, facecolors="none", edgecolors=ink, alpha=0.35, lw=0.5))
    for name, (x, y) in place.items():
        ax.text(x, y - 0.9, canvas.in_words(name.start_time).removeprefix("1 "), size="x-small", va="center")


def _boxes(left: pd.Series, bottom: pd.Series, share: pd.Series | float) -> np.ndarray:
    """Return the corners of the boxes of days, as high as their share."""
    across = left.to_numpy(dtype=float)[:, None] + CELL * np.array([0, 1, 1, 0])
    up = bottom.to_numpy(dtype=float)[:, None] + CELL * np.outer(np.broadcast_to(share, len(bottom)), [0, 0, 1, 1])
    return np.stack([across, up], axis=2)


def _lately(days: pd.DataFrame, plan: int) -> str:
    """Return how the last 28 days went beside the plan, in words."""
    last = days.tail(28)
    met = int((last["done"] >= last["planned"]).sum())
    streak = int(days["streak"].iloc[-1])
    row = f"; {streak} days in a row" if streak > 1 else ""
    return f"Plan ({plan} a day) met on {met} of {len(last)} {'days' if len(last) > 1 else 'day'}{row}"


def _key(plan: int) -> list:
    box = {"marker": "s", "ms": 7, "ls": "none", "color": looks.colour_of("neither"), "markerfacecoloralt": "none"}
    box |= {"markeredgecolor": looks.ink(), "markeredgewidth": 0.4}
    filled = {"plan met": "full", "part of it": "bottom", "no whole session": "none"}
    labels = [label for label in filled if plan > 1 or label != "part of it"]
    return [Line2D([], [], fillstyle=filled[label], label=label, **box) for label in labels]
