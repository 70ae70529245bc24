"""Seconds held over time, with a curve for each side."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from hiplog import arguments
from hiplog.charts.now import GAP, draw_now, said_of, single_entry
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.days import broken, curve_days, days_across, number
from hiplog.charts.parts.looks import PAIN
from hiplog.charts.parts.marks import Marks, not_shown
from hiplog.charts.parts.names import Names
from hiplog.charts.parts.scale import Scale
from hiplog.charts.parts.text import SMALL
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary, marked_day
from hiplog.measures.holds.censoring import stopped_at_target
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen, chosen
from hiplog.measures.progress import progress
from hiplog.measures.sides.balance import latest_balance
from hiplog.measures.typical import typical_hold
from hiplog.schema import Diary
from hiplog.verdicts import target_in_words

TOPIC = "how long each side holds"
_FULL = 0.3  # of the height, that a lane takes where every hold reached its target


def plot_progress(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    span_days: int = 21,
    every_days: int | None = None,
    at: arguments.Moment | None = None,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the seconds of each session and side, and `hiplog.progress`: the typical hold and its 95 % interval.

    A hold that reached its target stands in a strip above, a row for each side, for how long it could have been is
    not known. One that pain ended is a star; one of which the timer did not see all seconds (`claimed_s`) is
    hollow, and no part of the curve. Above the target the curve is an estimate and is dashed. It is broken where
    nothing was held for two weeks, and runs along the target where nearly all holds reach that. `hiplog.progress`
    with the same arguments is what is drawn. The mark beyond its end, and the number there and in the title, is
    `hiplog.typical_hold`: that of the last 28 days, with its interval. In the bracket beside it lie 19 of 20
    single holds; it is open above where that goes beyond the target.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    span_days : int
        Days to either side that still tell something of a day.
    every_days : int, optional
        Of so many days only the last one has a point of the curve; unless given 1, or 7 over more than 400 days.
    at : date, datetime or str, optional
        A day to mark, such as the first with something new, or the words of one of the log's marks; what changed
        since says `hiplog.compare`.
    diary : Diary, optional
        The marks to show, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for both sides, or a dict with one for `left`, `right` or each.
    label : str, optional
        What the curves' names begin with, such as whose they are.
    ax : Axes, optional
        Where to draw; nothing but it is touched. Unless given, a figure is made.

    Returns
    -------
    Axes
        In seconds over days.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> from matplotlib import pyplot as plt
    >>> figure, (left, right) = plt.subplots(1, 2, layout="constrained")
    >>> ax = hiplog.plot_progress(hiplog.example(), ax=left)
    >>> ax = hiplog.plot_progress(hiplog.example(), exercise="quad_stretch", color="0.4", ax=right)
    """
    of = "plot_progress"
    held = chosen(of, holds, exercise, since, until)
    marks = chosen_diary(of, holds, diary, since, until).marks
    given: dict[str, Any] = {"marks": marks, "at": None if at is None else marked_day(of, at, marks)}
    given |= {"span_days": arguments.days(of, span_days, name="span_days")}
    if every_days is not None:
        given |= {"every_days": arguments.days(of, every_days, name="every_days")}
    return canvas.chart(of, partial(draw, **given), TOPIC, held, exercise, ax, color, label)


def draw(
    ax: Axes,
    held: pd.DataFrame,
    look: looks.Look,
    *,
    marks: pd.DataFrame,
    at: pd.Timestamp | None = None,
    **given: int,
) -> canvas.Drawn:
    """Draw on `ax`, with what was given for `progress`; say what holds of the two sides now."""
    points = _points(held)
    curve = _curve(held, points, {"every_days": curve_days(held["day"])} | given)
    now, latest = (
        typical_hold(Chosen(held), exercise=None),
        latest_balance(Chosen(held), exercise=None, days=LATELY_DAYS),
    )
    curve, top = _enough(curve, now), _top(points, curve)
    for side in SIDES:
        _draw_points(ax, points[points["side"] == side], side, look)
        _draw_curve(ax, curve[curve["side"] == side], side, top, look)
    days = days_across(ax, points["started_at"])
    _draw_target(ax, points, look)
    ax.set_ylabel("seconds held", size=SMALL, labelpad=2)
    names = Names(ax, [*draw_now(ax, now, points, top, look)], look, gap=GAP)
    scale = _scale(ax, points, top, look)

    def fit(ax: Axes, key: float) -> None:
        days.names = names.share(ax)
        days.fit(ax)
        scale.fit(ax, key)
        names.fit(ax, key)

    finding, detail = said_of(now, latest, points)
    key = [*_key(points, curve, look), *single_entry(now, look)]
    return canvas.Drawn(finding, detail + not_shown(ax, at), key, Marks(ax, marks, look, fit, at))


def _scale(ax: Axes, points: pd.DataFrame, top: float, look: looks.Look) -> Scale:
    """Return the axis of seconds, with a lane above for the holds of each side that reached their target."""
    target_s = points["target_s"].dropna().unique()
    reached = points[points["kind"] == "reached"]
    lanes = {}
    for side in SIDES:  # the first is the lower one, as its curve mostly is
        when = reached.loc[reached["side"] == side, "started_at"]
        if len(when):
            tick: dict[str, Any] = {"marker": "|", "ls": "none", "markeredgewidth": 1.2}
            (line,) = ax.plot(when, np.full(len(when), top), color=look.colours[side], **tick)
            lanes[f"{side} at {target_in_words(*target_s)}"] = line
    mark = target_s[0] if len(target_s) == 1 else None
    return Scale(0, top, mark=mark, above=lanes, share=_FULL * (len(reached) == len(points)))


