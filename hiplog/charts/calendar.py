"""The calendar on the wall: months beside and below each other, as large as there is room for."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

from hiplog.charts.parts import looks
from hiplog.charts.parts.text import SMALL, fitted, points, room
from hiplog.counts import counted
from hiplog.dates import month_in_words
from hiplog.exercise import SIDES

WEEK = "MTWTFSS"
ACROSS = len(WEEK) + 1.0  # days: a week, and a gap
WEEKS = 6  # that a month may reach into
SMALLEST, LARGEST = 5.5, 36.0  # points, of a day
CELL = 0.84  # of the room of a day
LETTERS = 10.0  # points of a day from which the weekdays have room for their letters


class Calendar:
    """The boxes of days: as full as their share of the plan, and marked by what else is known of them.

    Parameters
    ----------
    ax : Axes
    days : DataFrame
        The rows of `hiplog.practice`; `held`, the side that alone was held, or "both" where none was whole;
        `marked`, whether it has a line before it, and `numbers`, what stands at that, if anything; and `sore`,
        whether pain was said of it without a session.
    look : Look
    today : Timestamp or None
        The day that has a frame.
    """

    def __init__(self, ax: Axes, days: pd.DataFrame, look: looks.Look, today: pd.Timestamp | None) -> None:
        self._days, self._month, self._today, self._look = days, _month(days["day"]), today, look
        ink = look.ink
        self._filled = PolyCollection([], facecolors=look.colours["practice"], lw=0)
        self._outlined = PolyCollection([], facecolors="none", edgecolors=ink, alpha=0.55, lw=0.5)
        self._marked = LineCollection([], colors=ink, lw=1.4, zorder=4)  # above its number
        self._crossed = LineCollection([], colors=ink, alpha=0.6, lw=0.7)
        self._sides = {side: PolyCollection([], facecolors=look.colours[side], lw=0) for side in SIDES}
        self._framed = PolyCollection([], facecolors="none", edgecolors=ink, lw=1.6)
        sides = self._sides.values()
        boxes = (self._filled, self._outlined, self._crossed, *sides, self._framed)
        for shapes in (*boxes, self._marked):
            ax.add_collection(shapes, autolim=False)
        self._dots = Line2D([], [], marker=".", ls="none", color=ink, mew=looks.EDGE)
        self._bolts = Line2D([], [], marker=looks.PAIN, ls="none", mfc=look.page, mec=ink, mew=looks.EDGE)
        self._rings = Line2D([], [], marker="o", ls="none", mfc="none", mec=ink, mew=looks.EDGE)
        for marks in (self._dots, self._bolts, self._rings):
            ax.add_line(marks)
        self._names: list[Text] = []

    def fit(self, ax: Axes, key: float) -> None:
        """Lay the months out in the grid in which a day is largest."""
        width, height = room(ax)[0], room(ax)[1] * (1 - key)
        months, columns, day = self._grid(width, height)
        rows = -(-months // columns)
        ax.set(xlim=(0, width / day), ylim=(-height / day, height / day * key / (1 - key)))
        while self._names:
            self._names.pop().remove()
        pitch = (min(width / day / columns, ACROSS + 3), min(height / day / rows, _tall(day) + 1.5))
        self._place(ax, months, columns, pitch, day)
        there = self._month.nunique()
        of_all = f"The last {counted(months, 'month')} of {there}." if months < there else ""
        ax.set_xlabel(fitted(of_all, SMALL, width), size=SMALL, labelpad=2)

    def _grid(self, width: float, height: float) -> tuple[int, int, float]:
        """Return how many months have room, in how many columns, and the size of a day in points."""
        there = self._month.nunique()
        for months in range(min(12, there), 0, -1):
            sizes = [(_day_size(width, height, months, n), -(-months % n), n) for n in range(1, months + 1)]
            size, _, columns = max(sizes)  # of the largest, that whose last row lacks the fewest months
            if size >= SMALLEST:
                break
        return months, columns, size

    def _place(self, ax: Axes, months: int, columns: int, pitch: tuple[float, float], day: float) -> None:
        """Put the boxes of the last months, and their names, where they belong; `day` is one's size in points."""
        shown = self._month.drop_duplicates().iloc[-months:].tolist()
        place = {first: (i % columns * pitch[0], -(i // columns) * pitch[1]) for i, first in enumerate(shown)}
        line, letters = 1.3 * points(SMALL) / day, bool(day >= LETTERS)
        for first, (x, y) in place.items():
            self._names.append(ax.text(x, y - line / 2, month_in_words(first), size=SMALL, va="center"))
            for i, letter in enumerate(WEEK * letters):
                at = (x + i + CELL / 2, y - 1.5 * line)
                self._names.append(ax.text(*at, letter, size=SMALL, va="center", ha="center", alpha=0.75))
        above = line * (1 + letters) + 1
        is_shown = self._month.isin(shown)
        days = self._days[is_shown]
        left, bottom = _corners(days["day"], place, above)
        self._fill(days, left, bottom, day)
        numbers = days["numbers"].to_numpy()
        for nth in np.flatnonzero(pd.notna(numbers)):
            at = (left[nth] + 0.1, bottom[nth] + CELL / 2)
            number = ax.text(*at, numbers[nth], size=SMALL, va="center", gid="mark")
            number.set_path_effects(self._look.halo())
            self._names.append(number)

    def _fill(self, days: pd.DataFrame, left: np.ndarray, bottom: np.ndarray, day: float) -> None:
        self._filled.set_verts(_boxes(left, bottom, up=days["share"].fillna(0.0).to_numpy()))
        self._outlined.set_verts(_boxes(left, bottom))
        for side, boxes in self._sides.items():
            alone = days["held"].eq(side).to_numpy()
            begin = left[alone] + (CELL / 2 if side == "right" else 0)
            boxes.set_verts(_boxes(begin, bottom[alone], across=0.5))
        pause, today = days["reason"].notna().to_numpy(), days["day"].eq(self._today).to_numpy()
        self._crossed.set_segments(_boxes(left[pause], bottom[pause])[:, [0, 2]])
        self._framed.set_verts(_boxes(left[today], bottom[today]))
        marked = days["marked"].to_numpy()  # a line in the gap before the day
        gap = (1 - CELL) / 2
        before = _boxes(left[marked] - gap, bottom[marked] - gap, across=0, up=1 + 2 * gap / CELL)
        self._marked.set_segments(before[:, [0, 2]])
        bolts, dots = days["ended_by_pain"].to_numpy() > 0, days["held"].eq("both").to_numpy()
        sore = days["sore"].to_numpy()
        for marks, where, size in ((self._bolts, bolts, 0.75), (self._dots, dots, 0.5), (self._rings, sore, 0.4)):
            marks.set_data(left[where] + CELL / 2, bottom[where] + CELL / 2)
            marks.set_markersize(size * day)


def _tall(day: float) -> float:
    """Return the height of a month in days of so many points: its name, weekdays, weeks and a gap."""
    return WEEKS + 0.7 + (1 + (day >= LETTERS)) * 1.3 * points(SMALL) / day


def _day_size(width: float, height: float, months: int, columns: int) -> float:
    """Return the size of a day in points, where so many months have so many columns."""
    rows, across = -(-months // columns), width / (ACROSS * columns)
    line = 1.3 * points(SMALL)
    with_letters, without = ((height / rows - n * line) / (WEEKS + 0.7) for n in (2, 1))
    down = with_letters if with_letters >= LETTERS else min(without, LETTERS - 0.01)
    size = min(across, down, LARGEST)
    return size if size < LETTERS else min(size, with_letters)


def _month(days: pd.Series) -> pd.Series:
    """Return the first day of each day's month."""
    return days - pd.to_timedelta(days.dt.day - 1, unit="D")


def _corners(
    days: pd.Series, place: dict[pd.Timestamp, tuple[float, float]], above: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the left and lower edge of each day's box, in months that begin at these places."""
    month = _month(days)
    corner = np.array([place[first] for first in month]).reshape(-1, 2)
    square = days.dt.day - 1 + month.dt.day_of_week  # counted from the Monday on or before the first
    return corner[:, 0] + days.dt.day_of_week.to_numpy(), corner[:, 1] - above - (square // len(WEEK)).to_numpy()


def _boxes(
    left: np.ndarray, bottom: np.ndarray, *, across: float = 1.0, up: np.ndarray | float = 1.0
) -> np.ndarray:
    """Return the corners of the boxes of days, so wide and so high a part of a whole one."""
    x = left[:, None] + across * CELL * np.array([0, 1, 1, 0])
    y = bottom[:, None] + CELL * np.outer(np.broadcast_to(up, len(bottom)), [0, 0, 1, 1])
    return np.stack([x, y], axis=2)
