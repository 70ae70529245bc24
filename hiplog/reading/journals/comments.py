"""What stands around a side's time in a line: a comment on a hold, or what makes the number something else."""

import re
from collections.abc import Sequence

from hiplog.reading.columns.cells import seconds_in
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.journals.tokens import has_unit, is_side
from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, fold, has_digit, one_of, words
from hiplog.reading.values.sides import without_article

_UNIT, _MINUTE, _SIDE = map(
    one_of, (words("second") | words("minute"), words("minute"), words("left") | words("right"))
)
_A_TIME = rf"[~>]?\s?\d+(?::[0-5]\d|(?:[.,]\d+)?\s?(?:{_UNIT})(?!\w))"
SIDE_AND_TIME = re.compile(rf"(?<!\w)(?:{_SIDE})(?!\w)[.:=]?\s{{0,2}}{_A_TIME}|{_A_TIME}\s?(?:{_SIDE})(?!\w)")
_IN_MINUTES = re.compile(rf"\d\s?(?:{_MINUTE})(?!\w)")
_IN_METRES = re.compile(r"\d\s?m(?!\w)(?!.*\d)")  # perhaps
_LONG_S = 180  # of more minutes a walk may be told, a nap, or how late it was

_COMPARES = {said.split()[0] for said in words("over") if said.split()[-1] in words("than") and " " in said}
OF_A_NUMBER = _COMPARES.union(*map(words, ("counted", "second", "minute", "week", "month", "year")))
_MAL = re.compile(r"(?i)\bmal\b(?=\s)")  # a German time, a French ache, a Nordic target
MOMENTS = words("before") | words("after")
_LABELS = MOMENTS.union(*map(words, ("on", "at", "during")))
_NO_LABEL = words("another time").union(
    MONTHS, WEEKDAYS, *map(words, ("week", "month", "year", "total", "given names"))
)


def words_of_label(tokens: Sequence[str]) -> int:
    """Return how many words in front say when or where the hold behind them was, as `after yoga: left 45 s`."""
    at = next((i for i, token in enumerate(tokens, 1) if token.endswith(":")), 0)
    label = bare(" ".join(tokens[:at])).split()
    is_moment = at > 1 and label[0] in _LABELS and not any(map(is_side, label)) and _NO_LABEL.isdisjoint(label)
    is_of_hold = SIDE_AND_TIME.match(fold(" ".join(tokens[at:]))) is not None
    return at if is_moment and is_of_hold and not kinds_of(" ".join(label)) & {"target", "of others"} else 0


def is_doubtful(tokens: Sequence[str], head: str, cell: str, tail: Sequence[str]) -> bool:
    """Return whether words around a hold leave open that it is one, as in `I left at 7 for work`.

    Whatever is said behind a side's time, as in `left 45 s wobbly`, it was held, but not behind many minutes, as
    in `left 5 minutes in the rain`, nor where a sentence goes on, as in `left for 40 s to open the door`.
    """
    strange = bool(unknown_words(" ".join(tail)))
    if unknown_words(head) or any(map(is_side, without_article(bare(" ".join(tail))).split())):
        return True
    if not has_unit(cell):
        return strange or any(map(has_digit, tail)) or bare(" ".join(tail[:1])) in OF_A_NUMBER
    number = fold(cell)
    is_long = _IN_MINUTES.search(number) is not None and max(seconds_in(cell)) > _LONG_S
    is_other = is_long or _IN_METRES.search(number) is not None or _goes_on(tokens, head)
    return (strange and is_other) or _makes_another(number, bare(" ".join(tail)).split(), " ".join(tail))


def _goes_on(tokens: Sequence[str], head: str) -> bool:
    """Return whether `for` stands behind a side, and nothing in front tells of a hold."""
    at = next((i for i, token in enumerate(tokens) if is_side(token)), len(tokens))
    return [*map(bare, tokens[at + 1 : at + 2])] == ["for"] and "hold" not in kinds_of(head)


def _makes_another(number: str, tail: Sequence[str], text: str) -> bool:
    """Return whether words behind a side's time make of it what nobody held, or tell of another time."""
    first, second = [*tail[:2], "", ""][:2]
    compares = first in _COMPARES and (second in words("than") or not unknown_words(" ".join(tail[1:])))
    is_name = bool(unknown_words(text)) and not unknown_words(text, "total", "of others", "whole", "no hold")
    return (
        compares
        or is_name
        or " ".join(tail) in words("not done")
        or first in words("departed")
        or (first in words("remaining") and number[0].isdigit() and number.endswith("left"))
        or (first in ("for", "to") and _IN_MINUTES.search(number) is not None)
        or (first in ("am", "pm") and ":" in number)
        or re.fullmatch(r"\d+x?", first) is not None
        or not words("another time").isdisjoint(tail)
        or "target" in kinds_of(_MAL.sub("", text))
        or re.search(_A_TIME, fold(text)) is not None
    )
