"""Headers in which a letter alone stands for a side, as `Tenue G` beside `Tenue D`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, split, split_words, words

_KINDS = (
    "hip balance", "hamstring", "quad", "exercise", "hold", "held", "side", "filler", "time", "set", "session",
    "target", "value", "pain", "before", "after", "second", "minute",
)  # fmt: skip
_UNITS = words("second") | words("minute")
_MOST_LETTERS = 200  # of a header


@dataclass(frozen=True)
class _Letters:
    """The letters of a language for the sides, with the word that each stands for, and what tells the language."""

    alone: re.Pattern
    meant: dict[str, str]
    told_by: frozenset[str]

    def parted(self, header: str) -> tuple[str, str] | None:
        """Return the one letter of a header, and its other words; None where it has none, or of another tongue."""
        letters = self.alone.findall(header) if len(header) <= _MOST_LETTERS else []
        others = re.findall(r"[^\W\d_]+", bare(self.alone.sub(" ", header)))
        if len(letters) != 1 or not (self.told_by & {*others} or _UNITS >= {*others}):
            return None
        return letters[0], " ".join(word for word in others if word not in _UNITS)


def _letters_of(language: dict[str, str]) -> _Letters:
    left, right = language["left letter"], language["right letter"]
    told_by = (word for kind in _KINDS for phrase in split(language[kind]) for word in phrase.split())
    return _Letters(
        re.compile(rf"(?<![\w+])[{left}{right}](?![^\W\d])(?![+-])"),
        {left: split(language["left"])[0], right: split(language["right"])[0]},
        frozenset(word for word in told_by if len(word) > 1),
    )


_LETTERS = [_letters_of(language) for language in LANGUAGES.values() if language["left letter"]]


def _letters_beside(headers: Sequence[str]) -> dict[str, set[str]]:
    """Return the letters that stand beside the same words: more than two are no sides, as those of weekdays."""
    found: dict[str, set[str]] = {}
    for header in headers:
        said = [word for word in re.findall(r"[^\W\d_]+", bare(header[:_MOST_LETTERS])) if word not in _UNITS]
        words_of = " ".join(word for word in said if len(word) > 1)
        found.setdefault(words_of, set()).update(word for word in said if len(word) == 1)
    return found


def spelled(headers: Sequence[str]) -> list[str]:
    """Return headers with words for such letters, where two headers say the same but for the side."""
    result, plain = [*headers], [*map(split_words, headers)]
    beside = _letters_beside(plain)
    for language in _LETTERS:
        sides: dict[str, dict[str, list[int]]] = {}
        for i, header in enumerate(plain):
            if parts := language.parted(header):
                sides.setdefault(parts[1], {}).setdefault(parts[0], []).append(i)
        pairs = (found for said, found in sides.items() if beside.get(said, set()) <= language.meant.keys())
        for both in (found for found in pairs if len(found) == len(language.meant)):
            for letter, columns in both.items():
                for i in columns:
                    result[i] = language.alone.sub(language.meant[letter], plain[i])
    return result
