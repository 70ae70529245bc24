"""Seconds held over time, with a curve for each side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from hiplog import arguments
from hiplog.charts import now as typical_now
from hiplog.charts.now import BEYOND, GAP, LATELY, LEAST_REACHED, draw_now, now_entries, said_of
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.alone import alone_entry, are_alone, draw_alone
from hiplog.charts.parts.days import WEEK, broken, curve_days, days_across, number
from hiplog.charts.parts.looks import PAIN
from hiplog.charts.parts.marks import Marks, not_shown
from hiplog.charts.parts.measured import Measured
from hiplog.charts.parts.names import Names
from hiplog.charts.parts.scale import SECONDS, Lane, Scale
from hiplog.charts.progress_key import BRIEF, TARGET, WIDE, key_of
from hiplog.dates import clock
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary, marked_day
from hiplog.measures.holds.arrays import Arrays
from hiplog.measures.holds.observed import take
from hiplog.measures.holds.selection import LATELY_DAYS, chosen
from hiplog.measures.progress import curves_of
from hiplog.schema import Diary
from hiplog.verdicts.typical import target_in_words

TOPIC = "how long each side holds"
KINDS = ["pain", "claimed", "interrupted", "reached", "held"]  # of holds; see `_marker_of`
_MANY, _PARTS = 1500, 6  # points that are drawn a part of each side after the other, so that none hides the other
_BOLT = 6.5  # points, of the mark of a hold that pain ended, at least
_CROSS = 0.9  # opacity, at least, of the cross of an interrupted hold, for a contrast of 3
_FULL = 0.12  # of the height, that a lane takes where every hold reached its target


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
    not known. One that pain ended has a bolt; one of which the timer did not see all seconds (`claimed_s`) is
    hollow, and no part of the curve. Where the typical hold lies above the target the curve runs along that,
    dashed, for how far above is not seen. It is broken where nothing was held for two weeks; a day between gaps is
    a mark with its interval as a bar. It ends 28 days before the side's last one, for it would follow those too
    closely: over them lies a box instead, of the interval of the mark at its end. That is `hiplog.typical_hold` of
    these days, as the number there and the title say; the curve is `hiplog.progress` with the same arguments. In
    the bracket beside the mark lie 19 of 20 single holds; it is open above where that goes beyond the target.

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
        In seconds, written as m:ss, over days.

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
    held = chosen(of, holds, exercise, since, until, says_none=True)
    marks = chosen_diary(of, holds, diary, since, until).marks
    given: dict[str, Any] = {
        "measured": Measured(held),
        "marks": marks,
        "at": None if at is None else marked_day(of, at, marks),
    }
    given |= {"span_days": arguments.days(of, span_days, name="span_days")}
    if every_days is not None:
        given |= {"every_days": arguments.days(of, every_days, name="every_days")}
    return canvas.chart(of, partial(draw, **given), TOPIC, held, exercise, ax, color, label)


def draw(
    ax: Axes,
    held: pd.DataFrame,
    look: looks.Look,
    *,
    measured: Measured,
    marks: pd.DataFrame,
    at: pd.Timestamp | None = None,
    **given: int,
) -> canvas.Drawn:
    """Draw on `ax`, with what was given for `progress`; say what holds of the two sides now."""
    arrays = measured.arrays
    points = _points(held, arrays)
    curve = _curve(arrays, points, {"every_days": curve_days(arrays.day)} | given)
    curve = curve[curve["day"] <= curve.groupby("side")["day"].transform("max") - LATELY]
    now, latest = measured.typical(LATELY_DAYS), measured.balance(LATELY_DAYS)
    top = 1.04 * float(np.fmax(points["hold_s"].max(), points["target_s"].max()))
    _draw_points(ax, points, look)
    alone = [mark for side in SIDES for mark in _draw_curve(ax, curve[curve["side"] == side], side, look)]
    days = days_across(ax, points["started_at"])
    fit_target = _draw_target(ax, points, look)
    names = Names(ax, [*draw_now(ax, now, points, top, look)], look, gap=GAP)
    scale = _scale(ax, points, top, look)

    def fit(ax: Axes, key: float) -> None:
        days.names = names.share(ax)
        days.fit(ax)
        scale.fit(ax, key)
        names.fit(ax, key, highest=top)  # beside a lane above, one would seem to be of its side
        first, last = ax.get_xlim()
        # One that went on would seem to strike through a name just below it.
        fit_target(first, min(last, days.span.last + names.begin(ax)))

    finding, detail = said_of(now, latest, points)
    marked = Marks(ax, marks, look, fit, at)
    key = [*marked.entries, *key_of(points, curve, now, look), *alone_entry(alone, look), *now_entries(now, look)]
    return canvas.Drawn(
        finding, detail + not_shown(ax, at), key, marked, parts=[scale, names], brief=BRIEF | typical_now.BRIEF
    )


def _scale(ax: Axes, points: pd.DataFrame, top: float, look: looks.Look) -> Scale:
    """Return the axis of seconds, with a lane above for the holds of each side that reached their target."""
    target_s = points["target_s"].dropna()
    target = target_in_words(*target_s.unique())
    reached = points[points["kind"] == "reached"]
    lanes = {}
    for side in SIDES:  # the first is the lower one, as its curve mostly is
        began = reached.loc[reached["side"] == side, "started_at"]
        if len(began):
            tick: dict[str, Any] = {"marker": "|", "ls": "none", "markeredgewidth": 1.2}
            (line,) = ax.plot(began, np.full(len(began), top), color=look.colours[side], **tick)
            lanes[f"{side} at {target}"] = Lane(line)
    mark = target_s.iloc[-1] if len(target_s) else None  # the one that is meant now
    share = _FULL * (len(reached) == len(points))
    return Scale(0, top, SECONDS, mark=mark, above=lanes, in_short=f"at {target}", share=share, words=clock)


def _points(held: pd.DataFrame, arrays: Arrays) -> pd.DataFrame:
    """Return the longest hold of each session and side, with its `kind`, by time."""
    order = np.lexsort([arrays.hold_s, arrays.side, arrays.session])
    is_last = np.append(np.diff(2 * arrays.session[order] + arrays.side[order]) != 0, True)
    longest = np.sort(order[is_last])
    points = held[["started_at", "hold_s", "target_s"]].iloc[longest]
    of = take(arrays, longest)
    points["side"] = pd.Categorical.from_codes(of.side, SIDES)
    # Of a hold that is of several kinds the first of them counts.
    kinds = [of.in_pain, held["claimed_s"].notna().to_numpy()[longest], of.interrupted, of.censored]
    points["kind"] = pd.Categorical.from_codes(np.select(kinds, range(len(kinds)), len(kinds)), KINDS)
    # One that was stopped a moment after its target is known no better than one that was stopped there.
    on_the_line = points["kind"].eq("reached") & points["target_s"].notna()
    points["hold_s"] = points["hold_s"].mask(on_the_line, points["target_s"])
    return points


def _curve(arrays: Arrays, points: pd.DataFrame, given: dict[str, int]) -> pd.DataFrame:
    """Return `hiplog.progress` with each day's `target_s`, and whether the curve runs along it: `at_target`."""
    curve = pd.DataFrame(curves_of(arrays, **given))
    targets = points[["started_at", "target_s"]].dropna()
    tomorrow = curve["day"] + pd.Timedelta(days=1)
    at = targets["started_at"].searchsorted(tomorrow) - 1
    known = targets["target_s"].to_numpy()
    curve["target_s"] = np.where(at >= 0, known[at], np.nan) if len(known) else np.nan
    reach = (
        curve["median_s"].isna() & (curve["n_reached"] >= LEAST_REACHED) & (2 * curve["n_reached"] > curve["n"])
    )
    curve["at_target"] = reach | curve["above_target"].eq(True)
    return curve


