"""How far a word of a pain note reaches: what a denial denies, and what is said to be fine or gone."""

from collections.abc import Iterable
from dataclasses import dataclass

from hiplog.reading.notes.clauses import Clause
from hiplog.reading.notes.lexicon import Lexicon
from hiplog.reading.notes.tokens import Token

REACH = 10  # tokens: no rule looks further, so that time stays linear in a note
_PASSED = ("side", "and", "or", "comma", "dash", "time")
_ASIDE = (
    "side", "and", "or", "time", "some", "exercise", "measure", "moment", "turn", "comma", "colon", "when",
    "transient", "hedge",
)  # fmt: skip
WELL = ("painless", "fine", "good", "gone", "clear")


@dataclass
class Word:
    """A word that denies something, in its clause, and the clauses before it, of which the last three matter."""

    clause: Clause
    at: int
    before: list[Clause]
    lexicon: Lexicon

    @property
    def token(self) -> Token:
        """The word."""
        return self.clause.tokens[self.at]

    @property
    def ahead(self) -> list[Token]:
        """What follows it, as far as it may reach."""
        return self.clause.tokens[self.at + 1 : self.at + 1 + REACH]

    @property
    def of_now(self) -> bool:
        """Whether what it says holds at all moments of now."""
        return not self.clause.limited and self.clause.tense not in ("ago", "earlier")

    def subjects(self) -> list[Token]:
        """Return the places, pains and sides that it is said of: those before it, as far as nothing else is."""
        filler = self.lexicon.set_of("filler", "feel")
        subjects: list[Token] = []
        for token in reversed(self.clause.tokens[max(0, self.at - REACH) : self.at]):
            if token.state:
                break
            if token.felt or token.kind == "side":
                subjects.append(token)
            elif token.kind not in _ASIDE and token.text not in filler:
                break
        return subjects

    def reached(self) -> tuple[list[Token], bool]:
        """Return what a denial reaches, and whether all on the way is understood."""
        feel, filler, degree = (self.lexicon.set_of(name) for name in ("feel", "filler", "degree"))
        reached: list[Token] = []
        felt = False
        for token in self.ahead:
            if felt and token.text in degree:
                return reached, False  # "didn't hurt as much as last week"
            if felt and token.text in self.lexicon.set_of("new subject"):
                break  # "it's not the hip it's the back"
            if token.felt or token.kind in _PASSED:
                reached.append(token)
                felt = felt or token.felt
            elif token.text in feel or (felt and (token.text in filler or token.kind == "exercise")):
                continue
            elif felt or token.kind in ("number", "some"):
                break
            elif token.kind in (*WELL, "well", "no", "not", "nothing"):
                return reached, False  # "not without pain", "not gone"
            else:
                return reached, not any(token.felt for token in self.ahead)
        return reached, True

    def verb_before(self) -> list[Token]:
        """Return the verb that a denial stands after: "schmerzt nicht", "ne tire pas"."""
        feel = self.lexicon.set_of("feel")
        tokens = self.clause.tokens[max(0, self.at - 3) : self.at]
        if [token.kind for token in tokens] == ["turn"] and self.before:  # "schmerzt aber nicht"
            tokens = self.before[-1].tokens[-1:]
        for token in reversed(tokens):
            if token.kind in ("pain", "quality"):
                return [token]
            if token.text not in feel:
                break
        return []


def mark(tokens: Iterable[Token], state: str) -> None:
    """Give all of them a state; see `Token`."""
    for token in tokens:
        token.state = state


def doubt(tokens: Iterable[Token]) -> None:
    """Let the note say nothing of these, nor that they are fine."""
    for token in tokens:
        if token.felt:
            token.state = "doubt"
        elif token.kind in (*WELL, "no", "not", "nothing"):
            token.kind = "neutral"


def places_of(tokens: Iterable[Token]) -> list[Token]:
    """Return those of them that are places."""
    return [token for token in tokens if token.kind == "place"]
