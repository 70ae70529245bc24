"""The ids of holds and of their sessions: made of what a hold is, so that one hold has one id."""

import hashlib
from itertools import pairwise

import numpy as np
import pandas as pd

from hiplog.errors import LogError

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
