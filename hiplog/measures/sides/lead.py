"""By how much at least one side is ahead of the other, where it nearly always reached its target."""

import numpy as np
from scipy.special import log_ndtr, ndtr, stdtrit

from hiplog.measures.fits import by_day
from hiplog.measures.fits.samples import fit_samples, summed
from hiplog.measures.holds.observed import Observed
from hiplog.normal import Z, mills

_STEPS = 20
_FAR_BELOW = 9  # standard deviations: less likely than any chance asked for, (1/40)^9


def lead(seen: Observed, row: np.ndarray, window: np.ndarray, side: int, span: int) -> np.ndarray:
    """Return by how much at least, in log seconds, a side with hardly an uncensored hold is ahead of the other.

    That is from the lowest median of which its holds are not 40 times less likely than of the likeliest one, to
    the upper end of the other side's interval. Where all reached their target, those are in 2.5 % of cases. The
    other side's standard deviation serves both, and how far its days are apart and in runs: n holds whose standard
    error grows by a factor tell as much as n / factor^2.

    Parameters
    ----------
    seen : Observed
    row, window : array of int, shape (rows,)
        The holds of each window, counted from 0, and which window that is.
    side : int
        0 where left nearly always reached its target, 1 where right did.
    span : int
        The days of a window.
    """
    mine = seen.side[row] == side
    other, in_window = row[~mine], window[~mine]
    fits = fit_samples(seen.log_s[other], seen.censored[other], in_window, np.ones((len(other), 1)))
    error, freedom = by_day.standard_error(summed(fits.influence[:, 0], seen.day[other], in_window, span))
    wider = np.maximum(1, stdtrit(freedom, ndtr(Z)) / Z * error / fits.error)
    own = row[mine]
    least = lowest(seen.log_s[own], seen.censored[own], window[mine], fits.sigma, wider**2 * np.log(ndtr(-Z)))
    return least - (fits.coef[:, 0] + by_day.half_width(error, freedom))


def lowest(
    log_s: np.ndarray, censored: np.ndarray, window: np.ndarray, sigma: np.ndarray, log_ratio: np.ndarray
) -> np.ndarray:
    """Return the lowest mu of each window whose likelihood is that share of the highest.

    The logarithm of the likelihood is concave, and its slope convex, so Newton's method from below climbs to the
    highest, and to that share of it, and never past them. Where no hold is uncensored the highest is 1.
    """
    n = len(sigma)
    ended = ~censored
    most = np.full(n, -np.inf)
    np.maximum.at(most, window, log_s)

    def at(mu: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the logarithm of each window's likelihood, its slope, and how fast that falls."""
        z = (mu[window] - log_s) / sigma[window]
        log_phi = log_ndtr(z)
        ratio = mills(z, log_phi)
        value, slope, fall = (
            np.bincount(window, np.where(censored, *parts), n)
            for parts in ((log_phi, -0.5 * z**2), (ratio, -z), (ratio * (ratio + z), 1.0))
        )
        return value, slope / sigma, fall / sigma**2

    begin = most - _FAR_BELOW * sigma
    best = begin
    has_ended = np.bincount(window, ended, n) > 0
    for _ in range(_STEPS):
        _, slope, fall = at(best)
        best = np.where(has_ended, best + slope / fall, begin)
    highest = np.where(has_ended, at(best)[0], 0.0)
    mu = begin
    for _ in range(_STEPS):
        value, slope, _ = at(mu)
        mu = mu + (highest + log_ratio - value) / slope
    return mu
