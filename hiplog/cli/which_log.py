"""Which log a command is about."""

from pathlib import Path

import click

import hiplog
from hiplog import lab


def open_log(path: Path | None, *, make: bool = False) -> "hiplog.Log":
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


with_log = click.option(
    *("--log", "log_path"),
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="PATH",
    help=f"The log; without it the nearest {lab.LOG} in this folder or above it.",
)
