"""Which columns are the pain, and of which moment: also numbers below no more than `before` or `after`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hiplog.reading.columns.candidates import Candidate
from hiplog.reading.columns.evidence import NEAR, reasons, weigh
from hiplog.reading.columns.headers import kinds_of, meaning, without_exercise
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.columns.questions import moments_asked, which
from hiplog.reading.columns.same import same_by
from hiplog.reading.languages.words import bare, has_digit, one_of, split_words, words
from hiplog.reading.values.pain import is_pain, words_among
from hiplog.reading.values.remarks import without_remark

_OF_THE_EXERCISE = ("hold", "held", "exercise", "session", "set")
_SCALE = re.compile(r"[(\[{][^()]*\d[^()]*[)\]}]")  # `(0 = none, 10 = cannot sleep)`
_NO_PLACE = re.compile(r"\bback (?=at|from|home)")
_HIP = re.compile("hip|groin|leiste|huft|hanche|cadera|anca|heup|quadril|hoft|biodr|kalca|бедр|髋|股関節")
_BESIDE_PAIN = words("scale", "filler", "to", "left", "right")  # and say no more


@dataclass
class Pains:
    """What columns of scores are."""

    meanings: dict[int, Meaning] = field(default_factory=dict)  # where it is not what their header alone says
    why: dict[int, str] = field(default_factory=dict)
    question: str = ""  # what has to be asked first; nothing, mostly

    def take(self, column: Candidate, meaning: Meaning, why: str) -> None:
        """Note what a column is."""
        self.meanings[column.number], self.why[column.number] = meaning, why


def pains_of(columns: Sequence[Candidate], free: Sequence[Candidate], *, titled: bool) -> Pains:
    """Return what the columns of scores are.

    Parameters
    ----------
    columns : sequence of Candidate
    free : sequence of Candidate
        Those that neither the caller nor another role has.
    titled : bool
        Whether a title tells of pain.
    """
    pains = Pains()
    rated = [c for c in columns if c.header.kind == "pain" and any(map(has_digit, c.inked))]
    others = {c: why for c in rated if c in free and (why := _why_another(c, columns))}
    rated = [c for c in rated if c not in others]
    for c, why in others.items():
        pains.take(c, Meaning(), why)
    phases = {moment for c in rated for moment in c.header.phase.split("/")}
    moments = {c.moment: c for c in reversed(free) if c.moment and c.share(_is_score) > 0.8}
    moments = {moment: c for moment, c in moments.items() if moment not in phases}
    of_pain = next((repr(c.name) for c in columns if c.says("pain") or c in rated), "a title" if titled else "")
    unsaid = [c.header.side for c in rated if not c.header.phase and not _is_of_else(c)]
    if moments and (not of_pain or any(unsaid) or len(unsaid) + len(moments) > 2):
        pains.question = moments_asked(moments)
        return pains
    for moment, c in moments.items():
        pains.take(c, Meaning("pain", phase=moment), f"its numbers are scores, and {of_pain} tells of pain")
    rated += moments.values()
    _name_the_other(pains, rated, free)
    _leave_one_each(pains, rated, free)
    return pains


def _why_another(column: Candidate, columns: Sequence[Candidate]) -> str:
    """Return why a pain is not that of the hold in its row: it is of another place or day, at night, in walking.

    What is said to be of the hip, or before, after or during the exercise, is its own.
    """
    holds = {word for c in columns if c.header.kind == "hold" for word in bare(split_words(c.name)).split()}
    name = _NO_PLACE.sub("", without_exercise(_SCALE.sub("", split_words(column.name))))
    named = [word for word in bare(name).split() if word not in holds]  # `Right ankle on left knee: pain`
    plain = f" {' '.join(named)} "
    if column.is_of_another_day:
        return "its header tells of another day"
    if _HIP.search(plain):
        return ""
    if "other place" in kinds_of(plain):
        return "its header names another place"
    said = [word for word in words("other pain") if f" {word} " in plain]
    rest = re.sub(rf"\b{one_of(said)}\b", " ", plain)
    is_own = not said or meaning(rest).phase or not kinds_of(rest).isdisjoint(_OF_THE_EXERCISE)
    return "" if is_own and words("other moment").isdisjoint(named) else "its header tells of another time"


def _is_score(cell: str) -> bool:
    """Return whether a cell is a score from 0 to 10, perhaps with a remark in brackets."""
    said, _remark = without_remark(cell)
    return is_pain(said) and not words_among(said)


def _name_the_other(pains: Pains, rated: Sequence[Candidate], free: Sequence[Candidate]) -> None:
    """Take the one plain pain of a side for that before where only that after has a column of its own."""
    for side in {c.header.side for c in rated}:
        of_side = {c: pains.meanings.get(c.number, c.header).phase for c in rated if c.header.side == side}
        plain = [c for c, phase in of_side.items() if not phase and c in free and not _is_of_else(c)]
        named = {phase: c.name for c, phase in of_side.items() if phase}
        if len(plain) == 1 and named.keys() == {"after"}:
            pains.take(plain[0], replace(plain[0].header, phase="before"), f"{named['after']!r} is the one after")


def _is_of_else(column: Candidate) -> bool:
    """Return whether a pain is the worst of some, of another place or moment: its header says more than pain."""
    said = re.findall(r"[^\W\d_]+", bare(split_words(column.name)))
    return column.says("other place") or not all(word in _BESIDE_PAIN or "pain" in kinds_of(word) for word in said)


def _leave_one_each(pains: Pains, rated: Sequence[Candidate], free: Sequence[Candidate]) -> None:
    """Leave one column of scores for each time and side; ask where a second is nearly as good."""
    alike: dict[tuple[str, str], dict[Candidate, int]] = {}
    for c in rated:
        m = pains.meanings.get(c.number, c.header)
        alike.setdefault((m.phase or "after", m.side), {})[c] = weigh("pain", c) if c in free else 99
    for weights in alike.values():
        first, *others = sorted(weights, key=lambda c: (-weights[c], c.number))
        for c in others:
            if weights[first] - weights[c] < NEAR and not same_by(str.strip)(first, c):
                pains.question = which("pain", first.name, c.name)
                return
            pains.take(c, Meaning(), "; ".join(reasons("pain", c)[1]) or "another column of pain says more")
