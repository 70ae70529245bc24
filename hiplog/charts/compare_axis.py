"""The axis of what changed: rows in percent, and apart from them those in points of pain, each with a scale."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.markers import TICKDOWN
from matplotlib.text import Text

from hiplog.charts.parts.looks import Look
from hiplog.charts.parts.names import TicksUpTo
from hiplog.charts.parts.text import SMALL, room, width_of

POINT_PCT = 10.0  # percent that are as long as a point of pain, of 10
BELOW = 0.6  # rows, from the lowest one of a scale down to that
_NUMBERS = 1.1  # rows more, that the numbers of a scale take which has rows below
_STEPS = (5, 10, 20, 50, 100, 200, 500, 1000)  # percent
_DOWN = 4.5  # points, to the numbers below a scale's line
_PERCENT, _POINTS = "change in %", "change of pain in points"


class Scales:
    """The scale of percent and that of points, whichever rows need: where both do, points stand below all.

    Parameters
    ----------
    ax : Axes
    rows : DataFrame
        Of `hiplog.compare`, the lowest first, those of pain before all others.
    """

    def __init__(self, ax: Axes, rows: pd.DataFrame, look: Look) -> None:
        is_pain = rows["what"].str.startswith("pain")
        n_pain, has_both = int(is_pain.sum()), is_pain.any() and not is_pain.all()
        gap = has_both * (BELOW + _NUMBERS)
        self.heights = np.arange(len(rows)) + np.where(is_pain, 0.0, gap)
        self.words = f"less ← {_POINTS if n_pain else _PERCENT} → more"
        self._look, self._numbers = look, list[Text]()
        self._ticks = Line2D([], [], ls="none", marker=TICKDOWN, ms=3.5, mew=0.8, color=look.ink, gid="scale")
        self._line = n_pain - 1 + BELOW + _NUMBERS if has_both else np.nan
        ax.xaxis.set_major_formatter(_points if n_pain else _percent)

    def draw(self, ax: Axes, names: list[str], last: float) -> None:
        """Draw the line of the scale that has rows below, and name each row and that; `last` has the last tick."""
        ax.xaxis.set_major_locator(TicksUpTo(last, _STEPS))
        places = dict(zip(self.heights, names, strict=True))
        if np.isfinite(self._line):
            ax.axhline(self._line, color=self._look.ink, linewidth=0.8, gid="scale")
            ax.add_line(self._ticks)
            places[self._line] = _PERCENT
        ax.set_yticks([*places], [*places.values()])

    def fit(self, ax: Axes) -> None:
        """Set the numbers below that line anew for the axes as they are."""
        if not np.isfinite(self._line):
            return
        for number in self._numbers:
            number.remove()
        style = {"size": SMALL, "ha": "center", "va": "top", "gid": "scale"} | self._look.clear()
        (first, end), width = ax.get_xlim(), room(ax)[0]
        self._numbers = []
        ticks = [x for x in ax.xaxis.get_major_locator()() if first <= x <= end]
        self._ticks.set_data(ticks, [self._line] * len(ticks))
        for x in ticks:  # their numbers clear of the names at the left
            from_edge, half = width * (x - first) / (end - first), width_of(_percent(x), SMALL) / 2 + 1
            where = {"xytext": (max(0.0, half - from_edge), -_DOWN), "textcoords": "offset points"}
            self._numbers.append(ax.annotate(_percent(x), (x, self._line), **where, **style))


def _percent(x: float, _: int | None = None) -> str:
    """Return what a tick says: a change in percent."""
    return f"{x:+.0f} %" if x else "0"


def _points(x: float, _: int | None = None) -> str:
    """Return what a tick says: a change of pain in points."""
    return f"{x / POINT_PCT:+g}" if x else "0"
