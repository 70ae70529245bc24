"""Seconds held, as people and spreadsheets write them; a cell may hold several holds, or both sides."""

import re

from hiplog.reading.languages.words import bare, fold, one_of, words
from hiplog.reading.values.duration import EXPECTED_HOLD, LIMITS, Unreadable, seconds_of
from hiplog.reading.values.habits import ALONE, Habits, without_no_days
from hiplog.reading.values.sides import side_of
from hiplog.schema import MOST_HOLD_S, LogError

_MOST_SETS = 30
_MOST_LETTERS = 200  # of a cell that says durations; more is prose

_MARKUP = " *_`"  # around a cell, of Markdown
_SIDE, _ANY_SIDE, _TIME, _AND_WORD = map(
    one_of, (words("left", "right"), words("left", "right", "both"), words("second", "minute"), words("and"))
)
_TIMES = re.compile(r"(\d{1,3})\s*[x*]\s*(\S.*)|(\S.*?[a-z'\"])\s*[x*]\s*(\d{1,3})")
_SIDED = re.compile(
    rf"\b({_ANY_SIDE})(?![a-z])\.?\s*[:=]?\s*"
    rf"([^a-wyz]*?(?:(?:{_TIME}(?![a-z])|[\d'\"])[^a-wyz]*?){{0,2}})"
    rf"(?=[\s,;/|&]*(?:\b{_ANY_SIDE}(?![a-z])|$))"
)
_SIDED_AFTER = re.compile(rf"([~>\d].*?)\s*\(?\b({_ANY_SIDE})(?![a-z])\)?[\s,;/|&.]*")
_AND = re.compile(rf"\s+{_AND_WORD}\s+")
_BOTH = re.compile(rf"({_SIDE})\.?(?:\s*[/&+]\s*|\s+{_AND_WORD}\s+)({_SIDE})(?![a-z])\.?")


def read_holds(text: str, how: Habits, unit: str = "") -> list[tuple[str, float]]:
    """Return the holds of one cell as (side, seconds), the side empty where the cell names none.

    Raises `Unreadable` where the cell is neither holds nor a way to say that there was none.
    """
    plain = _plain(text)
    if is_blank(plain):
        return []
    return _sided(plain, how, unit) or [("", seconds) for seconds in _sets(plain, how, unit)]


def holds_in(text: str, how: Habits = ALONE, unit: str = "") -> list[tuple[str, float]]:
    """Return the holds of one cell; none where it is not read as holds."""
    try:
        return read_holds(text, how, unit)
    except Unreadable:
        return []


def _plain(text: str) -> str:
    """Return a cell of durations folded, without marks of Markdown, and without the days that it does not have."""
    if len(text) > _MOST_LETTERS:
        raise Unreadable(EXPECTED_HOLD)
    return without_no_days(fold(text).strip(_MARKUP))


def read_seconds(text: str) -> float:
    """Return the seconds of one hold as a person types it, like 95, 1:35 or 1 min 35 s.

    Raises `LogError` where it is none; says what was there, and what was expected.
    """
    try:
        holds, expected = read_holds(text, ALONE), EXPECTED_HOLD
    except Unreadable as error:
        holds, expected = [], str(error)
    if [side for side, _ in holds] != [""]:
        raise LogError(f"{text!r}, expected {expected}")
    return holds[0][1]


def read_pair(text: str, sides: tuple[str, str], how: Habits, unit: str) -> list[tuple[str, float]]:
    """Return the holds of a cell that has both sides, in the order of `sides`, as in `45/43` or `50/-`."""
    plain = _plain(text)
    if is_blank(plain):
        return []
    if sided := _sided(plain, how, unit):
        return sided
    for sign in ("/", "|", ";", " - ", ", ", " ", "-", ","):
        parts = [part.strip() for part in plain.split(sign)]
        if len(parts) == 2 and (parts[0] or parts[1]):
            both = [[] if is_blank(part) else _sets(part, how, unit) for part in parts]
            return [(side, seconds) for side, sets in zip(sides, both, strict=True) for seconds in sets]
    raise Unreadable(f"both sides, {sides[0]} first, like 45/43, or 45/- where one was not done")


