"""Which numbers of a pain note are scores of pain: those beside words of pain, that nothing else explains."""

import re
from itertools import pairwise

from hiplog.reading.notes.clauses import Clause
from hiplog.reading.notes.denials import PAINLESS_QUALITIES
from hiplog.reading.notes.lexicon import Lexicon
from hiplog.reading.notes.tokens import Token

_BESIDE = {
    "place", "quality", "pain", "side", "time", "to", "from", "change", "compare", "and", "or", "arrow", "number",
    "some", "turn", "dash", "between", "fine", "gone", "when", "until", "transient", "except", "neutral",
}  # fmt: skip
_LITTLE = 5  # what is praised and has a number above it is no pain: "felt great, 9/10"
_NEAR = 12  # tokens: no rule looks further
_CHANGING = {"from", "to", "compare", "arrow"}
_PLAIN = ("filler", "hedge", "preposition", "like plurals")  # lines of words that are no things to count
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
            if clause.has("scaled") or _is_of_painless(clause) or _is_supposed(clause, at):
                score = False
            elif _is_of_ten(token):
                score = clause.has("place", "quality", "pain") or not (
                    (praised and token.value[1] > _LITTLE) or _is_named(clause.tokens, at, lexicon)
                )
            else:
                led = not clause.unknown and (known or clause.has(*_LEADING) or clause.opener == "then")
                score = (evidence or led) and _stands_alone(clause.tokens, at, lexicon)
            if not score:
                token.kind = "measure"
    _set_bounds_aside(clauses, lexicon)


def _set_bounds_aside(clauses: list[Clause], lexicon: Lexicon) -> None:
    """Make measures of numbers that a note only says it was under, where a score goes on: "under 3: a 2"."""
    scores = [
        (clause, at) for clause in clauses for at, token in enumerate(clause.tokens) if token.kind == "number"
    ]
    for (clause, at), (after, until) in pairwise(scores):
        bound = at and clause.tokens[at - 1].text in lexicon.set_of("bound")
        between = (
            clause.tokens[at + 1 : until] if after is clause else [*clause.tokens[at + 1 :], *after.tokens[:until]]
        )
        behind = [] if after is clause else after.tokens[until + 1 :]
        if bound and not _is_another(clause.tokens[:at], between[-_NEAR:], behind[:_NEAR]):
            clause.tokens[at].kind = "measure"


def _is_another(before: list[Token], between: list[Token], behind: list[Token]) -> bool:
    """Return whether a score is of another time or place than the one before it."""
    if any(token.kind == "time" and token.value != "now" for token in [*before[-_NEAR:], *between, *behind]):
        return True
    kinds = {token.kind for token in [*between, *behind]}
    placed = any(token.kind in ("place", "side") for token in [*before[-_NEAR:], *between])
    return bool(_CHANGING & kinds) or (placed and bool({"place", "side"} & kinds))


def _is_of_painless(clause: Clause) -> bool:
    """Return whether a clause is of nothing but what may be without pain: "stiff 5/10"."""
    felt = [token for token in clause.tokens if token.felt]
    return bool(felt) and all(token.value in PAINLESS_QUALITIES for token in felt)


def _is_supposed(clause: Clause, at: int) -> bool:
    """Return whether a number stands after an "if": "stop if it goes over 4"."""
    return any(token.kind == "when" and token.value == "if" for token in clause.tokens[:at])


def _is_of_ten(token: Token) -> bool:
    return re.search(r"/|[^\W\d_]", token.text) is not None


def _is_named(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Return whether a word of which nothing is known stands beside a score of ten: "10/10 would do again"."""
    plain = lexicon.set_of("filler", "hedge", "preposition")
    neighbours = tokens[max(0, at - 1) : at + 2]
    return any(t.kind in ("word", "exercise") and t.text not in plain and len(t.text) > 1 for t in neighbours)


def _stands_alone(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Return whether nothing beside a bare number says that it counts something else."""
    behind, ahead = tokens[max(0, at - _NEAR) : at], tokens[at + 1 : at + 1 + _NEAR]
    before, hedged = _word_before(behind[::-1], lexicon)
    named = any(token.felt or token.kind in ("side", "change", "time") for token in behind)
    leads = before is not None and before.kind in _BESIDE
    if before is not None and not _may_lead(before, behind, ahead, named, lexicon):
        return False
    return _may_follow(ahead, behind, leads or hedged or named, lexicon) and not _counts_ahead(ahead, at)


def _may_lead(before: Token, behind: list[Token], ahead: list[Token], named: bool, lexicon: Lexicon) -> bool:
    """Return whether a score may stand after this word: "stiffness 3" and "sets of 3" are none."""
    if before.kind == "quality" and before.text in lexicon.set_of("scales"):
        return False
    if before.kind == "from":
        return any(token.kind in ("change", "to", "arrow", "number") for token in [*behind, *ahead])
    if before.kind in _BESIDE or before.text in lexicon.set_of("self"):
        return True
    if before.kind == "exercise":
        return any(token.kind == "time" for token in behind)  # "after the hold 2"
    if before.text in lexicon.set_of("preposition"):
        kept = named or any(token.text in lexicon.set_of("kept") for token in behind)  # "stays at 3"
        return kept and before.text not in lexicon.set_of("before counts")
    return before.kind == "word" and named and not _counts(before, lexicon)


def _may_follow(ahead: list[Token], behind: list[Token], led: bool, lexicon: Lexicon) -> bool:
    """Return whether a score may stand before what follows: "2 pillows" and "2 each side" are none."""
    if not ahead:
        return True
    after = ahead[0]
    if after.kind == "side" and after.value == "both":
        return any(token.felt for token in behind)
    if after.kind in _AFTER or after.text in lexicon.set_of(*_PLAIN):
        return True
    return after.kind == "word" and led and not _counts(after, lexicon)


def _counts_ahead(ahead: list[Token], at: int) -> bool:
    """Return whether a number that begins a clause counts places: "1 grumpy hip"."""
    return at == 0 and [token.kind for token in ahead[:2]] in (["pain", "place"], ["quality", "place"])


def _counts(token: Token, lexicon: Lexicon) -> bool:
    """Return whether a word may be the name of several things."""
    return token.text.endswith("s") and len(token.text) > 3 and token.text not in lexicon.set_of("like plurals")


def _word_before(tokens: list[Token], lexicon: Lexicon) -> tuple[Token | None, bool]:
    """Return what stands before a number, but for words like "about", and whether there were any."""
    preposition = lexicon.set_of("preposition")
    hedge, filler = ({*lexicon.set_of(name)} - preposition for name in ("hedge", "filler"))
    hedged = False
    for token in tokens:
        if token.kind == "scale":
            return None, True
        if token.kind == "colon" or (token.kind in ("word", "some", "time", "hedge") and token.text in hedge):
            hedged = True
        elif token.kind != "word" or token.text not in filler:
            return token, hedged
    return None, hedged
