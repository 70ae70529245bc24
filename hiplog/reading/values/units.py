"""The units that a header, a cell or a row of units names: of time, of no time, and the scale of pain."""

import re

from hiplog.reading.languages.words import bare, fold, one_of, words

_UNITS = {
    "s": re.compile(rf"\b{one_of(words('second'))}\b"),
    "min": re.compile(rf"\b{one_of(words('minute'))}\b"),
    "ms": re.compile(r"\b(?:ms|msec|millis|milliseconds?)\b"),
    "h": re.compile(r"^h$|\bhours?\b|\bhrs?\b|\bstunden?\b|\bstd\b|\bheures\b|\bhoras\b"),
    "days": re.compile(r"\bfraction of (?:a )?day\b"),
}
_CLOCK_FORMAT = re.compile(r"\b(?:(h{1,2}|hours?)[:.])?m{1,2}(?:in)?[:.]s{1,2}\b|\b(h{1,2}):mm\b")
_SCALE = re.compile(rf"\b[01]\s*(?:-|\.\.+|\b{one_of(words('to'))}\b)\s*(\d+)")
_OUT_OF = re.compile(rf"(?:/|\b{one_of(words('of ten'))}\b)\s*(\d+)")
_NO_TIME = re.compile(
    r"[(\[] *(?:deg(?:rees?)?|grad|cm|mm|m/s|in|inch(?:es)?|n|nm|newtons?|kgf?|lbs?|reps?|%) *[)\]]"
)
_HUNDREDTHS = re.compile(r"\bmm\b|%|\bpercent\b")  # a visual analogue scale is 100 mm long


def is_no_time(header: str) -> bool:
    """Return whether a header has a unit that is none of time, as `(cm)` or a sign of degrees."""
    return _NO_TIME.search(fold(header)) is not None or "°" in header


def counts_repetitions(text: str) -> bool:
    """Return whether a title says that repetitions are counted below it."""
    return re.search(r"\b(?:reps?|repetitions?|wiederholungen|wdh|repeticiones)\b", bare(text)) is not None


_IS = r"\s*(?:=|:|\bis\b|\bist\b|\bmeans?\b)\s*(?:the )?"
_NONE = one_of(words("no pain")) + r"\b"
_PAINLESS = one_of(said for said in words("no pain") if len(said) > len("nothing") or " " in said)
_TEN_IS_NONE = re.compile(
    rf"(?:(?<![\d.-])10{_IS}|(?:^|[(,;])\s*10\s+)(?:{_PAINLESS}\b|{_NONE}(?!\s*\w))|\b10 ?- ?0\b"
)
_BEST = one_of(words("best"))
_TEN_IS_GOOD = re.compile(
    rf"(?<![\d.-])10{_IS}{_BEST}\b|(?<![\d.])0{_IS}{one_of(words('worst'))}\b|\b(?:high|higher|hoch|hoher){_IS}{_BEST}\b"
)
_COUNTED = words("week", "month", "counted", "session", "set")
_COUNTS = re.compile(rf"\b{one_of(_COUNTED)}\s*$")  # as `week 10`
_HEADED_NO_PAIN = re.compile(rf"{_PAINLESS}\w*")
_OF_A_SCALE = words("scale", "to", "unit", "before", "after", "side")


def turned_scale(text: str) -> str:
    """Return `10-0` where a text on pain says that 10 is none, `?` where it may; mostly nothing."""
    if (match := _TEN_IS_NONE.search(text)) and not _COUNTS.search(text[: match.start()]):
        return "10-0"
    rest, headed = _HEADED_NO_PAIN.subn("", bare(text), count=1)
    plain = headed and all(word in _OF_A_SCALE for word in rest.split() if not word.isdecimal())
    return "?" if plain or _TEN_IS_GOOD.search(text) else ""


def scale_of(text: str) -> str:
    """Return where a scale of pain ends, as its header says; nothing where that is 10, or not said."""
    if turned := turned_scale(text):
        return turned
    if match := _SCALE.search(text) or _OUT_OF.search(text):
        return match[1] if match[1] != "10" else ""
    return "100" if _HUNDREDTHS.search(text) else ""


def unit_of(text: str) -> str:
    """Return the one unit of time that a header names: s, min, h, ms, days, m:ss or hms; else nothing."""
    if match := _CLOCK_FORMAT.search(text):
        return "hms" if match[1] else "h:mm" if match[2] else "m:ss"
    if ":" in text and not re.search(r"[a-z]{3}", text):
        return ""
    plain = re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])", " ", bare(text))
    units = [unit for unit, pattern in _UNITS.items() if pattern.search(plain)]
    return units[0] if len(units) == 1 else ""
