"""What all charts share: clean axes, a finding above what it is about, one key, and a layout made when drawn."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, Self

import numpy as np
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.gridspec import SubplotSpec
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Bbox

from hiplog.charts.parts.head import LINE, Head, Said
from hiplog.charts.parts.key import Key, in_sight
from hiplog.charts.parts.looks import Colours, Look, check, look_of
from hiplog.charts.parts.text import SMALL, fitted, margins, points, room, sizes_of
from hiplog.exercise import EXERCISES, ExerciseName
from hiplog.measures.holds.selection import nothing_in_words
from hiplog.schema import LogError, is_example
from hiplog.verdicts.holds import EXAMPLE_IN_WORDS

Fit = Callable[[Axes, float], None]  # with the share of the axes' height that the key takes

Gaps = tuple[float, float, float, float]  # points at the left, below, at the right and above
FREE = (np.inf, np.inf, np.inf, np.inf)


class Part(Protocol):
    """What charts that are drawn on each other have in common, such as a scale."""

    def join(self, other: Self) -> None:
        """Take in the same part of the chart that is there already."""


class Drawn(NamedTuple):
    """What was drawn, and how it is fitted to axes of any size."""

    finding: str  # said first, in bold
    detail: str  # what it rests on, said small
    key: list[Artist]  # what marks mean that do not say it themselves
    fit: Fit
    inside: str = ""  # said on the axes, where nothing could be drawn
    parts: Sequence[Part] = ()  # of charts of one kind, the same ones in the same order
    brief: Mapping[str, str] = MappingProxyType(
        {}
    )  # what labels of the key are a part of where there is little room


Draw = Callable[[Axes, pd.DataFrame, Look], Drawn]


def chart(
    of: str,
    draw: Draw,
    topic: str,
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
        if is_alone or f": {topic}." not in there.head.topic:
            raise LogError(f"{of}: ax has a chart already, expected axes of its own, as of plt.subplots(1, 2)")
        if color is None or label is None:
            raise LogError(f"{of}: ax has such a chart already, expected a color and a label to tell them apart")
    figure = plt.figure(layout="constrained") if ax is None else None
    try:
        ax = ax or figure.subplots()
        fill(ax, draw, f"{EXERCISES[exercise].title}: {topic}", held, look_of(ax, color, label))
    except BaseException:
        if figure:
            plt.close(figure)
        raise
    return ax


def _check_axes(of: str, ax: object) -> None:
    if isinstance(ax, np.ndarray):
        one = ", ".join("0" * ax.ndim)
        raise LogError(f"{of}: ax is an array of {ax.size} axes, expected one of them, like axes[{one}]")
    if ax is not None and not isinstance(ax, Axes):
        raise LogError(f"{of}: ax is a {type(ax).__name__}, expected the Axes of matplotlib to draw on, or None")


def fill(
    ax: Axes,
    draw: Draw,
    topic: str,
    held: pd.DataFrame,
    look: Look,
    *,
    with_key: bool = True,
    gaps: Gaps = FREE,
) -> Drawn:
    """Draw `held`, or say that there is nothing, below the finding and what it is about; return what was drawn.

    Without a key of its own the chart is one of a page, which has one for all, and says itself whose it is; it has
    the `gaps` around it for its words.
    """
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines["left"].set_capstyle("butt")  # else its end is seen above the key
    ax.grid(axis="y", color=look.ink, alpha=0.12, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.tick_params(labelsize=SMALL)
    ax.tick_params(axis="y", length=0, pad=3)
    there = ax.get_axes_locator()
    first = there if isinstance(there, Layout) else None  # a chart drawn on a chart, such as two people's
    drawn = draw(ax, held, look) if len(held) else say_in_the_middle(ax, _nothing(held))
    is_of_example = is_example(held)
    example = EXAMPLE_IN_WORDS * (is_of_example and with_key)
    said = Said(look.label, drawn.finding, example, f"{topic}.", drawn.detail)
    before = first.give_way(ax, drawn) if first else []
    head = Head(ax, [*before, said], look, alone=with_key)
    if is_of_example and not first:
        _stamp(ax, look)
    layout = Layout(ax, drawn, Key(ax, drawn.key if with_key else [], look), head, gaps, first)
    ax.set_axes_locator(layout)
    if with_key:
        layout(ax, None)  # as it would be drawn now, for whoever looks at it first; a page does so for all
    return drawn


def _nothing(held: pd.DataFrame) -> str:
    said = nothing_in_words(held)
    return f"{said[0].upper()}{said[1:]}"


def _stamp(ax: Axes, look: Look) -> None:
    """Write across the axes, behind all that is drawn, that this is nobody's log, in outlines, unlike any band."""
    outlines = [withStroke(linewidth=1.6, foreground=look.ink, alpha=0.3)]
    ax.text(0.5, 0.5, "Example", transform=ax.transAxes, ha="center", va="center", rotation=20, zorder=0,
            size=34, weight="bold", color=look.page, path_effects=outlines, clip_on=True, gid="stamp")  # fmt: skip


def say_in_the_middle(ax: Axes, finding: str, detail: str = "") -> Drawn:
    """Say why nothing can be drawn, without ticks that would measure nothing; above a chart that is there."""
    if isinstance(ax.get_axes_locator(), Layout):
        return Drawn(finding, detail, [], lambda _ax, _share: None)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    said = detail or finding
    words = ax.text(0.5, 0.5, "", transform=ax.transAxes, ha="center", va="center", size="medium", gid="inside")

    def fit(ax: Axes, _share: float) -> None:
        width, height = room(ax)
        whole = fitted(said, "medium", width)
        is_too_high = LINE * points("medium") * (whole.count("\n") + 1) > height
        words.set_text(fitted(finding, "medium", width) if is_too_high else whole)

    return Drawn(finding, "", [], fit, detail)


