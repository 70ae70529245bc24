"""A table whose dates stand side by side -> the same with a row for each date."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hiplog.reading.columns.headers import meaning
from hiplog.reading.languages.words import WEEKDAYS, bare
from hiplog.reading.shapes.begun import begun_by
from hiplog.reading.shapes.dates_below import TOLD, below_headings, is_day
from hiplog.reading.shapes.titles import month_of, titles_above
from hiplog.reading.tables.table import Table
from hiplog.reading.values.dates import looks_like_date

_MOST_ROWS = 200
_LOOKED_AT = 10  # rows among which the dates are
_ALL_DAYS = 28  # of a month


def turned(table: Table) -> Table | None:
    """Return a small table turned over, below its titles, where dates stand in one of its first rows; else None.

    They may be weekdays or days of which a title tells the week or the month.
    """
    rows = table.rows if len(table.rows) <= _MOST_ROWS else []
    for at, row in enumerate(rows[:_LOOKED_AT]):
        cells = [*row[:_MOST_ROWS]]
        titles = [table.sheet, *titles_above(rows, at)]
        if _tell_days(cells):
            cells = [*below_headings(cells, month_of(titles), begun_by(titles))]
        dated = [looks_like_date(cell) for cell in cells]
        if sum(dated) > 1:
            if sum(not is_date and cell.strip() != "" for cell, is_date in zip(cells, dated, strict=True)) == 1:
                cells[0] = "date"  # what stands in the corner names what is in the rows
            top = at if all(len([*filter(str.strip, above)]) < 2 for above in rows[:at]) else 0
            made = table.turn_over([*rows[:at], [*cells, *row[_MOST_ROWS:]], *rows[at + 1 :]], top)
            return replace(made, said=f"{made.said}, {TOLD}") if cells[1:] != [*row[1:_MOST_ROWS]] else made
    return None


def _tell_days(cells: Sequence[str]) -> bool:
    """Return whether a row is of weekdays, or counts the days of a month."""
    if sum(bare(cell) in WEEKDAYS for cell in cells) > 1:
        return True
    numbers = [int(cell.strip(" .")) for cell in cells if is_day(cell)]
    counted = numbers[:1] == [1] and all(b == a + 1 for a, b in pairwise(numbers))
    return counted and (len(numbers) >= _ALL_DAYS or meaning(cells[0]).kind == "date") and len(numbers) > 1
