"""Whether files that lie together as one person's are several people's: by their names, and by their holds."""

import re
from collections.abc import Callable, Mapping, Sequence
from os.path import commonpath
from pathlib import Path

import pandas as pd

from hiplog.exercise import SIDES
from hiplog.reading import look_alike
from hiplog.schema import empty
from hiplog.study.members import Member

_OF_TWO = 0.1  # of a file's holds at a known time, that stand beside another of the same side at that very moment
_DURING, _AFTERWARDS = 0.02, 0.4  # of a file's holds, that begin while another goes on; that were sent in later
_SHARED = 0.1  # of all days, on which several files have sessions of their own
_FEW_DAYS = 2
_CODE = re.compile(r"([^\W\d_]{0,4})[-_ ]?(\d{1,6})(?![^\W_])")
_CODES_OF_PEOPLE = ("p", "pt", "id")  # beside the words for a person
_WORD = re.compile(r"[^\W\d_]+")


def asked_of_names(member: Member) -> str:
    """Ask whether a folder's files are several people's, where they or folders in it are named as people are."""
    if not member.files or member.files == (own := _folder_of(member),):
        return ""
    paths = [file.relative_to(own) for file in member.files]
    named = [(*path.parent.parts, path.stem) for path in paths]
    named += [] if member.listed else [(member.person,)]  # a list says whose a folder is, whatever its name
    from hiplog.reading.holds.spelling import given_name  # it knows the words of all languages

    if max(len({_innermost(name_of, names) for names in named} - {""}) for name_of in (given_name, _code)) < 2:
        return ""
    are = "are" if len(paths) > 1 else "is"
    files = " and ".join(path.as_posix() for path in paths)
    return f"{files} {are} taken for one person's: if they are people, expected another folder for each person"


def _folder_of(member: Member) -> Path:
    """Return the folder in which a person's files lie, or their one file in the folder of the study."""
    if member.listed:
        return Path(commonpath([file.parent for file in member.files]))
    return member.folder / member.files[0].relative_to(member.folder).parts[0]


def _innermost(name_of: Callable[[str], str], names: Sequence[str]) -> str:
    """Return the last name that a file and the folders around it give, the outermost first; "" if none does."""
    return next(filter(None, map(name_of, reversed(names))), "")


def _code(name: str) -> str:
    """Return the number of the code with which a name begins, as 1 of `P001`, if it is one that people have."""
    from hiplog.reading.languages.words import bare, words

    match = _CODE.match(name)
    of_person = match and bare(match[1]) in {*words("person"), *_CODES_OF_PEOPLE}
    return str(int(match[2])) if match and of_person else ""


def beside_each_other(of_files: Mapping[Path, pd.DataFrame]) -> str:
    """Say that files named by codes, as `P001` or `2`, have sessions of their own on the same days, if they do."""
    codes = {file: match[0].lower() for file in of_files if (match := _CODE.match(file.stem))}
    if len({*codes.values()}) < 2:
        return ""
    seen, days = empty(), list[pd.Series]()
    for file in codes:
        theirs = of_files[file]
        own = theirs[~(look_alike(theirs, seen) | theirs["hold_id"].isin(seen["hold_id"]))]
        seen = pd.concat([seen, own], ignore_index=True) if len(seen) else own
        days.append(own.groupby(own["started_at"].dt.normalize())["side"].nunique() == len(SIDES))
    several = pd.concat(days, axis=1).eq(True).sum(axis=1) > 1
    if several.sum() < max(_FEW_DAYS, _SHARED * len(several)):
        return ""
    return f"on {several.sum()} days several files have sessions of their own, as of several people"


def held_twice(holds: pd.DataFrame) -> str:
    """Say that holds are hardly one person's, where that is so."""
    timed = holds[holds["started_at"] != holds["started_at"].dt.normalize()]
    twice = timed.groupby(["started_at", "exercise", "side"])["hold_s"].nunique().gt(1).sum()
    if twice <= max(2, _OF_TWO * len(timed)):
        return ""
    return f"at {twice} moments one side is held twice, as of several people"


def begun_during_others(holds: pd.DataFrame) -> str:
    """Say that holds begin while others go on, where that is so whether their times are of begin or end."""
    timed = holds[holds["started_at"] != holds["started_at"].dt.normalize()]
    if not timed["started_at"].dt.second.any():
        return ""
    lasted = pd.to_timedelta(timed["hold_s"], unit="s")
    n = min(_n_begun_during(begun, lasted) for begun in (timed["started_at"], timed["started_at"] - lasted))
    if n <= max(2, _DURING * len(timed)) or n > _AFTERWARDS * len(timed):
        return ""
    return f"at {n} moments a hold begins while another goes on, as of several people"


def _n_begun_during(begun: pd.Series, lasted: pd.Series) -> int:
    """Return how many holds begin before one that began earlier has ended, by a second or more."""
    begun = begun.sort_values()
    ended = (begun + lasted.loc[begun.index]).cummax() - pd.Timedelta(seconds=1)
    return int(((begun > begun.shift()) & (begun < ended.shift())).sum())


def are_alike(one: str, other: str) -> bool:
    """Return whether two names may be one's: they share a word, or a number where both have any."""
    numbers = [{int(number) for number in re.findall(r"\d+", name)} for name in (one, other)]
    if all(numbers):
        return not numbers[0].isdisjoint(numbers[1])
    words = [{*_WORD.findall(name.casefold())} for name in (one, other)]
    return one == other or not words[0].isdisjoint(words[1])
