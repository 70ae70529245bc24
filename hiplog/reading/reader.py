"""The bytes of any file -> a Reading: the file's kind, its tables, and what of them is a log."""

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path

from hiplog.reading.clean import read_whole
from hiplog.reading.columns.questions import refusal
from hiplog.reading.holds.account import SAMPLES, cells_of_first, columns_of, how_read
from hiplog.reading.holds.extraction import read_blocks
from hiplog.reading.holds.frame import fault_rows, holds_of, leave_out_twins
from hiplog.reading.holds.minutes import refuse_minutes
from hiplog.reading.holds.people import check_person, diaries_of, settle_people, with_person
from hiplog.reading.holds.rejected import distinct, rejected_of
from hiplog.reading.holds.sheets import check_days, check_names
from hiplog.reading.journals.cells import holds_in_words
from hiplog.reading.journals.clauses import read_line
from hiplog.reading.journals.journal import journal_of
from hiplog.reading.journals.notes import add_pain_of_notes
from hiplog.reading.journals.tokens import has_unit, is_side
from hiplog.reading.kinds_of_files import tables_of
from hiplog.reading.options import Options
from hiplog.reading.reading import FIRST, Reading, first_holds
from hiplog.reading.saved_anew import as_exported
from hiplog.reading.shapes.across import turned
from hiplog.reading.shapes.measurements import spread
from hiplog.reading.shapes.outline import Outline, outline_of
from hiplog.reading.shapes.sections import NoTable
from hiplog.reading.shapes.titles import (
    Subject,
    another_exercise,
    are_parts_of_one,
    heads_a_part,
    says_planned,
    subject_of,
)
from hiplog.reading.tables.table import Table, stacked
from hiplog.schema import Diary, LogError

_FIRST_ROWS = 50  # among which a header is, or that show what stands below one
_MOST_ROWS_ANEW = 5000  # of a table of which no hold came, and that is read once more in another way
_MOST_TEXTS = 50  # records of an app of notes
_MOST_ROWS_OF_TEXT = 200  # among which a side stands
_MOST_LETTERS = 400  # of a line of text that says a hold


def read_any(data: bytes, path: Path, options: Options) -> Reading:
    """Read a file of any kind; `path` is what to call it. See `hiplog.reading.read_log`."""
    with _no_collection():
        return _tolerant(data, path, options)


def names_something(path: Path) -> bool:
    """Return whether the name of a file names an exercise, ours or another, or a side."""
    return subject_of([], path.name) != Subject()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking a million rows again and again: none of them is in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _tolerant(data: bytes, path: Path, options: Options) -> Reading:
    """Read a file, a stage a line."""
    written: list[Table] = []
    try:
        written = tables_of(data, path.name, options)
        if (ours := _export_saved_anew(written, path.name, options)) is not None:
            return ours
        reading, read = _with_holds(written, path, options)
    except LogError as error:
        message = str(error)
        message = message if path.name in message else f"{path.name}: {message}"
        raise LogError(message, columns=error.columns, cells=_cells_below(written, error.columns)) from None
    inked = (one for one in written if any(map(str.strip, chain.from_iterable(one.rows))))
    without = {one.sheet: another_exercise(one.sheet, one.rows) for one in inked if one.sheet not in read}
    reading.how["sheets_of_another_exercise"] = {sheet: title for sheet, title in without.items() if title}
    reading.how["sheets_without_log"] = [sheet for sheet, title in without.items() if not title]
    return reading


def _with_holds(written: list[Table], path: Path, options: Options) -> tuple[Reading, set[str]]:
    """Return what tables give as they are, else what may be made of them gives; and which sheets are logs."""
    rows = [[*table.rows] if len(table.rows) <= _MOST_ROWS_ANEW else [] for table in written]
    refused, read = None, None
    try:
        read = _read(written, path, options)
        if len(read[0].holds) or not all(rows) or options.columns:
            return read
    except LogError as error:
        refused = error
    for table, again in zip(written, rows, strict=True):
        table.rows[:] = again or table.rows  # those that were read are gone by then
    try:
        is_empty = read is not None and (_has_no_row(read[0]) or _say_a_hold(read[0].how["columns"]))
        is_text = _may_be_text(refused) if read is None else is_empty and _name_a_side(written)
        tables = _reshaped(written, options, is_text=is_text)
        anew = _read(tables, path, options) if tables else None
    except LogError as error:
        refused, anew = error if isinstance(refused, NoTable) else refused, None
    if anew and len(anew[0].holds):
        return anew
    if read is None:
        raise refused
    is_empty = not (len(read[0].rejected) or len(read[0].days) or read[0].how["skipped"])
    if is_empty and _say_a_hold(read[0].how["columns"]):
        raise LogError("no line of it tells its day, expected lines like 2024-03-04 left 45 s, right 40 s")
    return read


