"""The command `hiplog`: open the notebooks, and import, show, undo, back up and export without them.

Exit codes: 0 done, 1 it could not be done (one line on stderr says why), 2 wrong usage; of `hiplog import` also 3,
where every file was read but some rows were refused.
"""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

import hiplog
from hiplog import lab

FAILED, SOME_REFUSED = 1, 3
_LONG = 1_000_000  # bytes to import that deserve a progress bar


class _OneLine(click.Group):
    """Say in one line, without a traceback, what was given that cannot be used."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except hiplog.LogError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_OneLine, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(hiplog.__version__, message="hiplog %(version)s")
def main() -> None:
    """Time a daily hip balancing exercise, keep the holds, and see how they change.

    This is a record, not medical advice. Nothing leaves this computer.
    """


def _opens_a_page(command: Callable) -> Callable:
    """Give a command the arguments of one that opens a page of the reader's folder."""
    for parameter in (
        click.option("--port", type=click.IntRange(1, 65535), default=lab.PORT, show_default=True, metavar="N"),
        click.argument("jupyter_arguments", nargs=-1, metavar="[-- JUPYTER ARGUMENTS]"),
        click.argument("folder", required=False),
    ):
        command = parameter(command)
    return command


@main.command("lab", options_metavar="[--port N]", short_help="Open the notebooks in JupyterLab.")
@_opens_a_page
def open_lab(folder: str | None, jupyter_arguments: tuple[str, ...], port: int) -> None:
    """Open the notebooks in JupyterLab, in FOLDER, which is made where there is none.

    FOLDER holds the notebooks, example data, and your log. Without FOLDER it is the folder you are in or one above
    it, if hiplog made that, else my_hiplog. What you have changed there is never overwritten. What stands after
    -- goes to JupyterLab: hiplog lab -- --no-browser
    """
    _open("lab", lab.LAB_PAGE, folder, port, jupyter_arguments)


@main.command("app", options_metavar="[--port N]", short_help="Open the timer alone, without the notebooks.")
@_opens_a_page
def open_app(folder: str | None, jupyter_arguments: tuple[str, ...], port: int) -> None:
    """Open the timer alone in the browser, with the log in FOLDER, which is made where there is none.

    It is the folder, the log and the server of `hiplog lab`: where that runs, it shows this page too.
    """
    if importlib.util.find_spec("voila") is None:
        raise click.ClickException(
            "the timer alone is shown by Voila, which is not installed: pip install voila (or conda install voila)"
        )
    _open("app", lab.APP_PAGE, folder, port, jupyter_arguments)


def _open(command: str, page: str, folder: str | None, port: int, jupyter_arguments: tuple[str, ...]) -> None:
    """Open `page` on the server of `folder`, and be that server if none runs yet."""
    if folder and folder.startswith("-"):  # it stood after the --
        folder, jupyter_arguments = None, (folder, *jupyter_arguments)
    where = Path(folder) if folder else _usual_folder()
    for line in _lay(where):
        click.echo(line)
    if address := lab.own_server(where, port, page):
        if not lab.has_page(address):
            raise click.ClickException(
                "hiplog already runs for this folder, since before Voila was installed: stop that and start again"
            )
        opened = "is opened in your browser" if lab.show(address) else "can be opened in a browser"
        click.echo(f"hiplog already runs for this folder and {opened}: {address}")
        return
    if lab.is_taken(port):
        raise click.ClickException(
            f"port {port} is taken by another program: stop that, or give this folder another port and keep to it "
            "(what the timer keeps in your browser belongs to the port): "
            f"hiplog {command} {where} --port {port + 1}"
        )
    click.echo("hiplog starts; close it here with Ctrl-C.")
    lab.start(where, port, page, jupyter_arguments)


def _usual_folder() -> Path:
    record = lab.nearest(lab.RECORD)
    return record.parents[1] if record else Path("my_hiplog")


def _lay(folder: Path) -> list[str]:
    """Make or renew what is in `folder` and return what to say about it."""
    try:
        fates = lab.lay(folder, lab.starter())
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}, expected a folder of your own") from error
    log = hiplog.Log(folder / lab.LOG)
    renewed = [f"Renewed: {', '.join(fates['renewed'])}."] if fates["renewed"] else []
    kept = [
        f"{name} has changes of yours and was kept; to get the new one, rename yours and start again."
        for name in fates["kept"]
    ]
    return [f"Your folder: {folder.resolve()}", f"Your log: {log.path}", *renewed, *kept]


def _log(path: Path | None, *, make: bool = False) -> "hiplog.Log":
    """Open the log at `path`, else the nearest one, and say which."""
    path = path or lab.nearest(lab.LOG)
    if path is None:
        raise click.ClickException(
            f"no {lab.LOG} in this folder or above it: go to your hiplog folder, or name your log with --log PATH"
        )
    if not (make or path.exists()):
        raise click.ClickException(f"{path}: there is no such log")
    log = hiplog.Log(path)
    click.echo(f"Log: {log.path}", err=True)
    return log


_with_log = click.option(
    *("--log", "log_path"),
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="PATH",
    help=f"The log; without it the nearest {lab.LOG} in this folder or above it.",
)


def _meanings(_ctx: click.Context, _option: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str] | None:
    """Turn HEADER=MEANING, given any number of times, into what `read_log` takes."""
    for pair in pairs:
        if "=" not in pair:
            raise click.BadParameter(f"{pair!r}, expected HEADER=MEANING, like 'Dauer=hold'")
    return dict(pair.rsplit("=", 1) for pair in pairs) or None


@main.command("import", short_help="Read files that hold a log, and add them to yours.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@_with_log
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
    log = None if dry_run else _log(log_path, make=True)
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


@main.command()
@_with_log
def show(log_path: Path | None) -> None:
    """Say in a few sentences what your holds show."""
    click.echo(hiplog.summary(_log(log_path).holds()))


@main.command()
@_with_log
def undo(log_path: Path | None) -> None:
    """Take back the last change of your log: an import, a session, a correction, a removal."""
    click.echo(_log(log_path).undo())


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@_with_log
def backup(path: Path, log_path: Path | None) -> None:
    """Copy your log to PATH, also while it is in use."""
    _log(log_path).backup(path)
    click.echo(f"Backed up to {path.resolve()}")


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@_with_log
def export(path: Path, log_path: Path | None) -> None:
    """Write your holds to PATH as a CSV file, for a spreadsheet or for `hiplog import`."""
    _log(log_path).export_csv(path)
    click.echo(f"Written to {path.resolve()}")
