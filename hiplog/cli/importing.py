"""Bring the holds of files into the log."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

import hiplog
from hiplog.cli.which_log import open_log, with_log

FAILED, SOME_REFUSED = 1, 3
_LONG = 1_000_000  # bytes to import that deserve a progress bar


def _meanings(_ctx: click.Context, _option: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str] | None:
    """Turn HEADER=MEANING, given any number of times, into what `read_log` takes."""
    for pair in pairs:
        if "=" not in pair:
            raise click.BadParameter(f"{pair!r}, expected HEADER=MEANING, like 'Dauer=hold'")
    return dict(pair.rsplit("=", 1) for pair in pairs) or None


@click.command("import", short_help="Read files that hold a log, and add them to yours.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@with_log
@click.option("--dry-run", is_flag=True, help="Read and report; add nothing.")
@click.option(
    "--rejected",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Write the refused rows of each file there, to be mended and imported again.",
)
@click.option("--day-first/--month-first", default=None, help="How 03/04/2026 is meant.")
@click.option("--year", type=int, metavar="YEAR", help="The year of dates that name none.")
@click.option("--encoding", metavar="NAME", help="The file's encoding, like cp1252.")
@click.option(
    "--columns",
    multiple=True,
    metavar="HEADER=MEANING",
    callback=_meanings,
    help="What a column means, like 'Dauer=hold'; may be given again.",
)
@click.option("--unit", metavar="UNIT", help="The unit of plain numbers in the holds, like min.")
@click.option("--exercise-contains", metavar="TEXT", help="Take the rows whose exercise contains TEXT.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook.")
@click.pass_context
def import_files(
    ctx: click.Context, files: tuple[Path, ...], log_path: Path | None, dry_run: bool, rejected, **told
):
    """Read each FILE, as it is, and add its holds to your log; adding a file twice adds it once.

    Exit code: 0 all was read, 3 some rows were refused, 1 a file could not be read.
    """
    log = None if dry_run else open_log(log_path, make=True)
    told = {option: value for option, value in told.items() if value is not None}
    reports = [_import(file, log, rejected, told) for file in _with_progress(files)]
    for report, code in reports:
        click.echo(report, err=code == FAILED)
    codes = [code for _, code in reports]
    ctx.exit(FAILED if FAILED in codes else max(codes))


def _import(file: Path, log: "hiplog.Log | None", folder: Path | None, told: dict) -> tuple[str, int]:
    """Import one file; return what to say about it, and its exit code."""
    try:
        reading = hiplog.read_log(file, **told)
        if folder and len(reading.rejected):
            _save(reading.rejected, folder / f"{file.stem}_rejected.csv")
        added = "nothing is added in a dry run" if log is None else f"{log.add(reading.holds):,} new in your log"
    except hiplog.LogError as error:
        return f"Error: {error}", FAILED
    return f"{file}: {added}; {reading!r}", SOME_REFUSED if len(reading.rejected) else 0


def _save(rejected, path: Path) -> None:
    try:
        rejected.to_csv(path, index=False, mode="x")  # the one that is there may be half mended
    except OSError as error:
        raise hiplog.LogError(f"{path}: {error.strerror}, expected a folder in which it can be made") from error


def _with_progress(files: tuple[Path, ...]) -> Iterator[Path]:
    """Yield each file, with a progress bar on the terminal where there is much to read."""
    sizes = [file.stat().st_size if file.is_file() else 0 for file in files]
    hidden = sum(sizes) < _LONG or not sys.stderr.isatty()
    with click.progressbar(length=sum(sizes), label="Reading", file=sys.stderr, hidden=hidden) as bar:
        for file, size in zip(files, sizes, strict=True):
            yield file
            bar.update(size)
