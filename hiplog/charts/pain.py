"""Pain before and after sessions, and the places that notes mention."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from hiplog import arguments
from hiplog.charts import canvas, looks
from hiplog.charts.days import days_across, number
from hiplog.charts.marks import Marks
from hiplog.charts.text import SMALL, points, room
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.selection import Chosen, chosen
from hiplog.measures.pain.change import pain_change
from hiplog.measures.pain.days import pain_days
from hiplog.measures.pain.months import months_of
from hiplog.measures.pain.spells import spells_of
from hiplog.places import pain_places
from hiplog.schema import Diary
from hiplog.verdicts import known_in_words

MOST_PLACES = 4
MOST_JOINED = 120  # sessions whose before and after are joined by a line
HIGHER = "higher than your\nown recent level"
SHADE = 0.14  # opacity of a spell
HEADLINE = "pain, 0 none to 10 worst imaginable"


def plot_pain(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.pain_change` and `hiplog.pain_spells`: pain before and after each session, spells shaded.

    What was said of a day beside a session is hollow; for how many days pain is known stands in the title. The
    steps are those of `hiplog.pain_months`. Below the pain, a mark for every row of `hiplog.pain_places`: a
    session whose note mentions a place as hurting, for the four places that are mentioned most. All five with the
    same arguments are what is drawn.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise's sessions to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    diary : Diary, optional
        Days and marks, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for the pain after sessions, or a dict with one for `pain`.
    label : str, optional
        What the entries in the legend begin with, such as whose they are.
    ax : Axes, optional
        Where to draw; nothing but it is touched. Unless given, a figure is made.

    Returns
    -------
    Axes
        In points of the numeric rating scale, 0 to 10, over days; the places lie below 0.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> ax = hiplog.plot_pain(hiplog.example(), label="Anna")
    """
    held = chosen("plot_pain", holds, exercise, since, until)
    said = chosen_diary("plot_pain", holds, diary, since, until)
    return canvas.chart(
        "plot_pain", partial(draw, diary=said), HEADLINE, held, exercise, ax, color, label, is_alone=True
    )


def draw(ax: Axes, held: pd.DataFrame, look: looks.Look, *, diary: Diary) -> canvas.Drawn:
    """Draw on `ax`; say the typical pain now and before, and for how many days it is known."""
    exercise = held["exercise"].iloc[0]
    of: dict[str, Any] = {"holds": Chosen(held), "exercise": exercise}
    change, places = pain_change(**of), pain_places(**of)
    change = change[change["pain_before"].notna() | change["pain_after"].notna()]
    beside = diary.days.dropna(subset="pain")
    if change.empty and places.empty and beside.empty:
        return canvas.say_in_the_middle(ax, "no pain rated and no place noted yet")
    known = pain_days(**of, diary=diary)
    spells, months = spells_of(known), months_of(known)
    _draw_spells(ax, spells, look)
    _draw_pain(ax, change, months, look)
    _draw_days(ax, beside, look)
    days_across(ax, pd.concat([change["started_at"], places["started_at"], beside["day"]]))
    most = places["place"].value_counts().index[:MOST_PLACES].tolist()
    key = _key(months, spells, most, look, with_days=len(beside) > 0)
    legend, marks = canvas.Legend(key), _draw_places(ax, places, most, look)
    fit = partial(_lay_out, legend=legend, places=most, marks=marks)
    said = ". ".join(filter(None, [_typical(months), known_in_words(known, brief=True)]))
    return canvas.Drawn(said, Marks(ax, diary.marks, look, fit, legend))


def _lay_out(ax: Axes, legend: canvas.Legend, places: list[str], marks: dict[str, Line2D]) -> None:
    """Give pain and the lanes of places their heights."""
    for place, lane in _lanes(ax, legend.fit(ax), places).items():
        marks[place].set_ydata(np.full(len(marks[place].get_xdata()), lane))


def _lanes(ax: Axes, share: float, places: list[str]) -> dict[str, float]:
    """Set the y axis: the legend's share, pain from 10 to 0, below it a lane for each place; return the lanes."""
    name = 1.35 * points(SMALL)
    height = room(ax)[1] * (1 - share) - name * (len(places) + 0.4)
    pain = max(height, name) / 11  # points for one of pain
    lane = name / pain
    bottom = -0.5 - lane * (len(places) + 0.4)
    ax.set_ylim(bottom, bottom + (10.5 - bottom) / (1 - share))
    numbers = range(0, 11, 2 if 2 * pain > name else 5)
    lanes = {place: -0.4 - lane * (0.9 + i) for i, place in enumerate(places)}
    ax.set_yticks([*numbers, *lanes.values()], [*map(str, numbers), *lanes])
    for label in ax.get_yticklabels()[len(numbers) :]:
        label.set_fontsize("x-small")  # the longest fit beside the axes of a narrow cell
    return lanes


