"""A column of a table, each different text in it kept once: what many rows say alike is read but once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

_DITTOS = {
    '"', "\u3003", "\u2033", "\u201d", "\u201c", ",,", '-"-', '--"--', "ditto", "Ditto",
    "dito", "idem", "do.", "同上",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """The cells of a column."""

    texts: list[str]  # the different texts, in the order in which they first stand there
    codes: np.ndarray  # for each row, the place of its text in `texts`

    @classmethod
    def of(cls, cells: Sequence[str]) -> "Column":
        """Return the column of these cells."""
        places: defaultdict[str, int] = defaultdict(count().__next__)  # a text that is new takes the next place
        codes = np.fromiter(map(places.__getitem__, cells), dtype="int64", count=len(cells))
        return cls([*places], codes)

    @classmethod
    def stacked(cls, columns: "Iterable[Column]") -> "Column":
        """Return one column of the cells of several, one below the other."""
        columns = [*columns]
        if len(columns) == 1:
            return columns[0]
        every = cls.of([text for column in columns for text in column.texts])
        ends = np.cumsum([len(column.texts) for column in columns])
        places = np.split(every.codes, ends[:-1])
        codes = [place[column.codes] for place, column in zip(places, columns, strict=True)]
        return cls(every.texts, np.concatenate(codes))

    def without_dittos(self) -> "Column":
        """Return the column with the text above in the place of each mark that repeats it."""
        if _DITTOS.isdisjoint(map(str.strip, self.texts)):
            return self
        again = np.array([text.strip() in _DITTOS for text in self.texts])[self.codes]
        above = np.maximum.accumulate(np.where(again, 0, np.arange(len(self.codes))))
        return Column(self.texts, self.codes[above])

    def __iter__(self) -> Iterator[str]:
        return map(self.texts.__getitem__, self.codes.tolist())

    def at(self, rows: Sequence[int]) -> Iterator[str]:
        """Give the texts of some rows."""
        return map(self.texts.__getitem__, self.codes[np.asarray(rows, dtype="int64")].tolist())

    def only(self, rows: np.ndarray) -> "Column":
        """Return some of the rows, by a mask or by their numbers; a text that is in none of them is gone."""
        codes = self.codes[rows]
        used = np.zeros(len(self.texts), dtype=bool)
        used[codes] = True
        if used.all():
            return Column(self.texts, codes)
        texts = [text for text, there in zip(self.texts, used.tolist(), strict=True) if there]
        return Column(texts, (np.cumsum(used) - 1)[codes])

    def where(self, test: Callable[[str], bool]) -> np.ndarray:
        """Return which rows have a text that passes a test."""
        return np.array([*map(test, self.texts)], dtype=bool)[self.codes]

    def read(self, read: Callable[[str], object]) -> np.ndarray:
        """Return what `read` makes of the text of each row, as objects."""
        return objects([*map(read, self.texts)])[self.codes]


def objects(values: list) -> np.ndarray:
    """Return an array of the values as they are."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
