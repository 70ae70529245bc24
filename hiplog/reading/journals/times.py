"""A time of day within a sentence on a hold: `this morning at 7:15 I held the left for 45 s`."""

import re
from itertools import takewhile

from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.journals.comments import MOMENTS
from hiplog.reading.journals.sentences import without_narration
from hiplog.reading.journals.tokens import is_side
from hiplog.reading.languages.words import bare, has_digit, words
from hiplog.reading.values.dates import clock_time
from hiplog.reading.values.exercises import exercise_of_header
from hiplog.reading.values.times_of_day import BEFORE_A_TIME

_TIME = re.compile(
    rf"(?i)(?<!\w)(?:{BEFORE_A_TIME}|às?)\.?\s+(\d{{1,2}}(?:[:.h]\d\d| ?h(?!\w)| ?uhr| ?uur|(?= ?[ap]\.?m)))"
    r"(?:\s?(?:uhr|uur|h))?(\s?[ap]\.?m\.?)?(?!\w)"
)
_WHEN = words("between", "half of a day")
_SENTENCE = re.compile(r"[.!?;,](?:\s|$)")


def time_within(text: str) -> tuple[str, str]:
    """Return the one time of day in the sentence of the first side, and the text without it; else nothing.

    All words around it, up to the side, must be those of a sentence on a hold: that of a bus is another. With a
    comma between, they name the exercise, or say no more than when it was.
    """
    found = [*_TIME.finditer(text)]
    if len(found) != 1:
        return "", text
    before, behind = text[: found[0].start()], text[found[0].end() :]
    before_it = _SENTENCE.split(before)[-1]
    up_to_side = " ".join(takewhile(lambda token: not is_side(token), behind.split(" ")))
    said = f"{before_it} {up_to_side}"
    plain = {*bare(without_narration(said)).split()}
    is_said = not unknown_words(without_narration(said), "between") and "pain" not in kinds_of(said)
    is_own = "exercise" in kinds_of(said) or exercise_of_header(said) or plain <= _WHEN
    is_clear = is_said and (is_own or not _SENTENCE.search(up_to_side)) and MOMENTS.isdisjoint(plain)
    hour, _, minute = re.sub(r"[^\d:]", "", re.sub(r"(?<=\d)[.h](?=\d)", ":", found[0][1])).partition(":")
    time = f"{hour}:{minute or '00'}{found[0][2] or ''}"
    if (
        not is_clear
        or any(is_side(one) or has_digit(one) for one in before_it.split())
        or clock_time(time) is None
    ):
        return "", text
    behind = behind.lstrip(" :,.")
    return time, before + (behind if before_it else behind[:1].upper() + behind[1:])  # as a sentence begins
