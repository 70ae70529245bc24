"""The rows under one header, as columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.shapes.header import Header
from hiplog.reading.tables.column import Column


@dataclass
class Block:
    """The rows under one header, as columns; each as wide as the header."""

    header: Header
    meanings: list[Meaning]
    names: list[str]
    at: np.ndarray = field(default_factory=lambda: np.empty(0, dtype="int64"))  # places in the table
    columns: list[Column] = field(default_factory=list)
    why: list[str] = field(default_factory=list)  # each column is taken for what it is
    told: str = ""  # in words, what titles told of its dates
    day_first: bool | None = None  # where the header says so, as in "date (dd/mm/yyyy)"

    def where(self, kind: str) -> list[int]:
        """Return the numbers of the columns of a kind."""
        return [i for i, m in enumerate(self.meanings) if m.kind == kind]

    def rows(self, numbers: Sequence[int]) -> Iterator[tuple[str, ...]]:
        """Give the cells of some rows."""
        return zip(*(column.at(numbers) for column in self.columns), strict=True)
