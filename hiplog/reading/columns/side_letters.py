"""Letters that stand for the sides in one of our languages, as G and D in `Tenue G` and in `G 45 s / D 52 s`.

A letter counts only beside words of its language, and where its counterpart stands there in the same way: in two
headers that say the same but for it, or before numbers in one line of a text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, split, split_words, words

_KINDS = (
    "hip balance", "hamstring", "quad", "exercise", "hold", "held", "side", "filler", "time", "set", "session",
    "target", "value", "pain", "before", "after", "second", "minute", "left", "right", "note",
)  # fmt: skip
_UNITS = words("second", "minute")
_MOST_LETTERS = 200  # of a header
_LOOKED_AT = 200  # lines that tell the language of a text


@dataclass(frozen=True)
class _Letters:
    """The letters of a language for the sides, with the word that each stands for."""

    in_header: re.Pattern  # such a letter alone in a header
    in_line: re.Pattern  # such a letter before a number in a line
    meant: dict[str, str]
    told_by: frozenset[str]  # the words of logs in that language
    only_by: frozenset[str]  # those of them that are none of English

    def parted(self, header: str) -> tuple[str, str] | None:
        """Return the one letter of a header, and its other words; None where it has none, or of another tongue."""
        letters = self.in_header.findall(header) if len(header) <= _MOST_LETTERS else []
        others = re.findall(r"[^\W\d_]+", bare(self.in_header.sub(" ", header)))
        if len(letters) != 1 or not (self.told_by & {*others} or _UNITS >= {*others}):
            return None
        return letters[0], " ".join(word for word in others if word not in _UNITS)

    def stand_in(self, lines: Sequence[str]) -> bool:
        """Return whether all its letters stand in one of some lines, that have other words of the language too."""
        both = any({*map(str.lower, self.in_line.findall(line))} == self.meant.keys() for line in lines)
        return both and any(not self.only_by.isdisjoint(bare(line).split()) for line in lines[:_LOOKED_AT])


def _words_of(language: dict[str, str], *more: str) -> frozenset[str]:
    phrases = (phrase for kind in (*_KINDS, *more) for phrase in split(language[kind]))
    return frozenset(word for phrase in phrases for word in phrase.split() if len(word) > 1)


def _all_letters() -> Iterator[_Letters]:
    english = _words_of(LANGUAGES["English"], "months", "weekdays")
    for language in LANGUAGES.values():
        left, right = language["left letter"], language["right letter"]
        if left:
            yield _Letters(
                re.compile(rf"(?<![\w+])[{left}{right}](?![^\W\d])(?![+-])"),
                re.compile(rf"(?<![\w.])([{left.upper()}{right.upper()}])(?=[.:=]? ?~?\d)"),
                {left: split(language["left"])[0], right: split(language["right"])[0]},
                _words_of(language),
                frozenset(w for w in _words_of(language, "months", "weekdays") - english if len(w) > 2),
            )


_LETTERS = [*_all_letters()]


def _letters_beside(headers: Sequence[str]) -> dict[str, set[str]]:
    """Return the letters that stand beside the same words: more than two are no sides, as those of weekdays."""
    letters: dict[str, set[str]] = {}
    for header in headers:
        said = [word for word in re.findall(r"[^\W\d_]+", bare(header[:_MOST_LETTERS])) if word not in _UNITS]
        words_of = " ".join(word for word in said if len(word) > 1)
        letters.setdefault(words_of, set()).update(word for word in said if len(word) == 1)
    return letters


def spelled(headers: Sequence[str]) -> list[str]:
    """Return headers with words for such letters."""
    result, plain = [*headers], [*map(split_words, headers)]
    letters = _letters_beside(plain)
    for language in _LETTERS:
        sides: dict[str, dict[str, list[int]]] = {}
        for i, header in enumerate(plain):
            if parts := language.parted(header):
                sides.setdefault(parts[1], {}).setdefault(parts[0], []).append(i)
        pairs = (places for said, places in sides.items() if letters.get(said, set()) <= language.meant.keys())
        for both in (places for places in pairs if len(places) == len(language.meant)):
            for letter, columns in both.items():
                for i in columns:
                    result[i] = language.in_header.sub(language.meant[letter], plain[i])
    return result


def spelled_in_lines(lines: Sequence[str]) -> Sequence[str]:
    """Return lines of a text with words for such letters, in capitals."""
    language = next((one for one in _LETTERS if one.stand_in(lines)), None)
    if language is None:
        return lines
    return [language.in_line.sub(lambda match: language.meant[match[1].lower()], line) for line in lines]
