"""Many people in one picture: how each changed, and how many practise still."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from hiplog import arguments
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.text import SMALL, points, room
from hiplog.counts import counted
from hiplog.exercise import SIDES
from hiplog.schema import EXAMPLE
from hiplog.study.members import EVERYONE
from hiplog.study.together import DATES_MOVED, LEAST_GROUP, dropout, people_in

WHAT = (*SIDES, "balance", "pain")
_UNIT = {"pain": "points of 10"} | dict.fromkeys((*SIDES, "balance"), "%")
_NAME = {
    "left": "change of the left side's typical hold",
    "right": "change of the right side's typical hold",
    "balance": "change of right against left",
    "pain": "change of a day's first pain",
}
_FEW = 40  # people, beyond whom their lines are thin
_NAME_LINES = 1.15  # of a name, that each person's line needs where names stand beside them


def plot_people(
    people: pd.DataFrame,
    *,
    what: str = "left",
    exercise: arguments.ExerciseName = "hip_balance",
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw each person's change from the beginning to now with its 95 % interval, sorted.

    A hollow mark is somebody who stopped. People are named where there is room.

    Parameters
    ----------
    people : DataFrame
        As `Study.people` returns it.
    what : {"left", "right", "balance", "pain"}
        Whose change.
    exercise : str
        What the title says that it is of.
    color : color or dict, optional
    label : str, optional
        What the title begins with.
    ax : Axes, optional
        Where to draw; unless given, a figure is made.

    Returns
    -------
    Axes

    Examples
    --------
    >>> study = hiplog.Study(hiplog.study.example_study("people", people=5, days=70))
    >>> ax = hiplog.plot_people(study.people())
    """
    people = people_in("plot_people", people)
    if not isinstance(what, str) or what not in WHAT:
        raise arguments.refused("plot_people", "what", what, f"one of {', '.join(WHAT)}")
    exercise = arguments.exercise("plot_people", exercise)
    draw = partial(_draw_people, what=what)
    return canvas.chart("plot_people", draw, _NAME[what], _marked(people), exercise, ax, color, label)


def _marked(people: pd.DataFrame) -> pd.DataFrame:
    """Return people with the source by which a chart says that it is of an example."""
    return people.assign(source=np.where(people["is_example"], EXAMPLE, ""))


def plot_dropout(
    people: pd.DataFrame,
    *,
    least: int = LEAST_GROUP,
    exercise: arguments.ExerciseName = "hip_balance",
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw what share of people practise still so many weeks after their first session, with its 95 % interval.

    `hiplog.study.together.dropout` has the numbers.

    Parameters
    ----------
    people : DataFrame
        As `Study.people` returns it.
    least : int
        Groups of fewer people are not drawn.
    exercise, color, label, ax
        As in `plot_people`.

    Returns
    -------
    Axes

    Examples
    --------
    >>> study = hiplog.Study(hiplog.study.example_study("people", people=5, days=70))
    >>> ax = hiplog.plot_dropout(study.people())
    """
    people = people_in("plot_dropout", people)
    exercise, rows = arguments.exercise("plot_dropout", exercise), dropout(people, least=least)
    why = DATES_MOVED if people["is_shifted"].any() else "Too few people to say how many practise still"
    draw = partial(_draw_dropout, rows=rows, why=why)
    return canvas.chart(
        "plot_dropout", draw, "how many practise still", _marked(people), exercise, ax, color, label
    )


def _draw_people(ax: Axes, people: pd.DataFrame, look: looks.Look, what: str) -> canvas.Drawn:
    middle, low, high = _ends(what)
    known = people.dropna(subset=[middle, low, high]).sort_values(middle, kind="stable")
    if known.empty:
        return canvas.say_in_the_middle(ax, "Nobody has holds enough at both times to be compared")
    place, colour = np.arange(len(known)), look.colours[what]
    few = len(known) <= _FEW
    ax.hlines(place, known[low], known[high], color=colour, linewidth=1.6 if few else 0.7, alpha=0.7)
    active = known["active"].fillna(True).to_numpy(dtype=bool)
    mark = {"marker": looks.MARKERS.get(what, "D"), "linestyle": "none", "color": colour}
    mark |= {"markersize": 5 if few else 2.5, "markeredgewidth": looks.EDGE}
    ax.plot(known[middle].to_numpy()[active], place[active], **mark)
    ax.plot(known[middle].to_numpy()[~active], place[~active], **mark, markerfacecolor=look.page)
    ax.axvline(0, color=look.ink, linewidth=0.9)
    ax.set_ylim(-0.8, len(known) - 0.2)
    stopped = "; a hollow mark: stopped" if known["active"].notna().any() else ""
    ax.set_xlabel(f"change, {_UNIT[what]}{stopped}", size=SMALL)
    more, less = (known[low] > 0).sum(), (known[high] < 0).sum()
    unknown = f"; {len(people) - len(known)} not known" if len(known) < len(people) else ""
    n = counted(len(known), "person", "people")
    said = f"{n}: {more} with all of the interval above 0, {less} with all of it below{unknown}"
    return canvas.Drawn(said, "", [], partial(_name, names=[*known["person"].astype("str")]))


def _name(ax: Axes, _key: float, names: list[str]) -> None:
    """Name the people beside their lines, where there is room for it."""
    fits = room(ax)[1] / len(names) > _NAME_LINES * points(SMALL)
    ax.set_yticks(range(len(names)) if fits else [], names if fits else [], size=SMALL)


def _ends(what: str) -> tuple[str, str, str]:
    """Return the columns of a change and of its interval."""
    if what == "pain":
        return "pain_change", "pain_change_low", "pain_change_high"
    return f"{what}_change_pct", f"{what}_change_low_pct", f"{what}_change_high_pct"


def _draw_dropout(ax: Axes, people: pd.DataFrame, look: looks.Look, rows: pd.DataFrame, why: str) -> canvas.Drawn:
    if rows.empty:
        return canvas.say_in_the_middle(ax, why)
    styles = ["-", *[(0, (4, 1 + n)) for n in range(rows["group"].nunique())]]
    for (name, part), style in zip(rows.groupby("group", sort=False), styles, strict=False):
        whole = name == EVERYONE
        line = {"color": look.colours["practice"] if whole else look.ink, "linestyle": style}
        ax.step(part["week"], 100 * part["practising"], where="post", linewidth=2 if whole else 1.2, **line)
        end = part.iloc[-1]
        ax.annotate(f" {name}", (end["week"], 100 * end["practising"]), size=SMALL, va="center")
        if whole:
            band = part.dropna(subset=["low", "high"])
            limits = (100 * band["low"], 100 * band["high"])
            ax.fill_between(
                band["week"], *limits, step="post", color=line["color"], alpha=looks.RANGE, linewidth=0
            )
    ax.set_ylim(0, 105)
    ax.set_xlim(0, 1.15 * rows["week"].max())
    ax.set_xlabel("weeks since the first session", size=SMALL)
    ax.set_ylabel("% who practise still", size=SMALL)
    return canvas.Drawn(_still(rows[rows["group"] == EVERYONE]), "", [], lambda ax, _key: None)


def _still(rows: pd.DataFrame) -> str:
    """Return in words how many practise at the end of the weeks for which half of the people were followed."""
    followed = rows[rows["n_followed"] >= rows["n_followed"].max() / 2]
    row = followed.iloc[-1]
    interval = "" if np.isnan(row["low"]) else f" ({100 * row['low']:.0f} to {100 * row['high']:.0f} %)"
    return f"after {row['week']} weeks {100 * row['practising']:.0f} %{interval} practise still"
