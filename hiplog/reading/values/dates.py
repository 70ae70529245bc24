"""One cell with a date or a time of day; what it leaves open, its column decides (`date_columns.py`)."""

import datetime
import re

from hiplog.reading.languages.words import MONTHS, WEEKDAYS, bare, fold, has_digit, one_of
from hiplog.reading.values.date_forms import Part, forms_of
from hiplog.reading.values.times_of_day import folded_time, read_time

DAY_US = 86_400_000_000
HALF_A_YEAR = 183  # days
EPOCH = datetime.date(1970, 1, 1).toordinal()
_SERIAL_0 = datetime.date(1899, 12, 30).toordinal()  # a spreadsheet's day 0
_SERIALS = (20_000, 80_000)  # 1954 to 2119
_MOST_LETTERS = 80

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?$")
_WEEKDAY = re.compile(rf"\(?\b({one_of(WEEKDAYS)})\b\.?\)?,?")

# mar. 5 mars, mar. 5/3/2024: the weekday, mardi or martes
_MAR = re.compile(r"mar(?:\.,?|,)? (?=\d{1,2}(?:[./-]\d{1,2}[./-]\d|\.?[ -](?:de )?([a-z]+)))")
_TUESDAY = 2
_BRACKETED = re.compile(r"^[<\[(]+([^<>\[\]()]*)[>\])]+$")
_RANGE = re.compile(r"\s*(?:[→➔➜⟶]|[-=]+>|--+|—)\s*|\s+(?:-|\u2013|to|bis|until|till|hasta|tot)\s+")
_YEAR_MONTH_DAY = re.compile(r"(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_WEEKDAY_SIGN = re.compile(r" ?\( ?[月火水木金土日] ?\)")
_ERA = re.compile(r"(令 ?和|平 ?成|昭 ?和|民 ?[國国]) ?(\d{1,3}|元) ?年")
_ERAS = {  # the year before each, and how many it has: three of Japan, and Taiwan's
    "令和": (2018, 99), "平成": (1988, 31), "昭和": (1925, 64), "民國": (1911, 199), "民国": (1911, 199),
}  # fmt: skip
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"\w+")
_DAY, _MONTH, _YEAR = "(?:d{1,2}|tt|jj)", "m{1,2}", "(?:y{1,4}|jjjj|aaaa)"
_FORMS = {  # of dates, as a whole header, and whether the day stands first in them
    re.compile(rf"{first}([-/. ]?){second}\1{third}"): day_first
    for first, second, third, day_first in (
        (_YEAR, _MONTH, _DAY, None),
        (_DAY, _MONTH, _YEAR, True),
        (_MONTH, _DAY, _YEAR, False),
    )
}
_SPELLED = re.compile(r"\b(d{1,2}|t{1,2}|j{2})([-/])m{1,3}\2[yja]{2,4}\b|\bm{1,3}[-/](?:d{1,2})[-/]y{2,4}\b")


def looks_like_date(text: str) -> bool:
    """Return whether a cell is surely meant as a date (a bare number is not)."""
    text = text.strip()
    if not 3 <= len(text) <= _MOST_LETTERS or not has_digit(text) or _NUMBER.match(text):
        return False
    part = parse(text)
    return part is not None and (part.day is not None or part.pair is not None)


def looks_like_serial(text: str) -> bool:
    """Return whether a bare number would do as a spreadsheet's day, a compact date or seconds since 1970."""
    return _NUMBER.match(text) is not None and parse(text) is not None


def spelled_order(text: str) -> bool | None:
    """Return the order that a header spells out, as in "date (dd/mm/yyyy)": whether the day stands first."""
    plain = fold(text)
    match = _SPELLED.search(plain)
    order = next((day_first for form, day_first in _FORMS.items() if form.fullmatch(plain)), None)
    return order if match is None else match[1] is not None


def is_form_of_date(text: str) -> bool:
    """Return whether a header says no more than how its dates are written, as `yyyymmdd` and `DD.MM.YYYY`."""
    return any(form.fullmatch(fold(text)) for form in _FORMS)


def clock_time(text: str) -> tuple[int, int | None] | None:
    """Return the microseconds since midnight and minutes east of UTC of a time of day, or None.

    Of a range, as `07:10 - 07:12`, it is the begin.
    """
    time = read_time(folded_time(text))
    return time if time or (both := range_of(text)) is None else read_time(folded_time(both[0]))


