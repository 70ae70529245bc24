"""Log: what one can do with a log. Each call is one connection of its own, one transaction, on disk at return."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.log.calls import contents, copying, steps, writing
from hiplog.log.changes import corrections, history
from hiplog.log.changes.adding import Added
from hiplog.log.copies import backups
from hiplog.log.copies.check import Check, check
from hiplog.log.file import acknowledged
from hiplog.log.opened import OpenedLog
from hiplog.schema import MARKS, PLANS, Diary

_ELSEWHERE = {  # what other libraries call what a log can do
    "to_csv": "export_csv",
    "export": "export_csv",
    "save": "export_csv",
    "delete": "remove",
    "drop": "remove",
    "update": "change",
    "edit": "change",
    "insert": "add",
    "append": "add",
    "history": "changes",
    "to_pandas": "holds",
    "to_frame": "holds",
    "df": "holds",
}


class Log:
    """The holds of one person, and what they say of their days, kept in one SQLite file.

    Any thread and any number of programs may use a log at the same time. A call that has returned is on disk; one
    that raised has changed nothing. A log is this file at this place: where another file, or an older copy of this
    one, has taken its place since it was opened, every call says so and does nothing.

    Parameters
    ----------
    path : str or PathLike
        The file; its folder must be there. ":memory:" is a log without a file, which ends with the program.
    create : bool
        Let what is added first begin a log where there is none; reading begins none. Where there was one (see
        `docs/log.md`), none is begun.
    backups : bool
        Copy the log into `backups/` beside it before the first change of a day.

    Attributes
    ----------
    path : Path
    id : str
        UUID of the log, kept in the file.
    begun : bool
        Whether this object made the log.
    notices : list of str
        What a person is to be told once on opening: holds that are missing, a place that is less safe, a backup
        that could not be made.

    Raises
    ------
    LogError
        Here and from every method: where the file is no log, was made by a newer hiplog, is damaged, is not the
        one that was opened, or cannot be read or written.

    Examples
    --------
    >>> log = hiplog.Log("my_log.sqlite")
    >>> log.add(hiplog.example().head(4)).new
    4
    >>> log.add(hiplog.example().head(5)).new  # adding twice adds once
    1
    >>> log.undo()
    'Took back an import from example: 1 hold out of the log again.'
    >>> log.holds()[["started_at", "side", "hold_s"]]
               started_at   side  hold_s
    0 2025-11-01 07:42:10  right    82.0
    1 2025-11-01 07:43:42   left    54.8
    2 2025-11-01 19:06:52  right    74.3
    3 2025-11-01 19:08:16   left    51.1
    """

    def __init__(self, path: str | os.PathLike, *, create: bool = True, backups: bool = True) -> None:
        self._opened = OpenedLog(path, create=create, backups=backups)
        self.path = self._opened.path

    @property
    def id(self) -> str:
        """The UUID of the log, kept in the file."""
        self._opened.find()
        return self._opened.id

    @property
    def begun(self) -> bool:
        """Whether this object made the log."""
        return self._opened.begun

    def begin(self) -> Log:
        """Make the log now where there is none yet, as otherwise what is added first does; return it."""
        self._opened.begin()
        return self

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
        return contents.shown(self._opened)

    def __len__(self) -> int:
        return contents.number(self._opened)

    def __bool__(self) -> bool:
        return True  # a log without holds is a log

    def __iter__(self) -> Iterator[dict]:
        return iter(self.holds().to_dict("records"))

    def __enter__(self) -> Log:
        return self

    if not TYPE_CHECKING:  # or every misspelt name would be one that a type checker takes

        def __getattr__(self, name: str):
            public = [each for each in dir(type(self)) if not each.startswith("_")]
            like = [each for each in (_ELSEWHERE.get(name), *get_close_matches(name, public)) if each]
            there_is = f"; there is {', '.join(dict.fromkeys(like))}" if like and not name.startswith("_") else ""
            raise AttributeError(f"a Log has no attribute {name!r}{there_is}")

    def __exit__(self, *_: object) -> None:
        if self._opened.memory:
            self._opened.memory.close()

    def holds(
        self,
        *,
        exercise: arguments.ExerciseName | None = None,
        since: arguments.Since | None = None,
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
            Only the holds that began from then on, and until then; a date alone is that whole day, and a
            `since` of "90 days" the last 90 up to today.

        Raises
        ------
        LogError
            Also where there is no such exercise, or no such day.
        """
        return contents.holds(self._opened, exercise=exercise, since=since, until=until)

    def days(self, *, since: arguments.Since | None = None, until: arguments.Moment | None = None) -> pd.DataFrame:
        """Return what was said of days without a hold, with the columns of `hiplog.schema.DAYS`, sorted by time.

        Parameters
        ----------
        since, until : date or str, optional
            Only the days from then on, and until then, as for `holds`.
        """
        return contents.days(self._opened, since=since, until=until)

    def plans(self) -> pd.DataFrame:
        """Return how often one means to practise, and from which day on; see `hiplog.schema.PLANS`.

        A plan holds until the next; where there is none, no plan was ever set.
        """
        return contents.frame(self._opened, PLANS)

    def plan(self, day: arguments.Moment | None = None) -> arguments.Plan:
        """Return the sessions meant on a day, today unless given: of the last plan set, one before any.

        Parameters
        ----------
        day : date or str, optional
        """
        return contents.plan(self._opened, day)

    def marks(self) -> pd.DataFrame:
        """Return the person's own dated words, with the columns of `hiplog.schema.MARKS`, sorted by day."""
        return contents.frame(self._opened, MARKS)

    def diary(self) -> Diary:
        """Return all that is kept beside holds, as the log has it at one moment.

        Returns
        -------
        Diary
            Its `days`, `plans` and `marks` are those of the methods of these names.
        """
        return contents.diary(self._opened)

    def add(self, holds: Holds, *, diary: Diary | None = None, by: str | None = None) -> Added:
        """Add `holds`, all of them or none, and return how many were new, there already, filled in, and different.

        A hold already there (by `hold_id`) only gains the values it lacked, so that adding twice adds once. Where
        the log has only another hold of that id (another exercise, side, start or seconds), that is counted as
        different and not added; where it has another pain or note, it keeps its own, and that is counted as
        conflicting. A new one that was done in one session with a hold of the log joins that.

        Parameters
        ----------
        holds : DataFrame, Arrow table, Log or Reading
            See `hiplog.schema.conform`: `started_at`, `side` and `hold_s` (seconds) at least. The days, plans and
            marks of a log or reading are added with its holds.
        diary : Diary, optional
            Days, plans and marks to add with the holds, as one change.
        by : str, optional
            By whom: "timer", "editor", "import" or another word; told from their `source` otherwise.

        Returns
        -------
        Added
            The number of new holds, an int, with `new` (the same), `known` (there already) and of these `filled`
            (gained what they lacked) and `conflicting` (with another pain or note); `different` (not added) and
            `differences` (which they are); and `also`, the same of `days`, `plans` and `marks`.

        Raises
        ------
        LogError
            Where a row breaks a rule, or one id stands for two holds; it names the rows.
        """
        return writing.add_all(self._opened, holds, diary, by)

    def add_days(self, days: pd.DataFrame, *, by: str | None = None) -> Added:
        """Add what is said of days without a hold, all or none, and return how many were new, as `add` does.

        Where something else was said of a day already, that stays, and a warning says so: `change` corrects it.

        Parameters
        ----------
        days : DataFrame
            With `day`, and at least one of `pain`, `reason` and `note` in each row; see `hiplog.schema.DAYS`.
        by : str, optional

        Raises
        ------
        LogError
            Where a row breaks a rule, or its day is still to come; it names the row.
        """
        return writing.add_days(self._opened, days, by)

    def set_plan(
        self, plan: arguments.Plan, *, since: arguments.Moment | None = None, by: str = "notebook"
    ) -> str:
        """Set how many sessions a day are meant, from a day on, and return the `plan_id`.

        Parameters
        ----------
        plan : int
            1 to 3.
        since : date or str, optional
            The first day on which it holds; today unless given. A plan that was set for that very day is changed.
        by : str
        """
        return writing.set_plan(self._opened, plan, since, by)

    def mark(self, day: arguments.Moment, words: str, *, by: str = "notebook") -> str:
        """Keep a dated word of one's own, like "three times a day", and return the `mark_id`.

        Charts over time show it as a line, and periods before and after it can be compared.

        Parameters
        ----------
        day : date or str
        words : str
        by : str
        """
        return writing.mark(self._opened, day, words, by)

    def change(self, hold_id: str, /, *, by: str = "notebook", **values: object) -> dict[str, tuple]:
        """Correct one hold, as in `log.change(hold_id, hold_s=42.0, side="left")`; None makes a value missing.

        The id may also be that of a day, a plan or a mark: `log.change(day_id, pain=7)`. Why a hold ended
        follows its seconds (`hiplog.schema.follow`), and its session its day, unless they are given.

        Parameters
        ----------
        hold_id : str
        by : str
        **values
            The new values, by their columns.

        Returns
        -------
        dict of tuple
            What was changed, by column: the old value and the new.

        Raises
        ------
        LogError
            Where nothing has that id, there is no such column, or a value breaks a rule.
        """
        return writing.change(self._opened, hold_id, values, by)

    def remove(self, ids: str | Iterable[str] | pd.DataFrame, *, by: str = "notebook") -> int:
        """Remove holds, days, plans or marks, all of them or none, and return how many there were.

        Parameters
        ----------
        ids : str, iterable of str, or DataFrame
            Their ids, or a frame of them such as `holds` or `days` returns.
        by : str

        Raises
        ------
        LogError
            Where one is no id, or of nothing that is in the log.
        """
        return writing.remove(self._opened, ids, by)

    def versions(self, ids: Iterable[str]) -> dict[str, list[dict]]:
        """Return what each of these holds, days, plans or marks was and is, by its id.

        Parameters
        ----------
        ids : iterable of str

        Returns
        -------
        dict of list of dict
            The versions that there were, the oldest first; an id that the log never had, or has forgotten, is left
            out. Each has its columns as the file keeps them, its number `version`, whether it is what the log has
            (`alive`; one at most is), and by whom it was made and ended (`made_by`, `ended_by`): None where that
            was taken back by `undo`, or has not been.
        """
        with self._opened.reading() as db:
            return corrections.versions(db, corrections.ids_in("versions", ids))

    def undo(self, *, expect: str | None = None) -> str:
        """Take back the last change and return a sentence that says what it was; call again to go further back.

        A change is one `add`, `add_days`, `set_plan`, `mark`, `remove`, `change` or `restore`, or all that the
        timer added of one session without anything else in between. `redo` makes it again.

        Parameters
        ----------
        expect : str, optional
            What `next_undo` returned; where that is so no more, also of another change that reads alike, nothing
            is taken back.
        """
        return steps.step(self._opened, back=True, expect=expect)

    def redo(self, *, expect: str | None = None) -> str:
        """Make again what was last taken back, and return a sentence; after a new change there is nothing to.

        Parameters
        ----------
        expect : str, optional
            What `next_redo` returned; where that is so no more, nothing is done.
        """
        return steps.step(self._opened, back=False, expect=expect)

    def next_undo(self) -> str:
        """Return what `undo` would take back and what that does, "" where there is nothing."""
        return steps.next_step(self._opened, back=True)

    def next_redo(self) -> str:
        """Return what `redo` would make again and what that does, "" where there is nothing."""
        return steps.next_step(self._opened, back=False)

    @property
    def changed_here(self) -> bool:
        """Whether what `undo` would take back was made by this very object, in this program."""
        return steps.is_ours(self._opened)

    def changes(self) -> pd.DataFrame:
        """Return what was done to the log, the newest first.

        Returns
        -------
        DataFrame
            `change` (its number), `at` (local time), `by` (timer, editor, import, ...), `what` (added, changed,
            removed, restored), `holds`, `days`, `plans`, `marks` (how many it brought or ended), `state`
            (`done`, `undone`, `left`: undone, and passed over by a later change; `forgotten`), `here` (made by
            this object).
        """
        return steps.changes(self._opened)

    def last_change(self) -> tuple[str, str | None] | None:
        """Return the token of the newest change, which no other has, and its local time; None before any."""
        with self._opened.reading() as db:
            return history.last_change(db)

    def has_change(self, token: str) -> bool:
        """Return whether a change with this token is in the log's history: in an older copy it is not.

        Parameters
        ----------
        token : str
            As `last_change` returns it.
        """
        with self._opened.reading() as db:
            return history.has_change(db, token)

    def backup(self, path: str | os.PathLike) -> Path:
        """Copy the log to `path`, also while it is in use, and return where; an earlier backup there is replaced.

        Parameters
        ----------
        path : str or PathLike

        Raises
        ------
        LogError
            Where `path` is another file, or cannot be written.
        """
        return copying.backup(self._opened, path)

    def export_csv(self, path: str | os.PathLike | TextIO) -> Path | None:
        """Write all that is in the log to one CSV file that `hiplog.read_log` reads back; return where it is.

        A log that has holds alone becomes a table of holds. Where there are days, plans or marks too, they are
        further rows of the same file: its first column, `record`, says what each row is. UTF-8, times in ISO 8601.
        A text that a spreadsheet would run as a formula has an apostrophe before it. An earlier export there is
        replaced.

        Parameters
        ----------
        path : str, PathLike or text file
            Where; an open file is written to as it is.

        Raises
        ------
        LogError
            Where `path` is another file, or cannot be written.
        """
        return copying.export_csv(self._opened, path)

    def check(self) -> Check:
        """Say whether the log is whole, what to do where it is not, and give the holds that are.

        Returns
        -------
        Check
            `ok`, whether it is whole; `problems`, a sentence for each damage; `remarks`, what is whole and yet
            worth a look; `holds` and `diary`, those that are whole.
        """
        self._opened.find()
        return check(self.path, self._opened.memory)

    def check_writable(self) -> None:
        """Raise a LogError where a hold could not be saved now; nothing is written."""
        with self._opened.writing() as db:
            db.rollback()

    def saved_backups(self) -> pd.DataFrame:
        """Return the backups beside the log, the newest first, each compared with the log as it is.

        Returns
        -------
        DataFrame
            `path`; `at`, its day; `holds`, how many it has; `new`, holds, days, plans and marks that came or were
            corrected since; `gone`, those in it that are so in the log no more; `problem`, why it cannot be used,
            missing where it can.
        """
        with self._opened.reading() as db:
            now = backups.there_is(db)
        return backups.compared(self.path, self.id, now)

    def keep_backups(
        self, *, days: int | None = None, weeks: int | None = None, months: int | None = None
    ) -> dict[str, int]:
        """Set how many backups are kept, and return it; what is not given stays as it is.

        Of the last so many days, weeks and months that have a backup, the newest of each: 7, 4 and 12 at first. It
        is kept beside the backups, for every program, and counts from the next backup on. Where all are 0, no more
        are made, and those that are there stay.

        Parameters
        ----------
        days, weeks, months : int, optional
            0 to 36500.
        """
        return copying.keep_backups(self._opened, {"days": days, "weeks": weeks, "months": months})

    def next_restore(self, path: str | os.PathLike) -> str:
        """Return what `restore` of a backup would take out of the log and bring back, "" where nothing differs.

        Parameters
        ----------
        path : str or PathLike
            The backup.

        Raises
        ------
        LogError
            Where `path` is no backup of this log, or the log or the backup is damaged.
        """
        return copying.next_restore(self._opened, path)

    def restore(self, path: str | os.PathLike, *, expect: str | None = None) -> str:
        """Make what is in the log that of a backup of it, as one change which `undo` takes back; say what.

        Parameters
        ----------
        path : str or PathLike
            The backup.
        expect : str, optional
            What `next_restore` returned; where that is so no more, nothing is done.

        Raises
        ------
        LogError
            Where `path` is no backup of this log, is damaged, or does something else than was expected.
        """
        return copying.restore(self._opened, path, expect)

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
        """Delete for good what was removed, corrected or taken back; return how many versions of rows that were.

        No change so far can be taken back or made again then. Backups and exports are files of their own, and keep
        what they have.
        """
        return steps.forget(self._opened)
