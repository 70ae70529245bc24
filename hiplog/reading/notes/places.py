"""Where and on which side a pain note says that it hurts."""

from itertools import pairwise

from hiplog.reading.notes.clauses import Clause
from hiplog.reading.notes.reach import mark, places_of
from hiplog.reading.notes.tokens import Token


def doubt_places(clauses: list[Clause]) -> None:
    """Say nothing of the places that a note only names: one hurts where a pain, a feeling or a score is beside."""
    for at, clause in enumerate(clauses):
        places = [token for token in clause.tokens if token.kind == "place" and not token.state]
        mark(_left(clause, places), "doubt")
        if clause.tense == "ago" and not _is_of_both_days(clause):
            mark(places, "carried")
        elif places and _is_of_movement(clauses, at):
            mark(places, "doubt")
        elif places and not _is_evident(clause) and not _is_said_beside(clauses, at):
            mark(places, "doubt")


def _left(clause: Clause, places: list[Token]) -> list[Token]:
    """Return the place from which pain is said to have gone to another: "moved from the hip to the knee"."""
    kinds = [token.kind for token in clause.tokens]
    if len(places) < 2 or "change" not in kinds or "from" not in kinds:
        return []
    return places_of(clause.tokens[kinds.index("from") :][:4])[:1]


def _is_of_movement(clauses: list[Clause], at: int) -> bool:
    """Return whether a clause only says when it hurts where was just said: "groin pain when I lift the leg"."""
    clause, before = clauses[at], clauses[max(0, at - 1) : at]
    told = any(one.has("place") and one.sentence == clause.sentence for one in before)
    return told and clause.opener == "when" and not clause.has("pain", "quality", "number")


def _is_of_both_days(clause: Clause) -> bool:
    """Return whether it has a score and is about now as well: "hip 2 today and 6 yesterday"."""
    return clause.has("number") and any(token.kind == "time" and token.value == "now" for token in clause.tokens)


def _is_evident(clause: Clause) -> bool:
    if clause.has("pain", "number", "quality"):
        return _is_felt(clause)
    return clause.opener != "when" and not clause.unknown and not clause.has(*_OF_NO_PAIN)


def _is_felt(clause: Clause) -> bool:
    """Return whether it tells of something that is felt; legs that shake do not hurt."""
    felt = [token for token in clause.tokens if token.kind in ("pain", "number", "quality") and not token.state]
    return any(token.value != "weak" for token in felt)


_OF_NO_PAIN = ("fine", "well", "good", "clear", "exercise", "other", "neutral", "no", "not")


def _is_said_beside(clauses: list[Clause], at: int) -> bool:
    """Return whether the next part of the sentence, or the one before, says what is felt, and names no place."""
    for clause in clauses[max(0, at - 1) : at] + clauses[at + 1 : at + 2]:
        alone = all(token.kind in ("number", "some", "word") for token in clause.tokens)
        if not alone and clause.sentence != clauses[at].sentence:
            continue
        if _is_felt(clause) and not any(token.kind == "place" for token in clause.tokens):
            return True
    return False


def carry_places(clauses: list[Clause]) -> None:
    """Let pain without a place be where the note said before that there was none yet, or on another day."""
    if not _is_placed(clauses):
        for clause in clauses:
            mark([token for token in places_of(clause.tokens) if token.state == "carried"], "")


def carry_across(clauses: list[Clause]) -> None:
    """Let pain of one side be in the place that does not hurt on the other: "left hip fine, right one pinches"."""
    if _is_placed(clauses):
        return
    for first, second in pairwise(clauses):
        across = sorted([*_sides(first), *_sides(second)]) == ["left", "right"]
        if across and second.has("pain", "quality", "number"):
            mark([token for token in places_of(first.tokens) if token.state == "denied"], "")


def _is_placed(clauses: list[Clause]) -> bool:
    return any(clause.has("place") for clause in clauses)


def _sides(clause: Clause) -> set:
    return {token.value for token in clause.tokens if token.kind == "side"}


def side_of_pain(clauses: list[Clause]) -> str | None:
    """Return the side of the pain: one that stands by a place, a pain or a score that the note affirms."""
    sides: set[str] = set()
    for number, clause in enumerate(clauses):
        named = [token for token in clause.tokens if token.kind == "side" and not token.state]
        if clause.tense == "ago" and not clause.has("number"):
            continue
        if _compares(clause, named):
            return "both" if _two_scores(clauses) else None
        sides |= {token.value for token in named if _is_of_pain(clauses, number, token)}
    return sides.pop() if len(sides) == 1 else "both" if sides else None


def _compares(clause: Clause, named: list[Token]) -> bool:
    return len({token.value for token in named}) > 1 and clause.has("compare", "arrow")


def _two_scores(clauses: list[Clause]) -> bool:
    return sum(token.kind == "number" for clause in clauses for token in clause.tokens) > 1


def _is_of_pain(clauses: list[Clause], number: int, side: Token) -> bool:
    clause = clauses[number]
    at = next(i for i, token in enumerate(clause.tokens) if token is side)
    ahead, behind = clause.tokens[at + 1 : at + 7], clause.tokens[max(0, at - 6) : at][::-1]
    behind = [token for token in behind if token.kind not in ("word", "hedge")]
    if behind and behind[0].kind in ("measure", "exercise") and not (ahead and ahead[0].felt):
        return False
    if ahead and ahead[0].kind in ("measure", "exercise"):
        return False
    said = [
        token
        for token in clause.tokens
        if token.felt or token.kind in ("number", "nothing", "fine", "gone", "painless", "clear", "well", "good")
    ]
    if not said and not clause.unknown:
        neighbours = [*clauses[max(0, number - 1) : number][::-1], *clauses[number + 1 : number + 2]]
        return any(_affirms(c.tokens) and not c.denies for c in neighbours[:1])
    for neighbours in (ahead[:1], behind[:1]):
        if neighbours and neighbours[0].kind == "place" and neighbours[0].state:
            return False
    numbers = [token for token in clause.tokens if token.kind == "number"]
    leads = [token.kind for token in clause.tokens if token.kind in ("side", "number")][:1] == ["side"]
    for those in [ahead, behind] if leads or not numbers else [behind, ahead]:
        said_there = _first_said(those)
        if said_there is not None:
            return said_there
    return False


def _affirms(tokens: list[Token]) -> bool:
    return any((token.felt and not token.state) or (token.kind == "number" and token.value[1]) for token in tokens)


def _first_said(tokens: list[Token]) -> bool | None:
    """Return whether the first word of weight affirms pain; None where there is none."""
    for at, token in enumerate(tokens):
        if token.kind == "number":
            return token.value != (0.0, 0.0)
        if token.felt and token.value != "weak":
            zero = any(t.kind == "number" and t.value == (0.0, 0.0) for t in tokens[at:])
            return not token.state and not zero
        if token.kind in ("not", "no", "nothing", "fine", "gone", "painless"):
            return False
    return None
