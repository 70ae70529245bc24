"""What stands around a side's time in a line: a comment on a hold, or what makes the number something else."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hiplog.reading.columns.cells import seconds_in
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.journals.sentences import DENIALS, tells_another, without_narration
from hiplog.reading.journals.tokens import BESIDE_A_SIDE, NARRATION, has_unit, is_hold, is_side
from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, fold, has_digit, one_of, words
from hiplog.reading.values.exercises import exercise_of_header
from hiplog.reading.values.sides import without_article

_UNIT, _MINUTE, _SIDE = map(one_of, (words("second", "minute"), words("minute"), words("left", "right")))
_A_TIME = rf"[~>]?\s?\d+(?::[0-5]\d|(?:[.,]\d+)?\s?(?:{_UNIT})(?!\w))"
SIDE_AND_TIME = re.compile(rf"(?<!\w)(?:{_SIDE})(?!\w)[.:=]?\s{{0,2}}{_A_TIME}|{_A_TIME}\s?(?:{_SIDE})(?!\w)")
INSTEAD = re.compile(  # as in `left 58, not 85`
    rf"(?i)[\s,;(]+({one_of(words('instead'))}\s+\d+(?::[0-5]\d)?(?:\s?(?:{_UNIT}))?)\)?(?=\s*(?:[.,;!]|$))"
)
_ASKED_BACK = re.compile(r"([^.!?;,\uff0c\u3002\uff1f]*)[?\uff1f]")
_NUMBER_LAST = re.compile(rf"\d\s?(?:{_UNIT})?\.?(?:\s?{_SIDE})?\s*$")  # perhaps with its side behind it
_IN_MINUTES = re.compile(rf"\d\s?(?:{_MINUTE})(?!\w)")
_IN_METRES = re.compile(r"\d\s?m(?!\w)(?!.*\d)")  # perhaps
_LONG_S = 180  # of more minutes a walk may be told, a nap, or how late it was

_COMPARES = {said.split()[0] for said in words("over") if said.split()[-1] in words("than") and " " in said}
OF_A_NUMBER = _COMPARES | words("counted", "second", "minute", "week", "month", "year")
_MAL = re.compile(r"(?i)\bmal\b(?=\s)")  # a German time, a French ache, a Nordic target
MOMENTS = words("before", "after")
_LABELS = MOMENTS | words("on", "at", "during")
_NO_LABEL = words("another time", "week", "month", "year", "total", "given names").union(MONTHS, WEEKDAYS)


def words_of_label(tokens: Sequence[str]) -> int:
    """Return how many words in front say when or where the hold behind them was, as `after yoga: left 45 s`."""
    at = next((i for i, token in enumerate(tokens, 1) if token.endswith(":")), 0)
    label = bare(" ".join(tokens[:at])).split()
    said = " ".join(label)
    is_known = not unknown_words(said, "between", "half of a day", "best") and DENIALS.isdisjoint(label)
    is_plain = is_known and not (exercise_of_header(said) or "exercise" in kinds_of(said))  # as `today was good:`
    is_moment = at > 1 and (label[0] in _LABELS or is_plain) and not any(map(is_side, label))
    is_of_hold = SIDE_AND_TIME.match(fold(" ".join(tokens[at:]))) is not None
    is_other = not _NO_LABEL.isdisjoint(label) or kinds_of(said) & {"target", "of others"}
    return at if is_moment and is_of_hold and not is_other else 0


def asks_back(text: str) -> bool:
    """Return whether a side's number stands right before a question mark, as in `right 46? Well done!`."""
    return any(
        is_hold(said.split()) and _NUMBER_LAST.search(fold(said)) and "pain" not in kinds_of(said)
        for said in _ASKED_BACK.findall(text)
    )


