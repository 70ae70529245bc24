"""What stands above the first header of a table: titles, rows that belong below it, rows of another table."""

from collections.abc import Sequence

from hiplog.reading.languages.words import bare, has_digit, words
from hiplog.reading.shapes.header import Header
from hiplog.reading.shapes.titles import is_plain, month_of
from hiplog.reading.tables.table import Table
from hiplog.reading.values.dates import looks_like_date
from hiplog.reading.values.durations import is_blank

_SIDES = words("left", "right", "both")


def rows_above_header(table: Table, header: Header, skipped: dict[int, str]) -> list[int]:
    """Return the places of the rows right above a header that are like those below it, as in a file sorted anew.

    Rows above it with dates and numbers that are not like them are of another table, and are counted as such.
    """
    last = first = max(header.first, 0)
    while first and _is_like(table.rows[first - 1], header):
        first -= 1
    if first and len([*filter(str.strip, table.rows[first - 1])]) > 1:  # a header of their own, perhaps
        first = last
    others = (i for i in range(first) if _tells_of_a_day(table.rows[i]))
    skipped |= dict.fromkeys(others, "another table")
    return [*range(first, last)]


def _is_like(row: Sequence[str], header: Header) -> bool:
    """Return whether a row has a date and a hold where the columns of a header say."""
    said = [(m.kind, row[i]) for i, m in enumerate(header.meanings[: len(row)]) if m.kind in ("date", "hold")]
    dated = any(kind == "date" and looks_like_date(cell) for kind, cell in said)
    return dated and any(kind == "hold" and _has_digit(cell) for kind, cell in said)


def _tells_of_a_day(row: Sequence[str]) -> bool:
    dated = [looks_like_date(cell) for cell in row]
    return any(dated) and any(_has_digit(cell) for cell, is_date in zip(row, dated, strict=True) if not is_date)


def _has_digit(cell: str) -> bool:
    return has_digit(cell) and not is_blank(cell)


def unread_titles(table: Table, header: Header, skipped: dict[int, str]) -> list[str]:
    """Return the texts above the first header of which nothing was read, the first of each row."""
    rows = [(i, [*filter(None, map(str.strip, row))]) for i, row in enumerate(table.rows[: max(header.first, 0)])]
    texts = [" ".join(cells) for i, cells in rows if cells and i not in skipped and table.row_of(i)]
    texts = [text for text in texts if not is_plain(text) or _may_say_a_hold(text)]
    return [text for text in texts if month_of([text]) == ("", "")]


def _may_say_a_hold(text: str) -> bool:
    """Return whether a number of a side stands in a text, as in `left 120, right 120`, and not only a year."""
    tokens = bare(text).split()
    of_a_side = not _SIDES.isdisjoint(tokens)
    return of_a_side and any(token.isdecimal() and len(token) < len("2024") for token in tokens)
