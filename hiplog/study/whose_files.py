"""Whether files that lie together as one person's are several people's: by their names, and by their holds."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from hiplog.exercise import SIDES
from hiplog.reading import look_alike
from hiplog.schema import empty

_OF_TWO = 0.1  # of a file's holds at a known time, that stand beside another of the same side at that very moment
_SHARED = 0.1  # of all days, on which several files have sessions of their own
_FEW_DAYS = 2
_CODE = re.compile(r"([^\W\d_]{0,4})[-_ ]?(\d{1,6})(?![^\W_])")
_CODES_OF_PEOPLE = ("p", "pt", "id")  # beside the words for a person
_WORD = re.compile(r"[^\W\d_]+")


def asked_of_names(files: Sequence[Path]) -> str:
    """Ask whether files are several people's, where their names begin with given names or codes of people."""
    if len(files) < 2:
        return ""
    from hiplog.reading.holds.spelling import given_name  # it knows the words of all languages

    given, coded = {given_name(file.stem) for file in files} - {""}, {*map(_code_of_person, files)} - {""}
    if len(given) < 2 and len(coded) < 2:
        return ""
    named = " and ".join(file.name for file in files)
    return f"{named} are taken for one person's: if they are people, expected another folder for each person"


def _code_of_person(file: Path) -> str:
    """Return the code with which the name of a file begins, as `P001`, if it is one that people have."""
    from hiplog.reading.languages.words import bare, words

    match = _CODE.match(file.stem)
    return match[0].lower() if match and bare(match[1]) in {*words("person"), *_CODES_OF_PEOPLE} else ""


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


def are_alike(one: str, other: str) -> bool:
    """Return whether two names may be one's: they share a word, or a number where both have any."""
    numbers = [{int(number) for number in re.findall(r"\d+", name)} for name in (one, other)]
    if all(numbers):
        return not numbers[0].isdisjoint(numbers[1])
    words = [{*_WORD.findall(name.casefold())} for name in (one, other)]
    return one == other or not words[0].isdisjoint(words[1])
