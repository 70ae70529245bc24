"""Taking back the last change of a log, and saying what it was."""

import sqlite3
from datetime import date

from hiplog.log.tables import NAMES
from hiplog.schema import COLUMNS

_TAKE_BACK = (
    # what a change added goes, and with it what was done since to these holds (to a session's, in between)
    "DELETE FROM holds WHERE added_by IN {those}",
    "DELETE FROM holds_before WHERE added_by IN {those}",
    # what a session gave to a hold of another change stays where that hold was corrected since
    "DELETE FROM holds_before AS was WHERE change IN {those} AND EXISTS (SELECT 1 FROM holds_before AS later "
    "WHERE later.hold_id = was.hold_id AND later.change > was.change AND later.change NOT IN {those})",
    # the rest is again as it was before the first of these changes
    "DELETE FROM holds WHERE hold_id IN (SELECT hold_id FROM holds_before WHERE change IN {those})",
    f"INSERT INTO holds (number, added_by, {NAMES}) SELECT number, added_by, {NAMES} FROM "
    "(SELECT *, min(change) FROM holds_before WHERE change IN {those} GROUP BY hold_id)",
    "DELETE FROM holds_before WHERE change IN {those}",
    # a change of which nothing is left is none, be it one of these or one in between
    "DELETE FROM changes WHERE change NOT IN (SELECT added_by FROM holds "
    "UNION SELECT added_by FROM holds_before UNION SELECT change FROM holds_before)",
)


def take_back(db: sqlite3.Connection) -> str:
    """Take back the last change, and return the sentence that says what it was.

    All that the timer added of one session is one change, whatever was done in between.
    """
    last = db.execute("SELECT change, kind, session_id FROM changes ORDER BY change DESC LIMIT 1").fetchone()
    if last is None:
        return "There is nothing to take back."
    change, kind, session_id = last
    steps = db.execute("SELECT change FROM changes WHERE session_id = ?", [session_id]).fetchall() or [(change,)]
    those = f"({', '.join(str(step) for (step,) in steps)})"
    said = _difference(db, change) if kind == "changed" else _what(db, kind, session_id, those)
    for sql in _TAKE_BACK:
        db.execute(sql.format(those=those))
    return f"Took back {said}."


def _what(db: sqlite3.Connection, kind: str, session_id: str | None, those: str) -> str:
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
        (first,) = db.execute(
            f"SELECT min(started_at) FROM holds WHERE added_by IN {those} "
            f"OR hold_id IN (SELECT hold_id FROM holds_before WHERE change IN {those})"
        ).fetchone()
        what = f"the session of {_when(first)}"
    parts = [f"{count(added)} out of the log again"] if added else []
    parts += [f"{count(before)} without what that had added"] if before else []
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
