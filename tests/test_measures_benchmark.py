"""What the benchmark of the measures compares with agrees with what was published, and it runs."""

import runpy
from pathlib import Path

import numpy as np
import pandas as pd
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
    left, right = np.log(benchmark["seconds_of"](np.random.default_rng(1), who, 1, 0.1)[0, ..., 0])
    assert np.corrcoef(left, right)[0, 1] == pytest.approx(0.8, abs=0.02)
    assert (left.std(), np.exp(left.mean()), np.exp(right.mean())) == pytest.approx((0.2, 90, 81), rel=0.03)


def test_growth_ends_where_asked_for(benchmark):
    who = benchmark["Person"](growth=(7.0, 10), days=40, spread=(0.0, 0.0))
    left = benchmark["seconds_of"](np.random.default_rng(1), who, 1, 0.0)[0, 0, :, 0]
    assert left.tolist() == pytest.approx([*np.arange(61, 91), *[90] * 10])


def test_a_person_is_capped_as_asked_for(benchmark):
    who = benchmark["Person"](capped=0.7, a_day=3, days=700)
    log = benchmark["logs_of"](np.random.default_rng(1), who, 3)
    assert len(log) == 3 * 4200
    assert (log["ended"] == "target").mean() == pytest.approx(0.7, abs=0.02)


def test_of_sides_that_are_not_equally_steady_so_many_are_capped_together(benchmark):
    who = benchmark["Person"](spread=(0.1, 0.3), capped=0.7, a_day=3, days=700)
    log = benchmark["logs_of"](np.random.default_rng(1), who, 3)
    assert (log["ended"] == "target").mean() == pytest.approx(0.7, abs=0.02)


def test_a_log_that_grows_changes_as_much_as_its_growth_and_nothing_beyond_its_line(benchmark):
    growing, level = benchmark["GROWING"], benchmark["LEVEL"]
    plain, beyond = benchmark["true_changes"](growing, 0.0)
    medians = benchmark["medians_of"](growing)
    assert plain == pytest.approx(100 * (medians[84:].mean() / medians[56:84].mean() - 1), rel=0.01)
    assert -4 < beyond < 0  # a straight line in seconds bends in their logarithm
    assert benchmark["true_changes"](level, 0.2) == pytest.approx((20, 20))


def test_people_in_one_log_are_measured_as_if_alone(benchmark):
    who = benchmark["Person"]()
    together = benchmark["balances"](np.random.default_rng(1), who, 3).groupby("run").last()
    logs = benchmark["one_by_one"](benchmark["logs_of"](np.random.default_rng(1), who, 3))
    alone = [benchmark["hiplog"].balance(log).iloc[-1]["balance_pct"] for log in logs]
    assert together["balance_pct"].tolist() == pytest.approx(alone, rel=1e-12)


def test_pain_is_begun_in_its_worst_week(benchmark):
    pain = np.array([benchmark["pain_of"](np.random.default_rng(seed), 364) for seed in range(40)])
    assert pain[:, :7].mean() > pain[:, 180:].mean() + 1
    fell = np.array([benchmark["pain_of"](np.random.default_rng(seed), 364, 2.0) for seed in range(40)])
    assert (pain - fell)[:, 196:].mean() == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(("table", "rows"), [("people", 19), ("chances", 3), ("every_day", 4), ("pain_words", 2)])
def test_each_table_of_people_has_its_rows(benchmark, table, rows):
    assert len(benchmark[table](1)) == rows


def test_an_interval_that_holds_the_truth_too_seldom_or_too_often_is_named_as_that(benchmark):
    said = {
        share: benchmark["remark"](np.arange(1000) < 1000 * share, beyond=False) for share in (0.9, 0.95, 0.99)
    }
    assert said == {0.9: "falls short", 0.95: "", 0.99: "too wide"}


def test_a_row_without_a_balance_has_no_bias_of_it(benchmark):
    none = pd.DataFrame({"balance_pct": [np.nan], "low_pct": [np.nan], "high_pct": [np.nan]})
    assert "nan" not in str(benchmark["balance_row"]("all capped", none, -10.0, True))
