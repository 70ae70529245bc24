"""Which exercise a row is of, and which side, where its columns of holds do not tell."""

from functools import partial

import numpy as np

from hiplog.reading.columns.headers import is_no_hold, meaning
from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.columns.unknown_words import is_another, unknown_words
from hiplog.reading.holds.extract import Extract, Holds, only
from hiplog.reading.languages.words import bare
from hiplog.reading.shapes.outline import is_of_another
from hiplog.reading.values.duration import EXPECTED_HOLD
from hiplog.reading.values.exercises import exercise_of
from hiplog.reading.values.remarks import label_of, without_remark
from hiplog.reading.values.sides import side_in, side_of, side_of_letter

EXPECTED_SIDE = "left, right or both"
PAIR = ("first", "second")  # the sides of two holds in one cell, until it is told which is which
OTHER_EXERCISE = "another exercise"  # why rows are left out
_AS_ITS_SIDE_SAYS = "another exercise, as its side says"
_BLANK, _UNCLEAR = "", "?"  # the cell of a column of sides is blank, or says something else


def read_exercises(extract: Extract) -> np.ndarray:
    """Return each row's exercise; rows of others are skipped."""
    block, wanted = extract.block, extract.options.exercise_contains
    exercises = np.full(extract.n, block.header.subject.exercise or extract.options.unnamed, dtype=object)
    if is_of_another(block) and not (extract.options.columns or extract.options.exercise):
        extract.skip(np.full(extract.n, True), f"below {block.header.subject.another!r}, which is none of ours")
    if block.header.subject.planned:
        extract.skip(np.full(extract.n, True), f"below {block.header.subject.planned!r}, which is a plan")
    for column in block.where("side")[:1]:
        said = extract.read(column, lambda text: exercise_of(text, None))
        extract.skip(extract.read(column, is_another).astype(bool) & (said == ""), _AS_ITS_SIDE_SAYS)
        extract.skip(extract.read(column, _is_rest).astype(bool), "no hold, as its side says")
        exercises = np.where(said == "", exercises, said)
    for column in block.where("exercise")[:1]:
        exercises = _exercises_of_column(extract, column, wanted)
        unclear = np.isin(np.arange(extract.n), [*extract.faults])
        extract.skip((exercises == "") & ~unclear, OTHER_EXERCISE)
    if extract.app and extract.app.file_name and not extract.app.habits:
        exercises[:] = exercise_of(block.header.folder, wanted)
        extract.skip(exercises == "", "another exercise, as the folder is named")
    return exercises


def _is_rest(text: str) -> bool:
    return text.strip() != "" and is_no_hold(text) and not side_of(text)


def _exercises_of_column(extract: Extract, column: int, wanted: str | None) -> np.ndarray:
    """Return what a column of exercises tells; of a blank cell, the only one it names, or that of the row above.

    The row above counts where the date is blank too. Elsewhere it is open which is meant: the row is refused.
    """
    cells = extract.block.columns[column]
    unnamed = extract.options.unnamed
    exercises = extract.read(column, lambda text: exercise_of(text, wanted, unnamed))
    blank = cells.where(lambda text: not text.strip())
    named = {exercise_of(text, wanted) for text in cells.texts if text.strip()}
    if not blank.any() or not named:
        return np.where(blank, unnamed, exercises)
    if len(named) == 1:
        return np.where(blank, named.pop(), exercises)
    date = extract.block.columns[extract.block.where("date")[0]]
    dateless = date.where(lambda text: not text.strip())
    above = np.maximum.accumulate(np.where(blank & dateless, -1, np.arange(extract.n)))
    exercises = np.where(blank & dateless & (above >= 0), exercises[above], exercises)
    extract.fault_all(blank & (exercises == ""), column, "an exercise, as the column names several")
    return exercises


def add_sides(extract: Extract, holds: Holds) -> Holds:
    """Return the holds with the sides that the column of holds does not tell; `both` is a hold of each."""
    _settle_pairs(extract, holds)
    lacking, rows = holds["side"] == "", holds["row"]
    if not lacking.any():
        return holds
    holds["side"] = np.where(lacking, _sides_elsewhere(extract)[rows], holds["side"])
    _fault_sides(extract, np.unique(rows[holds["side"] == ""]))
    both = holds["side"] == "both"
    if not both.any():
        return holds
    each = np.repeat(np.arange(len(rows)), np.where(both, 2, 1))
    holds, both = only(holds, each), both[each]
    second = np.concatenate([[False], each[1:] == each[:-1]])
    holds["side"] = np.where(both, np.where(second, "right", "left"), holds["side"]).astype(object)
    return holds


