"""Days of a curve that stand alone, between gaps: a line and a band would show nothing of them."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.typing import ColorType

from hiplog.charts.parts.days import number
from hiplog.charts.parts.key import ALONE
from hiplog.charts.parts.looks import EDGE, WITH_BAR, Look

_BAR = 1.4  # points
_MARK: dict[str, Any] = {"linestyle": "none", "markersize": 5.5, "markeredgewidth": EDGE}


def are_alone(values: pd.Series) -> pd.Series:
    """Return which values are known and have no known one next to them."""
    known = values.notna()
    return known & ~known.shift(fill_value=False) & ~known.shift(-1, fill_value=False)


def draw_alone(ax: Axes, rows: pd.DataFrame, marker: str, color: ColorType, look: Look) -> list[Line2D]:
    """Draw a mark with its interval at each row's day; return what was drawn.

    The columns of the rows are the day, its value, and the lower and the upper end.
    """
    if rows.empty:
        return []
    day, value, low, high = (rows[column] for column in rows)
    x, none = number(day), np.full(len(rows), np.nan)
    style: dict[str, Any] = {"color": color, "zorder": 4, "gid": ALONE}
    across, up = (np.column_stack(ends).ravel() for ends in ([x, x, none], [low, high, none]))
    bars = ax.plot(across, up, linewidth=_BAR, **style)
    return bars + ax.plot(x, value, marker=marker, markeredgecolor=look.page, **_MARK, **style)


def alone_entry(drawn: list[Line2D], look: Look) -> list[Artist]:
    """Return the entry of the key for such days, where any was drawn."""
    return [look.entry("a day alone, its range", ls="none", marker=WITH_BAR, ms=11, gid=ALONE)] if drawn else []
