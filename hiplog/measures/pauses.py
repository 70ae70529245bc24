"""A pause, and whether a side is held longer since than before it."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from hiplog.measures.fits import gate
from hiplog.measures.fits.samples import LEAST_DAYS, LEAST_EVENTS, fit_samples
from hiplog.measures.holds.observed import Observed, seen_up_to, take
from hiplog.measures.holds.selection import LATELY_DAYS, PAUSE_DAYS
from hiplog.measures.levels import against_the_first

_LATE = 4  # days fitted at once


class Pause(NamedTuple):
    """Days without a hold of one side, and how long it was held in up to 28 days before them and since."""

    days: int
    resumed: int  # the day after it, days since 1970
    before_s: float  # the medians, up to what could be seen; missing where too few holds are uncensored
    since_s: float
    way: int  # whether it is told that the side is held longer (1) or shorter (-1) since, else 0


def stretches(seen: Observed) -> list[Observed]:
    """Return the holds of one side before its first pause, between any two, and since the last."""
    ends = [0, *(np.flatnonzero(np.diff(seen.day) > PAUSE_DAYS) + 1).tolist(), len(seen.day)]
    return [take(seen, np.arange(first, end)) for first, end in pairwise(ends)]


def last_pause(seen: Observed) -> Pause | None:
    """Return the last pause in holds of one side, the first of each day, if there is one."""
    *_, before, since = [None, *stretches(seen)]
    if before is None:
        return None
    levels = (_median(take(of, of.day > of.day[-1] - LATELY_DAYS)) for of in (before, since))
    return Pause(int(since.day[0] - before.day[-1] - 1), int(since.day[0]), *levels, _way(before, since))


def _way(before: Observed, since: Observed) -> int:
    """Return what the gate says on the last day: said at 99 %, if a week before too, until it is under 80 %."""
    if len(before.day) < LEAST_DAYS:
        return 0
    both, last = Observed(*map(np.concatenate, zip(before, since, strict=True))), int(before.day[-1])
    return gate.last_state(len(since.day), lambda late: _lasting_z(both, last, since.day, late), _LATE)


def _lasting_z(seen: Observed, last: int, days: np.ndarray, late: np.ndarray) -> np.ndarray:
    """Return standard errors from the median up to a `last` day, on late ones of some days, or a week before."""
    then = np.searchsorted(days, days[late] - gate.WEEK, "right") - 1
    end = np.append(last, days[np.append(late, then)])
    begin = np.append(last, np.fmax(end[1:] - LATELY_DAYS, days[0] - 1)) + 1
    begin[0] -= LATELY_DAYS
    without_order = np.zeros(len(end), dtype=bool)  # a side's first hold of each day is first and second by turns
    now, before = np.split(against_the_first(seen, without_order, begin, end), 2)
    return gate.nearer(now, np.where(then + 1 >= LEAST_DAYS, before, np.nan))


def _median(seen: Observed) -> float:
    """Return the typical seconds of holds, up to what could be seen; missing where too few are uncensored."""
    if (~seen.censored).sum() < LEAST_EVENTS:
        return np.nan
    n = len(seen.day)
    coef = fit_samples(seen.log_s, seen.censored, np.zeros(n, dtype="int64"), np.ones((n, 1))).coef
    return min(float(np.exp(coef[0, 0])), seen_up_to(seen))
