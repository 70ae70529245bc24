"""Does one side hold longer than the other? The balance, how sure it is, and in words."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.special import log_ndtr, ndtr

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.frames import SIDES, Observed, Z, by_exercise, day_number, observed, table, within
from hiplog.measures.newton import Fits, fit_cells
from hiplog.measures.runs import HALF_LOG_2PI, daily, residual, stretch
from hiplog.measures.verdict import LEAST_EVENTS, verdict
from hiplog.schema import LogError

_COLUMNS = {
    "exercise": "str",
    "day": "datetime64[us]",
    "balance_pct": "float64",
    "low_pct": "float64",
    "high_pct": "float64",
    "left_s": "float64",
    "right_s": "float64",
    "n_left": "int64",
    "n_right": "int64",
    "n_left_censored": "int64",
    "n_right_censored": "int64",
    "verdict": "str",
}
_COUNTS = ["n_left", "n_right", "n_left_censored", "n_right_censored", "n_left_reached", "n_right_reached"]
_ESTIMATES = ["balance", "low", "high", "left_s", "right_s"]
_LEAST_TOGETHER = 8
_LOWEST_STEPS = 20
_FAR_BELOW = 9  # standard deviations: less likely than any chance asked for, (1/40)^9
_BLOCK = 256  # days fitted at a time: few enough to stay in the cache


def balance(holds: Holds, *, exercise: str | None = None, days: int = 28) -> pd.DataFrame:
    """Compare the right side's typical (median) hold with the left side's, over the last `days` up to each day.

    Both medians come from one log-normal fit with a shared standard deviation, in which holds that reached their
    target are censored. With d = log(median right / median left), balance = sign(d) (1 - exp(-|d|)) 100.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out.
    exercise : str, optional
        One exercise; every one that has holds, unless given.
    days : int
        The length of the window that ends on each day.

    Returns
    -------
    DataFrame
        One row per exercise and day with a hold. `balance_pct`, the percentage by which the shorter side falls
        short of the longer, + where right is longer, with its 95 % interval `low_pct` to `high_pct`; the
        medians `left_s` and `right_s` in seconds; `n_left`, `n_right` and of them `n_left_censored`,
        `n_right_censored`; and the `verdict` in words:

        - `about even`: the interval lies within 10 % to either side (commonly used for reference, not a medical
          limit) and holds 0; `right slightly longer`: it lies there and does not;
        - `right longer`, `left longer`: it excludes 0;
        - `no clear difference (between 12 % left and 9 % right)`: it holds 0 but is wider than the band;
        - `not enough to tell: ...`: the numbers are missing, for there are fewer than 3 uncensored holds on a
          side, or 8 together. Where one side reached its target every time, the verdict may still give a bound,
          and `low_pct` or `high_pct` has it.

    Notes
    -----
    The percentage is that of Bishop et al. (2018), Strength Cond. J. 40(4):1-6, with the sign added. The interval
    is Wald's for d, made wider where good and bad days come in runs (docs/measures.md says by how much).
    """
    exercise = arguments.exercise("balance", exercise, each=True)
    days = arguments.days("balance", days)
    parts = [_balances(held, days).assign(exercise=name) for name, held in by_exercise(holds, exercise)]
    return table(_COLUMNS, parts)


def asymmetry(left: ArrayLike, right: ArrayLike) -> pd.DataFrame:
    """Express a pair of sides in the asymmetry indices in use.

    With d = log(right / left): balance = sign(d) (1 - exp(-|d|)) 100; limb symmetry index LSI = 100 exp(-|d|);
    bilateral asymmetry index BAI-1 = 100 tanh(d/2); symmetry index SI = 200 tanh(d/2); symmetry angle =
    100 (atan(exp d) - pi/4) / (pi/2). All but the LSI are positive where right is longer.

    Parameters
    ----------
    left, right : float or array or Series
        Seconds, over 0; a missing value gives missing indices. `balance(holds)["left_s"]` and `["right_s"]`
        will do.

    Returns
    -------
    DataFrame
        One row per pair: `balance_pct`, `lsi_pct`, `bai1_pct`, `si_pct`, `symmetry_angle_pct`.

    Notes
    -----
    Bishop et al. (2016), Strength Cond. J. 38(5):27-34; the symmetry angle is that of Zifchock et al. (2008), Gait
    Posture 27:622-627.
    """
    pair = pd.DataFrame({"left": left, "right": right}, index=_index(left, right)).astype("float64")
    if (pair <= 0).any(axis=None):
        raise LogError(f"asymmetry: a side is {pair.min(axis=None):g} seconds, expected seconds over 0")
    d = np.log(pair["right"] / pair["left"])
    return pd.DataFrame(
        {
            "balance_pct": _percent(d),
            "lsi_pct": 100 * np.exp(-d.abs()),
            "bai1_pct": 100 * np.tanh(d / 2),
            "si_pct": 200 * np.tanh(d / 2),
            "symmetry_angle_pct": 100 * (np.arctan(np.exp(d)) - np.pi / 4) / (np.pi / 2),
        }
    )


def _index(*sides) -> pd.Index | None:
    """Return the index that the pair brings along; plain numbers make one row."""
    for side in sides:
        if isinstance(side, pd.Series):
            return side.index
    return pd.RangeIndex(np.broadcast(*sides).size)


def _percent(d):
    return np.sign(d) * -np.expm1(-np.abs(d)) * 100


def _balances(held: pd.DataFrame, span: int) -> pd.DataFrame:
    """Return the balance of one exercise, a row per day with a hold."""
    day, seen = held["day"].drop_duplicates(), observed(held)
    blocks = np.array_split(day_number(day), -(-len(day) // _BLOCK))
    rows = pd.concat([_differences(seen, block, span) for block in blocks], ignore_index=True)
    for name in ("balance", "low", "high"):
        rows[f"{name}_pct"] = _percent(rows[name])
    verdicts = [verdict(row, span) for row in rows.itertuples()]
    return rows.assign(day=day.to_numpy(), verdict=verdicts)


def _differences(seen: Observed, day: np.ndarray, span: int) -> pd.DataFrame:
    """Return what is known of the windows that end on these days: counts, log differences, medians."""
    row, window = within(seen.day, day - span + 1, day)
    shape = (len(day), len(SIDES))
    cell = window * len(SIDES) + seen.side[row]

    def count(which: np.ndarray) -> np.ndarray:
        return np.bincount(cell[which], minlength=len(day) * len(SIDES)).reshape(shape)

    n, n_censored, n_reached = count(np.full(len(row), True)), count(seen.censored[row]), count(seen.reached[row])
    rows = pd.DataFrame(np.hstack([n, n_censored, n_reached]), columns=_COUNTS)
    events = n - n_censored
    shown = (events >= LEAST_EVENTS).all(axis=1) & (events.sum(axis=1) >= _LEAST_TOGETHER)
    rows.loc[shown, _ESTIMATES] = _shown(seen, *_only(shown, row, window), span)
    at_target = (n_reached == n) & (n >= LEAST_EVENTS)
    for side in range(len(SIDES)):
        bounded = at_target[:, side] & (events.sum(axis=1) >= _LEAST_TOGETHER)
        lead = _lead(seen, *_only(bounded, row, window), side, span)
        lead = np.where(lead > 0, lead, np.nan)
        rows.loc[bounded, ["high", "low"][side]] = [-lead, lead][side]
    return rows


def _only(chosen: np.ndarray, row: np.ndarray, window: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of the chosen windows, which are counted anew."""
    kept = chosen[window]
    return row[kept], (np.cumsum(chosen) - 1)[window[kept]]


