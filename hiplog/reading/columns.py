"""What each column means, told from its header (of one or two rows), or from its cells where there is none."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hiplog.reading.cells import BadPain, read_pain
from hiplog.reading.dates import looks_like_date, looks_like_serial, read_times
from hiplog.reading.durations import Habits, Unreadable, is_blank, read_holds
from hiplog.reading.words import bare, fold, side_of, words

SIDES = ("left", "right")
MEANINGS = (  # what a person may choose for a column; each is also a header that is understood
    "date", "time", "side", "hold", "left", "right", "left/right", "right/left", "pain", "pain before",
    "pain after", "pain left", "pain right", "note", "exercise", "session", "target", "nothing",
)  # fmt: skip
_LOOKED_AT = 50  # rows whose cells may tell what a column is


@dataclass(frozen=True)
class Meaning:
    """What a column says.

    Attributes
    ----------
    kind : str
        date, time, side, hold, pain, note, exercise, session, set, target, ended, offset, id; "" is nothing to us.
    side : str
        left, right, both, left/right, right/left, or none.
    when : str
        before or after, of a pain.
    unit : str
        s, min, h, ms, days or hms, of a hold.
    implied : bool
        The header names no kind; a side alone is a hold, unless a heading above says otherwise.
    """

    kind: str = ""
    side: str = ""
    when: str = ""
    unit: str = ""
    implied: bool = False

    def __str__(self) -> str:
        if self.kind == "hold" and self.side:
            return self.side
        return " ".join(part for part in (self.kind, self.when, self.side) if part) or "nothing"


_OWN = {
    "hold_id": Meaning("id"),
    "session_id": Meaning("session"),
    "started_at": Meaning("date"),
    "utc_offset_min": Meaning("offset"),
    "exercise": Meaning("exercise"),
    "side": Meaning("side"),
    "hold_s": Meaning("hold", unit="s"),
    "target_s": Meaning("target", unit="s"),
    "ended": Meaning("ended"),
    "pain_before": Meaning("pain", when="before"),
    "pain_after": Meaning("pain", when="after"),
    "note": Meaning("note"),
    "source": Meaning(),
    "nothing": Meaning(),
}
_UNITS = {
    "s": re.compile(r"\b(?:" + "|".join(sorted(words("second"), key=len, reverse=True)) + r")\b"),
    "min": re.compile(r"\b(?:" + "|".join(sorted(words("minute"), key=len, reverse=True)) + r")\b"),
    "ms": re.compile(r"\b(?:ms|msec|millis|milliseconds?)\b"),
    "h": re.compile(r"\bhours?\b|\bhrs?\b|\bstunden?\b|\bheures\b|\bhoras\b"),
    "days": re.compile(r"\bfraction of (?:a )?day\b"),
}
_CLOCK_FORMAT = re.compile(r"\b(?:(h{1,2}|hours?)[:.])?m{1,2}(?:in)?[:.]s{1,2}\b|\b(h{1,2}):mm\b")
_PAIR = re.compile(
    r"\b({0}|{1})\s*(?:[/|&+,-]|\band\b|\bund\b|\bet\b|\by\b|\bor\b|\boder\b|\bou\b|\bo\b)\s*({0}|{1})\b".format(
        *("|".join(sorted(words(side), key=len, reverse=True)) for side in SIDES)
    )
)
_WHICH = re.compile(
    r"\b(?:which|what) (?:side|leg|hip)\b|\bwelche (?:seite|hufte)\b|\bwelches bein\b"
    r"|\bquel(?:le)? (?:cote|jambe)\b|\bque (?:lado|pierna)\b"
)
_ORDER = ("note", "pain", "target", "side", "hold", "exercise", "session", "date", "time", "set")


@lru_cache(maxsize=20_000)
def meaning(header: str) -> Meaning:
    """Return what a header says of its column; words in brackets count only where the rest is silent."""
    if len(header) > 400:
        return Meaning()
    if (own := _OWN.get(header.strip().lower())) is not None:
        return own
    text = fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header))
    text = re.sub(r"\b[dl]'|\bqu'", "", text)
    main = re.sub(r"[(\[{].*?[)\]}]", " ", text)
    inside = " ".join(re.findall(r"[(\[{](.*?)[)\]}]", text))
    found = _meaning(main)
    if not inside:
        return found
    more = _meaning(inside)
    if not bare(main):
        return more
    side = found.side or (more.side if more.kind in ("", "hold", "side") else "")
    found = replace(found, side=side, when=found.when or more.when, unit=_unit(inside) or found.unit)
    if not found.kind and found.side and not _has(main, "no hold"):
        found = replace(found, kind="hold", implied=True)
    if found.kind == "time" and found.unit in ("s", "min", "ms"):
        found = replace(found, kind="hold")
    return found


def _meaning(text: str) -> Meaning:
    side, unit = _side(text), _unit(text)
    when = "before" if _has(text, "before") else "after" if _has(text, "after") else ""
    kinds = [kind for kind in _ORDER if _has(text, kind)]
    if "note" in kinds or "pain" in kinds:
        kind = "note" if "note" in kinds else "pain"
        return Meaning(kind, side if side in SIDES or kind == "pain" else "", when)
    if _has(text, "no hold"):
        return Meaning()
    if "target" in kinds:
        return Meaning("target", unit=unit)
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
        or (side and set(kinds) <= {"side", "time", "set", "exercise"})
        or ("time" in kinds and unit)
    ):
        return Meaning("hold", side, unit=unit, implied="hold" not in kinds)
    for kind in ("date", "exercise", "session", "side", "set"):
        if kind in kinds:
            return Meaning(kind)
    if unit and bare(text).split():
        return Meaning("hold", unit=unit)
    return Meaning(when=when)


def _has(text: str, kind: str) -> bool:
    plain = bare(text)
    tokens = plain.split()
    single, long, phrases = _BY_LENGTH[kind]
    if not single.isdisjoint(tokens) or any(token.startswith(long) or token.endswith(long) for token in tokens):
        return True
    return len(tokens) > 1 and any(phrase in f" {plain} " for phrase in phrases)


def _by_length(kind: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return the single words of a kind, those long enough to be found within another word, and the phrases."""
    single = frozenset(word for word in words(kind) if " " not in word)
    phrases = tuple(f" {word} " for word in words(kind) if " " in word)
    return single, tuple(word for word in single if len(word) >= 5), phrases


