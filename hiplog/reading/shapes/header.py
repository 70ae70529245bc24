"""Where a table's header is, and what its columns mean by it."""

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from hiplog.reading.apps import App, app_of
from hiplog.reading.columns.cells import share
from hiplog.reading.columns.header_rows import completeness, meanings, under
from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.meaning import SIDES, Meaning
from hiplog.reading.languages.words import bare
from hiplog.reading.shapes.begun import Begun
from hiplog.reading.shapes.legend import legend_of
from hiplog.reading.shapes.titles import Subject
from hiplog.reading.tables.rejected import FOUND_WRONG
from hiplog.reading.values.dates import looks_like_date
from hiplog.reading.values.sides import side_of

Overrides = dict[str, str] | None  # what the caller says of columns: header -> meaning
LOOKED_AT = 400  # rows among which the first header is looked for
_MOST_COLUMNS = 5000  # whose headers are looked at
NUMBER = re.compile(r"[-+]?\d+(?:[.,:]\d+)*")
_DATED = re.compile(
    r"\d\d? ?月 ?\d\d? ?日|(?:[^\W\d_]{2,4}\.?,? )?\d\d?\.\d\d?\.(?!\d)"
    r"|\d{4}-\d\d?-\d\d?(?!\d)|\d\d?([./-])\d\d?\1(?:\d{4}|\d\d)(?!\d)"
)
_FEW_ROWS = 20  # below a header, whose cells may tell which column has the dates


@dataclass
class Header:
    """A header of one or two rows, and what its columns mean."""

    row: int  # the place of its last row; -1 where there is none
    names: list[str]
    meanings: list[Meaning]
    app: App | None = None
    depth: int = 1
    complete: int = 2  # 1 where no column tells the side
    subject: Subject = field(default_factory=Subject)  # what the titles above it name
    written: frozenset[tuple[str, ...]] = frozenset()  # its rows, to know it again
    month: tuple[str, str] = ("", "")  # and the year that they name, for days that tell none
    begun: Begun | None = None  # a whole date that they tell
    folder: str = ""  # the name of the folder, where the app tells its exercise there

    @property
    def first(self) -> int:
        """The place of its first row."""
        return self.row - self.depth + 1


def header_at(rows: list[list[str]], i: int, file_name: str, overrides: Overrides) -> Header | None:
    """Return the header that begins at row `i`, or None where that row is none.

    Some apps are known by the name of the file. What the caller says of columns wins over what we think of them.
    """
    cells = [cell.strip() for cell in rows[i]]
    if not _may_be_header(cells):
        return None
    if app := app_of(cells, file_name):
        alone = Header(i, cells, _overridden(cells, _of_app(cells, app), overrides), app)
        return _with_questions(alone, rows[i + 1], overrides) if app.by_hand and i + 1 < len(rows) else alone
    columns = _dated(_overridden(cells, _known(cells), overrides), rows[i + 1 : i + 1 + _FEW_ROWS])
    complete = completeness(columns)
    if i + 1 < len(rows) and _may_be_heading(cells) and (complete < 2 or "" in cells):
        below = [cell.strip() for cell in rows[i + 1]]
        if _may_be_header(below) or _numbers_sets(below):
            both = _overridden(
                below, _cleared(below, under(cells[:_MOST_COLUMNS], below[:_MOST_COLUMNS])), overrides
            )
            if completeness(both) == 2 and (complete < 2 or _says(both) > _says(columns)):
                return Header(i + 1, _joined_names(cells, below), both, depth=2)
    return Header(i, cells, columns, complete=complete) if complete else None


def _with_questions(header: Header, row: list[str], overrides: Overrides) -> Header:
    """Return the header of a survey with the questions in the row below it, where only those tell the holds."""
    app, below = header.app, [cell.strip() for cell in row]
    if app is None or len(below) != len(header.names) or not _may_be_header(below):
        return header
    settled = {*map(bare, app.columns)}
    names = [
        name if bare(name) in settled else question for name, question in zip(header.names, below, strict=True)
    ]
    both = Header(header.row + 1, names, _overridden(names, _of_app(names, app), overrides), app, depth=2)
    return both if completeness(both.meanings) > completeness(header.meanings) else header


