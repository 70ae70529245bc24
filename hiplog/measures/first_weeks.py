"""Is a side held longer now than when the log began? The last 28 days against the first, through the one gate.

A change must show in all holds and in the first of each day alone: who goes from three sessions a day to one has
no more second and third holds, which are shorter, and so longer ones on the whole.
"""

import numpy as np

from hiplog.exercise import SIDES
from hiplog.measures.fits import gate
from hiplog.measures.holds.arrays import Arrays
from hiplog.measures.holds.observed import (
    Observed,
    is_first_of_day,
    is_order_known,
    observed,
    take,
)
from hiplog.measures.holds.selection import LATELY_DAYS
from hiplog.measures.levels import against_the_first

_LATE = 4  # days fitted at once


def against_first_weeks(held: Arrays) -> dict[str, int]:
    """Say of each side whether its typical hold is longer (1) or shorter (-1) now than in the log's first 28 days.

    Parameters
    ----------
    held : Arrays
        The holds of one exercise.

    Returns
    -------
    dict
        By side. It is 0 where that is not told: from 99 % on it is, if that was so a week before too, until it is
        under 80 %, of spans that have no day in common.
    """
    seen = observed(held)
    return {word: _way(seen, side) if len(seen.day) else 0 for side, word in enumerate(SIDES)}


def _way(seen: Observed, side: int) -> int:
    """Return what the gate says of a side on its last day."""
    first = seen.day[0] + LATELY_DAYS - 1
    ends = np.unique(seen.day[seen.side == side])
    ends = ends[ends >= first + LATELY_DAYS]
    return gate.last_state(len(ends), lambda late: _lasting_z(seen, side, first, ends, late), _LATE)


def _lasting_z(seen: Observed, side: int, first: int, ends: np.ndarray, late: np.ndarray) -> np.ndarray:
    """Return standard errors from zero on late ones of some days, or a week before, whichever is nearer."""
    before = np.searchsorted(ends, ends[late] - gate.WEEK, "right") - 1
    now, then = np.split(_z(seen, side, np.concatenate([[first], ends[late], ends[before]])), 2)
    return gate.nearer(now, np.where(before >= 0, then, np.nan))


def _z(seen: Observed, side: int, last: np.ndarray) -> np.ndarray:
    """Return standard errors from the first window to each other, of all holds or a day's first, the nearer."""
    begin = last - LATELY_DAYS + 1
    equal, of_side = is_order_known(seen, begin, last), seen.side == side
    every, firsts = take(seen, of_side), take(seen, of_side & is_first_of_day(seen))
    z = against_the_first(every, equal, begin, last)
    if len(firsts.day) == len(every.day):
        return z
    return gate.nearer(z, against_the_first(firsts, equal, begin, last))
