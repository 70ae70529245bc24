"""Lines that begin with a date and say no hold, as `24 December party`: of that day, or a remark on another's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.journals.lines import Line, clock_in
from hiplog.reading.journals.tokens import is_hold, is_side, word_of
from hiplog.reading.languages.words import words
from hiplog.reading.shapes.titles import is_plain


def is_remark(line: Line) -> bool:
    """Return whether words behind a date say no hold and name nothing, as those of `24 December party`."""
    says = line.text != "" and not any(map(is_side, line.text.split())) and not is_plain(line.text)
    return bool(line.date) and says and not (line.person or line.is_open or clock_in(line.date))


def without_remarks(lines: Sequence[Line]) -> tuple[list[Line], set[int]]:
    """Return the lines, remarks among them with no date of their own; and the numbers of those that may be either.

    In a text with dates that stand alone in their lines, another line with a date heads a day of its own only
    where a side that was held above it comes again below. Else it is a remark, where those dates are marked as
    headings, and may be one in any other text.
    """
    heads = [line for line in lines if line.date and not line.text]
    are_marked = all(line.is_heading for line in heads)
    made, doubtful, above = [], set[int](), set[str]()
    for line, following, below in zip(lines, [*lines, None][1:], _sides_below(lines), strict=True):
        is_amid = is_remark(line) and not line.is_heading and heads and line.number > heads[0].number
        comes_again = not above.isdisjoint(below)
        if is_amid and below and are_marked and not comes_again:
            made.append(replace(line, date="", text=f"{line.date} {line.text}"))
            continue
        if is_amid and below and are_marked is comes_again:
            doubtful.add(line.number)
        sides = _held_sides(line)
        has_lines = following is not None and not following.date
        is_day = line.date and not is_remark(line) and (not line.text or sides or has_lines)
        above = sides if is_day or (is_amid and comes_again) else above | sides
        made.append(line)
    return made, doubtful


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
