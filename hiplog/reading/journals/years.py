"""Dates of a text without their year: the date nearest to them, or a title, tells it."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from hiplog.reading.columns.cells import MOST_SCORE
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.journals.lines import Line, date_in_front, line_of
from hiplog.reading.languages.words import bare, fold, has_digit, one_of, words
from hiplog.reading.shapes.titles import is_plain, subject_of
from hiplog.reading.values.dates import HALF_A_YEAR, parse, weekday_in, weekday_of
from hiplog.reading.values.exercises import names_another

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")  # `03.11.`, but not `1.5`
_PAIR = re.compile(r"(\d{1,2})[./-](\d{1,2})\.?")
_MAR = re.compile(r"(?i)mar\.? \d{1,2}\W*$")  # may be a Tuesday
_COUNTED_LOG = re.compile(rf"\b({one_of(words('log') - words('week'))}) #?\d{{1,3}}\W*$")
_DOTTED = re.compile(r"\d\d\.\d\d")
_SIGNS = "月火水木金土日"  # of the weekdays
_SIGN = re.compile(rf"[(\uff08]([{_SIGNS}])[)\uff09]")
_MOST_DAYS = 31  # from one date to the next
ANY_YEAR = 2024  # with a 29 February
_FEWEST_WEEKDAYS = 2  # that agree with the year of a title
_MOST_WORDS = 6  # before the date of a title
_A_TURN = 62  # days between two that only the end of a year parts
OF_OTHER_DATES = {"begin", "end", "sent", "other moment", "target"}
_OF_ANOTHER_TIME = words("another time", "born")
_SINCE = words("during", "from", "since")


def with_date_behind(line: Line) -> Line:
    """Return a title with the date in front that it ends with: `Holds on 30 May 2026`, `Memo 2, 30 May 2026`."""
    tokens = line.text.split()
    for begin in range(1, min(len(tokens), _MOST_WORDS)):
        if bare(tokens[begin - 1]) in words("week"):  # its days have weekdays
            break
        many = date_in_front(tokens[begin:])
        if many and begin + many == len(tokens):
            title = _COUNTED_LOG.sub(r"\1", fold(" ".join(tokens[:begin])))
            is_other = has_digit(title) or not kinds_of(title).isdisjoint(OF_OTHER_DATES) or names_another(title)
            if is_other or not is_plain(title):
                break
            of_it = " ".join(tokens[:begin]) if subject_of([title]).exercise else ""
            return replace(line, date=" ".join(tokens[begin:]).rstrip(".,:"), text=of_it)
    return line


def again(lines: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """Return the lines as they are where a date without a year may stand in front of them.

    Two numbers alone in a line, as `4/11`, are one unless all such lines may be scores, as `7/10` is.
    """
    pairs = [match for line in lines if (match := _PAIR.fullmatch(line.text))]
    dates = {match[0] for match in pairs if any(int(pair[2]) != MOST_SCORE for pair in pairs)}
    made = []
    for line in lines:
        if line.text in dates and not line.date:
            line = replace(line, date=line.text, text="")
        elif not (line.held or line.date):
            line = line_of(line.number, texts[line.number - 1], without_years=True) or line
        made.append(line)
    if _are_dotted_dates(made):
        made = [replace(line, date=f"{line.date}.") if _DOTTED.fullmatch(line.date) else line for line in made]
    return made


def _are_dotted_dates(lines: Sequence[Line]) -> bool:
    """Return whether all numbers like `03.11` in front of lines are dates, and no clocks or seconds.

    One begins with a nought, none stands below a whole date alone in its line, and each is of about a month
    with the date above it.
    """
    dotted = {line.date for line in lines if _DOTTED.fullmatch(line.date)}
    if not any(date[0] == "0" for date in dotted):
        return False
    last = None
    for line in lines:
        part = parse(f"{line.date}." if line.date in dotted else line.date) if line.date else None
        if part is None:
            continue
        if part.day and not line.text:
            return False
        first_of_all = next(iter(part.days_in(ANY_YEAR)), None)
        day = part.day or (nearest(f"{line.date}.", last) if last and line.date in dotted else first_of_all)
        if line.date in dotted and (not day or abs(day - (last or day)) > _MOST_DAYS):
            return False
        last = day or last
    return True


def _weekday_of_date(date: str) -> int | None:
    """Return the weekday that a date names, also as `3/3(月)` does."""
    sign = _SIGN.search(date)
    return 1 + _SIGNS.index(sign[1]) if sign else weekday_in(date)


def nearest(date: str, last: int) -> int | None:
    """Return the day that a date without a year means, nearest to another day; None where it is no such date.

    Of two numbers either of which may be the day, the weekday in front tells which.
    """
    part, weekday = parse(date) if date else None, _weekday_of_date(date)
    is_named = (re.search(r"[^\W\d_]", date) and not _MAR.match(date)) or _DAY_AND_MONTH.match(date)
    if part is None or part.yearless is None or not is_named:
        return None
    year = datetime.date.fromordinal(last).year
    days = {day for y in (year - 1, year, year + 1) for day in part.days_in(y)}
    near = [day for day in days if abs(day - last) <= HALF_A_YEAR]
    fits = [day for day in near if weekday in (None, weekday_of(day))]
    is_one = len(fits) == 1 and (len(near) == 1 or (part.yearless_pair and weekday))
    return fits[0] if is_one and (weekday or _goes_on(last, fits[0])) else None


def _goes_on(before: int, day: int) -> bool:
    """Return whether a day is of the year of the one before, or a year has ended between them."""
    first, second = sorted((before, day))
    years = [datetime.date.fromordinal(one).year for one in (first, second)]
    return years[0] == years[1] or second - first <= _A_TURN


def first_of_titles_year(titles: Sequence[str], dates: Sequence[str]) -> tuple[int | None, str]:
    """Return the first day in the one year that titles name, and that title; a year may end amid the dates.

    All weekdays agree with it. A title that says little else, as `Hip balance log 2024`, needs none.
    """
    dates = [date for date in dates if (part := parse(date)) and part.yearless]
    years = {int(year): title for title in titles for year in _YEAR.findall(title)}
    weekdays = sum(_weekday_of_date(date) is not None for date in dates)
    if len(years) != 1 or not dates:
        return None, ""
    ((year, title),) = years.items()
    if weekdays < _FEWEST_WEEKDAYS and not _is_of_a_year(title):
        return None, ""
    days, weekday = parse(dates[0]).days_in(year), _weekday_of_date(dates[0])
    first = last = next((day for day in days if weekday in (None, weekday_of(day))), None)
    for date in dates[1:]:
        last = last and nearest(date, last)
    return (first, title) if last else (None, "")


def _is_of_a_year(title: str) -> bool:
    """Return whether a year is the only number of a title of a log, and not when something else was."""
    title = re.sub(r"\([^()]*\)", " ", title)
    tokens = bare(title).split()
    numbers = [token for token in tokens if has_digit(token)]
    if len(numbers) != 1 or not kinds_of(title).isdisjoint(OF_OTHER_DATES) or not is_plain(title):
        return False
    beside = tokens[: tokens.index(numbers[0])][-1:] + tokens[-1:]  # `since 2019`, `2019年以来`
    return _OF_ANOTHER_TIME.isdisjoint(tokens) and _SINCE.isdisjoint(beside)
