"""Days in front of lines below a month and its year, as `5. left 42`, `3rd - left 45`, `5 M left 42`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.journals.lines import Line, line_of
from hiplog.reading.journals.tokens import is_side
from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import MONTHS, bare, fold, has_digit, split, words
from hiplog.reading.shapes.titles import Subject, is_plain, month_of, subject_of
from hiplog.reading.values.date_forms import ordinal
from hiplog.reading.values.dates import weekday_of

_MOST_WORDS = 3  # of a name before a month
_MOST_DAYS = 31  # of a month
_A_TURN = 9  # months back, from which a year has ended
_DAY = re.compile(
    r"\s*(?:[-*+\u2022]\s+)?(?:\*\*|__)?(?:([^\W\d]+(?: [^\W\d]+)?)[.,]?\s+)?(\d{1,2})"
    r"(st|nd|rd|th|er|:?[ae]|[.\u00ba\u00aa]|\s?\u65e5)?(?!\w|[.,:/]\d)(?:\s+(?P<behind>[^\W\d]+)[.,]?(?=[\s:]|$))?"
    r"(?:\*\*|__)?\s*([:)\u2022\uff1a\u2013\u2014-]*)\s*(.*)"
)
_IN_FRONT = re.compile(
    r"(\W*)([^\W\d]+)(?=\W)(?:(?P<number>\W?\s*(?P<pair>\d{1,2}[./-]\d{1,2})?(?:(?<=\d)|\d))|(?P<colon>\s?:))?"
)
_FEWEST_OTHERS = {"number": 2, "pair": 1, "colon": 1}  # of the weekdays before such a form, beside one
_Weekdays = dict[str, set[int]]  # by their names, also those that mean a month, and by their first letters


def _weekdays_of(language: dict[str, str]) -> _Weekdays:
    weekdays: _Weekdays = {}
    for number, names in enumerate(split(language["weekdays"]), start=1):
        for name in names.split():
            weekdays.setdefault(name, set()).add(number)
            weekdays.setdefault(name[0], set()).add(number)
    return weekdays


_WEEKDAYS = [*map(_weekdays_of, LANGUAGES.values())]


@dataclass
class _Month:
    """A month that a line names, the place of that line, whether it says no more, and the days below it."""

    at: int
    month: int
    year: int
    is_plain: bool
    days: list["_Day"] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        """Its days, in the order of their lines."""
        return [day.number for day in self.days if day.fits]

    @property
    def are_in_order(self) -> bool:
        """Whether its days grow, or fall, all along."""
        return len({(b > a) - (b < a) for a, b in pairwise(self.numbers)} - {0}) < 2

    @property
    def may_count_lines(self) -> bool:
        """Whether its days may be a mere numbering of lines."""
        counts = sorted({*self.numbers}) == [*range(1, len({*self.numbers}) + 1)]
        return counts and not any(day.is_sure for day in self.days if day.fits)


@dataclass
class _Day:
    """A line that begins with a day: its place, the day as written, its number, the words behind.

    It does not fit where the month has no such day, or it has another weekday: then it is refused as it stands.
    """

    at: int
    written: str
    number: int
    rest: str
    fits: bool
    is_sure: bool  # no numbering of lines


def with_days_of_months(lines: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """Return the lines, with their dates those that begin with a day below a month whose year is told.

    A line that names no more than such a month is none any longer. Where any line has a date, none has
    a mere day.
    """
    if any(line.date for line in lines):
        return [*lines]
    months: list[_Month] = []
    year, weekdays = "", _weekdays_in(texts)
    for i, line in enumerate(lines):
        if named := _month_in(line.text, year, months[-1] if months else None):
            year = named[1]
            months += [_Month(i, MONTHS[named[0]], int(year or 0), is_plain(line.text))] if named[0] else []
        elif months and (day := _day_in(i, texts[line.number - 1], months[-1], weekdays)):
            months[-1].days.append(day)
    dated: dict[int, Line | None] = dict(enumerate(lines))
    are_days = all(month.are_in_order for month in months) and not all(month.may_count_lines for month in months)
    for month in months if are_days else ():
        dated[month.at] = None if subject_of([lines[month.at].text]) == Subject() else lines[month.at]
        for day in month.days:
            line = line_of(lines[day.at].number, day.rest) or replace(lines[day.at], text="")
            date = f"{month.year}-{month.month:02}-{day.number:02}" if day.fits else day.written
            dated[day.at] = replace(line, level=lines[day.at].level, date=date)
    return [line for line in dated.values() if line]


def _weekdays_in(texts: Sequence[str]) -> _Weekdays:
    """Return what may stand for a weekday in a text: a side's letter only where its language has all the others.

    So the `L 24` of `Mon 3`, `Tue 4`, `L 24 R 31` is no Monday, and that of `V 21: sx 30`, `L 24: sx 31` is one.
    """
    found = filter(None, (_DAY.fullmatch(text.strip()) for text in texts))
    said = {fold(name) for match in found for name in (match[1], match["behind"]) if name}
    known: _Weekdays = {}
    for weekdays in _WEEKDAYS:
        others = {name for name in said if any(name in one for one in _WEEKDAYS) and not is_side(name)}
        fits = others and others <= weekdays.keys()
        for name in (name for name in weekdays if fits or not is_side(name)):
            known[name] = known.get(name, set()) | weekdays[name]
    return known


def with_whole_weekdays(lines: Sequence[str]) -> Sequence[str]:
    """Return lines with the whole name for a weekday that may be a month, where others of its language head lines.

    So the `mar 4/3` between `lun 3/3` and `mer 5/3` is no day of March; that with `Feb 28` or with the names
    `Sam` and `Dom` in front of other lines is one.
    """
    found = [_IN_FRONT.match(line) for line in lines]
    heads = {form: {fold(match[2]) for match in found if match and match[form]} for form in _FEWEST_OTHERS}
    for language in LANGUAGES.values():
        weekdays = [names.split() for names in split(language["weekdays"])]
        whole = {name: names[0] for names in weekdays for name in names if name in MONTHS}
        if heads["number"] & MONTHS.keys() - whole.keys() - {*re.split("[ ,]+", language["months"])}:
            continue
        forms = []
        for form, fewest in _FEWEST_OTHERS.items():
            others = [names for names in weekdays if heads[form].intersection(names) - MONTHS.keys()]
            forms += [form] if whole.keys() & heads[form] and len(others) >= fewest else []
        if forms:
            are_of_it = [match if match and any(match[form] for form in forms) else None for match in found]
            return [_with_name(line, match, whole) for line, match in zip(lines, are_of_it, strict=True)]
    return lines


def _with_name(line: str, match: re.Match | None, whole: dict[str, str]) -> str:
    name = whole.get(fold(match[2])) if match else None
    return f"{match[1]}{name}{line[match.end(2) :]}" if match and name else line


def _month_in(text: str, year: str, above: _Month | None) -> tuple[str, str] | None:
    """Return the month and the year that a line names and hardly more; a month alone goes on with the year.

    The year is nothing where it is not told.
    """
    tokens = bare(text).split()
    month, said = month_of([text])
    if said:
        return (month, said) if _is_title(text, tokens, month) else None
    if len(tokens) != 1 or tokens[0] not in MONTHS or not year:
        return None
    turned = above is not None and MONTHS[tokens[0]] < above.month
    if turned and above is not None and above.month - MONTHS[tokens[0]] < _A_TURN:
        return tokens[0], ""  # of the same year, if the latest month stands first, or of the next
    return tokens[0], str(int(year) + turned)


def _is_title(text: str, tokens: Sequence[str], month: str) -> bool:
    """Return whether a text is a title by its month, as `Hipwork May 2026` is, but not `began in May 2026`."""
    name = tokens[: tokens.index(month)] if month in tokens else []
    is_short = len(name) < _MOST_WORDS and len(tokens) == len(name) + 2
    is_told = bool(name) and name[-1] in words("during", "from")
    return (is_plain(text) or not name or is_short) and not is_told and "other moment" not in kinds_of(text)


def _ends_with_hold(tokens: Sequence[str]) -> bool:
    """Return whether the last of words is a side right behind its seconds, or behind those in front of a line."""
    before = [token for token in tokens[:-1] if bare(token) not in words("second")]
    return is_side(tokens[-1]) and (not before or has_digit(before[-1]))


def _day_in(place: int, text: str, month: _Month, weekdays: _Weekdays) -> _Day | None:
    """Return the day in front of a line; None where none is."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    before, number, sign, behind, parting, rest = match.groups()
    start = match.start("behind") if behind else 0
    is_name = behind is not None and fold(behind) in weekdays
    if behind and (
        not is_name or (is_side(behind) and re.match(r"[:.=]?\s?~?\d", match.string[match.end("behind") :]))
    ):
        behind, parting, rest = None, "", match.string[start:]
    announced = before is not None and bare(before) in words("before a day")
    named = [fold(name) for name in (None if announced else before, behind) if name]
    words_behind = rest.split() or [""]
    # as `5 left 45`, but not `24 left`
    is_alone = is_side(words_behind[0]) and words_behind[0][-1:] != "," and not _ends_with_hold(words_behind)
    is_marked = bool(sign or behind or before or parting) or (is_alone and int(number) <= _MOST_DAYS)
    if not is_marked or any(name not in weekdays for name in named):
        return None
    at = ordinal(month.year, month.month, int(number))
    fits = at is not None and all(weekday_of(at) in weekdays[name] for name in named)
    written = " ".join(filter(None, (before, number, behind)))
    may_be_hold = not fits and any(map(is_side, written.split()))
    is_sure = bool(named or (announced and month.is_plain) or (sign and sign != "."))
    return _Day(place, written, int(number), text if may_be_hold else rest, fits, is_sure)
