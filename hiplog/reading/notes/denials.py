"""What a pain note denies: "no knee pain", "hip fine", "sciatica gone", "pain? nope".

A denial that is not understood wholly denies nothing: what stands in its reach is then doubtful, neither felt nor
denied.
"""

from itertools import pairwise

from hiplog.reading.notes.clauses import Clause
from hiplog.reading.notes.lexicon import Lexicon
from hiplog.reading.notes.reach import WELL, Word, doubt, mark, places_of
from hiplog.reading.notes.tokens import Token

# A place may feel like this, and its owner still say that there is no pain.
PAINLESS_QUALITIES = {"tingling", "numb", "tight", "stiff", "pulling", "weak", "clicking", "radiating"}
_OF_PAIN = {"ache", "sore"}  # who has none of these has no pain
# A place without these does not hurt; without a sharp pain, or a dull one, it may.
_HURTING = {*_OF_PAIN, "throbbing", "stabbing", "burning", "pinching", "pulling", "cramping"}
_WEIGHT = ["", "side", "place", "some", "clear", "all"]  # what a clause may deny, the most last


def deny(clauses: list[Clause], lexicon: Lexicon) -> None:
    """Mark in each clause what it denies."""
    for number, clause in enumerate(clauses):
        before = clauses[max(0, number - 3) : number]
        if clause.has("doubt"):
            doubt(clause.tokens)
        elif clause.opener in ("until", "except"):
            _take_back(before)
        _turn_negated(clause, lexicon)
        for at, token in enumerate(clause.tokens):
            if token.kind in _RULES and not token.state:
                says = _RULES[token.kind](Word(clause, at, before, lexicon))
                clause.denies = max(clause.denies, says, key=_WEIGHT.index)


def was_painless(clauses: list[Clause], lexicon: Lexicon) -> bool:
    """Return whether it says that there was none before: "no pain before, 3 after", not "no pain before 40 s"."""
    return any(_was_painless(clause, lexicon) for clause in clauses)


def _was_painless(clause: Clause, lexicon: Lexicon) -> bool:
    before, never, likened = (
        any(token.text in lexicon.set_of(name) for token in clause.tokens) for name in ("before", "never", "alike")
    )
    said = any(token.kind in ("painless", "no", "nothing") or token.value == "pain" for token in clause.tokens)
    denied = said and any(token.kind in ("painless", "no", "nothing", "not") for token in clause.tokens)
    limited = clause.has("place", "number", "measure", "moment", "quality", "side", "compare")
    return before and denied and not (never or likened or limited or clause.unknown)


def _turn_negated(clause: Clause, lexicon: Lexicon) -> None:
    """Make a pain of what is not painless, or a place not fine, and nothing of what is not gone."""
    for at, token in enumerate(clause.tokens):
        negation = _negation_of(clause.tokens, at, lexicon) if token.kind in WELL else None
        if negation is not None:
            hurts = token.kind == "painless" or (token.kind == "fine" and clause.has("place"))
            token.kind, token.value = ("pain", "bad") if hurts else ("neutral", "")
            negation.kind = "neutral"


def _negation_of(tokens: list[Token], at: int, lexicon: Lexicon) -> Token | None:
    """Return what denies a word, before it or behind: "not pain free yet", "isn't really fine"."""
    if lexicon.not_after and [token.kind for token in tokens[at + 1 :]] == ["not"]:
        return tokens[-1]  # "schmerzfrei nicht", and no "schmerzfrei nicht lange gehalten"
    for token in reversed(tokens[max(0, at - 3) : at]):
        if token.kind == "not" or (token.kind == "neutral" and token.text.split()[0] in lexicon.set_of("not")):
            return token
        if token.kind not in ("some", "hedge", "time") and token.text not in lexicon.set_of("wholly"):
            return None
    return None


def _take_back(before: list[Clause]) -> None:
    """Take back what was denied "until", or but for an exception; what was named there may be what then hurts."""
    if before:
        before[-1].denies = ""
        mark([token for token in before[-1].tokens if token.state == "denied"], "carried")


