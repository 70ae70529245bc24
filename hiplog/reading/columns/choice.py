"""What each column is taken for: the choice for which most speaks over the whole table."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from hiplog.reading.columns.candidates import Candidate, candidates_of
from hiplog.reading.columns.evidence import NEAR, ROLES, reasons, weigh
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.columns.pains import pains_of
from hiplog.reading.columns.questions import (
    coarse_hours_asked,
    exercise_asked,
    other_side_asked,
    refusal,
    short_holds_asked,
    which,
)
from hiplog.reading.columns.same import SAYS_THE_SAME
from hiplog.reading.columns.sided import sided_holds
from hiplog.reading.columns.targets_and_bounds import no_bounds, no_targets
from hiplog.reading.languages.words import bare
from hiplog.reading.values.exercises import names_another
from hiplog.reading.values.units import is_no_time

_ONE_EACH = ("date", "time", "end", "hold", "side", "exercise", "person")  # roles that a table gives to one column
_MOST_RIVALS = 3  # of one role, the weightiest
_MOST_UNKNOWN = 200  # columns whose headers say nothing, and whose cells are looked at
_OTHERS = ("value", "set")  # what a header may say that is nothing to us, unless it is taken for a hold


@dataclass
class Choice:
    """What the columns of a table are taken for, and why."""

    meanings: list[Meaning]
    why: list[str]


def choose(
    headers: Sequence[Meaning],
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    texts: Callable[[int], Sequence[str]],
    *,
    settled: Sequence[str] = (),
    wanted: str | None = None,
    of_pain: bool = False,
) -> Choice:
    """Return what each column is taken for, by what its header says, and by its cells in the first rows.

    `texts` gives all the different texts of a column by its number; of `settled` headers the caller said what they
    mean; `wanted` is what the name of an exercise must contain; where `of_pain`, a title tells of pain.

    Raises `LogError` where a second column is nearly as good, or the cells leave open what they are.
    """
    columns = candidates_of(headers, names, rows, texts, wanted, settled)
    fixed = [c.number for c in columns if c.name in settled]
    choice = Choice([c.header for c in columns], ["its header says so" if c.header.kind else "" for c in columns])

    def ask(question: str) -> None:
        if question:
            raise refusal(question, names, choice.meanings)

    sided = sided_holds(columns, fixed)
    ask(sided.question)
    taken, question = _assigned(columns, fixed, has_sides=bool(sided.holds))
    _give_roles(choice, columns, fixed, taken)
    for number, why in {**sided.others, **no_targets(columns, fixed), **no_bounds(columns)}.items():
        choice.meanings[number], choice.why[number] = Meaning(), why
    for c in sided.marks:
        choice.meanings[c.number], choice.why[c.number] = Meaning("mark", c.header.side), "its cells mark the side"
    ask(question)
    settled_ones = {*fixed, *(c.number for some in taken.values() for c in some)}
    pains = pains_of(columns, [c for c in columns if c.number not in settled_ones], titled=of_pain)
    for number, m in pains.meanings.items():
        choice.meanings[number], choice.why[number] = m, pains.why[number]
    ask(pains.question)
    ask("" if fixed else "".join(coarse_hours_asked(c) for c in taken.get("hold", [])))
    ask("" if fixed else short_holds_asked(taken.get("hold", [])))
    ask(exercise_asked(choice.meanings, columns, fixed))
    ask(other_side_asked(choice.meanings, columns, fixed))
    return choice


Taken = dict[str, list[Candidate]]


def _assigned(columns: Sequence[Candidate], fixed: Sequence[int], *, has_sides: bool) -> tuple[Taken, str]:
    """Return the columns that get each role, and what has to be asked of them, if anything."""
    settled = {role: [c for c in columns if c.number in fixed and _has(c, role)] for role in _ONE_EACH}
    weights = {
        role: {} if settled[role] else {c: w for c in _rivals(role, columns, fixed, has_sides=has_sides) if
                                     (w := weigh(role, c)) >= ROLES[role].needed}
        for role in _ONE_EACH
    }  # fmt: skip
    if has_sides or settled["hold"]:
        weights["end"] = {}
    best = _best(weights)
    taken = {role: settled[role] or [c for c in [best[role]] if c] for role in _ONE_EACH}
    if taken["hold"]:
        taken["end"] = settled["end"]
        taken["hold"] += [c for c in weights["hold"] if c not in best.values() and _belong(taken["hold"][0], c)]
    return taken, next(_doubts(weights, best, taken), "")


def _has(column: Candidate, role: str) -> bool:
    return column.header.kind == role and not (role == "hold" and column.header.side)


def _rivals(
    role: str, columns: Sequence[Candidate], fixed: Sequence[int], *, has_sides: bool
) -> Iterator[Candidate]:
    """Give the columns that may have a role by what their headers say."""
    if has_sides and role in ("hold", "side", "end"):
        return
    among, unknown = ROLES[role].among, 0
    if role == "hold" and any(_has(c, "hold") for c in columns):
        among = ("hold",)
    for c in columns:
        if c.number in fixed or c.header.kind not in among or _is_another(c):
            continue
        unknown += c.header.kind == ""
        if c.header.kind or unknown <= _MOST_UNKNOWN:
            yield c


def _is_another(column: Candidate) -> bool:
    """Return whether a column is a side's, or of durations of something else."""
    if column.header.kind != "hold":
        return column.header.kind in ("begin", "end") and column.header.side != ""
    return column.header.side != "" or is_no_time(column.name) or names_another(column.name)


