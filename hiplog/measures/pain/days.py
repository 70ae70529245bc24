"""Pain day by day, with the days for which it is not known, and pain on the day after a session."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary, first_of_day
from hiplog.measures.frames import day_number, days_at, table
from hiplog.measures.holds.arrays import Arrays, arrays_of
from hiplog.measures.holds.selection import chosen
from hiplog.measures.holds.tries import of_tries
from hiplog.measures.pain.change import ratings_of
from hiplog.schema import DAYS, Diary

_DAY = {
    "day": "datetime64[us]",
    "pain": "Float64",
    "highest": "Float64",
    "rated": "str",
    "of_two": "bool",
    "session": "bool",
}
_NEXT = {
    "started_at": "datetime64[us]",
    "pain_before": "Float64",
    "pain_after": "Float64",
    "pain_next_day": "Float64",
    "change": "Float64",
}
_ONE_DAY = pd.Timedelta(days=1)


def pain_days(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    diary: Diary | None = None,
) -> pd.DataFrame:
    """Say what is known of the pain of each day, also of those without a session.

    Who skips the exercise when it hurts rates no pain on just those days: the days with a session alone show too
    little of it. So what is said of other days counts too, and days of which nothing is known are there as well.

    Parameters
    ----------
    holds : DataFrame, Arrow table, Log or Reading
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise whose sessions count.
    since, until : date, datetime or str, optional
        Only holds and days from then on, and until then, count, as if the log had no others; a date alone is that
        whole day, and a `since` of "90 days" the last 90 up to today.
    diary : Diary, optional
        What was said of days, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    DataFrame
        One row per day from the first to the last of which anything is known. `day`; `pain`, 0 to 10, the first
        number given before a session of the day, or after one in a log that has none before, the higher where both
        sides were asked, as in `pain_change`; or else the first that was said of the day; `highest`, the highest
        of all of them; `rated`, where `pain` comes from: `session`, `day`, or missing; whether it is the higher
        `of_two` numbers that the sides were given; and whether there was a `session`, if only a hold.

    Examples
    --------
    >>> hiplog.pain_days(hiplog.example()).head(3)
             day  pain  highest    rated  of_two  session
    0 2025-11-01   5.0      5.0  session   False     True
    1 2025-11-02   5.0      5.0  session   False     True
    2 2025-11-03  <NA>     <NA>      NaN   False    False
    """
    return days_of("pain_days", holds, exercise, since, until, diary)


def days_of(
    of: str,
    holds: Holds,
    exercise: arguments.ExerciseName,
    since: arguments.Since | None,
    until: arguments.Moment | None,
    diary: Diary | None,
) -> pd.DataFrame:
    """Return `pain_days` for a function with that name, with which a refusal begins."""
    held = chosen(of, holds, exercise, since, until)
    said = chosen_diary(of, holds, diary, since, until)
    return table(_DAY, [pd.DataFrame(pain_of(arrays_of(held), said))])


def pain_of(held: Arrays, said: Diary) -> dict[str, np.ndarray]:
    """Return the columns of `pain_days` of holds of one exercise, and what was said of their days."""
    of_days, answers = said.days.dropna(subset="pain"), first_of_day(said.days, "pain")
    known = np.concatenate([held.day, day_number(said.days["day"])])
    day = np.arange(known.min(), known.max() + 1) if len(known) else known
    in_session, of_day, between_sides = np.full((3, len(day)), np.nan)
    name = "pain_after" if np.isnan(held.pain_before).all() else "pain_before"
    asked = getattr(held, name)
    answered = ~np.isnan(asked)
    days, first = np.unique(held.day[answered], return_index=True)
    left, right = of_tries(held.session, held.side, asked, name)[held.session[answered][first]].T
    in_session[days - day[:1]] = np.fmax(left, right)
    between_sides[days - day[:1]] = np.abs(left - right)
    of_day[day_number(answers.index) - day[:1]] = answers.to_numpy("float64")
    highest = np.full(len(day), np.nan)
    np.fmax.at(highest, held.day - day[:1], np.fmax(held.pain_before, held.pain_after))
    np.fmax.at(highest, day_number(of_days["day"]) - day[:1], of_days["pain"].to_numpy("float64"))
    pain = np.where(np.isnan(in_session), of_day, in_session)
    rated = np.where(~np.isnan(in_session), "session", np.where(~np.isnan(of_day), "day", None))
    columns = {"day": days_at(day), "pain": pain, "highest": highest, "rated": rated}
    return columns | {"of_two": between_sides > 0, "session": np.isin(day, held.day)}


def pain_next_day(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    diary: Diary | None = None,
) -> pd.DataFrame:
    """Compare the pain on the day after a session with that before it, and right after it.

    Parameters
    ----------
    holds : DataFrame, Arrow table, Log or Reading
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise whose sessions count.
    since, until : date, datetime or str, optional
        Only holds and days from then on, and until then, count, as if the log had no others; a date alone is that
        whole day, and a `since` of "90 days" the last 90 up to today.
    diary : Diary, optional
        What was said of days, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    DataFrame
        One row per session after which pain was rated, by time; of several on a day only the last, for they share
        their next day. `started_at`; `pain_before`, the first of that day, and `pain_after`, 0 to 10;
        `pain_next_day`, the first number given before a session of the next day, or else the first that was said
        of that day, missing where there is neither; `change`, from right after the session to the next day. That
        is mostly a rise where a session helps for a while, whatever it does for longer: `pain_before` is the
        fairer measure.

    Examples
    --------
    >>> hiplog.pain_next_day(hiplog.example()).drop(columns="pain_before").head(2)
               started_at  pain_after  pain_next_day  change
    0 2025-11-01 19:06:52         4.0            5.0     1.0
    1 2025-11-02 07:02:19         4.0           <NA>    <NA>
    """
    held = chosen("pain_next_day", holds, exercise, since, until)
    said = chosen_diary("pain_next_day", holds, diary, since, until)
    return next_day_of(ratings_of(held), said)


def next_day_of(ratings: pd.DataFrame, diary: Diary) -> pd.DataFrame:
    """Return `pain_next_day` of what `ratings_of` returns, and what was said of the days."""
    every = ratings.assign(day=ratings["started_at"].dt.normalize())
    rows = every.dropna(subset="pain_after").drop_duplicates("day", keep="last")
    before = every.dropna(subset="pain_before").groupby("day")["pain_before"].first()
    known = before.combine_first(first_of_day(diary.days, "pain"))
    rows["pain_before"] = rows["day"].map(before)
    rows["pain_next_day"] = (rows["day"] + _ONE_DAY).map(known).astype(DAYS.columns["pain"])
    rows["change"] = (rows["pain_next_day"] - rows["pain_after"]).round(6)  # 5.3 - 4.3 is 1
    return table(_NEXT, [rows])
