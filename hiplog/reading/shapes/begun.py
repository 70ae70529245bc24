"""The date that a title tells: with it a week, or a count of days, may begin."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, fold, one_of, words
from hiplog.reading.shapes.titles import tells_another_moment
from hiplog.reading.values.dates import looks_like_date, parse, weekday_in, weekday_of

_MOST_WORDS = 6  # of a date
_SPAN = re.compile(  # as `5 to 7 January 2026`
    rf"(?<!\S)(\d{{1,2}})\.? ?(?:-|{one_of(words('to') - {''})}) ?(?=\d{{1,2}}\.? ?[^\W\d])"
)
_LONGEST_ARTICLE = 3  # letters, as of `le` and `del`
_MONDAY, _WEEK = 1, 7
_BEGINS = words("commencing") | words("begin")
_BEGINS_A_WEEK = _BEGINS | words("from") | words("of ten") | words("week")
_NUMBERED = re.compile(rf"\b{one_of(words('week'))} (\d{{1,2}})\b(?! \d{{1,2}}\b)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY_ONE = re.compile(rf"\b{one_of(words('date'))} 1\b")


class Begun(NamedTuple):
    """A date that a title tells.

    Attributes
    ----------
    day, last : int
        The number of the day; with another that is the last, as of `5 to 7 January 2026`.
    counts, of_week : bool
        Days are counted from it; a week begins with it.
    """

    day: int
    last: int
    counts: bool = False
    of_week: bool = False


def begun_by(titles: Sequence[str]) -> Begun | None:
    """Return the date that the nearest title with one tells, unless that is of another moment, as of a birth."""
    of_now = (title for title in reversed(titles) if not tells_another_moment(title))
    return next((begun for title in of_now if (begun := _begun(title) or _of_numbered_week(title))), None)


def is_begin(month: str, titles: Sequence[str]) -> bool:
    """Return whether titles say that something began in a month: its days need not be those of that month."""
    led = re.compile(rf"\b{one_of(_BEGINS)} {re.escape(month)}\b")
    return month != "" and any(led.search(bare(title)) for title in titles)


def _begun(title: str) -> Begun | None:
    """Return the date that stands in a title, of several the first."""
    said = fold(title)
    tokens = _SPAN.sub(r"\1 - ", said).split()
    for i in range(len(tokens)):
        for j in range(min(len(tokens), i + _MOST_WORDS), i, -1):
            text = " ".join(tokens[i:j]).strip("().,:;")
            part = parse(text) if looks_like_date(text) else None
            if part is not None and part.day:
                if weekday_in(text) not in (None, weekday_of(part.day)):
                    return None
                return _led(part.day, tokens[:i], starts_with_day_one=_DAY_ONE.search(bare(said)) is not None)
    return None


def _of_numbered_week(title: str) -> Begun | None:
    """Return the Monday of the week that a title names by its number and year, as `KW 10, 2026`."""
    plain = bare(title)
    week, years = _NUMBERED.search(plain), _YEAR.findall(plain)
    if week is None or len(years) != 1 or not MONTHS.keys().isdisjoint(plain.split()):  # the second of a month
        return None
    try:
        monday = date.fromisocalendar(int(years[0]), int(week[1]), _MONDAY).toordinal()
    except ValueError:
        return None
    return Begun(monday, monday, of_week=True)


def _led(day: int, before: list[str], *, starts_with_day_one: bool) -> Begun:
    """Return a date with what the words before it make of it."""
    of_month = date.fromordinal(day).day
    if before[-1:] == ["-"]:
        first = int(before[-2]) if before[-2:-1] and before[-2].isdecimal() else of_month
        last, day = day, day - of_month + min(first, of_month)
        return Begun(day, last, of_week=last - day == _WEEK - 1)
    named = [word for token in before for word in bare(token).split() if word not in WEEKDAYS]
    of_week = not words("week").isdisjoint(named) and _is_led(named, _BEGINS_A_WEEK)
    return Begun(day, day, counts=starts_with_day_one or _is_led(named, _BEGINS), of_week=of_week)


def _is_led(before: list[str], leads: frozenset[str]) -> bool:
    """Return whether the last word before a date is one of some, or is an article behind one."""
    last, one_before = ["", "", *before][:-3:-1]
    is_article = last.isalpha() and len(last) <= _LONGEST_ARTICLE and last not in words("to") | words("end")
    return last in leads or (is_article and one_before in leads)


def of_weekdays(cells: Sequence[str], begun: Begun) -> Sequence[str]:
    """Return cells with the date for each weekday, where they are of the one week that begins with a day.

    A week begins with a Monday, or with the weekday that stands first. One that comes again is of another week.
    """
    days = {i: WEEKDAYS[bare(cell)] for i, cell in enumerate(cells) if bare(cell) in WEEKDAYS}
    begins = weekday_of(begun.day)
    after = [(day - begins) % _WEEK for day in days.values()]
    known = begun.of_week or begun.counts
    if known and days and begins in (_MONDAY, next(iter(days.values()))) and after == sorted(after):
        dated = {i: str(date.fromordinal(begun.day + later)) for i, later in zip(days, after, strict=True)}
        return [dated.get(i, cell) for i, cell in enumerate(cells)]
    return cells
