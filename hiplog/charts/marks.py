"""The person's own dated words on a chart over days: thin lines, each with its words beside it."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Text

from hiplog.charts import canvas, looks
from hiplog.charts.days import number
from hiplog.charts.text import SMALL, points, room, width_of

LOW = 0.02  # of the axes' height: where the words begin, below what is drawn on most charts
TALL = 0.7  # of the axes' height: as much as words may take


class Marks:
    """Lines at marks, and their words, laid out after the chart itself, and anew for each size of the axes.

    Parameters
    ----------
    ax : Axes
        Whose x axis is one of days.
    marks : DataFrame
        With the columns of `hiplog.schema.MARKS`, sorted by day.
    look : Look
    fit : callable
        What lays out the chart itself.
    """

    def __init__(
        self,
        ax: Axes,
        marks: pd.DataFrame,
        look: looks.Look,
        fit: canvas.Fit,
    ) -> None:
        self._marks, self._look, self._fit = marks, look, fit
        line = {"color": look.ink, "linewidth": 0.7, "linestyle": (0, (4, 2)), "alpha": 0.8, "zorder": 1.5}
        self._lines = [ax.axvline(x, **line) for x in number(marks["day"])]
        self._words: list[Text] = []

    def __call__(self, ax: Axes, key: float) -> None:
        """Lay out the chart, then the words below the key; what lies too near to one before is said with it."""
        self._fit(ax, key)
        for line in self._lines:
            line.set_ydata([0, 1 - key])
        while self._words:
            self._words.pop().remove()
        (width, height), (first, last) = room(ax), ax.get_xlim()
        least = 1.3 * points(SMALL) * (last - first) / max(width, 1)  # days that a line of text takes
        for x, words in _grouped(self._marks, least, first, last):
            text = ax.text(x, LOW, shortened(f" {words}", TALL * height), transform=ax.get_xaxis_transform())
            text.set(rotation=90, size=SMALL, ha="right" if x > last - least else "left", va="bottom")
            text.set(color=self._look.ink, path_effects=self._look.halo(), parse_math=False, clip_on=True)
            self._words.append(text)


def _grouped(marks: pd.DataFrame, least: float, first: float, last: float) -> list[tuple[float, str]]:
    """Return where words stand and what they are: those that would touch are one text."""
    texts: list[tuple[float, str]] = []
    for x, words in zip(number(marks["day"]), marks["words"], strict=True):
        if texts and x - texts[-1][0] < least:
            texts[-1] = (texts[-1][0], f"{texts[-1][1]}; {words}")
        elif first <= x <= last:
            texts.append((float(x), words))
    return texts


def shortened(words: str, most: float) -> str:
    """Return words on one line, no longer than so many points."""
    line = " ".join(words.split("\n"))
    if width_of(line, SMALL) <= most:
        return line
    kept = next((n for n in range(len(line) - 1, 0, -1) if width_of(f"{line[:n]}…", SMALL) <= most), 0)
    return f"{line[:kept].rstrip()}…"
