"""A calendar of the days practised."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from hiplog import arguments
from hiplog.charts import canvas, looks
from hiplog.charts.text import room
from hiplog.dates import month_in_words
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen, chosen
from hiplog.measures.practice import practice
from hiplog.schema import Diary
from hiplog.verdicts import met_in_words, plan_in_words

WEEK = 7
TALL = 8.2  # days: up to six weeks, the name of the month, and a gap
SMALLEST_DAY = 5.5  # points
CELL = 0.84  # of the room of a day
HEADLINE = "days practised"


def plot_practice(
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
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.practice` as a calendar: each day is a box, filled by the share of the plan that was done.

    A pause, a day of which a reason was said, is crossed out; a day with a session that pain ended has a star.
    Weeks are rows and begin on Monday, as on a calendar on the wall. The last twelve months are shown, fewer where
    there is no room for them. `hiplog.practice` with the same arguments is what is drawn.

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
        The last day to show; the last day of the log unless given.
    diary : Diary, optional
        Days and plans, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for what was done, or a dict with one for `practice`.
    label : str, optional
        What the entries in the legend begin with, such as whose they are.
    ax : Axes, optional
        Where to draw; nothing but it is touched. Unless given, a figure is made.

    Returns
    -------
    Axes
        In days, without ticks.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> ax = hiplog.plot_practice(hiplog.example(), plan=2, today="2026-11-04")
    """
    of = "plot_practice"
    held = chosen(of, holds, exercise, since, until)
    given: dict[str, Any] = {"plan": arguments.plan(of, plan, of_log=True), "today": arguments.today(of, today)}
    given |= {"diary": chosen_diary(of, holds, diary, since, until)}
    return canvas.chart(of, partial(draw, **given), HEADLINE, held, exercise, ax, color, label, is_alone=True)


def draw(
    ax: Axes,
    held: pd.DataFrame,
    look: looks.Look,
    *,
    diary: Diary,
    plan: arguments.Plan | None = None,
    today: pd.Timestamp | None = None,
) -> canvas.Drawn:
    """Draw on `ax`; say how the last 28 days went."""
    days = practice(Chosen(held), exercise=held["exercise"].iloc[0], plan=plan, today=today, diary=diary)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    legend = canvas.Legend(_key(days, look))
    boxes = Boxes(ax, look)
    fit = partial(_lay_out, days=days, legend=legend, boxes=boxes, names=[])
    return canvas.Drawn(_lately(days, today), fit)


class Boxes:
    """The boxes of days: as full as their share, crossed out in a pause, a star where pain ended a session."""

    def __init__(self, ax: Axes, look: looks.Look) -> None:
        self._filled = PolyCollection([], facecolors=look.colours["practice"], lw=0)
        self._outlined = PolyCollection([], facecolors="none", edgecolors=look.ink, alpha=0.35, lw=0.5)
        self._crossed = LineCollection([], colors=look.ink, alpha=0.5, lw=0.7)
        for collection in (self._filled, self._outlined, self._crossed):
            ax.add_collection(collection, autolim=False)
        self._stars = Line2D([], [], marker=looks.PAIN, ls="none", color=look.ink, mec=look.page, mew=0.4)
        ax.add_line(self._stars)

    def place(self, days: pd.DataFrame, left: pd.Series, bottom: pd.Series, day: float) -> None:
        """Put the boxes of days where they belong; `day` is the size of one in points."""
        self._filled.set_verts(_boxes(left, bottom, days["share"].fillna(0.0)))
        self._outlined.set_verts(_boxes(left, bottom, 1.0))
        pause = days["reason"].notna().to_numpy()
        self._crossed.set_segments(_boxes(left[pause], bottom[pause], 1.0)[:, [0, 2]])
        stopped = days["ended_by_pain"].to_numpy() > 0
        self._stars.set_data(left[stopped] + CELL / 2, bottom[stopped] + CELL / 2)
        self._stars.set_markersize(0.75 * day)