_BY_LENGTH = {kind: _by_length(kind) for kind in (*_ORDER, "no hold", "before", "after")}


def _side(text: str) -> str:
    if match := _PAIR.search(text):
        first, second = (side_of(part) for part in match.groups())
        if {first, second} == set(SIDES):
            return f"{first}/{second}"
    tokens = [token for word in bare(text).split() for token in re.findall(r"[a-z]+|\d+", word)]
    sides = [side for side in SIDES if any(token in words(side) for token in tokens)]
    if len(sides) == 1:
        return sides[0]
    if len(sides) == 2:  # "right ankle on left knee" is a right hold
        ankle = re.search(r"(\w+) (?:ankle|foot)", text)
        return side_of(ankle[1]) if ankle else ""
    return "both" if bare(text) in words("both") or re.search(r"\bboth\b", text) else ""


def _unit(text: str) -> str:
    if match := _CLOCK_FORMAT.search(text):
        return "hms" if match[1] or match[2] else ""
    if re.search(r"\bm{1,2}[:.]s{1,2}\b|:", text) and not re.search(r"[a-z]{3}", text):
        return ""
    plain = re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])", " ", bare(text))
    found = [unit for unit, pattern in _UNITS.items() if pattern.search(plain)]
    return found[0] if len(found) == 1 else ""


