"""Pain month by month, beside the person's own earlier months."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.fits import gate
from hiplog.measures.frames import table
from hiplog.measures.holds.selection import LATELY_DAYS
from hiplog.measures.pain.change import ALIKE
from hiplog.measures.pain.days import days_of
from hiplog.schema import Diary

_COLUMNS = {
    "begin": "datetime64[us]",
    "end": "datetime64[us]",
    "n": "int64",
    "n_days": "int64",
    "n_no_session": "int64",
    "median_pain": "float64",
    "change": "float64",
    "change_pct": "float64",
    "low_pain": "float64",
    "high_pain": "float64",
    "verdict": "str",
}
_LEAST_BASELINE = 3.0
LEAST_DAYS, _LEAST_MONTHS = 7, 4


def pain_months(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    diary: Diary | None = None,
) -> pd.DataFrame:
    """Compare the typical pain of each 28 days with that of the 28 days before.

    A day's pain is that of `hiplog.pain_days`: the same question each day, whatever the number of sessions, and
    what was said of a day without one. The 28 days are counted back from the last day with pain known.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise whose sessions count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    diary : Diary, optional
        What was said of days, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    DataFrame
        One row per 28 days, by time; those without any pain logged are there too, so that a gap is seen.
        `begin` and `end`, their first and last day; `n`, the days with pain known; `n_days`, all days of the log
        among them; `n_no_session`, those without pain known on which there was no session; `median_pain`, 0 to 10;
        `change` from the 28 days before, in points; `change_pct`, missing where the 28 days before lie under 3 (a
        percentage of little is noise); `low_pain` to `high_pain`, the 95 % prediction interval from one's own
        earlier spans (those with 7 days or more, without the first, for logs are often begun when it hurts most);
        and the `verdict`: `lower` or `higher`, where the median lies outside that and a point or more from its
        middle, and did so of the 28 days that ended a week before too, for who looks every week sees many spans;
        `as_before`; or `not_enough`, with fewer than 7 days, or 4 earlier ones to compare with.

    Examples
    --------
    >>> months = hiplog.pain_months(hiplog.example())
    >>> months[["begin", "n", "median_pain", "change", "verdict"]].tail(2)
            begin   n  median_pain  change    verdict
    12 2026-09-06  26          1.0    -1.0  as_before
    13 2026-10-04  25          1.0     0.0  as_before
    """
    return months_of(days_of("pain_months", holds, exercise, since, until, diary))


def months_of(days: pd.DataFrame) -> pd.DataFrame:
    """Return `pain_months` of the rows of `pain_days`."""
    days = days[: days["pain"].last_valid_index() + 1] if days["pain"].notna().any() else days[:0]
    if days.empty:
        return table(_COLUMNS, [])
    rows, a_week_before = (_against_own_months(_months_up_to(days, back)) for back in (0, gate.WEEK))
    lasting = rows["verdict"].eq(a_week_before["verdict"].reindex(rows.index)) | rows["verdict"].eq("not_enough")
    return table(_COLUMNS, [rows.assign(verdict=rows["verdict"].where(lasting, "as_before"))])


def _months_up_to(days: pd.DataFrame, back: int) -> pd.DataFrame:
    """Return each 28 days up to so many days before the last, 0 being the latest of them, -1 the one before."""
    days, last = days.iloc[: len(days) - back], days["day"].iloc[-1] - pd.Timedelta(days=back)
    month, before = np.arange(-(-len(days) // LATELY_DAYS)), -len(days) % LATELY_DAYS

    def by_month(values: np.ndarray, none: float) -> np.ndarray:
        return np.concatenate([np.full(before, none, values.dtype), values]).reshape(-1, LATELY_DAYS)

    pain = np.sort(by_month(days["pain"].to_numpy("float64", na_value=np.nan), np.nan), axis=1)  # none is last
    n = (~np.isnan(pain)).sum(axis=1)
    median = pd.Series((pain[month, (n - 1) // 2] + pain[month, n // 2]) / 2, month - len(month) + 1)
    end = last + pd.to_timedelta(median.index * LATELY_DAYS, unit="D")
    change, no_session = median.diff(), days["pain"].isna().to_numpy() & ~days["session"].to_numpy(dtype=bool)
    percent = 100 * change / median.shift().where(lambda before: before >= _LEAST_BASELINE)
    columns = {"begin": end - pd.Timedelta(days=LATELY_DAYS - 1), "end": end, "n": n}
    columns |= {"n_days": by_month(np.ones(len(days), dtype=bool), False).sum(axis=1)}
    columns |= {"n_no_session": by_month(no_session, False).sum(axis=1)}
    columns |= {"median_pain": median, "change": change, "change_pct": percent}
    rows = pd.DataFrame(columns)
    return rows[rows["n"].gt(0).cummax()]


def _against_own_months(months: pd.DataFrame) -> pd.DataFrame:
    """Hold each month against the 95 % prediction interval of the earlier ones but the first."""
    is_enough, medians = months["n"].to_numpy() >= LEAST_DAYS, months["median_pain"].to_numpy()
    rows = []
    for now in range(len(months)):
        earlier = medians[:now][is_enough[:now]][1:]
        rows.append(_against(medians[now], earlier) if is_enough[now] else (np.nan, np.nan, "not_enough"))
    return months.join(pd.DataFrame(rows, months.index, ["low_pain", "high_pain", "verdict"]))


def _against(median: float, earlier: np.ndarray) -> tuple[float, float, str]:
    """Return the prediction interval of the next month after these, and what one with this median is."""
    k = len(earlier)
    if k < _LEAST_MONTHS:
        return np.nan, np.nan, "not_enough"
    middle = earlier.sum() / k  # this and the next in a third of the time of mean and std
    spread = np.sqrt(np.square(earlier - middle).sum() / (k - 1))
    reach = float(stdtrit(k - 1, 0.975)) * spread * np.sqrt(1 + 1 / k)
    far = abs(median - middle) > reach and abs(median - middle) >= ALIKE
    word = ("lower" if median < middle else "higher") if far else "as_before"
    return max(0.0, middle - reach), min(10.0, middle + reach), word
