"""The person's own dated words on a chart over days: numbered lines, whose words stand in the key."""

from bisect import bisect

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import ScaledTranslation

from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.days import DayLocator, number
from hiplog.charts.parts.text import SMALL, room, width_of
from hiplog.dates import day_in_words

MOST_NAMED = 4  # the newest, of whose words the key has room
WIDE = 130.0  # points, that the words of one may take there
LOW = 0.02  # of the axes' height: where the numbers stand, below what is drawn on most charts
ASIDE = 1.5  # points, from a line to its number
CLEAR = {"linewidth": 1.6}


class Marks:
    """Lines at marks, and their numbers, laid out after the chart itself, and anew for each size of the axes.

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
        The day that is marked most clearly; it has an entry of its own where no mark is of that day.
    """

    def __init__(
        self,
        ax: Axes,
        marks: pd.DataFrame,
        look: looks.Look,
        fit: canvas.Fit,
        at: pd.Timestamp | None = None,
    ) -> None:
        self._marks, self._look, self._fit = numbered(_with_day(marks, at), at), look, fit
        thin = {"linewidth": 0.7, "alpha": 0.8}
        styles = [CLEAR if day == at else thin for day in self._marks["day"]]
        days = number(self._marks["day"])
        self._lines = [
            ax.axvline(x, color=look.ink, zorder=1.5, **style) for x, style in zip(days, styles, strict=True)
        ]
        self._numbers: list[Text] = []
        self.entries = entries_of(self._marks, look)

    def __call__(self, ax: Axes, key: float) -> None:
        """Lay out the chart, then the numbers; one that lies too near to the one before is said with it."""
        self._fit(ax, key)
        for line in self._lines:
            line.set_ydata([0, 1 - key])
        while self._numbers:
            self._numbers.pop().remove()
        first, last = ax.get_xlim()
        days_per_point = (last - first) / max(room(ax)[0], 1)
        shift = ScaledTranslation(ASIDE / 72, 0, ax.get_figure(root=True).dpi_scale_trans)
        for x, said in _grouped(self._marks, days_per_point, first, last):
            text = ax.text(x, LOW, said, transform=ax.get_xaxis_transform() + shift, size=SMALL, va="bottom")
            text.set(color=self._look.ink, path_effects=self._look.halo(), clip_on=True, gid="mark")
            self._numbers.append(text)


def numbered(marks: pd.DataFrame, at: pd.Timestamp | None = None) -> pd.DataFrame:
    """Return the marks with the number of each that is named, "" for the older ones.

    Of one diary all marks are numbered, whichever of them a chart shows: its number is one wherever it stands.
    """
    is_named = (np.arange(len(marks), 0, -1) <= MOST_NAMED) | marks["day"].eq(at).to_numpy()
    numbers = [str(nth) * named for nth, named in zip(is_named.cumsum().tolist(), is_named.tolist(), strict=True)]
    return marks.assign(number=pd.array(numbers, dtype="str"))


def entries_of(marks: pd.DataFrame, look: looks.Look) -> list[Artist]:
    """Return the entries of the key for numbered marks: of the newest their numbers, words and days."""
    rows = [*zip(marks["number"], marks["words"], marks["day"], strict=True)]
    labels = [f"{number}: {_said(words, day)}" for number, words, day in rows if number]
    n_others = len(rows) - len(labels)
    labels += [f"{n_others} earlier"] * (n_others > 0)
    return [line_in_key(label, look) for label in labels]


def line_in_key(label: str, look: looks.Look) -> Line2D:
    """Return the entry of the key for a line at a day."""
    return Line2D([], [], label=label, color=look.ink, marker="|", ms=9, ls="none", mew=1.4)


def _said(words: str, day: pd.Timestamp) -> str:
    """Return a mark in words with its day; what is no formula is not to be taken for one."""
    if not words:
        return f"from {day_in_words(day)}"
    return f"{shortened(words, WIDE)}, {day_in_words(day)}".replace("$", r"\$")


def _with_day(marks: pd.DataFrame, at: pd.Timestamp | None) -> pd.DataFrame:
    """Return the marks with one, without words, for a day that has none."""
    if at is None or marks["day"].eq(at).any():
        return marks
    unnamed = pd.DataFrame({"day": [at], "words": [""]})
    return pd.concat([marks[["day", "words"]], unnamed]).sort_values("day", kind="stable", ignore_index=True)


def not_shown(ax: Axes, at: pd.Timestamp | None) -> str:
    """Return in words that a day to mark is none of those on the axes, "" where it is."""
    days = ax.xaxis.get_major_locator()
    if at is None or not isinstance(days, DayLocator) or days.span.first - 1 <= number(at) <= days.span.last + 1:
        return ""
    return f" {day_in_words(at)} is not among these days."


def _grouped(marks: pd.DataFrame, days_per_point: float, first: float, last: float) -> list[tuple[float, str]]:
    """Return where numbers stand and what they are: those that would touch are one text."""
    texts: list[tuple[float, str]] = []
    for x, said in zip(number(marks["day"]), marks["number"], strict=True):
        if not said or not first <= x <= last:
            continue
        if texts and x - texts[-1][0] < (width_of(f"{texts[-1][1]} ", SMALL) + ASIDE) * days_per_point:
            texts[-1] = (texts[-1][0], f"{texts[-1][1]}, {said}")
        else:
            texts.append((float(x), said))
    return texts


def shortened(words: str, most: float) -> str:
    """Return words on one line, no longer than so many points."""
    line = " ".join(words.split("\n"))
    if width_of(line, SMALL) <= most:
        return line
    fits = bisect(range(1, len(line)), most, key=lambda n: width_of(f"{line[:n]}…", SMALL))
    return f"{line[:fits].rstrip()}…"
