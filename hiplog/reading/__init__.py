"""Read any log a person keeps: a file -> the holds in it, and the rows that could not be read."""

from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from hiplog.errors import shown
from hiplog.exercise import ExerciseName
from hiplog.reading.clean import notes_of_people, read_clean_file, read_whole
from hiplog.reading.columns.meaning import MEANINGS, Unit
from hiplog.reading.duplicates import look_alike
from hiplog.reading.options import Options, in_words_of
from hiplog.reading.reading import Reading
from hiplog.reading.tables import sources
from hiplog.reading.tables.rejected import as_refused
from hiplog.schema import LogError

if TYPE_CHECKING:  # what needs the words of languages is loaded when it is used
    from hiplog.reading.notes import read_pain_notes
    from hiplog.reading.values.durations import read_seconds

__all__ = [
    "MEANINGS",
    "Reading",
    "in_words_of",
    "look_alike",
    "notes_of_people",
    "read_log",
    "read_pain_notes",
    "read_seconds",
]

_HOME_OF = {"read_pain_notes": "hiplog.reading.notes", "read_seconds": "hiplog.reading.values.durations"}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def read_log(
    source: str | PathLike[str] | bytes | BinaryIO,
    *,
    name: str | None = None,
    day_first: bool | None = None,
    year: int | None = None,
    unit: Unit | None = None,
    columns: dict[str, str] | None = None,
    exercise: ExerciseName | None = None,
    exercise_contains: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    person: str | None = None,
    timezone: str | None = None,
) -> Reading:
    r"""Read the holds in a file: text with any delimiter, a workbook, or the export of another app.

    No row is lost: each one below the header gives holds, or stands in `rejected` with what was expected of it, or
    in `how["skipped"]` with the reason why it is no hold. A row of which only a part is bad gives what is good,
    and stands in `rejected` for the rest. What cannot be decided is refused, with both readings named.

    Parameters
    ----------
    source : str, PathLike, bytes, or binary file object
        The file; its name and its extension do not matter. Bytes are its content.
    name : str, optional
        What to call bytes or a file object in messages and in the column `source`; without it, the file's own.
    day_first : bool, optional
        Settles what 3/4/2024 is; without it a number over 12 anywhere in the column decides.
    year : int, optional
        The year of the first date, for dates without one.
    unit : {"s", "min", "m:ss", "ms", "h", "days"}, optional
        The unit of a plain number of a hold; without it the header's, or seconds. By `m:ss`, 1.05 is 65 s.
    columns : dict, optional
        What a column means, where it was misunderstood: its header, and one of `hiplog.reading.MEANINGS`.
    exercise : str, optional
        The exercise of holds of which the file names none, `hip_balance` without it.
    exercise_contains : str, optional
        Take the rows whose exercise contains this, in any case. Without it: hip balanc, hamstring, quad.
    encoding : str, optional
        Overrides what was found.
    sheet : str, optional
        The sheet of a workbook; without it the one that looks most like a log.
    person : str, optional
        Whose holds to take, where a column of the file says whose they are.
    timezone : str, optional
        Where the person was, like "Europe/Berlin": times in UTC become local ones.

    Returns
    -------
    Reading
        With `holds` (see `hiplog.schema.COLUMNS`), `rejected`, `how`, `columns` and `first_holds`.

    Raises
    ------
    LogError
        Where the file is not there or no log: nothing in it could be a date, or a hold.

    Examples
    --------
    >>> reading = hiplog.read_log(b"date,left,right\n2026-03-04,38,31\n2026-03-05,1:3x,33", name="notes.csv")
    >>> reading.holds[["started_at", "side", "hold_s"]]
      started_at   side  hold_s
    0 2026-03-04   left    38.0
    1 2026-03-04  right    31.0
    2 2026-03-05  right    33.0
    >>> reading.rejected[["row", "column", "text"]]
       row column  text
    0    3   left  1:3x
    """
    if name is not None and not isinstance(name, str):
        raise LogError(f"name is {shown(name)}, expected a text")
    options = Options(
        day_first=day_first,
        year=year,
        unit=unit,
        columns=columns,
        exercise=exercise,
        exercise_contains=exercise_contains,
        encoding=encoding,
        sheet=sheet,
        person=person,
        timezone=timezone,
    )
    path, data = sources.source_of(source, name)
    reading = read_clean_file(path) if not options.given() and data is None else None
    if reading is not None and ("exercise" in reading.how["columns"] or not _names_something(path)):
        return reading
    data = as_refused(sources.read_bytes(path) if data is None else data)
    if (reading := read_whole(data, path.name)) is not None:
        if options.given():
            raise LogError(f"{path.name} is an export of hiplog, expected to be read without further options")
        return reading
    from hiplog.reading.reader import read_any  # it knows the words of all languages

    return read_any(data, path, options)


def _names_something(path: Path) -> bool:
    from hiplog.reading.reader import names_something  # it knows the words of all languages

    return names_something(path)
