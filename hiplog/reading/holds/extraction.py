"""Blocks of rows -> holds, and what was wrong with the rows that give none or not all of theirs."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from hiplog.reading.columns.meaning import SIDES, Meaning
from hiplog.reading.holds.days import part, with_days
from hiplog.reading.holds.details import add_rest
from hiplog.reading.holds.extract import Extract, Holds, only
from hiplog.reading.holds.not_held import leave_out_plans, without_undone
from hiplog.reading.holds.pain import add_pain
from hiplog.reading.holds.sides import PAIR, add_sides, read_exercises
from hiplog.reading.holds.start_times import add_times
from hiplog.reading.languages.words import bare
from hiplog.reading.options import Options
from hiplog.reading.shapes.block import Block
from hiplog.reading.tables.column import Column, objects
from hiplog.reading.tables.rejected import KEPT
from hiplog.reading.values.date_columns import DAY_FIRST, MONTH_FIRST, read_dates
from hiplog.reading.values.duration import TOLD_CLOCK, Unreadable
from hiplog.reading.values.durations import as_pair, read_holds, read_pair
from hiplog.reading.values.exercises import exercise_of, exercise_of_header
from hiplog.reading.values.habits import Habits, habits
from hiplog.reading.values.marks import says_whether
from hiplog.reading.values.remarks import label_of, without_remark
from hiplog.schema import LogError
from hiplog.schema.people import one_name

_CODES_OF_NONE = ("999", "9999")  # of what was not measured
_FAR_LONGER = 3  # times the longest hold beside them


def read_blocks(blocks: list[Block], options: Options, *, comma_is_decimal: bool) -> list[Extract]:
    """Return the holds of each block; how dates and durations are written is decided from all of them together."""
    cells = (
        cell
        for block in blocks
        if not block.header.app or block.header.app.by_hand
        for i in block.where("hold")
        for cell in block.columns[i].texts
    )
    usual = habits(cells, comma_is_decimal=comma_is_decimal)
    usual = replace(usual, unclear_minutes=usual.unclear_minutes and options.unit is None)
    order = _shared_order(blocks, options)
    return [_read(Extract(block, replace(options, day_first=order(block)), usual)) for block in blocks]


def _shared_order(blocks: list[Block], options: Options) -> Callable[[Block], bool | None]:
    """Return what is known of day and month for each block: as told, by its header, or from its sisters."""
    if options.day_first is not None or len(blocks) == 1:
        return lambda block: block.day_first if options.day_first is None else options.day_first
    said = read_dates(Column.stacked(block.columns[block.where("date")[0]] for block in blocks)).decided
    known = {DAY_FIRST: True, MONTH_FIRST: False}.get(said)
    return lambda block: known if block.day_first is None else block.day_first


def _read(extract: Extract) -> Extract:
    """Return a block's holds and faults."""
    _leave_out(extract)
    exercise = read_exercises(extract)
    holds = without_undone(extract, _held(extract))
    holds["exercise"] = exercise[holds["row"]]
    _name_by_column(extract, holds)
    explain = add_times(extract, holds)
    holds = add_sides(extract, holds)
    good = (
        ((holds["side"] == "left") | (holds["side"] == "right"))
        & ~np.isnat(holds["started_at"])
        & (holds["exercise"] != "")
        & ~extract.gone[holds["row"]]
    )
    holds = holds if good.all() else only(holds, good)
    both = with_days(extract, holds)
    said = add_pain(extract, both)
    add_rest(extract, both, said)
    holds = part(extract, both)
    extract.holds = holds
    _account(extract)
    explain()
    return extract


def _leave_out(extract: Extract) -> None:
    """Skip rows of another person, planned ones, and those of an app that are no holds by one of its columns."""
    if extract.options.person is not None:
        for column in extract.block.where("person")[:1]:
            extract.skip(extract.read(column, one_name) != one_name(extract.options.person), "another person")
    leave_out_plans(extract)
    if extract.app is None:
        return
    for rules, wanted in ((extract.app.only, True), (extract.app.never, False)):
        for name, (said, reason) in rules.items():
            column = extract.column_named(name)
            if column is not None:
                said_so = extract.block.columns[column].where(lambda text, said=said: bare(text) in said)
                extract.skip(said_so != wanted, reason)


# ---------------------------------------------------------------- the cells of holds
def _held(extract: Extract) -> Holds:
    """Return every hold that the cells say: row, column, side ("" where another column tells it), seconds."""
    alike: dict[tuple[str, str], list[int]] = {}
    for i in _hold_columns(extract):
        m = extract.block.meanings[i]
        option = TOLD_CLOCK if extract.options.unit == "m:ss" else extract.options.unit
        unit = m.unit if option is None else option
        alike.setdefault((m.side, unit), []).append(i)
    parts = [_held_in(extract, columns, side, unit) for (side, unit), columns in alike.items()]
    row, column, side, seconds = (np.concatenate(part) for part in zip(*parts, strict=True))
    return only({"row": row, "column": column, "side": side, "hold_s": seconds}, np.lexsort((column, row)))


