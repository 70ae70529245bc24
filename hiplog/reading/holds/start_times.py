"""When the holds of a block began: a date in one column, a time in another or in the same, both perhaps above."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd

from hiplog.reading.holds.day_and_month import order_elsewhere
from hiplog.reading.holds.extract import Extract, Holds
from hiplog.reading.values.date_columns import (
    DAY_FIRST,
    MONTH_FIRST,
    NOT_TOLD_APART,
    Moments,
    read_dates,
    read_times,
)

_UTC = re.compile(r"(?i)\b(?:utc|gmt)\b|_utc\b")


def add_times(extract: Extract, holds: Holds) -> Callable[[], None]:
    """Add `started_at` and `utc_offset_min` to holds, missing where they cannot be told.

    What is returned is to be called when all faults are known: it spells out the dates of such rows, which only
    the column or the rows above explain.
    """
    column = extract.block.where("date")[0]
    cells, year = extract.block.columns[column], extract.options.year
    dates = read_dates(cells, day_first=extract.options.day_first, year=year)
    if dates.decided == NOT_TOLD_APART and (order := order_elsewhere(extract.block)):
        dates = read_dates(cells, day_first=order[0], year=year)
        dates.decided = f"{DAY_FIRST if order[0] else MONTH_FIRST}, as in {order[1]}"
    if dates.decided:
        extract.decided["date"] = dates.decided
    clock = _clock(extract, dates)
    above = _above(extract, dates, clock)
    nat = np.isnat(dates.moments)
    blank = nat & (dates.expected == "") if nat.any() else nat
    take = np.where(blank & (above >= 0), above, np.arange(extract.n))  # the row whose date counts
    days = dates.moments.astype("datetime64[D]").astype("datetime64[us]")[take]
    _fault_dates(extract, holds, days, dates.expected[take], column)
    time = np.where(clock.timed, clock.moments.view("int64"), -1)
    if (time >= 0).any() and not extract.wide:
        time = _carried(days, time)
    offset = np.where(np.isnan(clock.offset), dates.offset, clock.offset)
    offset = np.where(np.isnan(offset), dates.offset[take], offset)
    in_utc = any(
        _UTC.search(extract.block.names[i]) for kind in ("date", "time") for i in extract.block.where(kind)
    )
    offset = np.where(np.isnan(offset) & (time >= 0) & in_utc, 0, offset)
    started = days + np.maximum(time, 0).view("timedelta64[us]")
    started, offset = _local(extract, started, offset)
    extract.started, extract.timed = started, time >= 0
    rows = holds["row"]
    holds["started_at"], holds["utc_offset_min"] = started[rows], offset[rows]
    for begin in extract.block.where("begin"):
        began, of_side = read_times(extract.block.columns[begin]), extract.block.meanings[begin].side
        here = (holds["side"] == of_side) & began.timed[rows]
        since_midnight = began.moments[rows].view("int64").view("timedelta64[us]")
        holds["started_at"] = np.where(here, days[rows] + since_midnight, holds["started_at"])
    unclear = blank | bool(dates.decided)
    return lambda: _spell_out(extract, column, days, unclear, dates.timed)


def _local(extract: Extract, started: np.ndarray, offset: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the starts and offsets in the time zone that was told; say where they are in UTC and none was."""
    known = ~np.isnan(offset) & ~np.isnat(started)
    if not known.any():
        return started, offset
    zone = extract.options.timezone
    if zone is None:
        if not offset[known].any():
            extract.decided["utc"] = "times are in UTC: timezone= makes them local"
        elif (offset[known] == 0).any():
            extract.decided["utc"] = "some times are in UTC: timezone= makes all of them local"
        return started, offset
    utc = started[known] - (offset[known] * 60_000_000).astype("timedelta64[us]")
    local = pd.DatetimeIndex(utc).tz_localize("UTC").tz_convert(zone).tz_localize(None).to_numpy("datetime64[us]")
    started, offset = started.copy(), offset.copy()
    started[known], offset[known] = local, (local - utc) / np.timedelta64(1, "m")
    extract.decided["utc"] = f"times as they were in {zone}"
    return started, offset


def _clock(extract: Extract, dates: Moments) -> Moments:
    """Return the time of day of each row, from its own column or from the date's."""
    none = np.full(extract.n, np.nan)
    since_midnight = (dates.moments - dates.moments.astype("datetime64[D]")).view("datetime64[us]")
    clock = Moments(since_midnight, dates.timed.copy(), none, dates.expected)
    for column in extract.block.where("time")[:1]:
        times = read_times(extract.block.columns[column])
        given = times.timed & ~dates.timed
        clock = Moments(
            np.where(given, times.moments, clock.moments), clock.timed | given, times.offset, times.expected
        )
        for row in np.flatnonzero(times.expected != ""):
            extract.fault(row, column, times.expected[row])
    return clock


def _above(extract: Extract, dates: Moments, clock: Moments) -> np.ndarray:
    """Return the row whose date a row without one takes over, or -1."""
    inked = ~np.isnat(dates.moments) | (dates.expected != "")
    above = np.maximum.accumulate(np.where(inked, np.arange(extract.n), -1)) if extract.n else np.arange(0)
    if not extract.wide or extract.app:
        return above
    return np.where(clock.timed, above, -1)  # one row a session: only where it has a time of its own


def _fault_dates(extract: Extract, holds: Holds, days: np.ndarray, expected: np.ndarray, column: int) -> None:
    with_holds = np.zeros(extract.n, dtype=bool)
    with_holds[holds["row"]] = True
    with_holds[list(extract.faults)] = True
    for row in np.flatnonzero(np.isnat(days) & with_holds):
        extract.fault(row, column, expected[row] or "a date like 2024-03-04; the cell is blank")


def _spell_out(extract: Extract, column: int, days: np.ndarray, unclear: np.ndarray, timed: np.ndarray) -> None:
    for row in extract.faults:
        if unclear[row] and not timed[row] and not np.isnat(days[row]):
            extract.plain[row] = {column: pd.Timestamp(days[row]).date().isoformat()}


def _carried(day: np.ndarray, time: np.ndarray) -> np.ndarray:
    """Return times of day; a row without one has that of the row above on its day, else of the next below."""
    if (time >= 0).all():
        return time
    run = np.cumsum(np.concatenate([[True], day[1:] != day[:-1]]))
    filled = pd.Series(np.where(time < 0, np.nan, time)).groupby(run)
    return filled.ffill().fillna(filled.bfill()).fillna(-1).to_numpy().astype("int64")
