"""Where a log names no target: the seconds at which its holds stop all the same.

Who means to hold two minutes and writes down nothing but seconds has a heap of holds at 120 and hardly one beyond.
Taken for exact ends, they make a growing side seem level. But seconds that are rounded to 10 or 30 heap too, and a
target that nobody had hides what was held. So a heap is a target only where holds that stop there explain the
seconds 1000 times as well as holds that are merely rounded.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog.normal import mills

TOLERANCE_S = 2.0  # seconds after its target within which a hold without a reason still ended for it
_STEP_S = 5.0  # targets that people set are multiples of it
_LEAST, _LEAST_SHARE = 8, 0.05  # holds in a heap
_LEAST_AT_IT = 0.1  # of a heap, within a second of its target: who has one meets it, and is not only a little late
_MOST_BEYOND = 0.01  # of the holds, or one of them
_SHORT = 0.25  # the share of the other holds whose lower tail is not looked at
_ON_GRID = 0.8
_GRIDS_S = (30.0, 15.0, 10.0, 5.0, 1.0, 0.1)  # what people round to
_BLOCK_DAYS = 56  # in which each side's typical hold is taken as level
_LEAST_LOG_RATIO = np.log(1000)


def heaps(unnamed: pd.DataFrame, *, below: float = np.inf) -> Iterator[tuple[str, pd.DataFrame, "Heap"]]:
    """Yield each exercise whose holds stop at the same seconds, with these holds and where they stop.

    Parameters
    ----------
    unnamed : DataFrame
        Holds of which neither target nor reason is known: `exercise`, `side`, `started_at` and `hold_s`.
    below : float
        Only where they stop before so many seconds.
    """
    for name, part in unnamed.groupby("exercise", sort=False):
        day = part["started_at"].to_numpy().astype("datetime64[D]").astype("int64")
        heap_of = heap(part["hold_s"].to_numpy(), (part["side"] == "right").to_numpy(), day, below=below)
        if heap_of is not None:
            yield str(name), part, heap_of


class Heap(NamedTuple):
    """Where holds stop: at the target, written down so from `from_s` on."""

    target_s: float
    from_s: float

    def has(self, hold_s):
        """Return which holds lie in it."""
        return (hold_s >= self.target_s) & (hold_s <= self.target_s + TOLERANCE_S)


def heap(hold_s: np.ndarray, is_right: np.ndarray, day: np.ndarray, *, below: float = np.inf) -> Heap | None:
    """Return where holds stop, or None.

    Parameters
    ----------
    hold_s : array, shape (n,)
        Seconds of holds of which neither target nor reason is known.
    is_right : array of bool, shape (n,)
    day : array of int, shape (n,)
        Days since any day.
    below : float
        Only where they stop before so many seconds.

    Notes
    -----
    Simulated in docs/measures.md. The candidate is the multiple of 5 s with the most holds on it or up to 2 s
    after it, 8 and one in twenty at least, a tenth of them within a second of it, and at most one in a hundred
    beyond. Seconds are taken as a log-normal variable known to the grid on which most other holds lie (30, 15, 10,
    5, 1 or 0.1 s), with a median for each side and a standard deviation for every 56 days; of the shortest quarter
    only that they are so short counts. The log likelihoods of both explanations, that a heap's holds last at least
    so long or just so, are summed.
    """
    candidate = _candidate(hold_s)
    if candidate is None or candidate >= below:
        return None
    in_heap = Heap(candidate, candidate).has(hold_s)
    half = max(_grid(hold_s[~in_heap]), TOLERANCE_S) / 2
    # What is not rounded coarsely lies from the candidate up to the tolerance.
    rounded = Heap(candidate, candidate - half if half > TOLERANCE_S / 2 else candidate)
    others = hold_s[~in_heap]  # of the shortest, given up early or not, only that they were so short tells
    short = np.quantile(others, _SHORT) + half if len(others) else 0.0
    low = np.where(in_heap, rounded.from_s, np.where(hold_s + half <= short, 0, np.maximum(hold_s - half, 0)))
    high = np.where(in_heap, rounded.from_s + 2 * half, np.maximum(hold_s + half, short))
    with np.errstate(divide="ignore"):
        log_low = np.log(low)
    just, at_least = np.log(high), np.log(np.where(in_heap, np.inf, high))
    block = (day.max() - day) // _BLOCK_DAYS
    numbers, counts = np.unique(block[in_heap], return_counts=True)
    gained = 0.0
    for number in numbers[np.argsort(-counts, kind="stable")]:
        here = block == number
        of = (is_right[here].astype("int64"), log_low[here])
        gained += _loglik(*of, at_least[here]) - _loglik(*of, just[here])
        if gained > _LEAST_LOG_RATIO:  # no block takes from it: at least so long is likelier than just so
            return rounded
    return None


def _candidate(hold_s: np.ndarray) -> float | None:
    """Return where a target would be, if anywhere."""
    steps = np.arange(_STEP_S, hold_s.max(initial=0) + _STEP_S, _STEP_S)
    ordered = np.sort(hold_s)
    before, up_to = np.searchsorted(ordered, steps, "left"), np.searchsorted(ordered, steps + TOLERANCE_S, "right")
    n, beyond = up_to - before, len(ordered) - up_to
    is_met = np.searchsorted(ordered, steps + 1, "left") - before >= _LEAST_AT_IT * n
    fits = (
        is_met & (n >= max(_LEAST, _LEAST_SHARE * len(ordered))) & (beyond <= max(1, _MOST_BEYOND * len(ordered)))
    )
    return float(steps[fits][np.argmax(n[fits])]) if fits.any() else None


def _grid(hold_s: np.ndarray) -> float:
    """Return the coarsest grid on which four in five of these seconds lie, the coarsest of all for none."""
    if not len(hold_s):
        return _GRIDS_S[0]
    on = (g for g in _GRIDS_S if (np.abs(hold_s / g - np.rint(hold_s / g)) < 1e-6).mean() >= _ON_GRID)
    return next(on, _GRIDS_S[-1])


def _loglik(side: np.ndarray, low: np.ndarray, high: np.ndarray) -> float:
    """Return the highest log likelihood of values from `low` to `high`, normal around a median for each side."""
    from scipy.optimize import minimize  # here and below: a file in which nothing heaps is read without scipy

    (sides, lows, highs), n = np.unique(np.stack([side, low, high]), axis=1, return_counts=True)
    which, share = sides.astype("int64"), n / n.sum()

    def minus(theta: np.ndarray) -> tuple[float, np.ndarray]:
        s = np.exp(theta[2])
        a, b = (lows - theta[which]) / s, (highs - theta[which]) / s
        log_p = _log_between(a, b)
        at_a, at_b = (mills(z, log_p) for z in (a, b))
        by_side = np.bincount(which, share * (at_a - at_b) / s, 2)
        by_spread = share @ (_finite(a) * at_a - _finite(b) * at_b)
        return -share @ log_p, -np.append(by_side, by_spread)

    start = [*np.full(2, _finite(highs).max()), np.log(0.2)]
    fit = minimize(minus, start, jac=True, method="L-BFGS-B", bounds=[(-5, 15), (-5, 15), (-5, 2)])
    return float(-fit.fun * n.sum())


def _log_between(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the logarithm of the normal probability from a to b, without loss in either tail."""
    from scipy.special import log_ndtr

    far = a > 0
    lower, upper = np.where(far, -b, a), np.where(far, -a, b)
    log_lower, log_upper = log_ndtr(lower), log_ndtr(upper)
    return log_upper + np.log1p(-np.exp(np.minimum(log_lower - log_upper, -1e-12)))


def _finite(z: np.ndarray) -> np.ndarray:
    """Return z with 0 for what is endless, where the density is 0 too."""
    return np.where(np.isinf(z), 0.0, z)
