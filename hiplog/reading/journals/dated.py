"""Lines of a text -> the same with their dates, as far as those above them, or a title, tell these.

What stands in front of a line and may be a day, but is told by nothing, becomes a date as it stands, for its
column to refuse: what follows is then of no other day.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from hiplog.reading.columns.headers import kinds_of, meaning
from hiplog.reading.journals.lines import Line, date_in_front
from hiplog.reading.journals.tokens import is_side
from hiplog.reading.journals.years import OF_OTHER_DATES, again, first_of_titles_year, nearest, with_date_behind
from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, has_digit, words
from hiplog.reading.shapes.titles import is_plain, month_of, subject_of
from hiplog.reading.values.dates import parse, weekday_in, weekday_of

_WEEK = re.compile(r"[^\d]*\b(\d{1,2})\b[^\d]*(?:((?:19|20)\d\d)\b[^\d]*)?")
_WEEK_OF_YEAR = re.compile(r"((?:19|20)\d\d) ?w ?(\d{1,2})")
_HALF_A_YEAR = 183  # days
_LONGEST_ADVERB = 4  # words for yesterday
_ARTICLES = ("the", "le", "el", "il", "den", "der", "o", "de")  # before a day
_BEFORE_A_DATE = 3  # words between that for a week and its first day
_MOST_WORDS = 6  # of a heading
_FIRST_WEEKDAYS = (1, 6, 7)  # on which weeks begin
_COUNTED = re.compile(r"([^\W\d]+) \d{1,3}:?")  # `Day 2`
_PLANNED = words("target") | {"to do", "todo"}
_SENTENCE_ENDS = re.compile(r"(?<!\d)[.;!?](?:\s|$)")
_YESTERDAY, _TODAY = words("yesterday"), words("today")


def with_dates(lines: Sequence[Line], texts: Sequence[str]) -> tuple[list[Line], str]:
    """Return the lines of a text, with all of the dates that they tell in part, and the title that told the year.

    A month and its day have the nearest year known; a weekday the week of a heading. A date with which its weekday
    does not agree stays as it is, and so does one that stands alone and has no year.
    """
    if not any(line.date for line in lines):
        lines = [*map(with_date_behind, lines)]
    others = again(lines, texts)
    titles = [line.text for line in takewhile(lambda line: not (line.date or weekday_in(line.text[:4])), others)]
    first, told = first_of_titles_year(titles, [line.date for line in others if line.date])
    known = _Known(first, month_of(titles)[1])
    return [made for line, other in zip(lines, others, strict=True) for made in known.dated(line, other)], told


class _Known:
    """What the lines so far tell of the days of those that follow."""

    def __init__(self, last: int | None, year: str) -> None:
        self.last = last  # the day of the last date, or one near the first
        self.year = year  # that a title names
        self.week: int | None = None  # the first day of the week that a heading names
        self.is_numbered = True  # the weeks are those of the calendar, by their numbers
        self.days: list[int] = []  # of that week, in the order of their lines
        self.is_lost = False  # a heading begins a week that nothing tells
        self.is_aside = False  # the line before was of yesterday

    def dated(self, line: Line, other: Line) -> Iterator[Line]:
        """Give a line with its date, unless it only names a week; `other` is it where a date needs no year."""
        below_aside, self.is_aside = self.is_aside, False
        part = parse(line.date) if line.date else None
        if line.is_open and line.is_heading:
            yield _as_it_stands(line, f"to do: {line.date or line.text}")
        elif line.date and bare(line.text) in _PLANNED:
            yield _as_it_stands(line, f"{line.date} {line.text}")
        elif part and part.day and self._is_far(line, part.day):
            yield _as_it_stands(line, f"{line.date} {line.text}")
        elif part and part.day:
            self._begin(part.day)
            yield line
        elif (week := self._week_of(line)) is not None:
            self.week, self.days, self.is_lost = week, [], not week
            self.last = week or self.last
            if subject_of([line.text]).exercise:
                yield line
        elif self.last is not None and (day := nearest(other.date, self.last)):
            self._begin(day)
            is_planned = bare(other.text) in _PLANNED
            yield replace(other, date=f"{other.date} {other.text}" if is_planned else _spelled(other.date, day))
        elif not line.date and ((other.date and not other.text) or _counts_days(line.text)):
            yield _as_it_stands(line, other.date or f"below {line.text}")
        elif not (line.date or other.date) and (made := self._by_weekday(line) or self._by_yesterday(line)):
            yield made
        elif below_aside and self.last and not line.date:
            yield replace(line, date=_iso(self.last))
        else:
            yield line

    def _begin(self, day: int) -> None:
        self.last, self.week, self.is_lost = day, None, False

    def _is_far(self, line: Line, day: int) -> bool:
        """Return whether a date amid others, with words that say no hold behind it, is of something long ago."""
        is_remark = line.text != "" and not any(map(is_side, line.text.split())) and not is_plain(line.text)
        return is_remark and self.last is not None and abs(day - self.last) > _HALF_A_YEAR

    def _week_of(self, line: Line) -> int | None:
        """Return the first day of the week that a line names, as `Week 41, 2026` or `Week of 5 October 2026`.

        It says little else, unless it is the title of a text. 0 where nothing tells which week that is.
        """
        plain = bare(line.text)
        if line.date or any(map(is_side, line.text.split())):
            return None
        if match := _WEEK_OF_YEAR.fullmatch(plain):
            return _monday(*match.groups())
        if _says_week_alone(plain) and (match := _WEEK.fullmatch(plain)):
            is_told = match[2] or (self.year and self.is_numbered)
            self.year = match[2] or self.year
            return _monday(self.year, match[1]) if is_told else self._lost()
        tokens = line.text.split()
        at = next((i for i, token in enumerate(tokens, 1) if bare(token) in words("week")), 0)
        for begin in range(at, min(at + _BEFORE_A_DATE, len(tokens)) + 1):
            many = date_in_front(tokens[begin:], without_years=True)
            day = self._day_of(" ".join(tokens[begin : begin + many])) if many else None
            rest = " ".join([*tokens[:at], *tokens[begin + many :]])
            if day and at and self._may_head(rest):
                first = day - 6 * (not words("end").isdisjoint(map(bare, tokens[at:begin])))
                self.is_numbered = False
                return first if weekday_of(first) in _FIRST_WEEKDAYS else 0
        is_short = len(tokens) <= _MOST_WORDS and is_plain(line.text)
        is_head = is_short or at == 1 or (at == len(tokens) == 2)  # as `Week two`, `Next week`
        return self._lost() if at and is_head else None

    def _lost(self) -> int | None:
        return 0 if self.week is not None or self.is_lost else None

    def _day_of(self, date: str) -> int | None:
        date = date.rstrip(" ,;:.-\u2013\u2014)")
        part = parse(date)
        day = part.day if part else None
        return day or (nearest(date, self.last) if self.last else None)

    def _may_head(self, rest: str) -> bool:
        """Return whether the words around a date may stand in the heading of a week."""
        is_told = self.last is None or is_plain(rest)
        return is_told and not has_digit(rest) and kinds_of(rest).isdisjoint(OF_OTHER_DATES)

    def _by_weekday(self, line: Line) -> Line | None:
        """Return a line whose weekday is a date in the week that is known.

        Where none is, and it is not that of the date above, or where it goes back in a week that goes on, the
        weekday stands for a date that is refused.
        """
        first, _, rest = line.text.partition(" ")
        weekday, behind = WEEKDAYS.get(bare(first)), rest.split(" ")[0]
        if weekday is None:
            return None
        if self.week:
            day = self.week + (weekday - weekday_of(self.week)) % 7
            if day not in self.days[-1:]:
                self.days.append(day)
            in_order = self.days in (sorted(self.days), sorted(self.days, reverse=True))
            return replace(line, date=_iso(day), text=rest) if in_order else _as_it_stands(line, first, rest)
        is_head = (
            first.endswith(":") or behind in ("-", "\u2013", "\u2014") or is_side(behind) or has_digit(behind)
        )
        if not (is_head and (self.last or self.is_lost)):
            return None
        agrees = not self.is_lost and self.last and weekday_of(self.last) == weekday
        return replace(line, date=_iso(self.last), text=rest) if agrees else _as_it_stands(line, first, rest)

    def _by_yesterday(self, line: Line) -> Line | None:
        """Return a line that begins with the word for yesterday and tells of a side as one of the day before.

        The day itself may follow, as in `Yesterday, Tuesday 14, left 55 s`. A line of today too stays as it is,
        and one of another day, as `The day before: left 39 s`, is of none.
        """
        tokens, plain = line.text.split(), bare(line.text)
        if self.last is None:
            return None
        begin = _words_for_yesterday(tokens)
        if plain in _TODAY or begin == len(tokens):
            return replace(line, date=_iso(self.last - (plain not in _TODAY)), text="")
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
        is_aside = begin > 0 and "," in " ".join(
            head
        )  # nobody knows of which day `Yesterday was bad, left 50 s` is
        if not WEEKDAYS.keys().isdisjoint(map(bare, head)) or (is_before and not begin) or is_aside:
            return _as_it_stands(line, f"below {' '.join(tokens[:side]).rstrip(':')}", " ".join(rest))
        self.is_aside = begin > 0
        return replace(line, date=_iso(self.last - 1), text=" ".join(head + rest)) if begin else None


def _words_for_yesterday(tokens: Sequence[str]) -> int:
    """Return how many words in front are those for yesterday."""
    most = range(min(_LONGEST_ADVERB, len(tokens)), 0, -1)
    return next((many for many in most if bare(" ".join(tokens[:many])) in _YESTERDAY), 0)


def _as_it_stands(line: Line, date: str, text: str = "") -> Line:
    """Return a line below a date that its column refuses."""
    return replace(line, date=date, text=text, is_open=False)


def _iso(day: int) -> str:
    return str(datetime.date.fromordinal(day))


def _spelled(date: str, day: int) -> str:
    part = parse(date)
    time = "" if part is None or part.us is None else f" {datetime.timedelta(microseconds=part.us)}"
    return f"{_iso(day)}{time}"


def _monday(year: str, week: str) -> int | None:
    try:
        return datetime.date.fromisocalendar(int(year), int(week), 1).toordinal()
    except ValueError:
        return None


def _says_week_alone(text: str) -> bool:
    """Return whether a text is the word for a week and numbers: one that says more is no heading."""
    said = [word for word in text.split() if not word.strip(".,").isdecimal()]
    return bool(said) and words("week").issuperset(said)


def _counts_days(text: str) -> bool:
    """Return whether a text is no more than the number of a day, as `Day 2`."""
    match = _COUNTED.fullmatch(text)
    return match is not None and meaning(match[1]).kind == "date"


def _names_day(word: str, day: datetime.date) -> bool:
    """Return whether a word is a weekday, a month, a number of a day's, or an article before one."""
    is_known = word in _ARTICLES or word == str(day.day)
    return is_known or WEEKDAYS.get(word) == day.isoweekday() or MONTHS.get(word) == day.month
