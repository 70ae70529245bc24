"""Pain after a session beside the pain before it.

Pain is the person's own rating, 0 (none) to 10 (the worst imaginable), and is compared with nothing but their own.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.frames import table
from hiplog.measures.holds.selection import chosen
from hiplog.measures.holds.tries import RATED, of_tries, rated_by_side

_COLUMNS = {
    "started_at": "datetime64[us]",
    "pain_before": "Float64",
    "pain_after": "Float64",
    "change": "Float64",
    "category": "str",
}
ALIKE = 1.0  # points; less than that either way is the same
IMPORTANT = 2.0


def pain_change(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
) -> pd.DataFrame:
    """Compare the pain after each session with the pain before it.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise whose sessions count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.

    Returns
    -------
    DataFrame
        One row per session, by time. `started_at`; `pain_before` and `pain_after`, 0 to 10: of several tries that
        before the first and that after the last, the higher where both sides were asked; `change`, from the one to
        the other; `category`: `better` (-2 or less), `a little better`, `same` (under 1 either way), `a little
        worse`, `worse` (2 or more). What was not asked is missing, and so is the change then.

    Notes
    -----
    Farrar et al. (2001), Pain 94:149-158: a change of about 2 points, or 30 %, is what people called much
    improved.

    Examples
    --------
    >>> changes = hiplog.pain_change(hiplog.example())
    >>> changes[["started_at", "pain_before", "pain_after", "category"]].tail(2)
                 started_at  pain_before  pain_after         category
    346 2026-10-30 07:04:09          1.0         0.0  a little better
    347 2026-10-31 07:05:53          1.0         0.0  a little better
    """
    return change_of(ratings_of(chosen("pain_change", holds, exercise, since, until)))


def ratings_of(held: pd.DataFrame) -> pd.DataFrame:
    """Return when each session of chosen holds of one exercise began, and its pain before and after it."""
    session = pd.factorize(held["session_id"])[0]
    began = held["started_at"].array[~pd.Series(session).duplicated().to_numpy()]
    side = held["side"].eq("right").to_numpy(dtype="int64")
    rated = {
        name: of_tries(session, side, held[name].to_numpy("float64", na_value=np.nan), name) for name in RATED
    }
    return pd.DataFrame({"started_at": began} | {name: np.fmax(*by_side.T) for name, by_side in rated.items()})


def change_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Return `pain_change` of what `ratings_of` returns."""
    change = (rows["pain_after"] - rows["pain_before"]).round(6)  # 5.3 - 4.3 is 1
    return table(_COLUMNS, [rows.assign(change=change, category=_category(change))])


def is_rated_by_side(held: pd.DataFrame, name: str) -> bool:
    """Return whether the two sides were given different numbers in a session, as `pain_before` or `pain_after`."""
    left, right = rated_by_side(held, name).T
    return bool((np.abs(left - right) > 0).any())


def change_of_sides(held: pd.DataFrame) -> pd.DataFrame:
    """Return the change of pain of each side over each session, where the sides were rated one by one before it.

    The higher of the two before and the higher of the two after may be of different sides, and hide that one hurt
    more after each session. Where no session has two numbers before, they are of no side, and there are no rows.

    Parameters
    ----------
    held : DataFrame
        Chosen holds of one exercise.

    Returns
    -------
    DataFrame
        One row per session and side rated before and after: `side`, `pain_before`, `pain_after`, and `change` in
        points.
    """
    rated = {name: rated_by_side(held, name).T.ravel() for name in RATED}
    rows = pd.DataFrame({"side": np.repeat(SIDES, len(rated["pain_after"]) // len(SIDES)), **rated})
    rows["change"] = (rows["pain_after"] - rows["pain_before"]).round(6)
    return (rows if is_rated_by_side(held, "pain_before") else rows[:0]).dropna(ignore_index=True)


def _category(change: pd.Series) -> pd.Series:
    """Return the change in words; on the edges the larger word."""
    way = pd.Series(np.where(change.fillna(0) < 0, "better", "worse"), change.index, dtype="str")
    size = change.abs().fillna(0)
    words = way.mask(size < IMPORTANT, "a little " + way).mask(size < ALIKE, "same")
    return words.mask(change.isna())
