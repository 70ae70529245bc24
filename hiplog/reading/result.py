"""What was found in the blocks of a file -> its holds, the rejected rows, and how it was read."""

import re
from collections import Counter
from typing import Any

import numpy as np
import pandas as pd

from hiplog import schema
from hiplog.reading.blocks import Outline
from hiplog.reading.found import Found, only
from hiplog.reading.meanings import Meaning, meaning
from hiplog.reading.reading import FOUND_WRONG
from hiplog.reading.table import Table
from hiplog.schema import LogError

_TARGET_S = 120.0
_FEW = ("exercise", "side", "ended", "note", "source")  # many holds say the same


def fault_too_long(found: list[Found], laid_out: Outline) -> None:
    """Refuse rows with more cells than columns: which of them are the holds cannot be told."""
    for one in found if laid_out.too_long else ():
        width = len(one.block.names)
        rows = [k for k, at in enumerate(one.block.at) if at in laid_out.too_long]
        for k in rows:
            one.faults[k] = [
                (width - 1, f"{width} cells in the row, as in the header; a text with commas needs quotes")
            ]
            one.skipped.pop(k, None)
        if rows:
            one.holds = only(one.holds, ~np.isin(one.holds["row"], rows))


def leave_out_twins(found: list[Found]) -> None:
    """Leave out a hold whose id was there before, as where an export was put below another one."""
    seen: dict[str, tuple] = {}
    for one in found:
        if "hold_id" not in one.holds:
            continue
        ids = one.holds["hold_id"]
        content = [*zip(*(one.holds[name] for name in ("started_at", "side", "hold_s")), strict=True)]
        again = [
            i
            for i, hold_id in enumerate(ids)
            if hold_id and seen.setdefault(hold_id, content[i]) is not content[i]
        ]
        for i in again:
            row = int(one.holds["row"][i])
            if seen[ids[i]] == content[i]:
                one.skipped[row] = "the same hold again, by its hold_id"
            else:
                one.fault(row, one.block.where("id")[0], "an id that no other hold has, or none")
        one.holds = only(one.holds, np.delete(np.arange(len(ids)), again))


def holds_of(found: list[Found], source: str, decided: dict[str, str]) -> pd.DataFrame:
    """Return the holds of all blocks with every column of the log's, ids made where the file has none."""
    sessions = 0
    for one in found:
        one.holds["session"] = one.holds["session"] + sessions
        sessions = int(one.holds["session"].max(initial=sessions)) + 1
    frames = [pd.DataFrame({name: pd.Series(v, dtype=v.dtype) for name, v in one.holds.items()}) for one in found]
    holds = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    if not len(holds):
        return schema.empty()
    for name in [name for name in _FEW if name in holds]:
        holds[name] = pd.Categorical.from_codes(*pd.factorize(holds[name]))
    return complete(holds, source, decided)


def complete(holds: pd.DataFrame, source: str, decided: dict[str, str]) -> pd.DataFrame:
    """Return holds with a target and why they ended where that can be told, where they came from, and ids."""
    aimed = "target_s" in holds
    if not aimed:
        holds["target_s"] = _target(holds["hold_s"], decided)
    lacks_ids = _blank(holds, "hold_id").any()
    if not aimed or lacks_ids:  # else it is our own export, and comes back as it was
        reached = (holds["hold_s"] >= holds["target_s"]).to_numpy("int8")
        holds["ended"] = _filled(holds, "ended", pd.Categorical.from_codes(reached - 1, ["target"]))
    holds["source"] = _filled(holds, "source", source)
    if "exercise" not in holds:
        holds["exercise"] = "hip_balance"
    if lacks_ids:
        holds["hold_id"] = _filled(holds, "hold_id", schema.hold_ids(holds))
    if _blank(holds, "session_id").any():
        holds["session_id"] = _filled(holds, "session_id", schema.session_ids(holds, holds.get("session")))
    return schema.conform(holds)


def _blank(holds: pd.DataFrame, name: str) -> np.ndarray:
    """Return which holds have no text in a column; all of them where it is not there."""
    if name not in holds:
        return np.ones(len(holds), dtype=bool)
    texts = holds[name].to_numpy(dtype=object)
    return pd.isna(texts) | (texts == "")


def _filled(holds: pd.DataFrame, name: str, values: object) -> object:
    """Return a column of texts with `values` where it has none."""
    blank = _blank(holds, name)
    if blank.all():
        return values
    return holds[name].astype("str").where(~blank, values) if blank.any() else holds[name]


def _target(hold_s: pd.Series, decided: dict[str, str]) -> float:
    """Return the target of a file that names none: 120 s if no hold is longer, else missing."""
    longest = hold_s.max()
    if longest <= _TARGET_S:
        decided["target_s"] = "target 120 s, as no hold is longer"
        return _TARGET_S
    decided["target_s"] = f"no target, as a hold of {longest:g} s is longer than 120 s"
    return np.nan


def rejected_of(found: list[Found], laid_out: Outline) -> pd.DataFrame:
    """Return a row for each with something wrong in it: what, what was expected, and the whole row."""
    frames = [_rejected_in(one, laid_out) for one in found if one.faults]
    if not frames:
        return no_rejected(distinct(found[0].block.names))
    rejected = pd.concat(frames, ignore_index=True).sort_values("row", kind="stable", ignore_index=True)
    return rejected.fillna("")


def no_rejected(names: list[str]) -> pd.DataFrame:
    """Return the frame of no rejected rows."""
    others = [*FOUND_WRONG[1:], *names]
    frame = pd.DataFrame(np.empty((0, len(others)), dtype=object), columns=others)
    frame.insert(0, "row", pd.Series(dtype="int64"))
    return frame


