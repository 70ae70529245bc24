"""How much wider good and bad days in runs make an interval."""

import numpy as np
import pytest

from hiplog.measures.fits.runs import daily, residual, stretch

IN_PAIRS = [1.0, 1.0, -1.0, -1.0] * 5  # 20 days, 10 products of +1 and 9 of -1


def test_the_stretch_is_that_of_the_autocorrelation_on_the_safe_side():
    r = 0.05 + (1 + 4 * 0.05) / 20 + 0.75 * np.sqrt((1 - 0.05**2) / 20)
    assert stretch(np.array([[IN_PAIRS]])).item() == pytest.approx(np.sqrt((1 + r) / (1 - r)))


def test_of_two_series_the_products_are_pooled_and_the_bias_is_not():
    r = 0.05 + (1 + 4 * 0.05) * 2 / 40 + 0.75 * np.sqrt((1 - 0.05**2) / 40)
    assert stretch(np.array([[IN_PAIRS, IN_PAIRS]])).item() == pytest.approx(np.sqrt((1 + r) / (1 - r)))


def test_days_without_a_hold_are_stepped_over():
    gaps = np.full(40, np.nan)
    gaps[::2] = IN_PAIRS
    assert stretch(gaps[None, None]) == stretch(np.array([[IN_PAIRS]]))


def test_the_stretch_stays_between_one_and_three():
    assert stretch(np.array([[[1.0, -1.0] * 14], [[1.0] * 28]])).tolist() == pytest.approx([1, 3])


def test_equal_seconds_on_both_sides_are_no_run():
    rounding = np.full((1, 1, 28), 1e-16)
    assert stretch(rounding).item() == pytest.approx(stretch(np.zeros((1, 1, 28))).item())


def test_a_censored_hold_counts_as_what_lies_above_it_on_average():
    assert residual(np.array([0.0, 0.0]), np.array([False, True])).tolist() == pytest.approx(
        [0, np.sqrt(2 / np.pi)]
    )


def test_the_holds_of_a_day_count_as_their_mean():
    zero = np.zeros(3, int)
    assert daily(np.array([1.0, 3.0, 5.0]), zero, np.array([0, 0, 2]), (1, 1, 3)).tolist()[0][0] == [
        2,
        pytest.approx(np.nan, nan_ok=True),
        5,
    ]
