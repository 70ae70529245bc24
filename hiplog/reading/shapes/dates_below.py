"""Dates without their month or year, days that are counted, weekdays: what stands above them tells the rest."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hiplog.reading.languages.words import MONTHS, bare, fold, words
from hiplog.reading.shapes.begun import Begun, begun_by, of_weekdays
from hiplog.reading.values.date_forms import Part, iso
from hiplog.reading.values.dates import parse, weekday_in, weekday_of

TOLD = "dates as a title above them tells"
_HALF_A_YEAR = 6  # months
_HALF_A_MONTH = 15  # days
_NEAR = 45  # days between a date that a title tells and the first below it
_HEADING = re.compile(r"(?=.)([a-z]+)?\.? ?((?:19|20)\d\d)?")
_NUMBER = re.compile(r"\s*\d{1,3}\.?\s*")
_OF_WEEK = re.compile(r"W\d\d-\d")


@dataclass
class _Above:
    """What headings tell of the dates below them: a month, a year, a day near them."""

    month: str
    year: str
    begun: Begun | None = None
    before: int = 0  # the month of the last date that did not tell its year


def below_headings(cells: Iterable[str], month: tuple[str, str], begun: Begun | None) -> Iterator[str]:
    """Give each date with what the headings above it tell, as `4` below `March 2024`, `Tue` below that of a week.

    What the table's titles tell, a month and its year or a date, counts as far as the first of them.
    """
    above, run = _Above(*month, begun), []
    for cell in cells:
        heading = _HEADING.fullmatch(fold(cell))
        of_month = heading is not None and (heading[1] is None or heading[1] in MONTHS)
        of_week = None if of_month or words("week").isdisjoint(bare(cell).split()) else begun_by([cell])
        if not (of_month or of_week):
            run.append(cell)
            continue
        yield from _dated(run, above)
        yield cell
        run, above.begun = [], of_week
        if of_month:
            above.month, above.year = heading[1] or "", heading[2] or above.year
            above.before = 0 if heading[2] else above.before
    yield from _dated(run, above)


def _dated(cells: Sequence[str], above: _Above) -> list[str]:
    """Return the dates below one heading."""
    begun, numbers = above.begun, [int(cell.strip(" .")) for cell in cells if _NUMBER.fullmatch(cell)]
    if begun is not None:
        if begun.counts and numbers[:1] in ([0], [1]) and numbers == sorted(numbers):
            first = begun.day - numbers[0]
            cells = [iso(first + int(c.strip(" ."))) if _NUMBER.fullmatch(c) else c for c in cells]
        elif numbers and not _are_of_month(numbers, begun):
            above.month = ""  # they may be counted from that date, or be days of its month
        cells = of_weekdays(cells, begun)
    end = _end_of_month(cells)
    return [*(_whole(cell, above) for cell in cells[:end]), *cells[end:]]


def _end_of_month(cells: Sequence[str]) -> int:
    """Return from where on numbers that went up, as 30, 31, 1, are days of a next month: of which, is not said."""
    last, rises = 0, True
    for i, cell in enumerate(cells):
        if is_day(cell):
            day = int(cell.strip(" ."))
            if rises and last - day > _HALF_A_MONTH:
                return i
            last, rises = day, rises and day >= last
    return len(cells)


def _are_of_month(numbers: list[int], begun: Begun) -> bool:
    """Return whether numbers are days of the month of a date: they begin with it, or lie within two such."""
    first, last = (datetime.date.fromordinal(day).day for day in (begun.day, begun.last))
    return numbers[0] == first if first == last else first <= min(numbers) and max(numbers) <= last


def _whole(cell: str, above: _Above) -> str:
    """Return a date with the month and the year that are known."""
    date = f"{cell.strip().rstrip('.')} {above.month}" if above.month and is_day(cell) else cell
    part = parse(date)
    if part and part.yearless and above.year:
        month, before = part.yearless[0], above.before
        if not before:
            above.year = _first_year(part, above)
        elif abs(month - before) > _HALF_A_YEAR:  # December, then January: of which year a date tells, no year
            above.year = str(int(above.year) + (1 if month < before else -1)) if above.begun else ""
        above.before = month
    return with_year(date, above.year) if above.year else date


def _first_year(part: Part, above: _Above) -> str:
    """Return the year in which the first date is near the date or the month that is told; nothing if in none."""
    year = int(above.year)
    if above.begun:
        first, last = above.begun.day, above.begun.last
    elif above.month:
        first = last = datetime.date(year, MONTHS[above.month], _HALF_A_MONTH).toordinal()
    else:
        return above.year
    days = [day for y in (year - 1, year, year + 1) for day in part.days_in(y)]
    near = {datetime.date.fromordinal(day).year for day in days if first - _NEAR <= day <= last + _NEAR}
    return str(near.pop()) if len(near) == 1 else ""


def is_day(cell: str) -> bool:
    """Return whether a cell is a number that may be a day of a month."""
    return re.fullmatch(r"\s*\d{1,2}\.?\s*", cell) is not None


def with_year(date: str, year: str) -> str:
    """Return a date with its year, which stands elsewhere; as it is where it needs none, or is of another."""
    date, year = date.strip(), year.strip().removesuffix(".0")
    if _OF_WEEK.fullmatch(date):
        return f"{year}-{date}"
    if not re.search(r"\d", date) or is_day(date) or not re.fullmatch(r"\d{4}|'?\d\d", year):
        return date
    part = parse(date)
    if part and part.day:
        return date
    if part and part.yearless and part.us is not None and not part.yearless_pair:  # 11 May, 07:20
        month, day = part.yearless
        return f"{year}-{month:02}-{day:02} {datetime.timedelta(microseconds=part.us)}"
    whole = f"{date}{year}" if date.endswith(".") else f"{date} {year}"
    return whole if _agrees(whole) else date


def _agrees(date: str) -> bool:
    """Return whether the weekday that a date names, if any, is its own: else it is of another year."""
    part = parse(date)
    return part is None or part.day is None or weekday_in(date) in (None, weekday_of(part.day))
