"""A line of dated text: how deep it stands, the date, the time and the person in front, and the words behind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.journals.tokens import is_side, word_of
from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, fold, has_digit, split, words
from hiplog.reading.values.dates import clock_time, looks_like_date, parse
from hiplog.reading.values.exercises import exercise_of_header, names_another
from hiplog.reading.values.moments import held_between, tells_seconds

_SIGNS = ":-\u2013\u2014\uff1a "  # that part a date from the words behind it
_PLAIN_LEVEL = 10  # of a line without a mark of a heading, and with no blanks before it
_A_MONTH = re.compile(r"[^\W\d_]{3}|\.$|\([^\W\d_]\)$")  # in a date alone in its line: `7/10` is a score
_COUNTED_IN = words("counted", "minute", "second") | {"km", "kg", "x", "more", "miles"}
_LONGEST_DATE = 9  # words, as in `Monday, the 4th of March 2024, 7:12:33 AM`
_HEADING = re.compile(r"(#{1,6}|={1,6}|\*{1,6})\s+(?:(TODO|DONE|NEXT|WAITING|CANCELL?ED)\s+)?(.*)")
_MARKS = "\u2022\u2023\u25cf\u25e6\u25aa\u00b7\u2192"  # in front of the lines of a list, as dashes are
_TICKS, _CROSSES = "\u2713\u2714\u2611\u2705", "\u2717\u2718\u2612\u274c\u2610"
_BULLET = re.compile(rf"(?:[-*+{_MARKS}]|>(?: ?>)*|" + r"\d{1,3}[.)](?=\s+[^\W\d]))\s+(.*)")
_BOX = re.compile(rf"\[([ xX])\]\s+(.*)|([{_TICKS}{_CROSSES}])\ufe0f?\s*(.*)")
_STRUCK = re.compile(r"~~[^~]+~~")
_DONE = re.compile(r"x (\d{4}-\d\d-\d\d )(?:\d{4}-\d\d-\d\d )?")  # of todo.txt, perhaps also when it was written
_NO_WORDS = re.compile(r"[-=_*~`#\s]+|:[A-Z]+:|```.*|---")
_MARKUP = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*|__|`|[\u200e\u200f\ufeff]|\[\[|\]\]|(?<!\S)#(?=\w)")
_TIGHT = re.compile(r"(?<=[^\W\d])[,;|](?=\S)|(?<=\d)[,;|](?=[^\W\d])")  # a comma with no blank behind it
_WIDE_COLON = re.compile(r"(?<=[^\W\d])\uff1a(?=\S)")
_MESSAGE = re.compile(r"\[?(\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?)\]?\t([^\t\d]{1,40})\t(.*)")  # below its day
_SET = re.compile(r"([^\W\d]+)\.? ?#?\d{1,2}(?: ?[:.)\u2013-]+\s*(?=\d)|\W+(?=[^\W\d]))(\S+)(.*)")
_CLOCK = re.compile(r"CLOCK:\s*\[([^\]]+)\]--\[([^\]]+)\].*")
_SENDER = re.compile(r"(?:-\s+)?([^\W\d][^:\d]{0,40}?)\s*:\s+(.*)")
_SENT = re.compile(r"([^\W\d][^\[\d]{0,40}?)(?:,? \[([^\]]+)\]:?| [\u2014\u2013\u2022-] (\S.*))")
_COUNTED = re.compile(r"([^\W\d]+) \d{1,3} \(([^()]+)\)\s*(.*)")
_LABEL = re.compile(r"([^\W\d][^\W\d]{2,15}):{1,2}\s*(.*)")


@dataclass
class Line:
    """A line of dated text."""

    number: int  # as an editor counts it
    level: int  # small for a heading, larger the further in it stands
    text: str  # what it says, without marks, and without what the others have
    date: str = ""  # what stands in front, as the person and the time do
    person: str = ""
    time: str = ""  # also that of a message below its day
    held: str = ""  # how long a clock ran
    is_heading: bool = False  # it is marked as one
    is_open: bool = False  # it is a task that is not done


def line_of(number: int, written: str, *, without_years: bool = False) -> Line | None:
    """Return what a line says, perhaps below a date without a year; None where it has no words."""
    message = _MESSAGE.fullmatch(written.strip())
    if message and _is_sender(message[2]) and not _NO_WORDS.fullmatch(message[3]):
        return Line(number, _PLAIN_LEVEL, message[3], person=message[2].strip(), time=message[1])
    text = _TIGHT.sub(r"\g<0> ", _MARKUP.sub("", written).strip()).replace(" :: ", ": ")
    text = _WIDE_COLON.sub("\uff1a ", text)
    text = _DONE.sub(r"\1", _without_set(text))
    if not text or _NO_WORDS.fullmatch(text):
        return None
    indent = len(written.expandtabs(4)) - len(written.expandtabs(4).lstrip())
    line = Line(number, _PLAIN_LEVEL + indent, text)
    if (match := _HEADING.fullmatch(text)) and not indent:
        line.level, line.text = len(match[1]), match[3]
        line.is_heading, line.is_open = True, match[2] not in (None, "DONE")
    elif (match := _BULLET.fullmatch(text)) and not (
        text[0].isdigit() and date_in_front(text.split(), without_years=without_years)
    ):
        line.text = match[1]
    if match := _BOX.match(line.text):
        line.is_open, line.text = (match[1] or match[3]) in (" ", *_CROSSES), match[2] or match[4] or ""
    _take_date(line, without_years)
    if _STRUCK.search(line.text):  # a number put right, or all of what was planned
        kept = _STRUCK.sub("", line.text).strip()
        line.is_open, line.text = (line.is_open, kept) if re.search(r"\w", kept) else (True, line.text.strip("~ "))
    return line


def _without_set(text: str) -> str:
    """Return what `Set 1: 45 s` and `Set 2 left 45 s` say without their number; any other text as it is.

    A heading above says the side of the first. In Italian `Set 2 sinistra 45` is of September.
    """
    match = _SET.fullmatch(text)
    if not match or fold(match[1]) not in words("set"):
        return text
    name, side = fold(match[1]), word_of(match[2])
    of_months = (one for one in LANGUAGES.values() if name in re.split("[ ,]+", one["months"]))
    is_month = any(side in split(f"{one['left']}, {one['right']}") for one in of_months)
    return match[2] + match[3] if match[2][0].isdigit() or (is_side(side) and not is_month) else text


def _take_date(line: Line, without_years: bool) -> None:
    """Take what stands in front of a line from its text: a date, a sender, a time of day."""
    if match := _CLOCK.fullmatch(line.text):
        line.date, ended = match.groups()
        line.held = held_between(line.date, ended) if tells_seconds(ended) else f"{line.date} to {ended}"
        line.text = line.held
        return
    if match := _SENT.fullmatch(line.text):
        sent = match[2] or match[3]
        if looks_like_date(sent) and (match[2] or clock_in(sent)) and _is_sender(match[1]):
            line.person, line.date, line.text = match[1], sent, ""
            return
    if (match := _COUNTED.fullmatch(line.text)) and meaning(match[1]).kind == "date":
        line.text = f"{match[2]} {match[3]}"
    match = _LABEL.fullmatch(line.text)
    if match and (meaning(match[1]).kind == "date" or fold(match[1]) in words("mailed")):
        line.text = match[2]
    tokens = re.sub(r"(?<=日)(?=\S)", " ", line.text).split()
    many = date_in_front(tokens, without_years=without_years)
    if not many and line.text.endswith(":"):  # as `On Mon, 2 Mar 2026 at 19:55, Kim wrote:`
        line.date = next((said for i in range(1, len(tokens[:6])) if clock_in(said := _date_of(tokens[i:]))), "")
        line.text = "" if line.date else line.text
    if many:
        line.date = " ".join(tokens[:many]).rstrip(_SIGNS)
        line.text = " ".join(tokens[many:]).lstrip(_SIGNS)
        match = _SENDER.fullmatch(line.text) if clock_in(line.date) else None
        if match and _is_sender(match[1]):
            line.person, line.text = match.groups()


def _date_of(tokens: Sequence[str]) -> str:
    return " ".join(tokens[: date_in_front(tokens)]).rstrip(_SIGNS)


def date_in_front(tokens: Sequence[str], *, without_years: bool = False) -> int:
    """Return how many words in front are a date, with or without a time; the most that are."""
    if not any(map(has_digit, tokens[:4])):
        return 0
    for many in range(min(_LONGEST_DATE, len(tokens)), 0, -1):
        text = " ".join(tokens[:many]).rstrip(_SIGNS)
        part = parse(text) if without_years and (many < len(tokens) or _A_MONTH.search(text)) else None
        is_part = (
            part is not None and part.yearless is not None and bare(" ".join(tokens[many:][:1])) not in _COUNTED_IN
        )
        is_date = looks_like_date(text) or is_part
        if is_date and not re.fullmatch(r"[\d ]+", text):
            return many
    return 0


def clock_in(date: str) -> bool:
    """Return whether a date has a time of day behind it."""
    return re.search(r"\d[:.h]\d\d", date) is not None


def split_time(text: str) -> tuple[str, str]:
    """Return the time of day in front of a text, and the rest; no time where none stands there."""
    first, _, rest = text.partition(" ")
    if rest[:2].lower() in ("am", "pm"):
        first, rest = f"{first} {rest[:2]}", rest[2:]
    if ":" in first and clock_time(first.strip("[]()-")) is not None:
        return first.strip("[]()-"), rest.lstrip(" -:\u2013")
    return "", text


def _is_sender(name: str) -> bool:
    """Return whether words in front of a message name who wrote it, and no exercise, side or pain."""
    return bool(unknown_words(name, "pain")) and not exercise_of_header(name) and not names_another(name)