def meanings(headers: Sequence[str]) -> list[Meaning]:
    """Return what each header of a row says; a lone g and d, or i and d, are sides where both stand there."""
    found = [meaning(header) for header in headers]
    letters = [re.fullmatch(r"([gid])\W*\d*(?:\W+[a-z]*\W*)?", fold(header)) for header in headers]
    here = {match[1] for match in letters if match}
    if "d" in here and here & {"g", "i"}:
        for i, match in enumerate(letters):
            if match:
                side = "right" if match[1] == "d" else "left"
                found[i] = Meaning("hold", side, unit=found[i].unit, implied=True)
    return found


def under(groups: Sequence[str], headers: Sequence[str]) -> list[Meaning]:
    """Return what each header says below a row of headings, each of which spans the blank cells after it."""
    children = meanings(headers)
    result, heading = [], ""
    kinds = [(child.kind, child.side, child.when, bare(h)) for child, h in zip(children, headers, strict=True)]
    for i, child in enumerate(children):
        own = groups[i] if i < len(groups) else ""
        heading = own or heading
        result.append(_joined(meaning(heading), child, headers[i], own, repeated=kinds.count(kinds[i]) > 1))
    return result


def _joined(group: Meaning, child: Meaning, header: str, own: str, *, repeated: bool) -> Meaning:
    if not header.strip():
        return meaning(own)
    if child.implied or (not child.kind and child.when):  # a side, or before and after, alone
        kind = group.kind if group.kind in ("pain", "hold", "note") else child.kind
        unit = child.unit or (group.unit if kind == "hold" else "")
        return replace(
            child, kind=kind, unit=unit, when=child.when or group.when, implied=child.implied and not group.kind
        )
    if (
        child.kind in ("hold", "pain", "note", "time", "set")
        and group.side
        and not child.side
        and (repeated or own)
    ):
        kind = "hold" if child.kind in ("time", "set") else child.kind
        return replace(child, kind=kind, side=group.side, unit=child.unit or group.unit)
    if child.kind in ("", "set") and group.kind in ("hold", "pain") and not _has(header, "no hold") and repeated:
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
    spare = holds or [m for m in found if m.kind in ("time", "set")]
    if not spare or (not holds and kinds.count("time") < 1 and kinds.count("set") < 1):
        return 0
    return 2 if "side" in kinds else 1 if holds or kinds.count("time") else 0


def settled(found: list[Meaning], column: Callable[[int], list[str]]) -> list[Meaning]:
    """Return the meanings after a look at the cells, where a header alone leaves it open.

    Parameters
    ----------
    found : list of Meaning
        What the headers say.
    column : callable
        Gives the cells of a column by its number; only the first of them are looked at.
    """
    found = list(found)
    cells = lru_cache(maxsize=None)(lambda i: [c for c in column(i) if c.strip()][:_LOOKED_AT])
    for i, m in enumerate(found):
        if m.kind == "hold" and "/" in m.side and _share(cells(i), lambda c: bool(side_of(c))) > 0.5:
            found[i] = Meaning("side")
    _settle_dates(found, cells)
    _settle_holds(found, cells)
    return found


