"""What the texts of a column look like: given names, names, codes, numbers, or words that any log has."""

import re

from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, words

_A_NAME = re.compile(r"[A-Z\u00c0-\u00de\u0400-\u042f][^\W\d_]+(?:[ '.-]+[^\W\d_]+){0,2}\.?")
_A_CODE = re.compile(r"[^\W\d_]{0,4}[-_ ]?\d{1,6}|[A-Z]{1,3}")
_AN_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\W\d_]{2,}")
_A_WORD = re.compile(r"[^\W\d_]{2,20}")


def spelling_of(texts: list[str]) -> str:
    """Return what texts look like: given names, names, codes, numbers, ordinary words, other words, or phrases.

    An address that mail goes to is as good as a given name.
    """
    plain = [*map(str.strip, texts)]
    if all(given_name(text) or _AN_ADDRESS.fullmatch(text) for text in plain):
        return "given names"
    if all(text.isdigit() for text in plain):
        return "numbers"
    if sum(map(_is_ordinary, plain)) >= len(plain) / 2:
        return "ordinary"
    if all(_A_CODE.fullmatch(text) for text in plain):
        return "codes"
    if all(_A_NAME.fullmatch(text) or _A_CODE.fullmatch(text) for text in plain):
        return "names"
    return "words" if all(map(_A_WORD.fullmatch, plain)) else "phrases"


def given_name(text: str) -> str:
    """Return the given name with which a text begins; "" if with none."""
    first = bare(text).partition(" ")[0]
    return first if first in words("given names") else ""


def _is_ordinary(text: str) -> bool:
    """Return whether a text is of words that a log has anyway: of a day, a mood, a place, a thing, a side."""
    some = bare(text)
    return some in _ORDINARY or (bool(some) and all(word in _ORDINARY for word in some.split()))


_OF_ANY_LOG = (
    "ordinary",
    "left",
    "right",
    "both",
    "yes",
    "no",
    "not done",
    "skipped",
    "no hold",
    "no pain",
    "session",
    "set",
)
_ORDINARY = {word for kind in _OF_ANY_LOG for word in words(kind) if len(word) > 1} | {*MONTHS, *WEEKDAYS}
