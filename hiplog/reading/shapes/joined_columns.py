"""What stands in several columns made one: minutes and seconds; value and unit; a date; marks of the sides."""

import re
from collections.abc import Callable
from functools import partial
from itertools import islice

from hiplog.reading.columns.meaning import SIDES, Meaning
from hiplog.reading.languages.words import WEEKDAYS, bare, fold, words
from hiplog.reading.shapes.block import Block
from hiplog.reading.shapes.dates_below import TOLD, below_headings, is_day, with_year
from hiplog.reading.tables.column import Column
from hiplog.reading.values.dates import looks_like_date
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.marks import says_done, says_no
from hiplog.reading.values.moments import held_between
from hiplog.reading.values.sides import side_of

_ARROWS = {"\u2190": "left", "\u2b05": "left", "\u2192": "right", "\u27a1": "right"}
_JOINED = Meaning("part of another column")
_CODED = re.compile(r"\b(\d) ?[=:-] ?([^\W\d_]+)")
_FRACTION = re.compile(r"\b1/(10{1,3})\b")
_NUMBER = re.compile(r"\s*\d+(?:[.,]\d+)?\s*")
_FROM_BEGIN_TO_END = "from begin to end (s)"


def join(block: Block) -> None:
    """Make one column of those that only together say something; the others are left alone from then on."""
    _part_targets(block)
    _join_fractions(block)
    _join_minutes(block)
    _join_units(block)
    _join_dates(block)
    _spell_sides(block)
    _join_marks(block)
    _add_holds_from_ends(block)


def _into(block: Block, i: int, k: int, made: Callable[[str, str], str]) -> None:
    """Make the cells of column `i` of what stands there and in column `k`."""
    pairs = zip(block.columns[i], block.columns[k], strict=True)
    block.columns[i] = Column.of([made(*pair) for pair in pairs])
    block.meanings[k] = _JOINED


def _named(block: Block, kind: str) -> list[int]:
    named = (i for i, name in enumerate(block.names) if bare(name) in words(kind))
    return [
        i for i in named if block.meanings[i].kind in ("", "session")
    ]  # the cells may have told that it is more


def _part_targets(block: Block) -> None:
    """Make two columns of one whose header says that a cell has the hold and its target, as `45/60`."""
    for i in block.where("hold"):
        m = block.meanings[i]
        if "target" in m.phase:
            cells = [(one, other) for one, _, other in (cell.partition("/") for cell in block.columns[i])]
            held, aimed = zip(*cells, strict=True) if cells else ((), ())
            if m.phase == "target/hold":
                held, aimed = [*zip(*((b, a) if b else (a, b) for a, b in cells), strict=True)]
            block.columns[i] = Column.of([*held])
            block.columns.append(Column.of([*aimed]))
            block.names.append(" ".join(filter(None, ("target", m.side, m.unit and f"({m.unit})"))))
            block.meanings.append(Meaning("target", m.side if m.side in SIDES else "", unit=m.unit))


def _spell_sides(block: Block) -> None:
    """Put words for arrows, and for codes of sides whose header has the key, as `Side (1 = left, 2 = right)`."""
    for i in block.where("side"):
        key = {match[1]: side_of(match[2]) for match in _CODED.finditer(fold(block.names[i]))}
        key = _ARROWS | (key if {*key.values()} >= {*SIDES} else {})
        cells = block.columns[i]
        block.columns[i] = Column([key.get(text.strip(" \ufe0f"), text) for text in cells.texts], cells.codes)


def _join_marks(block: Block) -> None:
    """Make a column of sides of one for each side, in which a cross says that it was done, or of `is_left`."""
    marks = block.where("mark")
    if not marks:
        return
    if len(marks) == 1:
        side = block.meanings[marks[0]].side
        other = SIDES[side == SIDES[0]]
        sides = (side if says_done(cell) else other if says_no(cell) else "" for cell in block.columns[marks[0]])
        block.columns[marks[0]], block.meanings[marks[0]] = Column.of([*sides]), Meaning("side")
        return
    named = {i: block.meanings[i].side for i in marks}
    rows = zip(*(block.columns[i] for i in marks), strict=True)
    done = [{side for side, cell in zip(named.values(), row, strict=True) if says_done(cell)} for row in rows]
    block.columns[marks[0]] = Column.of(["both" if len(sides) > 1 else "".join(sides) for sides in done])
    for i in marks:
        block.meanings[i] = _JOINED
    block.meanings[marks[0]] = Meaning("side")


