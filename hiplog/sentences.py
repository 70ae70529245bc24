"""What a log says, in a handful of plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from hiplog import arguments
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES, RECORD_NOT_ADVICE, SIDES
from hiplog.interchange import Holds
from hiplog.measures.balance import latest_balance
from hiplog.measures.capped import held_of_target
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.censoring import stopped_at_target
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen, chosen
from hiplog.measures.pain.change import pain_change
from hiplog.measures.pain.days import pain_days, pain_next_day
from hiplog.measures.pain.months import months_of
from hiplog.measures.pain.spells import spells_of
from hiplog.measures.pain.stops import pain_stops
from hiplog.measures.practice import practice
from hiplog.measures.trend import trend
from hiplog.measures.typical import typical_hold
from hiplog.places import pain_places
from hiplog.schema import Diary
from hiplog.verdicts import (
    GATE_IN_WORDS,
    TYPICALLY,
    balance_in_words,
    held_of_target_in_words,
    known_in_words,
    met_in_words,
    next_day_in_words,
    nothing_in_words,
    pain_in_words,
    plan_in_words,
    single_in_words,
    trend_in_words,
    typical_in_words,
    typical_seconds,
)

LATELY = pd.Timedelta(days=LATELY_DAYS)
TREND_DAYS = 56
_YESTERDAY, _A_WHILE = pd.Timedelta(days=1), pd.Timedelta(days=7)


@dataclass(frozen=True)
class Summary:
    """Sentences for a person to read: lines in a terminal, a list in a notebook."""

    sentences: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in self.sentences)
        return f'<ul class="mathjax_ignore">{items}</ul>'


def summary(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    plan: arguments.Plan | None = None,
    today: arguments.Moment | None = None,
    diary: Diary | None = None,
) -> Summary:
    """Say how long each side holds, whether that changes, how the sides compare, how often, and what notes say.

    The numbers are those of `hiplog.measures`; ranges are 95 % intervals. They look back from the last hold of the
    log, practice from today. Only of a log whose last hold is of today or yesterday is anything said in the
    present tense; elsewhere the day is named.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to sum up.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    plan : int, optional
        Sessions meant per day; unless given, the plan that the log has for each day.
    today : date, optional
        The present day. Unless given, the same holds give the same sentences on any day: each names its own.
    diary : Diary, optional
        Days and plans, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    Summary
        `str()` of it has a sentence a line.

    Raises
    ------
    LogError
        Where there is no such exercise or plan, today is no date, or a hold breaks a rule of `hiplog.schema`.
    """
    held = chosen("summary", holds, exercise, since, until)
    said_of_days = chosen_diary("summary", holds, diary, since, until)
    plan, day = arguments.plan("summary", plan, of_log=True), arguments.today("summary", today)
    if held.empty:
        said = [_nothing(held, exercise)]
    else:
        end = _End(held["day"].max(), day)
        said = [_ended(end), _no_target(held), *_typical(held, exercise, end)]
        said += [_slopes(held, end), *_sides(held, exercise, end)]
        said += [_practised(held, exercise, plan, end, said_of_days), _stopped(held, exercise, end)]
        said += _pain(held, exercise, end, said_of_days)
        said += [_places(held, end), GATE_IN_WORDS]
    return Summary((*filter(None, said), RECORD_NOT_ADVICE))


def _nothing(held: pd.DataFrame, exercise: str) -> str:
    """Say that there is no hold to tell of."""
    if held.attrs["there_is"]:
        return f"There is {nothing_in_words(held)}."
    return f"There are no holds yet of this exercise: {EXERCISES[exercise].title.lower()}."


@dataclass(frozen=True)
class _End:
    """The day of the last hold, beside today, if that is known."""

    day: pd.Timestamp
    today: pd.Timestamp | None

    @property
    def is_now(self) -> bool:
        """Whether the present tense is true of what the last hold tells."""
        return self.today is not None and abs(self.today - self.day) <= _YESTERDAY

    @property
    def weeks(self) -> str:
        """The four weeks up to the last hold, in words."""
        return f"the last {LATELY.days} days" if self.is_now else f"the {LATELY.days} days up to {self}"

    def __str__(self) -> str:
        return day_in_words(self.day)


def _ended(end: _End) -> str:
    """Say when the log ended, where that is some time ago."""
    if end.today is None or end.is_now or end.today < end.day:
        return ""
    return f"The last hold was on {end}, {(end.today - end.day).days} days ago."


def _no_target(held: pd.DataFrame) -> str:
    """Say so where the target is only what holds stop at."""
    heaped = held[held["at_heap"]]
    if heaped.empty:
        return ""
    n, target_s = int(stopped_at_target(heaped).sum()), heaped["target_s"].iloc[0]
    which = f"{n} of {_count(len(heaped), 'hold')} stop at {target_s:.0f} s and hardly one goes beyond"
    return f"Where this log names no target, {which}: that is taken for the target."


def _typical(held: pd.DataFrame, exercise: str, end: _End) -> list[str]:
    """Say how long each side was held in the last four weeks, and in the first of a long log."""
    rows = {row.side: row for row in typical_hold(Chosen(held), exercise=exercise).itertuples()}
    ended = {side: row for side, row in rows.items() if end.day - row.day > _A_WHILE}
    clauses = [
        f"your {side} side {typical_in_words(rows[side]) if side in rows else 'has no hold yet'}"
        for side in SIDES
        if side not in ended
    ]
    first, *second = clauses or [""]
    if second and TYPICALLY in first:
        second = [second[0].replace(TYPICALLY, "for")]
    said = [f"In {end.weeks} {', '.join([first, *second])}."] if clauses else []
    for side, row in ended.items():
        day = day_in_words(row.day)
        said.append(
            f"Your {side} side was last held on {day}; in the 28 days up to then it {typical_in_words(row)}."
        )
    single = single_in_words([row for side, row in rows.items() if side not in ended])
    return [*said, single, *_at_first(held, exercise, end)]


def _at_first(held: pd.DataFrame, exercise: str, end: _End) -> list[str]:
    """Say how long a day's first hold was at first and at last, in a log older than what its trend is of."""
    first = held["day"].min()
    if end.day - first < LATELY + pd.Timedelta(days=TREND_DAYS):
        return []
    held = held.drop_duplicates(["side", "day"])
    then, now = held[held["day"] < first + LATELY], held[held["day"] > end.day - LATELY]
    levels = [
        {row.side: typical_seconds(row) for row in rows.itertuples()}
        for rows in (
            typical_hold(Chosen(part), exercise=exercise).dropna(subset="median_s") for part in (then, now)
        )
    ]
    both = [side for side in SIDES if all(side in level for level in levels)]
    clauses = [f"on the {side} {levels[0][side]}, then {levels[1][side]}" for side in both]
    until = day_in_words(first + LATELY - _YESTERDAY)
    whole = f"A day's first hold, in the first 28 days, up to {until}, and in {end.weeks}, was typically"
    return [f"{whole} {'; '.join(clauses)}."] if clauses else []


