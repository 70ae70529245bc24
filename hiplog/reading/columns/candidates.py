"""A column as the evidence sees it: its header, its first cells, and what stands beside them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import pairwise
from statistics import median

from hiplog.reading.columns.cells import LOOKED_AT, is_of_units, number_in, seconds_in, share
from hiplog.reading.columns.first_cells import Cells
from hiplog.reading.columns.headers import kinds_of, meaning
from hiplog.reading.columns.meaning import SIDES, Meaning
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.languages.words import bare, fold, has_digit, split_words, words
from hiplog.reading.values.dates import looks_like_date
from hiplog.reading.values.habits import habits
from hiplog.reading.values.moments import moment_of, seconds_between
from hiplog.reading.values.sides import side_of

_ORDINAL = re.compile(r"\s*\d\s*[-.:)]\s*")  # before the name of a side
_LONG_HOLD_S = 300  # half of all holds are hardly longer
_OTHER_DAYS = (words("another time") - words("other moment")) | words("week", "month")
_OF_DAYS = re.compile(r"\b\d{1,3} ?-? ?(?:d|days?|tage?n?|jours?|dias?|weeks?|wk|wochen?|semaines?|semanas?)\b")


@dataclass(frozen=True, eq=False, kw_only=True)
class Candidate(Cells):
    """A column that may be taken for something."""

    number: int
    name: str  # its header
    header: Meaning  # what its header says
    dates: list[str] = field(default_factory=list)  # the first cells of the column of dates
    units: list[str] = field(default_factory=list)  # those of a column of units right after it
    sides: list[str] = field(default_factory=list)  # those of the column of sides; blank where there is none
    spans: list[float | None] = field(default_factory=list)  # seconds from begin to end, where both are told
    whose: list[str] = field(default_factory=list)  # those of a column headed as one of people; blank if none

    def says(self, kind: str) -> bool:
        """Return whether its header has a word of a kind."""
        return kind in self.kinds

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of column of which its header has words."""
        return kinds_of(self.name)

    @cached_property
    def seconds(self) -> list[float]:
        """What the cells are, read as durations in the way of this column."""
        usual = habits(self.inked, comma_is_decimal=False)
        return [s for cell in self.inked for s in seconds_in(cell, self.header.unit, usual)]

    @cached_property
    def unknown(self) -> list[str]:
        """The words of its header of which the reader knows nothing; of pain, also none of a scale."""
        also = [f"{self.header.side} letter"] * (self.header.side in SIDES)
        also += ["pain", "scale"] * (self.header.kind == "pain") + ["target"] * ("target" in self.header.phase)
        return unknown_words(self.name, *also)

    @property
    def moment(self) -> str:
        """Which of before and after its header names, where it names nothing that could be measured then."""
        named = {self.header.phase} - {""} or self.kinds & {"before", "after"}
        plain = (
            self.header.kind in ("", "session", "exercise", "end") and not self.header.side and not self.unknown
        )
        return next(iter(named)) if plain and len(named) == 1 else ""

    @property
    def headed(self) -> bool:
        """Whether its header says that it is a hold, and not only a side."""
        return self.header.kind == "hold" and not self.header.implied

    @property
    def is_of_days(self) -> bool:
        """Whether its header names a number of days or weeks, as one of what was held in them."""
        return _OF_DAYS.search(fold(self.name)) is not None

    @property
    def is_of_another_day(self) -> bool:
        """Whether its header names another day than that of its row, or more than one: yesterday, a week."""
        return self.is_of_days or not _OTHER_DAYS.isdisjoint(bare(split_words(self.name)).split())

    @property
    def are_words(self) -> bool:
        """Whether something stands in its cells, and none of them is a duration, however it is read."""
        return bool(self.inked) and not self.seconds and not any(map(seconds_in, self.cells))

    @cached_property
    def dates_timed(self) -> bool:
        """Whether most dates beside it have a time of day."""
        return sum(":" in date for date in self.dates) > len(self.dates) / 2

    @cached_property
    def beside_spans(self) -> list[tuple[float, float]]:
        """The durations of its cells, each with the seconds from begin to end in its row."""
        pairs = [(seconds_in(c, self.header.unit), s) for c, s in zip(self.cells, self.spans, strict=False) if s]
        return [(sum(held), span) for held, span in pairs if held]

    @property
    def are_spans(self) -> bool:
        """Whether its durations are those from begin to end, to the second."""
        return bool(self.beside_spans) and all(abs(held - span) <= 1 for held, span in self.beside_spans)

    @property
    def are_hours_and_minutes(self) -> bool:
        """Whether its times, as `0:02`, are those from begin to end only as hours and minutes."""
        held = [(m * 60, span) for m, span in self.beside_spans]
        clocks = all(cell.count(":") == 1 for cell in self.inked)
        return clocks and bool(held) and not self.are_spans and all(abs(m - span) <= 60 for m, span in held)

    @property
    def outlast_spans(self) -> bool:
        """Whether some of its durations are longer than from begin to end."""
        to_the_minute = all(span % 60 == 0 for _, span in self.beside_spans)
        return any(held > span + (60 if to_the_minute else 1) for held, span in self.beside_spans)

    @property
    def are_long(self) -> bool:
        """Whether durations that are not said to be seconds are, in the middle, longer than people hold."""
        in_seconds = self.header.unit in ("s", "ms", "m:ss")
        return not in_seconds and bool(self.seconds) and median(self.seconds) > _LONG_HOLD_S

    @cached_property
    def is_trace(self) -> bool:
        """Whether numbers grow from row to row of one person's start time: samples, no holds."""
        if len(self.cells) != len(self.dates) or not any(":" in date for date in self.dates):
            return False
        rows = sorted(zip(self.whose, self.dates, self.cells, strict=True), key=lambda row: row[0])
        steps = [(number_in(a), number_in(b)) for (*one, a), (*other, b) in pairwise(rows) if one == other]
        grow = all(a is not None and b is not None and a < b for a, b in steps)
        return grow and len(steps) > max(1, len(rows) / 4)

    @cached_property
    def may_name_people(self) -> bool:
        """Whether its header is one of names, of whatever they are."""
        return bare(self.name) in words("name", "from")

    @cached_property
    def share_days(self) -> bool:
        """Whether different texts stand beside the same day and the same side."""
        rows = {*zip(self.dates, self.sides, self.cells, strict=False)}
        rows = {(day, side, cell.strip()) for day, side, cell in rows if day.strip() and cell.strip()}
        return len({(day, side) for day, side, _ in rows}) < len(rows)

    @cached_property
    def have_unit(self) -> bool:
        """Whether a unit of time stands in the column of units beside it."""
        return any(meaning(f"x ({unit})").unit for unit in {*self.units})


