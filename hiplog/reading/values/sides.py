"""One text that names a side."""

import re

from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, fold, one_of, split, words


def side_of(text: str, *, whole: bool = False) -> str:
    """Return `left`, `right`, `both`, or nothing: the one side that a cell, a name of an exercise or a note names.

    Where `whole`, the text must say nothing but the side, as a note must, to be taken for one.
    """
    plain = bare(text)
    if plain in words("both"):
        return "both"
    parts = _AND.split(fold(text))
    if len(parts) > 1 and {side_of(part, whole=True) for part in parts} == {"left", "right"}:
        return "both"
    tokens = without_article(plain if whole else _upper(plain)).split()
    sides = {_SIDE_OF[token] for token in tokens if token in _SIDE_OF}
    letters = {_LETTER_OF[token] for token in tokens if token in _LETTER_OF} if len(tokens) == 1 else set()
    named = sides or letters
    if len(named) != 1 or (whole and not all(t in _SIDE_OF or t in _LETTER_OF or t in _FILLER for t in tokens)):
        return ""
    return named.pop()


def _upper(plain: str) -> str:
    """Return only what lies above of "right ankle on left knee": the crossed ankle's side is the hold's."""
    above = _ON.split(plain, maxsplit=1)[0]
    return plain if _SIDE_OF.keys().isdisjoint(above.split()) else above


def without_article(plain: str) -> str:
    """Return words without the German article `der`, which stands before a word; a Spanish right side does not."""
    return _ARTICLE.sub("", plain)


def side_of_letter(text: str) -> str:
    """Return the side that a letter alone stands for in one of our languages, as `V` and `H` in Swedish."""
    return _ANY_LETTER_OF.get(bare(text), "")


def side_in(text: str, whole: bool) -> str:
    """Return the side that a text tells, also by a letter at its end, as in `Hip balance (L)`."""
    plain = text.strip()
    if len(plain) > 200:
        return ""
    side = side_of(plain, whole=whole)
    if side or whole:
        return side
    tail = re.search(r"[(\[\s-]([lrLR])[)\]]?$", plain)
    return {"l": "left", "r": "right"}[tail[1].lower()] if tail else ""


_AFTER_A_SIDE = one_of(
    word
    for kind in ("second", "minute", "hold", "pain", "note", "set")
    for word in split(LANGUAGES["Spanish"][kind])
)
_ARTICLE = re.compile(rf"\bder (?!{_AFTER_A_SIDE}\b)(?=[a-z]{{3}})")
_SIDE_OF = {word: side for side in ("left", "right") for word in words(side) if " " not in word}
_LETTER_OF = {"g": "left", "i": "left", "d": "right"}  # gauche, izquierda; droite, derecha: alone in the cell
_ANY_LETTER_OF = {letter: side for side in ("left", "right") for letter in words(f"{side} letter")}
_FILLER = words("filler")
_ON = re.compile(f" {one_of(words('on'))} ")
_AND = re.compile(rf"[,;/|&+]|\b{one_of(words('and'))}\b")
