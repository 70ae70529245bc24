"""Dates and times as people write them: a whole column of cells at once, since one cell may decide another."""

import datetime
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from hiplog.reading.words import MONTHS, WEEKDAYS, fold

EXPECTED_DATE = "a date like 2024-03-04 or 4 Mar 2024"
EXPECTED_TIME = "a time of day like 07:10 or 7:10 PM"
_DAY_US = 86_400_000_000
_EPOCH = datetime.date(1970, 1, 1).toordinal()
_SERIAL_0 = datetime.date(1899, 12, 30).toordinal()  # a spreadsheet's day 0
_SERIALS = (20_000, 80_000)  # 1954 to 2119
_YEARS = (1900, 2199)
_MOST_LETTERS = 80

_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:(?P<sep>[:.h])(?P<m>\d\d)(?:[:.m](?P<s>\d\d)(?:[.,](?P<f>\d{1,9}))?s?)?)?"
    r"\s*(?P<half>[ap]\.? ?m\.?)?\s*(?:uhr|h|hrs)?\s*"
    r"(?:\(?(?P<zone>z|utc|gmt|mez|mesz|cet|cest|wet|west)?\s*(?P<off>[+-]\d{1,2}(?::?\d\d)?)?\)?)(?:\[[\w/+-]+\])?$"
)
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "mez": 60, "cet": 60, "mesz": 120, "cest": 120}
_JOIN = r"(?:\s*t(?=\d)|\s*,\s*|\s+|$)(?:(?:um|at|a las|a la|a|-|@|,)\s+)?"
_YMD = re.compile(r"(\d{4})([-/. ])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)\.?" + _JOIN)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)" + _JOIN)
_NUMERIC = re.compile(r"(\d{1,2})\s?([-/. ])\s?(\d{1,2})\s?\2\s?('?\d{2}|\d{4})(?![\d:])" + _JOIN)
_NO_YEAR = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\.?" + _JOIN)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?$")
_NAMED = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|er|\.)?[ ./-]*(?:de |of )?)?(?P<month>[a-z]{3,10})\.?(?![a-z])"
    r"(?:[ ./-]*(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?![\d:]))?"
    r"(?:,?[ ./-]*(?:de |del )?(?P<year>'?\d{2}|\d{4})(?![\d:]))?\.?" + _JOIN
)
_YEAR_NAMED = re.compile(r"(\d{4})[ ./-]*([a-z]{3,10})\.?[ ./-]*(\d{1,2})(?!\d)" + _JOIN)
_WEEKDAY = re.compile(r"\(?\b(" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?\)?,?")


@dataclass
class Moments:
    """What a column of dates says: one entry for each cell."""

    when: np.ndarray  # datetime64[us], NaT where there is no date
    timed: np.ndarray  # whether a time of day stood there too
    offset: np.ndarray  # minutes east of UTC, or nan
    expected: np.ndarray  # what should have stood there; "" where the cell is good, or blank
    decided: str = ""  # in words, how the column was read


@dataclass(frozen=True)
class _Part:
    """One cell: a day for certain, or two numbers either of which may be the day."""

    day: int | None = None  # ordinal
    pair: tuple[int, int, int, int | None] | None = None  # first, second, year, weekday
    yearless: tuple[int, int] | None = None  # month, day; the year is to be told
    yearless_pair: bool = False
    us: int | None = None
    offset: int | None = None


def looks_like_date(text: str) -> bool:
    """Return whether a cell is surely meant as a date (a bare number is not)."""
    text = text.strip()
    if not 3 <= len(text) <= _MOST_LETTERS or not any(map(str.isdigit, text)) or _NUMBER.match(text):
        return False
    part = _parse(text)
    return part is not None and (part.day is not None or part.pair is not None)


def looks_like_serial(text: str) -> bool:
    """Return whether a bare number would do as a spreadsheet's day, a compact date or seconds since 1970."""
    return _NUMBER.match(text) is not None and _parse(text) is not None


def spelled_order(text: str) -> bool | None:
    """Return the order that a header spells out, as in "date (dd/mm/yyyy)": whether the day stands first."""
    match = _SPELLED.search(fold(text))
    return None if match is None else match[1] is not None


