"""What is corrected or removed, and what was."""

import sqlite3
from collections.abc import Iterable, Iterator

import pandas as pd

from hiplog.log.changes.history import begin_versions, bring_versions
from hiplog.log.changes.sessions import session_of_moved
from hiplog.log.format.rows import to_rows
from hiplog.log.format.tables import names
from hiplog.printable import one_line
from hiplog.schema import HOLDS, TABLES, LogError, Table, follow

_BY = "(SELECT made_by FROM changes WHERE change = {} AND state IN ('done', 'forgotten'))"
_VERSIONS = (
    f"SELECT version, alive, {_BY.format('since')} AS made_by, {_BY.format('until')} AS ended_by, {{names}} "
    "FROM {table} WHERE {id} = ? ORDER BY version"
)
_REMOVE = "UPDATE {table} SET alive = 0, until = ? WHERE alive AND {id} = ?"
_SESSION = list(HOLDS.columns).index("session_id")
_MOST_NAMED = 3
_THINGS = ", ".join(table.one for table in TABLES[:-1]) + f" or {TABLES[-1].one}"


def correct(db: sqlite3.Connection, change: int, row_id: str, values: dict, *, where: object) -> dict[str, tuple]:
    """Correct one row as part of a change; see `hiplog.Log.change` for what it returns and raises."""
    table, number, was = _found(db, row_id, where)
    can = [name for name in table.columns if name != table.id]
    for name in values:
        if name not in can:
            raise LogError(f"{table.one} {row_id}: {name} cannot be changed, expected one of {', '.join(can)}")
    row = _corrected(db, table, dict(zip(table.columns, was, strict=True)), values)
    if table is HOLDS:  # what the timer corrects is a part of its session, as what it added is
        session = "UPDATE changes SET session_id = ? WHERE change = ? AND made_by = 'timer'"
        db.execute(session, [was[_SESSION], change])
    begin_versions(db, table)
    db.execute(f"INSERT INTO versions VALUES (?, {', '.join('?' * len(row))})", [number, *row])
    bring_versions(db, change, table)
    return {name: (old, new) for name, old, new in zip(table.columns, was, row, strict=True) if old != new}


def _found(db: sqlite3.Connection, row_id: str, where: object) -> tuple[Table, int, list]:
    """Return the table, number and values of the row with this id, whichever table it is in."""
    for table in TABLES:
        known = f"SELECT number, {names(table)} FROM {table.name} WHERE alive AND {table.id} = ?"
        if row := db.execute(known, [row_id]).fetchone():
            return table, row[0], list(row[1:])
    raise LogError(f"{where}: there is no {_THINGS} {one_line(row_id)}, expected the id of one in the log")


def remove(db: sqlite3.Connection, change: int, ids: list[str]) -> int:
    """Remove rows as part of a change, and return how many of them there were."""
    lacking = [row_id for row_id in dict.fromkeys(ids) if not any(_is_in(db, table, row_id) for table in TABLES)]
    if lacking:
        which = ", ".join(map(one_line, lacking[:_MOST_NAMED])) + ", ..." * (len(lacking) > _MOST_NAMED)
        raise LogError(f"remove: there is no {_THINGS} {which}, expected ids of what is in the log")
    pairs = [(change, row_id) for row_id in ids]
    return sum(db.executemany(_REMOVE.format(table=table.name, id=table.id), pairs).rowcount for table in TABLES)


def _is_in(db: sqlite3.Connection, table: Table, row_id: str) -> bool:
    known = f"SELECT 1 FROM {table.name} WHERE alive AND {table.id} = ?"
    return db.execute(known, [row_id]).fetchone() is not None


def ids_in(of: str, rows: str | Iterable[str] | pd.DataFrame) -> list[str]:
    """Return the ids of rows that are given to a function by one id, by several, or as a frame."""
    if isinstance(rows, pd.DataFrame):
        for table in TABLES:
            if table.id in rows:
                return ids_in(of, rows[table.id])
        raise LogError(f"{of}: the frame has no column hold_id, expected holds as log.holds() gives them")
    ids = [rows] if isinstance(rows, str) else list(rows) if isinstance(rows, Iterable) else [rows]
    for each in ids:
        check_id(of, each)
    return ids


def check_id(of: str, given: object) -> None:
    """Refuse what is no id, with where ids are."""
    if not isinstance(given, str):
        there = f"{given!r}" if given is None or isinstance(given, (int, float)) else f"a {type(given).__name__}"
        raise LogError(f"{of}: the id is {there}, expected a text such as log.holds()['hold_id'] has")


def versions(db: sqlite3.Connection, ids: list[str]) -> dict[str, list[dict]]:
    """Return what each of these rows was and is; see `hiplog.Log.versions`."""
    return {row_id: found for row_id in ids if (found := [*_versions(db, row_id)])}


def _versions(db: sqlite3.Connection, row_id: str) -> Iterator[dict]:
    for table in TABLES:
        sql = _VERSIONS.format(table=table.name, id=table.id, names=names(table))
        columns = ["version", "alive", "made_by", "ended_by", *table.columns]
        for values in db.execute(sql, [row_id]):
            yield dict(zip(columns, values, strict=True))


def _corrected(db: sqlite3.Connection, table: Table, was: dict, values: dict) -> tuple:
    """Return a row with corrected values and what follows from them."""
    where = f"{table.one} {was[table.id]}"
    after = was | (follow(was, values) if table is HOLDS else values)
    mended = table.conform(pd.DataFrame([after], dtype=object), where=where)
    if "started_at" in values and "session_id" not in values:
        hold, began = mended.iloc[0].to_dict(), pd.Timestamp(was["started_at"])
        mended["session_id"] = pd.Series([session_of_moved(db, hold, began)], dtype="str")
    (row,) = to_rows(mended, table, where=where)
    return row
