"""What each column means, told from its cells, where its header leaves it open or there is none."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from statistics import median

from hiplog.reading.columns.cells import LOOKED_AT, seconds_of, share
from hiplog.reading.columns.evidence import choose_holds
from hiplog.reading.columns.meanings import SIDES, Meaning, is_no_hold, meaning
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.languages.words import bare
from hiplog.reading.values.dates import clock_time, looks_like_date, looks_like_serial
from hiplog.reading.values.moments import tells_seconds
from hiplog.reading.values.sides import side_of
from hiplog.schema import LogError

_FEW = 5  # columns that may tell what a hold is like


def settled(
    found: list[Meaning], names: list[str], column: Callable[[int], list[str]], overrides: Sequence[str] = ()
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
    overrides : sequence of str
        Headers of which the caller said what they mean.
    """
    found = list(found)
    cells = lru_cache(maxsize=None)(lambda i: [c for c in column(i) if c.strip()][:LOOKED_AT])
    for i, m in enumerate(found):
        if m.kind == "hold" and "/" in m.side and share(cells(i), lambda c: bool(side_of(c))) > 0.5:
            found[i] = Meaning("side")
    _settle_dates(found, cells)
    found = choose_holds(found, names, lambda i: column(i)[:LOOKED_AT], overrides)
    _settle_ends(found, cells)
    _settle_sides(found, cells)
    _settle_one_side(found, names, column, overrides)
    _settle_pains(found, names, cells)
    return found


def _settle_dates(found: list[Meaning], cells: Callable[[int], list[str]]) -> None:
    """Leave one column of dates: the one whose cells look most like it; the others are times, or nothing."""

    def dates(i: int) -> float:
        return share(cells(i), lambda c: looks_like_date(c) or looks_like_serial(c))

    dated = [i for i, m in enumerate(found) if m.kind == "date"]
    if not any(dates(i) > 0 for i in dated):
        unclear = [i for i, m in enumerate(found) if m.kind in ("time", "") and m.side == ""]
        surely = [i for i in unclear if share(cells(i), looks_like_date) > 0.5]
        if surely and not any(cells(i) for i in dated):
            dated = surely[:1]
        elif surely:
            dated = [*surely[:1], *dated]
    best = max(dated, key=dates, default=None)
    for i in dated:
        if i == best:
            found[i] = Meaning("date")
        else:
            found[i] = Meaning("time" if share(cells(i), lambda c: clock_time(c) is not None) > 0.5 else "")
    times = [i for i, m in enumerate(found) if m.kind == "time"]
    dated = [i for i in times if share(cells(i), looks_like_date) > 0.5]  # when a form was sent, say
    for i in dated or times[1:]:
        found[i] = Meaning()


def _settle_ends(found: list[Meaning], cells: Callable[[int], list[str]]) -> None:
    """Leave one column of when holds ended, to the second, and only where no column says how long they were."""
    ends = [i for i, m in enumerate(found) if m.kind in ("end", "ended")]
    timed = [i for i in ends if share(cells(i), tells_seconds) > 0.5]
    needed = not any(m.kind == "hold" for m in found)
    for i in ends:
        if found[i].kind == "end" or i in timed:
            found[i] = Meaning("end") if needed and timed[-1:] == [i] else Meaning()


def _settle_sides(found: list[Meaning], cells: Callable[[int], list[str]]) -> None:
    """Take a column of sides for one, whatever its header, where nothing else tells them."""
    if any(m.kind == "side" or (m.kind == "hold" and m.side) for m in found):
        return
    unknown = [i for i, m in enumerate(found) if m.kind == ""]
    for i in [i for i in unknown if share(cells(i), _tells_only_a_side) > 0.9][:1]:
        found[i] = Meaning("side")


def _tells_only_a_side(cell: str) -> bool:
    """Return whether a cell names a side, and no exercise or person that is none of ours."""
    return bool(side_of(cell)) and not unknown_words(cell)


def _settle_one_side(
    found: list[Meaning], names: list[str], column: Callable[[int], list[str]], overrides: Sequence[str]
) -> None:
    """Leave one column of sides: not the one that is affected, say; where two are as good and differ, ask."""
    sides = [i for i, m in enumerate(found) if m.kind == "side"]
    said = (
        [i for i in sides if names[i] in overrides] or [i for i in sides if not unknown_words(names[i])] or sides
    )
    differ = {tuple(side_of(cell) for cell in column(i)[:LOOKED_AT]) for i in said}
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
        if m.kind == "pain" and share(cells(i), lambda c: any(map(str.isdigit, c))) > 0.5:
            alike.setdefault((m.phase or "after", m.side), []).append(i)
    for several in alike.values():
        several.sort(key=lambda i: (found[i].phase == "", len(bare(names[i]).split()), len(names[i])))
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
    usual = [s for i in known for s in seconds_of(column(i)[:LOOKED_AT])]
    for i in [i for i, m in enumerate(found) if m == meaning(names[i]) == Meaning() and not is_no_hold(names[i])]:
        cells = [cell for cell in column(i) if cell.strip()]
        held = seconds_of(cells[:LOOKED_AT])
        if held and usual and len(held) > 0.8 * len(cells) and 1 / 3 < median(held) / median(usual) < 3:
            return names[i], *({*SIDES} - sides)
    return None
