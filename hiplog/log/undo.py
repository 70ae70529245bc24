"""Taking back the last change of a log, and saying what it was."""

import sqlite3
from datetime import date

from hiplog.log.tables import NAMES
from hiplog.schema import COLUMNS

# What was done since to holds that a session added goes with them; it is gone without a step of its own.
_TAKE_OUT = ("DELETE FROM holds WHERE added_by = ?1", "DELETE FROM holds_before WHERE added_by = ?1")
_PUT_BACK = (
    # what a session gave to a hold of another change stays where that hold was corrected since
    "DELETE FROM holds_before AS old WHERE change = ?1 AND EXISTS "
    "(SELECT 1 FROM holds_before AS later WHERE later.hold_id = old.hold_id AND later.change > ?1)",
    "DELETE FROM holds WHERE hold_id IN (SELECT hold_id FROM holds_before WHERE change = ?1)",
    f"INSERT INTO holds (number, added_by, {NAMES}) "
    f"SELECT number, added_by, {NAMES} FROM holds_before WHERE change = ?1",
    "DELETE FROM holds_before WHERE change = ?1",
    "DELETE FROM changes WHERE change = ?1",
)
_DROP_EMPTY = """
    DELETE FROM changes WHERE change NOT IN (
        SELECT added_by FROM holds UNION SELECT added_by FROM holds_before UNION SELECT change FROM holds_before
    )
"""


def take_back(db: sqlite3.Connection) -> str:
    """Take back the last change, and return the sentence that says what it was.

    All that the timer added of one session is one change, whatever was done in between.
    """
    last = db.execute("SELECT change, kind, session_id FROM changes ORDER BY change DESC LIMIT 1").fetchone()
    if last is None:
        return "There is nothing to take back."
    change, kind, session_id = last
    parts = db.execute(
        "SELECT change FROM changes WHERE session_id = ? ORDER BY change DESC", [session_id]
    ).fetchall()
    steps = [step for (step,) in parts] or [change]
    said = _difference(db, change) if kind == "changed" else _what(db, kind, session_id, steps)
    for statements in (_TAKE_OUT, _PUT_BACK):
        for step in steps:
            for sql in statements:
                db.execute(sql, [step])
    db.execute(_DROP_EMPTY)
    return f"Took back {said}."


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
