"""The columns of a hold, and the rules they keep.

A hold is one side held once. `conform` makes any frame of holds keep these columns and rules, or says which row
does not. Rows of a frame are counted from 0, as its user does.
"""

import hashlib
from itertools import pairwise

import numpy as np
import pandas as pd

from hiplog.errors import LogError as LogError
from hiplog.exercise import EXERCISES, SIDES
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
_MAKES_THE_HOLD = ("exercise", "side", "started_at", "hold_s")  # two holds that differ in one of them are two
SESSION_GAP = pd.Timedelta(minutes=60)
_AT_ONCE = 1 << 16  # ids made at once: their digits fit the processor's cache

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


def check_ids(holds: pd.DataFrame) -> None:
    """Raise a LogError that names both rows, where one `hold_id` stands for two different holds.

    Two rows are of one hold where `exercise`, `side`, `started_at` and `hold_s` are the same.
    """
    again = holds["hold_id"].duplicated(keep=False).to_numpy()
    if not again.any():
        return
    some = holds.reset_index(drop=True)[again]
    for name in _MAKES_THE_HOLD:
        first = some.groupby("hold_id")[name].transform("first")
        differs = (some[name] != first).to_numpy()
        if differs.any():
            row = some.index[differs.argmax()]
            hold_id = some["hold_id"][row]
            other = some.index[(some["hold_id"] == hold_id).to_numpy().argmax()]
            raise LogError(
                f"holds, rows {other} and {row}: both have hold_id {hold_id}, but {name} is {some[name][other]} "
                f"and {some[name][row]}, expected one id for one hold: give one of them another, or none"
            )


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


def hold_ids(holds: pd.DataFrame) -> pd.Series:
    """Return a UUID for each hold, made of what it is: exercise, side, when, how long, which of its equals.

    The same hold gets the same id from any file, on any machine; two equal holds of one frame get two. Nothing
    else goes in, so that a pain rating or a note can be mended without making another hold of it.

    Parameters
    ----------
    holds : DataFrame
        With `exercise`, `side`, `started_at` and `hold_s` (seconds, taken to the millisecond).

    Returns
    -------
    Series of str
        RFC 9562 version 8 (custom) UUIDs, 122 bits from two chains of the splitmix64 finaliser
        (Steele, Lea and Flood 2014).
    """
    return pd.Series(_ids_of(holds, seed=1), index=holds.index, dtype="str")


def session_ids(holds: pd.DataFrame, session: pd.Series | None = None) -> pd.Series:
    """Return the UUID of each hold's session, made of what the first hold of that session is (see `hold_ids`).

    Parameters
    ----------
    holds : DataFrame
        With `exercise`, `side`, `started_at` and `hold_s`.
    session : Series, optional
        Which holds belong together: equal values, one session. Without it a session begins anew after a gap of
        more than 60 minutes.

    Returns
    -------
    Series of str
    """
    order = holds["started_at"].argsort(kind="stable").to_numpy()
    if session is None:
        numbers = (holds["started_at"].iloc[order].diff() > SESSION_GAP).cumsum().to_numpy()
    else:
        numbers = pd.factorize(session.iloc[order])[0]
    first = np.flatnonzero(np.diff(np.maximum.accumulate(numbers), prepend=-1))
    began = holds[list(_MAKES_THE_HOLD)].iloc[order[first]]
    ids = pd.array(_ids_of(began, seed=3), dtype="str")
    of = np.empty(len(holds), dtype="int64")
    of[order] = numbers
    return pd.Series(ids.take(of), index=holds.index)


def _ids_of(holds: pd.DataFrame, *, seed: int) -> list[str]:
    """Return UUIDs made of what holds are, and of which of its equals each is."""
    when = holds["started_at"].astype("datetime64[us]").to_numpy().view("uint64")
    milliseconds = np.rint(holds["hold_s"].to_numpy() * 1000).astype("int64").view("uint64")
    fields = [_words(holds["exercise"]), _words(holds["side"]), when, milliseconds]
    return _uuids([*fields, _number_among_equals(_mixed(fields, seed=0))], seed=seed)


def _number_among_equals(key: np.ndarray) -> np.ndarray:
    """Return how many equal keys stand before each."""
    numbers = np.zeros(len(key), dtype="uint64")
    twice = pd.Series(key).duplicated(keep=False).to_numpy()
    if twice.any():  # seldom, and then few: counting them takes longer than all the rest
        some = pd.Series(key[twice])
        numbers[twice] = some.groupby(some).cumcount()
    return numbers


def _words(values: pd.Series) -> np.ndarray:
    """Return 64 bits for each text, the same on every machine and in every year."""
    codes, words = pd.factorize(values)
    digests = [hashlib.blake2b(word.encode(), digest_size=8).digest() for word in words.tolist()]
    return np.frombuffer(b"".join(digests), dtype="<u8")[codes] if digests else np.empty(0, "uint64")


def _mixed(fields: list[np.ndarray], *, seed: int) -> np.ndarray:
    """Return one hash of 64 bits for each row of the fields: splitmix64's finaliser, field after field."""
    h = np.full(len(fields[0]), seed, dtype="uint64")
    for field in fields:
        h = (h ^ field) + np.uint64(0x9E3779B97F4A7C15)
        h = (h ^ (h >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        h = (h ^ (h >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        h = h ^ (h >> np.uint64(31))
    return h


def _uuids(fields: list[np.ndarray], *, seed: int) -> list[str]:
    """Return one UUID of version 8 for each row of the fields, as text."""
    ids: list[str] = []
    for start in range(0, len(fields[0]), _AT_ONCE):
        ids += _some_uuids([field[start : start + _AT_ONCE] for field in fields], seed)
    return ids


def _some_uuids(fields: list[np.ndarray], seed: int) -> list[str]:
    high, low = _mixed(fields, seed=seed), _mixed(fields, seed=seed + 1)
    high = (high & np.uint64(0xFFFFFFFFFFFF0FFF)) | np.uint64(0x8000)
    low = (low & np.uint64(0x3FFFFFFFFFFFFFFF)) | np.uint64(0x8000000000000000)
    digits = np.stack([high, low], axis=1).astype(">u8").tobytes().hex().encode()
    plain = np.frombuffer(digits, dtype="uint8").reshape(-1, 32)
    lines = np.full((len(plain), 37), ord("-"), dtype="uint8")
    for dashes, (start, end) in enumerate(pairwise((0, 8, 12, 16, 20, 32))):
        lines[:, start + dashes : end + dashes] = plain[:, start:end]
    lines[:, 36] = ord("\n")
    return lines.tobytes().decode().splitlines()
