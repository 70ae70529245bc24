"""Log: what one can do with a log. Each call is one connection of its own, one transaction, on disk at return."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from hiplog import arguments
from hiplog.files import written_whole
from hiplog.log import acknowledged, backups, copies, corrections, history
from hiplog.log.adding import Added, add_rows
from hiplog.log.check import Check, check
from hiplog.log.opened import OpenedLog, resolved
from hiplog.log.rows import check_sums, read_frame, read_rows
from hiplog.log.tables import sums, write_sums
from hiplog.schema import LogError, check_ids, conform

NOTHING = "There is nothing to take back."
NOTHING_AGAIN = "There is nothing to make again."


class Log:
    """The holds of one person, kept in one SQLite file.

    Any thread and any number of programs may use a log at the same time. A call that has returned is on disk; one
    that raised has changed nothing. A log is this file at this place: where another file, or an older copy of this
    one, has taken its place since it was opened, every call says so and does nothing.

    Parameters
    ----------
    path : str or PathLike
        The file; its folder must be there. ":memory:" is a log without a file, which ends with the program.
    create : bool
        Make a log where there is none. Where there was one (see `docs/log.md`), none is made.
    backups : bool
        Copy the log into `backups/` beside it before the first change of a day.

    Attributes
    ----------
    path : Path
    id : str
        UUID of the log, kept in the file.
    begun : bool
        Whether this call made the log.
    notices : list of str
        What a person is to be told once on opening: holds that are missing, a place that is less safe, a backup
        that could not be made.

    Raises
    ------
    LogError
        Here and from every method: where the file is no log, was made by a newer hiplog, is damaged, is not the
        one that was opened, or cannot be read or written.
    """

    def __init__(self, path: str | os.PathLike, *, create: bool = True, backups: bool = True) -> None:
        self._opened = OpenedLog(path, create=create, backups=backups)
        self.path, self.id, self.begun = self._opened.path, self._opened.id, self._opened.begun

    @property
    def backups(self) -> bool:
        """Whether the log is copied before the first change of a day."""
        return self._opened.backups

    @backups.setter
    def backups(self, wanted: bool) -> None:
        self._opened.backups = wanted

    @property
    def notices(self) -> list[str]:
        """What a person is to be told once."""
        return self._opened.notices

    def __repr__(self) -> str:
        try:
            with self._opened.reading() as db:
                n, first, last = db.execute(
                    "SELECT count(*), min(started_at), max(started_at) FROM holds WHERE alive"
                ).fetchone()
        except LogError as error:
            return f"<Log {error}>"
        span = f" from {history.day(first)} to {history.day(last)}" if n else ""
        return "\n".join([f"<Log {self.path}: {history.count(n)}{span}>", *self.notices])

    def __len__(self) -> int:
        with self._opened.reading() as db:
            holds, holds_sum, _ = sums(db)
            check_sums(db, self.path, holds, holds_sum)
            return holds

    def __bool__(self) -> bool:
        return True  # a log without holds is a log

    def __iter__(self) -> Iterator[dict]:
        return iter(self.holds().to_dict("records"))

    def __enter__(self) -> "Log":
        return self

    def __exit__(self, *_: object) -> None:
        if self._opened.memory:
            self._opened.memory.close()

    def holds(
        self,
        *,
        exercise: str | None = None,
        since: arguments.Moment | None = None,
        until: arguments.Moment | None = None,
    ) -> pd.DataFrame:
        """Return the holds, with the columns of `hiplog.schema.COLUMNS`, sorted by `started_at`.

        Holds that began at the same time are in the order in which they were added. What is returned is what was
        written: it is compared with the checksums.

        Parameters
        ----------
        exercise : str, optional
            Only the holds of this exercise.
        since, until : date, datetime or str, optional
            Only the holds that began from then on, and until then; a date alone is that whole day.

        Raises
        ------
        LogError
            Also where there is no such exercise, or no such day.
        """
        exercise = arguments.exercise("holds", exercise, each=True)
        span = arguments.span("holds", since, until)
        with self._opened.reading() as db:
            holds = read_frame(db, self.path)
        wanted = span.has(holds["started_at"])
        if exercise is not None:
            wanted &= holds["exercise"].eq(exercise)
        return holds if wanted.all() else holds[wanted].reset_index(drop=True)

    def add(self, holds: pd.DataFrame, *, by: str | None = None) -> Added:
        """Add `holds`, all of them or none, and return how many were new, there already, filled in, and different.

        A hold already there (by `hold_id`) only gains the values it lacked, so that adding twice adds once. Where
        the log has, or had, only another hold of that id (another exercise, side, start or seconds), that is
        counted as different and not added. A new one that was done in one session with a hold of the log joins
        that.

        Parameters
        ----------
        holds : DataFrame
            See `hiplog.schema.conform`: `started_at`, `side` and `hold_s` (seconds) at least.
        by : str, optional
            By whom: "timer", "editor", "import" or another word; told from their `source` otherwise.

        Raises
        ------
        LogError
            Where a row breaks a rule, or one id stands for two holds; it names the rows.
        """
        holds = conform(holds)
        check_ids(holds)
        timed = len(holds) > 0 and holds["source"].eq("timer").all()
        sessions = holds["session_id"].unique()
        session = sessions[0] if timed and len(sessions) == 1 else None
        with self._opened.change("added", by or ("timer" if timed else "import"), session) as (db, change):
            added = add_rows(db, change, holds)
            if not added.new and not added.filled:
                db.rollback()
        return added

    def change(self, hold_id: str, *, by: str = "notebook", **values: object) -> dict[str, tuple]:
        """Correct one hold, as in `log.change(hold_id, hold_s=42.0, side="left")`; None makes a value missing.

        Why it ended follows its seconds (`hiplog.schema.follow`), and its session its day, unless they are given.

        Returns
        -------
        dict of tuple
            What was changed, by column: the old value and the new.

        Raises
        ------
        LogError
            Where there is no such hold, no such column, or a value breaks a rule.
        """
        with self._opened.change("changed", by) as (db, change):
            changed = corrections.correct(db, change, hold_id, values, where=self.path)
            if not changed:
                db.rollback()
        return changed

    def remove(self, ids: str | Iterable[str] | pd.DataFrame, *, by: str = "notebook") -> int:
        """Remove holds and return how many there were; one not there is passed over.

        Parameters
        ----------
        ids : str, iterable of str, or DataFrame
            Their `hold_id`s, or holds with that column.
        by : str
        """
        ids = corrections.ids_in(ids)
        with self._opened.change("removed", by) as (db, change):
            removed = corrections.remove(db, change, ids)
            if not removed:
                db.rollback()
        return removed

    def former(self, ids: Iterable[str]) -> dict[str, str | None]:
        """Return those of these `hold_id`s that were in the log and are not, with who took them out.

        None stands for `undo`.
        """
        with self._opened.reading() as db:
            return corrections.former(db, ids)

    def undo(self, *, expect: str | None = None) -> str:
        """Take back the last change and return a sentence that says what it was; call again to go further back.

        A change is one `add`, one `remove`, one `change`, one `restore`, or all that the timer added of one
        session without anything else in between. `redo` makes it again.

        Parameters
        ----------
        expect : str, optional
            What `next_undo` said; where that is so no more, nothing is taken back.
        """
        return self._step(back=True, expect=expect)

    def redo(self, *, expect: str | None = None) -> str:
        """Make again what was last taken back, and return a sentence; after a new change there is nothing to."""
        return self._step(back=False, expect=expect)

    def next_undo(self) -> str:
        """Return what `undo` would take back and what that does, "" where there is nothing."""
        return self._next(back=True)

    def next_redo(self) -> str:
        """Return what `redo` would make again and what that does, "" where there is nothing."""
        return self._next(back=False)

    @property
    def changed_here(self) -> bool:
        """Whether what `undo` would take back was made by this very object, in this program."""
        with self._opened.reading() as db:
            group = history.next_step(db, back=True)
            return bool(group) and {history.token_of(db, change) for change in group} <= self._opened.made

    def changes(self) -> pd.DataFrame:
        """Return what was done to the log, the newest first.

        Returns
        -------
        DataFrame
            `change` (its number), `at` (local time), `by` (timer, editor, import, ...), `what` (added, changed,
            removed, restored), `holds` (how many it brought or ended), `state` (`done`, `undone`, `left`: undone,
            and passed over by a later change; `forgotten`), `here` (made by this object).
        """
        with self._opened.reading() as db:
            frame = history.changes(db)
        frame["here"] = frame.pop("token").isin(self._opened.made)
        return frame

    def backup(self, path: str | os.PathLike) -> Path:
        """Copy the log to `path`, also while it is in use, and return where; an earlier backup there is replaced.

        Raises
        ------
        LogError
            Where `path` is another file, or cannot be written.
        """
        with self._opened.reading():  # the log that was opened, and no other
            pass
        with written_whole(path, self._opened.is_backup, "backup") as part:
            self._opened.memory.copy_to(part) if self._opened.memory else copies.copy_database(self.path, part)
        return Path(path).expanduser().absolute()

    def export_csv(self, path: str | os.PathLike) -> Path:
        """Write every hold to a CSV file that `hiplog.read_log` reads back to the same holds; return where it is.

        UTF-8, times in ISO 8601. A text that a spreadsheet would run as a formula has an apostrophe before it. An
        earlier export there is replaced.

        Raises
        ------
        LogError
            Where `path` is another file, or cannot be written.
        """
        with self._opened.reading() as db:
            rows = read_rows(db, self.path)
        with written_whole(path, copies.is_export, "export") as part:
            copies.write_csv(part, rows)
        return Path(path).expanduser().absolute()

    def check(self) -> Check:
        """Say whether the log is whole, and give the holds that are; see `hiplog.log.check`."""
        return check(self.path, self._opened.memory)

    def check_writable(self) -> None:
        """Raise a LogError where a hold could not be saved now; nothing is written."""
        with self._opened.writing() as db:
            db.rollback()

    def saved_backups(self) -> pd.DataFrame:
        """Return the backups beside the log, the newest first; see `hiplog.log.backups.compared`."""
        with self._opened.reading() as db:
            now = set(db.execute("SELECT hold_id, checksum FROM holds WHERE alive").fetchall())
        return backups.compared(self.path, self.id, now)

    def keep_backups(
        self, *, days: int | None = None, weeks: int | None = None, months: int | None = None
    ) -> dict[str, int]:
        """Set how many backups are kept, and return it; what is not given stays as it is.

        Of the last so many days, weeks and months that have a backup, the newest of each: 7, 4 and 12 at first. It
        is kept beside the backups, for every program, and counts from the next backup on.

        Parameters
        ----------
        days, weeks, months : int, optional
            1 to 36500.
        """
        if self._opened.memory:
            raise LogError("keep_backups: a log without a file has no backups")
        given = {"days": days, "weeks": weeks, "months": months}
        wanted = {name: count for name, count in given.items() if count is not None}
        if not wanted:
            return backups.kept(self.path)
        if wanted.keys() < given.keys():
            wanted = backups.kept(self.path) | wanted
        backups.keep(self.path, wanted)
        return wanted

    def restore(self, path: str | os.PathLike) -> str:
        """Make the holds those of a backup of this log, as one change which `undo` takes back; say what."""
        path = resolved(path)
        rows = backups.rows_of(path, self.id)
        with self._opened.change("restored", "backup") as (db, change):
            n = history.replace_all(db, change, rows)
            said = history.described(db, [change], back=False)
            if not n:
                db.rollback()
        return (
            f"{path.name} was restored: {said.partition(': ')[2]}." if n else f"Nothing differs from {path.name}."
        )

    def missing(self) -> pd.DataFrame:
        """Return the holds that were saved and are not in the file: `started_at`, `side`, `saved_at`."""
        with self._opened.reading() as db:
            return acknowledged.missing_holds(db, self.path, self.id)

    def accept_missing(self) -> None:
        """Tell of the holds that are missing no more."""
        with self._opened.reading() as db:
            acknowledged.remember(db, self.path, self.id, keep_missing=False)
        self._opened.notices = []

    def forget(self) -> int:
        """Delete for good what was removed, corrected or taken back; return how many versions of holds that were.

        No change so far can be taken back or made again then. Backups and exports are files of their own, and keep
        what they have.
        """
        with self._opened.writing() as db:
            db.execute("PRAGMA secure_delete = ON")
            gone = history.forget(db)
            write_sums(db, self.id)
            db.commit()
            db.execute("VACUUM")
            self._opened.remember(db)
        return gone

    def _step(self, *, back: bool, expect: str | None) -> str:
        with self._opened.writing() as db:
            group = history.next_step(db, back=back)
            if not group:
                return NOTHING if back else NOTHING_AGAIN
            said = history.described(db, group, back=back)
            if expect is not None and said != expect:
                raise LogError(f"{self.path}: the next is {said}, expected {expect}: nothing was done")
            history.step(db, group, back=back)
            self._opened.commit(db)
        return f"{'Took back' if back else 'Made again'} {said}."

    def _next(self, *, back: bool) -> str:
        with self._opened.reading() as db:
            return history.described(db, history.next_step(db, back=back), back=back)
