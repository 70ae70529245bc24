"""Read any log a person keeps: a file -> the holds in it, and the rows that could not be read."""

from os import PathLike
from typing import BinaryIO

from hiplog.reading.columns.meanings import MEANINGS
from hiplog.reading.duplicates import look_alike
from hiplog.reading.notes import read_pain_notes
from hiplog.reading.reader import read
from hiplog.reading.reading import Reading
from hiplog.reading.values.durations import read_seconds

__all__ = ["MEANINGS", "Reading", "look_alike", "read_log", "read_pain_notes", "read_seconds"]


def read_log(
    source: str | PathLike[str] | bytes | BinaryIO,
    *,
    name: str | None = None,
    day_first: bool | None = None,
    year: int | None = None,
    unit: str | None = None,
    columns: dict[str, str] | None = None,
    exercise_contains: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    person: str | None = None,
    timezone: str | None = None,
) -> Reading:
    """Read the holds in a file: text with any delimiter, a workbook, or the export of another app.

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
    unit : {"s", "min", "ms", "h", "days"}, optional
        The unit of a plain number of a hold; without it the header's, or seconds.
    columns : dict, optional
        What a column means, where it was misunderstood: its header, and one of `hiplog.reading.MEANINGS`.
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
        With `holds` (see `hiplog.schema.COLUMNS`), `rejected`, `how` and `columns`.

    Raises
    ------
    LogError
        Where the file is not there or no log: nothing in it could be a date, or a hold.
    """
    return read(
        source,
        name=name,
        day_first=day_first,
        year=year,
        unit=unit,
        columns=columns,
        exercise_contains=exercise_contains,
        encoding=encoding,
        sheet=sheet,
        person=person,
        timezone=timezone,
    )
