"""What a pain note tells of another person, hopes for, or says under a condition: it says nothing of pain now.

It is set aside before denials, scores and places are read. A number alone is of the time that its sentence has
just told of: "last week the knee hurt, 8/10".
"""

from itertools import groupby, pairwise, takewhile

from hiplog.reading.notes.clauses import Clause
from hiplog.reading.notes.lexicon import Lexicon
from hiplog.reading.notes.reach import doubt

_DENYING = ("no", "not", "nothing", "painless", "fine", "good", "gone", "clear")
_BESIDE_NUMBER = ("number", "some", "hedge", "dash", "colon")


def set_asides(clauses: list[Clause], lexicon: Lexicon) -> None:
    """Let what is of others, of hopes and of conditions say nothing, and bare numbers be of the time told."""
    _carry_times(clauses, lexicon)
    aside, last = "", None
    for clause in clauses:
        if clause.has("others", "hope") and _is_own(clause, lexicon):
            aside = ""
        elif clause.has("others", "hope"):
            felt = "felt" if clause.has("place", "quality", "pain") else "named"
            aside = "scored" if clause.has("number") else felt
            _set_aside(clause, wholly=not any(token.value == "say" for token in clause.tokens))
        elif aside and any(token.text in lexicon.set_of("theirs") for token in clause.tokens):
            _set_aside(clause)  # "mum called, her hip is at 6"
        elif aside and last and _goes_on(last, clause, aside, lexicon):
            _set_aside(clause, wholly=False)
        else:
            aside = ""
        last = clause
    for _, sentence in groupby(clauses, key=lambda clause: clause.sentence):
        for clause in _conditional([*sentence], lexicon):
            _set_aside(clause)


def _is_own(clause: Clause, lexicon: Lexicon) -> bool:
    """Return whether one's own pain is told: "hip 3 after dinner with friends", "knee 5/10 hopefully better soon".

    Where its score stands first, what follows is set aside.
    """
    at = next(i for i, token in enumerate(clause.tokens) if token.kind in ("others", "hope"))
    before, behind = clause.tokens[:at], clause.tokens[at + 1 :]
    kinds = {token.kind for token in before}
    if kinds >= {"place", "number"} and (
        clause.tokens[at].kind == "others" or behind or before[-1].kind == "word"
    ):
        _set_aside(Clause(behind, clause.sentence))
        return True
    beside = [i for i, token in enumerate(before) if token.text in lexicon.set_of("beside")]
    told = any(token.felt for token in before[: beside[-1]]) if beside else False
    return told and clause.tokens[at].kind == "others"


def _goes_on(last: Clause, clause: Clause, aside: str, lexicon: Lexicon) -> bool:
    """Return whether a clause is still of what was set aside: "husband's knee is bad, poor thing, 8/10".

    What has a score already needs no other: "it would have been a 6, so just 2".
    """
    own = any(token.text in lexicon.set_of("self") or token.kind == "time" for token in clause.tokens)
    if last.sentence != clause.sentence:
        return aside != "scored" and len(clause.tokens) == 1 and clause.has("number")
    if own or aside == "scored" or clause.opener == "turn" or clause.has("place", "quality", "pain", "side"):
        return False
    return aside == "felt" or clause.opener == "until" or _is_bare(clause, lexicon)


def _set_aside(clause: Clause, *, wholly: bool = True) -> None:
    """Let a clause tell of no score, and, wholly, of nothing that is felt or denied."""
    for token in clause.tokens:
        token.kind = "measure" if token.kind == "number" else token.kind
        if token.kind == "side" and wholly:
            token.state = "doubt"
    if wholly:
        doubt(clause.tokens)


def _is_bare(clause: Clause, lexicon: Lexicon) -> bool:
    """Return whether a clause is a number and nothing that says of what: "a 7"."""
    plain = lexicon.set_of("filler", "hedge")
    known = (t.kind in _BESIDE_NUMBER or (t.kind == "word" and t.text in plain) for t in clause.tokens)
    return clause.has("number") and all(known)


def _carry_times(clauses: list[Clause], lexicon: Lexicon) -> None:
    """Give the time of a clause to bare numbers behind it, and another day to all before the next time."""
    now = {clause.sentence for clause in clauses if clause.tense == "now"}
    for first, second in pairwise(clauses):
        if first.sentence != second.sentence or second.tense or first.has("number"):
            continue
        goes_on = first.tense == "ago" and not second.opener and bool(now - {first.sentence})
        if goes_on or (first.has("place", "quality", "pain") and _is_bare(second, lexicon)):
            second.led = first.tense


def _conditional(sentence: list[Clause], lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a sentence that are under a condition, if it is not said to be met by a score."""
    under: list[Clause] = []
    for at, clause in enumerate(sentence):
        beside = [*sentence[max(0, at - 1) : at], *sentence[at + 1 : at + 2]]
        if clause.opener != "when" or any(one.has("number") for one in beside):
            continue
        if _is_of_hold(clause, lexicon):
            continue
        told = [one for one in sentence[max(0, at - 2) : at] if one.has("place", "quality", "pain")][-1:]
        denied = any(one.has(*_DENYING) for one in sentence[at : at + 2])
        lasting = clause.tokens[0].value == "lasting" and not told and denied  # "as long as I rest, no pain"
        supposed = clause.tokens[0].value == "if" or lasting
        if supposed or _has_only([*sentence[max(0, at - 1) : at], clause], lexicon):
            after = [*takewhile(_is_led, sentence[at + 1 :])] if supposed and not told else []
            under += [clause, *(one for one in told if one.tense != "now"), *after]
    return under


def _is_of_hold(clause: Clause, lexicon: Lexicon) -> bool:
    """Return whether a clause says no more than that it is during the hold: "only when I hold"."""
    plain = lexicon.set_of("filler", "self")
    held = [token.kind == "exercise" or token.text in lexicon.set_of("hold") for token in clause.tokens]
    others = [not held for token, held in zip(clause.tokens, held, strict=True) if token.text not in plain]
    return any(held) and not any(others[1:])


def _is_led(clause: Clause) -> bool:
    """Return whether a clause may be what a condition before it leads to."""
    return clause.opener in ("", "when", "otherwise") and clause.tense != "now" and not clause.has("number")


def _has_only(clauses: list[Clause], lexicon: Lexicon) -> bool:
    return any(token.text in lexicon.set_of("only") for clause in clauses for token in clause.tokens)
