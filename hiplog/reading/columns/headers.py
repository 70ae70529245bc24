"""What each column means, told from its header (of one or two rows)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from hiplog.reading.columns.meaning import OWN, SIDES, Meaning
from hiplog.reading.columns.side_letters import spelled
from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import bare, fold, split, split_words, words
from hiplog.reading.values.sides import side_of, without_article
from hiplog.reading.values.units import scale_of, unit_of

_EXERCISE = re.compile(r"\b(?:" + "|".join(sorted(words("hip balance"), key=len, reverse=True)) + r")\b")
_PAIR = re.compile(
    r"\b({0}|{1})\s*(?:[/|&+,-]|\band\b|\bund\b|\bet\b|\by\b|\bor\b|\boder\b|\bou\b|\bo\b)\s*({0}|{1})\b".format(
        *("|".join(sorted(words(side), key=len, reverse=True)) for side in SIDES)
    )
)
_BOTH = re.compile(r"\b(?:both|" + "|".join(sorted(word for word in words("both") if " " in word)) + r")\b")
_WHICH = re.compile(
    r"\b(?:which|what) (?:side|leg|hip)\b|\bwelche (?:seite|hufte)\b|\bwelches bein\b"
    r"|\bquel(?:le)? (?:cote|jambe)\b|\bque (?:lado|pierna)\b"
)
_NO_SIDE = re.compile(r"\bright (?:now|away)\b|\bleft (?:to|over|out)\b")
_RIGHT_BEFORE = re.compile(r"(?i)\bright (?=(?:before|after)\b)")  # is no side, unless others say `left before`
_LEFT_BEFORE = re.compile(r"(?i)\bleft (?:before|after)\b")
_BEFORE_AFTER = re.compile(r"\bb ?/ ?a\b")
_BALANCE_OF_A_SIDE = re.compile(r"\bbalance\b|\b(?:best|longest)\b(?=.*\btoday\b)")  # is no difference, no record
_DATE_OF = re.compile(r"(?:date|day) of\b|datum de[rs]\b|date d|fecha de")
_HELD = "|".join(sorted(words("hold") | words("held") | words("value"), key=len, reverse=True))
_TARGET = "|".join(sorted(words("target"), key=len, reverse=True))
_HELD_AND_TARGET = re.compile(rf"\b(?:({_HELD}) ?/ ?(?:{_TARGET})|(?:{_TARGET}) ?/ ?(?:{_HELD}))\b")
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
    if (own := OWN.get(header.strip().lower())) is not None:
        return own
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
    found = _meaning(main)
    if found.kind == "pain":
        found = replace(found, unit=scale_of(text))
    if not inside:
        return found
    more = _meaning(inside)
    if not bare(main):
        return more
    if found.implied and more.kind == "target":  # "left (target)"
        return replace(more, side=found.side if found.side in SIDES else "")
    side = found.side or (more.side if more.kind in ("", "hold", "side") else "")
    unit = found.unit if found.kind == "pain" else unit_of(inside) or found.unit
    phase = found.phase or more.phase or (_meaning(f"{main} {inside}").phase if found.kind == "pain" else "")
    found = replace(found, side=side, phase=phase, unit=unit)
    if found.kind == "side" and found.side in SIDES:  # "first side (left)"
        found = replace(found, kind="hold", implied=True)
    if not found.kind and found.side and "no hold" not in _kinds(main):
        found = replace(found, kind="hold", implied=True)
    if found.kind in ("time", "value", "set") and "/" in side:  # "times (L/R)"
        found = replace(found, kind="hold")
    if found.kind == "time" and found.unit in ("s", "min", "ms", "m:ss"):
        found = replace(found, kind="hold")
    if not found.kind and found.unit and "no hold" not in _kinds(main):
        found = replace(found, kind="value")
    return found


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
        phase = phase or _AT_A_BOUND.get(_bound(text), "") if kind == "pain" else phase
        return Meaning(kind, side if side in SIDES or kind == "pain" else "", phase)
    if "end" in kinds and "hold" not in kinds and not side and not unit:
        return Meaning("end")
    if side in SIDES and not unit and (bound := _bound(text)):
        return Meaning(bound, side)
    if "no hold" in kinds:
        return Meaning()
    if _DATE_OF.match(bare(text)) or ("date" in kinds and not unit and _is_date_of_hold(bare(text))):
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


def _bound(text: str) -> str:
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
    tokens, found = plain.split(), set()
    for token in tokens:
        found |= _EXACT.get(token, _NONE)
        for n in range(5, min(len(token), _LONGEST + 1)):
            found |= _AT_AN_END.get(token[:n], _NONE) | _AT_AN_END.get(token[-n:], _NONE)
        for phrase, kind in _PHRASES.get(token, ()):
            if f" {phrase} " in f" {plain} ":
                found.add(kind)
    return frozenset(found)


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


def meanings(headers: Sequence[str]) -> list[Meaning]:
    """Return what each header of a row says; letters for the sides, as g and d, count where both stand there."""
    if not any(map(_LEFT_BEFORE.search, headers)):
        headers = [_RIGHT_BEFORE.sub("", header) for header in headers]
    return _with_sides_of_pains([meaning(header) for header in spelled(headers)])


def _with_sides_of_pains(found: list[Meaning]) -> list[Meaning]:
    """Return the meanings with the sides of `Left, Pain, Right, Pain`: those of the holds before them."""
    starts = [i for i, m in enumerate(found) if m.kind == "hold" and m.side in SIDES]
    parts = [found[a:b] for a, b in pairwise([*starts, len(found)])]
    pains = [[m for m in part if m.kind == "pain"] for part in parts]
    if len({found[i].side for i in starts}) < len(starts) or len(starts) < 2 or not pains[0]:
        return found
    if any(part != pains[0] for part in pains) or any(m.side for m in pains[0]):
        return found
    sided = [replace(m, side=part[0].side) if m.kind == "pain" else m for part in parts for m in part]
    return [*found[: starts[0]], *sided]


def under(groups: Sequence[str], headers: Sequence[str]) -> list[Meaning]:
    """Return what each header says below a row of headings, each of which spans the blank cells after it."""
    children = meanings(headers)
    result, heading, groups = [], "", spelled(groups)
    same = [(child.kind, child.side, child.phase, bare(h)) for child, h in zip(children, headers, strict=True)]
    count = Counter(same)
    for i, child in enumerate(children):
        own = groups[i] if i < len(groups) else ""
        heading = own or heading
        result.append(_joined(meaning(heading), child, headers[i], own, repeated=count[same[i]] > 1))
    return result


def _joined(group: Meaning, child: Meaning, header: str, own: str, *, repeated: bool) -> Meaning:
    if not header.strip():
        return meaning(own)
    if child.implied or (not child.kind and child.phase):  # a side, or before and after, alone
        kind = group.kind if group.kind in ("pain", "hold", "note") else child.kind
        unit = child.unit or (group.unit if kind == "hold" else "")
        return replace(
            child, kind=kind, unit=unit, phase=child.phase or group.phase, implied=child.implied and not group.kind
        )
    if repeated and child.kind in ("date", "time", "end") and group.side in SIDES and (bound := _bound(header)):
        return Meaning(bound, group.side)
    if (
        child.kind in ("hold", "pain", "note", "time", "set", "value", "target")
        and group.side
        and not child.side
        and (repeated or own)
    ):
        kind = "hold" if child.kind in ("time", "set", "value") else child.kind
        return replace(child, kind=kind, side=group.side, unit=child.unit or group.unit)
    if (
        child.kind in ("", "set")
        and group.kind in ("hold", "pain")
        and "no hold" not in _kinds(header)
        and repeated
    ):
        return replace(group, side=group.side or child.side)
    if child.kind == "hold" and group.kind == "hold":
        return replace(child, unit=child.unit or group.unit)
    return child


def completeness(found: Sequence[Meaning]) -> int:
    """Return 2 where the columns make a log of holds, 1 where only the side is not there, else 0."""
    kinds = [m.kind for m in found]
    holds = [m for m in found if m.kind == "hold"]
    dated = "date" in kinds
    if not dated and kinds.count("time") and len(holds) > 0:
        dated = True  # told by the cells later
    if not dated:
        return 0
    if any(m.side for m in holds):
        return 2
    if {*SIDES} & {m.side for m in found if m.kind == "begin"} & {m.side for m in found if m.kind == "end"}:
        return 2
    if dated and not holds and not {"end", "ended"}.isdisjoint(kinds):
        return 2 if "side" in kinds else 1
    spare = holds or [m for m in found if m.kind in ("time", "value", "set")]
    if not spare:
        return 0
    return 2 if "side" in kinds else 1 if holds or {"time", "value"} & {*kinds} else 0
