"""Take back, keep a copy."""

from pathlib import Path

import click

from hiplog.cli.which_log import open_log, with_log


@click.command()
@with_log
def undo(log_path: Path | None) -> None:
    """Take back the last change of your log: an import, a session, a correction, a removal."""
    click.echo(open_log(log_path).undo())


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@with_log
def backup(path: Path, log_path: Path | None) -> None:
    """Copy your log to PATH, also while it is in use."""
    open_log(log_path).backup(path)
    click.echo(f"Backed up to {path.resolve()}")
