"""Pain before and after sessions, and the places that notes mention."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from hiplog import arguments
from hiplog.charts.medians import MEDIANS_OF, begins, medians_of
from hiplog.charts.pain_key import BAR, MOST_EXACT, brief_of, key_of, session_mark, style_of
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.days import broken, days_across, number
from hiplog.charts.parts.marks import Marks, not_shown
from hiplog.charts.parts.measured import Measured
from hiplog.charts.parts.names import Name, Names
from hiplog.charts.parts.scale import POINTS, Lane, Scale
from hiplog.charts.parts.text import SMALL, fitted, room
from hiplog.dates import day_in_words
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary, marked_day
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen, chosen
from hiplog.measures.pain.change import ratings_of
from hiplog.measures.pain.days import pain_of
from hiplog.measures.pain.months import months_of, with_the_first
from hiplog.measures.pain.spells import spells_of
from hiplog.places import pain_places
from hiplog.schema import Diary
from hiplog.verdicts.pain import (
    BEGUN,
    FIRST_PAIN,
    OF_TWO,
    asked_in_words,
    is_less_than_at_first,
    known_in_words,
    pain_in_short,
    spell_lately,
)

MOST_PLACES = 4
MOST_LARGE = 30  # medians with large marks
SPELL = "a spell"
_TOP = 10.4
_LANE = 0.035  # of the height, at least, that a place has
_BARS = 0.8  # of a lane, that the bar of the most sessions takes
TOPIC = "pain before and after, 0 none to 10 worst imaginable"


def plot_pain(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    at: arguments.Moment | None = None,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.pain_change` and `hiplog.pain_spells`: pain before and after sessions, and spells.

    The lines are the medians of each week, from Monday, over sessions of which both are rated, of each month over
    more than 400 days, and of each quarter over more than 1,500; each session stands faint behind, of two sides
    that were rated one by one the higher. What was said of a day beside a session is hollow. The title's numbers
    are those of `hiplog.pain_months`, and for how many of their days pain is known stands below it. Below the
    pain, a bar over the days of each spell, and a mark for every row of `hiplog.pain_places`: a session whose note
    mentions a place as hurting, for the four that are mentioned most; over more than 400 days how many there were
    in each month or quarter. The others, and those for which a low chart has no room, stand in words below the
    days.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise's sessions to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    at : date, datetime or str, optional
        A day to mark, such as the first with something new, or the words of one of the log's marks; what changed
        since says `hiplog.compare`.
    diary : Diary, optional
        Days and marks, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for the pain after sessions, or a dict with one for `pain`.
    label : str, optional
        What the title begins with, such as whose it is.
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
    held = chosen("plot_pain", holds, exercise, since, until, says_none=True)
    said = chosen_diary("plot_pain", holds, diary, since, until)
    day = None if at is None else marked_day("plot_pain", at, said.marks)
    return canvas.chart(
        "plot_pain",
        partial(draw, measured=Measured(held), diary=said, at=day),
        TOPIC,
        held,
        exercise,
        ax,
        color,
        label,
        is_alone=True,
    )


def draw(
    ax: Axes,
    held: pd.DataFrame,
    look: looks.Look,
    *,
    measured: Measured,
    diary: Diary,
    at: pd.Timestamp | None = None,
) -> canvas.Drawn:
    """Draw on `ax`; say the typical pain now and at first, and for how many days it is known."""
    change, places = ratings_of(held), pain_places(Chosen(held), exercise=held["exercise"].iloc[0])
    change = change[change["pain_before"].notna() | change["pain_after"].notna()]
    said = diary.days.dropna(subset="pain")
    if change.empty and places.empty and said.empty:
        return canvas.say_in_the_middle(ax, "No pain rated and no place noted yet")
    known = pd.DataFrame(pain_of(measured.arrays, diary))
    spells, months = spells_of(known), with_the_first(months_of(known), known)
    every = pd.concat([change["started_at"], places["started_at"], said["day"]])
    of_each = next(of for of, (most, _) in MEDIANS_OF.items() if (every.max() - every.min()).days <= most)
    medians = medians_of(change, of_each)
    names = Names(ax, [*_draw_pain(ax, change, medians, of_each, look)], look)
    _draw_days(ax, said, look)
    last = max(held["day"].max(), known["day"].max())
    is_lately = months.empty or last - months["end"].iloc[-1] < pd.Timedelta(days=LATELY_DAYS)
    days = days_across(ax, every if is_lately else pd.concat([every, pd.Series([last])]))
    noted, highest = _draw_places(ax, places, of_each, look)
    lanes = _draw_spells(ax, spells, look)
    scale = Scale(-0.4, _TOP, POINTS, below=lanes | noted, most_below=MOST_PLACES + len(lanes), share=_LANE)
    where = f"notes on it, up to {highest} a {of_each}" if highest else "a note: it hurt there" * bool(noted)

    def fit(ax: Axes, key: float) -> None:
        days.names = names.share(ax)
        days.fit(ax)
        scale.fit(ax, key)
        names.fit(ax, key)
        also = ", ".join(scale.without_room)
        ax.set_xlabel(fitted(f"Also noted: {also}." if also else "", SMALL, room(ax)[0]), size=SMALL, labelpad=2)

    marked = Marks(ax, diary.marks, look, fit, at)
    key = key_of(change, medians, of_each, spells, where, look, with_days=len(said) > 0)
    detail = _known(known, months) + not_shown(ax, at)
    asked = asked_in_words(known, is_after=held["pain_before"].isna().all())
    finding = pain_in_short(months, asked, is_lately=is_lately, spell=spell_lately(spells, known))
    return canvas.Drawn(finding, detail, [*marked.entries, *key], marked, brief=brief_of(medians, of_each, where))


def _known(known: pd.DataFrame, months: pd.DataFrame) -> str:
    """Return for how many of the days that the finding is of pain is known."""
    if months.empty:
        return ""
    begin, end = months["begin"].iloc[-1], months["end"].iloc[-1]
    days = known[known["day"].between(begin, end)]
    if len(days) == 1:
        return f"{FIRST_PAIN} is known for {day_in_words(end)} alone."
    begun = f" {BEGUN}." if is_less_than_at_first(months) else ""
    of_two = f"{FIRST_PAIN}, {OF_TWO}," if known["of_two"].any() else FIRST_PAIN
    known_for = known_in_words(days, brief=True).replace(FIRST_PAIN, of_two)
    return f"{known_for} up to {day_in_words(end)}.{begun}"


def _draw_spells(ax: Axes, spells: pd.DataFrame, look: looks.Look) -> dict[str, Lane]:
    """Draw a bar over the days of each spell, in a lane of its own: beside the pain it would be a score."""
    if spells.empty:
        return {}
    spans = zip(number(spells["begin"]), number(spells["end"]), strict=True)
    days = np.concatenate([[*np.arange(begin, end + 2), np.nan] for begin, end in spans])
    (bars,) = ax.plot(days, np.zeros(len(days)), color=look.ink, gid="spell", zorder=2, **BAR)
    return {SPELL: Lane(bars)}


def _draw_pain(
    ax: Axes, change: pd.DataFrame, medians: pd.DataFrame, of_each: str, look: looks.Look
) -> Iterator[Name]:
    """Draw the medians of pain before and after, each session faint behind; yield what each line's end is."""
    pause = pd.Timedelta(days=MEDIANS_OF[of_each][1])
    began, medians = change["started_at"], broken(medians, pause)
    shift = 0.6 * ((np.arange(len(change)) * 0.618034) % 1 - 0.5) * (len(change) > MOST_EXACT)
    line: dict[str, Any] = {"lw": 2, "path_effects": look.halo(), "zorder": 3}
    mark = {"mew": looks.EDGE, "markersize": 4 if len(medians) < MOST_LARGE else 2.8, "zorder": 3, "ls": "none"}
    for name, sign in (("before", 1), ("after", -1)):
        style, pain = style_of(name, look), change[f"pain_{name}"].astype("float64")
        ax.plot(
            began,
            _within(pain, sign * shift),
            **session_mark(name, len(change), look, is_behind=len(medians) > 0),
        )
        # The marks without the halo: drawn with it, each would take as long as a line of its own.
        ax.plot(medians["day"], medians[f"pain_{name}"], color=style["color"], **line)
        ax.plot(medians["day"], medians[f"pain_{name}"], **style | mark)
        ends = medians[f"pain_{name}"] if len(medians) else pain.dropna()
        if len(ends):
            color = look.ink if name == "before" else look.of_words("pain")
            yield Name(look.named(name), number(began.max()), float(ends.iloc[-1]), color)


