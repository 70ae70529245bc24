"""What a part of a line says: its holds, their pain, an exercise, and the rest; with its headings it is a row."""

import re
from dataclasses import dataclass, field

from hiplog.reading.languages.words import one_of, words

_SIDE = one_of(words("left", "right"))
_TIME_BEHIND = re.compile(r"\W+\d{1,2}[:.h]\d\d.*")
_SIDE_LAST = re.compile(rf"(?i)([~>]?\d[^,]*?)\s*(?<![^\W\d])({_SIDE})")


@dataclass
class Said:
    """A part of what a line says: its holds, and the pain that goes with them."""

    holds: list[str] = field(default_factory=list)  # as cells of a column of holds have them
    pains: dict[str, str] = field(default_factory=dict)  # by phase, before, after, or "", as cells of such columns
    notes: list[str] = field(default_factory=list)
    exercise: str = ""  # the words that name one
    instead: str = ""  # what the words take back, as `not 85`
    yesterday: str = ""  # what they tell of a side's time on the day before, behind those of the day

    @property
    def cell(self) -> str:
        """The holds in one cell: all behind their sides, or all before them, as `left 44 s, 45 s right` is two."""
        behind = [*map(_SIDE_LAST.fullmatch, self.holds)]
        mixed = any(behind) and not all(behind)
        turned = (f"{m[2]} {m[1]}" if m and mixed else held for m, held in zip(behind, self.holds, strict=True))
        return ", ".join(turned)


@dataclass(frozen=True)
class Above:
    """What a heading says of the lines below it: a date and a person, or an exercise and a side."""

    level: int
    date: str = ""
    person: str = ""
    exercise: str = ""
    side: str = ""
    planned: str = ""  # its words, where what is below it was planned
    is_marked: bool = False  # as a heading
    entry: int = 0  # the number of the line that it stands in

    @property
    def day(self) -> str:
        """The date without a time of day."""
        return _TIME_BEHIND.sub("", self.date)


@dataclass
class Row:
    """What a line, or a part of one, says below its headings."""

    number: int
    said: Said
    dated: Above
    time: str
    exercise: str
    side: str
    asked: str = ""  # what was expected of its exercise
    planned: str = ""  # the heading of plans above it
