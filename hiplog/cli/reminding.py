"""Write a calendar file that reminds of the exercise."""

from datetime import date, time
from pathlib import Path

import click

from hiplog import lab, reminders
from hiplog.cli.terminal import TimeOfDay, say
from hiplog.files import written_whole


def _ics(_ctx: click.Context, _option: click.Parameter, path: Path) -> Path:
    if path.suffix.lower() != ".ics":
        raise click.BadParameter(f"{path.name!r}, expected a name that ends in .ics")
    return path


@click.command(short_help="Write a calendar file that reminds you.")
@click.argument("times", type=TimeOfDay(), nargs=-1, required=True, metavar="TIME...")
@click.option(
    *("--file", "path"),
    type=click.Path(dir_okay=False, path_type=Path),
    default="hip_reminders.ics",
    show_default=True,
    callback=_ics,
    help="The calendar file to write.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=lab.PORT, show_default=True, metavar="N")
def remind(times: tuple[time, ...], path: Path, port: int) -> None:
    """Write a calendar file with a daily reminder at each TIME, like `hiplog remind 07:30 19:00`.

    Any calendar takes it: open the file. It has an alarm and a link to the page of the timer, which is there while
    `hiplog lab` runs. Nothing of hiplog runs in the background; to end the reminders, delete them in the calendar.
    """
    content = reminders.calendar([*times], url=f"http://localhost:{port}/{lab.LAB_PAGE}", since=date.today())
    with written_whole(path, _is_ours, "calendar of reminders") as part:
        part.write_bytes(content)
    say(f"Written to {path.absolute()}: open it with your calendar.")


def _is_ours(path: Path) -> bool:
    return f"PRODID:{reminders.SIGN}".encode() in path.read_bytes()
