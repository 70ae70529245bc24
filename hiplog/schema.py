"""The columns of a hold, and the rules they keep.

A hold is one side held once. `conform` makes any frame of holds keep these columns and rules, or says which row
does not. Rows of a frame are counted from 0, as its user does.
"""

import numpy as np
import pandas as pd

from hiplog.errors import LogError as LogError
from hiplog.exercise import EXERCISES, SIDES
from hiplog.ids import SESSION_GAP as SESSION_GAP
from hiplog.ids import check_ids as check_ids
from hiplog.ids import hold_ids as hold_ids
from hiplog.ids import session_ids as session_ids
from hiplog.interchange import Holds, as_frame

COLUMNS = {
    "hold_id": "str",  # UUID; the same hold always has the same one
    "session_id": "str",  # UUID of the holds done in one go
    "started_at": "datetime64[us]",  # local wall-clock time at which the hold began; a date alone is 00:00
    "utc_offset_min": "Int16",  # minutes east of UTC
    "exercise": "str",  # hip_balance, hamstring_stretch, quad_stretch
    "side": "str",  # left or right: the side of the crossed ankle, or of the leg that is stretched
    "hold_s": "float64",  # seconds held
    "target_s": "float64",  # seconds aimed at; missing where none was named
    "ended": "str",  # why it ended: see ENDED
    "claimed_s": "float64",  # of hold_s, what the timer did not see and the person claimed for it
    "pain_before": "Float64",  # numeric rating scale, 0 no pain to 10 worst imaginable
    "pain_after": "Float64",
    "note": "str",  # the person's own words, to the letter
    "source": "str",  # timer, or the name of the file read
}
REQUIRED = ("started_at", "side", "hold_s")
ALWAYS = ("hold_id", "session_id", "exercise", *REQUIRED)  # never missing in what `conform` returns
ENDED = ("target", "let_go", "pain", "interrupted")
CHOICES = {"exercise": tuple(EXERCISES), "side": SIDES, "ended": ENDED}
MOST_HOLD_S = 3600.0
LIMITS = {
    # ISO 8601 writes a year in four digits
    "started_at": pd.Interval(pd.Timestamp("0001-01-01"), pd.Timestamp("9999-12-31 23:59:59.999999"), "both"),
    "utc_offset_min": pd.Interval(-1080, 1080, "both"),
    "hold_s": pd.Interval(0, MOST_HOLD_S, "right"),
    "target_s": pd.Interval(0, MOST_HOLD_S, "right"),
    "claimed_s": pd.Interval(0, MOST_HOLD_S, "right"),
    "pain_before": pd.Interval(0, 10, "both"),
    "pain_after": pd.Interval(0, 10, "both"),
}

_EXPECTED = {
    "started_at": "a local date and time like 2026-03-04T07:10:00, the offset in utc_offset_min",
    "utc_offset_min": "whole minutes from -1080 to 1080, or nothing",
    "hold_s": f"seconds over 0 and at most {MOST_HOLD_S:.0f}",
    "target_s": f"seconds over 0 and at most {MOST_HOLD_S:.0f}, or nothing",
    "claimed_s": "seconds over 0 and at most hold_s, or nothing",
    "pain_before": "a number from 0 to 10, or nothing",
    "pain_after": "a number from 0 to 10, or nothing",
} | {name: "one of " + ", ".join(words) for name, words in CHOICES.items()}


def empty() -> pd.DataFrame:
    """Return a frame of no holds, with every column."""
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in COLUMNS.items()})


def conform(holds: Holds, *, where: str = "holds, row {row}") -> pd.DataFrame:
    """Return `holds` with every column of a hold, each with its dtype, all rules kept.

    Columns that are no part of a hold are left out. A missing `exercise` is hip_balance, a missing `hold_id` or
    `session_id` is made (see `hold_ids`, `session_ids`), any other missing column is missing values.

    Parameters
    ----------
    holds : DataFrame, Arrow table, Log or Reading
        With at least `started_at`, `side` and `hold_s` (seconds); of pandas with columns of any type, or of
        polars, pyarrow, DuckDB and whatever else has `__arrow_c_stream__`. A `started_at` that carries an offset
        or a zone gives the local time and `utc_offset_min`.
    where : str
        How an error begins to say which row it is about.

    Raises
    ------
    LogError
        Where a column or a value breaks a rule; it names the first such row.
    """
    given = as_frame(holds, where=where)
    _check_columns(given)
    typed = pd.DataFrame({name: _typed(given, name) for name in COLUMNS}, columns=list(COLUMNS), copy=False)
    typed["exercise"] = typed["exercise"].fillna("hip_balance")
    _check(given, typed, where)
    for name, make in (("hold_id", hold_ids), ("session_id", session_ids)):
        if typed[name].isna().any():
            typed[name] = typed[name].fillna(make(typed))
    return typed


def reached(holds: pd.DataFrame) -> pd.Series:
    """Return which holds reached their target: `hold_s >= target_s`, both in seconds; False where none was named.

    Parameters
    ----------
    holds : DataFrame
        With `hold_s` and `target_s`.

    Returns
    -------
    Series of bool
    """
    return (holds["hold_s"] >= holds["target_s"]).fillna(False).astype(bool)


