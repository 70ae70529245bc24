"""One cell that says whether something was done: a cross, a tick, yes or no."""

from hiplog.reading.languages.words import fold, words

_DONE = words("yes") | {"x", "✓", "✔", "☑", "✅", "√", "●", "○", "[x]"}
_NOT_DONE = words("no") | {"", "-", "✗", "✘", "☐", "❌", "[ ]", "[]"}


def says_done(text: str) -> bool:
    """Return whether a cell is a mark that something was done."""
    return fold(text) in _DONE


def says_no(text: str) -> bool:
    """Return whether a cell says in words that something is not so; a blank one says nothing."""
    return fold(text) in words("no")


def says_whether(text: str) -> bool:
    """Return whether a cell says that something was done, or that it was not."""
    return fold(text) in _DONE | _NOT_DONE