def _fault_sides(extract: Extract, rows: np.ndarray) -> None:
    """Say where the side of some rows should have stood: in a column of its own, or in the exercise's."""
    for kind, expected in (
        ("side", EXPECTED_SIDE),
        ("exercise", "a side beside the exercise, as in Hip balance left"),
        ("hold", "a side too, as in L 45: no column tells it"),
    ):
        for column in extract.block.where(kind)[:1]:
            extract.lacks_sides = kind == "hold" and not extract.gone[rows].all()
            codes = [*dict.fromkeys(extract.block.columns[column].at(rows))] if kind == "side" else []
            if len(codes) == len(SIDES) and all(len(code.strip()) == 1 for code in codes):
                expected += (
                    f": a line above the table tells, like '{codes[0].strip()} = left, {codes[1].strip()} = right'"
                )
            for row in rows:
                extract.fault(row, column, expected)
            return


def _settle_pairs(extract: Extract, holds: Holds) -> None:
    """Give two holds in one cell, like `45/43`, their sides, if the cell of the side says which comes first."""
    first = np.flatnonzero(holds["side"] == PAIR[0])
    for column in extract.block.where("side")[:1] if len(first) else ():
        order = extract.read(column, lambda text: meaning(text).side)[holds["row"][first]]
        for i, said in zip(first, order, strict=True):
            one, two = holds["hold_s"][i : i + 2]
            if said == "both" and one == two:
                said = "left/right"
            if "/" in said:
                holds["side"][i : i + 2] = said.split("/")
            elif said == "both":
                either = f"{one:g} s left and {two:g} s right, or {two:g} s left and {one:g} s right"
                extract.fault(holds["row"][i], holds["column"][i], f"{either}: a side L/R or R/L tells")
    for i in first[holds["side"][first] == PAIR[0]]:
        if int(holds["row"][i]) not in extract.faults:
            extract.fault(holds["row"][i], holds["column"][i], EXPECTED_HOLD)


def _sides_elsewhere(extract: Extract) -> np.ndarray:
    """Return the side that each row tells outside its holds: in a column of sides, else in names and notes."""
    sides = np.full(extract.n, _BLANK, dtype=object)
    for column, whole in _sources(extract):
        of_sides = extract.block.meanings[column].kind == "side"
        said = extract.read(column, _side_alone if of_sides else partial(side_in, whole=whole))
        if of_sides:
            said = np.where(extract.read(column, bare) == _other_of_a_pair(extract, column), "", said)
            said = np.where((said == "") & extract.read(column, str.strip).astype(bool), _UNCLEAR, said)
        sides = np.where(sides == _BLANK, said, sides)
    if extract.app and extract.app.glued_label:
        label = extract.read(extract.block.where("hold")[0], lambda text: side_of(label_of(text)))
        sides = np.where(sides == _BLANK, label, sides)
    if extract.block.header.folder:
        sides = np.where(sides == _BLANK, side_in(extract.block.header.folder, False), sides)
    sides = np.where(sides == _BLANK, extract.block.header.subject.side, sides)
    return np.where(sides == _UNCLEAR, "", sides)


def _side_alone(text: str) -> str:
    """Return the side that a cell of a column of sides tells; nothing where a word in it says we know not what."""
    said, _remark = without_remark(text)
    if letter := side_of_letter(said):
        return letter
    return "" if unknown_words(said) and not exercise_of(said, None) else side_in(said, False)


def _other_of_a_pair(extract: Extract, column: int) -> str:
    """Return the letter of `both` where it is but the one after A in a column of sides."""
    texts = {bare(text) for text in extract.block.columns[column].texts}
    return "b" if {"a", "b"} <= texts and not any(map(side_of, texts - {"b"})) else _UNCLEAR


def _sources(extract: Extract) -> list[tuple[int, bool]]:
    """Return the columns that may tell the side, and whether they must say nothing else, as a note must."""
    block = extract.block
    sources = [(i, False) for kind in ("side", "exercise") for i in block.where(kind)]
    if extract.app is None:
        return sources + [(i, True) for i in block.where("note") if block.where("exercise")]
    named = [extract.column_named(name) for name in extract.app.side_in]
    return sources + [(i, block.meanings[i].kind == "note") for i in named if i is not None]
