"""What a row says beside its holds: pain, the note, the target, why a hold ended, and ids of our own export."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd

from hiplog.reading.cells import (
    BadPain,
    is_of_ten,
    read_ended,
    read_pain,
    read_pain_of_sides,
    read_pain_steps,
)
from hiplog.reading.column import objects
from hiplog.reading.durations import Habits, Unreadable, is_blank, read_holds
from hiplog.reading.found import Found, Holds
from hiplog.reading.meanings import SIDES, Meaning, meaning
from hiplog.schema import ENDED, LIMITS
from hiplog.spreadsheet import as_written

_MOST_OFFSET_MIN = LIMITS["utc_offset_min"].right
Said = list[tuple[str, int, Callable[[str], str]]]  # texts beside the holds: side, column, and what is text in it


def add_pain(found: Found, holds: Holds) -> Said:
    """Add `pain_before` and `pain_after`, and return where words stood among the pain."""
    rows, sides = holds["row"], holds["side"]
    holds["pain_before"] = holds["pain_after"] = np.full(len(rows), np.nan)
    said: Said = []
    columns = found.block.where("pain")
    _say_which_pain(found, columns)
    for column in sorted(columns, key=lambda i: found.block.meanings[i].side in SIDES):  # a side's own pain wins
        m = found.block.meanings[column]
        texts, codes = found.block.columns[column].texts, found.block.columns[column].codes
        scores = [*map(_pain_reader(texts, m), texts)]
        for row in np.flatnonzero(np.array([isinstance(one, str) for one in scores], dtype=bool)[codes]):
            found.fault(row, column, scores[codes[row]])
        for which in sorted({key for one in scores if isinstance(one, dict) for key in one}):
            values = [np.nan if isinstance(one, str) else one.get(which, np.nan) for one in scores]
            here = np.array(values, dtype=float)[codes][rows]
            name = "pain_before" if "before" in (which, m.when) else "pain_after"
            side = which if which in SIDES else m.side
            applies = ~np.isnan(here) & ((sides == side) if side in SIDES else True)
            holds[name] = np.where(applies, here, holds[name])
        if any(map(_words_among_pain, texts)):
            said.append((m.side, column, _words_among_pain))
    return said


def _say_which_pain(found: Found, columns: list[int]) -> None:
    named = [*zip(found.block.names, found.block.meanings, strict=True)] if columns and not found.app else []
    if others := [name for name, m in named if not m.kind and meaning(name).kind == "pain"]:
        used = ", ".join(found.block.names[i] for i in columns)
        found.decided["pain"] = f"pain is what {used} says, not {', '.join(others)}"


def _pain_reader(texts: list[str], m: Meaning) -> Callable[[str], dict[str, float] | str]:
    """Return what reads a cell of a column of pain: scores, or what was expected of it.

    A score is told by its side, or by before or after; by "" where the column tells all there is to tell.
    """
    order = next((tuple(pair.split("/")) for pair in (m.when, m.side) if "/" in pair), ())
    of_ten = order and all(is_blank(text) or is_of_ten(text) for text in texts)

    def read(text: str) -> dict[str, float] | str:
        if of_ten and is_of_ten(text):
            score = text.split("/")[0].strip()
            return f"{score} of 10, or {score} {order[0]} and 10 {order[1]}: a cell like L 4, R 3 tells"
        try:
            if scores := read_pain_of_sides(text, order) or ({} if m.when else read_pain_steps(text)):
                return scores
            score = read_pain(text, m.unit)[0]
        except BadPain as error:
            return str(error)
        if score is not None and "/" in m.when:
            return f"two scores from 0 to 10, {m.when.replace('/', ' and ')}, like 4/3"
        return {} if score is None else {"": score}

    return read


def _words_among_pain(text: str) -> str:
    try:
        return "" if read_pain_of_sides(text) else read_pain(text)[1]
    except BadPain:
        return ""


def add_rest(found: Found, holds: Holds, said: Said) -> None:
    """Add the note, with the words that stood among the pain, the target, why it ended, and ids."""
    rows, where = holds["row"], found.block.where
    as_text = as_written if found.own else str.strip
    notes = [(found.block.meanings[i].side, i, as_text) for i in where("note")]
    holds["note"] = _joined(found, [*notes, *said], rows, holds["side"])
    for kind, name in (("id", "hold_id"), ("session", "session_id")):
        if found.own and where(kind):
            holds[name] = found.read(where(kind)[0], as_written)[rows]
    if found.own and (column := found.column_named("source")) is not None:
        holds["source"] = found.read(column, as_written)[rows]
    for column in where("target")[:1]:
        holds["target_s"] = _targets(found, column)[rows]
    for column in where("claimed")[:1]:
        holds["claimed_s"] = _targets(found, column)[rows]
    for column in where("ended")[:1]:
        holds["ended"] = _checked(found, column, read_ended, "", "one of " + ", ".join(ENDED))[rows]
    for column in where("offset")[:1]:
        offset = _checked(found, column, _minutes_east, np.nan, "whole minutes east of UTC, like 60")
        offset = offset[rows].astype(float)
        holds["utc_offset_min"] = np.where(np.isnan(offset), holds["utc_offset_min"], offset)


def _joined(found: Found, parts: Said, rows: np.ndarray, sides: np.ndarray) -> np.ndarray:
    """Return each hold's texts, one after another; each different pair of texts is joined but once."""
    codes, texts = np.zeros(len(rows), dtype="int64"), [""]
    for side, column, read in parts:
        found_texts = [*map(read, found.block.columns[column].texts)]
        here = found.block.columns[column].codes[rows] + 1
        if side in SIDES:
            here = np.where(sides == side, here, 0)
        codes, pairs = pd.factorize(codes * (len(found_texts) + 1) + here)
        firsts, seconds = np.divmod(pairs, len(found_texts) + 1)
        found_texts = ["", *found_texts]
        both = ((texts[i], found_texts[k]) for i, k in zip(firsts, seconds, strict=True))
        texts = ["; ".join(filter(None, pair)) for pair in both]
    return objects(texts)[codes]


def _checked(
    found: Found, column: int, read: Callable[[str], object], missing: object, expected: str
) -> np.ndarray:
    """Return what `read` makes of each cell of a column; an inked one of which it makes nothing is a fault."""
    values = {text: read(text) for text in found.block.columns[column].texts}
    bad = {text for text, one in values.items() if (pd.isna(one) or one == missing) and not is_blank(text)}
    found.fault_all(found.block.columns[column].where(bad.__contains__), column, expected)
    return found.read(column, values.__getitem__)


def _targets(found: Found, column: int) -> np.ndarray:
    unit = found.block.meanings[column].unit

    def read(text: str) -> float:
        try:
            held = read_holds(text, Habits(), unit)
        except Unreadable:
            return np.nan
        return held[0][1] if len(held) == 1 else np.nan

    return _checked(found, column, read, np.nan, "seconds aimed at, like 120").astype(float)


def _minutes_east(text: str) -> float:
    number = float(text) if re.fullmatch(r"[-+]?\d{1,4}(?:\.0)?", text.strip()) else np.nan
    return number if abs(number) <= _MOST_OFFSET_MIN else np.nan
