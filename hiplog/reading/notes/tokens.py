"""A pain note's text -> the words, phrases, numbers and marks that its rules (`notes.py`) look at."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from hiplog.reading.notes import words
from hiplog.reading.notes.lexicon import longest_phrases, phrases, slips_of_the_pen

_MOST_PAIN = 10
_NUMBER = r"(?:\d+(?:[.,]\d+)?|\.\d+)"
_OF_TEN = r"(?: ?/ ?10\b| (?:out )?of (?:10|ten)\b)"
_MARK = re.compile("[" + re.escape("".join(words.MARKS)) + "]")


@dataclass(slots=True)
class Token:
    """A word, phrase, number or mark.

    Attributes
    ----------
    kind : str
        What sort it is: place, quality, pain, side, number, measure, comma, break, turn, word...
    value : object
        What it means: the canonical word, or a number's (low, high).
    text : str
        As it stands in the tidied note.
    chunk : int
        Which part of the note it is in: one ends at a comma, or before a word like "but".
    denied : bool
        The note says that it is not so.
    """

    kind: str
    value: object
    text: str
    chunk: int = 0
    denied: bool = False


def tokens_of(note: str) -> list[Token]:
    """Return the tokens of one note, in its order."""
    pieces = [(found.lastgroup, found[found.lastindex]) for found in _piece().finditer(_tidied(note))]
    pieces = [(kind, text) for kind, text in _numbers_in_words(pieces) if text not in words.ARTICLES]
    tokens = _mended(_ranges_joined(_counts_set_aside(_looked_up(pieces))))
    _number_parts(tokens)
    return tokens


def _tidied(note: str) -> str:
    """Return the note in small letters, with plain marks and single spaces."""
    text = _MARK.sub(lambda mark: words.MARKS[mark[0]], note)
    text = unicodedata.normalize("NFKC", text).casefold()
    text = " ".join(text.split())
    for hint, pattern, instead in _tidy():
        if hint in text:
            text = pattern.sub(instead, text)
    return text


@cache
def _tidy() -> list[tuple[str, re.Pattern, str]]:
    return [(hint, re.compile(pattern), instead) for hint, pattern, instead in words.TIDY]


@cache
def _piece() -> re.Pattern:
    """Return the pattern of one piece of a note. Every repetition in it is bounded: time stays linear."""
    names = _any(words.NUMBER_WORDS)
    named = rf"(?:\d+(?:[.,]\d+)?|(?:half|{names})\b)"
    counted = rf"(?:{_any(words.COUNTED)})s? ?#? ?\d+(?: ?(?:-|and|&) ?\d+)?(?!\d|{_OF_TEN})"
    scale = rf"(?:{_any(words.OTHER_SCALES)})"
    measures = (
        r"\d{4}-\d\d?-\d\d?|\d+:\d\d(?::\d\d)?(?: ?[ap]m\b)?|\d+\.\d+\.\d+|\d+/\d+/\d+|\d+ ?/ ?(?!10\b)\d+",
        rf"(?:{named} ?(?:-|to|or|x) ?){{0,2}}{named} ?(?:[%°]|(?:{_any(words.UNITS)})\b)",
        rf"{counted}|#\d+|x ?\d+|(?!l|r|p)[a-z]\d+\b",
        rf"{scale}(?: (?:was|is|at|of|about|level|around)){{0,2}} ?[:=]? ?{_NUMBER}{_OF_TEN}?",
        rf"{_NUMBER}{_OF_TEN}? {scale}\b(?! ?[:=]? ?\d)",
        rf"(?:{_any(words.TAKEN)})(?: up)?(?: at)? {named}\b(?!{_OF_TEN})",
        rf"(?:{_any(words.MONTHS)})[a-z]{{0,6}} \d+|\d+ (?:{_any(words.MONTHS)})",
    )
    counts = {
        "exercise": rf"{words.ANKLE_ON_KNEE}\b",
        "measure": "|".join(measures),
        "level": r"l[1-5](?: ?[/-] ?[ls]?[1-5])?\b|s1\b",
        "number": rf"{_NUMBER}{_OF_TEN}?|(?:{names}){_OF_TEN}",
    }
    # What these begin with. They are not even tried where something else stands, as it does at most words.
    first = words.COUNTED.union(words.NUMBER_WORDS, words.OTHER_SCALES, words.TAKEN, words.MONTHS, ["half"])
    begins = rf"[\d.#]|[a-z] ?\d|(?:(?:left|right|l|r) )?ankle|{_any(first)}"
    others = {
        "word": r"[^\W\d_]+",
        "arrow": r"-+>|=+>",
        "comma": r",|(?<= )-+ ",
        "break": r"[.;!?]+",
        "and": r"[/&+]",
        "dash": r"-",
    }
    return re.compile(f" ?(?:(?={begins})(?:{_either(counts)})|{_either(others)})")


def _either(kinds: dict[str, str]) -> str:
    return "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())


def _any(texts: Iterable[str]) -> str:
    """Return a pattern of these words, the longest first; by their first letters, so that few are compared."""
    by_letter: dict[str, list[str]] = {}
    for text in sorted(texts, key=len, reverse=True):
        by_letter.setdefault(text[0], []).append(text[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


def _numbers_in_words(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put digits for the number words that stand where a score would: "a four", "two or three", not "one side"."""
    for at, (kind, text) in enumerate(pieces):
        if text not in words.NUMBER_WORDS or kind != "word":
            continue
        before, after = (pieces[i] if 0 <= i < len(pieces) else ("end", "") for i in (at - 1, at + 1))
        leads = before[1] in words.BEFORE_NUMBER or before[0] in ("end", "comma", "break")
        follows = after[1] in words.AFTER_NUMBER or after[0] in ("end", "comma", "break", "and", "arrow", "dash")
        if (leads and follows) or text == "zero":
            pieces[at] = ("number", str(words.NUMBER_WORDS[text]))
    return pieces


