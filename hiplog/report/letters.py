"""Which fonts of this computer show a text, and which of its letters none of them has."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from matplotlib import get_data_path
from matplotlib.font_manager import fontManager
from matplotlib.ft2font import FT2Font

DEJAVU = Path(get_data_path()) / "fonts" / "ttf"  # what every matplotlib brings
NO_LETTER = "\N{WHITE SQUARE}"
_FIRST_SHAPED = "\N{HEBREW LETTER ALEF}"  # from here on letters join, are stacked, or run from right to left
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # the direction of all that follows
_UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Zs", "Mn")


class Letters:
    """How the letters of texts are shown: by DejaVu Sans, by other `fonts` of this computer, or not at all."""

    def __init__(self, texts: Iterable[str]) -> None:
        all_letters = {letter for letter in set("".join(texts)) if unicodedata.category(letter) not in _UNSEEN}
        lacking = all_letters - _letters_of(DEJAVU / "DejaVuSans.ttf")
        self.fonts: list[Path] = []
        for path in _other_fonts() if lacking else ():
            has = lacking & _letters_of(path)
            if has:
                self.fonts.append(path)
                lacking -= has
            if not lacking:
                break
        self.lacking = lacking
        self.are_shaped = any(letter >= _FIRST_SHAPED and letter.isalpha() for letter in all_letters)

    def shown(self, text: str) -> str:
        """Return a text with a square for each letter that no font has, and none that turns the others round."""
        return "".join(NO_LETTER if letter in self.lacking else letter for letter in text if letter not in _TURNS)

    def in_words(self) -> str:
        """Say what is not shown, or nothing."""
        n = len(self.lacking)
        if not n:
            return ""
        letters = "1 letter is" if n == 1 else f"{n} different letters are"
        return f"{letters} shown as {NO_LETTER}, for no font of this computer has more."


def _other_fonts() -> list[Path]:
    """Return the fonts of this computer, but for the one in which each letter is a box that names its script."""
    return sorted({Path(entry.fname) for entry in fontManager.ttflist if not entry.name.startswith("Last Resort")})


def _letters_of(path: Path) -> set[str]:
    """Return the letters that a font has, none where it cannot be read as outlines."""
    try:
        return {chr(code) for code in FT2Font(str(path)).get_charmap()}
    except (OSError, RuntimeError):
        return set()
