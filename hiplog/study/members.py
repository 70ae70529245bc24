"""Who takes part, and where what is known of each stands."""

from collections.abc import Iterator, Mapping, Sequence
from os import sep
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from hiplog.exercise import MOST_PLAN
from hiplog.schema import LogError
from hiplog.schema.people import one_name

EVERYONE = "everyone"  # what stands where a group would
PEOPLE = "people.csv"  # who takes part, if somebody wrote it down
_LISTED = ("person", "file", "plan", "group", "start")
_KINDS = (".sqlite", ".db", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".json", ".md")
_NOT_THEIRS = ("example_log.csv", "hand_kept_notes.csv")  # what `hiplog lab` lays beside everybody's log
_OF_THE_SYSTEM = ("thumbs.db", "ehthumbs.db", "desktop.ini")  # beside those whose names begin with a dot
_COPIES = ("backups", "__pycache__", "notebooks")  # folders beside a log with nothing of one's own in them


class Member(NamedTuple):
    """One who takes part.

    Attributes
    ----------
    person : str
        Their name, or what stands for it.
    files : tuple of Path
        What has their holds.
    of_file : str or None
        Whose rows of the file are theirs, where it has several people's.
    listed : tuple of Member
        Who has rows in the file by people.csv: of several people in it nobody else takes part. Where several are
        listed with one file, this stands for all of them.
    plan : int or None
        Sessions meant a day, if that is known from elsewhere than their log.
    group : str or None
    start : Timestamp or None
        The first day that counts.
    is_shifted : bool
        Whether all dates were moved, by a number of days that is theirs alone.
    folder : Path
        Of the study: what is told names their files from there.
    """

    person: str
    files: tuple[Path, ...]
    of_file: str | None = None
    plan: int | None = None
    group: str | None = None
    start: pd.Timestamp | None = None
    is_shifted: bool = False
    folder: Path = Path()
    listed: tuple["Member", ...] = ()

    def told(self, error: LogError) -> str:
        """Return what an error says, with no path of the computer that the study lies on."""
        said = str(error).replace(f"{self.folder}{sep}", "")
        for file in self.files:
            said = said.replace(str(file), file.name)  # people.csv named one elsewhere
        return said


def listed_in(source: Path) -> list[Member]:
    """Return who takes part in a study: by people.csv in the folder, or by the files and folders in it.

    Parameters
    ----------
    source : Path
        A folder, or a file of one person or many.

    Raises
    ------
    LogError
        Where it is not there, nothing in it could be a log, or a row of people.csv cannot be used.
    """
    if source.is_file():
        return [Member(one_name(source.stem), (source,), folder=source.parent)]
    if not source.is_dir():
        raise LogError(f"Study: {source} is not there, expected a folder with people's logs, or one file of them")
    if (source / PEOPLE).is_file():
        return _by_list(source / PEOPLE)
    members = [Member(*each, folder=source) for each in _by_names(source)]
    if not members:
        raise LogError(f"Study: {source} has no file that could be a log ({', '.join(_KINDS)}), expected some")
    return members


def check_once(member: Member, seen: dict[str, Member]) -> None:
    """Refuse a second person of one name: which of them a number were of, nobody could tell.

    Parameters
    ----------
    member : Member
    seen : dict
        Who came before, by name; the member is added.
    """
    if (other := seen.setdefault(member.person, member)) is not member:
        of_both = [[file.name for file in each.files] for each in (other, member)]
        if of_both[0] == of_both[1]:
            of_both = [[f"{file.parent.name}/{file.name}" for file in each.files] for each in (other, member)]
        places = " and in ".join(map(", ".join, of_both))
        raise LogError(
            f"Study: {member.person} is in {places}, expected another name for each person, or a folder "
            f"{member.person} with all files of theirs"
        )


def _by_names(folder: Path) -> Iterator[tuple[str, tuple[Path, ...]]]:
    """Yield a name and the files of each person: a folder with files below it, or a file."""
    named: dict[str, Path] = {}
    for entry in sorted(folder.iterdir()):
        files = tuple(_logs_in(entry))
        if not files:
            continue
        person = one_name(entry.name if entry.is_dir() else entry.stem)
        if person in named:
            raise LogError(
                f"Study: {named[person].name} and {entry.name} in {folder} have one name, expected another for "
                f"each person, or a folder {person} with both files of them"
            )
        named[person] = entry
        yield person, files


def _logs_in(entry: Path) -> Iterator[Path]:
    """Yield a file that could be a log, or those below a folder."""
    if _is_looked_into(entry):
        for each in sorted(entry.iterdir()):
            yield from _logs_in(each)
    elif _could_be_log(entry):
        yield entry


def _is_looked_into(entry: Path) -> bool:
    """Return whether an entry is a folder with something of one's own; a link to where it lies in has no end."""
    own = entry.is_dir() and entry.name not in _COPIES and not entry.name.startswith(".")
    return own and not (entry.is_symlink() and entry.parent.resolve().is_relative_to(entry.resolve()))


