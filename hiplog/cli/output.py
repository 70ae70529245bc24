"""Say what the holds show, and write them out."""

from pathlib import Path

import click

import hiplog
from hiplog.cli.which_log import open_log, with_log


@click.command()
@with_log
def show(log_path: Path | None) -> None:
    """Say in a few sentences what your holds show."""
    click.echo(hiplog.summary(open_log(log_path).holds()))


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@with_log
def export(path: Path, log_path: Path | None) -> None:
    """Write your holds to PATH as a CSV file, for a spreadsheet or for `hiplog import`."""
    open_log(log_path).export_csv(path)
    click.echo(f"Written to {path.resolve()}")
