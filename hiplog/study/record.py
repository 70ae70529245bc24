"""What is known of one person, and what could not be read."""

from typing import NamedTuple

import pandas as pd

from hiplog.schema import Diary
from hiplog.study.members import Member

REFUSED = ["file", "row", "column", "text", "expected"]


class Record(NamedTuple):
    """What is known of one person.

    Attributes
    ----------
    member : Member
    holds : DataFrame
        See `hiplog.schema.COLUMNS`; each hold once.
    diary : Diary
    refused : DataFrame
        A row for each row of a file that could not be read: `file`, `row`, `column`, `text`, `expected`.
    faults : tuple of str
        A sentence for each file that could not be read at all.
    """

    member: Member
    holds: pd.DataFrame
    diary: Diary
    refused: pd.DataFrame
    faults: tuple[str, ...]


def refused_of(record: Record) -> pd.DataFrame:
    """Return what could not be read: a row of a file each, and a row for each file, with `person` in front."""
    faults = pd.DataFrame({"expected": list(record.faults)}, dtype="str")
    rows = pd.concat([record.refused, faults], ignore_index=True).reindex(columns=REFUSED)
    return rows.assign(person=record.member.person)[["person", *REFUSED]]
