"""A page on a group, as a person's report is on a person."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes

import hiplog
from hiplog.charts.pictures import as_sentences, on_a_figure
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES, RECORD_NOT_ADVICE, ExerciseName
from hiplog.measures.holds.selection import LATELY_DAYS
from hiplog.report.document import STYLE, Chart, Lines, Report, Section, Table
from hiplog.study.charts import WHAT, plot_dropout, plot_people
from hiplog.study.together import DATES_MOVED, sum_up

_WORDS = {
    "active": "Practise still",
    "left": "Left, typical hold, change from then to now",
    "right": "Right, typical hold, change from then to now",
    "balance": "Right against left, change",
    "pain": "A day's first pain, change",
    "pain_known": "Days for which pain is known",
}
INCHES = (4.7, 3.0)  # two of them stand beside each other on a page, at 8 points and more
_METHOD = (
    (
        "Then and now",
        f"The {LATELY_DAYS} days from a person's first hold on, and the {LATELY_DAYS} up to their last. Holds "
        "that reached their target count as at least that long; no mean of them is taken.",
    ),
    (
        "Of everyone",
        "People differ, so the interval is that of a random-effects estimate, and beside it stands where 95 % of "
        "people's own changes lie. Who always reached the target has no change that can be seen and is not in it.",
    ),
    (
        "Practise still",
        "Who had a session in the last {idle_days} days {of}. The curve is Kaplan and Meier's: who is still "
        "practising is followed up to the last session.",
    ),
    (
        "Left out",
        "Groups of fewer than so many people as was set, and numbers that rest on fewer, so that nobody is told "
        "from them; the smallest other group too, where everyone less the groups that are shown would be fewer. "
        "The curve ends where fewer are followed.",
    ),
)


def page_of(
    people: pd.DataFrame,
    *,
    exercise: ExerciseName,
    least: int,
    source: str,
    today: pd.Timestamp | None,
    idle_days: int,
) -> Report:
    """Return the page on the people of a study.

    Parameters
    ----------
    people : DataFrame
        As `Study.people` returns it.
    exercise : str
    least : int
        Groups of fewer people are left out.
    source : str
        What the study is called.
    today, idle_days
        By which it was told who is active; see `Study.people`.
    """
    rows, of = sum_up(people, least=least), "of the study" if today is None else f"up to {day_in_words(today)}"
    method = tuple((of_what, said.format(idle_days=idle_days, of=of)) for of_what, said in _METHOD)
    known = people.dropna(subset="first_day")
    days = (
        f"{day_in_words(known['first_day'].min())} to {day_in_words(known['last_day'].max())}"
        if len(known)
        else "none"
    )
    moved = bool(people["is_shifted"].any())
    about = (
        ("Study", source),
        ("People", f"{len(people)}, {len(known)} of them with holds"),
        ("Days", "not known: each person's dates were moved" if moved else days),
        ("Made", f"{day_in_words(pd.Timestamp(date.today()))} by hiplog {hiplog.__version__}"),
    )
    faults = people.dropna(subset="why")
    return Report(
        title=f"{EXERCISES[exercise].title}: many people",
        about=about,
        made=date.today(),
        first=(
            Section(
                "In short",
                tuple(_table(name, part) for name, part in rows.groupby("group", sort=False)) or (_few(least),),
            ),
            Section("Charts", tuple(_charts(people, exercise, least))),
        ),
        following=(
            Section("How each number is made", (Lines(method), *[f"{DATES_MOVED}."] * moved)),
            Section("What could not be read or made, or is to be known", (_reasons(faults),)),
        ),
        foot=f"Recorded by the people themselves, not measured by anyone else. {RECORD_NOT_ADVICE}",
    )


def _few(least: int) -> str:
    return f"There are fewer than {least} people, so nothing is summed up."


def _table(name: str, rows: pd.DataFrame) -> Table:
    lines = tuple(
        (
            _WORDS[row.what],
            _number(row),
            _spread(row),
            _interval(row.low_person, row.high_person, row.unit),
            "too few to tell" if pd.isna(row.n) else f"{row.n} of {row.n_people}",
        )
        for row in rows.itertuples()
    )
    return Table(name, ("", "Estimate", "95 % interval", "95 % of people", "People"), lines)


def _number(row: Any) -> str:
    digits = 1 if row.unit == "points" else 0
    if pd.isna(row.estimate):
        return "not known"
    sign = "+" if row.what not in ("active", "pain_known") and round(row.estimate, digits) else ""
    return f"{row.estimate:{sign}.{digits}f} {row.unit}"


def _spread(row: Any) -> str:
    if pd.notna(row.estimate) and pd.isna(row.low) and row.what != "pain_known":
        return f"all {row.n} the same"
    return _interval(row.low, row.high, row.unit)


def _interval(low: float, high: float, unit: str) -> str:
    digits = 1 if unit == "points" else 0
    return "" if pd.isna(low) else f"{low:.{digits}f} to {high:.{digits}f} {unit}"


def _charts(people: pd.DataFrame, exercise: ExerciseName, least: int) -> Iterator[Chart]:
    plots: list[tuple[Callable[..., Axes], dict[str, object]]] = [(plot_people, {"what": what}) for what in WHAT]
    if not people["is_shifted"].any():
        plots.append((plot_dropout, {"least": least}))
    for plot, given in plots:
        with rc_context(STYLE):
            figure = on_a_figure(plot, people, inches=INCHES, **given, exercise=exercise)
        (ax,) = figure.axes
        title, *said = ax.get_axes_locator().said
        ax.set_title("")  # it stands above the drawing, as text that breaks where the page does
        words = as_sentences(said)
        yield Chart(title, words, words, figure)


def _reasons(people: pd.DataFrame) -> Lines | str:
    if people.empty:
        return "Everything was read."
    return Lines(tuple((str(row.person), str(row.why)) for row in people.itertuples()))
