"""Good and bad days come in runs: by how much that widens an interval.

A fit takes each hold for itself. Where a bad day is likely to follow a bad one, n days tell less than n, and the
standard error of a typical hold grows by sqrt((1 + r) / (1 - r)), r the autocorrelation from one day to the next.
"""

import numpy as np
from scipy.special import log_ndtr

from hiplog.normal import mills

_MOST = 0.8
_NOTHING = 1e-9  # a variance this small is rounding, as where both sides always have the same seconds
_SAFE = 0.75  # standard errors by which r is taken higher, for a few weeks often show too little of it


def residual(z: np.ndarray, censored: np.ndarray) -> np.ndarray:
    """Return residuals in standard deviations; of a censored one, what it is on average above its z."""
    residuals, least = z.copy(), z[censored]
    residuals[censored] = mills(least, log_ndtr(-least))
    return residuals


def daily(values: np.ndarray, cell: np.ndarray, day: np.ndarray, shape: tuple[int, int, int]) -> np.ndarray:
    """Return the mean of each day, of shape (windows, sides, days), NaN where there is none.

    Parameters
    ----------
    values : array, shape (n,)
    cell, day : arrays of int, shape (n,)
        Where each value belongs, both counted from 0; a cell is window * sides + side.
    """
    place = cell * shape[2] + day
    total, n = (np.bincount(place, weights, np.prod(shape)).reshape(shape) for weights in (values, None))
    return np.where(n > 0, total / np.maximum(n, 1), np.nan)


def lag_one(series: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the lag-1 autocorrelation of each window, of how many values it is, and of how many series.

    Parameters
    ----------
    series : array, shape (windows, series, days)
        Daily residuals with a mean of about 0, NaN on days without; the next day is the next that has one.
    """
    logged = ~np.isnan(series)
    order = np.argsort(~logged, axis=-1, kind="stable")  # the days that are there first, in their order
    value = np.take_along_axis(np.where(logged, series, 0.0), order, axis=-1)
    n = np.maximum(logged.sum(axis=(1, 2)), 1)
    square = (value**2).sum(axis=-1).sum(axis=-1)
    product = (value[..., 1:] * value[..., :-1]).sum(axis=-1).sum(axis=-1)
    r1 = np.where(square > _NOTHING * n, product / np.maximum(square, _NOTHING * n), 0.0)
    return r1, n, logged.any(axis=-1).sum(axis=-1)


def widened(r1: np.ndarray, n: np.ndarray, series: np.ndarray, n_margin: np.ndarray | None = None) -> np.ndarray:
    """Return by how much a standard error grows, sqrt((1 + r) / (1 - r)).

    Parameters
    ----------
    r1, n, series : array, shape (windows,)
        As `lag_one` returns them.
    n_margin : array, shape (windows,), optional
        The values from which the margin is taken; n unless given.

    Notes
    -----
    r = r1 + (1 + 4 r1) k / n + 0.75 sqrt((1 - r1^2) / n), at least 0 and at most 0.8. r1 is the lag-1
    autocorrelation of the n values of all k series, the second term takes away its bias (Marriott and Pope 1954,
    Biometrika 41:390-402), the third, the margin, is 0.75 of its standard error.
    """
    margin = _SAFE * np.sqrt((1 - r1**2) / np.maximum(n if n_margin is None else n_margin, 1))
    r = np.clip(r1 + (1 + 4 * r1) * series / n + margin, 0, _MOST)
    return np.sqrt((1 + r) / (1 - r))


def stretch(series: np.ndarray) -> np.ndarray:
    """Return by how much the standard errors of each window grow, its series being all that is known of runs."""
    return widened(*lag_one(series))
