"""Are holds growing longer? The curve of the typical hold, with holds at the target kept apart."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.fits.by_day import half_width
from hiplog.measures.fits.newton import Fits, at_cells, fit_cells
from hiplog.measures.fits.runs import daily, residual, stretch
from hiplog.measures.fits.samples import LEAST_DAYS, LEAST_EVENTS, WIDEST
from hiplog.measures.frames import days_at, part_of, table
from hiplog.measures.holds.arrays import Arrays, arrays_of
from hiplog.measures.holds.observed import (
    Observed,
    count,
    is_first_of_day,
    is_order_known,
    observed,
    within_by_side,
)
from hiplog.measures.holds.selection import by_exercise, chosen

_COLUMNS = {
    "exercise": "str",
    "side": "str",
    "day": "datetime64[us]",
    "median_s": "float64",
    "low_s": "float64",
    "high_s": "float64",
    "above_target": "boolean",
    "n": "int64",
    "n_censored": "int64",
    "n_reached": "int64",
}
_OF_A_LINE = 2  # coefficients
_BLOCK = 256  # days fitted at a time: few enough to stay in the cache


def progress(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    span_days: int = 21,
    every_days: int = 1,
) -> pd.DataFrame:
    """Follow the typical (median) hold of each side over time.

    On each day a straight line is fitted to log seconds, holds that reached their target being censored, with
    weights that fall to 0 at `span_days` before and after (tricube, (1 - abs(u)^3)^3); both sides share one
    standard deviation. The curve is the line's value on that day, at equal order where each side was first and
    second often enough (docs/measures.md).

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out of the fits.
    exercise : str or None
        Which exercise; None for each one that has holds.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    span_days : int
        Days to either side that still tell something of a day.
    every_days : int
        Of so many days only the last one with a hold has a row, as in a chart of years; 7 are weeks from Monday.

    Returns
    -------
    DataFrame
        One row per exercise, side and day with a hold. `median_s` with its 95 % interval `low_s` to `high_s`,
        in seconds; `above_target`, whether the median lies above the target of that day, where it is an
        estimate from the shape of the rest (missing where there is no median or no target); `n` and
        `n_censored`, the holds of that side that carry weight, and `n_reached`, those that reached their
        target. The three seconds are missing where there are too few holds to say: fewer than 5 of these are
        uncensored (n - n_censored < 5), or they are of fewer than 7 days; where nearly all reach the target, that
        is the answer. They are missing too where `high_s` would be over 4 times `low_s`: from half to double.

    Notes
    -----
    Local likelihood: Tibshirani and Hastie (1987), J. Am. Stat. Assoc. 82:559-567.
    The interval is Student's, of two degrees less than days with a hold, and made wider where good and bad days
    come in runs (docs/measures.md says by how much).

    Examples
    --------
    >>> curves = hiplog.progress(hiplog.example(), every_days=7)
    >>> curves.set_index(["side", "day"])[["median_s", "low_s", "high_s"]].round().tail(2)
                      median_s  low_s  high_s
    side  day
    right 2026-10-25     118.0  108.0   128.0
          2026-10-31     116.0   97.0   139.0
    """
    held = chosen("progress", holds, exercise, since, until, each=True)
    span_days = arguments.days("progress", span_days, name="span_days")
    every_days = arguments.days("progress", every_days, name="every_days")
    parts = [
        curves_of(arrays_of(part), span_days, every_days) | {"exercise": name} for name, part in by_exercise(held)
    ]
    return table(_COLUMNS, [pd.DataFrame(part) for part in parts])


def curves_of(held: Arrays, span_days: int = 21, every_days: int = 1) -> dict[str, np.ndarray]:
    """Return the columns of `progress` of holds of one exercise."""
    side, days, target_s = _highest_targets(held)
    part = part_of(days, every_days)
    is_last = np.append((part[1:] != part[:-1]) | (side[1:] != side[:-1]), True)
    side, days, target_s = side[is_last], days[is_last], target_s[is_last]
    day, seen = np.unique(days), observed(held)
    blocks = np.array_split(day, -(-len(day) // _BLOCK))
    fits = np.concatenate([_local_fits(seen, block, span_days) for block in blocks])
    middle, reach, n, n_censored, n_reached = fits[np.searchsorted(day, days), side].T
    median_s = np.exp(middle)
    above = np.where(np.isnan(median_s) | np.isnan(target_s), None, median_s > target_s)
    rows = {"side": np.array(SIDES, dtype=object)[side], "day": days_at(days), "median_s": median_s}
    rows |= {"low_s": np.exp(middle - reach), "high_s": np.exp(middle + reach), "above_target": above}
    return rows | {"n": n, "n_censored": n_censored, "n_reached": n_reached}


def _highest_targets(held: Arrays) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return each side and day with a hold, in this order and its longest target, NaN for none."""
    first, n = held.day[0], np.ptp(held.day) + 1
    which, at = np.unique(held.side * n + held.day - first, return_inverse=True)
    target_s = np.full(len(which), np.nan)
    np.fmax.at(target_s, at, held.aimed_s)
    side, day = np.divmod(which, n)
    return side, day + first, target_s


