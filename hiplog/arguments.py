"""The arguments that many functions share: what each means, checked in one place and refused in one form of words.

    balance: days is 0, expected a whole number from 1 to 36500

Each check is given the name of the function that was called and what it was given, and returns the value to use.
"""

import operator
import re
from datetime import date, datetime, timedelta
from os import PathLike
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, overload

import numpy as np
import pandas as pd

from hiplog.dates import day_in_words
from hiplog.errors import shown
from hiplog.exercise import EXERCISES, MOST_PLAN
from hiplog.exercise import ExerciseName as ExerciseName
from hiplog.exercise import Plan as Plan
from hiplog.interchange import LOG_SUFFIXES
from hiplog.schema import Diary, LogError

MOST_DAYS = 36500
Moment = date | str | np.datetime64  # a datetime and a Timestamp are dates
Since = Moment | timedelta
By = Literal["stretches", "sessions_a_day"]  # of what days those of `compare` are
_STRETCHES = tuple(name for name in EXERCISES if name.endswith("_stretch"))
_A_LOG = "holds.sqlite"
_A_DAY = "a date like 2026-03-04"
_A_TIME = "a date or a local time like 2026-03-04 or 2026-03-04T07:10"
_SPAN = re.compile(r"(\d{1,5})\s*(?:(d|days?)|(?:w|weeks?))")  # how long a span is that ends today


@overload
def exercise(of: str, value: object, *, each: Literal[False] = False) -> ExerciseName: ...
@overload
def exercise(of: str, value: object, *, each: bool) -> ExerciseName | None: ...
def exercise(of: str, value: object, *, each: bool = False) -> ExerciseName | None:
    """Return the name of an exercise, or None for a row or rows of each, where the function takes `each`."""
    if each and value is None:
        return None
    if isinstance(value, str) and value in EXERCISES:
        return value
    if isinstance(value, str) and value.lower().strip() in ("stretch", "stretches"):
        raise refused(of, "exercise", value, f"one of them: {' or '.join(_STRETCHES)}")
    raise refused(of, "exercise", value, f"one of {', '.join(EXERCISES)}{', or None for each' * each}")


def log(of: str, value: object) -> None:
    """Refuse what is no log where one is expected; of a path, with what to write."""
    if isinstance(value, (str, PathLike)):
        like = str(value) if Path(value).name and Path(value).suffix in ("", *LOG_SUFFIXES) else _A_LOG
        raise refused(of, "log", str(value), f"a log, like hiplog.Log({like!r})")
    if isinstance(value, type) or not callable(getattr(value, "holds", None)):
        there = shown(value) if isinstance(value, type) else f"a {type(value).__name__}"
        raise LogError(f"{of}: log is {there}, expected a log, like hiplog.Log({_A_LOG!r})")


def path(of: str, name: str, value: object, expected: str) -> None:
    """Refuse what is no path of a file."""
    if not isinstance(value, (str, PathLike)):
        raise LogError(f"{of}: {name} is a {type(value).__name__}, expected {expected}")


def expected(of: str, value: object, returned_by: str) -> None:
    """Refuse what is not what a call returned that says what the function would do, or None."""
    if value is not None and not isinstance(value, str):
        raise refused(of, "expect", value, f"what {returned_by} returned, or None")


@overload
def days(of: str, value: object, *, name: str = "days", every: Literal[False] = False) -> int: ...
@overload
def days(of: str, value: object, *, name: str = "days", every: bool) -> int | None: ...
def days(of: str, value: object, *, name: str = "days", every: bool = False) -> int | None:
    """Return a number of days, 1 to 36500, or None for `every` day of the log, where the function takes that."""
    if every and value is None:
        return None
    return _whole(of, name, value, MOST_DAYS, ", or None for all" * every)


def count(of: str, name: str, value: object) -> int:
    """Return how many of something are wanted, 0 to 36500."""
    return _whole(of, name, value, MOST_DAYS, least=0)


@overload
def plan(of: str, value: object, *, of_log: Literal[False] = False) -> Plan: ...
@overload
def plan(of: str, value: object, *, of_log: bool) -> Plan | None: ...
def plan(of: str, value: object, *, of_log: bool = False) -> Plan | None:
    """Return the sessions meant per day, 1 to 3, or None for the plan `of_log`, where the function takes that."""
    if of_log and value is None:
        return None
    return cast("Plan", _whole(of, "plan", value, MOST_PLAN, ", or None for the log's" * of_log))


def today(of: str, value: object, until: object = None) -> pd.Timestamp | None:
    """Return the present day at 00:00, or None where it is not known, or lies after `until`.

    Who looks at a log up to a day that is past is told nothing of the present.
    """
    day, last = _today(of, value), _until(of, until)
    return None if day is None or (last is not None and last < day) else day


def last_day(of: str, today: object, until: object) -> pd.Timestamp | None:
    """Return the last day to count at 00:00: `today`, or an `until` before it; None for that of the last hold.

    Who looks at a log up to a day knows of a silence up to then, and of none after it.
    """
    day, last = _today(of, today), _until(of, until)
    return day if day is None or last is None else min(day, last.normalize())


