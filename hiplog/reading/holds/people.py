"""Whose the holds are, where a column of the file says so."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from hiplog.reading.holds.days import as_days
from hiplog.reading.holds.extract import Extract
from hiplog.schema import Diary, LogError


def people_of(extract: Extract, rows: np.ndarray) -> np.ndarray:
    """Return whose each of these rows is, as it stands there; blank for all where no column tells persons."""
    for column in extract.block.where("person")[:1]:
        return extract.read(column, str.strip)[rows]
    return np.full(len(rows), "", dtype=object)


def people_in(extracts: Iterable[Extract]) -> list[str]:
    """Return the persons of whom there is a hold, or a word on a day without one."""
    given = [(extract, of["row"]) for extract in extracts for of in (extract.holds, extract.days) if of]
    return sorted({name for extract, rows in given for name in people_of(extract, rows)} - {""})


def with_person(rows: pd.DataFrame, extracts: list[Extract]) -> pd.DataFrame:
    """Return the holds that the extracts gave with a column `person`, where they are of more than one."""
    if not len(rows) or len(people_in(extracts)) < 2:
        return rows
    whose = [people_of(extract, extract.holds["row"]) for extract in extracts]
    return rows.assign(person=np.concatenate(whose))


def diaries_of(extracts: list[Extract], source: str) -> dict[str, Diary]:
    """Return what is said of days without a hold, by whose it is: by "" where no column tells persons."""
    parts: dict[str, list[pd.DataFrame]] = {}
    for days, extract in ((pd.DataFrame(extract.days), extract) for extract in extracts if extract.days):
        for person, part in days.groupby(people_of(extract, extract.days["row"])):
            parts.setdefault(str(person), []).append(part)
    return {person: Diary(days=as_days(pd.concat(part), source)) for person, part in parts.items()}


def check_person(extracts: list[Extract]) -> None:
    """Refuse a person of whom there is nothing in the file."""
    person = extracts[0].options.person
    if person is None:
        return
    columns = [extract.block.columns[i] for extract in extracts for i in extract.block.where("person")[:1]]
    if not columns:
        raise LogError(f"person is {person!r}, but no column tells whose the holds are")
    there = sorted({text.strip() for column in columns for text in column.texts} - {""})
    if person not in there:
        raise LogError(f"person is {person!r}, expected one of {', '.join(there[:20])}")
