"""The changes of a log: made, taken back and made again, and what they are in words; none destroys anything.

A change is one `add`, `remove`, `change` or `restore`. What the timer added of one session, one call after the
other, is taken back as one.
"""

import sqlite3
from datetime import date, datetime
from uuid import uuid4

import pandas as pd

from hiplog.dates import day_in_words
from hiplog.log.tables import NAMES, TYPED
from hiplog.schema import COLUMNS

_NEW_CHANGE = (
    "INSERT INTO changes (token, kind, made_at, made_by, session_id, state, checksum) "
    "VALUES (?, ?, ?, ?, ?, 'done', 0)"
)
_LAST_DONE = "SELECT change, session_id FROM changes WHERE state = 'done' ORDER BY change DESC"
_FIRST_UNDONE = "SELECT change, session_id FROM changes WHERE state = 'undone' ORDER BY change"
_HIDE, _SHOW = (f"UPDATE holds SET alive = {alive} WHERE {{}} = ?" for alive in (0, 1))
_END = "UPDATE holds SET alive = 0, until = ? WHERE alive AND hold_id IN (SELECT hold_id FROM temp.versions)"
_BRING = (
    f"INSERT INTO holds (number, since, alive, {NAMES}, checksum) "
    f"SELECT coalesce(number, (SELECT coalesce(max(number), 0) FROM holds) + rowid), ?, 1, {NAMES}, "
    f"checksum({NAMES}) FROM temp.versions ORDER BY rowid"
)
_OF_A_CHANGE = {
    "change": "int64",
    "at": "datetime64[us]",
    "by": "str",
    "what": "str",
    "holds": "Int64",
    "state": "str",
    "token": "str",
}
_CHANGES = (
    "SELECT change, made_at, made_by, kind, (SELECT count(DISTINCT hold_id) FROM holds WHERE since = change OR "
    "until = change), state, token FROM changes ORDER BY change DESC"
)
_VERSIONS = f"CREATE TEMP TABLE versions (number INTEGER, {TYPED})"


def new_change(db: sqlite3.Connection, kind: str, by: str | None, session_id: str | None) -> tuple[int, str]:
    """Begin a change; return its number and its token. What was undone before it can be made again no more."""
    token = str(uuid4())
    now = datetime.now().isoformat(timespec="seconds")
    db.execute("UPDATE changes SET state = 'left' WHERE state = 'undone'")
    change = db.execute(_NEW_CHANGE, [token, kind, now, by, session_id]).lastrowid
    return change, token


def begin_versions(db: sqlite3.Connection) -> None:
    """Make the empty table `temp.versions`, for holds with their `number`, NULL for a new one."""
    db.execute("DROP TABLE IF EXISTS temp.versions")
    db.execute(_VERSIONS)


def bring_versions(db: sqlite3.Connection, change: int) -> None:
    """Let the holds in `temp.versions` take the place of those of the same id; one without a number is new."""
    db.execute(_END, [change])
    db.execute(_BRING, [change])


def next_step(db: sqlite3.Connection, *, back: bool) -> list[int]:
    """Return the changes that would be taken back (newest first), or made again (oldest first), as one."""
    steps = db.execute(_LAST_DONE if back else _FIRST_UNDONE)
    group: list[int] = []
    session: str | None = None
    for change, session_id in steps:
        if group and (session is None or session_id != session):
            break
        group.append(change)
        session = session_id
    return group


def step(db: sqlite3.Connection, group: list[int], *, back: bool) -> None:
    """Take changes back, or make them again, in this order."""
    hide, show = ("since", "until") if back else ("until", "since")
    for change in group:
        db.execute(_HIDE.format(hide), [change])
        db.execute(_SHOW.format(show), [change])
        db.execute("UPDATE changes SET state = ? WHERE change = ?", ["undone" if back else "done", change])


def described(db: sqlite3.Connection, group: list[int], *, back: bool) -> str:
    """Return what taking changes back, or making them again, does: "an import from x.csv: 2 holds out again"."""
    if not group:
        return ""
    (kind, session_id) = db.execute("SELECT kind, session_id FROM changes WHERE change = ?", group[:1]).fetchone()
    those = f"({', '.join(map(str, group))})"
    before, after = _around(db, those)
    if kind == "changed" and len(before) == len(after) == 1:
        was, now = (before, after) if back else (after, before)
        return _difference(*was.values(), *now.values())
    out, back_in = (after.keys() - before.keys(), before.keys() - after.keys())
    if not back:
        out, back_in = back_in, out
    altered = before.keys() & after.keys()
    parts = [f"{count(len(out))} out of the log again"] if out else []
    parts += [f"{count(len(back_in))} back in the log"] if back_in else []
    parts += [f"{count(len(altered))} {'without' if back else 'with'} what that had added"] if altered else []
    rows = [*after.values(), *before.values()]
    return f"{_what(kind, session_id, rows)}: {', '.join(parts) or 'nothing of it is left'}"


