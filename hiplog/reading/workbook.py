"""A workbook (xlsx, xls, ods) -> tables of text, one for each sheet, through python-calamine."""

import datetime
import io

from python_calamine import CalamineError, CalamineWorkbook

from hiplog.reading.table import Table
from hiplog.schema import LogError


def sheets_of(data: bytes, name: str, sheet: str | None = None) -> list[Table]:
    """Return the sheets of a workbook, or the one that is named.

    Raises
    ------
    LogError
        Where the workbook is broken, or has no such sheet.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [found for found in book.sheet_names if sheet is None or found == sheet]
        if not names:
            known = ", ".join(book.sheet_names)
            raise LogError(f"{name} has no sheet {sheet!r}, expected one of {known}")
        return [Table(_rows(book, found), "", encoding="workbook", sheet=found) for found in names]
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, LogError):
            raise
        raise LogError(f"{name} is a workbook that cannot be read: {error}") from error


def _rows(book: CalamineWorkbook, sheet: str) -> list[list[str]]:
    values = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [[_text(value) for value in row] for row in values]


def _text(value: object) -> str:
    """Return a cell as a person would have typed it; a time of day as a spreadsheet shows it."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(sep=" ")
    if isinstance(value, datetime.time):
        shown = value.strftime("%I:%M:%S %p")
        return (
            shown if not value.microsecond else value.strftime("%I:%M:%S.%f").rstrip("0") + value.strftime(" %p")
        )
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(value.total_seconds(), 60)
        return f"{int(minutes // 60)}:{int(minutes % 60):02d}:{seconds:02g}"
    return "" if value is None else str(value)
