"""What stands at the end of a side's curve: its typical hold now, and where its single holds lie."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.markers import TICKLEFT
from matplotlib.transforms import ScaledTranslation, Transform

from hiplog.charts.parts.days import number
from hiplog.charts.parts.looks import ABOVE, EDGE, MARKERS, RANGE, WITH_BAR, Look
from hiplog.charts.parts.names import Name
from hiplog.dates import clock, day_in_words
from hiplog.exercise import SIDES
from hiplog.measures.holds.selection import A_WHILE_DAYS, LATELY_DAYS
from hiplog.verdicts.sides import NEEDED_IN_WORDS, order_in_words
from hiplog.verdicts.span import days_there, span_in_words
from hiplog.verdicts.typical import (
    level_in_words,
    range_in_words,
    sides_in_short,
    target_changed_in_words,
    typical_in_words,
)

LATELY = pd.Timedelta(days=LATELY_DAYS)
BEYOND = 1.8  # points, of a line along the target, where a typical hold lies beyond it
LEAST_REACHED = 4  # holds at the target without which none is known to lie there
GAP = 25.0  # points from the end of a curve to its name, with a mark and the brackets between
_MARK_AT = {"left": 4.0, "right": 9.5}  # points from the end of a curve: none hides the other
_BRACKET_AT = {"left": 15.5, "right": 20.0}
WITH_RANGE = ("known", "above_target")  # verdicts of which the range is known
TYPICAL, WITHIN = f"typical of {LATELY_DAYS} days, its range", "19 of 20 holds within"
BRIEF = dict.fromkeys((TYPICAL, WITHIN), f"{TYPICAL}; {WITHIN}")
_BAR, _EDGE = 1.4, 0.8  # points, of an interval at a mark, and of the box over the days that it is of


def draw_now(ax: Axes, now: pd.DataFrame, points: pd.DataFrame, top: float, look: Look) -> Iterator[Name]:
    """Draw each side's row of `hiplog.typical_hold` beyond its last day, and yield what its end is called."""
    for row in now.itertuples():
        is_of = points["side"] == row.side
        began, last_s = points.loc[is_of, "started_at"], points.loc[is_of, "hold_s"].iloc[-1]
        x, side = number(began.iloc[-1]), look.named(row.side)
        first = number(began[began >= row.day + pd.Timedelta(days=1) - LATELY].iloc[0])
        if is_beyond(row):
            _draw_beyond(ax, [first, x], row, look)
        elif row.verdict == "known":
            _draw_span(ax, [first, x], row, top, look)
        if row.verdict in WITH_RANGE:
            _draw_mark(ax, x, row, top, look)
            _draw_bracket(ax, x, row, top, look)
        y = row.seen_s if is_beyond(row) else row.median_s if row.verdict == "known" else last_s
        yield Name(f"{side}{_level(row)}", x, min(float(y), top), look.of_words(row.side))


def _level(row: Any) -> str:
    """Return what follows a side's name at the end of its curve: shorter than the title, which says it in full."""
    if is_beyond(row):
        return f" {'about' if row.verdict == 'above_target' else 'at'} {clock(row.seen_s)}"
    return f" {level_in_words(row.median_s, row.seen_s)}" if row.verdict == "known" else ""


def is_beyond(row: Any) -> bool:
    """Return whether the typical hold of a row of `hiplog.typical_hold` is as long as could be seen, or longer."""
    return bool(row.verdict == "above_target" or (row.verdict == "reached" and row.n_reached >= LEAST_REACHED))


def _draw_span(ax: Axes, days: list[float], row: Any, top: float, look: Look) -> None:
    """Draw the interval of what is typical of a side as a box over its days: a line would seem to stand still."""
    first, last = days
    low, high = min(row.low_s, top), min(row.high_s, top)
    colour = look.colours[row.side]
    ax.fill_between(days, low, high, color=colour, alpha=RANGE, linewidth=0)
    box = [first, last, last, first, first], [low, low, high, high, low]
    ax.plot(*box, color=colour, linewidth=_EDGE, zorder=3, gid="typical")


