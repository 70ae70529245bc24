"""The upright axis: the room of the key, of lanes for marks that have no height, and of what is measured."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from hiplog.charts.parts.text import SMALL, points, room

GAP = 0.4  # of a lane, to what is measured: the numbers there have their own lines
MOST = 11  # ticks
LINE, SNUG = 1.4, 1.1  # of a size, that a name at the axis takes, and that it needs
LANES = 0.5  # of the height, that lanes below may take: on a low chart there are fewer
ABOVE = 0.35  # of the height, that lanes above take at most: on a low chart they are lower, and have one name
SECONDS = (1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600)  # the steps of an axis: whole parts of minutes
PERCENT = (25, 50, 100)
POINTS = (1, 2, 5, 10)


class Lane(NamedTuple):
    """Marks without a height of their own, where their line has them; or bars at `x`, in shares of the lane."""

    marks: Line2D
    x: np.ndarray | None = None
    bars: np.ndarray | None = None

    def is_within(self, first: float, last: float) -> bool:
        """Return whether any of it lies between these."""
        x = np.asarray(self.marks.get_xdata(orig=False) if self.x is None else self.x, dtype="float")
        return bool(((x >= first) & (x <= last)).any())

    def put(self, y: float, lane: float, points_high: float) -> None:
        """Draw the lane around `y`, so high on the axis and in points."""
        if self.x is None or self.bars is None:
            self.marks.set_ydata(np.full(len(self.marks.get_xdata()), y))
            self.marks.set_markersize(0.7 * points_high)
            return
        low, none = np.full(len(self.x), y - 0.4 * lane), np.full(len(self.x), np.nan)
        heights = np.column_stack([low, low + lane * self.bars, none])
        self.marks.set_data(np.column_stack([self.x, self.x, none]).ravel(), heights.ravel())


Lanes = Mapping[str, Sequence[Lane]]  # one each, or one of each chart that is drawn on the others
NEVER = (np.nan, np.nan)  # limits that no axes have


def _high(lanes: Lanes, lane: float) -> float:
    """Return the points that lanes take, each so high."""
    return lane * (len(lanes) + GAP) if lanes else 0.0


def _put(lanes: Lanes, edge: float, lane: float, points_high: float) -> dict[str, float]:
    """Put the marks of lanes from an edge on, upwards or down; return where that is, by their names."""
    places = {name: edge + lane * (i + GAP + 0.5) for i, name in enumerate(lanes)}
    for name, y in places.items():
        for marked in lanes[name]:
            marked.put(y, abs(lane), points_high)
    return places


class Scale:
    """Limits and ticks for values from `bottom` to `top`, set anew for each size of the axes.

    Ticks stand at whole multiples of one of the `steps`, the least that has room. There is one at `mark`, and none
    so near to it that their numbers would touch. A lane is a line of text high, more where `share` of the height
    is more; its name stands at the axis, and its marks are put there. Below there are at most so many lanes, those
    first that have marks within the limits across; the names of the others are `without_room`. Those above are all
    there; where they have no room for a line of text each, `in_short` stands at them.
    """

    def __init__(
        self,
        bottom: float,
        top: float,
        steps: Sequence[float],
        *,
        mark: float | None = None,
        above: Mapping[str, Lane] | None = None,
        in_short: str = "",
        below: Mapping[str, Lane] | None = None,
        most_below: int = MOST,
        share: float = 0.0,
        words: Callable[[float], str] = "{:g}".format,
    ) -> None:
        self._bottom, self._top, self._marks = bottom, top, [] if mark is None else [mark]
        self._above = {name: [lane] for name, lane in (above or {}).items()}
        self._below = {name: [lane] for name, lane in (below or {}).items()}
        self._share, self._words, self._steps, self._in_short = share, words, steps, in_short
        self._set: tuple[float, float] | None = None
        self._there = [self]  # and those of the charts that this one is drawn on
        self._size: tuple[Any, ...] = ()  # the figure's, and whether the axes have a key
        self._most = self._most_below = most_below  # lanes for which there is room, and that there may be
        self.without_room: list[str] = []  # names of lanes below

    def show(self, bottom: float, top: float) -> None:
        """Show values from `bottom` to `top` from now on."""
        self._bottom, self._top = bottom, top

    def join(self, other: "Scale") -> None:
        """Show also what another does, which sets nothing any more."""
        self._there, other._set = [*other._there, self], NEVER
        self._share, self._marks = min(self._share, other._share), [*self._marks, *other._marks]
        for name in sorted({*self._above, *other._above}):
            self._above[name] = [*self._above.pop(name, []), *other._above.get(name, [])]
        self._in_short = ", ".join(dict.fromkeys(filter(None, [other._in_short, self._in_short])))

    def fit(self, ax: Axes, key: float) -> None:
        """Set limits and ticks, unless they were changed since; `key` is the key's share of the height."""
        if self._set not in (None, ax.get_ylim()):
            return
        height = room(ax)[1] * (1 - key)
        bottom, top = min(one._bottom for one in self._there), max(one._top for one in self._there)
        lane = max(LINE * points(SMALL), self._share * height)
        most = self._most_lanes(ax, LANES * height / lane - GAP, has_key=key > 0)
        there = [name for name, (marked,) in self._below.items() if marked.is_within(*ax.get_xlim())]
        lanes_below, self.without_room = {name: self._below[name] for name in there[:most]}, there[most:]
        for name, (marked,) in self._below.items():
            marked.marks.set_visible(name in lanes_below)
        lane_above = min(lane, ABOVE * height / (len(self._above) + GAP))
        above, below = _high(self._above, lane_above), _high(lanes_below, lane)
        unit = (top - bottom) / max(height - above - below, 0.3 * height)  # of the axis, in a point
        places = _put(lanes_below, bottom, -unit * lane, lane)
        places |= self._in_one(_put(self._above, top, unit * lane_above, lane_above), lane_above)
        low, high = bottom - unit * below, top + unit * above
        ax.set_ylim(low, low + (high - low) / (1 - key))
        self._set = ax.get_ylim()
        ticks = self._ticks(bottom, top, unit)
        ax.set_yticks([*ticks, *places.values()], [*map(self._words, ticks), *places])

    def _most_lanes(self, ax: Axes, fitting: float, *, has_key: bool) -> int:
        """Return how many lanes there are below: as a figure of one size is laid out, fewer, and never more again.

        A lane more would have a name for which the layout that just made room for the others has made none.
        """
        size = (*ax.get_figure(root=True).get_size_inches(), has_key)
        if self._size != size:
            self._size, self._most = size, self._most_below
        self._most = min(self._most, max(0, int(fitting)))
        return self._most

    def _in_one(self, places: dict[str, float], points_high: float) -> dict[str, float]:
        """Return the places of names, as one where lanes so high have no room for their own."""
        if len(places) < 2 or points_high >= SNUG * points(SMALL):
            return places
        return {self._in_short: sum(places.values()) / len(places)}

    def _ticks(self, bottom: float, top: float, unit: float) -> list[float]:
        """Return the values that have a tick, two at least if their numbers do not touch."""
        size, marks = points(SMALL) * unit, self._marks_apart(LINE * points(SMALL) * unit)
        line = max(LINE * size, (top - bottom) / MOST)
        step = next((step for step in self._steps if step > line), self._steps[-1])
        ticks = _multiples(step, bottom, top)
        if marks:
            return [*(y for y in ticks if all(abs(y - mark) > LINE * size for mark in marks)), *marks]
        closer = (_multiples(step, bottom, top) for step in self._steps[::-1] if step > SNUG * size)
        return ticks if len(ticks) > 1 else next((two for two in closer if len(two) > 1), ticks)

    def _marks_apart(self, line: float) -> list[float]:
        """Return the marks whose numbers do not touch that of one before, a `line` of text high."""
        apart: list[float] = []
        for mark in self._marks:
            if all(abs(mark - other) > line for other in apart):
                apart.append(mark)
        return apart


def _multiples(step: float, bottom: float, top: float) -> list[float]:
    return [float(y) + 0.0 for y in step * np.arange(np.ceil(bottom / step), np.floor(top / step) + 1)]
