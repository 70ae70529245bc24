"""The days that a report, or a column of its figures, is about."""

from typing import NamedTuple

import pandas as pd

from hiplog.dates import day_in_words
from hiplog.measures.holds.selection import LATELY_DAYS


class Span(NamedTuple):
    """Days from the first to the last one, both counted."""

    first: pd.Timestamp
    last: pd.Timestamp

    def of(self, frame: pd.DataFrame, column: str = "day") -> pd.DataFrame:
        """Return the rows of these days."""
        day = frame[column].dt.normalize()
        return frame[(day >= self.first) & (day <= self.last)]

    def days_since(self, day: pd.Timestamp) -> int:
        """Return how many of these days are not before a day."""
        return max(0, (self.last - max(self.first, day)).days + 1)

    def __str__(self) -> str:
        return f"{day_in_words(self.first)} to {day_in_words(self.last)}"


def spans(last: pd.Timestamp, first: pd.Timestamp | None) -> dict[str, Span]:
    """Return the 28 days up to a day and the 28 before them, without those before `first`."""
    length, day = pd.Timedelta(days=LATELY_DAYS), pd.Timedelta(days=1)
    whole = {"Now": Span(last - length + day, last), "Before": Span(last - 2 * length + day, last - length)}
    if first is None:
        return whole
    return {name: Span(max(first, span.first), span.last) for name, span in whole.items() if span.last >= first}
