"""By how much do holds grow longer? The slope of the typical hold, with holds at the target kept apart."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.special import log_ndtr

from hiplog import arguments
from hiplog.exercise import SIDES
from hiplog.interchange import Holds
from hiplog.measures.fits import by_day, gate
from hiplog.measures.fits.normal import HALF_LOG_2PI, Z
from hiplog.measures.fits.regression import fit
from hiplog.measures.frames import day_number, table
from hiplog.measures.holds.observed import Observed, observed, take
from hiplog.measures.holds.selection import LATELY_DAYS, by_exercise, chosen, fitted

_COLUMNS = {
    "exercise": "str",
    "side": "str",
    "slope_s_per_week": "float64",
    "low_s_per_week": "float64",
    "high_s_per_week": "float64",
    "from_s": "float64",
    "to_s": "float64",
    "span_days": "int64",
    "n": "int64",
    "n_censored": "int64",
    "verdict": "str",
}
_LEAST_EVENTS = 4
_LEAST_SPAN = 21  # days; fewer tell a good week from growth in no way
_WEEK = 7
_MOST_STEPS = 50
_NEAR = 1e-9  # what the log likelihood can still gain, twice
_FLAT = 1e-8  # the share of the largest curvature under which there is none
_FINEST = 1e-3  # of a hold, as clocks and people go; a standard deviation for a straight line without noise


def trend(
    holds: Holds,
    *,
    exercise: arguments.ExerciseName | None = "hip_balance",
    since: arguments.Since | None = None,
    until: arguments.Moment | None = None,
    days: int | None = 56,
) -> pd.DataFrame:
    """Measure by how many seconds a week the typical (median) hold of each side changes.

    The median is a straight line in time, log T = log(a + b t) + s e with standard normal e, and holds that
    reached their target are censored; each side has its own fit (maximum likelihood). The first hold of a side on
    each day counts, so that a change in the number of sessions a day is no trend. The variance is summed by day.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`. Those under 3 s are left out.
    exercise : str or None
        Which exercise; None for each one that has holds.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day, and a `since` of "90 days" the last 90 up to today.
    days : int, optional
        How many days up to the last with a hold count; None for all.

    Returns
    -------
    DataFrame
        One row per exercise and side with a hold in these days: `slope_s_per_week` with its 95 % interval
        `low_s_per_week` to `high_s_per_week`; the line's medians on its first and last day, `from_s` and `to_s`;
        `span_days` from the one to the other, both counted; `n` and `n_censored`, the holds fitted; and the
        `verdict`: `longer` or `shorter`, said from 99 % on until it is under 80 %, with `_less_clearly` after it
        where the 95 % interval of that day holds zero; `longer_until_lately` or `shorter_until_lately`, where the
        slope of the last 28 days may be 0 and differs from that before;
        `no_clear_change`; or `not_enough`, where the slope is missing: fewer than 4 holds are uncensored, they
        span less than 21 days, or the side that reaches its target leaves the line no upper bound.
    """
    held = chosen("trend", holds, exercise, since, until, each=True)
    days = arguments.days("trend", days, every=True)
    rows = []
    for name, part in by_exercise(held):
        first = fitted(part).drop_duplicates(["side", "day"])
        if first.empty:
            continue
        seen, last = observed(first), day_number(first["day"]).max()
        for side, word in enumerate(SIDES):
            of_side = take(seen, seen.side == side)
            now = _until(of_side, last, days)
            if len(now.day):
                counts = {
                    "n": len(now.day),
                    "n_censored": int(now.censored.sum()),
                    "span_days": np.ptp(now.day) + 1,
                }
                rows.append({"exercise": name, "side": word, **_told(of_side, last, days), **counts})
    return table(_COLUMNS, [pd.DataFrame(rows)] if rows else [])


class _Slope(NamedTuple):
    """Seconds a week of the median of one side, how sure they are, and the line's ends."""

    per_week: float
    error: float
    freedom: int
    from_s: float
    to_s: float

    @property
    def half_width(self) -> float:
        return float(by_day.half_width(np.array(self.error), np.array(self.freedom)))

    @property
    def z(self) -> float:
        return float(by_day.normal_z(*(np.array(part) for part in (self.per_week, self.error, self.freedom))))


_NONE = _Slope(np.nan, np.nan, 1, np.nan, np.nan)


def _until(seen: Observed, last: int, days: int | None) -> Observed:
    """Return what was seen on the last `days` days up to that one, on all for None."""
    return take(seen, (seen.day <= last) & (days is None or seen.day > last - (days or 0)))


def _told(seen: Observed, last: int, days: int | None) -> dict[str, float | str]:
    """Return the slope of one side up to the last day, and its verdict."""
    slope = _slope(_until(seen, last, days))
    half = slope.half_width
    return {
        "slope_s_per_week": slope.per_week,
        "low_s_per_week": slope.per_week - half,
        "high_s_per_week": slope.per_week + half,
        "from_s": slope.from_s,
        "to_s": slope.to_s,
        "verdict": _verdict(seen, slope, last, days),
    }


def _verdict(seen: Observed, slope: _Slope, last: int, days: int | None) -> str:
    """Return the verdict of the last day, looking back over no more days than settle it."""
    if np.isnan(slope.z):
        return "not_enough"
    z = [slope.z]
    earlier = iter(np.unique(seen.day[seen.day < last])[::-1].tolist())
    while not gate.carried(np.array(z))[1][-1] and (day := next(earlier, None)) is not None:
        z.insert(0, _slope(_until(seen, day, days)).z)
    state = gate.carried(np.array(z))[0][-1]
    if not state:
        return "no_clear_change"
    word = "longer" if state > 0 else "shorter"
    if _has_ended(_until(seen, last, days), last):
        return f"{word}_until_lately"
    return word + (gate.LESS_CLEARLY if abs(slope.per_week) <= slope.half_width else "")


def _has_ended(seen: Observed, last: int) -> bool:
    """Return whether the slope of the last 28 days may be 0 and is another than that before."""
    lately, before = (
        _slope(take(seen, which)) for which in (seen.day > last - LATELY_DAYS, seen.day <= last - LATELY_DAYS)
    )
    apart = abs(lately.per_week - before.per_week) > Z * np.hypot(lately.error, before.error)
    return bool(apart and abs(lately.per_week) <= lately.half_width)


def _slope(seen: Observed) -> _Slope:
    """Return the slope of one side's median over these holds, if it can be told."""
    length = np.ptp(seen.day) if len(seen.day) else 0
    if (~seen.censored).sum() < _LEAST_EVENTS or length < _LEAST_SPAN - 1:
        return _NONE
    u = (seen.day - seen.day[0]) / length
    start = fit(np.column_stack([1 - u, u]), seen.log_s, seen.censored)
    if not start.converged:
        return _NONE
    given = (u, seen.log_s, seen.censored)
    theta, information = _climbed(np.append(start.coef, np.log(start.sigma)), given)
    if information is None:
        return _NONE
    ends = np.exp(theta[:2])
    per_end = np.array([-ends[0], ends[1], 0]) * _WEEK / length
    influence = np.linalg.solve(information, per_end) @ _scores(theta, *given)
    error, freedom = by_day.standard_error(influence[None])  # one hold a day
    return _Slope((ends[1] - ends[0]) * _WEEK / length, float(error[0]), int(freedom[0]), *ends.tolist())


def _climbed(theta: np.ndarray, given: tuple) -> tuple[np.ndarray, np.ndarray | None]:
    """Return the top of the log likelihood and its information, None where the climb ends on no top.

    Newton's method; where the likelihood is not concave it goes by the sizes of the curvatures, and always up.
    """
    loglik, gradient, information = _line(theta, *given)
    for _ in range(_MOST_STEPS):
        curvature, way = np.linalg.eigh(information)
        step = way @ ((way.T @ gradient) / np.maximum(np.abs(curvature), _FLAT * np.abs(curvature).max()))
        if step @ gradient < _NEAR:
            return theta, information if curvature[0] > 0 else None
        share = 1.0
        with np.errstate(over="ignore", divide="ignore", invalid="ignore"):  # a step too far is halved
            while not _line(theta + share * step, *given)[0] >= loglik - _NEAR and share > _NEAR:
                share /= 2
        theta = theta + share * step
        loglik, gradient, information = _line(theta, *given)
    return theta, None


def _scores(theta: np.ndarray, u: np.ndarray, log_s: np.ndarray, censored: np.ndarray) -> np.ndarray:
    """Return each hold's gradient of the log likelihood, shape (3, n)."""
    ends, s = np.exp(theta[:2])[:, None] * np.stack([1 - u, u]), np.exp(theta[2])
    median = ends.sum(axis=0)
    of_median, of_spread = by_day.scores((log_s - np.log(median)) / s, censored)
    return np.stack([*(ends / median / s * of_median), of_spread])


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
