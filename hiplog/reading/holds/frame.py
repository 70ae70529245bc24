"""What was extracted from the blocks of a file -> one frame of holds, with ids, targets and sources."""

import numpy as np
import pandas as pd

from hiplog import schema
from hiplog.reading.holds.complete import complete
from hiplog.reading.holds.extract import Extract, only
from hiplog.reading.holds.sessions import number_sessions
from hiplog.reading.shapes.outline import Outline
from hiplog.reading.tables.table import Table

_FEW = ("exercise", "side", "ended", "note", "source")  # many holds say the same


def fault_rows(extracts: list[Extract], outline: Outline, table: Table) -> None:
    """Refuse words that are asked about, and rows with more cells than columns, as any may be the holds."""
    for extract in extracts if outline.too_long or table.asked else ():
        width, hold = len(extract.block.names), extract.block.where("hold")[0]
        asked = {k: (hold, table.asked[at]) for k, at in enumerate(extract.block.at) if at in table.asked}
        expected = f"{width} cells in the row, as in the header; a text with commas needs quotes"
        long = {k: (width - 1, expected) for k, at in enumerate(extract.block.at) if at in outline.too_long}
        for k, fault in ({k: fault for k, fault in asked.items() if k in extract.holds["row"]} | long).items():
            extract.faults[k] = [fault]
            extract.skipped.pop(k, None)
        extract.holds = only(extract.holds, ~np.isin(extract.holds["row"], [*extract.faults]))


def leave_out_twins(extracts: list[Extract]) -> None:
    """Leave out a hold whose id was there before, as where an export was put below another one."""
    seen: dict[str, tuple] = {}
    for extract in extracts:
        if "hold_id" not in extract.holds:
            continue
        ids = extract.holds["hold_id"]
        content = [*zip(*(extract.holds[name] for name in ("started_at", "side", "hold_s")), strict=True)]
        again = [
            i
            for i, hold_id in enumerate(ids)
            if hold_id and seen.setdefault(hold_id, content[i]) is not content[i]
        ]
        for i in again:
            row = int(extract.holds["row"][i])
            if seen[ids[i]] == content[i]:
                extract.skipped[row] = "the same hold again, by its hold_id"
            else:
                extract.fault(row, extract.block.where("id")[0], "an id that no other hold has, or none")
        extract.holds = only(extract.holds, np.delete(np.arange(len(ids)), again))


def holds_of(extracts: list[Extract], source: str, decided: dict[str, str]) -> pd.DataFrame:
    """Return the holds of all blocks with every column of the log's, ids made where the file has none."""
    number_sessions(extracts)
    frames = [
        pd.DataFrame({name: pd.Series(v, dtype=v.dtype) for name, v in extract.holds.items()})
        for extract in extracts
    ]
    holds = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    if not len(holds):
        return schema.empty()
    for name in [name for name in _FEW if name in holds]:
        holds[name] = pd.Categorical.from_codes(*pd.factorize(holds[name]))
    return complete(holds, source, decided)
