"""Which holds were done in one go."""

import numpy as np

from hiplog.reading.holds.extract import Extract, Holds
from hiplog.reading.holds.people import people_of
from hiplog.schema import SESSION_GAP


def sessions_of(extract: Extract, holds: Holds) -> np.ndarray:
    """Return a number for each hold that is the same within a session."""
    rows = holds["row"]
    if extract.wide and (not extract.app or extract.app.habits):
        return rows
    begun, people = holds["started_at"], np.unique(people_of(extract, rows).astype(str), return_inverse=True)[1]
    order = np.lexsort((begun, people))
    gap = np.zeros(len(rows), dtype=bool)
    gap[1:] = np.diff(begun[order]) > SESSION_GAP.to_timedelta64()
    gap[1:] |= people[order][1:] != people[order][:-1]
    for column in [] if extract.is_own_export else extract.block.where("session")[:1]:
        said = extract.read(column, str.strip)[rows][order]
        gap[1:] |= said[1:] != said[:-1]
    numbers = np.empty(len(rows), dtype="int64")
    numbers[order] = gap.cumsum()
    return numbers
