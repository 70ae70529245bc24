"""How the commands hear and say something: text as it is typed, and lines, each through one door."""

import math
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from errno import EPIPE

import click

from hiplog.printable import one_line


class Words(click.ParamType):
    """A person's own words: what is no text in the terminal's encoding is wrong usage."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the words as they are."""
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail(f"{value!a} holds a byte that is no text here, expected UTF-8", param, ctx)
        return value


class Day(click.ParamType):
    """A date."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the day at 00:00."""
        try:
            return datetime.strptime(str(value), "%Y-%m-%d")
        except ValueError:
            self.fail(f"{value!r}, expected a date like 2026-03-04", param, ctx)


class Pain(click.ParamType):
    """A number from 0 to 10."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number."""
        try:
            number = float(str(value))
        except ValueError:
            number = math.nan
        if not 0 <= number <= 10:
            self.fail(f"{value!r}, expected a number from 0 to 10, like 3 or 3.5", param, ctx)
        return number


class TimeOfDay(click.ParamType):
    """Hours and minutes."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> time:
        """Return the time."""
        try:
            return datetime.strptime(str(value), "%H:%M").time()
        except ValueError:
            self.fail(f"{value!r}, expected hours and minutes like 07:30", param, ctx)


@contextmanager
def written_out() -> Iterator[None]:
    """Say in one line that standard output cannot be written, as on a full disk; a pipe may end early."""
    try:
        yield
    except OSError as error:
        if error.errno == EPIPE:
            raise
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # what is left to be written is not tried again
        raise click.ClickException(
            f"standard output cannot be written ({error.strerror}); what was changed before that stays changed"
        ) from error


def say(*lines: object) -> None:
    """Print a report, each of its lines as one."""
    with written_out():
        for line in lines:
            click.echo(one_line(line))


def tell(*lines: object) -> None:
    """Print what is beside the report, or went wrong, on stderr."""
    for line in lines:
        click.echo(one_line(line), err=True)
