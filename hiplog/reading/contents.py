"""What each column means, told from its cells, where its header leaves it open or there is none."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from statistics import median

from hiplog.reading.begin_end import tells_seconds
from hiplog.reading.cells import BadPain, read_pain
from hiplog.reading.date_cells import clock_time, looks_like_date, looks_like_serial
from hiplog.reading.durations import Habits, Unreadable, is_blank, read_holds
from hiplog.reading.evidence import choose_holds
from hiplog.reading.exercise_names import names_another
from hiplog.reading.meanings import SIDES, Meaning, is_no_hold, meaning
from hiplog.reading.unknown_words import unknown_words
from hiplog.reading.words import bare, fold, side_of
from hiplog.schema import LogError

_FEW = 5  # columns that may tell what a hold is like
_LOOKED_AT = 50  # rows whose cells may tell what a column is


def settled(
    found: list[Meaning], names: list[str], column: Callable[[int], list[str]], told: Sequence[str] = ()
) -> list[Meaning]:
    """Return the meanings after a look at the cells, where a header alone leaves it open.

    Parameters
    ----------
    found : list of Meaning
        What the headers say.
    names : list of str
        The headers.
    column : callable
        Gives the cells of a column by its number; only the first of them are looked at.
    told : sequence of str
        Headers of which the caller said what they mean.
    """
    found = list(found)
    cells = lru_cache(maxsize=None)(lambda i: [c for c in column(i) if c.strip()][:_LOOKED_AT])
    for i, m in enumerate(found):
        if m.kind == "hold" and "/" in m.side and _share(cells(i), lambda c: bool(side_of(c))) > 0.5:
            found[i] = Meaning("side")
    _settle_dates(found, cells)
    found = choose_holds(found, names, lambda i: column(i)[:_LOOKED_AT], told)
    _settle_ends(found, cells)
    _settle_sides(found, cells)
    _settle_one_side(found, names, column, told)
    _settle_pains(found, names, cells)
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
            found[i] = Meaning("time" if _share(cells(i), lambda c: clock_time(c) is not None) > 0.5 else "")
    times = [i for i, m in enumerate(found) if m.kind == "time"]
    dated = [i for i in times if _share(cells(i), looks_like_date) > 0.5]  # when a form was sent, say
    for i in dated or times[1:]:
        found[i] = Meaning()


def _settle_ends(found: list[Meaning], cells: Callable[[int], list[str]]) -> None:
    """Leave one column of when holds ended, to the second, and only where no column says how long they were."""
    ends = [i for i, m in enumerate(found) if m.kind in ("end", "ended")]
    timed = [i for i in ends if _share(cells(i), tells_seconds) > 0.5]
    needed = not any(m.kind == "hold" for m in found)
    for i in ends:
        if found[i].kind == "end" or i in timed:
            found[i] = Meaning("end") if needed and timed[-1:] == [i] else Meaning()


def _settle_sides(found: list[Meaning], cells: Callable[[int], list[str]]) -> None:
    """Take a column of sides for one, whatever its header, where nothing else tells them."""
    if any(m.kind == "side" or (m.kind == "hold" and m.side) for m in found):
        return
    unknown = [i for i, m in enumerate(found) if m.kind == ""]
    for i in [i for i in unknown if _share(cells(i), _tells_only_a_side) > 0.9][:1]:
        found[i] = Meaning("side")


def _tells_only_a_side(cell: str) -> bool:
    """Return whether a cell names a side, and no exercise or person that is none of ours."""
    return bool(side_of(cell)) and not unknown_words(cell)


def _settle_one_side(
    found: list[Meaning], names: list[str], column: Callable[[int], list[str]], told: Sequence[str]
) -> None:
    """Leave one column of sides: not the one that is affected, say; where two are as good and differ, ask."""
    sides = [i for i, m in enumerate(found) if m.kind == "side"]
    said = [i for i in sides if names[i] in told] or [i for i in sides if not unknown_words(names[i])] or sides
    differ = {tuple(side_of(cell) for cell in column(i)[:_LOOKED_AT]) for i in said}
    if len(differ) > 1:
        raise LogError(
            f"{' and '.join(repr(names[i]) for i in said)} tell different sides: columns={{{names[said[0]]!r}: "
            f"'side', {names[said[1]]!r}: 'nothing'}} says which is the hold's",
            columns={name: str(m) for name, m in zip(names, found, strict=True) if name},
        )
    for i in sides:
        if i not in said[:1]:
            found[i] = Meaning()


def _settle_pains(found: list[Meaning], names: list[str], cells: Callable[[int], list[str]]) -> None:
    """Leave one column of scores for each time and side: the one whose header says so, else the plainest."""
    alike: dict[tuple[str, str], list[int]] = {}
    for i, m in enumerate(found):
        if m.kind == "pain" and _share(cells(i), lambda c: any(map(str.isdigit, c))) > 0.5:
            alike.setdefault((m.when or "after", m.side), []).append(i)
    for several in alike.values():
        several.sort(key=lambda i: (found[i].when == "", len(bare(names[i]).split()), len(names[i])))
        for i in several[1:]:
            found[i] = Meaning()


def perhaps_the_other_side(
    found: list[Meaning], names: list[str], column: Callable[[int], list[str]]
) -> tuple[str, str] | None:
    """Return an unknown header and the side it may mean: the one without holds, where its cells are like holds."""
    sides = {m.side for m in found if m.kind == "hold"}
    if len(sides) != 1 or not sides <= {*SIDES}:
        return None
    known = [i for i, m in enumerate(found) if m.kind == "hold"][:_FEW]
    usual = [s for i in known for s in _seconds(column(i))]
    for i in [i for i, m in enumerate(found) if m == meaning(names[i]) == Meaning() and not is_no_hold(names[i])]:
        cells = [cell for cell in column(i) if cell.strip()]
        held = _seconds(cells)
        if held and usual and len(held) > 0.8 * len(cells) and 1 / 3 < median(held) / median(usual) < 3:
            return names[i], *({*SIDES} - sides)
    return None


def _seconds(cells: list[str]) -> list[float]:
    return [seconds for cell in cells[:_LOOKED_AT] if _is_hold(cell) for _, seconds in read_holds(cell, Habits())]


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
    elif kinds.count("side") > 1:
        for i, side in _named_by_the_column_before(kinds, columns):
            result[i - 1], result[i] = Meaning(), Meaning("hold", side)
        _name_pains(result, kinds, columns)
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
    for i in [i for i, m in enumerate(result) if not m.kind and any(map(names_another, columns[i]))][:1]:
        result[i] = Meaning("exercise")
    return _with_note(result, kinds, columns)


def _name_pains(result: list[Meaning], kinds: list[str], columns: list[list[str]]) -> None:
    """Take numbers after the word pain for scores, of the side before them where there are several."""
    pains = [i for i in range(1, len(kinds)) if _are_named_pain(columns[i - 1], columns[i])]
    for i in pains:
        before = [m.side for m in result[:i] if m.kind == "hold"]
        result[i] = Meaning("pain", before[-1] if before and len(pains) > 1 else "")


def _are_named_pain(labels: list[str], cells: list[str]) -> bool:
    named = bool(labels) and all(meaning(label).kind == "pain" for label in labels)
    return named and bool(cells) and _all_pain(cells)


def _with_note(result: list[Meaning], kinds: list[str], columns: list[list[str]]) -> list[Meaning]:
    """Return the meanings with a note: all that stands behind the last column that is used, else a text before."""
    last = max(i for i, m in enumerate(result) if m.kind)
    if "text" in kinds[last + 1 :]:
        return [*result[: last + 1], Meaning("note")]
    labels = {i - 1 for i, m in enumerate(result) if m.kind == "pain"}
    texts = [i for i, kind in enumerate(kinds) if kind == "text" and i not in labels]
    if texts and len(set(columns[texts[-1]])) > 1:
        result[texts[-1]] = Meaning("note")
    return result


def _named_by_the_column_before(kinds: list[str], columns: list[list[str]]) -> Iterator[tuple[int, str]]:
    """Give the columns of numbers before each of which a column says the same side, as in `L 38 R 31`."""
    for i in range(1, len(kinds)):
        sides = {side_of(cell, whole=True) for cell in columns[i - 1]} if kinds[i - 1] == "side" else set()
        if kinds[i] in ("number", "hold") and len(sides) == 1:
            yield i, sides.pop()


def _guess(cells: list[str]) -> str:
    if _share(cells, looks_like_date) > 0.6:
        return "date"
    if _share(cells, lambda c: bool(side_of(c, whole=True))) > 0.6:
        return "side"
    if _share(cells, lambda c: re.fullmatch(r"\d+(?:[.,]\d+)?[,;]?", c) is not None) > 0.6:
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
