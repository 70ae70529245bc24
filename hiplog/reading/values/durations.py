"""Seconds held, as people and spreadsheets write them; a cell may hold several holds, or both sides."""

import re

from hiplog.reading.languages.words import bare, fold, one_of, words
from hiplog.reading.values.habits import CLOCK, NUMBER, Habits, without_no_days
from hiplog.reading.values.sides import side_of
from hiplog.schema import MOST_HOLD_S, LogError

EXPECTED_HOLD = "seconds or minutes:seconds, like 95 or 1:35"
_LIMITS = f"more than 0 and at most {MOST_HOLD_S:.0f} seconds"
_DAY_S = 86_400
_MOST_SETS = 30
_MOST_LETTERS = 200  # of a cell that says durations; more is prose
_MOST_SECONDS = 60.0  # behind a minute


def _one_of(*kinds: str) -> str:
    return one_of(frozenset().union(*map(words, kinds)))


_SECOND, _MINUTE = _one_of("second") + r"\b\.?", _one_of("minute") + r"\b\.?"
_PLAIN = re.compile(rf"({NUMBER})\.?")
_SECONDS = re.compile(rf'({NUMBER})\s*(?:{_SECOND}|"|\'\')')
_MINUTES = re.compile(rf"({NUMBER}|\d* ?[13]/[24])\s*(?:{_MINUTE}|')")
_MIXED = re.compile(
    rf"(?:(\d+)\s*h\w*\s*)?(\d+)\s*(?:{_one_of('minute')}\.?|')\s*({NUMBER})\s*(?:{_SECOND}|\"|'')?(?: *0+ ?ms)?"
)
_HOURS = re.compile(rf"({NUMBER})\s*h(?:ours?|rs?)?")
_ISO = re.compile(rf"pt(?:(\d+)h)?(?:({NUMBER})m)?(?:({NUMBER})s)?")
_ABOUT = re.compile(rf"(?:~|{_one_of('about')}\b\.?)\s*")
_OVER = re.compile(rf"(?:>=?|{_one_of('over')}\b)\s*")
_TIMES = re.compile(r"(\d{1,3})\s*[x*]\s*(\S.*)|(\S.*?[a-z'\"])\s*[x*]\s*(\d{1,3})")
_FRACTION = re.compile(r"(\d*) ?([13])/([24])")
_SIDED = re.compile(
    rf"\b({_one_of('left', 'right', 'both')})(?![a-z])\.?\s*[:=]?\s*"
    rf"([^a-wyz]*?(?:(?:{_one_of('second', 'minute')}(?![a-z])|[\d'\"])[^a-wyz]*?){{0,2}})"
    rf"(?=[\s,;/|&]*(?:\b{_one_of('left', 'right', 'both')}(?![a-z])|$))"
)
_AND = re.compile(rf"\s+{_one_of('and')}\s+")
_BOTH = re.compile(
    rf"({_one_of('left', 'right')})\.?(?:\s*[/&+]\s*|\s+{_one_of('and')}\s+)"
    rf"({_one_of('left', 'right')})(?![a-z])\.?"
)
_SIDED_AFTER = re.compile(rf"([~>\d].*?)\s*\(?\b({_one_of('left', 'right', 'both')})(?![a-z])\)?[\s,;/|&.]*")
TOLD_CLOCK = "m.ss"  # the unit of numbers that somebody said are minutes and seconds
_UNITS = {"": 1.0, "s": 1.0, "m:ss": 1.0, "min": 60.0, "h": 3600.0, "ms": 0.001, "days": float(_DAY_S)}


_MARKUP = " *_`"  # around a cell, of Markdown


class Unreadable(ValueError):
    """A cell that is no hold; says what was expected."""


def read_holds(text: str, how: Habits, unit: str = "") -> list[tuple[str, float]]:
    """Return the holds of one cell as (side, seconds), the side empty where the cell names none.

    Raises
    ------
    Unreadable
        Where the cell is neither holds nor a way to say that there was none.
    """
    if len(text) > _MOST_LETTERS:
        raise Unreadable(EXPECTED_HOLD)
    plain = without_no_days(fold(text).strip(_MARKUP))
    if is_blank(plain):
        return []
    if re.search(r"[^\W\d_]", plain) and (sided := _sided(plain, how, unit)):
        return sided
    return [("", seconds) for seconds in _sets(plain, how, unit)]