def _rejected_in(one: Found, laid_out: Outline) -> pd.DataFrame:
    block, lines = one.block, []
    names = distinct(block.names)
    faulty, spelled = sorted(one.faults), {i: texts for i, texts in one.spelled.items() if texts}
    for k, row in zip(faulty, block.rows(faulty), strict=True):
        at, faults = int(block.at[k]), one.faults[k]
        whole = laid_out.too_long.get(at, row)
        wrong = dict(reversed(faults))
        alone = {i: texts[row[i]] for i, texts in spelled.items() if row[i] in texts} | one.plain.get(k, {})
        cells = [*row]
        for i in alone.keys() - wrong.keys():
            cells[i] = alone[i]
        places = sorted(wrong)
        text = ", ".join(whole) if at in laid_out.too_long else " | ".join([row[i] for i in places])
        column = " | ".join([names[i] for i in places])
        lines.append([at + 1, column, text, "; ".join([wrong[i] for i in places]), *cells])
    return pd.DataFrame(lines, columns=[*FOUND_WRONG, *names])


def distinct(names: list[str]) -> list[str]:
    """Return names of columns, each once; none that `rejected` has itself."""
    taken, numbers, result = set(FOUND_WRONG), Counter(), []
    for name in names:
        new = name
        while new in taken:
            numbers[name] = max(numbers[name], 1) + 1
            new = f"{name} {numbers[name]}".strip()
        taken.add(new)
        result.append(new)
    return result


def how_read(table: Table, laid_out: Outline, found: list[Found], decided: dict[str, str]) -> dict[str, Any]:
    """Return how a file was understood; see `Reading.how`."""
    skipped = dict(laid_out.skipped)
    for one in found:
        skipped |= {int(one.block.at[k]): reason for k, reason in one.skipped.items()}
    read = np.concatenate([_rows_read(one) for one in found])
    if len(found) > 1:  # a row that is read in one of two tables side by side is not left out
        read = np.unique(read)
        seen = {*read.tolist(), *(int(one.block.at[k]) for one in found for k in one.faults)}
        skipped = {at: reason for at, reason in skipped.items() if at not in seen}
    if table.turned_over:
        decided["rows"] = "dates stand side by side: what is called a row here is a column there"
    first = laid_out.blocks[0]
    beside = [block.meanings for block in laid_out.blocks if block.header.row == first.header.row]
    meanings = [next((m for m in column if m.kind), column[0]) for column in zip(*beside, strict=False)]
    return {
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_row": first.header.row + 1 or None,
        "columns": {name: str(m) for name, m in zip(distinct(first.names), meanings, strict=True)},
        "app": first.header.app.name if first.header.app else None,
        "sheet": table.sheet or None,
        "decided": decided | _decided(found),
        "skipped": [{"row": at + 1, "reason": skipped[at]} for at in sorted(skipped)],
        "rows": len(read),
        "people": sorted({name for one in found for name in _people_in(one)}),
    }


def check_person(found: list[Found]) -> None:
    """Refuse a person of whom there is nothing in the file."""
    person = found[0].options.person
    if person is None:
        return
    columns = [one.block.columns[i] for one in found for i in one.block.where("person")[:1]]
    if not columns:
        raise LogError(f"person is {person!r}, but no column tells whose the holds are")
    there = sorted({text.strip() for column in columns for text in column.texts} - {""})
    if person not in there:
        raise LogError(f"person is {person!r}, expected one of {', '.join(there[:20])}")


def _people_in(one: Found) -> list[str]:
    """Return the persons of whom there are holds in a block."""
    columns = one.block.where("person")[:1]
    return [
        name for i in columns for name in map(str.strip, one.block.columns[i].only(one.holds["row"]).texts) if name
    ]


_SAMPLES = 3  # cells that show what is in a column
_WHY = {  # why a column is not used, for those who wonder
    "nothing": "nothing in its header or its cells says what it is",
    "part of another column": "its cells were joined to those of another column",
}


def columns_of(laid_out: Outline) -> pd.DataFrame:
    """Return a row for each column of the file: header, a few of its cells, what it was taken for, why, sure."""
    first = laid_out.blocks[0]
    lines = []
    for i, name in enumerate(distinct(first.names)):
        cells = [text for block in laid_out.blocks if i < len(block.columns) for text in block.columns[i].texts]
        inked = [text for text in cells if text.strip()]
        alike = [block.meanings[i] for block in laid_out.blocks if i < len(block.meanings)]
        m = next((m for m in alike if m.kind), Meaning())
        read = meaning(first.names[i])
        lines.append([name, inked[:_SAMPLES], str(m), _why(m, read, first.header.app is not None), m == read])
    return pd.DataFrame(lines, columns=["header", "cells", "taken_for", "why", "sure"])


def _why(m: Meaning, read: Meaning, app: bool) -> str:
    """Return in a few words why a column was taken for what it was taken for."""
    if str(m) in _WHY:
        return (
            _WHY[str(m)]
            if not read.kind
            else f"its header could be {read}; its cells, or another column, say otherwise"
        )
    if app:
        return "the app's own column"
    return "its header says so" if m.kind == read.kind else "its cells say so"


def _rows_read(one: Found) -> np.ndarray:
    """Return the places of the rows that gave holds, each once."""
    rows = one.holds["row"]
    return one.block.at[rows[np.diff(rows, prepend=-1) != 0]]


def _decided(found: list[Found]) -> dict[str, str]:
    said = {}
    for one in found:
        holds = one.block.where("hold")
        if any(re.search(r"\d,\d", cell) for i in holds for cell in one.block.columns[i].texts):
            said["decimals"] = "decimal commas"
    return said
