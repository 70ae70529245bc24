"""One cell that says a time of day, perhaps with a zone."""

import datetime
import re

from hiplog.reading.languages.words import fold, one_of, words

BEFORE_A_TIME = one_of(words("at"))
_ZONES = {  # minutes east of UTC; None where several countries mean different ones
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "mez": 60, "cet": 60, "mesz": 120, "cest": 120,
    "est": -300, "edt": -240, "cst": None, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600, "jst": 540, "awst": 480, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780, "ist": None,
}  # fmt: skip
_ANY_ZONE = one_of(_ZONES)
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:(?P<sep>[:.]|\s?h\s?)(?P<m>\d\d)(?:[:.m](?P<s>\d\d)(?:[.,](?P<f>\d{1,9}))?s?)?)?"
    r"\s*(?P<half>[ap]\.? ?m\.?)?\s*(?:uhr|h|hrs)?\s*"
    rf"(?:\(?(?P<zone>{_ANY_ZONE})?\s*(?P<off>[+-]\d{{1,2}}(?::?\d\d)?)?\)?)"
    rf"(?:\[[\w/+-]+\]|(?P<named> \((?:[a-z'-]+(?: [a-z'-]+)+|{_ANY_ZONE})\)?))?$"
)
_FRACTION = re.compile(r"0?[.,]\d+")
_GLUED = re.compile(r"\d{4}-\d\d-\d\d[t ](?=.)")  # a day that a spreadsheet put before a time
_AT = re.compile(rf"{BEFORE_A_TIME}\.?\s+")
_HOURS = re.compile(r"\d\s*(?:uhr|h|hrs)$")


def folded_time(text: str) -> str:
    """Return a time of day as `read_time` takes it; a spreadsheet's fraction of a day becomes a clock time."""
    plain = fold(text)
    if _FRACTION.fullmatch(plain):
        seconds = round(float("0" + plain.lstrip("0").replace(",", ".")) * 86400)
        return str(datetime.timedelta(seconds=seconds))
    match = _GLUED.match(plain) or _AT.match(plain)
    return plain[match.end() :] if match else plain


def read_time(plain: str) -> tuple[int, int | None] | None:
    """Return microseconds since midnight and minutes east of UTC, or None where it is no time of day."""
    match = _CLOCK.match(plain)
    if not match or not (match["m"] or match["half"] or _HOURS.search(plain)):
        return None
    if match["named"] and not (match["off"] or match["zone"]):
        return None  # words in brackets name a time zone only behind one
    hour, minute, second = int(match["h"]), int(match["m"] or 0), int(match["s"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12 and not (hour == 0 and match["half"][0] == "a"):
            return None
        hour = hour % 12 + (12 if match["half"][0] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    micro = int((match["f"] or "0").ljust(6, "0")[:6])
    offset = _ZONES.get(match["zone"]) if match["zone"] else None
    if match["off"]:
        offset = _offset(match["off"])
        if abs(offset) > 18 * 60:
            return None
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + micro, offset


def _offset(text: str) -> int:
    sign, digits = (-1 if text[0] == "-" else 1), text[1:].replace(":", "")
    return sign * (int(digits) * 60 if len(digits) <= 2 else int(digits[:-2]) * 60 + int(digits[-2:]))
