"""A workbook's bytes -> its sheets as rows of text; run as a script of its own, never imported by the reader.

A workbook may claim any size in a few bytes, and the library that opens it lays all of it out at once; in the old
format no look beforehand tells. So that is done in a process of its own with a limit to its memory: what a hostile
file takes down is that process, and not the one with the open log. Where the system knows no such limit (Windows),
the process is ended after `workbook_in_a_process.MOST_SECONDS` all the same.

What comes in on the standard input and goes out are `marshal` data: `(sheet or None, bytes)`, and
`{"sheets": [(name, rows), ...]}` or `{"error": sentence}`.
"""

import datetime
import io
import marshal
import re
import sys
import zipfile

from python_calamine import CalamineError, CalamineWorkbook

_MOST_CELLS = 20_000_000  # of a sheet, blank ones too: the library lays all of them out at once
_MOST_UNPACKED = 1 << 30
_LEAST_MEMORY, _MEMORY_A_BYTE = 1 << 30, 100  # bytes that may be taken; and more for each byte of the file
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.S)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_REPEATED = re.compile(rb'repeated="(\d{1,9})"')
_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')


class TooLarge(Exception):
    """A workbook claims to be larger than any log."""


def main() -> None:
    """Read a workbook from the standard input, and write its sheets to the standard output."""
    sheet, data = marshal.load(sys.stdin.buffer)
    _limit_memory(_LEAST_MEMORY + _MEMORY_A_BYTE * len(data))
    marshal.dump(_answer(data, sheet), sys.stdout.buffer)


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (ValueError, OSError):  # macOS knows the limit and refuses it
        return


def _answer(data: bytes, sheet: str | None) -> dict:
    try:
        if data.startswith(b"PK"):
            _check_extent(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [name for name in book.sheet_names if sheet is None or name == sheet]
        if not names:
            return {"error": f"has no sheet {sheet!r}, expected one of {', '.join(book.sheet_names)}"}
        return {"sheets": [(name, _rows(book, name)) for name in names]}
    except TooLarge as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": "is a workbook that takes more memory than any log does"}
    except Exception as error:  # damaged bytes raise whatever the library did not think of
        if isinstance(error, CalamineError | OSError | ValueError | zipfile.BadZipFile):
            return {"error": f"is a workbook that cannot be read: {error}"}
        return {"error": f"is a workbook that cannot be read: {type(error).__name__}"}


def _check_extent(data: bytes) -> None:
    """Refuse a workbook that would fill the memory: one cell in the far corner of a sheet is enough."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
        raise TooLarge("is over 1 GB when unpacked, expected a workbook with holds in it")
    for part in archive.namelist():
        if not part.startswith("xl/worksheets/") or not part.endswith(".xml"):
            continue
        cells = _CELL.findall(archive.read(part))
        columns, rows = {column for column, _ in cells}, {row for _, row in cells}
        last = max(columns, key=lambda column: (len(column), column), default=b"").decode()
        width = sum((ord(letter) - 64) * 26**i for i, letter in enumerate(reversed(last)))
        _check_size(width, max(map(int, rows), default=0))
    for part in archive.namelist():
        for sheet in archive.read(part).split(b"<table:table ")[1:] if part == "content.xml" else ():
            _check_size(*_extent_of_ods(sheet))


def _check_size(width: int, height: int) -> None:
    if width * height > _MOST_CELLS:
        raise TooLarge(
            f"has a sheet that reaches as far as column {_letters(width)} and row {height:,}, expected a table of "
            "holds; delete what stands out there by mistake"
        )


def _letters(number: int) -> str:
    """Return what a spreadsheet calls its column of a number."""
    name = ""
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _extent_of_ods(sheet: bytes) -> tuple[int, int]:
    """Return how wide and how high the cells of an OpenDocument sheet reach; rows and cells in it are repeated."""
    width = height = rows = 0
    for attributes, cells in _ODS_ROW.findall(sheet):
        rows += _repeated(attributes)
        columns = 0
        for cell in _ODS_CELL.findall(cells):
            columns += _repeated(cell)
            if b"value-type" in cell:
                width, height = max(width, columns), rows
    return width, height


def _repeated(attributes: bytes) -> int:
    match = _REPEATED.search(attributes)
    return int(match[1]) if match else 1


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


if __name__ == "__main__":
    main()
