"""Pain before and after sessions by weeks, months or quarters."""

import numpy as np
import pandas as pd

# What the medians are of in a log of at most so many days, and how many days without one break their line.
MEDIANS_OF = {"week": (400.0, 14), "month": (1500.0, 62), "quarter": (np.inf, 184)}


def medians_of(change: pd.DataFrame, of_each: str) -> pd.DataFrame:
    """Return the median pain before and after each day's first session, of a week, month or quarter, amid them.

    Parameters
    ----------
    change : DataFrame
        Rows of `hiplog.measures.pain.change.ratings_of`.
    of_each : str
        "week", from Monday, "month" or "quarter".

    Returns
    -------
    DataFrame
        A row for each one with a session of which both are rated, the day's first of those: `day`, `pain_before`,
        `pain_after`. None where all are of less than seven days: the sessions themselves say it.
    """
    both = change.dropna(subset=["pain_before", "pain_after"])
    both = both[~both["started_at"].dt.normalize().duplicated()]
    day = both["started_at"].dt.normalize()
    if len(day) and day.max() - day.min() < pd.Timedelta(days=6):
        both, day = both[:0], day[:0]
    span = both.assign(span=begins(day, of_each), day=day).groupby("span")
    pain = span[["pain_before", "pain_after"]].median().astype("float64")
    return pain.assign(day=span["day"].min() + (span["day"].max() - span["day"].min()) / 2).reset_index(drop=True)


def begins(day: pd.Series, of_each: str) -> pd.Series:
    """Return the first day of the week, month or quarter of each day."""
    return day.dt.to_period({"week": "W", "month": "M", "quarter": "Q"}[of_each]).dt.start_time
