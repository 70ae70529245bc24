"""Tables below dated headings, as of Markdown and Org -> one table, with the date of its heading in each row."""

import re
from collections.abc import Sequence

from hiplog.reading.columns.header_rows import completeness, meanings
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.journals.dated import with_dates
from hiplog.reading.journals.lines import Line, line_of
from hiplog.reading.journals.tokens import is_side
from hiplog.reading.languages.words import has_digit
from hiplog.reading.shapes.titles import says_planned
from hiplog.reading.tables.markdown import is_rule
from hiplog.reading.tables.table import Table, cut

_DONE = re.compile(r"(?<=\* )DONE +(?=[\[<])")  # of a heading in Org
_OVER = "done"  # a title that ends a part of plans
_DATE = Meaning("date")


def with_dates_of_headings(lines: Sequence[str]) -> Table | None:
    """Return the tables of a text as one, where a date stands in a heading above each, and in none of their rows.

    A line between them is a row of one cell, as a title is; so is what a heading says beside its date.
    """
    first = next(filter(_is_row, lines), "")
    if not first or _DATE in _meanings(cut([first], "|")[0]):
        return None
    texts = [_DONE.sub("", line) for line in lines]
    others = [line for i, text in enumerate(texts, 1) if not _is_row(text) and (line := line_of(i, text))]
    if any(has_digit(line.text) and any(map(is_side, line.text.split())) for line in others):
        return None  # they say holds too
    by_number = {line.number: line for line in with_dates(others, texts)[0]}
    rows, dated, planned, is_headed = list[list[str]](), None, None, False
    for number, (text, cells) in enumerate(zip(texts, cut(texts, "|"), strict=True), 1):
        if not _is_row(text):
            line = by_number.get(number)
            dated = _dated(line, dated) if line else dated
            is_headed = False
            is_over = planned and line and line.is_heading and line.level <= planned.level
            heads_plan = line and says_planned(text.strip())
            said = text.strip() if heads_plan or not line else line.text
            rows.append([_OVER if is_over and not heads_plan else said])
            planned = line if heads_plan else None if is_over else planned
        elif is_rule(text):
            rows.append([""])
        elif dated is None:
            return None
        elif is_headed:
            rows.append([dated.date, *cells])
        else:
            named, is_headed = _meanings(cells), True
            if _DATE in named or completeness([*named, _DATE]) < 2:
                return None
            rows.append([_DATE.kind, *cells])
    return Table(rows, "|", said="tables below dates")


def _meanings(cells: Sequence[str]) -> list[Meaning]:
    return meanings([cell.strip() for cell in cells])


def _dated(line: Line, above: Line | None) -> Line | None:
    """Return the line with the date of what stands below a line: itself, or that of the heading above it."""
    if line.date and "sent" not in kinds_of(line.text):
        return line
    return None if above and line.is_heading and line.level <= above.level else above


def _is_row(line: str) -> bool:
    return line.strip().startswith("|")
