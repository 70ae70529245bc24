"""What is known of one person, what could not be read, and what was left out."""

from typing import NamedTuple

import pandas as pd

from hiplog.schema import Diary
from hiplog.study.members import Member

REFUSED = ["file", "row", "column", "text", "expected"]
LEFT_OUT = ["file", "rows", "what"]


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
    remarks : tuple of str
        A sentence on each thing that was read, and may be taken for what it is not.
    told_elsewhere : tuple of str
        Faults of a file of several people, which the first of them has.
    left_out : DataFrame
        Of which no hold was made, though it is no fault: `file`, how many `rows`, and `what` they are, or what a
        column or a sheet is.
    of_nobody : DataFrame
        As `refused`, of a file of several people the rows that name none of them; the first of them has these.
    """

    member: Member
    holds: pd.DataFrame
    diary: Diary
    refused: pd.DataFrame
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    told_elsewhere: tuple[str, ...] = ()
    left_out: pd.DataFrame = pd.DataFrame(columns=LEFT_OUT)
    of_nobody: pd.DataFrame = pd.DataFrame(columns=REFUSED)

    @property
    def said(self) -> list[str]:
        """What is said of everything that is made of the record: what could not be read, and the remarks."""
        return [*self.faults, *self.remarks]


def refused_of(record: Record) -> pd.DataFrame:
    """Return what could not be read: a row of a file each, and a row for each file, with `person` in front.

    Rows that name nobody have no person.
    """
    faults = pd.DataFrame({"expected": list(record.faults)}, dtype="str")
    theirs = pd.concat([record.refused, faults], ignore_index=True).assign(person=record.member.person)
    return pd.concat([theirs, record.of_nobody], ignore_index=True).reindex(columns=["person", *REFUSED])


def left_out_of(record: Record) -> pd.DataFrame:
    """Return of what no hold was made, though it is no fault, with `person` in front."""
    return record.left_out.assign(person=record.member.person)[["person", *LEFT_OUT]]