def _shown(seen: Observed, row: np.ndarray, window: np.ndarray, span: int) -> np.ndarray:
    """Return d, its interval and the medians of windows that can be fitted, shape (windows, 5)."""
    fits = _fit(seen, row, window)
    middle = fits.coef[..., 0]
    d = middle[:, 1] - middle[:, 0]
    variance = fits.own[..., 0, 0].sum(axis=1) + (fits.lever[:, 1, 0] - fits.lever[:, 0, 0]) ** 2
    reach = Z * np.sqrt(variance) * _stretch(_daily(fits, seen, row, window, span))
    return np.column_stack([d, d - reach, d + reach, np.exp(middle)])


def _lead(seen: Observed, row: np.ndarray, window: np.ndarray, side: int, span: int) -> np.ndarray:
    """Return by how much at least, in log seconds, a side that always reached its target is ahead of the other.

    That is from the lowest median with which its holds would all reach their targets in 2.5 % of cases, to the
    upper end of the other side's interval. The other side's standard deviation serves both, and how far its good
    and bad days come in runs: n holds in runs tell as much as n / stretch^2.
    """
    mine = seen.side[row] == side
    fits = _fit(seen, row[~mine], window[~mine])
    other = 1 - side
    wider = stretch(_daily(fits, seen, row[~mine], window[~mine], span))
    reach = Z * wider * np.sqrt(fits.own[:, other, 0, 0] + fits.lever[:, other, 0] ** 2)
    lowest = _lowest(seen.log_s[row[mine]], window[mine], fits.sigma, wider**2 * np.log(ndtr(-Z)))
    return lowest - (fits.coef[:, other, 0] + reach)


