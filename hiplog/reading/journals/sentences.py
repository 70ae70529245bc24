"""What stands in front of a side's time in a sentence: that somebody held it, or what makes it another matter."""

import re
from collections.abc import Sequence

from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.journals.tokens import has_unit, is_side
from hiplog.reading.languages.words import bare, has_digit, one_of, words

_NARRATION, _ANOTHER_TIME = (re.compile(rf"\b{one_of(words(kind))}\b") for kind in ("narration", "another time"))
_LONGEST_ADVERB = 4  # words for yesterday
_HELD = words("hold", "held")
_VERBS = _HELD | {said.split()[-1] for said in words("narration") if said.startswith("i ")}
DENIALS = frozenset(said for said in words("instead") if " " not in said)


def without_narration(head: str) -> str:
    """Return words in front of a hold without those of a sentence on it, as `this morning I managed`."""
    return _NARRATION.sub(" ", bare(head))


def words_for_yesterday(tokens: Sequence[str]) -> int:
    """Return how many words in front are those for yesterday, as of `yesterday's 45`."""
    most = range(min(_LONGEST_ADVERB, len(tokens)), 0, -1)
    said = {many: bare(" ".join(tokens[:many])).removesuffix(" s") for many in most}
    return next((many for many in most if said[many] in words("yesterday")), 0)


def is_another_time(tokens: Sequence[str]) -> bool:
    """Return whether words are of another time and of nothing else, as those before `Yesterday, left 45 s`."""
    said = bare(" ".join(tokens))
    return said in words("yesterday") or (
        _ANOTHER_TIME.match(said) is not None and not unknown_words(_ANOTHER_TIME.sub(" ", said))
    )


def tells_another(tokens: Sequence[str], cell: str) -> bool:
    """Return whether the words before a side's time tell of none: it was another time, was not held, or counts.

    As `last night`, `I could not hold`, `I left for 4 minutes`, `I got 45 s left`, `I did 20 on the left` and
    `up 20 s on the left`.
    """
    at = next((i for i, token in enumerate(tokens) if is_side(token) or has_digit(token)), len(tokens))
    head = bare(" ".join(tokens[:at]))
    said, following = head.split(), [*map(bare, tokens[at : at + 2])]
    is_subject = "i" in said and _VERBS.isdisjoint(said[said.index("i") + 1 :])
    departed = is_subject or said[-1:] == ["kept"] or (said[-1:] == ["and"] and following[1:] == ["for"])
    counts = (
        cell[:1].isdigit() and not has_unit(cell) and without_narration(head) != head and _HELD.isdisjoint(said)
    )
    counts = counts or (cell[:1].isdigit() and said[-1:] in (["up"], ["down"], ["plus"]))
    remains = "got" in said and re.match(r"[\d ]+\w* left\b", bare(" ".join(tokens[at:]))) is not None
    is_other = _ANOTHER_TIME.search(head) is not None or not DENIALS.isdisjoint(said)
    return is_other or counts or remains or (departed and following[:1] == ["left"])
