"""What is in a log, as frames."""

import pandas as pd

from hiplog import arguments
from hiplog.log.format import words
from hiplog.log.format.rows import check_sums, read_frame
from hiplog.log.format.tables import alive_sums
from hiplog.log.opened import OpenedLog
from hiplog.printable import one_line
from hiplog.schema import DAYS, HOLDS, MARKS, PLANS, Diary, LogError, Table


def frame(log: OpenedLog, table: Table) -> pd.DataFrame:
    """Return what is in a table of the log."""
    with log.reading() as db:
        return read_frame(db, log.path, table)


def holds(
    log: OpenedLog,
    *,
    exercise: arguments.ExerciseName | None,
    since: arguments.Since | None,
    until: arguments.Moment | None,
) -> pd.DataFrame:
    """Return the holds of a span and an exercise; see `hiplog.Log.holds`."""
    exercise = arguments.exercise("holds", exercise, each=True)
    span = arguments.span("holds", since, until)
    held = frame(log, HOLDS)
    wanted = span.has(held["started_at"])
    if exercise is not None:
        wanted &= held["exercise"].eq(exercise)
    return held if wanted.all() else held[wanted].reset_index(drop=True)


def days(log: OpenedLog, *, since: arguments.Since | None, until: arguments.Moment | None) -> pd.DataFrame:
    """Return what was said of the days of a span; see `hiplog.Log.days`."""
    span = arguments.span("days", since, until)
    said = frame(log, DAYS).sort_values(["day", "time"], na_position="first", kind="stable")
    return said[span.has(said["day"])].reset_index(drop=True)


def diary(log: OpenedLog) -> Diary:
    """Return days, plans and marks, of one state of the log."""
    with log.reading() as db:
        return Diary(**{table.name: read_frame(db, log.path, table) for table in (DAYS, PLANS, MARKS)})


def plan(log: OpenedLog, day: arguments.Moment | None) -> arguments.Plan:
    """Return the plan of a day, today for None."""
    of = pd.Timestamp.now().normalize() if day is None else arguments.day("plan", day, name="day")
    return arguments.plan("plan", int(diary(log).plan_on(pd.DatetimeIndex([of]))[0]))


def number(log: OpenedLog) -> int:
    """Return how many holds are in the log."""
    with log.reading() as db:
        now = alive_sums(db, HOLDS)
        check_sums(db, log.path, HOLDS, now)
        return now[0]


def shown(log: OpenedLog) -> str:
    """Return which log it is, how much is in it, and what a person is to be told of it."""
    try:
        with log.reading() as db:
            n, first, last = db.execute(
                "SELECT count(*), min(started_at), max(started_at) FROM holds WHERE alive"
            ).fetchone()
    except LogError as error:
        return one_line(f"<Log {error}>")
    begun = "; a new log was begun, as there was none" * (log.begun and log.memory is None)
    span = f" from {words.day(first)} to {words.day(last)}" if n else begun
    return "\n".join(map(one_line, [f"<Log {log.path}: {words.count(n)}{span}>", *log.notices]))
