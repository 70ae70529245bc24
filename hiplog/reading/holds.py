"""Blocks of rows -> holds, and what was wrong with the rows that give none or not all of theirs."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from hiplog.reading.beside import add_pain, add_rest
from hiplog.reading.blocks import Block
from hiplog.reading.column import Column, objects
from hiplog.reading.dates import read_dates
from hiplog.reading.durations import Habits, Unreadable, as_pair, habits, read_holds, read_pair
from hiplog.reading.exercise_names import exercise_of, exercise_of_header
from hiplog.reading.found import Found, Holds, Options, only
from hiplog.reading.meanings import SIDES, Meaning
from hiplog.reading.sides import PAIR, add_sides, read_exercises
from hiplog.reading.when import add_times
from hiplog.reading.words import bare
from hiplog.schema import SESSION_GAP, LogError


def read_blocks(blocks: list[Block], options: Options, *, comma_is_decimal: bool) -> list[Found]:
    """Return the holds of each block; how dates and durations are written is decided from all of them together."""
    cells = (
        cell
        for block in blocks
        if not block.header.app
        for i in block.where("hold")
        for cell in block.columns[i].texts
    )
    usual = habits(cells, comma_is_decimal=comma_is_decimal)
    order = _shared_order(blocks, options)
    return [_read(Found(block, replace(options, day_first=order(block)), usual)) for block in blocks]


def _shared_order(blocks: list[Block], options: Options) -> Callable[[Block], bool | None]:
    """Return what is known of day and month for each block: as told, by its header, or from its sisters."""
    if options.day_first is not None or len(blocks) == 1:
        return lambda block: block.day_first if options.day_first is None else options.day_first
    said = read_dates(Column.stacked(block.columns[block.where("date")[0]] for block in blocks)).decided
    known = {"day before month": True, "month before day": False}.get(said)
    return lambda block: known if block.day_first is None else block.day_first


def _read(found: Found) -> Found:
    """Return a block's holds and faults."""
    _leave_out(found)
    exercise = read_exercises(found)
    holds = _held(found)
    holds["exercise"] = exercise[holds["row"]]
    _name_by_column(found, holds)
    explain = add_times(found, holds)
    holds = add_sides(found, holds)
    good = (
        ((holds["side"] == "left") | (holds["side"] == "right"))
        & ~np.isnat(holds["started_at"])
        & ~found.gone[holds["row"]]
    )
    holds = holds if good.all() else only(holds, good)
    said = add_pain(found, holds)
    add_rest(found, holds, said)
    holds["session"] = _sessions(found, holds)
    found.holds = holds
    _account(found)
    explain()
    return found


def _leave_out(found: Found) -> None:
    """Skip rows of another person, and rows of an app that are no holds by what one of its columns says."""
    if found.options.person is not None:
        for column in found.block.where("person")[:1]:
            found.skip(found.read(column, str.strip) != found.options.person, "another person")
    if found.app is None:
        return
    for rules, wanted in ((found.app.only, True), (found.app.never, False)):
        for name, (said, reason) in rules.items():
            column = found.column_named(name)
            if column is not None:
                said_so = found.block.columns[column].where(lambda text, said=said: bare(text) in said)
                found.skip(said_so != wanted, reason)


# ---------------------------------------------------------------- the cells of holds
def _held(found: Found) -> Holds:
    """Return every hold that the cells say: row, column, side ("" where another column tells it), seconds."""
    alike: dict[tuple[str, str], list[int]] = {}
    for i in _hold_columns(found):
        m = found.block.meanings[i]
        unit = m.unit if found.options.unit is None else found.options.unit
        alike.setdefault((m.side, unit), []).append(i)
    parts = [_held_in(found, columns, side, unit) for (side, unit), columns in alike.items()]
    row, column, side, seconds = (np.concatenate(part) for part in zip(*parts, strict=True))
    return only({"row": row, "column": column, "side": side, "hold_s": seconds}, np.lexsort((column, row)))


def _hold_columns(found: Found) -> list[int]:
    """Return the columns of holds; of several that say the same, the first."""
    columns = found.block.where("hold")
    if found.app and found.app.habits:
        for i in columns:
            if not exercise_of(found.block.names[i], found.options.exercise_contains):
                found.block.meanings[i] = Meaning()
        if not found.block.where("hold"):
            raise LogError("no habit is hip balancing or a stretch of it: exercise_contains= names yours")
        return found.block.where("hold")
    if found.wide:
        return columns
    numbered = [i for i in columns if re.search(r"\d", found.block.names[i].split("(")[0])]
    return numbered if len(numbered) > 1 else columns[:1]


