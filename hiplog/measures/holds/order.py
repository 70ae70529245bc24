"""Which side was held first in a session, for whoever is second has worked for two minutes already.

In the model a hold's place stands beside its side: log T = mu + beta place + s e, place -1/2 first, 1/2 second, 0
where that is not known. So mu is the log median at equal order, whatever the effect of being second; each side has
a beta of its own, and its uncertainty is in the interval. Only where each side was first and was second often
enough is beta estimated; elsewhere it is left out, and what was measured is said with which side was first.
"""

import numpy as np
import pandas as pd

from hiplog.measures.holds.selection import SHORTEST_S

LEAST_EACH = 4  # uncensored holds of a side in the first place, and in the second, from which beta is estimated


def place(held: pd.DataFrame, session: np.ndarray, is_right: np.ndarray) -> np.ndarray:
    """Return for holds of one exercise -0.5 where their side was the first of the session, 0.5 the second, else 0.

    It is 0 where both sides carry the same time, as in a file that names days alone, and where the session has one
    side. Slips do not count.

    Parameters
    ----------
    held : DataFrame
        By time.
    session : array of int, shape (holds,)
        The session of each, counted from 0.
    is_right : array of bool, shape (holds,)
    """
    began, counts = held["started_at"].to_numpy().astype("int64"), (held["hold_s"] >= SHORTEST_S).to_numpy()
    first = np.full((2, session.max(initial=-1) + 1), np.iinfo("int64").max)
    for side, of_side in enumerate((~is_right & counts, is_right & counts)):
        first[side, session[of_side][::-1]] = began[of_side][::-1]  # the first of a session is written last
    both = (first < np.iinfo("int64").max).all(axis=0)
    right_later = np.where(both, np.sign(first[1].astype("float64") - first[0]), 0.0)[session]
    return np.where(is_right, 0.5, -0.5) * right_later


def often_enough(n_first: np.ndarray, n_second: np.ndarray) -> np.ndarray:
    """Return where both sides, the last axis, have enough uncensored holds in either place."""
    return (np.minimum(n_first, n_second) >= LEAST_EACH).all(axis=-1)
