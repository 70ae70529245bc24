"""Spells of more pain than the person's own recent level."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.frames import day_number, table
from hiplog.measures.holds.selection import LATELY_DAYS
from hiplog.measures.pain.days import days_of
from hiplog.schema import Diary

_COLUMNS = {"begin": "datetime64[us]", "end": "datetime64[us]", "days": "int64", "peak": "float64"}
_LAG_DAYS, _LEAST_LOGGED = 2, 10
_RISE, _RISE_SD = 2.5, 2.0
_STAYS = 0.5  # the share of that rise over which a spell that was found goes on, as a word once said is kept


def pain_spells(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    diary: Diary | None = None,
) -> pd.DataFrame:
    """Find the spells in which pain was higher than the person's own recent level.

    A day's pain is the highest number given on it, in a session or beside one. Its line is the median of the 28
    days that ended 2 days before, plus 2.5 points or 2 of their standard deviations if that is more; 10 of the 28
    must have been logged. A spell is found when 2 of the last 3 logged days lie on or above the line. It is over
    when 2 logged days in a row lie less than half as far over the median with which it was found, nothing is
    logged for more than 28 days, or it has lasted 28 days: then it is the level. It begins with the first day of
    the two and ends with the last that lies half as far over the median, or more.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise whose sessions count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    diary : Diary, optional
        What was said of days, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    DataFrame
        One row per spell, by time. `begin` and `end`, its first and last day; `days` from the one to the other,
        both counted; `peak`, its highest pain, 0 to 10. One that lasts still ends with the last logged day.

    Notes
    -----
    hiplog's own rule, not a published one.

    Examples
    --------
    >>> hiplog.pain_spells(hiplog.example()).head(2)
           begin        end  days  peak
    0 2025-12-10 2025-12-14     5   9.0
    """
    return spells_of(days_of("pain_spells", holds, exercise, since, until, diary))


def spells_of(days: pd.DataFrame) -> pd.DataFrame:
    """Return `pain_spells` of the rows of `pain_days`."""
    daily = days.set_index("day")["highest"].dropna().astype("float64")
    recent = daily.asfreq("D").shift(_LAG_DAYS).rolling(LATELY_DAYS, min_periods=_LEAST_LOGGED)
    median, rise = recent.median(), np.maximum(_RISE, _RISE_SD * recent.std())
    line, stays = ((median + share * rise).reindex(daily.index).tolist() for share in (1.0, _STAYS))
    pain, day = daily.to_numpy(), day_number(daily.index)
    spells = [
        (daily.index[first], daily.index[last], day[last] - day[first] + 1, pain[first : last + 1].max())
        for first, last in _spells(pain.tolist(), line, stays, day.tolist())
    ]
    return table(_COLUMNS, [pd.DataFrame(spells, columns=list(_COLUMNS))] if spells else [])


def _spells(pain: list[float], line: list[float], stays: list[float], day: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last logged day of each spell, as positions; it is found at a line, and ends lower."""
    first = last = level = None
    free = 0  # the first day that belongs to no spell yet
    for now, value in enumerate(pain):
        if first is not None and (
            day[now] - day[now - 1] > LATELY_DAYS
            or day[now] - day[first] >= LATELY_DAYS
            or max(pain[now - 1], value) < level
        ):
            yield first, last
            first, free = None, last + 1
        if first is None:
            high = [i for i in range(max(free, now - 2), now + 1) if pain[i] >= line[now]]
            if len(high) >= 2:
                first, last, level = high[0], high[-1], stays[now]
        elif value >= level:
            last = now
    if first is not None:
        yield first, last
