"""One row per session: what was held on each side, and how it felt."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.frames import table
from hiplog.measures.holds.selection import chosen
from hiplog.measures.holds.tries import RATED, of_tries

_COLUMNS = {
    "session_id": "str",
    "started_at": "datetime64[us]",
    "exercise": "str",
    "left_s": "float64",
    "right_s": "float64",
    "left_ended": "str",
    "right_ended": "str",
    "n_left": "int64",
    "n_right": "int64",
    "pain_before": "Float64",
    "pain_after": "Float64",
    "notes": "str",
}


def sessions(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = None,
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
) -> pd.DataFrame:
    """Sum up each session.

    A session of several exercises has a row for each of them.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str, optional
        One exercise; every one that has holds, unless given.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.

    Returns
    -------
    DataFrame
        By time. `session_id`; `started_at`, when its first hold began; `exercise`; `left_s` and `right_s`, the
        longest hold of each side in seconds, missing where there was none; `left_ended` and `right_ended`, why
        that hold ended; `n_left` and `n_right`, how many there were; `pain_before` and `pain_after` (0 to 10),
        as in `pain_change`; `notes`, every different note on a line of its own.

    Examples
    --------
    >>> hiplog.sessions(hiplog.example())[["started_at", "left_s", "right_s", "pain_after"]].head(2)
               started_at  left_s  right_s  pain_after
    0 2025-11-01 07:42:10    54.8     82.0         5.0
    1 2025-11-01 19:06:52    51.1     74.3         4.0
    """
    held = chosen("sessions", holds, exercise, since, until, each=True)
    held["group"] = held.groupby(["session_id", "exercise"], sort=False).ngroup()
    rows = held.drop_duplicates("group").set_index("group")[["session_id", "exercise", "started_at"]]
    longest = held.sort_values("hold_s", ascending=False, kind="stable").drop_duplicates(["group", "side"])
    is_right = held["side"].eq("right").to_numpy(dtype="int64")
    for name in RATED:
        pain = held[name].to_numpy("float64", na_value=np.nan)
        rows[name] = np.fmax(*of_tries(held["group"].to_numpy(), is_right, pain, name).T)
    for side in SIDES:
        of_side = longest[longest["side"] == side].set_index("group")
        rows[[f"{side}_s", f"{side}_ended"]] = of_side[["hold_s", "ended"]]
        rows[f"n_{side}"] = held[held["side"] == side].groupby("group").size().reindex(rows.index, fill_value=0)
    rows["notes"] = _notes(held)
    return table(_COLUMNS, [rows])


def _notes(held: pd.DataFrame) -> pd.Series:
    """Return the notes of each group that has any: a note that stands on both sides is one note."""
    noted, notes = held.dropna(subset="note").drop_duplicates(["group", "note"]), {}
    for group, note in zip(noted["group"].tolist(), noted["note"].tolist(), strict=True):
        notes[group] = f"{notes[group]}\n{note}" if group in notes else note
    return pd.Series(notes, dtype="str")


def last_session(holds: pd.DataFrame, *, now: pd.Timestamp | None = None) -> pd.DataFrame:
    """Return the holds of the session that began last.

    Sessions in different time zones are compared in UTC; a hold without a time zone is taken as if it were in the
    one of now.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    now : Timestamp, optional
        The present, with its time zone; by this computer's clock if not given. What begins over an hour after it
        was recorded by a clock that was wrong, and is the last only where there is nothing else.

    Returns
    -------
    DataFrame
        The rows of `holds`, in their order.
    """
    if holds.empty:
        return holds
    now = pd.Timestamp(datetime.now().astimezone()) if now is None else now
    here_min = now.utcoffset().total_seconds() / 60
    offset = holds["utc_offset_min"].astype("float64").fillna(here_min)
    began = holds["started_at"] - pd.to_timedelta(offset, unit="min")
    past = began[began <= now.tz_convert("UTC").tz_localize(None) + pd.Timedelta(hours=1)]
    last = (began if past.empty else past).sort_values(kind="stable").index[-1]
    return holds[holds["session_id"].eq(holds.at[last, "session_id"])]
