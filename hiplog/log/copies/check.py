"""Whether a log is whole, and what of it is, as far as that can be told of a damaged file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from hiplog.log.file.connection import MemoryFile, connect, opened
from hiplog.log.format.recognise import NO_LOG, version_of
from hiplog.log.format.renewal import renew
from hiplog.log.format.rows import damaged, refuse_other_sums
from hiplog.log.format.tables import APPLICATION, KEPT_BY, OF_A_CHANGE, VERSION, checksum, names
from hiplog.log.format.words import count, counted, named
from hiplog.printable import one_line
from hiplog.schema import HOLDS, SESSION_GAP, TABLES, Diary, LogError, Table, empty, reached

_ALL = "SELECT alive, checksum, {} FROM {} WHERE version = ?"
_MOST_TRIED = 200_000  # versions, where the log cannot say how many it has


@dataclass(frozen=True)
class Check:
    """What was found in a log.

    Attributes
    ----------
    problems : list of str
        A sentence for each damage, [] for a log that is whole.
    remarks : list of str
        What is whole and yet worth a look: holds whose reason and seconds differ, sessions with a gap.
    holds : DataFrame
        The holds that are whole, see `hiplog.schema.COLUMNS`.
    diary : Diary
        The days, plans and marks that are.
    """

    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    holds: pd.DataFrame = field(default_factory=empty)
    diary: Diary = field(default_factory=Diary)

    @property
    def ok(self) -> bool:
        """Whether the log is whole."""
        return not self.problems

    def __repr__(self) -> str:
        more = counted({table: len(getattr(self.diary, table.name)) for table in TABLES if table is not HOLDS})
        n = f"{count(len(self.holds))}{', ' * bool(more)}{more}"
        first = f"The log is whole: {n}." if self.ok else f"The log is damaged; of it {n} can be told to be whole."
        return "\n".join(map(one_line, [first, *self.problems, *self.remarks]))


def check(path: Path, memory: MemoryFile | None = None) -> Check:
    """Look at every page, row and checksum of a log; nothing is written.

    Raises
    ------
    LogError
        Where there is no file, or one that is no database at all, or another program's.
    """
    problems: list[str] = []
    with memory.reading() if memory else opened(path, "rw") as db:
        version = VERSION
        _refuse_another(db, path)
        try:
            version = version_of(db, path)
            problems += [f"{path}: {row[0]}" for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        except (sqlite3.Error, LogError, UnicodeDecodeError) as error:
            problems.append(_said(path, error))
        db.text_factory = _text
        if version == 1 and problems:
            return Check(problems)
        with _renewed(db, path) if version == 1 else nullcontext(db) as now:
            version = VERSION if version == 1 else version
            whole = {}
            for table in KEPT_BY[version]:
                whole[table.name], more = _whole_rows(now, path, table)
                problems += [text for text in more if text not in problems]
            problems += _of_the_rest(now, path, version)
    holds = whole.pop("holds")
    return Check(problems, _remarks(holds), holds, Diary(**whole))


def _refuse_another(db: sqlite3.Connection, path: Path) -> None:
    """Raise a LogError where a database has nothing of a log in it."""
    try:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except (sqlite3.Error, UnicodeDecodeError):  # a damaged one, of which something may be whole
        return
    if application != APPLICATION and not tables & {HOLDS.name, "log"}:
        raise LogError(f"{path}: {NO_LOG}")


def _renewed(db: sqlite3.Connection, path: Path) -> closing:
    copy = connect(":memory:")
    db.backup(copy)
    copy.execute("BEGIN")
    renew(copy, path, 1)
    return closing(copy)


def _text(raw: bytes) -> str | bytes:
    """Return text, or the bytes of what is no text: their checksum then tells."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def _whole_rows(db: sqlite3.Connection, path: Path, table: Table) -> tuple[pd.DataFrame, list[str]]:
    """Return the rows that are what was written, each sought on its own, and sentences on the others."""
    problems, whole, ids = [], [], set()
    for row in _versions(db, table):
        if isinstance(row, str):
            problems.append(f"{path}: {row}")
            continue
        alive, kept, *values = row
        if checksum(*values) != kept:
            problems += [f"{path}: {text}" for text in damaged([(kept, *values)], table)]
        elif alive and values[0] not in ids:
            ids.add(values[0])
            whole.append(values)
    frame = pd.DataFrame(whole, columns=list(table.columns), dtype=object)
    try:
        rows = table.conform(frame)
    except LogError:  # a rule is broken in a row that is as it was written: somebody went round the rules
        rows, more = _that_conform(frame, path, table)
        problems += more
    time = next(name for name, dtype in table.columns.items() if dtype.startswith("datetime"))
    return rows.sort_values(time, kind="stable", ignore_index=True), problems


