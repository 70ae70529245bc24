"""What is measured of a log for its sentences, each number once, and how long ago its end is."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from hiplog.dates import day_in_words
from hiplog.measures.first_weeks import against_first_weeks
from hiplog.measures.holds.arrays import Arrays, arrays_of, between
from hiplog.measures.holds.selection import A_WHILE_DAYS, LATELY_DAYS, Chosen
from hiplog.measures.pain.change import change_of, change_of_sides, is_rated_by_side, ratings_of
from hiplog.measures.pain.days import next_day_of, pain_of
from hiplog.measures.pain.months import months_of, with_the_first
from hiplog.measures.pain.stops import pain_stops
from hiplog.measures.practice import practice_of, that_are_over
from hiplog.measures.sides.balance import latest
from hiplog.measures.sides.given_up import GivenUp, given_up, while_both
from hiplog.measures.trend import trend_of
from hiplog.measures.typical import typical_of
from hiplog.schema import Diary
from hiplog.verdicts.span import days_there, is_now, span_in_words

LATELY = pd.Timedelta(days=LATELY_DAYS)
TREND_DAYS = 56
YESTERDAY, A_WHILE = pd.Timedelta(days=1), pd.Timedelta(days=A_WHILE_DAYS)


@dataclass(frozen=True)
class LogEnd:
    """The day of the last hold, beside that of the first, and beside today, if that is known."""

    first: pd.Timestamp
    day: pd.Timestamp
    today: pd.Timestamp | None

    @property
    def is_now(self) -> bool:
        """Whether the present tense is true of what the last hold tells."""
        return is_now(self.day, self.today)

    @property
    def is_lately(self) -> bool:
        """Whether the last hold is of the 28 days before today."""
        return self.today is not None and self.today - self.day < LATELY

    @property
    def weeks(self) -> str:
        """The four weeks up to the last hold, or as many days of them as the log has, in words."""
        return span_in_words(days_there(LATELY_DAYS, self.first, self.day), self.day, self.today)

    def __str__(self) -> str:
        return day_in_words(self.day)


@dataclass(frozen=True)
class Facts:
    """The holds of one exercise, of which there is one at least, and what the measures say of them."""

    held: pd.DataFrame
    exercise: str
    plan: int | None
    end: LogEnd
    diary: Diary

    @cached_property
    def since(self) -> pd.Timestamp:
        """The first of the last 28 days."""
        return self.end.day - LATELY + YESTERDAY

    @cached_property
    def arrays(self) -> Arrays:
        """The holds as arrays."""
        return arrays_of(self.held)

    @cached_property
    def typical(self) -> pd.DataFrame:
        """The typical hold of each side in the last 28 days: what "now" is wherever it is told."""
        return pd.DataFrame(typical_of(self.arrays))

    @property
    def typical_at_first(self) -> pd.DataFrame:
        """The typical hold of each side in the first 28 days."""
        first = int(self.arrays.day[0])
        return pd.DataFrame(typical_of(between(self.arrays, first, first + LATELY_DAYS - 1)))

    @property
    def typical_before(self) -> pd.DataFrame:
        """The typical hold of each side in the 28 days before the last 28."""
        until = int(self.arrays.day[-1]) - LATELY_DAYS
        return pd.DataFrame(typical_of(between(self.arrays, until - LATELY_DAYS + 1, until)))

    @property
    def first_targets(self) -> dict[str, list[float]]:
        """The targets of each side in the first 28 days, by time."""
        early = self.held[self.held["day"] < self.held["day"].iloc[0] + LATELY].dropna(subset="target_s")
        return {str(side): targets.unique().tolist() for side, targets in early.groupby("side")["target_s"]}

    @cached_property
    def _last_of_side(self) -> pd.Series:
        """The last day of each side that was held."""
        return self.held.groupby("side")["day"].max()

    @cached_property
    def given_up(self) -> GivenUp | None:
        """The side that was not held for a while when the other went on, and its last day."""
        return given_up(self.arrays)

    @cached_property
    def both_held(self) -> Arrays:
        """The holds up to the day on which a side was given up, if one was."""
        return while_both(self.arrays)

    @cached_property
    def balance(self) -> Any:
        """The balance of the last 28 days in which both sides were held."""
        (row,) = pd.DataFrame([latest(self.both_held)]).itertuples()
        return row

    @property
    def balance_at_first(self) -> Any:
        """The balance of the first 28 days, or None where they are of the last 56."""
        first, last = int(self.both_held.day[0]), int(self.both_held.day[-1])
        if last - first < 2 * LATELY_DAYS:
            return None
        (row,) = pd.DataFrame([latest(between(self.both_held, first, first + LATELY_DAYS - 1))]).itertuples()
        return row

    @cached_property
    def practice(self) -> pd.DataFrame:
        """Each day beside its plan, up to today if that is known and some of it was lately."""
        until = self.end.today if self.end.is_lately else None
        days = practice_of(self.arrays, self.diary, self.plan, until)
        return that_are_over(pd.DataFrame(days), self.end.today, self.end.day)

    @property
    def has_plan(self) -> bool:
        """Whether anybody set a plan; one session a day, against which days are held without, is nobody's."""
        return self.plan is not None or len(self.diary.plans) > 0

    @cached_property
    def pain_days(self) -> pd.DataFrame:
        """The pain of each day."""
        return pd.DataFrame(pain_of(self.arrays, self.diary))

    @cached_property
    def months(self) -> pd.DataFrame:
        """The typical pain of each 28 days, the first as many from the first on."""
        return with_the_first(months_of(self.pain_days), self.pain_days)

    @cached_property
    def _lately(self) -> pd.DataFrame:
        """The holds of the last 28 days."""
        return self.held[self.held["day"] >= self.since]

    @cached_property
    def _last_ratings(self) -> pd.DataFrame:
        """The pain of their sessions."""
        return ratings_of(self._lately)

    @cached_property
    def pain_stops(self) -> pd.DataFrame:
        """How many holds of each side pain ended in the last 28 days."""
        return pain_stops(Chosen(self._lately), exercise=self.exercise)

    @cached_property
    def pain_lately(self) -> pd.DataFrame:
        """Pain before and after each session of the last 28 days of which both are known."""
        return change_of(self._last_ratings).dropna(subset="change")

    @cached_property
    def pain_of_sides(self) -> pd.DataFrame:
        """The same of each side, where the sides were rated one by one before them."""
        return change_of_sides(self._lately)

    @property
    def is_rated_by_side_after(self) -> bool:
        """Whether sides were rated one by one after these sessions."""
        return is_rated_by_side(self._lately, "pain_after")

    @property
    def pain_next_day(self) -> pd.DataFrame:
        """Pain on the day after each session of the last 28 days, and right after it."""
        return next_day_of(self._last_ratings, self.diary)

    @cached_property
    def since_first(self) -> dict[str, int]:
        """Whether each side is held longer (1) or shorter (-1) now than in the first 28 days; 0 where not told."""
        return against_first_weeks(self.arrays)

    @cached_property
    def trend(self) -> pd.DataFrame:
        """The trend of each side that is still held, where there is enough to tell."""
        still = self._last_of_side[self.end.day - self._last_of_side <= A_WHILE].index
        rows = trend_of(self.arrays, TREND_DAYS)
        return pd.DataFrame([row for row in rows if row["verdict"] != "not_enough" and row["side"] in still])


def ended(end: LogEnd) -> str:
    """Say when the log ended, where that is some time ago."""
    if end.today is None or end.is_now or end.today < end.day:
        return ""
    return f"The last hold was on {end}, {(end.today - end.day).days} days ago."
