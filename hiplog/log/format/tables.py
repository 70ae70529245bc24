"""The tables of a log in SQL, with the rules of `hiplog.schema`, and their checksums.

A row of `holds` is one version of a hold, and so for `days`, `plans` and `marks`: whatever is done to one of these
tables is done in the same way to each. A correction adds a version and leaves the old one where it is; a removal
leaves it too. Which change brought a version (`since`) and which ended it (`until`) is all that `undo` and `redo`
need: they say which versions are alive, and destroy none. `number` gives the order in which things came.

SQLite has no checksums of its own. Each version has one, and the log one of all versions and of its changes, so
that a row that is altered is seen as well as one that is gone.
"""

import marshal
import sqlite3
from zlib import crc32

from hiplog.schema import HOLDS, TABLES, Table

VERSION = 3  # of these tables and their rules: to be raised with any change of `SQL_OF`; see renewal.py
KEPT_BY = {2: (HOLDS,), 3: TABLES}  # which tables a version has; version 1 had another form
APPLICATION = int.from_bytes(b"hipl", "big")  # SQLite's application_id: tells a log from any other database

_TYPES = {"str": "TEXT", "datetime64[us]": "TEXT", "Int16": "INTEGER", "float64": "REAL", "Float64": "REAL"}
_TO_SECONDS = "substr(started_at, 1, 19)"
_IS_TEXT = {  # adding no days moves a 31st of June to July, and so shows that there is none
    "started_at": f"strftime('%Y-%m-%dT%H:%M:%S', {_TO_SECONDS}, '+0 days') IS {_TO_SECONDS} AND "
    "(length(started_at) = 19 OR substr(started_at, 20) GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]')",
    "day": "strftime('%Y-%m-%d', day, '+0 days') IS day",
    "time": "time GLOB '[0-2][0-9]:[0-5][0-9]' AND time < '24'",
}


def names(table: Table, of: str = "") -> str:
    """Return the columns of a table as SQL lists them, each `of` a table of the query."""
    return ", ".join(f"{of}{'.' * bool(of)}{name}" for name in table.columns)


def typed(table: Table) -> str:
    """Return the columns of a table with their types."""
    return ", ".join(f"{name} {_TYPES[dtype]}" for name, dtype in table.columns.items())


def _rule(table: Table, name: str) -> str:
    """Return the rule of a column in SQL; a missing value, NULL, breaks none."""
    if name in table.choices:
        return f"{name} IN ({', '.join(repr(word) for word in table.choices[name])})"
    if name in _IS_TEXT:
        return _IS_TEXT[name]
    if table.columns[name] == "str":
        return f"{name} <> '' AND typeof({name}) IN ('text', 'null')"
    limits = table.limits[name]
    over = ">=" if limits.closed_left else ">"
    whole = f" AND {name} = CAST({name} AS INTEGER)" if table.columns[name].startswith("Int") else ""
    most = "hold_s" if name == "claimed_s" else f"{limits.right:g}"
    return f"{name} {over} {limits.left:g} AND {name} <= {most}{whole}"


def _column(table: Table, name: str) -> str:
    needed = " NOT NULL" if name in table.always else ""
    return f"{name} {_TYPES[table.columns[name]]}{needed} CHECK ({_rule(table, name)})"


def _sql_of(table: Table) -> tuple[str, ...]:
    """Return what makes the table of a log, and its indexes."""
    of = "" if table is HOLDS else f"_{table.name}"  # the indexes of the holds are those of version 2
    return (
        f"CREATE TABLE {table.name} (version INTEGER PRIMARY KEY, number INTEGER NOT NULL, "
        "since INTEGER NOT NULL, until INTEGER, alive INTEGER NOT NULL CHECK (alive IN (0, 1)), "
        + ", ".join(_column(table, name) for name in table.columns)
        + ", checksum INTEGER NOT NULL)",
        f"CREATE UNIQUE INDEX one_of_each{of} ON {table.name} ({table.id}) WHERE alive",
        f"CREATE INDEX former_ones{of} ON {table.name} ({table.id}) WHERE NOT alive",
        f"CREATE INDEX by_since{of} ON {table.name} (since)",
        f"CREATE INDEX by_until{of} ON {table.name} (until) WHERE until IS NOT NULL",
    )


def _sql_of_log(kept: tuple[Table, ...]) -> str:
    sums = ", ".join(f"{table.name} INTEGER NOT NULL, {table.name}_sum INTEGER NOT NULL" for table in kept)
    return f"CREATE TABLE log (id TEXT NOT NULL, {sums}, rest_sum INTEGER NOT NULL, checksum INTEGER NOT NULL)"


_CHANGES = (
    "CREATE TABLE changes (change INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, "
    "made_at TEXT, made_by TEXT, session_id TEXT, state TEXT NOT NULL, checksum INTEGER NOT NULL)"
)
SQL_OF = {  # version -> what makes its tables
    version: (_sql_of_log(kept), _CHANGES, *(sql for table in kept for sql in _sql_of(table)))
    for version, kept in KEPT_BY.items()
}
_SAYS_WHAT_IT_IS = (f"PRAGMA application_id = {APPLICATION}", f"PRAGMA user_version = {VERSION}")

OF_A_CHANGE = "change, token, kind, made_at, made_by, session_id, state"
CHANGES_SUMMED = f"UPDATE changes SET checksum = checksum({OF_A_CHANGE}) WHERE checksum <> checksum({OF_A_CHANGE})"
_ALIVE_SUMMED = "SELECT count(*), coalesce(sum(checksum), 0) FROM {} NOT INDEXED WHERE alive"  # quicker so
_ALL_SUMMED = (
    "SELECT count(*), coalesce(sum(number), 0), coalesce(sum(since), 0), coalesce(sum(until), 0), "
    "coalesce(sum(checksum), 0), coalesce(max(version), 0) FROM {}"
)
_HISTORY_SUMMED = "SELECT count(*), coalesce(sum(checksum), 0), coalesce(max(change), 0) FROM changes"


def checksum(*values: str | float | None) -> int:
    """Return 32 bits (CRC-32) of values as SQLite returns them; marshal's version 2 is the same everywhere."""
    return crc32(marshal.dumps(values, 2))


def alive_sums(db: sqlite3.Connection, table: Table) -> tuple[int, int]:
    """Return how many rows of a table are alive, and the sum of their checksums."""
    return db.execute(_ALIVE_SUMMED.format(table.name)).fetchone()


def sums(db: sqlite3.Connection, kept: tuple[Table, ...] = TABLES) -> tuple[int, ...]:
    """Return `alive_sums` of each table, and a checksum of all versions and of the history."""
    alive = [n for table in kept for n in alive_sums(db, table)]
    rest = [n for table in kept for n in db.execute(_ALL_SUMMED.format(table.name)).fetchone()]
    return *alive, checksum(*rest, *db.execute(_HISTORY_SUMMED).fetchone())


def write_sums(db: sqlite3.Connection, log_id: str) -> None:
    """Keep in the log what `sums` is now."""
    db.execute(CHANGES_SUMMED)
    now = (log_id, *sums(db))
    db.execute("DELETE FROM log")
    db.execute(f"INSERT INTO log VALUES ({', '.join('?' * (len(now) + 1))})", [*now, checksum(*now)])


def make_tables(db: sqlite3.Connection, log_id: str, *, there: tuple[str, ...] = ()) -> None:
    """Make the tables of a log, but those that are `there`, of an earlier version that made them alike."""
    for sql in (*(sql for sql in SQL_OF[VERSION] if sql not in there), *_SAYS_WHAT_IT_IS):
        db.execute(sql)
    write_sums(db, log_id)