def _around(db: sqlite3.Connection, those: str) -> tuple[dict[int, dict], dict[int, dict]]:
    """Return the holds that changes altered, by number, as they were before and as they were after."""
    sides = (
        f"until IN {those} AND since NOT IN {those}",
        f"since IN {those} AND (until IS NULL OR until NOT IN {those})",
    )
    found = []
    for side in sides:
        rows = db.execute(f"SELECT number, {NAMES} FROM holds WHERE {side} ORDER BY started_at").fetchall()
        found.append({number: dict(zip(COLUMNS, values, strict=True)) for number, *values in rows})
    return found[0], found[1]


def _what(kind: str, session_id: str | None, rows: list[dict]) -> str:
    if kind == "added" and session_id is not None and rows:
        return f"the session of {when(min(row['started_at'] for row in rows))}"
    if kind == "added":
        sources = {row["source"] for row in rows}
        (source,) = sources if len(sources) == 1 else (None,)
        return f"an import from {source}" if source else "an import"
    return {"removed": "a removal", "restored": "a restored backup"}.get(kind, "a correction")


def _difference(old: dict, new: dict) -> str:
    again = [
        f"{name} {'missing' if value is None else repr(value)}"
        for name, value in old.items()
        if new[name] != value
    ]
    return f"a correction: the {old['side']} hold of {when(old['started_at'])} has {', '.join(again)} again"


def count(n: int) -> str:
    """Return a number of holds in words."""
    return "1 hold" if n == 1 else f"{n:,} holds"


def day(time: str) -> str:
    """Return the day of a time as a log keeps it, like 4 Mar 2026."""
    return day_in_words(date.fromisoformat(time[:10]))


def when(time: str) -> str:
    """Return a time as a log keeps it, like 4 Mar 2026, 07:10."""
    return f"{day(time)}, {time[11:16]}"


def token_of(db: sqlite3.Connection, change: int) -> str:
    """Return what tells this change from any other of any log."""
    return db.execute("SELECT token FROM changes WHERE change = ?", [change]).fetchone()[0]


def changes(db: sqlite3.Connection) -> pd.DataFrame:
    """Return the changes, the newest first; see `Log.changes`. With their `token`s."""
    frame = pd.DataFrame(db.execute(_CHANGES).fetchall(), columns=list(_OF_A_CHANGE))
    frame["at"] = pd.to_datetime(frame["at"], format="ISO8601", errors="coerce")
    return frame.astype(_OF_A_CHANGE)


def replace_all(db: sqlite3.Connection, change: int, rows: list[tuple]) -> int:
    """Let the log have these holds and no others, as part of a change; return how many differed."""
    begin_versions(db)
    db.executemany(f"INSERT INTO versions VALUES (NULL, {', '.join('?' * len(COLUMNS))})", rows)
    db.execute(
        "DELETE FROM versions WHERE EXISTS (SELECT 1 FROM holds WHERE alive AND holds.hold_id = versions.hold_id "
        f"AND holds.checksum = checksum({', '.join(f'versions.{name}' for name in COLUMNS)}))"
    )
    ids = {row[0] for row in rows}
    alive = db.execute("SELECT hold_id FROM holds WHERE alive").fetchall()
    gone = [(change, hold_id) for (hold_id,) in alive if hold_id not in ids]
    db.executemany("UPDATE holds SET alive = 0, until = ? WHERE alive AND hold_id = ?", gone)
    # a hold of the log keeps its place among those that began together
    db.execute(
        "UPDATE versions SET number = (SELECT number FROM holds WHERE alive AND hold_id = versions.hold_id)"
    )
    (came,) = db.execute("SELECT count(*) FROM versions").fetchone()
    bring_versions(db, change)
    return came + len(gone)


def forget(db: sqlite3.Connection) -> int:
    """Delete the versions of holds that are not alive, and the way back to them; return how many there were."""
    gone = db.execute("DELETE FROM holds WHERE NOT alive").rowcount
    db.execute("UPDATE holds SET until = NULL")
    db.execute("UPDATE changes SET state = 'forgotten'")
    return gone
