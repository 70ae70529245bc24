"""The ids of holds and of their sessions: made of what a hold is, so that one hold has one id."""

import hashlib
from itertools import pairwise

import numpy as np
import pandas as pd

SESSION_GAP = pd.Timedelta(minutes=60)
_MAKES_THE_HOLD = ("exercise", "side", "started_at", "hold_s")  # two holds that differ in one of them are two
_AT_ONCE = 1 << 16  # ids made at once: their digits fit the processor's cache


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
    return pd.Series(_ids_of_holds(holds, seed=1), index=holds.index, dtype="str")


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
    ids = pd.array(_ids_of_holds(began, seed=3), dtype="str")
    of = np.empty(len(holds), dtype="int64")
    of[order] = numbers
    return pd.Series(ids.take(of), index=holds.index)


def ids_of(rows: pd.DataFrame, names: tuple[str, ...], *, seed: int) -> pd.Series:
    """Return a UUID for each row, made of what it is by these columns, and of which of its equals it is.

    Parameters
    ----------
    rows : DataFrame
    names : tuple of str
        Columns of times or texts; a missing text is one of its own.
    seed : int
        An odd number for each kind of rows, so that no two kinds share an id.

    Returns
    -------
    Series of str
        As `hold_ids` makes them.
    """
    fields = [_words(rows[name].fillna("")) if rows[name].dtype == "str" else _times(rows[name]) for name in names]
    numbered = [*fields, _number_among_equals(_mixed(fields, seed=0))]
    return pd.Series(_uuids(numbered, seed=seed), index=rows.index, dtype="str")


def _ids_of_holds(holds: pd.DataFrame, *, seed: int) -> list[str]:
    """Return UUIDs made of what holds are, and of which of its equals each is."""
    milliseconds = np.rint(holds["hold_s"].to_numpy() * 1000).astype("int64").view("uint64")
    fields = [_words(holds["exercise"]), _words(holds["side"]), _times(holds["started_at"]), milliseconds]
    return _uuids([*fields, _number_among_equals(_mixed(fields, seed=0))], seed=seed)


def _number_among_equals(key: np.ndarray) -> np.ndarray:
    """Return how many equal keys stand before each."""
    numbers = np.zeros(len(key), dtype="uint64")
    twice = pd.Series(key).duplicated(keep=False).to_numpy()
    if twice.any():  # seldom, and then few: counting them takes longer than all the rest
        some = pd.Series(key[twice])
        numbers[twice] = some.groupby(some).cumcount()
    return numbers


def _times(values: pd.Series) -> np.ndarray:
    """Return microseconds since 1970, as 64 bits."""
    return values.astype("datetime64[us]").to_numpy().view("uint64")


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
