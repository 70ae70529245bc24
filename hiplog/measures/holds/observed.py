"""The holds that a fit may use, as arrays."""

from typing import NamedTuple, TypeVar

import numpy as np

from hiplog.exercise import SIDES
from hiplog.measures.fits.samples import LEAST_EVENTS
from hiplog.measures.holds.arrays import Arrays
from hiplog.measures.holds.order import often_enough

_APART = 10**12  # days, more than there are: from a side's to those of the other, where both are in one order
_Some = TypeVar("_Some", "Arrays", "Observed")


class Observed(NamedTuple):
    """The holds of one exercise that a fit may use, sorted by time; see `Arrays`."""

    day: np.ndarray
    side: np.ndarray
    log_s: np.ndarray
    censored: np.ndarray
    reached: np.ndarray
    aimed_s: np.ndarray
    place: np.ndarray
    opens: np.ndarray


def observed(held: Arrays) -> Observed:
    """Return the holds that may be fitted."""
    every = Observed(*(getattr(held, name) for name in Observed._fields))
    return every if held.is_fitted.all() else take(every, held.is_fitted)


def take(seen: _Some, which: np.ndarray) -> _Some:
    """Return some of the holds."""
    return type(seen)(*(values[which] for values in seen))


def seen_up_to(seen: Observed) -> float:
    """Return the seconds up to which holds of one side could be seen, NaN where there is no such end.

    A hold shows how long it could be up to its target, at which it stops, or up to its own end if that is later.
    Five must show as much, as a median wants five: one alone that went on tells nothing of the others.
    """
    lasted_s = np.where(seen.censored, 0.0, np.exp(seen.log_s))
    shown_s = np.sort(np.where(np.isnan(seen.aimed_s), np.inf, np.fmax(seen.aimed_s, lasted_s)))[-LEAST_EVENTS:]
    return float(shown_s[0]) if len(shown_s) and shown_s[0] < np.inf else np.nan


def within(day: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return, one window after the other, the rows with first <= day <= last, and the window of each.

    Parameters
    ----------
    day : array of int, shape (n,)
        Sorted.
    first, last : arrays of int, shape (windows,)
    """
    begin, end = _ends(day, first, last)
    size = end - begin
    skipped = np.repeat(np.cumsum(size) - size - begin, size)
    return np.arange(size.sum()) - skipped, np.repeat(np.arange(len(size)), size)


def within_by_side(seen: Observed, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the same rows, one side of a window after the other, and the cell of each: window * sides + side."""
    order, sides = np.argsort(seen.side, kind="stable"), _APART * np.arange(len(SIDES))
    first, last = ((day[:, None] + sides).ravel() for day in (first, last))
    row, cell = within((seen.day + _APART * seen.side)[order], first, last)
    return order[row], cell


def count(seen: Observed, which: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Return how many of the holds that are marked lie in each window of days, shape (windows, sides)."""
    begin, end = _ends(seen.day, first, last)
    some = slice(begin.min(initial=len(seen.day)), end.max(initial=0))
    up_to = np.zeros((len(SIDES), max(some.stop - some.start, 0) + 1), dtype="int64")
    for side, of_side in enumerate(up_to):
        np.cumsum(which[some] & (seen.side[some] == side), out=of_side[1:])
    return (up_to[:, end - some.start] - up_to[:, begin - some.start]).T


def is_first_of_day(seen: Arrays | Observed) -> np.ndarray:
    """Return which holds are their side's first of the day."""
    first = np.zeros(len(seen.day), dtype=bool)
    first[np.unique(len(SIDES) * seen.day + seen.side, return_index=True)[1]] = True
    return first


def is_order_known(seen: Observed, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Return in which windows of days both sides were first and were second often enough."""
    ended = ~seen.censored
    n_first, n_second = (count(seen, ended & which, first, last) for which in (seen.place < 0, seen.place > 0))
    return often_enough(n_first, n_second)


def _ends(day: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.searchsorted(day, first, "left"), np.searchsorted(day, last, "right")
