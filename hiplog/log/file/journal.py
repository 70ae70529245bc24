"""What lies beside a log and is not of it: a rollback journal that is older or another's, a write-ahead log.

SQLite puts the pages of a journal that it finds beside a database back into it: that is how a change that a crash
cut off is undone. It does not look whether the journal belongs. One of an earlier change, brought back by a
synchronising folder or from a backup of files, would take back all changes since, in silence.

Page 1 of a database counts its changes, and page 1 is in every journal as it was before the change. So a journal
belongs only where the database counts as many (nothing was written yet) or one more. The journal of the very last
finished change looks like that of an unfinished one; for that `acknowledged.py` keeps the count after each change.
The journal of another log may count anything: what SQLite would make of the log is made in memory first.
Formats: https://www.sqlite.org/fileformat2.html, sections 1.3.7 and 3.
"""

import stat
import struct
from collections.abc import Iterator
from pathlib import Path

from hiplog.schema import LogError

_MAGIC = bytes.fromhex("d9d505f920a163d7")


def refuse_pipes(path: Path) -> None:
    """Raise a LogError where a pipe or the like has the name of a journal of the log: SQLite would wait for it."""
    for journal in (path.with_name(f"{path.name}{end}") for end in ("-journal", "-wal")):
        try:
            mode = journal.stat().st_mode  # asked once, as another program may just finish its change
        except OSError:
            continue
        if not stat.S_ISREG(mode):
            raise LogError(
                f"{path}: {journal.name} beside it is no file, and SQLite would take it for the log's journal; "
                "nothing was touched: move it elsewhere"
            )


def refuse_stale_journal(path: Path, *, acknowledged: int | None = None) -> None:
    """Raise a LogError where the journal beside a log would take back changes that were finished.

    Parameters
    ----------
    path : Path
        The log.
    acknowledged : int, optional
        What the log counted after the last change that is known to have been finished.
    """
    journal = path.with_name(path.name + "-journal")
    try:
        before = _counted_before(journal)
        now = change_count(path)
    except (OSError, struct.error):  # none, empty, or not readable: SQLite says what is wrong
        return
    finished = acknowledged is not None and now >= acknowledged > (before or 0)
    if before is not None and (now > before + 1 or finished):
        raise LogError(
            f"{path}: {journal.name} beside it is of an earlier change, and opening the log would take back what "
            "came after; nothing was touched: move that file elsewhere (a "
            "synchronising folder or a restore brought it)"
        )


def change_count(path: Path) -> int:
    """Return how many changes a database counts; it begins anew after 2**32."""
    with path.open("rb") as file:
        file.seek(24)
        return struct.unpack(">I", file.read(4))[0]


def refuse_wal(path: Path) -> None:
    """Raise a LogError where a write-ahead log lies beside a log: hiplog writes none, SQLite would take it in."""
    wal = path.with_name(path.name + "-wal")
    try:
        size = wal.stat().st_size
    except OSError:
        return
    if size:
        raise LogError(
            f"{path}: {wal.name} beside it is another program's, and opening the log would take in what is in it; "
            "nothing was touched: where a program has the log open, close it there; where a synchronising folder "
            "or a restore brought that file, move it elsewhere and keep it"
        )


def rolled_back(path: Path) -> bytes | None:
    """Return what SQLite would make of a log with the journal beside it; None where it would leave it as it is.

    Also None where the journal changes meanwhile: then a program is at work, and SQLite waits for it.
    """
    journal = path.with_name(path.name + "-journal")
    try:
        played = journal.read_bytes()
        now = bytearray(path.read_bytes())
        if played[:8] != _MAGIC or journal.read_bytes() != played:
            return None
    except OSError:
        return None
    pages, page = struct.unpack(">I4xI", played[16:28])
    if not 512 <= page <= 65536:
        return None
    for number, content in _records(played):
        now.extend(bytes(max(0, number * page - len(now))))
        now[(number - 1) * page : number * page] = content
    return bytes(now[: pages * page])


def _counted_before(journal: Path) -> int | None:
    """Return what page 1 in a journal counts, None where it is not in it or SQLite would not play it back."""
    for number, content in _records(journal.read_bytes()):
        if number == 1:
            return struct.unpack(">I", content[24:28])[0]
    return None


def _records(journal: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the pages in a journal with their numbers, as far as SQLite would play them back."""
    at = 0
    while at + 28 <= len(journal):
        magic, records, nonce, _pages, sector, page = struct.unpack(">8s5I", journal[at : at + 28])
        if magic != _MAGIC or not records or not 512 <= page <= 65536 or not 32 <= sector <= 65536:
            return  # finished, or not yet begun
        at += sector
        for _ in range(min(records, (len(journal) - at) // (page + 8))):
            number, content = struct.unpack(">I", journal[at : at + 4])[0], journal[at + 4 : at + 4 + page]
            (kept,) = struct.unpack(">I", journal[at + 4 + page : at + 8 + page])
            if not number or (nonce + sum(content[page - 200 : 0 : -200])) % 2**32 != kept:
                return
            yield number, content
            at += page + 8
        at += -at % sector  # each part of a journal begins at a sector's edge
