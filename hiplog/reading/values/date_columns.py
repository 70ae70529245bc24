"""Dates and times as people write them: a whole column of cells at once, since one cell may decide another."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, fold, split, words
from hiplog.reading.tables.column import Column
from hiplog.reading.values.date_forms import YEARS, Part, iso, ordinal
from hiplog.reading.values.dates import DAY_US, EPOCH, clock_time, parse, weekday_in, weekday_of

EXPECTED_DATE = "a date like 2024-03-04 or 4 Mar 2024"
DAY_FIRST, MONTH_FIRST = "day before month", "month before day"
NOT_TOLD_APART = "day and month are not told apart by any cell"
EXPECTED_TIME = "a time of day like 07:10 or 7:10 PM"


@dataclass
class Moments:
    """What a column of dates says: one entry for each cell."""

    moments: np.ndarray  # datetime64[us], NaT where there is no date
    timed: np.ndarray  # whether a time of day stood there too
    offset: np.ndarray  # minutes east of UTC, or nan
    expected: np.ndarray  # what should have stood there; "" where the cell is good, or blank
    decided: str = ""  # in words, how the column was read


def read_dates(cells: Column, *, day_first: bool | None = None, year: int | None = None) -> Moments:
    """Read a column of dates, with or without a time of day in the same cell.

    A blank cell is no date, and no fault. `day_first` settles what 3/4/2024 is; without it a number over 12 in any
    cell decides for all of them. `year` is that of the first date without one; it goes up where such dates
    step back by more than half a year.
    """
    codes, uniques = cells.codes, _with_century(cells.texts)
    fast = _all_iso(uniques)
    if fast is not None:
        moments, timed = fast
        blank = np.full(len(codes), "", dtype=object)
        return Moments(moments[codes], timed[codes], np.full(len(codes), np.nan), blank)
    parts = [parse(text) if text.strip() else Part() for text in uniques]
    order, decided = _order(parts, day_first)
    days = np.array([_day(part, order) for part in parts], dtype="int64")
    expected = np.array([_expected(part, day, year) for part, day in zip(parts, days, strict=True)], dtype=object)
    us = np.array([(part and part.us) or 0 for part in parts], dtype="int64")
    timed = np.array([part is not None and part.us is not None for part in parts], dtype=bool)
    offsets = [np.nan if part is None or part.offset is None else part.offset for part in parts]
    offset = np.array(offsets, dtype=float)
    days, expected = days[codes], expected[codes]
    if year is not None:
        _fill_years(days, expected, [parts[code] for code in codes], order, year)
    if day_first is None:
        named = [weekday_in(_SHORT.sub(" ", fold(text))) for text in uniques]
        _refuse_other_weekdays(days, expected, [named[code] for code in codes] if any(named) else [])
    moments = ((days - EPOCH) * DAY_US + us[codes]).view("datetime64[us]")
    moments[days == 0] = np.datetime64("NaT", "us")
    return Moments(moments, timed[codes], offset[codes], expected, decided)


def read_times(cells: Column) -> Moments:
    """Read a column of times of day: microseconds since midnight, as moments on 1 January 1970."""
    codes, uniques = cells.codes, cells.texts
    read = [clock_time(text) for text in uniques]
    us = np.array([r[0] if r else 0 for r in read], dtype="int64")
    offset = np.array([np.nan if r is None or r[1] is None else r[1] for r in read], dtype=float)
    blank = np.array(
        [text.strip() in _BLANK or bare(text) in words("half of a day") for text in uniques], dtype=bool
    )
    timed = np.array([r is not None for r in read], dtype=bool)
    expected = np.where(timed | blank, "", EXPECTED_TIME).astype(object)
    return Moments(us[codes].view("datetime64[us]"), timed[codes], offset[codes], expected[codes])


def _with_century(uniques: list[str]) -> list[str]:
    """Return dates like 24-03-04 with a whole year, where the first numbers stay and the last go up and down."""
    inked = [text for text in uniques if text.strip()]
    if len(inked) < 2 or not all(map(_SHORT_YEAR.match, inked)):  # the first that is none ends the search
        return uniques
    matches = [_SHORT_YEAR.match(text) for text in inked]
    first, months, last = ([int(match[i]) for match in matches] for i in (1, 2, 3))
    goes_by_days = 4 <= max(last) - min(last) <= 30 and max(first) - min(first) <= 1
    if not goes_by_days or max(months) > 12:
        return uniques
    return [f"20{text.strip()}" if text.strip() else text for text in uniques]


_WEEKDAYS = split(LANGUAGES["English"]["weekdays"])
_SHORT = re.compile(r"\b[^\W\d_]{2}\b")  # `ma`, `di`, `do`: other days in other languages
_SHORT_YEAR = re.compile(r"\s*(\d\d)-(\d\d)-(\d\d)\b")
_BLANK = {"", "-", "--", "\u2013", "\u2014", "n/a", "?"}
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?")


def _all_iso(uniques: list[str]) -> tuple[np.ndarray, np.ndarray] | None:
    """Return moments and which are timed, if every cell is blank or plain ISO 8601 (sparing a million regexes)."""
    if not all(text == "" or _ISO.fullmatch(text) for text in uniques):
        return None
    given = pd.Series(uniques, dtype="object").replace("", None)
    moments = pd.to_datetime(given, format="ISO8601", errors="coerce").astype("datetime64[us]").to_numpy()
    inked = np.array([text != "" for text in uniques], dtype=bool)
    if (np.isnat(moments) & inked).any():
        return None
    years = moments[inked].astype("datetime64[Y]").astype("int64") + 1970
    if len(years) and not (YEARS[0] <= years.min() and years.max() <= YEARS[1]):
        return None
    return moments, np.array([len(text) > 10 for text in uniques], dtype=bool)


def both(pair: tuple[int, int, int, int | None]) -> tuple[int | None, int | None]:
    """Return the two readings of a pair of numbers: day first, month first."""
    first, second, year, _ = pair
    return ordinal(year, second, first), ordinal(year, first, second)


def _order(parts: list[Part | None], day_first: bool | None) -> tuple[bool | None, str]:
    """Return whether the day stands first in this column (None where nothing decides), and that in words."""
    if day_first is not None:
        return day_first, f"{DAY_FIRST if day_first else MONTH_FIRST}, as told"
    votes, of_weekdays = set(), []
    seen = False
    for part in parts:
        if part is None or not (part.pair or part.yearless_pair):
            continue
        first, second = part.pair[:2] if part.pair else part.yearless
        seen = True
        if first > 12 >= second:
            votes.add(True)
        elif second > 12 >= first:
            votes.add(False)
        elif part.pair and part.pair[3] and first != second:
            of_weekdays.append(_weekday_vote(part.pair))
    if not votes and sum(map(bool, of_weekdays)) > len(of_weekdays) / 2:  # one may fit by chance, one be a slip
        votes = set().union(*of_weekdays)
    if len(votes) == 1:
        day_first = votes.pop()
        return day_first, DAY_FIRST if day_first else MONTH_FIRST
    if not seen:
        return None, ""
    return None, "day and month contradict each other" if votes else NOT_TOLD_APART


def _weekday_vote(pair: tuple[int, int, int, int | None]) -> set[bool]:
    """Return which order the weekday that stands beside a date agrees with, if only one."""
    fits = [day is not None and weekday_of(day) == pair[3] for day in both(pair)]
    return {fits[0]} if fits[0] != fits[1] else set()


def _refuse_other_weekdays(days: np.ndarray, expected: np.ndarray, named: list[int | None]) -> None:
    """Take no date beside which another weekday is named than its own: it may be of another year or order."""
    for i, weekday in enumerate(named):
        day = int(days[i])
        if day and weekday not in (None, weekday_of(day)):
            own = _WEEKDAYS[weekday_of(day) - 1].split()[0].capitalize()
            expected[i] = f"a date with its own weekday: {iso(day)} is a {own}"
            days[i] = 0


def _day(part: Part | None, order: bool | None) -> int:
    """Return the day as an ordinal, or 0 where there is none, or two."""
    if part is None:
        return 0
    if part.pair is None:
        return part.day or 0
    day_first, month_first = both(part.pair)
    if day_first == month_first:
        return day_first or 0
    if order is None:
        return 0 if day_first and month_first else day_first or month_first or 0
    return (day_first if order else month_first) or 0


def _expected(part: Part | None, day: int, year: int | None) -> str:
    if part is None:
        return EXPECTED_DATE
    if day or part == Part():
        return ""
    if part.pair is not None and all(both(part.pair)):
        first, second = map(iso, both(part.pair))
        return f"{first} or {second}: a date written year first, or day_first=True or False"
    if part.yearless is not None and year is None:
        return "a date with its year, like 2024-03-04, or year=2024 if that is the year of the first row"
    return EXPECTED_DATE


def _fill_years(
    days: np.ndarray, expected: np.ndarray, parts: list[Part | None], order: bool | None, year: int
) -> None:
    """Give dates without a year the year told; after the turn of a year, the next one."""
    before = None
    for i, part in enumerate(parts):
        if part is None or part.yearless is None:
            continue
        month, day = part.yearless
        if part.yearless_pair:
            if order is None and min(month, day) != max(month, day) and max(month, day) <= 12:
                expected[i] = "a date whose day and month can be told apart, or day_first=True or False"
                continue
            if order is True or month > 12:
                month, day = day, month
        if before is not None and before - month > 6:
            year += 1
        before = month
        days[i] = ordinal(year, month, day) or 0
        expected[i] = "" if days[i] else EXPECTED_DATE
