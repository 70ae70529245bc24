# ruff: noqa: RUF001  (signs that look alike are the point here)
"""What a text says, in any of our languages: made plain, and looked up among their words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from hiplog.reading.languages import LANGUAGES

_LOOK_ALIKES = str.maketrans({
    "ß": "ss", "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "′": "'", "´": "'", "`": "'",
    "″": '"', "”": '"', "“": '"', "„": '"', "»": '"', "«": '"', "×": "x", "⁄": "/", "：": ":", "\ufeff": None,
    "\u200b": None, "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "≈": "~", "≃": "~", "≥": ">", "≤": "<", "º": "",
    "ª": "", "ł": "l", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ı": "i", "œ": "oe", "Ł": "l",
})  # fmt: skip
_MOST_LETTERS = 400
_NOT_A_LETTER = re.compile(r"[\W_]+")
WITHOUT_BLANKS = "[\u3040-\u30ff\u3400-\u9fff]"  # letters of languages that put no blanks between words


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, all blanks one space, signs that look alike made one.

    Only its first 400 letters: no cell that says something to us is longer, and a cell may be a whole file.
    """
    return _fold(text[:_MOST_LETTERS])


@lru_cache(maxsize=50_000)
def _fold(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LOOK_ALIKES))
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
        text = _HALF_DAY.sub(_half_day, _CLOCK.sub(_with_colons, text))
        text = _PARTS.sub(r" \g<0> ", text)
    return " ".join(text.lower().split())


_CLOCK = re.compile(r"(\d{1,2}) ?[時时点點] ?(\d{1,2}) ?分(?: ?(\d{1,2}) ?秒)?")
_HALF_DAY = re.compile(  # morning and evening only before a time
    r"(?:(午前|上午|(?:早上|凌晨)(?= ?\d\d?:))|(午後|下午|(?:晚上|傍晚)(?= ?\d\d?:))) ?(\d{1,2}(?::\d\d){0,2})?"
)


def _with_colons(clock: re.Match) -> str:
    return ":".join(part.rjust(2, "0") for part in clock.groups() if part)


def _half_day(said: re.Match) -> str:
    """Return `7:12 pm` for what has the half of the day in front."""
    return f"{said[3] or ''} {'am' if said[1] else 'pm'} "


def bare(text: str) -> str:
    """Return only the letters and digits of `text`, folded, with one space between words."""
    return _NOT_A_LETTER.sub(" ", fold(text)).strip()


def has_digit(text: str) -> bool:
    """Return whether a digit stands in a text."""
    return any(map(str.isdigit, text))


def split_words(header: str) -> str:
    """Return a header folded, with a blank between the words of one like `holdLeft` and `hold_left`."""
    return fold(re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", header))


def words(*kinds: str) -> frozenset[str]:
    """Return the words and phrases of every language for one meaning, or for any of several."""
    return _WORDS[kinds[0]] if len(kinds) == 1 else frozenset().union(*map(_WORDS.__getitem__, kinds))


def one_of(said: Iterable[str]) -> str:
    """Return a pattern of some words and phrases, the longest first, in a group that captures nothing."""
    return f"(?:{'|'.join(sorted(map(re.escape, said), key=len, reverse=True))})"


def split(text: str) -> list[str]:
    """Return the words and phrases that a line of a language has."""
    return [word.strip() for word in text.split(",")]


_WORDS = {
    kind: frozenset(word for language in LANGUAGES.values() for word in split(language[kind]) if word)
    for kind in LANGUAGES["English"]
}
_UNPARTED = {part for part in " ".join(words(*_WORDS)).split() if re.match(WITHOUT_BLANKS, part)}
_PARTS = re.compile("|".join(sorted(_UNPARTED, key=lambda part: (-len(part), part))))  # the longest first


def parted(text: str) -> str:
    """Return a text with blanks around the known words of languages that put none; all its letters stay."""
    if not re.search(WITHOUT_BLANKS, text):
        return text
    letters = [(letter, at) for at, sign in enumerate(text) for letter in fold(sign) or " "[: sign.isspace()]]
    plain = "".join(letter for letter, _ in letters)
    edges = {edge for match in _PARTS.finditer(plain) for edge in match.span() if edge < len(letters)}
    cuts = {letters[edge][1] for edge in edges}
    return "".join(f" {sign}" if at in cuts else sign for at, sign in enumerate(text))


def _numbered(kind: str) -> dict[str, int]:
    """Return each name of a month or weekday with its number, from 1; a name that means two has none."""
    by_name: dict[str, set[int]] = {}
    for language in LANGUAGES.values():
        for number, names in enumerate(split(language[kind]), start=1):
            for name in names.split():
                by_name.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in by_name.items() if len(numbers) == 1}


MONTHS = _numbered("months")
WEEKDAYS = _numbered("weekdays")  # `mar` is Tuesday or March: it is a month, so no weekday here
WEEKDAYS = {name: number for name, number in WEEKDAYS.items() if name not in MONTHS}
