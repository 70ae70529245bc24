"""What stands in the files beside a log: a backup, an export."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TextIO

from hiplog.log.file import opened
from hiplog.schema import COLUMNS, HOLDS, RECORDS, Table
from hiplog.spreadsheet import harmless

_HEADERS = [  # of holds, of version 1, of all that is in a log
    ",".join(names) for names in (COLUMNS, [name for name in COLUMNS if name != "claimed_s"], RECORDS)
]


def copy_database(source: Path, part: Path) -> None:
    """Copy a log into an empty file, also while it is in use."""
    with opened(source, "rw") as db, closing(sqlite3.connect(part)) as copy:
        db.execute("BEGIN")
        db.execute("SELECT id FROM log").fetchone()  # waits for a writer; `backup` would wait without end
        try:
            db.backup(copy)
        except sqlite3.Error as error:  # of the copy: the log itself was read just now
            raise OSError(None, str(error)) from error


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


def is_export(path: Path) -> bool:
    """Return whether a file begins like an export of this version or an earlier one."""
    with path.open("rb") as file:
        return file.readline(2000) in [f"{header}\r\n".encode() for header in _HEADERS]
