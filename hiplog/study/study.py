"""Many people's logs in one place: who they are, and the same measures for everyone."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd

from hiplog import arguments
from hiplog.schema import LogError
from hiplog.study.bringing import BroughtTogether, bring_together
from hiplog.study.dataset import check_place, listed_in_dataset, why_unfinished
from hiplog.study.disguise import Disguise, keep_key, key_in
from hiplog.study.each import Measured, measure_named
from hiplog.study.members import Member, listed_in, passed_over, would_be_read
from hiplog.study.people import Rows, with_activity
from hiplog.study.place import place_made
from hiplog.study.record import LEFT_OUT, REFUSED, Record, left_out_of, refused_of
from hiplog.study.records import records_of
from hiplog.study.tables import AllTables, write_tables
from hiplog.study.together import LEAST_GROUP
from hiplog.study.work import done_of_each

IDLE_DAYS = 14  # without a session, after which somebody is no longer counted as practising


class Study:
    """The logs of many people, kept apart.

    Parameters
    ----------
    source : path
        A folder, in which each folder with logs below it is a person, and each file one, by their names; or in
        which a people.csv lists them (`person`, `file`, and if known `plan`, `group`, `start`), also several of
        one file. Or one file in which a column tells people apart, such as REDCap's flat export. Or a dataset
        that `to_dataset` made.

    Raises
    ------
    LogError
        Where there is nobody. Where two places give people of one name, whatever is asked of everyone refuses.

    Warns
    -----
    UserWarning
        Where a dataset is not finished, for its making was interrupted.

    Notes
    -----
    Nothing here schedules anything: what takes an `executor` hands it batches of people. On one computer that is
    the standard library's ProcessPoolExecutor, on many Dask's, as the get_executor() of a Client returns it; the
    numbers are the same to the last digit. Whoever has the data answers for it: nothing is sent anywhere else.

    Examples
    --------
    >>> study = hiplog.Study(hiplog.study.example_study("people", people=3, days=70))
    >>> len(study)
    3
    >>> rows = study.each("typical_hold")  # as hiplog.typical_hold, with `person` in front
    """

    def __init__(self, source: str | PathLike[str]) -> None:
        arguments.path("Study", "source", source, "the path of a folder with people's logs, or a file")
        self.source = Path(source).expanduser().absolute()
        in_dataset = self.source.is_dir() and listed_in_dataset(self.source)
        if in_dataset and (said := why_unfinished(self.source)):
            warnings.warn(said, stacklevel=2)
        self._members = in_dataset or listed_in(self.source)
        self._passed_over = [] if in_dataset else passed_over(self.source, self._members)

    def __repr__(self) -> str:
        n = len(self._given)
        return f"Study({str(self.source)!r}): {n} {'person' if n == 1 else 'people'}"

    def people(
        self,
        executor: Executor | None = None,
        *,
        exercise: arguments.ExerciseName = "hip_balance",
        today: arguments.Moment | None = None,
        idle_days: int = IDLE_DAYS,
        progress: Callable[[int], object] | None = None,
    ) -> pd.DataFrame:
        """Return one row a person: how long, how often, each side at the beginning and now, balance, pain.

        Parameters
        ----------
        executor : concurrent.futures.Executor, optional
            What works on several people at once; one after the other unless given.
        exercise : str
        today : date, optional
            The day on which somebody is active or not; the last of the study unless given, but none to come.
        idle_days : int
            How many days without a session somebody may have and still be active.
        progress : callable, optional
            Called with the number of people that were done.

        Returns
        -------
        DataFrame
            See `hiplog.study.people.COLUMNS`. "then" are the 28 days from the first hold on, "now" the 28 up to
            the last, as `typical_hold` and `balance` have them; pain is the median of these days in `pain_days`;
            what changed between is that of `compare`, with its 95 % interval, where they do not overlap; the slope
            is that of `trend` over all days. `why` says what could not be read or made.
        """
        of = "Study.people"
        exercise, day = arguments.exercise(of, exercise), arguments.today(of, today)
        idle_days = arguments.days(of, idle_days, name="idle_days")
        rows = self._done(Rows(exercise), executor, progress)
        return with_activity([*rows], day, idle_days)

    def each(
        self,
        measure: str | Callable[..., pd.DataFrame],
        executor: Executor | None = None,
        *,
        progress: Callable[[int], object] | None = None,
        **options: Any,
    ) -> pd.DataFrame:
        """Return the frame of a measure for everyone, with `person` in front: the same numbers as alone.

        Parameters
        ----------
        measure : callable or str
            A measure of hiplog, such as `hiplog.balance`, or its name.
        executor : concurrent.futures.Executor, optional
        progress : callable, optional
            Called with the number of people that were done.
        **options
            What the measure takes. The plan and the first day that people.csv has for somebody are theirs where
            the measure takes such and none is given.

        Returns
        -------
        DataFrame
            The rows of each person below each other; `why` says what could not be read or made, and somebody
            without numbers has one row.
        """
        task = Measured(measure_named(measure), options)
        frames = [*self._done(task, executor, progress)]
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["person", "why"])

    def refused(self, executor: Executor | None = None) -> pd.DataFrame:
        """Return what could not be read: `person`, `file`, `row`, `column`, `text`, `expected`.

        A row of a file of several people that names none of them has no person.

        Parameters
        ----------
        executor : concurrent.futures.Executor, optional
        """
        frames = [*self._done(refused_of, executor, None)]
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["person", *REFUSED])

    def left_out(self, executor: Executor | None = None) -> pd.DataFrame:
        """Return of what no hold was made, though it is no fault: `person`, `file`, `rows`, `what`.

        Rows of another exercise and the like by their number, and columns and sheets of which nothing was read.
        What of this a file of several people has is told once, with the first of them; files that are nobody's,
        being of no kind that could be a log, or in no row of people.csv, have no person.

        Parameters
        ----------
        executor : concurrent.futures.Executor, optional
        """
        return pd.concat([*self._done(left_out_of, executor, None), self._of_nobody()], ignore_index=True)

    def write(
        self,
        folder: str | PathLike[str],
        executor: Executor | None = None,
        *,
        exercise: arguments.ExerciseName = "hip_balance",
        today: arguments.Moment | None = None,
        idle_days: int = IDLE_DAYS,
        least: int = LEAST_GROUP,
        progress: Callable[[int], object] | None = None,
    ) -> list[Path]:
        """Write tables and a page into a folder, and return the files.

        There are people.csv, sum_up.csv, refused.csv, left_out.csv, one for each main measure, and study.html.

        Parameters
        ----------
        folder : path
            Made where there is none; files of an earlier call are replaced, others never. Not the study's own.
        executor, exercise, today, idle_days, progress
            As in `people`.
        least : int
            Groups of fewer people are not summed up.
        """
        of = "Study.write"
        exercise, day = arguments.exercise(of, exercise), arguments.today(of, today)
        idle_days = arguments.days(of, idle_days, name="idle_days")
        least = arguments.days(of, least, name="least")
        out = self._elsewhere(of, folder, "a folder elsewhere for the tables")
        with place_made(of, out):
            return write_tables(
                self._done(AllTables(exercise), executor, progress),
                out,
                exercise=exercise,
                today=day,
                idle_days=idle_days,
                least=least,
                source=self.source.name,
                of_nobody=self._of_nobody(),
            )

    def to_dataset(
        self,
        folder: str | PathLike[str],
        *,
        pseudonyms: str | PathLike[str] | None = None,
        shift_dates: bool = False,
        notes: bool = False,
        progress: Callable[[int], object] | None = None,
    ) -> BroughtTogether:
        """Bring everything together as Parquet, a file a person.

        Doing it again writes only what changed. Each file is written whole or not at all, and what is there of
        somebody stays where their files cannot be read any more, or are gone. `hiplog.Study(folder)` reads it
        back.

        Parameters
        ----------
        folder : path
            A new one, or a dataset.
        pseudonyms : path, optional
            A file with a key, made where there is none: a keyed hash takes the place of each name.
        shift_dates : bool
            Whether the dates of each person are moved by whole weeks, one number for each; needs `pseudonyms`.
        notes : bool
            Whether notes and words of marks are kept: anything may stand in them.
        progress : callable, optional
            Called with the number of people that were done.

        Returns
        -------
        BroughtTogether
            Who was written, who was not and why, and how much was refused.

        Raises
        ------
        LogError
            Where pyarrow is not installed, something cannot be written, the dataset or the key would lie among
            the logs, or the dataset was made with another key or another choice of dates or notes.
        """
        of = "to_dataset"
        folder = self._elsewhere(of, folder, "a folder elsewhere for the dataset")
        kept = None if pseudonyms is None else self._elsewhere(of, pseudonyms, "a key that is kept elsewhere")
        if kept is not None and kept.resolve().is_relative_to(folder.resolve()):
            raise LogError(f"{of}: {pseudonyms} would be in the dataset, expected a key that is kept elsewhere")
        disguise = Disguise(None if kept is None else key_in(kept), shift_dates=shift_dates, notes=notes)
        check_place(folder, disguise)
        with place_made(of, folder):
            is_new = kept is not None and disguise.key is not None and keep_key(disguise.key, kept)
        brought = bring_together(self._given, folder, disguise, progress, [*self._of_nobody()["file"]])
        return brought._replace(new_key=pseudonyms if is_new else None)

    def _elsewhere(self, of: str, path: str | PathLike[str], expected: str) -> Path:
        """Return a path for what is written; refuse one among the logs, where it would be read as one of them."""
        whole = Path(path).expanduser().absolute()
        if would_be_read(whole.resolve(), self.source.resolve()):
            raise LogError(f"{of}: {path} is where the logs are, expected {expected}")
        return whole

    def _of_nobody(self) -> pd.DataFrame:
        """Return the files that are nobody's, as `left_out` has them."""
        files = [str(file.relative_to(self.source)) for file in self._passed_over]
        rows = pd.DataFrame({"file": pd.Series(files, dtype="str")}).assign(what="a file that is not looked at")
        return rows.reindex(columns=["person", *LEFT_OUT]).astype({"rows": "Int64"})

    def __len__(self) -> int:
        return len(self._given)

    @cached_property
    def _given(self) -> Sequence[Member | Record]:
        """What tasks are handed: where somebody's files are; of one file of many people, what it says of each."""
        given = list[Member | Record]()
        for member in self._members:
            of_many = len(member.listed) > 1 or member.files == (self.source,)
            given += records_of(member) if of_many else [member]
        return given

    def _done(
        self,
        task: Callable[[Record], Any],
        executor: Executor | None,
        progress: Callable[[int], object] | None,
    ) -> Iterator[Any]:
        """Yield what a task makes of each person, in their order."""
        return done_of_each(self._given, task, executor, progress)
