"""How far a median may be to either side: its profile likelihood, and what two of them make of a difference."""

import numpy as np
import pytest
from held import growing, held
from scipy.optimize import minimize
from scipy.special import log_ndtr, ndtri, stdtrit

from hiplog.measures.fits.profile import Profiles
from hiplog.measures.fits.runs import widened
from hiplog.measures.fits.samples import Samples, at_place, fit_samples
from hiplog.measures.holds.arrays import arrays_of
from hiplog.measures.holds.observed import observed, within_by_side
from hiplog.measures.holds.selection import chosen
from hiplog.measures.sides.differences import Windows, differences

T = 2.05


def sample_of(n: int, reached: float, placed: bool, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the log seconds of holds of which so many reach their target, which do, and their places."""
    y = 4.5 + 0.2 * np.random.default_rng(seed).standard_normal(n)
    cap = np.sort(y)[int(n * (1 - reached))] if reached else np.inf
    return np.minimum(y, cap), y >= cap, np.tile([-0.5, 0.5], n)[:n] * placed


def fitted(y: np.ndarray, censored: np.ndarray, place: np.ndarray) -> tuple[Samples, Profiles]:
    rows = y, censored, np.zeros(len(y), dtype="int64")
    fits = fit_samples(*rows, at_place(place))
    return fits, Profiles(*rows, place, fits)


def greatest(m: float, y: np.ndarray, censored: np.ndarray, place: np.ndarray) -> float:
    """Return the greatest log likelihood of a sample with that log median, by scipy's general optimiser."""

    def less(q: np.ndarray) -> float:
        z = (y - m - q[0] * place) / np.exp(q[1])
        return (~censored).sum() * q[1] + (z[~censored] ** 2).sum() / 2 - log_ndtr(-z[censored]).sum()

    options = {"xatol": 1e-10, "fatol": 1e-12, "maxiter": 9999, "maxfev": 9999}
    return -minimize(less, [0, np.log(0.2)], method="Nelder-Mead", options=options).fun


@pytest.mark.parametrize("t", [-4.0, -T, -0.5, 0.5, T, 4.0])
@pytest.mark.parametrize(
    "given", [(28, 0, False), (28, 0.7, False), (28, 0.5, True), (44, 0.86, False), (9, 0.4, True)], ids=str
)
def test_a_median_lies_at_t_where_its_likelihood_has_fallen_as_far(given, t):
    rows = sample_of(*given, seed=1)
    fits, profiles = fitted(*rows)
    best, n = fits.coef[0, 0], given[0]
    away = profiles.beyond(np.array([t]))[0]
    assert np.sign(away) == np.sign(t)
    fallen = greatest(best, *rows) - greatest(best + away, *rows)
    assert fallen == pytest.approx(n * np.log1p(t**2 / n) / 2, rel=1e-5)


@pytest.mark.parametrize("placed", [False, True])
def test_where_nothing_is_capped_a_median_is_as_many_standard_errors_away(placed):
    fits, profiles = fitted(*sample_of(28, 0, placed, seed=2))
    for t in (-T, -1e-4, 0.0, 1e-4, T):
        assert profiles.beyond(np.array([t])) == pytest.approx(t * fits.error, rel=1e-6)


def test_a_median_beyond_the_target_may_be_much_longer_and_not_much_shorter():
    fits, profiles = fitted(*sample_of(28, 0.7, False, seed=3))
    shorter, longer = -profiles.beyond(np.array([-T]))[0], profiles.beyond(np.array([T]))[0]
    assert shorter < T * fits.error[0] < longer
    assert longer > 1.5 * shorter


def test_a_median_of_equal_seconds_is_as_many_of_its_tiny_standard_errors_away():
    fits, profiles = fitted(np.full(28, 4.5), np.zeros(28, dtype=bool), np.zeros(28))
    assert 0 < fits.error[0] < 1e-6
    for t in (-T, T, 8.0):
        assert profiles.beyond(np.array([t])) == pytest.approx(t * fits.error, rel=1e-3)


def windows_of(holds, **given) -> Windows:
    seen = observed(arrays_of(chosen("balance", holds, "hip_balance")))
    return differences(seen, np.unique(seen.day), 28, **given)


def capped(seed: int, shorter: float) -> Windows:
    limits = 100 * np.exp(0.2 * np.random.default_rng(seed).standard_normal((2, 120)))
    left, right = np.minimum(limits * [[1], [1 - shorter]], 105)
    return windows_of(held(left=left, right=right, target_s=105.0))


@pytest.mark.parametrize("seed", range(4))
def test_zero_is_outside_the_interval_where_it_is_more_than_two_standard_errors_away(seed):
    windows = capped(seed, shorter=0.1)
    known = ~np.isnan(windows.d)
    assert known.sum() > 50
    outside = (windows.low > 0) | (windows.high < 0)
    assert (outside == (np.abs(windows.z) > ndtri(0.975)))[known].all()
    assert 0 < outside.sum() < known.sum()
    assert ((windows.low < windows.d) & (windows.d < windows.high))[known].all()


def test_without_standard_errors_from_zero_the_windows_are_the_same():
    holds = growing(60)
    full, without = windows_of(holds), windows_of(holds, with_z=False)
    assert np.isfinite(full.z).any()
    assert np.isnan(without.z).all()
    for found, expected in zip(without[:-1], full[:-1], strict=True):
        np.testing.assert_array_equal(found, expected)


def test_the_holds_of_a_window_stand_one_side_after_the_other():
    seen = observed(arrays_of(chosen("balance", growing(3), "hip_balance")))
    day = np.unique(seen.day)
    row, cell = within_by_side(seen, day - 1, day)
    assert cell.tolist() == [0, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert seen.side[row].tolist() == [0, 1, 0, 0, 1, 1, 0, 0, 1, 1]
    assert (seen.day[row] - day[0]).tolist() == [0, 0, 0, 1, 0, 1, 1, 2, 1, 2]


def test_the_side_that_is_mostly_capped_may_be_much_longer():
    noise = np.random.default_rng(5).standard_normal((2, 28))
    left, right = np.minimum([90 * np.exp(0.1 * noise[0]), 115 * np.exp(0.2 * noise[1])], 108)
    windows = windows_of(held(left=left, right=right, target_s=108.0))
    low, d, high = windows.low[-1], windows.d[-1], windows.high[-1]
    assert high - d > 1.3 * (d - low)


def test_of_a_log_that_never_reaches_its_target_the_interval_is_as_wide_to_either_side():
    windows = windows_of(growing(60).assign(target_s=3600.0))
    known = ~np.isnan(windows.d)
    np.testing.assert_allclose((windows.high - windows.d)[known], (windows.d - windows.low)[known], rtol=1e-6)


@pytest.mark.parametrize("common", [0.0, 0.8])
def test_what_days_do_to_both_sides_is_no_part_of_their_difference(common):
    n, noise = 28, np.random.default_rng(6).standard_normal((3, 28))
    logs = 4.5 + 0.2 * (np.sqrt(common) * noise[2] + np.sqrt(1 - common) * noise[:2])
    windows = windows_of(held(left=np.exp(logs[0]), right=np.exp(logs[1]), ended="let_go"))
    by_day = np.diff(logs, axis=0)[0]
    error = by_day.std(ddof=1) / np.sqrt(n)  # of the mean of the differences of the days
    by_runs = widened(windows.r1[-1:], np.array([n]), np.array([1]))[0]
    assert windows.d[-1] == pytest.approx(by_day.mean())
    assert (windows.high - windows.d)[-1] == pytest.approx(stdtrit(n - 1, 0.975) * error * by_runs, rel=1e-5)
