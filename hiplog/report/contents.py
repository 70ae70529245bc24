"""What a report says: the numbers are those of `measures`, the words those of `sentences` and `verdicts`."""

from datetime import date
from math import ceil
from typing import Any

import pandas as pd

from hiplog import arguments
from hiplog.counts import counted
from hiplog.dates import clock, day_in_words, time_in_words
from hiplog.exercise import DISCOMFORT, EXERCISES, HOW_OFTEN, RECORD_NOT_ADVICE, WHEN_TO_STOP
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen
from hiplog.measures.sessions import sessions as each_session
from hiplog.places import pain_places
from hiplog.report.about import about
from hiplog.report.document import Lines, Report, Section, Table
from hiplog.report.drawings import charts
from hiplog.report.figures import key_figures
from hiplog.report.span import Span
from hiplog.schema import Diary
from hiplog.sentences import summary
from hiplog.verdicts.comparison import compare_in_words
from hiplog.verdicts.practice import plan_in_words
from hiplog.verdicts.sides import without_what_the_order_means

_BY_THE_PERSON = "Recorded by the person, not measured by anyone else."
_ACROSS, _ACROSS_CELL = 130, 45  # letters of a line of paper, and of one of a cell
_METHOD = (
    (
        "Typical hold",
        "The median of a log-normal fit, in seconds, with its 95 % interval. A hold that reached its target "
        "counts as at least that long: an average would take it for exactly that and show too little change. "
        "Where each side was often enough held first, and second, it is told as if either were first as often.",
    ),
    (
        "Side against side",
        "By how many per cent the shorter side's typical hold falls short of the longer one's, over "
        f"{LATELY_DAYS} days. A side is called longer from 99 % certainty on, until that is under 80 %, so that "
        "chance is seldom taken for more.",
    ),
    (
        "Sessions",
        "A session is whole, and counts, when both sides were held, not both of them interrupted, or when pain "
        "ended it. A plan is met on a day with so many. "
        "Days end at midnight, but a session is of the day on which it began.",
    ),
    (
        "Pain",
        "The person's own rating, 0 none to 10 the worst imaginable. People begin when it hurts, and it is often "
        "less a little later anyway. Where the sides were rated one by one, the higher of the two counts.",
    ),
    ("Left out", "Holds under 3 s are slips and are in no fit; nor are seconds that the timer did not see."),
)


def contents(
    held: pd.DataFrame,
    *,
    exercise: str,
    plan: int | None,
    diary: Diary,
    span: Span,
    name: str | None,
    made: date,
    long_before: pd.DataFrame,
    asked: arguments.Span,
    with_sessions: bool,
    changed: tuple[str, pd.DataFrame] | None,
    is_of_holds_alone: bool,
    is_target_assumed: bool,
    others: dict[str, int],
) -> Report:
    """Return the report on one exercise's holds, of one of which at least it is, and what is not in it."""
    to_come = held["day"] > span.last
    held, later, diary = held[~to_come], held[to_come], diary.between(None, span.last)
    last = max(held["day"].max(), diary.days["day"].max()) if len(diary.days) else held["day"].max()
    meant = _meant(plan, diary, Span(max(span.first, held["day"].min()), last))
    title = f"{EXERCISES[exercise].title}: a record"
    changes, in_full = ((), ()) if changed is None else _changed(*changed)
    figures = key_figures(held, exercise, plan, diary, last, is_cut=asked.first is not None)
    lines = sum(ceil(len(text) / _ACROSS) for section in changes for text in section.blocks)
    lines += sum(max(ceil(len(cell) / _ACROSS_CELL) for cell in row) for row in figures.rows)
    meant += f"{_unset(plan, diary, is_of_holds_alone=is_of_holds_alone)}, {_target(held, is_target_assumed)}"
    first = (
        _exercise(exercise, meant, others),
        Section("In short", (figures,)),
        *changes,
        Section(
            "Charts",
            charts(held, exercise, plan, diary, span, lines=lines, in_short=bool(changes)),
        ),
    )
    within = span.of(held)
    sentences = summary(Chosen(held), exercise=exercise, plan=plan, diary=diary).sentences[:-1]
    if not changes:  # then what stands above the chart of the sides has it
        sentences = tuple(map(without_what_the_order_means, sentences))
    following = (
        Section("In sentences" + _from_the_first(held["day"].min(), span), sentences),
        *in_full,
        *_marked(diary.between(span.first, span.last)),
        Section("Notes", _notes(within, exercise)),
        *((Section("All sessions", (_sessions(within),)),) if with_sessions else ()),
        Section("How the numbers are made", (Lines(_METHOD),)),
    )
    foot = f"{_BY_THE_PERSON} {RECORD_NOT_ADVICE}"
    return Report(title, about(held, later, long_before, span, name, made, asked), made, first, following, foot)


def _from_the_first(day: pd.Timestamp, span: Span) -> str:
    """Say so where what is told goes back to holds before the days of the report."""
    return f", from the first hold on, {day_in_words(day)}" if day < span.first else ""


