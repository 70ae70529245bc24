"""What the reader asks of a person: refusals that name the columns, and the option that settles it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from hiplog.reading.columns.candidates import Candidate
from hiplog.reading.columns.cells import LOOKED_AT, MOST_SCORE, seconds_in
from hiplog.reading.columns.headers import is_no_hold, meaning
from hiplog.reading.columns.meaning import MAY_BE_TURNED, SIDES, TURNED, Meaning
from hiplog.reading.languages.words import fold
from hiplog.schema import LogError

_SHORTEST_S = 1.0  # of holds, in the middle
_LONGEST_S = 300  # of holds, in the middle
WEEKDAYS_ABREAST = "weekdays stand side by side, expected a row for each date, like 2024-03-04, 38, 31"
_FEW = 5  # columns that may tell what a hold is like


def refusal(message: str, names: Sequence[str], taken: Sequence[Meaning]) -> LogError:
    """Return an error that carries what each column was taken for."""
    return LogError(message, columns={name: str(m) for name, m in zip(names, taken, strict=True) if name})


def which(role: str, one: str, other: str) -> str:
    """Return the sentence that asks which of two columns has a role."""
    return (
        f"both {one!r} and {other!r} could be the {role}: columns={{{one!r}: {role!r}, {other!r}: 'nothing'}} "
        "says which"
    )


def unknown_words_asked(columns: Sequence[Candidate]) -> str:
    """Return the sentence that asks whether columns of a side are holds of ours, as a word in them is unknown."""
    one = columns[0]
    return (
        f"{' and '.join(repr(c.name) for c in columns[:4])} may be another exercise's, or another person's, as "
        f"{' '.join(one.unknown)!r} is no word for a hold: columns={{{one.name!r}: {one.header.side!r}}} says "
        "that it is a hold, 'nothing' that it is none"
    )


def scores_asked(columns: Sequence[Candidate]) -> str:
    """Return the sentence that asks whether whole numbers to ten are seconds; nothing where they surely are.

    They may be where no column says more than a side, or where those that do stand beside them.
    """
    small = [c for c in columns if c.header.implied and not c.header.unit and _may_be_scores(c)]
    numbers = [number for c in small for number in c.whole_numbers]
    others = {c.header.side for c in columns if c not in small and c.inked}
    if len(numbers) < 3 or (others and not others >= {c.header.side for c in small}):
        return ""
    columns = small
    one, side = columns[0].name, columns[0].header.side
    return (
        f"the numbers under {' and '.join(repr(c.name) for c in columns)} are whole, at most {max(numbers)}: they "
        f"could be seconds held, or scores of pain; columns={{{one!r}: {side!r}}} or columns={{{one!r}: "
        f"'pain {side}'}}, and so on, says which"
    )


def moments_asked(moments: Mapping[str, Candidate]) -> str:
    """Return the sentence that asks whether numbers below a mere before or after are scores of pain."""
    answers = {c.name: f"pain {moment}" for moment, c in sorted(moments.items(), key=lambda pair: pair[1].number)}
    return (
        f"the numbers under {' and '.join(map(repr, answers))} are from 0 to 10, and nothing says of what: "
        f"columns={answers} says that they are scores of pain, 'nothing' that they are none"
    )


def _may_be_scores(column: Candidate) -> bool:
    return bool(column.whole_numbers or not column.inked) and max(column.whole_numbers, default=0) <= MOST_SCORE


def scores_asked_of_cells(cells: Sequence[str]) -> str:
    """Return the sentence that asks what the numbers beside sides in a text are, where all may be scores."""
    numbers = [seconds for cell in cells for seconds in seconds_in(cell)]
    with_unit = any(re.search(r"\d\s*[:'\"a-z]", fold(cell)) for cell in cells)
    if with_unit or len(numbers) < 3 or max(numbers) > MOST_SCORE or any(number % 1 for number in numbers):
        return ""
    return (
        f"the numbers beside left and right are whole, at most {max(numbers):.0f}: they could be seconds held, or "
        "scores of pain; unit='s' says that they are seconds"
    )


def long_holds_asked(columns: Sequence[Candidate]) -> str:
    """Return the sentence that asks whether times far longer than people hold are holds; mostly nothing."""
    usual = [median(c.seconds) for c in columns if c.seconds]
    of_hours = any(
        cell.count(":") > 1 for c in columns for cell in c.inked
    )  # perhaps minutes: all holds decide that
    if not usual or min(usual) <= _LONGEST_S or of_hours:
        return ""
    one = columns[0]
    return (
        f"{' and '.join(repr(c.name) for c in columns[:4])} would be holds of {min(usual) / 60:.0f} minutes: "
        f"columns={{{one.name!r}: {one.header.side!r}}}, and so on, says that they are"
    )


def short_holds_asked(columns: Sequence[Candidate]) -> str:
    """Return the sentence that asks whether times under a second are holds, as of thousands with points."""
    usual = [median(c.seconds) for c in columns if c.seconds]
    if not usual or max(usual) >= _SHORTEST_S:
        return ""
    one = columns[0]
    return (
        f"{' and '.join(repr(c.name) for c in columns[:4])} would be holds of {max(usual):g} seconds: "
        f"columns={{{one.name!r}: {str(one.header)!r}}}, and so on, takes their numbers as seconds"
    )


def coarse_hours_asked(column: Candidate) -> str:
    """Return the sentence that asks whether decimal hours are holds: a hundredth of an hour is 36 seconds."""
    cells = [cell.strip().replace(",", ".") for cell in column.inked]
    decimals = [len(cell.partition(".")[2]) for cell in cells if cell.replace(".", "", 1).isdigit()]
    if column.header.unit != "h" or len(decimals) < len(cells) or max(decimals, default=9) > 3:
        return ""
    return (
        f"the hours in {column.name!r} have too few decimals to tell seconds: columns={{{column.name!r}: 'hold'}} "
        "takes them all the same"
    )


def scale_asked(name: str, m: Meaning) -> str:
    """Return the sentence that asks whether 10 is no pain, where a header or a legend may say so."""
    if m.unit != MAY_BE_TURNED:
        return ""
    plain = str(replace(m, unit=""))
    return (
        f"10 may be no pain in {name!r}, or the worst: columns={{{name!r}: '{plain} {TURNED}'}} says that it is "
        f"none, columns={{{name!r}: {plain!r}}} that it is the worst"
    )


def exercise_asked(taken: Sequence[Meaning], columns: Sequence[Candidate], fixed: Sequence[int]) -> str:
    """Return the sentence that asks whether a column of which nothing is known names exercises, or has remarks."""
    if any(m.kind == "exercise" for m in taken):
        return ""
    for c, m in zip(columns, taken, strict=True):
        if m == Meaning() == c.header and c.number not in fixed and c.may_name_others:
            return (
                f"{c.name!r} may name other exercises, as {c.inked[0]!r}: columns={{{c.name!r}: 'exercise'}} says "
                f"that it does, columns={{{c.name!r}: 'note'}} that these are remarks"
            )
    return ""


def other_side_asked(taken: Sequence[Meaning], columns: Sequence[Candidate], fixed: Sequence[int]) -> str:
    """Return the sentence that asks whether a column is the side that has none; nothing where none is like it."""
    sides = {m.side for m in taken if m.kind == "hold"}
    if len(sides) != 1 or not sides <= {*SIDES}:
        return ""
    (side,) = {*SIDES} - sides
    held = [c for c, m in zip(columns, taken, strict=True) if m.kind == "hold"][:_FEW]
    usual = [s for c in held for cell in c.inked for s in seconds_in(cell)]
    for c, m in zip(columns, taken, strict=True):
        unsaid = m == c.header == meaning(c.name) == Meaning() and c.number not in fixed
        if unsaid and not is_no_hold(c.name) and _like(c, usual):
            return (
                f"no column is known for the {side} side: if {c.name!r} is it, columns={{{c.name!r}: {side!r}}} "
                f"says so, else columns={{{c.name!r}: 'nothing'}}"
            )
    return ""


def _like(column: Candidate, usual: list[float]) -> bool:
    cells = [cell for cell in column.cells if cell.strip()][:LOOKED_AT]
    held = [s for cell in cells for s in seconds_in(cell)]
    return bool(held and usual) and len(held) > 0.8 * len(cells) and 1 / 3 < median(held) / median(usual) < 3
