"""Which encoding bytes that are no UTF-8 are in: the one that makes words and letters of our languages of them."""

import re
from collections.abc import Iterable
from functools import cache

from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import WITHOUT_BLANKS, fold, split

_LETTERS = re.compile(r"[^\W\d_]+")
_SIGN_WITHIN = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f\u2010-\u2019\u2026](?=[^\W\d_])|[\x80-\x9f\ufffd]")
_OF_NO_BLANKS = re.compile(f"(?:{WITHOUT_BLANKS})+")
BYTES_A_LETTER = {"gb18030": 2, "cp932": 2, "euc_jp": 2}  # the others have one


def encoding_of(data: bytes) -> str:
    """Return the encoding of text by its letters and words; of those that fit alike, the one of its language.

    Each different word that is one of ours, and is none in plain letters, speaks for an encoding; against it
    speak each with a letter of none of its languages, and each sign in the middle of a word.
    """
    telling = b"\n".join(line for line in re.split(rb"[\r\n]+", data) if not line.isascii())
    texts = {name: text for name in _languages() if (text := _decoded(telling, name)) is not None}
    fits = {name: _fit(text, name) for name, text in texts.items()}
    best = max(fits.values())
    alike = [name for name, fit in fits.items() if fit == best]
    said = {fold(word) for word in {*_LETTERS.findall(_decoded(data, alike[0]) or "")}}
    spoken = max(LANGUAGES, key=lambda language: len(said & _known(language)))
    return next((name for name in split(LANGUAGES[spoken]["encodings"]) if name in alike), alike[0])


@cache
def _languages() -> dict[str, list[str]]:
    """Return by encoding the languages that are written in it."""
    languages: dict[str, list[str]] = {}
    for language, kinds in LANGUAGES.items():
        for encoding in split(kinds["encodings"]):
            languages.setdefault(encoding, []).append(language)
    return languages


def _decoded(data: bytes, encoding: str) -> str | None:
    """Return what bytes are in an encoding; None where they cannot be that."""
    try:
        return data.decode(encoding, errors="strict" if encoding in BYTES_A_LETTER else "replace")
    except UnicodeDecodeError:
        return None


def _fit(text: str, encoding: str) -> int:
    languages = _languages()[encoding]
    letters = {letter for language in languages for letter in LANGUAGES[language]["letters"]}
    words = {word for word in _LETTERS.findall(text) if not word.isascii()}
    ours = {fold(word) for word in words} & frozenset().union(*map(_known, languages))
    strange = [word for word in words if _is_strange(word, letters)]
    return len(ours) - len(strange) - len({*_SIGN_WITHIN.findall(text)})


def _is_strange(word: str, letters: Iterable[str]) -> bool:
    """Return whether a word has a letter that is none of these, or of two scripts."""
    others = {letter.lower()[0] for letter in word if not letter.isascii()}
    if others <= {*letters}:
        return max(others) > "\u0400" and any(map(str.isascii, word))  # Russian letters among ours
    return not _OF_NO_BLANKS.fullmatch(word)


@cache
def _known(language: str) -> frozenset[str]:
    """Return the words of a language, without its phrases."""
    kinds = LANGUAGES[language]
    lines = [*map(split, kinds.values()), kinds["months"].split(), kinds["weekdays"].split()]
    return frozenset(word.strip(",") for words in lines for word in words if word)