def _held_in(found: Found, columns: list[int], side: str, unit: str) -> tuple[np.ndarray, ...]:
    """Return row, column, side and seconds of each hold in columns of one side and unit."""
    usual = Habits(scale=found.app.unit_s, zero_is_none=True) if found.app else found.usual
    unit = "" if unit == "s" and usual.day_fractions else unit
    cells = Column.stacked(found.block.columns[i] for i in columns)
    texts, codes = cells.texts, cells.codes
    read = [_cell(found, text, side, usual, unit) for text in texts]
    bad = np.array([isinstance(one, str) for one in read], dtype=bool)
    for at in np.flatnonzero(bad[codes]):
        found.fault(at % found.n, columns[at // found.n], read[codes[at]])
    sets = [[] if isinstance(one, str) else one for one in read]
    for i in columns:
        found.spelled[i] = _spelled(texts, sets, usual)
    count = np.array([len(one) for one in sets], dtype="int64")
    starts, each = np.cumsum(count) - count, count[codes]
    cell = np.repeat(np.arange(len(codes)), each)
    place = np.arange(each.sum()) + np.repeat(starts[codes] - (np.cumsum(each) - each), each)
    sides = objects([side for one in sets for side, _ in one])
    seconds = np.array([s for one in sets for _, s in one], dtype=float)
    return cell % max(found.n, 1), np.array(columns)[cell // max(found.n, 1)], sides[place], seconds[place]


def _cell(found: Found, text: str, side: str, usual: Habits, unit: str) -> list[tuple[str, float]] | str:
    """Return the holds of a cell, or what was expected of it."""
    if found.app and found.app.glued_label:
        text = re.sub(r"(?<=\d):(?=[^\W\d])", " :", text).split(" :")[0]
    if found.app and bare(text) in found.app.no_hold:
        return []
    try:
        if "/" in side:
            return read_pair(text, tuple(side.split("/")), usual, unit)
        held = read_holds(text, usual, unit)
    except Unreadable as error:
        pair = [] if side or found.app else as_pair(text, usual, unit)
        return [*zip(PAIR, pair, strict=True)] if pair else str(error)
    if side == "both":
        return [(each, s) for named, s in held for each in (SIDES if named == "" else (named,))]
    if side and any(named not in ("", side) for named, _ in held):
        return f"a hold of the {side} side"
    return [(side or named, s) for named, s in held]


def _spelled(texts: list[str], sets: list[list[tuple[str, float]]], usual: Habits) -> dict[str, str]:
    """Return how to write cells that only the rest of their column explains."""
    if not (usual.hours_are_minutes or usual.day_fractions):
        return {}
    pairs = zip(texts, sets, strict=True)
    return {
        text: f"{one[0][1]:g} s" for text, one in pairs if len(one) == 1 and (usual.day_fractions or ":" in text)
    }


def _name_by_column(found: Found, holds: Holds) -> None:
    """Give holds the exercise that the header of their column names, as in `hamstring left`."""
    if found.block.where("exercise"):
        return
    for i in found.block.where("hold"):
        if exercise := exercise_of_header(found.block.names[i]):
            holds["exercise"][holds["column"] == i] = exercise


# ---------------------------------------------------------------- sessions, and the account of every row
def _sessions(found: Found, holds: Holds) -> np.ndarray:
    """Return a number for each hold that is the same within a session."""
    rows = holds["row"]
    if found.wide and (not found.app or found.app.habits):
        return rows
    begun, people = holds["started_at"], _people(found)[rows]
    order = np.lexsort((begun, people))
    gap = np.zeros(len(rows), dtype=bool)
    gap[1:] = np.diff(begun[order]) > SESSION_GAP.to_timedelta64()
    gap[1:] |= people[order][1:] != people[order][:-1]
    for column in [] if found.own else found.block.where("session")[:1]:
        said = found.read(column, str.strip)[rows][order]
        gap[1:] |= said[1:] != said[:-1]
    numbers = np.empty(len(rows), dtype="int64")
    numbers[order] = gap.cumsum()
    return numbers


def _people(found: Found) -> np.ndarray:
    """Return a number for the person of each row; 0 for all where no column tells persons."""
    for column in found.block.where("person")[:1]:
        return np.unique(found.read(column, str.strip).astype(str), return_inverse=True)[1]
    return np.zeros(found.n, dtype="int64")


def _account(found: Found) -> None:
    """See to it that each row gives a hold, or has a fault, or is skipped."""
    accounted = found.gone.copy()
    accounted[found.holds["row"]] = True
    accounted[list(found.faults)] = True
    found.skip(~accounted, "no hold")
