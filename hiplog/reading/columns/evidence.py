"""Which columns are holds: what speaks for and against each, as data, and one choice over the whole table.

No column is a hold because it is the first, or the only one that is left: its header or its cells have to say so.
Where a second one is nearly as good, the reader asks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from hiplog.reading.columns.cells import seconds_in, share
from hiplog.reading.columns.meanings import SIDES, Meaning, meaning
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.languages.words import bare, fold, words
from hiplog.reading.values.dates import clock_time
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.exercises import exercise_of_header, names_another
from hiplog.reading.values.units import is_no_time
from hiplog.schema import LogError

_HELD = re.compile(r"\b(?:holds?|held|holding|halte\w*|gehalten|maintien|maintenu|tenue?|aguant\w*|sosten\w*)\b")
_WHOLE = re.compile(  # the length of what a hold is but a part of
    r"\b(?:workout|training|session|class|form|survey|interview|group time|total|page|rest|sitzung|seance)\b"
)
_OF_OTHERS = re.compile(
    r"\b(?:max|maximum|mean|min|minimum|avg|average|best|sum|planned|goal)\b"
)  # of other columns
_CLOCK = re.compile(
    r"(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d\.[0-5]\d)|\d{1,2}(?::\d\d){1,2} ?[ap]\.?m\.?"
)
_MOST_SCORE = 10  # whole numbers up to it may be scores as well as seconds
_NEAR = 2  # a second column is nearly as good


@dataclass(frozen=True)
class Candidate:
    """A column that may be the hold: its header, its cells, and the date beside each."""

    number: int
    name: str
    meaning: Meaning
    cells: list[str]
    dates: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)  # the cells of a column of units right after it

    @cached_property
    def plain(self) -> str:
        """The header's words."""
        return bare(self.name)

    @cached_property
    def inked(self) -> list[str]:
        """The cells in which something stands."""
        return [cell for cell in self.cells if not is_blank(cell)]

    @cached_property
    def seconds(self) -> list[float]:
        """What the cells are, read as durations."""
        return [s for cell in self.inked for s in seconds_in(cell, self.meaning.unit)]

    @cached_property
    def whole_numbers(self) -> list[int]:
        """The cells, where each of them is a whole number; else nothing."""
        plain = [cell.strip() for cell in self.inked]
        return [*map(int, plain)] if all(re.fullmatch(r"\d{1,9}", cell) for cell in plain) else []

    @cached_property
    def headed(self) -> bool:
        """Whether the header says that it is a hold, and not only a side."""
        return self.meaning.kind == "hold" and not self.meaning.implied


@dataclass(frozen=True)
class Evidence:
    """One thing that speaks for a column as the hold (a weight over 0), or against it."""

    why: str
    weight: int
    speaks: Callable[[Candidate], bool]


EVIDENCE = (
    Evidence("its header says so", 2, lambda c: c.meaning.kind == "hold"),
    Evidence("its header names a hold", 3, lambda c: _HELD.search(c.plain) is not None),
    Evidence("its header has a unit of time", 1, lambda c: c.meaning.unit != ""),
    Evidence("a unit of time stands beside it", 2, lambda c: any(meaning(f"x ({unit})").unit for unit in c.units)),
    Evidence("its cells are written as durations", 2, lambda c: share(c.inked, _is_duration) > 0.8),
    Evidence("its numbers are as long as holds", 2, lambda c: bool(c.whole_numbers) and _like_holds(c)),
    Evidence("its header names a longer whole", -6, lambda c: _WHOLE.search(c.plain) is not None),
    Evidence("its cells are times of day", -6, lambda c: c.meaning.kind == "time" and _are_times(c)),
    Evidence("its cells count up by one", -6, lambda c: not c.headed and _counts_up(c)),
    Evidence("most of its cells are 0", -4, lambda c: share(c.inked, _is_zero) > 0.5),
    Evidence("it grows within one start time", -9, lambda c: _is_trace(c)),
)
_NEEDED = 2  # the least that makes a column the hold


