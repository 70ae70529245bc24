"""What all charts share: axes that are left clean, a title, one legend, and a layout made when drawn."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.gridspec import SubplotSpec
from matplotlib.ticker import FixedLocator, MaxNLocator
from matplotlib.transforms import Bbox

from hiplog.charts.looks import Colours, Look, check, look_of
from hiplog.charts.text import SMALL, fitted, points, room, room_above, width_of
from hiplog.exercise import EXERCISES, ExerciseName
from hiplog.schema import EXAMPLE, LogError
from hiplog.verdicts import nothing_in_words

HANDLE_EM = 2.6  # what a legend's line and the space after it take, in sizes of its font
SNUG = 0.94  # of the room for a title: small letters are drawn up to a twentieth wider than their outlines
Fit = Callable[[Axes], None]


class Drawn(NamedTuple):
    """What was drawn: the sentence that it says, and how it is fitted to axes of any size."""

    sentence: str
    fit: Fit


Draw = Callable[[Axes, pd.DataFrame, Look], Drawn]


def chart(
    of: str,
    draw: Draw,
    headline: str,
    held: pd.DataFrame,
    exercise: ExerciseName,
    ax: Axes | None,
    color: Colours,
    label: str | None,
    *,
    is_alone: bool = False,
) -> Axes:
    """Return `ax`, or the axes of a new figure, with the holds of one exercise drawn by `draw`; see `fill`.

    Nothing is drawn before all arguments are known to be right, and a figure made here is closed after an error. A
    chart that `is_alone` has places of its own on its axes, and is not drawn on another one.
    """
    _check_axes(of, ax)
    check(of, color, label)
    if ax is not None and isinstance(there := ax.get_axes_locator(), Layout):
        if is_alone or not there.said[0].endswith(headline):
            raise LogError(f"{of}: ax has a chart already, expected axes of its own, as of plt.subplots(1, 2)")
        if color is None or label is None:
            raise LogError(f"{of}: ax has such a chart already, expected a color and a label to tell them apart")
    figure = plt.figure(layout="constrained") if ax is None else None
    try:
        ax = ax or figure.subplots()
        fill(ax, draw, f"{subject(held, exercise)}: {headline}", held, look_of(ax, color, label))
    except BaseException:
        if figure:
            plt.close(figure)
        raise
    return ax


def subject(held: pd.DataFrame, exercise: ExerciseName) -> str:
    """Return what a chart is of: the exercise, and whether its holds are nobody's."""
    title = EXERCISES[exercise].title
    return f"{title}, example data" if held["source"].eq(EXAMPLE).any() else title


def _check_axes(of: str, ax: object) -> None:
    if isinstance(ax, np.ndarray):
        one = ", ".join("0" * ax.ndim)
        raise LogError(f"{of}: ax is an array of {ax.size} axes, expected one of them, like axes[{one}]")
    if ax is not None and not isinstance(ax, Axes):
        raise LogError(f"{of}: ax is a {type(ax).__name__}, expected the Axes of matplotlib to draw on, or None")


def fill(ax: Axes, draw: Draw, headline: str, held: pd.DataFrame, look: Look) -> None:
    """Draw `held`, or say that there is nothing; under the headline stands the sentence that `draw` returns."""
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="y", color=look.ink, alpha=0.12, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.tick_params(labelsize=SMALL)
    ax.tick_params(axis="y", length=0, pad=3)
    before, limits = ax.get_axes_locator(), (ax.get_xlim(), ax.get_ylim())
    sentence, fit = draw(ax, held, look) if len(held) else say_in_the_middle(ax, nothing_in_words(held))
    is_second = isinstance(before, Layout)  # a chart drawn on a chart, such as two people's
    said = [*(before.said if is_second else [headline]), look.named(sentence) if sentence else ""]
    layout = Layout(ax, fit, said)
    ax.set_axes_locator(layout)
    layout(ax, None)  # as it would be drawn now, for whoever looks at it first
    if is_second:
        ax.set_xlim(_both(limits[0], ax.get_xlim()))
        ax.set_ylim(_both(limits[1], ax.get_ylim()))


