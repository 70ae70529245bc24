"""Bytes -> text, or one sentence on why they are no log."""

import codecs
import re

from hiplog.reading.tables import web_page
from hiplog.schema import LogError

_KINDS = (  # first bytes, what such a file is
    (b"PK\x03\x04", "a zip archive: unpack it and read the file inside"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document, but no workbook that can be read"),
    (b"\x1f\x8b", "compressed with gzip: unpack it first"),
    (b"BZh", "compressed with bzip2: unpack it first"),
    (b"\xfd7zXZ", "compressed with xz: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!", "a rar archive: unpack it first"),
    (b"%PDF", "a PDF document: read the table it was made from"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"SQLite format 3\x00", "a database; hiplog.Log opens a log of hiplog's own"),
    (b"PAR1", "a Parquet file: save it as CSV first"),
    (b"ARROW1", "an Arrow file: save it as CSV first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"{\\rtf", "an RTF document: save it as plain text first"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 65_536


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    A byte order mark tells it, then the NULs of UTF-16 without one, then UTF-8 if all bytes are; else each line is
    UTF-8 if it can be, and if not in the encoding that makes most words and letters of our languages of it.

    Raises `LogError` where the file is no text, or is not in the `encoding` that was asked for.
    """
    if encoding is not None:
        return _as_told(data, name, encoding), encoding
    for start, kind in _KINDS:
        if data.startswith(start):
            raise LogError(f"{name} is {kind}; expected text or a workbook with holds in it")
    text, used = _decoded(data)
    if web_page.IS_ONE.match(text[:_LOOKED_AT]) and "<table" not in text.lower():
        raise LogError(f"{name} is a web page without a table, expected text or a workbook with holds in it")
    control = len(re.findall(r"[\x01-\x08\x0e-\x19\x1c-\x1f]", text[:_LOOKED_AT]))
    if control > 8 and control > len(text[:_LOOKED_AT]) / 100:
        raise LogError(f"{name} is no text, expected text or a workbook with holds in it")
    return text.replace("\x00", "") if "\x00" in text else text, used


def _as_told(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding).replace("\x00", "").removeprefix("\ufeff")
    except LookupError:
        raise LogError(
            f"{name}: encoding {encoding!r} is not known, expected one like 'utf-8' or 'cp1252'"
        ) from None
    except (UnicodeError, ValueError) as error:
        raise LogError(f"{name} is not written in {encoding}: {error}") from error


def _decoded(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            if encoding == "utf-8-sig":
                text, used = _decoded(data[len(bom) :])
                return text, "utf-8-sig" if used == "utf-8" else used
            return data.decode(encoding, errors="replace"), encoding
    if encoding := _utf16_without_mark(data[:_LOOKED_AT]):
        return data.decode(encoding, errors="replace"), encoding
    try:
        return _mended(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _line_by_line(data)


def _mended(text: str) -> tuple[str, str]:
    """Return UTF-8 that another program took for a code page and saved again, as `HÃ¼fte`, as it was before."""
    if text.isascii():
        return text, "utf-8"
    sample = [line for line in text[:_LOOKED_AT].split("\n") if not line.isascii()]
    for page in _PAGES if sample else ():
        if sum(_as_before(line, page) != line for line in sample) > len(sample) / 2:
            return "\n".join(_as_before(line, page) for line in text.split("\n")), f"utf-8 saved as {page}"
    return text, "utf-8"


def _as_before(line: str, page: str) -> str:
    try:
        return line.encode(page, errors=_LATIN if page == "cp1252" else "strict").decode("utf-8")
    except UnicodeError:
        return line


def _utf16_without_mark(head: bytes) -> str:
    """Tell UTF-16 by its NULs: Latin text has one in every other byte, all on the same side."""
    if len(head) < 4:
        return ""
    even, odd, half = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _line_by_line(data: bytes) -> tuple[str, str]:
    """Read lines in UTF-8 where they are, else in the encoding that their letters and words tell."""
    from hiplog.reading.tables.letters import BYTES_A_LETTER, encoding_of  # it knows the words of all languages

    page = encoding_of(_head(data))
    if page in BYTES_A_LETTER or _LEAD + _MORE not in data.translate(_PART_OF_UTF8):
        return _as_found(data, page), page
    lines = re.split(rb"(?<=[\n\r])", data)
    page = encoding_of(_head(b"".join(line for line in lines if not _is_utf8(line))))
    kinds = ["utf-8" if _is_utf8(line) else page for line in lines]
    text = "".join(map(_as_found, lines, kinds))
    inked = {kind for kind, line in zip(kinds, lines, strict=True) if not line.isascii()}
    return text, " and ".join(sorted(inked, reverse=True))


def _head(data: bytes) -> bytes:
    """Return the lines with which a file begins."""
    head = data[:_LOOKED_AT]
    return head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1] or head if len(data) > _LOOKED_AT else head


def _as_found(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors=_LATIN if encoding == "cp1252" else "replace")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


_LEAD, _MORE = b"l", b"m"  # a byte that begins a letter of UTF-8, and one that goes on with it
_PART_OF_UTF8 = bytes(0x80) + _MORE * 0x40 + bytes(2) + _LEAD * 0x33 + bytes(0x0B)
_PAGES = ("cp1252", "cp1250", "cp1251", "cp1254", "mac_roman", "cp850")
_LATIN = "hiplog_latin"  # the five bytes that Windows-1252 does not use, as in Latin-1


def _as_latin(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return a byte of no letter as a letter, or such a letter as its byte."""
    unused = error.object[error.start : error.end]
    return unused.decode("latin-1") if isinstance(unused, bytes) else unused.encode("latin-1"), error.end


codecs.register_error(_LATIN, _as_latin)
