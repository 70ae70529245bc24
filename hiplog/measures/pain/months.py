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
    pain = days["pain"].to_numpy("float64", na_value=np.nan)
    last = np.flatnonzero(~np.isnan(pain))[-1:]
    if not len(last):
        return table(_COLUMNS, [])
    pain, missed = pain[: last[0] + 1], ~days["session"].to_numpy(dtype=bool)[: last[0] + 1]
    a_week_before = max(0, len(pain) - gate.WEEK)
    rows, before = _months(pain, missed), _months(pain[:a_week_before], missed[:a_week_before])
    n, said = len(rows["n"]), np.full(len(rows["n"]), None, dtype=object)
    said[n - len(before["n"]) :] = before["verdict"]
    lasting = (rows["verdict"] == said) | (rows["verdict"] == "not_enough")
    end = days["day"].iloc[last[0]] - pd.to_timedelta(LATELY_DAYS * np.arange(n)[::-1], unit="D")
    rows |= {"begin": end - pd.Timedelta(days=LATELY_DAYS - 1), "end": end}
    return table(_COLUMNS, [pd.DataFrame(rows | {"verdict": np.where(lasting, rows["verdict"], "as_before")})])


_LEAST_TO_TELL = 3  # months: of fewer the first 28 days would be some of the last


def with_the_first(months: pd.DataFrame, days: pd.DataFrame) -> pd.DataFrame:
    """Return `pain_months` of three months or more with the first 28 days with pain known as the first of them.

    Months are counted back from the last day: the first of them is what is left over, of a day or two perhaps.
    """
    if len(months) < _LEAST_TO_TELL:
        return months
    known = days.loc[days["pain"].notna(), ["day", "pain"]]
    begin = known["day"].iloc[0]
    end = begin + pd.Timedelta(days=LATELY_DAYS - 1)
    pain = known.loc[known["day"] <= end, "pain"]
    first = {"begin": begin, "end": end, "n": len(pain), "n_days": LATELY_DAYS, "median_pain": pain.median()}
    return pd.concat([months.iloc[:1].assign(**first), months.iloc[1:]])


def _months(pain: np.ndarray, missed: np.ndarray) -> dict[str, np.ndarray]:
    """Return each 28 days up to the last, from the first with pain known, but for when they are.

    Parameters
    ----------
    pain : array, shape (days,)
    missed : array of bool, shape (days,)
        Which days had no session.
    """
    before = -len(pain) % LATELY_DAYS

    def by_month(values: np.ndarray, none: float) -> np.ndarray:
        return np.concatenate([np.full(before, none, values.dtype), values]).reshape(-1, LATELY_DAYS)

    sorted_pain = np.sort(by_month(pain, np.nan), axis=1)  # none is last
    n = (~np.isnan(sorted_pain)).sum(axis=1)
    month = np.arange(len(n))
    median = (sorted_pain[month, (n - 1) // 2] + sorted_pain[month, n // 2]) / 2
    change, earlier = np.diff(median, prepend=np.nan), np.append(np.nan, median)[:-1]
    percent = 100 * change / np.where(earlier >= _LEAST_BASELINE, earlier, np.nan)
    columns = {"n": n, "n_days": by_month(np.ones(len(pain), dtype=bool), False).sum(axis=1)}
    columns |= {"n_no_session": by_month(missed & np.isnan(pain), False).sum(axis=1)}
    columns |= {"median_pain": median, "change": change, "change_pct": percent}
    known = np.maximum.accumulate(n > 0)
    columns = {name: values[known] for name, values in columns.items()}
    return columns | _against_own(columns["n"], columns["median_pain"])


def _against_own(n: np.ndarray, median: np.ndarray) -> dict[str, np.ndarray]:
    """Hold each month against the 95 % prediction interval of the earlier ones but the first."""
    is_enough, low, high = n >= LEAST_DAYS, *np.full((2, len(n)), np.nan)
    verdict = np.full(len(n), "not_enough", dtype=object)
    for now in np.flatnonzero(is_enough):
        earlier = median[:now][is_enough[:now]][1:]
        low[now], high[now], verdict[now] = _against(median[now], earlier)
    return {"low_pain": low, "high_pain": high, "verdict": verdict}


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
