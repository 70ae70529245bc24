"""What a pain note denies: "no knee pain", "hip fine", "sciatica gone", "pain? nope"."""

from hiplog.reading.notes import words
from hiplog.reading.notes.tokens import Token

REACH = 5  # words that a denial reaches
NEAR = 12  # tokens: no rule looks further, so that time stays linear in a note
FELT = ("place", "quality", "pain")


def deny(tokens: list[Token]) -> str:
    """Mark what the note denies. Return "all" if it denies all pain, "fine" if it only says that all was well."""
    found = {_RULES[token.kind](tokens, at) for at, token in enumerate(tokens) if token.kind in _RULES}
    return "all" if "all" in found else "fine" if "fine" in found else ""


def mark(denied: list[Token]) -> list[Token]:
    """Mark these as denied, and return them."""
    for token in denied:
        token.denied = True
    return denied


def _not(tokens: list[Token], at: int) -> str:
    """Deny what follows: "no knee pain"; without a place there, what it is said of: "knee does not hurt"."""
    scope = _scope(tokens, at)
    if _cancels(tokens[at], scope):
        return ""
    after = tokens[at + len(scope) + 1 : at + len(scope) + 2]
    if after and after[0].kind == "number" and scope and scope[-1].kind == "place":
        scope = scope[:-1]  # "no groin pain hip 4"
    denied = [token for token in scope if token.kind in FELT]
    if not denied:
        return _answer(tokens, at) if tokens[at].value == "none" or not scope else ""
    if after and after[0].kind == "until":
        return ""
    mark(denied)
    if tokens[at].text == "not" and denied[0] is scope[0] and denied[0].text == "pain":
        return _gone(tokens, at) or "fine"  # "hip on fire, not pain, just work": says what it is, not how much
    if any(token.kind == "place" for token in denied):
        return ""
    subjects = mark(said_of(tokens, at))
    pain = any(token.value == "pain" for token in denied)
    return "all" if pain and not any(token.kind == "place" for token in subjects) else ""


def _scope(tokens: list[Token], at: int) -> list[Token]:
    """Return what a denial reaches: five words of its part of the sentence, up to a number."""
    scope: list[Token] = []
    for token in tokens[at + 1 : at + 1 + NEAR]:
        reached = sum(one.kind not in ("comma", "and", "or") for one in scope)
        if token.chunk != tokens[at].chunk or token.kind == "number" or reached == REACH:
            break
        scope.append(token)
    return scope


def _cancels(negation: Token, scope: list[Token]) -> bool:
    """Undo a second denial: "not without pain", "not gone", "can't say there was no pain"."""
    near = scope if negation.value == "doubt" else scope[:2]
    for token in near:
        double = token.kind == "not" and (negation.value == "doubt" or token.text == "without")
        if double or token.kind in ("painless", "fine", "gone"):
            token.kind = "word"
            return True
    return False


def _answer(tokens: list[Token], at: int) -> str:
    """Deny what was asked or named just before: "pain? none", "hip 6 last night, nothing today"."""
    after = tokens[at + 1 : at + 2]
    if after and after[0].kind not in ("comma", "break", "time", "turn"):
        return ""
    if at == 0:
        return "all" if tokens[at].value == "none" or len(tokens) == 1 else ""
    return _gone(tokens, at) or ("all" if tokens[at].value == "none" else "")


def _gone(tokens: list[Token], at: int) -> str:
    """Deny what is said to be gone, in the same part of the sentence or the last before that names something."""
    if [token.text for token in tokens[at + 1 : at + 2]] in (["in"], ["within"]):
        return ""  # "a stab in the hip, gone in 10 seconds" is a pain that was felt
    subjects = said_of(tokens, at, over=("quality",))
    if not subjects and tokens[at].value != "stopped":
        subjects = _named_last(tokens, at)
    mark(subjects)
    if any(token.kind == "place" for token in subjects):
        return "fine"
    return "all" if any(token.kind == "pain" for token in subjects) else ""


def _named_last(tokens: list[Token], at: int) -> list[Token]:
    """Return what was named last before this part of the sentence; of another sentence only for "gone now"."""
    near = tokens[max(0, at - NEAR) : at]
    around = near + tokens[at : at + NEAR]
    if not any(token.value == "now" and token.chunk == tokens[at].chunk for token in around):
        stops = [i for i, token in enumerate(near) if token.kind == "break" and token.text != "?"]
        near = near[stops[-1] :] if stops else near
    named = [token for token in near if token.kind in FELT]
    return [token for token in named if token.chunk == named[-1].chunk]


def _painless(tokens: list[Token], at: int) -> str:
    subjects = mark(said_of(tokens, at)) or mark([t for t in tokens[at + 1 : at + 3] if t.kind == "place"])
    return "" if subjects else "all"


def _fine(tokens: list[Token], at: int) -> str:
    """Deny the places that are said to be fine; those that feel loose or strong are neither denied nor sore."""
    how = tokens[at].value
    if [token.kind for token in tokens[at + 1 : at + 2]] == ["until"]:
        return ""
    subjects = [token for token in said_of(tokens, at, over=()) if token.kind == "place"]
    if not subjects and how == "fine" and [t.text for t in tokens[at + 1 : at + 2]] in _WITH:
        subjects = [token for token in tokens[at + 2 : at + 5] if token.kind == "place"]
    if how == "well":
        for token in subjects:
            token.kind = "word"
    else:
        mark(subjects)
    return "fine" if how == "fine" and not subjects else ""


_RULES = {"not": _not, "painless": _painless, "fine": _fine, "gone": _gone}
_WITH = (["in"], ["with"], ["for"], ["on"], ["at"])


def said_of(tokens: list[Token], at: int, over: tuple = ("mild",)) -> list[Token]:
    """Return the places and pains that the word at `at` is said of: those before it, as far as nothing else is."""
    found: list[Token] = []
    chunk, turned, gap = tokens[at].chunk, tokens[at].kind == "turn", 0
    for token in reversed(tokens[max(0, at - NEAR) : at]):
        if token.chunk != chunk:
            if not turned or found:
                break
            chunk, turned = token.chunk, False
        turned = turned or token.kind == "turn"
        mild = "mild" in over and token.value in words.PAINLESS_QUALITIES
        if token.kind in ("place", "pain") or token.kind in over:
            found.append(token)
            gap = 0
        elif gap < REACH and (token.kind in _PASSED or mild):
            gap += 1
        else:
            break
    return found


_PASSED = ("word", "side", "and", "or", "comma", "time", "measure", "moment", "exercise", "turn")


def deny_unfelt(tokens: list[Token]) -> None:
    """Deny the places of a note without pain, but for those that it says feel tight, numb or the like."""
    felt = {t.chunk for t in tokens if t.kind == "quality" and not t.denied and t.value != "clicking"}
    mark([token for token in tokens if token.kind == "place" and token.chunk not in felt])
