"""The fields of a hold: what they offer, what they show of it, and what was typed into them."""

from datetime import date, time

import ipywidgets as widgets
import pandas as pd

from hiplog.controls.words import LABEL
from hiplog.dates import time_in_words
from hiplog.reading import read_seconds
from hiplog.schema import ENDED, LogError

NAMES = {  # of the columns that can be edited here, as a person reads them
    "exercise": "exercise",
    "side": "side",
    "started_at": "begin",
    "hold_s": "seconds",
    "ended": "why it ended",
    "pain_before": "pain before",
    "pain_after": "pain after",
    "note": "note",
}
ENDED_IN_WORDS = dict(zip(ENDED, ("the target was reached", "let go", "pain", "interrupted"), strict=True))


def choice(name: str, words: dict) -> widgets.Dropdown:
    """Return a field with one of a few values, each with its words."""
    return widgets.Dropdown(
        options=[(word, value) for value, word in words.items()], description=name, style=LABEL
    )


def pains(known: float | None) -> list[tuple[str, float | str]]:
    """Return the choices of a pain rating: the scale, and what the hold has where that is between two of it."""
    scale = sorted({*map(float, range(11)), *([] if pd.isna(known) else [float(known)])})
    return [("not asked", ""), *((f"{pain:g}", pain) for pain in scale)]


def shown(hold: pd.Series) -> dict[str, object]:
    """Return what the fields show of a hold; a missing value is an empty one."""
    values = {name: "" if pd.isna(hold.get(name)) else hold[name] for name in NAMES}
    began, held = values.pop("started_at"), values["hold_s"]
    values["hold_s"] = f"{held:.10g}" if held else ""
    values["day"] = began.date() if began else None
    values["time"] = began.time().replace(microsecond=0) if began else None
    return values


def began_at(day: date | None, time_of_day: time | None) -> pd.Timestamp:
    """Return when a hold began, or say what is wrong with that."""
    if day is None:
        raise LogError("This hold: the day is missing, expected the day on which it was done")
    began = pd.Timestamp.combine(day, time_of_day or time())
    if began > pd.Timestamp.now():
        raise LogError(f"This hold: it begins on {time_in_words(began)}, expected a time that has been")
    return began


def seconds(text: str) -> float:
    """Return what was typed as the seconds of one hold."""
    try:
        return read_seconds(text)
    except LogError as error:
        raise LogError(f"This hold: Held is {error}") from None
