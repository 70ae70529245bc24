"""What is known of one block of rows while it is read: its holds, its faults, the rows that are skipped."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from hiplog.reading.apps import App
from hiplog.reading.languages.words import bare
from hiplog.reading.options import Options
from hiplog.reading.shapes.block import Block
from hiplog.reading.values.habits import Habits

Holds = dict[str, np.ndarray]  # a column each, all of one length; a frame would be typed again and again


@dataclass
class Extract:
    """What the rows of one block give; a row is told by its place in the block."""

    block: Block
    options: Options
    usual: Habits
    holds: Holds = field(default_factory=dict)
    faults: dict[int, list[tuple[int, str]]] = field(default_factory=dict)  # row -> (column, what was expected)
    skipped: dict[int, str] = field(default_factory=dict)
    spelled: dict[int, dict[str, str]] = field(default_factory=dict)  # column -> its texts, readable alone
    plain: dict[int, dict[int, str]] = field(default_factory=dict)  # row -> column -> the cell, readable alone
    decided: dict[str, str] = field(default_factory=dict)
    days: Holds = field(default_factory=dict)  # what is said without a hold: row, day, time, pain, note
    lacks_sides: bool = False  # no column tells the side

    def __post_init__(self) -> None:
        self.gone = np.zeros(self.n, dtype=bool)  # rows that are skipped
        self.started = np.full(self.n, np.datetime64("NaT", "us"))  # when what each row tells of began
        self.timed = np.zeros(self.n, dtype=bool)  # whether the time of day of that is known

    @property
    def n(self) -> int:
        """How many rows there are."""
        return len(self.block.at)

    @property
    def app(self) -> App | None:
        """The app that wrote the file, if it is a known one whose cells people do not write as they like."""
        app = self.block.header.app
        return None if app is None or app.by_hand else app

    @cached_property
    def is_own_export(self) -> bool:
        """Whether the columns are hiplog's own."""
        return {"started_at", "side", "hold_s"} <= {name.strip().lower() for name in self.block.names}

    @cached_property
    def wide(self) -> bool:
        """Whether a row is a session, with columns for the sides; else it is a hold."""
        return any(self.block.meanings[i].side for i in self.block.where("hold"))

    def column_named(self, name: str) -> int | None:
        """Return the number of the column of this name."""
        names = [bare(n) for n in self.block.names]
        return names.index(bare(name)) if bare(name) in names else None

    def read(self, column: int, read: Callable[[str], object]) -> np.ndarray:
        """Return what `read` makes of each cell of a column, as objects."""
        return self.block.columns[column].read(read)

    def skip(self, rows: np.ndarray, reason: str) -> None:
        """Leave rows out, if they are not left out already."""
        self.skipped |= dict.fromkeys(np.flatnonzero(rows & ~self.gone).tolist(), reason)
        self.gone |= rows

    def fault(self, row: int, column: int, expected: str) -> None:
        """Note that a cell is not what was expected."""
        if not self.gone[row]:
            self.faults.setdefault(int(row), []).append((column, expected))

    def fault_all(self, rows: np.ndarray, column: int, expected: str) -> None:
        """Note that the cells of a column are not what was expected in some rows."""
        for row in np.flatnonzero(rows):
            self.fault(row, column, expected)


def only(holds: Holds, which: np.ndarray) -> Holds:
    """Return some of the holds, by a mask or by their numbers."""
    return {name: values[which] for name, values in holds.items()}
