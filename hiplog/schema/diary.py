"""What a log keeps beside holds: days without one, how often one means to practise, dated words of one's own."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from hiplog.exercise import MOST_PLAN, PLAN
from hiplog.ids import ids_of
from hiplog.schema.holds import ANY_TIME, PAIN, PAIN_EXPECTED
from hiplog.schema.table import Table

REASONS = ("rest", "ill", "away", "told_to_pause", "pain")
_DAY = {"day": ANY_TIME}
_DAY_EXPECTED = {"day": "a date like 2026-03-04"}


def _says_nothing(days: pd.DataFrame) -> tuple[np.ndarray, Callable[[pd.Series], str]]:
    said = days[["pain", "reason", "note"]].notna().any(axis=1)
    return ~said.to_numpy(), lambda _: "pain, reason and note are all missing, expected one of them at least"


DAYS = Table(
    name="days",
    one="day",
    columns={
        "day_id": "str",  # UUID; the same entry always has the same one
        "day": "datetime64[us]",  # a date
        "time": "str",  # hours and minutes at which it was said; missing where that is not known
        "pain": "Float64",  # numeric rating scale, 0 no pain to 10 worst imaginable
        "reason": "str",  # why there was no session: see REASONS
        "note": "str",  # the person's own words, to the letter
        "source": "str",  # timer, or the name of the file read
    },
    required=("day",),
    identity=("day", "time"),
    agree=("pain", "reason", "note"),
    expected=_DAY_EXPECTED
    | {
        "time": "hours and minutes like 07:10, or nothing",
        "pain": PAIN_EXPECTED,
        "reason": f"one of {', '.join(REASONS)}, or nothing",
    },
    choices={"reason": REASONS},
    limits=_DAY | {"pain": PAIN},
    patterns={"time": r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"},
    made={"day_id": lambda days: ids_of(days, ("day", "time"), seed=5)},
    broken_by=_says_nothing,
)
PLANS = Table(
    name="plans",
    one="plan",
    columns={
        "plan_id": "str",  # UUID, made of the day: a day has one plan
        "day": "datetime64[us]",  # the first day on which it holds
        "plan": "Int16",  # sessions meant per day
    },
    required=("day", "plan"),
    identity=("day",),
    agree=("plan",),
    expected=_DAY_EXPECTED | {"plan": f"a whole number from 1 to {MOST_PLAN}"},
    limits=_DAY | {"plan": pd.Interval(1, MOST_PLAN, "both")},
    made={"plan_id": lambda plans: ids_of(plans, ("day",), seed=7)},
)
MARKS = Table(
    name="marks",
    one="mark",
    columns={
        "mark_id": "str",  # UUID
        "day": "datetime64[us]",
        "words": "str",  # the person's own, to the letter
    },
    required=("day", "words"),
    identity=("day", "words"),
    expected=_DAY_EXPECTED | {"words": "a few words, like 'three times a day'"},
    limits=_DAY,
    made={"mark_id": lambda marks: ids_of(marks, ("day", "words"), seed=9)},
)


@dataclass(frozen=True, eq=False)
class Diary:
    """What is kept of a person's days beside their holds.

    Attributes
    ----------
    days, plans, marks : DataFrame
        With the columns of `DAYS`, `PLANS` and `MARKS`; what is left out has no rows.

    Raises
    ------
    LogError
        Where a frame breaks a rule of its table.
    """

    days: pd.DataFrame = field(default_factory=DAYS.empty)
    plans: pd.DataFrame = field(default_factory=PLANS.empty)
    marks: pd.DataFrame = field(default_factory=MARKS.empty)

    def __post_init__(self) -> None:
        for table in (DAYS, PLANS, MARKS):
            given = getattr(self, table.name)
            if isinstance(given, pd.DataFrame) and given.empty and list(given) == list(table.columns):
                rows = table.empty()  # as of most logs: there is nothing to look at
            else:
                rows = table.conform(given).sort_values("day", kind="stable", ignore_index=True)
            object.__setattr__(self, table.name, rows)

    def between(self, first: pd.Timestamp | None, last: pd.Timestamp | None) -> "Diary":
        """Return the days and marks from one moment to another, None for no limit, with all plans."""
        if first is None and last is None:
            return self
        limits = {"first": first and first.normalize(), "last": last}
        return Diary(_between(self.days, **limits), self.plans, _between(self.marks, **limits))

    def plan_on(self, days: pd.Series | pd.DatetimeIndex) -> np.ndarray:
        """Return the sessions meant on each of these days: of the last plan from that day or before, 1 before any.

        Parameters
        ----------
        days : Series or DatetimeIndex

        Returns
        -------
        array of int
        """
        at = self.plans["day"].searchsorted(pd.DatetimeIndex(days), side="right")
        return np.array([PLAN, *self.plans["plan"].astype("int64")])[at]


def _between(rows: pd.DataFrame, first: pd.Timestamp | None, last: pd.Timestamp | None) -> pd.DataFrame:
    least, most = ANY_TIME.left if first is None else first, ANY_TIME.right if last is None else last
    return rows[rows["day"].between(least, most)]


def diary_of(holds: object, diary: Diary | None = None) -> Diary:
    """Return what is known beside holds: what is given, or else what the log or reading has that they are from.

    Parameters
    ----------
    holds : DataFrame, Arrow table, Log or Reading
    diary : Diary, optional
    """
    if diary is not None:
        return diary
    its_own = None if isinstance(holds, type) else getattr(holds, "diary", None)
    return its_own() if callable(its_own) else its_own if isinstance(its_own, Diary) else Diary()
