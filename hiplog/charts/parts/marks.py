"""The person's own dated words on a chart over days: lines, each with its words beside it."""

from bisect import bisect

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Text
from matplotlib.transforms import ScaledTranslation

from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.days import DayLocator, number
from hiplog.charts.parts.text import SMALL, points, room, width_of
from hiplog.dates import day_in_words

LOW = 0.02  # of the axes' height: where the words begin, below what is drawn on most charts
TALL = 0.7  # of the axes' height below the key: as much as words may take
ASIDE = 1.5  # points, from a line to its words
CLEAR = {"linewidth": 1.6, "linestyle": "-"}


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
    at : Timestamp, optional
        The day that is marked most clearly; it has words of its own where no mark is of that day.
    """

    def __init__(
        self,
        ax: Axes,
        marks: pd.DataFrame,
        look: looks.Look,
        fit: canvas.Fit,
        at: pd.Timestamp | None = None,
    ) -> None:
        self._marks, self._look, self._fit = _with_day(marks, at), look, fit
        thin = {"linewidth": 0.7, "linestyle": (0, (4, 2)), "alpha": 0.8}
        styles = [CLEAR if day == at else thin for day in self._marks["day"]]
        days = number(self._marks["day"])
        self._lines = [
            ax.axvline(x, color=look.ink, zorder=1.5, **style) for x, style in zip(days, styles, strict=True)
        ]
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
            is_last = x > last - least
            aside = ScaledTranslation(
                (-1 if is_last else 1) * ASIDE / 72, 0, ax.get_figure(root=True).dpi_scale_trans
            )
            place = ax.get_xaxis_transform() + aside
            text = ax.text(x, LOW, shortened(f" {words}", TALL * (1 - key) * height), transform=place)
            text.set(rotation=90, size=SMALL, ha="right" if is_last else "left", va="bottom")
            text.set(color=self._look.ink, path_effects=self._look.halo(), parse_math=False, clip_on=True)
            self._words.append(text)


def _with_day(marks: pd.DataFrame, at: pd.Timestamp | None) -> pd.DataFrame:
    """Return the marks with one for a day that has none."""
    if at is None or marks["day"].eq(at).any():
        return marks
    own = pd.DataFrame({"day": [at], "words": [f"from {day_in_words(at)}"]})
    return pd.concat([marks[["day", "words"]], own]).sort_values("day", kind="stable")


def not_shown(ax: Axes, at: pd.Timestamp | None) -> str:
    """Return in words that a day to mark is none of those on the axes, "" where it is."""
    days = ax.xaxis.get_major_locator()
    if at is None or not isinstance(days, DayLocator) or days.span.first - 1 <= number(at) <= days.span.last + 1:
        return ""
    return f" {day_in_words(at)} is not among these days."


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
    fits = bisect(range(1, len(line)), most, key=lambda n: width_of(f"{line[:n]}…", SMALL))
    return f"{line[:fits].rstrip()}…"
