"""The folder into which a study writes."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hiplog.schema import LogError


@contextmanager
def place_made(of: str, folder: Path) -> Iterator[None]:
    """Make a folder, and take it away again, if it is new and empty, where what is to be in it is refused."""
    new = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            said = f"{of}: {folder} cannot be made ({error.strerror}), expected a folder to write in"
            raise LogError(said) from error
        yield
    except BaseException:
        for path in new:
            with suppress(OSError):
                path.rmdir()
        raise
