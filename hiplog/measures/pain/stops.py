"""Holds that pain ended."""

from __future__ import annotations

import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.frames import table
from hiplog.measures.holds.selection import chosen

_COLUMNS = {"side": "str", "n": "int64", "n_known": "int64", "n_pain": "int64"}


def pain_stops(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
) -> pd.DataFrame:
    """Count the holds that pain ended.

    Parameters
    ----------
    holds : DataFrame, Arrow table, Log or Reading
        Holds; see `hiplog.schema`.
    exercise : str
        Whose holds count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.

    Returns
    -------
    DataFrame
        One row per side, left first. `side`; `n`, its holds; `n_known`, those of which it is known why they ended;
        `n_pain`, those that pain ended.

    Examples
    --------
    >>> hiplog.pain_stops(hiplog.example())
        side    n  n_known  n_pain
    0   left  348      348      14
    1  right  348      348       9
    """
    held = chosen("pain_stops", holds, exercise, since, until)
    rows = []
    for side in SIDES:
        ended = held.loc[held["side"] == side, "ended"]
        rows.append((side, len(ended), ended.notna().sum(), (ended == "pain").sum()))
    return table(_COLUMNS, [pd.DataFrame(rows, columns=list(_COLUMNS))])