def _read(tables: list[Table], path: Path, options: Options) -> tuple[Reading, set[str]]:
    """Return what is read of tables, and which sheets are logs."""
    logs = _logs(tables, path, options)
    table, outline = _one_log(logs, tables, path, options)
    _check_overrides(options.columns, outline, path.name)
    reading = _reading(table, outline, path, options)
    read = {table.sheet, *(sheet for sheet, _ in table.places)}
    reading.how["other_sheets"] = [other.sheet for other, _ in logs if other.sheet not in read]
    return reading, read | {other.sheet for other, _ in logs}


def _export_saved_anew(tables: list[Table], name: str, options: Options) -> Reading | None:
    """Return what a whole export of ours says that a spreadsheet saved with other signs; None of others."""
    for table in tables:
        if (data := as_exported(table, day_first=options.day_first)) is not None:
            reading = read_whole(data, name)
            if reading is not None:
                reading.how.update(delimiter=table.delimiter, encoding=table.encoding, sheet=table.sheet or None)
            return reading
    return None


def _cells_below(tables: list[Table], headers: dict[str, str]) -> dict[str, list[str]]:
    """Return up to three different texts below each of some headers, where they stand in one row of a table."""
    for table in tables if headers else ():
        for at, row in enumerate(table.rows[:_FIRST_ROWS]):
            names = [cell.strip() for cell in row]
            if headers.keys() <= {*names}:
                columns = {name: names.index(name) for name in headers}
                below = table.rows[at + 1 : at + 1 + _FIRST_ROWS]
                cells = {
                    n: [row[i] for row in below if len(row) > i and row[i].strip()] for n, i in columns.items()
                }
                return {name: [*dict.fromkeys(inked)][:SAMPLES] for name, inked in cells.items()}
    return {}


def _check_overrides(columns: dict[str, str] | None, outline: Outline, name: str) -> None:
    """Refuse a meaning for a column that is not there."""
    known = {header: None for block in outline.blocks for header in (*block.header.names, *distinct(block.names))}
    for header in columns or {}:
        if header not in known:
            there = ", ".join(header for header in [*known][:20] if header)
            raise LogError(f"{name} has no column {header!r}, expected one of {there}")


def _logs(tables: list[Table], path: Path, options: Options) -> list[tuple[Table, Outline]]:
    """Return the tables that are logs, the one with most rows first; the first complaint, if none is one.

    Where one is named as of our exercise, it comes before those of which nobody knows of what they are.
    """
    good, first = [], None
    for table in tables:
        try:
            good.append((table, outline_of(table, path.name, options)))
        except LogError as error:
            first = first or error
    if not good:
        raise first or LogError("it has no sheet, expected a table of holds")
    named = any(block.header.subject.exercise for _, outline in good for block in outline.blocks)
    best = max(
        range(len(good)),
        key=lambda i: (not (named and good[i][1].assumed), not says_planned(good[i][0].sheet), _size(good[i][1])),
    )
    return [good[best], *(pair for i, pair in enumerate(good) if i != best and _size(pair[1]))]


def _may_be_text(error: LogError | None) -> bool:
    """Return whether a file was refused as it has no header that we know, or one with numbers as a line has."""
    columns = error.columns if error else {}
    has_numbers = any(map(str.isdigit, chain.from_iterable(columns)))
    is_of_words = has_numbers and ("date" not in columns.values() or _say_a_hold(columns))
    return isinstance(error, NoTable) or is_of_words


def _has_no_row(reading: Reading) -> bool:
    """Return whether nothing at all stands below a header."""
    return not (len(reading.holds) or len(reading.rejected) or len(reading.days) or reading.how["skipped"])


def _say_a_hold(names: Collection[str]) -> bool:
    """Return whether what was taken for a header says a hold with its unit, as a line of text does."""
    texts = [text for text in (*names, " ".join(names)) if has_unit(text)]
    return any(said.holds for text in texts for said in read_line(text, sided=True))


