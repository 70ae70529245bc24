"""Where the notes of a log say that it hurts, in words for a reader: counted, never explained."""

from __future__ import annotations

import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.frames import table
from hiplog.measures.holds.selection import chosen
from hiplog.reading import read_pain_notes

IN_WORDS = {
    "hip": "hip",
    "si_joint": "SI joint",
    "low_back": "low back",
    "sciatica": "leg or sciatica",  # a note of a calf or a foot is not one of sciatica
    "itb": "ITB",
    "knee": "knee",
    "groin": "groin",
    "other": "other",
}
_COLUMNS = {"started_at": "datetime64[us]", "place": "str"}
_SEARCHED = 10_000  # letters of a note; looking for places in ten million takes a quarter of a minute


def pain_places(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
) -> pd.DataFrame:
    """Return the places that notes mention as hurting, one row per session and place, by time.

    A place that a note denies ("no pain in the low back") is not mentioned in this sense. Of a very long note the
    first 10,000 letters are looked at.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise whose sessions count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.

    Returns
    -------
    DataFrame
        `started_at`, when the hold with the note began; `place`: hip, SI joint, low back, leg or sciatica, ITB,
        knee, groin or other.

    Examples
    --------
    >>> hiplog.pain_places(hiplog.example()).head(2)
               started_at            place
    0 2025-11-01 07:43:42  leg or sciatica
    1 2025-11-06 07:14:08         low back
    """
    held = chosen("pain_places", holds, exercise, since, until)
    noted = held[["session_id", "started_at", "note"]].dropna(subset="note")
    places = read_pain_notes(noted["note"].str.slice(stop=_SEARCHED))["locations"].str.split(";")
    rows = noted.assign(place=places).explode("place").dropna(subset="place")
    rows = rows.sort_values("started_at", kind="stable").drop_duplicates(["session_id", "place"])
    return table(_COLUMNS, [rows.assign(place=rows["place"].map(IN_WORDS))])