def read_seconds(text: str) -> float:
    """Return the seconds of one hold as a person types it, like 95, 1:35 or 1 min 35 s.

    Raises
    ------
    LogError
        Where it is none; says what was there, and what was expected.
    """
    try:
        holds, expected = read_holds(text, Habits()), EXPECTED_HOLD
    except Unreadable as error:
        holds, expected = [], str(error)
    if [side for side, _ in holds] != [""]:
        raise LogError(f"{text!r}, expected {expected}")
    return holds[0][1]


def read_pair(text: str, sides: tuple[str, str], how: Habits, unit: str = "") -> list[tuple[str, float]]:
    """Return the holds of a cell that has both sides, in the order of `sides`, as in `45/43` or `50/-`."""
    if len(text) > _MOST_LETTERS:
        raise Unreadable(EXPECTED_HOLD)
    plain = fold(text).strip(_MARKUP)
    if is_blank(plain):
        return []
    if re.search(r"[^\W\d_]", plain) and (sided := _sided(plain, how, unit)):
        return sided
    for sign in ("/", "|", ";", " - ", ", ", " ", "-", ","):
        parts = [part.strip() for part in plain.split(sign)]
        if len(parts) == 2 and (parts[0] or parts[1]):
            found = [[] if is_blank(part) else _sets(part, how, unit) for part in parts]
            return [(side, seconds) for side, sets in zip(sides, found, strict=True) for seconds in sets]
    raise Unreadable(f"both sides, {sides[0]} first, like 45/43, or 45/- where one was not done")


def as_pair(text: str, how: Habits, unit: str = "") -> list[float]:
    """Return the two durations of a cell like `45/43`, in their order; none where it is no such cell."""
    parts = fold(text).split("/") if text.count("/") == 1 and len(text) <= _MOST_LETTERS else []
    try:
        return [_seconds(part.strip(), how, unit) for part in parts] if all(map(str.strip, parts)) else []
    except Unreadable:
        return []


def is_blank(text: str) -> bool:
    """Return whether a cell says that there is nothing: blank, a dash, n/a, not done."""
    if len(text) > _MOST_LETTERS:
        return False
    plain = fold(text)
    if not plain.strip(" -.?/_"):
        return True
    return plain[0].isalpha() and bare(plain) in words("not done")


def _sided(plain: str, how: Habits, unit: str) -> list[tuple[str, float]]:
    """Return the holds of a cell that names its sides itself, like `L 45, R 43` or `45 L, 43 R`."""
    both = _BOTH.match(plain)
    if both and side_of(both[1]) != side_of(both[2]):
        return _of_both(plain[both.end() :], how, unit)
    plain = _AND.sub(";", plain)
    found = [(match.span(), match[1], match[2]) for match in _SIDED.finditer(plain)]
    if not _covers(found, plain):
        found = [(match.span(), match[2], match[1]) for match in _SIDED_AFTER.finditer(plain)]
    holds = []
    for _, named, inner in found if _covers(found, plain) else ():
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


def _covers(found: list[tuple[tuple[int, int], str, str]], plain: str) -> bool:
    """Return whether nothing but signs stands before, between and behind what was found."""
    ends = [0, *(end for (_, end), _, _ in found)]
    starts = [*(start for (start, _), _, _ in found), len(plain)]
    gaps = [plain[end:start].strip(" ,;.") for end, start in zip(ends, starts, strict=True)]
    return bool(found) and not any(gap.strip("/|&") for gap in gaps[1:-1]) and not gaps[0] + gaps[-1]


def _sets(plain: str, how: Habits, unit: str) -> list[float]:
    """Return the seconds of each hold in a cell: `45, 40, 38`, `3x45`, `50+44`, or just one."""
    found = []
    for part in re.split(_list_signs(plain, how), plain.rstrip("+;, ")):
        match = _TIMES.fullmatch(part.strip())
        times, one = (match[1] or match[4], match[2] or match[3]) if match else ("1", part)
        if not 1 <= int(times) <= _MOST_SETS:
            raise Unreadable(EXPECTED_HOLD)
        found += [_seconds(one.strip(), how, unit)] * int(times)
    if len(found) > 1 and how.zero_is_none:
        found = [seconds for seconds in found if seconds]
    if len(found) == 1 and found[0] == 0 and how.zero_is_none:
        return []
    for seconds in found:
        if not 0 < seconds <= MOST_HOLD_S:
            raise Unreadable(_LIMITS)
    return found


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


