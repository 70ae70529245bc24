"""What is told of a person's files beside what was read in them."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from hiplog.counts import counted
from hiplog.reading import Reading, in_words_of
from hiplog.study.record import LEFT_OUT, REFUSED

if TYPE_CHECKING:
    from hiplog.reading.holds.whose import Question

_OTHERS = "another exercise"  # why a row is left out that one may miss
_NAMED = 5  # of them
_TOLD = ("unnamed", "utc")  # of what was decided in reading


class Told:
    """What could not be read in somebody's files, what was left out, and what may not be what it was taken for."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.remarks: list[str] = []
        self.remarks_on: dict[str, list[str]] = {}  # whom a remark is on, of several people in a file
        self.without_hold: set[str] = set()  # who is named in rows of that kind alone, in some file
        self._refused: list[pd.DataFrame] = []
        self._left_out: list[tuple[str, float, str]] = []

    def add(self, file: Path, reading: Reading) -> None:
        """Add what is told of a file that was read."""
        rows = reading.rejected.reindex(columns=REFUSED)
        self._refused.append(rows.assign(file=file.name, person=_named(reading)))
        self._left_out += [(file.name, n, why) for why, n in _reasons(reading)]
        if others := [(why, n) for why, n in _reasons(reading) if why.startswith(_OTHERS)]:
            n, named = sum(n for _, n in others), ", ".join(f"{why}: {n}" for why, n in others[:_NAMED])
            more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
            self.remarks.append(f"{file.name}: {counted(n, 'row')} left out ({named}{more})")
        for person, n in reading.how["people_without_hold"].items():
            self.leave_out(file.name, f"{person}: {counted(n, 'row')} without a hold")
            self.without_hold.add(person)
        self._left_out += [(file.name, float("nan"), f"column {name!r} is not used") for name in reading.not_used]
        is_refused = any(asked.is_likely for asked in reading.how["may_be_people"])
        decided = {} if is_refused else reading.how["decided"]
        self.remarks += [f"{file.name}: {with_way(decided[what])}" for what in _TOLD if what in decided]
        for sheet in reading.how["other_sheets"]:
            expected = "expected one sheet of holds, or a file for each"
            self.faults.append(f"{file.name}: sheet {sheet!r} is a log too and was not read, {expected}")
            self._left_out.append((file.name, float("nan"), f"sheet {sheet!r} is a log too and was not read"))
        for kind, why in (
            ("sheets_of_another_exercise", "is of another exercise"),
            ("sheets_without_log", "has no log"),
        ):
            self._left_out += [(file.name, float("nan"), f"sheet {sheet!r} {why}") for sheet in reading.how[kind]]
        self.ask(file, [asked for asked in reading.how["may_be_people"] if not asked.is_likely])

    def leave_out(self, file: str, what: str) -> None:
        """Add what is left out of a file, though it is no fault."""
        self._left_out.append((file, float("nan"), what))

    def ask(self, file: Path, questions: Sequence["Question"]) -> None:
        """Add what is asked of columns that may say whose the holds of a file are, on each whose they part."""
        for asked in chain.from_iterable(question.each for question in questions):
            said = f"{file.name}: {asked}, and taken for one person's: if they are people, {asked.to_do}"
            (self.remarks_on.setdefault(asked.within, []) if asked.within else self.remarks).append(said)

    @property
    def refused(self) -> pd.DataFrame:
        """The rows that could not be read, with whose they are; "" of whom none is named."""
        if not self._refused:
            return pd.DataFrame(columns=[*REFUSED, "person"])
        return pd.concat(self._refused, ignore_index=True)

    @property
    def rest(self) -> dict[str, Any]:
        """All else, as the fields of a record."""
        return {
            "faults": tuple(self.faults),
            "remarks": tuple(self.remarks),
            "left_out": pd.DataFrame(self._left_out, columns=LEFT_OUT).astype({"rows": "Int64"}),
        }


def with_way(sentence: str) -> str:
    """Return a sentence of the reader, and where an option that it names can be given, as none can to a study."""
    named = list[str]()
    in_words_of(sentence, lambda name, _: named.append(name) or "")
    if not named:
        return sentence
    option = ", ".join(f"--{name.replace('_', '-')}" for name in dict.fromkeys(named))
    said = f"a study takes no such option: hiplog import {option} makes a log, to lie in the file's place"
    return f"{sentence} ({said})"


def _reasons(reading: Reading) -> list[tuple[str, int]]:
    """Return why rows were left out, and how many: those of another exercise by its name."""
    counts, others = reading.left_out, reading.how["other_exercises"]
    unnamed = counts.get(_OTHERS, 0) - sum(others.values())
    named = {f"{_OTHERS}, {name!r}" if name else _OTHERS: n for name, n in others.items()}
    rest = {_OTHERS: unnamed} if unnamed > 0 else {}
    return [*(named | rest | {why: n for why, n in counts.items() if why != _OTHERS}).items()]


def _named(reading: Reading) -> pd.Series | str:
    """Return whom each row that was refused names; "" where it names nobody.

    Also where all holds are of one person: each row that names another may have been refused.
    """
    headers = reading.columns.loc[reading.columns["taken_for"].eq("person"), "header"]
    if headers.empty or not len(reading.rejected):
        return "".join(reading.how["people"])
    from hiplog.reading.holds.people import people_of_cells  # it knows the words of all languages

    cells = reading.rejected.reindex(columns=headers).fillna("").astype("str")
    named, people = pd.Series(people_of_cells(cells), cells.index), reading.how["people"]
    return named.replace("", people[0]) if len(people) == 1 else named
