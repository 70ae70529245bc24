"""Text -> a table of cells: lines, delimiter, quotes. The row at place i is a spreadsheet's row i + 1."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, zip_longest
from operator import methodcaller

from hiplog.reading.tables.markdown import is_rule, markdown_cells
from hiplog.reading.tables.quotes import MOST_CELLS, Cutter, Split, quoted, too_many_cells

A_NAMELESS = "a column without a name"  # what is said of one whose header is blank
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes", "  ": "aligned columns", " ": "spaces"}
_SAMPLE = 400  # lines that tell the delimiter
_MOST_TITLES = 10  # lines above aligned columns
_LONG_LINE = 10_000  # letters; a longer line tells little of the others

_TURNED = "dates stand side by side: what is called a row here is a column there"
_SINGLE = re.compile(r"(?:(?<=[,;\t|])|(?<=^)) *'((?:[^']|'')*)' *(?=[,;\t|]|$)")


@dataclass
class Table:
    """The cells of a file, as text; row i is the spreadsheet's row i + 1."""

    rows: list[list[str]]
    delimiter: str  # one of DELIMITERS, or "" for a workbook
    encoding: str = ""
    sheet: str = ""
    said: str = ""  # what was made of the file to have this table, where it is none itself
    places: list[tuple[str, int]] = field(default_factory=list)  # of sheets stacked: each row's sheet and row
    numbers: list[int] = field(default_factory=list)  # of a text: the line that each row comes from, 0 for none
    one_header: bool = False  # ours, and no row below it is another
    asked: dict[int, str] = field(default_factory=dict)  # by the place of a row of words: what was expected of it

    def row_of(self, place: int) -> int:
        """Return the row as a spreadsheet counts it; 0 for a sheet's name that was put above its rows."""
        if self.numbers:
            return self.numbers[place]
        return self.places[place][1] if self.places else place + 1

    def sheet_of(self, place: int) -> str:
        """Return the sheet that a row is of."""
        return self.places[place][0] if self.places else self.sheet

    def turn_over(self, rows: Sequence[Sequence[str]], top: int) -> "Table":
        """Return some rows of the table, those from a place on with rows for columns."""
        columns = [*map(list, zip_longest(*rows[top:], fillvalue=""))]
        numbers = [*(self.row_of(place) for place in range(top)), *range(1, len(columns) + 1)]
        return replace(self, rows=[*map(list, rows[:top]), *columns], places=[], numbers=numbers, said=_TURNED)


def stacked(tables: Sequence[Table]) -> Table:
    """Return one table of several sheets, each below its name, as a title."""
    rows, places = [], []
    for table in tables:
        rows += [[table.sheet], *table.rows]
        places += [(table.sheet, number) for number in range(len(table.rows) + 1)]
    return replace(tables[0], rows=rows, sheet="", places=places)


def lines_of(text: str) -> list[str]:
    """Return the physical lines; only CR and LF end one, never the other marks that Unicode calls line ends."""
    text = text.rstrip("\x1a\x00")
    if "\r" in text:
        text = re.sub(r"(?<!\r)\r+\n", "\n", text).replace("\r", "\n")
    if "\ufeff" in text:
        text = re.sub(r"(?m)^\ufeff", "", text)  # where files were put one after another
    lines = text.removesuffix("\n").split("\n") if text else []
    if "+" in text and ("+-" in text or "+=" in text):  # the borders of a drawn table
        lines = ["" if line.startswith("+") and not line.strip("+-= ") else line for line in lines]
    return _double_quoted(lines) if "'" in text and '"' not in text else lines


def _double_quoted(lines: list[str]) -> list[str]:
    """Return lines whose cells stand in single quotes with double ones, if most lines have such cells."""
    sample = [line for line in lines[:_SAMPLE] if line.strip() and len(line) < _LONG_LINE]
    if sum(_SINGLE.search(line) is not None for line in sample) <= len(sample) / 2:
        return lines

    def doubled(line: str) -> str:
        return _SINGLE.sub(lambda match: f'"{match[1]}"'.replace("''", "'"), line)

    return [doubled(line) if len(line) < _LONG_LINE else line for line in lines]


