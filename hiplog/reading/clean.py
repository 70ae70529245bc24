"""Files in hiplog's own columns that are clean -> a Reading, with no look at the words of any language."""

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from hiplog.reading.columns.meaning import OWN
from hiplog.reading.holds.complete import are_session_ids, complete
from hiplog.reading.own_export import read_export, read_whole_export
from hiplog.reading.reading import FIRST, Reading, first_holds
from hiplog.reading.tables.rejected import no_rejected
from hiplog.schema import COLUMNS, Diary, LogError

if TYPE_CHECKING:  # it knows the words of all languages
    from hiplog.reading.holds.whose import Question

_MOST_BLANK = 0.1  # of notes, beyond which they surely say not whose each hold is


def read_clean_file(path: Path) -> Reading | None:
    """Return the reading of a file of holds in our own columns; None where it is another, or not clean."""
    holds = read_export(path) if path.is_file() else None
    if holds is None or ("session_id" in holds and "hold_id" not in holds and not are_session_ids(holds)):
        return None
    try:
        return _reading(holds, Diary(), path.name)
    except LogError:
        return None  # a rule is broken: the other way says in which rows


def read_whole(data: bytes, name: str) -> Reading | None:
    """Return the reading of an export of ours that has days, plans or marks too; None for other files."""
    whole = read_whole_export(data, name)
    return None if whole is None else _reading(*whole, name)


def _reading(holds: pd.DataFrame, diary: Diary, source: str) -> Reading:
    decided: dict[str, str] = {}
    names = list(holds)
    holds = holds if set(COLUMNS) <= set(names) else complete(holds, source, decided)
    how = {
        "encoding": "utf-8",
        "delimiter": ",",
        "header_row": 1,
        "columns": {name: str(OWN[name]) for name in names},
        "app": None,
        "sheet": None,
        "other_sheets": [],
        "sheets_of_another_exercise": {},
        "sheets_without_log": [],
        "decided": decided,
        "above": [],
        "skipped": [],
        "other_exercises": {},
        "rows": len(holds),  # that gave holds
        "people": [],
        "people_without_hold": {},
        "may_be_people": notes_of_people(holds),
    }
    cells = _cells(holds[names].head(FIRST))
    first = first_holds(holds, [*range(2, len(cells) + 2)], cells)
    return Reading(holds, no_rejected(names), how, _columns(holds, names), diary, first)


def notes_of_people(holds: pd.DataFrame) -> list["Question"]:
    """Return the question whether the notes say whose each hold is, if there is one; see `whose.ask`."""
    codes, texts = pd.factorize(holds["note"])
    if not 1 < len(texts) <= len(holds) / 2 or (codes < 0).mean() > _MOST_BLANK:
        return []
    from hiplog.reading.holds.whose import Texts, ask

    held = {name: holds[name].to_numpy() for name in ("started_at", "side", "exercise", "hold_s")}
    held["timed"] = holds["started_at"].ne(holds["started_at"].dt.normalize()).to_numpy()
    _, asked = ask(held, Texts("note", codes, [*map(str, texts)]))
    return [asked] if asked else []


def _columns(holds: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Return what `Reading.columns` is of such a file."""
    cells = [[*holds[name].head(100).dropna().astype(str).unique()[:3]] for name in names]
    said = [str(OWN[name]) if name != "source" else name for name in names]
    columns = {"header": names, "cells": cells, "taken_for": said, "why": "hiplog's own column", "sure": True}
    return pd.DataFrame(columns)


def _cells(holds: pd.DataFrame) -> list[dict[str, str]]:
    """Return what stands in each row, by its header."""
    rows = holds.astype(object).to_dict("records")
    return [{name: str(cell) for name, cell in row.items() if not pd.isna(cell) and str(cell)} for row in rows]
