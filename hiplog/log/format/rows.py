"""Rows as a frame has them, and as SQLite keeps them: there and back to the same, or refused by name."""

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

from hiplog.log.format.tables import KEPT_BY, OF_A_CHANGE, VERSION, alive_sums, checksum, names, sums
from hiplog.log.format.words import named
from hiplog.schema import HOLDS, LogError, Table

_ALIVE = "SELECT number, {} FROM {} NOT INDEXED WHERE alive"  # as they lie in the file
_EVERY = "SELECT checksum, {} FROM {} NOT INDEXED"
_FIRST, _VALUES = itemgetter(0), itemgetter(slice(1, None))
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # a page can send half of an emoji; no text file can keep it
_WHAT_TO_DO = "`hiplog check` gives the holds that are whole, and `hiplog restore` goes back to a backup"


def to_rows(frame: pd.DataFrame, table: Table = HOLDS, *, where: str | None = None) -> list[tuple]:
    """Return the values of each row of a frame that conforms, as SQLite keeps them."""
    rows = list(zip(*(_values(frame[name]) for name in table.columns), strict=True))
    texts = [name for name in _texts(table) if name not in table.choices]
    if _NO_TEXT.search("".join(chain.from_iterable(frame[name].dropna() for name in texts))):
        row, text = next((i, v) for i, row in enumerate(rows) for v in row if _NO_TEXT.search(str(v)))
        where = (where or f"{table.name}, row {{row}}").replace("{row}", str(row))
        raise LogError(f"{where}: {text!a} holds half a character or a NUL, expected text that a file can keep")
    return rows


def _texts(table: Table) -> list[str]:
    return [name for name, dtype in table.columns.items() if dtype == "str"]


def _values(column: pd.Series) -> list:
    if column.name == "day":
        return np.datetime_as_string(column.to_numpy(), unit="D").tolist()
    if column.name == "started_at":
        times = np.datetime_as_string(column.to_numpy(), unit="us").tolist()
        return [time.removesuffix(".000000") for time in times]
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna(), strict=True)]


def read_rows(db: sqlite3.Connection, path: object, table: Table = HOLDS) -> list[tuple]:
    """Return the values of each row of a table of the log, by time, having compared the sum of their checksums.

    Raises
    ------
    LogError
        Where a row is not what was written, or one that was written is not there; it names the row.
    """
    rows = db.execute(_ALIVE.format(names(table), table.name)).fetchall()
    with suppress(TypeError):  # a damaged row, which is named below
        rows.sort(key=_FIRST)  # nearly in order as they come: faster here than in SQL
        rows.sort(key=itemgetter(1 + list(table.columns).index(_time_of(table))))
    values = list(map(_VALUES, rows))
    try:
        check_sums(db, path, table, (len(values), sum(_checksums(values))))
    except LogError:
        for sentence in damaged(db.execute(_EVERY.format(names(table), table.name)), table):
            raise LogError(f"{path}: {sentence}; {_WHAT_TO_DO}") from None
        raise
    return values


def all_versions(db: sqlite3.Connection, table: Table) -> list[tuple]:
    """Return the values of each row that a table of the log has or had."""
    return db.execute(f"SELECT {names(table)} FROM {table.name}").fetchall()


def _time_of(table: Table) -> str:
    return next(name for name, dtype in table.columns.items() if dtype.startswith("datetime"))


def id_of(db: sqlite3.Connection, path: object) -> str:
    """Return the id of a log of any version."""
    ids = db.execute("SELECT id FROM log").fetchall()
    if len(ids) != 1 or not isinstance(ids[0][0], str):
        raise LogError(f"{path}: what the log says of itself is damaged; {_WHAT_TO_DO}")
    return ids[0][0]


def check_sums(
    db: sqlite3.Connection, path: object, table: Table, now: tuple[int, int], version: int = VERSION
) -> None:
    """Raise a LogError where a log says that it has other rows of a table than these: how many, their sum."""
    at = 2 * KEPT_BY[version].index(table)
    written = said_of_itself(db, path)[1:][at : at + 2]
    if written != now:
        there = f"{now[0]} {table.name} are in it where {written[0]} were written, or others"
        raise LogError(f"{path}: {there}; {_WHAT_TO_DO}")


def said_of_itself(db: sqlite3.Connection, path: object) -> tuple:
    """Return what a log says of itself: its id and all its sums."""
    kept = db.execute("SELECT * FROM log").fetchall()
    if len(kept) != 1 or checksum(*kept[0][:-1]) != kept[0][-1]:
        raise LogError(f"{path}: what the log says of itself is damaged; {_WHAT_TO_DO}")
    return kept[0][:-1]


