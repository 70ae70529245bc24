"""Newton's method for right-censored normal regression, for one fit or for thousands at once.

The model is y = x'b + s e with standard normal e; a censored row says only that y is at least what stands
there. In Olsen's (1978, Econometrica 46:1211-1215) parameters g = b/s and h = 1/s the log likelihood is concave
everywhere:

    w = (x, -y), q = (g, h), eta = w'q
    event:     log h - eta^2/2 - log(2 pi)/2     gradient -eta w + (0, 1/h)    Hessian -w w' - diag(0, 1/h^2)
    censored:  log Phi(eta)                      gradient lam w                Hessian -lam (eta + lam) w w'
    with lam = phi(eta) / Phi(eta)

Rows belong to cells, cells (sides) to windows. Each cell has its own g, each window one h, so the Hessian of a
window is an arrow: a block per cell, and one last row and column for h. It is solved block by block, and sums
over sides are sums of two numbers: swapping the sides swaps the answers to the last bit.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from scipy.special import log_ndtr

from hiplog.normal import HALF_LOG_2PI, mills

_MOST_STEPS = 60
_NEAR = 1e-10  # Newton decrement, twice what the log likelihood can still gain: a last step leaves its square
_FINEST = 1e-6  # a standard deviation for equal values, so that it stays above 0
_DAMP = 1e-12  # keeps a block of which the rows say nothing solvable; moves no answer


class Fits(NamedTuple):
    """One fit per window.

    The covariance of the coefficients of cells i and j of a window is lever[i] lever[j]', and given_h[i] more if i
    is j.
    """

    coef: np.ndarray  # (windows, sides, p)
    sigma: np.ndarray  # (windows,)
    given_h: np.ndarray  # (windows, sides, p, p)
    lever: np.ndarray  # (windows, sides, p)
    se_log_sigma: np.ndarray  # (windows,)
    loglik: np.ndarray  # (windows,)
    converged: np.ndarray  # (windows,)


class _At(NamedTuple):
    """The log likelihood at q, and its derivatives, per cell; what h adds on its own is added per window."""

    loglik: np.ndarray  # (windows,)
    gradient: np.ndarray  # (windows, sides, p + 1)
    information: np.ndarray  # (windows, sides, p + 1, p + 1)


def fit_cells(design, y, censored, weights, cell, shape) -> Fits:
    """Fit every window by maximum (weighted) likelihood.

    Parameters
    ----------
    design : array, shape (n, p)
    y, weights : arrays, shape (n,)
    censored : array of bool, shape (n,)
    cell : array of int, shape (n,)
        window * sides + side.
    shape : (windows, sides)
        A cell without rows keeps coefficients of 0 and is no part of its window's fit.
    """
    if (cell[1:] < cell[:-1]).any():
        order = np.argsort(cell, kind="stable")
        design, y, censored, weights, cell = (
            each.take(order, axis=0) for each in (design, y, censored, weights, cell)
        )
    columns = np.vstack([design.T, y])
    start, residual, scale, damping = _least_squares(design, columns, weights, cell, shape)
    columns[-1] = -(residual / np.repeat(scale, shape[1])[cell])
    problem = _Problem(columns, censored, weights, cell, damping)
    problem.known[..., -1, -1] += problem.events * (_FINEST / scale[:, None]) ** 2
    q = np.zeros((*shape, design.shape[1] + 1))
    q[..., -1] = 1.0
    here = problem.at(q)
    for _ in range(_MOST_STEPS):
        step, decrement = problem.step(q, here)
        q, here = problem.climb(q, step, here)
        if (decrement < _NEAR).all():
            break
    return problem.answer(q, here, start, scale, decrement < _NEAR)


def at_cells(rows: np.ndarray, coef: np.ndarray, cell: np.ndarray) -> np.ndarray:
    """Return each row, of shape (n, p), times the coefficients of its cell, of shape (windows, sides, p)."""
    return np.einsum("ij,ij->i", rows, coef.reshape(-1, rows.shape[1]).take(cell, axis=0))


class _Cells:
    """The rows of each cell, which lie beside each other."""

    def __init__(self, cell: np.ndarray, shape: tuple[int, int]) -> None:
        n = np.bincount(cell, minlength=shape[0] * shape[1])
        self.shape, self._filled = shape, np.flatnonzero(n)
        self._begin = (n.cumsum() - n)[self._filled]

    def sums(self, columns: Iterable[np.ndarray]) -> np.ndarray:
        """Return the sum of each column over the rows of each cell, shape (windows, sides, columns)."""
        filled = [np.add.reduceat(column, self._begin) if len(column) else column for column in columns]
        sums = np.zeros((self.shape[0] * self.shape[1], len(filled)))
        sums[self._filled] = np.array(filled).T
        return sums.reshape(*self.shape, len(filled))


@cache
def _pairs(width: int) -> tuple[list[tuple[int, int]], np.ndarray]:
    """Return each pair of columns once, and where it stands in the symmetric matrix of all pairs."""
    pairs = [(i, j) for i in range(width) for j in range(i, width)]
    place = [[pairs.index((min(i, j), max(i, j))) for j in range(width)] for i in range(width)]
    return pairs, np.array(place)


def _products(columns: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
    """Yield them one by one: each is summed, and its memory taken for the next, before that is made."""
    return (columns[i] * columns[j] for i, j in _pairs(len(columns))[0])


def _matrices(sums: np.ndarray, width: int) -> np.ndarray:
    """Return sums of products, shape (windows, sides, pairs), as symmetric matrices."""
    return sums[..., _pairs(width)[1]]


def _damping(block: np.ndarray) -> np.ndarray:
    """Return what keeps a block solvable though the rows say nothing of it; it is too little to move an answer."""
    size = np.einsum("...ii->...i", block)[..., None]
    return np.where(size > 0, _DAMP * size, 1.0) * np.eye(block.shape[-1])


def _least_squares(design, columns, weights, cell, shape) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return coefficients (windows, sides, p), residuals (n,) and standard deviations (windows,), none censored.

    The columns are those of the design, and y. Newton starts there, in these units: the start is g = 0 and h = 1,
    whatever the seconds are. The last is the damping of the blocks.
    """
    cells = _Cells(cell, shape)
    total = _matrices(cells.sums(weights * column for column in _products(columns)), len(columns))
    block, damping = total[..., :-1, :-1], _damping(total[..., :-1, :-1])
    coef = np.linalg.solve(block + damping, total[..., :-1, -1:])[..., 0]
    residual = columns[-1] - at_cells(design, coef, cell)
    spread, weight = cells.sums([weights * residual**2, weights]).sum(axis=1).T
    scale = np.sqrt(spread / np.where(weight > 0, weight, 1.0) + _FINEST**2)
    return coef, residual, scale, damping


