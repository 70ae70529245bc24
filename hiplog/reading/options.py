"""What the caller of `read_log` settles, whether it can be meant, and how a sentence names it."""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from zoneinfo import ZoneInfo

from hiplog.errors import shown
from hiplog.exercise import EXERCISES
from hiplog.reading.columns.meaning import MEANINGS, TURNED, UNITS
from hiplog.schema import COLUMNS, LogError

_TYPES = {"columns": dict, "day_first": bool, "year": int}  # all others are texts
_EXPECTED = {
    dict: "headers and what they mean, like {'L': 'left'}",
    str: "a text",
    bool: "True or False",
    int: "a year like 2024",
}


@dataclass(frozen=True)
class Options:
    """What the caller of `read_log` settles; None is left to the file."""

    columns: dict[str, str] | None = None
    day_first: bool | None = None
    year: int | None = None
    unit: str | None = None
    exercise: str | None = None
    exercise_contains: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    person: str | None = None
    timezone: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for name, given in self.given().items():
            wanted = _TYPES.get(name, str)
            if not isinstance(given, wanted) or (wanted is int and isinstance(given, bool)):
                raise LogError(f"{name} is {shown(given)}, expected {_EXPECTED[wanted]}")
        if self.unit not in (None, *UNITS):
            raise LogError(f"unit is {self.unit!r}, expected one of {', '.join(UNITS)}")
        if self.exercise not in (None, *EXERCISES):
            raise LogError(f"exercise is {self.exercise!r}, expected one of {', '.join(EXERCISES)}")
        if self.year is not None and not 1900 <= self.year <= 2199:
            raise LogError(f"year is {self.year}, expected one from 1900 to 2199")
        for header, said in (self.columns or {}).items():
            if said not in (*MEANINGS, *COLUMNS) and not _is_pain_of_a_scale(said):
                raise LogError(f"columns says that {header!r} is {said!r}, expected one of {', '.join(MEANINGS)}")
        if self.timezone is not None:
            _check_timezone(self.timezone)

    @property
    def unnamed(self) -> str:
        """The exercise of what names none."""
        return self.exercise or "hip_balance"

    def given(self) -> dict[str, object]:
        """Return the options that were given."""
        named = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in named.items() if value is not None}


def _is_pain_of_a_scale(said: object) -> bool:
    """Return whether a meaning is one of pain with the scale said behind it, as `pain before 0-100`."""
    plain = said.removesuffix(" 0-100").removesuffix(f" {TURNED}") if isinstance(said, str) else ""
    return plain.startswith("pain") and plain in MEANINGS


def _check_timezone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # there is none of that name, or it is no name, or a folder of them
        raise LogError(f"timezone is {name!r}, expected one like 'Europe/Berlin'") from None


_NAMED = re.compile(
    rf"\b({'|'.join(one.name for one in fields(Options))})="
    r"""(\{[^{}]*\}|'[^']*'|"[^"]*"|\d{4}|True or False|(?=[ ,;:)]|$))"""
)


def in_words_of(sentence: str, say: Callable[[str, object], str]) -> str:
    """Return a sentence of the reader with its options in the words of where one is, a form or a terminal.

    The sentence is of a `LogError` or a `Reading`, and names options as Python does, like `sheet='Feb'`. `say`
    gives the words for the name of an option and its value, which is None where the sentence only names it.
    """

    def said(match: re.Match) -> str:
        try:
            value = None if match[2] in ("", "True or False") else ast.literal_eval(match[2])
        except (ValueError, SyntaxError):  # a header with a brace or a quote in it: better in Python than torn
            return match[0]
        return say(match[1], value)

    return _NAMED.sub(said, sentence)
