"""A calendar of the days practised."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from hiplog import arguments
from hiplog.charts.calendar import Calendar
from hiplog.charts.parts import canvas, looks
from hiplog.charts.parts.marks import entries_of, line_in_key, numbered
from hiplog.charts.parts.measured import Measured
from hiplog.counts import counted
from hiplog.dates import day_in_words
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen, chosen
from hiplog.measures.practice import practice_of, that_are_over
from hiplog.schema import Diary
from hiplog.verdicts.practice import plan_in_words, practised_in_words
from hiplog.verdicts.span import span_in_words

TOPIC = "days practised"
_MOST_PLANS = 2  # changes of the plan, the newest, of which the key has room
_BRIEF = dict.fromkeys(("plan met", "part of the plan"), "plan met; in part")
_BRIEF |= dict.fromkeys(("nothing noted", "pause"), "nothing noted; pause")
_BRIEF |= {f"only the {side} side": "that side alone" for side in SIDES}


def plot_practice(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    plan: arguments.Plan | None = None,
    today: arguments.Moment | None = None,
    diary: Diary | None = None,
    color: looks.Colours = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw `hiplog.practice` as a calendar: each day is a box, filled by the share of the plan that was done.

    A day on which one side alone was held is filled on that side, and one without a whole session has a dot. A
    pause, a day of which a reason was said, is crossed out; a day with a session that pain ended has a bolt, one
    without a session of which pain was said a ring, today a frame, and a day with a mark, a word of the person's
    own, or from which another plan held, a line before it; a mark's has its number. Weeks are rows and begin on
    Monday, as on a calendar on the wall. The last twelve months are shown, fewer where there is no room for them.
    `hiplog.practice` with the same arguments is what is drawn.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to show.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    plan : int, optional
        Sessions meant per day, 1 to 3; unless given, the plan that the log has for each day.
    today : date, optional
        The present day, which, or `until` before it, is the last to show where the last hold is of the 28 days
        before it; the last day of the log is shown last unless given.
    diary : Diary, optional
        Days and plans, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.
    color : color or dict, optional
        A colour of matplotlib for what was done, or a dict with one for `practice`.
    label : str, optional
        What the title begins with, such as whose it is.
    ax : Axes, optional
        Where to draw; nothing but it is touched. Unless given, a figure is made.

    Returns
    -------
    Axes
        In days, without ticks.

    Raises
    ------
    LogError
        Where an argument cannot be used, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> ax = hiplog.plot_practice(hiplog.example(), plan=2, today="2026-11-04")
    """
    of = "plot_practice"
    held = chosen(of, holds, exercise, since, until, says_none=True)
    given: dict[str, Any] = {
        "plan": arguments.plan(of, plan, of_log=True),
        "today": arguments.today(of, today, until),
        "last_day": arguments.last_day(of, today, until),
        "first_day": arguments.span(of, since, until).first,
    }
    given |= {"measured": Measured(held), "diary": chosen_diary(of, holds, diary, since, until)}
    return canvas.chart(of, partial(draw, **given), TOPIC, held, exercise, ax, color, label, is_alone=True)


def plot_practice_from(
    first: pd.Timestamp,
    holds: Chosen,
    *,
    exercise: arguments.ExerciseName,
    plan: arguments.Plan | None,
    diary: Diary,
    ax: Axes | None = None,
) -> Axes:
    """Draw the days from `first` on; one without a hold is a day too where there are holds before it."""
    of = "plot_practice"
    held = chosen(of, holds, exercise, says_none=True)
    if held["day"].max() < first:
        held = chosen(of, holds, exercise, first, says_none=True)  # none, which the chart says
    given: dict[str, Any] = {"measured": Measured(held), "plan": plan, "diary": diary}
    given |= {"first_day": first, "is_cut": True}
    return canvas.chart(of, partial(draw, **given), TOPIC, held, exercise, ax, None, None, is_alone=True)


def draw(
    ax: Axes,
    held: pd.DataFrame,
    look: looks.Look,
    *,
    measured: Measured,
    diary: Diary,
    plan: arguments.Plan | None = None,
    today: pd.Timestamp | None = None,
    last_day: pd.Timestamp | None = None,
    first_day: pd.Timestamp | None = None,
    is_cut: bool = False,
) -> canvas.Drawn:
    """Draw on `ax`; say how the last 28 days went.

    They are counted from the first hold on, which is named where that is after the first day that was asked for;
    those before that day are left out where the calendar `is_cut` there.
    """
    end, last, has_plan = held["day"].max(), shown_until(held, last_day), plan is not None or len(diary.plans) > 0
    is_lately = last is not None
    now = today if is_lately else None
    days = pd.DataFrame(practice_of(measured.arrays, diary, plan, last))
    days = days[days["day"] >= first_day].reset_index(drop=True) if is_cut else days
    days["held"] = days["day"].map(_held(held)).where(days["done"] == 0)
    marks = numbered(diary.marks)
    marks = marks[marks["day"].isin(days["day"]) | marks["number"].eq("")]
    plans = _changes(diary, days["day"]) if plan is None else diary.plans[:0]
    days["marked"] = days["day"].isin([*marks["day"], *plans["day"]])
    days["numbers"] = days["day"].map(marks[marks["number"] != ""].groupby("day")["number"].agg(", ".join))
    days["sore"] = days["day"].isin(diary.days.dropna(subset="pain")["day"]) & days["done"].eq(0)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    calendar = Calendar(ax, days, look, now)
    over = that_are_over(days, now, end)
    first = days["day"].iloc[0]
    counted_from = "" if first_day is None or first <= first_day else f" from {day_in_words(first)}"
    detail = f"{_rest(over, now, has_plan=has_plan)}{counted_from}."
    if today is not None and not is_lately:
        detail += f" The last hold was on {day_in_words(end)}, {(today - end).days} days ago."
    key = [*entries_of(marks, look), *_plan_entries(plans, look), *_key(days, look, now, has_plan=has_plan)]
    return canvas.Drawn(_lately(over, now, has_plan=has_plan), detail, key, calendar.fit, brief=_BRIEF)


