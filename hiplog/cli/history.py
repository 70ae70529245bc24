"""Take back, make again, look whether the log is whole, keep a copy and go back to it, forget."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pandas as pd

import hiplog
from hiplog.cli.terminal import say, tell
from hiplog.cli.which_log import nearest_log, open_log, with_log
from hiplog.counts import counted
from hiplog.log.copies import backups
from hiplog.log.copies import check as checking
from hiplog.log.opened import resolved
from hiplog.printable import one_line

_COUNT = click.IntRange(0, 36500)
with_yes = click.option("--yes", is_flag=True, help="Do not ask.")


def _agreed(question: str, yes: bool) -> None:
    """Ask, unless that was answered beforehand; whoever says no, or cannot be asked, ends the command."""
    if not yes and sys.stdin is None:
        raise click.ClickException("this is asked first, and there is no standard input: --yes says yes")
    if not yes:
        click.confirm(one_line(question), abort=True, err=True)


@click.command(short_help="Take back the last change, once you have seen which.")
@with_log
@with_yes
def undo(log_path: Path | None, yes: bool) -> None:
    """Take back the last change of your log, once you have seen which: `hiplog redo` makes it again."""
    log = open_log(log_path)
    _step(log.next_undo(), log.undo, "Take back", yes)


@click.command(short_help="Make again what was taken back.")
@with_log
@with_yes
def redo(log_path: Path | None, yes: bool) -> None:
    """Make again what `hiplog undo` or a button took back last."""
    log = open_log(log_path)
    _step(log.next_redo(), log.redo, "Make again", yes)


def _step(what: str, go: Callable[..., str], verb: str, yes: bool) -> None:
    if what:
        _agreed(f"{verb} {what}?", yes)
    say(go(expect=what) if what else go())


@click.command(short_help="Say whether the log is whole.")
@with_log
@click.option(
    "--export",
    "export_path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the holds that are whole to a new CSV file.",
)
def check(log_path: Path | None, export_path: Path | None) -> None:
    """Say whether your log is whole, and what to do where it is not. Nothing is changed.

    Exit code: 0 the log is whole, 1 it is damaged.
    """
    where = resolved(log_path or nearest_log())
    try:
        found = open_log(where).check()
    except hiplog.LogError:
        if not os.path.isfile(where) or not os.path.getsize(where):
            raise
        found = checking.check(where)  # a log that cannot be opened can be looked at
    say(*repr(found).splitlines())
    if export_path:
        with hiplog.Log(":memory:") as whole:
            whole.add(found.holds, diary=found.diary)
            say(f"{counted(len(found.holds), 'hold')} written to {whole.export_csv(export_path)}")
    if not found.ok:
        raise click.ClickException(
            "the log is damaged: go back to a backup (hiplog restore), or save what is whole: "
            "hiplog check --export FILE"
        )


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@with_log
def backup(path: Path, log_path: Path | None) -> None:
    """Copy your log to PATH, also while it is in use."""
    say(f"Backed up to {open_log(log_path).backup(path)}")


@click.command(short_help="Show the backups, or go back to one.")
@click.argument("path", required=False, type=click.Path(path_type=Path), metavar="[BACKUP]")
@with_log
@with_yes
def restore(path: Path | None, log_path: Path | None, yes: bool) -> None:
    """Show which backups there are; with BACKUP, a file or its name there, make the log what that one has.

    `hiplog undo` takes it back. A log that cannot be read any more is kept beside the backup that takes its place.
    """
    where = resolved(log_path or nearest_log())
    if path is None:
        say(*_listed(open_log(where).saved_backups()))
        return
    path = next((file for file in backups.backups_of(where) if file.name == str(path)), path)
    backups.check_file(path, "hiplog restore")
    try:
        log = open_log(where)
        what = log.next_restore(path)
    except hiplog.LogError as error:
        say(_put_in_place(where, path, error, yes))
        return
    if what:
        _agreed(f"Restore {path}: {what}?", yes)
    say(log.restore(path, expect=what))


def _put_in_place(where: Path, path: Path, error: hiplog.LogError, yes: bool) -> str:
    """Let a backup take the place of a log that failed with `error`; raise that where the log can be read."""
    try:
        backups.check_rescue(where, path)
    except hiplog.LogError:
        raise error from None
    tell(error)
    beside = f" in the place of {where}, and keep that beside it?" if where.exists() else f" at {where}?"
    _agreed(f"Put {path}{beside}", yes)
    kept = backups.rescue(where, path)
    return f"{path} is your log now" + (f"; the one that could not be read is kept as {kept}" if kept else ".")


@click.command("keep-backups", short_help="Say or set how many backups are kept.")
@click.option(
    "--days", type=_COUNT, metavar="N", help="Of the last N days that have a backup, the newest of each."
)
@click.option("--weeks", type=_COUNT, metavar="N", help="The same of N weeks.")
@click.option("--months", type=_COUNT, metavar="N", help="The same of N months.")
@with_log
def keep_backups(log_path: Path | None, **counts: int | None) -> None:
    """Say how many backups of your log are kept, or set it; what is not given stays as it is.

    With --days 0 --weeks 0 --months 0 no more are made, and those that are there stay.
    """
    kept = open_log(log_path).keep_backups(**counts)
    each = "the last {days} days, {weeks} weeks and {months} months".format(**kept)
    say(
        f"Kept is the newest backup of each of {each} that have one."
        if any(kept.values())
        else "No backups are made; those that are there stay."
    )


def _listed(saved: pd.DataFrame) -> list[str]:
    """Return a line for each backup: its name, its day, how many holds, and how many entries differ from now."""
    lines = [f"{Path(one.path).name}  {one.at:%Y-%m-%d}  {_differs(one)}" for one in saved.itertuples()]
    return lines or ["There are no backups yet: one is made before the first change of a day."]


def _differs(one) -> str:
    if pd.notna(one.problem) and one.problem:
        return str(one.problem)
    not_in_it = f"{one.new:,} entries of the log are not in it"
    return f"{counted(one.holds, 'hold')}; {not_in_it}, and {one.gone:,} of its own not in the log"


@click.command(short_help="Delete for good what was removed or taken back.")
@with_log
@with_yes
def forget(log_path: Path | None, yes: bool) -> None:
    """Delete for good what was removed, corrected or taken back. No change so far can be undone after that.

    Backups and exports are files of their own, and keep what they have.
    """
    log = open_log(log_path)
    _agreed("Delete for good all that was removed, corrected or taken back? No change can be undone then.", yes)
    say(f"{log.forget():,} former entries are gone for good. Backups and exports keep what they have.")
