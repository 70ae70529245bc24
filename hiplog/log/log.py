"""Log: what one can do with a log. Each call is one connection of its own, one transaction, on disk at return."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO
from uuid import uuid4

import pandas as pd

from hiplog import arguments
from hiplog.files import written_whole
from hiplog.interchange import Holds
from hiplog.log.changes import corrections, history
from hiplog.log.changes.adding import Added, add_rows
from hiplog.log.copies import backups, export
from hiplog.log.copies.check import Check, check
from hiplog.log.copies.difference import difference
from hiplog.log.file import acknowledged
from hiplog.log.format import words
from hiplog.log.format.rows import all_versions, check_sums, read_frame, read_rows, refuse_damaged
from hiplog.log.format.tables import alive_sums, write_sums
from hiplog.log.opened import OpenedLog, resolved
from hiplog.schema import DAYS, HOLDS, MARKS, PLANS, TABLES, Diary, LogError, Table, diary_of

NOTHING = "There is nothing to take back."
NOTHING_AGAIN = "There is nothing to make again."


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
        begun = "; a new log was begun, as there was none" * (self.begun and self._opened.memory is None)
        span = f" from {words.day(first)} to {words.day(last)}" if n else begun
        return "\n".join([f"<Log {self.path}: {words.count(n)}{span}>", *self.notices])

    def __len__(self) -> int:
        with self._opened.reading() as db:
            now = alive_sums(db, HOLDS)
            check_sums(db, self.path, HOLDS, now)
            return now[0]

    def __bool__(self) -> bool:
        return True  # a log without holds is a log

    def __iter__(self) -> Iterator[dict]:
        return iter(self.holds().to_dict("records"))

    def __enter__(self) -> Log:
        return self

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
        exercise = arguments.exercise("holds", exercise, each=True)
        span = arguments.span("holds", since, until)
        with self._opened.reading() as db:
            holds = read_frame(db, self.path)
        wanted = span.has(holds["started_at"])
        if exercise is not None:
            wanted &= holds["exercise"].eq(exercise)
        return holds if wanted.all() else holds[wanted].reset_index(drop=True)

    def days(self, *, since: arguments.Since | None = None, until: arguments.Moment | None = None) -> pd.DataFrame:
        """Return what was said of days without a hold, with the columns of `hiplog.schema.DAYS`, sorted by time.

        Parameters
        ----------
        since, until : date or str, optional
            Only the days from then on, and until then, as for `holds`.
        """
        span = arguments.span("days", since, until)
        days = self._frame(DAYS).sort_values(["day", "time"], na_position="first", kind="stable")
        return days[span.has(days["day"])].reset_index(drop=True)

    def plans(self) -> pd.DataFrame:
        """Return how often one means to practise, and from which day on; see `hiplog.schema.PLANS`.

        A plan holds until the next; where there is none, no plan was ever set.
        """
        return self._frame(PLANS)

    def plan(self, day: arguments.Moment | None = None) -> arguments.Plan:
        """Return the sessions meant on a day, today unless given: of the last plan set, one before any.

        Parameters
        ----------
        day : date or str, optional
        """
        return int(self.diary().plan_on(pd.DatetimeIndex([_day("plan", day)]))[0])

    def marks(self) -> pd.DataFrame:
        """Return the person's own dated words, with the columns of `hiplog.schema.MARKS`, sorted by day."""
        return self._frame(MARKS)

    def diary(self) -> Diary:
        """Return all that is kept beside holds, as the log has it at one moment: days, plans and marks."""
        with self._opened.reading() as db:
            return Diary(**{table.name: read_frame(db, self.path, table) for table in (DAYS, PLANS, MARKS)})

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

        Raises
        ------
        LogError
            Where a row breaks a rule, or one id stands for two holds; it names the rows.
        """
        given, diary = {HOLDS: HOLDS.conform(holds)}, diary_of(holds, diary)
        given |= {table: getattr(diary, table.name) for table in TABLES if table is not HOLDS}
        added = self._add({table: rows for table, rows in given.items() if len(rows) or table is HOLDS}, by)
        whole = added[HOLDS]
        whole.also = {table.name: of for table, of in added.items() if table is not HOLDS}
        return whole

    def add_days(self, days: pd.DataFrame, *, by: str | None = None) -> Added:
        """Add what is said of days without a hold, all or none, and return how many were new, as `add` does.

        Parameters
        ----------
        days : DataFrame
            With `day`, and at least one of `pain`, `reason` and `note` in each row; see `hiplog.schema.DAYS`.
        by : str, optional

        Raises
        ------
        LogError
            Where a row breaks a rule; it names the row.
        """
        return self._add({DAYS: DAYS.conform(days)}, by)[DAYS]

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
        plan, day = arguments.plan("set_plan", plan), _day("set_plan", since, name="since")
        known = self.plans().set_index("day")["plan_id"]
        if day in known.index:
            self.change(known.at[day], by=by, plan=plan)
            return known.at[day]
        return self._put(PLANS, by, day=day, plan=plan)

    def mark(self, day: arguments.Moment, words: str, *, by: str = "notebook") -> str:
        """Keep a dated word of one's own, like "three times a day", and return the `mark_id`.

        Charts over time show it as a line, and periods before and after it can be compared.

        Parameters
        ----------
        day : date or str
        words : str
        by : str
        """
        day, marks = arguments.day("mark", day, name="day"), self.marks()
        known = marks.loc[marks["day"].eq(day) & marks["words"].eq(words), "mark_id"]
        return known.iloc[0] if len(known) else self._put(MARKS, by, day=day, words=words)

    def change(self, hold_id: str, *, by: str = "notebook", **values: object) -> dict[str, tuple]:
        """Correct one hold, as in `log.change(hold_id, hold_s=42.0, side="left")`; None makes a value missing.

        The id may also be that of a day, a plan or a mark: `log.change(day_id, pain=7)`. Why a hold ended
        follows its seconds (`hiplog.schema.follow`), and its session its day, unless they are given.

        Returns
        -------
        dict of tuple
            What was changed, by column: the old value and the new.

        Raises
        ------
        LogError
            Where nothing has that id, there is no such column, or a value breaks a rule.
        """
        with self._opened.change("changed", by) as (db, change):
            changed = corrections.correct(db, change, hold_id, values, where=self.path)
            if not changed:
                db.rollback()
        return changed

    def remove(self, ids: str | Iterable[str] | pd.DataFrame, *, by: str = "notebook") -> int:
        """Remove holds, days, plans or marks and return how many there were; one not there is passed over.

        Parameters
        ----------
        ids : str, iterable of str, or DataFrame
            Their ids, or a frame of them such as `holds` or `days` returns.
        by : str
        """
        ids = corrections.ids_in(ids)
        with self._opened.change("removed", by) as (db, change):
            removed = corrections.remove(db, change, ids)
            if not removed:
                db.rollback()
        return removed

    def former(self, ids: Iterable[str]) -> dict[str, str | None]:
        """Return those of these ids that were in the log and are not, with who took them out.

        None stands for `undo`.
        """
        with self._opened.reading() as db:
            return corrections.former(db, ids)

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
            removed, restored), `holds`, `days`, `plans`, `marks` (how many it brought or ended), `state`
            (`done`, `undone`, `left`: undone, and passed over by a later change; `forgotten`), `here` (made by
            this object).
        """
        with self._opened.reading() as db:
            frame = history.changes(db)
        frame["here"] = frame.pop("token").isin(self._opened.made)
        return frame

    def last_change(self) -> tuple[str, str | None] | None:
        """Return the token of the newest change, which no other has, and its local time; None before any."""
        with self._opened.reading() as db:
            return history.last_change(db)

    def has_change(self, token: str) -> bool:
        """Return whether a change with this token is in the log's history: in an older copy it is not."""
        with self._opened.reading() as db:
            return history.has_change(db, token)

    def backup(self, path: str | os.PathLike) -> Path:
        """Copy the log to `path`, also while it is in use, and return where; an earlier backup there is replaced.

        Raises
        ------
        LogError
            Where `path` is another file, or cannot be written.
        """
        if str(path).endswith(("-journal", "-wal", "-shm")):
            raise LogError(f"{path}: SQLite deletes files of that name beside a log, expected another name")
        with self._opened.reading() as db:  # a copy of a damaged log must not take the place of a whole one
            refuse_damaged(db, self.path)
        with written_whole(path, self._opened.is_backup, "backup") as part:
            self._opened.memory.copy_to(part) if self._opened.memory else backups.copy_database(self.path, part)
        return Path(path).expanduser().absolute()

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
        with self._opened.reading() as db:
            rows = {table: read_rows(db, self.path, table) for table in TABLES}
            versions = {table: all_versions(db, table) for table in TABLES}
        if not isinstance(path, str | os.PathLike):
            export.write_rows(path, rows)
            return None
        with written_whole(path, lambda there: export.is_export(there, versions), "export") as part:
            export.write_csv(part, rows)
        return Path(path).expanduser().absolute()

    def check(self) -> Check:
        """Say whether the log is whole, what to do where it is not, and give the holds that are."""
        return check(self.path, self._opened.memory)

    def check_writable(self) -> None:
        """Raise a LogError where a hold could not be saved now; nothing is written."""
        with self._opened.writing() as db:
            db.rollback()

    def saved_backups(self) -> pd.DataFrame:
        """Return the backups beside the log, the newest first, each compared with the log as it is."""
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

    def next_restore(self, path: str | os.PathLike) -> str:
        """Return what `restore` of a backup would take out of the log and bring back, "" where nothing differs.

        Raises
        ------
        LogError
            Where `path` is no backup of this log, or the log or the backup is damaged.
        """
        path = resolved(path)
        there = backups.rows_of(path, self.id)
        with self._opened.reading() as db:
            refuse_damaged(db, self.path)
            return difference({table: read_rows(db, self.path, table) for table in there}, there)

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
        path = resolved(path)
        rows = backups.rows_of(path, self.id)
        with self._opened.change("restored", "backup") as (db, change):
            if expect is not None:
                now = difference({table: read_rows(db, self.path, table) for table in rows}, rows)
                if expect != now or getattr(expect, "rows", now.rows) != now.rows:
                    raise LogError(
                        f"{self.path}: restoring {path.name} means {now or 'nothing'} by now, expected "
                        f"{expect or 'nothing'}: nothing was done"
                    )
            n = sum(history.replace_all(db, change, table, of) for table, of in rows.items())
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
        """Delete for good what was removed, corrected or taken back; return how many versions of rows that were.

        No change so far can be taken back or made again then. Backups and exports are files of their own, and keep
        what they have.
        """
        with self._opened.writing() as db:
            db.execute("PRAGMA secure_delete = ON")
            gone = sum(history.forget(db).values())
            write_sums(db, self.id)
            db.commit()
            db.execute("VACUUM")
            self._opened.remember(db)
        return gone

    def _frame(self, table: Table) -> pd.DataFrame:
        with self._opened.reading() as db:
            return read_frame(db, self.path, table)

    def _add(self, given: dict[Table, pd.DataFrame], by: str | None) -> dict[Table, Added]:
        """Add rows of tables as one change, where there is anything new in them."""
        for table, rows in given.items():
            table.check_ids(rows)
        sources = pd.concat([rows["source"] for rows in given.values() if "source" in rows] or [pd.Series()])
        timed = len(sources) > 0 and sources.eq("timer").all()
        sessions = given[HOLDS]["session_id"].unique() if HOLDS in given else []
        by = by or ("timer" if timed else "import")
        session = sessions[0] if timed and by == "timer" and len(sessions) == 1 else None
        with self._opened.change("added", by, session) as (db, change):
            added = {table: add_rows(db, change, table, rows) for table, rows in given.items()}
            if not any(of.anything for of in added.values()):
                db.rollback()
        return added

    def _put(self, table: Table, by: str, **values: object) -> str:
        """Add one row, with an id of its own."""
        row = table.conform(pd.DataFrame([{table.id: str(uuid4())} | values]), where=table.one)
        self._add({table: row}, by)
        return row[table.id].iloc[0]

    def _step(self, *, back: bool, expect: str | None) -> str:
        with self._opened.writing() as db:
            group = history.next_step(db, back=back)
            if not group:
                return NOTHING if back else NOTHING_AGAIN
            said = history.in_words(db, group, back=back)
            if expect is not None and (expect != said or getattr(expect, "tokens", said.tokens) != said.tokens):
                raise LogError(f"{self.path}: the next is {said}, expected {expect}: nothing was done")
            history.step(db, group, back=back)
            self._opened.commit(db)
        return f"{'Took back' if back else 'Made again'} {said}."

    def _next(self, *, back: bool) -> str:
        with self._opened.reading() as db:
            return history.in_words(db, history.next_step(db, back=back), back=back)


def _day(of: str, value: object, *, name: str = "day") -> pd.Timestamp:
    """Return a day, today for None."""
    return pd.Timestamp.now().normalize() if value is None else arguments.day(of, value, name=name)