def _seconds(plain: str, how: Habits, unit: str) -> float:
    """Return the seconds that one duration says."""
    plain = _OVER.sub("", _ABOUT.sub("", plain, count=1), count=1) if plain[:1] not in "0123456789" else plain
    if plain.startswith("-") and re.match(r"-\s*\d", plain):
        raise Unreadable(_LIMITS)
    if match := _PLAIN.fullmatch(plain):
        if re.fullmatch(r"[1-3],\d{3}", match[1]):
            raise Unreadable(f"{match[1].replace(',', '.')} or {match[1].replace(',', '')} seconds: write which")
        if how.day_fractions and unit in ("", "m:ss"):
            return round(_number(match[1]) * _DAY_S, 1)
        point = re.fullmatch(r"(\d+)[.,](\d\d)", match[1])
        if unit == TOLD_CLOCK:
            return _told_clock(point)
        if unit == "min":
            _ask_of_minutes(point, how)
        if (unit == "m:ss" and point) or (unit == "" and how.unclear_point):
            clock = (f"{re.sub('[.,]', ':', match[1])}, ", "unit='m:ss', ") if point else ("", "")
            number = match[1]
            raise Unreadable(f"{clock[0]}{number} min or {number} s: {clock[1]}unit='min' or unit='s' says which")
        return round(_number(match[1]) * _UNITS.get(unit, 1.0) * how.scale, 3)
    if match := CLOCK.fullmatch(re.sub(rf"(?<=\d)\s*(?:{_MINUTE}|{_SECOND})$", "", plain)):
        return _clock(match, how, unit)
    if match := _SECONDS.fullmatch(plain):
        return _number(match[1])
    if match := _MINUTES.fullmatch(plain):
        point = re.fullmatch(r"(\d+)[.,](\d\d)", match[1])
        if unit == TOLD_CLOCK:
            return _told_clock(point)
        _ask_of_minutes(point, how)
        return 60 * _fraction(match[1])
    if match := _MIXED.fullmatch(plain):
        return int(match[1] or 0) * 3600 + int(match[2]) * 60 + _number(match[3])
    if match := _HOURS.fullmatch(plain):
        return 3600 * _number(match[1])
    if (match := _ISO.fullmatch(plain)) and plain != "pt":
        hours, minutes, seconds = (_number(part or "0") for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    if match := _FRACTION.fullmatch(plain):
        return _fraction(plain) * _UNITS.get(unit, 1.0)
    raise Unreadable(EXPECTED_HOLD)


def _ask_of_minutes(point: re.Match | None, how: Habits) -> None:
    """Refuse minutes with a point that may as well be minutes and seconds."""
    if point and how.unclear_minutes and int(point[2]):
        minutes = f"{point[0]} min, {round(_number(point[0]) * 60, 1):g} s"
        clock = f"{point[1]}:{point[2]}, {int(point[1]) * 60 + int(point[2])} s"
        raise Unreadable(f"{minutes}, or {clock}: unit='min' or unit='m:ss' says which")


def _told_clock(point: re.Match | None) -> float:
    """Return the seconds of minutes and seconds with a point between, as `1.05`, where they are told to be so."""
    if point is None or int(point[2]) >= _MOST_SECONDS:
        raise Unreadable(EXPECTED_HOLD)
    return int(point[1]) * 60 + int(point[2])


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _fraction(text: str) -> float:
    match = _FRACTION.fullmatch(text.strip())
    return int(match[1] or 0) + int(match[2]) / int(match[3]) if match else _number(text)


def _clock(match: re.Match, how: Habits, unit: str) -> float:
    first, second, third, half = match[1], int(match[2]), _number(match[3]), match[4]
    if half:
        hour = int(first) if first else second
        hour = hour % 12 + (12 if half[0] == "p" else 0)
        first, second, third = str(hour), second if first else int(third), third if first else 0.0
    if third >= _MOST_SECONDS and (second or first):  # 1:75 is 1:15, or 75 seconds, or 135; 0:90 is 90 seconds
        raise Unreadable(EXPECTED_HOLD)
    if first is None:
        return (second * 60 + third) * (60 if unit == "h:mm" else 1)
    if unit in ("hms", "h:mm"):
        return int(first) * 3600 + second * 60 + third
    if how.hours_are_minutes is None and third == 0:
        raise Unreadable(
            f"{int(first)} min {second} s or {int(first) * 60 + second} min: "
            f"a time like {int(first)}:{second:02d} tells"
        )
    if how.hours_are_minutes:
        return int(first) * 60 + second + third / 60
    return int(first) * 3600 + second * 60 + third
