"""The words of pain notes, a language at a time, made ready to look up with their endings and misspellings."""

import importlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache

from hiplog.reading.languages import LANGUAGES, file_of
from hiplog.reading.languages.words import WITHOUT_BLANKS

# What a word or phrase may be, the first of these that has it; what is felt may be two of them ("backache").
_FELT = ("place", "quality", "pain")
_KINDS = (
    "others", "hope", "neutral", "other", "clear", "doubt", "painless", *_FELT, "side", "exercise", "move",
    "moved", "no", "not", "nothing", "gone", "stopped", "transient", "except", "until", "when", "turn", "some",
    "fine", "good", "well", "time", "less", "otherwise", "compare", "from", "to", "change", "between", "and",
    "or", "hedge",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_WITHOUT_BLANKS = re.compile(WITHOUT_BLANKS)
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "\u0131": "i", "œ": "oe"})  # that have no accent to lose
_NEVER = "(?!)"  # a pattern of nothing
_OF_LOGS = {  # lines of notes, and those of logs that have the same words
    "side left": ("left",), "side right": ("right",), "side both": ("both",), "of ten": ("of ten",),
    "units": ("second", "minute"), "other": ("medicine",), "and": ("and",), "number links": ("to",),
}  # fmt: skip


def folded(text: str) -> str:
    """Return a text in small letters without accents."""
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return text if text.isascii() else "".join(one for one in text if not unicodedata.combining(one))


def _with_words_of_logs(words: dict[str, str], language: str) -> dict[str, str]:
    """Return the lines of a language with those that its logs have too, but for sides that it names itself.

    A side of logs that is a phrase with a place, as `both hips` there, is left to be a side and a place.
    """
    if not language:
        return words
    places = {*split(folded(", ".join(line for name, line in words.items() if name.startswith("place"))))}
    of_logs = LANGUAGES[language]
    lines = {name: ", ".join(of_logs[kind] for kind in kinds) for name, kinds in _OF_LOGS.items()}
    months = re.findall(r"[^\W\d_]{2,}", of_logs["months"])
    lines = {name: line for name, line in lines.items() if not (name in words and name.startswith("side"))}
    for name in [name for name in lines if name.startswith("side")]:
        lines[name] = ", ".join(phrase for phrase in split(lines[name]) if places.isdisjoint(phrase.split()))
    lines["months"] = ", ".join(months)
    return {name: folded(f"{words.get(name, '')}, {lines.get(name, '')}") for name in {**words, **lines}}


def split(line: str) -> list[str]:
    """Return the words and phrases of a line."""
    return [phrase for phrase in map(str.strip, line.split(",")) if phrase]


