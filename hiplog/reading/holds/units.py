"""Whether somebody's numbers are minutes in a column in which all others wrote seconds."""

import numpy as np
import pandas as pd

from hiplog.reading.holds.extract import Extract, only
from hiplog.reading.holds.people import people_of

_SHORT_S = 3.0  # two minutes and more, if they are minutes
_TIMES = 10  # so many times as long are typical holds of others


def refuse_of_other_units(extracts: list[Extract]) -> None:
    """Refuse the holds of whom they are typically too short for seconds, where everybody else's are seconds.

    Whatever the header says, somebody may have written minutes below it; what the caller or an app says is so.
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
    typical = holds[holds["person"] != ""].groupby("person")["hold_s"].median()
    short = typical < _SHORT_S
    if not short.any() or not typical[~short].median() >= _TIMES * _SHORT_S:
        return
    for n, theirs in holds[holds["person"].isin(typical.index[short])].groupby("of"):
        extract, rows = unclear[n], set[int]()
        for hold in theirs.itertuples():
            seconds = f"{hold.hold_s:g} s if they are seconds as others' here"
            extract.fault(hold.row, hold.column, f"{60 * hold.hold_s:g} s if these are minutes, {seconds}")
            rows.add(hold.row)
        extract.holds = only(extract.holds, ~np.isin(extract.holds["row"], [*rows]))
