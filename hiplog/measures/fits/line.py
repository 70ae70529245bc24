"""A median that goes in straight lines from knot to knot in time, of right-censored log-normal holds.

    log T = log m(t) + s e,  m(t) = sum of exp(theta_k) h_k(t)

e is standard normal, exp(theta_k) the median at knot k, so that it stays over 0, and h_k the function that is 1
there, 0 at every other knot and straight in between. Two knots make one line, three a line that bends.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import log_ndtr

from hiplog.measures.fits import by_day
from hiplog.measures.fits.regression import fit
from hiplog.normal import HALF_LOG_2PI, mills

_MOST_STEPS = 50
_NEAR = 1e-9  # what the log likelihood can still gain, twice
_FLAT = 1e-8  # the share of the largest curvature under which there is none
_FINEST = 1e-3  # of a hold, as clocks and people go; a standard deviation for a straight line without noise


class Line(NamedTuple):
    """The medians at the knots."""

    median: np.ndarray  # (knots,)
    influence: np.ndarray  # (knots, n): what each hold adds to their errors


def fit_line(time: np.ndarray, log_s: np.ndarray, censored: np.ndarray, knots: np.ndarray) -> Line | None:
    """Fit the medians at the knots by maximum likelihood; None where the holds hold no answer.

    Parameters
    ----------
    time : array, shape (n,)
    log_s : array, shape (n,)
        Natural logarithm of the seconds held.
    censored : array of bool, shape (n,)
        Which holds say only "at least this long".
    knots : array, shape (knots,)
        In their order, the first and the last at the ends of `time`.
    """
    hats = np.stack([np.interp(time, knots, of_knot) for of_knot in np.eye(len(knots))])
    start = fit(hats.T, log_s, censored)
    if not start.converged:
        return None
    given = (hats, log_s, censored)
    theta, information = climbed(np.append(start.coef, np.log(start.sigma)), given)
    if information is None:
        return None
    median = np.exp(theta[:-1])
    influence = np.linalg.solve(information, _scores(theta, *given))[:-1]
    return Line(median, median[:, None] * influence)


def climbed(theta: np.ndarray, given: tuple) -> tuple[np.ndarray, np.ndarray | None]:
    """Return the top of the log likelihood and its information, None where the climb ends on no top.

    Newton's method; where the likelihood is not concave it goes by the sizes of the curvatures, and always up.
    """
    loglik, gradient, information = likelihood(theta, *given)
    for _ in range(_MOST_STEPS):
        curvature, way = np.linalg.eigh(information)
        step = way @ ((way.T @ gradient) / np.maximum(np.abs(curvature), _FLAT * np.abs(curvature).max()))
        if step @ gradient < _NEAR:
            return theta, information if curvature[0] > 0 else None
        share = 1.0
        with np.errstate(over="ignore", divide="ignore", invalid="ignore"):  # a step too far is halved
            while not likelihood(theta + share * step, *given)[0] >= loglik - _NEAR and share > _NEAR:
                share /= 2
        theta = theta + share * step
        loglik, gradient, information = likelihood(theta, *given)
    return theta, None


def _scores(theta: np.ndarray, hats: np.ndarray, log_s: np.ndarray, censored: np.ndarray) -> np.ndarray:
    """Return each hold's gradient of the log likelihood, shape (knots + 1, n)."""
    parts, s = np.exp(theta[:-1])[:, None] * hats, np.exp(theta[-1])
    median = parts.sum(axis=0)
    of_median, of_spread = by_day.scores((log_s - np.log(median)) / s, censored)
    return np.stack([*(parts / median / s * of_median), of_spread])


def likelihood(theta, hats, log_s, censored) -> tuple[float, np.ndarray, np.ndarray]:
    """Return the log likelihood, its gradient, and the observed information.

    theta is the log medians at the knots and log s; with the share p_k of each knot in the median, eta = (log
    median - log_s) / s has the derivatives (p / s, -eta), and log median the second ones p_k (k = l) - p_k p_l.
    """
    parts, s = np.exp(theta[:-1])[:, None] * hats, np.exp(theta[-1])
    median = parts.sum(axis=0)
    eta = (np.log(median) - log_s) / s
    log_phi = log_ndtr(eta)
    lam = mills(eta, log_phi)
    score, curve = np.where(censored, lam, -eta), np.where(censored, lam * (eta + lam), 1.0)
    events, rounding = (~censored).sum(), (_FINEST / s) ** 2
    loglik = np.where(censored, log_phi, -0.5 * eta**2 - HALF_LOG_2PI).sum()
    loglik -= events * (theta[-1] + 0.5 * rounding)
    share = parts / median
    by_theta = np.stack([*(share / s), -eta])
    gradient = by_theta @ score
    gradient[-1] -= events * (1 - rounding)
    second = np.zeros((len(theta), len(theta)))
    second[:-1, :-1] = (np.diag(share @ score) - (share * score) @ share.T) / s
    second[:-1, -1] = second[-1, :-1] = -(by_theta[:-1] @ score)
    second[-1, -1] = (score * eta).sum() - 2 * events * rounding
    return loglik, gradient, (by_theta * curve) @ by_theta.T - second
