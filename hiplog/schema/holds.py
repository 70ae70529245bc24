"""The columns of a hold, one side held once, and the rules they keep."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from hiplog.exercise import EXERCISES, SIDES
from hiplog.ids import hold_ids, session_ids
from hiplog.interchange import Holds
from hiplog.schema.table import Table

COLUMNS = {
    "hold_id": "str",  # UUID; the same hold always has the same one
    "session_id": "str",  # UUID of the holds done in one go
    "started_at": "datetime64[us]",  # local wall-clock time at which the hold began; a date alone is 00:00
    "utc_offset_min": "Int16",  # minutes east of UTC
    "exercise": "str",  # hip_balance, hamstring_stretch, quad_stretch
    "side": "str",  # left or right: the side of the crossed ankle, or of the leg that is stretched
    "hold_s": "float64",  # seconds held
    "target_s": "float64",  # seconds aimed at; missing where none was named
    "ended": "str",  # why it ended: see ENDED
    "claimed_s": "float64",  # of hold_s, what the timer did not see and the person claimed for it
    "pain_before": "Float64",  # numeric rating scale, 0 no pain to 10 worst imaginable
    "pain_after": "Float64",
    "note": "str",  # the person's own words, to the letter
    "source": "str",  # timer, example, or the name of the file read
}
EXAMPLE = "example"  # the source of holds that are nobody's
REQUIRED = ("started_at", "side", "hold_s")
ENDED = ("target", "let_go", "pain", "interrupted")
_IDENTITY = ("exercise", "side", "started_at", "hold_s")
CHOICES = {"exercise": tuple(EXERCISES), "side": SIDES, "ended": ENDED}
MOST_HOLD_S = 3600.0
# ISO 8601 writes a year in four digits
ANY_TIME = pd.Interval(pd.Timestamp("0001-01-01"), pd.Timestamp("9999-12-31 23:59:59.999999"), "both")
PAIN = pd.Interval(0, 10, "both")
LIMITS = {
    "started_at": ANY_TIME,
    "utc_offset_min": pd.Interval(-1080, 1080, "both"),
    "hold_s": pd.Interval(0, MOST_HOLD_S, "right"),
    "target_s": pd.Interval(0, MOST_HOLD_S, "right"),
    "claimed_s": pd.Interval(0, MOST_HOLD_S, "right"),
    "pain_before": PAIN,
    "pain_after": PAIN,
}
PAIN_EXPECTED = "a number from 0 to 10, or nothing"
_EXPECTED = {
    "started_at": "a local date and time like 2026-03-04T07:10:00, the offset in utc_offset_min",
    "utc_offset_min": "whole minutes from -1080 to 1080, or nothing",
    "hold_s": f"seconds over 0 and at most {MOST_HOLD_S:.0f}",
    "target_s": f"seconds over 0 and at most {MOST_HOLD_S:.0f}, or nothing",
    "claimed_s": "seconds over 0 and at most hold_s, or nothing",
    "pain_before": PAIN_EXPECTED,
    "pain_after": PAIN_EXPECTED,
} | {name: "one of " + ", ".join(words) for name, words in CHOICES.items()}


def _over_claimed(holds: pd.DataFrame) -> tuple[np.ndarray, Callable[[pd.Series], str]]:
    def said(hold: pd.Series) -> str:
        there = f"claimed_s is {hold['claimed_s']:g} of a hold of {hold['hold_s']:g} s"
        return f"{there}, expected {_EXPECTED['claimed_s']}"

    return (holds["claimed_s"] > holds["hold_s"]).to_numpy(), said


def _ids_for(holds: pd.DataFrame) -> pd.Series:
    """Return the ids of rows that have none: rows that are the same to the letter are one hold where that is sure.

    Two equal holds of one day are two. But nobody begins the same side twice in one second: where the times are
    those of single holds (to the second, and no two different holds share one), equal rows are the same hold. What
    differs in a word or a rating is not the same to the letter, and nothing of it is to be lost.
    """
    ids = hold_ids(holds)
    letters = holds.drop(columns=["hold_id", "session_id", "source"], errors="ignore")
    if not letters.duplicated().any():
        return ids
    of_holds = not holds.drop_duplicates(list(_IDENTITY)).duplicated("started_at").any()
    to_the_second = holds["started_at"].dt.second.ne(0).any()
    same = letters.groupby(list(letters), dropna=False, sort=False).ngroup()
    return ids.groupby(same).transform("first") if of_holds and to_the_second else ids


HOLDS = Table(
    name="holds",
    one="hold",
    columns=COLUMNS,
    required=REQUIRED,
    identity=_IDENTITY,
    expected=_EXPECTED,
    choices=CHOICES,
    limits=LIMITS,
    defaults={"exercise": "hip_balance"},
    made={"hold_id": _ids_for, "session_id": session_ids},
    broken_by=_over_claimed,
)
ALWAYS = HOLDS.always
empty, check_ids, keeps_rule = HOLDS.empty, HOLDS.check_ids, HOLDS.keeps_rule


def conform(holds: Holds, *, where: str = "holds, row {row}") -> pd.DataFrame:
    """Return `holds` with every column of a hold, each with its dtype, all rules kept.

    Columns that are no part of a hold are left out. A missing `exercise` is hip_balance, a missing `hold_id` or
    `session_id` is made (see `hold_ids`, `session_ids`), any other missing column is missing values.

    Parameters
    ----------
    holds : DataFrame, Arrow table, Log or Reading
        With at least `started_at`, `side` and `hold_s` (seconds); of pandas with columns of any type, or of
        polars, pyarrow, DuckDB and whatever else has `__arrow_c_stream__`. A `started_at` that carries an offset
        or a zone gives the local time and `utc_offset_min`.
    where : str
        How an error begins to say which row it is about.

    Raises
    ------
    LogError
        Where a column or a value breaks a rule; it names the first such row.
    """
    return HOLDS.conform(holds, where=where)


def reached(holds: pd.DataFrame) -> pd.Series:
    """Return which holds reached their target: `hold_s >= target_s`, both in seconds; False where none was named.

    Parameters
    ----------
    holds : DataFrame
        With `hold_s` and `target_s`.

    Returns
    -------
    Series of bool
    """
    return (holds["hold_s"] >= holds["target_s"]).fillna(False).astype(bool)


def follow(hold: dict, values: dict) -> dict:
    """Return `values` for the correction of a hold, with what follows from them.

    Where the seconds or the target are corrected, why it ended follows: at its target it reached it, below it a
    hold that was said to reach it was let go. What was claimed of it is never more than all of it.

    Parameters
    ----------
    hold : dict
        The hold as it was, by column.
    values : dict
        What is corrected, by column; an `ended` or `claimed_s` given here is left as it is.

    Returns
    -------
    dict
    """
    after = hold | values
    follows: dict = {}
    try:
        seconds = float(after["hold_s"])
        target = np.nan if pd.isna(after.get("target_s")) else float(after["target_s"])
    except (TypeError, ValueError):  # `conform` says what is wrong with it
        return dict(values)
    if {"hold_s", "target_s"} & set(values):
        if seconds >= target:
            follows["ended"] = "target"
        elif after.get("ended") == "target":
            follows["ended"] = "let_go"
        if not pd.isna(claimed := after.get("claimed_s")):
            follows["claimed_s"] = min(claimed, seconds)
    return follows | values


def is_example(holds: pd.DataFrame) -> bool:
    """Return whether any of these holds is of the example log, which is nobody's."""
    return bool(holds["source"].eq(EXAMPLE).any())
