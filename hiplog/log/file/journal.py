"""A rollback journal that is older than its log.

SQLite puts the pages of a journal that it finds beside a database back into it: that is how a change that a crash
cut off is undone. It does not look whether the journal belongs. One of an earlier change, brought back by a
synchronising folder or from a backup of files, would take back all changes since, in silence.

Page 1 of a database counts its changes, and page 1 is in every journal as it was before the change. So a journal
belongs only where the database counts as many (nothing was written yet) or one more. The journal of the very last
finished change looks like that of an unfinished one; for that `acknowledged.py` keeps the count after each change.
Formats: https://www.sqlite.org/fileformat2.html, sections 1.3.7 and 3.
"""

import struct
from pathlib import Path

from hiplog.schema import LogError

_MAGIC = bytes.fromhex("d9d505f920a163d7")


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


def _counted_before(journal: Path) -> int | None:
    """Return what page 1 in a journal counts, None where it is not in it or SQLite would not play it back."""
    with journal.open("rb") as file:
        size, at = journal.stat().st_size, 0
        while at < size:
            file.seek(at)
            magic, records, _nonce, _pages, sector, page = struct.unpack(">8s5I", file.read(28))
            if magic != _MAGIC or not records or not 512 <= page <= 65536 or not 32 <= sector <= 65536:
                return None  # finished, or not yet begun
            at += sector
            for _ in range(min(records, (size - at) // (page + 8))):
                file.seek(at)
                number, count = struct.unpack(">I24xI", file.read(32))
                if number == 1:
                    return count
                at += page + 8
            at += -at % sector  # each part of a journal begins at a sector's edge
    return None
