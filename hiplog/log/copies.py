"""Files beside a log, for their owner alone, each made whole or not at all: a backup, an export."""

import csv
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO

from hiplog.log.file import opened
from hiplog.log.parts import new_part
from hiplog.schema import COLUMNS, LogError
from hiplog.spreadsheet import harmless

_HEADERS = [",".join(COLUMNS), ",".join(name for name in COLUMNS if name != "claimed_s")]  # now, and of version 1


@contextmanager
def written_whole(path: str | os.PathLike, may_replace: Callable[[Path], bool], what: str) -> Iterator[Path]:
    """Yield the name of a file to write, which takes the place of `path` once it is whole and on disk."""
    path = Path(path).expanduser().absolute()
    part = None
    try:
        if os.path.lexists(path) and not (path.is_file() and may_replace(path)):
            raise LogError(f"{path}: this is another file, expected a new name or an earlier {what} of this log")
        part = new_part(path.parent)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise LogError(
            f"{path}: the {what} could not be made ({reason}), expected a folder to write in"
        ) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
            part.with_name(part.name + "-journal").unlink(missing_ok=True)


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
