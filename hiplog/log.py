"""The log: holds in one SQLite file that threads, notebooks and processes may use at the same time.

Each call opens a connection of its own, is one transaction, and returns when that is on disk. What a call adds is
marked with the number of its change, what it alters or removes is first copied to `holds_before`: that is all
`undo` needs, and an import of any size costs it nothing more than what the import altered.
"""

import csv
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from itertools import takewhile
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import numpy as np
import pandas as pd

from hiplog.schema import ALWAYS, CHOICES, COLUMNS, LIMITS, LogError, conform

VERSION = 1  # of the tables below, and of the rules in them
_APPLICATION = int.from_bytes(b"hipl")  # SQLite's application_id: tells a log from any other database
_WAIT_S = 10.0  # for another program to let go of the file

_SQL_TYPES = {"str": "TEXT", "datetime64[us]": "TEXT", "Int16": "INTEGER", "float64": "REAL", "Float64": "REAL"}
_TO_SECONDS = "substr(started_at, 1, 19)"
_IS_TIME = (
    f"strftime('%Y-%m-%dT%H:%M:%S', {_TO_SECONDS}) IS {_TO_SECONDS} AND "
    "(length(started_at) = 19 OR substr(started_at, 20) GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]')"
)


def _rule(name: str) -> str:
    """Return the rule of a column in SQL; a missing value, NULL, breaks none."""
    if name in CHOICES:
        return f"{name} IN ({', '.join(repr(word) for word in CHOICES[name])})"
    if name == "started_at":
        return _IS_TIME
    if COLUMNS[name] == "str":
        return f"{name} <> ''"
    limits = LIMITS[name]
    over, under = ">=" if limits.closed_left else ">", "<=" if limits.closed_right else "<"
    whole = f" AND {name} = CAST({name} AS INTEGER)" if COLUMNS[name].startswith("Int") else ""
    return f"{name} {over} {limits.left} AND {name} {under} {limits.right}{whole}"


def _column(name: str) -> str:
    needed = " NOT NULL" if name in ALWAYS else ""
    unique = " UNIQUE" if name == "hold_id" else ""
    return f"{name} {_SQL_TYPES[COLUMNS[name]]}{needed}{unique} CHECK ({_rule(name)})"


