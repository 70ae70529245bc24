"""What a row says beside its holds: pain, the note, the target, why a hold ended, and ids of our own export."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd

from hiplog.reading.columns.cells import seconds_in
from hiplog.reading.columns.meaning import SIDES
from hiplog.reading.holds.complete import are_session_ids
from hiplog.reading.holds.extract import Extract, Holds
from hiplog.reading.holds.pain import OF_DAYS, Said
from hiplog.reading.tables.column import objects
from hiplog.reading.values.durations import is_blank
from hiplog.reading.values.marks import read_ended
from hiplog.reading.values.remarks import label_of, remark_of
from hiplog.reading.values.sides import side_of
from hiplog.schema import ENDED, LIMITS
from hiplog.spreadsheet import as_written

_MOST_OFFSET_MIN = LIMITS["utc_offset_min"].right


def add_rest(extract: Extract, holds: Holds, said: Said) -> None:
    """Add the note, with the words that stood among the pain, the target, why it ended, and ids."""
    rows, where = holds["row"], extract.block.where
    as_text = as_written if extract.is_own_export else str.strip
    notes = [(extract.block.meanings[i].side, i, as_text) for i in where("note")]
    notes += [(extract.block.meanings[i].side, i, remark_of) for kind in ("hold", "side") for i in where(kind)]
    if extract.app and extract.app.glued_label:
        notes += [("", i, _label_beside_side) for i in where("hold")]
    holds["note"] = _joined(extract, [*notes, *said], rows, holds["side"])
    for name in ("hold_id", "session_id"):
        if extract.is_own_export and (column := extract.column_named(name)) is not None:
            holds[name] = extract.read(column, as_written)[rows]
    if "session_id" in holds and "hold_id" not in holds and not are_session_ids(pd.DataFrame(holds)):
        del holds["session_id"]
    if extract.is_own_export and (column := extract.column_named("source")) is not None:
        holds["source"] = extract.read(column, as_written)[rows]
    for column in sorted(where("target"), key=lambda i: extract.block.meanings[i].side):  # a side's own wins
        aimed, side = _targets(extract, column)[rows], extract.block.meanings[column].side
        others = holds.get("target_s", np.full(len(rows), np.nan))
        holds["target_s"] = np.where(~np.isnan(aimed) & ((holds["side"] == side) | (side == "")), aimed, others)
    for column in where("claimed")[:1]:
        holds["claimed_s"] = _targets(extract, column)[rows]
    for column in where("ended")[:1]:
        holds["ended"] = _checked(extract, column, read_ended, "", "one of " + ", ".join(ENDED))[rows]
    for column in where("offset")[:1]:
        offset = _checked(extract, column, _minutes_east, np.nan, "whole minutes east of UTC, like 60")
        offset = offset[rows].astype(float)
        holds["utc_offset_min"] = np.where(np.isnan(offset), holds["utc_offset_min"], offset)


def _label_beside_side(text: str) -> str:
    """Return the label that an app glued to a duration, where it says more than a side."""
    label = label_of(text)
    return "" if side_of(label, whole=True) else label


def _joined(extract: Extract, parts: Said, rows: np.ndarray, sides: np.ndarray) -> np.ndarray:
    """Return each hold's texts, one after another; each different pair of texts is joined but once."""
    codes, texts = np.zeros(len(rows), dtype="int64"), [""]
    for side, column, read in parts:
        found_texts = [*map(read, extract.block.columns[column].texts)]
        here = extract.block.columns[column].codes[rows] + 1
        if side in SIDES or side == OF_DAYS:
            here = np.where(sides == (side if side in SIDES else ""), here, 0)
        codes, pairs = pd.factorize(codes * (len(found_texts) + 1) + here)
        firsts, seconds = np.divmod(pairs, len(found_texts) + 1)
        found_texts = ["", *found_texts]
        both = ((texts[i], found_texts[k]) for i, k in zip(firsts, seconds, strict=True))
        texts = ["; ".join(filter(None, pair)) for pair in both]
    return objects(texts)[codes]


def _checked(
    extract: Extract, column: int, read: Callable[[str], object], missing: object, expected: str
) -> np.ndarray:
    """Return what `read` makes of each cell of a column; an inked one of which it makes nothing is a fault."""
    values = {text: read(text) for text in extract.block.columns[column].texts}
    bad = {text for text, one in values.items() if (pd.isna(one) or one == missing) and not is_blank(text)}
    extract.fault_all(extract.block.columns[column].where(bad.__contains__), column, expected)
    return extract.read(column, values.__getitem__)


def _targets(extract: Extract, column: int) -> np.ndarray:
    unit = extract.block.meanings[column].unit

    def read(text: str) -> float:
        aimed = seconds_in(text, unit)
        return aimed[0] if len(aimed) == 1 else np.nan

    return _checked(extract, column, read, np.nan, "seconds aimed at, like 120").astype(float)


def _minutes_east(text: str) -> float:
    number = float(text) if re.fullmatch(r"[-+]?\d{1,4}(?:\.0)?", text.strip()) else np.nan
    return number if abs(number) <= _MOST_OFFSET_MIN else np.nan
