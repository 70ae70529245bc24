"""The upright axis: the room of the key, of lanes for marks that have no height, and of what is measured."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from hiplog.charts.parts.text import SMALL, points, room

GAP = 0.4  # of a lane, to what is measured: the numbers there have their own lines
STEPS = [1, 2, 3, 5, 6, 10]
Lanes = Mapping[str, Line2D]


class Scale:
    """Limits and ticks for values from `bottom` to `top`, set anew for each size of the axes.

    There is a tick at `mark`, and none so near to it that their numbers would touch. A lane is a line of text
    high, more where `share` of the height is more; its name stands at the axis, and its marks are put there.
    """

    def __init__(
        self,
        bottom: float,
        top: float,
        *,
        mark: float | None = None,
        above: Lanes | None = None,
        below: Lanes | None = None,
        share: float = 0.0,
        steps: Sequence[float] = STEPS,
        words: Callable[[float], str] = "{:g}".format,
        ticks: Sequence[float] | None = None,
    ) -> None:
        self._bottom, self._top, self._mark = bottom, top, mark
        self._above, self._below = dict(above or {}), dict(below or {})
        self._share, self._words, self._given, self._steps = share, words, ticks, steps
        self._set: tuple[float, float] | None = None

    def show(self, bottom: float, top: float) -> None:
        """Show values from `bottom` to `top` from now on."""
        self._bottom, self._top = bottom, top

    def fit(self, ax: Axes, key: float) -> None:
        """Set limits and ticks, unless they were changed since; `key` is the key's share of the height."""
        if self._set not in (None, ax.get_ylim()):
            return
        height = room(ax)[1] * (1 - key)
        lane = max(1.4 * points(SMALL), self._share * height)
        above, below = (lane * (len(lanes) + GAP) if lanes else 0.0 for lanes in (self._above, self._below))
        unit = (self._top - self._bottom) / max(height - above - below, 0.3 * height)  # of the axis, in a point
        places = self._lanes(unit * lane, lane)
        low, high = self._bottom - unit * below, self._top + unit * above
        ax.set_ylim(low, low + (high - low) / (1 - key))
        self._set = ax.get_ylim()
        ticks = self._ticks(unit)
        ax.set_yticks([*ticks, *places.values()], [*map(self._words, ticks), *places], size=SMALL)

    def _lanes(self, lane: float, points_high: float) -> dict[str, float]:
        """Put the marks of lanes where they belong; return where that is, by their names."""
        above = {name: self._top + lane * (i + GAP + 0.5) for i, name in enumerate(self._above)}
        below = {name: self._bottom - lane * (i + GAP + 0.5) for i, name in enumerate(self._below)}
        for name, y in (above | below).items():
            marks = (self._above | self._below)[name]
            marks.set_ydata(np.full(len(marks.get_xdata()), y))
            marks.set_markersize(0.7 * points_high)
        return above | below

    def _ticks(self, unit: float) -> list[float]:
        """Return the values that have a tick."""
        bottom, top, mark = self._bottom, self._top, self._mark
        line = 1.4 * points(SMALL) * unit
        if self._given is not None:
            step = next((n for n in (1, 2, 5) if n > line), len(self._given) - 1)
            return [float(y) for y in self._given[::step]]
        for most in range(int(np.clip((top - bottom) / line / 2, 2, 8)), 0, -1):
            ticks = MaxNLocator(nbins=most, steps=self._steps).tick_values(bottom, top)
            kept = [float(y) for y in ticks if bottom <= y <= top and (mark is None or abs(y - mark) > line)]
            if len(kept) < 2 or np.diff(kept).min() > line:
                break
        else:
            kept = kept[:1]
        return kept if mark is None else [*kept, mark]
