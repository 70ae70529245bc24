"""The page of all charts: where each stands, and the words and the one key around them."""

from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure, SubFigure
from matplotlib.transforms import Bbox

from hiplog.charts.parts import canvas
from hiplog.charts.parts.key import LINE, fitting, set_key
from hiplog.charts.parts.text import SMALL, fitted, points, width_of
from hiplog.exercise import RECORD_NOT_ADVICE

WIDE, TALL = 7.5, 5.5  # inches from which two columns have room
LOWEST, LOWEST_IF_NARROW, NARROW = 2.0, 3.2, 4.0  # inches of a chart with its words, which take more lines
SMALLEST = 2.0  # inches of a page, either way
SCALE = 1.65  # inches, at least, of what a chart measures, where charts stand below each other
# Inches around and between the charts: what their titles, dates and labels take.
LEFT, RIGHT, TOP, BOTTOM, ACROSS, BETWEEN = 0.9, 0.15, 0.85, 0.5, 0.6, 0.9
HEIGHTS, REFUSED = (4.0, 3.0, 4.5, 3.2, 3.5), 1.5  # of the charts, as shares; of one that has only words to show
KEY = 0.25  # the share of the page's height, but for one chart, that the key may take
TITLE, BELOW = 0.33, 0.38  # of these, for the page's title, and for a chart's dates and what is below them


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
        if self.is_narrow and isinstance(self._figure, Figure) and not self._has_layout():
            self._grow(self._figure)

    def _grow(self, figure: Figure) -> None:
        """Make the page higher where charts lack height: their words take more lines the narrower they are."""
        for _ in range(3):  # a page that is higher may have room for more of the key
            width, height = canvas.size_of(figure)
            lacks = np.array([max(0.0, SCALE - height * _height(ax)) for ax in self.axes])
            if lacks.max() < 0.01:
                return
            rows = np.array([ax.get_position(original=True).height for ax in self.axes])
            self._grid.set_height_ratios(rows * height + lacks)
            figure.set_size_inches(width, height + lacks.sum())
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
            foot = {"title": self._below, "title_fontsize": points(SMALL)}
            set_key(self._figure, lines, loc="outside lower left", **foot)
            return 0.0
        # Of axes, for a figure has collected what it draws before it asks them where they are.
        edge, up = ("upper left", height - title_high) if self.is_narrow else ("lower left", foot_high + 0.12)
        where = {"bbox_to_anchor": (0.005, up / height), "bbox_transform": self._figure.transSubfigure}
        set_key(self.axes[0], lines, loc=edge, **where)
        return len(lines) * line + 0.15

    def _has_layout(self) -> bool:
        return self._figure.get_figure(root=True).get_layout_engine() is not None


def _height(ax: Axes) -> float:
    """Return the share of the page's height that a chart has between its words; of one without a scale, enough."""
    return ax.get_axes_locator()(ax, None).height if len(ax.get_yticks()) else np.inf


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
