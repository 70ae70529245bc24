"""Whether holds of one side and one time are sets of one person, by a column that numbers them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from hiplog.reading.columns.headers import meaning
from hiplog.reading.holds.extract import Extract
from hiplog.reading.holds.people import people_of

_SLIPS = 0.02  # of the holds, whose number another of that side and time has: two people would count alike


def said_of_sets(extracts: Sequence[Extract]) -> dict[str, str]:
    """Say which column numbers holds of one side and time as sets, if one does; by which is theirs alone."""
    columns = [_column_of_sets(extract) for extract in extracts]
    rows = [extract.holds["row"] for extract in extracts]
    if any(column is None for column in columns):
        return {}
    names = ("started_at", "exercise", "side")
    moments = pd.concat([pd.DataFrame({name: extract.holds[name] for name in names}) for extract in extracts])
    moments["of"] = np.concatenate([people_of(extract, of) for extract, of in zip(extracts, rows, strict=True)])
    told = zip(extracts, columns, rows, strict=True)
    numbers = np.concatenate([extract.read(column, _number)[of] for extract, column, of in told])
    again = moments.assign(set=numbers).duplicated().mean()
    if not moments.duplicated().any() or 0 in numbers or again > _SLIPS:
        return {}
    return {"sets": f"holds of one time are sets, by {extracts[0].block.names[columns[0]]!r}"}


def _column_of_sets(extract: Extract) -> int | None:
    """Return the place of the column that is headed as one of sets, and was taken for nothing else."""
    named = zip(extract.block.names, extract.block.meanings, strict=True)
    return next((i for i, (name, m) in enumerate(named) if meaning(name).kind == "set" and not m.kind), None)


def _number(cell: str) -> int:
    """Return the number of a set; 0 where it is none."""
    return int(cell) if cell.strip().isdecimal() else 0
