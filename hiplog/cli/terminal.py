"""How the commands say something: line by line, each through one door."""

import click

from hiplog.printable import one_line


def say(*lines: object) -> None:
    """Print a report, each of its lines as one."""
    for line in lines:
        click.echo(one_line(line))


def tell(*lines: object) -> None:
    """Print what is beside the report, or went wrong, on stderr."""
    for line in lines:
        click.echo(one_line(line), err=True)
