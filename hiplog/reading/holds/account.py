"""How a file was read: the dict `how`, and the frame of its columns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

from hiplog.reading.columns.headers import meaning
from hiplog.reading.holds.extract import Extract
from hiplog.reading.holds.people import people_in, unnamed_in, without_hold
from hiplog.reading.holds.rejected import distinct
from hiplog.reading.holds.sides import OTHER_EXERCISE
from hiplog.reading.languages.words import has_digit
from hiplog.reading.shapes.block import Block
from hiplog.reading.shapes.outline import Outline
from hiplog.reading.shapes.titles import is_plain
from hiplog.reading.tables.table import Table


def how_read(table: Table, outline: Outline, extracts: list[Extract], decided: dict[str, str]) -> dict[str, Any]:
    """Return how a file was understood; see `Reading.how`."""
    skipped = dict(outline.skipped)
    if table.places:  # each sheet begins with the header
        skipped = {at: reason for at, reason in skipped.items() if reason != "the header again"}
    for extract in extracts:
        skipped |= {int(extract.block.at[k]): reason for k, reason in extract.skipped.items()}
    read = np.concatenate([_rows_read(extract) for extract in extracts])
    if len(extracts) > 1:  # a row that is read in one of two tables side by side is not left out
        read = np.unique(read)
        seen = {*read.tolist(), *(int(extract.block.at[k]) for extract in extracts for k in extract.faults)}
        skipped = {at: reason for at, reason in skipped.items() if at not in seen}
    if table.said:
        decided["rows"] = table.said
    if outline.assumed:
        names = " and ".join(map(repr, outline.assumed[:SAMPLES]))
        decided["assumed"] = (
            f"taken for hip balance, though {names} may name another exercise: exercise= says which"
        )
    first, columns = outline.blocks[0], columns_of(outline)
    return {
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_row": table.row_of(first.header.row) or None if first.header.row >= 0 else None,
        "columns": dict(zip(columns["header"], columns["taken_for"], strict=True)),
        "app": first.header.app.name if first.header.app else None,
        "sheet": ", ".join(dict.fromkeys(sheet for sheet, _ in table.places)) or table.sheet or None,
        "decided": decided | _decided(extracts) | unnamed_in(extracts),
        "above": outline.above,
        "skipped": [{"row": row, "reason": skipped[at]} for at in sorted(skipped) if (row := table.row_of(at))],
        "other_exercises": _other_exercises(extracts, skipped),
        "rows": len(read),
        "people": people_in(extracts),
        "people_without_hold": without_hold(extracts),
    }


def _other_exercises(extracts: list[Extract], skipped: dict[int, str]) -> dict[str, int]:
    """Return what a column calls the exercise of rows that were left out for it, each with how many there are."""
    names: Counter[str] = Counter()
    for extract in extracts:
        for column in extract.block.where("exercise")[:1]:
            rows = [k for k in extract.skipped if skipped.get(int(extract.block.at[k]), "") == OTHER_EXERCISE]
            names.update(map(str.strip, extract.block.columns[column].at(rows)))
    return dict(names.most_common())


SAMPLES = 3  # cells that show what is in a column
_NOTHING = "nothing in its header or its cells says what it is"
_JOINED = "its cells were joined to those of another column"


def columns_of(outline: Outline) -> pd.DataFrame:
    """Return a row for each column of the file: header, a few of its cells, what it was taken for, why, sure.

    Tables below each other may have columns of their own; those of one name are one.
    """
    alike: dict[str, list[tuple[Block, int]]] = {}
    for block in outline.blocks:
        for i, name in enumerate(distinct(block.names)):
            alike.setdefault(name, []).append((block, i))
    lines = []
    for name, columns in alike.items():
        texts = chain.from_iterable(block.columns[i].texts for block, i in columns)
        block, i = next(((block, i) for block, i in columns if block.meanings[i].kind), columns[0])
        m = block.meanings[i]
        why = _JOINED if m.kind == "part of another column" else block.why[i] if i < len(block.why) else ""
        lines.append([name, _samples(texts), str(m), why or _NOTHING, m == meaning(block.names[i])])
    return pd.DataFrame(lines, columns=["header", "cells", "taken_for", "why", "sure"])


def _samples(texts: Iterable[str]) -> list[str]:
    """Return the first few different texts that say something."""
    samples: dict[str, None] = {}
    for text in texts:
        if text.strip():
            samples[text] = None
        if len(samples) == SAMPLES:
            break
    return [*samples]


def cells_of_first(extracts: list[Extract], table: Table, most: int) -> tuple[list[int], list[dict[str, str]]]:
    """Return the row that each of the first holds is from, and by their header the cells there that were used."""
    rows: list[int] = []
    cells: list[dict[str, str]] = []
    for extract in extracts:
        block, names = extract.block, distinct(extract.block.names)
        used = [i for i, m in enumerate(block.meanings) if m.kind]
        first = extract.holds["row"][: most - len(rows)]
        rows += map(table.row_of, block.at[first].tolist())
        cells += [{names[i]: row[i] for i in used if row[i].strip()} for row in block.rows(first)]
    return rows, cells


def _rows_read(extract: Extract) -> np.ndarray:
    """Return the places of the rows that gave holds, each once."""
    rows = extract.holds["row"]
    return extract.block.at[rows[np.diff(rows, prepend=-1) != 0]]


def _decided(extracts: list[Extract]) -> dict[str, str]:
    said = {}
    if names := [*dict.fromkeys(chain.from_iterable(map(_more_than_exercise, extracts)))]:
        more = ", ..." if len(names) > SAMPLES else ""
        said["exercise"] = f"the exercise's name says more, which is not used: {', '.join(names[:SAMPLES])}{more}"
    for extract in extracts:
        if extract.block.told:
            said["told"] = extract.block.told
        holds = extract.block.where("hold")
        if any(re.search(r"\d,\d", cell) for i in holds for cell in extract.block.columns[i].texts):
            said["decimals"] = "decimal commas"
        if holds and not extract.app and (habits := extract.usual.in_words()):
            said["durations"] = ", ".join(habits)
    return said


def _more_than_exercise(extract: Extract) -> Iterator[str]:
    """Give what a column calls the exercise of a hold, where that says more than the exercise and the side."""
    rows = np.unique(extract.holds["row"])
    for i in [] if extract.options.exercise_contains else extract.block.where("exercise")[:1]:
        names = map(str.strip, extract.block.columns[i].only(rows).texts)
        yield from (name for name in names if not is_plain(name) or has_digit(name))