def _draw_spells(ax: Axes, spells: pd.DataFrame, look: looks.Look) -> None:
    begin, end = number(spells["begin"]), number(spells["end"]) + 1
    spans = list(zip(begin, end - begin, strict=True))
    ax.broken_barh(spans, (-0.3, 10.6), color=look.ink, alpha=SHADE, linewidth=0)


def _draw_pain(ax: Axes, change: pd.DataFrame, months: pd.DataFrame, look: looks.Look) -> None:
    """Draw a ring before and a dot after each session, joined where there are few, and the level of 28 days."""
    purple, ink = look.colours["pain"], look.ink
    when = change["started_at"]
    before, after = (change[name].astype("float64") for name in ("pain_before", "pain_after"))
    if len(change) <= MOST_JOINED:
        ax.vlines(when, before, after, color=purple, linewidth=1, alpha=0.6)
    else:  # many would lie upon each other: spread around their whole number, by the golden ratio
        apart = 0.6 * ((np.arange(len(change)) * 0.618034) % 1 - 0.5)
        before, after = before + apart, after - apart
    marks = looks.marks(len(change))
    ax.plot(when, before, marker="o", markerfacecolor="none", color=ink, **marks)
    ax.plot(when, after, marker="D", color=purple, **marks)
    edges = np.column_stack([number(months["begin"]), number(months["end"]) + 1]).ravel()
    ax.plot(edges, months["median_pain"].repeat(2), color=ink, linewidth=2, path_effects=look.halo())


def _draw_days(ax: Axes, days: pd.DataFrame, look: looks.Look) -> None:
    """Draw the pain that was said of days beside any session, hollow."""
    when = days["day"] + pd.to_timedelta(days["time"].fillna("12:00") + ":00")
    marks = looks.marks(len(days)) | {"markersize": 5.5, "markeredgewidth": 1.2, "alpha": 0.9}
    pain = days["pain"].astype("float64")
    ax.plot(when, pain, marker="D", markerfacecolor="none", color=look.colours["pain"], **marks)


def _draw_places(ax: Axes, places: pd.DataFrame, most: list[str], look: looks.Look) -> dict[str, Line2D]:
    """Mark the sessions whose notes mention a place; return the marks of each."""
    marks = {}
    for place in most:
        when = places.loc[places["place"] == place, "started_at"]
        line = {"marker": "|", "ls": "none", "color": look.ink, "markersize": 6, "markeredgewidth": looks.EDGE}
        (marks[place],) = ax.plot(when, [0.0] * len(when), **line)
    return marks


def _typical(months: pd.DataFrame) -> str:
    """Return the typical pain of the last 28 days, beside that of the 28 before, in words."""
    if months.empty:
        return "No pain was rated"
    now, change, n = months.iloc[-1][["median_pain", "change", "n"]]
    before = "" if pd.isna(change) else f", in the 28 before {now - change:g}"
    return f"A day's first: typically {now:g} in 28 days ({n} rated){before}"


def _key(
    months: pd.DataFrame, spells: pd.DataFrame, places: list[str], look: looks.Look, *, with_days: bool
) -> list[Artist]:
    ink, purple = look.ink, look.colours["pain"]
    entries: list[Artist] = [
        look.entry(look.named("before"), marker="o", mfc="none", ms=5, ls="none"),
        look.entry(look.named("after"), purple, marker="D", ms=5, ls="none"),
    ]
    if with_days:
        hollow = {"marker": "D", "mfc": "none", "ms": 5.5, "ls": "none"}
        entries.append(Line2D([], [], color=purple, label=look.named("said of the day"), **hollow))
    if len(months):
        entries.append(look.entry(look.named("typical of 28 days"), lw=2.2))
    if places:
        entries.append(look.entry(look.named("in a note"), marker="|", ms=6, ls="none"))
    if len(spells):
        entries.append(Patch(color=ink, alpha=SHADE, lw=0, label=HIGHER))
    return entries
