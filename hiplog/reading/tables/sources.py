"""A path, bytes or an open file -> its bytes, or one sentence on why there are none."""

from os import PathLike
from pathlib import Path

from hiplog.errors import LogError, shown


def source_of(source: object, name: str | None) -> tuple[Path, bytes | None]:
    """Return the path of a source, and its bytes where it is no path; then the path is but what to call it.

    Raises `LogError` where it is no path, no bytes, and no file opened in binary mode.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return Path(name or "the file"), bytes(source)
    if isinstance(source, str | PathLike):
        return Path(source), None
    data = source.read() if callable(getattr(source, "read", None)) else None
    if not isinstance(data, bytes):
        raise LogError(f"the source is {shown(source)}, expected a path, bytes or a file opened in binary mode")
    file_name = getattr(source, "name", None)
    return Path(name or (Path(file_name).name if isinstance(file_name, str) and file_name else "the file")), data


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, or say that it is not there, is a folder, or may not be read."""
    if path.is_dir():
        raise LogError(f"{path} is a folder, expected a file with holds in it")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise LogError(f"{path} is not there, expected a file with holds in it") from None
    except (OSError, ValueError) as error:
        raise LogError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def is_workbook(data: bytes) -> bool:
    """Return whether the bytes are a spreadsheet's own file, whatever its name says."""
    if data.startswith(b"PK\x03\x04"):
        return any(mark in data for mark in (b"xl/workbook", b"opendocument.spreadsheet"))
    return data.startswith(b"\xd0\xcf\x11\xe0") and any(
        name.encode("utf-16-le") in data for name in ("Workbook", "Book")
    )
