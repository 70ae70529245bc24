"""What is kept beside holds: days without a session, how often one means to practise, dated words of one's own."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

import click
import pandas as pd

import hiplog
from hiplog.cli.terminal import Day, Pain, TimeOfDay, Words, say
from hiplog.cli.which_log import open_log, with_log
from hiplog.dates import day_in_words
from hiplog.exercise import HOW_OFTEN, MOST_PLAN, REASONS_IN_WORDS
from hiplog.schema import REASONS

_LATEST = 30


@click.command(short_help="Say how a day without a session was, or list such days.")
@click.argument("day", type=Day(), required=False, metavar="[DAY]")
@with_log
@click.option("--time", "time_of_day", type=TimeOfDay(), metavar="HH:MM", help="When you say it, like 07:10.")
@click.option(
    *("--pain", "pain"),
    type=Pain(),
    metavar="N",
    help="0 no pain to 10 worst imaginable.",
)
@click.option("--reason", type=click.Choice(REASONS), help="Why there was no session: makes the day a pause.")
@click.option("--note", type=Words(), metavar="TEXT", help="Your own words.")
def day(day: datetime | None, log_path: Path | None, time_of_day: time | None, **given: Any) -> None:
    """Say how DAY was, like 2026-03-04, on which there was no session; without DAY, list the last days.

    What was said of it at the same time, or without one, is corrected. `hiplog undo` takes it back.
    """
    said = {name: value for name, value in given.items() if value is not None}
    if day is None:
        if said or time_of_day:
            raise click.UsageError(
                "--time, --pain, --reason and --note are of a DAY, expected one like 2026-03-04"
            )
        say(*_listed(open_log(log_path).days()))
        return
    if not said:
        raise click.UsageError("nothing is said of the DAY, expected --pain, --reason or --note")
    if day > datetime.now():
        raise click.UsageError(f"{day_in_words(day)} is still to come, expected a day that has been, or today")
    say(f"{day_in_words(day)}: {_kept(open_log(log_path), day, time_of_day, said)}")


def _kept(log: hiplog.Log, day: datetime, time_of_day: time | None, said: dict[str, object]) -> str:
    """Keep what is said of a day, or correct what was said then, and return what became of it."""
    when = None if time_of_day is None else f"{time_of_day:%H:%M}"
    known = log.days(since=day, until=day)
    same = known[known["time"].isna() if when is None else known["time"].eq(when)]
    if same.empty:
        row = {"day": day, "time": when, "source": "typed in"} | said
        return repr(log.add_days(pd.DataFrame([row], dtype=object), by="command"))
    changed = log.change(same["day_id"].iloc[-1], by="command", **said)
    was = [f"{name} {_word(new)} (was {_word(old)})" for name, (old, new) in changed.items()]
    return "; ".join(was) or "that is in your log already"


def _word(value: object) -> str:
    return "none" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _listed(days: pd.DataFrame) -> list[str]:
    lines = [_line(one) for one in days.tail(_LATEST).itertuples()]
    return lines or ["Nothing is said of any day without a session yet."]


def _line(one) -> str:
    parts = [
        day_in_words(one.day) + ("" if pd.isna(one.time) else f", {one.time}"),
        "" if pd.isna(one.pain) else f"pain {one.pain:g}",
        "" if pd.isna(one.reason) else REASONS_IN_WORDS[one.reason],
        "" if pd.isna(one.note) else one.note,
    ]
    return "  ".join(filter(None, parts))


@click.command(short_help="Say how many sessions a day you mean to do, or show it.")
@click.argument("sessions", type=click.IntRange(1, MOST_PLAN), required=False)
@with_log
@click.option("--since", type=Day(), metavar="DAY", help="The first day on which it holds; today unless given.")
def plan(sessions: int | None, log_path: Path | None, since: datetime | None) -> None:
    """Keep how many SESSIONS a day you mean to do, 1 to 3, from a day on; without SESSIONS, list your plans."""
    log = open_log(log_path)
    if sessions is None:
        if since is not None:
            raise click.UsageError(
                "--since is of a plan, expected the sessions a day before it, like: plan 3 --since"
            )
        say(*_plans(log.plans()))
        return
    log.set_plan(sessions, since=since, by="command")
    say(*_plans(log.plans()))


def _plans(plans: pd.DataFrame) -> list[str]:
    lines = [f"{one.plan} a day from {day_in_words(one.day)} on" for one in plans.itertuples()]
    return lines or [f"No plan was set: once a day counts. The exercise says: {HOW_OFTEN}"]


@click.command(short_help="Keep a dated word of your own, or list them.")
@click.argument("day", type=Day(), required=False, metavar="[DAY]")
@click.argument("words", type=Words(), nargs=-1)
@with_log
def mark(day: datetime | None, words: tuple[str, ...], log_path: Path | None) -> None:
    """Keep WORDS of your own with their DAY, like: hiplog mark 2026-03-01 three times a day.

    They are lines on the charts over time. Without DAY, your marks are listed.
    """
    log = open_log(log_path)
    if day is not None:
        if not words:
            raise click.UsageError("a mark has words, expected some after the day")
        log.mark(day, " ".join(words), by="command")
    lines = [f"{day_in_words(one.day)}  {one.words}" for one in log.marks().itertuples()]
    say(*lines or ["There are no marks yet."])
