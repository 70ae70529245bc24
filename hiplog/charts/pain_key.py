"""How pain before and after sessions is drawn, and what the marks and lines of its chart are."""

from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.lines import Line2D

from hiplog.charts.parts import looks

MOST_EXACT = 120  # sessions whose marks stand at their number; more would hide each other
MANY = 2000  # sessions that lie on each other
HIGHER = "spell above your recent level"
BAR: dict[str, Any] = {"linewidth": 3.5, "solid_capstyle": "butt"}  # of a spell: a thin one is a line


def key_of(
    change: pd.DataFrame,
    medians: pd.DataFrame,
    of_each: str,
    spells: pd.DataFrame,
    where: str,
    look: looks.Look,
    *,
    with_days: bool,
) -> list[Artist]:
    """Return what there is on the chart that does not say what it means."""
    return _of_sessions(change, medians, of_each, look) + _of_others(spells, where, look, with_days=with_days)


def session_mark(name: str, n: int, look: looks.Look, *, is_behind: bool) -> dict[str, Any]:
    """Return how a session's pain is marked, fainter behind medians; a ring is seen around a diamond."""
    style, mark = style_of(name, look), looks.marks(n)
    larger = 1.3 if name == "before" else 1.0
    fainter = (0.1 if n > MANY else 0.5) if is_behind else 1.0  # many lie on each other, and are as dark as a line
    faint = {"alpha": fainter * mark["alpha"], "markersize": larger * mark["markersize"]}
    return mark | {key: style[key] for key in ("marker", "mfc", "color")} | faint


def style_of(name: str, look: looks.Look) -> dict[str, Any]:
    """Return how pain before and after sessions differ: in colour and mark."""
    if name == "before":
        return {"color": look.ink, "marker": "o", "mfc": look.page}
    return {"color": look.colours["pain"], "marker": "D", "mfc": look.colours["pain"]}


def _of_sessions(change: pd.DataFrame, medians: pd.DataFrame, of_each: str, look: looks.Look) -> list[Artist]:
    """Return what the marks before and after sessions are: of one each, or medians with one each behind."""
    large = {"ms": 4, "mew": looks.EDGE} | ({"ls": "none"} if medians.empty else {})
    median = "" if medians.empty else f"{of_each}ly median "
    session = " a session" if medians.empty else ""
    rated = [name for name in ("before", "after") if change[f"pain_{name}"].notna().any()]
    entries: list[Artist] = [
        Line2D([], [], label=f"{median}{name}{session}", **style_of(name, look) | large) for name in rated
    ]
    if len(medians):
        n = min(len(change), MOST_EXACT)
        entries += [
            Line2D([], [], label=f"{name} a session", **session_mark(name, n, look, is_behind=True))
            for name in rated
        ]
    return entries


def brief_of(medians: pd.DataFrame, of_each: str, where: str) -> dict[str, str]:
    """Return which entries are told together where there is little room: the ends of lines are named."""
    names = [f"{of_each}ly median {name}" for name in ("before", "after")] if len(medians) else []
    together = f"{of_each}ly median; pale: a session" if names else "before and after a session"
    said = dict.fromkeys([*names, "before a session", "after a session"], together)
    return said | dict.fromkeys((where, HIGHER), f"{where}; {HIGHER}")


def _of_others(spells: pd.DataFrame, where: str, look: looks.Look, *, with_days: bool) -> list[Artist]:
    entries: list[Artist] = []
    if with_days:
        hollow = {"marker": "D", "mfc": "none", "ms": 5.5, "ls": "none"}
        entries.append(Line2D([], [], color=look.colours["pain"], label="noted of the day", **hollow))
    if where:
        entries.append(look.entry(where, marker="|", ms=6, ls="none"))
    if len(spells):
        entries.append(Line2D([], [], color=look.ink, label=HIGHER, **BAR))
    return entries
