"""The tables of a log in SQL, with the rules of a hold made from `hiplog.schema`, and their checksums.

A row of `holds` is one version of a hold. A correction adds a version and leaves the old one where it is; a
removal leaves it too. Which change brought a version (`since`) and which ended it (`until`) is all that `undo` and
`redo` need: they say which versions are alive, and destroy none. `number` gives the order in which holds came.

SQLite has no checksums of its own. Each version has one, and the log one of all versions and of its changes, so
that a row that is altered is seen as well as one that is gone.
"""

import marshal
import sqlite3
from zlib import crc32

from hiplog.schema import ALWAYS, CHOICES, COLUMNS, LIMITS

VERSION = 2  # of these tables and their rules: to be raised with any change of `TABLES`; see renewal.py
APPLICATION = int.from_bytes(b"hipl", "big")  # SQLite's application_id: tells a log from any other database

NAMES = ", ".join(COLUMNS)
_TYPES = {"str": "TEXT", "datetime64[us]": "TEXT", "Int16": "INTEGER", "float64": "REAL", "Float64": "REAL"}
TYPED = ", ".join(f"{name} {_TYPES[dtype]}" for name, dtype in COLUMNS.items())
_TO_SECONDS = "substr(started_at, 1, 19)"
_IS_TIME = (  # adding no days moves a 31st of June to July, and so shows that there is none
    f"strftime('%Y-%m-%dT%H:%M:%S', {_TO_SECONDS}, '+0 days') IS {_TO_SECONDS} AND "
    "(length(started_at) = 19 OR substr(started_at, 20) GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]')"
)


def _rule(name: str) -> str:
    """Return the rule of a column in SQL; a missing value, NULL, breaks none."""
    if name in CHOICES:
        return f"{name} IN ({', '.join(repr(word) for word in CHOICES[name])})"
    if name == "started_at":
        return _IS_TIME
    if COLUMNS[name] == "str":
        return f"{name} <> '' AND typeof({name}) IN ('text', 'null')"
    limits = LIMITS[name]
    over = ">=" if limits.closed_left else ">"
    whole = f" AND {name} = CAST({name} AS INTEGER)" if COLUMNS[name].startswith("Int") else ""
    most = "hold_s" if name == "claimed_s" else f"{limits.right:g}"
    return f"{name} {over} {limits.left:g} AND {name} <= {most}{whole}"


def _column(name: str) -> str:
    needed = " NOT NULL" if name in ALWAYS else ""
    return f"{name} {_TYPES[COLUMNS[name]]}{needed} CHECK ({_rule(name)})"


TABLES = (
    "CREATE TABLE log (id TEXT NOT NULL, holds INTEGER NOT NULL, holds_sum INTEGER NOT NULL, "
    "rest_sum INTEGER NOT NULL, checksum INTEGER NOT NULL)",
    "CREATE TABLE changes (change INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, "
    "made_at TEXT, made_by TEXT, session_id TEXT, state TEXT NOT NULL, checksum INTEGER NOT NULL)",
    "CREATE TABLE holds (version INTEGER PRIMARY KEY, number INTEGER NOT NULL, since INTEGER NOT NULL, "
    "until INTEGER, alive INTEGER NOT NULL CHECK (alive IN (0, 1)), "
    + ", ".join(_column(name) for name in COLUMNS)
    + ", checksum INTEGER NOT NULL)",
    "CREATE UNIQUE INDEX one_of_each ON holds (hold_id) WHERE alive",
    "CREATE INDEX former_ones ON holds (hold_id) WHERE NOT alive",
    "CREATE INDEX by_since ON holds (since)",
    "CREATE INDEX by_until ON holds (until) WHERE until IS NOT NULL",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)

OF_A_CHANGE = "change, token, kind, made_at, made_by, session_id, state"
CHANGES_SUMMED = f"UPDATE changes SET checksum = checksum({OF_A_CHANGE}) WHERE checksum <> checksum({OF_A_CHANGE})"
_LOG_SUMMED = (
    "SELECT count(*), coalesce(sum(checksum), 0) FROM holds NOT INDEXED WHERE alive",  # quicker so
    "SELECT count(*), coalesce(sum(number), 0), coalesce(sum(since), 0), coalesce(sum(until), 0), "
    "coalesce(sum(checksum), 0), coalesce(max(version), 0) FROM holds",
    "SELECT count(*), coalesce(sum(checksum), 0), coalesce(max(change), 0) FROM changes",
)


def checksum(*values: str | float | None) -> int:
    """Return 32 bits (CRC-32) of values as SQLite returns them; marshal's version 2 is the same everywhere."""
    return crc32(marshal.dumps(values, 2))


def sums(db: sqlite3.Connection) -> tuple[int, int, int]:
    """Return how many holds are alive, the sum of their checksums, and a checksum of the rest of the log."""
    (holds, holds_sum), *rest = (db.execute(sql).fetchone() for sql in _LOG_SUMMED)
    return holds, holds_sum, checksum(*(value for row in rest for value in row))


def write_sums(db: sqlite3.Connection, log_id: str) -> None:
    """Keep in the log what `sums` is now."""
    db.execute(CHANGES_SUMMED)
    now = (log_id, *sums(db))
    db.execute("DELETE FROM log")
    db.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?)", [*now, checksum(*now)])


def make_tables(db: sqlite3.Connection, log_id: str) -> None:
    """Make the tables of a log without holds."""
    for sql in TABLES:
        db.execute(sql)
    write_sums(db, log_id)
