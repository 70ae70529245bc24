"""Taking back the last change of a log, and saying what it was."""

import sqlite3
from datetime import date
from itertools import takewhile

from hiplog.log.tables import NAMES
from hiplog.schema import COLUMNS

_PUT_BACK = (
    "DELETE FROM holds WHERE added_by = ?1 OR hold_id IN (SELECT hold_id FROM holds_before WHERE change = ?1)",
    f"INSERT INTO holds (number, added_by, {NAMES}) "
    f"SELECT number, added_by, {NAMES} FROM holds_before WHERE change = ?1",
    "DELETE FROM holds_before WHERE change = ?1",
    "DELETE FROM changes WHERE change = ?1",
)
# An earlier part of a session goes together with its last one, unless something since touched the same holds.
_IS_COVERED = """
    WITH touched (change, hold_id) AS (
        SELECT added_by, hold_id FROM holds
        UNION ALL SELECT added_by, hold_id FROM holds_before
        UNION ALL SELECT change, hold_id FROM holds_before
    )
    SELECT EXISTS (
        SELECT 1 FROM touched AS mine JOIN touched AS other USING (hold_id)
        WHERE mine.change = ?1 AND other.change > ?1
        AND other.change NOT IN (SELECT change FROM changes WHERE session_id = ?2)
    )
"""


def take_back(db: sqlite3.Connection) -> str:
    """Take back the last change, and return the sentence that says what it was."""
    last = db.execute("SELECT change, kind, session_id FROM changes ORDER BY change DESC LIMIT 1").fetchone()
    if last is None:
        return "There is nothing to take back."
    change, kind, session_id = last
    steps = [change] if session_id is None else _steps(db, session_id)
    said = _difference(db, change) if kind == "changed" else _what(db, kind, session_id, steps)
    for step in steps:
        for sql in _PUT_BACK:
            db.execute(sql, [step])
    return f"Took back {said}."


def _steps(db: sqlite3.Connection, session_id: str) -> list[int]:
    """Return the changes that added to a session and can go together, latest first."""
    found = db.execute(
        "SELECT change FROM changes WHERE session_id = ? ORDER BY change DESC", [session_id]
    ).fetchall()
    steps = (step for (step,) in found)
    return list(takewhile(lambda step: db.execute(_IS_COVERED, [step, session_id]).fetchone() == (0,), steps))


def _what(db: sqlite3.Connection, kind: str, session_id: str | None, steps: list[int]) -> str:
    those = f"({', '.join(map(str, steps))})"
    (before,) = db.execute(
        f"SELECT count(DISTINCT hold_id) FROM holds_before WHERE change IN {those} AND added_by NOT IN {those}"
    ).fetchone()
    if kind == "removed":
        return f"a removal: {count(before)} back in the log"
    added, sources, source = db.execute(
        f"SELECT count(*), count(DISTINCT source), min(source) FROM holds WHERE added_by IN {those}"
    ).fetchone()
    what = f"an import from {source}" if sources == 1 else "an import"
    if session_id is not None:
        (first,) = db.execute("SELECT min(started_at) FROM holds WHERE session_id = ?", [session_id]).fetchone()
        what = f"the session of {_when(first)}"
    parts = [f"{count(added)} out of the log again"] if added else []
    parts += [f"{count(before)} without what it had given them"] if before else []
    return f"{what}: {', '.join(parts)}"


def _difference(db: sqlite3.Connection, change: int) -> str:
    was = db.execute(f"SELECT {NAMES} FROM holds_before WHERE change = ?", [change]).fetchone()
    wrong = db.execute(f"SELECT {NAMES} FROM holds WHERE hold_id = ?", was[:1]).fetchone()
    hold = dict(zip(COLUMNS, was, strict=True))
    again = [
        f"{name} {'missing' if old is None else repr(old)}"
        for (name, old), new in zip(hold.items(), wrong, strict=True)
        if old != new
    ]
    return f"a correction: the {hold['side']} hold of {_when(hold['started_at'])} has {', '.join(again)} again"


def count(n: int) -> str:
    """Return a number of holds in words."""
    return "1 hold" if n == 1 else f"{n} holds"


def day(time: str) -> str:
    """Return the day of a time as a log keeps it, like 4 Mar 2026."""
    that = date.fromisoformat(time[:10])
    return f"{that.day} {that:%b %Y}"


def _when(time: str) -> str:
    return f"{day(time)}, {time[11:16]}"
