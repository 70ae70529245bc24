"""Up to when both sides were held: with a side that was given up, the other is no longer compared."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog.exercise import SIDES
from hiplog.measures.frames import days_at
from hiplog.measures.holds.arrays import Arrays, between
from hiplog.measures.holds.selection import A_WHILE_DAYS


class GivenUp(NamedTuple):
    """A side that was not held for a while when the other went on."""

    side: str
    last: int  # the day on which it was held last, days since 1970

    @property
    def day(self) -> pd.Timestamp:
        """That day."""
        return pd.Timestamp(days_at(np.array(self.last)).item())


def given_up(held: Arrays) -> GivenUp | None:
    """Return which side of one exercise was given up by the end of its holds, if one was."""
    if len(np.unique(held.side)) < len(SIDES):
        return None
    last = [int(held.day[held.side == side].max()) for side in range(len(SIDES))]
    side = int(np.argmin(last))
    return GivenUp(SIDES[side], last[side]) if max(last) - last[side] > A_WHILE_DAYS else None


def while_both(held: Arrays) -> Arrays:
    """Return the holds up to the day on which a side was given up, all of them if none was."""
    ended = given_up(held)
    return held if ended is None else between(held, int(held.day[0]), ended.last)
