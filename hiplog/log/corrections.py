"""Holds that are corrected or removed, and those that were."""

import sqlite3
from collections.abc import Iterable

import pandas as pd

from hiplog.log.history import begin_versions, bring_versions
from hiplog.log.rows import to_rows
from hiplog.log.sessions import session_of_moved
from hiplog.log.tables import NAMES
from hiplog.schema import COLUMNS, LogError, conform, follow

_HOLD = f"SELECT number, {NAMES} FROM holds WHERE alive AND hold_id = ?"
_VERSIONS = (  # the one that is alive, or else the newest, comes last
    "SELECT alive, made_by FROM holds LEFT JOIN changes ON change = until AND state = 'done' "
    "WHERE hold_id = ? ORDER BY alive, version"
)
_REMOVE = "UPDATE holds SET alive = 0, until = ? WHERE alive AND hold_id = ?"
_SESSION = list(COLUMNS).index("session_id")
_MARKS = ", ".join("?" * len(COLUMNS))


def correct(db: sqlite3.Connection, change: int, hold_id: str, values: dict, *, where: object) -> dict[str, tuple]:
    """Correct one hold as part of a change; see `hiplog.Log.change` for what it returns and raises."""
    can = [name for name in COLUMNS if name != "hold_id"]
    for name in values:
        if name not in can:
            raise LogError(f"hold {hold_id}: {name} cannot be changed, expected one of {', '.join(can)}")
    known = db.execute(_HOLD, [hold_id]).fetchone()
    if known is None:
        raise LogError(f"{where}: there is no hold {hold_id}, expected the hold_id of one in the log")
    number, *was = known
    row = _corrected(db, dict(zip(COLUMNS, was, strict=True)), values)
    # what the timer corrects is a part of its session, as what it added is
    db.execute("UPDATE changes SET session_id = ? WHERE change = ? AND made_by = 'timer'", [was[_SESSION], change])
    begin_versions(db)
    db.execute(f"INSERT INTO versions VALUES (?, {_MARKS})", [number, *row])
    bring_versions(db, change)
    return {name: (old, new) for name, old, new in zip(COLUMNS, was, row, strict=True) if old != new}


def remove(db: sqlite3.Connection, change: int, ids: list[str]) -> int:
    """Remove holds as part of a change, and return how many of them there were."""
    return db.executemany(_REMOVE, [(change, hold_id) for hold_id in ids]).rowcount if ids else 0


def ids_in(holds: str | Iterable[str] | pd.DataFrame) -> list[str]:
    """Return the ids of holds that are given by one id, by several, or as a frame."""
    if isinstance(holds, pd.DataFrame):
        if "hold_id" not in holds:
            raise LogError("remove: the frame has no column hold_id, expected holds as log.holds() gives them")
        return list(holds["hold_id"])
    return [holds] if isinstance(holds, str) else list(holds)


def former(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str | None]:
    """Return those of these ids that were in the log and are not, with who took them out."""
    known = {hold_id: db.execute(_VERSIONS, [hold_id]).fetchall() for hold_id in ids}
    return {each: versions[-1][1] for each, versions in known.items() if versions and not versions[-1][0]}


def _corrected(db: sqlite3.Connection, was: dict, values: dict) -> tuple:
    """Return the row of a hold with corrected values and what follows from them."""
    where = f"hold {was['hold_id']}"
    began = pd.Timestamp(was["started_at"])
    mended = conform(pd.DataFrame([was | follow(was, values)], dtype=object), where=where)
    if "started_at" in values and "session_id" not in values:
        hold = mended.iloc[0].to_dict()
        mended["session_id"] = pd.Series([session_of_moved(db, hold, began)], dtype="str")
    (row,) = to_rows(mended, where=where)
    return row