def _lay_out(ax: Axes, days: pd.DataFrame, legend: canvas.Legend, boxes: Boxes, names: list[Text]) -> None:
    """Lay the months out in the grid in which a day is largest; `names` are the texts of the grid before."""
    share = legend.fit(ax)
    width, height = room(ax)
    columns, rows, day = _grid(days, width, height * (1 - share))
    ax.set(xlim=(0, width / day), ylim=(-height * (1 - share) / day, height * share / day))
    while names:
        names.pop().remove()
    pitch = (width / day / columns, height * (1 - share) / day / rows)
    names += _draw_months(ax, days, boxes, (columns, rows), pitch, day)


def _grid(days: pd.DataFrame, width: float, height: float) -> tuple[int, int, float]:
    """Return the columns and rows of months in which a day is largest, and its size in points."""
    there = _month(days).nunique()
    for months in range(min(12, there), 0, -1):
        size, columns = max((_day_size(width, height, months, n), n) for n in range(1, months + 1))
        if size >= SMALLEST_DAY:
            break
    return columns, -(-months // columns), size


def _day_size(width: float, height: float, months: int, columns: int) -> float:
    rows = -(-months // columns)
    return min(width / ((WEEK + 1) * columns), height / (TALL * rows), 16)


def _draw_months(
    ax: Axes,
    days: pd.DataFrame,
    boxes: Boxes,
    grid: tuple[int, int],
    pitch: tuple[float, float],
    day: float,
) -> list[Text]:
    """Draw the last months that have room in a grid of columns and rows, and return their names."""
    columns, rows = grid
    month = _month(days)
    shown = month.drop_duplicates().iloc[-columns * rows :].tolist()
    days, month = days[month.isin(shown)], month[month.isin(shown)]
    place = {first: (i % columns * pitch[0], -(i // columns) * pitch[1]) for i, first in enumerate(shown)}
    corner = np.array([place[first] for first in month])
    square = days["day"].dt.day - 1 + month.dt.day_of_week  # counted from the Monday on or before the first
    left = corner[:, 0] + days["day"].dt.day_of_week
    boxes.place(days, left, corner[:, 1] - 2.3 - square // WEEK, day)
    return [
        ax.text(x, y - 0.9, month_in_words(first), size="x-small", va="center") for first, (x, y) in place.items()
    ]


def _month(days: pd.DataFrame) -> pd.Series:
    """Return the first day of each day's month."""
    return days["day"] - pd.to_timedelta(days["day"].dt.day - 1, unit="D")


def _boxes(left: pd.Series, bottom: pd.Series, share: pd.Series | float) -> np.ndarray:
    """Return the corners of the boxes of days, as high as their share."""
    across = left.to_numpy(dtype=float)[:, None] + CELL * np.array([0, 1, 1, 0])
    up = bottom.to_numpy(dtype=float)[:, None] + CELL * np.outer(np.broadcast_to(share, len(bottom)), [0, 0, 1, 1])
    return np.stack([across, up], axis=2)


def _lately(days: pd.DataFrame, today: pd.Timestamp | None) -> str:
    """Return how the last 28 days went beside the plan, in words: in the present where today is known."""
    last = days.tail(LATELY_DAYS)
    streak = int(days["streak"].iloc[-1])
    row = f"last {streak} in a row" if today is None else f"{streak} days in a row"  # the calendar shows which
    row = f"; {row}" if streak > 1 else ""
    return f"Plan ({plan_in_words(last)}) met on {met_in_words(last)}{row}"


def _key(days: pd.DataFrame, look: looks.Look) -> list[Artist]:
    box: dict[str, Any] = {
        "marker": "s",
        "ms": 7,
        "ls": "none",
        "color": look.colours["practice"],
        "markerfacecoloralt": "none",
    }
    box |= {"markeredgecolor": look.ink, "markeredgewidth": 0.4}
    filled = {"plan met": "full", "part of it": "bottom", "no whole session": "none"}
    labels = [label for label in filled if days["planned"].max() > 1 or label != "part of it"]
    entries: list[Artist] = [
        Line2D([], [], fillstyle=filled[label], label=look.named(label), **box) for label in labels
    ]
    plain: dict[str, Any] = {"color": look.ink, "ls": "none"}
    if days["reason"].notna().any():
        entries.append(Line2D([], [], marker=(2, 0, -45), ms=8, label=look.named("pause"), **plain))
    if days["ended_by_pain"].any():
        entries.append(Line2D([], [], marker=looks.PAIN, ms=7, label=look.named("ended by pain"), **plain))
    return entries
