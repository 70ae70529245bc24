"""Words that fit: their width, the lines they are broken into, and the room there is for them."""

from bisect import bisect
from functools import lru_cache
from typing import Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

EDGE, AT_LEFT = 3.0, 0.6  # points that are left free there, and of the width of the axes, how far that is at most
_STYLE: list[Any] = ["font.style", "font.variant", "font.stretch"]
SMALL = "small"  # of all words but the finding's: 8.3 points, and none is smaller, for they are read on paper too


def points(size: str | float) -> float:
    """Return a font size of rcParams, like "small", in points."""
    return _points(size, rcParams["font.size"])


@lru_cache  # a page asks for the same three sizes hundreds of times
def _points(size: str | float, _of_medium: float) -> float:
    return float(FontProperties(size=size).get_size_in_points())


def width_of(text: str, size: str | float, weight: str = "normal") -> float:
    """Return the width of a text's widest line in points."""
    font = (points(size), weight)
    fonts = (*rcParams["font.family"], *rcParams["font.sans-serif"], *rcParams["font.serif"])
    fonts += (*rcParams["font.monospace"], *(str(rcParams[name]) for name in _STYLE))
    return max(_width_of_line(line, font, fonts) for line in text.split("\n"))


@lru_cache(maxsize=4096)  # an axis asks for its ticks, and they for their width, dozens of times a drawing
def _width_of_line(line: str, font: tuple[float, str], _fonts: tuple[str, ...]) -> float:
    """Return the width of a line; which fonts a family's name stands for is another in another style."""
    size, weight = font
    of = FontProperties(size=size, weight=weight)
    return float(text_to_path.get_text_width_height_descent(line, of, ismath=False)[0])


def room(ax: Axes) -> tuple[float, float]:
    """Return width and height of the axes in points, as they lie now."""
    box, dpi = ax.get_window_extent(), ax.get_figure(root=True).dpi
    return box.width / dpi * 72, box.height / dpi * 72


def margins(ax: Axes) -> tuple[float, float, float, float]:
    """Return the points between the axes and the figure's left, lower, right and upper edge."""
    figure, box = ax.get_figure(root=True), ax.get_window_extent()
    page, inch = figure.bbox, figure.dpi / 72
    sides = (box.x0 - page.x0, box.y0 - page.y0, page.x1 - box.x1, page.y1 - box.y1)
    left, bottom, right, top = (float(side / inch) for side in sides)
    return left, bottom, right, top


def at_left(ax: Axes) -> float:
    """Return how many points left of the axes words begin: where these are alone on their figure, at its edge."""
    if len(ax.get_figure(root=True).axes) > 1:
        return 0.0
    return min(max(margins(ax)[0] - EDGE, 0.0), AT_LEFT * room(ax)[0])


def sizes_of(ax: Axes) -> tuple[float, float]:
    """Return the points that the words of the axes' own take at the left of them and below."""
    line = 1.25 * points(SMALL)
    dates, ticks = _labels(ax.xaxis), _labels(ax.yaxis)
    left = max((1.05 * width_of(text, SMALL) for text in ticks), default=0.0) + 5
    below = line * max((text.count("\n") + 1 for text in dates), default=0) + 7 * bool(dates)
    lines = ax.get_xlabel().count("\n") + 1
    return left + line * bool(ax.get_ylabel()), below + (line * lines + 3) * bool(ax.get_xlabel())


def _labels(axis: Axis) -> list[str]:
    """Return what the ticks of an axis will say, which makes none of them."""
    return [*filter(None, axis.get_major_formatter().format_ticks(axis.get_majorticklocs()))]


def fitted(text: str, size: str | float, most: float, weight: str = "normal") -> str:
    """Return `text` broken into lines that are no wider than `most` points."""
    words, lines = text.split(), []
    while words:
        wider = range(2, len(words) + 1)
        n = 1 + bisect(wider, most, key=lambda n: width_of(" ".join(words[:n]), size, weight))
        lines.append(" ".join(words[:n]))
        words = words[n:]
    return "\n".join(lines)
