"""A person's files -> what is known of them: holds and days, and what could not be read."""

from pathlib import Path

import pandas as pd

from hiplog.counts import counted
from hiplog.interchange import LOG_SUFFIXES
from hiplog.log import Log
from hiplog.reading import Reading, notes_of_people, read_log
from hiplog.schema import DAYS, MARKS, PLANS, Diary, LogError, Table, empty
from hiplog.study.agreeing import Agreed, put_together
from hiplog.study.dataset import KIND, read_person
from hiplog.study.members import Member
from hiplog.study.older_copies import without_older
from hiplog.study.part import Part
from hiplog.study.record import REFUSED, Record
from hiplog.study.told import Told, with_way
from hiplog.study.whose_files import (
    are_alike,
    asked_of_names,
    begun_during_others,
    beside_each_other,
    held_twice,
)

_WHOSE = "a column 'person' that says whose each hold is"
_BESIDE = (DAYS, PLANS, MARKS)


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
    parts: list[Part] = []
    told = Told()
    for file in member.files:
        try:
            if file.suffix == KIND:
                return [read_person(file)]
            parts += (_log if file.suffix.lower() in LOG_SUFFIXES else _other)(file, told)
        except LogError as error:
            told.faults.append(with_way(member.told(error)))
    parts, known = without_older(parts)
    told.remarks += known
    refused = told.refused
    names = sorted({*(part.person for part in parts), *refused["person"]} - {""})
    if not names and (asked := asked_of_names(member)):
        told.remarks.append(asked)
    if len(member.listed) > 1 or (member.listed and len(names) > 1):
        return _records_of_listed(member, parts, told, names)
    if len(names) < 2:
        named = {part.file.name: part.person for part in parts if part.person}
        told.remarks += [
            f"{file} names {name}, and is taken for {member.person}'s"
            for file, name in named.items()
            if not are_alike(name, member.person)
        ]
        told.remarks += [said for on in told.remarks_on.values() for said in on]
        return [_record(member, parts, Record(member, empty(), Diary(), refused[REFUSED], **told.rest))]
    return _records_of_several(member, parts, told, names)


def records_in(given: Member | Record) -> list[Record]:
    """Return the records of a member, or the one that is given."""
    return [given] if isinstance(given, Record) else records_of(given)


def _records_of_several(member: Member, parts: list[Part], told: Told, names: list[str]) -> list[Record]:
    """Return a record for each; what is of none of them alone is told once, with the first."""
    of_nobody = _of_nobody(told)
    told.faults += [
        f"{file}: {counted(len(rows), 'row')} could not be read and named nobody, the first of them {rows.iloc[0]}"
        for file, rows in of_nobody.groupby("file")["row"]
    ]
    if nobody := sum(len(part.holds) for part in parts if not part.person):
        told.faults.append(f"{member.person}: {counted(nobody, 'hold')} name nobody, expected whose they are")
    records = []
    for name in names:
        theirs = told.refused.loc[told.refused["person"] == name, REFUSED]
        elsewhere = {"told_elsewhere": tuple(told.faults)}
        rest = {"of_nobody": of_nobody, **told.rest} if name == names[0] else elsewhere
        record = Record(member._replace(person=name, of_file=name), empty(), Diary(), theirs, **rest)
        record = record._replace(remarks=(*record.remarks, *told.remarks_on.get(name, ())))
        records.append(_record(record.member, [part for part in parts if part.person == name], record))
    return records


def _of_nobody(told: Told) -> pd.DataFrame:
    return told.refused.loc[told.refused["person"] == "", REFUSED]


def _records_of_listed(member: Member, parts: list[Part], told: Told, names: list[str]) -> list[Record]:
    """Return a record for each whom people.csv lists with files of several; who else is in them is named."""
    files = ", ".join(file.name for file in member.files)
    if not names and not told.faults:
        told.faults.append(f"{files}: nothing in it tells people apart, expected a column 'person'")
    listed = {each.person: each for each in member.listed}
    for name in names:
        if name not in listed:
            told.leave_out(files, f"{name} is in no row of people.csv")
    there = [person for person in listed if person in names]
    records = [
        record._replace(member=listed[record.member.person]._replace(of_file=record.member.person))
        for record in _records_of_several(member, parts, told, there)
    ]
    for person in [person for person in listed if person not in there]:
        row = "no row of it that has a hold" if person in told.without_hold else "no row of it"
        lacking = [f"{files}: {row} names {person}"] if names else []
        rest = {} if records else {"of_nobody": _of_nobody(told), **told.rest}
        record = Record(listed[person], empty(), Diary(), told.refused.loc[[], REFUSED], **rest)
        records.append(record._replace(faults=(*told.faults, *lacking)))
    return records


def _log(file: Path, told: Told) -> list[Part]:
    log = Log(file, create=False)
    holds = log.holds()
    told.ask(file, notes_of_people(holds))
    return [Part(file, "", holds, log.diary(), log)]


def _other(file: Path, told: Told) -> list[Part]:
    """Read what is no log of ours, and add what is told of it."""
    reading = read_log(file)
    people = reading.how["people"]
    told.add(file, reading)
    _check_people(file, reading)
    if len(people) < 2:
        if said := begun_during_others(reading.holds):
            told.remarks.append(f"{file.name}: {said}, and taken for one person's: if not, expected {_WHOSE}")
        return [Part(file, "".join(people), reading.holds, reading.diary)]
    of = dict(tuple(reading.holds.groupby("person"))) if len(reading.holds) else {}
    return [
        Part(
            file,
            person,
            of[person].drop(columns="person") if person in of else empty(),
            reading.diaries.get(person, Diary()),
        )
        for person in (*people, *[""] * ("" in of))
    ]


def _check_people(file: Path, reading: Reading) -> None:
    """Refuse a file that is likely of several people, or of more, though nothing in it surely tells them apart."""
    for asked in reading.how["may_be_people"]:
        if asked.is_likely:
            raise LogError(f"{file}: {asked}, which may be people, expected {asked.expected}")
    if len(reading.how["people"]) < 2 and (said := held_twice(reading.holds)):
        raise LogError(f"{file}: {said}, expected {_WHOSE}")


def _record(member: Member, parts: list[Part], told: Record) -> Record:
    """Put together what several files say of one person; a hold that two of them have counts once."""
    faults, of_files = [*told.faults], {part.file: part.holds for part in parts}
    try:
        agreed = put_together(parts)
    except LogError as error:
        agreed = Agreed(empty(), (), str(error))
    holds, files = agreed.holds, ", ".join(file.name for file in of_files)
    if len(parts) > 1 and (said := held_twice(holds) or beside_each_other(of_files)):
        faults.append(f"{member.person}: {said}, in {files}, expected another folder for each person")
        holds = empty()
    elif agreed.differing:
        said = f"nothing of {files} was taken, for they do not agree, expected one of them"
        faults.append(f"{member.person}: {said}: {agreed.differing}")
        holds = empty()
    remarks = (*told.remarks, *agreed.remarks) if len(holds) else told.remarks
    try:
        diary = Diary(*(_beside(parts, table) for table in _BESIDE))
    except LogError as error:
        diary, faults = Diary(), [*faults, f"{member.person}: {error}"]
    return told._replace(holds=holds, diary=diary, faults=tuple(faults), remarks=remarks)


def _beside(parts: list[Part], table: Table) -> pd.DataFrame:
    rows = [getattr(part.diary, table.name) for part in parts]
    return pd.concat(rows).drop_duplicates(table.id, ignore_index=True) if rows else table.empty()
