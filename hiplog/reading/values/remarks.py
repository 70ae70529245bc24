"""A cell that says a value, and in brackets something about it, as `62 (wobbly)`."""

import re

from hiplog.reading.languages.words import bare, fold, words
from hiplog.reading.values.exercises import names_another
from hiplog.reading.values.sides import side_of
from hiplog.reading.values.units import is_no_time, unit_of

_BRACKETS = re.compile(r"\s*(.*?\S)\s*[(\[]([^()\[\]\d]*[^\W\d][^()\[\]\d]*)[)\]]\s*")
_NO_REMARK = ("not done", "skipped", "target", "of others", "total", "over", "about", "no pain", "no hold", "unit")


def without_remark(text: str) -> tuple[str, str]:
    """Return what a cell says, and the remark in brackets behind it; none where that is a part of the value."""
    match = _BRACKETS.fullmatch(text) if text.rstrip()[-1:] in (")", "]") and len(text) <= 200 else None
    return (text, "") if match is None or _is_of_the_value(match[2]) else (match[1], match[2].strip())


def remark_of(text: str) -> str:
    """Return the remark in brackets behind what a cell says."""
    return without_remark(text)[1]


def _is_of_the_value(inner: str) -> bool:
    """Return whether words in brackets say what the value is: a unit, a side, a plan, that there was none."""
    plain = bare(fold(inner))
    meant = any(plain in words(kind) or not words(kind).isdisjoint(plain.split()) for kind in _NO_REMARK)
    return meant or is_no_time(f"({inner})") or names_another(inner) or bool(side_of(inner) or unit_of(plain))


def label_of(text: str) -> str:
    """Return the words that an app glued behind a duration, as `left` in `0:01:35:left`."""
    return re.sub(r"(?<=\d):(?=[^\W\d])", " :", text).partition(" :")[2]
