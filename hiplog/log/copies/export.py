"""What is in a log as one CSV file, and whether a file is such."""

import csv
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from hiplog.schema import COLUMNS, HOLDS, RECORDS, LogError, Table
from hiplog.spreadsheet import harmless

_HEADERS = [  # of holds, of version 1, of all that is in a log
    list(names) for names in (COLUMNS, [name for name in COLUMNS if name != "claimed_s"], RECORDS)
]
_OTHER_FORMATS = frozenset(
    ".xlsx .xls .xlsm .ods .numbers .tsv .json .jsonl .parquet .feather .arrow .h5 .pkl .sqlite .db .zip .gz .xz "
    ".bz2 .html .xml .yaml .yml .md .txt .pdf .doc .docx".split()
)


def check_name(path: str | os.PathLike) -> None:
    """Refuse a name that says it is of another format; one with a dot, like `holds.2026`, says nothing."""
    if Path(path).suffix.lower() in _OTHER_FORMATS:
        raise LogError(f"{path}: expected a name that ends in .csv: no other format is written")


def write_csv(part: Path, rows: dict[Table, list[tuple]]) -> None:
    """Write what is in a log to a file as `hiplog.read_log` reads it back."""
    with part.open("w", encoding="utf-8", newline="") as file:
        write_rows(file, rows)


def write_rows(file: TextIO, rows: dict[Table, list[tuple]]) -> None:
    """Write rows as CSV, texts that a spreadsheet would run made harmless.

    Holds alone are a table of holds. Where there is more, a first column `record` says what each row is, and the
    columns are those of all tables.
    """
    if not any(of for table, of in rows.items() if table is not HOLDS):
        csv.writer(file).writerows([HOLDS.columns, *([_cell(v) for v in row] for row in rows[HOLDS])])
        return
    writer = csv.DictWriter(file, RECORDS)
    writer.writeheader()
    for table, of in rows.items():
        for row in of:
            cells = zip(table.columns, map(_cell, row), strict=True)
            writer.writerow({"record": table.one} | dict(cells))


def _cell(value: str | float | None) -> str | float | None:
    """Return a value as it stands in a CSV file."""
    if isinstance(value, str):
        return harmless(value)
    return int(value) if value is not None and value == int(value) else value


def is_export(path: Path, versions: dict[Table, list[tuple]]) -> bool:
    """Return whether a file is an earlier export: all in it is, or was, in the log as it stands there.

    What somebody typed into it, or another log wrote, is not to be written over.

    Parameters
    ----------
    path : Path
    versions : dict of list of tuple
        All rows that the log has or had, by their table.
    """
    known = {_cells_of(zip(table.columns, row, strict=True)) for table, rows in versions.items() for row in rows}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            if header not in _HEADERS:
                return False
            return all(
                len(row) == len(header) and frozenset(_inked(zip(header, row, strict=True))) in known
                for row in reader
            )
    except (UnicodeDecodeError, csv.Error):
        return False


def _cells_of(values: Iterable[tuple[str, object]]) -> frozenset[tuple[str, str]]:
    """Return a row of the log as an export has its cells that are not empty."""
    return frozenset(_inked((name, "" if value is None else str(_cell(value))) for name, value in values))


def _inked(cells: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((name, text) for name, text in cells if text and name != "record")