def read_dates(texts: list[str], *, day_first: bool | None = None, year: int | None = None) -> Moments:
    """Read a column of dates, with or without a time of day in the same cell.

    Parameters
    ----------
    texts : list of str
        The cells; a blank one is no date, and no fault.
    day_first : bool, optional
        Settles what 3/4/2024 is. Without it a number over 12 anywhere in the column decides for all of it.
    year : int, optional
        The year of the first date without one; it goes up where such dates step back by more than half a year.
    """
    codes, uniques = pd.factorize(np.asarray(texts, dtype=object))
    uniques = _with_century(uniques)
    fast = _all_iso(uniques)
    if fast is not None:
        when, timed = fast
        blank = np.full(len(codes), "", dtype=object)
        return Moments(when[codes], timed[codes], np.full(len(codes), np.nan), blank)
    parts = [_parse(text) if text.strip() else _Part() for text in uniques]
    order, decided = _order(parts, day_first)
    days = np.array([_day(part, order) for part in parts], dtype="int64")
    expected = np.array([_expected(part, day, year) for part, day in zip(parts, days, strict=True)], dtype=object)
    us = np.array([(part and part.us) or 0 for part in parts], dtype="int64")
    timed = np.array([part is not None and part.us is not None for part in parts])
    offset = np.array([np.nan if part is None or part.offset is None else part.offset for part in parts])
    days, expected = days[codes], expected[codes]
    if year is not None:
        _fill_years(days, expected, [parts[code] for code in codes], order, year)
    when = ((days - _EPOCH) * _DAY_US + us[codes]).view("datetime64[us]")
    when[days == 0] = np.datetime64("NaT", "us")
    return Moments(when, timed[codes], offset[codes], expected, decided)


def read_times(texts: list[str]) -> Moments:
    """Read a column of times of day: microseconds since midnight, as `when` on 1 January 1970."""
    codes, uniques = pd.factorize(np.asarray(texts, dtype=object))
    read = [_clock(_times_folded(text)) for text in uniques]
    us = np.array([r[0] if r else 0 for r in read], dtype="int64")
    offset = np.array([np.nan if r is None or r[1] is None else r[1] for r in read])
    blank = np.array([text.strip() in _BLANK for text in uniques])
    timed = np.array([r is not None for r in read])
    expected = np.where(timed | blank, "", EXPECTED_TIME).astype(object)
    return Moments(us[codes].view("datetime64[us]"), timed[codes], offset[codes], expected[codes])


def _with_century(uniques: np.ndarray) -> np.ndarray:
    """Return dates like 24-03-04 with a whole year, where the first numbers stay and the last go up and down."""
    found = [_SHORT_YEAR.match(text) for text in uniques if text.strip()]
    if len(found) < 2 or not all(found):
        return uniques
    first, months, last = ([int(match[i]) for match in found] for i in (1, 2, 3))
    goes_by_days = 4 <= max(last) - min(last) <= 30 and max(first) - min(first) <= 1
    if not goes_by_days or max(months) > 12:
        return uniques
    return np.array([f"20{text.strip()}" if text.strip() else text for text in uniques], dtype=object)


_SPELLED = re.compile(r"\b(d{1,2}|t{1,2}|j{2})([-/])m{1,3}\2[yja]{2,4}\b|\bm{1,3}[-/](?:d{1,2})[-/]y{2,4}\b")
_SHORT_YEAR = re.compile(r"\s*(\d\d)-(\d\d)-(\d\d)\b")
_BLANK = {"", "-", "--", "\u2013", "\u2014", "n/a", "?"}
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?")


