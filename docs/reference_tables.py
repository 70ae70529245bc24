"""What the reference says of tables, out of the code: their columns, dtypes and rules."""

from typing import Any

import pandas as pd

import hiplog
from hiplog.schema import Table, empty

_GIVEN: dict[str, tuple[Any, ...]] = {"asymmetry": ([], []), "read_pain_notes": ([],)}  # what takes no holds


def columns_of(table: Table) -> list[tuple[str, str, str]]:
    """Return the name, the type and the rule of each column."""
    return [
        (name, dtype, table.expected.get(name, "text" if dtype == "str" else ""))
        for name, dtype in table.columns.items()
    ]


def dtypes_of(name: str) -> dict[str, list[str]]:
    """Return the columns of what a public function returns by their dtype, which is the same for every log."""
    of: dict[str, Any] = {"by": "stretches"} if name == "compare" else {}
    rows: pd.DataFrame = getattr(hiplog, name)(*_GIVEN.get(name, (empty(),)), **of)
    dtypes = rows.dtypes.astype(str)
    return {dtype: dtypes.index[dtypes == dtype].tolist() for dtype in dtypes.unique()}