_NAMES = ", ".join(COLUMNS)
_TABLES = (
    "CREATE TABLE log (id TEXT NOT NULL)",
    "CREATE TABLE changes (change INTEGER PRIMARY KEY, kind TEXT NOT NULL, session_id TEXT)",
    "CREATE TABLE holds (number INTEGER PRIMARY KEY, added_by INTEGER NOT NULL, "
    + ", ".join(_column(name) for name in COLUMNS)
    + ")",
    "CREATE TABLE holds_before (change INTEGER NOT NULL, number INTEGER NOT NULL, added_by INTEGER NOT NULL, "
    + ", ".join(f"{name} {_SQL_TYPES[dtype]}" for name, dtype in COLUMNS.items())
    + ", PRIMARY KEY (change, hold_id))",
    f"PRAGMA application_id = {_APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)

# In these, ?1 and on are the values of a hold, in the order of COLUMNS.
_NOW = "(SELECT max(change) FROM changes)"  # the change being made
_GAINS = [name for name in COLUMNS if name not in ALWAYS]
_PLACES = {name: f"?{i}" for i, name in enumerate(COLUMNS, start=1)}
_KEEP = f"INSERT OR IGNORE INTO holds_before SELECT {_NOW}, * FROM holds WHERE hold_id = ?1"
_IF_GAINING = " OR ".join(f"({name} IS NULL AND {_PLACES[name]} IS NOT NULL)" for name in _GAINS)
_KEEP_IF_GAINING = f"{_KEEP} AND ({_IF_GAINING})"
_ADD = (
    f"INSERT INTO holds (added_by, {_NAMES}) VALUES ({_NOW}, {', '.join(_PLACES.values())}) ON CONFLICT (hold_id) "
    f"DO UPDATE SET {', '.join(f'{n} = coalesce({n}, excluded.{n})' for n in _GAINS)} WHERE {_IF_GAINING}"
)
_CHANGE = (
    f"UPDATE holds SET {', '.join(f'{name} = {place}' for name, place in _PLACES.items())} WHERE hold_id = ?1"
)
_PUT_BACK = (
    "DELETE FROM holds WHERE added_by = ?1 OR hold_id IN (SELECT hold_id FROM holds_before WHERE change = ?1)",
    f"INSERT INTO holds (number, added_by, {_NAMES}) "
    f"SELECT number, added_by, {_NAMES} FROM holds_before WHERE change = ?1",
    "DELETE FROM holds_before WHERE change = ?1",
    "DELETE FROM changes WHERE change = ?1",
)
# An earlier part of a session can be taken back before what was done since, unless that touched the same holds.
_IS_COVERED = """
    WITH touched (change, hold_id) AS (
        SELECT added_by, hold_id FROM holds
        UNION ALL SELECT added_by, hold_id FROM holds_before
        UNION ALL SELECT change, hold_id FROM holds_before
    )
    SELECT EXISTS (
        SELECT 1 FROM touched AS mine JOIN touched AS other USING (hold_id)
        WHERE mine.change = ?1 AND other.change > ?1
        AND other.change NOT IN (SELECT change FROM changes WHERE session_id = ?2 AND change >= ?1)
    )
"""

_WHAT = "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"
_EXTENT = "SELECT count(*), min(started_at), max(started_at) FROM holds"
_IN_ORDER = f"SELECT {_NAMES} FROM holds ORDER BY started_at, number"

_FORMULA = re.compile(
    r"'*[=+\-@\t\r]"
)  # what a spreadsheet would run, or what looks like such a cell made harmless

_TROUBLES = {
    sqlite3.SQLITE_BUSY: f"is held by another program for over {_WAIT_S:.0f} s; nothing was changed, try again",
    sqlite3.SQLITE_FULL: "there is no room left on the disk; nothing was changed, make room and try again",
    sqlite3.SQLITE_READONLY: "may only be read here, expected a file and a folder that may be written",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened, expected a file and a folder that may be read and written",
    sqlite3.SQLITE_NOTADB: "is no log of hiplog, expected a file that hiplog.Log made",
    sqlite3.SQLITE_CORRUPT: "is damaged, expected a whole log: go back to a backup of it",
    sqlite3.SQLITE_IOERR: "the disk failed while reading or writing; nothing was changed",
}


class Log:
    """The holds of one person, kept in one SQLite file.

    Any thread and any number of programs may use a log at the same time. A call that has returned is on disk; one
    that raised has changed nothing.

    Parameters
    ----------
    path : str or PathLike
        The file; made if there is none. Its folder must be there.

    Attributes
    ----------
    path : Path
    id : str
        UUID of the log, kept in the file.

    Raises
    ------
    LogError
        Here and from every method: where the file is no log, was written by a newer hiplog, or cannot be read or
        written.
    """

    def __init__(self, path: str | os.PathLike) -> None:
        self.path = Path(path).expanduser().absolute()
        if not self.path.exists() or (self.path.is_file() and not self.path.stat().st_size):
            self._make()
        with self._connection() as db:
            (self.id,) = db.execute("SELECT id FROM log").fetchone()

    def __repr__(self) -> str:
        try:
            with self._connection() as db:
                n, first, last = db.execute(
                    "SELECT count(*), min(started_at), max(started_at) FROM holds"
                ).fetchone()
        except LogError as error:
            return f"<Log {error}>"
        when = f" from {_day(first)} to {_day(last)}" if n else ""
        return f"<Log {self.path}: {_count(n)}{when}>"

    def holds(self) -> pd.DataFrame:
        """Return every hold, with the columns of `hiplog.schema.COLUMNS`, sorted by `started_at`.

        Holds that began at the same time are in the order in which they were added.
        """
        with self._connection() as db:
            rows = db.execute(_IN_ORDER).fetchall()
        return conform(pd.DataFrame(rows, columns=list(COLUMNS), dtype=object))

    def add(self, holds: pd.DataFrame) -> int:
        """Add `holds`, all of them or none, and return how many were new.

        A hold already there (by `hold_id`) only gains the values it lacked, so that adding twice adds once.

        Parameters
        ----------
        holds : DataFrame
            See `hiplog.schema.conform`: `started_at`, `side` and `hold_s` (seconds) at least.

        Raises
        ------
        LogError
            Where a row breaks a rule; it names the row.
        """
        holds = conform(holds)
        rows = _rows(holds)
        with self._change("added", _timed_session(holds)) as db:
            (last,) = db.execute("SELECT coalesce(max(number), 0) FROM holds").fetchone()
            gaining = db.executemany(_KEEP_IF_GAINING, rows).rowcount
            db.executemany(_ADD, rows)
            (new,) = db.execute("SELECT count(*) FROM holds WHERE number > ?", [last]).fetchone()
            if not new and gaining < 1:
                db.rollback()
        return new

    def change(self, hold_id: str, **values: object) -> None:
        """Correct one hold, as in `log.change(hold_id, hold_s=42.0, side="left")`; None makes a value missing.

        Raises
        ------
        LogError
            Where there is no such hold, no such column, or a value breaks a rule.
        """
        wrong = [name for name in values if name not in COLUMNS or name == "hold_id"]
        if wrong:
            can = ", ".join(name for name in COLUMNS if name != "hold_id")
            raise LogError(f"hold {hold_id}: {wrong[0]} cannot be changed, expected one of {can}")
        with self._change("changed") as db:
            found = db.execute(f"SELECT {_NAMES} FROM holds WHERE hold_id = ?", [hold_id]).fetchone()
            if found is None:
                raise LogError(f"{self.path}: there is no hold {hold_id}, expected the hold_id of one in the log")
            mended = pd.DataFrame([dict(zip(COLUMNS, found, strict=True)) | values], dtype=object)
            (row,) = _rows(conform(mended, where=f"hold {hold_id}"))
            if row == found:
                db.rollback()
                return
            db.execute(_KEEP, [hold_id])
            db.execute(_CHANGE, row)

    def remove(self, ids: str | Iterable[str]) -> int:
        """Remove the holds with these `hold_id`s and return how many there were; one not there is passed over."""
        ids = [(hold_id,) for hold_id in ([ids] if isinstance(ids, str) else ids)]
        with self._change("removed") as db:
            removed = max(0, db.executemany(_KEEP, ids).rowcount)
            db.executemany("DELETE FROM holds WHERE hold_id = ?", ids)
            if not removed:
                db.rollback()
        return removed

    def undo(self) -> str:
        """Take back the last change and return a sentence that says what it was; call again to go further back.

        A change is one `add`, one `remove`, one `change`, or all that the timer added of one session.
        """
        with self._connection() as db:
            _begin(db)
            last = db.execute("SELECT change, kind, session_id FROM changes ORDER BY change DESC").fetchone()
            if last is None:
                return "There is nothing to take back."
            steps = _steps(db, last[0], last[2])
            said = _said(db, *last[1:], steps)
            for step, sql in ((step, sql) for step in steps for sql in _PUT_BACK):
                db.execute(sql, [step])
            db.commit()
        return said

    def backup(self, path: str | os.PathLike) -> None:
        """Copy the log to `path`, also while it is in use; an earlier backup of this log there is replaced.

        Raises
        ------
        LogError
            Where `path` is another file, or cannot be written.
        """
        with self._connection() as db, _written_whole(path, self._has_backup_at, "backup") as part:
            db.execute("BEGIN")
            db.execute("SELECT id FROM log")  # waits here for a writer: `backup` itself would wait without end
            with closing(sqlite3.connect(part)) as copy:
                db.backup(copy)

    def export_csv(self, path: str | os.PathLike) -> None:
        """Write every hold to a CSV file that `hiplog.read_log` reads back to the same holds.

        UTF-8, times in ISO 8601. A text that a spreadsheet would run as a formula has an apostrophe before it. An
        earlier export there is replaced.

        Raises
        ------
        LogError
            Where `path` is another file, or cannot be written.
        """
        with self._connection() as db:
            rows = db.execute(_IN_ORDER).fetchall()
        with (
            _written_whole(path, _is_export, "export") as part,
            part.open("w", encoding="utf-8", newline="") as file,
        ):
            csv.writer(file, lineterminator="\n").writerows([COLUMNS, *([_cell(v) for v in row] for row in rows)])

    def _make(self) -> None:
        with self._opened("rwc") as db:
            _begin(db)
            if db.execute("SELECT 1 FROM sqlite_master").fetchone() is None:  # else another program was first
                for sql in _TABLES:
                    db.execute(sql)
                db.execute("INSERT INTO log VALUES (?)", [str(uuid4())])
            db.commit()

    @contextmanager
    def _change(self, kind: str, session_id: str | None = None) -> Iterator[sqlite3.Connection]:
        """Yield a connection on which all that is done is one change, unless it is rolled back."""
        with self._connection() as db:
            _begin(db)
            db.execute("INSERT INTO changes (kind, session_id) VALUES (?, ?)", [kind, session_id])
            yield db
            db.commit()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection to a file that is a log of a version we know."""
        with self._opened("rw") as db:
            is_log, version = db.execute(_WHAT).fetchone()
            if is_log != _APPLICATION:
                raise LogError(f"{self.path}: {_TROUBLES[sqlite3.SQLITE_NOTADB]}")
            if version > VERSION:
                raise LogError(
                    f"{self.path}: this log is of version {version}, made by a newer hiplog; "
                    f"expected at most {VERSION}: upgrade hiplog"
                )
            yield db

    @contextmanager
    def _opened(self, mode: str) -> Iterator[sqlite3.Connection]:
        # "rw" never makes a file: a log that was moved away must not be begun anew without a word
        place = quote(self.path.as_posix(), safe="/:")
        uri = f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"
        try:
            with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_S, isolation_level=None)) as db:
                db.execute("PRAGMA synchronous = EXTRA")
                db.execute("PRAGMA fullfsync = ON")
                yield db
        except sqlite3.Error as error:
            raise LogError(f"{self.path}: {_trouble(self.path, error)}") from error

    def _has_backup_at(self, path: Path) -> bool:
        try:
            return path.stat().st_size > 0 and not path.samefile(self.path) and Log(path).id == self.id
        except LogError:
            return False


def _begin(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = DELETE")  # as it is, unless another program chose otherwise
    db.execute("BEGIN IMMEDIATE")  # writers queue here; one that reads first and writes then could not wait


def _trouble(path: Path, error: sqlite3.Error) -> str:
    """Return what is wrong with the file, and what was expected."""
    if path.is_dir():
        return "this is a folder, expected a file"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}, expected one that is there"
    if not os.path.exists(path) and os.access(path.parent, os.W_OK):
        return "the file is not there any more, expected it where it was"
    return _TROUBLES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, f"SQLite says: {error}")


def _rows(holds: pd.DataFrame) -> list[tuple]:
    """Return the values of each hold as SQLite keeps them."""
    return list(zip(*(_values(holds[name]) for name in COLUMNS), strict=True))


def _values(column: pd.Series) -> list:
    if column.name == "started_at":
        times = np.datetime_as_string(column.to_numpy(), unit="us").tolist()
        return [time.removesuffix(".000000") for time in times]
    return column.astype(object).where(column.notna(), None).tolist()


def _timed_session(holds: pd.DataFrame) -> str | None:
    """Return the session to which all of these holds belong if the timer made them, else None."""
    sessions = holds["session_id"].unique()
    return sessions[0] if len(sessions) == 1 and holds["source"].eq("timer").all() else None


def _steps(db: sqlite3.Connection, last: int, session_id: str | None) -> list[int]:
    """Return the changes that are taken back together with the last one, latest first."""
    if session_id is None:
        return [last]
    found = db.execute(
        "SELECT change FROM changes WHERE session_id = ? ORDER BY change DESC", [session_id]
    ).fetchall()
    return [step for (step,) in takewhile(lambda row: not _is_covered(db, row[0], session_id), found)]


def _is_covered(db: sqlite3.Connection, step: int, session_id: str) -> bool:
    return bool(db.execute(_IS_COVERED, [step, session_id]).fetchone()[0])


def _said(db: sqlite3.Connection, kind: str, session_id: str | None, steps: list[int]) -> str:
    """Return the sentence for the steps that are about to be taken back."""
    if kind == "changed":
        return f"Took back a correction: {_difference(db, steps[0])}."
    those = f"({', '.join(map(str, steps))})"
    kept = f"FROM holds_before WHERE change IN {those} AND added_by NOT IN {those}"
    (before,) = db.execute(f"SELECT count(DISTINCT hold_id) {kept}").fetchone()
    if kind == "removed":
        return f"Took back a removal: {_count(before)} back in the log."
    new = f"FROM holds WHERE added_by IN {those}"
    added, sources, source = db.execute(f"SELECT count(*), count(DISTINCT source), min(source) {new}").fetchone()
    what = f"an import from {source}" if sources == 1 else "an import"
    if session_id is not None:
        first = db.execute("SELECT min(started_at) FROM holds WHERE session_id = ?", [session_id]).fetchone()
        what = f"the session of {_when(*first)}"
    parts = [f"{_count(added)} out of the log again"] if added else []
    parts += [f"{_count(before)} without what was added later"] if before else []
    return f"Took back {what}: {', '.join(parts)}."


def _difference(db: sqlite3.Connection, step: int) -> str:
    """Return, in words, what a corrected hold was before."""
    was = db.execute(f"SELECT {_NAMES} FROM holds_before WHERE change = ?", [step]).fetchone()
    is_now = db.execute(f"SELECT {_NAMES} FROM holds WHERE hold_id = ?", was[:1]).fetchone()
    changes = zip(COLUMNS, was, is_now, strict=True)
    again = [f"{name} {'missing' if old is None else _cell(old)}" for name, old, new in changes if old != new]
    hold = dict(zip(COLUMNS, was, strict=True))
    return f"the {hold['side']} hold of {_when(hold['started_at'])} has {', '.join(again)} again"


def _count(n: int) -> str:
    return "1 hold" if n == 1 else f"{n} holds"


def _when(time: str) -> str:
    return f"{_day(time)}, {time[11:16]}"


def _day(time: str) -> str:
    day = date.fromisoformat(time[:10])
    return f"{day.day} {day:%b %Y}"


def _cell(value: str | float | None) -> str | float | None:
    """Return a value as it stands in a CSV file."""
    if isinstance(value, str):
        return "'" + value if _FORMULA.match(value) else value
    return int(value) if value is not None and value == int(value) else value


def _is_export(path: Path) -> bool:
    with path.open("rb") as file:
        return file.readline() == ",".join(COLUMNS).encode() + b"\n"


@contextmanager
def _written_whole(path: str | os.PathLike, may_replace: Callable[[Path], bool], what: str) -> Iterator[Path]:
    """Yield the name of a file that takes the place of `path` when it is whole and on disk."""
    path = Path(path).expanduser().absolute()
    part = path.parent / f"{path.name}.part"
    try:
        if path.exists() and not may_replace(path):
            raise LogError(f"{path}: this is another file, expected a new name or an earlier {what}")
        part.touch()
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except (OSError, sqlite3.Error) as error:
        raise LogError(f"{path}: the {what} could not be written, {error}") from error
    finally:
        with suppress(OSError):
            part.unlink()
