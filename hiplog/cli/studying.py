"""Many people's logs at once."""

import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import click
import pandas as pd

import hiplog
from hiplog.cli.importing import SOME_REFUSED
from hiplog.cli.terminal import Day, say, tell
from hiplog.counts import counted
from hiplog.exercise import EXERCISES

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)
_COUNT = click.IntRange(2, 36500)
_DAY = Day()
_NAMED = 10  # people, of a line of names
_NOT_LOOKED_AT = "Not looked at, being no log or in no row of people.csv"


@click.command(short_help="Look at many people's logs, each by itself.")
@click.argument("source", metavar="FOLDER", type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=_FOLDER, metavar="OUT", help="Where tables go: FOLDER_study unless given.")
@click.option("--exercise", type=click.Choice([*EXERCISES]))
@click.option("--jobs", type=click.IntRange(1, 512), default=1, metavar="N", help="Processes that work at once.")
@click.option("--scheduler", metavar="ADDRESS", help="Of a Dask scheduler: its workers do the work.")
@click.option("--today", type=_DAY, metavar="DAY", help="On which somebody is active or not: the study's last.")
@click.option(
    "--idle-days", type=_COUNT, metavar="N", help="Without a session somebody is active for so long: 14."
)
@click.option("--least", type=_COUNT, metavar="N", help="Groups of fewer people are not summed up: 5.")
@click.option("--to", "dataset", type=_FOLDER, metavar="DATASET", help="Bring the logs together there as Parquet.")
@click.option("--pseudonyms", type=_FILE, metavar="KEYFILE", help="With --to: keyed hashes for names.")
@click.option("--shift-dates", is_flag=True, help="With --to: each person's dates moved by whole weeks.")
@click.option("--notes", is_flag=True, help="With --to: keep notes, in which anything may stand.")
@click.pass_context
def study(
    ctx: click.Context,
    source: Path,
    output: Path | None,
    jobs: int,
    scheduler: str | None,
    dataset: Path | None,
    pseudonyms: Path | None,
    shift_dates: bool,
    notes: bool,
    today: datetime | None,
    **asked: Any,
) -> None:
    """Look at the logs of many people in FOLDER, each by itself: tables, and a page on all of them.

    Each file or folder in it is a person, or people.csv lists them (person, file, and if known plan, group,
    start). FOLDER may also be one file that says whose each hold is, or a dataset. Exit code: 0 all was read, 3
    some rows or files were refused, 1 nothing could be done.
    """
    if dataset is None and (pseudonyms or shift_dates or notes):
        raise click.UsageError("--pseudonyms, --shift-dates and --notes go with --to DATASET", ctx)
    if dataset is not None and output is not None:
        raise click.UsageError("-o OUT is where tables go, and --to DATASET writes none", ctx)
    if shift_dates and pseudonyms is None:
        raise click.UsageError("--shift-dates needs --pseudonyms KEYFILE", ctx)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always", UserWarning)
        people = hiplog.Study(source)
    tell(*(str(each.message) for each in warned))
    bar = click.progressbar(length=len(people), label=f"Reading {counted(len(people), 'log')}", file=sys.stderr)
    if dataset is not None:
        with bar:
            disguised = {"pseudonyms": pseudonyms, "shift_dates": shift_dates, "notes": notes}
            brought = people.to_dataset(dataset, **disguised, progress=bar.update)
        _say_brought(ctx, brought, dataset)
        ctx.exit(SOME_REFUSED if warned else 0)
    asked = {name: value for name, value in asked.items() if value is not None}
    out = output or _beside(source.resolve())
    with bar, _executor(jobs, scheduler) as executor:
        files = people.write(out, executor, today=today and today.date(), progress=bar.update, **asked)
    say(*(f"Written to {file}" for file in files))
    _say_told(ctx, {file.stem: file for file in files})
    if warned:
        ctx.exit(SOME_REFUSED)


def _beside(source: Path) -> Path:
    """Return where tables go unless that is told: here, but beside the study where here is within it."""
    here = source.parent if Path.cwd().is_relative_to(source) else Path()
    return here / f"{source.name}_study"