def _slopes(held: pd.DataFrame, end: _End) -> str:
    """Say whether holds grow longer, for the sides of which that can be said."""
    last = held.groupby("side")["day"].max()
    found = trend(Chosen(held), exercise=None, days=TREND_DAYS)
    found = found[(found["verdict"] != "not_enough") & (end.day - found["side"].map(last) <= _A_WHILE)]
    said = "; ".join(trend_in_words(row) for row in found.itertuples())
    return f"Over the {found['span_days'].max()} days up to the last hold, {said}." if said else ""


def _sides(held: pd.DataFrame, exercise: str, end: _End) -> list[str]:
    """Say which side holds longer, or did when both were held."""
    last = held.groupby("side")["day"].max()
    weeks = end.weeks
    if len(last) == len(SIDES) and end.day - last.min() > _A_WHILE:
        held = held[held["day"] <= last.min()]
        weeks = f"the 28 days up to {day_in_words(last.min())}, when {last.idxmin()} was last held"
    (row,) = latest_balance(Chosen(held), exercise=exercise).itertuples()
    unseen = "; which could be held longer was not seen" if row.verdict == "both_reached" else ""
    said = [f"Side against side, in {weeks}: {balance_in_words(row)}{unseen}."]
    if row.verdict == "not_enough":
        for of_target in held_of_target(Chosen(held), exercise=exercise).itertuples():
            said += held_of_target_in_words(of_target)
    return said


