"""The file of a log: opened safely, for its owner alone, and what goes wrong with it said in a sentence."""

import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from hiplog.log.file.acknowledged import recall
from hiplog.log.file.journal import refuse_pipes, refuse_stale_journal, refuse_wal, rolled_back
from hiplog.log.format import tables
from hiplog.log.format.recognise import version_of
from hiplog.log.format.renewal import renew
from hiplog.log.format.rows import id_of, refuse_damaged
from hiplog.schema import LogError

WAIT_S = 10.0  # for other programs to let go of the file
LIMIT_S = 120.0  # for one call; a log of a lifetime takes less than one
_LONGEST = 100_000_000  # bytes of a text or row; SQLite's own is ten times that
MEMORY = Path(":memory:")

DAMAGED = (
    "the file is damaged: `hiplog check` says what of it is whole, and `hiplog restore` goes back to a backup"
)
_TROUBLES = {
    sqlite3.SQLITE_BUSY: "another program keeps the file locked; nothing was changed, close it there or try again",
    sqlite3.SQLITE_LOCKED: "another thread keeps the log locked; nothing was changed, try again",
    sqlite3.SQLITE_FULL: "there is no room left on the disk; nothing was changed, make room and try again",
    sqlite3.SQLITE_READONLY: "the file or its folder may only be read, expected that it may be written",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened, expected one that may be written, in such a folder",
    sqlite3.SQLITE_NOTADB: "this is no log of hiplog, expected a file that hiplog.Log made",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_IOERR: "the disk failed while reading or writing; nothing was changed",
    sqlite3.SQLITE_INTERRUPT: f"reading took over {LIMIT_S:.0f} s and was stopped; {DAMAGED}",
    sqlite3.SQLITE_TOOBIG: f"a text in it is out of reason (over {_LONGEST // 10**6} MB); {DAMAGED}",
}


def is_nothing(path: Path) -> bool:
    """Return whether there is no file, or an empty one, as where a crash cut off the making of a log."""
    if not os.path.exists(path):
        return True
    if os.path.exists(f"{path}-journal") and path.is_file():
        with opened(path, "rw") as db:
            db.execute("SELECT 1 FROM sqlite_master").fetchone()  # SQLite undoes what was cut off
    return path.is_file() and not path.stat().st_size


def make(path: Path) -> None:
    """Make a log in a file that is not there, or empty."""
    if path != MEMORY:
        with suppress(OSError):  # what is wrong is said below
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    with opened(path, "rwc") as db:
        begin(db)
        if db.execute("SELECT 1 FROM sqlite_master").fetchone() is None:  # else another program came first
            tables.make_tables(db, str(uuid4()))
        db.commit()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection that sees one state of the log, of the version of today; nothing is written."""
    with opened(path, "rw") as db:  # makes no file: a log that was moved away is not begun anew in silence
        db.execute("BEGIN")
        version = version_of(db, path)
        if version == tables.VERSION:
            yield db
            return
        with closing(connect(":memory:")) as copy:
            db.backup(copy)
            copy.execute("BEGIN")
            renew(copy, path, version)
            yield copy


@contextmanager
def writing(path: Path, before: Callable[[sqlite3.Connection, int], None]) -> Iterator[sqlite3.Connection]:
    """Yield a connection that alone may write; what is not committed is undone.

    Parameters
    ----------
    path : Path
    before : callable
        Called with the version of the log once nobody else can write, and before anything is written: for a
        backup. After it a log of an earlier version is renewed.
    """
    with opened(path, "rw") as db:
        version_of(db, path)
        begin(db)
        version = version_of(db, path)  # another program may have renewed it while this one waited
        if version == tables.VERSION:
            refuse_damaged(db, path)
        before(db, version)
        if version < tables.VERSION:
            renew(db, path, version)
        yield db


def begin(db: sqlite3.Connection) -> None:
    """Begin to write; waits for other writers, which one that had read first could not."""
    db.execute("PRAGMA journal_mode = DELETE")  # as it is, unless another program chose otherwise
    db.execute("BEGIN IMMEDIATE")


@contextmanager
def opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """Yield a connection to any SQLite file; what SQLite says is wrong with it is said as a LogError."""
    try:
        refuse_strange_files(path)
        with closing(connect(_uri(path, mode))) as db:
            yield db
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:  # the last: a message of SQLite itself
        raise LogError(f"{path}: {_trouble(path, mode, error)}") from error


def refuse_strange_files(path: Path) -> None:
    """Raise a LogError where what lies beside a log would make something else of it when SQLite opens it."""
    refuse_pipes(path)
    refuse_wal(path)
    refuse_stale_journal(path, acknowledged=recall(path).get("count"))
    after = rolled_back(path)
    if after is not None and not _goes_on(path, path.read_bytes(), after):
        raise LogError(
            f"{path}: {path.name}-journal beside it is not of this log as it is, and opening the log would put "
            "something else into it; nothing was touched: move that file elsewhere and keep it (a synchronising "
            "folder or a restore brought it)"
        )


def _goes_on(path: Path, now: bytes, after: bytes) -> bool:
    """Return whether a log with its journal played back is itself again, and whole: or not yet a log at all."""
    if not after:
        return len(now) < 28 or int.from_bytes(now[24:28]) <= 1  # its making was cut off
    log_id = _id_in(path, after, whole=True)
    return log_id is not None and _id_in(path, now) in (None, log_id)


def _id_in(path: Path, content: bytes, *, whole: bool = False) -> str | None:
    """Return the id in the bytes of a log, None where they cannot be read, or are to be `whole` and are not."""
    with closing(connect(":memory:")) as db:
        try:
            db.deserialize(content[:18] + b"\1\1" + content[20:])  # in memory there is no write-ahead log
            if whole and (version := version_of(db, path)) > 1:
                refuse_damaged(db, path, version)
            return id_of(db, path)
        except (sqlite3.Error, LogError, UnicodeDecodeError):
            return None


def connect(uri: str) -> sqlite3.Connection:
    """Return a connection that runs nothing of a file's own, and for a limited time."""
    db = sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
    try:
        _settle(db)
    except BaseException:  # as a setting reads the file, which may be no log
        db.close()
        raise
    return db