def _hold_columns(extract: Extract) -> list[int]:
    """Return the columns of holds; of several that say the same, the first."""
    columns = extract.block.where("hold")
    if extract.app and extract.app.habits:
        for i in columns:
            if not exercise_of(extract.block.names[i], extract.options.exercise_contains):
                extract.block.meanings[i] = Meaning()
        if not extract.block.where("hold"):
            raise LogError("no habit is hip balancing or a stretch of it: exercise_contains= names yours")
        return extract.block.where("hold")
    if extract.wide:
        return columns
    numbered = [i for i in columns if re.search(r"\d", extract.block.names[i].split("(")[0])]
    return numbered if len(numbered) > 1 else columns[:1]


def _held_in(extract: Extract, columns: list[int], side: str, unit: str) -> tuple[np.ndarray, ...]:
    """Return row, column, side and seconds of each hold in columns of one side and unit."""
    usual = Habits(scale=extract.app.unit_s, zero_is_none=True) if extract.app else extract.usual
    unit = "" if unit == "s" and usual.day_fractions else unit
    cells = Column.stacked(extract.block.columns[i] for i in columns)
    texts, codes = cells.texts, cells.codes
    read = [_cell(extract, text, side, usual, unit) for text in texts]
    _take_marks(extract, texts, read)
    _refuse_codes(extract, texts, read)
    bad = np.array([isinstance(one, str) for one in read], dtype=bool)
    for at in np.flatnonzero(bad[codes]):
        extract.fault(at % extract.n, columns[at // extract.n], read[codes[at]])
    sets = [[] if isinstance(one, str) else one for one in read]
    for i in columns:
        extract.spelled[i] = _spelled(texts, sets, usual)
    count = np.array([len(one) for one in sets], dtype="int64")
    starts, each = np.cumsum(count) - count, count[codes]
    cell = np.repeat(np.arange(len(codes)), each)
    place = np.arange(each.sum()) + np.repeat(starts[codes] - (np.cumsum(each) - each), each)
    sides = objects([side for one in sets for side, _ in one])
    seconds = np.array([s for one in sets for _, s in one], dtype=float)
    return cell % max(extract.n, 1), np.array(columns)[cell // max(extract.n, 1)], sides[place], seconds[place]


def _take_marks(extract: Extract, texts: list[str], read: list[list[tuple[str, float]] | str]) -> None:
    """Take a mark, as a cross, for no hold where other cells of its column are durations, and say so."""
    if extract.is_own_export or not any(isinstance(one, list) and one for one in read):
        return
    marks = [i for i, one in enumerate(read) if isinstance(one, str) and says_whether(texts[i])]
    for i in marks:
        read[i] = []
        extract.decided["marks"] = f"a mark like {texts[i].strip()!r} among the holds is none"


def _refuse_codes(extract: Extract, texts: list[str], read: list[list[tuple[str, float]] | str]) -> None:
    """Refuse what studies write where nothing was measured, beside holds that are far shorter."""
    coded = [i for i, text in enumerate(texts) if text.strip() in _CODES_OF_NONE]
    others = [s for i, one in enumerate(read) if i not in coded and not isinstance(one, str) for _, s in one]
    if coded and others and not extract.is_own_export and _FAR_LONGER * max(others) < int(min(_CODES_OF_NONE)):
        for i in coded:
            read[i] = f"seconds held: in many studies {texts[i].strip()} says that there are none"


def _cell(extract: Extract, text: str, side: str, usual: Habits, unit: str) -> list[tuple[str, float]] | str:
    """Return the holds of a cell, or what was expected of it."""
    if extract.app and extract.app.glued_label:
        text = text.removesuffix(f":{label_of(text)}")
    if extract.app and bare(text) in extract.app.no_hold:
        return []
    text, _remark = without_remark(text)
    try:
        if "/" in side:
            return read_pair(text, tuple(side.split("/")), usual, unit)
        held = read_holds(text, usual, unit)
    except Unreadable as error:
        pair = [] if side or extract.app else as_pair(text, usual, unit)
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


def _name_by_column(extract: Extract, holds: Holds) -> None:
    """Give holds the exercise that the header of their column names, as in `hamstring left`."""
    if extract.block.where("exercise"):
        return
    for i in extract.block.where("hold"):
        if exercise := exercise_of_header(extract.block.names[i]):
            holds["exercise"][holds["column"] == i] = exercise


def _account(extract: Extract) -> None:
    """See to it that each row gives a hold, or has a fault, or is skipped."""
    extract.skip(np.isin(np.arange(extract.n), extract.days["row"]), KEPT)
    accounted = extract.gone.copy()
    accounted[extract.holds["row"]] = True
    accounted[list(extract.faults)] = True
    extract.skip(~accounted, "no hold")