def _both(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return limits that hold both."""
    return min(*one, *other), max(*one, *other)


def say_in_the_middle(ax: Axes, why: str, sentence: str = "") -> Drawn:
    """Say why nothing can be drawn, without ticks that would measure nothing."""
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    words = ax.text(0.5, 0.5, why, transform=ax.transAxes, ha="center", va="center", size="medium")
    return Drawn(sentence, lambda ax: words.set_text(fitted(why, "medium", room(ax)[0])))


class Layout:
    """Fits a chart to its axes before they are drawn, whenever they have another size than before.

    matplotlib asks the locator of axes where they are, before anything of them is measured or drawn.
    """

    def __init__(self, ax: Axes, fit: Fit, said: list[str]) -> None:
        self.said = said  # a line of the title each
        self._ax = ax
        self._parts = [fit, Head(*said)]
        self._before = ax.get_axes_locator()
        self._room: tuple[float, ...] = ()

    def __call__(self, ax: Axes, renderer: RendererBase | None) -> Bbox:
        """Return where the axes are, as they or their own locator say, with the chart fitted to that."""
        place = self._before(ax, renderer) if self._before else ax.get_position(original=True)
        ax.apply_aspect(place)
        size = (*room(ax), room_above(ax))
        if not self._room or not np.allclose(size, self._room, rtol=0, atol=0.01):
            self._room = size
            for fit in self._parts:
                fit(ax)
        return place

    def get_subplotspec(self) -> SubplotSpec | None:
        """Return the place of the axes in their grid, for `tight_layout`."""
        return self._ax.get_subplotspec()


class Head:
    """The title, a line a sentence, in the largest of three sizes in which none breaks and all have room."""

    def __init__(self, *sentences: str) -> None:
        self._sentences = [sentence for sentence in sentences if sentence]
        self._set: str | None = None

    def __call__(self, ax: Axes) -> None:
        """Set the title, unless it was changed since."""
        if self._set not in (None, ax.get_title(loc="center")):
            return
        for size in ("medium", SMALL, "x-small"):
            title = "\n".join(fitted(sentence, size, SNUG * room(ax)[0]) for sentence in self._sentences)
            lines = title.count("\n") + 1
            if lines == len(self._sentences) and lines * 1.25 * points(size) + 5 <= room_above(ax):
                break
        self._set = title
        ax.set_title(title, x=0, ha="left", size=size, linespacing=1.15, pad=5 if size == "medium" else 3)


class Legend:
    """The one legend, inside at the top, in as many columns as have room."""

    def __init__(self, handles: list[Artist]) -> None:
        self.share = 0.0  # of the axes' height, that it takes
        self._handles = handles
        self._columns = 0
        self._legend: object = None

    def fit(self, ax: Axes) -> float:
        """Set it, unless it was changed since, and return the share of the axes' height that it takes."""
        if self._legend is None:
            self._handles = [*_there_already(ax, self._handles), *self._handles]
        elif ax.get_legend() is not self._legend:
            return 0.0
        (width, height), size = room(ax), points(SMALL)
        columns, lines = _columns([str(handle.get_label()) for handle in self._handles], width / size)
        if columns != self._columns:
            look = {"ncols": columns, "fontsize": size, "frameon": False, "handlelength": 1.8, "borderaxespad": 0}
            gaps = {"borderpad": 0.2, "handletextpad": 0.6, "columnspacing": 1.2, "labelspacing": 0.35}
            self._legend = ax.legend(handles=self._handles, loc="upper left", **look, **gaps)
            self._columns = columns
        self.share = min(0.5, (lines * 1.45 + 1) * size / height)
        return self.share


def _there_already(ax: Axes, handles: list[Artist]) -> list[Artist]:
    """Return the other entries of a legend that the axes have, as where one chart is drawn on another."""
    legend, labels = ax.get_legend(), {handle.get_label() for handle in handles}
    there = legend.legend_handles if legend else []
    return [handle for handle in there if handle and handle.get_label() not in labels]


class LegendAbove:
    """The legend, and y limits that give it its own room above `top`, the highest thing drawn.

    There is a tick at `mark`, and none so near to it that their numbers would touch.
    """

    def __init__(self, handles: list[Artist], *, bottom: float, top: float, mark: float | None = None) -> None:
        self._legend = Legend(handles)
        self._bottom, self._top, self._mark = bottom, top, mark
        self._set: tuple[float, float] | None = None

    @property
    def share(self) -> float:
        """The share of the axes' height that the legend takes."""
        return self._legend.share

    def __call__(self, ax: Axes) -> None:
        """Set limits and ticks, unless they were changed since."""
        share = self._legend.fit(ax)
        if self._set not in (None, ax.get_ylim()):
            return
        bottom, top, mark = self._bottom, self._top, self._mark
        ax.set_ylim(bottom, bottom + (top - bottom) / (1 - share))
        self._set = ax.get_ylim()
        line = 1.4 * points(SMALL) * np.ptp(self._set) / room(ax)[1]
        most = int(np.clip((top - bottom) / line / 2, 2, 8))
        ticks = MaxNLocator(nbins=most, steps=[1, 2, 3, 5, 6, 10]).tick_values(bottom, top)
        kept = [y for y in ticks if bottom <= y <= top and (mark is None or abs(y - mark) > line)]
        ax.yaxis.set_major_locator(FixedLocator(kept if mark is None else [*kept, mark]))


def _columns(labels: list[str], width_em: float) -> tuple[int, int]:
    """Return the most columns in which a legend of these labels fits into `width_em`, and its lines of text."""
    widths = np.array([width_of(label, 10) / 10 + HANDLE_EM for label in labels])
    for columns in range(len(labels), 0, -1):
        parts = np.array_split(np.arange(len(labels)), columns)
        if sum(widths[part].max() for part in parts) + 1.2 * (columns - 1) + 0.6 <= width_em:
            break
    return columns, max(sum(labels[i].count("\n") + 1 for i in part) for part in parts)


def size_of(figure: Any) -> tuple[float, float]:
    """Return width and height of a figure or a part of one, in inches."""
    dpi = figure.get_figure(root=True).dpi
    return figure.bbox.width / dpi, figure.bbox.height / dpi


def new_page(scale: float) -> Figure:
    """Return a figure of the reader's own proportions."""
    return plt.figure(figsize=tuple(scale * side for side in rcParams["figure.figsize"]))
