"""Is a side held longer in some days than in others? The medians of both spans, in standard errors."""

import numpy as np

from hiplog.measures.fits import by_day
from hiplog.measures.fits.samples import LEAST_EVENTS, at_place, fit_samples, summed
from hiplog.measures.holds.observed import Observed, within


def against_the_first(seen: Observed, equal: np.ndarray, begin: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return standard errors from the median of the first span of days to that of each other one.

    Parameters
    ----------
    seen : Observed
        The holds of one side.
    equal : array of bool, shape (spans,)
        In which spans the order of the sides is known, so that the medians are those at equal order.
    begin, end : array of int, shape (spans,)
        The first and last day of each span, days since 1970.

    Returns
    -------
    array, shape (spans - 1,)
        Missing where one of the two spans has fewer than 5 holds that are uncensored, or fewer than 3 days.
    """
    row, span = within(seen.day, begin, end)
    events = np.bincount(span, ~seen.censored[row], len(end))
    enough = events >= LEAST_EVENTS
    row, span = row[enough[span]], (np.cumsum(enough) - 1)[span[enough[span]]]
    place = at_place(seen.place[row] * equal[enough][span])
    fits = fit_samples(seen.log_s[row], seen.censored[row], span, place)
    log_median, error, freedom = np.full(len(end), np.nan), np.full(len(end), np.nan), np.ones(len(end))
    log_median[enough] = fits.coef[:, 0]
    sums = summed(fits.influence[:, 0], seen.day[row], span, int((end - begin).max()) + 1)
    error[enough], freedom[enough] = by_day.standard_error(sums)
    both = np.hypot(error[1:], error[0])
    return by_day.normal_z(log_median[1:] - log_median[0], both, np.minimum(freedom[1:], freedom[0]))
