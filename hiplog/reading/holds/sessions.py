"""Which holds were done in one go, over all tables of a file."""

import numpy as np

from hiplog.reading.holds.extract import Extract
from hiplog.reading.holds.people import people_in, people_of
from hiplog.schema import SESSION_GAP


def number_sessions(extracts: list[Extract]) -> None:
    """Add to holds a number that is the same within a session: that of their row, where a row is a session.

    Others are of one session as long as no gap parts them, also where a table or a sheet for each side tells them.
    """
    first, others, of_dates = 0, [], {}
    for extract in extracts:
        if extract.wide and (not extract.app or extract.app.habits):
            start = of_dates.setdefault(_dates_of(extract), first)
            extract.holds["session"] = start + extract.holds["row"]
            first = max(first, start + extract.n)
        else:
            others.append(extract)
    if others:
        ends = np.cumsum([len(extract.holds["row"]) for extract in others])[:-1]
        for extract, numbers in zip(others, np.split(first + _by_gaps(others), ends), strict=True):
            extract.holds["session"] = numbers


def _dates_of(extract: Extract) -> tuple[int, int]:
    """Return where the dates of a block stand: blocks side by side may share them, and so the session of a row."""
    return extract.block.header.row, extract.block.where("date")[0]


def _by_gaps(extracts: list[Extract]) -> np.ndarray:
    """Return a number for each hold that goes up at a gap, and where a person or a session of the file ends."""
    begun = np.concatenate([extract.holds["started_at"] for extract in extracts])
    sessions = np.concatenate([_sessions_named(extract) for extract in extracts])
    names = np.concatenate([people_of(extract, extract.holds["row"]) for extract in extracts])
    if len(people_in(extracts)) < 2:  # rows that name nobody are that person's too
        names[:] = ""
    people = np.unique(names.astype(str), return_inverse=True)[1]
    order = np.lexsort((begun, people))
    gap = np.zeros(len(begun), dtype=bool)
    gap[1:] = np.diff(begun[order]) > SESSION_GAP.to_timedelta64()
    gap[1:] |= people[order][1:] != people[order][:-1]
    gap[1:] |= sessions[order][1:] != sessions[order][:-1]
    numbers = np.empty(len(begun), dtype="int64")
    numbers[order] = gap.cumsum()
    return numbers


def _sessions_named(extract: Extract) -> np.ndarray:
    """Return what the file calls the session of each hold; nothing where no column does."""
    rows = extract.holds["row"]
    for column in [] if "session_id" in extract.holds else extract.block.where("session")[:1]:
        return extract.read(column, str.strip)[rows]
    return np.full(len(rows), "", dtype=object)
