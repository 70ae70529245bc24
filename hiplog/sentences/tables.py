"""Tables of holds and measures as people write them: plain heads, days and minutes, empty where unknown."""

from collections.abc import Callable
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from hiplog.dates import clock, day_in_words, time_in_words
from hiplog.exercise import EXERCISES

HEADS = {
    "row": "Row",
    "column": "Column",
    "text": "What stands there",
    "expected": "Expected",
    "day": "Last day",
    "started_at": "Began",
    "exercise": "Exercise",
    "side": "Side",
    "hold_s": "Held, min:s",
    "ended": "Why it ended",
    "pain_before": "Pain before, 0-10",
    "pain_after": "Pain after, 0-10",
    "note": "Note",
    "source": "From",
    "balance_pct": "Right longer, %",
    "low_pct": "from, %",
    "high_pct": "to, %",
    "what": "What",
    "first": "Before",
    "second": "Since",
    "change": "Change",
    "unit": "in",
    "low": "from",
    "high": "to",
    "beyond": "Beyond the line",
    "ties": "Ties, share",
    "verdict": "In words",
}


def as_written(table: pd.DataFrame) -> Styler:
    """Return a table for a notebook, its cells as a person would write them.

    Parameters
    ----------
    table : DataFrame
        Columns of holds, of a measure, or of the rows that could not be read. One without a head of its own here
        keeps its name.

    Returns
    -------
    Styler
        Without row numbers: 4 Mar 2026, 1:35, Hip balancing, and empty where a value is missing.
    """
    cells = {HEADS.get(name, name): table[name].map(_words_of(name)) for name in table}
    return pd.DataFrame(cells, dtype="object").style.hide().set_properties(**{"text-align": "left"})


def _words_of(name: str) -> Callable[[Any], str]:
    """Return what writes a value of a column."""
    words = _WORDS.get(name, _plain)
    return lambda value: "" if pd.isna(value) else words(value)


def _plain(value: Any) -> str:
    """Return text without underscores, and a number with the decimal that it has."""
    if isinstance(value, str):
        return value.replace("_", " ")
    return f"{round(float(value), 1) + 0.0:g}"  # no -0


def _moment(value: pd.Timestamp) -> str:
    """Return when something began; without a time where none is known."""
    return day_in_words(value) if value == value.normalize() else time_in_words(value)


_WORDS: dict[str, Callable[[Any], str]] = {
    "day": day_in_words,
    "started_at": _moment,
    "hold_s": clock,
    "exercise": lambda name: EXERCISES[name].title if name in EXERCISES else _plain(name),
    "text": str,
    "note": str,
    **dict.fromkeys(("balance_pct", "low_pct", "high_pct"), lambda pct: f"{round(pct) + 0:d}"),
}
