"""A clean file in hiplog's own columns, read nearly as fast as pandas reads it; on any doubt it is left alone.

Clean is: UTF-8, commas, line ends of one kind, quotes only where RFC 4180 has them and none around a line end,
every row as wide as the header, dates in ISO 8601, numbers that are numbers, all rules of a hold kept. What is not
goes the way of any other file (`table.py`), which gives the same holds, and says what is wrong with the rest.
"""

import csv
import io
import re
import warnings
from pathlib import Path

import numpy as np
import pandas as pd

from hiplog import schema
from hiplog.schema import COLUMNS, RECORDS, TABLES, Diary, LogError, Table
from hiplog.spreadsheet import as_written

_NEEDED = {"started_at", "side", "hold_s"}
_NUMBERS = ("utc_offset_min", "hold_s", "target_s", "claimed_s", "pain_before", "pain_after")
_FEW = ("exercise", "side", "ended", "note", "source")  # many rows say the same
_EXPORTED = [[",".join(COLUMNS)], [",".join(name for name in COLUMNS if name != "claimed_s")]]  # now, and by 0.1.0
_BLOCK = 1 << 22
_QUOTED = re.compile(rb'"(?<![^,\n]")[^"\r\n]*(?:""[^"\r\n]*)*"(?=[,\r\n]|\Z)')  # a whole cell of one line
_ISO = re.compile(rb"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?")


def read_export(path: Path) -> pd.DataFrame | None:
    """Return the holds of a clean file in hiplog's own columns, and of no others; None where it is not clean."""
    try:
        names = _header(path)
        rows = _rows(path) if names else None
        holds = _quickly(path, names, rows) if rows else None
        return _strictly(path) if holds is None and names else holds
    except OSError:
        return None  # files.py says what is the matter


