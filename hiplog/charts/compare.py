"""What changed from one part of a log to another, each with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from hiplog import arguments
from hiplog.charts.balance import in_words
from hiplog.charts.compare_axis import BELOW, POINT_PCT, Scales
from hiplog.charts.compared import Compared, compared_days
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.names import Name, Names, Span
from hiplog.charts.parts.text import SMALL, fitted, room
from hiplog.counts import counted
from hiplog.interchange import Holds
from hiplog.measures.comparison.compare import UNTOLD, compare
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.selection import chosen
from hiplog.measures.sides.asymmetry import percent
from hiplog.schema import Diary
from hiplog.verdicts.certainty import leaning
from hiplog.verdicts.comparison import (
    always_in_words,
    is_always_reached,
    is_beyond,
    levels_in_words,
    needed_in_words,
    not_compared_in_words,
    possible_range,
    who_always_reached,
)

TOPIC = "what changed, and how sure that is"
NAMES = {
    "reached": "{} at target",
    "typical": "{} hold",
    "balance": "balance",
    "pain": "pain",
    "pain_next_day": "pain next day",
    "practice": "days practised",
}
TOLD = {  # where a number is higher, and where it is lower
    "reached": ("{} holds reached the target more often", "{} holds reached the target less often"),
    "typical": ("{} holds were longer", "{} holds were shorter"),
    "balance": ("right gained on left", "left gained on right"),
    "pain": ("more pain", "less pain"),
    "pain_next_day": ("more pain the day after", "less pain the day after"),
    "practice": ("more days practised", "fewer days practised"),
}
_MARK: dict[str, Any] = {"marker": "D", "markersize": 7}
_FILLED = {"changed": "full", "perhaps": "left", "perhaps on that way before": "bottom", "no clear change": "none"}
_ARROWS = {">": "this or more", "<": "this or less"}  # of a change of which no more was seen
_RANGE = 2.0  # points, of an interval
_GAP = 8.0  # points, to the numbers at the right


def plot_compare(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    at: arguments.Moment | None = None,
    spans: Sequence[tuple[arguments.Moment, arguments.Moment]] | None = None,
    by: arguments.By | None = None,
    days: int | None = None,
    run_in: int = 0,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.compare`: by how much each number changed, with its 95 % interval, around no change.

    A full mark is a change that is told. One that is half filled is perhaps a change, or one that is not clearly
    more than the days before had going; a hollow one is none. Where one of two typical holds lies beyond its
    target, an arrow stands at the change that was seen, and points to where the true one may lie; where both do,
    there is no mark. At the right stands from what to what each number went. A range is cut where no
    more was possible from there: no share of days is over 100 %. The balance is drawn as the difference of the two
    numbers that are said of it. Pain stands below the other rows and has a scale of its own, in points. Eight rows
    want 3.5 inches of height. What is drawn is `hiplog.compare` with the same arguments.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise, at, spans, by, days, run_in, diary
        As in `hiplog.compare`.
    color : color or dict, optional
        A colour of matplotlib for all marks, or a dict with some of `left`, `right`, `balance`, `practice` and
        `pain`.
    label : str, optional
        What the title begins with, such as whose log it is.
    ax : Axes, optional
        Where to draw; nothing but it is touched. Unless given, a figure is made.

    Returns
    -------
    Axes
        Numbers over their change, in percent; a point of pain is as long as 10 %.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> ax = hiplog.plot_compare(hiplog.example(), at="2026-05-01")
    """
    held = chosen("plot_compare", holds, exercise, says_none=True)
    rows = compare(holds, exercise=exercise, at=at, spans=spans, by=by, days=days, run_in=run_in, diary=diary)
    log = pd.date_range(held["day"].min() + pd.Timedelta(days=run_in), held["day"].max()) if len(held) else []
    which = compared_days(at, spans, by, days, chosen_diary("plot_compare", holds, diary).marks, log)
    return canvas.chart(
        "plot_compare",
        partial(draw, rows=rows, which=which),
        TOPIC,
        held,
        exercise,
        ax,
        color,
        label,
        is_alone=True,
    )


