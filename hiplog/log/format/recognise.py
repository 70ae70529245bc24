"""Only a log is a log: a file with tables that hiplog did not make is not read, whatever its name is."""

import sqlite3
from hashlib import sha256
from pathlib import Path

from hiplog.log.format.tables import APPLICATION, SQL_OF, VERSION
from hiplog.schema import LogError

NO_LOG = "this is no log of hiplog, expected a file that hiplog.Log made"
_ALL = (  # sqlite_stat: what ANALYZE leaves, in a file that somebody looked into with another program
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
    "AND name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
)
_DIGEST_1 = "71dbf2b4aff66ba3"  # of the tables of version 1, which is made no more


def version_of(db: sqlite3.Connection, path: Path) -> int:
    """Return the version of a log, having compared its tables with those that hiplog makes.

    Raises
    ------
    LogError
        Where it is no log, or one with more in it (a trigger, a view, a column): opening such a file could run
        what somebody put there.
    """
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise LogError(f"{path}: {NO_LOG}")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise LogError(
            f"{path}: this log has version {version}, made by a newer hiplog, expected at most {VERSION}: "
            "upgrade hiplog"
        )
    there = {sql: f"the {kind} {name!a}" for kind, name, sql in db.execute(_ALL)}
    digests = {1: _DIGEST_1} | {known: digest(made) for known, made in SQL_OF.items()}
    if digests.get(version) != digest(there):
        strange = [name for sql, name in there.items() if sql not in SQL_OF.get(version, there)]
        what = f"{strange[0]} is not hiplog's" if strange else f"its tables are not those of version {version}"
        raise LogError(f"{path}: {NO_LOG} and nobody changed since: {what}")
    return version


def digest(statements: list[str] | tuple[str, ...] | dict[str, str]) -> str:
    """Return a short digest of the SQL of some tables, in any order."""
    return sha256("\n".join(sorted(statements)).encode()).hexdigest()[:16]