def candidates_of(
    headers: Sequence[Meaning],
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    texts: Callable[[int], Sequence[str]],
    wanted: str | None,
    settled: Sequence[str],
) -> list[Candidate]:
    """Return the columns of a table as the evidence sees them; see `choice.choose`."""
    rows = rows[:LOOKED_AT]
    cells = [[row[i] if i < len(row) else "" for row in rows] for i in range(len(names))]
    seen = [_seen(m, column) for m, column in zip(headers, cells, strict=True)]
    several = sum(m.kind == "hold" for m in seen) > 1
    seen = [Meaning("side") if several and _heads_sides(m, c) else m for m, c in zip(seen, cells, strict=True)]
    headers = [m if name in settled else of_cells for name, m, of_cells in zip(names, headers, seen, strict=True)]
    dated = [i for i, m in enumerate(headers) if m.kind == "date"]
    dates = max((cells[i] for i in dated), key=lambda column: sum(map(looks_like_date, column)), default=[])
    ends = next((cells[i] for i, m in enumerate(headers) if m.kind == "end"), [])
    spans = [seconds_between(*pair) for pair in zip(dates, ends, strict=False)]
    sides = next((cells[i] for i, m in enumerate(headers) if m.kind == "side"), [""] * len(rows))
    whose = next((cells[i] for i, m in enumerate(headers) if m.kind == "person"), [""] * len(rows))
    return [
        Candidate(
            number=i, name=names[i], header=m, cells=cells[i], texts=partial(texts, i), wanted=wanted, dates=dates,
            units=cells[i + 1] if i + 1 < len(names) and is_of_units(names[i + 1]) else [],
            sides=sides, spans=spans, whose=whose,
        )
        for i, m in enumerate(headers)
    ]  # fmt: skip


def _seen(header: Meaning, cells: Sequence[str]) -> Meaning:
    """Return what a header says where it can say two things, by its cells.

    `L/R` or `both` heads a pair of holds or the side, `ended` why or when, `From` when or who, `plan` and `done`
    seconds or what was planned and done.
    """
    inked = [cell.strip() for cell in cells if cell.strip()]

    def most(test: Callable[[str], object]) -> bool:
        return share(inked, test) > 0.5

    if header.kind == "hold" and header.side not in ("", *SIDES) and most(side_of):
        return Meaning("side")
    if (header.kind == "target" and inked and not most(seconds_in)) or (
        header.kind == "value" and most(_no_value)
    ):
        return Meaning()
    if header.kind == "ended" and most(moment_of):
        return Meaning("end")
    if header.kind == "begin" and not header.side:
        return Meaning("date" if most(looks_like_date) else "time" if most(moment_of) else "")
    return header


def _heads_sides(header: Meaning, cells: Sequence[str]) -> bool:
    """Return whether what a mere `hold` heads says which hold it was: `left`, or `1 - left`."""
    inked = [_ORDINAL.sub("", cell) for cell in cells if cell.strip()]
    return header == Meaning("hold") and bool(inked) and all(side_of(cell, whole=True) for cell in inked)


def _no_value(cell: str) -> bool:
    return not has_digit(cell) or looks_like_date(cell)
