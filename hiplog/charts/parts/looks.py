"""How things look: colours, markers and lines that also differ in grey and for colour-blind eyes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import is_color_like, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.typing import ColorType

from hiplog import arguments

# M. Okabe and K. Ito (2008), Color Universal Design, as in B. Wong (2011), Nature Methods 8:441. The first of each
# pair is for a light page, the second for a dark one.
COLOURS = {
    "left": ("#0072B2", "#56B4E9"),  # blue, sky blue
    "right": ("#D55E00", "#E69F00"),  # vermillion, orange
    "balance": ("#404040", "#D0D0D0"),  # of no side, and neither good nor bad
    "practice": ("#009E73", "#009E73"),  # bluish green
    "pain": ("#CC79A7", "#CC79A7"),  # reddish purple
}
MARKERS = {"left": "o", "right": "s"}
# Marks what pain ended, on every chart: a bolt, for a star would be praise, and a cross is an interrupted hold.
_BOLT = [(0.25, 1), (-0.6, -0.15), (-0.08, -0.15), (-0.25, -1), (0.6, 0.2), (0.08, 0.2), (0.25, 1)]
PAIN = Path(_BOLT, closed=True)
WITH_BAR = Path.make_compound_path(Path.circle(radius=0.5), Path([(0, -1), (0, 1)]))  # a mark with its interval
LINES: dict[str, Any] = {"left": "-", "right": (0, (6, 1, 1, 1))}
ABOVE = {"left": (0, (2.5, 1.5)), "right": (0, (2.5, 1.5, 0.6, 1.5))}  # where a curve lies above the target
EDGE = 0.8  # points, of marks: some styles have 0, and hollow marks and crosses are nothing but edge
RANGE = 0.2  # opacity of an interval
Colours = ColorType | Mapping[str, ColorType] | None


@dataclass(frozen=True)
class Look:
    """The colours of one chart, on the page that it is drawn on, and what its entries in the legend begin with."""

    ink: ColorType  # of text, and of what belongs to no side
    page: ColorType
    colours: Mapping[str, ColorType]
    label: str | None
    is_clear: bool = False  # whether the page is seen through

    def named(self, entry: str) -> str:
        """Return the label of an entry of the legend."""
        return f"{self.label}: {entry}" if self.label else entry

    def halo(self) -> list[withStroke]:
        """Return the path effects that keep a line apart from the points behind it."""
        return [withStroke(linewidth=4, foreground=self.page, alpha=0.7)]

    def clear(self) -> dict[str, Any]:
        """Return what keeps words clear of lines behind: a box in the page's colour, or a halo if it has none."""
        if self.is_clear:
            return {"path_effects": self.halo()}
        return {"bbox": {"facecolor": self.page, "edgecolor": "none", "pad": 0}}

    def of_words(self, name: str) -> ColorType:
        """Return the colour of words on a side, or on pain: nearer to the ink than its lines, to be read.

        On a page that is seen through, which may turn out light or dark, it is the ink.
        """
        if self.is_clear:
            return self.ink
        colour, ink = (np.array(to_rgba(each)[:3]) for each in (self.colours[name], self.ink))
        red, green, blue = (0.75 * colour + 0.25 * ink).tolist()
        return red, green, blue

    def entry(self, label: str, color: ColorType | None = None, **line: Any) -> Line2D:
        """Return an entry of the legend, a line or a mark."""
        return Line2D([], [], color=color or self.ink, label=label, markeredgewidth=EDGE, **line)

    def range_entry(self, colour: ColorType | None = None) -> Patch:
        """Return the legend entry of 95 % intervals."""
        return Patch(color=colour or self.ink, alpha=RANGE, lw=0, label="likely range (95 %)")


def check(of: str, color: object, label: object) -> None:
    """Refuse a colour or a label that cannot be used, for the function `of`.

    Raises
    ------
    LogError
    """
    if label is not None and not isinstance(label, str):
        raise arguments.refused(of, "label", label, "a text, or None")
    given = _by_name(color)
    if not set(given) <= set(COLOURS) or not all(map(is_color_like, given.values())):
        expected = f"a colour of matplotlib, or a dict of such for some of {', '.join(COLOURS)}"
        raise arguments.refused(of, "color", color, expected)


def look_of(ax: Axes, color: Colours, label: str | None) -> Look:
    """Return how a chart on `ax` looks."""
    page = _page(ax)
    known = {name: dark if _brightness(page) < 0.5 else light for name, (light, dark) in COLOURS.items()}
    is_clear = not any(to_rgba(face)[3] > 0.5 for face in _faces(ax))
    return Look(ax.title.get_color(), page, known | _by_name(color), label, is_clear)


def _by_name(color: Any) -> dict[str, ColorType]:
    """Return the colours that were given, by what they are of."""
    if color is None:
        return {}
    return dict(color) if isinstance(color, Mapping) else dict.fromkeys(COLOURS, color)


def _page(ax: Axes) -> ColorType:
    """Return the colour behind a chart; what is see-through has the contrary of its text's behind it."""
    for face in _faces(ax):
        if to_rgba(face)[3] > 0.5:
            return face
    return "black" if _brightness(ax.title.get_color()) > 0.5 else "white"


def _faces(ax: Axes) -> tuple[ColorType, ColorType]:
    return ax.get_facecolor(), ax.get_figure(root=True).get_facecolor()


def _brightness(colour: ColorType) -> float:
    return float(np.dot(to_rgba(colour)[:3], (0.2126, 0.7152, 0.0722)))


def marks(n: int) -> dict[str, Any]:
    """Return how to draw `n` marks of one kind: many are small and faint, and pixels even in a PDF."""
    size = float(np.clip(45 / np.sqrt(max(n, 1)), 2.2, 5))
    alpha = float(np.interp(np.log10(max(n, 1)), [1.5, 2.8, 3.8, 4.3], [0.8, 0.5, 0.2, 0.09]))
    look = {"markersize": size, "alpha": alpha, "linestyle": "none", "markeredgewidth": EDGE}
    return look | {"rasterized": n > 2000}
