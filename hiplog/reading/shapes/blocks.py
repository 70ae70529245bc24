"""The rows below a header -> a block: its columns chosen and joined, and what is no data taken out."""

import re
from dataclasses import replace
from itertools import chain

import numpy as np

from hiplog.reading.columns.choice import Choice, choose
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.columns.questions import refusal, scale_asked
from hiplog.reading.languages.words import bare, has_digit
from hiplog.reading.options import Options
from hiplog.reading.shapes.block import Block
from hiplog.reading.shapes.header import Header, Overrides
from hiplog.reading.shapes.joined_columns import join
from hiplog.reading.shapes.legend import LEGEND, codes_of, scale_in, spelled_column
from hiplog.reading.shapes.rows import Fitter, sort_out
from hiplog.reading.tables.column import Column
from hiplog.reading.tables.table import Table
from hiplog.reading.values.dates import looks_like_date, spelled_order
from hiplog.schema import LogError

_LOOKED_AT = 400
_BY_APP = "the app's own column"
LIKE_HOLDS = "a header like date, left, right, or date, side, seconds"


def block_of(
    table: Table,
    header: Header,
    stretches: list[list[int]],
    options: Options,
    skipped: dict[int, str],
    too_long: dict[int, list[str]],
) -> Block:
    """Return the block of a header: its rows made as wide as it, those that are no data taken out.

    The stretches are the places of the rows below it, each time it stands in the file. `skipped` gains the rows
    that are counted, `too_long` those with more cells than the header.
    """
    places = [i for stretch in stretches for i in stretch]
    rows = [*map(table.rows.__getitem__, places)]
    header = _shifted(header, rows)
    body = [row for row in rows[:_LOOKED_AT] if any(cell.strip() for cell in row)]

    choice = _chosen(header, body, rows, options)
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
        too_long[places[k]], rows[k] = rows[k], rows[k][: fitter.width]
    block.at = np.array(places, dtype="int64")
    cells = [*chain.from_iterable(rows)]
    block.columns = [Column.of(cells[i :: fitter.width]).without_dittos() for i in range(fitter.width)]
    legends = [*range(max(header.first, 0)), *(i for i, reason in skipped.items() if reason == LEGEND)]
    _heed_legends(block, ["; ".join(table.rows[i]) for i in legends], options.columns)
    join(block)
    sort_out(block, [len(stretch) for stretch in stretches], skipped)
    _check(block)  # once more, as a row of units may have said that a column is no time
    return block


def _heed_legends(block: Block, legends: list[str], overrides: Overrides) -> None:
    """Spell out what texts above and below a table say of its sides and of the scale of its pains."""
    if legend := codes_of(legends):
        for i in block.where("side"):
            block.columns[i] = spelled_column(block.columns[i], legend)
    _turn_scale(block, scale_in(legends), overrides)


def _turn_scale(block: Block, scale: str, overrides: Overrides) -> None:
    """Give pains the scale that a legend tells, where neither headers nor the caller do; ask where it may be."""
    for i in block.where("pain"):
        m, name = block.meanings[i], block.names[i]
        scores = any(map(has_digit, block.columns[i].texts))
        if scores and name not in (overrides or {}):
            block.meanings[i] = replace(m, unit=m.unit or scale)
            if question := scale_asked(name, block.meanings[i]):
                raise refusal(question, block.names, block.meanings)


def _chosen(header: Header, body: list[list[str]], rows: list[list[str]], options: Options) -> Choice:
    """Return what the columns under a header are taken for; those of an app are known."""
    app = header.app
    if app and not app.by_hand:
        return Choice([*header.meanings], [_BY_APP if m.kind else "" for m in header.meanings])
    known = {bare(name) for name in app.columns} if app else set()
    of_app = [name for name in header.names if bare(name) in known]
    choice = choose(
        header.meanings,
        header.names,
        body,
        lambda i: list({row[i] for row in rows if len(row) > i}),
        settled=[*(options.columns or {}), *of_app],
        wanted=options.exercise_contains,
        of_pain=header.subject.of_pain,
    )
    choice.why = [_BY_APP if n in of_app else why for n, why in zip(header.names, choice.why, strict=True)]
    return choice


def _extend(block: Block, body: list[list[str]]) -> None:
    """Add a column without a name where most rows have one text more than the header."""
    width = len(block.names)
    extra = [row[width] for row in body if len(row) == width + 1 and row[width].strip()]
    numbers = any(re.fullmatch(r"[\d.,: ]+", cell) for cell in extra)
    if not (block.where("note") or len(extra) <= len(body) / 2 or numbers):
        block.names.append("")
        block.meanings.append(Meaning())


def _check(block: Block) -> None:
    for kind, like in (("date", "a header like date, left, right"), ("hold", LIKE_HOLDS)):
        if not block.where(kind) and not (kind == "hold" and block.where("end")):
            raise none_could_be(kind, block.names, block.meanings, like)


def none_could_be(kind: str, names: list[str], meanings: list[Meaning], like: str) -> LogError:
    """Return the error for a table that lacks a kind of column."""
    among = ", ".join([name[:40] for name in names if name][:12])
    return refusal(f"no column could be a {kind}, among {among}: expected {like}", names, meanings)


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


def _day_first(names: list[str], meanings: list[Meaning]) -> bool | None:
    """Return the order of day and month that the header of the dates spells out, if it does."""
    orders = [spelled_order(name) for name, m in zip(names, meanings, strict=True) if m.kind == "date"]
    return next((order for order in orders if order is not None), None)
