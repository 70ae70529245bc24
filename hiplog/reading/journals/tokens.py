"""A line of dated text -> its clauses, each a list of words."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from hiplog.reading.columns.cells import MOST_SCORE
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.languages.words import bare, fold, has_digit, one_of, parted, words

_SIDES = words("left", "right", "both")
_TIME = words("second", "minute")
NARRATION = words("narration", "hold", "held") - _TIME
BESIDE_A_SIDE = words("filler", "before a side") - _TIME
UP_TO_A_SIDE = words("and", "between") | NARRATION | BESIDE_A_SIDE
_CONNECTING = UP_TO_A_SIDE | {"for"}
_SIDE, _SECOND, _UNIT = map(one_of, (_SIDES, words("second"), _TIME))
_BREAK = re.compile(
    r"\s*(?:^[.\u00b7\u2022]\s|[,;!?|]+(?=\s|$)|\.(?=\s+(?:[^\W\d_a-z]|[^\W\d_]+:\s)|\s*$)|[()\[\]{};\u3001\u3002\uff0c]|\s[-\u2013\u2014]\s|\s[.\u00b7\u2022](?=\s+[^\W\d])|(?<=[^\W\d])\s[.\u00b7\u2022]\s|=>)\s*"
)
_ENDS = re.compile(  # a full stop or a colon behind seconds, unless their side follows: `45 sec. left`
    rf"(?i)(?<=\d)(\s?(?:{_SECOND}))(?:\.|\s?:)(?=\s+(?!(?:{_SIDE})(?:[\s]*[,;.)]|\s*$)))"
)
_GAP = re.compile(  # before a remark that stands apart from its hold
    rf"(?i)(?<=[\d'\"])\s{{3,}}(?!(?:{_SIDE}|{_UNIT})(?!\w))(?=[^\W\d_]{{2}})"
)
_LIKE_A_SIDE = one_of(said for said in words("narration") if not _SIDES.isdisjoint(said.split()))
_DROPPED = re.compile(  # as the Italian `ho tenuto`, whose `ho` is right in Swedish, and the German article
    rf"(?i)\b(?:{_LIKE_A_SIDE}\b|der (?={_SIDE}\b)|up (?=for\b))"
)
_NUMBERED = re.compile(
    rf"(?i)\b{one_of(words('set'))} ?#?\d{{1,2}} ?[:.)\u2013-]*\s+(?={_SIDE}\b.*\d)"
)  # `set 2: left`
_APART = re.compile(r"\s+([:\uff1a])(?=\s|$)|(?<=\S)(\uff1a)(?=\S)")  # as French and Chinese write it
_NAMES_WITH_DIGITS = re.compile(
    r"(?i)(?<!\w)"
    + one_of(name for name in words("hip balance") if re.search(r"\d", name)).replace(r"\ ", "[ -]?")
    + r"(?!\w)"
)
_GLUED = re.compile(r"(?<=[^\W\d_])(?:[-_](?=[^\W\d_])|:+(?=\d)|::+)")  # between the words of `hip-left::62`
_OF_PAIN = re.compile(r"([^\W\d_]+) ?[(\[\uff08]([^()\[\]\uff08\uff09]{1,20})[)\]\uff09]")
_OF_TEN = re.compile(
    rf"(?:{one_of(words('scale'))} )?(?:[01] ?(?:-|{one_of(words('to'))}) ?|/ ?|{one_of(words('of ten'))} )10"
)
_SHORT = 5  # signs, with the point of what is no word
_SIGNS = re.compile(r"[\s:\uff1a_-]+")  # blanks, and what stands glued between words
_HAS_UNIT = re.compile(rf"\d\s*(?:[:'\"]|(?:{_UNIT})(?!\w))")
_SMILE, _FROWN = re.compile(r"(?<!\S)[:;]-?\)+(?!\S)"), re.compile(r"(?<!\S):-?\(+(?!\S)")
_SET = re.compile(rf"\d+(?::\d\d|[.,]\d+)?(?: ?(?:{_SECOND}))?")


def clauses_of(text: str) -> list[list[str]]:
    """Return the words of each clause of a line; a smile of signs is one, and no bracket."""
    text = _NUMBERED.sub("", _OF_PAIN.sub(_without_bracket, text))
    text = _FROWN.sub("\U0001f641", _SMILE.sub("\U0001f642", text))
    clauses = map(_tokens, filter(None, _BREAK.split(_GAP.sub(", ", _ENDS.sub(r"\1,", text)))))
    return _with_sets([*chain.from_iterable(map(_run_on, clauses))])


def _without_bracket(match: re.Match) -> str:
    """Return what `pain (0-10)` and `pain (before)` say without brackets: that scale is meant anyway."""
    said = fold(match[2])
    is_moment = kinds_of(said) & {"before", "after"} and len(said.split()) == 1
    if "pain" not in kinds_of(match[1]) or not (is_moment or _OF_TEN.fullmatch(said)):
        return match[0]
    return f"{match[1]} {match[2]}" if is_moment else match[1]


def _run_on(tokens: list[str]) -> Iterator[list[str]]:
    """Give the parts of a clause that nothing parts: a side with its time begins one behind a sentence or a hold.

    As in `walked too far. left 31 right 29`, and in `left 45 s felt good and then the right was 40 s`.
    """
    begin = 0
    for i in range(1, len(tokens)):
        before = tokens[begin:i]
        if not is_side(tokens[i]) or not _is_timed(tokens[i + 1 :], with_unit=tokens[i - 1][-1:] != "."):
            continue
        while before and bare(before[-1]) in _CONNECTING:
            del before[-1]
        last = max((k for k, token in enumerate(before, 1) if has_unit(" ".join(before[k - 2 : k]))), default=0)
        goes_on = is_hold(before) and 0 < last < i - begin and not is_side(before[-1])
        if goes_on or (tokens[i - 1][-1:] == "." and _is_remark(tokens[begin:i])):
            yield before
            begin = i
    yield tokens[begin:]


def _is_timed(tokens: Sequence[str], *, with_unit: bool) -> bool:
    """Return whether a number stands in front of words, or behind what may stand between a side and its time."""
    at = next((i for i, token in enumerate(tokens) if bare(token) not in _CONNECTING), len(tokens))
    return any(map(has_digit, tokens[at : at + 1])) and (not with_unit or has_unit(" ".join(tokens[at : at + 2])))


def _is_remark(tokens: Sequence[str]) -> bool:
    """Return whether words end a sentence that says no number and no plan; `max.` and `approx.` end none."""
    is_short = len(tokens[-1]) <= _SHORT and "of others" in kinds_of(tokens[-1])
    ends = len(tokens) > 1 and not is_short and bare(tokens[-1]) not in words("about")
    return ends and not any(map(has_digit, tokens)) and "target" not in kinds_of(" ".join(tokens))


def _tokens(clause: str) -> list[str]:
    plain = _APART.sub(": ", parted(_DROPPED.sub(" ", _NAMES_WITH_DIGITS.sub("hip balance", clause))))
    return _GLUED.sub(lambda match: ": " if ":" in match[0] else " ", plain).split()


def _with_sets(clauses: Sequence[list[str]]) -> list[list[str]]:
    """Return the clauses, with numbers that stand alone behind a hold put to it: `left 45, 40, 38`."""
    joined: list[list[str]] = []
    for tokens in clauses:
        before = joined[-1] if joined else []
        plain = " ".join(tokens)
        is_set = _SET.fullmatch(fold(plain)) and not (plain.isdecimal() and int(plain) <= MOST_SCORE)
        if is_set and is_hold(before) and (":" in plain) <= (":" in " ".join(before)):
            before[-1:] = [f"{before[-1]},", *tokens]
        else:
            joined.append([*tokens])
    return joined


def as_written(said: str, line: str) -> str:
    """Return words of `clauses_of` as the line has them, with its own signs and blanks between them."""
    places = [at for at, sign in enumerate(line) if not _SIGNS.match(sign)]
    wanted = _SIGNS.sub("", said)
    start = "".join(line[at] for at in places).rfind(wanted) if wanted else -1
    return said if start < 0 else line[places[start] : places[start + len(wanted) - 1] + 1]


def word_of(token: str) -> str:
    """Return the letters that a token begins with."""
    return "".join(takewhile(str.isalpha, fold(token)))


def is_side(token: str) -> bool:
    """Return whether a word names a side."""
    return word_of(token) in _SIDES and (token[:1].isalpha())


def has_unit(cell: str) -> bool:
    """Return whether a number has a unit of time behind it, or is written like a clock."""
    return _HAS_UNIT.search(fold(cell)) is not None


def is_hold(tokens: Sequence[str]) -> bool:
    """Return whether words name a side, and have a number."""
    return any(map(is_side, tokens)) and any(map(has_digit, tokens))