def _local_fits(seen: Observed, day: np.ndarray, span: int) -> np.ndarray:
    """Return log median, half its interval and the three counts of each day and side, shape (days, sides, 5)."""
    first, last = day - span + 1, day + span - 1
    n, n_censored, n_reached, n_days = (
        count(seen, which, first, last)
        for which in (seen.side < len(SIDES), seen.censored, seen.reached, is_first_of_day(seen))
    )
    enough = (n - n_censored >= LEAST_EVENTS) & (n_days >= LEAST_DAYS)
    fitted = np.full((len(day), len(SIDES), 2), np.nan)
    windows = np.flatnonzero(enough.any(axis=1))
    if len(windows):
        day, first, last = day[windows], first[windows], last[windows]
        row, cell = within_by_side(seen, first, last)
        kept = enough[windows].ravel()[cell]
        row, cell = row[kept], cell[kept]
        from_first = seen.day[row] - np.repeat(first, len(SIDES))[cell]
        u = np.arange(1 - span, span) / span
        weights = (1 - np.abs(u) ** 3) ** 3
        is_known = np.repeat(is_order_known(seen, first, last), len(SIDES))[cell]
        place = np.where(is_known, seen.place[row], 0.0)
        design = np.column_stack([np.ones(len(row)), u[from_first], place])
        shape = (len(windows), len(SIDES))
        fits = fit_cells(design, seen.log_s[row], seen.censored[row], weights[from_first], cell, shape)
        z = (seen.log_s[row] - at_cells(design, fits.coef, cell)) / np.repeat(fits.sigma, len(SIDES))[cell]
        days = daily(residual(z, seen.censored[row]), cell, from_first, (*shape, len(u)))
        fitted[windows] = _at_zero(fits, stretch(days), n_days[windows] - _OF_A_LINE)
    fitted[~enough] = np.nan
    return np.concatenate([fitted, np.stack([n, n_censored, n_reached], axis=-1)], axis=-1)


def _at_zero(fits: Fits, wider: np.ndarray, freedom: np.ndarray) -> np.ndarray:
    """Return the first coefficient, where u is 0, and half its interval, shape (windows, sides, 2)."""
    error = np.sqrt(fits.given_h[..., 0, 0] + fits.lever[..., 0] ** 2) * wider[:, None]
    number, which = np.unique(np.maximum(freedom, 1), return_inverse=True)
    reach = half_width(1.0, number)[which].reshape(error.shape) * error
    fitted = np.stack([fits.coef[..., 0], reach], axis=-1)
    fitted[~(fits.converged[:, None] & (2 * reach < np.log(WIDEST)))] = np.nan
    return fitted
