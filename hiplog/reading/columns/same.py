"""Whether two columns say the same, so that either may have a role and nothing is to be asked."""

from collections.abc import Callable

from hiplog.reading.columns.candidates import Candidate
from hiplog.reading.values.dates import clock_time, looks_like_date, looks_like_serial, parse
from hiplog.reading.values.exercises import exercise_of
from hiplog.reading.values.sides import side_of


def _same_seconds(one: Candidate, other: Candidate) -> bool:
    """Return whether two columns give the same durations, as exactly as they are written, perhaps in hours."""
    if len(one.seconds) != len(other.seconds):
        return False
    most = 60.0 if "min" in (one.header.unit, other.header.unit) else 0.5
    pairs = [*zip(one.seconds, other.seconds, strict=True)]
    scaled = [*pairs, *((b, a) for a, b in pairs)]
    halves = (scaled[: len(pairs)], scaled[len(pairs) :])
    return all(abs(a - b) < most for a, b in pairs) or any(
        all(abs(a - b * unit) <= unit / 200 + 0.5 for a, b in half) for unit in (60, 3600) for half in halves
    )


def same_by(read: Callable[[str], object]) -> Callable[[Candidate, Candidate], bool]:
    """Return what tells whether `read` makes the same of the cells of two columns, wherever both have ink."""

    def same(one: Candidate, other: Candidate) -> bool:
        pairs = [(a, b) for a, b in zip(one.cells, other.cells, strict=True) if a.strip() and b.strip()]
        return bool(pairs) and all(read(a) == read(b) for a, b in pairs)

    return same


def _groups_alike(one: Candidate, other: Candidate) -> bool:
    """Return whether a text of one column always goes with the same text of the other, as a name with its id."""
    pairs = {*zip(one.cells, other.cells, strict=True)}
    return len(pairs) == len({*one.cells}) == len({*other.cells})


def _day(cell: str) -> object:
    part = parse(cell) if looks_like_date(cell) or looks_like_serial(cell) else None
    return None if part is None else (part.day, part.pair)


SAYS_THE_SAME: dict[str, Callable[[Candidate, Candidate], bool]] = {
    "date": same_by(_day),
    "time": same_by(clock_time),
    "end": same_by(str.strip),
    "hold": _same_seconds,
    "side": same_by(side_of),
    "exercise": same_by(lambda cell: exercise_of(cell, None)),
    "person": _groups_alike,
}
