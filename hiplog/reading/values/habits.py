"""How a file writes durations, decided from all of its cells of holds at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hiplog.reading.languages.words import fold, one_of, words
from hiplog.schema import MOST_HOLD_S

TOO_SHORT_S = 6  # where no hold is longer, 1.05 is hardly 1.05 seconds
_LONG_HOLD_S = 600  # over this, 0:38:00 is more likely to be 38 seconds
NUMBER = r"\d+(?:[.,]\d+)?(?:e[+-]?\d+)?"
CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,3}(?:[.,]\d+)?)\s*([ap]\.? ?m\.?)?")
_DECIMALS = re.compile(rf"\d[.,](\d+)\s*{one_of(words('minute'))}(?![^\W\d_])")
_NO_DAYS = re.compile(
    r"0+ ?w(?:eeks?)?,? *(?:0+ ?d(?:ays?)?,? *)?|0+ ?d(?:ays?)?,? *|(?:1899-12-3[01]|1900-01-0[01])[ t]"
)
_NO_DAYS_BEGIN = ("0d", "0w", "0 ", "00", "18", "19")


@dataclass(frozen=True)
class Habits:
    """How a file writes durations, decided from all of its hold cells at once."""

    hours_are_minutes: bool | None = False  # 1:35:00 is 95 s; None where nothing decides
    day_fractions: bool = False  # 0.0011 is 95 s
    decimal_comma: bool | None = True  # 45,40 is one hold; None where nothing decides
    unclear_point: bool = False  # 1.05 may be minutes, or minutes and seconds: all are too small for seconds
    unclear_minutes: bool = False  # 1.05 minutes may be 1:05
    stray_point: bool = False  # beside whole numbers, 1.05 may be 1:05, and 1.1 minutes
    scale: float = 1.0  # an app's unit, in seconds
    zero_is_none: bool = False  # an app writes 0 where there is no hold

    def in_words(self) -> list[str]:
        """Return what was decided, where it is worth saying."""
        said = []
        if self.hours_are_minutes:
            said.append("times like 1:35:00 are minutes and seconds that a spreadsheet took for hours")
        if self.day_fractions:
            said.append("numbers under 0.05 are fractions of a day")
        return said


ALONE = Habits()  # how a duration reads that stands alone; its column decides later


def habits(texts: Iterable[str], *, comma_is_decimal: bool) -> Habits:
    """Decide by every cell of the columns of holds how a file writes durations.

    Where `comma_is_decimal`, it cannot mean a list by a comma, as where semicolons part its cells.
    """
    plain = [without_no_days(fold(text)) for text in set(texts)]
    return Habits(
        hours_are_minutes=_hours_are_minutes(plain),
        day_fractions=_day_fractions(plain),
        decimal_comma=_decimal_comma(plain, comma_is_decimal),
        unclear_point=_unclear_point(plain),
        unclear_minutes=_unclear_minutes(plain),
        stray_point=_stray_point(plain),
    )


def without_no_days(plain: str) -> str:
    """Return a duration without the days it does not have, as in `0 days 00:01:02` and `1899-12-30 00:01:06`."""
    return _NO_DAYS.sub("", plain, count=1) if plain[:2] in _NO_DAYS_BEGIN else plain


def _hours_are_minutes(plain: list[str]) -> bool | None:
    clocks = [
        match for text in plain if ":" in text and (match := CLOCK.fullmatch(text)) and (match[1] or match[4])
    ]
    if not clocks or any(match[1] and float(match[3].replace(",", ".")) for match in clocks):
        return False  # some have seconds: all are hours, minutes, seconds
    if any(match[4] for match in clocks):
        return True  # times of day
    longest = max(int(match[1]) * 3600 + int(match[2]) * 60 for match in clocks)
    if longest > MOST_HOLD_S:
        return True
    return None if longest > _LONG_HOLD_S else False


def _day_fractions(plain: list[str]) -> bool:
    numbers = [text for text in plain if re.fullmatch(NUMBER, text)]
    small = bool(numbers) and max(float(text.replace(",", ".")) for text in numbers) < 0.05
    return small and any(re.search(r"[.,]\d{4}|e-", text) for text in numbers)  # 0.001 of a day is 86 s


def _unclear_point(plain: list[str]) -> bool:
    numbers = [text for text in plain if re.fullmatch(NUMBER, text)]
    longest = max((float(text.replace(",", ".")) for text in numbers), default=0.0)
    return 0 < longest < TOO_SHORT_S and any(re.fullmatch(r"\d[.,]\d{1,3}", text) for text in numbers)


def _stray_point(plain: list[str]) -> bool:
    """Return whether all numbers with a point are too small for seconds, beside others without one."""
    pointed = [text for text in plain if re.fullmatch(r"\d+[.,]\d+", text)]
    whole = [text for text in plain if re.fullmatch(r"\d{2,3}|\d{1,2}:\d\d", text)]
    return bool(pointed) and len(whole) > 1 and all(re.fullmatch(r"[0-5][.,]\d{1,2}", text) for text in pointed)


def _unclear_minutes(plain: list[str]) -> bool:
    """Return whether all decimals could be seconds behind minutes: two of them, never over 59."""
    decimals = [one for text in plain for one in _decimals_of_minutes(text)]
    return any(map(int, decimals)) and all(len(one) == len("59") and int(one) < 60 for one in decimals)


def _decimals_of_minutes(text: str) -> list[str]:
    """Return the decimals of a plain number, or of all minutes of a text, as `left 1.05 min, right 1.30 min`."""
    return re.findall(r"^\d+[.,](\d+)$", text) or _DECIMALS.findall(text)


def _decimal_comma(plain: list[str], comma_is_decimal: bool) -> bool | None:
    commas = [text for text in plain if re.search(r"\d,\d", text)]
    if comma_is_decimal or not commas or any(re.fullmatch(r"\d+,\d(?!\d)\D*", text) for text in commas):
        return True
    return False if any(len(re.findall(r"\d,\d", text)) > 1 for text in commas) else None