class Layout:
    """Fits a chart to its axes before they are drawn, whenever they have another size than before.

    matplotlib asks the locator of axes where they are, before anything of them is measured or drawn. Where no
    layout of the figure makes room for the words around the axes, the axes give it. The layout of a chart that is
    drawn on a first one takes that one's place, and fits both.
    """

    def __init__(self, ax: Axes, drawn: Drawn, key: Key, head: Head, gaps: Gaps, first: "Layout | None") -> None:
        self.head = head
        self.inside: str = drawn.inside or (first.inside if first else "")
        self._ax, self._key, self._gaps = ax, key, np.array(gaps)
        self._before, self._fits, self._parts = ax.get_axes_locator(), [drawn.fit], drawn.parts
        if first:
            self._before, self._fits = first._before, [*first._fits, drawn.fit]
            for mine, there in zip(drawn.parts, first._parts, strict=False):  # one may have nothing to show
                mine.join(there)
            self._parts = drawn.parts or first._parts
        self._room: tuple[float, ...] = ()
        self._across: tuple[float, float] | None = None
        self._shrunk = np.zeros(4)  # points, at the left, the bottom, the right and the top

    @property
    def said(self) -> list[str]:
        """What the chart says in words: a finding each, what they are about, and what stands on the axes."""
        return [*self.head.findings, self.head.topic, self.inside]

    @property
    def found(self) -> list[str]:
        """The same without its topic, as for whoever has said that."""
        return [*self.head.findings, self.head.detail]

    def give_way(self, ax: Axes, drawn: Drawn) -> list[Said]:
        """Leave the axes to a layout for another chart too, and return what is said of those that are there.

        Words in their middle move above the axes where that chart has something to show.
        """
        self.head.give_way()
        if self._parts or not drawn.parts:
            return self.head.said
        ax.spines[["left", "bottom"]].set_visible(True)
        next(text for text in ax.texts if text.get_gid() == "inside").remove()
        inside, self.inside, self._fits = self.inside, "", []
        return [one._replace(detail=one.detail or inside) for one in self.head.said]

    def take_key(self, ax: Axes) -> list[Artist]:
        """Take the key off the axes, for a page that has one for all; return what it says of what is in sight."""
        entries, self._room = self._key.take(ax), ()
        self(ax, None)  # with the room that it leaves
        return in_sight(entries, ax)

    def __call__(self, ax: Axes, renderer: RendererBase | None) -> Bbox:
        """Return where the axes are, as they or their own locator say, with the chart fitted to that."""
        place = self._before(ax, renderer) if self._before else ax.get_position(original=True)
        figure = ax.get_figure(root=True)
        ax.apply_aspect(place)
        size = (*room(ax), *margins(ax))
        across_is_new = self._across != ax.get_xlim()  # as by a chart on axes that share theirs
        if across_is_new or not self._room or not np.allclose(size, self._room, rtol=0, atol=0.01):
            self._room = size
            self._shrunk[:] = 0
            self._lay_out(ax)
            if figure.get_layout_engine() is None:
                self._make_room(ax, place, figure)
            self._across = ax.get_xlim()
        return self._shrink(place, figure) if self._shrunk.any() else place

    def _make_room(self, ax: Axes, place: Bbox, figure: Any) -> None:
        """Shrink the axes until the words around them have room; what these take depends on it a little."""
        for _ in range(3):
            lacks = np.maximum(self._needs(ax) - self._has(ax), 0)
            if not lacks.any():
                break
            self._shrunk += lacks
            ax.apply_aspect(self._shrink(place, figure))
            self._lay_out(ax)

    def _lay_out(self, ax: Axes) -> None:
        key = self._key.fit(ax)
        for fit in self._fits:
            fit(ax, key)
        self.head.fit(ax)

    def _needs(self, ax: Axes) -> np.ndarray:
        """Return the points that the words around the axes take."""
        return np.array([*sizes_of(ax), 0.0, self.head.height])

    def _has(self, ax: Axes) -> np.ndarray:
        """Return the points that there are for them."""
        return np.minimum(margins(ax), self._gaps + self._shrunk)

    def _shrink(self, place: Bbox, figure: Any) -> Bbox:
        width, height = figure.get_size_inches() * 72
        left, bottom, right, top = self._shrunk
        return Bbox.from_extents(
            min(place.x0 + left / width, place.x1 - 0.05),
            min(place.y0 + bottom / height, place.y1 - 0.05),
            place.x1 - right / width,
            max(place.y1 - top / height, place.y0 + bottom / height + 0.05),
        )

    def get_subplotspec(self) -> SubplotSpec | None:
        """Return the place of the axes in their grid, for `tight_layout`."""
        return self._ax.get_subplotspec()


def size_of(figure: Any) -> tuple[float, float]:
    """Return width and height of a figure or a part of one, in inches."""
    dpi = figure.get_figure(root=True).dpi
    return figure.bbox.width / dpi, figure.bbox.height / dpi


def new_page(scale: float) -> Figure:
    """Return a figure of the reader's own proportions."""
    return plt.figure(figsize=tuple(scale * side for side in rcParams["figure.figsize"]))
