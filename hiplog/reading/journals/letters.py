"""Lines of dated text in which letters stand for the sides -> the same with words for them."""

import re
from collections.abc import Mapping, Sequence

from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, split

_LOOKED_AT = 200  # lines that tell the language
_OF_A_LOG = ("months", "weekdays", "pain", "hold", "second", "minute", "note", "left", "right")


def with_words_for_sides(lines: Sequence[str]) -> Sequence[str]:
    """Return lines with `gauche` for the G of `G 45 s / D 52 s`, where other words are of that language too.

    Both letters must stand before numbers in one line.
    """
    for kinds in LANGUAGES.values():
        letters = [kinds[f"{side} letter"].upper() for side in ("left", "right")]
        pattern = re.compile(rf"(?<![\w.])({'|'.join(letters)})(?=[.:=]? ?~?\d)")
        if all(letters) and any({*pattern.findall(line)} == {*letters} for line in lines) and _speak(lines, kinds):
            word = dict(zip(letters, (split(kinds["left"])[0], split(kinds["right"])[0]), strict=True))
            return [pattern.sub(lambda match, word=word: word[match[1]], line) for line in lines]
    return lines


def _speak(lines: Sequence[str], kinds: Mapping[str, str]) -> bool:
    """Return whether lines have a word of a language that is none of English."""
    known, english = (
        {word for kind in _OF_A_LOG for phrase in split(of[kind]) for word in phrase.split() if len(word) > 2}
        for of in (kinds, LANGUAGES["English"])
    )
    ours = known - english
    return any(not ours.isdisjoint(bare(line).split()) for line in lines[:_LOOKED_AT])
