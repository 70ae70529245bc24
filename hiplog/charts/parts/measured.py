"""What more than one chart of a page asks of the same holds: each number is found once for all of them."""

from collections.abc import Callable
from functools import cache

import pandas as pd

from hiplog.measures.holds.arrays import arrays_of
from hiplog.measures.sides.balance import latest
from hiplog.measures.sides.given_up import while_both
from hiplog.measures.typical import typical_of


class Measured:
    """Holds of one exercise as arrays, and what is known of their last days, once it was asked for.

    Attributes
    ----------
    arrays, both : Arrays
        All holds, and those up to the day on which a side was given up.
    typical : callable
        Of a number of days, None for all: the rows of `hiplog.typical_hold`.
    balance : callable
        Of a number of days: the last row of `hiplog.balance` while both sides were held.
    """

    def __init__(self, held: pd.DataFrame) -> None:
        self.arrays = arrays = arrays_of(held)
        self.both = both = while_both(arrays)
        self.typical: Callable[[int | None], pd.DataFrame] = cache(
            lambda days: pd.DataFrame(typical_of(arrays, days))
        )
        self.balance: Callable[[int], pd.DataFrame] = cache(lambda days: pd.DataFrame([latest(both, days)]))
