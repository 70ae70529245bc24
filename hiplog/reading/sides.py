"""Which exercise a row is of, and which side, where its columns of holds do not tell."""

import re

import numpy as np

from hiplog.reading.durations import EXPECTED_HOLD
from hiplog.reading.exercise_names import exercise_of, exercise_of_titles, names_another
from hiplog.reading.found import Found, Holds, only
from hiplog.reading.meanings import Meaning, meaning
from hiplog.reading.words import side_of

_LOOKED_AT = 1000  # different cells that may name an exercise
_LONGEST_NAME = 100
EXPECTED_SIDE = "left, right or both"
PAIR = ("first", "second")  # the sides of two holds in one cell, until it is told which is which
_BLANK, _UNCLEAR = "", "?"  # the cell of a column of sides is blank, or says something else


def read_exercises(found: Found) -> np.ndarray:
    """Return each row's exercise; rows of others are skipped."""
    wanted = found.options.exercise_contains
    _settle_exercise(found, wanted)
    columns = found.block.where("exercise")
    for column in found.block.where("side")[:1]:
        found.skip(found.read(column, names_another).astype(bool), "another exercise, as its side says")
    if not columns:
        exercise = exercise_of_titles(found.block.header.titles) or "hip_balance"
        if found.app and found.app.file_name and not found.app.habits:
            exercise = exercise_of(found.block.header.folder, wanted)
            found.skip(np.full(found.n, exercise == ""), "another exercise, as the folder is named")
        return np.full(found.n, exercise, dtype=object)
    exercises = found.read(columns[0], lambda text: exercise_of(text, wanted) if text.strip() else "hip_balance")
    found.skip(exercises == "", "another exercise")
    return exercises


def _settle_exercise(found: Found, wanted: str | None) -> None:
    """Take the column whose cells name an exercise of ours for the exercise, whatever its header."""
    block = found.block
    if found.app or found.own:
        return

    def named(i: int) -> int:
        texts = [text for text in block.columns[i].texts[:_LOOKED_AT] if text.strip()]
        count = sum(len(text) <= _LONGEST_NAME and exercise_of(text, wanted) != "" for text in texts)
        return count if block.meanings[i].kind != "note" or count > len(texts) / 2 else 0

    current = block.where("exercise")
    names = {i: named(i) for kind in ("exercise", "", "session", "note") for i in block.where(kind)}
    best = max(names, key=lambda i: (names[i], i in current), default=None)
    if best is None or not names[best] or any(names[i] for i in current[:1]):
        return
    for i in current:
        block.meanings[i] = Meaning()
    block.meanings[best] = Meaning("exercise")


def add_sides(found: Found, holds: Holds) -> Holds:
    """Return the holds with the sides that the column of holds does not tell; `both` is a hold of each."""
    _settle_pairs(found, holds)
    lacking, rows = holds["side"] == "", holds["row"]
    if not lacking.any():
        return holds
    holds["side"] = np.where(lacking, _told_sides(found)[rows], holds["side"])
    column = [*found.block.where("side"), *found.block.where("exercise"), *found.block.where("hold")][0]
    for row in np.unique(rows[holds["side"] == ""]):
        found.fault(row, column, EXPECTED_SIDE)
    both = holds["side"] == "both"
    if not both.any():
        return holds
    each = np.repeat(np.arange(len(rows)), np.where(both, 2, 1))
    holds, both = only(holds, each), both[each]
    second = np.concatenate([[False], each[1:] == each[:-1]])
    holds["side"] = np.where(both, np.where(second, "right", "left"), holds["side"]).astype(object)
    return holds


def _settle_pairs(found: Found, holds: Holds) -> None:
    """Give two holds in one cell, like `45/43`, their sides, if the cell of the side says which comes first."""
    first = np.flatnonzero(holds["side"] == PAIR[0])
    for column in found.block.where("side")[:1] if len(first) else ():
        order = found.read(column, lambda text: meaning(text).side)[holds["row"][first]]
        for i, said in zip(first, order, strict=True):
            one, two = holds["hold_s"][i : i + 2]
            if said == "both" and one == two:
                said = "left/right"
            if "/" in said:
                holds["side"][i : i + 2] = said.split("/")
            elif said == "both":
                either = f"{one:g} s left and {two:g} s right, or {two:g} s left and {one:g} s right"
                found.fault(holds["row"][i], holds["column"][i], f"{either}: a side L/R or R/L tells")
    for i in first[holds["side"][first] == PAIR[0]]:
        if int(holds["row"][i]) not in found.faults:
            found.fault(holds["row"][i], holds["column"][i], EXPECTED_HOLD)


def _told_sides(found: Found) -> np.ndarray:
    """Return the side that each row tells outside its holds: in a column of sides, else in names and notes."""
    sides = np.full(found.n, _BLANK, dtype=object)
    for column, whole in _sources(found):
        said = found.read(column, lambda text, whole=whole: side_told(text, whole))
        if found.block.meanings[column].kind == "side":
            said = np.where((said == "") & found.read(column, str.strip).astype(bool), _UNCLEAR, said)
        sides = np.where(sides == _BLANK, said, sides)
    if found.app and found.app.glued_label:
        label = found.read(found.block.where("hold")[0], lambda text: side_of(text.rpartition(":")[2]))
        sides = np.where(sides == _BLANK, label, sides)
    if found.block.header.folder:
        sides = np.where(sides == _BLANK, side_told(found.block.header.folder, False), sides)
    return np.where(sides == _UNCLEAR, "", sides)


def _sources(found: Found) -> list[tuple[int, bool]]:
    """Return the columns that may tell the side, and whether they must say nothing else, as a note must."""
    block = found.block
    sources = [(i, False) for kind in ("side", "exercise") for i in block.where(kind)]
    if found.app is None:
        return sources + [(i, True) for i in block.where("note") if block.where("exercise")]
    named = [found.column_named(name) for name in found.app.side_in]
    return sources + [(i, block.meanings[i].kind == "note") for i in named if i is not None]


def side_told(text: str, whole: bool) -> str:
    """Return the side that a text tells, also by a letter at its end, as in `Hip balance (L)`."""
    plain = text.strip()
    if len(plain) > 200:
        return ""
    found = side_of(plain, whole=whole)
    if found or whole:
        return found
    tail = re.search(r"[(\[\s-]([lrLR])[)\]]?$", plain)
    return {"l": "left", "r": "right"}[tail[1].lower()] if tail else ""
