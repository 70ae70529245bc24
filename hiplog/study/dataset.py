"""A study as Parquet, a file a person: written whole or not at all, and written anew only where something changed.

The files lie in 256 folders, `bucket=3f` and the like, by a hash of the person, so that none has more than a few
hundred of a hundred thousand people. A file holds all that is known of one person, as the rows of an export of
hiplog (column `record`: hold, day, plan, mark), and in its metadata who they are and what it was made of.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pandas as pd

from hiplog.files import written_whole
from hiplog.schema import EXAMPLE, HOLDS, RECORDS, TABLES, Diary, LogError
from hiplog.study.disguise import Disguise
from hiplog.study.members import Member
from hiplog.study.record import LEFT_OUT, REFUSED, Record

KIND = ".parquet"
ABOUT = "README.md"
FATES = ("written", "unchanged", "kept", "unread", "another")  # what becomes of a person's record
_BUCKET = "bucket="
_TITLE = "# A dataset of hiplog: many people's holds, and what they said of days without one"
_UNFINISHED = "\n**Not finished**: it is being written, or that was interrupted."
_AT_NO_TIME = pd.Timestamp("2000-01-01").timestamp()  # of a disguised file: the true one would tell names and days
_MANY = 10  # holds, of which not one is there any more only where it is another person
_ABOUT = b"hiplog"  # the key of what a file says of itself
_FREE_TEXT = ("note", "words")  # in which anything may stand
_SAYS_SOMETHING = ("hold_s", "pain", "reason", "plan")  # of a hold, a day, a plan
_DATES_MOVED = (
    "moved back by whole weeks, one number for each person; `utc_offset_min` is missing, for where it jumps the "
    "clocks were changed, which would tell them"
)
_OF_A_HOLD = ["exercise", "side", "started_at", "hold_s"]
# Ids are made of what a row is; an offset jumps on the days on which the clocks are changed.
_TELLS_DATES = ("hold_id", "day_id", "plan_id", "mark_id", "utc_offset_min")


def listed_in_dataset(folder: Path) -> list[Member]:
    """Return who is in a dataset; none where the folder is no dataset."""
    files = sorted(folder.glob(f"{_BUCKET}*/*{KIND}"))
    return [Member(unquote(file.stem), (file,), folder=folder) for file in files]


def why_unfinished(folder: Path) -> str:
    """Return why a dataset is not whole, if its own file says that it is being made, or nothing; "" otherwise."""
    about = folder / ABOUT
    said = about.read_text(encoding="utf-8", errors="replace") if about.is_file() else _TITLE
    if said.strip() and _UNFINISHED not in said:
        return ""
    return (
        f"{folder} is not finished: people may be missing in it, or be as they were before, expected the study "
        "brought together there again to its end"
    )


def _is_begun(folder: Path) -> bool:
    """Return whether a folder is a dataset, be it one of which nobody was written yet."""
    about = folder / ABOUT
    is_ours = about.is_file() and about.read_text(encoding="utf-8", errors="replace").startswith(_TITLE)
    is_cut = [*folder.iterdir()] == [about] and about.is_file() and not about.stat().st_size
    return is_ours or is_cut or bool(listed_in_dataset(folder))


def say_what_it_is(folder: Path, disguise: Disguise, *, finished: bool) -> None:
    """Write the file that says what a dataset is, and whether all of it was written."""
    lines = [*data_dictionary(disguise), *[_UNFINISHED] * (not finished), ""]
    (folder / ABOUT).write_text("\n".join(lines), encoding="utf-8")


def check_place(dataset: Path, disguise: Disguise) -> None:
    """Refuse a place where a dataset cannot be, or one with people who are disguised otherwise, before anything.

    The same person under two keys, or by name too, would be two people, and the one would tell who the other is.
    """
    _pyarrow()
    there = next(path for path in (dataset, *dataset.parents) if os.path.lexists(path))
    if not there.is_dir():  # a file, or a link to nothing
        raise LogError(f"to_dataset: {there} is no folder, expected a new folder or a dataset")
    if there == dataset and any(there.iterdir()) and not _is_begun(dataset):
        raise LogError(f"to_dataset: {dataset} has other things in it, expected a new folder or a dataset")
    said = (_said(member.files[0]).get("disguise") for member in listed_in_dataset(dataset))
    made = next(filter(None, said), disguise.mark())  # all of them are alike
    if made != disguise.mark():
        raise LogError(
            f"to_dataset: {dataset} was made with another key, or another choice of dates or notes, expected the "
            "same ones, or a new folder"
        )


def write_person(record: Record, dataset: Path, disguise: Disguise) -> tuple[str, int]:
    """Keep what is known of a person in a dataset; return one of `FATES`, and how many holds are gone.

    What is there stays where more of somebody's files cannot be read than when it was made, and where of many
    holds not one is theirs any more: then somebody else has their name.

    Parameters
    ----------
    record : Record
    dataset : Path
        A folder; made where there is none.
    disguise : Disguise

    Raises
    ------
    LogError
        Where it could not be written; what was there is as it was.
    """
    parquet, arrow = _pyarrow()
    person = disguise.name(record.member.person)
    file = dataset / _bucket(person) / f"{quote(person, safe=' ')}{KIND}"
    rows = _rows(record, disguise)
    about = _about(record, person, disguise)
    about["made_of"] = _fingerprint(rows, about)
    there = _said(file)
    if there.get("made_of") == about["made_of"]:
        return "unchanged", 0
    n_there = parquet.read_metadata(file).num_rows if there else 1
    if about["n_unread"] > there.get("n_unread", len(there.get("faults", ()))) and len(rows) < n_there:
        return "kept" if there else "unread", 0
    n_gone, n_holds = _gone(parquet.read_table(file).to_pandas(), rows) if there else (0, 0)
    if _MANY <= n_holds == n_gone and len(record.holds):
        return "another", 0
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    whole = arrow.Table.from_pandas(rows, preserve_index=False)
    whole = whole.replace_schema_metadata({**(whole.schema.metadata or {}), _ABOUT: json.dumps(about).encode()})
    with written_whole(file, lambda path: bool(_said(path)), "record") as part:
        parquet.write_table(whole, part)
    if disguise.key is not None:
        for path in (file, file.parent):
            os.utime(path, (_AT_NO_TIME, _AT_NO_TIME))
    return "written", n_gone


def _gone(there: pd.DataFrame, rows: pd.DataFrame) -> tuple[int, int]:
    """Return how many of the holds that are there are not among other rows, and how many are there."""
    old, new = (
        Counter(part.loc[part["record"] == HOLDS.one, _OF_A_HOLD].itertuples(index=False, name=None))
        for part in (there, rows)
    )
    return (old - new).total(), old.total()


def read_person(file: Path) -> Record:
    """Return what a file of a dataset knows of a person."""
    parquet, _ = _pyarrow()
    about = _said(file)
    if not about:
        raise LogError(f"{file}: it is no record that hiplog wrote, expected one of a dataset of hiplog")
    rows = parquet.read_table(file).to_pandas()
    holds, *beside = (rows.loc[rows["record"] == table.one, list(table.columns)] for table in TABLES)
    start = None if about["start"] is None else pd.Timestamp(about["start"]).as_unit("us")
    member = Member(
        about["person"],
        (file,),
        None,
        about["plan"],
        about["group"],
        start,
        about.get("is_shifted", ":True:" in about["disguise"]),
    )
    refused = pd.DataFrame(index=range(about["n_refused"]), columns=REFUSED)
    left_out = pd.DataFrame(about.get("left_out", []), columns=LEFT_OUT).astype({"rows": "Int64"})
    return Record(
        *(member, HOLDS.conform(holds), Diary(*beside), refused),
        faults=tuple(about["faults"]),
        remarks=tuple(about.get("remarks", ())),
        left_out=left_out,
    )


def _bucket(person: str) -> str:
    return _BUCKET + hashlib.sha256(person.encode()).hexdigest()[:2]


def _rows(record: Record, disguise: Disguise) -> pd.DataFrame:
    """Return all that is known of a person as the rows of an export, disguised."""
    frames = (record.holds, record.diary.days, record.diary.plans, record.diary.marks)
    shift = disguise.days(record.member.person)
    parts = [
        _disguised(rows, shift, disguise).assign(record=table.one)
        for table, rows in zip(TABLES, frames, strict=True)
    ]
    parts = [part for part in parts if len(part)]
    rows = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
    return rows.reindex(columns=list(RECORDS))


def _disguised(rows: pd.DataFrame, shift: pd.Timedelta, disguise: Disguise) -> pd.DataFrame:
    rows = rows.copy()
    if not disguise.notes:
        rows = rows.drop(columns=[name for name in _FREE_TEXT if name in rows])
        said = [name for name in _SAYS_SOMETHING if name in rows]  # a mark, a day of a note: nothing left
        rows = rows.dropna(subset=said, how="all") if said else rows.iloc[:0]
    if disguise.key is not None and "source" in rows:  # the name of a file may be a person's
        rows["source"] = rows["source"].where(rows["source"].eq(EXAMPLE), "study")
    if shift:
        days = [name for name in ("started_at", "day") if name in rows]
        rows[days] = rows[days] + shift
        rows = rows.drop(columns=[name for name in _TELLS_DATES if name in rows])
        if "session_id" in rows:
            rows["session_id"] = _sessions_anew(rows["session_id"], disguise)
    return rows


def _sessions_anew(ids: pd.Series, disguise: Disguise) -> pd.Series:
    """Return other ids, equal where these are equal."""
    new = {old: disguise.hashed("session", old)[:32] for old in ids.dropna().unique()}
    return ids.map(new)


def _about(record: Record, person: str, disguise: Disguise) -> dict[str, Any]:
    member = record.member
    start = None if member.start is None else str((member.start + disguise.days(member.person)).date())
    faults, remarks = list(record.faults), list(record.remarks)
    left_out = record.left_out.astype(object).where(record.left_out.notna(), None)
    if disguise.key is not None:  # all of these may say a name
        faults = ["a file could not be read"] * len(faults)
        remarks = ["of a file of theirs something is to be known, which their own files say"] * bool(remarks)
        left_out = left_out.dropna(subset="rows").assign(file="study", what="no hold")
    return {
        "person": person,
        "plan": member.plan,
        "group": member.group,
        "start": start,
        "is_shifted": disguise.shift_dates or member.is_shifted,
        "n_refused": len(record.refused),
        "n_unread": len(faults) + len(record.told_elsewhere),
        "faults": faults,
        "remarks": remarks,
        "left_out": left_out.to_numpy().tolist(),
        "disguise": disguise.mark(),
    }


def _fingerprint(rows: pd.DataFrame, about: dict[str, Any]) -> str:
    """Return what tells whether a record has changed since it was written."""
    hashed = hashlib.sha256(json.dumps(about, sort_keys=True).encode())
    hashed.update(pd.util.hash_pandas_object(rows.astype("str"), index=False).to_numpy().tobytes())
    return hashed.hexdigest()


def _said(file: Path) -> dict[str, Any]:
    """Return what a record says of itself; nothing where it is none, or not there."""
    parquet, arrow = _pyarrow()
    try:
        return json.loads((parquet.read_schema(file).metadata or {}).get(_ABOUT, b"{}"))
    except (OSError, arrow.ArrowInvalid):
        return {}


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise LogError(
            'a dataset needs pyarrow, expected that to be installed (pip install "hiplog[study]")'
        ) from None
    return pyarrow.parquet, pyarrow


def data_dictionary(disguise: Disguise) -> Iterator[str]:
    """Yield the lines of what a dataset is and what its columns hold."""
    yield _TITLE
    yield ""
    yield f"One Parquet file a person, in folders by a hash of the person ({_BUCKET}00 to {_BUCKET}ff)."
    names = "keyed hashes (HMAC-SHA256)" if disguise.key is not None else "as they were given"
    dates = _DATES_MOVED if disguise.shift_dates else "as they were"
    notes = "as they were" if disguise.notes else "left out"
    yield f"Names: {names}. Dates: {dates}. Notes and words of marks: {notes}."
    yield ""
    yield "| column | of | type |"
    yield "|---|---|---|"
    yield f"| `record` | every row | {', '.join(table.one for table in TABLES)}: what the row is |"
    for table in TABLES:
        for name, dtype in table.columns.items():
            if disguise.notes or name not in _FREE_TEXT:
                yield f"| `{name}` | {table.one} | {dtype} |"