def _share(cells: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _settle_dates(found: list[Meaning], cells: Callable[[int], list[str]]) -> None:
    """Leave one column of dates: the one whose cells look most like it; the others are times, or nothing."""

    def dates(i: int) -> float:
        return _share(cells(i), lambda c: looks_like_date(c) or looks_like_serial(c))

    dated = [i for i, m in enumerate(found) if m.kind == "date"]
    if not any(dates(i) > 0 for i in dated):
        unclear = [i for i, m in enumerate(found) if m.kind in ("time", "") and m.side == ""]
        surely = [i for i in unclear if _share(cells(i), looks_like_date) > 0.5]
        if surely and not any(cells(i) for i in dated):
            dated = surely[:1]
        elif surely:
            dated = [*surely[:1], *dated]
    best = max(dated, key=dates, default=None)
    for i in dated:
        if i == best:
            found[i] = Meaning("date")
        else:
            found[i] = Meaning("time" if _share(cells(i), _is_time) > 0.5 else "")
    times = [i for i, m in enumerate(found) if m.kind == "time"]
    for i in times[1:]:
        found[i] = Meaning()


def _is_time(text: str) -> bool:
    return bool(read_times([text]).timed[0])


def _settle_holds(found: list[Meaning], cells: Callable[[int], list[str]]) -> None:
    holds = [i for i, m in enumerate(found) if m.kind == "hold"]
    if not holds:
        for kind in ("time", "set"):
            spare = [i for i, m in enumerate(found) if m.kind == kind]
            for i in spare:
                found[i] = Meaning("hold", unit=found[i].unit)
            if spare:
                return
        return
    sided = [i for i in holds if found[i].side]
    if sided:
        for i in holds:
            if not found[i].side:
                found[i] = Meaning()
        return


def guessed(rows: list[list[str]]) -> list[Meaning] | None:
    """Return what the columns of a table without a header are, if their cells say so; else None."""
    sample = [row for row in rows if any(cell.strip() for cell in row)][:_LOOKED_AT]
    width = max(map(len, sample), default=0)
    columns = [
        [row[i].strip() for row in sample if i < len(row) and row[i].strip()] for i in range(min(width, 1000))
    ]
    found = [_guess(cells) for cells in columns]
    if "date" not in found:
        return None
    first = found.index("date")
    kinds = ["" if kind == "date" and i != first else kind for i, kind in enumerate(found)]
    result = [Meaning() if kind in ("number", "sided", "text") else Meaning(kind) for kind in kinds]
    sided = [i for i, kind in enumerate(kinds) if kind == "sided"]
    if sided:
        for i in sided:
            result[i] = Meaning("hold", "both")
    elif "side" in kinds:
        holds = [i for i, kind in enumerate(kinds) if kind == "hold"] or [
            i for i, kind in enumerate(kinds) if kind == "number" and not _all_pain(columns[i])
        ]
        numbers = [i for i, kind in enumerate(kinds) if kind == "number"]
        holds = holds or (numbers if len(numbers) == 1 else [])
        if len(holds) != 1:
            return None
        result = [Meaning() if m.kind == "hold" else m for m in result]
        result[holds[0]] = Meaning("hold")
        pains = [i for i in numbers if i not in holds and i > holds[0] and _all_pain(columns[i])]
        if len(pains) == 1 and not any(m.kind == "pain" for m in result):
            result[pains[0]] = Meaning("pain")
    else:
        return None
    texts = [i for i, kind in enumerate(kinds) if kind == "text"]
    if texts:
        result[texts[-1]] = Meaning("note")
    return result


def _guess(cells: list[str]) -> str:
    if _share(cells, looks_like_date) > 0.6:
        return "date"
    if _share(cells, lambda c: bool(side_of(c, whole=True))) > 0.6:
        return "side"
    if _share(cells, lambda c: re.fullmatch(r"\d+(?:[.,]\d+)?", c) is not None) > 0.6:
        return "number"
    if _share(cells, lambda c: "/" in c and _is_pain(c)) > 0.4:
        return "pain"
    if _share(cells, _says_side) > 0.6:
        return "sided"
    if _share(cells, _is_hold) > 0.6:
        return (
            "time"
            if _share(cells, lambda c: re.fullmatch(r"\d\d:\d\d|.*[ap]m", fold(c)) is not None) == 1
            else "hold"
        )
    return "text" if cells and not all(map(is_blank, cells)) else ""


def _all_pain(cells: list[str]) -> bool:
    return all(_is_pain(cell) for cell in cells)


def _is_pain(text: str) -> bool:
    try:
        return read_pain(text)[0] is not None
    except BadPain:
        return False


def _is_hold(text: str) -> bool:
    try:
        return bool(read_holds(text, Habits()))
    except Unreadable:
        return False


def _says_side(text: str) -> bool:
    try:
        return any(side for side, _ in read_holds(text, Habits()))
    except Unreadable:
        return False
