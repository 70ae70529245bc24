"""How far a median may be to either side, which is not the same where holds are capped.

Where most holds reach their target, the median lies among those of which nobody saw the end: it may be much
longer, and not much shorter. So many standard errors to either side know nothing of that, and a standard error is
largest just where the estimate is off most. The profile likelihood of a log median m,

    l(m) = the greatest log likelihood of the sample with that log median,

knows it. Where nothing is capped, t standard errors from the best it has fallen by n log(1 + t^2 / n) / 2 of n
holds; so m lies at t where it has fallen by as much, and without capped holds nothing changes.

In Olsen's parameters c = b / s, h = 1 / s of y = m + place b + s e the log likelihood is concave for each m: an
event adds log h - eta^2 / 2, a censored hold log Phi(eta), with eta = c place - h (y - m).
"""

from typing import NamedTuple

import numpy as np
from scipy.special import log_ndtr

from hiplog.measures.fits.samples import Samples
from hiplog.normal import mills

_MOST_STEPS = 50
_NEAR = 1e-4  # standard deviations: what a step so small leaves is its square
_FOLLOWED = 0.2  # of h: where the others are farther from their best, they follow first
_FINEST = 1e-6  # a standard deviation for equal values, as `newton` has it
_LEAST_T = 1e-3  # so near to the best the log likelihood is a parabola


class _At(NamedTuple):
    """The log likelihood of each sample at (m, c, h), its gradient, and its information: less the Hessian."""

    loglik: np.ndarray
    by_m: np.ndarray
    by_c: np.ndarray
    by_h: np.ndarray
    mc: np.ndarray
    mh: np.ndarray
    cc: np.ndarray
    ch: np.ndarray
    hh: np.ndarray


class Profiles:
    """The profile likelihoods of the log medians of samples.

    Parameters
    ----------
    log_s : array, shape (rows,)
    censored : array of bool, shape (rows,)
    sample : array of int, shape (rows,)
        As `fit_samples` had them.
    place : array, shape (rows,)
        The second column of its design.
    fits : Samples
        What it returned.
    """

    def __init__(self, log_s, censored, sample, place, fits: Samples) -> None:
        n, event = len(fits.sigma), ~censored
        y = (log_s - fits.coef[sample, 0]) / fits.sigma[sample]  # in standard deviations from the best
        ended, at = y[event], place[event]
        powers = np.ones(len(at)), ended, at, ended**2, ended * at, at**2
        ones, y_sum, at_sum, yy, yp, pp = (np.bincount(sample[event], power, n) for power in powers)
        self._events = ones, y_sum, at_sum, yy + ones * (_FINEST / fits.sigma) ** 2, yp, pp
        self._sample, self._place, self._y, self._times = _alike(sample[censored], place[censored], y[censored])
        self._unplaced = np.bincount(sample, place**2, n) == 0
        self._n = np.bincount(sample, minlength=n)
        self._sigma, self._error = fits.sigma, fits.error / fits.sigma
        self._c = fits.coef[:, 1] / fits.sigma
        self._best = self._at(np.zeros(n), self._c, np.ones(n)).loglik

    def beyond(self, t: np.ndarray) -> np.ndarray:
        """Return how far the log median at each t is from the best; below it where t is negative."""
        way, size = np.where(t < 0, -1.0, 1.0), np.maximum(np.abs(t), _LEAST_T)
        root = np.sqrt(self._n * np.log1p(size**2 / self._n))
        far, c, h = size * self._error, self._c, np.ones(len(t))
        for _ in range(_MOST_STEPS):
            here = self._at(way * far, c, h)
            c_gains, h_gains = _solved(here, here.by_c, here.by_h)
            c_follows, h_follows = _solved(here, here.mc, here.mh)
            top = here.loglik + (here.by_c * c_gains + here.by_h * h_gains) / 2
            slope = here.by_m - here.mc * c_gains - here.mh * h_gains
            fall = np.sqrt(np.maximum(2 * (self._best - top), (_LEAST_T / 2) ** 2))
            further = far + way * np.clip((fall - root) * fall / slope, -1 / h, 1 / h)
            followed = np.abs(h_gains) < _FOLLOWED * h
            step = way * np.where(followed, np.clip(further, far / 4, 4 * far) - far, 0.0)
            more_h = h_gains - h_follows * step
            far, c, h = far + way * step, c + c_gains - c_follows * step, np.clip(h + more_h, h / 2, 2 * h)
            if max(np.nanmax(np.abs(step), initial=0), np.nanmax(np.abs(more_h / h), initial=0)) < _NEAR:
                break
        return np.where(np.abs(t) < _LEAST_T, t * self._error, way * far) * self._sigma

    def _at(self, m: np.ndarray, c: np.ndarray, h: np.ndarray) -> _At:
        n, y, p, yy, yp, pp = self._events
        r, rr, rp = y - n * m, yy - 2 * m * y + n * m**2, yp - m * p
        beyond, place = self._y - m[self._sample], self._place
        eta = c[self._sample] * place - h[self._sample] * beyond
        log_phi = log_ndtr(eta)
        lam = mills(eta, log_phi)
        slope, bend = self._times * lam, self._times * np.clip(lam * (eta + lam), 0, 1)
        beyond_bend, place_bend = beyond * bend, place * bend

        def total(values: np.ndarray) -> np.ndarray:
            return np.bincount(self._sample, values, len(m))

        by_shift = h * r - c * p + total(slope)
        bend_r, bend_p = r + total(beyond_bend), p + total(place_bend)
        bend_pp = np.where(self._unplaced, 1.0, pp + total(place * place_bend))
        return _At(
            loglik=n * np.log(h) - (h**2 * rr - 2 * h * c * rp + c**2 * pp) / 2 + total(self._times * log_phi),
            by_m=h * by_shift,
            by_c=h * rp - c * pp + total(slope * place),
            by_h=n / h - h * rr + c * rp - total(slope * beyond),
            mc=h * bend_p,
            mh=-by_shift - h * bend_r,
            cc=bend_pp,
            ch=-rp - total(beyond * place_bend),
            hh=n / h**2 + rr + total(beyond * beyond_bend),
        )


def _solved(here: _At, c: np.ndarray, h: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (c, h) times the inverse of their information."""
    size = here.cc * here.hh - here.ch**2
    return (here.hh * c - here.ch * h) / size, (here.cc * h - here.ch * c) / size


def _alike(sample: np.ndarray, place: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return each sort of row once, and how often it is there: holds that reach one target are alike."""
    order = np.lexsort([y, place, sample])
    columns = sample[order], place[order], y[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    times = np.diff(np.append(np.flatnonzero(new), len(order)))
    return (*(column[new] for column in columns), times)
