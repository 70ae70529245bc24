"""Log: what one can do with a log. Each call is one connection of its own, one transaction, on disk at return."""

import csv
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path

import numpy as np
import pandas as pd

from hiplog.log.file import begin, connection, make, written_whole
from hiplog.log.tables import NAMES
from hiplog.log.undo import count, day, take_back
from hiplog.schema import ALWAYS, CHOICES, COLUMNS, LogError, conform

_IN_ORDER = f"SELECT {NAMES} FROM holds ORDER BY started_at, number"
_EXTENT = "SELECT count(*), min(started_at), max(started_at) FROM holds"
_NOW = "(SELECT max(change) FROM changes)"  # the change being made
_MARKS = ", ".join("?" * len(COLUMNS))

_GAINS = [name for name in COLUMNS if name not in ALWAYS]
_GAINING = "given JOIN holds USING (hold_id) WHERE " + " OR ".join(
    f"(holds.{name} IS NULL AND given.{name} IS NOT NULL)" for name in _GAINS
)
_KEEP_GAINING = f"INSERT OR IGNORE INTO holds_before SELECT {_NOW}, holds.* FROM {_GAINING}"
_JOIN_SESSIONS = (  # as where a row of a file was mended, and is now the first of its session
    "UPDATE given SET session_id = known.session_id FROM (SELECT given.session_id AS said, holds.session_id, "
    "min(holds.number) FROM given JOIN holds USING (hold_id) GROUP BY said) AS known "
    "WHERE given.session_id = said AND known.session_id <> said"
)
_ADD_NEW = (
    f"INSERT INTO holds (added_by, {NAMES}) SELECT {_NOW}, {NAMES} FROM given "
    "WHERE hold_id NOT IN (SELECT hold_id FROM holds) ORDER BY given.rowid ON CONFLICT (hold_id) DO NOTHING"
)
_FILL = (
    f"INSERT INTO holds (added_by, {NAMES}) SELECT {_NOW}, given.* FROM {_GAINING} ORDER BY given.rowid "
    f"ON CONFLICT (hold_id) DO UPDATE SET {', '.join(f'{n} = coalesce({n}, excluded.{n})' for n in _GAINS)}"
)

_KEEP = f"INSERT OR IGNORE INTO holds_before SELECT {_NOW}, * FROM holds WHERE hold_id = ?"
_CORRECT = f"UPDATE holds SET ({NAMES}) = ({_MARKS}) WHERE hold_id = ?"

