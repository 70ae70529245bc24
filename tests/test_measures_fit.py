"""The censored fit, against published fits and where the holds have no answer."""

import numpy as np
import pandas as pd
import pyarrow
import pytest
from held import VECTORS, growing, held, vector
from scipy.stats import norm

import hiplog
from hiplog.measures.fits.regression import fit
from hiplog.measures.holds.censoring import is_censored
from hiplog.measures.progress import progress
from hiplog.measures.sides.balance import balance
from hiplog.measures.trend import trend
from hiplog.schema import conform


@pytest.fixture(scope="module")
def tobin():
    """Tobin's durable goods, negated: they are censored from below."""
    data = pd.read_csv(VECTORS / "tobin.csv")
    design = np.column_stack([np.ones(20), data["age"], data["quant"]])
    return design, fit(design, -data["durable"], data["durable"] == 0)


@pytest.fixture(scope="module")
def motorettes():
    """The log-normal fit of Nelson and Hahn's motorettes above 150 degrees, and the events' hours."""
    data = pd.read_csv(VECTORS / "imotor.csv").query("temp_c > 150")
    design = np.column_stack([np.ones(30), 1000 / (273.2 + data["temp_c"])])
    return fit(design, np.log(data["time_h"]), data["event"] == 0), data.query("event == 1")["time_h"]


def test_tobins_linear_predictor_is_that_of_survreg(tobin):
    design, found = tobin
    np.testing.assert_allclose(
        -design @ found.coef, vector("tobin_expected")["published"]["linear_predictor"], atol=1e-7
    )


def test_tobins_coefficients_errors_and_likelihood_agree(tobin):
    _, found = tobin
    expected = vector("tobin_expected")["computed_here"]
    np.testing.assert_allclose(-found.coef, expected["beta"], rtol=4e-6)
    np.testing.assert_allclose(np.sqrt(np.diag(found.covariance))[:3], expected["se"], rtol=5e-6)
    assert (found.sigma, found.loglik) == pytest.approx((expected["sigma"], expected["loglik"]), rel=1e-6)


def test_motorettes_agree_with_survreg_and_sas_to_the_printed_digits(motorettes):
    found, hours = motorettes
    expected = vector("imotor_expected")["lognormal_temp_gt_150"]
    errors = np.sqrt(np.diag(found.covariance))
    printed = [expected[name] for name in ("intercept", "slope", "log_scale", "scale")]
    np.testing.assert_allclose([*found.coef, np.log(found.sigma), found.sigma], printed, atol=6e-4)
    np.testing.assert_allclose(
        errors, [expected[f"{n}_se"] for n in ("intercept", "slope", "log_scale")], atol=6e-4
    )
    assert found.loglik - np.log(hours).sum() == pytest.approx(expected["loglik_time_scale"], abs=0.05)


@pytest.mark.parametrize("celsius", [130, 150])
def test_quantiles_of_motorettes_and_their_errors_agree(motorettes, celsius):
    found, _ = motorettes
    expected = vector("imotor_expected")["lognormal_temp_gt_150"]
    printed = expected["quantiles_h"][f"{celsius}C"], expected[f"quantile_se_{celsius}C"]
    for (name, hours), error in zip(printed[0].items(), printed[1], strict=True):
        by = np.array([1, 1000 / (273.2 + celsius), norm.ppf(int(name[1:]) / 100) * found.sigma])
        quantile = np.exp(by[:2] @ found.coef + by[2])
        assert (quantile, quantile * np.sqrt(by @ found.covariance @ by)) == pytest.approx(
            (hours, error), rel=2e-6
        )


def test_all_motorettes_agree_with_the_normal_fit_of_log10_hours():
    data, expected = pd.read_csv(VECTORS / "imotor.csv"), vector("imotor_expected")["normal_log10_all40"]
    design = np.column_stack([np.ones(40), 1000 / (273.2 + data["temp_c"])])
    found = fit(design, np.log10(data["time_h"]), data["event"] == 0)
    np.testing.assert_allclose(
        [*found.coef, found.sigma], [expected[n] for n in ("intercept", "slope", "sigma")], rtol=1e-6
    )


def test_without_censored_holds_the_fit_is_least_squares():
    day, log_s = np.arange(6.0), np.array([4.0, 4.1, 4.0, 4.2, 4.1, 4.3])
    design = np.column_stack([np.ones(6), day])
    coef, residual = np.linalg.lstsq(design, log_s)[:2]
    found = fit(design, log_s, np.zeros(6, bool))
    np.testing.assert_allclose([*found.coef, found.sigma], [*coef, np.sqrt(residual[0] / 6)], rtol=1e-9)


def test_a_weight_of_two_is_a_hold_twice():
    design, log_s, censored = np.ones((4, 1)), np.array([4.0, 4.2, 4.5, 4.5]), np.array([False, False, True, True])
    twice = fit(design, log_s, censored)
    weighed = fit(design[:3], log_s[:3], censored[:3], weights=[1, 1, 2])
    np.testing.assert_allclose([*twice.coef, twice.sigma], [*weighed.coef, weighed.sigma], rtol=1e-12)
    np.testing.assert_allclose(twice.covariance, weighed.covariance, rtol=1e-9)


