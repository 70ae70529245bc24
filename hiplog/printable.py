"""The one door for what is printed: nothing of a file, a name or a cell is taken for a control character."""

import unicodedata

_CONTROL = ("Cc", "Cf", "Zl", "Zp", "Cs")  # also what turns the direction of writing, and half a character
_HARMLESS = "\u200c\u200d"  # what joins letters and emoji


def one_line(text: object) -> str:
    """Return text as one line, its control characters and ends of lines shown as in Python."""
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) in _CONTROL and character not in _HARMLESS
        else character
        for character in str(text)
    )
