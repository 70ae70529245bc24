"""The median of each of many small samples of holds, and what moves it."""

from typing import NamedTuple

import numpy as np

from hiplog.measures import by_day
from hiplog.measures.frames import Observed
from hiplog.measures.newton import fit_cells

LEAST_EVENTS = 5  # uncensored holds from which a sample has a median and a standard deviation of its own


class Medians(NamedTuple):
    """Log-normal fits, one for each sample."""

    log_median: np.ndarray  # (samples,)
    sigma: np.ndarray  # (samples,): the standard deviation of log seconds
    error: np.ndarray  # (samples,): of the log median, were all holds independent
    influence: np.ndarray  # (rows,): what each hold adds to the error of its log median


def medians(seen: Observed, row: np.ndarray, sample: np.ndarray) -> Medians:
    """Fit a median and a standard deviation to each sample by maximum likelihood, capped holds being censored.

    Parameters
    ----------
    seen : Observed
    row : array of int, shape (rows,)
        Which holds; one may be in many samples.
    sample : array of int, shape (rows,)
        The sample of each row, counted from 0; each has `LEAST_EVENTS` uncensored holds.
    """
    ones, n = np.ones((len(row), 1)), int(sample.max()) + 1 if len(sample) else 0
    fits = fit_cells(ones, seen.log_s[row], seen.censored[row], ones[:, 0], sample, (n, 1))
    log_median, lever, own = (part.reshape(n) for part in (fits.coef, fits.lever, fits.own))
    sigma = fits.sigma
    of_median, of_spread = by_day.scores(
        (seen.log_s[row] - log_median[sample]) / sigma[sample], seen.censored[row]
    )
    of_median = of_median / sigma[sample]
    common = lever[sample] * of_median - fits.se_log_sigma[sample] * of_spread
    influence = own[sample] * of_median + lever[sample] * common
    return Medians(log_median, sigma, np.sqrt(own + lever**2), influence)


def summed(u: np.ndarray, day: np.ndarray, window: np.ndarray, span: int) -> np.ndarray:
    """Return influences summed by day, shape (windows, span); the last day of a window stands first."""
    n = int(window.max()) + 1 if len(window) else 0
    last = np.full(n, np.iinfo("int64").min)  # days before 1970 are negative
    np.maximum.at(last, window, day)
    return by_day.day_sums(u, window, last[window] - day, (n, span))