def _points(held: pd.DataFrame) -> pd.DataFrame:
    """Return the longest hold of each session and side, with its `kind`: "reached", or one of `_marker_of`."""
    points = held.sort_values("hold_s").drop_duplicates(["session_id", "side"], keep="last")
    kinds: dict[str, Any] = {
        "pain": points["ended"].eq("pain"),
        "claimed": points["claimed_s"].notna(),
        "interrupted": points["ended"].eq("interrupted"),
        "reached": stopped_at_target(points),
    }
    points["kind"] = np.select([*kinds.values()], [*kinds], "held")
    # One that was stopped a moment after its target is known no better than one that was stopped there.
    on_the_line = points["kind"].eq("reached") & points["target_s"].notna()
    points["hold_s"] = points["hold_s"].mask(on_the_line, points["target_s"])
    return points.sort_values("started_at")


def _curve(held: pd.DataFrame, points: pd.DataFrame, given: dict[str, int]) -> pd.DataFrame:
    """Return `hiplog.progress` with each day's `target_s` and whether nearly all holds `reach` it."""
    curve = progress(Chosen(held), exercise=None, **given)
    targets = points[["started_at", "target_s"]].dropna()
    tomorrow = curve["day"] + pd.Timedelta(days=1)
    at = targets["started_at"].searchsorted(tomorrow) - 1
    known = targets["target_s"].to_numpy()
    curve["target_s"] = np.where(at >= 0, known[at], np.nan) if len(known) else np.nan
    curve["reach"] = curve["median_s"].isna() & (curve["n_reached"] >= 4) & (2 * curve["n_reached"] > curve["n"])
    return curve


def _enough(curve: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Return the curve without what it has of the last days of a side of which they say too little."""
    few = curve["side"].map(now.set_index("side")["verdict"]).eq("not_enough")
    lately = curve["day"] > curve["side"].map(now.set_index("side")["day"]) - pd.Timedelta(days=LATELY_DAYS)
    numbers = ["median_s", "low_s", "high_s"]
    return curve.assign(**{name: curve[name].mask(few & lately) for name in numbers})


def _top(points: pd.DataFrame, curve: pd.DataFrame) -> float:
    """Return the most seconds to show: all that was held, and estimates up to half above that."""
    held = np.fmax(points["hold_s"].max(), points["target_s"].max())
    return 1.04 * max(held, min(np.fmax(curve["median_s"].max(), 0), 1.5 * held))


def _draw_points(ax: Axes, points: pd.DataFrame, side: str, look: looks.Look) -> None:
    """Draw what was held, but for what reached its target."""
    marks = looks.marks(len(points)) | {"color": look.colours[side]}
    for kind, look_of in _marker_of(side, marks["alpha"]).items():
        shown = points[points["kind"] == kind]
        ax.plot(shown["started_at"], shown["hold_s"], **marks | look_of)


def _marker_of(side: str, alpha: float) -> dict[str, dict[str, Any]]:
    """Return how each kind of hold is marked, but for those that reached their target."""
    marker = looks.MARKERS[side]
    return {
        "held": {"marker": marker},
        "claimed": {"marker": marker, "markerfacecolor": "none"},
        "interrupted": {"marker": "x", "alpha": 0.6 * alpha},  # says less than the others
        "pain": {"marker": PAIN, "markersize": 7, "alpha": 0.9},
    }


def _draw_curve(ax: Axes, curve: pd.DataFrame, side: str, top: float, look: looks.Look) -> None:
    """Draw the typical hold with its interval: a line where it was seen, dashes where it lies above the target."""
    curve = broken(curve)
    day, low, high = curve["day"], curve["low_s"], curve["high_s"].clip(upper=top)
    reach, above = (curve[name].eq(True).fillna(False).astype(bool) for name in ("reach", "above_target"))
    dashes = above | above.shift(-1, fill_value=False) | above.shift(1, fill_value=False)
    line: dict[str, Any] = {"color": look.colours[side], "path_effects": look.halo(), "zorder": 3}
    ax.fill_between(day, low, high, color=line["color"], alpha=looks.RANGE, linewidth=0)
    for seconds in (curve["median_s"].where(dashes), curve["target_s"].where(reach)):
        ax.plot(day, seconds, linewidth=1.8, linestyle=looks.ABOVE[side], **line)
    ax.plot(day, curve["median_s"].mask(above), linewidth=2.2, linestyle=looks.LINES[side], **line)


def _draw_target(ax: Axes, points: pd.DataFrame, look: looks.Look) -> None:
    """Draw the target up to the last day, with a step wherever it changed."""
    aimed = points.dropna(subset="target_s")
    if len(aimed):
        left, right = ax.get_xlim()
        days = [left, *number(aimed["started_at"]), right]
        target_s = aimed["target_s"].to_numpy()
        ax.step(days, [target_s[0], *target_s, target_s[-1]], where="post", color=look.ink, linewidth=0.9)


def _key(points: pd.DataFrame, curve: pd.DataFrame, look: looks.Look) -> list[Artist]:
    """Return what there is on the chart that does not say what it means."""
    kinds = points["kind"].unique()
    entries: list[Artist] = []
    if "pain" in kinds:
        entries.append(look.entry("ended by pain", ls="none", marker=PAIN, ms=7))
    if "interrupted" in kinds:
        entries.append(look.entry("interrupted", ls="none", marker="x", ms=5))
    if "claimed" in kinds:
        entries.append(look.entry("in part your word", ls="none", marker="o", mfc="none", ms=5))
    if curve["above_target"].any():
        entries.append(look.entry("estimate", lw=1.8, ls=looks.ABOVE["left"]))
    if curve["median_s"].notna().any():
        entries.append(look.range_entry())
    return entries
