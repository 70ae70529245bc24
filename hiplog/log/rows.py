"""Holds as a frame has them, and as rows that SQLite keeps: there and back to the same, or refused by name."""

import gc
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, repeat
from marshal import dumps
from operator import itemgetter
from zlib import crc32

import numpy as np
import pandas as pd

from hiplog.log.history import when
from hiplog.log.tables import NAMES, checksum, sums
from hiplog.schema import ALWAYS, CHOICES, COLUMNS, LogError, conform, keeps_rule

_ALIVE = f"SELECT number, {NAMES} FROM holds NOT INDEXED WHERE alive"  # as they lie in the file
_SUMMED = f"SELECT checksum, {NAMES} FROM holds NOT INDEXED WHERE alive"
SIDES = CHOICES["side"]
_NUMBER, _VALUES = itemgetter(0), itemgetter(slice(1, None))
_BY_START = itemgetter(1 + list(COLUMNS).index("started_at"))
_ALL_TEXTS = [name for name, dtype in COLUMNS.items() if dtype == "str"]
_TEXTS = [name for name in _ALL_TEXTS if name not in CHOICES]
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # a page can send half of an emoji; no text file can keep it
_WHAT_TO_DO = "`hiplog check` gives the holds that are whole, and `hiplog restore` goes back to a backup"


def to_rows(holds: pd.DataFrame, *, where: str = "holds, row {row}") -> list[tuple]:
    """Return the values of each hold as SQLite keeps them."""
    rows = list(zip(*(_values(holds[name]) for name in COLUMNS), strict=True))
    if _NO_TEXT.search("".join(chain.from_iterable(holds[name].dropna() for name in _TEXTS))):
        row, text = next((i, v) for i, row in enumerate(rows) for v in row if _NO_TEXT.search(str(v)))
        where = where.replace("{row}", str(row))
        raise LogError(f"{where}: {text!a} holds half a character or a NUL, expected text that a file can keep")
    return rows


def _values(column: pd.Series) -> list:
    if column.name == "started_at":
        times = np.datetime_as_string(column.to_numpy(), unit="us").tolist()
        return [time.removesuffix(".000000") for time in times]
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna(), strict=True)]


def read_rows(db: sqlite3.Connection, path: object) -> list[tuple]:
    """Return the values of each hold in the log, in order, having compared the sum of their checksums.

    Raises
    ------
    LogError
        Where a hold is not what was written, or one that was written is not there; it names the hold.
    """
    rows = db.execute(_ALIVE).fetchall()
    with suppress(TypeError):  # a damaged row, which is named below
        rows.sort(key=_NUMBER)  # nearly in order as they come: faster here than in SQL
        rows.sort(key=_BY_START)
    values = list(map(_VALUES, rows))
    # the C functions on their own: a call of `checksum` each would take longer than all the rest of reading
    holds_sum = sum(map(crc32, map(dumps, values, repeat(2))))
    try:
        check_sums(db, path, len(values), holds_sum)
    except LogError:
        for sentence in damaged(db.execute(_SUMMED)):
            raise LogError(f"{path}: {sentence}; {_WHAT_TO_DO}") from None
        raise
    return values


def id_of(db: sqlite3.Connection, path: object) -> str:
    """Return the id of a log of any version."""
    ids = db.execute("SELECT id FROM log").fetchall()
    if len(ids) != 1 or not isinstance(ids[0][0], str):
        raise LogError(f"{path}: what the log says of itself is damaged; {_WHAT_TO_DO}")
    return ids[0][0]


def check_sums(db: sqlite3.Connection, path: object, holds: int, holds_sum: int) -> None:
    """Raise a LogError where a log says that it has other holds than were found in it."""
    kept = db.execute("SELECT id, holds, holds_sum, rest_sum, checksum FROM log").fetchall()
    if len(kept) != 1 or checksum(*kept[0][:-1]) != kept[0][-1]:
        raise LogError(f"{path}: what the log says of itself is damaged; {_WHAT_TO_DO}")
    if kept[0][1:3] != (holds, holds_sum):
        raise LogError(
            f"{path}: {holds} holds are in it where {kept[0][1]} were written, or others; {_WHAT_TO_DO}"
        )


