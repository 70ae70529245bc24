"""Holds of a text that are unlike its others: words beside a side may say something else, and are asked about."""

import re
from collections.abc import Sequence
from itertools import chain
from statistics import median

from hiplog.reading.columns.cells import MOST_SCORE, seconds_in
from hiplog.reading.columns.unknown_words import is_another
from hiplog.reading.journals.said import Said
from hiplog.reading.journals.tokens import has_unit, is_side, word_of
from hiplog.reading.languages.words import bare, fold, words
from hiplog.reading.values.exercises import names_another

_LONG_S = 300  # a walk, where nothing else is half as long
_TWICE = 2
_SHORT = 3  # so many times less than usual may be by how much a hold was better
_USUAL_S = 180  # in the middle; of longer ones small numbers may be minutes
_FAR = 5  # so many times less than usual is hardly a hold, where numbers have no unit
_NUMBER_FIRST = re.compile(r"[~>]?\d.*\b(left|right)")
_BY_ITSELF = "in a table of dates, sides and seconds it is read"


def asked_of(parts: Sequence[Said], *, unit_told: bool) -> list[str]:
    """Return what has to be asked of each part of the lines that say holds; nothing, mostly.

    Where the unit was told, small numbers are no scores.
    """
    cells = [*map(fold, chain.from_iterable(part.holds for part in parts))]
    longer = [cell for cell in cells if not _is_small(cell)]
    usual = median([s for cell in longer for s in seconds_in(cell) if s <= _LONG_S] or [_LONG_S])
    longest = max((s for cell in longer for s in seconds_in(cell) if s <= _LONG_S), default=_LONG_S)
    least = 0 if unit_told or usual > _USUAL_S else MOST_SCORE if all(map(has_unit, longer)) else usual / _FAR
    first = {match[1] for cell in cells if (match := _NUMBER_FIRST.fullmatch(cell))}
    mixed = not all(map(_NUMBER_FIRST.fullmatch, cells))
    asked = []
    for part in parts:
        row = part.holds
        too_long = [s for cell in row for s in seconds_in(cell) if s > max(_LONG_S, _TWICE * longest)]
        if part.yesterday:
            question = f"today's holds alone, or a day before with what {part.yesterday!r} says"
        elif too_long:
            question = f"a hold like the others, of about {usual:g} s, not of {too_long[0]:g} s: {_BY_ITSELF}"
        elif any(_may_be_score(cell, row) and max(seconds_in(cell)) <= least for cell in row):
            question = "seconds with their unit, like left 8 s, or a score of pain with that word, like pain 3"
        elif first == {"left"} and mixed and any(_may_remain(cell, usual) for cell in row):
            question = "the side first, like left 45 s: 45 s left may be what was left of the time"
        elif _compares(part.notes) and any(min(seconds_in(cell), default=usual) <= usual / _SHORT for cell in row):
            question = "what was held, like left 45 s: a time much shorter than the others may be a difference"
        else:
            question = ""
        asked.append(question)
    return asked


def _compares(notes: Sequence[str]) -> bool:
    """Return whether a comment compares, as that of `left 5 s better than yesterday`."""
    return not words("comparing").isdisjoint(bare(" ".join(notes)).split())


def _may_remain(cell: str, usual: float) -> bool:
    """Return whether a cell may tell what was left of the time: its number stands first, and is unlike others."""
    held = seconds_in(cell)
    alike = bool(held) and usual / _TWICE < min(held) <= max(held) < usual * _TWICE
    return _NUMBER_FIRST.fullmatch(fold(cell)) is not None and not alike


def _may_be_score(cell: str, row: Sequence[str]) -> bool:
    """Return whether a number may be a score: with no unit, and no longer hold of the other side beside it."""
    if not _is_small(cell):
        return False
    others = [other for other in row if other != cell]
    alike = any(seconds_in(other) and not has_unit(other) and not _is_small(other) for other in others)
    return not alike or any(_sides_of(cell) & _sides_of(other) for other in others)


def _is_small(cell: str) -> bool:
    held = seconds_in(cell)
    return bool(held) and max(held) <= MOST_SCORE and not has_unit(cell)


def _sides_of(cell: str) -> set[bool]:
    return {word_of(token) in words("left") for token in cell.split() if is_side(token)}


def exercise_asked(named: str) -> str:
    """Return what has to be asked of words beside a hold that mention another movement, and are not its name."""
    if not names_another(named) or is_another(named):
        return ""
    return f"a remark behind the holds, or the name of an exercise alone: {named.strip(': ')!r} may be either"
