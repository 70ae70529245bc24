"""What stands at the end of a side's curve: its typical hold now, and where its single holds lie."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.markers import TICKLEFT
from matplotlib.transforms import ScaledTranslation, Transform

from hiplog.charts.days import number
from hiplog.charts.looks import EDGE, MARKERS, Look
from hiplog.charts.names import Name

GAP = 25.0  # points from the end of a curve to its name, with a mark and the brackets between
_MARK_AT = 6.0  # points from the end of a curve
_BRACKET_AT = {"left": 14.0, "right": 19.0}


def draw_now(ax: Axes, now: pd.DataFrame, points: pd.DataFrame, top: float, look: Look) -> Iterator[Name]:
    """Draw each side's row of `hiplog.typical_hold` beyond its last day, and yield what its end is called."""
    for row in now.itertuples():
        last = points.loc[points["side"] == row.side, ["started_at", "hold_s"]].iloc[-1]
        x, side = number(last["started_at"]), look.named(row.side)
        if row.verdict == "known":
            _draw_typical(ax, x, row, top, look)
            _draw_bracket(ax, x, row, top, look)
            yield Name(f"{side} {row.median_s:.0f} s", x, row.median_s, look.of_words(row.side))
        elif row.verdict != "reached":
            y = row.median_s if row.verdict == "above_target" else last["hold_s"]
            yield Name(side, x, min(float(y), top), look.of_words(row.side))


def _draw_typical(ax: Axes, x: float, row: Any, top: float, look: Look) -> None:
    """Draw the typical hold of a side and its interval."""
    style: dict[str, Any] = {"color": look.colours[row.side], "transform": _beyond(ax, _MARK_AT), "zorder": 4}
    ax.plot([x, x], [row.low_s, min(row.high_s, top)], linewidth=1.4, **style)
    mark = {"marker": MARKERS[row.side], "markersize": 6, "markeredgecolor": look.page, "markeredgewidth": EDGE}
    ax.plot([x], [row.median_s], **mark, **style)


def _draw_bracket(ax: Axes, x: float, row: Any, top: float, look: Look) -> None:
    """Draw from where to where single holds lie; the part above the target was not seen, and has no end."""
    is_seen = not row.single_high_s > row.target_s
    high = row.single_high_s if is_seen else row.target_s
    ends: dict[str, Any] = {"marker": TICKLEFT, "markersize": 4, "markevery": [0, 1] if is_seen else [0]}
    style: dict[str, Any] = {"color": look.colours[row.side], "linewidth": 1, "markeredgewidth": 1, "zorder": 4}
    ax.plot(
        [x, x],
        [row.single_low_s, min(high, top)],
        transform=_beyond(ax, _BRACKET_AT[row.side]),
        gid="single holds",
        **ends,
        **style,
    )


def _beyond(ax: Axes, points: float) -> Transform:
    """Return the place of the data, so many points to the right."""
    return ax.transData + ScaledTranslation(points / 72, 0, ax.get_figure(root=True).dpi_scale_trans)


def single_entry(now: pd.DataFrame, look: Look) -> list[Artist]:
    """Return what the brackets mean, where there are any."""
    is_drawn = now["verdict"].eq("known").any()
    return [look.entry("19 of 20 single holds", ls="none", marker="$]$", ms=7)] if is_drawn else []
