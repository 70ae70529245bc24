"""A log of an earlier version, made one of this version within one transaction.

Version 1 had no `claimed_s` and no checksums, and kept in `holds_before` what each change was about to alter.
Version 2 had holds alone. Where `tables.VERSION` grows, version 3 gets a step of its own here; those before stay.
"""

import sqlite3
from itertools import pairwise
from uuid import NAMESPACE_OID, uuid5

from hiplog.log.format.rows import id_of, refuse_damaged
from hiplog.log.format.tables import SQL_OF, make_tables, names, typed, write_sums
from hiplog.schema import HOLDS

_WAS = (
    "hold_id, session_id, started_at, utc_offset_min, exercise, side, hold_s, target_s, ended, pain_before, "
    "pain_after, note, source"
)
_VERSIONS = (  # of each hold in turn: what its changes found, and last what is there now
    f"SELECT * FROM (SELECT change AS until, number, added_by, {_WAS} FROM holds_before "
    f"UNION ALL SELECT NULL, number, added_by, {_WAS} FROM holds) "
    "ORDER BY hold_id, until IS NULL, until"
)
_KEEP_CHANGE = "INSERT INTO changes VALUES (?, ?, ?, NULL, NULL, ?, 'done', 0)"
_KEEP = f"INSERT INTO renewed (number, since, until, {_WAS}) VALUES ({', '.join('?' * 16)})"
_NAMES = names(HOLDS)
_INSERT = (
    f"INSERT INTO holds (number, since, until, alive, {_NAMES}, checksum) "
    f"SELECT number, since, until, until IS NULL, {_NAMES}, checksum({_NAMES}) FROM renewed ORDER BY since, number"
)


def renew(db: sqlite3.Connection, path: object, version: int) -> None:
    """Make the open log, which is of an earlier version and in a transaction, one of this version.

    Raises
    ------
    LogError
        Where it is damaged, as far as its version can tell: sums that are made anew would hide that.
    """
    if version == 1:
        _renew_1(db)
        return
    refuse_damaged(db, path, version)
    log_id = id_of(db, path)
    db.execute("DROP TABLE log")
    make_tables(db, log_id, there=SQL_OF[version])


def _renew_1(db: sqlite3.Connection) -> None:
    (log_id,) = db.execute("SELECT id FROM log").fetchone()
    changes = db.execute("SELECT change, kind, session_id FROM changes ORDER BY change").fetchall()
    versions = _with_since(db.execute(_VERSIONS).fetchall())
    for table in ("holds_before", "holds", "changes", "log"):
        db.execute(f"DROP TABLE {table}")
    make_tables(db, log_id)
    # every copy that is renewed gets the same tokens, so that they are known for the same log
    rows = [(n, str(uuid5(NAMESPACE_OID, f"{log_id} {n}")), kind, session) for n, kind, session in changes]
    db.executemany(_KEEP_CHANGE, rows)
    db.execute(f"CREATE TEMP TABLE renewed (number INTEGER, since INTEGER, until INTEGER, {typed(HOLDS)})")
    db.executemany(_KEEP, versions)
    db.execute(_INSERT)
    db.execute("DROP TABLE renewed")
    write_sums(db, log_id)


def _with_since(rows: list[tuple]) -> list[tuple]:
    """Return each version of a hold with the change that brought it: the one that ended its former, if any did."""
    renewed = []
    for before, (until, number, added_by, *values) in pairwise([None, *rows]):
        follows = before is not None and before[3] == values[0]
        renewed.append((number, max(added_by, before[0]) if follows else added_by, until, *values))
    return renewed
