"""Bring the holds of files into the log."""

import codecs
import shlex
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import click
import pandas as pd

import hiplog
from hiplog.cli.terminal import say, tell
from hiplog.cli.which_log import open_log, with_log
from hiplog.exercise import EXERCISES
from hiplog.reading import MEANINGS, in_words_of, look_alike
from hiplog.schema import COLUMNS
from hiplog.spreadsheet import save_rejected

FAILED, SOME_REFUSED = 1, 3
STANDARD_INPUT = Path("-")


def _meanings(_ctx: click.Context, _option: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str] | None:
    """Turn HEADER=MEANING, given any number of times, into what `read_log` takes."""
    for pair in pairs:
        if "=" not in pair:
            raise click.BadParameter(f"{pair!r}, expected HEADER=MEANING, like 'Dauer=hold'")
        if (meaning := pair.rsplit("=", 1)[1]) not in (*MEANINGS, *COLUMNS):
            raise click.BadParameter(f"{meaning!r}, expected one of {', '.join(MEANINGS)}")
    return dict(pair.rsplit("=", 1) for pair in pairs) or None


def _known_encoding(_ctx: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    try:
        return name and codecs.lookup(name) and name
    except LookupError:
        raise click.BadParameter(f"{name!r}, expected an encoding, like utf-8 or cp1252") from None


@click.command("import", short_help="Read files that hold a log, and add them to yours.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@with_log
@click.option("--dry-run", is_flag=True, help="Read and report, with what each column was taken for; add nothing.")
@click.option(
    "--rejected",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Write the refused rows of each file there, to be mended and imported again.",
)
@click.option("--day-first/--month-first", default=None, help="How 03/04/2026 is meant.")
@click.option("--year", type=click.IntRange(1900, 2199), metavar="YEAR", help="The year of dates that name none.")
@click.option("--encoding", metavar="NAME", callback=_known_encoding, help="The file's encoding, like cp1252.")
@click.option(
    "--columns",
    multiple=True,
    metavar="HEADER=MEANING",
    callback=_meanings,
    help="What a column means, like 'Dauer=hold'; may be given again.",
)
@click.option(
    "--unit",
    type=click.Choice(["s", "min", "m:ss", "ms", "h", "days"]),
    help="The unit of plain numbers in the holds.",
)
@click.option("--exercise", type=click.Choice([*EXERCISES]), help="What the holds are of, if the file names none.")
@click.option("--exercise-contains", metavar="TEXT", help="Take the rows whose exercise contains TEXT.")
@click.option("--person", metavar="NAME", help="Whose holds to take, where a column says whose they are.")
@click.option("--timezone", metavar="ZONE", help="Where you were, like Europe/Berlin: times in UTC become local.")
@click.option("--even-alike", is_flag=True, help="Add also holds that look like ones your log has from elsewhere.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook.")
@click.pass_context
def import_files(
    ctx: click.Context,
    files: tuple[Path, ...],
    log_path: Path | None,
    dry_run: bool,
    rejected,
    even_alike: bool,
    **options,
) -> None:
    """Read each FILE, as it is, and add its holds to your log; adding a file twice adds it once.

    The FILE - is standard input. Exit code: 0 all was read, 3 some rows were refused, 1 a file could not be read.
    """
    log = cache(lambda: open_log(log_path, make=True))
    if not dry_run and not (log_path and not log_path.exists()):
        log()  # one that is to be begun waits for a file that could be read
    options = {option: value for option, value in options.items() if value is not None}
    add = None if dry_run else lambda reading: _add(log(), reading, even_alike=even_alike)
    codes = [_import(file, add, rejected, options) for file in files]
    ctx.exit(FAILED if FAILED in codes else max(codes))


def _import(file: Path, add: Callable | None, folder: Path | None, options: dict) -> int:
    """Import one file, say what became of it, and return its exit code."""
    try:
        reading = _read(file, options)
        _check_people(reading.how["people"], reading.how["may_be_people"])
        added = "nothing is added in a dry run" if add is None else add(reading)
    except hiplog.LogError as error:
        tell(f"Error: {as_options(str(error))}")
        return FAILED
    first, *refused = as_options(repr(reading)).splitlines()
    say(f"{file}: {added}; {first}", *refused)
    if add is None:
        say(*_table(reading.columns))
    code = _keep_rejected(reading.rejected, folder, file) if len(reading.rejected) else 0
    return code or (FAILED if _gave_nothing(reading) else 0)


def as_options(text: str) -> str:
    """Return a sentence of the reader with the arguments of Python in it as options of this command."""
    return in_words_of(text, _option).replace("in .rejected", "(--rejected saves them)")


def _option(name: str, value: object) -> str:
    """Return an option of the reader as it is typed in a terminal."""
    if name == "day_first" and value is None:
        return "--day-first or --month-first"
    option = f"--{name.replace('_', '-')}"
    if isinstance(value, dict):
        return " ".join(f"{option} {shlex.quote(f'{header}={said}')}" for header, said in value.items())
    return option if value is None else f"{option} {shlex.quote(str(value))}"


def _table(columns: pd.DataFrame) -> list[str]:
    """Return what each column was taken for, a line each."""
    lines = [
        f"  {header or 'a column without a name'}: {taken} ({why}); {', '.join(map(repr, cells)) or 'blank'}"
        for header, cells, taken, why in columns[["header", "cells", "taken_for", "why"]].itertuples(index=False)
    ]
    return ["columns:", *lines]


def _add(log: hiplog.Log, reading: "hiplog.reading.Reading", *, even_alike: bool) -> str:
    """Add what was read, without holds that the log seems to have from elsewhere; say what became of it."""
    alike = look_alike(reading.holds, log.holds())
    if even_alike or not alike.any():
        return _said(log.add(reading, by="import"))
    added = _said(log.add(reading.holds[~alike], diary=reading.diary, by="import"))
    return f"{added}, {alike.sum():,} left out, as your log has holds like them (--even-alike adds them)"


def _gave_nothing(reading: "hiplog.reading.Reading") -> bool:
    """Return whether a file had no hold for us, and nothing else of a log."""
    return not any(map(len, (reading.holds, reading.days, reading.diary.plans, reading.diary.marks)))


def _check_people(people: list[str], asked: list[Any]) -> None:
    """Refuse to put several persons' holds into one log, or what likely is before that is said."""
    if len(people) > 1:
        raise hiplog.LogError(
            f"the holds are of {len(people)} people ({', '.join(people[:12])}), and a log is one person's: "
            f"--person {people[0]} takes one"
        )
    if likely := next((column for column in asked if column.is_likely), None):
        if likely.is_merged:
            raise hiplog.LogError(f"{likely}: that may be several people, expected {likely.expected}")
        header, person = likely.header, likely.texts[0]
        answers = " or ".join(_option("columns", {header: said}) for said in ("person", "nothing"))
        raise hiplog.LogError(
            f"{likely}: that may be several people, and a log is one person's: {answers} says which, with "
            f"{_option('person', person)} for one of them"
        )


def _read(file: Path, options: dict) -> "hiplog.reading.Reading":
    if file != STANDARD_INPUT:
        return hiplog.read_log(file, **options)
    return hiplog.read_log(sys.stdin.buffer.read(), name="standard input", **options)


def _said(added) -> str:
    """Say what became of the holds that were to be added."""
    parts = [f"{added.new:,} new in your log"]
    parts += [f"{added.filled:,} gained what they lacked"] if added.filled else []
    if added.different:
        parts.append(
            f"{added.different:,} not added, as your log has another hold of that id ({added.which_differ})"
        )
    if added.conflicting:
        parts.append(f"{added.conflicting:,} with another pain or note in your log, which keeps its own")
    return ", ".join([*parts, *(f"{name}: {of!r}" for name, of in added.also.items())])


def _keep_rejected(rejected, folder: Path | None, file: Path) -> int:
    """Save the refused rows of a file where that is wanted; return the exit code."""
    if folder is None:
        return SOME_REFUSED
    name = "standard_input" if file == STANDARD_INPUT else file.name
    try:
        say(f"{file}: refused rows saved as {save_rejected(rejected, folder, name, as_options)}")
    except OSError as error:
        tell(f"Error: {folder}: {error.strerror}, expected a folder in which the refused rows can be saved")
        return FAILED
    return SOME_REFUSED