def _draw_points(ax: Axes, points: pd.DataFrame, look: looks.Look) -> None:
    """Draw the holds of each side, but for what reached its target; many a part after the other."""
    began, hold_s, kinds = (points[name].array for name in ("started_at", "hold_s", "kind"))
    of_kind = {kind: np.asarray(kinds == kind) for kind in KINDS}
    of_side = {side: np.flatnonzero(points["side"] == side) for side in SIDES}
    parts = _PARTS if len(points) > _MANY else 1
    for part, (side, every) in product(range(parts), of_side.items()):
        marks, rows = looks.marks(len(every)) | {"color": look.colours[side]}, every[part::parts]
        for kind, look_of in _marker_of(side, **marks).items():
            shown = rows[of_kind[kind][rows]]
            if not len(shown):
                continue
            ax.plot(began[shown], hold_s[shown], **marks | look_of)
            if kind == "pain":
                bolt = {"markersize": 0.8 * look_of["markersize"], "alpha": 1.0, "color": look.page}
                ax.plot(began[shown], hold_s[shown], **marks | bolt, marker=PAIN)


def _marker_of(side: str, alpha: float, markersize: float, **others: Any) -> dict[str, dict[str, Any]]:
    """Return how each kind of hold is marked, but for those that reached their target."""
    marker = looks.MARKERS[side]
    return {
        "held": {"marker": marker},
        "claimed": {"marker": marker, "markerfacecolor": "none"},
        "interrupted": {"marker": "x", "alpha": max(alpha, _CROSS)},
        "pain": {"marker": marker, "markersize": max(_BOLT, 1.8 * markersize), "alpha": 0.9},  # and a bolt within
    }


