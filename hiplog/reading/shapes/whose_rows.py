"""Whose rows are: by titles above them, as `Patient: Anna Weber` or a bare name, or by names in two columns."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.languages.words import bare, words
from hiplog.reading.shapes.block import Block
from hiplog.reading.shapes.rows import A_TITLE
from hiplog.reading.shapes.titles import is_plain
from hiplog.reading.tables.column import Column
from hiplog.reading.tables.table import Table

_SAID = re.compile("\\W*([^:=\uff1a]{2,40}?)\\s*[:=\uff1a][:=\uff1a\\s]*(\\S.{0,80})")
_NAMES = ("given name", "family name")
_LONGEST = 60  # letters of a bare name


class Title(NamedTuple):
    """A title that may say whose the rows below it are."""

    place: int
    text: str
    is_said: bool  # that this is a person


def titles_of(table: Table, first: int, skipped: Mapping[int, str]) -> list[Title]:
    """Return the titles in a table, whose header is the `first` row, that name a person, or may do, in order."""
    titles = []
    for i in sorted({*range(max(first, 0)), *skipped}):
        cells = [cell.strip() for cell in table.rows[i] if cell.strip()]
        text = cells[0] if len(cells) == 1 else ": ".join(cells) if len(cells) == 2 else ""
        is_alone = len(cells) == 1 and skipped.get(i, A_TITLE) == A_TITLE
        if name := person_said(text):
            titles.append(Title(i, name, is_said=True))
        elif is_alone and len(text) <= _LONGEST and not is_plain(text):
            titles.append(Title(i, text, is_said=False))
    return titles


def person_said(text: str) -> str:
    """Return whom a text names, as `Patient: Anna Weber` does; "" of others."""
    said = _SAID.fullmatch(text)
    return said[2].strip() if said and bare(said[1]) in words("person") else ""


def titles_above_rows(titles: Sequence[Title], table: Table, places: np.ndarray) -> list[str]:
    """Return for each of some rows the nearest title above it in its sheet; "" where there is none."""
    at = [title.place for title in titles]
    texts = []
    for place in places.tolist():
        nearest = bisect_left(at, place) - 1
        is_of_sheet = nearest >= 0 and table.sheet_of(at[nearest]) == table.sheet_of(place)
        texts.append(titles[nearest].text if is_of_sheet else "")
    return texts


def add_family_names(block: Block, settled: Collection[str]) -> None:
    """Take a column of family names for persons too, where one of given names is."""
    of = {kind: [i for i, name in enumerate(block.names) if bare(name) in words(kind)] for kind in _NAMES}
    taken = block.where("person")
    if len(taken) == 1 and taken[0] in of["given name"]:
        for i in of["family name"]:
            if block.meanings[i].kind == "" and block.names[i] not in settled and i != taken[0]:
                block.meanings[i] = replace(block.meanings[i], kind="person")
                block.why[i] = "given names are in another column"
                return


def add_people(block: Block, titles: Sequence[Title], table: Table) -> None:
    """Give a block a column of the people whom titles say, where no column of its own does."""
    said = [title for title in titles if title.is_said]
    if said and not block.where("person"):
        block.names.append("Patient")
        block.meanings.append(Meaning("person"))
        block.why.append("titles above its rows say so")
        block.columns.append(Column.of(titles_above_rows(said, table, block.at)))
