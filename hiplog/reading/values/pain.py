"""One cell of pain: a score, the scores of two sides, or before and after."""

import re
from collections.abc import Sequence

from hiplog.reading.languages.words import MONTHS, bare, fold, one_of, words
from hiplog.reading.values.sides import side_of

EXPECTED_PAIN = "a number from 0 to 10, like 4, 4/10 or 4-5"
_MOST_LETTERS = 200

_N = r"\d+(?:[.,]\d+)?(?: ?1/2(?!\d))?|1/2(?!\d)"
_OF = one_of(words("of ten"))
_TO = one_of(words("to"))
_SCORE = re.compile(
    rf"(?P<low>{_N})(?:\s*(?:-|\b(?:{_TO})\b)\s*(?P<high>{_N}))?\s*(?:(?:/|\b(?:{_OF})\b)\s*(?P<of>\d+))?"
)
_SIDE = one_of(words("left", "right"))
_SIDED = re.compile(rf"\b({_SIDE})(?![a-z])\.?\s*[:=]?\s*((?:{_N})(?:\s*/\s*10)?)(?![\d.,]*\d)")
_SIDED_AFTER = re.compile(rf"(?<![\d.,])((?:{_N})(?:\s*/\s*10)?)\s*(?:in |on )?({_SIDE})(?![a-z])")
_OF_THE_HIP = re.compile(rf"\b{one_of(words('filler') - words('other place'))}\b ?")
_HUNDREDTHS = re.compile(r"\s*(?:%|(?:mm|percent)\b)")  # a visual analogue scale is 100 mm long
_ARROW = re.compile(r"\s*(?:[-=]*>|[→➔➜⟶])\s*")
_FROM_TO = re.compile(rf"{one_of(words('from'))} ((?:{_N})(?: ?/ ?10)?) {_TO} ((?:{_N})(?: ?/ ?10)?)")
_ERROR = re.compile(r"#\S+[!?]")  # of a spreadsheet, as #DIV/0!
_OTHERS = {"h"} | words("second", "minute", "week", "month", "year", "counted")
_OF_OTHERS = re.compile(rf"\s*{one_of(_OTHERS)}(?![^\W\d_])")  # behind a number that is no score: `for 3 days`
_OF_A_SCORE = words("scale", "from", "to") | {"mm", "percent"}  # words that say no more
_NOT_SAID = {"n a", "na", "nan", "null"}
_MARKUP = " *_`\t\r\n"
_DATE_LIKE = re.compile(r"\d+[/.:-]\d+[/.:-]\d+|\d:\d\d")


class BadPain(ValueError):
    """A cell of pain that is off the scale, or two scores."""


def read_pain(text: str, scale: str = "") -> float | None:
    """Return a cell's pain, 0 to 10; None where it says none.

    `scale` is where that of the column's header ends, if not at 10; a cell that says its own, as `35/100`, wins.

    Raises `BadPain` where there are numbers, but no one score from 0 to 10.
    """
    plain = re.sub(r"(?<!\d)[.,](?=\d)", "0.", fold(text.strip(_MARKUP)[: _MOST_LETTERS + 1]))
    if bare(plain) in words("no pain"):
        return 0.0
    if not re.search(r"\d", plain) or len(plain) > _MOST_LETTERS:
        return None
    match = _SCORE.search(plain)
    after = plain[match.end() :]
    hundredths = _HUNDREDTHS.match(after) if match["of"] is None else None
    rest = plain[: match.start()] + (after[hundredths.end() :] if hundredths else after)
    if (
        re.search(r"\d|[-+%]\s*$|^\s*/|^\s*-(?!\s*[a-z])", rest)
        or plain[: match.start()].rstrip().endswith("-")
        or _DATE_LIKE.search(plain)
        or (_OF_OTHERS.match(after) and next(iter(bare(after).split()), "") not in _OF_A_SCORE)
        or _ERROR.fullmatch(plain)
        or bare(rest) in MONTHS  # 2/10, made 02-Oct by a spreadsheet
    ):
        raise BadPain(EXPECTED_PAIN)
    return _score(match, match["of"] or ("100" if hundredths else scale or "10"))


def is_pain(text: str) -> bool:
    """Return whether a cell tells a pain, as one score from 0 to 10."""
    try:
        return read_pain(text) is not None
    except BadPain:
        return False


def _score(match: re.Match, of: str) -> float:
    low, high = _number(match["low"]), _number(match["high"] or match["low"])
    if match["of"] and int(of) < 10 and high == low:
        two = f"{low:g} left and {of} right, or {of} left and {low:g} right"
        raise BadPain(f"{two}: a header like pain L/R tells; or one number from 0 to 10")
    if of not in ("10", "100") and not match["of"]:
        raise BadPain(f"a score from 0 to 10; the header's scale ends at {of}")
    if of not in ("10", "100") or not 0 <= low <= high <= int(of):
        raise BadPain(EXPECTED_PAIN)
    return (low + high) / 2 * 10 / int(of)


def read_pain_steps(text: str) -> dict[str, float]:
    """Return the pain before and after, where a cell has both with an arrow, as in `4 -> 2` and `from 4 to 2`."""
    plain = fold(text.strip()[: _MOST_LETTERS + 1])
    match = _FROM_TO.fullmatch(plain)
    parts = match.groups() if match else _ARROW.split(plain)
    scores = [read_pain(part) for part in parts] if len(parts) == 2 else []
    return dict(zip(("before", "after"), scores, strict=True)) if scores and None not in scores else {}


def words_among(text: str) -> str:
    """Return a cell in which words stand beside or instead of its scores; nothing where none do."""
    rest = bare(_SCORE.sub(" ", fold(text)))
    said = rest and rest not in words("no pain") | _NOT_SAID and not {*rest.split()} <= _OF_A_SCORE
    return text.strip(_MARKUP) if said and not read_pain_of_sides(text) else ""


def read_pain_of_sides(text: str, sides: Sequence[str] = ()) -> dict[str, float]:
    """Return the pain of each side where a cell has both, as in `L 4, R 3`; in the order of `sides`, as in `4/3`.

    The same goes for before and after.

    Raises `BadPain` where there are numbers, but no score from 0 to 10 for each side.
    """
    plain = _OF_THE_HIP.sub("", fold(text.strip()[: _MOST_LETTERS + 1]))
    for pattern, side, score in ((_SIDED, 1, 2), (_SIDED_AFTER, 2, 1)):
        named = [(side_of(match[side]), match[score]) for match in pattern.finditer(plain)]
        if not pattern.sub("", plain).strip(" ,;/|&+.") and len({which for which, _ in named}) == len(named) == 2:
            return {which: read_pain(one) for which, one in named}
    for sign in ("/", "|", ";", ",", "-", " ") if sides and len(plain) <= _MOST_LETTERS else ():
        parts = plain.split(sign)
        if len(parts) == 2:
            scores = {side: read_pain(part) for side, part in zip(sides, parts, strict=True)}
            return {side: score for side, score in scores.items() if score is not None}
    return {}


def is_of_ten(text: str) -> bool:
    """Return whether a cell may be a score of 10, like `4/10`, as well as the scores of two sides."""
    return re.fullmatch(rf"({_N})\s*/\s*10", fold(text)) is not None


def _number(text: str) -> float:
    half = 0.5 if text.endswith("1/2") else 0.0
    return float(text.removesuffix("1/2").strip().replace(",", ".") or 0) + half
