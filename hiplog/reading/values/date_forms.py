"""The forms in which a date is written, and the day that each says."""

import datetime
import re
from typing import NamedTuple

from hiplog.reading.languages.words import MONTHS
from hiplog.reading.values.times_of_day import BEFORE_A_TIME

YEARS = (1900, 2199)
_JOIN = rf"(?:\s*t(?=\d)|\s*,\s*|\s+|$)(?:(?:{BEFORE_A_TIME}\.?|-|@|,)\s+)?"
_YMD = re.compile(r"(?P<y>\d{4})([-/. ])\s?(?P<m>\d{1,2})\2\s?(?P<d>\d{1,2})(?!\d)\.?" + _JOIN)
_WEEK = re.compile(r"(\d{4})-?w(\d\d)-?([1-7])" + _JOIN)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?!\d)" + _JOIN)
_NUMERIC = re.compile(
    r"(\d{1,2})\s?([-/. ])\s?(\d{1,2})\s?(?:\2\s?('?\d{2}|\d{4})|[-./ ]\s?(\d{4}))(?![\d:])" + _JOIN
)  # Danes write 14/3-2024
_NO_YEAR = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\.?" + _JOIN)
_NAMED = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|er|\.)?[ ./-]*(?:de |of )?)?(?P<month>[^\W\d_]{3,12})\.?(?![^\W\d_])"
    r"(?:(?! ?- \d\d(?!\d))[ ./-]*(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?![\d:]))?"
    r"(?:(?! ?- \d\d(?!\d)),?[ ./-]*(?:de |del )?(?P<year>'?\d{2}|\d{4})(?![\d:]))?\.?" + _JOIN
)
_YEAR_NAMED = re.compile(r"(\d{4})[ ./-]*([^\W\d_]{3,12})\.?[ ./-]*(\d{1,2})(?!\d)" + _JOIN)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = re.compile(r"(\d{1,2})[-./ ] ?([ivx]{1,4})[-./ ] ?(\d{4})(?![\d:])" + _JOIN)  # of whole years: not 3 x 45
_LETTERS = re.compile(r"[^\W\d_]+")


class Part(NamedTuple):
    """One cell: a day for certain, or two numbers either of which may be the day."""

    day: int | None = None  # ordinal
    pair: tuple[int, int, int, int | None] | None = None  # first, second, year, weekday
    yearless: tuple[int, int] | None = None  # month, day; the year is to be told
    yearless_pair: bool = False
    us: int | None = None
    offset: int | None = None

    def days_in(self, year: int) -> list[int]:
        """Return the days of a year that a date without one may mean."""
        orders = [self.yearless] if self.yearless else []
        orders += [order[::-1] for order in orders if self.yearless_pair]
        return [day for order in orders if (day := ordinal(year, *order))]


def forms_of(plain: str) -> tuple:
    """Return the forms that a cell which begins like this may have, so that no other is tried."""
    if plain[:4].isdecimal():
        return _YEAR_FIRST
    if plain[:3].isdecimal():
        return ()
    if plain[:1].isdecimal():
        return _DAY_FIRST
    word = _LETTERS.match(plain)
    return _MONTH_FIRST if word and word[0] in MONTHS else ()


def ordinal(year: int, month: int, day: int) -> int | None:
    """Return the number of a day, or None where there is no such day in the years we read."""
    if not YEARS[0] <= year <= YEARS[1]:
        return None
    try:
        return datetime.date(year, month, day).toordinal()
    except ValueError:
        return None


def iso(day: int) -> str:
    """Return a day by its number as it is written in ISO 8601."""
    return str(datetime.date.fromordinal(day))


def _certain(day: int | None) -> Part | None:
    return Part(day) if day else None


def _year(text: str) -> int:
    text = text.lstrip("'")
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 70 else 1900)


def _from_ymd(match: re.Match) -> Part | None:
    return _certain(ordinal(*map(int, match.group("y", "m", "d"))))


def _from_week(match: re.Match) -> Part | None:
    try:
        return Part(datetime.date.fromisocalendar(int(match[1]), int(match[2]), int(match[3])).toordinal())
    except ValueError:
        return None


def _from_numeric(match: re.Match) -> Part | None:
    first, sign, second, year = int(match[1]), match[2], int(match[3]), match[4] or match[5]
    if first > 31 and len(year) == 2:  # 24-03-04
        return _certain(ordinal(_year(match[1]), second, int(year)))
    if sign == ".":
        return _certain(ordinal(_year(year), second, first))
    return Part(pair=(first, second, _year(year), None))


def _from_named(match: re.Match) -> Part | None:
    month, day = MONTHS.get(match["month"]), match["d1"] or match["d2"]
    if month is None or day is None or (match["d1"] and match["d2"] and match["year"]):
        return None
    year = match["year"] or (match["d2"] if match["d1"] else None)
    if year is None:
        return Part(yearless=(month, int(day)))
    return _certain(ordinal(_year(year), month, int(day)))


def _from_year_named(match: re.Match) -> Part | None:
    return _certain(ordinal(int(match[1]), MONTHS.get(match[2], 0), int(match[3])))


def _from_roman(match: re.Match) -> Part | None:
    month = 1 + _ROMANS.index(match[2]) if match[2] in _ROMANS else 0
    return _certain(ordinal(int(match[3]), month, int(match[1])))


def _from_no_year(match: re.Match) -> Part | None:
    first, second = int(match[1]), int(match[3])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    if match[2] == ".":
        return Part(yearless=(second, first)) if second <= 12 else None
    return Part(yearless=(first, second), yearless_pair=True)


_YEAR_FIRST = ((_WEEK, _from_week), (_YMD, _from_ymd), (_COMPACT, _from_ymd), (_YEAR_NAMED, _from_year_named))
_DAY_FIRST = ((_NUMERIC, _from_numeric), (_ROMAN, _from_roman), (_NAMED, _from_named), (_NO_YEAR, _from_no_year))
_MONTH_FIRST = ((_NAMED, _from_named),)
