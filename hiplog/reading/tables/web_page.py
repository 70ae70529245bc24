"""A web page -> the tables in it, as text."""

import re
from collections.abc import Iterator
from html import unescape

from hiplog.reading.tables.quotes import MOST_CELLS
from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

IS_ONE = re.compile(
    r"\s*(?:(?><!--.*?-->)\s*)*<(?:!doctype|html|head|body|table|svg|script|div|meta)\b", re.I | re.S
)
_HEAD = 65_536  # letters in which the first tag stands
_TAG = re.compile(r"/?[a-z]\w*", re.I)
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?(\d{1,4})", re.I)
_MOST_SPAN = 1000
_SILENT = {"!--": "--", "script": "/script", "style": "/style"}  # what begins and ends something that is no text


def tables_of_page(text: str) -> list[Table] | None:
    """Return the tables of a web page; None of any other text, and of a page without one.

    A cell that spans rows stands in each of them, one that spans columns in the first.
    """
    if not IS_ONE.match(text[:_HEAD]):
        return None
    tables = _Tables()
    for tag, words in _tags(text):
        tables.take(tag, words)
    inked = [rows for rows in tables.rows if rows]
    return [Table(rows, "", said="a table of a web page") for rows in inked] or None


def _tags(text: str) -> Iterator[tuple[str, str]]:
    """Give each tag with the text behind it; not the standard parser's, as that takes hours for a damaged page."""
    until = ""
    for piece in text.split("<")[1:]:
        if until:
            end = piece.find("-->") if until == "--" else 0 if piece.lower().startswith(until) else -1
            if end >= 0:
                until = ""
                yield "", piece[end:].partition(">")[2]
            continue
        tag, _, words = piece.partition(">")
        until = next((end for begin, end in _SILENT.items() if tag.lower().startswith(begin)), "")
        until = "" if until == "--" and tag.endswith("--") else until
        yield tag, "" if until else words


class _Tables:
    """Gathers the rows of the outer tables of a page."""

    def __init__(self) -> None:
        self.rows: list[list[list[str]]] = []
        self.depth = 0  # of tables in tables
        self.cell: list[str] | None = None
        self.spans = 1, 1  # rows and columns of that cell
        self.below: dict[int, tuple[int, str]] = {}  # by column, what spans further rows
        self.cells = 0

    def take(self, tag: str, words: str) -> None:
        """Begin or end what a tag begins or ends, and add the words behind it to the cell."""
        match = _TAG.match(tag)
        name = match[0].lower() if match else ""
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self.rows.append([])
                self.below = {}
        elif self.depth == 1 and name in ("tr", "/tr", "/table"):
            self._end_row()
            if name == "tr":
                self.rows[-1].append([])
        elif self.depth == 1 and name in ("td", "th", "/td", "/th"):
            self._end_cell()
            if name[0] == "t" and self.rows[-1]:
                spans = {which.lower(): int(number) for which, number in _SPAN.findall(tag)}
                self.cell = []
                self.spans = tuple(max(1, min(spans.get(which, 1), _MOST_SPAN)) for which in ("row", "col"))
        self.depth -= name == "/table" and self.depth > 0
        if self.cell is not None:
            self.cell.append("\n" * (name == "br") + words)

    def _end_cell(self) -> None:
        if self.cell is None:
            return
        text = "\n".join(" ".join(line.split()) for line in unescape("".join(self.cell)).strip().split("\n"))
        (rows, columns), self.cell = self.spans, None
        self._take_from_above()
        for i in range(columns):
            self._put(text if i == 0 else "", rows - 1)

    def _end_row(self) -> None:
        self._end_cell()
        if self.rows[-1]:
            self._take_from_above()

    def _take_from_above(self) -> None:
        """Put into the row what spans from rows above it, as far as the next cell of its own."""
        while (column := len(self.rows[-1][-1])) in self.below:
            more, text = self.below.pop(column)
            self._put(text, more - 1)

    def _put(self, text: str, more: int) -> None:
        row = self.rows[-1][-1]
        if more > 0:
            self.below[len(row)] = more, text
        row.append(text)
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise LogError(f"it has over {MOST_CELLS:,} cells, expected a table of holds")
