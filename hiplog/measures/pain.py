"""Pain before and after a session, and spells of more of it than one's own recent level.

Pain is the person's own rating, 0 (none) to 10 (the worst imaginable), and is compared with nothing but their own.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.diary import chosen_diary
from hiplog.measures.frames import day_number, table
from hiplog.measures.pain_days import pain_days
from hiplog.measures.selection import LATELY_DAYS, chosen
from hiplog.measures.sessions import sessions
from hiplog.schema import Diary

_CHANGE = {
    "started_at": "datetime64[us]",
    "pain_before": "Float64",
    "pain_after": "Float64",
    "change": "Float64",
    "category": "str",
}
_MONTH = {
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
_SPELL = {"begin": "datetime64[us]", "end": "datetime64[us]", "days": "int64", "peak": "float64"}
_ALIKE = 1.0  # points; less than that either way is the same
IMPORTANT = 2.0
_LEAST_BASELINE = 3.0
_LAG_DAYS, _LEAST_LOGGED = 2, 10
_RISE, _RISE_SD = 2.5, 2.0
_LEAST_DAYS, _LEAST_MONTHS = 7, 4


def pain_change(
    holds: Holds,
    *,
    exercise: str = "hip_balance",
    since: arguments.Moment | None = None,
    until: arguments.Moment | None = None,
) -> pd.DataFrame:
    """Compare the pain after each session with the pain before it.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise whose sessions count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day.

    Returns
    -------
    DataFrame
        One row per session, by time. `started_at`; `pain_before` and `pain_after`, 0 to 10, the higher where both
        sides were asked; `change`, from the one to the other; `category`: `better` (-2 or less), `a little
        better`, `same` (under 1 either way), `a little worse`, `worse` (2 or more). What was not asked is missing,
        and so is the change then.

    Notes
    -----
    Farrar et al. (2001), Pain 94:149-158: a change of about 2 points, or 30 %, is what people called much
    improved.
    """
    rows = sessions(chosen("pain_change", holds, exercise, since, until))
    change = (rows["pain_after"] - rows["pain_before"]).round(6)  # 5.3 - 4.3 is 1
    found = {"pain_before": rows["pain_before"], "pain_after": rows["pain_after"], "change": change}
    return table(_CHANGE, [rows[["started_at"]].assign(**found, category=_category(change))])


def pain_months(
    holds: Holds,
    *,
    exercise: str = "hip_balance",
    since: arguments.Moment | None = None,
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
        that whole day.
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
        middle; `as_before`; or `not_enough`, with fewer than 7 days, or 4 earlier ones to compare with.
    """
    held = chosen("pain_months", holds, exercise, since, until)
    said = chosen_diary("pain_months", holds, diary, since, until)
    days = pain_days(held, exercise=exercise, diary=said)
    days = days[: days["pain"].last_valid_index() + 1] if days["pain"].notna().any() else days[:0]
    if days.empty:
        return table(_MONTH, [])
    number = day_number(days["day"])
    unknown = days["pain"].isna()
    by = days.assign(no_session=unknown & ~days["session"]).groupby(-((number[-1] - number) // LATELY_DAYS))
    months = by["pain"].agg(["count", "median"]).astype("float64")
    end = days["day"].iloc[-1] + pd.to_timedelta(months.index * LATELY_DAYS, unit="D")
    change = months["median"].diff()
    percent = 100 * change / months["median"].shift().where(lambda before: before >= _LEAST_BASELINE)
    found = {"begin": end - pd.Timedelta(days=LATELY_DAYS - 1), "end": end, "n": months["count"]}
    found |= {"n_days": by.size(), "n_no_session": by["no_session"].sum()}
    found |= {"median_pain": months["median"], "change": change, "change_pct": percent}
    rows = pd.DataFrame(found)
    return table(_MONTH, [_beside_own_months(rows[rows["n"].gt(0).cummax()])])


def _beside_own_months(months: pd.DataFrame) -> pd.DataFrame:
    """Hold each month against the 95 % prediction interval of the earlier ones but the first."""
    is_enough, medians = months["n"].to_numpy() >= _LEAST_DAYS, months["median_pain"].to_numpy()
    rows = []
    for now in range(len(months)):
        earlier = medians[:now][is_enough[:now]][1:]
        rows.append(_against(medians[now], earlier) if is_enough[now] else (np.nan, np.nan, "not_enough"))
    return months.assign(**dict(zip(("low_pain", "high_pain", "verdict"), zip(*rows, strict=True), strict=True)))


def _against(median: float, earlier: np.ndarray) -> tuple[float, float, str]:
    """Return the prediction interval of the next month after these, and what one with this median is."""
    k = len(earlier)
    if k < _LEAST_MONTHS:
        return np.nan, np.nan, "not_enough"
    middle = earlier.mean()
    reach = float(stdtrit(k - 1, 0.975)) * earlier.std(ddof=1) * np.sqrt(1 + 1 / k)
    far = abs(median - middle) > reach and abs(median - middle) >= _ALIKE
    word = ("lower" if median < middle else "higher") if far else "as_before"
    return max(0.0, middle - reach), min(10.0, middle + reach), word


def pain_spells(
    holds: Holds,
    *,
    exercise: str = "hip_balance",
    since: arguments.Moment | None = None,
    until: arguments.Moment | None = None,
    diary: Diary | None = None,
) -> pd.DataFrame:
    """Find the spells in which pain was higher than the person's own recent level.

    A day's pain is the highest number given on it, in a session or beside one. Its line is the median of the 28
    days that ended 2 days before, plus 2.5 points or 2 of their standard deviations if that is more; 10 of the 28
    must have been logged. A spell is found when 2 of the last 3 logged days lie on or above the line, and is over
    when 2 logged days in a row lie below the line at which it was found, nothing is logged for more than 28 days,
    or it has lasted 28 days: then it is the level.
    It begins with the first day of the two and ends with the last day on or above the line.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        The exercise whose sessions count.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day.
    diary : Diary, optional
        What was said of days, such as `log.diary()`; where `holds` is a log or a reading, its own unless given.

    Returns
    -------
    DataFrame
        One row per spell, by time. `begin` and `end`, its first and last day; `days` from the one to the other,
        both counted; `peak`, its highest pain, 0 to 10. One that lasts still ends with the last logged day.

    Notes
    -----
    hiplog's own rule, not a published one.
    """
    held = chosen("pain_spells", holds, exercise, since, until)
    said = chosen_diary("pain_spells", holds, diary, since, until)
    days = pain_days(held, exercise=exercise, diary=said).set_index("day")
    daily = days["highest"].dropna().astype("float64")
    recent = daily.asfreq("D").shift(_LAG_DAYS).rolling(LATELY_DAYS, min_periods=_LEAST_LOGGED)
    line = (recent.median() + np.maximum(_RISE, _RISE_SD * recent.std())).reindex(daily.index)
    pain, day = daily.to_numpy(), day_number(daily.index)
    spells = [
        (daily.index[first], daily.index[last], day[last] - day[first] + 1, pain[first : last + 1].max())
        for first, last in _spells(pain.tolist(), line.tolist(), day.tolist())
    ]
    return table(_SPELL, [pd.DataFrame(spells, columns=list(_SPELL))] if spells else [])


def _spells(pain: list[float], line: list[float], day: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last logged day of each spell, as positions."""
    first = last = level = None
    free = 0  # the first day that belongs to no spell yet
    for now, value in enumerate(pain):
        if first is not None and (
            day[now] - day[now - 1] > LATELY_DAYS
            or day[now] - day[first] >= LATELY_DAYS
            or max(pain[now - 1], value) < level
        ):
            yield first, last
            first, free = None, last + 1
        if first is None:
            high = [i for i in range(max(free, now - 2), now + 1) if pain[i] >= line[now]]
            if len(high) >= 2:
                first, last, level = high[0], high[-1], line[now]
        elif value >= level:
            last = now
    if first is not None:
        yield first, last


def _category(change: pd.Series) -> pd.Series:
    """Return the change in words; on the edges the larger word."""
    way = pd.Series(np.where(change.fillna(0) < 0, "better", "worse"), change.index, dtype="str")
    size = change.abs().fillna(0)
    words = way.mask(size < IMPORTANT, "a little " + way).mask(size < _ALIKE, "same")
    return words.mask(change.isna())
