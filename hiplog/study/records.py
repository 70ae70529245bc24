"""A person's files -> what is known of them: holds and days, and what could not be read."""

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from hiplog.counts import counted
from hiplog.interchange import LOG_SUFFIXES
from hiplog.log import Log
from hiplog.reading import Reading, look_alike, read_log
from hiplog.reading.languages.words import bare, words
from hiplog.schema import DAYS, MARKS, PLANS, Diary, LogError, Table, check_ids, empty
from hiplog.study.dataset import KIND, read_person
from hiplog.study.members import Member
from hiplog.study.record import REFUSED, Record

_BESIDE = (DAYS, PLANS, MARKS)
_OF_TWO = 0.1  # of a file's holds at a known time, that stand beside another of the same side at that very moment


class _Part(NamedTuple):
    """What one file says of one person; "" is whoever the file is of."""

    person: str
    holds: pd.DataFrame
    diary: Diary


def records_of(member: Member) -> list[Record]:
    """Return what is known of a member: a record, or one for each person whom a file of theirs tells apart.

    Parameters
    ----------
    member : Member

    Returns
    -------
    list of Record
        Of a file of several people each is called by the name that stands there, behind the member's own unless
        that is the file's.
    """
    parts: list[_Part] = []
    refused: list[pd.DataFrame] = []
    faults: list[str] = []
    for file in member.files:
        try:
            if file.suffix == KIND:
                return [read_person(file)]
            parts += _log(file) if file.suffix.lower() in LOG_SUFFIXES else _other(file, refused)
        except LogError as error:
            faults.append(str(error))
    told = pd.concat(refused, ignore_index=True) if refused else pd.DataFrame(columns=[*REFUSED, "person"])
    names = sorted({part.person for part in parts} | {*told["person"]} - {""})
    if len(names) < 2:
        return [_record(member, parts, told[REFUSED], faults)]
    of_nobody = told[told["person"] == ""]
    faults += [
        f"{file}: {counted(len(rows), 'row')} could not be read and named nobody, the first of them {rows.iloc[0]}"
        for file, rows in of_nobody.groupby("file")["row"]
    ]
    nobody = sum(len(part.holds) for part in parts if not part.person)
    faults += [f"{member.person}: {nobody} holds name nobody, expected whose they are"] if nobody else []
    return [
        _record(
            member._replace(person=name, of_file=name),
            [part for part in parts if part.person == name],
            told.loc[told["person"] == name, REFUSED],
            faults,
        )
        for name in names
        if name
    ]


def _log(file: Path) -> list[_Part]:
    log = Log(file, create=False)
    return [_Part("", log.holds(), log.diary())]


def _other(file: Path, refused: list[pd.DataFrame]) -> list[_Part]:
    """Read what is no log of ours, and add the rows that were refused, with whose they are; "" as in a part."""
    reading = read_log(file)
    people = reading.how["people"]
    rows = reading.rejected.reindex(columns=REFUSED)
    refused.append(rows.assign(file=file.name, person=_named(reading) if len(people) > 1 else ""))
    if len(people) < 2:
        _check_of_one(file, reading)
        return [_Part("", reading.holds, reading.diary)]
    of = dict(tuple(reading.holds.groupby("person"))) if len(reading.holds) else {}
    return [
        _Part(
            person,
            of[person].drop(columns="person") if person in of else empty(),
            reading.diaries.get(person, Diary()),
        )
        for person in (*people, *[""] * ("" in of))
    ]


def _named(reading: Reading) -> pd.Series:
    """Return whom each row that was refused names; "" where it names nobody."""
    headers = reading.columns.loc[reading.columns["taken_for"].eq("person"), "header"]
    whole = reading.rejected.reindex(columns=headers).fillna("").astype("str")
    return whole.iloc[:, 0].str.strip()


def _check_of_one(file: Path, reading: Reading) -> None:
    """Refuse a file that may be of several people, though nothing in it surely tells them apart."""
    named = words("name") | words("person")
    for header in reading.not_used:
        if bare(header) in named and (people := _would_be(file, header, len(reading.holds))):
            shown = ", ".join(map(repr, people[:3])) + " and so on" * (len(people) > 3)
            raise LogError(
                f"{file}: {header!r} is {shown}, which may be people, expected 'person' as that header if they "
                "are, and no such column if not"
            )
    timed = reading.holds[reading.holds["started_at"] != reading.holds["started_at"].dt.normalize()]
    twice = timed.groupby(["started_at", "exercise", "side"])["hold_s"].nunique().gt(1).sum()
    if twice > max(2, _OF_TWO * len(timed)):
        raise LogError(
            f"{file}: at {twice} moments one side is held twice, as of several people, expected a column 'person' "
            "that says whose each hold is"
        )


def _would_be(file: Path, header: str, n: int) -> list[str]:
    """Return who the people were if this column told them, where there are several and each comes again."""
    try:
        people = read_log(file, columns={header: "person"}).how["people"]
    except LogError:
        return []
    return people if 1 < len(people) <= n / 2 else []


def _record(member: Member, parts: list[_Part], refused: pd.DataFrame, faults: list[str]) -> Record:
    """Put together what several files say of one person; a hold that two of them have counts once."""
    faults = [*faults]
    holds = empty()
    try:
        for part in parts:
            holds = _together(holds, part.holds)
    except LogError as error:
        faults.append(f"{member.person}: {error}")
    try:
        diary = Diary(*(_beside(parts, table) for table in _BESIDE))
    except LogError as error:
        diary, faults = Diary(), [*faults, f"{member.person}: {error}"]
    return Record(member, holds, diary, refused, tuple(faults))


def _beside(parts: list[_Part], table: Table) -> pd.DataFrame:
    rows = [getattr(part.diary, table.name) for part in parts]
    return _once(pd.concat(rows), table.id) if rows else table.empty()


def _together(holds: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    if holds.empty:
        return more
    both = pd.concat([holds, more[~look_alike(more, holds)]], ignore_index=True)
    check_ids(both)
    return _once(both, "hold_id").sort_values("started_at", kind="stable", ignore_index=True)


def _once(rows: pd.DataFrame, of: str) -> pd.DataFrame:
    return rows.drop_duplicates(of, ignore_index=True)