def _all_iso(uniques: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """Return when, and whether timed, if every cell is blank or plain ISO 8601; this spares a million regexes."""
    if not all(text == "" or _ISO.fullmatch(text) for text in uniques):
        return None
    given = pd.Series(uniques, dtype="object").replace("", None)
    when = pd.to_datetime(given, format="ISO8601", errors="coerce").astype("datetime64[us]").to_numpy()
    inked = np.array([text != "" for text in uniques], dtype=bool)
    if (np.isnat(when) & inked).any():
        return None
    years = when[inked].astype("datetime64[Y]").astype("int64") + 1970
    if len(years) and not (_YEARS[0] <= years.min() and years.max() <= _YEARS[1]):
        return None
    return when, np.array([len(text) > 10 for text in uniques])


def _times_folded(text: str) -> str:
    """Return a time of day as `_CLOCK` knows it; a spreadsheet's fraction of a day becomes a clock time."""
    plain = fold(text)
    if re.fullmatch(r"0?[.,]\d+", plain):
        seconds = round(float("0" + plain.lstrip("0").replace(",", ".")) * 86400)
        return str(datetime.timedelta(seconds=seconds))
    match = re.fullmatch(r"(?:\d{4}-\d\d-\d\d|18\d\d-\d\d-\d\d)[t ](.+)", plain)  # a day glued on by a spreadsheet
    return match[1] if match else re.sub(r"^(?:um|at|a las|a)\s+", "", plain)


def _clock(plain: str) -> tuple[int, int | None] | None:
    """Return microseconds since midnight and minutes east of UTC, or None where it is no time of day."""
    match = _CLOCK.match(plain)
    if not match or not (match["m"] or match["half"] or re.search(r"\d\s*(?:uhr|h|hrs)$", plain)):
        return None
    hour, minute, second = int(match["h"]), int(match["m"] or 0), int(match["s"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12 and not (hour == 0 and match["half"][0] == "a"):
            return None
        hour = hour % 12 + (12 if match["half"][0] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    micro = int((match["f"] or "0").ljust(6, "0")[:6])
    offset = _ZONES.get(match["zone"]) if match["zone"] else None
    if match["off"]:
        offset = _offset(match["off"])
        if abs(offset) > 18 * 60:
            return None
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + micro, offset


def _offset(text: str) -> int:
    sign, digits = (-1 if text[0] == "-" else 1), text[1:].replace(":", "")
    return sign * (int(digits) * 60 if len(digits) <= 2 else int(digits[:-2]) * 60 + int(digits[-2:]))


def _parse(text: str) -> _Part | None:
    """Return what one cell says, or None where it is no date."""
    if len(text) > _MOST_LETTERS:
        return None
    plain = fold(text).strip("\"'").strip().rstrip(":,;")
    weekday = None
    if not plain[:1].isdigit() or not plain[-1:].isdigit():
        found = _WEEKDAY.search(plain)
        if found:
            weekday = WEEKDAYS[found[1]]
            plain = (plain[: found.start()].rstrip(" ,") + " " + plain[found.end() :].lstrip(" ,")).strip(" ,")
    for pattern, make in _FORMS:
        match = pattern.match(plain)
        if match:
            part = make(match, weekday)
            rest = plain[match.end() :]
            if part is None:
                continue
            if not rest:
                return part
            clock = _clock(rest.strip("()"))
            if clock:
                return _Part(part.day, part.pair, part.yearless, part.yearless_pair, *clock)
    return _number(plain)


def _ordinal(year: int, month: int, day: int) -> int | None:
    if not _YEARS[0] <= year <= _YEARS[1]:
        return None
    try:
        return datetime.date(year, month, day).toordinal()
    except ValueError:
        return None


def _year(text: str) -> int:
    text = text.lstrip("'")
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 70 else 1900)


def _from_ymd(match: re.Match, _weekday: int | None) -> _Part | None:
    day = _ordinal(int(match[1]), int(match[3]), int(match[4]))
    return _Part(day) if day else None


def _from_compact(match: re.Match, _weekday: int | None) -> _Part | None:
    day = _ordinal(int(match[1]), int(match[2]), int(match[3]))
    return _Part(day) if day else None


def _from_numeric(match: re.Match, weekday: int | None) -> _Part | None:
    first, sign, second, year = int(match[1]), match[2], int(match[3]), match[4]
    if first > 31 and len(year) == 2:  # 24-03-04
        day = _ordinal(_year(match[1]), second, int(year))
        return _Part(day) if day else None
    if sign == ".":
        day = _ordinal(_year(year), second, first)
        return _Part(day) if day else None
    return _Part(pair=(first, second, _year(year), weekday))


def _from_named(match: re.Match, _weekday: int | None) -> _Part | None:
    month, day = MONTHS.get(match["month"]), match["d1"] or match["d2"]
    if month is None or day is None or (match["d1"] and match["d2"] and match["year"]):
        return None
    year = match["year"] or (match["d2"] if match["d1"] else None)
    if year is None:
        return _Part(yearless=(month, int(day)))
    ordinal = _ordinal(_year(year), month, int(day))
    return _Part(ordinal) if ordinal else None


def _from_year_named(match: re.Match, _weekday: int | None) -> _Part | None:
    month = MONTHS.get(match[2])
    day = month and _ordinal(int(match[1]), month, int(match[3]))
    return _Part(day) if day else None


def _from_no_year(match: re.Match, _weekday: int | None) -> _Part | None:
    first, second = int(match[1]), int(match[3])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    if match[2] == ".":
        return _Part(yearless=(second, first)) if second <= 12 else None
    return _Part(yearless=(first, second), yearless_pair=True)


_FORMS = (
    (_YMD, _from_ymd),
    (_COMPACT, _from_compact),
    (_NUMERIC, _from_numeric),
    (_YEAR_NAMED, _from_year_named),
    (_NAMED, _from_named),
    (_NO_YEAR, _from_no_year),
)


def _number(plain: str) -> _Part | None:
    """Read a bare number: days since 1899-12-30, or seconds or milliseconds since 1970."""
    if not _NUMBER.match(plain):
        return None
    number = float(plain.replace(",", "."))
    if _SERIALS[0] <= number <= _SERIALS[1]:
        day, fraction = divmod(number, 1)
        us = round(fraction * 86400) * 1_000_000
        return _Part(_SERIAL_0 + int(day) + us // _DAY_US, us=us % _DAY_US if fraction else None)
    for scale in (1, 1000):
        if 2e8 * scale <= number < 5e9 * scale:  # 1976 to 2128
            day, us = divmod(round(number / scale * 1_000_000), _DAY_US)
            return _Part(_EPOCH + day, us=us, offset=0)
    return None


def _both(pair: tuple[int, int, int, int | None]) -> tuple[int | None, int | None]:
    """Return the two readings of a pair of numbers: day first, month first."""
    first, second, year, _ = pair
    return _ordinal(year, second, first), _ordinal(year, first, second)


def _order(parts: list[_Part | None], day_first: bool | None) -> tuple[bool | None, str]:
    """Return whether the day stands first in this column (None where nothing decides), and that in words."""
    if day_first is not None:
        return day_first, f"{'day' if day_first else 'month'} before {'month' if day_first else 'day'}, as told"
    votes = set()
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
        elif part.pair and part.pair[3]:
            votes |= _weekday_vote(part.pair)
    if len(votes) == 1:
        day_first = votes.pop()
        return day_first, "day before month" if day_first else "month before day"
    if not seen:
        return None, ""
    return (
        None,
        "day and month are not told apart by any cell" if not votes else "day and month contradict each other",
    )


def _weekday_vote(pair: tuple[int, int, int, int | None]) -> set[bool]:
    """Return which order the weekday that stands beside a date agrees with, if only one."""
    fits = [day is not None and datetime.date.fromordinal(day).isoweekday() == pair[3] for day in _both(pair)]
    return {fits[0]} if fits[0] != fits[1] else set()


def _day(part: _Part | None, order: bool | None) -> int:
    """Return the day as an ordinal, or 0 where there is none, or two."""
    if part is None:
        return 0
    if part.pair is None:
        return part.day or 0
    day_first, month_first = _both(part.pair)
    if day_first == month_first:
        return day_first or 0
    if order is None:
        return 0 if day_first and month_first else day_first or month_first or 0
    return (day_first if order else month_first) or 0


def _expected(part: _Part | None, day: int, year: int | None) -> str:
    if day or part == _Part():
        return ""
    if part is not None and part.pair is not None and all(_both(part.pair)):
        first, second = (datetime.date.fromordinal(day).isoformat() for day in _both(part.pair))
        return f"{first} or {second}: a date written year first, or day_first=True or False"
    if part is not None and part.yearless is not None and year is None:
        return "a date with its year, like 2024-03-04, or year=2024 if that is the year of the first row"
    return EXPECTED_DATE


def _fill_years(
    days: np.ndarray, expected: np.ndarray, parts: list[_Part | None], order: bool | None, year: int
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
        days[i] = _ordinal(year, month, day) or 0
        expected[i] = "" if days[i] else EXPECTED_DATE
