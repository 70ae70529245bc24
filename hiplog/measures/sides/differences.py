"""The difference of the sides' medians in windows of days, and how sure each is.

How long runs of good and bad days are does not show in four weeks: of one window, the autocorrelation is off by
0.2 either way, and where it comes out low, chance looks like a difference. So it is that of up to six windows, one
after the other, each with medians of its own; the margin by which it is taken higher stays that of one window.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.special import bdtrc

from hiplog.exercise import SIDES
from hiplog.measures.fits.runs import widened
from hiplog.measures.fits.samples import LEAST_EVENTS
from hiplog.measures.holds.observed import Observed, count, is_order_known, within, within_by_side
from hiplog.measures.sides.lead import lead
from hiplog.measures.sides.pairs import Pairs

RUNS_WINDOWS = 6
_LEAST_REACHED = 3  # holds that reached the target, from which that is said
_BY_CHANCE = 0.025
_LEAST_AHEAD = 0.01  # log seconds, 1 %: less is not said
_LEAST_TOGETHER = 8  # uncensored holds beside a side that has too few of them
_SIGN = np.array([-1.0, 1.0])  # of left and right in their difference
_BLOCK = 256  # days fitted at a time: few enough to stay in the cache


class Windows(NamedTuple):
    """What is known of some windows; what is not is NaN."""

    d: np.ndarray  # (windows,): log median right less left
    fitted: np.ndarray  # (windows,): whether each side has holds enough for a median
    n_days: np.ndarray  # (windows,): with a hold, NaN where there is no d, as with fewer than 3
    r1: np.ndarray  # (windows,): the lag-1 autocorrelation of the days
    median_s: np.ndarray  # (windows, sides): at equal order where `at_equal_order`
    at_equal_order: np.ndarray  # (windows,)
    n: np.ndarray  # (windows, sides): holds
    n_censored: np.ndarray  # (windows, sides)
    n_reached: np.ndarray  # (windows, sides)
    n_opened: np.ndarray  # (windows, sides): sessions of which that side was the first
    both: np.ndarray  # (windows,): both sides reached their target every time
    bound: np.ndarray  # (windows,): by how much at least a side is ahead that nearly always did
    low: np.ndarray  # (windows,): the 95 % interval of d; as z, known once the windows before it are
    high: np.ndarray
    z: np.ndarray  # (windows,): standard errors of d from zero


def differences(seen: Observed, day: np.ndarray, span: int, *, with_z: bool = True) -> Windows:
    """Return what is known of the windows that end on some days.

    Parameters
    ----------
    seen : Observed
        The holds of the windows, and of the five before each.
    day : array of int, shape (days,)
        Days since 1970.
    span : int
        The days of a window.
    with_z : bool
        Whether z is found, which takes longer than the interval, and which words alone want; else it is NaN.
    """
    ends = day[:, None] - span * np.arange(RUNS_WINDOWS)
    needed, at = np.unique(ends, return_inverse=True)
    at = at.reshape(ends.shape)
    blocks = np.array_split(needed, -(-len(needed) // _BLOCK))
    parts, pairs = zip(*(_windows(seen, block, span) for block in blocks), strict=True)
    every = joined(parts)
    r1, n = np.nan_to_num(every.r1)[at], np.nan_to_num(every.n_days)[at]
    total = np.maximum(n.sum(axis=1), 1)
    by_runs = np.ones(len(needed))
    by_runs[at[:, 0]] = widened((n * r1).sum(axis=1) / total, total, (n > 0).sum(axis=1), n[:, 0])
    fitted = every.fitted
    low, high, z = np.full((3, len(needed)), np.nan)
    begins = np.cumsum([len(of_block.d) for of_block in pairs])[:-1]
    wider = np.split(by_runs[fitted], begins)
    low[fitted], high[fitted] = np.concatenate([*map(Pairs.ends, pairs, wider)], axis=1)
    if with_z:
        z[fitted] = np.concatenate([*map(Pairs.z, pairs, wider)])
    every = every._replace(low=low, high=high, z=z)
    return Windows(*(values[at[:, 0]] for values in every))


def joined(parts: Sequence[Windows]) -> Windows:
    """Return the windows of several, one after the other."""
    return parts[0] if len(parts) == 1 else Windows(*map(np.concatenate, zip(*parts, strict=True)))


def _windows(seen: Observed, day: np.ndarray, span: int) -> tuple[Windows, Pairs]:
    """Return what each window tells by itself, and the sides of those that are fitted."""
    days = day - span + 1, day
    every, stopped = seen.side < len(SIDES), seen.censored & seen.reached
    n, n_censored, n_reached, n_stopped, n_opened = (
        count(seen, which, *days) for which in (every, seen.censored, seen.reached, stopped, seen.opens)
    )
    events = n - n_censored
    fitted = (events >= LEAST_EVENTS).all(axis=1)
    equal = is_order_known(seen, *days) & fitted
    row, cell = within_by_side(seen, *(end[fitted] for end in days))
    place = np.where(np.repeat(equal[fitted], len(SIDES))[cell], seen.place[row], 0.0)
    pairs = Pairs(seen, row, cell, place, span)
    known = np.full((len(day), 5), np.nan)
    known[fitted] = np.column_stack([pairs.d, pairs.days.n, pairs.days.r1, pairs.median_s])
    known[np.isnan(known[:, 0])] = np.nan
    # Half of a side's holds would reach its target if that were its median: a sign test says whether more do.
    at_target = (events < LEAST_EVENTS) & (bdtrc(n_stopped - 1, n, 0.5) <= _BY_CHANCE)
    bound = np.full(len(day), np.nan)
    for side, sign in enumerate(_SIGN):
        bounded = at_target[:, side] & (events[:, 1 - side] >= _LEAST_TOGETHER)
        if bounded.any():
            ahead = lead(seen, *within(seen.day, *(end[bounded] for end in days)), side, span)
            bound[bounded] = np.where(ahead >= _LEAST_AHEAD, sign * ahead, np.nan)
    both = ((n_reached == n) & (n >= _LEAST_REACHED)).all(axis=1) & ~fitted
    d, n_days, r1 = known[:, :3].T
    counts = n, n_censored, n_reached, n_opened
    later = np.full((3, len(day)), np.nan)
    return Windows(d, fitted, n_days, r1, known[:, 3:], equal, *counts, both, bound, *later), pairs
