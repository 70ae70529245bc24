"""How many days and sessions there are of either kind, and whether that is enough to compare."""

import pandas as pd

from hiplog.measures.comparison.kinds import Kinds
from hiplog.measures.frames import day_number
from hiplog.measures.holds.selection import Chosen
from hiplog.measures.practice import counted_sessions

_LEAST_DAYS, _LEAST_SESSIONS = 14, 8
_OF_BOTH_SIDES = ("balance", "practice")


def counts_of(held: pd.DataFrame, kinds: Kinds, exercise: str) -> dict[str, int]:
    """Return how many days with a hold, and sessions that count, there are of either kind."""
    sessions = counted_sessions(Chosen(held), exercise=exercise)
    sessions = kinds.of(day_number(sessions.loc[sessions["counts"], "day"]))
    days = kinds.of(day_number(held["day"].drop_duplicates()))
    return {
        f"{name}_{word}": int((at == kind).sum())
        for name, at in (("days", days), ("sessions", sessions))
        for kind, word in enumerate(("first", "second"))
    }


def is_few(rows: pd.DataFrame, days_of_pain: int) -> pd.Series:
    """Return which rows are of too few days or sessions; of `days_of_pain` something is known for pain."""
    days, sessions = (rows[[f"{of}_first", f"{of}_second"]].min(axis=1) for of in ("days", "sessions"))
    days = days.mask(rows["what"].str.startswith("pain"), days_of_pain)
    return (days < _LEAST_DAYS) | (rows["what"].isin(_OF_BOTH_SIDES) & (sessions < _LEAST_SESSIONS))
