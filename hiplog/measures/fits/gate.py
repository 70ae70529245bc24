"""When a word of change or difference is said, and when it is taken back.

Who looks every day at a 95 % interval is told of a difference sooner or later though there is none. So the word
comes when a number is 2.6 standard errors from zero (99 %), and goes when it is under 1.3 (80 %), or on the other
side of zero. In between stands what was said last, with `LESS_CLEARLY` where the 95 % interval holds zero again.
The state is that of the log, the same however often one looks.

A change in time is looked at twice, a week apart: a slope goes up and down within days, so that in a year of
looking it is over 2.6 by chance more often than a difference is, but seldom for long.
"""

from collections.abc import Callable

import numpy as np

COMES, GOES = 2.6, 1.3
WEEK = 7  # days between the two looks at a change in time
LESS_CLEARLY = "_less_clearly"  # after a verdict that still stands though its 95 % interval holds zero again


def carried(z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the state on each of the days of a log, and whether these days alone settle it.

    Parameters
    ----------
    z : array, shape (days,)
        Standard errors from zero on each day with a hold, in their order; NaN where nothing is known, which ends a
        word.

    Returns
    -------
    state : array of int
        -1 or 1 where the number is said to be under or over zero, else 0.
    settled : array of bool
        Whether a day up to this one settles its state. Where not, it is that of the days before, or 0.
    """
    far, sign = np.abs(z) >= COMES, np.sign(z)
    settles = far | ~(np.abs(z) >= GOES)
    settles[1:] |= sign[1:] != sign[:-1]
    last = np.maximum.accumulate(np.where(settles, np.arange(len(z)), -1))
    said = np.where(far, sign, 0).astype("int64")
    return np.where(last >= 0, said[last], 0), last >= 0


def last_state(n: int, z_of: Callable[[np.ndarray], np.ndarray], at_a_time: int) -> int:
    """Return the state on the last of n days, 0 for none, looking back over no more of them than settle it.

    Parameters
    ----------
    n : int
    z_of : callable
        Returns the standard errors from zero of some of the days, given by their places from 0.
    at_a_time : int
        How many days are looked back on before it is asked whether they settle it.
    """
    z, state = np.array([]), np.zeros(1, dtype="int64")
    for end in range(n, 0, -at_a_time):
        z = np.append(z_of(np.arange(max(0, end - at_a_time), end)), z)
        state, settled = carried(z)
        if settled[-1]:
            break
    return int(state[-1])


def nearer(z: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return which of two looks is nearer to zero: 0 where they are to either side, NaN where one is not known."""
    return np.where(np.abs(other) < np.abs(z), other, z + 0 * other) * (np.sign(z) == np.sign(other))