def draw(ax: Axes, held: pd.DataFrame, look: looks.Look, rows: pd.DataFrame, which: Compared) -> canvas.Drawn:
    """Draw on `ax`; say what changed from one part to the other, of `which` days they are."""
    shown = rows[rows["what"].isin(list(NAMES)) & ~rows["verdict"].isin(UNTOLD)].iloc[::-1]
    if shown.empty:
        return canvas.say_in_the_middle(ax, "Too few days or sessions to compare", _lacking(rows, which))
    rows_up = shown.sort_values("what", key=lambda what: ~what.str.startswith("pain"), kind="stable")
    scales = Scales(ax, rows_up, look)
    for height, row in zip(scales.heights, rows_up.itertuples(), strict=True):
        of = str(row.side if isinstance(row.side, str) else row.what).removesuffix("_next_day")
        place, colour = _place(row), look.colours[of]
        ax.plot([place.low, place.high], [height] * 2, color=colour, linewidth=_RANGE)
        style = _MARK | {"marker": place.marker, "fillstyle": _FILLED[place.kind], "color": colour}
        ax.plot([place.change], [height], **style)
    no_change = ax.axvline(0, color=look.ink, linewidth=0.9)
    least, most = ax.get_xlim()
    scales.draw(ax, [NAMES[str(row.what)].format(row.side) for row in rows_up.itertuples()], most)
    levels = [
        Name(_levels(row), most, height, look.ink)
        for height, row in zip(scales.heights, rows_up.itertuples(), strict=True)
    ]
    at_right, across = Names(ax, levels, look, gap=_GAP), Span(least, most, spare=0.0)

    def fit(ax: Axes, key: float) -> None:
        across.fit(ax, at_right.share(ax))
        ax.set_ylim(-BELOW, -BELOW + (scales.heights[-1] + 1.2) / (1 - key))
        no_change.set_ydata([0, 1 - key])
        ax.set_xlabel(fitted(scales.words, SMALL, room(ax)[0]), size=SMALL, labelpad=1)
        scales.fit(ax)

    finding, detail = _changed(shown, which, rows["side"].dropna().unique())
    words = [detail, *always_in_words(rows), *not_compared_in_words(rows, brief=True)]
    return canvas.Drawn(finding, " ".join(words), _key(shown, look), fit)


class _Place(NamedTuple):
    """Where a row lies on the axis, in percent, missing where nobody saw that, and how it is marked."""

    kind: str  # as the key has it
    marker: str
    change: float
    low: float = np.nan
    high: float = np.nan


def _place(row: Any) -> _Place:
    """Return the place of a row.

    Beyond the target a hold is as long as was seen, or longer. So a change to there is what was seen or more, and
    one from there what was seen or less: then the mark is an arrow.
    """
    kind = _kind(row)
    if is_beyond(row):
        from_beyond, to_beyond = row.first >= row.seen_first_s, row.second >= row.seen_second_s
        seen = 100 * (row.second / row.first - 1)
        return _Place(kind, "<" if from_beyond else ">", np.nan if from_beyond and to_beyond else seen)
    ends = np.array([row.change, *possible_range(row)])
    if row.what == "balance":
        ends = _balance_after(row.first, ends) - row.first
    elif _is_pain(row):
        ends *= POINT_PCT
    return _Place(kind, _MARK["marker"], *ends.tolist())


def _balance_after(balance_pct: float, change_pct: np.ndarray) -> np.ndarray:
    """Return a balance after changes of the ratio of the sides: what is said of it is where it is marked."""
    log_ratio = -np.sign(balance_pct) * np.log1p(-abs(balance_pct) / 100)
    return percent(log_ratio + np.log1p(change_pct / 100))


def _kind(row: Any) -> str:
    """Return how sure a change is."""
    word, _, as_before = row.verdict.partition("_")
    if word in ("higher", "lower"):
        return "perhaps on that way before" if as_before else "changed"
    return "perhaps" if leaning(row.low, row.high) else "no clear change"


def _key(shown: pd.DataFrame, look: looks.Look) -> list[Artist]:
    """Return what the marks and their lines are, of those that there are."""
    drawn = [place for place in map(_place, shown.itertuples()) if not np.isnan(place.change)]
    kinds, markers = {place.kind for place in drawn}, {place.marker for place in drawn}
    filled = [(kind, filled) for kind, filled in _FILLED.items() if kind in kinds]
    entries: list[Artist] = [look.entry(kind, ls="none", fillstyle=style, **_MARK) for kind, style in filled]
    for arrow, said in _ARROWS.items():
        if arrow in markers:
            entries.append(look.entry(said, ls="none", fillstyle="none", **_MARK | {"marker": arrow}))
    has_range = _MARK["marker"] in markers
    return [*entries, look.entry("likely range (95 %)", lw=_RANGE)] if has_range else entries


