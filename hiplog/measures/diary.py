"""What was said of days: of those that a measure or a chart is asked about."""

from __future__ import annotations

import pandas as pd

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.schema import Diary, LogError, diary_of

_MOST_OFFERED = 5


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


def marked_day(of: str, at: object, marks: pd.DataFrame) -> pd.Timestamp:
    """Return the day that was given as the `at` of a function, itself or by the words of a mark.

    Raises
    ------
    LogError
        Where it is neither; the marks that there are are named.
    """
    marked = marks.loc[marks["words"] == at, "day"] if isinstance(at, str) else []
    if len(marked):
        return marked.iloc[-1]
    try:
        return arguments.day(of, at, name="at")
    except LogError as error:
        raise LogError(f"{error}{offered(marks)}") from None


def offered(marks: pd.DataFrame) -> str:
    """Return which marks may be the `at` of a function, the latest first; "" where there are none."""
    latest = marks.iloc[::-1].head(_MOST_OFFERED)
    named = [f"{words!r} ({day:%Y-%m-%d})" for day, words in latest[["day", "words"]].itertuples(index=False)]
    return f"; at may also be one of your marks: {', '.join(named)}" if named else ""


def first_of_day(days: pd.DataFrame, name: str) -> pd.Series:
    """Return the first value of a column that was said of each day, for the days of which any was."""
    said = days[days[name].notna()].sort_values(["day", "time"], na_position="first", kind="stable")
    return said.drop_duplicates("day").set_index("day")[name]