def is_doubtful(tokens: Sequence[str], head: str, cell: str, tail: Sequence[str]) -> bool:
    """Return whether words around a hold leave open that it is one, as in `I left at 7 for work`.

    Whatever is said behind a side's time, as in `left 45 s wobbly`, it was held, but not behind many minutes, as
    in `left 5 minutes in the rain`, nor where a sentence goes on, as in `left for 40 s to open the door`.
    """
    strange = bool(unknown_words(" ".join(tail)))
    if (
        unknown_words(without_narration(head), "between")
        or tells_another(tokens, cell)
        or (strange and cell[:1].isdigit() and _has_noun(tokens))
        or any(map(is_side, without_article(bare(" ".join(tail))).split()))
        or not words("quarter").isdisjoint(map(bare, tail))  # of a minute more
    ):
        return True
    if not has_unit(cell):
        return strange or any(map(has_digit, tail)) or bare(" ".join(tail[:1])) in OF_A_NUMBER
    number = fold(cell)
    is_long = _IN_MINUTES.search(number) is not None and max(seconds_in(cell)) > _LONG_S
    is_other = is_long or _IN_METRES.search(number) is not None or _goes_on(tokens, head)
    comment = _Comment(number, " ".join(tail), tuple(bare(" ".join(tail)).split()))
    return (strange and is_other) or any(speaks(comment) for speaks in _MAKES_ANOTHER.values())


def _has_noun(tokens: Sequence[str]) -> bool:
    """Return whether the last side may be that of what is named behind it, as in `45 s with the left hand`."""
    at = max((i for i, token in enumerate(tokens) if is_side(token)), default=0)
    return at > 0 and bare(tokens[at - 1]) in BESIDE_A_SIDE


def _goes_on(tokens: Sequence[str], head: str) -> bool:
    """Return whether `for` stands behind a side, and nothing in front tells of a hold."""
    at = next((i for i, token in enumerate(tokens) if is_side(token)), len(tokens))
    return [*map(bare, tokens[at + 1 : at + 2])] == ["for"] and "hold" not in kinds_of(head)


@dataclass(frozen=True)
class _Comment:
    """What stands behind a side's time."""

    number: str  # that time, with its side
    text: str
    said: tuple[str, ...]  # the words of the text

    @property
    def first(self) -> str:
        """The first of its words."""
        return next(iter(self.said), "")

    @property
    def rest(self) -> str:
        """All the others."""
        return " ".join(self.said[1:])


# What a comment may say that makes of the number what nobody held, or tell of another time.
_MAKES_ANOTHER: dict[str, Callable[[_Comment], bool]] = {
    "it compares": lambda c: (
        c.first in _COMPARES and (c.rest.partition(" ")[0] in words("than") or not unknown_words(c.rest))
    ),
    "it names what was measured": lambda c: (
        bool(unknown_words(c.text)) and not unknown_words(c.text, "total", "of others", "whole", "no hold")
    ),
    "it was not done": lambda c: " ".join(c.said) in words("not done", "skipped"),
    "it is denied": lambda c: c.first in DENIALS and not NARRATION.isdisjoint(c.said[1:2]),
    "it is the side of a thing": lambda c: (
        c.first in words("side") and not words("of ten").isdisjoint(c.said[1:2])
    ),
    "it is of something": lambda c: not words("of ten").isdisjoint(c.said[-1:]),
    "somebody went": lambda c: c.first in words("departed"),
    "so much remained": lambda c: (
        c.first in words("remaining") and c.number[0].isdigit() and c.number.endswith("left")
    ),
    "somebody went for minutes": lambda c: c.first in ("for", "to") and _IN_MINUTES.search(c.number) is not None,
    "it is a time of day": lambda c: c.first in ("am", "pm") and ":" in c.number,
    "it counts": lambda c: re.fullmatch(r"\d+x?", c.first) is not None,
    "it was another time": lambda c: not words("another time").isdisjoint(c.said),
    "it was planned": lambda c: "target" in kinds_of(_MAL.sub("", c.text)),
    "another time stands behind it": lambda c: re.search(_A_TIME, fold(c.text)) is not None,
}