def _today(of: str, value: object) -> pd.Timestamp | None:
    return None if value is None else _moment(of, "today", value, f"{_A_DAY}, or None").normalize()


def day(of: str, value: object, *, name: str) -> pd.Timestamp:
    """Return a day at 00:00."""
    return _moment(of, name, value, _A_DAY).normalize()


def diary(of: str, value: object) -> Diary | None:
    """Return the days, plans and marks that were given, or None for those of the log itself."""
    if value is None or isinstance(value, Diary):
        return value
    there = f"a {type(value).__name__}"  # not all of a frame
    raise LogError(f"{of}: diary is {there}, expected a Diary, like log.diary(), or None")


class Span(NamedTuple):
    """The first and the last moment that counts; None is no limit."""

    first: pd.Timestamp | None
    last: pd.Timestamp | None

    def has(self, moments: pd.Series, days: pd.Series | None = None) -> pd.Series:
        """Return which of these moments count; a limit that is a whole day is one of their `days`, where given."""
        counts, of_day = pd.Series(True, moments.index), moments if days is None else days
        if self.first is not None:
            counts &= (of_day if self.first == self.first.normalize() else moments) >= self.first
        if self.last is not None:
            counts &= (of_day if self.last == _end_of_day(self.last) else moments) <= self.last
        return counts

    def in_words(self) -> str:
        """Return which days these are, as `from 4 Mar 2026 on`."""
        if self.first is None or self.last is None:
            to = "at any time" if self.last is None else f"up to {day_in_words(self.last)}"
            return to if self.first is None else f"from {day_in_words(self.first)} on"
        if self.first.date() == self.last.date():
            return f"on {day_in_words(self.first)}"
        return f"from {day_in_words(self.first)} to {day_in_words(self.last)}"


def span(of: str, since: object, until: object) -> Span:
    """Return the span from `since` to `until`, which is refused where it ends before it begins."""
    first, last = _since(of, since), _until(of, until)
    if first is not None and last is not None and first > last:
        of_today = "" if _days_in(since) is None else f", that is from {day_in_words(first)} on"
        after = f"not before since, which is {shown(since)}{of_today}"
        raise refused(of, "until", until, f"{_A_TIME} that is {after}, or None")
    return Span(first, last)


def _since(of: str, value: object) -> pd.Timestamp | None:
    """Return the first moment that counts, or None for no limit; a date alone is its 00:00.

    A number of days or weeks, or a timedelta, is so many days up to today, which is one of them.
    """
    if value is None:
        return None
    days = _days_in(value)
    if days is not None and 1 <= days <= MOST_DAYS:
        return pd.Timestamp.now().as_unit("us").normalize() - pd.Timedelta(days=days - 1)
    expected = f'{_A_TIME}, a span up to today in days or weeks like "90 days" or "12 weeks", or None'
    return _moment(of, "since", value, expected)


def _days_in(value: object) -> int | None:
    """Return the days of a span of whole ones, like "90 days", "12 weeks" or a timedelta, else None."""
    if isinstance(value, str) and (span := _SPAN.fullmatch(value.strip().lower())):
        return int(span[1]) * (1 if span[2] else 7)
    if isinstance(value, timedelta) and value % timedelta(days=1) == timedelta():
        return value.days
    return None


def _until(of: str, value: object) -> pd.Timestamp | None:
    """Return the last moment that counts, or None for no limit; a date alone, or its 00:00, is that whole day."""
    if value is None:
        return None
    last = _moment(of, "until", value, f"{_A_TIME}, or None")
    return _end_of_day(last) if last == last.normalize() else last


def _end_of_day(moment: pd.Timestamp) -> pd.Timestamp:
    return moment.replace(hour=23, minute=59, second=59, microsecond=999999)


def _whole(of: str, name: str, value: object, most: int, otherwise: str = "", *, least: int = 1) -> int:
    if isinstance(value, (int, np.integer)) and not isinstance(value, bool) and least <= value <= most:
        return operator.index(value)
    raise refused(of, name, value, f"a whole number from {least} to {most}{otherwise}")


def _moment(of: str, name: str, value: object, expected: str) -> pd.Timestamp:
    try:
        # Text is ISO 8601 and nothing else, for pandas would guess which of 3/4/2026 is the month.
        given: Any = datetime.fromisoformat(value) if isinstance(value, str) else value
        moment = pd.Timestamp(given).as_unit("us")
    except (TypeError, ValueError):
        raise refused(of, name, value, expected) from None
    if not isinstance(value, (str, date, np.datetime64)) or pd.isna(moment) or moment.tzinfo is not None:
        raise refused(of, name, value, expected)
    return moment


def refused(of: str, name: str, value: object, expected: str) -> LogError:
    """Return the error of an argument that cannot be used."""
    return LogError(f"{of}: {name} is {shown(value)}, expected {expected}")
