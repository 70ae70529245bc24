"""One estimate from many people's, who differ: random effects."""

from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq
from scipy.stats import t as student

_LEVEL = 0.975
FEWEST = 3  # people, for whom a spread can be told at all


class Pooled(NamedTuple):
    """What many people's estimates say together.

    Attributes
    ----------
    n : int
        How many people.
    mean, low, high : float
        The mean of all such people's true values, with its 95 % interval.
    spread : float
        The standard deviation of people's true values.
    low_person, high_person : float
        Where 95 % of people's true values lie, as another one's would.
    """

    n: int
    mean: float
    low: float
    high: float
    spread: float
    low_person: float
    high_person: float


def pooled(estimates: np.ndarray, errors: np.ndarray) -> Pooled:
    """Pool estimates with their standard errors, of people whose true values differ.

    Parameters
    ----------
    estimates, errors : array, shape (n,)
        On a scale on which the errors are about normal, such as the log of a ratio.

    Returns
    -------
    Pooled
        All missing but `n` for fewer than 3 people.

    Notes
    -----
    Estimate i is normal around a person's true value with variance v_i, and these are normal around a mean with
    variance tau^2, which is estimated by restricted maximum likelihood (Viechtbauer 2005, J. Educ. Behav. Stat.
    30:261-293). The mean's interval is that of Hartung and Knapp (2001, Stat. Med. 20:1771-1782), Student's t with
    n - 1 degrees of freedom, which respects that tau is estimated; that of people is the prediction interval of
    Higgins, Thompson and Spiegelhalter (2009, J. R. Stat. Soc. A 172:137-159), t with n - 2.
    """
    n = len(estimates)
    if n < FEWEST:
        return Pooled(n, *[np.nan] * 6)
    between = _between(estimates, errors**2)
    weight = 1 / (errors**2 + between)
    mean = float(weight @ estimates / weight.sum())
    variance = float(weight @ (estimates - mean) ** 2 / (n - 1) / weight.sum())
    reach = student.ppf(_LEVEL, n - 1) * np.sqrt(variance)
    reach_person = student.ppf(_LEVEL, n - 2) * np.sqrt(between + variance)
    limits = (mean - reach, mean + reach, float(np.sqrt(between)), mean - reach_person, mean + reach_person)
    return Pooled(n, mean, *map(float, limits))


def _between(estimates: np.ndarray, variances: np.ndarray) -> float:
    """Return the variance of people's true values, by restricted maximum likelihood."""

    def score(between: float) -> float:
        """Return twice the derivative of the restricted log likelihood."""
        weight = 1 / (variances + between)
        left = estimates - weight @ estimates / weight.sum()
        return float(weight**2 @ left**2 - weight.sum() + weight @ weight / weight.sum())

    if score(0.0) <= 0:
        return 0.0
    most = float(np.ptp(estimates)) ** 2 + float(variances.max())
    return float(brentq(score, 0.0, most, xtol=1e-12))
