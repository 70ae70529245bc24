"""Holds of a file that a log seems to have already, from another file or another app."""

import numpy as np
import pandas as pd

_SAME = ["exercise", "side", "seconds"]


def look_alike(holds: pd.DataFrame, known: pd.DataFrame) -> pd.Series:
    """Return which holds look like ones that are known under another id.

    Alike are two holds of one exercise and side, of the same seconds (to a tenth), that began in the same minute;
    or in the same minute of UTC, where both tell their offset; or on the same day, where one of them has no time.
    Each known hold is like one of `holds` at most, and one whose id is in both frames is like no other.

    Parameters
    ----------
    holds, known : DataFrame
        With the columns of `hiplog.schema.COLUMNS`.

    Returns
    -------
    Series of bool
        On the index of `holds`.
    """
    new = _keys(holds[~holds["hold_id"].isin(known["hold_id"])])
    old = _keys(known[~known["hold_id"].isin(holds["hold_id"])])
    for moment, new_timed, old_timed in (
        ("minute", True, True),
        ("utc", True, True),
        ("day", False, None),
        ("day", None, False),
    ):
        ours, theirs = _with(new, moment, new_timed), _with(old, moment, old_timed)
        key = [*_SAME, moment, "number"]
        pairs = ours[[*key, "place"]].merge(theirs[[*key, "place"]], on=key, suffixes=("_new", "_old"))
        new.loc[new["place"].isin(pairs["place_new"]), "matched"] = True
        old.loc[old["place"].isin(pairs["place_old"]), "matched"] = True
    return pd.Series(holds["hold_id"].isin(new.loc[new["matched"], "hold_id"]), index=holds.index, name="alike")


def _keys(holds: pd.DataFrame) -> pd.DataFrame:
    """Return what tells whether two holds are alike; `utc` is missing where no offset is known."""
    started, offset = holds["started_at"], holds["utc_offset_min"].astype("float64")
    minute = started.dt.floor("min")
    return pd.DataFrame({
        "hold_id": holds["hold_id"].astype(object),
        "exercise": holds["exercise"].astype(object),
        "side": holds["side"].astype(object),
        "seconds": (holds["hold_s"] * 10).round(),
        "minute": minute,
        "utc": (minute - pd.to_timedelta(offset.fillna(0), unit="min")).where(offset.notna()).astype(minute.dtype),
        "day": started.dt.floor("D"),
        "timed": started != started.dt.floor("D"),
        "place": np.arange(len(holds)),
        "matched": False,
    }).reset_index(drop=True)  # fmt: skip


def _with(keys: pd.DataFrame, moment: str, timed: bool | None) -> pd.DataFrame:
    """Return those that are not matched yet and have a moment, each numbered among its equals."""
    kept = ~keys["matched"] & keys[moment].notna()
    kept &= True if timed is None else keys["timed"] == timed
    some = keys[kept].copy()
    some["number"] = some.groupby([*_SAME, moment]).cumcount()
    return some
