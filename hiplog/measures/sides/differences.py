"""The difference of the sides' medians in windows of days, and how sure each is.

How long runs of good and bad days are does not show in four weeks: of one window, the autocorrelation is off by
0.2 either way, and where it comes out low, chance looks like a difference. So it is that of up to six windows, one
after the other, each with medians of its own; the margin by which it is taken higher stays that of one window.
"""

import numpy as np
import pandas as pd

from hiplog.exercise import SIDES
from hiplog.measures.fits import by_day
from hiplog.measures.fits.runs import widened
from hiplog.measures.fits.samples import LEAST_EVENTS, at_place, fit_samples, summed
from hiplog.measures.holds.observed import Observed, count, is_order_known, within
from hiplog.measures.sides.lead import lead

COUNTS = ["n_left", "n_right", "n_left_censored", "n_right_censored", "n_left_reached", "n_right_reached"]
ORDER = ["n_left_first", "n_right_first"]
RUNS_WINDOWS = 6
_ESTIMATES = ["d", "error", "n_days", "r1", "left_s", "right_s"]
_LEAST_REACHED = 3  # holds that all reached the target, from which that is said
_LEAST_TOGETHER = 8  # uncensored holds beside a side that always reached its target
_SIGN = np.array([-1.0, 1.0])  # of left and right in their difference
_BLOCK = 256  # days fitted at a time: few enough to stay in the cache


def differences(seen: Observed, day: np.ndarray, span: int) -> pd.DataFrame:
    """Return what is known of the windows that end on some days.

    Parameters
    ----------
    seen : Observed
        The holds of the windows, and of the five before each.
    day : array of int, shape (days,)
        Days since 1970.
    span : int
        The days of a window.

    Returns
    -------
    DataFrame
        One row per window: `d`, log median right less left, with its 95 % interval `low` to `high`, and `z`,
        standard errors from zero; `left_s` and `right_s`, the medians, at equal order where `at_equal_order`;
        `n_days`, the days with a hold; the `COUNTS` of holds and the `ORDER` of sessions; `both`, whether both
        sides reached their target every time; `bound`, by how much at least a side is ahead that did. What is
        not known is missing.
    """
    ends = day[:, None] - span * np.arange(RUNS_WINDOWS)
    needed = np.unique(ends)
    blocks = np.array_split(needed, -(-len(needed) // _BLOCK))
    rows = pd.concat([_windows(seen, block, span) for block in blocks], ignore_index=True)
    at = np.searchsorted(needed, ends)
    r1, n = (rows[name].fillna(0).to_numpy()[at] for name in ("r1", "n_days"))
    total = np.maximum(n.sum(axis=1), 1)
    wider = widened((n * r1).sum(axis=1) / total, total, (n > 0).sum(axis=1), n[:, 0])
    return _with_interval(rows.iloc[at[:, 0]].reset_index(drop=True), wider)


def _with_interval(rows: pd.DataFrame, wider: np.ndarray) -> pd.DataFrame:
    d, error, freedom = rows["d"].to_numpy(), rows["error"].to_numpy() * wider, rows["n_days"].to_numpy() - 1
    reach = by_day.half_width(error, freedom)
    return rows.assign(low=d - reach, high=d + reach, z=by_day.normal_z(d, error, freedom))


def _windows(seen: Observed, day: np.ndarray, span: int) -> pd.DataFrame:
    """Return what each window tells by itself: counts, log difference, medians, bound."""
    days = day - span + 1, day
    row, window = within(seen.day, *days)
    every, stopped = seen.side < len(SIDES), seen.censored & seen.reached
    n, n_censored, n_reached, n_stopped, n_opened = (
        count(seen, which, *days) for which in (every, seen.censored, seen.reached, stopped, seen.opens)
    )
    rows = pd.DataFrame(np.hstack([n, n_censored, n_reached]), columns=COUNTS)
    rows[[*_ESTIMATES, "bound"]] = np.nan
    events = n - n_censored
    shown = (events >= LEAST_EVENTS).all(axis=1)
    equal = is_order_known(seen, *days) & shown
    rows[ORDER], rows["at_equal_order"] = n_opened, equal
    place = np.where(equal[window], seen.place[row], 0.0)[shown[window]]
    rows.loc[shown, _ESTIMATES] = _fitted(seen, *_only(shown, row, window), place, span)
    at_target = (n_stopped == n) & (n >= _LEAST_REACHED)
    rows["both"] = ((n_reached == n) & (n >= _LEAST_REACHED)).all(axis=1) & ~shown
    for side, sign in enumerate(_SIGN):
        bounded = at_target[:, side] & (events[:, 1 - side] >= _LEAST_TOGETHER)
        ahead = lead(seen, *_only(bounded, row, window), side, span)
        rows.loc[bounded, "bound"] = np.where(ahead > 0, sign * ahead, np.nan)
    return rows


def _only(wanted: np.ndarray, row: np.ndarray, window: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of the windows that are wanted, which are counted anew."""
    kept = wanted[window]
    return row[kept], (np.cumsum(wanted) - 1)[window[kept]]


def _fitted(seen: Observed, row: np.ndarray, window: np.ndarray, place: np.ndarray, span: int) -> np.ndarray:
    """Return the estimates of windows that can be fitted, shape (windows, 6), missing with fewer than 3 days."""
    side = seen.side[row]
    fits = fit_samples(seen.log_s[row], seen.censored[row], window * len(SIDES) + side, at_place(place))
    days = by_day.spread(summed(_SIGN[side] * fits.influence[:, 0], seen.day[row], window, span))
    log_median = fits.coef[:, 0].reshape(-1, len(SIDES))
    d = log_median[:, 1] - log_median[:, 0]
    found = np.column_stack([d, days.error, days.n, days.r1, np.exp(log_median)])
    found[np.isnan(days.error)] = np.nan
    return found