def shown_until(held: pd.DataFrame, last_day: pd.Timestamp | None) -> pd.Timestamp | None:
    """Return the last day of the calendar, or None for that of the last hold, also where that is long before."""
    if last_day is None or held.empty or last_day - held["day"].max() >= pd.Timedelta(days=LATELY_DAYS):
        return None
    return last_day


def _changes(diary: Diary, days: pd.Series) -> pd.DataFrame:
    """Return the days from which another plan held than on the day before, and that plan."""
    meant = pd.DataFrame({"day": days, "plan": diary.plan_on(days)})
    return meant[meant["plan"].diff().fillna(0).ne(0)]


def _plan_entries(plans: pd.DataFrame, look: looks.Look) -> list[Artist]:
    said = [f"plan {row.plan} a day from {day_in_words(row.day)}" for row in plans.itertuples()]
    return [line_in_key(label, look) for label in said[-_MOST_PLANS:]]


def _held(held: pd.DataFrame) -> pd.Series:
    """Return which sides were held on each day: one by its name, or both."""
    sides = held.groupby("day")["side"]
    return sides.first().where(sides.nunique() == 1, "both")


def _lately(days: pd.DataFrame, today: pd.Timestamp | None, *, has_plan: bool) -> str:
    """Return how the last 28 days went beside the plan, in words."""
    last, n = days.tail(LATELY_DAYS), len(days)
    span = span_in_words(LATELY_DAYS, last["day"].iloc[-1], today) if n > LATELY_DAYS else ""
    these = span or counted(n, "day")
    if not last["done"].any() and last["held"].isin(SIDES).any():
        counts = last["held"].value_counts()
        alone = " and ".join(f"the {side} side on {counts[side]}" for side in SIDES if side in counts)
        return f"Only {alone} of {these}"
    if not last["done"].any() and (n_sore := int(last["sore"].sum())):
        return f"Pain noted on {n_sore} of {these}, no whole session"
    return practised_in_words(last, span=span, has_plan=has_plan)


def _rest(days: pd.DataFrame, today: pd.Timestamp | None, *, has_plan: bool) -> str:
    """Return the plan, the days in a row, and all that was done: the row in the present where today is known.

    A row that begins with the first of these days is not told.
    """
    last, streak = days.tail(LATELY_DAYS), int(days["streak"].iloc[-1])
    is_of_all = streak == (days["planned"] > 0).sum()  # then it may have begun before the days that were asked for
    row = f"{counted(streak, 'day')} in a row with a session" if streak > 1 and not is_of_all else ""
    row += ", pauses left out" if row and last["reason"].tail(streak).notna().any() else ""
    if row and today is None:
        row += f" up to {day_in_words(days.loc[days['done'] > 0, 'day'].iloc[-1])}"
    n, all_days = int(days["done"].sum()), counted(len(days), "day")
    on = days["done"].gt(0) if n else days["held"].notna()
    all_done = f"{counted(n, 'session') if n else 'holds'} on {on.sum()} of {all_days}"
    if n and (n_held := int(days["held"].notna().sum())):
        all_done += f", a hold without a whole session on {n_held} more"
    said = "; ".join(filter(None, [f"plan {plan_in_words(last)}" * has_plan, row, all_done]))
    return f"{said[0].upper()}{said[1:]}"


def _key(days: pd.DataFrame, look: looks.Look, today: pd.Timestamp | None, *, has_plan: bool) -> list[Artist]:
    """Return what the boxes of this calendar mean."""
    box: dict[str, Any] = {"marker": "s", "ms": 7, "ls": "none", "markerfacecoloralt": "none"}
    box |= {"markeredgecolor": look.ink, "markeredgewidth": 0.4}
    green = look.colours["practice"]
    entries: list[Artist] = []
    if days["share"].eq(1).any():
        label = "plan met" if has_plan else f"{'whole ' * (not days['ended_by_pain'].any())}session"
        entries.append(Line2D([], [], fillstyle="full", color=green, label=label, **box))
    if days["share"].between(0, 1, inclusive="neither").any():
        entries.append(Line2D([], [], fillstyle="bottom", color=green, label="part of the plan", **box))
    entries += [
        Line2D([], [], fillstyle=side, color=look.colours[side], label=f"only the {side} side", **box)
        for side in SIDES
        if days["held"].eq(side).any()
    ]
    plain: dict[str, Any] = {"color": look.ink, "ls": "none", "mew": looks.EDGE}
    if (days["done"].eq(0) & days["held"].isna() & days["reason"].isna() & ~days["sore"]).any():
        entries.append(Line2D([], [], fillstyle="none", label="nothing noted", **box))
    if days["held"].eq("both").any():
        entries.append(Line2D([], [], marker=".", ms=6, label="no whole session", **plain))
    if days["reason"].notna().any():
        entries.append(Line2D([], [], marker=(2, 0, -45), ms=8, label="pause", **plain))
    if days["ended_by_pain"].any():
        entries.append(Line2D([], [], marker=looks.PAIN, ms=7, mfc=look.page, label="ended by pain", **plain))
    if days["sore"].any():
        entries.append(Line2D([], [], marker="o", ms=4, mfc="none", label="pain noted", **plain))
    if today is not None:
        frame = {"marker": "s", "ms": 8, "mfc": "none", "mew": 1.6}
        entries.append(Line2D([], [], label="today", **plain | frame))
    return entries
