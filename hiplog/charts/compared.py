"""Which days a comparison is of, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from hiplog import arguments
from hiplog.counts import counted
from hiplog.dates import day_in_words
from hiplog.measures.diary import marked_day
from hiplog.measures.holds.selection import LATELY_DAYS


class Compared(NamedTuple):
    """The days of either part, and what a title's finding ends with, so that it says of what days it is."""

    first: str
    second: str
    span: str


_BY = {
    "stretches": Compared(
        "days after one without stretches", "days after one with them", " on days after stretches"
    ),
    "sessions_a_day": Compared(
        "days after one with one session", "days after one with more", " on days after several sessions"
    ),
}


def compared_days(
    at: object,
    spans: Sequence[tuple[arguments.Moment, arguments.Moment]] | None,
    by: str | None,
    days: int | None,
    marks: pd.DataFrame,
    log: pd.DatetimeIndex,
) -> Compared:
    """Return of which days the two parts are, by the arguments of `hiplog.compare`, and how many the `log` has."""
    if spans is not None:
        ends = [[arguments.day("plot_compare", day, name="spans") for day in span] for span in spans]
        first, second = (" to ".join(map(day_in_words, span)) for span in ends)
        there = [_in_log(pd.date_range(*span), log) for span in ends]
        return Compared(first + there[0], second + there[1], f", {second} beside {first}")
    if by is not None:
        return _BY[by]
    day, length = marked_day("plot_compare", at, marks), LATELY_DAYS if days is None else days
    words = "".join(f" ({said})" for said in marks.loc[marks["day"] == day, "words"])
    before = f"{length} days before {day_in_words(day)}{words}"
    parts = (pd.date_range(end=day - pd.Timedelta(days=1), periods=length), pd.date_range(day, periods=length))
    there = [_in_log(part, log) for part in parts]
    after = f"{length} days from then on"
    return Compared(before + there[0], after + there[1], f" in the {length} days from {day_in_words(day)} on")


def _in_log(part: pd.DatetimeIndex, log: pd.DatetimeIndex) -> str:
    """Say how many days of a part lie between the first and the last of the log, where not all do."""
    n = int(part.isin(log).sum())
    return "" if n == len(part) else f", of which the log has {counted(n, 'day') if n else 'none'}"