def _changed(since: str, rows: pd.DataFrame) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Return what changed: in short for the first page and, where there is more to tell, in full for the rest."""
    heading, said = f"Before, and since: {since} (up to {LATELY_DAYS} days each)", compare_in_words(rows)
    in_short = compare_in_words(rows, brief=True)
    if in_short == said:
        return (Section(heading, ("\n".join(said),)),), ()
    return (Section(heading, ("\n".join(in_short),)),), (Section(f"{heading}, in full", ("\n".join(said),)),)


def _meant(plan: int | None, diary: Diary, span: Span) -> str:
    """Return the sessions meant per day, and from when on where that changed."""
    day = pd.date_range(span.first, span.last)
    planned = diary.plan_on(day) if plan is None else plan
    n, _, since = plan_in_words(pd.DataFrame({"day": day, "planned": planned})).partition(" a day")
    return f"{n} {'session' if n == '1' else 'sessions'} a day{since}"


def _unset(plan: int | None, diary: Diary, *, is_of_holds_alone: bool) -> str:
    """Say where a plan that is told is nobody's."""
    if plan is not None or len(diary.plans):
        return ""
    if is_of_holds_alone:
        return " (no plan, and no days without a session, were handed over)"
    return " (nobody set another plan)"


def _target(held: pd.DataFrame, is_assumed: bool) -> str:
    """Return up to when a side is meant to be held, and where nobody named that, from what it is taken."""
    targets = held.loc[~held["at_heap"], "target_s"].dropna()
    if targets.empty:
        return "no target named"
    target = clock(targets.iloc[-1])
    assumed = f" (the file names no target; {target} is taken for it, as no hold is longer)"
    return f"up to {target} a side{assumed * is_assumed}"


def _exercise(exercise: str, meant: str, others: dict[str, int]) -> Section:
    known = EXERCISES[exercise]
    what = " ".join(known.steps_for("right"))
    named = ", ".join(f"{EXERCISES[name].title.lower()} ({counted(n, 'hold')})" for name, n in others.items())
    left_out = (("Not in it", f"{named}, and the pain rated with them."),) if others else ()
    rows = (
        ("What it is", f"{what} The other side likewise."),
        ("Meant", f"{meant}. The exercise's own text: {HOW_OFTEN} {DISCOMFORT} {WHEN_TO_STOP}"),
        ("A side", f"{known.side_means[0].upper()}{known.side_means[1:]}."),
        *left_out,
    )
    return Section("The exercise", (Lines(rows),))


def _marked(said: Diary) -> tuple[Section, ...]:
    """Return the person's own dated words, and what was said of days beside any session."""
    marks = tuple((day_in_words(row.day), row.words) for row in said.marks.itertuples())
    days = tuple((day_in_words(row.day), _day(row)) for row in said.days.iloc[::-1].itertuples())
    kinds = (("Marked by the person", marks), ("Said of days", days))
    return tuple(Section(heading, (Lines(lines),)) for heading, lines in kinds if lines)


def _day(row: Any) -> str:
    """Return what was said of a day."""
    reason = "" if pd.isna(row.reason) else row.reason.replace("_", " ")
    pain = "" if pd.isna(row.pain) else f"pain {row.pain:g} of 10"
    note = "" if pd.isna(row.note) else row.note
    return "; ".join(filter(None, (reason, pain, note)))


def _notes(within: pd.DataFrame, exercise: str) -> tuple[Lines | str, ...]:
    """Return the notes, newest first, each with the places that it mentions as hurting."""
    noted = within.dropna(subset="note").drop_duplicates(["session_id", "note"])
    if noted.empty:
        return ("No notes in these days.",)
    places = pain_places(noted, exercise=exercise).groupby("started_at")["place"].agg(", ".join)
    lines = [
        (time_in_words(row.started_at), row.note + _named(places.get(row.started_at)))
        for row in noted.sort_values("started_at", ascending=False, kind="stable").itertuples()
    ]
    return (Lines(tuple(lines)),)


def _named(places: str | None) -> str:
    return f" (places: {places})" if places else ""


def _sessions(within: pd.DataFrame) -> Table:
    rows = each_session(within)
    head = ("Session", "Left", "Right", "Pain before", "Pain after")
    return Table(
        "All sessions, newest first; the longest hold of each side, in seconds",
        head,
        tuple(
            (
                time_in_words(row.started_at),
                _hold(row.left_s, row.left_ended, row.n_left),
                _hold(row.right_s, row.right_ended, row.n_right),
                _pain(row.pain_before),
                _pain(row.pain_after),
            )
            for row in rows.iloc[::-1].itertuples()
        ),
    )


def _hold(seconds: float, ended: str, n: int) -> str:
    if pd.isna(seconds):
        return ""
    tries = f" (of {n})" if n > 1 else ""
    whole = f"{int(seconds)}{tries}"  # as the timer has them: none is rounded up to its target
    return whole if pd.isna(ended) else f"{whole}, {ended.replace('_', ' ')}"


def _pain(value: float) -> str:
    return "" if pd.isna(value) else f"{value:g}"
