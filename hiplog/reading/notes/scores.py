"""The pain that a note tells of: now, and earlier."""

import re
from itertools import pairwise

from hiplog.reading.notes.clauses import Clause
from hiplog.reading.notes.tokens import Token

Range = tuple[float, float]


class _Number:
    """A score, where it stands and of when it is."""

    def __init__(self, clause: Clause, number: int, at: int) -> None:
        self.clause, self.number, self.at = clause, number, at
        self.range: Range = clause.tokens[at].value
        self.before = clause.tokens[max(0, at - 8) : at]
        self.times = {token.value for token in _times_of(clause.tokens, at)} or {clause.led}
        first = next((token.value for token in self.before if token.kind == "time"), "")
        now = "now" in self.times and first != "ago"  # "yesterday 6 after gardening"
        self.past = bool({"ago", "earlier"} & self.times) and not now

    @property
    def of_another_place(self) -> bool:
        """Whether it has a place or a side of its own."""
        return any(token.kind in ("place", "side") for token in self.clause.tokens)


def score_of(clauses: list[Clause]) -> tuple[Range | None, float | None]:
    """Return the pain now, from and to, and what it was earlier; deny the places of a 0."""
    numbers = [
        _Number(clause, i, at)
        for i, clause in enumerate(clauses)
        for at, token in enumerate(clause.tokens)
        if token.kind == "number"
    ]
    those = [number for number in numbers if "extreme" not in number.times] or numbers
    _tell_past(those, clauses)
    now = [number for number in those if not number.past] or _last_told(those, clauses)
    chosen = {id(number) for number in now}
    past = [number for number in those if id(number) not in chosen]
    for number in those:
        if number.range == (0.0, 0.0):
            _deny_beside(number)
    highest = max([number.range for number in now], key=sum, default=None)
    changed = [number for number in past if not now or _are_of_one_place(number, now[-1], clauses)]
    return highest, sum(changed[-1].range) / 2 if changed else None


def _are_of_one_place(first: _Number, second: _Number, clauses: list[Clause]) -> bool:
    """Return whether two scores may be of one place: "last week the knee, 8; now the hip, 3" is no change."""
    places, others = (_places_of(number, clauses) for number in (first, second))
    return not (places and others) or bool(places & others)


def _places_of(number: _Number, clauses: list[Clause]) -> set:
    """Return the places of a score's clause, or, where it has the time of the one before it, of that."""
    of = clauses[number.number - bool(number.clause.led) : number.number + 1]
    return {token.value for clause in of for token in clause.tokens if token.kind == "place"}


def _tell_past(numbers: list[_Number], clauses: list[Clause]) -> None:
    """Say of each score whether it is of earlier than the others, or than an end of all pain."""
    sides = {token.value for clause in clauses for token in clause.tokens if token.kind == "side"}
    sided = sides >= {"left", "right"} or "both" in sides
    for first, second in pairwise(numbers):
        _compare(first, second, clauses, sided)
    over = _ends_of_pain(clauses)
    now = any(not number.past and "was" not in number.times for number in numbers)
    alone = len(numbers) == 1
    for number in numbers:
        was = now and "was" in number.times and not number.of_another_place
        number.past |= was or _is_over(number, over) or (alone and _led_by(number, "from", "compare"))


def _last_told(numbers: list[_Number], clauses: list[Clause]) -> list[_Number]:
    """Return the scores of earlier of which a note tells last, unless it says that there is no pain now."""
    if any(clause.denies in ("all", "clear", "place") and clause.tense == "now" for clause in clauses):
        return []
    ended = any(clause.denies or clause.tense == "now" for clause in clauses)
    left_out = {"ago", "earlier"} if ended else {"ago"}
    return [n for n in numbers if not left_out & n.times and not _led_by(n, "from", "compare")]