def _join_fractions(block: Block) -> None:
    """Put tenths, hundredths or thousandths that have a column of their own, as `L 1/100`, behind the seconds."""
    holds = block.where("hold")
    for k in holds:
        fraction, side = _FRACTION.search(fold(block.names[k])), block.meanings[k].side
        seconds = [i for i in holds if i != k and block.meanings[i].side == side and block.meanings[i].unit == "s"]
        if fraction and len(seconds) == 1:
            _into(block, seconds[0], k, partial(_with_fraction, digits=len(fraction[1]) - 1))


def _with_fraction(seconds: str, fraction: str, digits: int) -> str:
    seconds, fraction = seconds.strip(), fraction.strip()
    if is_blank(fraction) or (is_blank(seconds) and not fraction.strip("0")):
        return seconds
    if seconds.endswith(f".{fraction.zfill(digits)}"):
        return seconds  # joined before, in a row that was rejected
    fits = seconds.isdecimal() and fraction.isdecimal() and len(fraction) <= digits
    return f"{seconds}.{fraction.zfill(digits)}" if fits else f"{seconds} ? {fraction}"  # which is refused


def _join_minutes(block: Block) -> None:
    by_side: dict[str, list[int]] = {}
    for i in block.where("hold"):
        by_side.setdefault(block.meanings[i].side, []).append(i)
    for pair in by_side.values():
        i, *others = sorted(pair, key=lambda i: block.meanings[i].unit)
        if len(others) == 1 and (block.meanings[i].unit, block.meanings[others[0]].unit) == ("min", "s"):
            _into(block, i, others[0], _minutes_and_seconds)


def _minutes_and_seconds(minutes: str, seconds: str) -> str:
    if is_blank(seconds) or not (is_blank(minutes) or _NUMBER.fullmatch(minutes)):
        return minutes  # perhaps joined before, in a row that was rejected
    return f"{seconds.strip()} s" if is_blank(minutes) else f"{minutes.strip()} min {seconds.strip()} s"


def _join_units(block: Block) -> None:
    """Put the unit that has a column of its own to the numbers before it, since the last such column."""
    holds, last = block.where("hold"), -1
    for k in _named(block, "unit"):
        before = [i for i in holds if last < i < k] or (holds if len(holds) == 1 else [])
        for i in before:
            _into(block, i, k, lambda text, unit: f"{text} {unit}".strip() if _NUMBER.fullmatch(text) else text)
        last = k


def _join_dates(block: Block) -> None:
    """Make dates of a day in one column, its month in another, its year in a third; or of a date and its year.

    Month and year may stand in headings above the days instead.
    """
    day = block.where("date")[0]
    years, months, weeks = ([i for i in _named(block, kind) if i != day] for kind in ("year", "month", "week"))
    cells = [cell for cell in islice(block.columns[day], 400) if cell.strip()]
    days = sum(map(is_day, cells))
    if months and days > len(cells) / 2:
        _into(block, day, months[0], _day_and_month)
    elif any(looks_like_date(cell) for cell in cells):
        return
    elif weeks and all(bare(cell) in WEEKDAYS for cell in cells):
        _into(block, day, weeks[0], _day_of_week)
    else:
        written, begun = [*block.columns[day]], block.header.begun
        block.columns[day] = Column.of([*below_headings(written, block.header.month, begun)])
        if begun and written != [*block.columns[day]]:
            block.told = TOLD
    if years:
        _into(block, day, years[0], with_year)


def _day_and_month(day: str, month: str) -> str:
    day, month = day.strip().rstrip("."), month.strip().rstrip(".")
    if not is_day(day) or not month:
        return day
    return f"{day}.{month}." if month.isdecimal() else f"{day} {month}"


def _day_of_week(weekday: str, week: str) -> str:
    """Return a day of a week, or what `with_year` makes one of, as `W02-1` of `Mon` and `KW 2`."""
    number = re.fullmatch(r"\s*(\d{4}-)?\D*(\d{1,2})\.?\s*", week)
    day = WEEKDAYS.get(bare(weekday))
    return f"{number[1] or ''}W{int(number[2]):02}-{day}" if number and day else f"{weekday} {week}"


def _add_holds_from_ends(block: Block) -> None:
    """Add columns of holds where there is none, but some that say when each ended, perhaps of each side."""
    if block.where("hold"):
        return
    bounds = {(m.kind, m.side): i for i, m in enumerate(block.meanings) if m.kind in ("begin", "end")}
    for (kind, side), end in bounds.items():
        begin = bounds.get(("begin", side), next(iter(block.where("time")), block.where("date")[0]))
        if kind == "end":
            pairs = zip(block.columns[begin], block.columns[end], strict=True)
            block.columns.append(Column.of([held_between(*pair) for pair in pairs]))
            block.names.append(f"{side} {_FROM_BEGIN_TO_END}".strip())
            block.meanings.append(Meaning("hold", side, unit="s"))
