"""How likely it is to hold at least so long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from hiplog import arguments
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.measured import Measured
from hiplog.charts.parts.names import Name, Names, Span, TicksUpTo
from hiplog.charts.parts.scale import PERCENT, SECONDS, Scale
from hiplog.counts import counted
from hiplog.dates import clock
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.holds.selection import LATELY_DAYS, chosen
from hiplog.measures.probability import steps_of
from hiplog.verdicts.sides import NEEDED_IN_WORDS
from hiplog.verdicts.span import days_there, span_in_words
from hiplog.verdicts.typical import target_in_words

TOPIC = "how likely a hold is to last a given time"
_WIDE = 2.0  # points, of the steps


def plot_hold_probability(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int | None = LATELY_DAYS,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.hold_probability`: how likely a hold of the last days is to last at least t seconds.

    `hiplog.hold_probability` with the same arguments is what is drawn.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    days : int, optional
        How many days up to the last with a hold count; None for all.
    color : color or dict, optional
        A colour of matplotlib for both curves, or a dict with one for `left`, `right` or each.
    label : str, optional
        What the curves' names begin with, such as whose they are.
    ax : Axes, optional
        Where to draw; nothing but it is touched. Unless given, a figure is made.

    Returns
    -------
    Axes
        In percent over seconds, from shortly before the first hold ended. A curve ends where the longest hold did;
        a side of which too little is known for `hiplog.typical_hold` has none.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> ax = hiplog.plot_hold_probability(hiplog.example(), days=90)
    """
    of = "plot_hold_probability"
    held, days = chosen(of, holds, exercise, since, until, says_none=True), arguments.days(of, days, every=True)
    return canvas.chart(
        of, partial(draw, measured=Measured(held), days=days), TOPIC, held, exercise, ax, color, label
    )


def draw(
    ax: Axes, held: pd.DataFrame, look: looks.Look, *, measured: Measured, days: int | None = LATELY_DAYS
) -> canvas.Drawn:
    """Draw on `ax`; say how many holds of each side reach the target."""
    typical = measured.typical(days).set_index("side")
    known = [side for side in SIDES if side in typical.index and typical.loc[side, "verdict"] != "not_enough"]
    if not known:
        return canvas.say_in_the_middle(ax, "Too few holds to say how likely they last", _too_few(typical))
    steps = pd.concat(steps_of(measured.arrays, days)).dropna(subset="probability")
    known = [side for side in known if side in steps["side"].to_numpy()]  # of the same days for both sides
    steps = steps[steps["side"].isin(known)]
    for side in known:
        _draw_steps(ax, steps[steps["side"] == side], side, look)
    reached = {side: _reached(steps[steps["side"] == side], typical.loc[side, "target_s"]) for side in known}
    names = Names(ax, [*_ends(steps, typical, reached, look)], look)
    across = Span(_first(steps), float(steps["seconds"].max()), spare=0.0)
    scale = Scale(0, 104, PERCENT, words="{:g} %".format)
    ax.xaxis.set_major_formatter(lambda x, _: clock(x))

    def fit(ax: Axes, key: float) -> None:
        ax.xaxis.set_major_locator(TicksUpTo(across.last, SECONDS))
        across.fit(ax, names.share(ax))
        scale.fit(ax, key)
        names.fit(ax, key)

    n_days = None if days is None else days_there(days, held["day"].min(), typical["day"].max())
    finding, detail = _finding(typical.loc[known], reached, n_days), _span(typical, known, n_days)
    curves = [_entry(side, look) for side in known]
    named = {str(curve.get_label()): "" for curve in curves}  # at their ends
    return canvas.Drawn(
        finding, detail, [*curves, look.range_entry()], fit, parts=[across, scale, names], brief=named
    )


def _entry(side: str, look: looks.Look) -> Artist:
    """Return what a side's steps are; two people's on one chart differ by colour, not by line."""
    color = None if look.label else look.colours[side]
    return look.entry(f"{side} holds that last so long", color, lw=_WIDE, ls=looks.LINES[side])