def as_pair(text: str, how: Habits, unit: str) -> list[float]:
    """Return the two durations of a cell like `45/43`, in their order; none where it is no such cell."""
    parts = fold(text).split("/") if text.count("/") == 1 and len(text) <= _MOST_LETTERS else []
    try:
        return [seconds_of(part.strip(), how, unit) for part in parts] if all(map(str.strip, parts)) else []
    except Unreadable:
        return []


def is_blank(text: str) -> bool:
    """Return whether a cell says that there is nothing: blank, a dash, n/a, not done."""
    if len(text) > _MOST_LETTERS:
        return False
    plain = fold(text)
    if not plain.strip(" -.?/_"):
        return True
    return plain[0].isalpha() and bare(plain) in words("not done", "skipped")


def _sided(plain: str, how: Habits, unit: str) -> list[tuple[str, float]]:
    """Return the holds of a cell that names its sides itself, like `L 45, R 43` or `45 L, 43 R`."""
    if not re.search(r"[^\W\d_]", plain):
        return []
    both = _BOTH.match(plain)
    if both and side_of(both[1]) != side_of(both[2]):
        return _of_both(plain[both.end() :], how, unit)
    plain = _AND.sub(";", plain)
    parts = [(match.span(), match[1], match[2]) for match in _SIDED.finditer(plain)]
    if not _covers(parts, plain):
        parts = [(match.span(), match[2], match[1]) for match in _SIDED_AFTER.finditer(plain)]
    holds = []
    for _, named, inner in parts if _covers(parts, plain) else ():
        inner, side = inner.strip(" ,;/|&"), side_of(named)
        sets = [] if is_blank(inner) else _sets(inner, how, unit)
        holds += [(each, s) for each in (("left", "right") if side == "both" else (side,)) for s in sets]
    return holds


def _of_both(inner: str, how: Habits, unit: str) -> list[tuple[str, float]]:
    """Return the holds of both sides, whose seconds stand once behind `left/right` or `left and right`."""
    sets = _sets(inner.strip(" :=,;|"), how, unit)
    if len(sets) > 1:
        raise Unreadable("the seconds of each side behind it, like left 45, right 50")
    return [(side, s) for side in ("left", "right") for s in sets]


def _covers(parts: list[tuple[tuple[int, int], str, str]], plain: str) -> bool:
    """Return whether nothing but signs stands before, between and behind what was found."""
    ends = [0, *(end for (_, end), _, _ in parts)]
    starts = [*(start for (start, _), _, _ in parts), len(plain)]
    gaps = [plain[end:start].strip(" ,;.") for end, start in zip(ends, starts, strict=True)]
    return bool(parts) and not any(gap.strip("/|&") for gap in gaps[1:-1]) and not gaps[0] + gaps[-1]


def _sets(plain: str, how: Habits, unit: str) -> list[float]:
    """Return the seconds of each hold in a cell: `45, 40, 38`, `3x45`, `50+44`, or just one."""
    durations = []
    for part in re.split(_list_signs(plain, how), plain.rstrip("+;, ")):
        match = _TIMES.fullmatch(part.strip())
        times, one = (match[1] or match[4], match[2] or match[3]) if match else ("1", part)
        if not 1 <= int(times) <= _MOST_SETS:
            raise Unreadable(EXPECTED_HOLD)
        durations += [seconds_of(one.strip(), how, unit)] * int(times)
    if len(durations) > 1 and how.zero_is_none:
        durations = [seconds for seconds in durations if seconds]
    if len(durations) == 1 and durations[0] == 0 and how.zero_is_none:
        return []
    for seconds in durations:
        if not 0 < seconds <= MOST_HOLD_S:
            raise Unreadable(LIMITS)
    return durations


def _list_signs(plain: str, how: Habits) -> str:
    commas = len(re.findall(r"\d,\d", plain))
    if commas and re.search(r"\d,\d+", plain) and not re.search(r"\d,\d[\d.]*\s*,|\d,\s", plain) and commas == 1:
        if how.decimal_comma is None:
            tight = re.search(r"\d+,\d+", plain)[0]
            one, two = tight.replace(",", "."), tight.replace(",", " and ")
            raise Unreadable(f"{one} seconds or two holds, {two}: a point or a space after the comma tells")
        if how.decimal_comma is False:
            return r"\s*[,;+&\n]\s*"
    if commas > 1 and not re.search(r"[;+&]|, ", plain):
        return r"\s*[,;+&\n]\s*"
    return r"\s*(?:,\s+|[;+&\n])\s*"
