"""One duration, as people and spreadsheets write it -> its seconds."""

import re

from hiplog.reading.languages.words import one_of, words
from hiplog.reading.values.habits import CLOCK, NUMBER, TOO_SHORT_S, Habits
from hiplog.schema import MOST_HOLD_S

EXPECTED_HOLD = "seconds or minutes:seconds, like 95 or 1:35"
LIMITS = f"more than 0 and at most {MOST_HOLD_S:.0f} seconds"
_DAY_S = 86_400
_MOST_SECONDS = 60.0  # behind a minute
_ANY_MINUTE = one_of(words("minute"))
_SECOND, _MINUTE = rf"{one_of(words('second'))}\b\.?", rf"{_ANY_MINUTE}\b\.?"
_PLAIN = re.compile(rf"({NUMBER})\.?")
_SECONDS = re.compile(rf'({NUMBER})\s*(?:{_SECOND}|"|\'\')')
_MINUTES = re.compile(rf"({NUMBER}|\d* ?[13]/[24])\s*(?:{_MINUTE}|')")
_MIXED = re.compile(
    rf"(?:(\d+)\s*h\w*\s*)?(\d+)\s*(?:{_ANY_MINUTE}\.?|')\s*({NUMBER})\s*(?:{_SECOND}|\"|'')?(?: *0+ ?ms)?"
)
_POINT = re.compile(r"(\d+)[.,](\d\d)")  # perhaps between minutes and seconds
_HOURS = re.compile(rf"({NUMBER})\s*h(?:ours?|rs?)?")
_ISO = re.compile(rf"pt(?:(\d+)h)?(?:({NUMBER})m)?(?:({NUMBER})s)?")
_ABOUT = re.compile(rf"(?:~|{one_of(words('about'))}\b\.?)\s*")
_OVER = re.compile(rf"(?:>=?|{one_of(words('over'))}\b)\s*")
_FRACTION = re.compile(r"(\d*) ?([13])/([24])")
TOLD_CLOCK = "m.ss"  # the unit of numbers that somebody said are minutes and seconds
_UNITS = {"": 1.0, "s": 1.0, "m:ss": 1.0, "min": 60.0, "h": 3600.0, "ms": 0.001, "days": float(_DAY_S)}


class Unreadable(ValueError):
    """A cell that is no hold; says what was expected."""


def seconds_of(plain: str, how: Habits, unit: str) -> float:
    """Return the seconds that one duration says."""
    plain = _OVER.sub("", _ABOUT.sub("", plain, count=1), count=1) if plain[:1] not in "0123456789" else plain
    if plain.startswith("-") and re.match(r"-\s*\d", plain):
        raise Unreadable(LIMITS)
    if match := _PLAIN.fullmatch(plain):
        return _of_number(match[1], how, unit)
    if match := CLOCK.fullmatch(re.sub(rf"(?<=\d)\s*(?:{_MINUTE}|{_SECOND})$", "", plain)):
        return _clock(match, how, unit)
    if match := _SECONDS.fullmatch(plain):
        return _number(match[1])
    if match := _MINUTES.fullmatch(plain):
        point = _POINT.fullmatch(match[1])
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


def _of_number(number: str, how: Habits, unit: str) -> float:
    """Return the seconds of a number without a unit of its own."""
    if re.fullmatch(r"[1-3],\d{3}", number):
        raise Unreadable(f"{number.replace(',', '.')} or {number.replace(',', '')} seconds: write which")
    if how.day_fractions and unit in ("", "m:ss"):
        return round(_number(number) * _DAY_S, 1)
    point = _POINT.fullmatch(number)
    if unit == TOLD_CLOCK:
        return _told_clock(point)
    if unit == "min":
        _ask_of_minutes(point, how)
    if (unit == "m:ss" and point) or (unit == "" and how.unclear_point):
        clock = (f"{re.sub('[.,]', ':', number)}, ", "unit='m:ss', ") if point else ("", "")
        raise Unreadable(f"{clock[0]}{number} min or {number} s: {clock[1]}unit='min' or unit='s' says which")
    if unit == "" and how.stray_point and _number(number) < TOO_SHORT_S:
        minutes = [f"{60 * _number(number):g} s if these are minutes"]
        minutes += [f"{point[1]}:{point[2]} if they are minutes and seconds"] if point else []
        raise Unreadable(f"{', '.join(minutes)}, {number} s if they are seconds")
    return round(_number(number) * _UNITS.get(unit, 1.0) * how.scale, 3)


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
