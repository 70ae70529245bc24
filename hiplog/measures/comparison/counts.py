"""How many days and sessions there are of either kind, and whether that is enough to compare."""

from typing import Any

import numpy as np

from hiplog.measures.comparison.kinds import Kinds
from hiplog.measures.holds.arrays import Arrays
from hiplog.measures.practice import Sessions

_LEAST_DAYS, _LEAST_SESSIONS = 14, 8
_OF_BOTH_SIDES = ("balance", "practice")


def counts_of(held: Arrays, kinds: Kinds) -> dict[str, int]:
    """Return how many days with a hold, and sessions that count, there are of either kind."""
    sessions = Sessions.of(held)
    at = {"days": kinds.of(np.unique(held.day)), "sessions": kinds.of(sessions.day[sessions.counts])}
    return {
        f"{name}_{word}": int((of == kind).sum())
        for name, of in at.items()
        for kind, word in enumerate(("first", "second"))
    }


def is_few(row: dict[str, Any], counts: dict[str, int], days_of_pain: int) -> bool:
    """Return whether a row is of too few days or sessions; of `days_of_pain` something is known for pain."""
    days, sessions = (min(counts[f"{of}_first"], counts[f"{of}_second"]) for of in ("days", "sessions"))
    if row["what"].startswith("pain"):
        days = days_of_pain
    return days < _LEAST_DAYS or (row["what"] in _OF_BOTH_SIDES and sessions < _LEAST_SESSIONS)
