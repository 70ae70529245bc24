"""Holds added to a log: new ones, and what those already there gain."""

import sqlite3

import pandas as pd

from hiplog.log.history import begin_versions, bring_versions
from hiplog.log.rows import to_rows
from hiplog.log.sessions import join_near_sessions
from hiplog.log.tables import NAMES, TYPED
from hiplog.schema import ALWAYS, COLUMNS

_GAINS = [name for name in COLUMNS if name not in ALWAYS]
_GIVEN = f"CREATE TEMP TABLE given ({TYPED})"
_GIVE = f"INSERT INTO given VALUES ({', '.join('?' * len(COLUMNS))})"
_SAME = (
    "was.hold_id = given.hold_id AND was.exercise = given.exercise AND was.side = given.side AND "
    "was.started_at = given.started_at AND abs(was.hold_s - given.hold_s) < 0.001"
)
_OTHERS = (  # the log has their id, but neither now nor before a correction this hold
    "SELECT hold_id FROM given WHERE hold_id IN (SELECT hold_id FROM holds WHERE alive) AND NOT EXISTS "
    f"(SELECT 1 FROM holds AS was WHERE was.alive AND {_SAME}) AND NOT EXISTS "
    f"(SELECT 1 FROM holds AS was WHERE NOT was.alive AND {_SAME})"  # in two, for an index each
)
_JOIN_SESSIONS = (  # as where a row of a file was mended, and is now the first of its session
    "UPDATE given SET session_id = known.session_id FROM (SELECT given.session_id AS said, holds.session_id, "
    "min(holds.number) FROM given JOIN holds USING (hold_id) WHERE alive GROUP BY said) AS known "
    "WHERE given.session_id = said AND known.session_id <> said"
)
_IS_NEW = "hold_id NOT IN (SELECT hold_id FROM holds WHERE alive)"
_NEW = f"INSERT INTO versions SELECT NULL, {NAMES} FROM given WHERE {_IS_NEW} ORDER BY rowid"
_FILLED = ", ".join(
    f"coalesce(holds.{name}, min(given.claimed_s, holds.hold_s))" if name == "claimed_s"
    else f"coalesce(holds.{name}, given.{name})" if name in _GAINS
    else f"holds.{name}"
    for name in COLUMNS
)  # fmt: skip
_FILL = (
    f"INSERT INTO versions SELECT number, {_FILLED} FROM given JOIN holds USING (hold_id) WHERE alive AND ("
    + " OR ".join(f"(holds.{name} IS NULL AND given.{name} IS NOT NULL)" for name in _GAINS)
    + ") ORDER BY given.rowid"
)


class Added(int):
    """How many holds were new, and beside that how many were there already.

    Attributes
    ----------
    new : int
        Holds that the log did not have.
    known : int
        Holds that it had, whether they gained anything or not.
    filled : int
        Of those, the ones that gained a value that was missing.
    different : int
        Holds that were not added, because the log has another hold of the same id.
    """

    new: int
    known: int
    filled: int
    different: int

    def __new__(cls, new: int, known: int = 0, filled: int = 0, different: int = 0) -> "Added":
        """Return the number of new holds."""
        self = super().__new__(cls, new)
        self.new, self.known, self.filled, self.different = new, known, filled, different
        return self

    def __str__(self) -> str:
        return int.__repr__(self)

    def __repr__(self) -> str:
        said = [f"{self.new:,} new"]
        said += [f"{self.known:,} already there"] if self.known else []
        said += [f"{self.filled:,} of them filled in"] if self.filled else []
        said += [f"{self.different:,} not added: the log has another hold of that id"] if self.different else []
        return ", ".join(said)


def add_rows(db: sqlite3.Connection, change: int, holds: pd.DataFrame) -> Added:
    """Add holds that conform, as part of a change."""
    once = holds.groupby("hold_id", sort=False, as_index=False).first()[list(COLUMNS)].astype(COLUMNS)
    holds = once if len(once) < len(holds) else holds
    rows = to_rows(holds)
    db.execute("DROP TABLE IF EXISTS temp.given")
    db.execute(_GIVEN)
    db.executemany(_GIVE, rows)
    others = db.execute(_OTHERS).fetchall()
    db.executemany("DELETE FROM given WHERE hold_id = ?", others)
    db.execute(_JOIN_SESSIONS)
    _join_near(db)
    begin_versions(db)
    new = db.execute(_NEW).rowcount
    filled = db.execute(_FILL).rowcount
    bring_versions(db, change)
    return Added(new, len(rows) - len(others) - new, filled, len(others))


def _join_near(db: sqlite3.Connection) -> None:
    """Put new holds into the sessions of the log that they are near to."""
    new = db.execute(f"SELECT hold_id, session_id, started_at, exercise, side, hold_s FROM given WHERE {_IS_NEW}")
    names = ["hold_id", "session_id", "started_at", "exercise", "side", "hold_s"]
    holds = pd.DataFrame(new.fetchall(), columns=names)
    if holds.empty:
        return
    holds["started_at"] = pd.to_datetime(holds["started_at"], format="ISO8601").astype("datetime64[us]")
    joined = join_near_sessions(db, holds)["session_id"]
    moved = joined[joined != holds["session_id"]]
    db.executemany(
        "UPDATE given SET session_id = ? WHERE hold_id = ?",
        list(zip(moved, holds["hold_id"][moved.index], strict=True)),
    )
