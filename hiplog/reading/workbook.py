"""A workbook (xlsx, xls, ods) -> tables of text, one for each sheet, through python-calamine."""

import datetime
import io
import re
import zipfile

from python_calamine import CalamineError, CalamineWorkbook

from hiplog.reading.table import Table
from hiplog.schema import LogError

_MOST_CELLS = 20_000_000  # of a sheet, blank ones too: the library lays all of them out at once
_MOST_BYTES = 1 << 30
_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')


def sheets_of(data: bytes, name: str, sheet: str | None = None) -> list[Table]:
    """Return the sheets of a workbook, or the one that is named.

    Raises
    ------
    LogError
        Where the workbook is broken, or has no such sheet.
    """
    try:
        if data.startswith(b"PK"):
            _check_extent(data, name)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [found for found in book.sheet_names if sheet is None or found == sheet]
        if not names:
            known = ", ".join(book.sheet_names)
            raise LogError(f"{name} has no sheet {sheet!r}, expected one of {known}")
        return [Table(_rows(book, found), "", encoding="workbook", sheet=found) for found in names]
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        if isinstance(error, LogError):
            raise
        raise LogError(f"{name} is a workbook that cannot be read: {error}") from error


def _check_extent(data: bytes, name: str) -> None:
    """Refuse a workbook that would fill the memory: one cell in the far corner of a sheet is enough."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
        raise LogError(f"{name} is over 1 GB when unpacked, expected a workbook with holds in it")
    for part in archive.namelist():
        if not part.startswith("xl/worksheets/") or not part.endswith(".xml"):
            continue
        cells = _CELL.findall(archive.read(part))
        columns, rows = {column for column, _ in cells}, {row for _, row in cells}
        last = max(columns, key=lambda column: (len(column), column), default=b"").decode()
        width = sum((ord(letter) - 64) * 26**i for i, letter in enumerate(reversed(last)))
        height = max(map(int, rows), default=0)
        if width * height > _MOST_CELLS:
            raise LogError(
                f"{name}: a sheet reaches as far as column {last} and row {height:,}, expected a table of holds; "
                "delete what stands out there by mistake"
            )


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
