"""The words of a header of which the reader knows nothing: they may name another exercise, a person, a rater."""

import re

from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, split_words, words
from hiplog.reading.values.exercises import names_another, without_another

_KINDS = (
    *SIDES, "both", "and", "on", "hip balance", "date", "time", "side", "hold", "exercise", "session", "set",
    "second", "minute", "value", "before", "after", "before alone", "after alone", "filler", "about", "over", "to",
    "unit", "around",
)  # fmt: skip
_KNOWN = {word for phrase in words(*_KINDS) for word in phrase.split()} | {*MONTHS, *WEEKDAYS}
_BESIDE_A_NAME = words(*SIDES, "both", "side", "hold", "exercise", "session", "set")
_OURS = re.compile(r"hips?|hamstrings?|hams?|quads?|quadriceps|figure|four|piriformis")


def is_another(text: str) -> bool:
    """Return whether a text is the name of a movement that is none of ours, and says no more than a side or sets.

    A remark that mentions one, as `walked over the bridge`, `no squats today` or `8000 steps`, is none.
    """
    if not names_another(text) or text.strip()[:1].isdigit():
        return False
    rest = re.findall(r"[^\W\d_]{2,}", without_another(text))
    return all(word in _BESIDE_A_NAME or _OURS.fullmatch(word) for word in rest)


def unknown_words(header: str, *also: str) -> list[str]:
    """Return the words of a header that are no side, unit, part of a question, exercise of ours, or of `also`."""
    letters = re.findall(r"[^\W\d_]+", bare(re.sub(r"\b[dl]'|\bqu'", "", split_words(header))))
    known = _KNOWN | words(*also)
    return [word for word in letters if word not in known and not _OURS.fullmatch(word)]
