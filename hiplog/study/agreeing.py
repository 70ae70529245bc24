"""What the files of one person say of their holds, put together: a hold that is there again counts once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog.counts import counted
from hiplog.reading import look_alike
from hiplog.schema import check_ids, conform, empty
from hiplog.study.part import Part

_OF_A_HOLD = ["started_at", "exercise", "side"]
_OF_SECONDS = [10.0**-n for n in range(7)]  # what a number of so many decimals is a whole number of
_OF_MINUTES = [60 * 10.0**-n for n in range(3)]
_ENOUGH = 5  # different holds, to say that they are all of whole parts of minutes not by chance
_NOISE = 1e-6


class Agreed(NamedTuple):
    """The holds of several files, each once.

    Attributes
    ----------
    holds : DataFrame
    remarks : tuple of str
        What is told of holds that were there again.
    differing : str
        Where two files say two things of one hold; "" where they agree.
    """

    holds: pd.DataFrame
    remarks: tuple[str, ...]
    differing: str


def put_together(parts: Sequence[Part]) -> Agreed:
    """Return the holds of all files, and what is told of those that several of them have, or one has twice.

    Raises
    ------
    LogError
        Where one id stands for two holds.
    """
    holds, remarks, differing = empty(), list[str](), list[str]()
    of_files = dict[str, Part]()  # by the id of each hold
    for part in parts:
        more = _each_once(part, remarks)
        holds = _joined(holds, more, part, of_files, remarks, differing)
        of_files |= {hold: part for hold in more["hold_id"] if hold not in of_files}
    n = f" ({len(differing)} such holds)" if len(differing) > 1 else ""
    return Agreed(holds, tuple(remarks), differing[0] + n if differing else "")


def rounding(seconds: pd.Series) -> float:
    """Return by how much seconds may differ from what they were rounded to, in parts of seconds or of minutes."""
    return _grid(seconds) / 2 + _NOISE


def _grid(seconds: pd.Series) -> float:
    """Return of what seconds are whole numbers: the largest part of a second, or of a minute, that it can be."""
    grids = [*_OF_SECONDS, *_OF_MINUTES] if seconds.nunique() >= _ENOUGH else _OF_SECONDS
    return next((grid for grid in sorted(grids, reverse=True) if _is_of(seconds, grid)), min(_OF_SECONDS))


def _coarseness(seconds: pd.Series) -> tuple[bool, float]:
    """Return what is larger where seconds are told less well: those made of minutes are made of seconds first."""
    grid = _grid(seconds)
    return grid in _OF_MINUTES, grid


def _is_of(seconds: pd.Series, grid: float) -> bool:
    parts = seconds.to_numpy() / grid
    return bool((np.abs(parts - parts.round()) < _NOISE).all())


def _each_once(part: Part, remarks: list[str]) -> pd.DataFrame:
    """Return the holds of a file, those once that are there again to the letter; a log has each once."""
    if part.log is not None or not part.holds.duplicated([*_OF_A_HOLD, "hold_s"]).any():
        return part.holds
    again = conform(part.holds.drop(columns="hold_id"))["hold_id"].duplicated().to_numpy()
    if n := int(again.sum()):
        remarks.append(f"{part.file.name}: {counted(n, 'hold')} there again to the letter, and counted once")
    return part.holds[~again].reset_index(drop=True)


def _joined(
    holds: pd.DataFrame,
    more: pd.DataFrame,
    part: Part,
    of_files: dict[str, Part],
    remarks: list[str],
    differing: list[str],
) -> pd.DataFrame:
    if holds.empty:
        return more
    pairs = _at_one_moment(holds, more)
    pairs["other"] = [of_files[hold] for hold in pairs["hold_id"]]
    for other in {id(other): other for other in pairs["other"]}.values():
        theirs = pairs[[one is other for one in pairs["other"]]]
        near = rounding(other.holds["hold_s"]) + rounding(part.holds["hold_s"])
        agreed = theirs[(theirs["hold_s"] - theirs["hold_s_more"]).abs() <= near]
        if n := len(agreed):
            said = f"{counted(n, 'hold')} but for rounding as in {other.file.name}, and counted once"
            remarks.append(f"{part.file.name}: {said}")
        more = more.assign(session_id=more["session_id"].replace(_sessions(agreed)))
        if _coarseness(other.holds["hold_s"]) > _coarseness(part.holds["hold_s"]):
            holds = holds[~holds["hold_id"].isin(agreed["hold_id"])]
        else:
            more = more[~more["hold_id"].isin(agreed["hold_id_more"])]
        differing += _told_apart(theirs, agreed, (other.file.name, part.file.name))
    alike = look_alike(more, holds, rounded=False)
    remarks += [f"{part.file.name}: {said}" for said in _unsure(holds, more, alike)]
    both = pd.concat([holds, more[~alike]], ignore_index=True)
    check_ids(both)
    return both.drop_duplicates("hold_id").sort_values("started_at", kind="stable", ignore_index=True)


def _unsure(holds: pd.DataFrame, more: pd.DataFrame, alike: pd.Series) -> list[str]:
    """Say of how many holds it is less than sure that they are there again, or that they are not."""
    minutes = [one["started_at"].dt.floor("min") for one in (more, holds)]
    by_the_minute = _is_timed(more) & minutes[0].isin(minutes[1])
    said = []
    if n := int(((alike | more["hold_id"].isin(holds["hold_id"])) & ~by_the_minute).sum()):
        said.append(f"{counted(n, 'hold')} as on that day or by another clock in other files, and counted once")
    if more["utc_offset_min"].isna().all() and holds["utc_offset_min"].isna().all():
        in_utc = more.assign(utc_offset_min=0).astype(more.dtypes)
        moved = look_alike(in_utc, holds, rounded=False, sure=False) & ~alike
        if n := int(moved.sum()):
            clocks = "if they are the same, expected times of one clock in both"
            said.append(f"{counted(n, 'hold')} as in other files but for the hour, and counted again: {clocks}")
    return said


def _is_timed(holds: pd.DataFrame) -> pd.Series:
    return holds["started_at"] != holds["started_at"].dt.normalize()


def _told_apart(pairs: pd.DataFrame, agreed: pd.DataFrame, files: tuple[str, str]) -> list[str]:
    """Return a sentence for each hold of which two files say two things, and neither has it as the other too."""
    in_agreed = [pairs[of].isin(agreed[of]) for of in ("hold_id", "hold_id_more")]
    return [
        f"the {pair.side} hold of {pair.started_at} is {pair.hold_s:g} s in {files[0]} and {pair.hold_s_more:g} s "
        f"in {files[1]}"
        for pair in pairs[~(in_agreed[0] | in_agreed[1])].itertuples()
    ]


def _at_one_moment(holds: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of one side and moment of which each file has another, where both tell seconds."""
    ours, theirs = (
        one[~(look_alike(one, other, rounded=False) | one["hold_id"].isin(other["hold_id"]))]
        if _has_seconds(one)
        else one[:0]
        for one, other in ((holds, more), (more, holds))
    )
    columns = [*_OF_A_HOLD, "hold_id", "hold_s", "session_id"]
    pairs = ours[columns].merge(theirs[columns], on=_OF_A_HOLD, suffixes=("", "_more"))
    return pairs[_is_timed(pairs)]


def _sessions(pairs: pd.DataFrame) -> dict[str, str]:
    """Return the session that each of another file is, by the holds that both have."""
    return dict(zip(pairs["session_id_more"], pairs["session_id"], strict=True))


def _has_seconds(holds: pd.DataFrame) -> bool:
    return bool(holds["started_at"].dt.second.ne(0).any())
