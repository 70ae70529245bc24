"""A log-normal regression for each of many small samples of holds, and what each hold adds to its errors."""

from typing import NamedTuple

import numpy as np

from hiplog.measures.fits import by_day
from hiplog.measures.fits.newton import at_cells, fit_cells

LEAST_EVENTS = 5  # uncensored holds from which a sample has a median and a standard deviation of its own
LEAST_DAYS = 7  # with a hold: fewer show nothing of good and bad days in runs, on which intervals rest
WIDEST = 4.0  # how many times its lower end the upper end of an interval of seconds may be: from half to double


class Samples(NamedTuple):
    """Log-normal fits, one for each sample: log T = x'b + s e."""

    coef: np.ndarray  # (samples, p)
    sigma: np.ndarray  # (samples,): the standard deviation of log seconds
    error: np.ndarray  # (samples,): of the first coefficient, were all holds independent
    influence: np.ndarray  # (rows, p): what each hold adds to the errors of the coefficients of its sample


def fit_samples(log_s: np.ndarray, censored: np.ndarray, sample: np.ndarray, design: np.ndarray) -> Samples:
    """Fit coefficients and a standard deviation to each sample by maximum likelihood, capped holds being censored.

    Parameters
    ----------
    log_s : array, shape (rows,)
        Natural logarithm of the seconds held; a hold that is in several samples has a row in each.
    censored : array of bool, shape (rows,)
    sample : array of int, shape (rows,)
        The sample of each row, counted from 0; each has `LEAST_EVENTS` uncensored holds.
    design : array, shape (rows, p)
        The first column is ones; a column of zeros in a sample has the coefficient 0 there.
    """
    n = int(sample.max()) + 1 if len(sample) else 0
    fits = fit_cells(design, log_s, censored, np.ones(len(log_s)), sample, (n, 1))
    coef, lever, given_h = fits.coef[:, 0], fits.lever[:, 0], fits.given_h[:, 0]
    z = (log_s - at_cells(design, coef, sample)) / fits.sigma[sample]
    of_median, of_spread = by_day.scores(z, censored)
    score = design * (of_median / fits.sigma[sample])[:, None]
    common = at_cells(score, lever, sample) - fits.se_log_sigma[sample] * of_spread
    influence = np.einsum("ijk,ik->ij", given_h.take(sample, axis=0), score)
    influence += lever.take(sample, axis=0) * common[:, None]
    return Samples(coef, fits.sigma, np.sqrt(given_h[:, 0, 0] + lever[:, 0] ** 2), influence)


def at_place(place: np.ndarray) -> np.ndarray:
    """Return the design of a median at equal order; `place` is -0.5 first, 0.5 second, 0 where that is unknown."""
    return np.column_stack([np.ones(len(place)), place])


def summed(u: np.ndarray, day: np.ndarray, window: np.ndarray, span: int) -> np.ndarray:
    """Return influences summed by day, shape (windows, span); the last day of a window stands first."""
    n = int(window.max()) + 1 if len(window) else 0
    last = np.full(n, np.iinfo("int64").min)  # days before 1970 are negative
    np.maximum.at(last, window, day)
    return by_day.day_sums(u, window, last[window] - day, (n, span))