def _looked_up(pieces: list[tuple[str, str]]) -> list[Token]:
    """Return a token for each piece, or for several that are one phrase; two for a phrase of two meanings."""
    known = phrases()
    alone = [_alone(kind, text) for kind, text in pieces]
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        length, text = 1, pieces[at][1]
        _, longest, meanings = alone[at]
        if longest and at + 1 < len(pieces):
            length = min(longest.get(alone[at + 1][0], 1), len(pieces) - at)
            while length > 1 and " ".join([meant for meant, *_ in alone[at : at + length]]) not in known:
                length -= 1
            if length > 1:
                meanings = known[" ".join([meant for meant, *_ in alone[at : at + length]])]
                text = " ".join([word for _, word in pieces[at : at + length]])
        for kind, value in meanings:
            tokens.append(Token(kind, value, text))
        at += length
    return tokens


@lru_cache(maxsize=5_000)
def _alone(kind: str, text: str) -> tuple[str, dict[str, int], list[tuple[str, object]]]:
    """Return a piece as it was meant, the phrases that it begins (`longest_phrases`), and what it means alone."""
    meant = slips_of_the_pen().get(text, text)
    if kind == "word":
        return meant, longest_phrases().get(meant, {}), phrases().get(meant) or [("word", meant)]
    if kind == "number":
        return meant, {}, [_number(text)]
    return meant, {}, [("place", "low_back") if kind == "level" else (kind, text)]


def _number(text: str) -> tuple[str, object]:
    """Return the score that a number may be, or say that it measures something else."""
    first = re.match(_NUMBER, text)
    value = float(first[0].replace(",", ".")) if first else float(words.NUMBER_WORDS[re.match("[a-z]+", text)[0]])
    return ("number", (value, value)) if value <= _MOST_PAIN else ("measure", text)


def _counts_set_aside(tokens: list[Token]) -> list[Token]:
    """Make a measure of each number that counts what follows: "2 pillows", "1 cushion"."""
    for token, after in pairwise(tokens):
        if token.kind != "number" or after.kind != "word" or "/" in token.text or after.text in words.NO_NOUNS:
            continue
        many = after.text.endswith("s") and len(after.text) > 3
        if many or token.value == (1, 1):
            token.kind = "measure"
    return tokens


def _ranges_joined(tokens: list[Token]) -> list[Token]:
    """Join two numbers to a range: 3-4, 3 or 4, between 3 and 4; "3 to 4" too, where nothing says it changed."""
    joined: list[Token] = []
    for token in tokens:
        if token.kind == "number" and len(joined) > 1 and joined[-2].kind == "number" and _is_range(joined, token):
            first = joined[-2]
            joined[-2:] = [Token("number", (first.value[0], token.value[1]), f"{first.text}-{token.text}")]
        else:
            joined.append(token)
    return joined


def _is_range(before: list[Token], last: Token) -> bool:
    kinds = [token.kind for token in before[-6:-2]]
    first, link = before[-2:]
    if first.value[0] != first.value[1] or first.value[0] >= last.value[1]:
        return False
    if link.kind == "and":
        return "between" in kinds and link.text == "and"
    if link.text == "to":
        return "between" in kinds or not {"from", "change"} & set(kinds)
    return link.kind in ("or", "dash") or (link.kind == "comma" and "-" in link.text)


def _mended(tokens: list[Token]) -> list[Token]:
    """Tell "down to the calf" (it radiates) from "down to 2", and "at 40 s" (a moment) from "40 s"."""
    for at, token in enumerate(tokens):
        if token.text in words.DOWN_TO:
            place = next((after for after in tokens[at + 1 : at + 3] if after.kind != "side"), token)
            if place.kind == "place":
                token.kind, token.value = "quality", "radiating"
        elif token.kind == "measure" and at and tokens[at - 1].text in words.MOMENT:
            token.kind = "moment"
    return tokens


def _number_parts(tokens: list[Token]) -> None:
    """Give each token its chunk. A comma in a list ("hip, knee and back") ends no chunk."""
    lists = _list_commas(tokens)
    chunk, before = 0, ""
    for at, token in enumerate(tokens):
        if token.kind in _PARTING and at not in lists and before not in ("comma", "break", "turn"):
            chunk += 1
        token.chunk, before = chunk, token.kind


_PARTING = {"break", "turn", "until", "comma"}


def _list_commas(tokens: list[Token]) -> set[int]:
    """Return where the commas stand that only part the members of a list."""
    lists: set[int] = set()
    members = ("place", "quality", "pain")
    for at in reversed([at for at, token in enumerate(tokens) if token.kind == "comma"]):
        member = at + 2 if at + 1 < len(tokens) and tokens[at + 1].kind == "side" else at + 1
        if member + 1 >= len(tokens) or tokens[at - 1].kind not in members or tokens[member].kind not in members:
            continue
        link = tokens[member + 1].kind
        places = tokens[at - 1].kind == tokens[member].kind == "place"
        if link == "or" or member + 1 in lists or (link == "and" and places):
            lists.add(at)
    return lists
