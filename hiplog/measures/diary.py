"""What was said of days: of those that a measure or a chart is asked about."""

from __future__ import annotations

import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.schema import Diary, diary_of


def chosen_diary(
    of: str,
    holds: Holds,
    diary: Diary | None,
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
) -> Diary:
    """Return the days and marks that a function is asked about, with all plans.

    Parameters
    ----------
    of : str
        The name of the function, with which a refusal begins.
    holds : DataFrame, Arrow table, Log or Reading
    diary : Diary or None
        None for those of the log or reading that `holds` is.
    since, until : date, datetime or str, optional
        Only the days and marks from then on, and until then.

    Raises
    ------
    LogError
        Where an argument cannot be used.
    """
    return diary_of(holds, arguments.diary(of, diary)).between(*arguments.span(of, since, until))


def first_of_day(days: pd.DataFrame, name: str) -> pd.Series:
    """Return the first value of a column that was said of each day, for the days of which any was."""
    said = days.sort_values(["day", "time"], na_position="first", kind="stable").dropna(subset=name)
    return said.groupby("day")[name].first()