def _could_be_log(path: Path) -> bool:
    return _may_be_missed(path) and path.is_file() and path.suffix.lower() in _KINDS


def would_be_read(path: Path, source: Path) -> bool:
    """Return whether what is written to a path lies among the logs of a study, or as one beside its one file."""
    beside = source.is_file() and path.parent == source.parent and path.suffix.lower() in _KINDS
    return beside or path.is_relative_to(source)


def passed_over(source: Path, members: Sequence[Member]) -> list[Path]:
    """Return what is nobody's in a folder: files of no kind of a log, or not in people.csv; empty folders."""
    if not source.is_dir():
        return []
    theirs = {file for member in members for file in member.files}
    return [file for file in sorted(_all_in(source)) if file not in theirs]


def _all_in(folder: Path) -> Iterator[Path]:
    for each in folder.iterdir():
        if _is_looked_into(each):
            yield from _all_in(each)
            if all(one.name.startswith(".") for one in each.iterdir()):
                yield each
        elif each.is_file() and _may_be_missed(each):
            yield each


def _may_be_missed(path: Path) -> bool:
    own = path.name not in (*_NOT_THEIRS, PEOPLE, "README.md") and not path.name.startswith((".", "~$"))
    own = own and path.name.lower() not in _OF_THE_SYSTEM
    return own and not path.name.endswith((".saved.json", "_rejected.csv"))


def _by_list(path: Path) -> list[Member]:
    """Return who is listed in people.csv, a row each; of one file of several people, who stands for them."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            header = file.readline()
        delimiter = max(",;\t", key=header.count)  # spreadsheets write what is usual where they are
        how = {"sep": delimiter, "dtype": "str", "skipinitialspace": True}
        listed = pd.read_csv(path, **how, encoding="utf-8-sig", keep_default_na=False, na_values=[""])
    except (ValueError, OSError) as error:
        raise LogError(f"{path}: it cannot be read ({error}), expected columns {', '.join(_LISTED)}") from error
    lacking = [name for name in ("person", "file") if name not in listed]
    unknown = [name for name in listed if name not in _LISTED]
    if lacking or unknown:
        there = ", ".join(map(str, listed.columns))
        raise LogError(f"{path}: its columns are {there}, expected person and file, and if known {_LISTED[2:]}")
    listed = listed.apply(lambda cells: cells.str.strip())
    if listed.empty:
        raise LogError(f"{path}: nobody is listed in it, expected a row for each person below its header")
    listed["person"] = listed["person"].map(one_name, na_action="ignore")
    twice = listed["person"][listed["person"].duplicated()]
    if len(twice):
        raise LogError(f"{path}: {twice.iloc[0]} is there more than once, expected a row for each person")
    rows = listed.reindex(columns=list(_LISTED)).astype(object)
    rows = rows.where(rows.notna(), None).to_dict("records")
    members = [_member(path, number, row) for number, row in enumerate(rows, start=2)]
    of_files: dict[tuple[Path, ...], list[Member]] = {}
    for member in members:
        of_files.setdefault(member.files, []).append(member)
    alone = [[member] for member in of_files.pop((), [])]  # empty folders
    return [_all_of(each) for each in [*of_files.values(), *alone]]


def _all_of(sharing: Sequence[Member]) -> Member:
    """Return the one that stands for people who have rows in the same files: where it is one, they themselves."""
    first, files = sharing[0], sharing[0].files
    if len(sharing) == 1:
        return first._replace(listed=(first,))
    return Member(one_name(files[0].stem), files, folder=first.folder, listed=tuple(sharing))


def _there(folder: Path, file: str) -> Path:
    """Return where a file is that people.csv names, also where the names of the disk spell accents otherwise."""
    there = folder
    for part in Path(file).parts:
        named = there / part
        alike = [] if named.exists() or not there.is_dir() else sorted(there.iterdir())
        there = next((each for each in alike if one_name(each.name) == one_name(part)), named)
    return there


def _member(path: Path, row: int, listed: Mapping[str, str | None]) -> Member:
    where = f"{path}, row {row}"
    person, file, plan, group, start = (listed[name] for name in _LISTED)
    if person is None or file is None:
        raise LogError(f"{where}: person is {person!r} and file is {file!r}, expected both")
    there = _there(path.parent, file)
    if group == EVERYONE:
        raise LogError(f"{where}: group is {group!r}, which stands for all, expected another name, or nothing")
    if plan is not None and plan not in [str(n) for n in range(1, MOST_PLAN + 1)]:
        raise LogError(f"{where}: plan is {plan!r}, expected a whole number from 1 to {MOST_PLAN}, or nothing")
    try:
        began = None if start is None else pd.to_datetime(start, format="ISO8601").as_unit("us").normalize()
    except ValueError:
        raise LogError(f"{where}: start is {start!r}, expected a date like 2026-03-04, or nothing") from None
    files = tuple(_logs_in(there)) if there.is_dir() else (there,)
    meant = None if plan is None else int(plan)
    return Member(person, files, None, meant, group, began, folder=path.parent)