_TEXTS = [name for name, dtype in COLUMNS.items() if dtype == "str" and name not in CHOICES]
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # a page can send half of an emoji; no text file can keep it
_FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet would run, or what looks like such made harmless


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
        Here and from every method: where the file is no log, was made by a newer hiplog, or cannot be read or
        written.
    """

    def __init__(self, path: str | os.PathLike) -> None:
        self.path = Path(path).expanduser().resolve()
        if not os.path.exists(self.path) or (self.path.is_file() and not self.path.stat().st_size):
            make(self.path)
        with connection(self.path) as db:
            (self.id,) = db.execute("SELECT id FROM log").fetchone()

    def __repr__(self) -> str:
        try:
            with connection(self.path) as db:
                n, first, last = db.execute(_EXTENT).fetchone()
        except LogError as error:
            return f"<Log {error}>"
        when = f" from {day(first)} to {day(last)}" if n else ""
        return f"<Log {self.path}: {count(n)}{when}>"

    def holds(self) -> pd.DataFrame:
        """Return every hold, with the columns of `hiplog.schema.COLUMNS`, sorted by `started_at`.

        Holds that began at the same time are in the order in which they were added.
        """
        with connection(self.path) as db:
            rows = db.execute(_IN_ORDER).fetchall()
        return conform(pd.DataFrame(rows, columns=list(COLUMNS), dtype=object))

    def add(self, holds: pd.DataFrame) -> int:
        """Add `holds`, all of them or none, and return how many were new.

        A hold already there (by `hold_id`) only gains the values it lacked, so that adding twice adds once. A new
        one that was done in one session with it, as `holds` say, joins the session which the log knows.

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
            db.execute(f"CREATE TEMP TABLE given ({NAMES})")
            db.executemany(f"INSERT INTO given VALUES ({_MARKS})", rows)
            db.execute(_JOIN_SESSIONS)
            gaining = db.execute(_KEEP_GAINING).rowcount
            new = db.execute(_ADD_NEW).rowcount
            db.execute(_FILL)
            if not new and not gaining:
                db.rollback()
        return new

    def change(self, hold_id: str, **values: object) -> None:
        """Correct one hold, as in `log.change(hold_id, hold_s=42.0, side="left")`; None makes a value missing.

        Raises
        ------
        LogError
            Where there is no such hold, no such column, or a value breaks a rule.
        """
        can = [name for name in COLUMNS if name != "hold_id"]
        for name in values:
            if name not in can:
                raise LogError(f"hold {hold_id}: {name} cannot be changed, expected one of {', '.join(can)}")
        with self._change("changed") as db:
            was = db.execute(f"SELECT {NAMES} FROM holds WHERE hold_id = ?", [hold_id]).fetchone()
            if was is None:
                raise LogError(f"{self.path}: there is no hold {hold_id}, expected the hold_id of one in the log")
            mended = pd.DataFrame([dict(zip(COLUMNS, was, strict=True)) | values], dtype=object)
            where = f"hold {hold_id}"
            (row,) = _rows(conform(mended, where=where), where=where)
            db.execute(_KEEP, [hold_id])
            db.execute(_CORRECT, [*row, hold_id])
            if row == was:
                db.rollback()

    def remove(self, ids: str | Iterable[str]) -> int:
        """Remove the holds with these `hold_id`s and return how many there were; one not there is passed over."""
        ids = [(hold_id,) for hold_id in ([ids] if isinstance(ids, str) else ids)]
        with self._change("removed") as db:
            db.executemany(_KEEP, ids)
            removed = db.executemany("DELETE FROM holds WHERE hold_id = ?", ids).rowcount if ids else 0
            if not removed:
                db.rollback()
        return removed

    def undo(self) -> str:
        """Take back the last change and return a sentence that says what it was; call again to go further back.

        A change is one `add`, one `remove`, one `change`, or all that the timer added of one session.
        """
        with connection(self.path) as db:
            begin(db)
            said = take_back(db)
            db.commit()
        return said

    def backup(self, path: str | os.PathLike) -> None:
        """Copy the log to `path`, also while it is in use; an earlier backup of this log there is replaced.

        Raises
        ------
        LogError
            Where `path` is another file, or cannot be written.
        """
        with connection(self.path) as db, written_whole(path, self._is_backup, "backup") as part:
            db.execute("BEGIN")
            db.execute("SELECT id FROM log").fetchone()  # waits for a writer; `backup` would wait without end
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
        with connection(self.path) as db:
            rows = db.execute(_IN_ORDER).fetchall()
        export = written_whole(path, _is_export, "export")
        with export as part, part.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([COLUMNS, *([_cell(v) for v in row] for row in rows)])

    @contextmanager
    def _change(self, kind: str, session_id: str | None = None) -> Iterator[sqlite3.Connection]:
        """Yield a connection on which all that is done is one change, unless it is rolled back."""
        with connection(self.path) as db:
            begin(db)
            db.execute("INSERT INTO changes (kind, session_id) VALUES (?, ?)", [kind, session_id])
            yield db
            db.commit()

    def _is_backup(self, path: Path) -> bool:
        if path.samefile(self.path) or not path.stat().st_size:
            return False
        try:
            return Log(path).id == self.id
        except LogError:
            return False


def _rows(holds: pd.DataFrame, *, where: str = "holds, row {row}") -> list[tuple]:
    """Return the values of each hold as SQLite keeps them."""
    rows = list(zip(*(_values(holds[name]) for name in COLUMNS), strict=True))
    if _NO_TEXT.search("".join(chain.from_iterable(holds[name].dropna() for name in _TEXTS))):
        row, text = next((i, v) for i, row in enumerate(rows) for v in row if _NO_TEXT.search(str(v)))
        where = where.replace("{row}", str(row))
        raise LogError(f"{where}: {text!a} holds half a character or a NUL, expected text that a file can keep")
    return rows


def _values(column: pd.Series) -> list:
    if column.name == "started_at":
        times = np.datetime_as_string(column.to_numpy(), unit="us").tolist()
        return [time.removesuffix(".000000") for time in times]
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna(), strict=True)]


def _timed_session(holds: pd.DataFrame) -> str | None:
    """Return the session to which all of these holds belong, if the timer made them."""
    sessions = holds["session_id"].unique()
    return sessions[0] if len(sessions) == 1 and holds["source"].eq("timer").all() else None


def _cell(value: str | float | None) -> str | float | None:
    """Return a value as it stands in a CSV file."""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return int(value) if value is not None and value == int(value) else value


def _is_export(path: Path) -> bool:
    with path.open("rb") as file:
        return file.readline() == ",".join(COLUMNS).encode() + b"\r\n"
