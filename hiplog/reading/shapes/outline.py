"""A table -> blocks of rows under one header each, and the rows that are no data, with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.questions import refusal
from hiplog.reading.options import Options
from hiplog.reading.shapes.above import unread_titles
from hiplog.reading.shapes.block import Block
from hiplog.reading.shapes.blocks import block_of
from hiplog.reading.shapes.header import Header
from hiplog.reading.shapes.sections import sections_of
from hiplog.reading.shapes.titles import unknown_names
from hiplog.reading.shapes.whose_rows import (
    add_family_names,
    add_people,
    person_said,
    titles_above_rows,
    titles_of,
)
from hiplog.reading.tables.table import Table
from hiplog.reading.values.exercises import exercise_of_header
from hiplog.schema import LogError

_MANY_HEADERS = 50  # of so many in one file, those that mean the same are taken for one
_MOST_HEADERS = 1000


@dataclass
class Outline:
    """All rows of a table, sorted: in a block, or skipped for a reason, or over-long; else they are never data."""

    blocks: list[Block]
    skipped: dict[int, str]
    too_long: dict[int, list[str]]
    above: list[str]  # the texts above the first header that name neither an exercise, a side nor a month
    assumed: list[str]  # the names of which nobody knows of what exercise they are, where nothing names one
    titles: list[list[str]]  # of each block, above each of its rows, what may be a name; "" where nothing is


def outline_of(table: Table, file_name: str, options: Options) -> Outline:
    """Sort the rows of a table.

    Raises `LogError` where no column could be a date, or none a hold, or it is not sure which.
    """
    skipped, too_long = {}, {}
    headers = sections_of(table, file_name, options.columns, skipped)
    for i in _headers_amid(table, headers):
        skipped.setdefault(i, "another header")
    blocks = [
        block_of(table, header, stretches, options, skipped, too_long) for header, stretches in _sisters(headers)
    ]
    if not (options.columns or options.exercise):
        _ask_of_titles(blocks)
    above = [title for title in unread_titles(table, headers[0][0], skipped) if not person_said(title)]
    titles = titles_of(table, headers[0][0].first, skipped)
    for block in blocks:
        add_family_names(block, options.columns or {})
        add_people(block, titles, table)
    names = [title for title in titles if not title.is_said]
    of_rows = [titles_above_rows(names, table, block.at) if names else [] for block in blocks]
    is_named = options.exercise or any(map(_tells_exercise, blocks))
    assumed = [] if is_named else unknown_names([table.sheet, Path(file_name).stem, *above])
    return Outline(blocks, skipped, too_long, above, assumed, of_rows)


def _headers_amid(table: Table, headers: Sequence[tuple[Header, list[int]]]) -> Iterator[int]:
    """Give the places of headers that stand below rows of their own sheet."""
    last, begun = -1, None
    for header, places in headers:
        if header.row > last and table.sheet_of(header.row) == begun:
            yield from range(max(header.first, last + 1), header.row + 1)
        inked = next((i for i in reversed(places) if any(map(str.strip, table.rows[i]))), None)
        begun = begun if inked is None else table.sheet_of(inked)
        last = header.row


def _ask_of_titles(blocks: list[Block]) -> None:
    """Refuse sides that say nothing more, where all stand below titles of what is no hold of ours."""
    doubtful = [block for block in blocks if is_of_another(block)]
    if doubtful and len(doubtful) == len(blocks):
        raise refusal(
            f"its title, its sheet or its name is {doubtful[0].header.subject.another!r}, which is no hold of "
            "ours: exercise='hip_balance' says that it is hip balance all the same",
            doubtful[0].names,
            doubtful[0].meanings,
        )


def _tells_exercise(block: Block) -> bool:
    """Return whether a block says of which exercise it is: in a title, a column, a header, or by its app."""
    header = block.header
    named = header.subject.exercise or header.app or block.where("exercise")
    return bool(named) or any(map(exercise_of_header, block.names))


def is_of_another(block: Block) -> bool:
    """Return whether a block stands below a title of what is no hold of ours, and says nothing else itself."""
    subject = block.header.subject
    if not subject.another or _tells_exercise(block):
        return False
    if block.where("pain") and meaning(subject.another).kind == "pain":
        return False  # a pain diary with the holds in it
    holds = [block.meanings[i] for i in block.where("hold")]
    return subject.sure or all(m.implied and not m.unit for m in holds)


def _sisters(parts: list[tuple[Header, list[int]]]) -> list[tuple[Header, list[list[int]]]]:
    """Return each header with the stretches of rows below it, wherever in the file it stands again."""
    for key in (
        lambda header: (header.subject, *header.names, *header.meanings),
        lambda header: (header.subject, header.app, *header.meanings),
    ):
        sisters: dict[tuple, tuple[Header, list[list[int]]]] = {}
        for header, places in parts:
            sisters.setdefault(key(header), (header, []))[1].append(places)
        if len(sisters) <= _MANY_HEADERS:
            break
    if len(sisters) > _MOST_HEADERS:
        raise LogError(f"it has over {_MOST_HEADERS:,} tables with different headers, expected one of holds")
    return list(sisters.values())