def _levels(row: Any) -> str:
    """Return from what to what a number went, as it is told elsewhere."""
    digits = 1 if row.what in ("pain", "pain_next_day") else 0
    if row.what == "balance":
        first, second = (in_words(level) for level in (row.first, row.second))
        side = first.split()[0]
        if first == second:
            return f"still {first}"
        return f"{first.removesuffix(' %')} → {second.removeprefix(side).strip()}"
    if row.what == "typical":
        return " → ".join(levels_in_words(row))
    unit = "" if digits else " %"
    first, second = (f"{round(level, digits) + 0.0:.{digits}f}" for level in (row.first, row.second))  # no -0
    return f"still {first}{unit}" if first == second else f"{first} → {second}{unit}"


def _changed(shown: pd.DataFrame, of: Compared, sides: np.ndarray) -> tuple[str, str]:
    """Return what is told to have changed, and of which of the `sides` nothing; and of how many days that is."""
    always = who_always_reached(shown)
    rest = shown[~is_always_reached(shown)].iloc[::-1]
    words = [_change_in_short(row) for row in rest.itertuples()]
    said = [f"{always} reached the target on every day compared"] if always else []
    said += [*filter(None, words)]
    said += [f"{'the rest ' * bool(said)}no clear change"] * (not all(words))
    finding = ", ".join(said) + of.span * (len(rest) > 0)
    told = shown.loc[shown["what"].isin(["typical", "reached"]), "side"].unique()
    not_told = [f"{side} " for side in sides if side not in told]
    if not_told:
        finding += f"; {''.join(not_told[: len(told)])}holds are not compared"
    first, second = (
        f"{which}: {counted(shown[f'days_{n}'].iloc[0], 'day')} with a hold"
        for n, which in (("first", of.first), ("second", of.second))
    )
    return _sentence(finding), f"{_sentence(first)}. {_sentence(second)}.{_not_sure(rest)}"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def _change_in_short(row: Any) -> str:
    """Say what changed of a row; what goes on is no change. Of what may be chance only a rise of pain is told."""
    word, _, as_before = row.verdict.partition("_")
    if word in ("higher", "lower"):
        return f"{_told(row, word == 'lower')}{' (perhaps on that way before)' if as_before else ''}"
    return f"perhaps {_told(row, False)}" if _is_pain(row) and leaning(row.low, row.high) > 0 else ""


def _not_sure(rest: pd.DataFrame) -> str:
    """Name the rows, other than a rise of pain, whose interval alone tells of a change."""
    ways = [(row, leaning(row.low, row.high)) for row in rest.itertuples() if row.verdict == "no_clear_change"]
    names = [_told(row, way < 0) for row, way in ways if way and not (_is_pain(row) and way > 0)]
    return f" Not certain enough to say: {', '.join(names)}; of so many, chance often makes one look so." * bool(
        names
    )


def _told(row: Any, is_lower: bool) -> str:
    """Say that a row is higher or lower, and of the sides whether that brought them together, as far as it did."""
    if row.what == "balance" and row.first * row.second >= 0:
        return "sides closer together" if abs(row.second) < abs(row.first) else "sides farther apart"
    return TOLD[row.what][is_lower].format(row.side)


def _is_pain(row: Any) -> bool:
    return row.what.startswith("pain")


def _lacking(rows: pd.DataFrame, which: Compared) -> str:
    """Say what is needed to compare, and what there is."""
    needed = f"{_sentence(needed_in_words(rows))}."
    if rows.empty:
        return needed
    row = rows.iloc[0]
    there = "; ".join(
        f"{part}: {counted(row[f'days_{n}'], 'day')} with a hold, {counted(row[f'sessions_{n}'], 'session')}"
        if row[f"days_{n}"]
        else f"{part}: no hold"
        for n, part in (("first", which.first), ("second", which.second))
    )
    return f"{needed} {_sentence(there)}."
