"""What each column means, told from its header (of one or two rows)."""

import re
from dataclasses import replace
from functools import lru_cache

from hiplog.reading.columns.meaning import OWN, SIDES, TURNED, Meaning
from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, fold, one_of, split, split_words, words
from hiplog.reading.values.dates import is_form_of_date
from hiplog.reading.values.sides import side_of, without_article
from hiplog.reading.values.units import scale_of, unit_of

_EXERCISE = re.compile(rf"\b{one_of(words('hip balance'))}\b")
_PAIR = re.compile(
    r"\b({0}|{1})\s*(?:[/|&+,-]|\b(?:{2}|or|oder|ou|o)\b)\s*({0}|{1})\b".format(
        *(one_of(words(kind)) for kind in (*SIDES, "and"))
    )
)
_BOTH = re.compile(rf"\b{one_of({'both', *(said for said in words('both') if ' ' in said)})}\b")
_WHICH = re.compile(rf"\b{one_of(said for said in words('side') if ' ' in said)}\b")  # as `which side`
_NO_SIDE = re.compile(r"\bright (?:now|away)\b|\bleft (?:to|over|out)\b")
_BEFORE_AFTER = re.compile(r"\bb ?/ ?a\b")
_BALANCE_OF_A_SIDE = re.compile(r"\bbalance\b|\b(?:best|longest)\b(?=.*\btoday\b)")  # is no difference, no record
_HELD, _TARGET = one_of(words("hold", "held", "value")), one_of(words("target"))
_HELD_AND_TARGET = re.compile(rf"\b(?:({_HELD}) ?/ ?{_TARGET}|{_TARGET} ?/ ?{_HELD})\b")
_DATES = {split(kinds["date"])[0] for kinds in LANGUAGES.values()}
_ORDER = ("note", "pain", "target", "side", "hold", "exercise", "session", "date", "time", "value", "set")
_AT_A_BOUND = {"begin": "before", "end": "after"}  # of a pain
_ALONE = {  # of a whole header
    "person": Meaning("person"),
    "from": Meaning("begin"),
    "to": Meaning("end"),
    "before alone": Meaning(phase="before"),
    "after alone": Meaning(phase="after"),
    "at": Meaning("time"),
}


@lru_cache(maxsize=20_000)
def meaning(header: str) -> Meaning:
    """Return what a header says of its column; words in brackets count only where the rest is silent."""
    if len(header) > 400:
        return Meaning()
    if (ours := OWN.get(header.strip().lower())) is not None:
        return ours
    if is_form_of_date(header):
        return Meaning("date")
    alone = bare(header)
    said = next((m for kind, m in _ALONE.items() if len(alone) > 1 and alone in words(kind)), None)
    if said is not None:
        return said
    text = _BEFORE_AFTER.sub("before/after", _NO_SIDE.sub(" ", split_words(header)))
    text = without_exercise(re.sub(r"\b[dl]'|\bqu'", "", text))
    if _side(text) in SIDES and (unit_of(text) or "hold" in _all_kinds(text)):
        text = _BALANCE_OF_A_SIDE.sub(" ", text)
    main = re.sub(r"[(\[{].*?[)\]}]", " ", text)
    inside = " ".join(re.findall(r"[(\[{](.*?)[)\]}]", text))
    result = _meaning(main)
    if not result.kind and not result.side and "pain" in _kinds(text) and scale_of(text) == TURNED:
        result = replace(result, kind="pain")  # of comfort, where 10 is no pain
    if result.kind == "pain":
        result = replace(result, unit=scale_of(text))
    return _with_brackets(result, main, inside) if inside else result


def _with_brackets(result: Meaning, main: str, inside: str) -> Meaning:
    """Return what a header says with what stands in its brackets."""
    more = _meaning(inside)
    if not bare(main):
        return more
    if result.implied and more.kind == "target":  # "left (target)"
        return replace(more, side=result.side if result.side in SIDES else "")
    side = result.side or (more.side if more.kind in ("", "hold", "side") else "")
    unit = result.unit if result.kind == "pain" else unit_of(inside) or result.unit
    phase = result.phase or more.phase or (_meaning(f"{main} {inside}").phase if result.kind == "pain" else "")
    result = replace(result, side=side, phase=phase, unit=unit)
    may_be_hold = not result.kind and "no hold" not in _kinds(main)
    if (result.kind == "side" and side in SIDES) or (may_be_hold and side):  # "first side (left)"
        return replace(result, kind="hold", implied=True)
    if result.kind in ("time", "value", "set") and "/" in side:  # "times (L/R)"
        return replace(result, kind="hold")
    if result.kind == "time" and unit in ("s", "min", "ms", "m:ss"):
        return replace(result, kind="hold")
    return replace(result, kind="value") if may_be_hold and unit else result


def without_exercise(text: str) -> str:
    """Return a text without the name of our exercise: its `balance` is none that two sides have."""
    return _EXERCISE.sub(" ", fold(text))


