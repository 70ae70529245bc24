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


def medians(seen: Observed, row: np.ndarray, sample: np.ndarray, place: np.ndarray) -> Medians:
    """Fit a median and a standard deviation to each sample by maximum likelihood, capped holds being censored.

    Parameters
    ----------
    seen : Observed
    row : array of int, shape (rows,)
        Which holds; one may be in many samples.
    sample : array of int, shape (rows,)
        The sample of each row, counted from 0; each has `LEAST_EVENTS` uncensored holds.
    place : array, shape (rows,)
        As `order.place` has it, for a median at equal order; 0 in samples of which that cannot be told.
    """
    n = int(sample.max()) + 1 if len(sample) else 0
    design = np.column_stack([np.ones(len(row)), place])
    fits = fit_cells(design, seen.log_s[row], seen.censored[row], design[:, 0], sample, (n, 1))
    coef, lever, own = fits.coef[:, 0], fits.lever[:, 0], fits.own[:, 0]
    sigma = fits.sigma
    z = (seen.log_s[row] - (design * coef[sample]).sum(axis=1)) / sigma[sample]
    of_median, of_spread = by_day.scores(z, seen.censored[row])
    score = design * (of_median / sigma[sample])[:, None]
    common = (lever[sample] * score).sum(axis=1) - fits.se_log_sigma[sample] * of_spread
    influence = (own[sample, 0] * score).sum(axis=1) + lever[sample, 0] * common
    return Medians(coef[:, 0], sigma, np.sqrt(own[:, 0, 0] + lever[:, 0] ** 2), influence)


def summed(u: np.ndarray, day: np.ndarray, window: np.ndarray, span: int) -> np.ndarray:
    """Return influences summed by day, shape (windows, span); the last day of a window stands first."""
    n = int(window.max()) + 1 if len(window) else 0
    last = np.full(n, np.iinfo("int64").min)  # days before 1970 are negative
    np.maximum.at(last, window, day)
    return by_day.day_sums(u, window, last[window] - day, (n, span))
