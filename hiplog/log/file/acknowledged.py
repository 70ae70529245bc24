"""What a log has said to be saved, remembered beside it, so that a log that lost it can be told.

A file can be replaced by an older copy of itself: a synchronising folder, a restore. The log then knows nothing
of what is gone. So the last changes, with the day and side of what they brought and nothing else of it, stand in a
small file beside the log (`my_log.sqlite.saved.json`), which is written after each change. Two programs that write
at the same moment may leave out the other's change there until the next.
"""

import json
import os
import sqlite3
from pathlib import Path

import pandas as pd

from hiplog.files import content_of, discard, new_part
from hiplog.log.changes.history import has_change
from hiplog.log.file.journal import change_count

_MOST_CHANGES, _MOST_HOLDS = 50, 100
_LAST = f"SELECT change, token, made_at FROM changes ORDER BY change DESC LIMIT {_MOST_CHANGES}"
_BROUGHT = f"SELECT started_at, side FROM holds WHERE since = ? ORDER BY started_at LIMIT {_MOST_HOLDS}"


def place_of(path: Path) -> Path:
    """Return where it is remembered what the log at `path` saved."""
    return path.with_name(path.name + ".saved.json")


def recall(path: Path) -> dict:
    """Return what is remembered: the log's `id`, SQLite's `count` of its changes, the last `changes`; else {}."""
    try:
        known = json.loads(content_of(place_of(path)))
        if isinstance(known["id"], str) and isinstance(known["count"], int):
            for change in known["changes"]:
                change["token"], [(time[:10], side[:1]) for time, side in change["holds"]]
            return known
    except (OSError, ValueError, KeyError, TypeError, RecursionError):  # none, or half a file that a crash left
        pass
    return {}


def remember(db: sqlite3.Connection, path: Path, log_id: str, *, keep_missing: bool = True) -> None:
    """Remember the last changes of a log, and with them those that it misses.

    Raises
    ------
    OSError
        Where it cannot be written; the log itself is not touched.
    """
    changes = [
        {"token": token, "at": at, "holds": db.execute(_BROUGHT, [change]).fetchall()}
        for change, token, at in db.execute(_LAST).fetchall()
    ]
    missing = _missing(db, recall(path), log_id) if keep_missing else []
    known = {"id": log_id, "count": change_count(path), "changes": missing + changes[::-1]}
    part = new_part(path.parent)
    try:
        part.write_text(json.dumps(known), encoding="utf-8")
        os.replace(part, place_of(path))
    finally:
        discard(part)


def missing_holds(db: sqlite3.Connection, path: Path, log_id: str) -> pd.DataFrame:
    """Return the holds of changes that were saved and are not in the log: `started_at`, `side`, `saved_at`."""
    rows = [(*hold, change["at"]) for change in _missing(db, recall(path), log_id) for hold in change["holds"]]
    frame = pd.DataFrame(rows, columns=["started_at", "side", "saved_at"], dtype="str")
    for name in ("started_at", "saved_at"):
        frame[name] = pd.to_datetime(frame[name], format="ISO8601", errors="coerce").astype("datetime64[us]")
    return frame


def misses(db: sqlite3.Connection, path: Path, log_id: str) -> int:
    """Return how many changes were saved and are not in the log."""
    return len(_missing(db, recall(path), log_id))


def _missing(db: sqlite3.Connection, known: dict, log_id: str) -> list[dict]:
    if known.get("id") != log_id:
        return []
    return [change for change in known["changes"] if not has_change(db, change["token"])]
