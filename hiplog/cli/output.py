"""Say what the holds show, and write them out."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

import hiplog
from hiplog.cli.spans import with_span
from hiplog.cli.terminal import say, written_out
from hiplog.cli.which_log import open_log, with_log
from hiplog.exercise import EXERCISES
from hiplog.log.copies.export import check_name


@click.command()
@with_log
@click.option("--exercise", type=click.Choice([*EXERCISES]), default="hip_balance", show_default=True)
@click.option("--plan", type=click.IntRange(1, 3), metavar="N", help="Sessions a day, if not those of your plan.")
@with_span
def show(log_path: Path | None, **given: Any) -> None:
    """Say in a few sentences what your log shows."""
    summary = hiplog.summary(open_log(log_path), today=date.today(), **given)
    say(*str(summary).splitlines())


def _csv(_ctx: click.Context, _argument: click.Parameter, path: Path) -> Path:
    try:
        check_name(path)
    except hiplog.LogError as error:
        raise click.BadParameter(str(error)) from None
    return path


@click.command(short_help="Write your log to a CSV file.")
@click.argument("path", type=click.Path(path_type=Path), callback=_csv)
@with_log
def export(path: Path, log_path: Path | None) -> None:
    """Write your log to PATH as one CSV file, for a spreadsheet, or for `hiplog import`: it comes back whole.

    Days, plans and marks are rows of their own below the holds. The PATH - is standard output.
    """
    log = open_log(log_path)
    if path == Path("-"):
        if sys.stdout is None:
            raise click.ClickException("there is no standard output, expected one")
        sys.stdout.reconfigure(encoding="utf-8", newline="")
        with written_out():
            log.export_csv(sys.stdout)
            sys.stdout.flush()
    else:
        say(f"Written to {log.export_csv(path)}")
