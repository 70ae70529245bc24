"""Whether the sheets of a workbook, put together as one log, are of several people: by their names and days."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from hiplog.reading.holds.extract import Extract
from hiplog.reading.languages.words import bare, one_of, words
from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

_NAMED = 6  # sheets in a refusal
_SHARED = 0.1  # of all days, on which several sheets have holds of both sides
_FEW_DAYS = 2
_A_PERSON = re.compile(rf"\b{one_of(words('person', 'name'))} ?(?:\d+|[a-z])\b")
_A_LABEL = re.compile(r"\d+|[^\W\d_]")


def check_names(names: Sequence[str]) -> None:
    """Refuse to put sheets together that are named as people are, as `Patient 1` and `Patient 2`."""
    people = {match[0]: name for name in names if (match := _A_PERSON.search(bare(name)))}
    if len(people) > 1:
        raise LogError(
            f"sheets {_listed(names)} are of {len(people)} people: sheet={names[0]!r} reads one of them"
        )


def check_days(extracts: Iterable[Extract], table: Table) -> None:
    """Refuse sheets that are but numbered or lettered, as `001` or `A`, where several have the same days."""
    names = [*dict.fromkeys(sheet for sheet, _ in table.places)]
    if len(names) < 2 or not all(_A_LABEL.fullmatch(name.strip()) for name in names):
        return
    rows = [
        (table.sheet_of(extract.block.at[row]), at, side)
        for extract in extracts
        for row, at, side in zip(*(extract.holds[name] for name in ("row", "started_at", "side")), strict=True)
    ]
    holds = pd.DataFrame(rows, columns=["sheet", "at", "side"])
    whole = holds.groupby([holds["at"].dt.normalize(), "sheet"])["side"].nunique() > 1
    shared = whole.groupby(level=0).sum().to_numpy() > 1
    if np.sum(shared) >= max(_FEW_DAYS, _SHARED * len(shared)):
        raise LogError(
            f"sheets {_listed(names)} have sessions of their own on the same days, as those of several people: "
            f"sheet={names[0]!r} reads one of them; where all are one person's, name them "
            f"'Part {names[0].strip()}' and so on"
        )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(repr, names[:_NAMED])) + " and so on" * (len(names) > _NAMED)