def _draw_curve(ax: Axes, curve: pd.DataFrame, side: str, look: looks.Look) -> list[Line2D]:
    """Draw the typical hold with its interval: dashed along the target where it is that or more.

    Returns the marks of days that stand alone; of one beyond the target the dashes are as long as its week.
    """
    curve = broken(curve)
    day, target_s = curve["day"], curve["target_s"]
    low, high = (np.minimum(curve[name], target_s.fillna(np.inf)) for name in ("low_s", "high_s"))
    colour = look.colours[side]
    ax.fill_between(day, low, high, color=colour, alpha=looks.RANGE, linewidth=0)
    is_beyond = curve["at_target"].eq(True)
    seconds = curve["median_s"].mask(is_beyond, target_s)
    line: dict[str, Any] = {"color": colour, "path_effects": look.halo(), "zorder": 3}
    ax.plot(day, seconds.where(~is_beyond), linewidth=WIDE, linestyle=looks.LINES[side], **line)
    dashes = line | {"linewidth": BEYOND, "linestyle": looks.ABOVE[side]}
    ax.plot(day, seconds.where(_and_beside(is_beyond)), **dashes)
    is_alone = are_alone(seconds)
    for x, y in zip(number(day[is_alone & is_beyond]), seconds[is_alone & is_beyond], strict=True):
        ax.plot([x - WEEK / 2, x + WEEK / 2], [y, y], **dashes)
    rows = pd.DataFrame({"day": day, "seconds": seconds.where(~is_beyond), "low": low, "high": high})
    return draw_alone(ax, rows[is_alone & low.notna()], looks.MARKERS[side], colour, look)


def _and_beside(flags: pd.Series) -> pd.Series:
    """Return the flagged rows and those next to one, so that two parts of a curve meet."""
    return flags | flags.shift(-1, fill_value=False) | flags.shift(1, fill_value=False)


def _draw_target(ax: Axes, points: pd.DataFrame, look: looks.Look) -> Callable[[float, float], None]:
    """Draw the target, with a step wherever it changed; return what draws it from one day to another."""
    aimed = points.dropna(subset="target_s")
    (line,) = ax.step([], [], where="post", color=look.ink, linewidth=TARGET)
    began, target_s = number(aimed["started_at"]), aimed["target_s"].to_numpy()

    def fit(first: float, last: float) -> None:
        if len(aimed):
            line.set_data(np.r_[first, began, last], np.r_[target_s[0], target_s, target_s[-1]])

    return fit
