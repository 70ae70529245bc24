"""Which numbers of a pain note are scores of pain: those beside words of pain, that nothing else explains."""

import re

from hiplog.reading.notes.clauses import Clause
from hiplog.reading.notes.denials import PAINLESS_QUALITIES
from hiplog.reading.notes.lexicon import Lexicon
from hiplog.reading.notes.tokens import Token

_BESIDE = {
    "place", "quality", "pain", "side", "time", "to", "from", "change", "compare", "and", "or", "arrow", "number",
    "some", "turn", "dash", "between", "fine", "gone", "when", "until", "transient", "except", "neutral",
}  # fmt: skip
_LITTLE = 5  # what is praised and has a number above it is no pain: "felt great, 9/10"
_LEADING = ("time", "hedge", "some", "from", "to", "change", "compare", "arrow", "scale", "or", "between")
_AFTER = {*_BESIDE, "no", "not", "nothing", "painless", "clear", "good", "well", "measure", "moment"}


def set_counts_aside(clauses: list[Clause], lexicon: Lexicon) -> None:
    """Make a measure of each number that is not certainly a score."""
    evidence = any(token.felt for clause in clauses for token in clause.tokens)
    praised = not evidence and any(clause.has("good", "fine", "clear") for clause in clauses)
    known = not any(clause.unknown for clause in clauses) and sum(len(clause.tokens) for clause in clauses) > 1
    for clause in clauses:
        for at, token in enumerate(clause.tokens):
            if token.kind != "number":
                continue
            if _is_of_ten(token):
                score = clause.has("place", "quality", "pain") or not (
                    (praised and token.value[1] > _LITTLE) or _is_named(clause.tokens, at, lexicon)
                )
            else:
                led = not clause.unknown and (known or clause.has(*_LEADING))
                score = (evidence or led) and _stands_alone(clause.tokens, at, lexicon)
            if not score:
                token.kind = "measure"


def _is_of_ten(token: Token) -> bool:
    return re.search("[/a-z]", token.text) is not None


def _is_named(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Return whether a word of which nothing is known stands beside a score of ten: "10/10 would do again"."""
    plain = lexicon.set_of("filler") | lexicon.set_of("hedge") | lexicon.set_of("preposition")
    return any(t.kind in ("word", "exercise") and t.text not in plain for t in tokens[max(0, at - 1) : at + 2])


def _stands_alone(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Return whether nothing beside a bare number says that it counts something else."""
    before, hedged = _beside(tokens[max(0, at - 6) : at][::-1], lexicon)
    named = any(t.felt or t.kind in ("side", "change", "time") for t in tokens[:at])
    if (
        before is not None
        and before.kind == "quality"
        and before.value in PAINLESS_QUALITIES
        and "ness" in before.text
    ):
        return False
    if before is not None and before.kind == "from":
        if not any(t.kind in ("change", "to", "arrow", "number") for t in [*tokens[:at], *tokens[at + 1 :]]):
            return False  # "deux séries de 3"
    if before is not None and before.kind not in _BESIDE:
        if before.text in lexicon.set_of("preposition"):
            if not named or before.text in ("for", "by", "in", "x"):
                return False
        elif before.kind == "exercise":
            return any(token.kind == "time" for token in tokens[:at]) and _ends(tokens, at, True, lexicon)
        elif not (before.kind == "word" and named and not _counts(before, lexicon)):
            return False
    return _ends(tokens, at, (before is not None and before.kind in _BESIDE) or hedged or named, lexicon)


def _ends(tokens: list[Token], at: int, led: bool, lexicon: Lexicon) -> bool:
    """Return whether what follows is no thing that there are so many of: "2 pillows", "1 cushion"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    plain = ("filler", "hedge", "preposition", "like plurals")
    if at == 0 and [token.kind for token in tokens[1:3]] in (["pain", "place"], ["quality", "place"]):
        return False  # "1 grumpy hip"
    if (
        after is not None
        and after.kind == "side"
        and after.value == "both"
        and not any(t.felt for t in tokens[:at])
    ):
        return False  # "2 each side"
    if after is None or after.kind in _AFTER or any(after.text in lexicon.set_of(name) for name in plain):
        return True
    return after.kind == "word" and led and not _counts(after, lexicon) and tokens[at].value != (1.0, 1.0)


def _counts(token: Token, lexicon: Lexicon) -> bool:
    """Return whether a word may be the name of several things."""
    return token.text.endswith("s") and len(token.text) > 3 and token.text not in lexicon.set_of("like plurals")


def _beside(tokens: list[Token], lexicon: Lexicon) -> tuple[Token | None, bool]:
    """Return what stands before a number, but for words like "about", and whether there were any."""
    hedge, preposition = lexicon.set_of("hedge"), lexicon.set_of("preposition")
    hedged = False
    for token in tokens:
        if token.kind == "scale":
            return None, True
        if (
            token.kind in ("word", "some", "time", "hedge", "colon")
            and (token.text in hedge or token.text == ":")
            and token.text not in preposition
        ):
            hedged = True
            continue
        if token.kind == "word" and token.text in lexicon.set_of("filler") and token.text not in preposition:
            continue
        return token, hedged
    return None, hedged