def _no(word: Word) -> str:
    """Deny what follows: "no knee pain"; without a place there, what it is said of: "knee does not hurt"."""
    clause = word.clause
    reached, understood = word.reached()
    if understood and not any(token.felt for token in reached) and word.lexicon.not_after:
        reached = word.verb_before()
    if understood and any(token.felt for token in reached):
        return _denied(word, reached)
    mark([token for token in reached if token.kind == "side"], "denied")  # "it is the left, not the right"
    alone = all(token.kind == "time" for token in word.ahead[:1])
    if understood and alone and word.token.text in word.lexicon.set_of("nothing"):
        return _answer(word)
    clause.unclear = clause.unclear or any(token.felt for token in clause.tokens)
    if not understood:
        doubt(word.ahead)
    return ""


def _nothing(word: Word) -> str:
    """Deny what follows, "nothing hurts", or what was asked or named."""
    reached, understood = word.reached()
    if understood and any(token.felt for token in reached):
        return _denied(word, reached)
    return _answer(word)


def _denied(word: Word, reached: list[Token]) -> str:
    """Mark what is denied, and return what that says of the whole."""
    felt = [token for token in reached if token.felt]
    subjects = word.subjects()
    places = places_of([*felt, *subjects])
    pains = [token for token in felt if token.kind != "place"]
    if not word.of_now or _is_qualified(reached):
        mark([*felt, *places], "doubt")
        return ""
    enough = _HURTING if places else _OF_PAIN
    if pains and all(token.kind == "quality" and token.value not in enough for token in pains):
        mark(pains, "denied")
        mark(places_of(felt), "doubt")
        return ""
    mark([*felt, *places], "denied")
    if places:
        return "place"
    if any(token.kind == "side" and token.value != "both" for token in [*reached, *subjects]):
        return "side"
    return _denied_without_place(word, {token.value for token in pains})


def _denied_without_place(word: Word, pains: set) -> str:
    """Return what a denial of pain says of the whole, and deny what the sentence has just told and now denies."""
    last = word.before[-1:]
    if last and last[0].sentence == word.clause.sentence and _is_contrast(word):
        felt = [token for token in last[0].tokens if token.felt and token.value not in PAINLESS_QUALITIES]
        _of_subjects(felt)
        return "clear" if any(token.felt for token in last[0].tokens) else "all"
    if "pain" in pains and _deny_mild(word) and word.token.kind == "not":
        return "place"  # "knees cracked, didn't hurt"
    return "all" if "pain" in pains else "clear" if "trouble" in pains else "some"


def _is_qualified(reached: list[Token]) -> bool:
    """Return whether only some pain is denied: "no sharp pain" leaves a dull one."""
    return any(
        one.kind == "quality" and one.value not in _HURTING and other.kind == "pain"
        for one, other in pairwise(reached)
    )


def _is_contrast(word: Word) -> bool:
    """Return whether it says what is no pain, not that there is none: "hip on fire, not pain, just work"."""
    return word.token.text in word.lexicon.set_of("contrast") and word.token.kind == "not" and bool(word.ahead)


def _deny_mild(word: Word) -> bool:
    """Deny the places of which the sentence has just said that they click or feel tight: "tight but no pain"."""
    sentence = [clause for clause in word.before if clause.sentence == word.clause.sentence]
    named = [clause for clause in sentence if clause.has("place", "quality", "pain")]
    if not named or named[-1].denies:
        return False
    felt = [token for token in named[-1].tokens if token.felt and not token.state]
    pains = [token for token in felt if token.kind != "place"]
    if not pains or any(token.value not in PAINLESS_QUALITIES for token in pains):
        return False
    mark(places_of(felt), "denied")
    return bool(places_of(felt))


