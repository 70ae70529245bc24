"""A table -> blocks of rows under one header each, and the rows that are no data, with the reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import numpy as np

from hiplog.reading.columns.choice import Choice, choose
from hiplog.reading.columns.meanings import Meaning, completeness, meaning, under
from hiplog.reading.columns.questions import refusal
from hiplog.reading.columns.without_header import guessed
from hiplog.reading.languages.words import WEEKDAYS, bare
from hiplog.reading.options import Options
from hiplog.reading.shapes.begin_end import add_holds_from_ends
from hiplog.reading.shapes.block import Block
from hiplog.reading.shapes.header import Header, Overrides, find_header, header_at
from hiplog.reading.shapes.joined_columns import join
from hiplog.reading.shapes.rows import Fitter, sort_out
from hiplog.reading.tables.column import Column
from hiplog.reading.tables.table import Table
from hiplog.reading.values.dates import looks_like_date, spelled_order
from hiplog.reading.values.exercises import exercise_of_header, exercise_of_titles, names_another
from hiplog.reading.values.units import counts_repetitions
from hiplog.schema import LogError

_MANY_HEADERS = 50  # of so many in one file, those that mean the same are taken for one
_MOST_HEADERS = 1000
_LOOKED_AT = 400
_MOST_TITLES = 10  # rows above a header in which a title may stand
_LONGEST_TITLE = 100
_LIKE_HOLDS = "a header like date, left, right, or date, side, seconds"


@dataclass
class Outline:
    """All rows of a table, sorted: in a block, or skipped for a reason, or over-long; else they are never data."""

    blocks: list[Block]
    skipped: dict[int, str]
    too_long: dict[int, list[str]]


def outline_of(table: Table, file_name: str, options: Options) -> Outline:
    """Sort the rows of a table.

    Raises
    ------
    LogError
        Where no column could be a date, or none a hold.
    """
    result, overrides = Outline([], {}, {}), options.columns
    header = find_header(table.rows, file_name, overrides) or _without_header(table.rows)
    parts: list[tuple[Header, list[int]]] = []
    while header is not None:
        header = _grouped(table.rows, header)
        following, places = _until_next_header(table.rows, header, file_name, overrides, result.skipped)
        parts += [(part, places) for part in _side_by_side(header)]
        header = following
    for header, stretches in _sisters(parts):
        result.blocks.append(_block(table, header, stretches, result, options))
    return result


def _side_by_side(header: Header) -> list[Header]:
    """Return the headers of tables that stand side by side, each with dates of its own; mostly it is one."""
    dates = [i for i, m in enumerate(header.meanings) if m.kind == "date"]
    if len(dates) < 2 or header.app:
        return [header]
    starts = [0, *dates[1:], len(header.meanings)]
    masked = [
        [m if start <= i < end else Meaning() for i, m in enumerate(header.meanings)]
        for start, end in pairwise(starts)
    ]
    parts = [replace(header, meanings=found) for found in masked]
    return parts if all(completeness(found) == 2 for found in masked) else [header]


def _sisters(parts: list[tuple[Header, list[int]]]) -> list[tuple[Header, list[list[int]]]]:
    """Return each header with the stretches of rows below it, wherever in the file it stands again."""
    for key in (lambda header: (*header.names, *header.meanings), lambda header: (header.app, *header.meanings)):
        sisters: dict[tuple, tuple[Header, list[list[int]]]] = {}
        for header, places in parts:
            sisters.setdefault(key(header), (header, []))[1].append(places)
        if len(sisters) <= _MANY_HEADERS:
            break
    if len(sisters) > _MOST_HEADERS:
        raise LogError(f"it has over {_MOST_HEADERS:,} tables with different headers, expected one of holds")
    return list(sisters.values())


def _without_header(rows: list[list[str]]) -> Header:
    if names := _header_without_holds(rows):
        raise _none_could_be("hold", names, [*map(meaning, names)], _LIKE_HOLDS)
    found = guessed(rows)
    if found is None:
        if any(sum(bare(cell) in WEEKDAYS for cell in row[:50]) > 2 for row in rows[:_LOOKED_AT]):
            raise LogError("weekdays stand side by side, expected a row for each date, like 2024-03-04, 38, 31")
        raise LogError("no column could be a date, and one of holds: expected a header like date, left, right")
    names = [str(m) if m.kind else f"column {i + 1}" for i, m in enumerate(found)]
    return Header(-1, names, found, depth=0)


def _header_without_holds(rows: list[list[str]]) -> list[str]:
    """Return the words a table begins with, where they are a header of which none is a column of holds."""
    first = next((row for row in rows if any(map(str.strip, row))), [])
    inked = [cell for cell in first if cell.strip()]
    dated = any(meaning(cell).kind == "date" for cell in inked)
    return inked if len(inked) > 2 and dated and not any(map(str.isdigit, "".join(inked))) else []


def _grouped(rows: list[list[str]], header: Header) -> Header:
    """Take in a row of headings that stands above a header which is whole without it."""
    above = header.first - 1
    if header.app or header.depth != 1 or above < 0:
        return header
    groups = [cell.strip() for cell in rows[above]]
    kinds = [meaning(cell) for cell in groups if cell]
    if not kinds or (groups[0] and len(kinds) < 2) or any(looks_like_date(cell) for cell in groups):
        return header
    if not any(m.kind in ("hold", "pain", "note") or m.side or m.unit for m in kinds):
        return header
    found = under(groups, header.names)
    kept = [old if old.kind == "id" else new for old, new in zip(header.meanings, found, strict=True)]
    return replace(header, meanings=kept)


def _until_next_header(
    rows: list[list[str]],
    header: Header,
    file_name: str,
    overrides: Overrides,
    skipped: dict[int, str],
) -> tuple[Header | None, list[int]]:
    """Return the next other header, and the places of the rows before it; this header again is skipped."""
    column = next((i for i, m in enumerate(header.meanings) if m.kind in ("date", "time")), 0)
    same = {tuple(map(bare, _trimmed(rows[i]))) for i in range(max(header.first, 0), header.row + 1)}
    first, end, following, again = header.row + 1, len(rows), None, set()
    for i in range(first, end):
        row = rows[i]
        if len(row) > column and row[column][:1].isdigit():  # a date, in nearly all rows
            continue
        if len(row) - row.count("") < 2 or sum(map(str.isdecimal, row)) > len(row) / 2:
            continue  # no header is mostly numbers
        if tuple(map(bare, _trimmed(row))) in same:
            again.add(i)
        elif _starts_a_table(row, column) and (following := _another(rows, i, header, file_name, overrides)):
            end = i
            break
    skipped |= dict.fromkeys(again, "the header again")
    return following, [i for i in range(first, end) if i not in again]


def _starts_a_table(row: list[str], column: int) -> bool:
    cell = row[column].strip() if len(row) > column else ""
    return cell != "" and meaning(cell) != Meaning()


def _another(rows: list[list[str]], i: int, header: Header, file_name: str, overrides: Overrides) -> Header | None:
    """Return the header that begins at row `i` if it makes as good a log as the one above it."""
    found = header_at(rows, i, file_name, overrides)
    if found and found.complete >= header.complete and any(m.kind == "date" for m in found.meanings):
        return found
    return None


def _trimmed(row: Sequence[str]) -> Sequence[str]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


def _block(table: Table, header: Header, stretches: list[list[int]], result: Outline, options: Options) -> Block:
    """Return the block of a header: its rows made as wide as it, those that are no data taken out."""
    places = [i for stretch in stretches for i in stretch]
    rows = [*map(table.rows.__getitem__, places)]
    header = replace(_shifted(header, rows), titles=_titles(table, header))
    body = [row for row in rows[:_LOOKED_AT] if any(cell.strip() for cell in row)]

    choice = _chosen(header, body, rows, options)
    _ask_of_titles(header, choice.meanings, options.columns or {})
    block = Block(
        header,
        choice.meanings,
        [*header.names],
        why=choice.why,
        day_first=_day_first(header.names, choice.meanings),
    )
    _check(block)
    _extend(block, body)
    texts = block.where("note")
    fitter = Fitter(len(block.names), texts[-1] if texts else None, table.delimiter)
    rows = [row if len(row) == fitter.width else fitter.fitted(row) for row in rows]
    long = max(map(len, rows), default=0) > fitter.width
    for k in [k for k, row in enumerate(rows) if len(row) > fitter.width] if long else ():
        result.too_long[places[k]], rows[k] = rows[k], rows[k][: fitter.width]
    block.at = np.array(places, dtype="int64")
    cells = [*chain.from_iterable(rows)]
    block.columns = [Column.of(cells[i :: fitter.width]) for i in range(fitter.width)]
    join(block)
    add_holds_from_ends(block)
    sort_out(block, [len(stretch) for stretch in stretches], result.skipped)
    _check(block)  # once more, as a row of units may have said that a column is no time
    return block


def _chosen(header: Header, body: list[list[str]], rows: list[list[str]], options: Options) -> Choice:
    """Return what the columns under a header are taken for; those of an app are known."""
    if header.app:
        return Choice([*header.meanings], ["the app's own column" if m.kind else "" for m in header.meanings])
    return choose(
        header.meanings,
        header.names,
        body,
        lambda i: list({row[i] for row in rows if len(row) > i}),
        settled=[*(options.columns or {})],
        wanted=options.exercise_contains,
    )


def _titles(table: Table, header: Header) -> tuple[str, ...]:
    """Return the name of the sheet, and the texts that stand alone in one of the rows above a header."""
    above = table.rows[max(0, header.first - _MOST_TITLES) : max(0, header.first)]
    inked = [[cell.strip() for cell in row if cell.strip()] for row in above]
    alone = [cells[0] for cells in inked if len(cells) == 1 and len(cells[0]) <= _LONGEST_TITLE]
    return (*filter(None, [table.sheet]), *alone)


def _ask_of_titles(header: Header, found: list[Meaning], overrides: dict[str, str]) -> None:
    """Refuse sides that say nothing more, below a title of another exercise or of what is no hold."""
    if header.app or exercise_of_titles(header.titles) or any(m.kind == "exercise" for m in found):
        return
    names = header.names
    holds = [(name, m) for name, m in zip(names, found, strict=True) if m.kind == "hold"]
    plain = all(m.implied and not m.unit and name not in overrides for name, m in holds)
    others = [t for t in header.titles if names_another(t) or counts_repetitions(t)]
    if plain and others and not any(exercise_of_header(name) for name in names):
        raise refusal(
            f"above the header stands {others[0]!r}, which is no hold of ours: columns= says which columns are "
            "holds all the same",
            names,
            found,
        )


def _extend(block: Block, body: list[list[str]]) -> None:
    """Add a column without a name where most rows have one text more than the header."""
    width = len(block.names)
    extra = [row[width] for row in body if len(row) == width + 1 and row[width].strip()]
    numbers = any(re.fullmatch(r"[\d.,: ]+", cell) for cell in extra)
    if not (block.where("note") or len(extra) <= len(body) / 2 or numbers):
        block.names.append("")
        block.meanings.append(Meaning())


def _check(block: Block) -> None:
    for kind, like in (("date", "a header like date, left, right"), ("hold", _LIKE_HOLDS)):
        if not block.where(kind) and not (kind == "hold" and block.where("end")):
            raise _none_could_be(kind, block.names, block.meanings, like)


def _none_could_be(kind: str, names: list[str], found: list[Meaning], like: str) -> LogError:
    """Return the error for a table that lacks a kind of column."""
    among = ", ".join([name[:40] for name in names if name][:12])
    return refusal(f"no column could be a {kind}, among {among}: expected {like}", names, found)


def _shifted(header: Header, rows: list[list[str]]) -> Header:
    """Allow for row names: a column before the others that the header leaves out."""
    dated = [i for i, m in enumerate(header.meanings) if m.kind == "date"]
    width = len(header.names)
    sample = [row for row in rows[:50] if any(cell.strip() for cell in row)]
    if len(dated) != 1 or header.app or not sample or not all(len(row) == width + 1 for row in sample):
        return header
    before = sum(looks_like_date(row[dated[0]]) for row in sample)
    after = sum(looks_like_date(row[dated[0] + 1]) for row in sample)
    if before or after <= len(sample) / 2:
        return header
    return replace(header, names=["", *header.names], meanings=[Meaning(), *header.meanings])


def _day_first(names: list[str], found: list[Meaning]) -> bool | None:
    """Return the order of day and month that the header of the dates spells out, if it does."""
    orders = [spelled_order(name) for name, m in zip(names, found, strict=True) if m.kind == "date"]
    return next((order for order in orders if order is not None), None)
