"""Words that fit: their width, the lines they are broken into, and the room there is for them."""

import math
from functools import lru_cache

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

SMALL = "small"  # of ticks, legend and axis labels: they leave room for the data in a narrow cell


def points(size: str | float) -> float:
    """Return a font size of rcParams, like "small", in points."""
    return float(FontProperties(size=size).get_size_in_points())


def width_of(text: str, size: str | float) -> float:
    """Return the width of a text's widest line in points."""
    font = FontProperties(size=points(size))
    return max(_width_of_line(line, font) for line in text.split("\n"))


@lru_cache(maxsize=4096)  # an axis asks for its ticks, and they for their width, dozens of times a drawing
def _width_of_line(line: str, font: FontProperties) -> float:
    return float(text_to_path.get_text_width_height_descent(line, font, ismath=False)[0])


def room(ax: Axes) -> tuple[float, float]:
    """Return width and height of the axes in points, as they lie now."""
    box, dpi = ax.get_window_extent(), ax.get_figure(root=True).dpi
    return box.width / dpi * 72, box.height / dpi * 72


def room_above(ax: Axes) -> float:
    """Return the height between the axes and the edge of the figure in points; endless where a layout makes it."""
    figure = ax.get_figure(root=True)
    if figure is None or figure.get_layout_engine() is not None:
        return math.inf
    return float((figure.bbox.y1 - ax.get_window_extent().y1) / figure.dpi * 72)


def fitted(text: str, size: str | float, most: float) -> str:
    """Return `text` broken into lines that are no wider than `most` points."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size) > most:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
