"""How the commands say something: in a terminal nothing of a file or a name is taken for a control character."""

import unicodedata

import click

_CONTROL = ("Cc", "Cf", "Zl", "Zp", "Cs")  # also what turns the direction of writing, and half a character
_HARMLESS = "\n\u200c\u200d"  # the ends of lines, and what joins letters and emoji


def plain(text: object) -> str:
    """Return text with its control characters shown as in Python; the ends of lines stay."""
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) in _CONTROL and character not in _HARMLESS
        else character
        for character in str(text)
    )


def say(text: object) -> None:
    """Print a report."""
    click.echo(plain(text))


def tell(text: object) -> None:
    """Print what is beside the report, or went wrong, on stderr."""
    click.echo(plain(text), err=True)
