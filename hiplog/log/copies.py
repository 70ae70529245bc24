"""What stands in the files beside a log: a backup, an export."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TextIO

from hiplog.log.file import opened
from hiplog.schema import COLUMNS
from hiplog.spreadsheet import harmless

_HEADERS = [",".join(COLUMNS), ",".join(name for name in COLUMNS if name != "claimed_s")]  # now, and of version 1


def copy_database(source: Path, part: Path) -> None:
    """Copy a log into an empty file, also while it is in use."""
    with opened(source, "rw") as db, closing(sqlite3.connect(part)) as copy:
        db.execute("BEGIN")
        db.execute("SELECT id FROM log").fetchone()  # waits for a writer; `backup` would wait without end
        try:
            db.backup(copy)
        except sqlite3.Error as error:  # of the copy: the log itself was read just now
            raise OSError(None, str(error)) from error


def write_csv(part: Path, rows: list[tuple]) -> None:
    """Write holds to a file as `hiplog.read_log` reads them back."""
    with part.open("w", encoding="utf-8", newline="") as file:
        write_rows(file, rows)


def write_rows(file: TextIO, rows: list[tuple]) -> None:
    """Write holds as CSV, texts that a spreadsheet would run made harmless."""
    csv.writer(file).writerows([COLUMNS, *([_cell(v) for v in row] for row in rows)])


def _cell(value: str | float | None) -> str | float | None:
    """Return a value as it stands in a CSV file."""
    if isinstance(value, str):
        return harmless(value)
    return int(value) if value is not None and value == int(value) else value


def is_export(path: Path) -> bool:
    """Return whether a file begins like an export of this version or an earlier one."""
    with path.open("rb") as file:
        return file.readline(2000) in [f"{header}\r\n".encode() for header in _HEADERS]
