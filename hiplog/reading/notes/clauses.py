"""The tokens of a pain note -> its clauses, each with what it limits, and what in them is no pain set aside."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from hiplog.reading.notes.lexicon import Lexicon
from hiplog.reading.notes.tokens import Token

_LONGEST = 50  # tokens of a clause: time stays linear in a note that has no marks
_OPENERS = ("turn", "until", "except", "when", "otherwise")
_MARKS = ("comma", "break", "ask")
_EVALUATED = ("number", "fine", "good", "gone", "painless", "nothing")
_KNOWN = {
    "place", "quality", "pain", "side", "time", "and", "or", "some", "fine", "good", "well", "clear", "painless",
    "nothing", "no", "not", "gone", "comma", "dash", "exercise", "measure", "moment", "turn", "when", "except",
    "until", "number", "neutral", "scale", "hedge", "colon", "less", "otherwise", "transient", "compare", "to",
    "from", "change", "other", "others", "hope", "scaled", "arrow", "between",
}  # fmt: skip


@dataclass(eq=False)
class Clause:
    """A part of a note that says one thing."""

    tokens: list[Token]
    sentence: int  # the number of the sentence that it is in
    opener: str = ""  # the kind of the word that opens it: turn ("but"), until, except, when; else ""
    asked: bool = False  # it ends on a question mark
    limited: bool = False  # what it says is said of some moments only: "no pain when sitting", "none at 40 s"
    denies: str = ""  # what it denies: "all" pain, everything in general ("clear"), one "place", one "side", or ""
    unclear: bool = False  # it denies something of what is felt, and what it is was not understood
    led: str = ""  # the time that what comes before it in its sentence gives it, where it tells none itself
    unknown: list[Token] = field(default_factory=list)  # the words of which nothing is known

    @property
    def tense(self) -> str:
        """The time that it tells of: ago (another day), earlier, now, or ""."""
        times = {token.value for token in self.tokens if token.kind == "time"}
        return next((time for time in ("ago", "now", "earlier") if time in times), self.led)

    def has(self, *kinds: str) -> bool:
        """Return whether it has a token of one of these kinds that the note affirms."""
        return any(token.kind in kinds and not token.state for token in self.tokens)


def clauses_of(tokens: list[Token], lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a note, in its order."""
    _mend(tokens, lexicon)
    _set_times_aside(tokens, lexicon)
    _set_exercise_aside(tokens)
    clauses = _split(tokens)
    filler = lexicon.set_of("filler", "hedge", "preposition", "self")
    for clause in clauses:
        clause.unknown = [t for t in clause.tokens if t.kind not in _KNOWN and t.text not in filler]
    _limit(clauses)
    return clauses


def _mend(tokens: list[Token], lexicon: Lexicon) -> None:
    """Tell "down to the calf" (it radiates) from "down to 2", and "at 40 s" (a moment) from "40 s"."""
    down, moment = lexicon.set_of("down to"), lexicon.set_of("preposition") | {"first", "last"}
    fillers = lexicon.set_of("filler")
    for at, token in enumerate(tokens):
        if token.kind in ("to", "until") or token.text in down:
            ahead = tokens[at + 1 : at + 4]
            after = next((t for t in ahead if t.kind != "side" and t.text not in fillers), token)
            if after.kind == "number":
                token.kind = "to"
            elif after.kind == "place" and token.text in down:
                token.kind, token.value = "quality", "radiating"
            elif token.kind == "to":
                token.kind = "word"
        elif token.kind == "measure" and at and tokens[at - 1].text in moment - lexicon.set_of("of ten"):
            lasting = token.text.split()[-1] in lexicon.set_of("long units")
            token.kind = "measure" if lasting else "moment"


def _set_times_aside(tokens: list[Token], lexicon: Lexicon) -> None:
    """Make plain words of times that are not when it was: "no pain since Monday", "a 4, same as last week"."""
    since, alike = lexicon.set_of("since"), lexicon.set_of("alike")
    for before, token, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        if token.kind == "time" and token.value in ("ago", "earlier"):
            likened = before.text in alike and (after is None or after.kind != "number")
            token.kind = "neutral" if likened or before.text in since else "time"


def _set_exercise_aside(tokens: list[Token]) -> None:
    """Make plain words of places and sides that name the exercise: "left hip stretch", "lifting the right leg"."""
    for at, token in enumerate(tokens):
        ahead, behind = tokens[at + 1 : at + 4], tokens[max(0, at - 3) : at][::-1]
        if token.kind in ("exercise", "moved"):
            _set_aside(behind) or (token.kind == "moved" and _set_aside(ahead))
        elif token.kind == "move":
            _set_aside(ahead)
        if token.kind in ("move", "moved"):
            token.kind = "exercise"


def _set_aside(named: Iterable[Token]) -> bool:
    """Set the places and sides that come first aside, and return whether there were any."""
    those = [*takewhile(lambda token: token.kind in ("place", "side") or token.text == "side", named)]
    for token in those:
        token.kind = "exercise"
    return bool(those)


def _split(tokens: list[Token]) -> list[Clause]:
    """Part the tokens at marks, at words like "but", and at an "and" between two statements."""
    lists = _list_commas(tokens)
    clauses, sentence = [Clause([], 0)], 0
    for at, token in enumerate(tokens):
        clause = clauses[-1]
        ends = token.kind in _MARKS and at not in lists
        if ends or (token.kind == "colon" and clause.has(*_INTRODUCING)):
            sentence += token.kind not in ("comma", "colon")
            clause.asked = token.kind == "ask"
            clauses.append(Clause([], sentence))
        elif [one.kind for one in clause.tokens] == ["when"] == [token.kind]:
            clause.tokens.append(token)  # "when walking"
        elif token.kind in _OPENERS or _is_new(clause, token, tokens[at + 1 : at + 2]):
            clauses.append(Clause([token], sentence, token.kind if token.kind in _OPENERS else ""))
        else:
            clause.tokens.append(token)
    return [clause for clause in clauses if clause.tokens]


def _is_new(clause: Clause, token: Token, after: list[Token]) -> bool:
    """Return whether an "and" begins another statement: "hip 3 and knee fine", "hip sore and no knee pain"."""
    if token.kind != "and":
        return len(clause.tokens) == _LONGEST
    next_kind = after[0].kind if after else ""
    denies = next_kind in ("no", "not", "nothing", "painless")
    return denies or clause.has(*_EVALUATED) or (next_kind == "time" and bool(clause.tokens))


_INTRODUCING = ("word", "other", "neutral")  # before a colon: "numbers may lie: 2"


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


def _limit(clauses: list[Clause]) -> None:
    """Mark the clauses whose denial holds at some moments only."""
    for at, clause in enumerate(clauses):
        after = clauses[at + 1] if at + 1 < len(clauses) else None
        followed = after is not None and after.sentence == clause.sentence and after.opener == "when"
        if followed:
            followed = any(t.kind != "exercise" and t.text not in _DURING for t in after.tokens)
        clause.limited = (
            followed
            or clause.opener in ("until", "when", "otherwise")
            or any(t.kind == "moment" for t in clause.tokens)
        )


# What a denial may stand before and still be of the whole: "no pain while I was holding".
_DURING = (
    "while", "whilst", "when", "wahrend", "pendant que", "quand", "mientras", "cuando",
    "i", "the", "was", "were", "im", "doing", "ich", "je", "der", "die", "das",
)  # fmt: skip
