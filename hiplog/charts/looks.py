"""How things look: colours, markers and lines that also differ in grey and for colour-blind eyes."""

import numpy as np
from matplotlib import rcParams
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke

# M. Okabe and K. Ito (2008), Color Universal Design, as in B. Wong (2011), Nature Methods 8:441. The first of each
# pair is for a light page, the second for a dark one.
COLOURS = {
    "left": ("#0072B2", "#56B4E9"),  # blue, sky blue
    "right": ("#D55E00", "#E69F00"),  # vermillion, orange
    "neither": ("#009E73", "#009E73"),  # bluish green
    "pain": ("#CC79A7", "#CC79A7"),  # reddish purple
}
MARKERS = {"left": "o", "right": "s"}
LINES = {"left": "-", "right": (0, (6, 1, 1, 1))}
ABOVE = {"left": (0, (2.5, 1.5)), "right": (0, (2.5, 1.5, 0.6, 1.5))}  # where a curve lies above the target
RANGE = 0.2  # opacity of an interval


def ink() -> str:
    """Return the colour of text, for what belongs to no side."""
    return rcParams["text.color"]


def colour_of(name: str) -> str:
    """Return the colour of a side, of `neither` or of `pain`, on the page that rcParams describe."""
    brightness = np.dot(to_rgb(ink()), (0.2126, 0.7152, 0.0722))
    light, dark = COLOURS[name]
    return dark if brightness > 0.5 else light


def halo() -> list:
    """Return the path effects that keep a line apart from the points behind it."""
    return [withStroke(linewidth=4, foreground=rcParams["axes.facecolor"], alpha=0.7)]


def marks(n: int) -> dict:
    """Return how to draw `n` marks of one kind: many are small and faint, and pixels even in a PDF."""
    size = float(np.clip(45 / np.sqrt(max(n, 1)), 2.2, 5))
    alpha = float(np.interp(np.log10(max(n, 1)), [1.5, 2.8, 3.8, 4.3], [0.8, 0.5, 0.2, 0.09]))
    look = {"markersize": size, "alpha": alpha, "linestyle": "none", "markeredgewidth": 0.8}
    return look | {"rasterized": n > 2000}


def range_entry(colour: str) -> Patch:
    """Return the legend entry of 95 % intervals."""
    return Patch(color=colour, alpha=RANGE, lw=0, label="likely range (95 %)")


def side_entry(side: str) -> Line2D:
    """Return the legend entry of a side."""
    return Line2D([], [], color=colour_of(side), marker=MARKERS[side], ms=4.5, lw=2, ls=LINES[side], label=side)