def refuse_damaged(db: sqlite3.Connection, path: object, version: int = VERSION) -> None:
    """Raise a LogError where a log is not what was last written, down to each value."""
    for table in KEPT_BY[version]:
        rows = db.execute(_EVERY.format(names(table), table.name)).fetchall()
        if list(_checksums(map(_VALUES, rows))) != list(map(_FIRST, rows)):
            raise LogError(f"{path}: {next(damaged(rows, table))}; {_WHAT_TO_DO}")
    changes = db.execute(f"SELECT checksum, {OF_A_CHANGE} FROM changes").fetchall()
    if list(_checksums(map(_VALUES, changes))) != list(map(_FIRST, changes)):
        raise LogError(f"{path}: its history is not as it was written; {_WHAT_TO_DO}")
    refuse_other_sums(db, path, version)


def _checksums(rows: Iterable[tuple]) -> Iterator[int]:
    """Yield the `checksum` of each row, by the C functions on their own: a call of it each takes far longer."""
    return map(crc32, map(dumps, rows, repeat(2)))


def refuse_other_sums(db: sqlite3.Connection, path: object, version: int = VERSION) -> None:
    """Raise a LogError where a log has other rows, by their checksums, than were last written."""
    for table in KEPT_BY[version]:
        check_sums(db, path, table, alive_sums(db, table), version)
    if said_of_itself(db, path)[-1] != sums(db, KEPT_BY[version])[-1]:
        raise LogError(f"{path}: its history is not as it was written; {_WHAT_TO_DO}")


def damaged(rows: Iterable[tuple], table: Table) -> Iterator[str]:
    """Yield a sentence for each row, its checksum first, that is not what was written."""
    for kept, *values in rows:
        if checksum(*values) != kept:
            yield f"{named(table, values)} is not as it was written ({_broken_rule(table, values)})"


def _broken_rule(table: Table, values: tuple) -> str:
    try:
        table.conform(pd.DataFrame([values], columns=list(table.columns), dtype=object), where="it")
    except (LogError, ValueError, TypeError) as error:
        return str(error)
    return "its checksum differs"


def read_frame(db: sqlite3.Connection, path: object, table: Table = HOLDS) -> pd.DataFrame:
    """Return what is in a table of the log, by time, its checksums compared, as `read_rows` does."""
    collects = gc.isenabled()
    gc.disable()  # so many new objects set it off, and it finds nothing: a fifth of the time
    try:
        return to_frame(read_rows(db, path, table), path, table)
    finally:
        if collects:
            gc.enable()


def to_frame(rows: list[tuple], path: object, table: Table = HOLDS) -> pd.DataFrame:
    """Return rows as a frame.

    Raises
    ------
    LogError
        Where a value is not what its column is for; it names the row.
    """
    values = zip(*rows, strict=True) if rows else repeat((), len(table.columns))
    columns = dict(zip(table.columns, values, strict=True))
    for name in _texts(table):
        if not set(map(type, columns[name])) <= {str, type(None)} or "" in columns[name]:
            row = next(row for row, value in zip(rows, columns[name], strict=True) if not _is_text(value))
            raise LogError(f"{path}: {named(table, row)}: {name} is no text, or an empty one; {_WHAT_TO_DO}")
    try:
        typed = {name: _typed(values, table.columns[name]) for name, values in columns.items()}
        frame = pd.DataFrame(typed, copy=False)
        if _keeps_rules(columns, frame, table):
            return frame
    except (TypeError, ValueError, OverflowError):
        frame = pd.DataFrame(columns, dtype=object)
    try:  # it says which value it is that breaks a rule
        return table.conform(frame, where=f"{table.one} {{row}}")
    except LogError as error:
        raise LogError(f"{path}: {error}; {_WHAT_TO_DO}") from error


def _is_text(value: object) -> bool:
    return value is None or (isinstance(value, str) and value != "")


def _keeps_rules(columns: dict[str, tuple], frame: pd.DataFrame, table: Table) -> bool:
    """Return whether rows as they were read are what `conform` returns, in a quarter of its time."""
    for name, dtype in table.columns.items():
        if dtype == "str":
            missing = name in table.always and None in columns[name]
            kept = name not in table.choices or set(columns[name]) <= {None, *table.choices[name]}
            if name in table.patterns:
                kept = bool((table.keeps_rule(frame[name], name) | frame[name].isna()).all())
        else:
            known = frame[name].notna().to_numpy()
            missing = not known.all()
            kept = bool((table.keeps_rule(frame[name], name) | ~known).all())
        if not kept or (missing and name in table.always):
            return False
    return table.broken_by is None or not table.broken_by(frame)[0].any()


def _typed(values: tuple, dtype: str) -> np.ndarray | pd.api.extensions.ExtensionArray:
    """Return the values of a column with its dtype; what cannot be it is an error."""
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
        raise ValueError(dtype)
    return pd.arrays.IntegerArray(whole.astype("int16"), missing)
