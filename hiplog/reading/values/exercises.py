"""Which of our exercises a name means, in a cell, a header, a title or the name of a sheet or a file."""

import re
from collections.abc import Sequence

from hiplog.reading.languages.words import bare, fold, one_of, split_words, words

_IN_SHORT = {"ham": "hamstring_stretch", "hams": "hamstring_stretch"}
_KINDS = {"hamstring": "hamstring_stretch", "quad": "quad_stretch", "hip balance": "hip_balance"}
_SHORTEST_PART = 7  # letters; a shorter word is not found within another, as `quadri` in `quadril`


def _pattern(names: frozenset[str]) -> re.Pattern:
    alone = {name for name in names if len(name) < _SHORTEST_PART and " " not in name}
    return re.compile(rf"{one_of(names - alone)}|\b{one_of(alone)}\b")


_OURS = {exercise: _pattern(words(kind)) for kind, exercise in _KINDS.items()}
_ANOTHER = re.compile(rf"\b{one_of(words('another exercise'))}\b")


def exercise_of(name: str, wanted: str | None, unnamed: str = "hip_balance") -> str:
    """Return the exercise that a name means, or nothing where it is another one than `wanted`.

    A name with `wanted` in it that is none of ours means `unnamed`.
    """
    known = next(iter(_named(name)), "")
    if wanted is None:
        return known
    return (known or unnamed) if fold(wanted) in fold(name) else ""


def _named(name: str) -> list[str]:
    plain = bare(name.replace("_", " "))
    return [exercise for exercise, pattern in _OURS.items() if pattern.search(plain)]


def exercise_of_header(name: str) -> str:
    """Return the exercise that the header of a column of holds names, also in short, as `Ham L` and `quad_r`."""
    tokens = bare(split_words(name)).split()
    return exercise_of(" ".join(tokens), None) or next((_IN_SHORT[t] for t in tokens if t in _IN_SHORT), "")


def names_another(text: str) -> bool:
    """Return whether a header, a title or a side names a movement or a measure that is none of ours."""
    return _ANOTHER.search(bare(text)) is not None


def without_another(text: str) -> str:
    """Return the words of a text without such names."""
    return _ANOTHER.sub(" ", bare(text))


def exercise_of_titles(titles: Sequence[str]) -> str:
    """Return the one exercise that the nearest title names, the last first; nothing where it names several."""
    named = next((exercises for title in reversed(titles) if (exercises := _named(title))), [])
    return named[0] if len(named) == 1 else ""