def _say_brought(ctx: click.Context, brought: hiplog.study.BroughtTogether, dataset: Path) -> None:
    say(f"{len(brought.written)} of {counted(brought.n_people, 'person', 'people')} written to {dataset}")
    say(*[f"{len(brought.unchanged)} there already, unchanged"] * bool(brought.unchanged))
    if brought.gone:
        say(f"In {dataset} and no more in the study, left there: {_names(brought.gone)}")
    if brought.fewer:
        told = _names(tuple(f"{person} {n}" for person, n in brought.fewer.items()))
        tell(f"Replaced by what has not all of the holds that were there, so many are gone or changed: {told}")
    if brought.passed_over:
        tell(f"{_NOT_LOOKED_AT}: {_names(brought.passed_over)}")
    if brought.n_left_out:
        tell(
            f"Left out: {counted(brought.n_left_out, 'row')} without a hold: hiplog study without --to says which"
        )
    for names, what in (
        (brought.kept, "Left as it was, for files cannot be read any more"),
        (brought.unread, "Nothing could be read, and nothing written"),
    ):
        if names:
            tell(f"{what}: {_names(names)}")
    if brought.new_key and not brought.written:
        tell(f"The key {brought.new_key} was made, though nobody was written: no record in {dataset} is of it yet")
    if brought.another:
        tell(
            "Left as it was, for not one hold that is there is in the files any more: if they are the same "
            f"people, take their records out of {dataset} first: {_names(brought.another)}"
        )
    if brought.to_know:
        n = counted(len(brought.to_know), "person", "people")
        tell(f"Of {n} there is something to know, hiplog study without --to says what: {_names(brought.to_know)}")
    if brought.n_refused:
        tell(f"{brought.n_refused} rows or files could not be read: hiplog study without --to says which")
    if brought.n_refused or brought.another:
        ctx.exit(SOME_REFUSED)


def _names(people: tuple[str, ...]) -> str:
    return ", ".join(people[:_NAMED]) + f" and {len(people) - _NAMED} more" * (len(people) > _NAMED)


def _say_told(ctx: click.Context, files: dict[str, Path]) -> None:
    """Say how many people there are, what was left out, asked and refused."""
    people = pd.read_csv(files["people"], dtype="str", keep_default_na=False)
    say(f"{counted(len(people), 'person', 'people')} in {files['people']}")
    left_out = pd.read_csv(files["left_out"], dtype="str", keep_default_na=False)
    for what, rows in left_out[left_out["rows"] != ""].groupby("what", sort=False):
        n, of = int(rows["rows"].astype("float64").sum()), rows["person"].nunique()
        files_of = f"files of {counted(of, 'person', 'people')}"
        tell(f"Left out: {counted(n, 'row')} in the {files_of} ({what}): see {files['left_out']}")
    if passed_over := [*left_out.loc[left_out["person"] == "", "file"]]:
        tell(f"{_NOT_LOOKED_AT}: {_names(tuple(passed_over))}")
    if n := people["why"].ne("").sum():
        tell(f"Of {counted(n, 'person', 'people')} there is something to know: see why in {files['people']}")
    if len(pd.read_csv(files["refused"], dtype="str", keep_default_na=False)):
        tell(f"Some rows or files could not be read: see {files['refused']}")
        ctx.exit(SOME_REFUSED)


@contextmanager
def _executor(jobs: int, scheduler: str | None) -> Iterator[Executor | None]:
    """Yield what works on several people at once, and end it: soon where the command is interrupted."""
    if scheduler is not None:
        with _client(scheduler) as client:
            yield client.get_executor()
    elif jobs == 1:
        yield None
    else:
        executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
        try:
            yield executor
        finally:
            executor.shutdown(wait=True, cancel_futures=True)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        needed = 'expected that to be installed (pip install "hiplog[study]")'
        raise hiplog.LogError(f"--scheduler needs Dask, {needed}") from None
    try:
        return Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        expected = "expected the address of one, like tcp://localhost:8786"
        raise hiplog.LogError(f"no Dask scheduler answers at {address} ({error}), {expected}") from error