class _Problem:
    """The rows of all windows; events only as sums, for they are quadratic in q and the censored alone are not."""

    def __init__(self, w, censored, weights, cell, damping):
        (event, rest), shape = (np.flatnonzero(which) for which in (~censored, censored)), damping.shape[:2]
        ended, weight = _Cells(cell[event], shape), weights[event]
        products = (weight * column for column in _products([column[event] for column in w]))
        known = ended.sums(chain([weight], products))
        self.known, self.events = _matrices(known[..., 1:], len(w)), known[..., 0]
        self._ended = self.events.sum(axis=1)
        self._w, self._weights, self._cell = [column[rest] for column in w], weights[rest], cell[rest]
        self._cells, self._rows = _Cells(self._cell, shape), np.array(self._w).T.copy()
        self._products, self._damping = [*_products(self._w)], damping

    def at(self, q: np.ndarray) -> _At:
        """Return the log likelihood of each window at q, and its derivatives."""
        eta = at_cells(self._rows, q, self._cell)
        log_phi = log_ndtr(eta)
        lam = mills(eta, log_phi)
        slope, curve = self._weights * lam, self._weights * np.minimum(np.maximum(lam * (eta + lam), 0), 1)
        known = (self.known @ q[..., None])[..., 0]
        columns = [
            self._weights * log_phi,
            *(slope * w for w in self._w),
            *(curve * ww for ww in self._products),
        ]
        sums, width = self._cells.sums(columns), q.shape[-1]
        loglik = sums[..., 0] + self.events * (np.log(q[..., -1]) - HALF_LOG_2PI) - 0.5 * (q * known).sum(axis=-1)
        information = self.known + _matrices(sums[..., 1 + width :], width)
        return _At(loglik.sum(axis=1), sums[..., 1 : 1 + width] - known, information)

    def step(self, q: np.ndarray, here: _At) -> tuple[np.ndarray, np.ndarray]:
        """Return Newton's step, and its decrement per window."""
        gradient, last = here.gradient[..., :-1], here.gradient[..., -1].sum(axis=1)
        last = last + self._ended / q[:, 0, -1]
        inverse, follow, bottom = self._arrow(q, here)
        at_h = (inverse @ gradient[..., None])[..., 0]
        step = np.empty_like(q)
        step[..., -1] = ((last + (follow * gradient).sum(axis=-1).sum(axis=1)) / bottom)[:, None]
        step[..., :-1] = at_h + follow * step[..., -1:]
        return step, (step[..., :-1] * gradient).sum(axis=-1).sum(axis=1) + step[:, 0, -1] * last

    def climb(self, q: np.ndarray, step: np.ndarray, here: _At) -> tuple[np.ndarray, _At]:
        """Return q a step further; the step is halved in each window until the log likelihood grows and h > 0."""
        share = 1 / np.maximum(1, -2 * step[:, 0, -1] / q[:, 0, -1])
        for _ in range(_MOST_STEPS):
            further = q + share[:, None, None] * step
            there = self.at(further)
            lower = there.loglik < here.loglik - 1e-9
            if not lower.any():
                break
            share = np.where(lower, share / 2, share)
        return further, there

    def answer(self, q: np.ndarray, here: _At, start, scale, converged) -> Fits:
        """Return coefficients, sigma and covariances in the units of y."""
        h, inverse, follow, bottom = q[:, 0, -1], *self._arrow(q, here)
        sigma, g = scale / h, q[..., :-1]
        unit = sigma[:, None, None]
        lever = unit * (follow - g / h[:, None, None]) / np.sqrt(bottom)[:, None, None]
        loglik = here.loglik - self._ended * np.log(scale)
        return Fits(
            coef=start + unit * g,
            sigma=sigma,
            given_h=unit[..., None] ** 2 * inverse,
            lever=lever,
            se_log_sigma=1 / (h * np.sqrt(bottom)),
            loglik=loglik,
            converged=converged,
        )

    def _arrow(self, q: np.ndarray, here: _At) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the inverse of each block, how its g follows h, and what is left for h once g has followed."""
        inverse = np.linalg.inv(here.information[..., :-1, :-1] + self._damping)
        side = here.information[..., :-1, -1]
        follow = -(inverse @ side[..., None])[..., 0]
        events = self._ended / q[:, 0, -1] ** 2
        of_h = here.information[..., -1, -1].sum(axis=1) + (side * follow).sum(axis=-1).sum(axis=1)
        return inverse, follow, events + of_h
