"""A calendar (iCalendar, RFC 5545) -> a table of text, a row for each event."""

import re
from collections.abc import Iterator

from hiplog.reading.tables.table import Table

_HEADERS = {  # of a field
    "DTSTART": "start", "DTEND": "end", "DURATION": "duration", "SUMMARY": "exercise", "DESCRIPTION": "note",
}  # fmt: skip
_FIELD = re.compile(r"([A-Z-]+)(?:;[^:]*)?:(.*)")
_FOLDED = re.compile(r"\r?\n[ \t]")
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)")
_WHOLE_MINUTE = re.compile(r"(T\d\d:\d\d):00$")  # seconds are always written, and mostly mean nothing
_SLOT = re.compile(r"P\d+[DW]|PT(?:\d+H)?(?:\d*[05]M)?(?:0+S)?")  # that somebody set aside, in fives of minutes
_ESCAPED = re.compile(r"\\([,;\\nN])")


def calendar_table(text: str) -> Table | None:
    """Return the events of a calendar as a table; None where a text is none. An event's row is its first line."""
    if not text.lstrip("\ufeff \r\n").startswith("BEGIN:VCALENDAR"):
        return None
    events = [*_events(text)]
    rows = [[*_HEADERS.values()], *([event.get(name, "") for name in _HEADERS] for _, event in events)]
    return Table(rows, "", numbers=[0, *(number for number, _ in events)], said="a calendar's events")


def _events(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    number, event, begun = 1, {}, 0
    for line in re.split(r"\r?\n(?![ \t])", text):
        match = _FIELD.fullmatch(_FOLDED.sub("", line))
        name, value = match.groups() if match else ("", "")
        if (name, value) == ("BEGIN", "VEVENT"):
            begun, event = number, {}
        elif (name, value) == ("END", "VEVENT"):
            yield begun, event
        elif name in _HEADERS:
            event[name] = _plain(name, _ESCAPED.sub(_unescaped, value))
        number += 1 + line.count("\n")


def _plain(name: str, value: str) -> str:
    """Return a moment as a table has it, to the second only where it tells one; nothing for a span set aside."""
    if name == "DURATION" and _SLOT.fullmatch(value):
        return ""
    return _WHOLE_MINUTE.sub(r"\1", _MOMENT.sub(r"\1-\2-\3T\4:\5:\6", value))


def _unescaped(match: re.Match) -> str:
    return "\n" if match[1] in "nN" else match[1]
