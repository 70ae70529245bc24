"""Files for their owner alone, each made whole or not at all: a backup, an export, a report."""

import os
import sqlite3
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hiplog.errors import LogError

_BEGINS, _ENDS = ".hiplog-", ".part"
_LEFT_S = 3600.0  # after which a part is one that a crash left


@contextmanager
def written_whole(path: str | os.PathLike, may_replace: Callable[[Path], bool], what: str) -> Iterator[Path]:
    """Yield the name of a file to write, which takes the place of `path` once it is whole and on disk."""
    path = Path(path).expanduser().absolute()
    part = None
    try:
        if os.path.lexists(path) and not (path.is_file() and may_replace(path)):
            raise LogError(f"{path}: this is another file, expected a new name or an earlier {what}")
        part = new_part(path.parent)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise LogError(
            f"{path}: the {what} could not be made ({reason}), expected a folder to write in, with room"
        ) from error
    finally:
        if part is not None:
            discard(part)


def content_of(path: Path) -> bytes:
    """Return what is in a regular file: a pipe in its place might never answer.

    Raises
    ------
    OSError
        Where it is none, or cannot be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(f"{path} is no regular file")
    return path.read_bytes()


def new_part(folder: Path) -> Path:
    """Make an empty file for its owner alone, and remove those that a crash left there.

    Raises
    ------
    OSError
        Where none can be made.
    """
    for left in folder.glob(f"{_BEGINS}*{_ENDS}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_S:
                left.unlink()
    handle, name = tempfile.mkstemp(prefix=_BEGINS, suffix=_ENDS, dir=folder)
    os.close(handle)
    return Path(name)


def discard(part: Path) -> None:
    """Remove a part that took no place, if that can be: the next one made there removes it else."""
    for file in (part, part.with_name(part.name + "-journal")):
        with suppress(OSError):
            file.unlink(missing_ok=True)
