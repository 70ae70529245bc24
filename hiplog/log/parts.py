"""Files that are not yet whole, and what a crash left of such."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_BEGINS, _ENDS = ".hiplog-", ".part"
_LEFT_S = 3600.0  # after which a part is one that a crash left


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