def _answer(word: Word) -> str:
    """Deny what was asked or named: "pain? none", "right: nothing", "hip 6 last night, nothing today"."""
    if word.clause.unknown or not word.of_now or word.clause.has("number"):
        return ""
    subjects = word.subjects()
    last = word.before[-1] if word.before and not subjects else None
    if last is None:
        return _of_subjects(subjects)
    named = [token for token in last.tokens if token.felt]
    if last.asked:
        return _of_subjects(named)
    if last.tense in ("ago", "earlier") and word.token.kind == "not":
        return _of_subjects(named)  # "my knee hurt before, not any more"
    if last.tense in ("ago", "earlier"):
        mark(named, "denied")
        return "all"
    if last.sentence == word.clause.sentence and any(not token.state for token in named):
        return ""
    return "all"


def _of_subjects(subjects: list[Token]) -> str:
    """Deny these, and return what that says of the whole."""
    felt = [token for token in subjects if token.felt]
    mark(felt, "denied")
    if places_of(felt):
        return "place"
    if any(token.kind == "side" and token.value != "both" for token in subjects):
        return "side"
    if felt and all(token.kind == "quality" for token in felt):
        return "some" if {token.value for token in felt} & _OF_PAIN else ""
    return "all"


def _painless(word: Word) -> str:
    if not word.of_now:
        return ""
    subjects = [token for token in word.subjects() if token.kind in ("place", "side")]
    subjects = subjects or [token for token in word.ahead[:3] if token.kind in ("place", "side")]
    if not subjects and _deny_mild(word):
        return "place"
    return _of_subjects(subjects)


def _fine(word: Word) -> str:
    """Deny the places that are said to be fine; those that feel loose or strong are neither denied nor sore."""
    subjects = word.subjects()
    places = places_of(subjects)
    if word.token.kind == "well" or not word.of_now:
        mark(places, "carried" if word.of_now else "doubt")
        return ""
    if not places and any(token.felt for token in subjects):
        return ""  # "pain was fine" is a pain
    last = word.before[-1] if word.before else None
    if last and not subjects and word.clause.tense == "now" and last.tense in ("ago", "earlier"):
        return _of_subjects([token for token in last.tokens if token.felt])  # "knee bad on Monday, quiet today"
    if not subjects and word.token.kind == "fine":
        places = places_of(word.ahead[:3])
    if places:
        mark(places, "denied")
        return "place"
    if word.token.kind != "fine" or word.clause.unknown or word.clause.has("number", "place", "pain"):
        return ""
    return "side" if any(token.value != "both" for token in subjects) else "clear"


def _clear(word: Word) -> str:
    """Take a general all-clear for what it says, unless it is of something that is not understood."""
    places = places_of(word.clause.tokens)
    if word.clause.unknown or not word.of_now:
        return ""
    mark(places, "denied")
    return "place" if places else "clear"


def _gone(word: Word) -> str:
    """Deny what is said to be gone, here or in what was named last; what went within the hold was felt."""
    soon = any(token.text in word.lexicon.set_of("soon") for token in word.ahead[:1])
    if soon or _is_timed(word.clause.tokens[word.at :]) or word.clause.limited:
        return ""
    subjects = word.subjects()
    if any(token.felt for token in subjects):
        return _of_subjects(subjects)
    last = word.before[-1] if word.before and word.token.kind != "stopped" else None
    now = word.clause.tense == "now"
    if last is None or (last.sentence != word.clause.sentence and not now) or (_is_timed(last.tokens) and not now):
        return ""
    named = [token for token in last.tokens if token.felt and not token.state]
    if last.tense == "ago" and last.has("number"):
        mark(named, "denied")
        return "all"
    return _of_subjects(named) if named else ""


def _is_timed(tokens: list[Token]) -> bool:
    return any(token.kind in ("measure", "moment") for token in tokens)


def _less(word: Word) -> str:
    """Say nothing of what there is less of: "less stiff" may be stiff still."""
    mark([token for token in word.ahead[:1] if token.kind in ("pain", "quality")], "doubt")
    return ""


_RULES = {
    "less": _less,
    "no": _no,
    "not": _no,
    "nothing": _nothing,
    "painless": _painless,
    "fine": _fine,
    "good": _fine,
    "well": _fine,
    "clear": _clear,
    "gone": _gone,
    "stopped": _gone,
}