def _best(weights: dict[str, dict[Candidate, int]]) -> dict[str, Candidate | None]:
    """Return the one column for each role, none for two, that gives the table the greatest weight."""
    rivals = [
        [*sorted(of_role, key=lambda c: (-of_role[c], c.number))[:_MOST_RIVALS], None]
        for of_role in weights.values()
    ]

    def weight(chosen: tuple[Candidate | None, ...]) -> int:
        some = [(role, c) for role, c in zip(weights, chosen, strict=True) if c]
        if len({c for _, c in some}) < len(some):
            return -1
        return sum(weights[role][c] + ROLES[role].worth for role, c in some)

    return dict(zip(weights, max(product(*rivals), key=weight), strict=True))


def _doubts(
    weights: dict[str, dict[Candidate, int]], best: dict[str, Candidate | None], taken: Taken
) -> Iterator[str]:
    """Give what has to be asked: a second column is nearly as good in a role, and says something else."""
    for role, first in best.items():
        if first is None or first not in taken[role]:
            continue
        for c, w in weights[role].items():
            free = c not in best.values() and c not in taken[role] and c.inked
            if free and weights[role][first] - w < NEAR and not SAYS_THE_SAME[role](first, c):
                yield which(role, first.name, c.name)


def _belong(one: Candidate, other: Candidate) -> bool:
    """Return whether two columns are sets of one row, or minutes and seconds of one hold."""

    def numbered(c: Candidate) -> bool:
        return re.search(r"\d", c.name.split("(")[0]) is not None

    same = re.sub(r"\d+", "", bare(one.name)) == re.sub(r"\d+", "", bare(other.name))
    units = {one.header.unit, other.header.unit}
    return units == {"min", "s"} or (numbered(one) and numbered(other) and same)


def _give_roles(choice: Choice, columns: Sequence[Candidate], fixed: Sequence[int], taken: Taken) -> None:
    """Write down the roles; what a header says that another column got, or that is none of ours, is nothing."""
    role_of = {c.number: role for role, some in taken.items() for c in some}
    for c in columns:
        role = role_of.get(c.number, "")
        if c.number in fixed:
            choice.why[c.number] = "you said so"
        elif role:
            choice.meanings[c.number] = _as(role, c)
            choice.why[c.number] = "; ".join(reasons(role, c)[0])
        elif (c.header.kind in _ONE_EACH and not c.header.side) or c.header.kind in _OTHERS:
            choice.meanings[c.number] = Meaning()
            choice.why[c.number] = _why_not(c)


def _as(role: str, column: Candidate) -> Meaning:
    """Return the meaning of a column in a role; of a hold, its unit stays."""
    unit = column.header.unit or ("h:mm" if column.are_hours_and_minutes else "")
    return Meaning("hold", phase=column.header.phase, unit=unit) if role == "hold" else Meaning(role)


def _why_not(column: Candidate) -> str:
    kind = column.header.kind if column.header.kind in _ONE_EACH else "hold"
    against = reasons(kind, column)[1]
    return f"no {kind}: {against[0]}" if against else f"another column is the {kind}, or tells it"