def _span(typical: pd.DataFrame, known: list[str], days: int | None) -> str:
    """Return of which days the chances are, and which side was not held then."""
    if days is None:
        return "Holds of all days."
    not_then = (
        f" No hold of the {side} side in these days."
        for side in typical.index.difference(known)
        if typical["day"].max() - typical.loc[side, "day"] >= pd.Timedelta(days=days)
    )
    return f"Holds of {span_in_words(days, typical['day'].max(), None)}.{''.join(not_then)}"


def _first(steps: pd.DataFrame) -> float:
    """Return the seconds from which to draw: a little before the first hold ended, or 0 where that is soon."""
    begin, end = float(steps["seconds"].min()), float(steps["seconds"].max())
    first = 10 * ((begin - 0.2 * (end - begin)) // 10)
    return max(0.0, min(first, end - 10)) if end > begin else 0.0


def _reached(steps: pd.DataFrame, target_s: Any) -> float:
    """Return how many of 100 holds reach the target, missing where there is none."""
    if pd.isna(target_s):
        return np.nan
    from_target = steps.loc[steps["seconds"] >= target_s, "probability"]
    return float(100 * from_target.iloc[0]) if len(from_target) else 0.0


def _ends(
    steps: pd.DataFrame, typical: pd.DataFrame, reached: dict[str, float], look: looks.Look
) -> Iterator[Name]:
    """Yield the name of each curve, with how many of its holds reach the target."""
    for side, share in reached.items():
        end = steps[steps["side"] == side].iloc[-1]
        words = look.named(side)
        if not np.isnan(share):
            target = target_in_words(typical.loc[side, "target_s"])
            words += f": {share:.0f} % reached {target}" if share else f": none reached {target}"
        yield Name(words, float(steps["seconds"].max()), float(100 * end["probability"]), look.of_words(side))


def _finding(typical: pd.DataFrame, reached: dict[str, float], n_days: int | None) -> str:
    """Return how many holds of each side reach the target; without one, how long half of them last."""
    shares = {side: share for side, share in reached.items() if not np.isnan(share)}
    if not shares:
        known = typical[typical["median_s"].notna()]
        halves = ", ".join(f"{side} {clock(median_s)}" for side, median_s in known["median_s"].items())
        return f"Half of your holds last at least: {halves}"
    target = target_in_words(*typical.loc[list(shares), "target_s"])
    of_these = f" of these {counted(n_days, 'day')}" if n_days else ""
    if set(shares.values()) in ({0.0}, {100.0}):
        every = bool(next(iter(shares.values())))
        which = "" if len(shares) > 1 else f"{next(iter(shares))} "
        return f"{'Every' if every else 'No'} {which}hold{of_these} reached {target}"
    said = " and ".join(f"{share:.0f} % of {side}" for side, share in shares.items())
    return f"{said} holds{of_these} reached {target}"


def _too_few(typical: pd.DataFrame) -> str:
    """Return what is lacking, in words."""
    counts = ", ".join(f"{side} {typical['n'].get(side, 0)}" for side in SIDES)
    return f"{NEEDED_IN_WORDS} So far: {counts}."


def _draw_steps(ax: Axes, steps: pd.DataFrame, side: str, look: looks.Look) -> None:
    """Draw the steps from a certain 0 s on; each reaches back, for it is of holding at least so long."""
    seconds = np.r_[0, steps["seconds"]]
    likely, low, high = (
        100 * np.r_[1, steps[name]] for name in ("probability", "low_probability", "high_probability")
    )
    ax.fill_between(seconds, low, high, step="pre", color=look.colours[side], alpha=looks.RANGE, linewidth=0)
    ax.step(seconds, likely, where="pre", color=look.colours[side], lw=_WIDE, ls=looks.LINES[side])
