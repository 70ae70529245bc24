"""Lines of a text -> the same with their dates, as far as those above them, or a title, tell these.

What stands in front of a line and may be a day, but is told by nothing, becomes a date as it stands, for its
column to refuse: what follows is then of no other day.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from hiplog.reading.columns.headers import kinds_of, meaning
from hiplog.reading.journals.dated_remarks import is_remark, without_remarks
from hiplog.reading.journals.lines import Line
from hiplog.reading.journals.sentences import words_for_yesterday
from hiplog.reading.journals.tokens import is_side
from hiplog.reading.journals.years import OF_OTHER_DATES, again, first_of_titles_year, nearest, with_date_behind
from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, has_digit, words
from hiplog.reading.shapes.begun import Begun, week_named, whole_day
from hiplog.reading.shapes.titles import is_plain, month_of, subject_of
from hiplog.reading.values.date_forms import iso
from hiplog.reading.values.dates import HALF_A_YEAR, parse, weekday_in, weekday_of

_HALF_A_YEAR = 183  # days
_NEARLY_A_YEAR = 315
_MOST_WORDS = 6  # of a heading
_FIRST_WEEKDAYS = (1, 6, 7)  # on which weeks begin
_COUNTED = re.compile(r"([^\W\d]+) \d{1,3}:?")  # `Day 2`
_PLANNED = words("target") | {"to do", "todo"}
_SENTENCE_ENDS = re.compile(r"(?<!\d)[.;!?](?:\s|$)")
_TODAY = words("today")


def with_dates(lines: Sequence[Line], texts: Sequence[str]) -> tuple[list[Line], str]:
    """Return the lines of a text, with all of the dates that they tell in part, and the title that told the year.

    A month and its day have the nearest year known; a weekday the week of a heading. A date with which its weekday
    does not agree stays as it is, and so does one that stands alone and has no year.
    """
    if not any(line.date for line in lines):
        lines = [*map(with_date_behind, lines)]
    others, doubtful = without_remarks(again(lines, texts), texts)
    titles = [line.text for line in takewhile(lambda line: not (line.date or weekday_in(line.text[:4])), others)]
    first, told = first_of_titles_year(titles, [line.date for line in others if line.date])
    known = _Known(first, month_of(titles)[1], doubtful)
    pairs = zip(lines, others, strict=True)
    dated = (known.dated(other if line.date and not other.date else line, other) for line, other in pairs)
    return [line for line in dated if line.date or line.text or line.is_open], told


class _Known:
    """What the lines so far tell of the days of those that follow."""

    def __init__(self, last: int | None, year: str, doubtful: set[int]) -> None:
        self.last = last  # the day of the last date, or one near the first
        self.year = year  # that a title names
        self.doubtful = doubtful  # the numbers of lines with a date that may be a remark
        self.week: int | None = None  # the first day of the week that a heading names
        self.days: list[int] = []  # of that week, in the order of their lines
        self.is_lost = False  # a heading begins a week that nothing tells
        self.is_aside = False  # the line before was of yesterday

    def dated(self, line: Line, other: Line) -> Line:
        """Return a line with its date, and no words where it only names a week.

        `other` is the line where a date needs no year: that date may be none.
        """
        below_aside, self.is_aside = self.is_aside, False
        for rule in (self._not_done, self._week, self._day, self._count, self._weekday, self._yesterday):
            if made := rule(line, other):
                return made
        return replace(line, date=iso(self.last)) if below_aside and self.last and not line.date else line

    def _not_done(self, line: Line, _: Line) -> Line | None:
        """Return a heading of what is to be done, as one of Org."""
        is_to_do = line.is_open and line.is_heading
        return _as_it_stands(line, f"to do: {line.date or line.text}") if is_to_do else None

    def _week(self, line: Line, _: Line) -> Line | None:
        """Begin the week that a line names, as `Week 41, 2026` or `Week of 5 October 2026`.

        It says little else, unless it is the title of a text. After one of which nothing tells the days, as
        `Next week`, those of the one before are over.
        """
        if line.date or any(map(is_side, line.text.split())):
            return None
        named = week_named(line.text, self.year, lambda date: whole_day(date) or self._nearest(date))
        if named and self._may_head(named):
            is_first = named.numbered or weekday_of(named.day) in _FIRST_WEEKDAYS
            year = str(datetime.date.fromordinal(named.day).isocalendar().year)
            is_told = not named.numbered or year in line.text or not self._turns(named.day)
            self.week = named.day if is_first and is_told else 0
            self.year = year if named.numbered else ""
        elif _names_week(line.text) and (self.week is not None or self.is_lost):
            self.week = 0
        else:
            names = self.last is not None and _names_week(line.text) and is_plain(line.text)
            self.is_lost = self.is_lost or names  # until the next date
            return None
        self.days, self.is_lost, self.last = [], not self.week, self.week or self.last
        return line if subject_of([line.text]).exercise else replace(line, text="", is_open=False)

    def _turns(self, day: int) -> bool:
        """Return whether a year may have ended between the last day and one of the same year."""
        gap = day - (self.week or self.last or day)
        return gap < -_HALF_A_YEAR or gap > _NEARLY_A_YEAR

    def _may_head(self, named: Begun) -> bool:
        """Return whether the words beside a week may stand in a heading."""
        is_told = (self.last is None and not named.numbered) or is_plain(named.beside)
        is_other = has_digit(named.beside) or not kinds_of(named.beside).isdisjoint(OF_OTHER_DATES)
        return named.day > 0 and is_told and not is_other

    def _nearest(self, date: str) -> int | None:
        return nearest(date, self.last) if self.last else None

    def _day(self, _: Line, other: Line) -> Line | None:
        """Return a line of the day that it begins with; one of a plan, or that may be a remark, is refused."""
        part = parse(other.date) if other.date else None
        whole = part.day if part else None
        day = whole or self._nearest(other.date)
        if other.date and bare(other.text) in _PLANNED and (day or part):
            return _as_it_stands(other, f"{other.date} {other.text}")
        if not day:
            return None
        is_far = self.last is not None and abs(day - self.last) > HALF_A_YEAR
        if other.number in self.doubtful or (is_remark(other) and is_far):
            return _as_it_stands(other, f"{other.date} {other.text}", other.text)
        self.last, self.week, self.is_lost = day, None, False
        return other if whole else replace(other, date=_spelled(other.date, day))

    def _count(self, line: Line, other: Line) -> Line | None:
        """Return a line that heads a day which nothing tells, as `Day 2` and `4/11`."""
        heads = (other.date and not other.text) or _counts_days(line.text)
        return _as_it_stands(line, other.date or f"below {line.text}") if heads and not line.date else None

    def _weekday(self, line: Line, other: Line) -> Line | None:
        """Return a line whose weekday is a date in the week that is known.

        Where none is, and it is not that of the date above, or where it goes back in a week that goes on, the
        weekday stands for a date that is refused.
        """
        first, _, rest = line.text.partition(" ")
        weekday, behind = WEEKDAYS.get(bare(first)), rest.split(" ")[0]
        if weekday is None or other.date:
            return None
        if self.week:
            day = self.week + (weekday - weekday_of(self.week)) % 7
            if day not in self.days[-1:]:
                self.days.append(day)
            in_order = self.days in (sorted(self.days), sorted(self.days, reverse=True))
            return replace(line, date=iso(day), text=rest) if in_order else _as_it_stands(line, first, rest)
        is_head = (
            first.endswith(":") or behind in ("-", "\u2013", "\u2014") or is_side(behind) or has_digit(behind)
        )
        if not (is_head and (self.last or self.is_lost)):
            return None
        agrees = not self.is_lost and self.last and weekday_of(self.last) == weekday
        return replace(line, date=iso(self.last), text=rest) if agrees else _as_it_stands(line, first, rest)

    def _yesterday(self, line: Line, other: Line) -> Line | None:
        """Return a line that begins with the word for yesterday and tells of a side as one of the day before.

        The day itself may follow, as in `Yesterday, Tuesday 14, left 55 s`. A line of today too stays as it is,
        and one of another day, as `The day before: left 39 s`, is of none.
        """
        tokens, plain = line.text.split(), bare(line.text)
        if self.last is None or other.date:
            return None
        begin = words_for_yesterday(tokens)
        if plain in _TODAY or begin == len(tokens):
            return replace(line, date=iso(self.last - (plain not in _TODAY)), text="")
        side = next((i for i, token in enumerate(tokens) if is_side(token)), 0)
        if not side or any(f" {word} " in f" {plain} " for word in _TODAY):
            return None
        while begin and begin < side and _names_day(bare(tokens[begin]), datetime.date.fromordinal(self.last - 1)):
            begin += 1
        head, rest = tokens[begin:side], tokens[side:]
        if begin and _SENTENCE_ENDS.search(" ".join(head)):  # the sides are of the next sentence
            return None
        is_before = " ".join(head).endswith(":") and {"date", "before"} <= kinds_of(" ".join(head))
        self.is_aside = True
        is_aside = begin > 0 and "," in " ".join(head)  # `Yesterday was bad, left 50 s` is of either day
        if not WEEKDAYS.keys().isdisjoint(map(bare, head)) or (is_before and not begin) or is_aside:
            return _as_it_stands(line, f"below {' '.join(tokens[:side]).rstrip(':')}", " ".join(rest))
        self.is_aside = begin > 0
        return replace(line, date=iso(self.last - 1), text=" ".join(head + rest)) if begin else None


def _as_it_stands(line: Line, date: str, text: str = "") -> Line:
    """Return a line below a date that its column refuses."""
    return replace(line, date=date, text=text, is_open=False)


def _spelled(date: str, day: int) -> str:
    part = parse(date)
    time = "" if part is None or part.us is None else f" {datetime.timedelta(microseconds=part.us)}"
    return f"{iso(day)}{time}"


def _names_week(text: str) -> bool:
    """Return whether a text is a heading with the word for a week, as `Week two` and `Next week`."""
    tokens = text.split()
    at = next((i for i, token in enumerate(tokens, 1) if bare(token) in words("week")), 0)
    is_short = len(tokens) <= _MOST_WORDS and is_plain(text)
    return at > 0 and (is_short or at == 1 or at == len(tokens) == 2)


def _counts_days(text: str) -> bool:
    """Return whether a text is no more than the number of a day, as `Day 2`."""
    match = _COUNTED.fullmatch(text)
    return match is not None and meaning(match[1]).kind == "date"


def _names_day(word: str, day: datetime.date) -> bool:
    """Return whether a word is a weekday, a month, a number of a day's, or an article before one."""
    is_known = word in words("before a day") or word == str(day.day)
    return is_known or WEEKDAYS.get(word) == day.isoweekday() or MONTHS.get(word) == day.month
