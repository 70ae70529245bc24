"""The pain of each side of a session: before its first try, and after its last."""

import numpy as np
import pandas as pd

from hiplog.exercise import SIDES

RATED = ("pain_before", "pain_after")


def rated_by_side(held: pd.DataFrame, name: str) -> np.ndarray:
    """Return one kind of pain of chosen holds; see `of_tries`. Sessions are in the order in which they begin."""
    session, _ = pd.factorize(held["session_id"])
    side = held["side"].eq("right").to_numpy(dtype="int64")
    return of_tries(session, side, held[name].to_numpy("float64", na_value=np.nan), name)


def of_tries(session: np.ndarray, side: np.ndarray, pain: np.ndarray, name: str) -> np.ndarray:
    """Return the pain of each session and side, NaN where it was not rated; of several tries the outermost.

    Parameters
    ----------
    session, side : arrays of int, shape (n,)
        A number for each session from 0 on, and 0 left or 1 right.
    pain : array, shape (n,)
        Of the holds, by time; NaN where it was not rated.
    name : str
        `pain_before` for that before the first try, `pain_after` for that after the last.

    Returns
    -------
    array, shape (sessions, sides)
    """
    by_side = np.full((session.max(initial=-1) + 1, len(SIDES)), np.nan)
    rated = np.flatnonzero(~np.isnan(pain))
    rated = rated[::-1] if name == "pain_before" else rated  # the last that is written stays
    by_side[session[rated], side[rated]] = pain[rated]
    return by_side
