"""What the words of a line say: holds with their sides, scores of pain, and the rest, which is a note.

Precision comes first: a number is a hold only beside a side, or where a heading tells the side; words that nobody
knows before it make it one that is refused, not one that is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from hiplog.reading.columns.candidates import MOST_SCORE
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.languages.words import WITHOUT_BLANKS, bare, fold, words
from hiplog.reading.values.durations import Habits, Unreadable, read_holds
from hiplog.reading.values.exercises import exercise_of_header, names_another
from hiplog.reading.values.pain import BadPain, is_of_ten, read_pain, read_pain_steps
from hiplog.reading.values.units import is_no_time

_BREAK = re.compile(
    r"\s*(?:[,;!?|](?=\s|$)|\.(?=\s+[^\W\d_a-z]|\s*$)|[()\[\]{};\u3001\u3002\uff0c]|\s[-\u2013\u2014]\s|=>)\s*"
)
_GLUED = re.compile(r"(?<=[^\W\d_])(?:[-_](?=[^\W\d_])|:+(?=\d)|::+)")  # between the words of `hip-left::62`
_POINTS = re.compile(r"([疼痛み] ?[^\d ]{0,2} ?\d{1,2}) ?[分点]")  # a score, where the sign is a minute's too
_CELL = Habits()  # how a duration reads that stands alone; its column decides later
_NOT_HELD = frozenset(("target", "of others", "whole", "no hold", "other moment", "medicine"))
_UNPARTED = sorted((word for word in words("pain") if re.match(WITHOUT_BLANKS, word)), key=len, reverse=True)
_BETWEEN = words("filler") | words("hold") | words("about") | words("over") | {"for", "balance", "balancing"}
_SIDES = words("left") | words("right") | words("both")
_NO_PAIN = frozenset(
    said for said in words("no pain") if "pain" in kinds_of(re.sub("|".join(_UNPARTED), r" \g<0> ", said))
)
_GOES = frozenset(("went", "down", "goes", "ging", "passe", "bajo"))
_SET = re.compile(rf"\d+(?::\d\d|[.,]\d+)?(?: ?(?:{'|'.join(map(re.escape, words('second')))}))?")
_LONGEST_PHRASE = max(len(said.split()) for said in _NO_PAIN)
_OF_PAIN = ("pain", "scale", "of ten", "to", "filler", "around", "left", "right", "and", "before", "after")
_KNOWN_OF_PAIN = frozenset(word for kind in _OF_PAIN for word in words(kind))


@dataclass
class Said:
    """A part of what a line says: its holds, and the pain that goes with them.

    Attributes
    ----------
    holds : list of str
        As cells of a column of holds have them.
    pains : dict of str
        By phase: before, after, or "" where none is told; as cells of a column of pain have them.
    notes : list of str
    exercise : str
        The words that name one.
    """

    holds: list[str] = field(default_factory=list)
    pains: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    exercise: str = ""


def read_line(text: str, *, sided: bool) -> list[Said]:
    """Return what a line says, a part for each group of holds with a pain of its own; one, mostly.

    Parameters
    ----------
    text : str
    sided : bool
        A heading above tells the side, so that a duration alone is a hold.
    """
    parts, of_pain = [Said()], False
    doubtful: list[tuple[Said, str]] = []
    for tokens in _with_sides(_with_sets([*map(_tokens, filter(None, _BREAK.split(text)))])):
        if of_pain and _of_score(tokens) == len(tokens) and "" not in (more := _scores(tokens)):
            parts[-1].pains |= more  # "pain 3 before, 2 after"
            continue
        while tokens:
            at, denied = _pain_at(tokens)
            before, of_pain = tokens[:at], at < len(tokens)
            end = denied or at + _of_score(tokens[at:])
            if parts[-1].pains and _is_hold(before):
                parts.append(Said())
            if (
                of_pain
                and not any(_is_side(t) or _has_digit(t) for t in before)
                and not unknown_words(" ".join(before))
            ):
                before = []  # "it hurt 3 of 10"
            if before and not _take_hold(parts[-1], before, sided=sided):
                parts[-1].notes.append(" ".join(tokens))
                break
            said = {"": " ".join(tokens[at:denied])} if denied else _scores(tokens[at:end])
            if of_pain and not said and any(map(_has_digit, tokens[at:])):
                cell, end = _without_word(tokens[at:]), len(tokens)
                said = {"": cell} if _is_read(cell) else {}
                doubtful += [] if said else [(parts[-1], cell)]
            parts[-1].pains |= said
            understood, tokens = end > at or not of_pain, tokens[end:]
            if tokens and not (understood and _is_hold(tokens)):
                parts[-1].notes.append(" ".join(tokens))
                break
    for part, cell in doubtful:
        if any(one.holds for one in parts):
            part.pains.setdefault("", cell)  # the column refuses it
        else:
            part.notes.append(text)
    return _shared(parts)


def _shared(parts: list[Said]) -> list[Said]:
    """Return the parts, each with the pain of the only one that has any, and with the exercise that one names."""
    with_pain = [part for part in parts if part.pains]
    exercise = next((part.exercise for part in parts if part.exercise), "")
    for part in parts:
        part.exercise = part.exercise or exercise
        part.pains = part.pains or (with_pain[0].pains if len(with_pain) == 1 else {})
    return parts


def _tokens(clause: str) -> list[str]:
    text = _POINTS.sub(r"\1", fold(clause)) if re.search(WITHOUT_BLANKS, clause) else clause
    return _GLUED.sub(lambda match: ": " if ":" in match[0] else " ", text).split()


def _with_sets(clauses: Sequence[list[str]]) -> list[list[str]]:
    """Return the clauses, with numbers that stand alone behind a hold put to it: `left 45, 40, 38`."""
    joined: list[list[str]] = []
    for tokens in clauses:
        before = joined[-1] if joined else []
        plain = " ".join(tokens)
        is_set = _SET.fullmatch(fold(plain)) and not (plain.isdecimal() and int(plain) <= MOST_SCORE)
        if is_set and _is_hold(before) and (":" in plain) <= (":" in " ".join(before)):
            before[-1:] = [f"{before[-1]},", *tokens]
        else:
            joined.append([*tokens])
    return joined


def _with_sides(clauses: Sequence[list[str]]) -> Iterator[list[str]]:
    """Give the clauses, a duration with the side that the one before it names alone: `only left today, 49 s`."""
    side = ""
    for tokens in clauses:
        sides, is_duration = [token for token in tokens if _is_side(token)], _has_digit(tokens[0])
        goes_on = side and is_duration and not sides and _pain_at(tokens)[0] == len(tokens)
        yield [side, *tokens] if goes_on else tokens
        side = sides[0] if len(sides) == 1 and not any(map(_has_digit, tokens)) else ""


def _word(token: str) -> str:
    """Return the letters that a token begins with."""
    return "".join(takewhile(str.isalpha, fold(token)))


def _is_side(token: str) -> bool:
    return _word(token) in _SIDES and (token[:1].isalpha())


def _has_digit(token: str) -> bool:
    return any(map(str.isdigit, token))


# ---------------------------------------------------------------- pain
def _pain_at(tokens: Sequence[str]) -> tuple[int, int]:
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


def _of_score(tokens: Sequence[str]) -> int:
    """Return how many words in front are a score of pain; what follows may say where it is, and no more.

    Of `pain 2 a bit stiff` it is two, of `pain 3 for 2 days` none.
    """
    end, has_score, sided = 0, False, False
    for i, token in enumerate(tokens, 1):
        if not (_has_digit(token) or bare(token) in _KNOWN_OF_PAIN or "pain" in kinds_of(token)):
            break
        if has_score and not sided and _is_side(token):
            break
        sided = sided or _is_side(token)
        has_score = has_score or _has_digit(token)
        if has_score and (
            _has_digit(token) or kinds_of(token) & {"before", "after"} or bare(token) in words("of ten")
        ):
            end = i
    tail = tokens[end:]
    goes_on = not tail or (_is_side(tail[0]) and _is_hold(tail))
    is_told = goes_on or not (any(map(_has_digit, tail)) or bare(tail[0]) not in words("around") | words("on"))
    return end if is_told else 0


def _scores(tokens: Sequence[str]) -> dict[str, str]:
    """Return the scores of pain by phase; none where a word stands there that says something else."""
    numbers = [token for token in tokens if _has_digit(token)]
    phases = [(token, kinds_of(token) & {"before", "after"}) for token in tokens]
    phased = [next(iter(kinds)) for _, kinds in phases if len(kinds) == 1]
    if len(numbers) == len(phased) == 2:
        return {phase: number.strip(":") for phase, number in zip(phased, numbers, strict=True)}
    said = (t for t in tokens if _has_digit(t) or _is_side(t) or bare(t) in words("of ten") | words("to"))
    cell = " ".join(said).strip(": ")
    return {(phased or [""])[0]: cell} if len(phased) < 2 and _is_score(cell) else {}


def _without_word(tokens: Sequence[str]) -> str:
    """Return what stands behind the word for pain: `3 -> 2`, or `from 4 to 2`."""
    words_in_front = [*takewhile(lambda t: not _has_digit(t) and bare(t) not in words("from"), tokens)]
    known = all("pain" in kinds_of(t) or bare(t) in _KNOWN_OF_PAIN or bare(t) in _GOES for t in words_in_front)
    return " ".join(tokens[len(words_in_front) :] if known else tokens).strip(": ")


def _is_score(cell: str) -> bool:
    try:
        return _is_side(cell) or read_pain(cell)[0] is not None
    except BadPain:
        return True  # the column says what is wrong with it


def _is_read(cell: str) -> bool:
    """Return whether a column of pain reads a cell."""
    try:
        return bool(read_pain_steps(cell)) or read_pain(cell)[0] is not None
    except BadPain:
        return False


# ---------------------------------------------------------------- holds
def _is_hold(tokens: Sequence[str]) -> bool:
    return any(map(_is_side, tokens)) and any(map(_has_digit, tokens))


def _take_hold(part: Said, tokens: list[str], *, sided: bool) -> bool:
    """Add the hold, or the exercise, that words say to a part of a line; return whether they say one."""
    first = next((i for i, token in enumerate(tokens) if _is_side(token) or _has_digit(token)), len(tokens))
    head, rest = " ".join(tokens[:first]), [*_without_fillers(tokens[first:])]
    named = next((text for text in (head, *tokens[first:]) if _names_exercise(text)), "")
    head_names = named != "" and named == head
    if not any(map(_has_digit, rest)) or _says_no_hold(rest if head_names else tokens):
        part.exercise = part.exercise or named
        return head_names and not rest
    held = next((n for n in range(len(rest), 0, -1) if _are_durations(rest[:n])), 0)
    cell, tail = " ".join(rest[:held]), rest[held:]
    if not any(map(_is_side, rest)):
        if (
            tail
            or not held
            or (unknown_words(head) and not head_names)
            or (not sided and re.fullmatch(r"[\d.,]+", cell))
        ):
            return False
    elif not held or _is_doubtful("" if head_names else head, cell, tail):
        cell, tail = " ".join(tokens), []  # refused, as the column makes nothing of it
    part.holds.append(cell)
    part.exercise = part.exercise or named
    part.notes += [" ".join(tail)] if tail else []
    return True


def _says_no_hold(tokens: Sequence[str]) -> bool:
    """Return whether words tell of a plan, of repetitions, of another measure."""
    text = " ".join(tokens)
    units = [f"({_word(re.sub(r'^[0-9.,:]+', '', token))})" for token in tokens]
    return not _NOT_HELD.isdisjoint(kinds_of(text)) or any(map(is_no_time, [*units, text]))


def _is_doubtful(head: str, cell: str, tail: Sequence[str]) -> bool:
    """Return whether words around a hold leave open that it is one, as in `I left at 7 for work`."""
    if unknown_words(head) or any(_has_digit(token) or _is_side(token) for token in tail):
        return True
    has_unit = re.search(r"\d\s*[:'\"a-z]", fold(cell)) is not None
    return not has_unit and bool(unknown_words(" ".join(tail)))


def _names_exercise(text: str) -> bool:
    return exercise_of_header(text) != "" or names_another(text)


def _without_fillers(tokens: Sequence[str]) -> Iterator[str]:
    """Give the words without those between a side and its seconds, as in `left side, held for 62 s`."""
    after_side = False
    for token in tokens:
        plain = bare(token)
        if after_side and not _has_digit(token) and (plain in _BETWEEN or _names_exercise(plain)):
            continue
        after_side = _is_side(token)
        yield token


def _are_durations(tokens: Sequence[str]) -> bool:
    """Return whether words are holds, with a duration for each side that they name."""
    try:
        held = read_holds(" ".join(tokens), _CELL)
    except Unreadable:
        return False
    named = {word for word in map(_word, tokens) if word in words("left") or word in words("right")}
    sides = {side for side, _ in held}
    return bool(held) and (not named or len(sides) >= len({word in words("left") for word in named}))
