"""From when to when a command looks."""

from collections.abc import Callable
from typing import Any

import click

from hiplog import arguments
from hiplog.schema import LogError


def _checked(_ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return what was given, which every measure and chart takes as it is."""
    try:
        arguments.span("hiplog", **({"since": None, "until": None} | {option.name: value}))
    except LogError as error:
        raise click.BadParameter(f"{value!r}, expected{str(error).partition(', expected')[2]}") from None
    return value


def with_span(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --since and --until."""
    until = click.option("--until", metavar="DAY", callback=_checked, help="The last day that counts.")
    since = click.option(
        "--since",
        metavar="DAY",
        callback=_checked,
        help='The first day that counts, like 2026-03-04, or a span up to today, like "90 days".',
    )
    return since(until(command))
