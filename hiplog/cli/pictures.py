"""Write a report to hand over, or one chart."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

import hiplog
from hiplog.charts.pictures import on_a_figure
from hiplog.cli.spans import with_span
from hiplog.cli.terminal import Words, say, tell
from hiplog.cli.which_log import open_log
from hiplog.exercise import EXERCISES
from hiplog.interchange import Holds

_A_LOG = b"SQLite format 3\0"
_PLOTS = {"probability": "plot_hold_probability"}
KINDS = ("progress", "balance", "pain", "practice", "probability", "overview")

_of = click.option(
    *("--log", "path"),
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="PATH",
    help="The log, or any other file of holds; without it the nearest log.",
)
_exercise = click.option("--exercise", type=click.Choice([*EXERCISES]), default="hip_balance", show_default=True)


def _ends_in(*endings: str) -> Callable[[click.Context, click.Parameter, Path | None], Path | None]:
    """Return what refuses a name with another ending."""

    def check(_context: click.Context, _parameter: click.Parameter, file: Path | None) -> Path | None:
        if file is None or file.suffix.lower() in endings:
            return file
        *first, last = endings
        raise click.BadParameter(f"{file.name!r}, expected a name that ends in {', '.join(first)} or {last}")

    return check


@click.command(short_help="Write a report to hand over, as HTML or PDF.")
@click.argument(
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    required=False,
    callback=_ends_in(".html", ".pdf"),
)
@_of
@_exercise
@with_span
@click.option("--weeks", type=click.IntRange(1), metavar="N", help="Its weeks, without --since.  [default: 12]")
@click.option(
    "--plan", type=click.IntRange(1, 3), metavar="N", help="Sessions meant per day, unless your log says so."
)
@click.option("--name", type=Words(), help="Whose it is; nobody is named without it.")
@click.option(
    "--compare-since",
    type=Words(),
    metavar="DAY",
    help="Tell what changed at a day, or at one of your marks, too.",
)
@click.option("--sessions", is_flag=True, help="List all sessions of these days too.")
def report(file: Path | None, path: Path | None, weeks: int | None, **given: Any) -> None:
    """Write a report to hand over: one FILE that ends in .html or .pdf.

    Without FILE it is one with the day in its name, like hip_report_2026-03-04.html, in the folder you are in.
    """
    if weeks is not None and given["since"] is not None:
        raise click.UsageError("--weeks and --since both say which day is the first, expected one of them")
    given |= {} if weeks is None else {"weeks": weeks}
    made = hiplog.write_report(_holds(path), file or f"hip_report_{date.today()}.html", **given)
    say(f"Written to {made}")


@click.command(short_help="Save one chart as SVG, PNG or PDF.")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), callback=_ends_in(".svg", ".png", ".pdf"))
@_of
@_exercise
@with_span
def chart(kind: str, file: Path, path: Path | None, **given: str | None) -> None:
    """Save the chart KIND as a FILE that ends in .svg, .png or .pdf."""
    figure = on_a_figure(getattr(hiplog, _PLOTS.get(kind, f"plot_{kind}")), _holds(path), **given)
    say(f"Written to {hiplog.save_chart(figure, file)}")


def _holds(path: Path | None) -> Holds:
    """Return the log at `path`, or what is read from another file there, having told what was refused of it."""
    if path is None or _is_log(path):
        return open_log(path)
    reading = hiplog.read_log(path)
    tell(*repr(reading).splitlines())
    return reading


def _is_log(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_A_LOG)) == _A_LOG
