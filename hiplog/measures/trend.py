"""By how much do holds grow longer? The slope of the typical hold, with holds at the target kept apart."""

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import log_ndtr

from hiplog import arguments
from hiplog.interchange import Holds
from hiplog.measures.censored import fit
from hiplog.measures.frames import SIDES, Observed, Z, by_exercise, last_days, observed, table
from hiplog.measures.runs import HALF_LOG_2PI, daily, residual, stretch

_COLUMNS = {
    "exercise": "str",
    "side": "str",
    "slope_s_per_week": "float64",
    "low": "float64",
    "high": "float64",
    "n": "int64",
    "n_censored": "int64",
}
_LEAST_EVENTS = 4
_WEEK = 7
_FINEST = 1e-3  # of a hold, as clocks and people go; a standard deviation for a straight line without noise


def trend(holds: Holds, *, exercise: str | None = None, days: int | None = 56) -> pd.DataFrame:
    """Measure by how many seconds a week the typical (median) hold of each side changes.

    The median is a straight line in time, log T = log(a + b t) + s e with standard normal e, and holds that
    reached their target are censored; each side has its own fit (maximum likelihood). The interval is Wald's,
    made wider where good and bad days come in runs (docs/measures.md says by how much).

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out.
    exercise : str, optional
        One exercise; every one that has holds, unless given.
    days : int, optional
        How many days up to the last with a hold count; None for all.

    Returns
    -------
    DataFrame
        One row per exercise and side with a hold in these days: `slope_s_per_week` with its 95 % interval `low` to
        `high`; `n` and `n_censored`, the holds fitted. The slope is missing where fewer than 4 of them are
        uncensored, where they span less than a week, or where the side that reaches its target leaves the line no
        upper bound.
    """
    exercise = arguments.exercise("trend", exercise, each=True)
    days = arguments.days("trend", days, every=True)
    parts = []
    for name, held in by_exercise(holds, exercise):
        seen = observed(last_days(held, days))
        for side, word in enumerate(SIDES):
            of_side = Observed(*(values[seen.side == side] for values in seen))
            if len(of_side.day):
                found = dict(zip(["slope_s_per_week", "low", "high"], _slope(of_side), strict=True))
                counts = {"n": len(of_side.day), "n_censored": int(of_side.censored.sum())}
                parts.append(pd.DataFrame([{"exercise": name, "side": word, **found, **counts}]))
    return table(_COLUMNS, parts)


def _slope(seen: Observed) -> tuple[float, float, float]:
    """Return seconds per week of the median of one side, and its interval."""
    length = np.ptp(seen.day)
    none = (np.nan, np.nan, np.nan)
    if (~seen.censored).sum() < _LEAST_EVENTS or length < _WEEK:
        return none
    u = (seen.day - seen.day[0]) / length
    start = fit(np.column_stack([1 - u, u]), seen.log_s, seen.censored)
    if not start.converged:
        return none
    given = (u, seen.log_s, seen.censored)
    found = minimize(
        lambda theta: tuple(-part / len(u) for part in _line(theta, *given)[:2]),
        [*start.coef, np.log(start.sigma)],
        jac=True,
        method="BFGS",
    )
    ends = np.exp(found.x[:2])
    per_end = np.array([-ends[0], ends[1], 0]) * _WEEK / length
    information = _line(found.x, *given)[2]
    if np.linalg.eigvalsh(information)[0] <= 0:  # the search ended on a slope without end, not on a top
        return none
    error = np.sqrt(per_end @ np.linalg.solve(information, per_end)) * _stretch(found.x, seen, u)
    slope = (ends[1] - ends[0]) * _WEEK / length
    return slope, slope - Z * error, slope + Z * error


def _stretch(theta: np.ndarray, seen: Observed, u: np.ndarray) -> float:
    """Return how much wider the interval must be because good and bad days come in runs."""
    z = (seen.log_s - np.log(np.exp(theta[0]) * (1 - u) + np.exp(theta[1]) * u)) / np.exp(theta[2])
    first, none = seen.day[0], np.zeros(len(u), dtype="int64")
    series = daily(residual(z, seen.censored), none, none, seen.day - first, (1, 1, seen.day[-1] - first + 1))
    return float(stretch(series)[0])


def _line(theta, u, log_s, censored) -> tuple[float, np.ndarray, np.ndarray]:
    """Return the log likelihood of a median linear in time, its gradient, and the observed information.

    theta is (log median at u = 0, log median at u = 1, log s), so that the medians stay over 0; with the median's
    share p = (p0, p1) of each end, eta = (log median - log_s) / s has the derivatives (p0/s, p1/s, -eta).
    """
    ends, s = np.exp(theta[:2])[:, None] * np.stack([1 - u, u]), np.exp(theta[2])
    median = ends.sum(axis=0)
    eta = (np.log(median) - log_s) / s
    log_phi = log_ndtr(eta)
    lam = np.exp(-0.5 * eta**2 - HALF_LOG_2PI - log_phi)
    score, curve = np.where(censored, lam, -eta), np.where(censored, lam * (eta + lam), 1.0)
    events, rounding = (~censored).sum(), (_FINEST / s) ** 2
    loglik = np.where(censored, log_phi, -0.5 * eta**2 - HALF_LOG_2PI).sum()
    loglik -= events * (theta[2] + 0.5 * rounding)
    by_theta = np.stack([*(ends / median / s), -eta])
    gradient = by_theta @ score - [0, 0, events * (1 - rounding)]
    across = (score * by_theta[0] * by_theta[1]).sum() * s
    mixed = -(by_theta[:2] @ score)
    second = np.array(
        [
            [across, -across, mixed[0]],
            [-across, across, mixed[1]],
            [*mixed, (score * eta).sum() - 2 * events * rounding],
        ]
    )
    return loglik, gradient, (by_theta * curve) @ by_theta.T - second
