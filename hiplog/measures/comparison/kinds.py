"""Which days are compared with which."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.measures.frames import day_number
from hiplog.measures.holds.arrays import Arrays
from hiplog.measures.practice import Sessions
from hiplog.schema import LogError

BY = ("stretches", "sessions_a_day")
_LEAD = 2  # times as many days before the first span tell where things were going


class Kinds(NamedTuple):
    """The days that a comparison is about, in their order, days since 1970."""

    day: np.ndarray
    kind: np.ndarray  # 0 of the first kind, 1 of the second, -1 before them: only for the line through all
    is_before_after: bool

    def of(self, day: np.ndarray) -> np.ndarray:
        """Return the kind of each of these days, -2 where they are of none."""
        at = np.clip(np.searchsorted(self.day, day), 0, len(self.day) - 1)
        return np.where(self.day[at] == day, self.kind[at], -2)

    def least(self, day: np.ndarray) -> int:
        """Return how many of these days are of the first kind, or of the second, whichever is fewer."""
        return int(min((self.of(day) == kind).sum() for kind in (0, 1)))


def around(change: pd.Timestamp, days: int) -> Kinds:
    """Return the days before a day, and those from it on."""
    begin = _number(change)
    return spans_of((begin - days, begin - 1), (begin, begin + days - 1))


def of_spans(spans: Sequence[tuple[arguments.Moment, arguments.Moment]]) -> Kinds:
    """Return the days of two spans, each from its first day to its last."""
    if not _is_pair(spans) or not all(map(_is_pair, spans)):
        raise arguments.refused("compare", "spans", spans, "two, each a first and a last day")
    days = [[_number(arguments.day("compare", day, name="spans")) for day in span] for span in spans]
    (first, until), (since, last) = days
    if not first <= until < since <= last:
        raise LogError(
            "compare: spans overlap or are not in their order, expected the earlier one first, each from its "
            "first day to its last"
        )
    return spans_of((first, until), (since, last))


def _is_pair(given: object) -> bool:
    return isinstance(given, (tuple, list)) and len(given) == 2


def spans_of(first: tuple[int, int], second: tuple[int, int]) -> Kinds:
    """Return the days of two spans that have none in common, each from its first day to its last, since 1970."""
    begin = first[0] - _LEAD * (first[1] - first[0] + 1)
    day = np.arange(begin, second[1] + 1)
    kind = np.select([day >= second[0], day > first[1], day >= first[0]], [1, -2, 0], -1)
    return Kinds(day[kind > -2], kind[kind > -2], True)


def after_days(held: Arrays, stretched: np.ndarray, by: str, days: int) -> Kinds:
    """Return the days after one with, and those after one without: stretches, or more than one session.

    Parameters
    ----------
    held : Arrays
        The holds of the exercise.
    stretched : array of int
        The days with stretches.
    """
    sessions = Sessions.of(held)
    day, done = np.unique(sessions.day[sessions.counts], return_counts=True)
    more = np.isin(day, stretched) if by == "stretches" else done > 1
    known = day > held.day.max(initial=0) - days
    if not known.any():  # no whole session, or none at all: of neither kind is there a day
        return around(pd.Timestamp(0), days)
    return Kinds(day[known] + 1, more[known].astype("int64"), False)


def _number(moment: pd.Timestamp) -> int:
    return int(day_number(pd.Series([moment]))[0])