def refuse_damaged(db: sqlite3.Connection, path: object) -> None:
    """Raise a LogError where the log is not what was last written, as far as its sums say."""
    holds, holds_sum, rest_sum = sums(db)
    check_sums(db, path, holds, holds_sum)
    if db.execute("SELECT rest_sum FROM log").fetchone()[0] != rest_sum:
        raise LogError(f"{path}: its history is not as it was written; {_WHAT_TO_DO}")


def damaged(rows: Iterable[tuple]) -> Iterator[str]:
    """Yield a sentence for each row, its checksum first, that is not what was written."""
    for kept, *values in rows:
        if checksum(*values) != kept:
            yield f"{named(values)} is not as it was written ({_broken_rule(values)})"


def named(values: list | tuple) -> str:
    """Return which hold a row is, as far as it can be told."""
    hold = dict(zip(COLUMNS, values, strict=True))
    try:
        side = hold["side"] if hold["side"] in SIDES else ascii(hold["side"])
        return f"the {side} hold of {when(hold['started_at'])}"
    except (TypeError, ValueError):
        return f"the hold {hold['hold_id']!a}"


def _broken_rule(values: list | tuple) -> str:
    try:
        conform(pd.DataFrame([values], columns=list(COLUMNS), dtype=object), where="it")
    except (LogError, ValueError, TypeError) as error:
        return str(error)
    return "its checksum differs"


def read_frame(db: sqlite3.Connection, path: object) -> pd.DataFrame:
    """Return the holds in the log, in order, their checksums compared; see `read_rows` for what it raises."""
    collects = gc.isenabled()
    gc.disable()  # so many new objects set it off, and it finds nothing: a fifth of the time
    try:
        return to_frame(read_rows(db, path), path)
    finally:
        if collects:
            gc.enable()


def to_frame(rows: list[tuple], path: object) -> pd.DataFrame:
    """Return rows as a frame of holds.

    Raises
    ------
    LogError
        Where a value is not what its column is for; it names the hold.
    """
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(COLUMNS, ())
    for name in _ALL_TEXTS:
        if not set(map(type, columns[name])) <= {str, type(None)} or "" in columns[name]:
            row = next(row for row, value in zip(rows, columns[name], strict=True) if not _is_text(value))
            raise LogError(f"{path}: {named(row)}: {name} is no text, or an empty one; {_WHAT_TO_DO}")
    try:
        holds = pd.DataFrame({name: _typed(values, name) for name, values in columns.items()}, copy=False)
        if _keeps_rules(columns, holds):
            return holds
    except (TypeError, ValueError, OverflowError):
        holds = pd.DataFrame(columns, dtype=object)
    try:  # it says which value it is that breaks a rule
        return conform(holds, where="hold {row}")
    except LogError as error:
        raise LogError(f"{path}: {error}; {_WHAT_TO_DO}") from error


def _is_text(value: object) -> bool:
    return value is None or (isinstance(value, str) and value != "")


def _keeps_rules(columns: dict[str, tuple], holds: pd.DataFrame) -> bool:
    """Return whether holds as they were read are what `conform` returns, in a quarter of its time."""
    for name in COLUMNS:
        if COLUMNS[name] == "str":
            missing = name in ALWAYS and None in columns[name]
            kept = name not in CHOICES or set(columns[name]) <= {None, *CHOICES[name]}
        else:
            known = holds[name].notna().to_numpy()
            missing = not known.all()
            kept = bool((keeps_rule(holds[name], name) | ~known).all())
        if not kept or (missing and name in ALWAYS):
            return False
    return not (holds["claimed_s"] > holds["hold_s"]).any()


def _typed(values: tuple, name: str) -> np.ndarray | pd.api.extensions.ExtensionArray:
    dtype = COLUMNS[name]
    if dtype == "str":
        return pd.array(np.array(values, dtype=object), dtype="str")
    if dtype.startswith("datetime"):
        return np.array(values, dtype=dtype)
    numbers = np.array(values, dtype="float64")  # None becomes NaN
    if dtype == "float64":
        return numbers
    missing = np.isnan(numbers)
    whole = np.where(missing, 0, numbers)
    if dtype == "Float64":
        return pd.arrays.FloatingArray(whole, missing)
    if (whole % 1).any() or (np.abs(whole) > np.iinfo("int16").max).any():
        raise ValueError(name)
    return pd.arrays.IntegerArray(whole.astype("int16"), missing)
