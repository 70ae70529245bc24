"""Dates of a text without their year, or no more than weekdays: lines above them, or a title, tell the rest."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from hiplog.reading.journals.lines import Line, line_of
from hiplog.reading.languages.words import WEEKDAYS, bare, words
from hiplog.reading.shapes.titles import month_of
from hiplog.reading.values.date_forms import Part, ordinal
from hiplog.reading.values.dates import parse, weekday_in, weekday_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEK = re.compile(r"[^\d]*\b(\d{1,2})\b[^\d]*(?:((?:19|20)\d\d)\b[^\d]*)?")
_WEEK_OF_YEAR = re.compile(r"((?:19|20)\d\d) ?w ?(\d{1,2})")
_HALF_A_YEAR = 183  # days
_FEWEST_WEEKDAYS = 2  # that agree with the year of a title


def with_years(lines: Sequence[Line], texts: Sequence[str]) -> Iterator[Line]:
    """Give the lines of a text, those that begin with a part of a date with all of it, where that is known.

    A month and its day have the nearest year known; a weekday the week of a heading. A date with which its weekday
    does not agree stays as it is, for its column to refuse.
    """
    again = [_again(line, texts) for line in lines]
    titles = [line.text for line in takewhile(lambda line: not (line.date or weekday_in(line.text[:4])), again)]
    last = _first_of_titles_year(titles, [line.date for line in again if line.date])
    monday, year = None, month_of(titles)[1]
    for line, other in zip(lines, again, strict=True):
        part = parse(line.date) if line.date else None
        if part and part.day:
            last, monday = part.day, None
        elif (of_week := _monday(line.text, year)) is not None:
            monday = of_week
            continue
        elif last is not None and (day := _nearest(other.date, last)):
            last, line = day, replace(other, date=_spelled(other.date, day))
        elif not other.date and (dated := _by_weekday(line, monday, last)):
            line = dated
        yield line


def _again(line: Line, texts: Sequence[str]) -> Line:
    """Return a line as it is where a date without a year may stand in front of it."""
    return (not line.held and line_of(line.number, texts[line.number - 1], without_years=True)) or line


def _nearest(date: str, last: int) -> int | None:
    """Return the day that a date without a year means, nearest to another day; None where it is no such date.

    Of two numbers either of which may be the day, the weekday in front tells which.
    """
    part, weekday = parse(date) if date else None, weekday_in(date)
    if part is None or part.yearless is None or not re.search(r"[^\W\d_]", date):
        return None
    year = datetime.date.fromordinal(last).year
    days = {day for y in (year - 1, year, year + 1) for day in _days(part, y)}
    near = [day for day in days if abs(day - last) <= _HALF_A_YEAR]
    fits = [day for day in near if weekday in (None, weekday_of(day))]
    return fits[0] if len(fits) == 1 and (len(near) == 1 or (part.yearless_pair and weekday)) else None


def _days(part: Part, year: int) -> list[int]:
    """Return the days of a year that a date without one may mean."""
    if part.yearless is None:
        return []
    orders = [part.yearless, part.yearless[::-1]] if part.yearless_pair else [part.yearless]
    return [day for order in orders if (day := ordinal(year, *order))]


def _spelled(date: str, day: int) -> str:
    part = parse(date)
    time = "" if part is None or part.us is None else f" {datetime.timedelta(microseconds=part.us)}"
    return f"{datetime.date.fromordinal(day)}{time}"


def _first_of_titles_year(titles: Sequence[str], dates: Sequence[str]) -> int | None:
    """Return the first day in the one year that titles name, where all weekdays agree; a year may end amid them.

    A title that says nothing else, as `Hip balance log 2024`, needs no weekdays.
    """
    dates = [date for date in dates if (part := parse(date)) and part.yearless]
    years = {int(year) for title in titles for year in _YEAR.findall(title)}
    weekdays = sum(weekday_in(date) is not None for date in dates)
    if len(years) != 1 or not dates or (weekdays < _FEWEST_WEEKDAYS and not month_of(titles)[1]):
        return None
    days, weekday = _days(parse(dates[0]), years.pop()), weekday_in(dates[0])
    first = last = next((day for day in days if weekday in (None, weekday_of(day))), None)
    for date in dates[1:]:
        last = last and _nearest(date, last)
    return first if last else None


def _monday(text: str, year: str) -> int | None:
    """Return the first day of the week that a line names, as `Week 41, 2026`, and nothing else."""
    plain = bare(text)
    if match := _WEEK_OF_YEAR.fullmatch(plain):
        year, week = match.groups()
    elif _says_week_alone(plain) and (match := _WEEK.fullmatch(plain)):
        week, year = match[1], match[2] or year
    else:
        return None
    if not year:
        return None
    try:
        return datetime.date.fromisocalendar(int(year), int(week), 1).toordinal()
    except ValueError:
        return None


def _says_week_alone(text: str) -> bool:
    """Return whether a text is the word for a week and numbers: one that says more is no heading."""
    said = [word for word in text.split() if not word.strip(".,").isdecimal()]
    return bool(said) and words("week").issuperset(said)


def _by_weekday(line: Line, monday: int | None, last: int | None) -> Line | None:
    """Return a line whose weekday is a date in the week that is known.

    Where neither is, and it is not that of the date above, the weekday stands for a date that is refused.
    """
    first, _, rest = line.text.partition(" ")
    weekday = WEEKDAYS.get(bare(first))
    if line.date or weekday is None:
        return None
    day = monday and monday + weekday - 1
    if day is not None and weekday_of(day) == weekday:
        return replace(line, date=str(datetime.date.fromordinal(day)), text=rest)
    is_head = first.endswith(":") or rest[:1] in ("-", "\u2013", "\u2014")
    return replace(line, date=first, text=rest) if is_head and last and weekday_of(last) != weekday else None
