"""The sentences of a log, in the order in which a person wants to know them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

import pandas as pd

from hiplog import arguments
from hiplog.dates import MONTHS
from hiplog.exercise import EXERCISES, RECORD_NOT_ADVICE
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary
from hiplog.measures.holds.selection import chosen, nothing_in_words
from hiplog.schema import Diary, is_example
from hiplog.sentences import details, story
from hiplog.sentences.facts import Facts, LogEnd, ended
from hiplog.verdicts.certainty import GATE_IN_WORDS
from hiplog.verdicts.holds import EXAMPLE_IN_WORDS

_A_MONTH = "|".join(MONTHS)
_NOT_A_YEAR = "".join(f"(?<!{month} )" for month in MONTHS)
_NUMBER = re.compile(rf"(?<![\w.-]){_NOT_A_YEAR}\d+(?:[.:]\d+)*(?: %)?(?: s\b)?(?!\w| (?:{_A_MONTH}) \d)")
_SMALL = 'style="font-size: 0.85em"'


@dataclass(frozen=True)
class Summary:
    """Sentences for a person to read: the `story`, what it `rests_on`, and what it is not."""

    story: tuple[str, ...]
    rests_on: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of them, in their order."""
        return (*self.story, *self.rests_on, RECORD_NOT_ADVICE)

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_html_(self) -> str:
        first, *others = (_bold(sentence) for sentence in self.story)
        rest = _listed([escape(sentence) for sentence in self.rests_on], f" {_SMALL}")
        foot = f"<p {_SMALL}>{escape(RECORD_NOT_ADVICE)}</p>"
        story = f'<p style="font-size: 1.15em">{first}</p>{_listed(others)}'
        return f'<div class="mathjax_ignore">{story}{rest}{foot}</div>'


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
    r"""Say how it went: since when, from what to what, each side and pain; then what that rests on.

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
        The present day. Unless given, or where `until` is before it, the same holds give the same sentences on any
        day: each names its own.
    diary : Diary, optional
        Days and plans, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    Summary
        `str()` of it has a sentence a line; in a notebook the story stands first, large, its numbers bold.

    Raises
    ------
    LogError
        Where there is no such exercise or plan, today is no date, or a hold breaks a rule of `hiplog.schema`.

    Examples
    --------
    >>> told = hiplog.summary(hiplog.example(), since="2026-08-01")
    >>> print(*told.story[1:], sep="\n")
    Right held longer: left was 11 % shorter (at first 10 %); right was always held first.
    You did a whole session on 25 of the 28 days up to 31 Oct 2026.
    Pain was lower after 15 of 25 sessions (it often is anyway), higher after 1.
    """
    held = chosen("summary", holds, exercise, since, until, says_none=True)
    said_of_days = chosen_diary("summary", holds, diary, since, until)
    plan, day = arguments.plan("summary", plan, of_log=True), arguments.today("summary", today, until)
    if held.empty:
        return Summary((_nothing(held, exercise),), ())
    facts = Facts(held, exercise, plan, LogEnd(held["day"].min(), held["day"].max(), day), said_of_days)
    whose = f"{EXAMPLE_IN_WORDS} " if is_example(held) else ""
    said = [whose + story.levels(facts), ended(facts.end), story.spell(facts), story.sides(facts)]
    said += [story.practised(facts), story.pain_after(facts)]
    rest = [
        details.is_far_on(facts),
        details.no_target(facts),
        *details.typical(facts),
        *details.slopes(facts),
        *details.sides(facts),
    ]
    rest += [details.practised(facts), details.stopped(facts), details.interrupted(facts)]
    rest += [*details.pain(facts), details.places(facts)]
    return Summary(tuple(filter(None, said)), tuple(filter(None, [*rest, GATE_IN_WORDS])))


def _nothing(held: pd.DataFrame, exercise: str) -> str:
    """Say that there is no hold to tell of."""
    if held.attrs["there_is"]:
        return f"There is {nothing_in_words(held)}."
    return f"There are no holds yet of this exercise: {EXERCISES[exercise].title.lower()}."


def _bold(sentence: str) -> str:
    """Return a sentence as HTML, its numbers bold, but for those of a date."""
    return _NUMBER.sub(r"<strong>\g<0></strong>", escape(sentence, quote=False))


def _listed(items: list[str], style: str = "") -> str:
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul{style}>{lines}</ul>" if items else ""
