"""A pain note's text -> the words, phrases, numbers and marks that its rules look at."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hiplog.reading.notes.lexicon import Lexicon, folded, lexicon_for, with_blanks

_MOST_PAIN = 10
_NUMBER = r"(?:\d+(?:[.,]\d+)?|\.\d+)"
# Marks, and what is read in their place.
_MARKS = (
    dict.fromkeys("’‘`´", "'")  # noqa: RUF001
    | dict.fromkeys("‐‑‒–—―−", "-")  # noqa: RUF001
    | dict.fromkeys("→⇒➔➜⟶", " -> ")
    | dict.fromkeys("\r\n\v\f\x85\u2028\u2029", " ; ")
    | {"½": ".5", "×": "x", "…": " ... ", "¿": " ", "¡": " ", "≈": " ", "~": " ", "@": " at "}  # noqa: RUF001
    | {"、": " , ", "。": " . "}
)
_MARK = re.compile("[" + re.escape("".join(_MARKS)) + "]")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")  # "owwww"
# What is mended in every language: text that must be there, a pattern, and what stands in its place.
_TIDY = [
    (hint, re.compile(pattern), instead)
    for hint, pattern, instead in (
        (".", r"\b([a-z])\.([a-z])\.(?:([a-z])\.)?", r"\1\2\3 "),
        (
            ".",
            r"\b(rt|lt|r|l|approx|li|re|g|d|dr|izq|izda|der|dcha|ca)\.(?=\s(?!(?:rt|lt|r|l|li|re|g|d)\b)|\d)",
            r"\1 ",
        ),
        ("l", r"(l)(?<!\wl) ?:? ?(\d{1,2})[ ,/;]{1,3}(r) ?:? ?(\d{1,2})\b", r"\1 \2 , \3 \4"),
        ("r", r"(r)(?<!\wr) ?:? ?(\d{1,2})[ ,/;]{1,3}(l) ?:? ?(\d{1,2})\b", r"\1 \2 , \3 \4"),
        ("-", r"(?<=[a-z])-(?=[a-z])", " "),
        ("-", r"(?<=[a-z]) - (?=\d)", " : "),
        ("(", r"\((\w+(?: ?/ ?10)?)\)", r" \1 "),
        ("mm", r"\b(vas|eva) ?:? ?(\d\d?|100) ?mm\b", r"\1 \2/100"),  # its line is 100 mm long
    )
]


@dataclass(slots=True)
class Token:
    """A word, phrase, number or mark."""

    kind: str  # what sort it is: place, quality, pain, side, number, measure, comma, break, turn, word
    value: object  # what it means: the canonical word, or a number's (low, high)
    text: str  # as it stands in the tidied note
    state: str = ""  # "" as long as the note affirms what is felt, "denied", or "doubt": nothing is said of it

    @property
    def felt(self) -> bool:
        """Whether it is of pain, of a place or of how that feels."""
        return self.kind in ("place", "quality", "pain")


def tokens_of(note: str) -> tuple[list[Token], Lexicon]:
    """Return the tokens of one note, in its order, and the words of its language."""
    plain = _plain(note)
    lexicon = lexicon_for(plain)
    text = plain.replace("'", lexicon.apostrophe)
    for hint, pattern, instead in [*_TIDY, *lexicon.tidy]:
        if hint in text:
            text = pattern.sub(instead, text)
    pieces = [(_group(match), match[match.lastindex or 0]) for match in _piece(lexicon).finditer(text)]
    articles = lexicon.set_of("articles")
    pieces = [(kind, text) for kind, text in _numbers_in_words(pieces, lexicon) if text not in articles]
    return _ranges_joined(_looked_up(pieces, lexicon)), lexicon


def _group(match: re.Match) -> str:
    """Return the kind of a piece; "1st" is looked up like a word."""
    return "word" if match.lastgroup == "ordinal" else match.lastgroup or ""


def _plain(note: str) -> str:
    """Return the note in small letters without accents, with plain marks and single spaces."""
    text = with_blanks(folded(_MARK.sub(lambda mark: _MARKS[mark[0]], note)))
    return " ".join(_DRAWN_OUT.sub(r"\1", text).split())


@lru_cache(maxsize=8)
def _piece(lexicon: Lexicon) -> re.Pattern:
    """Return the pattern of one piece of a note. Every repetition in it is bounded: time stays linear."""
    lines = ("units", "counted", "scales", "taken", "months", "ordinals", "number links", "scale links", "of ten")
    units, counted, scale, taken, months, ordinal, links, scale_links, of = (
        _line(lexicon, name) for name in lines
    )
    names, scales = _any(lexicon.numbers), _line(lexicon, "scale names")
    short = rf"[01] ?(?:-|{links}) ?(?!100?\b)\d\d?"  # one that does not end at ten
    ten = max(lexicon.numbers, key=lexicon.numbers.__getitem__)  # its word
    of_ten = rf"(?: ?/ ?10\b(?!/)| {of} (?:10|{ten})\b)"
    named = rf"(?:\d+(?:[.,]\d+)?|(?:half|{names})\b)"
    measures = (
        r"\d{4}-\d\d?-\d\d?|\d+:\d\d(?::\d\d)?(?: ?[ap]m\b)?|\d\d?h\d\d\b|\d+/\d+/\d+",
        r"\d+\.\d+\.\d+|\d\d?\.\d\d?\.(?!\d)",
        r"\d+ ?/ ?(?!100?\b)\d+",
        rf"(?:{named} ?(?:-|{links}) ?){{0,2}}{named} ?(?:[%°]|{units}\b)",
        rf"{counted} ?#? ?\d+(?: ?(?:-|and|&) ?\d+)?(?!\d|{of_ten})",
        r"#\d+|x ?\d+|(?!l|r|p|g|d)[a-z]\d+\b",
        rf"{scale}(?: {scale_links}){{0,2}} ?[:=]? ?{_NUMBER}(?:{of_ten})?",
        rf"{_NUMBER}(?:{of_ten})? (?:{_line(lexicon, 'before scales')} )?{scale}\b(?! ?[:=]? ?\d)",
        rf"{taken}(?: {_line(lexicon, 'taken links')})? {named}\b(?!{of_ten}| ?{units}\b)",
        r"\d+(?:, ?\d+){2,20}|\+ ?\d+",
        rf"{months} \d+|\d+\.? (?:de )?{months}\b",
    )
    counts = {
        "ordinal": rf"\d+{ordinal}\b",
        "exercise": rf"{lexicon.ankle_on_knee}\b",
        "scaled": rf"{short}\b ?{scales}\b|{scales}(?: [a-z]{{1,4}})? {short}\b(?!/)",
        "scale": rf"scale (?:of|from) (?:[01] ?(?:-|{links}) ?)?10\b|[01] ?(?:-|{links}) ?10\b(?!/)",
        "measure": "|".join(measures),
        "level": r"l[1-5](?: ?[/-] ?[ls]?[1-5])?\b|s1\b",
        "number": rf"{_NUMBER} ?/ ?100\b|{_NUMBER}(?:{of_ten})?|(?:{names}){of_ten}",
    }
    # What these begin with. They are not even tried where something else stands, as it does at most words.
    first = lexicon.set_of("counted", "scales", "taken", "months", "scale names")
    first |= {*lexicon.numbers, "half", "scale", *re.findall(r"\b[a-z]+", lexicon.ankle_on_knee)}
    begins = rf"[\d.#+]|[a-z] ?\d|{_any(first)}"
    others = {
        "word": r"[^\W\d_]+",
        "arrow": r"-+>|=+>|>+",
        "comma": r",|(?<= )-+ ",
        "ask": r"\?",
        "colon": r":",
        "break": r"[.;!()\[\]]+",
        "and": r"[/&+]",
        "dash": r"-",
    }
    return re.compile(f" ?(?:(?={begins})(?:{_either(counts)})|{_either(others)})")


def _line(lexicon: Lexicon, name: str) -> str:
    return f"(?:{_any(lexicon.set_of(name))})"


def _either(kinds: dict[str, str]) -> str:
    return "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())


def _any(texts: Iterable[str]) -> str:
    """Return a pattern of these words, the longest first; by their first letters, so that few are compared."""
    by_letter: dict[str, list[str]] = {}
    for text in sorted(texts, key=len, reverse=True):
        by_letter.setdefault(text[0], []).append(text[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()) or "(?!)"


def _numbers_in_words(pieces: list[tuple[str, str]], lexicon: Lexicon) -> list[tuple[str, str]]:
    """Put digits for the number words that stand where a score would: "a four", "two or three", not "one side"."""
    leading, following = lexicon.set_of("before number"), lexicon.set_of("after number")
    ends = ("end", "comma", "break", "ask")
    for at, (kind, text) in enumerate(pieces):
        if text not in lexicon.numbers or kind != "word":
            continue
        before, after = (pieces[i] if 0 <= i < len(pieces) else ("end", "") for i in (at - 1, at + 1))
        leads = before[1] in leading or before[0] in ends
        follows = after[1] in following or after[0] in (*ends, "and", "arrow", "dash")
        leads = leads and f"{before[1]} {text}" not in lexicon.phrases  # "nearly zero"
        if leads and follows and not (lexicon.numbers[text] == 1 and before[0] in ends):
            pieces[at] = ("number", str(lexicon.numbers[text]))
    return pieces


def _looked_up(pieces: list[tuple[str, str]], lexicon: Lexicon) -> list[Token]:
    """Return a token for each piece, or for several that are one phrase; two for a phrase of two meanings."""
    known = lexicon.phrases
    alone = [_alone(kind, text, lexicon) for kind, text in pieces]
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
def _alone(kind: str, text: str, lexicon: Lexicon) -> tuple[str, dict[str, int], list[tuple[str, object]]]:
    """Return a piece as it was meant, the phrases that it begins (`Lexicon.longest`), and what it means alone."""
    meant = lexicon.slips.get(text, text)
    if kind == "word":
        return meant, lexicon.longest.get(meant, {}), lexicon.phrases.get(meant) or [("word", meant)]
    if kind == "number":
        return meant, {}, [_number(text, lexicon)]
    if kind == "measure":
        words = [text.partition(" ")[0], text.rpartition(" ")[2]]  # "stiffness 6/10" is stiff, and no pain of 6
        felt = [meaning for word in words for meaning in lexicon.phrases.get(word, []) if meaning[0] == "quality"]
        return meant, {}, [*felt[:1], (kind, text)]
    return meant, {}, [("place", "low_back") if kind == "level" else (kind, text)]


def _number(text: str, lexicon: Lexicon) -> tuple[str, object]:
    """Return the score that a number may be, or say that it measures something else."""
    first = re.match(_NUMBER, text)
    word = re.match(r"[^\W\d_]+", text)
    value = float(first[0].replace(",", ".")) if first else float(lexicon.numbers[word[0] if word else ""])
    value /= 10 if text.endswith("100") and "/" in text else 1
    return ("number", (value, value)) if value <= _MOST_PAIN else ("measure", text)


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
        return "between" in kinds and link.text not in "/&+"
    if link.kind in ("to", "until"):
        return "between" in kinds or not {"from", "change"} & set(kinds)
    return link.kind in ("or", "dash") or (link.kind == "comma" and "-" in link.text)
