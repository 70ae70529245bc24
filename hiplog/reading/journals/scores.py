"""Which words of a clause tell of pain: where they begin, which of them are a score, what denies it."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.journals.tokens import is_hold, is_side
from hiplog.reading.languages.words import WITHOUT_BLANKS, bare, has_digit, one_of, words
from hiplog.reading.values.pain import BadPain, is_of_ten, is_pain, read_pain, read_pain_of_sides, read_pain_steps

_UNPARTED = one_of(word for word in words("pain") if re.match(WITHOUT_BLANKS, word))
_NO_PAIN = frozenset(said for said in words("no pain") if "pain" in kinds_of(re.sub(_UNPARTED, r" \g<0> ", said)))
_LONGEST_PHRASE = max(len(said.split()) for said in _NO_PAIN)
_MOMENTS = frozenset(("before", "after"))
_OF_TEN = re.compile(rf"(?i)(\d)\s{one_of(words('of ten'))}\s10(?!\d)")
_OF_PAIN = ("pain", "scale", "of ten", "to", "filler", "around", "left", "right", "and", *_MOMENTS)
_BEHIND = words("of ten", "scale")  # a score
_KNOWN_OF_PAIN = words(*_OF_PAIN).union(*map(str.split, words("of ten")))


def pain_at(tokens: Sequence[str]) -> tuple[int, int]:
    """Return where pain begins among words, and where words end that deny it; 0 where they do not."""
    for at in range(len(tokens)):
        for end in range(min(at + _LONGEST_PHRASE, len(tokens)), at, -1):
            if bare(" ".join(tokens[at:end])) in _NO_PAIN:
                return at, end
        if is_of_ten(tokens[at]):
            return at, 0
        if "pain" in kinds_of(tokens[at]) and "medicine" not in kinds_of(" ".join(tokens[at : at + 2])):
            return at, 0
    return len(tokens), 0


def words_of_score(tokens: Sequence[str]) -> int:
    """Return how many words in front are a score of pain; what follows may say where it is, and no more.

    Of `pain 2 a bit stiff` it is two, of `pain 3 for 2 days` none.
    """
    end, has_score, sided = 0, False, False
    for i, (token, moment) in enumerate(zip(tokens, _moments(tokens), strict=True), 1):
        if not (has_digit(token) or moment or bare(token) in _KNOWN_OF_PAIN or "pain" in kinds_of(token)):
            break
        if has_score and not sided and is_side(token):
            break
        sided = sided or is_side(token)
        has_score = has_score or has_digit(token)
        if has_score and (has_digit(token) or moment or bare(token) in _BEHIND):
            end = i
    tail = tokens[end:]
    goes_on = not tail or (is_side(tail[0]) and is_hold(tail))
    is_told = goes_on or not (any(map(has_digit, tail)) or bare(tail[0]) not in words("around", "on"))
    return end if is_told else 0


def _moments(tokens: Sequence[str]) -> list[frozenset[str]]:
    """Return what each word says of before and after; a `voor` or a `for` only behind the word for pain."""
    behind = (f"{word} {token}" if "pain" in kinds_of(word) else token for word, token in pairwise(["", *tokens]))
    return [
        kinds_of(token) & _MOMENTS or kinds_of(phrase) & _MOMENTS
        for token, phrase in zip(tokens, behind, strict=True)
    ]


def scores_of(tokens: Sequence[str]) -> dict[str, str]:
    """Return the scores of pain by phase; none where a word stands there that says something else."""
    tokens = _OF_TEN.sub(r"\1/10", " ".join(tokens)).split()
    moments = _moments(tokens)
    tokens = [t for t, moment in zip(tokens, moments, strict=True) if not moment]
    numbers = [token for token in tokens if has_digit(token)]
    phased = [next(iter(kinds)) for kinds in moments if len(kinds) == 1]
    if len(numbers) == len(phased) == 2:
        return {phase: number.strip(":") for phase, number in zip(phased, numbers, strict=True)}
    said = (t for t in tokens if has_digit(t) or is_side(t) or bare(t) in words("of ten", "to"))
    cell = " ".join(said).strip(": ")
    return {(phased or [""])[0]: cell} if len(phased) < 2 and _is_score(cell) else {}


def behind_the_word(tokens: Sequence[str]) -> str:
    """Return what stands behind the word for pain: `3 -> 2`, or `from 4 to 2`."""
    words_in_front = [*takewhile(lambda t: not has_digit(t) and bare(t) not in words("from"), tokens)]
    known = all("pain" in kinds_of(t) or bare(t) in _KNOWN_OF_PAIN | words("went") for t in words_in_front)
    return " ".join(tokens[len(words_in_front) :] if known else tokens).strip(": ")


def _is_score(cell: str) -> bool:
    try:
        return is_side(cell) or read_pain(cell) is not None
    except BadPain:
        return True  # the column says what is wrong with it


def tells_sides(cell: str) -> bool:
    """Return whether a cell tells the score of each side, as `left 3, right 2`."""
    try:
        return len(read_pain_of_sides(cell)) > 1
    except BadPain:
        return False


def is_read(cell: str) -> bool:
    """Return whether a column of pain reads a cell."""
    try:
        return bool(read_pain_steps(cell)) or is_pain(cell)
    except BadPain:
        return False
