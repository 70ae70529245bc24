"""Lines that begin with a date and say no hold, as `24 December party`: of that day, or a remark on another's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.journals.lines import Line, clock_in
from hiplog.reading.journals.tokens import is_hold, is_side, word_of
from hiplog.reading.journals.years import ANY_YEAR, nearest
from hiplog.reading.languages.words import words
from hiplog.reading.shapes.begun import whole_day
from hiplog.reading.shapes.titles import is_plain
from hiplog.reading.values.dates import parse

_BULLETED = re.compile(r"[-*+\u2022]\s")
_FEWEST_MARKED = 2  # dates alone in their lines, that are marked as headings
_MANY = 2  # times as many lines with a date and words as with a date alone
_NEXT_DAYS = 3  # on which a date with its year goes on


def is_remark(line: Line) -> bool:
    """Return whether words behind a date say no hold and name nothing, as those of `24 December party`."""
    says = line.text != "" and not any(map(is_side, line.text.split())) and not is_plain(line.text)
    return bool(line.date) and says and not (line.person or line.is_open or clock_in(line.date))


def without_remarks(lines: Sequence[Line], texts: Sequence[str]) -> tuple[list[Line], set[int]]:
    """Return the lines, remarks among them with no date of their own; and the numbers of those that may be either.

    In a text with dates that stand alone in their lines, another line with a date heads a day of its own only
    where a side that was held above it comes again below, and its date is between those around it. Else it is a
    remark, where those dates are marked as headings and it is of their day by its looks; it may be one elsewhere.
    """
    heads = [line for line in lines if line.date and not line.text]
    first = heads[0].number if heads else len(texts)
    amid = {line.number for line in lines if is_remark(line) and not line.is_heading and line.number > first}
    if len(amid) > _MANY * len(heads):  # such lines are how this text heads its days
        return [*lines], set()
    are_marked = len(heads) >= _FEWEST_MARKED and all(line.is_heading for line in heads)
    made, doubtful, above, last = [], set[int](), set[str](), None
    pairs = zip(lines, [None, *lines][:-1], [*lines, None][1:], _sides_below(lines), strict=True)
    for line, before, following, below in pairs:
        day = _day_of(line, last)
        has_year = whole_day(line.date) is not None
        is_new = has_year and None not in (day, last) and not above and 0 <= day - last <= _NEXT_DAYS
        is_amid = line.number in amid and not is_new
        comes_again = not above.isdisjoint(below)
        is_below_head = before is not None and before.date != "" and not before.text
        is_earlier = is_below_head and None not in (day, last) and day < last
        written = texts[line.number - 1].strip()
        is_of_day = not has_year and not written.endswith(":") and (_BULLETED.match(written) or is_earlier)
        if is_amid and below and are_marked and not comes_again and is_of_day:
            made.append(replace(line, date="", text=f"{line.date} {line.text}"))
            continue
        comes_again = comes_again and _is_between(last, day, _next_head(heads, line, day))
        if is_amid and below and (are_marked or not comes_again):
            doubtful.add(line.number)
        last = last if is_amid and not comes_again else day or last
        sides = _held_sides(line)
        has_lines = following is not None and not following.date
        is_day = line.date and not is_remark(line) and (not line.text or sides or has_lines)
        above = sides if is_day or (is_amid and comes_again) else above | sides
        made.append(line)
    return made, doubtful


def _next_head(heads: Sequence[Line], line: Line, day: int | None) -> int | None:
    """Return the day of the next date that stands alone."""
    following = next((head for head in heads if head.number > line.number), None)
    return _day_of(following, day) if following else None


def _is_between(first: int | None, day: int | None, last: int | None) -> bool:
    """Return whether a day is none that is known to be out of the order of those around it."""
    return first is None or day is None or last is None or min(first, last) <= day <= max(first, last)


def _day_of(line: Line, last: int | None) -> int | None:
    """Return the day of a date, without its year that nearest to another, or of any year."""
    part = parse(line.date) if line.date else None
    if part is None or part.day or last is None:
        return part and (part.day or next(iter(part.days_in(ANY_YEAR)), None))
    return nearest(line.date, last)


def _sides_below(lines: Sequence[Line]) -> Iterator[set[str]]:
    """Give the sides of which holds stand below each line, up to the next date that no remark has."""
    below: list[set[str]] = [set()]
    for line in reversed(lines):
        ends = line.date and not is_remark(line)
        below.append(set() if ends else below[-1] | _held_sides(line))
    return reversed(below[:-1])


def _held_sides(line: Line) -> set[str]:
    """Return the sides of which a line says a hold."""
    tokens = line.text.split()
    named = [word_of(token) for token in tokens if is_side(token)] if is_hold(tokens) else []
    return {side for side in SIDES for word in named if word in words(side) | words("both")}