def _quickly(path: Path, names: list[str], rows: int) -> pd.DataFrame | None:
    """Return the holds as pandas reads them, if that is sure to be what the file says."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            holds = pd.read_csv(
                path,
                index_col=False,
                dtype={name: "category" for name in _FEW if name in names},
                keep_default_na=False,
                na_values=[""],
                parse_dates=["started_at"],
                date_format="ISO8601",
                encoding="utf-8",
            )
    except (ValueError, Warning):  # a row too long, bytes that are not UTF-8, a date that is none
        return None
    if len(holds) != rows or (holds.iloc[:, -1].isna().any() and _has_short_row(path, len(names))):
        return None
    return _kept(holds)


def _strictly(path: Path) -> pd.DataFrame | None:
    """Return the holds of a whole export of ours cell by cell, if each is what it should be."""
    try:
        rows = strict_rows(path.read_bytes().decode("utf-8"))
        if rows is None:
            return None
        cells = pd.DataFrame(rows[1:], columns=rows[0], dtype=object)
        for name in rows[0]:
            dtype = COLUMNS[name]
            read = as_written if dtype == "str" else float if name in _NUMBERS else str
            cells[name] = pd.Series([read(cell) if cell else None for cell in cells[name]], dtype=object)
        return schema.conform(cells) if _has_ids(cells) else None
    except ValueError:  # not UTF-8, a number that is none, or a rule of a hold is broken
        return None


def _header(path: Path) -> list[str] | None:
    """Return the names in the first line, if they are columns of a hold and the first row begins like a hold."""
    with path.open("rb") as file:
        first, second = file.readline(2000).rstrip(b"\r\n"), file.readline(100_000)
    names = first.decode("latin-1").split(",")
    if not set(names) <= set(COLUMNS) or not set(names) >= _NEEDED or len(set(names)) < len(names):
        return None
    cells = second.split(b",")
    at = names.index("started_at")
    return names if at < len(cells) and _ISO.fullmatch(cells[at].rstrip(b"\r\n")) else None


def _rows(path: Path) -> int | None:
    """Return how many rows the file has, or None where a look at its bytes raises a doubt."""
    lines = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            block += file.readline(_BLOCK)  # to the end of the line
            if not _is_clean(block):
                return None
            lines += block.count(b"\n") + (not block.endswith(b"\n"))
    return lines - 1


def _is_clean(block: bytes) -> bool:
    """Return whether whole lines have no byte out of place, and no quote that is not around or within a cell."""
    if b"\0" in block or (b"\r" in block and block.count(b"\r") != block.count(b"\r\n")):
        return False
    quotes = block.count(b'"')
    return not quotes or (b'\\"' not in block and b"".join(_QUOTED.findall(block)).count(b'"') == quotes)


def _has_short_row(path: Path, width: int) -> bool:
    """Return whether a row has fewer cells than the header; pandas fills such rows up in silence."""
    with path.open(encoding="utf-8", newline="") as file:
        return any(len(row) != width for row in csv.reader(file))


def _kept(holds: pd.DataFrame) -> pd.DataFrame | None:
    """Return the holds if every column is what it should be and keeps all rules of a hold, else None."""
    if not _has_ids(holds) or not all(_has_its_type(holds[name]) for name in holds):
        return None
    for name in _FEW:
        if name in holds:
            holds[name] = _texts(holds[name])
    try:
        return schema.conform(holds) if {"hold_id", "session_id"} <= set(holds) else holds
    except LogError:
        return None


def _has_ids(holds: pd.DataFrame) -> bool:
    """Return whether what makes a hold that hold is there in every row, so far as the file has it at all."""
    always = [name for name in ("hold_id", "session_id", "exercise") if name in holds]
    return not holds[always].isna().any(axis=None) and ("hold_id" not in holds or holds["hold_id"].is_unique)


def _has_its_type(values: pd.Series) -> bool:
    """Return whether a column came out as what it should be, or is all missing."""
    if values.name in _FEW:  # notes that are all numbers come out as numbers, 007 as 7
        return isinstance(values.cat.categories.dtype, pd.StringDtype) or values.isna().all()
    if values.name == "started_at":
        return values.dtype.kind == "M" and values.dt.tz is None
    if values.name in _NUMBERS:
        return values.dtype.kind in "if" or values.isna().all()
    return isinstance(values.dtype, pd.StringDtype) and "\n'" not in "\n".join(["", *values.to_numpy()])


def _texts(values: pd.Series) -> pd.Series:
    """Return texts as they were before the export put an apostrophe where a spreadsheet would run them."""
    written = [*map(as_written, values.cat.categories)]
    if written == [*values.cat.categories]:
        return values
    return pd.Series(np.array([*written, None], dtype=object)[values.cat.codes], index=values.index, dtype="str")


def read_whole_export(data: bytes, name: str) -> tuple[pd.DataFrame, Diary] | None:
    """Return the holds, and the days, plans and marks, of an export that has such; None for other files.

    Raises `LogError` where a row of such an export is not what was written.
    """
    header = ",".join(RECORDS)
    if not data.startswith(f"{header}\r\n".encode()):
        return None
    try:
        _, *rows = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    except (csv.Error, UnicodeDecodeError) as error:
        raise LogError(f"{name} is an export of hiplog that is damaged: {error}") from error
    of: dict[str, list[list[str]]] = {table.one: [] for table in TABLES}
    for number, row in enumerate(rows, start=2):
        if len(row) != len(RECORDS) or row[0] not in of:
            raise LogError(f"{name}, record {number}: it begins {row[:1]}, expected {', '.join(of)} and all cells")
        of[row[0]].append(row)
    holds, *rest = (_table_of(of[table.one], table, name) for table in TABLES)
    return holds, Diary(*rest)


def _table_of(rows: list[list[str]], table: Table, name: str) -> pd.DataFrame:
    cells = pd.DataFrame(rows, columns=list(RECORDS), dtype=object)[list(table.columns)]
    for column, dtype in table.columns.items():
        read = as_written if dtype == "str" else str
        cells[column] = pd.Series([read(cell) if cell else None for cell in cells[column]], dtype=object)
    return table.conform(cells, where=f"{name}, {table.one} {{row}}")


def strict_rows(text: str) -> list[list[str]] | None:
    """Return the cells of a file that is our own export to the letter (RFC 4180), else None.

    Only so do the line ends within a note come back as they were.
    """
    header = text[: len(",".join(COLUMNS)) + 1].splitlines()[:1]
    if header not in _EXPORTED:
        return None
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return None
    return rows if all(len(row) == len(rows[0]) for row in rows) else None