def _settle(db: sqlite3.Connection) -> None:
    db.create_function("checksum", -1, tables.checksum, deterministic=True)
    for setting in ("synchronous = EXTRA", "fullfsync = ON", "temp_store = MEMORY", "trusted_schema = OFF"):
        db.execute(f"PRAGMA {setting}")
    db.execute("PRAGMA cache_spill = OFF")  # a journal that counts has page 1 then, which journal.py asks for
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    until = time.monotonic() + LIMIT_S
    db.set_progress_handler(lambda: time.monotonic() > until, 100_000)


def _uri(path: Path, mode: str) -> str:
    place = quote(path.as_posix(), safe="/:")
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"


def _trouble(path: Path, mode: str, error: Exception) -> str:
    """Return what is wrong with the file, and what was expected."""
    if os.path.isdir(path):  # unlike Path's own, os.path says no where one may not look
        return "this is a folder, expected a file"
    if os.path.exists(path) and not os.path.isfile(path):
        return "this is a pipe or a device, expected a file"
    if not os.path.isdir(path.parent):
        return "its folder is not there, expected one that is"
    if mode == "rw" and not os.path.exists(path):
        return "the file is not there any more, expected it where it was"
    if isinstance(error, UnicodeDecodeError):
        return DAMAGED
    if "decode to UTF-8" in str(error):
        return f"a text in it is no UTF-8; {DAMAGED}"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _TROUBLES.get(code, f"SQLite says: {error}; {DAMAGED}")


class MemoryFile:
    """A log that has no file: one connection, of which any thread may have its turn."""

    def __init__(self) -> None:
        self._turn = threading.RLock()
        self._db = connect(":memory:")
        weakref.finalize(self, self._db.close)  # Python 3.13 warns of a connection that is forgotten open
        tables.make_tables(self._db, str(uuid4()))

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection; what is done with it is undone."""
        with self._turn:
            self._db.execute("BEGIN")
            try:
                yield self._db
            except sqlite3.Error as error:
                raise LogError(f"{MEMORY}: SQLite says: {error}") from error
            finally:
                if self._db.in_transaction:
                    self._db.rollback()

    writing = reading  # what is to stay is committed

    def copy_to(self, path: Path) -> None:
        """Copy the log into an empty file."""
        with self._turn, closing(sqlite3.connect(path)) as copy:
            self._db.backup(copy)

    def close(self) -> None:
        """Let the log go."""
        self._db.close()


def make_private(path: Path, mode: int = 0o600) -> None:
    """Let only the owner of a file or folder read it; on Windows a profile is its owner's anyway."""
    if os.name == "posix":
        with suppress(OSError):  # somebody else's file is theirs to close
            now = path.stat().st_mode & 0o777
            if now & ~mode:
                path.chmod(now & mode)
