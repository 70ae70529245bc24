"""The changes of a log: made, taken back and made again, and what they are in words; none destroys anything.

A change is one `add`, `remove`, `change` or `restore`. What the timer added of one session, one call after the
other, is taken back as one.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

import pandas as pd

from hiplog.log.format.tables import names, typed
from hiplog.log.format.words import counted, named, time_in_words
from hiplog.schema import TABLES, Table

_Row = tuple[Table, int]  # a row by its table and number, which all its versions have
_NEW_CHANGE = (
    "INSERT INTO changes (token, kind, made_at, made_by, session_id, state, checksum) "
    "VALUES (?, ?, ?, ?, ?, 'done', 0)"
)
_LAST_DONE = "SELECT change, session_id FROM changes WHERE state = 'done' ORDER BY change DESC"
_FIRST_UNDONE = "SELECT change, session_id FROM changes WHERE state = 'undone' ORDER BY change"
_ALIVE = "UPDATE {} SET alive = ? WHERE {} = ?"
_END = "UPDATE {table} SET alive = 0, until = ? WHERE alive AND {id} IN (SELECT {id} FROM temp.versions)"
_BRING = (
    "INSERT INTO {table} (number, since, alive, {names}, checksum) "
    "SELECT coalesce(number, (SELECT coalesce(max(number), 0) FROM {table}) + rowid), ?, 1, {names}, "
    "checksum({names}) FROM temp.versions ORDER BY rowid"
)
_WHAT = "SELECT kind, made_by, session_id FROM changes WHERE change = ?"
_OF_A_CHANGE = {
    "change": "int64",
    "at": "datetime64[us]",
    "by": "str",
    "what": "str",
    **{table.name: "Int64" for table in TABLES},
    "state": "str",
    "token": "str",
}
_ALTERED = ", ".join(
    f"(SELECT count(DISTINCT {table.id}) FROM {table.name} WHERE since = change OR until = change)"
    for table in TABLES
)
_CHANGES = f"SELECT change, made_at, made_by, kind, {_ALTERED}, state, token FROM changes ORDER BY change DESC"


def new_change(db: sqlite3.Connection, kind: str, by: str | None, session_id: str | None) -> tuple[int, str]:
    """Begin a change; return its number and its token. What was undone before it can be made again no more."""
    token = str(uuid4())
    now = datetime.now().isoformat(timespec="seconds")
    db.execute("UPDATE changes SET state = 'left' WHERE state = 'undone'")
    change = db.execute(_NEW_CHANGE, [token, kind, now, by, session_id]).lastrowid
    return change, token


def begin_versions(db: sqlite3.Connection, table: Table) -> None:
    """Make the empty table `temp.versions`, for rows of a table with their `number`, NULL for a new one."""
    db.execute("DROP TABLE IF EXISTS temp.versions")
    db.execute(f"CREATE TEMP TABLE versions (number INTEGER, {typed(table)})")


def bring_versions(db: sqlite3.Connection, change: int, table: Table) -> None:
    """Let the rows in `temp.versions` take the place of those of the same id; one without a number is new."""
    for sql in (_END, _BRING):
        db.execute(sql.format(table=table.name, id=table.id, names=names(table)), [change])


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


class Step(str):
    """What a step does, in words, with the tokens of its changes: two steps may read alike.

    Attributes
    ----------
    tokens : tuple of str
    """

    tokens: tuple[str, ...]


def in_words(db: sqlite3.Connection, group: list[int], *, back: bool) -> Step:
    """Return what `step` would do; "" for no changes."""
    said = Step(described(db, group, back=back))
    said.tokens = tuple(token_of(db, change) for change in group)
    return said


def step(db: sqlite3.Connection, group: list[int], *, back: bool) -> None:
    """Take changes back, or make them again, in this order."""
    hide, show = ("since", "until") if back else ("until", "since")
    for change in group:
        for table in TABLES:
            db.execute(_ALIVE.format(table.name, hide), [0, change])
            db.execute(_ALIVE.format(table.name, show), [1, change])
        db.execute("UPDATE changes SET state = ? WHERE change = ?", ["undone" if back else "done", change])


def described(db: sqlite3.Connection, group: list[int], *, back: bool) -> str:
    """Return what taking changes back, or making them again, does: "an import from x.csv: 2 holds out again"."""
    if not group:
        return ""
    (kind, by, session_id) = db.execute(_WHAT, group[:1]).fetchone()
    before, after = _around(db, f"({', '.join(map(str, group))})")
    if kind == "changed" and len(before) == len(after) == 1:
        was, now = (before, after) if back else (after, before)
        return _difference(*was.items(), *now.values())
    out, back_in = (after.keys() - before.keys(), before.keys() - after.keys())
    if not back:
        out, back_in = back_in, out
    parts = [f"{_counted(out)} out of the log again"] if out else []
    parts += [f"{_counted(back_in)} back in the log"] if back_in else []
    if altered := before.keys() & after.keys():
        had = f"{'without' if back else 'with'} what that had added"
        if kind == "restored":
            had = f"with the values of {'before' if back else 'the backup'}"
        parts.append(f"{_counted(altered)} {had}")
    return f"{_what(kind, by, session_id, after | before)}: {', '.join(parts) or 'nothing of it is left'}"


def _counted(rows: Iterable[_Row]) -> str:
    of = Counter(table for table, _ in rows)
    return counted({table: of[table] for table in TABLES})


def _around(db: sqlite3.Connection, those: str) -> tuple[dict[_Row, dict], dict[_Row, dict]]:
    """Return the rows that changes altered, by table and number, as they were before and as they were after."""
    sides = (
        f"until IN {those} AND since NOT IN {those}",
        f"since IN {those} AND (until IS NULL OR until NOT IN {those})",
    )
    before, after = (
        {
            (table, number): dict(zip(table.columns, values, strict=True))
            for table in TABLES
            for number, *values in db.execute(f"SELECT number, {names(table)} FROM {table.name} WHERE {side}")
        }
        for side in sides
    )
    return before, after


def _what(kind: str, by: str | None, session_id: str | None, rows: dict[_Row, dict]) -> str:
    """Return what kind of change it was, of which these rows are what it brought or ended."""
    if not rows:
        return "a change"
    if session_id is not None:
        return f"the session of {time_in_words(min(row['started_at'] for row in rows.values()))}"
    if kind == "added":
        ((table, _), row), *more = rows.items()
        if not more and by != "import":  # typed in
            return named(table, list(row.values()))
        sources = {row.get("source") for row in rows.values()}
        (source,) = sources if len(sources) == 1 else (None,)
        return f"an import from {source}" if source not in (None, "timer") else "an import"
    return {"removed": "a removal", "restored": "a restored backup"}.get(kind, "a correction")


def _difference(old: tuple[_Row, dict], new: dict) -> str:
    (table, _), row = old
    again = [
        f"{name} {'missing' if value is None else repr(value)}"
        for name, value in row.items()
        if new[name] != value
    ]
    return f"a correction: {named(table, list(row.values()))} has {', '.join(again)} again"


def token_of(db: sqlite3.Connection, change: int) -> str:
    """Return what tells this change from any other of any log."""
    return db.execute("SELECT token FROM changes WHERE change = ?", [change]).fetchone()[0]


def has_change(db: sqlite3.Connection, token: str) -> bool:
    """Return whether the log knows the change with this token, done or undone."""
    return db.execute("SELECT 1 FROM changes WHERE token = ?", [token]).fetchone() is not None


def tokens(db: sqlite3.Connection) -> set[str]:
    """Return the tokens of all changes, which a copy of the log shares as far as it has the same."""
    return {token for (token,) in db.execute("SELECT token FROM changes")}


def last_change(db: sqlite3.Connection) -> tuple[str, str | None] | None:
    """Return the token of the newest change and when it was made, None where there was none."""
    return db.execute("SELECT token, made_at FROM changes ORDER BY change DESC LIMIT 1").fetchone()


def changes(db: sqlite3.Connection) -> pd.DataFrame:
    """Return the changes, the newest first; see `Log.changes`. With their `token`s."""
    frame = pd.DataFrame(db.execute(_CHANGES).fetchall(), columns=list(_OF_A_CHANGE))
    frame["at"] = pd.to_datetime(frame["at"], format="ISO8601", errors="coerce")
    return frame.astype(_OF_A_CHANGE)


def replace_all(db: sqlite3.Connection, change: int, table: Table, rows: list[tuple]) -> int:
    """Let a table have these rows and no others, as part of a change; return how many differed."""
    begin_versions(db, table)
    db.executemany(f"INSERT INTO versions VALUES (NULL, {', '.join('?' * len(table.columns))})", rows)
    alive = f"SELECT {{}} FROM {table.name} AS was WHERE alive AND was.{table.id} = versions.{table.id}"
    db.execute(
        f"DELETE FROM versions WHERE EXISTS ({alive.format(1)} AND was.checksum = "
        f"checksum({names(table, 'versions')}))"
    )
    ids = {row[0] for row in rows}
    there = db.execute(f"SELECT {table.id} FROM {table.name} WHERE alive").fetchall()
    gone = [(change, row_id) for (row_id,) in there if row_id not in ids]
    db.executemany(f"UPDATE {table.name} SET alive = 0, until = ? WHERE alive AND {table.id} = ?", gone)
    # a row of the log keeps its place among those of the same time
    db.execute(f"UPDATE versions SET number = ({alive.format('number')})")
    (came,) = db.execute("SELECT count(*) FROM versions").fetchone()
    bring_versions(db, change, table)
    return came + len(gone)


def forget(db: sqlite3.Connection) -> dict[Table, int]:
    """Delete what is not alive, and the way back to it; return how many versions of each table that were."""
    gone = {}
    for table in TABLES:
        gone[table] = db.execute(f"DELETE FROM {table.name} WHERE NOT alive").rowcount
        db.execute(f"UPDATE {table.name} SET until = NULL")
    db.execute("UPDATE changes SET state = 'forgotten'")
    return gone
