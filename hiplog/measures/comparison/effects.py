"""By how much a number differs between two kinds of days, and how sure that is, by day."""

from typing import NamedTuple

import numpy as np

from hiplog.measures.fits import by_day
from hiplog.measures.fits.by_day import UNKNOWN, Estimate
from hiplog.measures.fits.samples import LEAST_EVENTS, fit_samples
from hiplog.measures.holds.observed import Observed

LEAST_DAYS = 7  # of either kind, for a number of those days
_ROUNDING = 1e-9  # an error or a change this small is none
_GROUP = 1  # the column of a design that says which kind of day


class Part(NamedTuple):
    """A regression, and what each row adds to the errors of its coefficients."""

    coef: np.ndarray  # (p,)
    influence: np.ndarray  # (n, p)
    day: np.ndarray  # (n,): days since 1970


class Effect(NamedTuple):
    """The difference that the second kind of days makes."""

    first: float  # the level on days of the first kind
    second: float
    change: Estimate


NONE = Effect(np.nan, np.nan, UNKNOWN)


def least_squares(day: np.ndarray, value: np.ndarray, design: np.ndarray) -> Part | None:
    """Fit a mean; None where a kind of days is too few."""
    if not _enough(day, design):
        return None
    inverse = np.linalg.pinv(design.T @ design)
    coef = inverse @ design.T @ value
    return Part(coef, (design @ inverse) * (value - design @ coef)[:, None], day)


def log_normal(seen: Observed, design: np.ndarray) -> Part | None:
    """Fit a median, capped holds being censored; None where of a kind of days too few, or too few uncensored."""
    events = design[~seen.censored, _GROUP]
    if not _enough(seen.day, design) or min((events > 0).sum(), (events == 0).sum()) < LEAST_EVENTS:
        return None
    fits = fit_samples(seen.log_s, seen.censored, np.zeros(len(seen.day), dtype="int64"), design)
    return Part(fits.coef[0], fits.influence, seen.day)


def _enough(day: np.ndarray, design: np.ndarray) -> bool:
    second = design[:, _GROUP] > 0
    return min(len(np.unique(day[second])), len(np.unique(day[~second]))) >= LEAST_DAYS


def effect(*parts: tuple[float, Part | None]) -> Effect:
    """Return the sum of parts, each with its sign: one alone, or a side less the other."""
    if any(part is None for _, part in parts):
        return NONE
    first, change = (sum(sign * part.coef[column] for sign, part in parts) for column in (0, _GROUP))
    day = np.concatenate([part.day for _, part in parts])
    u = np.concatenate([sign * part.influence[:, _GROUP] for sign, part in parts])
    _, number = np.unique(day, return_inverse=True)
    return _effect(float(first), float(first + change), float(change), np.bincount(number, u))


def _effect(first: float, second: float, change: float, sums: np.ndarray) -> Effect:
    """Return an effect whose error is that of the sums of each day.

    Where days of a kind are all alike there is none: then no change is none, and of a change nobody knows how sure
    it is.
    """
    error, freedom = by_day.standard_error(sums[None])
    if error[0] > _ROUNDING:
        return Effect(first, second, Estimate(change, float(error[0]), int(freedom[0])))
    known = (0.0, 0.0) if abs(change) < _ROUNDING else (change, np.nan)
    return Effect(first, second, Estimate(*known, int(freedom[0])))


def non_overlap(seen: Observed, second: np.ndarray) -> tuple[Effect, float]:
    """Return the share of pairs of days of which the second is longer, a tie counting half, and that of ties.

    Where the shorter hold of a pair is censored, such as one that ended at a lower target, nobody knows which was
    longer: that is a tie too (Gehan 1965, Biometrika 52:203-223). Nonoverlap of all pairs: Parker and Vannest
    (2009), Behav. Ther. 40:357-367, without its correction for a trend (Tau-U), which has no fixed scale. Its
    error is that of DeLong et al. (1988), Biometrics 44:837-845, by day.

    Parameters
    ----------
    seen : Observed
        A hold a day.
    second : array of bool, shape (n,)
        Which days are of the second kind.
    """
    (one, one_ended), (other, other_ended) = ((seen.log_s[of], ~seen.censored[of]) for of in (~second, second))
    if min(len(one), len(other)) < LEAST_DAYS:
        return NONE, np.nan
    above = (other[:, None] > one) & one_ended
    below = (other[:, None] < one) & other_ended[:, None]
    higher = (1.0 + above - below) / 2
    share = higher.mean()
    u = np.empty(len(second))
    u[second], u[~second] = (higher.mean(axis=1) - share) / len(other), (higher.mean(axis=0) - share) / len(one)
    sums = u[np.argsort(seen.day, kind="stable")]
    return _effect(np.nan, float(share), float(share - 0.5), sums), float((higher == 0.5).mean())
