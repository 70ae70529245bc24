"""Rows with a pain or a note and no hold: what a diary says of days on which nothing was held."""

import numpy as np
import pandas as pd

from hiplog.reading.holds.extract import Extract, Holds, only
from hiplog.schema import DAYS

_MISSING = {"f": np.nan, "M": np.datetime64("NaT", "us"), "i": 0, "O": ""}  # by the kind of a column


def with_days(extract: Extract, holds: Holds) -> Holds:
    """Return the holds and below them, with no side, a row for each row of the block that gives none.

    So pain and notes are read once for both.
    """
    without = ~extract.gone
    without[holds["row"]] = False
    without[list(extract.faults)] = False
    rows = np.flatnonzero(without & ~np.isnat(extract.started))
    more = {name: np.full(len(rows), _MISSING[values.dtype.kind], values.dtype) for name, values in holds.items()}
    more |= {"row": rows, "side": np.full(len(rows), "", object)}
    return {name: np.concatenate([values, more[name]]) for name, values in holds.items()}


def part(extract: Extract, both: Holds) -> Holds:
    """Return the holds of what `with_days` returned; the other rows that say anything become the block's days."""
    is_hold = both["side"] != ""
    rows, pain = both["row"], np.where(np.isnan(both["pain_before"]), both["pain_after"], both["pain_before"])
    faulty = np.isin(rows, list(extract.faults))
    says = ~is_hold & ~faulty & (~np.isnan(pain) | (both["note"] != ""))
    began = extract.started[rows[says]]
    extract.days = {
        "row": rows[says],
        "day": began.astype("datetime64[D]").astype("datetime64[us]"),
        "time": np.where(extract.timed[rows[says]], np.datetime_as_string(began, unit="m"), ""),
        "pain": pain[says],
        "note": both["note"][says],
    }
    return only(both, is_hold)


def as_days(days: pd.DataFrame, source: str) -> pd.DataFrame:
    """Return days that extracts gave as those of a log, see `hiplog.schema.DAYS`."""
    return DAYS.conform(days.assign(time=days["time"].str.slice(11), source=source))
