"""By how much at least one side is ahead of the other, where it reached its target every time."""

import numpy as np
from scipy.special import log_ndtr, ndtr, stdtrit

from hiplog.measures.fits import by_day
from hiplog.measures.fits.samples import fit_samples, summed
from hiplog.measures.holds.observed import Observed
from hiplog.normal import Z, mills

_STEPS = 20
_FAR_BELOW = 9  # standard deviations: less likely than any chance asked for, (1/40)^9


def lead(seen: Observed, row: np.ndarray, window: np.ndarray, side: int, span: int) -> np.ndarray:
    """Return by how much at least, in log seconds, a side that always reached its target is ahead of the other.

    That is from the lowest median with which its holds would all reach their targets in 2.5 % of cases, to the
    upper end of the other side's interval. The other side's standard deviation serves both, and how far its days
    are apart and in runs: n holds whose standard error grows by a factor tell as much as n / factor^2.

    Parameters
    ----------
    seen : Observed
    row, window : array of int, shape (rows,)
        The holds of each window, counted from 0, and which window that is.
    side : int
        0 where left always reached its target, 1 where right did.
    span : int
        The days of a window.
    """
    mine = seen.side[row] == side
    other, in_window = row[~mine], window[~mine]
    fits = fit_samples(seen.log_s[other], seen.censored[other], in_window, np.ones((len(other), 1)))
    error, freedom = by_day.standard_error(summed(fits.influence[:, 0], seen.day[other], in_window, span))
    wider = np.maximum(1, stdtrit(freedom, ndtr(Z)) / Z * error / fits.error)
    least = lowest(seen.log_s[row[mine]], window[mine], fits.sigma, wider**2 * np.log(ndtr(-Z)))
    return least - (fits.coef[:, 0] + by_day.half_width(error, freedom))


def lowest(cap: np.ndarray, window: np.ndarray, sigma: np.ndarray, log_chance: np.ndarray) -> np.ndarray:
    """Return the mu of each window with which all caps in it are exceeded with that probability.

    Its logarithm is concave and grows with mu, so Newton's method from below climbs to it and never past it.
    """
    most = np.full(len(sigma), -np.inf)
    np.maximum.at(most, window, cap)
    mu = most - _FAR_BELOW * sigma
    for _ in range(_STEPS):
        eta = (mu[window] - cap) / sigma[window]
        log_phi = log_ndtr(eta)
        slope = np.bincount(window, mills(eta, log_phi), len(sigma)) / sigma
        mu = mu + (log_chance - np.bincount(window, log_phi, len(sigma))) / slope
    return mu
