"""Where the notes of a log say that it hurts, in words for a reader: counted, never explained."""

import pandas as pd

from hiplog.reading.notes import read_pain_notes

IN_WORDS = {
    "hip": "hip",
    "si_joint": "SI joint",
    "low_back": "low back",
    "sciatica": "sciatica",
    "itb": "ITB",
    "knee": "knee",
    "groin": "groin",
    "other": "other",
}


_SEARCHED = (
    10_000  # letters of a note in which places are looked for; reading ten million takes a quarter of a minute
)


def mentions(holds: pd.DataFrame) -> pd.DataFrame:
    """Return the places that notes mention as hurting, one row per session and place, by time.

    A place that a note denies ("no pain in the low back") is not mentioned in this sense. Of a very long note the
    first 10,000 letters are looked at.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.

    Returns
    -------
    DataFrame
        `started_at`, when the hold with the note began; `place`, in words.
    """
    noted = holds.dropna(subset="note")
    places = read_pain_notes(noted["note"].str.slice(stop=_SEARCHED))["locations"].str.split(";")
    rows = noted[["session_id", "started_at"]].assign(place=places).explode("place").dropna(subset="place")
    rows = rows.sort_values("started_at", kind="stable").drop_duplicates(["session_id", "place"])
    return rows.assign(place=rows["place"].map(IN_WORDS))[["started_at", "place"]].reset_index(drop=True)
