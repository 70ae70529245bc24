"""Which words of a clause say a hold, or an exercise; where that is left open, they are a hold that is refused."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from hiplog.reading.columns.headers import kinds_of, without_exercise
from hiplog.reading.columns.unknown_words import is_another, unknown_words
from hiplog.reading.journals.comments import MOMENTS, OF_A_NUMBER, is_doubtful, words_of_label
from hiplog.reading.journals.said import Said
from hiplog.reading.journals.sentences import tells_another
from hiplog.reading.journals.tokens import (
    BESIDE_A_SIDE,
    NARRATION,
    UP_TO_A_SIDE,
    has_unit,
    is_hold,
    is_side,
    word_of,
)
from hiplog.reading.languages.words import bare, has_digit, one_of, words
from hiplog.reading.values.durations import holds_in
from hiplog.reading.values.exercises import exercise_of_header, names_another
from hiplog.reading.values.units import is_no_time

_NOT_HELD = frozenset(("target", "of others", "whole", "no hold", "other moment", "medicine"))
_ON_BOTH = re.compile(rf"\b{one_of(said for said in words('both') if ' ' in said)}\b")  # as `de cada lado`
_NO_COMMENT = NARRATION | words("side")
_BETWEEN = {"for", "balance", "balancing"} | NARRATION | words("filler", "between", "about", "over")


def take_hold(part: Said, tokens: list[str], *, sided: bool) -> bool:
    """Add the hold, or the exercise, that words say to a part of a line; return whether they say one."""
    if label := words_of_label(tokens):
        part.notes.append(" ".join(tokens[:label]))
        return take_hold(part, tokens[label:], sided=sided)
    first = next((i for i, token in enumerate(tokens) if is_side(token) or has_digit(token)), len(tokens))
    head, rest = " ".join(tokens[:first]), [*_without_fillers(tokens[first:])]
    named = next(filter(names_exercise, (head, _beside_hold(tokens[first:]))), "")
    named = "" if part.holds and not (is_another(named) or exercise_of_header(named)) else named  # a remark
    if part.holds and is_another(named) and not names_another(part.exercise):
        part.holds.append(" ".join(tokens))  # refused: what was held before is of ours
        return True
    head_names, of_both = named != "" and named == head, bare(head) in words("both")  # as `je Seite`
    before = "" if head_names or of_both or bare(head) == "balance" else head
    rest = ["both", *rest] if of_both else rest
    held = next((n for n in range(len(rest), 0, -1) if is_duration(" ".join(rest[:n]))), 0)
    cell, tail = " ".join(rest[:held]), rest[held:]
    tail = [] if _NO_COMMENT.issuperset(map(bare, tail)) else tail  # `left 45 s gehalten`
    is_clear = is_hold(rest[:held]) and has_unit(cell)  # whatever kind of number the comment speaks of
    others = [word for word in before.split() if bare(word) not in NARRATION]  # `balanced` is no balance
    if not any(map(has_digit, rest)) or _says_no_hold([*others, *(rest[:held] if is_clear else rest)]):
        part.exercise = part.exercise or named
        return head_names and not rest
    if any(map(is_side, rest)) or _ON_BOTH.search(bare(cell)):
        if not held or is_doubtful(tokens, before, cell, tail):
            cell, tail = " ".join(tokens), []  # refused, as the column makes nothing of it
    elif (
        tail
        or not held
        or unknown_words(before)
        or tells_another(tokens, cell)
        or (not sided and re.fullmatch(r"[\d.,]+", cell))
    ):
        return False
    part.holds.append(cell)
    part.exercise = part.exercise or named
    part.notes += [" ".join(tail)] if tail else []
    return True


def _beside_hold(tokens: Sequence[str]) -> str:
    """Return the words among those of a side that are neither sides nor numbers with their units."""
    tokens = [*takewhile(lambda token: bare(token) not in MOMENTS, tokens)]  # `left 45 s after yoga` names none
    others = [t for t in tokens if not (is_side(t) or has_digit(t) or bare(t) in OF_A_NUMBER)]
    return " ".join(others) if len(others) < len(tokens) and any(map(is_side, tokens)) else ""


def _says_no_hold(tokens: Sequence[str]) -> bool:
    """Return whether words tell of a plan, of repetitions, of another measure."""
    text = without_exercise(" ".join(tokens))
    units = [f"({word_of(re.sub(r'^[0-9.,:]+', '', token))})" for token in tokens]
    return not _NOT_HELD.isdisjoint(kinds_of(text)) or any(map(is_no_time, [*units, text]))


def names_exercise(text: str) -> bool:
    """Return whether words name an exercise, ours or another."""
    return exercise_of_header(text) != "" or names_another(text)


def _without_fillers(tokens: Sequence[str]) -> Iterator[str]:
    """Give the words without those around a side, as in `the left side, held for 62 s` and `62 s on the left`."""
    after_side = False
    for i, token in enumerate(tokens):
        plain = bare(token)
        ahead = next((one for one in tokens[i:] if is_side(one) or bare(one) not in UP_TO_A_SIDE), "")
        before_side = is_side(ahead) and plain in NARRATION | BESIDE_A_SIDE
        between = before_side or (after_side and (plain in _BETWEEN or names_exercise(plain)))
        if between and not has_digit(token) and not is_side(token):
            continue
        after_side = is_side(token) and any(map(has_digit, tokens[i:]))
        yield token


def is_duration(cell: str) -> bool:
    """Return whether a cell is holds that can be read, with a duration for each side that it names."""
    tokens = cell.split()
    held = holds_in(" ".join(tokens))
    named = {word for word in map(word_of, tokens) if word in words("left") or word in words("right")}
    sides = {side for side, _ in held}
    return bool(held) and (not named or len(sides) >= len({word in words("left") for word in named}))
