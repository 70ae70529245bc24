"""What a part of a line says: its holds, the pain that goes with them, an exercise, and the rest."""

import re
from dataclasses import dataclass, field

from hiplog.reading.languages.words import one_of, words

_SIDE = one_of(words("left") | words("right"))
_SIDE_LAST = re.compile(rf"(?i)([~>]?\d[^,]*?)\s*(?<![^\W\d])({_SIDE})")


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
    instead : str
        What the words take back, as `not 85`.
    """

    holds: list[str] = field(default_factory=list)
    pains: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    exercise: str = ""
    instead: str = ""

    @property
    def cell(self) -> str:
        """The holds in one cell: all behind their sides, or all before them, as `left 44 s, 45 s right` is two."""
        behind = [*map(_SIDE_LAST.fullmatch, self.holds)]
        mixed = any(behind) and not all(behind)
        turned = (f"{m[2]} {m[1]}" if m and mixed else held for m, held in zip(behind, self.holds, strict=True))
        return ", ".join(turned)
