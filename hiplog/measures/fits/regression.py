"""Right-censored log-normal regression: one fit, with the covariance of all its coefficients.

The model is log T = x'b + s e with standard normal e, so exp(x'b) is the median hold in seconds. `newton` has the
likelihood and the method.
"""

from typing import NamedTuple

import numpy as np

from hiplog.measures.fits.newton import Fits, fit_cells

_LEAST_INFORMATION = 1e-6  # the share of what the holds would tell of the coefficients were none censored


class Fit(NamedTuple):
    """What `fit` found.

    Attributes
    ----------
    coef : array, shape (p,)
        b; log seconds per unit of each column of the design.
    sigma : float
        s; standard deviation of log seconds.
    covariance : array, shape (p + 1, p + 1)
        Of (coef, log sigma): the inverse of the observed information.
    loglik : float
        Of log seconds. That of seconds is less by the sum of `log_s` over the events.
    converged : bool
        Whether there is one maximum and it was found. If not, the numbers are missing (NaN).
    """

    coef: np.ndarray
    sigma: float
    covariance: np.ndarray
    loglik: float
    converged: bool


def fit(design, log_s, censored, weights=None) -> Fit:
    """Fit a right-censored log-normal regression by maximum likelihood.

    Parameters
    ----------
    design : array, shape (n, p)
        One row per hold; give a column of ones for an intercept.
    log_s : array, shape (n,)
        Natural logarithm of the seconds held. (Any right-censored normal response will do.)
    censored : array of bool, shape (n,)
        Which holds say only "at least this long"; see `hiplog.is_censored`.
    weights : array, shape (n,), optional
        Each hold's share in the log likelihood (local likelihood); 1 unless given.

    Returns
    -------
    Fit
        Not converged, with numbers missing, where the data hold no answer: all holds censored, no more holds than
        coefficients, columns that repeat each other, or events that leave a coefficient without bound (such as a
        side that reached its target every time). Equal seconds give a sigma of 1e-6.

    Notes
    -----
    Olsen (1978), Econometrica 46:1211-1215; the covariance goes from (b/s, 1/s) to (b, log s) by the Jacobian.
    """
    design = np.asarray(design, dtype=float)
    log_s, censored = np.asarray(log_s, dtype=float), np.asarray(censored, dtype=bool)
    weights = np.ones(len(log_s)) if weights is None else np.asarray(weights, dtype=float)
    used, p = weights > 0, design.shape[1]
    rows = design[used]
    none = Fit(np.full(p, np.nan), np.nan, np.full((p + 1, p + 1), np.nan), np.nan, False)
    if censored[used].all() or len(rows) <= p or np.linalg.matrix_rank(rows) < p:
        return none
    fits = fit_cells(design, log_s, censored, weights, np.zeros(len(log_s), dtype="int64"), shape=(1, 1))
    full = (weights[:, None] * design).T @ design / fits.sigma[0] ** 2  # the information were none censored
    if not fits.converged[0] or np.linalg.eigvals(full @ fits.given_h[0, 0]).real.max() > 1 / _LEAST_INFORMATION:
        return none
    return Fit(fits.coef[0, 0], float(fits.sigma[0]), _covariance(fits), float(fits.loglik[0]), True)


def _covariance(fits: Fits) -> np.ndarray:
    """Return the covariance of (coef, log sigma) of the only cell."""
    both = np.append(fits.lever[0, 0], -fits.se_log_sigma[0])
    covariance = np.outer(both, both)
    covariance[:-1, :-1] += fits.given_h[0, 0]
    return covariance