def test_the_gradient_is_zero_and_the_covariance_the_inverse_of_the_curvature():
    rng = np.random.default_rng(3)
    log_s = np.minimum(rng.normal(4.6, 0.2, 50), 4.7)
    censored = log_s == 4.7
    found = fit(np.ones((50, 1)), log_s, censored)

    def loglik(mu, log_sigma):
        z = (log_s - mu) / np.exp(log_sigma)
        return np.where(censored, norm.logsf(z), norm.logpdf(z) - log_sigma).sum()

    top, step = np.array([found.coef[0], np.log(found.sigma)]), 1e-3 * np.eye(2)
    assert found.loglik == pytest.approx(loglik(*top))
    curvature = [
        [
            (loglik(*(top + a + b)) - loglik(*(top + a - b)) - loglik(*(top - a + b)) + loglik(*(top - a - b)))
            for b in step
        ]
        for a in step
    ]
    np.testing.assert_allclose(found.covariance, np.linalg.inv(-np.array(curvature) / 4e-6), rtol=1e-3)


@pytest.mark.parametrize(
    ("log_s", "censored"),
    [([4.8, 4.8, 4.8], [True] * 3), ([4.0], [False]), ([4.0, 4.8], [True, True]), ([], [])],
    ids=["all at the target", "one hold", "two at different targets", "none"],
)
def test_holds_without_an_answer_say_so(log_s, censored):
    found = fit(np.ones((len(log_s), 1)), log_s, censored)
    assert not found.converged
    assert np.isnan([*found.coef, found.sigma, found.loglik]).all()


def test_a_side_that_always_reached_its_target_leaves_no_answer():
    design = np.column_stack([np.ones(6), [0, 0, 0, 1, 1, 1]])
    found = fit(design, np.array([4.0, 4.1, 4.2, 4.8, 4.8, 4.8]), np.array([False] * 3 + [True] * 3))
    assert not found.converged


def test_columns_that_repeat_each_other_leave_no_answer():
    assert not fit(np.ones((5, 2)), np.array([4.0, 4.1, 4.2, 4.3, 4.4]), np.zeros(5, bool)).converged


def test_equal_seconds_have_their_own_median_and_next_to_no_spread():
    found = fit(np.ones((5, 1)), np.full(5, np.log(60)), np.zeros(5, bool))
    assert found.converged
    assert (np.exp(found.coef[0]), found.sigma) == pytest.approx((60, 1e-6))


def test_what_ended_a_hold_decides_and_else_its_target():
    holds = pd.DataFrame(
        {
            "started_at": "2026-03-04T07:10",
            "side": "left",
            "hold_s": [120.0, 90.0, 120.0, 120.0, 60.0, 300.0],
            "target_s": [120.0, 120.0, 120.0, 120.0, 120.0, None],
            "ended": ["target", "interrupted", "pain", None, None, None],
        }
    )
    assert is_censored(holds).tolist() == [True, True, False, True, False, False]


def test_of_holds_without_a_target_none_is_known_to_have_been_longer_and_what_is_no_table_is_refused():
    rows = pd.DataFrame({"started_at": "2026-03-04T07:10", "side": "left", "hold_s": [120.0, 90.0]})
    assert is_censored(rows).tolist() == [False, False]
    assert is_censored(pyarrow.Table.from_pandas(rows)).tolist() == [False, False]
    with pytest.raises(hiplog.LogError, match=r"^holds: this is 'a\.csv', expected the holds in it"):
        is_censored("a.csv")


def test_neither_the_unit_nor_the_first_day_moves_a_slope():
    rng = np.random.default_rng(5)
    day = np.arange(400)
    log_s = np.log(60 + 0.2 * day) + 0.15 * rng.standard_normal(400)
    censored, log_s = log_s > np.log(120), np.minimum(log_s, np.log(120))
    near = fit(np.column_stack([np.ones(400), day]), log_s, censored)
    far = fit(np.column_stack([np.ones(400), day + 20_454]), log_s + 9, censored)
    assert far.coef[1] == pytest.approx(near.coef[1], rel=1e-7)
    assert far.covariance[1, 1] == pytest.approx(near.covariance[1, 1], rel=1e-6)


def test_a_hold_that_went_on_past_its_target_without_a_reason_ended_of_itself():
    holds = conform(held(left=[119, 120, 122, 122.5, 150], target_s=120.0))
    assert is_censored(holds).tolist() == [False, True, True, False, False]
    assert is_censored(holds.assign(ended="target")).all()


def test_a_hold_with_claimed_seconds_is_in_no_fit():
    holds = growing(60).assign(claimed_s=np.nan)
    claimed = held(left=[90] * 60, right=[30] * 60, target_s=120.0, claimed_s=20.0)
    for measure in (trend, balance):
        pd.testing.assert_frame_equal(measure(pd.concat([holds, claimed], ignore_index=True)), measure(holds))
    assert progress(claimed)["median_s"].isna().all()


def test_a_fit_without_an_answer_has_its_shape_and_no_number():
    found = fit(np.column_stack([np.ones(6), np.arange(6)]), np.full(6, 4.0), np.ones(6, dtype=bool))
    shapes = [found.coef.shape, found.covariance.shape]
    assert (found.converged, shapes) == (False, [(2,), (3, 3)])
    assert np.isnan(found.covariance).all()


def test_a_trend_needs_five_uncensored_holds_and_no_more():
    seconds = np.full(28, 120.0)
    for n, verdict in ((4, {"not_enough"}), (5, {"no_clear_change", "longer", "shorter"})):
        seconds[np.linspace(2, 25, n).astype("int64")] = [100.0, 90, 105, 95, 101][:n]
        assert set(trend(held(seconds, target_s=120.0))["verdict"]) <= verdict
        seconds[:] = 120.0