def range_of(text: str) -> tuple[str, str] | None:
    """Return begin and end of a cell that has both, as `7:10 AM → 7:12 AM`; None of any other."""
    if not _RANGE.search(text) or len(text) > _MOST_LETTERS:
        return None
    first, _, last = _RANGE.sub("\n", text, count=1).partition("\n")
    begun = parse(first) if looks_like_date(first) else None
    timed = (begun is not None and begun.us is not None) or clock_time(first) is not None
    ended = clock_time(last) is not None or looks_like_date(last)
    return (first.strip(), last.strip()) if timed and ended else None


def parse(text: str) -> Part | None:
    """Return what one cell says, or None where it is no date."""
    if len(text) > _MOST_LETTERS:
        return None
    plain = " ".join(text.lower().split()) if text.isascii() else _eastern(fold(text))
    plain = _BRACKETED.sub(r"\1", plain.strip("\"'")).strip().rstrip(":,;")
    weekday = None
    unclear = not plain[:1].isdigit() or not plain[-1:].isdigit() or _TWO_LETTERS.search(plain)
    if unclear and not WEEKDAYS.keys().isdisjoint(_WORD.findall(plain)):
        named = _WEEKDAY.search(plain)
        weekday = WEEKDAYS[named[1]]
        plain = (plain[: named.start()].rstrip(" ,") + " " + plain[named.end() :].lstrip(" ,")).strip(" ,")
    elif match := _MAR.match(plain):
        if match[1] is None or match[1] in MONTHS:
            plain, weekday = plain[match.end() :], _TUESDAY
    for pattern, make in forms_of(plain):
        match = pattern.match(plain)
        if match:
            part = make(match)
            rest = plain[match.end() :]
            if part is None:
                continue
            if part.pair:
                part = part._replace(pair=(*part.pair[:3], weekday))
            if not rest:
                return part
            clock = read_time(rest.strip("()"))
            if clock:
                return part._replace(us=clock[0], offset=clock[1])
    both = range_of(text)
    return _number(plain) if both is None else parse(both[0])


def _eastern(plain: str) -> str:
    """Return a date of 年, 月 and 日 as others write it, also of a Japanese era, without a weekday in brackets."""
    plain = _ERA.sub(_of_era, _WEEKDAY_SIGN.sub(" ", plain))
    return _YEAR_MONTH_DAY.sub(_of_signs, plain)


def _of_era(match: re.Match) -> str:
    before, last = _ERAS[match[1].replace(" ", "")]
    year = 1 if match[2] == "元" else int(match[2])
    return f"{before + year}年" if 1 <= year <= last else match[0]


_A_NAME = {number: name for name, number in reversed(MONTHS.items())}  # of each month, in one of the languages


def _of_signs(match: re.Match) -> str:
    year, month, day = match.groups()
    if year is None and 1 <= int(month) <= 12:
        return f"{day} {_A_NAME[int(month)]} "  # and never a day before its month
    return "-".join(filter(None, (year, month, day))) + " "


def weekday_of(day: int) -> int:
    """Return the weekday of a day by its number, from 1 for Monday."""
    return datetime.date.fromordinal(day).isoweekday()


def weekday_in(text: str) -> int | None:
    """Return the first weekday that a text names; None where it names none."""
    return next((WEEKDAYS[word] for word in bare(text).split() if word in WEEKDAYS), None)


def _number(plain: str) -> Part | None:
    """Read a bare number: days since 1899-12-30, or seconds or milliseconds since 1970."""
    if not _NUMBER.match(plain):
        return None
    number = float(plain.replace(",", "."))
    if _SERIALS[0] <= number <= _SERIALS[1]:
        day, fraction = divmod(number, 1)
        us = round(fraction * 86400) * 1_000_000
        return Part(_SERIAL_0 + int(day) + us // DAY_US, us=us % DAY_US if fraction else None)
    for scale in (1, 1000):
        if 2e8 * scale <= number < 5e9 * scale:  # 1976 to 2128
            day, us = divmod(round(number / scale * 1_000_000), DAY_US)
            return Part(EPOCH + day, us=us, offset=0)
    return None
