"""The two sides' medians in windows of days, their difference, and how far that may be to either side.

Each side's own interval is that of its profile likelihood, and the difference's is put together of the two (Zou
and Donner 2008, Stat. Med. 27:1693-1702): the low end of one side with the high end of the other, half-widths
being added as standard errors are,

    low = d - sqrt(a^2 + b^2 - 2 r a b),  a = right's median less its low end,  b = left's high end less its median

with r the correlation of the sides' errors by day. A profile likelihood takes each hold for itself; so a and b are
longer by as much as the standard error by day is (Chandler and Bate 2007, Biometrika 94:167-183).
"""

import numpy as np

from hiplog.exercise import SIDES
from hiplog.measures.fits import by_day
from hiplog.measures.fits.profile import Profiles
from hiplog.measures.fits.samples import at_place, fit_samples, summed
from hiplog.measures.holds.observed import Observed

_OUTWARD = np.array([-1.0, 1.0])  # left becomes shorter and right longer where their difference grows
_SECANTS = 2  # each leaves about the square of what was off, and that is a few percent
_MOST_T = 8.0  # beyond any word
_NEAR, _LEAST_SLOPE = 1e-6, 0.2  # secants of nearly the same points have no slope
_NOTHING = 1e-9  # log seconds


class Pairs:
    """The holds of both sides in each of some windows, fitted.

    Parameters
    ----------
    seen : Observed
    row, sample : array of int, shape (rows,)
        The holds of each side of a window, and which that is: window * sides + side.
    place : array, shape (rows,)
        Their place in their session, 0 where the medians are not those at equal order.
    span : int
        The days of a window.

    Attributes
    ----------
    d : array, shape (windows,)
        Log median right less left.
    days : Spread
        What the sums by day say of its error.
    median_s : array, shape (windows, sides)
    """

    def __init__(self, seen: Observed, row: np.ndarray, sample: np.ndarray, place: np.ndarray, span: int) -> None:
        log_s, censored, day = seen.log_s[row], seen.censored[row], seen.day[row]
        window, side = np.divmod(sample, len(SIDES))
        fits = fit_samples(log_s, censored, sample, at_place(place))
        log_median = fits.coef[:, 0].reshape(-1, len(SIDES))
        u = fits.influence[:, 0]
        left, right = (summed(np.where(side == number, u, 0.0), day, window, span) for number in range(len(SIDES)))
        self.days = by_day.spread(right - left)
        self.d = np.where(np.isnan(self.days.error), np.nan, log_median[:, 1] - log_median[:, 0])
        self.median_s = np.exp(log_median)
        by_side = np.sqrt([np.nansum(sums**2, axis=1) for sums in (left, right)]).T
        both = np.nansum(left * right, axis=1)
        self._together = np.clip(both / np.maximum(by_side.prod(axis=1), _NOTHING**2), -1, 1)
        n, self._freedom = self.days.n[:, None], np.maximum(self.days.n - 1, 1)
        self._wider = by_side * np.sqrt(n / np.maximum(n - 1, 1)) / fits.error.reshape(-1, len(SIDES))
        self._profiles = Profiles(log_s, censored, sample, place, fits)

    def ends(self, by_runs: np.ndarray) -> np.ndarray:
        """Return the 95 % interval of d, shape (2, windows).

        Parameters
        ----------
        by_runs : array, shape (windows,)
            By how much good and bad days in runs widen it.
        """
        reach = by_day.half_width(np.ones(len(self.d)), self._freedom)
        return np.stack([self.d + by_runs * self._beyond(t) for t in (-reach, reach)])

    def z(self, by_runs: np.ndarray) -> np.ndarray:
        """Return the standard errors of d from zero, by_runs as for `ends`."""
        return by_day.normal_z(self._from_zero(by_runs), np.ones(len(self.d)), self._freedom)

    def _from_zero(self, by_runs: np.ndarray) -> np.ndarray:
        """Return the t at which an end of the interval is zero, by secants between logarithms."""
        size, way = np.maximum(np.abs(self.d), _NOTHING), np.sign(self.d)

        def too_far(log_t: np.ndarray) -> np.ndarray:
            gone = np.abs(self._beyond(-way * np.exp(log_t))) * by_runs
            return np.log(np.maximum(gone, _NOTHING) / size)

        most = np.log(_MOST_T)
        before = np.minimum(np.log(size / np.maximum(self.days.error * by_runs, _NOTHING)), most)
        off_before = too_far(before)
        log_t = np.minimum(before - off_before, most)
        for _ in range(_SECANTS):
            off, run = too_far(log_t), log_t - before
            slope = (off - off_before) / np.where(np.abs(run) > _NEAR, run, np.inf)
            before, off_before = log_t, off
            log_t = np.minimum(log_t - off / np.where(slope > _LEAST_SLOPE, slope, 1.0), most)
        return np.where(np.abs(self.d) > _NOTHING, way * np.exp(log_t), 0.0)

    def _beyond(self, t: np.ndarray) -> np.ndarray:
        """Return how far from the best the difference at each t is, but for runs; below it where t is negative."""
        outward = (t[:, None] * _OUTWARD).ravel()
        left, right = (self._profiles.beyond(outward).reshape(-1, len(SIDES)) * self._wider).T
        square = left**2 + right**2 + 2 * self._together * (left * right)
        return np.sign(t) * np.sqrt(np.maximum(square, 0))
