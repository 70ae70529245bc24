"""By how much at least one side is ahead of the other, where it nearly always reached its target."""

import numpy as np

from hiplog.measures.fits import by_day
from hiplog.measures.fits.samples import fit_samples, summed
from hiplog.measures.holds.observed import Observed


def lead(seen: Observed, row: np.ndarray, window: np.ndarray, side: int, span: int) -> np.ndarray:
    """Return by how much at least, in log seconds, a side that nearly always reached its target is ahead.

    That is from its target, the lowest of the window, to the upper end of the other side's interval. How far
    beyond it lies was not seen, nor how its holds vary, so that no more is said of it.

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
    of_side = seen.side[row] == side
    other, in_window = row[~of_side], window[~of_side]
    fits = fit_samples(seen.log_s[other], seen.censored[other], in_window, np.ones((len(other), 1)))
    error, freedom = by_day.standard_error(summed(fits.influence[:, 0], seen.day[other], in_window, span))
    stopped = of_side & seen.censored[row] & seen.reached[row]
    target = np.full(len(error), np.inf)
    np.minimum.at(target, window[stopped], seen.log_s[row[stopped]])
    return target - (fits.coef[:, 0] + by_day.half_width(error, freedom))
