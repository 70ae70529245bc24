"""A table with a row for each thing that was measured -> one with a column for each."""

from collections.abc import Sequence
from dataclasses import replace

from hiplog.reading.columns.cells import is_of_units, seconds_in, share
from hiplog.reading.columns.header_rows import meanings
from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.tables.table import Table

_MOST_NAMES = 100  # of things measured
_LOOKED_AT = 400  # rows
_SAID = "names and values in rows of their own: those of one moment are one row here, called by the first"


def spread(table: Table) -> Table | None:
    """Return a table of names and values, as `2026-03-30, hip_hold_left_s, 72`, with a column for each name.

    None of any other. Rows that say the same but for these are one, until a name comes again.
    """
    width = len(table.rows[0]) if table.rows else 0
    places = [i for i, row in enumerate(table.rows) if i and any(map(str.strip, row))]
    rows = [[*table.rows[i], *[""] * width][:width] for i in places]
    found = _columns(table.rows[0], rows[:_LOOKED_AT]) if width and places else None
    if found is None:
        return None
    name, value, unit = found
    keys = [i for i in range(width) if i not in found]
    records: list[tuple[int, list[str], dict[str, str]]] = []
    for place, row in zip(places, rows, strict=True):
        key = [row[i] for i in keys]
        said = f"{row[name]} ({row[unit]})" if unit >= 0 and row[unit].strip() else row[name]
        if not records or records[-1][1] != key or said in records[-1][2]:
            records.append((place, key, {}))
        records[-1][2][said] = row[value]
    measured = [*dict.fromkeys(said for *_, values in records for said in values)]
    made = [[*key, *(values.get(said, "") for said in measured)] for _, key, values in records]
    header = [*(table.rows[0][i] for i in keys), *measured]
    numbers = [table.row_of(place) for place in (0, *(place for place, *_ in records))]
    return replace(table, rows=[header, *made], places=[], numbers=numbers, said=_SAID)


def _columns(names: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, int, int] | None:
    """Return the columns of the names, of the values and of their units (-1 where there is none), if these are."""
    kinds = [meaning(name).kind for name in names]
    cells = [[row[i].strip() for row in rows] for i in range(len(names))]
    measured = [i for i, column in enumerate(cells) if _name_sides([*dict.fromkeys(column)])]
    unit = next((i for i, name in enumerate(names) if is_of_units(name)), -1)
    values = [
        i
        for i, column in enumerate(cells)
        if kinds[i] in ("", "value", "hold") and i not in (*measured, unit) and share(column, seconds_in) > 0.5
    ]
    return (measured[0], values[0], unit) if "date" in kinds and len(measured) == len(values) == 1 else None


def _name_sides(texts: Sequence[str]) -> bool:
    """Return whether different texts would be headers of holds of both sides."""
    if not 1 < len(texts) <= _MOST_NAMES:
        return False
    said = meanings(texts)
    are_known = all(m.kind for m in said) and any(m.kind != "hold" for m in said)  # as left, right, pain
    return {*SIDES} <= {m.side for m in said if m.kind == "hold" and (are_known or not m.implied)}