def _that_conform(frame: pd.DataFrame, path: Path, table: Table) -> tuple[pd.DataFrame, list[str]]:
    kept, problems = [table.empty()], []
    for i in range(len(frame)):
        try:
            kept.append(table.conform(frame.iloc[[i]], where=named(table, frame.iloc[i].tolist())))
        except LogError as error:
            problems.append(f"{path}: {error}")
    return pd.concat([one for one in kept if len(one)] or kept, ignore_index=True), problems


def _versions(db: sqlite3.Connection, table: Table) -> Iterator[tuple | str]:
    """Yield each version of a table's rows, or what is wrong with the page it is on."""
    try:
        most = db.execute(f"SELECT coalesce(max(version), 0) FROM {table.name}").fetchone()[0]
    except sqlite3.Error:
        most = _MOST_TRIED
    failed = 0
    for version in range(1, min(most, _MOST_TRIED * 50) + 1):
        try:
            row = db.execute(_ALL.format(names(table), table.name), [version]).fetchone()
            if row is not None:
                yield row
        except sqlite3.Error as error:
            failed += 1
            if failed <= 3:
                yield f"a {table.one} cannot be read ({error})"
            if failed > 1000 and failed == version:  # not one page of them can be
                return


def _of_the_rest(db: sqlite3.Connection, path: Path, version: int) -> list[str]:
    """Return what is wrong with what the log says of itself and of its changes."""
    problems = []
    try:
        refuse_other_sums(db, path, version)
    except (LogError, sqlite3.Error) as error:
        problems.append(_said(path, error))
    try:
        changes = db.execute(f"SELECT checksum, {OF_A_CHANGE} FROM changes ORDER BY change").fetchall()
        wrong = [row[1] for row in changes if checksum(*row[1:]) != row[0]]
        problems += [f"{path}: change {change} in its history is not as it was written" for change in wrong]
    except sqlite3.Error as error:
        problems.append(_said(path, error))
    return problems


def _said(path: Path, error: Exception) -> str:
    return str(error) if isinstance(error, LogError) else f"{path}: {error}"


def _first(holds: pd.DataFrame) -> list[str]:
    return holds.iloc[0].astype(object).map(str).tolist()


def _remarks(holds: pd.DataFrame) -> list[str]:
    """Return what is written so and yet does not go together."""
    said = []
    target, over = holds["ended"].eq("target"), reached(holds)
    wrong = (target & ~over & holds["target_s"].notna()) | (over & holds["ended"].isin(["let_go", "pain"]))
    if wrong.any():
        said.append(
            f"{count(wrong.sum())} ended otherwise than the seconds say (the first: "
            f"{named(HOLDS, _first(holds[wrong]))}): log.change with the same hold_s mends it"
        )
    began = holds.sort_values("started_at", kind="stable")
    gap = began.groupby("session_id")["started_at"].diff() > SESSION_GAP
    if gap.any():
        first = began[gap].iloc[0]
        said.append(
            f"sessions with over an hour between two holds: {gap.sum():,} (the first on "
            f"{first['started_at']:%Y-%m-%d}): log.change(hold_id, session_id=...) parts them"
        )
    return said
