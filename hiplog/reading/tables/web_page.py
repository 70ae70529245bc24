"""A web page -> the tables in it, as text."""

import re
from html.parser import HTMLParser

from hiplog.reading.tables.quotes import MOST_CELLS
from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

IS_ONE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|table|svg|script|div|meta)\b", re.I | re.S)
_MOST_SPAN = 1000
_NO_TEXT = ("style", "script")


def tables_of_page(text: str, encoding: str) -> list[Table] | None:
    """Return the tables of a web page; None of any other text, and of a page without one.

    A cell that spans rows stands in each of them, one that spans columns in the first.
    """
    if not IS_ONE.match(text):
        return None
    parser = _Tables()
    parser.feed(text)
    parser.close()
    return [
        Table(rows, "", encoding=encoding, said="a table of a web page") for rows in parser.tables if rows
    ] or None


class _Tables(HTMLParser):
    """Gathers the rows of the outer tables of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.depth = 0  # of tables in tables
        self.silent = 0  # inside of what is no text
        self.cell: list[str] | None = None
        self.spans = 1, 1  # rows and columns of that cell
        self.below: dict[int, tuple[int, str]] = {}  # by column, what spans further rows
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        self.silent += tag in _NO_TEXT
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append([])
                self.below = {}
        elif self.depth == 1 and tag == "tr":
            self._end_row()
            self.tables[-1].append([])
        elif self.depth == 1 and tag in ("td", "th") and self.tables[-1]:
            self._end_cell()
            said = dict(attrs)
            self.cell, self.spans = [], (_span(said.get("rowspan")), _span(said.get("colspan")))
        elif tag == "br" and self.cell is not None:
            self.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        self.silent -= tag in _NO_TEXT and self.silent > 0
        if self.depth == 1 and tag in ("td", "th", "tr", "table"):
            self._end_cell() if tag in ("td", "th") else self._end_row()
        self.depth -= tag == "table" and self.depth > 0

    def handle_data(self, data: str) -> None:
        """Add to the text of a cell."""
        if self.cell is not None and not self.silent:
            self.cell.append(data)

    def _end_cell(self) -> None:
        if self.cell is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self.cell).strip().split("\n"))
        (rows, columns), self.cell = self.spans, None
        self._take_from_above()
        for i in range(columns):
            self._put(text if i == 0 else "", rows - 1)

    def _end_row(self) -> None:
        self._end_cell()
        if self.tables[-1]:
            self._take_from_above()

    def _take_from_above(self) -> None:
        """Put into the row what spans from rows above it, as far as the next cell of its own."""
        while (column := len(self.tables[-1][-1])) in self.below:
            more, text = self.below.pop(column)
            self._put(text, more - 1)

    def _put(self, text: str, more: int) -> None:
        row = self.tables[-1][-1]
        if more > 0:
            self.below[len(row)] = more, text
        row.append(text)
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise LogError(f"it has over {MOST_CELLS:,} cells, expected a table of holds")


def _span(said: str | None) -> int:
    return min(int(said), _MOST_SPAN) if said and said.isdecimal() and int(said[:5]) else 1