def cut(lines: list[str], delimiter: str) -> list[list[str]]:
    """Return the cells of each record; a record is a line, or more where a quoted cell has line breaks."""
    lines = [_unpiped(line) for line in lines] if delimiter == "|" else lines
    if delimiter == "|" and any(map(is_rule, lines[:_SAMPLE])):  # a quote there is but a quote
        return markdown_cells(lines)
    split = _splitter(lines, delimiter)
    if not any('"' in line for line in lines):
        return [split(line) for line in lines]
    width = _width_of_whole(lines, delimiter) or _usual_width(lines, delimiter, split)  # what a stray quote means
    return Cutter(lines, delimiter, split, width).records()


def _width_of_whole(lines: list[str], delimiter: str) -> int:
    """Return how many cells each record has where lines end within quotes and all is as RFC 4180 has it, or 0."""
    if len(delimiter) > 1 or not any(line.count('"') % 2 for line in lines[:_SAMPLE]):
        return 0
    try:
        records = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
        widths = {len(record) for record in islice(records, _SAMPLE) if record}
    except csv.Error:
        return 0
    return widths.pop() if len(widths) == 1 else 0


def _usual_width(lines: list[str], delimiter: str, split: Split) -> int:
    """Return how many cells most of the first lines have."""
    widths = Counter()
    for line in lines[:_SAMPLE]:
        cells, state = quoted(line, delimiter) if '"' in line else (split(line) if line.strip() else [], "")
        if len(cells) == 1 and '"' in line:
            cells = split(cells[0])  # a line that stands in quotes as a whole
        if len(cells) > 1:
            widths[len(cells)] += 0.1 if state == "open" else 1  # perhaps a part of a record
    return max(widths, key=lambda width: (widths[width], width), default=1)


def _splitter(lines: list[str], delimiter: str) -> Split:
    """Return the function that cuts a line without quotes."""
    if delimiter == "  ":
        return _aligned(lines)
    if delimiter == " ":
        return lambda line: line.split() or [""]

    if max(map(len, lines), default=0) > MOST_CELLS < max(line.count(delimiter) for line in lines):
        raise too_many_cells()
    return methodcaller("split", delimiter)


def _unpiped(line: str) -> str:
    """Return a line of a Markdown table without its outer pipes."""
    stripped = line.strip()
    if stripped.startswith("|"):
        return stripped[1:].removesuffix("|")
    return stripped.removesuffix("|") if stripped.count("|") > 1 else stripped


def _aligned(lines: list[str]) -> Split:
    """Return a function that cuts at the columns of blanks that all lines share, else at two blanks or more."""
    inked = [line.expandtabs() for line in lines[:_SAMPLE] if re.search(r"\S {2,}\S", line)]
    gutters = _gutters_below_titles(inked)
    if not gutters:
        return _at_gaps
    starts = [0, *gutters]

    def split(line: str) -> list[str]:
        line = line.expandtabs()
        if any(line[at - 1 : at].strip() for at in gutters):
            return _at_gaps(line)  # a title, or what stands below the table
        return [line[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]

    return split


def _at_gaps(line: str) -> list[str]:
    return re.split(r" {2,}", line.strip())


def _gutters_below_titles(lines: list[str]) -> list[int]:
    """Return the gutters of all lines but titles with gaps of their own, of which none has as many cells."""
    for first in range(min(_MOST_TITLES, len(lines))):
        if gutters := _gutters(lines[first:]):
            titles = lines[:first]
            return gutters if all(len(_at_gaps(title)) <= len(gutters) for title in titles) else []
    return []


def _gutters(lines: list[str]) -> list[int]:
    """Return where cells begin after two or more blanks in the first line, if no line has ink across."""
    if len(lines) < 2:
        return []
    gutters = []
    for match in re.finditer(r" {2,}", lines[0].rstrip()):
        if match.start() == 0:
            continue
        free = [
            i for i in range(match.start(), match.end()) if all(line[i : i + 1].strip() == "" for line in lines)
        ]
        if not free:
            return []
        gutters.append(free[0] + 1)
    return gutters
