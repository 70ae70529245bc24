# ruff: noqa: RUF001  (signs that look alike are the point here)
"""What a text says, in any of our languages: made plain, and looked up among their words."""

import re
import unicodedata
from functools import lru_cache

from hiplog.reading.languages import LANGUAGES

_LOOK_ALIKES = str.maketrans({
    "ß": "ss", "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "′": "'", "´": "'", "`": "'",
    "″": '"', "”": '"', "“": '"', "„": '"', "»": '"', "«": '"', "×": "x", "⁄": "/", "：": ":", "\ufeff": None,
    "\u200b": None, "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "≈": "~", "≃": "~", "≥": ">", "≤": "<", "º": "",
    "ª": "",
})  # fmt: skip
_MOST_LETTERS = 400
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


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
    return " ".join(text.lower().split())


def bare(text: str) -> str:
    """Return only the letters and digits of `text`, folded, with one space between words."""
    return _NOT_A_LETTER.sub(" ", fold(text)).strip()


def words(kind: str) -> frozenset[str]:
    """Return the words and phrases of every language for one meaning."""
    return _WORDS[kind]


def _split(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


_WORDS = {
    kind: frozenset(word for language in LANGUAGES.values() for word in _split(language[kind]))
    for kind in LANGUAGES["English"]
}


def _numbered(kind: str) -> dict[str, int]:
    """Return each name of a month or weekday with its number, from 1; a name that means two has none."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES.values():
        for number, names in enumerate(_split(language[kind]), start=1):
            for name in names.split():
                found.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


MONTHS = _numbered("months")
WEEKDAYS = _numbered("weekdays")  # `mar` is Tuesday or March: it is a month, so no weekday here
WEEKDAYS = {name: number for name, number in WEEKDAYS.items() if name not in MONTHS}


def side_of(text: str, *, whole: bool = False) -> str:
    """Return `left`, `right`, `both`, or nothing: the one side that `text` names.

    Parameters
    ----------
    text : str
        A cell of a column of sides, the name of an exercise, or a note.
    whole : bool
        The text must say nothing but the side, as a note must, to be taken for one.
    """
    plain = bare(text)
    if plain in _WORDS["both"]:
        return "both"
    parts = _AND.split(fold(text))
    if len(parts) > 1 and {side_of(part, whole=True) for part in parts} == {"left", "right"}:
        return "both"
    tokens = without_article(plain if whole else _upper(plain)).split()
    sides = {_SIDE_OF[token] for token in tokens if token in _SIDE_OF}
    letters = {_LETTER_OF[token] for token in tokens if token in _LETTER_OF} if len(tokens) == 1 else set()
    found = sides or letters
    if len(found) != 1 or (whole and not all(t in _SIDE_OF or t in _LETTER_OF or t in _FILLER for t in tokens)):
        return ""
    return found.pop()


def _upper(plain: str) -> str:
    """Return only what lies above of "right ankle on left knee": the crossed ankle's side is the hold's."""
    above = _ON.split(plain, maxsplit=1)[0]
    return plain if _SIDE_OF.keys().isdisjoint(above.split()) else above


def without_article(plain: str) -> str:
    """Return words without the German article `der`, which stands before a word; a Spanish right side does not."""
    return _ARTICLE.sub("", plain)


_AFTER_A_SIDE = "|".join(
    word
    for kind in ("second", "minute", "hold", "pain", "note", "set")
    for word in _split(LANGUAGES["Spanish"][kind])
)
_ARTICLE = re.compile(rf"\bder (?!(?:{_AFTER_A_SIDE})\b)(?=[a-z]{{3}})")
_SIDE_OF = {word: side for side in ("left", "right") for word in _WORDS[side] if " " not in word}
_LETTER_OF = {"g": "left", "i": "left", "d": "right"}  # gauche, izquierda; droite, derecha: alone in the cell
_FILLER = _WORDS["filler"]
_ON = re.compile(r" (?:" + "|".join(sorted(_WORDS["on"])) + r") ")
_AND = re.compile(r"[,;/|&+]|\b(?:" + "|".join(sorted(_WORDS["and"])) + r")\b")
