"""Names at the right ends of curves, so that nobody has to look them up."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import Locator
from matplotlib.typing import ColorType

from hiplog.charts.parts.looks import Look
from hiplog.charts.parts.text import SMALL, fitted, points, room, width_of

GAP = 13.0  # points from the end of a curve to its name: a mark has room between, but no bracket
MOST = 0.5  # of the axes' width, that names may take
LINE = 1.25  # of a size
CLEAR = 2.5  # points, from a name to the axis below, which its halo would rub out
TICK = 45.0  # points, that a number has at least


class Span:
    """Limits of an axis across: from the first to the last of the data, with room for names beyond that."""

    def __init__(self, first: float, last: float, *, spare: float, least: float = 0.0) -> None:
        self.first, self.last = first, last
        self._spare, self._least = spare, least  # a share of the data at either end; how much there is at least
        self._set: tuple[float, float] | None = None

    def show(self, first: float, last: float) -> None:
        """Show this part from now on."""
        self.first, self.last, self._set = first, last, None

    def join(self, other: "Span") -> None:
        """Hold also what another does, which sets nothing any more."""
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        other._set = (np.nan, np.nan)

    def fit(self, ax: Axes, share: float) -> None:
        """Set the limits, unless they were changed since; `share` is that of the width that names take."""
        if self._set not in (None, ax.get_xlim()):
            return
        length, share = self.last - self.first, min(share, MOST)
        spare = max(self._spare * length, (self._least - length) / 2)
        beyond = max(spare, (length + spare) * share / (1 - share))
        ax.set_xlim(self.first - spare, self.last + beyond)
        self._set = ax.get_xlim()


class TicksUpTo(Locator):
    """Ticks at multiples of one of `steps`, none beyond the last of the data, where names stand."""

    def __init__(self, last: float, steps: Sequence[float]) -> None:
        self._last, self._steps = last, steps

    def __call__(self) -> np.ndarray:
        """Return the ticks for the axis as it is now."""
        first, end = self.axis.get_view_interval()
        return self.tick_values(first, end)

    def tick_values(self, vmin: float, vmax: float) -> np.ndarray:
        """Return the ticks for an axis with these limits, two at least wherever a step allows."""
        last = min(self._last, vmax)
        least = (vmax - vmin) * TICK / room(self.axis.axes)[0]
        two = [step for step in self._steps if np.floor(last / step) > np.ceil(vmin / step)]
        step = next((step for step in two if step >= least), two[-1] if two else self._steps[0])
        ticks = step * np.arange(np.ceil(vmin / step), np.floor(last / step) + 1)
        return ticks if step >= least or len(ticks) < 3 else ticks[:: len(ticks) - 1]


class Name(NamedTuple):
    """What a curve is called, and where it ends."""

    words: str
    x: float
    y: float
    color: ColorType


class Names:
    """The names of a chart's curves, none upon another, beyond the last of the data."""

    def __init__(self, ax: Axes, names: list[Name], look: Look, *, gap: float = GAP) -> None:
        self._gap = gap
        self._names = [name for name in names if np.isfinite(name.y)]
        style: dict[str, Any] = {"size": SMALL, "va": "center", "linespacing": 1.1} | look.clear()
        self._texts = [
            ax.annotate(name.words, (name.x, name.y), (gap, 0), textcoords="offset points",
                        annotation_clip=False, color=name.color, **style)
            for name in self._names
        ]  # fmt: skip

    def join(self, other: "Names") -> None:
        """Have the same names as another, those of both: none of all of them is upon another."""
        other._names += self._names
        other._texts += self._texts
        self._names, self._texts = other._names, other._texts

    def share(self, ax: Axes) -> float:
        """Break the names so that they take no more of the width than they may; return how much that is."""
        width = room(ax)[0]
        most = MOST * width - self._gap - 4
        for name, text in zip(self._names, self._texts, strict=True):
            text.set_text(fitted(name.words, SMALL, most))
        return (
            max((1.06 * width_of(text.get_text(), SMALL) + self._gap + 2 for text in self._texts), default=0.0)
            / width
        )

    def begin(self, ax: Axes) -> float:
        """Return how far beyond the last of the data names begin, as the axis counts; without any, nowhere."""
        return float((self._gap - CLEAR) * np.ptp(ax.get_xlim()) / room(ax)[0]) if self._names else np.inf

    def fit(self, ax: Axes, key: float, highest: float = np.inf) -> None:
        """Move the names up and down until none touches another, nor the key, with its share of the height.

        None is higher than `highest` on the axis, but for `CLEAR`.
        """
        heights = [LINE * points(SMALL) * (text.get_text().count("\n") + 1) for text in self._texts]
        unit = np.ptp(ax.get_ylim()) / room(ax)[1]
        low, high = (end / unit for end in ax.get_ylim())
        high = min(high - key * room(ax)[1], highest / unit + CLEAR)
        places = spread([name.y / unit for name in self._names], heights, low + CLEAR, high)
        for text, name, y in zip(self._texts, self._names, places, strict=True):
            text.set_position((self._gap, y - name.y / unit))


def spread(places: list[float], heights: list[float], lowest: float, highest: float) -> list[float]:
    """Return places near to these, within the lowest and highest, where texts so high do not touch."""
    moved, order = list(places), np.argsort(places, kind="stable")
    floor = lowest
    for i in order:  # upwards: each above the one below
        moved[i] = max(places[i], floor + heights[i] / 2)
        floor = moved[i] + heights[i] / 2
    ceiling = highest
    for i in order[::-1]:  # and down again, where that went too far
        moved[i] = min(moved[i], ceiling - heights[i] / 2)
        ceiling = moved[i] - heights[i] / 2
    return moved