def _dated(columns: list[Meaning], body: list[list[str]]) -> list[Meaning]:
    """Return the meanings with a column of dates, if no header says which it is but the cells below one do."""
    kinds = [m.kind for m in columns]
    if "hold" not in kinds or "date" in kinds or "time" in kinds:
        return columns
    body = [*takewhile(lambda row: any(map(str.strip, row)), body)] or body  # below a blank row may be others
    for i in [i for i, m in enumerate(columns) if m.kind in ("", "begin", "value") and not m.side]:
        cells = [row[i] for row in body if len(row) > i and row[i].strip()]
        if share(cells, looks_like_date) > 0.5:
            return [*columns[:i], Meaning("date"), *columns[i + 1 :]]
    return columns


def _numbers_sets(below: list[str]) -> bool:
    """Return whether a row counts the sets below headings, as `,1,2,1,2` below `Date,Left,,Right,`.

    Other cells of it may be headers of columns that have no heading.
    """
    numbers = [int(cell) for cell in below if cell.isdecimal() and len(cell) <= 2]
    counted = all(b in (1, a + 1) for a, b in pairwise([0, *numbers]))
    others = [cell for cell in below if cell and not (cell.isdecimal() and len(cell) <= 2)]
    named = not others or (meaning(others[0]).kind == "date" and not any(map(looks_like_date, others)))
    return len(numbers) > 1 and counted and named and bool(others) == bool(below[0])


def _says(columns: list[Meaning]) -> int:
    return sum(bool(m.kind) for m in columns)


def find_header(rows: list[list[str]], file_name: str, overrides: Overrides) -> Header | None:
    """Return the first header of a log of holds; where none is whole, the first that only lacks the side."""
    partial = None
    for i in range(min(len(rows), LOOKED_AT)):
        header = header_at(rows, i, file_name, overrides)
        if header and header.complete == 2:
            return header
        partial = partial or header
    return partial


def _may_be_header(cells: list[str]) -> bool:
    inked = [cell.rpartition("=")[2] for cell in cells[:_MOST_COLUMNS] if cell]  # of `date=2026-03-02` too
    if len(inked) < 2:
        return False
    numbers = sum(NUMBER.fullmatch(cell) is not None for cell in inked)
    dated = any(_DATED.match(cell) or looks_like_date(cell.partition(":")[0]) for cell in inked[:50])
    return numbers <= len(inked) / 2 and not dated


def _may_be_heading(cells: list[str]) -> bool:
    """Return whether a row may stand above a header and group its columns; a title and a legend may not."""
    return (not cells[0] or sum(bool(cell) for cell in cells) > 1) and not legend_of(["; ".join(cells)])


def _known(cells: list[str]) -> list[Meaning]:
    return _cleared(cells, meanings(cells[:_MOST_COLUMNS]))


def _cleared(cells: list[str], columns: list[Meaning]) -> list[Meaning]:
    """Leave alone the first columns of a saved `rejected`, and all beyond those looked at."""
    columns = [*columns, *[Meaning()] * (len(cells) - len(columns))]
    names = tuple(bare(cell) for cell in cells[:5])
    for at in (0, 1):
        if names[at : at + 4] == FOUND_WRONG and len(cells) > at + 4:
            columns[: at + 4] = [Meaning()] * (at + 4)
    return columns


def _of_app(cells: list[str], app: App) -> list[Meaning]:
    overrides = {bare(name): meaning(said) for name, said in app.columns.items()}
    seen: set[str] = set()
    columns, by_hand = [], _known(cells) if app.by_hand else []
    for i, cell in enumerate(cells):
        name = bare(cell)
        other = Meaning("hold", _side_named(cell)) if app.habits and name else Meaning()
        other = by_hand[i] if by_hand else other
        columns.append(Meaning() if name in seen else overrides.get(name, other))
        seen.add(name)
    return _cleared(cells, columns)


def _side_named(cell: str) -> str:
    side = side_of(cell)
    return side if side in SIDES else ""


def _overridden(cells: list[str], columns: list[Meaning], overrides: Overrides) -> list[Meaning]:
    if not overrides:
        return columns
    return [meaning(overrides[cell]) if cell in overrides else m for cell, m in zip(cells, columns, strict=True)]


def _joined_names(groups: list[str], below: list[str]) -> list[str]:
    """Return names that, standing in one row, mean what the two rows mean."""
    names, heading = [], ""
    for i, cell in enumerate(below):
        above = groups[i] if i < len(groups) else ""
        heading = above or heading
        m = meaning(cell)
        alone = cell and not m.implied and not (m.kind in ("hold", "pain", "set", "time") and not m.side)
        names.append(cell if alone or not heading else f"{heading} {cell}".strip())
    return names