def _lowest(cap: np.ndarray, window: np.ndarray, sigma: np.ndarray, log_chance: np.ndarray) -> np.ndarray:
    """Return the mu of each window with which all caps in it are exceeded with that probability.

    Its logarithm is concave and grows with mu, so Newton's method from below climbs to it and never past it.
    """
    most = np.full(len(sigma), -np.inf)
    np.maximum.at(most, window, cap)
    mu = most - _FAR_BELOW * sigma
    for _ in range(_LOWEST_STEPS):
        eta = (mu[window] - cap) / sigma[window]
        log_phi = log_ndtr(eta)
        slope = np.bincount(window, np.exp(-0.5 * eta**2 - HALF_LOG_2PI - log_phi), len(sigma)) / sigma
        mu = mu + (log_chance - np.bincount(window, log_phi, len(sigma))) / slope
    return mu


def _fit(seen: Observed, row: np.ndarray, window: np.ndarray) -> Fits:
    """Fit a median to each side of each window, and one standard deviation to both."""
    shape = (int(window[-1]) + 1 if len(window) else 0, len(SIDES))
    ones, cell = np.ones((len(row), 1)), window * len(SIDES) + seen.side[row]
    return fit_cells(ones, seen.log_s[row], seen.censored[row], ones[:, 0], cell, shape)


def _daily(fits: Fits, seen: Observed, row: np.ndarray, window: np.ndarray, span: int) -> np.ndarray:
    """Return the mean residual of each window, side and day; the last day of a window stands first."""
    side, day = seen.side[row], seen.day[row]
    z = (seen.log_s[row] - fits.coef[window, side, 0]) / fits.sigma[window]
    last = np.full(len(fits.sigma), np.iinfo("int64").min)  # days before 1970 are negative
    np.maximum.at(last, window, day)
    shape = (len(fits.sigma), len(SIDES), span)
    return daily(residual(z, seen.censored[row]), window, side, last[window] - day, shape)


def _stretch(means: np.ndarray) -> np.ndarray:
    """Return how much wider each interval must be; sides that are never held on one day stand for themselves."""
    apart = (means[:, 1] - means[:, 0])[:, None]
    alone = np.isnan(apart).all(axis=-1, keepdims=True)
    return stretch(np.where(alone, means, np.concatenate([apart, np.full_like(apart, np.nan)], axis=1)))
