"""Which days words are of: the last ones where the present day is known, else days that are named."""

import pandas as pd

from hiplog.counts import counted
from hiplog.dates import day_in_words

_YESTERDAY = pd.Timedelta(days=1)


def is_now(last: pd.Timestamp, today: pd.Timestamp | None) -> bool:
    """Return whether what ends with a day may be said in the present tense: it is of today, or of yesterday."""
    return today is not None and abs(today - last) <= _YESTERDAY


def days_there(n: int, first: pd.Timestamp, last: pd.Timestamp) -> int:
    """Return so many days, or as many as there are from the first to the last: a young log has not so many."""
    return min(n, (last - first).days + 1)


def span_in_words(n: int, last: pd.Timestamp, today: pd.Timestamp | None) -> str:
    """Return so many days up to one, like the last 28 days; where they do not reach today, with their last day.

    Parameters
    ----------
    n : int
    last : Timestamp
        The last of the days.
    today : Timestamp or None
        The present day, None where it is not known. It is not over, so days up to yesterday reach it too.
    """
    if is_now(last, today):
        return f"the last {counted(n, 'day')}" if n > 1 else "the one day"
    return f"the {counted(n, 'day') if n > 1 else 'one day'} up to {day_in_words(last)}"
