"""Dates of a text without their year: it is that of dates above them, or of a title with which weekdays agree."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from hiplog.reading.journals.lines import Line, line_of
from hiplog.reading.languages.words import WEEKDAYS, bare
from hiplog.reading.values.dates import ordinal, parse

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HALF_A_YEAR = 183  # days
_FEWEST_WEEKDAYS = 2  # that agree with the year of a title


def with_years(lines: Sequence[Line], texts: Sequence[str]) -> Iterator[Line]:
    """Give the lines of a text, those that begin with a month in words and its day with the nearest year known.

    A date whose weekday does not agree stays as it is, for its column to refuse.
    """
    last = _first_of_titles_year(lines)
    for line in lines:
        part = parse(line.date) if line.date else None
        if part and part.day:
            last = part.day
        elif last is not None and not line.held:
            again = line_of(line.number, texts[line.number - 1], without_years=True)
            if again and (day := _nearest(again.date, last)):
                last, line = day, replace(again, date=_spelled(again.date, day))
        yield line


def _nearest(date: str, last: int) -> int | None:
    """Return the day that a date without a year means, nearest to another day; None where it is no such date."""
    part = parse(date) if date else None
    if part is None or part.yearless is None or part.yearless_pair or not re.search(r"[^\W\d_]", date):
        return None
    year = datetime.date.fromordinal(last).year
    days = [day for y in (year - 1, year, year + 1) if (day := ordinal(y, *part.yearless))]
    near = [day for day in days if abs(day - last) <= _HALF_A_YEAR]
    return near[0] if len(near) == 1 and _weekday_of(date) in (None, _weekday(near[0])) else None


def _spelled(date: str, day: int) -> str:
    part = parse(date)
    time = "" if part is None or part.us is None else f" {datetime.timedelta(microseconds=part.us)}"
    return f"{datetime.date.fromordinal(day)}{time}"


def _weekday(day: int) -> int:
    return datetime.date.fromordinal(day).isoweekday()


def _weekday_of(date: str) -> int | None:
    return next((WEEKDAYS[word] for word in bare(date).split() if word in WEEKDAYS), None)


def _first_of_titles_year(lines: Sequence[Line]) -> int | None:
    """Return a day in the year that the lines above the first date name, if the weekdays of the dates agree."""
    titles = takewhile(lambda line: not line.date, lines)
    years = {int(year) for line in titles for year in _YEAR.findall(line.text)}
    dates = [
        (part.yearless, day) for line in lines if (day := _weekday_of(line.date)) and (part := parse(line.date))
    ]
    if len(years) != 1 or len(dates) < _FEWEST_WEEKDAYS:
        return None
    (year,) = years
    days = [(yearless and ordinal(year, *yearless), weekday) for yearless, weekday in dates]
    return days[0][0] if all(day and _weekday(day) == weekday for day, weekday in days) else None
