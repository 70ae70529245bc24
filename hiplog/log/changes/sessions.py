"""Which session a hold belongs to, where it came or was moved beside holds that the log has."""

import sqlite3

import numpy as np
import pandas as pd

from hiplog.schema import SESSION_GAP, session_ids

_BETWEEN = (
    "SELECT started_at, session_id FROM holds WHERE alive AND hold_id <> ? AND started_at BETWEEN ? AND ? "
    "ORDER BY started_at"
)


def join_near_sessions(db: sqlite3.Connection, holds: pd.DataFrame) -> pd.DataFrame:
    """Return new holds with the session of the log's holds that began within a session's gap of theirs.

    Only sessions that nobody named: those whose id was made of their first hold (`hiplog.schema.session_ids`), as
    for the rows of a file. The timer names its sessions.
    """
    made = holds["session_id"].eq(session_ids(holds, holds["session_id"]))
    if not made.any():
        return holds
    times, sessions = _known(db, holds.loc[made, "started_at"])
    if not len(times):
        return holds
    known = holds["session_id"].isin(sessions)
    near = _nearest(times, holds["started_at"])
    near_to = pd.DataFrame(
        {"session_id": holds["session_id"], "to": near["session"].map(dict(enumerate(sessions)))}
    )
    near_to = near_to.assign(gap=near["gap"])[made & ~known & (near["gap"] <= SESSION_GAP)]
    joined = near_to.sort_values("gap", kind="stable").drop_duplicates("session_id").set_index("session_id")["to"]
    mapped = holds["session_id"].map(joined).astype("str")  # where nothing joined it is no column of texts
    return holds.assign(session_id=mapped.fillna(holds["session_id"]))


def session_of_moved(db: sqlite3.Connection, hold: dict, was: pd.Timestamp) -> str:
    """Return the session of a hold whose start was corrected.

    It stays where it is near others of its session, or has none; else it joins a session that it is near to, or
    begins one of its own.
    """
    began = pd.Timestamp(hold["started_at"])
    if abs(began - was) <= SESSION_GAP:
        return hold["session_id"]
    others = "SELECT count(*) FROM holds WHERE alive AND session_id = ? AND hold_id <> ?"
    alone = not db.execute(others, [hold["session_id"], hold["hold_id"]]).fetchone()[0]
    times, sessions = _known(db, pd.Series([began]), without=hold["hold_id"])
    near = times - began.to_datetime64() if len(times) else np.array([], dtype="timedelta64[us]")
    if hold["session_id"] in sessions or (alone and not len(times)):
        return hold["session_id"]
    if len(times):
        return sessions[int(np.abs(near).argmin())]
    one = pd.DataFrame([hold | {"started_at": began}]).astype(
        {"hold_s": "float64", "started_at": "datetime64[us]"}
    )
    return session_ids(one).iloc[0]


def _known(db: sqlite3.Connection, began: pd.Series, *, without: str = "") -> tuple[np.ndarray, list[str]]:
    """Return when the log's holds began that are within a gap of these, and their sessions."""
    first = max(began.min(), pd.Timestamp("0001-01-02")) - SESSION_GAP
    last = min(began.max(), pd.Timestamp("9999-12-31T22:00")) + SESSION_GAP
    # as the log has them: whole seconds without a fraction, which is before any
    times = [
        first.isoformat(timespec="microseconds").removesuffix(".000000"),
        last.isoformat(timespec="microseconds"),
    ]
    rows = db.execute(_BETWEEN, [without, *times])
    known = pd.DataFrame(rows.fetchall(), columns=["started_at", "session_id"])
    return known["started_at"].to_numpy("datetime64[us]"), known["session_id"].tolist()


def _nearest(times: np.ndarray, began: pd.Series) -> pd.DataFrame:
    """Return for each start which of the sorted times is nearest, and how far it is."""
    at = began.to_numpy("datetime64[us]")
    after = (
        np.searchsorted(times, at).clip(1, max(len(times) - 1, 1)) if len(times) > 1 else np.zeros(len(at), int)
    )
    before = np.maximum(after - 1, 0)
    gaps = np.abs(np.stack([times[before] - at, times[after] - at]))
    nearer = gaps.argmin(axis=0)
    index = np.where(nearer == 0, before, after)
    return pd.DataFrame({"session": index, "gap": gaps.min(axis=0)}, index=began.index)