def choose_holds(
    found: Sequence[Meaning],
    names: Sequence[str],
    cells: Callable[[int], list[str]],
    overrides: Sequence[str] = (),
) -> list[Meaning]:
    """Return the meanings with those columns as holds for which most speaks; other candidates mean nothing.

    Parameters
    ----------
    found : sequence of Meaning
        What the headers say, dates settled.
    names : sequence of str
        The headers.
    cells : callable
        Gives the first cells of a column by its number.
    overrides : sequence of str
        Headers of which the caller said what they mean; they are not weighed.

    Raises
    ------
    LogError
        Where two columns may as well be the hold, or the cells of two sides may as well be scores.
    """
    found = [_weighed_alone(m, name, overrides) for m, name in zip(found, names, strict=True)]
    found = _without_sums(found, names, overrides)
    _ask_of_unknown_words(found, names, cells, overrides)
    dated = next((i for i, m in enumerate(found) if m.kind == "date"), None)
    dates = [] if dated is None else cells(dated)
    kinds = {"hold"} if any(m.kind == "hold" for m in found) else {"value", "time", "set"}
    candidates = [
        Candidate(i, names[i], m, cells(i), dates, cells(i + 1) if _is_of_units(names[i + 1 : i + 2]) else [])
        for i, m in enumerate(found)
        if m.kind in kinds
    ]
    if sided := [c for c in candidates if c.meaning.side]:
        _ask_whether_scores(sided, names, found, overrides)
        taken = [c for c in sided if not _tells_of_another(c, sided)]
    else:
        taken = _best([c for c in candidates if c.name in overrides and c.headed] or candidates, names, found)
    kept = {c.number for c in taken}
    for c in candidates:
        if c.number in kept:
            found[c.number] = replace(c.meaning, kind="hold")
        elif c.meaning.kind != "time" or not _are_times(c):
            found[c.number] = Meaning()
    return found


def _weighed_alone(m: Meaning, name: str, overrides: Sequence[str]) -> Meaning:
    """Return nothing for a hold whose header names a unit that is no time, or a movement that is none of ours."""
    if m.kind == "hold" and name not in overrides and (is_no_time(name) or names_another(name)):
        return Meaning()
    return m


def _without_sums(found: list[Meaning], names: Sequence[str], overrides: Sequence[str]) -> list[Meaning]:
    """Return nothing for `L+R` and `L-R` beside a column for each side of that exercise: its results."""
    held = {i: exercise_of_header(names[i]) for i, m in enumerate(found) if m.kind == "hold"}
    here = {(exercise, found[i].side) for i, exercise in held.items()}
    made = {
        i
        for i, exercise in held.items()
        if "/" in found[i].side and names[i] not in overrides and here >= {(exercise, side) for side in SIDES}
    }
    return [Meaning() if i in made else m for i, m in enumerate(found)]


def _ask_of_unknown_words(
    found: list[Meaning], names: Sequence[str], cells: Callable[[int], list[str]], overrides: Sequence[str]
) -> None:
    """Leave out columns of a side with a word nobody knows where others have none; ask where none is without.

    Raises
    ------
    LogError
        Where all have one, or where such words alone tell several columns of one side apart.
    """
    sided = [i for i, m in enumerate(found) if m.kind == "hold" and m.side and names[i] not in overrides]
    unknown = {i: said for i in sided if (said := unknown_words(names[i]))}
    for i in [i for i in unknown if any(map(str.strip, cells(i))) and not any(map(seconds_in, cells(i)))]:
        found[i] = Meaning()  # "Anything left to say?"
        del unknown[i]
    surely = [i for i, m in enumerate(found) if m.kind == "hold" and m.side and i not in unknown]
    if surely:
        for i in unknown:
            if found[i].implied or any(found[k].side == found[i].side for k in surely):
                found[i] = Meaning()
        return
    for i, said in unknown.items():
        others = {re.sub(r"\d+", "", bare(names[k])) for k in unknown if found[k].side == found[i].side}
        if found[i].implied or len(others) > 1:
            raise LogError(
                f"{' and '.join(repr(names[k]) for k in [*unknown][:4])} may be another exercise's, or another "
                f"person's, as {' '.join(said)!r} is no word for a hold: columns={{{names[i]!r}: "
                f"{found[i].side!r}}} says that it is a hold, 'nothing' that it is none",
                columns=_said(names, found),
            )


def weigh(candidate: Candidate) -> tuple[int, list[str]]:
    """Return how much speaks for a column as the hold, and what."""
    heard = [one for one in EVIDENCE if one.speaks(candidate)]
    return sum(one.weight for one in heard), [one.why for one in heard]


def _best(candidates: list[Candidate], names: Sequence[str], found: list[Meaning]) -> list[Candidate]:
    """Return the candidate for which most speaks, with those that belong to it; none where too little does."""
    weights = {c.number: weigh(c)[0] for c in candidates}
    good = sorted(
        (c for c in candidates if weights[c.number] >= _NEEDED),
        key=lambda c: (-weights[c.number], not _have_colons(c)),
    )
    if not good:
        return []
    first, *others = good
    mates = [c for c in others if _belong_together(first, c)]
    for c in others:
        near = weights[first.number] - weights[c.number] < _NEAR
        if near and c not in mates and c.inked and not _says_the_same(first, c):
            raise LogError(
                f"both {first.name!r} and {c.name!r} could be the hold: columns={{{first.name!r}: 'hold', "
                f"{c.name!r}: 'nothing'}} says which",
                columns=_said(names, found),
            )
    return [first, *mates]