def _within(pain: pd.Series, shift: np.ndarray) -> pd.Series:
    """Return pain moved a little, so that equal numbers do not hide each other, and never beyond 0 or 10."""
    return pain + np.where(pain <= 0, np.abs(shift), np.where(pain >= 10, -np.abs(shift), shift))


def _draw_days(ax: Axes, days: pd.DataFrame, look: looks.Look) -> None:
    """Draw the pain that was said of days beside any session, hollow."""
    said_at = days["day"] + pd.to_timedelta(days["time"].fillna("12:00") + ":00")
    marks = looks.marks(len(days)) | {"markersize": 5.5, "markeredgewidth": 1.2, "alpha": 0.9}
    pain = days["pain"].astype("float64")
    ax.plot(said_at, pain, marker="D", markerfacecolor="none", color=look.colours["pain"], **marks)


def _draw_places(ax: Axes, places: pd.DataFrame, of_each: str, look: looks.Look) -> tuple[dict[str, Lane], int]:
    """Mark the sessions whose notes mention a place in a lane each, or draw how many each month or quarter has.

    The number that is returned is that of the highest bar, 0 where there are none.
    """
    mentioned = places["place"].value_counts().index  # the most first
    began = {place: places.loc[places["place"] == place, "started_at"] for place in mentioned}
    if of_each == "week":
        mark = {"marker": "|", "ls": "none", "color": look.ink, "markersize": 6, "markeredgewidth": looks.EDGE}
        return {place: Lane(ax.plot(days, [0.0] * len(days), **mark)[0]) for place, days in began.items()}, 0
    spans = {place: days.groupby(begins(days, of_each)) for place, days in began.items()}
    highest = max((int(span.size().max()) for span in spans.values()), default=0)
    lanes = {}
    for place, span in spans.items():
        (line,) = ax.plot([], [], color=look.ink, linewidth=2, solid_capstyle="butt")
        lanes[place] = Lane(line, number(span.mean()), _BARS * span.size().to_numpy() / highest)
    return lanes, highest