def _practised(held: pd.DataFrame, exercise: str, plan: int | None, end: _End, diary: Diary) -> str:
    """Say how often one practised, beside the plan, up to today if that is known and some of it was lately."""
    is_lately = end.today is not None and end.today - end.day < LATELY
    until = end.today if is_lately else None
    days = practice(Chosen(held), exercise=exercise, plan=plan, today=until, diary=diary)
    last = days.iloc[-1]
    if len(days) > 1 and end.today == last["day"] and not last["done"] and last["planned"]:
        days = days.iloc[:-1]  # the day is not over
    last, streak = days.tail(LATELY_DAYS), int(days["streak"].iloc[-1])
    still = is_lately or end.today is None
    row = f"; {'now ' * is_lately}{streak} days in a row" if streak > 1 and still else ""
    within = f"the {'last ' * is_lately}{_count(len(last), 'day')}"
    within += "" if is_lately else f" up to {day_in_words(last['day'].iloc[-1])}"
    done, in_pain = int((last["done"] > 0).sum()), int(last["ended_by_pain"].sum())
    if not done:
        n = held.loc[held["day"].between(last["day"].iloc[0], last["day"].iloc[-1]), "day"].nunique()
        held_on = f"In {within} you held on {_count(n, 'day')}"
        return f"{held_on}, but not both sides in one session, which makes a whole one." if n else ""
    whole = "a session" if in_pain else "a whole session"
    ended = f", with {in_pain} of {_count(last['done'].sum(), 'session')} ended by pain" if in_pain else ""
    met = f"and met the plan of {plan_in_words(last)} on {met_in_words(last)}"
    return f"In {within} you did {whole} on {_count(done, 'day')}{ended}, {met}{row}."


def _stopped(held: pd.DataFrame, exercise: str, end: _End) -> str:
    """Say how many holds of each side pain ended of late, where any."""
    lately = held[held["started_at"] > held["started_at"].max() - LATELY]
    stops = pain_stops(Chosen(lately), exercise=exercise)
    if not stops["n_pain"].any():
        return ""
    sides = (f"{row.n_pain} of {_count(row.n, f'{row.side} hold')}" for row in stops.itertuples() if row.n)
    return f"In {end.weeks} pain ended {' and '.join(sides)}."


def _pain(held: pd.DataFrame, exercise: str, end: _End, diary: Diary) -> list[str]:
    """Say how pain is now and was before, for how many days it is known, and how it changed over sessions."""
    days = pain_days(Chosen(held), exercise=exercise, diary=diary)
    since = held["started_at"].max() - LATELY
    some = Chosen(held[held["started_at"] > since - _YESTERDAY])  # whole sessions
    change = pain_change(some, exercise=exercise)
    next_day = pain_next_day(some, exercise=exercise, diary=diary)
    known = known_in_words(days[days["day"] > days["day"].max() - LATELY])
    said = [*pain_in_words(months_of(days)), *([f"{known}."] if known else [])]
    lately = change[change["started_at"] > since].dropna(subset="change")
    if len(lately):
        lower, higher = (lately["change"] < 0).sum(), (lately["change"] > 0).sum()
        rated = f"In {_count(len(lately), 'session')} of {end.weeks} with pain rated before and after"
        anyway = (
            " People begin when it hurts, and it is often less a little later anyway." if lower > higher else ""
        )
        said.append(f"{rated}, it was lower after {lower} and higher after {higher}.{anyway}")
    said += next_day_in_words(next_day[next_day["started_at"] > since])
    return [*said, _spell(days, end.today)]


def _spell(days: pd.DataFrame, today: pd.Timestamp | None) -> str:
    """Say so where pain is higher now than the person's own recent level, or was when it was rated last."""
    spells = spells_of(days)
    rated = days.loc[days["highest"].notna(), "day"].max()
    if spells.empty or spells["end"].iloc[-1] < rated:
        return ""
    begin = spells["begin"].iloc[-1]
    if _End(rated, today).is_now and today - begin < LATELY:
        return f"Since {day_in_words(begin)} pain has been higher than your own recent level."
    until = f"to {day_in_words(rated)}, when it was rated last"
    return f"From {day_in_words(begin)} {until}, pain was higher than your own level before."


def _places(held: pd.DataFrame, end: _End) -> str:
    """Say which places notes mention as hurting, and in how many sessions, now and before."""
    places, last = pain_places(Chosen(held), exercise=held["exercise"].iloc[0]), held["started_at"].max()
    if places.empty:
        return ""
    now, recent = (places["started_at"] > last - span for span in (LATELY, 2 * LATELY))
    said = f"Notes of {end.weeks} mention {_counted(places[now])}"
    said += f"; of the 28 days before, {_counted(places[recent & ~now])}"
    return f"{said}; earlier, {_counted(places[~recent])}." if not recent.all() else f"{said}."


def _counted(places: pd.DataFrame) -> str:
    """Return the places with the number of sessions whose notes mention them, the most mentioned first."""
    counts = places["place"].value_counts()
    return ", ".join(f"{place} ({_count(n, 'session')})" for place, n in counts.items()) or "no place"


def _count(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