def _meaning(text: str) -> Meaning:
    side, unit, kinds = _side(text), unit_of(text), _kinds(text)
    phase = _phase(text) if {"before", "after"} <= kinds else next(iter(kinds & {"before", "after"}), "")
    if "medicine" in kinds and "note" not in kinds:
        return Meaning()
    if "pain" in kinds and "target" in kinds and "note" not in kinds:
        return Meaning()  # that it is to be, and not that it was
    if "note" in kinds or "pain" in kinds:
        kind = "note" if "note" in kinds else "pain"
        phase = phase or _AT_A_BOUND.get(bound_of(text), "") if kind == "pain" else phase
        return Meaning(kind, side if side in SIDES or kind == "pain" else "", phase)
    if "end" in kinds and "hold" not in kinds and not side and not unit:
        return Meaning("end")
    if side in SIDES and not unit and (bound := bound_of(text)):
        return Meaning(bound, side)
    if "no hold" in kinds:
        return Meaning()
    if "date" in kinds and not unit and (_is_date_of_hold(bare(text)) or bare(text).startswith("day of ")):
        return Meaning("date")
    if order := _held_and_target(text):
        return Meaning("hold", side, order, unit)
    if "target" in kinds:
        of_others = "%" in text or "percent" in text or ("set" in kinds and "hold" not in kinds and not unit)
        return Meaning() if of_others else Meaning("target", side if side in SIDES else "", unit=unit)
    if _WHICH.search(text):
        return Meaning("side")
    if "time of day" in text:
        return Meaning("time")
    if "date" in kinds and "time" in kinds and "hold" not in kinds and not side:
        return Meaning("time" if re.search(r"\bstart|\bbegin|\bbegan", text) else "date")
    if "time" in kinds and not side and not (unit and "hold" not in kinds and unit != "h") and "hold" not in kinds:
        return Meaning("time")
    if (
        "hold" in kinds
        or (side and kinds <= {"side", "time", "value", "set", "exercise", "before", "after"})
        or ("time" in kinds and unit)
    ):
        return Meaning("hold", side, unit=unit, implied="hold" not in kinds)
    for kind in ("date", "exercise", "session", "side", "value", "set"):
        if kind in kinds:
            return Meaning(kind, unit=unit if kind == "value" else "")
    if unit and bare(text).split():
        return Meaning("hold", unit=unit)
    return Meaning(phase=phase)


def bound_of(text: str) -> str:
    """Return which of begin and end a text names; nothing where it names none, or both."""
    bounds = {"begin", "end"} & _all_kinds(text)
    return bounds.pop() if len(bounds) == 1 else ""


def _held_and_target(text: str) -> str:
    """Return which comes first where a header says that both stand in a cell, as `held / target`."""
    if match := _HELD_AND_TARGET.search(text):
        return "hold/target" if match[1] else "target/hold"
    return ""


def _is_date_of_hold(plain: str) -> bool:
    """Return whether the first or the last word is that for a date, as in `hold date`."""
    return not _DATES.isdisjoint((plain.split() or [""])[:: max(1, len(plain.split()) - 1)])


def kinds_of(header: str) -> frozenset[str]:
    """Return the kinds of which a header has words, also those that only tell columns of one kind apart."""
    return _all_kinds(_NO_SIDE.sub(" ", split_words(header)))


def _kinds(text: str) -> frozenset[str]:
    return _all_kinds(text) - _WEIGHED


@lru_cache(maxsize=20_000)
def _all_kinds(text: str) -> frozenset[str]:
    """Return the kinds of column that a text has a word of; a long word may stand at an end of a longer one."""
    plain = bare(text)
    tokens, kinds = plain.split(), set()
    for token in tokens:
        kinds |= _EXACT.get(token, _NONE)
        for n in range(5, min(len(token), _LONGEST + 1)):
            kinds |= _AT_AN_END.get(token[:n], _NONE) | _AT_AN_END.get(token[-n:], _NONE)
        for phrase, kind in _PHRASES.get(token, ()):
            if f" {phrase} " in f" {plain} ":
                kinds.add(kind)
    return frozenset(kinds)


def is_no_hold(header: str) -> bool:
    """Return whether a header has a word that says its column is surely no hold, as `reps` or `weight`."""
    return not header.strip() or "no hold" in _kinds(fold(header))


_NONE: frozenset[str] = frozenset()
_WEIGHED = frozenset(("held", "whole", "of others", "begin", "sent", "other moment", "other place"))  # by evidence
_EXACT: dict[str, set[str]] = {}
_PHRASES: dict[str, list[tuple[str, str]]] = {}  # by their first word
for _kind in (*_ORDER, "no hold", "before", "after", "medicine", "end", *_WEIGHED):
    for _word in words(_kind):
        if " " in _word:
            _PHRASES.setdefault(_word.split()[0], []).append((_word, _kind))
        else:
            _EXACT.setdefault(_word, set()).add(_kind)
_AT_AN_END = {word: kinds for word, kinds in _EXACT.items() if len(word) >= 5}
_LONGEST = max(map(len, _AT_AN_END))


def _side(text: str) -> str:
    if match := _PAIR.search(text):
        first, second = (side_of(part) for part in match.groups())
        if {first, second} == set(SIDES):
            return f"{first}/{second}"
    tokens = [
        token for word in without_article(bare(text)).split() for token in re.findall(r"[^\W\d_]+|\d+", word)
    ]
    sides = [side for side in SIDES if any(token in words(side) for token in tokens)]
    if len(sides) == 1:
        return sides[0]
    if len(sides) == 2:  # "right ankle on left knee" is a right hold
        ankle = re.search(r"(\w+) (?:ankle|foot)", text)
        return side_of(ankle[1]) if ankle else ""
    plain = bare(text)  # of which a lone B may be anything
    return "both" if (len(plain) > 1 and plain in words("both")) or _BOTH.search(plain) else ""


def _phase(text: str) -> str:
    """Return which of before and after comes first, as in "pain before/after"."""
    said = [_kinds(word) & {"before", "after"} for word in bare(text).split()]
    first = next((kinds for kinds in said if kinds), None)
    return "after/before" if first == {"after"} else "before/after"
