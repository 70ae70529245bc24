"""The words of pain notes (`note_words.py`) made ready to look up, with their plurals and misspellings."""

from collections.abc import Iterator
from functools import cache

from hiplog.reading.notes import words


@cache
def phrases() -> dict[str, list[tuple[str, str]]]:
    """Return what each phrase means: kinds and values. What is felt, and where, may also end on -s or -es."""
    known, ended = {}, {}
    for kind, lines in words.KINDS.items():
        for value, line in lines.items():
            for phrase in line.split(", "):
                known.setdefault(phrase, []).append((kind, value))
    for phrase, meanings in known.items():
        if meanings[0][0] in ("place", "quality", "pain", "exercise"):
            ended |= {phrase + "s": meanings, phrase + "es": meanings}
    return ended | known


@cache
def longest_phrases() -> dict[str, dict[str, int]]:
    """Return by the first word of a phrase, then by its second, how many words the longest such phrase has."""
    longest: dict[str, dict[str, int]] = {}
    for phrase in phrases():
        first, *others = phrase.split()
        if others:
            by_second = longest.setdefault(first, {})
            by_second[others[0]] = max(by_second.get(others[0], 0), 1 + len(others))
    return longest


@cache
def slips_of_the_pen() -> dict[str, str]:
    """Return misspelt words and what was meant: two letters swapped or, in longer words, one missing or doubled.

    A first letter is hardly ever wrong, so that "lower" is not found in "flower".
    """
    meant = {}
    for line in [*words.PLACES.values(), *words.QUALITIES.values(), *words.SIDES.values(), words.PAIN]:
        for word in set(line.replace(",", "").split()):
            for slip in _slips_of(word):
                meant.setdefault(slip, set()).add(word)
    known = {word for phrase in phrases() for word in phrase.split()} | words.NOT_SLIPS
    return {slip: min(those) for slip, those in meant.items() if len(those) == 1 and slip not in known}


def _slips_of(word: str) -> Iterator[str]:
    for i in range(1, len(word)):
        if len(word) >= 4:
            yield word[:i] + word[i : i + 2][::-1] + word[i + 2 :]
        if len(word) >= 6:
            yield word[:i] + word[i + 1 :]
            yield word[:i] + word[i] + word[i:]