def follow(hold: dict, values: dict) -> dict:
    """Return `values` for the correction of a hold, with what follows from them.

    Where the seconds or the target are corrected, why it ended follows: at its target it reached it, below it a
    hold that was said to reach it was let go. What was claimed of it is never more than all of it.

    Parameters
    ----------
    hold : dict
        The hold as it was, by column.
    values : dict
        What is corrected, by column; an `ended` or `claimed_s` given here is left as it is.

    Returns
    -------
    dict
    """
    after = hold | values
    follows: dict = {}
    try:
        seconds = float(after["hold_s"])
        target = np.nan if pd.isna(after.get("target_s")) else float(after["target_s"])
    except (TypeError, ValueError):  # `conform` says what is wrong with it
        return dict(values)
    if {"hold_s", "target_s"} & set(values):
        if seconds >= target:
            follows["ended"] = "target"
        elif after.get("ended") == "target":
            follows["ended"] = "let_go"
        if not pd.isna(claimed := after.get("claimed_s")):
            follows["claimed_s"] = min(claimed, seconds)
    return follows | values


def keeps_rule(values: pd.Series, name: str) -> np.ndarray:
    """Return which values are there and within the rule of their column, one of `CHOICES` or `LIMITS`.

    Parameters
    ----------
    values : Series
        With the dtype of the column.
    name : str

    Returns
    -------
    array of bool
    """
    if name in CHOICES:
        return values.isin(CHOICES[name]).to_numpy()
    limits = LIMITS[name]
    known = values.to_numpy() if name == "started_at" else values.to_numpy("float64", na_value=np.nan)
    over = known >= limits.left if limits.closed_left else known > limits.left
    return over & (known <= limits.right)


def _check_columns(holds: pd.DataFrame) -> None:
    lacking = [name for name in REQUIRED if name not in holds]
    if lacking:
        raise LogError(f"holds: column {lacking[0]} is not there, expected {', '.join(REQUIRED)} at least")
    twice = [name for name in holds.columns[holds.columns.duplicated()] if name in COLUMNS]
    if twice:
        raise LogError(f"holds: column {twice[0]} is there more than once, expected one of each")


def _typed(given: pd.DataFrame, name: str) -> pd.Series:
    """Return one column with its dtype; what cannot be converted becomes missing, for `_check` to find."""
    dtype = COLUMNS[name]
    if name not in given:
        return pd.Series(None, given.index, dtype=dtype)
    values = given[name]
    if dtype == "str":
        return _texts(_without_points(values) if name == "note" else values)
    if values.dtype == dtype:
        return values
    if dtype.startswith("datetime"):
        return _local_times(values).astype(dtype)
    numbers = pd.to_numeric(values, errors="coerce")
    if dtype == "Int16":
        numbers = numbers.where((numbers % 1 == 0) & keeps_rule(numbers, name))
    return numbers.astype(dtype)


def _texts(values: pd.Series) -> pd.Series:
    """Return texts, blank ones as missing; of a categorical each different text is looked at but once."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        different = _texts(values.cat.categories.to_series())
        return pd.Series(different.array.take(values.cat.codes.to_numpy(), allow_fill=True), index=values.index)
    empty = (texts := values.astype("str")).to_numpy() == ""  # on the array: a million in 30 ms
    return texts.mask(empty) if empty.any() else texts


def _without_points(values: pd.Series) -> pd.Series:
    """Return notes that are whole numbers as they were written, which a missing one among them made floats."""
    if pd.api.types.is_float_dtype(values) and not (values.dropna() % 1).any():
        return values.astype("Int64")
    return values


def _local_times(values: pd.Series) -> pd.Series:
    """Return `values` as times; a number becomes missing."""
    if pd.api.types.is_numeric_dtype(values):
        return pd.Series(pd.NaT, values.index)
    texts = values.astype("str") if values.dtype == object else values
    return pd.to_datetime(texts, errors="coerce", format="ISO8601")


def _check(given: pd.DataFrame, typed: pd.DataFrame, where: str) -> None:
    for name in [name for name in _EXPECTED if name in given]:
        kept = keeps_rule(typed[name], name)
        if kept.all():
            continue
        wrong = ~kept if name in REQUIRED else ~kept & _had_ink(given[name], typed[name])
        if wrong.any():
            row = int(wrong.argmax())
            there = given[name].tolist()[row]
            there = repr(there) if _had_ink(given[name], typed[name])[row] else "missing"
            raise LogError(f"{where.replace('{row}', str(row))}: {name} is {there}, expected {_EXPECTED[name]}")
    over = (typed["claimed_s"] > typed["hold_s"]).to_numpy()
    if over.any():
        row = int(over.argmax())
        there = f"claimed_s is {typed['claimed_s'].iloc[row]:g} of a hold of {typed['hold_s'].iloc[row]:g} s"
        raise LogError(f"{where.replace('{row}', str(row))}: {there}, expected {_EXPECTED['claimed_s']}")


def _had_ink(given: pd.Series, typed: pd.Series) -> np.ndarray:
    """Return where something stood, whatever it became."""
    if typed.dtype == "str" or pd.api.types.is_numeric_dtype(given):
        return (typed if typed.dtype == "str" else given).notna().to_numpy()
    return given.notna().to_numpy() & given.astype("str").ne("").to_numpy()