class Lexicon:
    """The words of one language; see `languages/`."""

    def __init__(self, language: str) -> None:
        data = importlib.import_module(f"hiplog.reading.notes.languages.{file_of(language)}")
        self.apostrophe: str = getattr(data, "APOSTROPHE", "")
        self.not_after: bool = getattr(data, "NOT_AFTER", False)
        self.ankle_on_knee: str = getattr(data, "ANKLE_ON_KNEE", _NEVER)
        self.tidy = [(hint, re.compile(pattern), instead) for hint, pattern, instead in getattr(data, "TIDY", ())]
        self._of_logs: str = "" if getattr(data, "WHOLE", False) else language
        self._words: dict[str, str] = defaultdict(str, _with_words_of_logs(data.WORDS, self._of_logs))
        self._endings: tuple[str, ...] = getattr(data, "ENDINGS", ())

    @lru_cache(maxsize=64)  # noqa: B019  (there are as many as there are languages)
    def set_of(self, *names: str) -> frozenset[str]:
        """Return the words and phrases of one line, or of several."""
        return frozenset(phrase for name in names for phrase in split(self._words[name]))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The words for 0 to 10."""
        return {word: number for number, word in enumerate(split(self._words["numbers"]))}

    @cached_property
    def phrases(self) -> dict[str, list[tuple[str, str]]]:
        """What each word or phrase means: kinds and values. What is felt, and where, also with its endings."""
        known: dict[str, list[tuple[str, str]]] = {}
        for name in sorted(self._words, key=_order):
            kind, _, value = name.partition(" ")
            for phrase in split(self._words[name]) if kind in _KINDS else ():
                if phrase not in known or (kind in _FELT and known[phrase][0][0] in _FELT):
                    known.setdefault(phrase, []).append((kind, value))
        ended = {
            phrase + ending: meanings
            for phrase, meanings in known.items()
            if meanings[0][0] in (*_FELT, "exercise", "other") and len(phrase) > 1
            for ending in self._endings
        }
        return ended | known

    @cached_property
    def longest(self) -> dict[str, dict[str, int]]:
        """By the first word of a phrase, then by its second, how many words the longest such phrase has."""
        longest: dict[str, dict[str, int]] = {}
        for phrase in self.phrases:
            first, *others = phrase.split()
            if others:
                by_second = longest.setdefault(first, {})
                by_second[others[0]] = max(by_second.get(others[0], 0), 1 + len(others))
        return longest

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every single word that the language has here."""
        phrases = [*self.phrases, *(phrase for line in self._words.values() for phrase in split(line))]
        return frozenset(word for phrase in phrases for word in phrase.split())

    @cached_property
    def slips(self) -> dict[str, str]:
        """Misspelt words and what was meant: two letters swapped or, in longer words, one missing or doubled.

        Of languages of which few words are known, no word is taken for a slip of another.

        A first letter is hardly ever wrong, so that "lower" is not found in "flower".
        """
        meant: dict[str, set[str]] = {}
        for name, line in self._words.items() if not self._of_logs else ():
            if name.partition(" ")[0] in (*_FELT, "side", "painless"):
                for word in set(line.replace(",", "").split()):
                    for slip in _slips_of(word):
                        meant.setdefault(slip, set()).add(word)
        known = self.vocabulary | self.set_of("like slips")
        one = {slip: min(those) for slip, those in meant.items() if len({*map(self._said_by, those)}) == 1}
        return {slip: word for slip, word in one.items() if slip not in known}

    def _said_by(self, word: str) -> tuple[object, ...]:
        """Return what a word means, by which words of one meaning are alike."""
        return tuple(self.phrases.get(word, [word]))


def _order(name: str) -> int:
    kind = name.partition(" ")[0]
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _slips_of(word: str) -> Iterator[str]:
    for i in range(1, len(word)):
        if len(word) >= 4:
            yield word[:i] + word[i : i + 2][::-1] + word[i + 2 :]
            yield word[:i] + word[i] + word[i:]
        if len(word) >= 6:
            yield word[:i] + word[i + 1 :]


@cache
def _lexicon(language: str) -> Lexicon:
    return Lexicon(language)


@cache
def _words_without_blanks() -> re.Pattern:
    """Return the pattern of the words of languages that put no blanks between them, the longest first."""
    words = {word for name in ("Chinese", "Japanese") for word in _lexicon(name).vocabulary}
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


def with_blanks(text: str) -> str:
    """Return a text with blanks between the words of languages that have none."""
    return _words_without_blanks().sub(r" \g<0> ", text) if _WITHOUT_BLANKS.search(text) else text


def lexicon_for(text: str) -> Lexicon:
    """Return the words of the language that most words of a note are of; the first of those that know as many."""
    words = _WORD.findall(text[:2_000])
    return _lexicon(max(LANGUAGES, key=lambda language: _known(language, words)))


def _known(language: str, words: Iterable[str]) -> int:
    lexicon = _lexicon(language)
    return sum(
        (len(word) > 1 or not word.isascii()) and (word in lexicon.vocabulary or word in lexicon.slips)
        for word in words
    )
