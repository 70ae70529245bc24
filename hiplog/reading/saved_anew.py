"""A whole export of ours that a spreadsheet saved with other signs, dates and columns -> as it was written."""

import csv
import io
from collections.abc import Sequence

import numpy as np

from hiplog.reading.tables.column import Column
from hiplog.reading.tables.table import Table
from hiplog.reading.values.date_columns import read_dates
from hiplog.schema import RECORDS, TABLES, LogError

_DTYPES = {name: dtype for table in TABLES for name, dtype in table.columns.items()}


def as_exported(table: Table, *, day_first: bool | None) -> bytes | None:
    """Return a table of ours as `Log.export_csv` writes it; None for any other.

    Raises `LogError` where a date in it is none, or may be of two days.
    """
    names = [cell.strip() for cell in table.rows[0]] if table.rows else []
    if not names or not {*RECORDS} <= {*names}:
        return None
    rows = [row for row in table.rows[1:] if any(map(str.strip, row))]
    if any(len(row) < len(names) for row in rows):
        raise LogError("a row of an export of hiplog is cut short, expected all cells in it")
    columns = []
    for name in RECORDS:
        cells = [row[names.index(name)] for row in rows]
        dtype = _DTYPES.get(name, "str")
        if dtype.startswith("datetime"):
            cells = _iso(name, cells, day_first, is_day=name == "day")
        elif dtype != "str" and table.delimiter != ",":
            cells = [cell.replace(",", ".") for cell in cells]
        columns.append(cells)
    written = io.StringIO(newline="")
    csv.writer(written).writerows([RECORDS, *zip(*columns, strict=True)])
    return written.getvalue().encode()


def _iso(name: str, cells: Sequence[str], day_first: bool | None, *, is_day: bool) -> list[str]:
    """Return dates as hiplog writes them."""
    dates = read_dates(Column.of(cells), day_first=day_first)
    for row in np.flatnonzero(dates.expected != ""):
        raise LogError(f"{name} is {cells[row]!r}, expected {dates.expected[row]}")
    blank = np.isnat(dates.moments)
    texts = np.datetime_as_string(dates.moments, unit="D" if is_day else "s")
    return np.where(blank, "", texts).tolist()
