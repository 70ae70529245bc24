"""The date that a title tells, with which a week or a count of days may begin, and the week that it names."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, fold, one_of, words
from hiplog.reading.shapes.titles import tells_another_moment
from hiplog.reading.values.date_forms import iso
from hiplog.reading.values.dates import looks_like_date, parse, weekday_in, weekday_of

_MOST_WORDS = 6  # of a date
_SPAN = re.compile(  # as `5 to 7 January 2026`
    rf"(?<!\S)(\d{{1,2}})\.? ?(?:-|{one_of(words('to') - {''})}) ?(?=\d{{1,2}}\.? ?[^\W\d])"
)
_LONGEST_ARTICLE = 3  # letters, as of `le` and `del`
_MONDAY, _WEEK = 1, 7
_BEGINS = words("commencing", "begin")
_BEGINS_A_WEEK = _BEGINS | words("from", "of ten", "week")
_NUMBERED = re.compile(
    rf"\b(?:{one_of(words('week'))} (\d{{1,2}})\b(?! \d{{1,2}}\b)|(?<!\d )(\d{{1,2}}) ?{one_of(words('week'))}\b"
    r"|(?<=\d\d\d\d )w ?(\d{1,2})$)"
)
_MONTH = one_of(MONTHS)
_ITS_DAYS = re.compile(rf"\b(\d{{1,2}})(?: (?:({_MONTH}) )?\d{{1,2}})? ({_MONTH})\b")  # as `3 9 march`
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY_ONE = re.compile(rf"\b{one_of(words('date'))} 1\b")


class Begun(NamedTuple):
    """A date that a title tells."""

    day: int  # its number
    last: int  # its own, or that of the last day, as of `5 to 7 January 2026`
    counts: bool = False  # days are counted from it
    of_week: bool = False  # a week begins with it
    numbered: bool = False  # the week is told by its number
    beside: str = ""  # what else the title says than a week


def begun_by(titles: Sequence[str]) -> Begun | None:
    """Return the date that the nearest title with one tells, unless that is of another moment, as of a birth."""
    of_now = (title for title in reversed(titles) if not tells_another_moment(title))
    found = (_begun(title, whole_day) or _of_numbered_week(title) for title in of_now)
    return next((begun for begun in found if begun and begun.day), None)


def week_named(title: str, year: str, day_of: Callable[[str], int | None]) -> Begun | None:
    """Return the week that a heading names, of a year that may be known, or by a day that `day_of` reads.

    Its day is 0 where nothing tells which week it is; None where none is named.
    """
    begun = _of_numbered_week(title, year) or _begun(title, day_of)
    return begun if begun and begun.of_week else None


def is_begin(month: str, titles: Sequence[str]) -> bool:
    """Return whether titles say that something began in a month: its days need not be those of that month."""
    led = re.compile(rf"\b{one_of(_BEGINS)} {re.escape(month)}\b")
    return month != "" and any(led.search(bare(title)) for title in titles)


def whole_day(text: str) -> int | None:
    """Return the day that a date with its year tells."""
    part = parse(text) if looks_like_date(text) else None
    return part.day if part else None


def _begun(title: str, day_of: Callable[[str], int | None]) -> Begun | None:
    """Return the date that stands in a title, of several the first."""
    said = fold(title)
    tokens = _SPAN.sub(r"\1 - ", said).split()
    for i in range(len(tokens)):
        for j in range(min(len(tokens), i + _MOST_WORDS), i, -1):
            text = " ".join(tokens[i:j]).strip("().,:;")
            if day := day_of(text):
                if weekday_in(text) not in (None, weekday_of(day)):
                    return None
                return _led(
                    day, tokens[:i], tokens[j:], starts_with_day_one=_DAY_ONE.search(bare(said)) is not None
                )
    return None


def _of_numbered_week(title: str, year: str = "") -> Begun | None:
    """Return the Monday of the week that a title names by its number, as `KW 10, 2026`; its year may be known.

    The days that stand beside it, as in `KW 10, 2026 (2.-8. März)`, must be its own.
    """
    plain = bare(title)
    week, years = _NUMBERED.search(plain), _YEAR.findall(plain)
    if week is None or len(years) > 1:
        return None
    beside = _YEAR.sub(" ", f"{plain[: week.start()]} {plain[week.end() :]}")
    days = _ITS_DAYS.search(beside)
    beside = " ".join(_ITS_DAYS.sub(" ", beside).split())
    if beside and not week[1]:  # `6 week plan` has six of them
        return None
    try:
        monday = date.fromisocalendar(int((years or [year])[0]), int(week[week.lastindex or 0]), _MONDAY)
    except ValueError:  # there is no such week, or no year
        monday = None
    is_own = days is None or (monday and (monday.month, monday.day) == (MONTHS[days[2] or days[3]], int(days[1])))
    of_month = not MONTHS.keys().isdisjoint(beside.split())  # as the second of March
    day = monday.toordinal() if monday and is_own and not of_month else 0
    return Begun(day, day, of_week=True, numbered=True, beside=beside)


def _led(day: int, before: list[str], behind: list[str], *, starts_with_day_one: bool) -> Begun:
    """Return a date with what the words before it make of it."""
    of_month = date.fromordinal(day).day
    if before[-1:] == ["-"]:
        first = int(before[-2]) if before[-2:-1] and before[-2].isdecimal() else of_month
        last, day = day, day - of_month + min(first, of_month)
        return Begun(day, last, of_week=last - day == _WEEK - 1, beside=" ".join([*before[:-2], *behind]))
    named = [word for token in before for word in bare(token).split() if word not in WEEKDAYS]
    at = next((i for i, word in enumerate(named) if word in words("week")), len(named))
    is_short = all(len(word) <= _LONGEST_ARTICLE for word in named[at + 2 :])
    ends = is_short and not words("end").isdisjoint(named[at + 1 : at + 2])  # as `week ending on`
    day -= (_WEEK - 1) * ends
    of_week = ends or (at < len(named) and _is_led(named, _BEGINS_A_WEEK))
    counts = starts_with_day_one or _is_led(named, _BEGINS)
    return Begun(day, day, counts=counts, of_week=of_week, beside=" ".join([*named[:at], *behind]))


def _is_led(before: list[str], leads: frozenset[str]) -> bool:
    """Return whether the last word before a date is one of some, or is an article behind one."""
    last, one_before = ["", "", *before][:-3:-1]
    is_article = last.isalpha() and len(last) <= _LONGEST_ARTICLE and last not in words("to", "end")
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
        dated = {i: iso(begun.day + later) for i, later in zip(days, after, strict=True)}
        return [dated.get(i, cell) for i, cell in enumerate(cells)]
    return cells