def _draw_mark(ax: Axes, x: float, row: Any, top: float, look: Look) -> None:
    """Draw the typical hold of a side as a mark with its interval, as far as could be seen."""
    style: dict[str, Any] = {"color": look.colours[row.side], "zorder": 4, "gid": "typical"}
    style |= {"transform": _beyond(ax, _MARK_AT[row.side])}
    ax.plot([x, x], [min(row.low_s, top), min(row.high_s, top)], linewidth=_BAR, **style)
    mark = {"marker": MARKERS[row.side], "markersize": 6, "markeredgecolor": look.page, "markeredgewidth": EDGE}
    ax.plot([x], [min(row.median_s, row.seen_s)], **mark, **style)


def _draw_beyond(ax: Axes, days: list[float], row: Any, look: Look) -> None:
    """Draw that the typical hold of a side is as long as could be seen of its days, or longer."""
    style: dict[str, Any] = {"color": look.colours[row.side], "linewidth": BEYOND, "zorder": 3}
    ax.plot(days, [row.seen_s] * 2, linestyle=ABOVE[row.side], path_effects=look.halo(), **style)


def _draw_bracket(ax: Axes, x: float, row: Any, top: float, look: Look) -> None:
    """Draw from where to where single holds lie; the part beyond what could be seen has no end."""
    is_seen = not row.single_high_s > row.seen_s
    high = row.single_high_s if is_seen else row.seen_s
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


def now_entries(now: pd.DataFrame, look: Look) -> list[Artist]:
    """Return what the marks with bars and the brackets mean, where there are any."""
    if not now["verdict"].isin(WITH_RANGE).any():
        return []
    return [
        look.entry(TYPICAL, ls="none", marker=WITH_BAR, ms=11),
        look.entry(WITHIN, ls="none", marker="$]$", ms=7),
    ]


def said_of(now: pd.DataFrame, latest: pd.DataFrame, points: pd.DataFrame) -> tuple[str, str]:
    """Return how long each side is held, and of which days and how sure that is.

    Parameters
    ----------
    now, latest : DataFrame
        Of `hiplog.typical_hold`, and of `hiplog.balance` its last row.
    points : DataFrame
        The holds, by when they began.
    """
    end, first = now["day"].max(), points["started_at"].iloc[0].normalize()
    n_days = days_there(LATELY_DAYS, first, end)
    is_lately = end - now["day"] <= pd.Timedelta(days=A_WHILE_DAYS)
    lately, (order,) = now[is_lately], (order_in_words(row).removeprefix("; ") for row in latest.itertuples())
    said = [
        NEEDED_IN_WORDS
        if lately["verdict"].eq("not_enough").all()
        else f"Typical of {span_in_words(n_days, end, None)}{_ranges(lately)}."
    ]
    said += [_ended(row) for row in now[~is_lately].itertuples()]
    said += [f"No hold of the {side} side." for side in SIDES if side not in now["side"].to_numpy()]
    said += [f"{order[0].upper()}{order[1:]}."] if order else []
    return sides_in_short(lately), " ".join(filter(None, [*said, target_changed_in_words(points)]))


def _ranges(rows: pd.DataFrame) -> str:
    """Return the range in which each side's true value probably lies, where it is known."""
    known = [row for row in rows.itertuples() if row.verdict in WITH_RANGE]
    ranges = ", ".join(f"{row.side} {range_in_words(row)}" for row in known)
    return f" (likely {ranges})" if known else ""


def _ended(row: Any) -> str:
    """Say when a side was held last that is not any more, and how long it was held then."""
    then = f"; it {typical_in_words(row)}" if row.verdict != "not_enough" else ""
    return f"{row.side.capitalize()} was last held on {day_in_words(row.day)}{then}."
