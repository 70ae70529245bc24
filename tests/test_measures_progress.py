"""The curve and the slope."""

import numpy as np
import pandas as pd
import pytest
from held import growing, held

import hiplog
from hiplog.measures.fits.line import climbed, likelihood
from hiplog.measures.fits.regression import fit
from hiplog.measures.progress import progress
from hiplog.measures.trend import trend


def side(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    return rows[rows["side"] == name].reset_index(drop=True)


def test_every_side_and_day_with_a_hold_has_a_row():
    rows = progress(held(left=[60, 61, 62], right=[70, 71]))
    assert rows[["side", "n"]].to_numpy().tolist() == [["left", 3]] * 3 + [["right", 2]] * 2
    assert rows["day"].iloc[-1] == pd.Timestamp("2026-01-02")


def test_a_curve_by_weeks_has_the_last_day_of_each_week_as_the_whole_curve_has_it():
    holds = held(left=range(60, 100), right=range(70, 110))
    whole = progress(holds)
    last = whole.groupby(["side", whole["day"].dt.to_period("W")]).tail(1).reset_index(drop=True)
    pd.testing.assert_frame_equal(progress(holds, every_days=7), last)


def test_the_curve_is_the_weighted_fit_on_its_day():
    holds = held(left=[50, 70, 60, 80, 75, 90, 85, 100, 90, 120], target_s=120.0)
    u = (np.arange(10) - 4) / 7
    near = np.abs(u) < 1
    weights = (1 - np.abs(u[near]) ** 3) ** 3
    log_s = np.log(holds["hold_s"].to_numpy()[near])
    found = fit(np.column_stack([np.ones(near.sum()), u[near]]), log_s, log_s == np.log(120), weights)
    assert progress(holds, span_days=7).loc[4, "median_s"] == pytest.approx(np.exp(found.coef[0]), rel=1e-9)


def test_fewer_than_five_uncensored_holds_leave_the_curve_missing():
    few, enough = ([100, 120] * 4, [100, 120] * 5)
    rows = progress(held(left=few, target_s=120.0))
    assert rows[["median_s", "low_s", "high_s"]].isna().all(axis=None)
    assert rows[["n", "n_censored"]].drop_duplicates().to_numpy().tolist() == [[8, 4]]
    assert not rows["above_target"].any()
    assert progress(held(left=enough, target_s=120.0))["median_s"].notna().all()


def test_a_curve_is_told_of_seven_days_or_more_however_many_holds_a_day_has():
    six, seven = (progress(held(left=[60, 66] * days, every="12h")) for days in (6, 7))
    assert six[["median_s", "low_s", "high_s"]].isna().all(axis=None)
    assert seven["median_s"].tolist() == pytest.approx([np.sqrt(60 * 66)] * 7, rel=0.01)


def test_the_bands_of_a_weeks_curve_seldom_say_that_its_ends_differ():
    """With a band that took so few holds for many, 1 in 8 level logs of a week had ends that did not overlap."""
    noise = np.random.default_rng(1).lognormal(4, 0.2, (60, 7))
    begin = pd.to_timedelta(365 * np.repeat(np.arange(60), 7), unit="D")
    log = held(left=noise.ravel())
    log["started_at"] = pd.Timestamp("1980-01-01") + begin + pd.to_timedelta(np.tile(np.arange(7), 60), unit="D")
    rows = progress(log).groupby(begin)
    first, last = rows.first(), rows.last()
    assert len(first.dropna(subset="low_s")) > 50
    apart = (first["high_s"] < last["low_s"]) | (last["high_s"] < first["low_s"])
    assert apart.sum() <= 2


def test_the_curve_goes_on_above_the_target_and_says_so():
    rows = side(progress(growing(180)), "left")
    late = rows.iloc[140:165].dropna()
    assert late["above_target"].all()
    assert (late["median_s"] > 120).all()
    assert not rows["above_target"].iloc[:60].any()


def test_a_target_reached_without_being_named_counts_as_the_target():
    holds = growing(180).assign(ended=lambda log: np.where(log["hold_s"] == 120, "target", "let_go"))
    pd.testing.assert_frame_equal(
        progress(holds.drop(columns="target_s"))[["median_s"]], progress(holds)[["median_s"]]
    )


def test_holds_that_all_reach_a_rising_target_later_make_no_absurd_number():
    holds = held(left=[60] * 4 + [120] * 16, target_s=120.0, every="2D")
    assert progress(holds)["high_s"].dropna().lt(1500).all()


def test_an_interval_from_half_to_double_is_not_shown():
    wide = progress(held(left=[5, 300, 6, 250, 5, 300, 6, 250]))
    assert wide[["median_s", "low_s", "high_s"]].isna().all(axis=None)
    seen = progress(held(left=np.random.default_rng(1).lognormal(4, 0.8, 30)))
    assert (seen["high_s"] < 4 * seen["low_s"]).any()
    assert not (seen["high_s"] >= 4 * seen["low_s"]).any()


def test_scaling_the_seconds_scales_the_curve():
    holds = growing(60)
    half = holds.assign(hold_s=holds["hold_s"] / 2, target_s=holds["target_s"] / 2)
    np.testing.assert_allclose(progress(half)["median_s"] * 2, progress(holds)["median_s"], rtol=1e-9)


def test_slips_under_three_seconds_change_no_number():
    holds = growing(60)
    slips = held(left=[0.4] * 60, right=[2.9] * 60, every="1D", target_s=120.0)
    pd.testing.assert_frame_equal(progress(pd.concat([holds, slips])), progress(holds))
    pd.testing.assert_frame_equal(trend(pd.concat([holds, slips])), trend(holds))


def test_good_and_bad_days_in_runs_widen_the_band():
    steady = held(left=[60, 70] * 20)
    in_runs = held(left=([60] * 5 + [70] * 5) * 4)
    width = [(rows["high_s"] / rows["low_s"]).iloc[20] for rows in (progress(steady), progress(in_runs))]
    assert np.log(width[1]) > 1.8 * np.log(width[0])


def test_a_straight_line_has_its_own_slope():
    rows = trend(held(left=60 + 0.5 * np.arange(40), right=80 - 0.25 * np.arange(40)))
    assert rows["slope_s_per_week"].tolist() == pytest.approx([3.5, -1.75], abs=1e-6)
    assert (rows["low_s_per_week"] <= rows["slope_s_per_week"]).all()
    assert (rows["slope_s_per_week"] <= rows["high_s_per_week"]).all()
    assert rows["verdict"].tolist() == ["longer", "shorter"]
    assert rows.loc[0, ["from_s", "to_s", "span_days"]].tolist() == pytest.approx([60, 79.5, 40])


def test_under_three_weeks_are_too_short_for_a_slope():
    rng = np.random.default_rng(2)
    seconds = (60 + np.arange(21)) * rng.lognormal(0, 0.05, 21)
    assert trend(held(left=seconds[:20])).loc[0, "verdict"] == "not_enough"
    assert trend(held(left=seconds))["slope_s_per_week"].notna().all()


def grown(weekly: float, ended: int, noise: float, *, days: int = 120, falling: float = 0.0) -> pd.DataFrame:
    """Return a left side that grew to 90 s until so many days before its last, and fell from there."""
    day = np.arange(days) - (days - 1 - ended)
    left = 90 + np.minimum(day, 0) * weekly / 7 - np.maximum(day, 0) * falling / 7
    return held(left=left * np.random.default_rng(3).lognormal(0, noise, days))


@pytest.mark.parametrize(
    ("holds", "verdict"),
    [
        (grown(4.0, 0, 0.15), "longer"),
        (grown(3.0, 10, 0.2), "longer_lately_unknown"),
        (grown(5.0, 35, 0.15), "longer_until_lately"),
        (grown(5.0, 35, 0.15, falling=6.0), "longer_then_perhaps_shorter"),
        (grown(5.0, 35, 0.15, falling=9.0), "longer_then_shorter"),
    ],
)
def test_a_word_of_growth_says_what_the_last_four_weeks_say_of_it(holds, verdict):
    assert trend(holds).loc[0, "verdict"] == verdict


def test_the_line_bends_where_the_last_four_weeks_begin():
    row = trend(grown(3.5, 28, 0.003, days=91)).iloc[0]
    numbers = row[["slope_lately_s_per_week", "early_s", "lately_s"]].tolist()
    assert numbers == pytest.approx([0, 90 - 31, 90], abs=0.1)
    assert row["early"] == row["day"] - pd.Timedelta(days=90)


def test_a_side_that_was_given_up_long_ago_has_the_slope_of_its_days_and_no_bend():
    both = grown(1.0, 0, 0.1, days=300)
    right = both[:60].assign(side="right", hold_id=None)
    row = trend(pd.concat([both, right], ignore_index=True), days=None).iloc[1]
    assert row["span_days"] == 60
    assert pd.isna(row["early"])
    assert row["verdict"] != "not_enough"


def test_growth_that_ended_five_weeks_ago_is_not_told_as_going_on():
    rng, level = np.random.default_rng(9), grown(5.0, 35, 0.0)
    logs = [level.assign(hold_s=level["hold_s"] * rng.lognormal(0, 0.2, 120)) for _ in range(20)]
    words = [trend(log).loc[0, "verdict"] for log in logs]
    assert words.count("longer_until_lately") >= 10
    assert words.count("longer") <= 1


def test_growth_of_the_first_weeks_of_a_young_log_is_told_with_that_the_last_ones_do_not_tell():
    rng, day = np.random.default_rng(15), np.arange(45)
    level = np.where(day < 18, 30 * (58 / 30) ** (day / 18), 58.0)
    words = [trend(held(left=level * rng.lognormal(0, 0.12, 45))).loc[0, "verdict"] for _ in range(12)]
    assert "longer" not in words
    assert words.count("longer_lately_unknown") >= 8
    growing = [trend(held(left=30 * 1.02**day * rng.lognormal(0, 0.12, 45))).loc[0, "verdict"] for _ in range(12)]
    assert growing.count("longer") >= 9


def test_a_dip_that_is_over_is_not_told_as_having_grown_shorter_until_lately():
    rng, day = np.random.default_rng(14), np.arange(110)
    level = np.where((day >= 64) & (day < 80), 52.0, 70.0)
    words = [trend(held(left=level * rng.lognormal(0, 0.15, 110))).loc[0, "verdict"] for _ in range(20)]
    assert sum(word.endswith("_until_lately") for word in words) <= 2
    assert not any(word == "shorter" for word in words)


def paused(before: np.ndarray, pause: int, since: np.ndarray) -> pd.DataFrame:
    """Return a left side of so many days before a pause, and since."""
    seconds = np.concatenate([before, np.full(pause, 60.0), since])
    return held(left=seconds).drop(index=range(len(before), len(before) + pause)).reset_index(drop=True)


def test_a_lower_level_after_a_pause_is_never_told_as_growing_shorter():
    rng, words = np.random.default_rng(4), set()
    for _ in range(12):
        log = paused(90 * rng.lognormal(0, 0.15, 50), 21, 70 * rng.lognormal(0, 0.15, 20))
        row = trend(log).iloc[0]
        words.add(row["verdict"])
        assert (row["pause_days"], row["resumed"]) == (21, log.loc[50, "started_at"].normalize())
        assert row["before_pause_s"] == pytest.approx(90, rel=0.1)
        assert row["since_pause_s"] == pytest.approx(70, rel=0.1)
    assert "shorter_over_a_pause" in words
    assert words <= {"shorter_over_a_pause", "no_clear_change"}


def test_less_since_a_pause_is_told_when_the_days_before_it_are_long_over():
    rng = np.random.default_rng(6)
    lower = [
        trend(paused(90 * rng.lognormal(0, 0.15, 40), 21, 74 * rng.lognormal(0, 0.15, 40))) for _ in range(12)
    ]
    assert all(row.loc[0, "pause_days"] == 21 for row in lower)
    words = [row.loc[0, "verdict"] for row in lower]
    assert words.count("shorter_over_a_pause") >= 8
    assert words.count("shorter_over_a_pause") + words.count("no_clear_change") >= 11  # one slope by chance
    level = [
        trend(paused(90 * rng.lognormal(0, 0.15, 40), 21, 90 * rng.lognormal(0, 0.15, 40))) for _ in range(25)
    ]
    assert {row.loc[0, "verdict"] for row in level} == {"no_clear_change"}
    long_ago = trend(paused(90 * rng.lognormal(0, 0.15, 40), 21, 74 * rng.lognormal(0, 0.15, 57)))
    assert long_ago.loc[0, "pause_days"] == 0


def test_growth_before_a_pause_or_after_it_is_told_as_that():
    rng = np.random.default_rng(5)
    grew, level = np.linspace(60, 90, 30) * rng.lognormal(0, 0.05, 30), 90 * rng.lognormal(0, 0.05, 30)
    assert trend(paused(grew, 20, level), days=None).loc[0, "verdict"].startswith("longer_lately")
    assert trend(paused(level * 0.6, 20, grew), days=None).loc[0, "verdict"] == "longer"


def test_two_weeks_without_a_hold_are_no_pause_and_a_line_bends_over_none():
    level = np.tile([90.0, 92.0, 91.0, 89.0], 30)
    assert trend(paused(level[:40], 13, level[:40])).loc[0, "pause_days"] == 0
    row = trend(paused(level[:40], 14, level[:40]), days=None).iloc[0]
    assert (row["pause_days"], row["before_pause_s"]) == (14, pytest.approx(90.5, abs=0.1))
    assert pd.isna(row["early"])
    assert trend(paused(level[:60], 14, level[:60])).loc[0, "early"] > pd.Timestamp("2026-03-14")


def test_more_sessions_a_day_are_no_trend():
    rng = np.random.default_rng(6)
    first = held(left=100 * rng.lognormal(0, 0.15, 56))
    later = held(left=80 * rng.lognormal(0, 0.15, 56))
    later["started_at"] += pd.Timedelta(hours=8)
    more = pd.concat([first, later[28:]], ignore_index=True)
    pd.testing.assert_frame_equal(trend(more), trend(first))


def test_a_slope_is_the_weekly_one_of_the_last_days_only():
    seconds = [100.0] * 60 + [*(100 + np.arange(28))]
    assert trend(held(left=seconds), days=28).loc[0, ["slope_s_per_week", "n"]].tolist() == pytest.approx([7, 28])
    assert trend(held(left=seconds), days=None).loc[0, "n"] == 88


def test_the_first_days_of_an_exercise_can_be_left_out_of_a_slope():
    learning = held(left=[*np.linspace(30, 90, 14), *[90.0, 91.0] * 21], ended="let_go")
    row = trend(learning, run_in=14).iloc[0]
    assert (row["n"], row["verdict"]) == (42, "no_clear_change")
    assert trend(learning).loc[0, "verdict"].startswith("longer")
    with pytest.raises(hiplog.LogError, match="trend: run_in is -1"):
        trend(learning, run_in=-1)


def test_holds_at_the_target_do_not_flatten_the_slope():
    slopes = np.array([trend(growing(180, seed), days=None)["slope_s_per_week"] for seed in range(8)])
    np.testing.assert_allclose(slopes.mean(axis=0), [3.5, 2.1], atol=0.15)


def test_the_slope_is_the_top_of_its_likelihood():
    holds = growing(120).query("side == 'left'")
    log_s = np.log(holds["hold_s"].to_numpy())
    hats = np.stack([np.interp(np.arange(120), [0, 90, 119], of_knot) for of_knot in np.eye(3)])
    given, theta, step = (hats, log_s, log_s == np.log(120)), np.array([4.1, 4.6, 4.7, -1.8]), 1e-5 * np.eye(4)
    _, gradient, information = likelihood(theta, *given)
    by_steps = [(likelihood(theta + h, *given)[0] - likelihood(theta - h, *given)[0]) / 2e-5 for h in step]
    np.testing.assert_allclose(gradient, by_steps, rtol=1e-6)
    by_steps = [(likelihood(theta - h, *given)[1] - likelihood(theta + h, *given)[1]) / 2e-5 for h in step]
    np.testing.assert_allclose(information, by_steps, rtol=1e-5, atol=1e-4)


def test_a_search_that_finds_no_top_has_no_information():
    u = np.array([0, 0, 0, 0, *np.linspace(0.1, 1, 20)])  # all that tells of the end is "at least 120 s"
    given = (np.stack([1 - u, u]), np.log([60, 62, 61, 63] + [120] * 20), np.arange(24) >= 4)
    assert climbed(np.array([4.1, 4.8, -3.0]), given)[1] is None


def test_a_search_that_goes_too_far_turns_back_without_a_word():
    days = [4, 6, 7, 10, 11, 13, 16, 18, 19, 21, 23, 25, 26, 30, 31]
    days += [33, 35, 36, 37, 39, 40, 41, 44, 45, 49, 50, 55, 58, 59]
    seconds = [89, 89, 42, 49, 69, 64, 97, 55, 78, 47, 45, 50, 84, 29, 45]
    holds = held(left=seconds + [120] * 14, target_s=120.0)
    holds["started_at"] = pd.Timestamp("2026-01-01T07:00") + pd.to_timedelta(days, unit="D")
    assert trend(holds, days=None)["slope_s_per_week"].gt(0).all()


@pytest.mark.parametrize(
    "holds",
    [
        held(left=[60, 120, 70, 120, 65, 120, 120, 120], target_s=120.0),
        held(left=[60, 62, 64, 61, 63, 65, 62]),
        pd.concat([held(left=[60, 62, 61, 63], every="1h"), held(left=[120] * 20, target_s=120.0)]),
    ],
    ids=["three uncensored", "six days", "the target every time after the first day"],
)
def test_a_slope_that_cannot_be_said_is_missing(holds):
    assert trend(holds)[["slope_s_per_week", "low_s_per_week", "high_s_per_week"]].isna().all(axis=None)
