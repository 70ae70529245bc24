"""A table of holds in any form that people have, as a pandas frame of plain columns with local times."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pandas as pd

from hiplog.errors import LogError, shown

LOG_SUFFIXES = (".sqlite", ".db")  # of files that are taken for logs of ours


class ArrowTable(Protocol):
    """A table of polars, pyarrow, DuckDB, or any other library that speaks Arrow."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the table as an Arrow stream."""


class HasHolds(Protocol):
    """A reading: what came out of a file."""

    @property
    def holds(self) -> pd.DataFrame:
        """The holds of the file."""


class GivesHolds(Protocol):
    """A log."""

    def holds(self) -> pd.DataFrame:
        """Return the holds of the log."""


class KeepsHolds(GivesHolds, Protocol):
    """What a widget asks of its log: the timer, the forms, the editor."""

    path: Path

    @property
    def id(self) -> str:
        """The UUID of the log."""

    @property
    def begun(self) -> bool:
        """Whether this object made the log."""

    def begin(self) -> Any:
        """Make the log where there is none yet."""

    def check_writable(self) -> None:
        """Refuse where a hold could not be saved now."""

    def add(self, holds: pd.DataFrame, *, diary: Any = None, by: str | None = None) -> Any:
        """Add holds, with the days beside them, and return how many were `new`, `known`, `filled`, `different`."""

    def change(self, hold_id: str, /, *, by: str = ..., **values: Any) -> Any:
        """Correct one hold, and return the old and the new of all that changed with it."""

    def remove(self, ids: list[str], *, by: str = ...) -> int:
        """Remove holds and return how many there were."""

    def versions(self, ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """Return what each of these holds was and is, and by whom."""

    def diary(self) -> Any:
        """Return the days, plans and marks beside the holds."""

    def add_days(self, days: pd.DataFrame, *, by: str | None = None) -> Any:
        """Add what is said of days without a hold, as `add` does holds."""

    def set_plan(self, plan: Any, *, since: Any = None, by: str = ...) -> str:
        """Set how many sessions a day are meant, from a day on."""

    def mark(self, day: Any, words: str, *, by: str = ...) -> str:
        """Keep a dated word of one's own."""

    def last_change(self) -> tuple[str, str | None] | None:
        """Return a token and the time of the newest change."""

    def has_change(self, token: str) -> bool:
        """Return whether a change with this token is in the log."""

    def undo(self, *, expect: str | None = None) -> str:
        """Take back the last change, where that is what is expected, and say what it was."""

    def redo(self, *, expect: str | None = None) -> str:
        """Make again what was taken back."""

    def next_undo(self) -> str:
        """Return what `undo` would take back."""

    def next_redo(self) -> str:
        """Return what `redo` would make again."""


Holds = pd.DataFrame | ArrowTable | HasHolds | GivesHolds


def begin(log: KeepsHolds) -> str:
    """Make a log where there is none yet, and return the sentence that says so; "" where there was one."""
    was_begun = log.begun
    log.begin()
    return f"A new log was begun: {log.path}" if log.begun and not was_begun else ""


_ZONED = r"^(.*[T ].*?)\s*(Z|[+-]\d\d(?::?\d\d)?)$"  # an ISO 8601 time that ends with its offset
_MINUTE = pd.Timedelta(minutes=1)


def as_frame(given: object, *, where: str) -> pd.DataFrame:
    """Return `given` as a pandas frame whose rows are counted from 0.

    Columns that pyarrow backs become ordinary ones, and so does a level of the index that has a name of its own.
    A `started_at` with a zone or an offset is split into the local time and `utc_offset_min`.

    Parameters
    ----------
    given : DataFrame, or Arrow table, or Log, or Reading
        Holds in pandas, polars, pyarrow, DuckDB, or anything else that has `__arrow_c_stream__`.
    where : str
        How an error begins to say which row it is about, with `{row}` for its number.

    Raises
    ------
    LogError
        Where it is no table, or an offset contradicts `utc_offset_min`.
    """
    frame = _pandas(given, where.partition(",")[0])
    names = enumerate(frame.index.names)  # of which two may be one
    levels = [i for i, name in names if isinstance(name, str) and name not in frame.columns]
    frame = frame.reset_index(level=levels, allow_duplicates=True).reset_index(drop=True)
    backed = [name for name, dtype in frame.dtypes.items() if isinstance(dtype, pd.ArrowDtype)]
    frame = frame.astype(dict.fromkeys(backed, object)) if frame.columns.is_unique else frame
    return _split(frame, where) if list(frame.columns).count("started_at") == 1 else frame


def _pandas(given: object, what: str) -> pd.DataFrame:
    if isinstance(given, pd.DataFrame):
        return given
    if hasattr(given, "holds") and not isinstance(given, type):  # a log, or what was read from a file
        return given.holds() if callable(given.holds) else given.holds
    if hasattr(given, "__arrow_c_stream__") and hasattr(given, "columns"):  # a column has the first, too
        try:
            return pd.DataFrame.from_arrow(given)  # type: ignore[attr-defined]  # pandas 3.0
        except ImportError:
            raise LogError(
                f"{what}: this is a {_name(given)}, which needs pyarrow, expected that to be installed "
                "(pip install pyarrow), or a pandas DataFrame"
            ) from None
    raise LogError(f"{what}: this is {_there(given)}, expected {_expected(given, what)}")


def _there(given: object) -> str:
    if isinstance(given, type):
        return shown(given)
    return repr(str(given)) if isinstance(given, (str, PathLike)) else f"a {_name(given)}"


def _name(given: object) -> str:
    return f"{type(given).__module__.split('.')[0]}.{type(given).__name__}".removeprefix("builtins.")


def _expected(given: object, what: str) -> str:
    if hasattr(given, "collect"):  # a LazyFrame of polars, which has no rows yet
        return "the frame that its collect() returns"
    if what != "holds":
        return f"a DataFrame of {what}, like hiplog.Log(path).{what}()"
    if not isinstance(given, (str, PathLike)):
        return "a DataFrame of holds, like hiplog.Log(path).holds() or hiplog.read_log(path).holds"
    is_log = Path(given).suffix in LOG_SUFFIXES
    what = f"hiplog.Log({str(given)!r}).holds()" if is_log else f"hiplog.read_log({str(given)!r}).holds"
    return f"the holds in it: {what}"


def _split(frame: pd.DataFrame, where: str) -> pd.DataFrame:
    """Return the frame with local times, and minutes east of UTC where the times told them."""
    local, offset = _local(frame["started_at"])
    if offset is None:
        return frame
    said = frame.get("utc_offset_min", pd.Series(None, frame.index, dtype="float64"))
    differs = (pd.to_numeric(said, errors="coerce").astype("Float64") - offset).fillna(0).ne(0)
    if differs.any():
        row = int(np.argmax(differs.to_numpy(dtype=bool)))
        there = f"started_at is {frame['started_at'][row]} and utc_offset_min is {said[row]}"
        raise LogError(f"{where.replace('{row}', str(row))}: {there}, expected the same offset in both")
    return frame.assign(started_at=local, utc_offset_min=said.astype(object).where(said.notna(), offset))


def _local(values: pd.Series) -> tuple[pd.Series, pd.Series | None]:
    """Return times without their offsets, and the offsets in minutes, or None where there is none at all."""
    if isinstance(values.dtype, pd.DatetimeTZDtype):
        local = values.dt.tz_localize(None)
        return local, (local - values.dt.tz_convert("UTC").dt.tz_localize(None)) / _MINUTE
    if pd.api.types.is_numeric_dtype(values) or pd.api.types.is_datetime64_any_dtype(values):
        return values, None
    texts = values.astype("str")
    return _parted(texts) if _is_zoned(texts) else (values, None)


def _is_zoned(texts: pd.Series) -> bool:
    """Return whether any time has an offset; reading them all is quicker than to look for one."""
    try:
        return pd.to_datetime(texts, errors="coerce", format="ISO8601").dt.tz is not None
    except ValueError:  # some have one, some have none or another
        return True


def _parted(texts: pd.Series) -> tuple[pd.Series, pd.Series]:
    parts = texts.str.extract(_ZONED)
    zone = "2000-01-01T00:00" + parts[1].str.upper()
    offset = pd.Timestamp("2000-01-01", tz="UTC") - pd.to_datetime(
        zone, format="ISO8601", utc=True, errors="coerce"
    )
    return texts.mask(parts[1].notna(), parts[0]), offset / _MINUTE
