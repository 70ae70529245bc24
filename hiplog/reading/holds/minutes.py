"""Whether somebody's numbers are minutes in a column in which all others wrote seconds."""

import re

import numpy as np
import pandas as pd

from hiplog.reading.holds.extract import Extract, only
from hiplog.reading.holds.people import people_of
from hiplog.reading.values.habits import NUMBER, TOO_SHORT_S

_PLAIN = re.compile(NUMBER)
_SHORT_S = 3.0  # two minutes and more, if they are minutes
_TIMES = 10  # so many times as long are typical holds of others


def refuse_minutes(extracts: list[Extract]) -> None:
    """Refuse plain numbers of whom all are too short for seconds, where everybody else's are seconds.

    Whatever the header says, somebody may have written minutes below it; what a cell, the caller or an app says
    is so.
    """
    unclear = [
        extract
        for extract in extracts
        if extract.block.where("person") and not extract.app and extract.options.unit is None
    ]
    if not unclear:
        return
    held = [
        pd.DataFrame({name: extract.holds[name] for name in ("row", "column", "hold_s")}).assign(
            of=n, person=people_of(extract, extract.holds["row"])
        )
        for n, extract in enumerate(unclear)
    ]
    holds = pd.concat(held)
    held_s = holds[holds["person"] != ""].groupby("person")["hold_s"]
    short = (held_s.max() < TOO_SHORT_S) & (held_s.median() < _SHORT_S) & (held_s.size() > 1)
    if not short.any() or not held_s.median()[~short].median() >= _TIMES * _SHORT_S:
        return
    for n, theirs in holds[holds["person"].isin(short.index[short])].groupby("of"):
        extract, rows = unclear[n], set[int]()
        texts = {i: extract.block.columns[i].read(str.strip) for i in theirs["column"].unique()}
        for hold in theirs.itertuples():
            if not _PLAIN.fullmatch(texts[hold.column][hold.row]):
                continue
            seconds = f"{hold.hold_s:g} s if they are seconds as others' here"
            extract.fault(hold.row, hold.column, f"{60 * hold.hold_s:g} s if these are minutes, {seconds}")
            rows.add(hold.row)
        extract.holds = only(extract.holds, ~np.isin(extract.holds["row"], [*rows]))