def _says_the_same(one: Candidate, other: Candidate) -> bool:
    """Return whether two columns give the same durations, as exactly as they are written, perhaps in hours."""
    if len(one.seconds) != len(other.seconds):
        return False
    most = 60.0 if "min" in (one.meaning.unit, other.meaning.unit) else 0.5
    pairs = [*zip(one.seconds, other.seconds, strict=True)]
    return all(abs(a - b) < most for a, b in pairs) or any(
        all(abs(a - b * unit) <= unit / 200 + 0.5 for a, b in pairs) for unit in (60, 3600)
    )


def _have_colons(candidate: Candidate) -> bool:
    return share(candidate.inked, lambda cell: ":" in cell) > 0.5


def _belong_together(one: Candidate, other: Candidate) -> bool:
    """Return whether two columns are sets of one row, or minutes and seconds of one hold."""

    def numbered(c: Candidate) -> bool:
        return re.search(r"\d", c.name.split("(")[0]) is not None

    units = {one.meaning.unit, other.meaning.unit}
    same = re.sub(r"\d+", "", one.plain) == re.sub(r"\d+", "", other.plain)
    return units == {"min", "s"} or (numbered(one) and numbered(other) and same)


def _tells_of_another(one: Candidate, sided: list[Candidate]) -> bool:
    """Return whether a column is but a maximum, a mean or a plan of another column of its side."""
    others = [c for c in sided if c.meaning.side == one.meaning.side and not _OF_OTHERS.search(c.plain)]
    return bool(others) and _OF_OTHERS.search(one.plain) is not None


def _ask_whether_scores(
    sided: list[Candidate], names: Sequence[str], found: list[Meaning], overrides: Sequence[str]
) -> None:
    """Refuse whole numbers to ten under the two sides, where no header says that they are holds."""
    untold = [c for c in sided if c.name not in overrides]
    numbers = [number for c in untold for number in c.whole_numbers]
    plain = all(c.meaning.implied and not c.meaning.unit and (c.whole_numbers or not c.inked) for c in untold)
    if plain and len(numbers) > 2 and max(numbers) <= _MOST_SCORE:
        first = untold[0]
        side = first.meaning.side
        raise LogError(
            f"the numbers under {' and '.join(repr(c.name) for c in untold)} are whole, at most {max(numbers)}: "
            f"they could be seconds held, or scores of pain; columns={{{first.name!r}: {side!r}}} or "
            f"columns={{{first.name!r}: 'pain {side}'}}, and so on, says which",
            columns=_said(names, found),
        )


def _said(names: Sequence[str], found: Sequence[Meaning]) -> dict[str, str]:
    return {name: str(m) for name, m in zip(names, found, strict=True) if name}


def _is_of_units(name: Sequence[str]) -> bool:
    return any(bare(one) in words("unit") for one in name)


def _is_duration(cell: str) -> bool:
    """Return whether a cell is a duration by its own spelling, as `1:35` or `95 s`."""
    return (
        re.search(r"[:a-z'\"]", fold(cell)) is not None
        and _CLOCK.fullmatch(fold(cell)) is None
        and bool(seconds_in(cell))
    )


def _like_holds(candidate: Candidate) -> bool:
    return median(candidate.whole_numbers) > _MOST_SCORE and max(candidate.whole_numbers) <= 3600


def _are_times(candidate: Candidate) -> bool:
    return (
        share(candidate.inked, lambda cell: clock_time(cell) is not None and bool(_CLOCK.fullmatch(fold(cell))))
        > 0.5
    )


def _counts_up(candidate: Candidate) -> bool:
    numbers = candidate.whole_numbers
    return bool(numbers) and min(numbers) <= 1 and all(b in (1, a, a + 1) for a, b in pairwise(numbers))


def _is_zero(cell: str) -> bool:
    return re.fullmatch(r"0+(?:[.,:]0+)*", cell.strip()) is not None


def _is_trace(candidate: Candidate) -> bool:
    """Return whether numbers with many places grow from row to row of one start: samples, no holds."""
    if len(candidate.cells) != len(candidate.dates) or not any(":" in date for date in candidate.dates):
        return False
    rows = [*zip(candidate.dates, candidate.cells, strict=True)]
    steps = [(a, b) for (one, a), (other, b) in pairwise(rows) if one == other]
    numbers = [(_number(a), _number(b)) for a, b in steps]
    return len(numbers) > 1 and all(a is not None and b is not None and a < b for a, b in numbers)


def _number(cell: str) -> float | None:
    return float(cell.strip()) if re.fullmatch(r"\s*\d{1,9}(?:\.\d+)?\s*", cell) else None