def _name_a_side(tables: list[Table]) -> bool:
    """Return whether a side stands in one of the first rows."""
    cells = chain.from_iterable(chain.from_iterable(table.rows[:_MOST_ROWS_OF_TEXT] for table in tables))
    return any(is_side(token) for cell in cells for token in cell[:_MOST_LETTERS].split())


def _reshaped(tables: list[Table], options: Options, *, is_text: bool) -> list[Table]:
    """Return what may be made of tables of which no hold came: turned over, or text with a row for each line."""
    for reshape in (holds_in_words, turned, spread):
        if made := [*filter(None, map(reshape, tables))]:
            return made
    texts = [*chain.from_iterable(map(_texts_in, tables))]
    if is_text and tables[0].encoding != "workbook":
        sign = ", " if tables[0].delimiter.strip() else " "
        texts.append([sign.join(row) for row in tables[0].rows])
    journals = (journal_of(lines, unit_told=options.unit is not None) for lines in texts)
    return [replace(journal, encoding=tables[0].encoding) for journal in journals if journal]


def _texts_in(table: Table) -> list[list[str]]:
    """Return the lines of the one text that stands in a cell of a few records, as that of an app of notes.

    Of several each would be a log of its own, and only one could be read.
    """
    cells = chain.from_iterable(table.rows) if len(table.rows) <= _MOST_TEXTS else ()
    texts = [lines for cell in cells if len(lines := cell.splitlines()) > 1]
    return texts if len(texts) == 1 else []


def _one_log(
    logs: list[tuple[Table, Outline]], tables: list[Table], path: Path, options: Options
) -> tuple[Table, Outline]:
    """Return the log with most rows; with other sheets that are parts of it by their header or name."""
    table, outline = logs[0]
    of_parts = heads_a_part(table.sheet)  # a sheet for each exercise or side
    alike = [
        other
        for other, one in logs
        if one.blocks[0].names == outline.blocks[0].names or (of_parts and heads_a_part(other.sheet))
    ]
    alike = [other for other in tables if any(other is one for one in alike)]  # in the order of the workbook
    names = [other.sheet for other in alike]
    if len(alike) < 2 or table.said:
        return table, outline
    check_names(names)
    if not are_parts_of_one(names):
        return table, outline
    together = stacked(alike)
    return together, outline_of(together, path.name, options)


def _size(outline: Outline) -> int:
    return sum(len(block.at) * block.header.complete for block in outline.blocks)


def _reading(table: Table, outline: Outline, path: Path, options: Options) -> Reading:
    for block in outline.blocks:
        if block.header.app and block.header.app.file_name:
            block.header.folder = path.absolute().parent.name
    table.rows.clear()  # a million lists of cells, all of them in the blocks by now: the holds need the room
    comma_is_decimal = table.delimiter in (";", "\t", "|", "  ", " ")
    of_notes = {said for block in outline.blocks if (said := add_pain_of_notes(block))}
    extracts = read_blocks(outline.blocks, options, comma_is_decimal=comma_is_decimal)
    if not any(len(extract.holds["row"]) for extract in extracts) and any(e.lacks_sides for e in extracts):
        block = outline.blocks[0]
        raise refusal(
            "no column tells the side: expected left and right in headers, in cells, or beside an exercise's name",
            block.names,
            block.meanings,
        )
    fault_rows(extracts, outline, table)
    leave_out_twins(extracts)
    refuse_minutes(extracts)
    decided = {name: said for extract in extracts for name, said in extract.decided.items()}
    decided |= {"pain of notes": " and ".join(sorted(of_notes))} if of_notes else {}
    check_days(extracts, table)
    asked = settle_people(extracts, outline.titles)
    holds = holds_of(extracts, path.name, decided)
    check_person(extracts)
    how = how_read(table, outline, extracts, decided) | {"may_be_people": asked}
    diaries = diaries_of(extracts, path.name)
    first = first_holds(holds, *cells_of_first(extracts, table, FIRST))
    several = len(how["people"]) > 1
    return Reading(
        with_person(holds, extracts),
        rejected_of(extracts, outline, table),
        how,
        columns_of(outline),
        Diary() if several or not diaries else next(iter(diaries.values())),
        first,
        diaries if several else {},
    )
