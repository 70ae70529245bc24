"""Which log a command is about."""

from pathlib import Path

import click

import hiplog
from hiplog import lab
from hiplog.cli.terminal import tell


def open_log(path: Path | None, *, make: bool = False) -> "hiplog.Log":
    """Open the log at `path`, else the nearest one; say which, and what is to be known about it.

    Parameters
    ----------
    path : Path or None
        What `--log` said.
    make : bool
        Whether a log may be begun at `path`; where none was named, none is ever begun.
    """
    if path == Path(":memory:"):
        raise click.ClickException("a log without a file would end with this command, expected --log PATH")
    make = make and path is not None
    log = hiplog.Log(path or nearest_log(), create=make)
    if make:
        log.begin()
    tell(f"Log: {log.path}" + (" (a new log was begun)" if log.begun else ""))
    for notice in log.notices:
        tell(notice)
    return log


def nearest_log() -> Path:
    """Return the log of the folder one is in, of one above it, or of my_hiplog/ below it."""
    below = Path.cwd() / lab.FOLDER / lab.LOG
    if found := lab.nearest(lab.LOG) or (below if below.is_file() else None):
        return found
    raise click.ClickException(
        f"no {lab.LOG} in this folder, above it or in {lab.FOLDER}/: go to your hiplog folder, or name your log "
        "with --log PATH"
    )


with_log = click.option(
    *("--log", "log_path"),
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="PATH",
    help=f"The log; without it the nearest {lab.LOG} in this folder, above it, or in {lab.FOLDER}/.",
)
