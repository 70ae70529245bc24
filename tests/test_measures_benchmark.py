"""What the benchmark of the measures compares with agrees with what was published, and it runs."""

import runpy
from pathlib import Path

import numpy as np
import pytest
from held import vector
from scipy.stats import binomtest, theilslopes

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "measures.py"


@pytest.fixture(scope="module")
def benchmark() -> dict:
    return runpy.run_path(str(BENCHMARK))


def test_theil_sen_is_sens():
    sen = vector("theil_sen")["sen_1968"]
    line = theilslopes(sen["y"], sen["x"], alpha=0.93, method="separate")
    assert (line.slope, line.intercept) == (sen["slope"], sen["intercept_median_method"])
    assert [round(line.low_slope, 2), round(line.high_slope, 2)] == sen["ci93"]


@pytest.mark.parametrize("case", vector("wilson_interval")["cases"])
def test_the_interval_of_a_coverage_is_wilsons(benchmark, case):
    hits = np.arange(case["n"]) < case["k"]
    found = binomtest(case["k"], case["n"]).proportion_ci(method="wilson")
    assert (found.low, found.high) == pytest.approx((case["low"], case["high"]), abs=6e-5)
    assert benchmark["covered"](hits).endswith(f"({found.low:.3f}-{found.high:.3f})")


def test_noise_has_the_autocorrelation_asked_for(benchmark):
    values = benchmark["noise"](np.random.default_rng(1), (4, 20_000), 0.5)
    assert values.std() == pytest.approx(1, abs=0.02)
    assert (values[:, 1:] * values[:, :-1]).mean() == pytest.approx(0.5, abs=0.02)


def test_each_run_of_the_benchmark_is_measured_alone(benchmark):
    limits = np.random.default_rng(1).lognormal(4.5, 0.15, (3, 2, 28))
    balance = benchmark["hiplog"].balance
    together = benchmark["last_of_each_run"](balance(benchmark["holds_of"](limits, 100.0)), 3)
    alone = [balance(benchmark["holds_of"](run[None], 100.0)).iloc[-1]["balance_pct"] for run in limits]
    assert together["balance_pct"].tolist() == pytest.approx(alone, rel=1e-12)


def test_the_usual_methods_fall_short_and_ours_does_not(benchmark):
    rows = {row["method"]: row for row in benchmark["growth"](8)}
    assert float(rows["least squares"]["slope difference"]) < 0.1
    assert float(rows["hiplog: trend and balance"]["slope difference"]) == pytest.approx(0.2, abs=0.04)


def test_a_persons_sides_go_together_as_asked_for(benchmark):
    who = benchmark["Person"](common=0.8, days=4000)
    log = benchmark["log_of"](np.random.default_rng(1), who)
    left, right = (np.log(log.loc[log["side"] == side, "hold_s"].to_numpy()) for side in ("left", "right"))
    assert np.corrcoef(left, right)[0, 1] == pytest.approx(0.8, abs=0.02)
    assert (left.std(), np.exp(left.mean())) == pytest.approx((0.2, 90), rel=0.03)


def test_a_person_is_capped_as_asked_for(benchmark):
    who = benchmark["Person"](capped=0.7, a_day=3, days=2000)
    log = benchmark["log_of"](np.random.default_rng(1), who)
    assert len(log) == 12_000
    assert (log["ended"] == "target").mean() == pytest.approx(0.7, abs=0.02)


def test_each_person_of_the_tables_has_a_row(benchmark):
    assert [row["case"] for row in benchmark["people"](2)] == list(benchmark["PEOPLE"])
    assert [row["case"] for row in benchmark["chances"](2)] == list(benchmark["CHANCES"])
