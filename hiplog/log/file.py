"""The file of a log: opened safely, made whole or not at all, and what goes wrong with it said in a sentence."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from hiplog.log.tables import APPLICATION, TABLES, VERSION
from hiplog.schema import LogError

WAIT_S = 10.0  # for other programs to let go of the file

_NO_LOG = "this is no log of hiplog, expected a file that hiplog.Log made"
_TROUBLES = {
    sqlite3.SQLITE_BUSY: "another program keeps the file locked; nothing was changed, close it there or try again",
    sqlite3.SQLITE_FULL: "there is no room left on the disk; nothing was changed, make room and try again",
    sqlite3.SQLITE_READONLY: "the file or its folder may only be read, expected that it may be written",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened, expected one that may be written, in such a folder",
    sqlite3.SQLITE_NOTADB: _NO_LOG,
    sqlite3.SQLITE_CORRUPT: "the file is damaged, expected a whole log: go back to a backup",
    sqlite3.SQLITE_IOERR: "the disk failed while reading or writing; nothing was changed",
}


def make(path: Path) -> None:
    """Make a log in a file that is not there, or empty."""
    with _opened(path, "rwc") as db:
        begin(db)
        if db.execute("SELECT 1 FROM sqlite_master").fetchone() is None:  # else another program came first
            for sql in TABLES:
                db.execute(sql)
            db.execute("INSERT INTO log VALUES (?)", [str(uuid4())])
        db.commit()


@contextmanager
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a file that is a log, of a version we know; what is not committed is rolled back."""
    with _opened(path, "rw") as db:  # never makes a file: a log that was moved away is not begun anew in silence
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION:
            raise LogError(f"{path}: {_NO_LOG}")
        if version > VERSION:
            raise LogError(
                f"{path}: this log has version {version}, made by a newer hiplog, expected at most {VERSION}: "
                "upgrade hiplog"
            )
        yield db


def begin(db: sqlite3.Connection) -> None:
    """Begin to write; waits for other writers, which one that had read first could not."""
    db.execute("PRAGMA journal_mode = DELETE")  # as it is, unless another program chose otherwise
    db.execute("BEGIN IMMEDIATE")


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    place = quote(path.as_posix(), safe="/:")
    uri = f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None)) as db:
            for setting in ("synchronous = EXTRA", "fullfsync = ON", "temp_store = MEMORY"):
                db.execute(f"PRAGMA {setting}")
            yield db
    except sqlite3.Error as error:
        raise LogError(f"{path}: {_trouble(path, mode, error)}") from error


def _trouble(path: Path, mode: str, error: sqlite3.Error) -> str:
    """Return what is wrong with the file, and what was expected."""
    if os.path.isdir(path):  # unlike Path's own, os.path says no where one may not look
        return "this is a folder, expected a file"
    if not os.path.isdir(path.parent):
        return "its folder is not there, expected one that is"
    if mode == "rw" and not os.path.exists(path):
        return "the file is not there any more, expected it where it was"
    return _TROUBLES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, f"SQLite says: {error}")


@contextmanager
def written_whole(path: str | os.PathLike, may_replace: Callable[[Path], bool], what: str) -> Iterator[Path]:
    """Yield the name of a file to write, which takes the place of `path` once it is whole and on disk."""
    path = Path(path).expanduser().absolute()
    part = path.parent / f"{path.name}.part"
    try:
        if os.path.exists(path) and not may_replace(path):
            raise LogError(f"{path}: this is another file, expected a new name or an earlier {what} of this log")
        part.write_bytes(b"")  # one may have been left by a crash
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
        with suppress(OSError):
            part.unlink()