def _ends_of_pain(clauses: list[Clause]) -> dict[str, int]:
    """Return the last clause that denies all pain, or that of a place, now."""
    return {
        clause.denies: number for number, clause in enumerate(clauses) if clause.denies and clause.tense == "now"
    }


def _is_over(number: _Number, over: dict[str, int]) -> bool:
    """Return whether a score was before a time of which the note says that there is no pain."""
    was = "was" in number.times and not number.of_another_place
    return (was and bool({"all", "place", "clear"} & set(over))) or over.get("all", -1) > number.number


def _times_of(tokens: list[Token], at: int) -> list[Token]:
    """Return the words of time that are nearest to a number, of those in its clause."""
    numbers = [i for i, token in enumerate(tokens) if token.kind == "number"]
    if len(numbers) == 1:
        return [token for token in tokens if token.kind == "time"]
    times = [i for i, token in enumerate(tokens) if token.kind == "time"]
    leads = bool(times) and times[0] < numbers[0]
    of: list[Token] = []
    for i in times:
        nearest = min(numbers, key=lambda n, i=i: (abs(n - i), (n > i) != leads))
        of += [tokens[i]] if nearest == at else []
    return of


def _led_by(number: _Number, *kinds: str) -> bool:
    """Return whether such a word stands before a number, with no other number between."""
    for token in reversed(number.before):
        if token.kind in ("number", "scale", "place", "exercise"):
            return False
        if token.kind in kinds:
            return True
    return False


def _compare(first: _Number, second: _Number, clauses: list[Clause], sided: bool) -> None:
    """Say which of two scores that follow each other is the earlier one, where one of them is."""
    same = first.clause is second.clause
    near = second.number - first.number <= 3
    between = second.before[first.at + 1 - max(0, second.at - 8) :] if same else second.before
    kinds = [token.kind for token in between]
    if _led_by(second, "from") and near:
        second.past = True
    elif _led_by(second, "compare"):
        of_its_own = any(token.kind in ("place", "side") for token in second.clause.tokens[second.at + 1 :][:3])
        if not (sided or of_its_own) or {"ago", "earlier"} & second.times:
            second.past = True
    elif "arrow" in kinds or "to" in kinds[-3:] or (same and kinds == ["dash"] and first.range > second.range):
        first.past = True
    elif near and _turned(first, second, clauses):
        first.past = True


def _turned(first: _Number, second: _Number, clauses: list[Clause]) -> bool:
    """Return whether the second is what the pain is now: "was 6, now 3", "4 until I relaxed, then 2"."""
    elsewhere = second.of_another_place and not first.past
    if "now" in second.times and "now" not in first.times and not elsewhere:
        return True
    opener = second.clause.tokens[0]
    if opener.value == "then" and second.number == first.number + 1 and not elsewhere:
        return True
    if any(clause.opener == "until" for clause in clauses[first.number + 1 : second.number]):
        return True
    return any(a[0] == b[0] and a[1] < b[1] for a in _counted(first) for b in _counted(second))


def _counted(number: _Number) -> list[tuple[str, int]]:
    """Return what of several a score is of, like ("set", 2)."""
    measures = [token.text for token in number.clause.tokens if token.kind == "measure"]
    matches = [re.fullmatch(r"([a-z]+) #?(\d{1,3})", text) for text in measures]
    return [(one[1], int(one[2])) for one in matches if one]


def _deny_beside(number: _Number) -> None:
    """Deny the places that a 0 is of: those before it if they stand first, else those after it."""
    tokens, at = number.clause.tokens, number.at
    first = next(token.kind for token in tokens if token.kind in ("place", "pain", "number"))
    those = tokens[at + 1 :] if first == "number" else tokens[:at][::-1]
    if sum(token.kind == "number" for token in tokens) == 1:
        those = [*those, *tokens[at + 1 :]]
    for token in those[:8]:
        if token.kind == "number":
            break
        if token.kind in ("place", "pain"):
            token.state = "denied"
