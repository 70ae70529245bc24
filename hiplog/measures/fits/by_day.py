"""How sure a fitted number is when good days are good for all holds of a day.

Holds of one day go up and down together: both sides, and all sessions. So what each hold adds to the error of a
number, its influence, is first summed over its day, and the days, not the holds, are taken as the sample:

    u = (row of the number in the inverse information) times the hold's score
    U = sum of u over a day;  variance = n / (n - 1) sum of U^2, n days

This is the cluster-robust variance (Liang and Zeger 1986, Biometrika 73:13-22) with days as clusters, made wider
where good and bad days come in runs (`runs.widened`, of the sums U). Intervals are Student's, n - 1 degrees.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import ndtri, stdtr, stdtrit

from hiplog.measures.fits.runs import lag_one, residual, widened

LEAST_DAYS = 3
_ROUNDING = 1e-9  # log seconds: sums this small are none
_UPPER = 0.975  # of a 95 % interval


def scores(z: np.ndarray, censored: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each hold's score for the median, in 1 / sigma, and for log sigma."""
    of_median = residual(z, censored)
    return of_median, z * of_median - ~censored


def day_sums(influence: np.ndarray, window: np.ndarray, day: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Return the sums of each day, of shape (windows, days), NaN where there is no hold; `day` counts from 0."""
    place = window * shape[1] + day
    total, n = (np.bincount(place, weights, np.prod(shape)).reshape(shape) for weights in (influence, None))
    return np.where(n > 0, total, np.nan)


class Spread(NamedTuple):
    """What the sums of each window's days say of its error."""

    error: np.ndarray  # (windows,): the standard error if days are independent, missing with fewer than 3
    n: np.ndarray  # days
    r1: np.ndarray  # their lag-1 autocorrelation


def spread(sums: np.ndarray) -> Spread:
    """Return what sums of shape (windows, days) say of the error of each window."""
    days = (~np.isnan(sums)).sum(axis=1)
    square = np.nansum(sums**2, axis=1)
    typical = np.sqrt(square / np.maximum(days, 1))
    r1 = lag_one((sums / np.maximum(typical, _ROUNDING)[:, None])[:, None])[0]
    error = np.sqrt(square * days / np.maximum(days - 1, 1))
    return Spread(np.where(days >= LEAST_DAYS, error, np.nan), days, r1)


def standard_error(sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the standard error of each window, missing with fewer than 3 days, and its degrees of freedom."""
    days = spread(sums)
    return days.error * widened(days.r1, np.maximum(days.n, 1), np.minimum(days.n, 1)), np.maximum(days.n - 1, 1)


def half_width(error: np.ndarray, freedom: np.ndarray) -> np.ndarray:
    """Return the half-width of the 95 % interval."""
    return stdtrit(freedom, _UPPER) * error


def normal_z(value: np.ndarray, error: np.ndarray, freedom: np.ndarray) -> np.ndarray:
    """Return the standard normal number that is as unlikely as value / error is by Student's t."""
    ratio = np.where(np.abs(value) > _ROUNDING, value, 0.0) / np.maximum(error, _ROUNDING)
    return np.sign(ratio) * -ndtri(stdtr(freedom, -np.abs(ratio)))


class Estimate(NamedTuple):
    """A number, and how sure it is."""

    value: float
    error: float
    freedom: int

    @property
    def half_width(self) -> float:
        """Of the 95 % interval."""
        return float(half_width(np.array(self.error), np.array(self.freedom)))

    @property
    def z(self) -> float:
        """Standard errors from zero."""
        return float(normal_z(*(np.array(part) for part in self)))


UNKNOWN = Estimate(np.nan, np.nan, 1)
