"""The log that was opened at a place: it alone is read and written, and what it has to say is kept."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from hiplog import arguments
from hiplog.log.changes import history
from hiplog.log.copies import backups
from hiplog.log.file import acknowledged
from hiplog.log.file.connection import MEMORY, MemoryFile, is_nothing, make, make_private, reading, writing
from hiplog.log.file.place import caution
from hiplog.log.format import words
from hiplog.log.format.rows import id_of
from hiplog.log.format.tables import VERSION, write_sums
from hiplog.schema import LogError


class OpenedLog:
    """One file at one place, known again at each call; see `hiplog.Log` for what stands in its attributes.

    Attributes
    ----------
    path : Path
    id : str
        "" as long as there is none.
    begun, backups : bool
    notices : list of str
    memory : MemoryFile or None
        Where the log has no file.
    made : set of str
        The tokens of the changes that were made by this object.
    """

    def __init__(self, path: str | os.PathLike, *, create: bool, backups: bool) -> None:
        arguments.path("Log", "path", path, "the path of a file, or ':memory:'")
        in_memory = str(path) == str(MEMORY)
        self.path = MEMORY if in_memory else resolved(path)
        self.backups = backups
        self.memory = MemoryFile() if in_memory else None
        self.made: set[str] = set()
        self.notices: list[str] = []
        self.id, self.begun = "", in_memory
        self._seen: str | None = None  # the last change that is known to be in the file
        if self.is_there:
            self.find()
        else:
            self._refuse_beginning(create)
            self._tell(caution(self.path))

    @property
    def is_there(self) -> bool:
        """Whether there is a log, or was one when it was opened."""
        return bool(self.id or self.memory) or not is_nothing(self.path)

    def begin(self) -> None:
        """Make the log where there is none yet."""
        if not self.is_there:
            self._refuse_beginning()
            make(self.path)
            self.begun = True
        self.find()

    def find(self) -> None:
        """Open the log, where that was not done; one that is not there is not begun.

        Raises
        ------
        LogError
            Where there is none.
        """
        if self.id:
            return
        if not self.is_there:
            raise LogError(
                f"{self.path}: there is no log here yet, expected one: is it in another folder? What is added "
                "first begins it"
            )
        with self._reading() as db:
            self.id = id_of(db, self.path)
            for notice in [] if self.memory else self._notices(db):
                self._tell(notice)
        if not self.memory:
            make_private(self.path)

    def _refuse_beginning(self, may_be_begun: bool = True) -> None:
        """Raise a LogError where no log may be begun."""
        if not may_be_begun:
            raise LogError(f"{self.path}: there is no log here, expected one: is it in another folder?")
        if acknowledged.recall(self.path):
            raise LogError(
                f"{self.path}: there was a log here, and its file is gone or empty; nothing was begun: bring it "
                f"back, copy a backup from {backups.folder_of(self.path)} here, or, to begin anew, delete "
                f"{acknowledged.place_of(self.path).name}"
            )
        if not self.path.parent.is_dir():
            raise LogError(f"{self.path}: its folder is not there, expected one that is")

    def _notices(self, db: sqlite3.Connection) -> list[str]:
        """Return what a person is to be told on opening the log."""
        known = acknowledged.recall(self.path)
        said = [] if known else [caution(self.path)]
        if known and known["id"] != self.id:
            said.append(f"{self.path}: another log stood here before; expected that one? Look into its folder")
        lost = acknowledged.misses(db, self.path, self.id)
        if lost:
            holds = acknowledged.missing_holds(db, self.path, self.id)
            days = [
                f"{side} of {words.time_in_words(at.isoformat())}" for at, side in holds.iloc[:10, :2].to_numpy()
            ]
            which = f", with {words.count(len(holds))} ({', '.join(days)}{', ...' if len(holds) > 10 else ''})"
            said.append(
                f"{self.path}: this is an older copy of the log: {_saved_changes(lost)} not in it"
                f"{which if days else ''}; look for the newer file, or into {backups.folder_of(self.path)}"
            )
        return said

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Return a context: a connection that sees one state of the log that was opened."""
        self.find()
        return self._reading()

    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        return self._the_one(self.memory.reading() if self.memory else reading(self.path))

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Return a context: a connection that alone may write to the log that was opened."""
        self.find()
        if self.memory:
            return self._the_one(self.memory.writing())
        return self._the_one(writing(self.path, self._back_up))

    def _back_up(self, db: sqlite3.Connection, version: int) -> None:
        """Copy the log before it is written to; a hold is kept also where no copy can be."""
        self._check_id(db)
        if version < VERSION:
            backups.back_up(self.path, name=f"_version_{version}")
        elif self.backups:
            try:
                backups.back_up(self.path)
            except LogError as error:
                self._tell(str(error))

    def _tell(self, notice: str) -> None:
        if notice and notice not in self.notices:
            self.notices.append(notice)

    @contextmanager
    def _the_one(self, opening: AbstractContextManager[sqlite3.Connection]) -> Iterator[sqlite3.Connection]:
        with opening as db:
            self._check_id(db)
            self._check_seen(db)
            yield db

    def _check_seen(self, db: sqlite3.Connection) -> None:
        """Raise a LogError where the last change that this object saw is in the file no more."""
        if self._seen and not history.has_change(db, self._seen):
            raise LogError(
                f"{self.path}: an older copy of the log is at this place now, and what was saved since is not "
                "in it; nothing was written to it: put the newer file back, or open the log anew"
            )
        last = history.last_change(db)
        self._seen = last[0] if last else None

    def _check_id(self, db: sqlite3.Connection) -> None:
        if self.id and id_of(db, self.path) != self.id:
            raise LogError(
                f"{self.path}: another log is at this place now than the one that was opened; nothing was "
                "written to it: put the file back, or open the log anew"
            )

    def is_backup(self, path: Path) -> bool:
        """Return whether a file is an earlier state of this log: its copy that went on has changes of its own."""
        if (self.path != MEMORY and path.samefile(self.path)) or not path.stat().st_size:
            return False
        try:
            with reading(path) as db, self.reading() as this:
                return id_of(db, path) == self.id and history.tokens(db) <= history.tokens(this)
        except LogError:
            return False

    @contextmanager
    def change(
        self, kind: str, by: str, session_id: str | None = None
    ) -> Iterator[tuple[sqlite3.Connection, int]]:
        """Yield a connection on which all that is done is one change, unless it is rolled back, and its number."""
        with self.writing() as db:
            change, token = history.new_change(db, kind, by, session_id)
            yield db, change
            if db.in_transaction:
                self.commit(db)
                self.made.add(token)
                self._seen = token

    def commit(self, db: sqlite3.Connection) -> None:
        """Finish what was done, with the sums of what is there now, and remember it beside the log."""
        write_sums(db, self.id)
        db.commit()
        self.remember(db)

    def remember(self, db: sqlite3.Connection) -> None:
        """Remember beside the log what it saved; where that fails, the hold is on disk all the same."""
        if self.memory:
            return
        try:
            acknowledged.remember(db, self.path, self.id)
        except OSError as error:
            self._tell(
                f"{acknowledged.place_of(self.path)}: could not be written ({error.strerror}); the log itself was"
            )


def _saved_changes(n: int) -> str:
    return "1 saved change is" if n == 1 else f"{n:,} saved changes are"


def resolved(path: str | os.PathLike) -> Path:
    """Return a path from the root, whatever folder one stands in later."""
    try:
        return Path(path).expanduser().resolve()
    except (ValueError, OSError, RuntimeError) as error:  # a NUL in it, links in a circle, no home
        raise LogError(f"{os.fspath(path)!a}: this is no path of a file ({error})") from error
