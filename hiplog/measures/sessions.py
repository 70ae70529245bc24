"""One row per session: what was held on each side, and how it felt."""

import pandas as pd

from hiplog.measures.frames import SIDES, chosen, table

_COLUMNS = {
    "session_id": "str",
    "started_at": "datetime64[us]",
    "exercise": "str",
    "left_s": "float64",
    "right_s": "float64",
    "left_ended": "str",
    "right_ended": "str",
    "pain_before": "Float64",
    "pain_after": "Float64",
    "notes": "str",
}
_KEY = ["session_id", "exercise"]


def sessions(holds: pd.DataFrame) -> pd.DataFrame:
    """Sum up each session.

    A session of several exercises has a row for each of them.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.

    Returns
    -------
    DataFrame
        By time. `session_id`; `started_at`, when its first hold began; `exercise`; `left_s` and `right_s`, the
        longest hold of each side in seconds, missing where there was none; `left_ended` and `right_ended`, why
        that hold ended; `pain_before` and `pain_after` (0 to 10), the higher where it was asked on both sides;
        `notes`, every different note on a line of its own.
    """
    held = chosen(holds, None)
    groups = held.groupby(_KEY, sort=False)
    rows = groups.agg(
        started_at=("started_at", "min"), pain_before=("pain_before", "max"), pain_after=("pain_after", "max")
    )
    longest = held.sort_values("hold_s", ascending=False, kind="stable").drop_duplicates([*_KEY, "side"])
    for side in SIDES:
        of_side = longest[longest["side"] == side].set_index(_KEY)
        rows[[f"{side}_s", f"{side}_ended"]] = of_side[["hold_s", "ended"]]
    rows["notes"] = _notes(held)
    return table(_COLUMNS, [rows.reset_index()])


def _notes(held: pd.DataFrame) -> pd.Series:
    """Return the notes of each session that has any: a note that stands on both sides is one note."""
    noted = held.dropna(subset="note").drop_duplicates([*_KEY, "note"])
    return noted.groupby(_KEY, sort=False)["note"].agg("\n".join)
