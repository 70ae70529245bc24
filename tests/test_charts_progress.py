"""What the chart of progress draws."""

import drawn
import numpy as np
import pytest
from diaries import diary, holds
from drawn import lines
from matplotlib.dates import date2num
from matplotlib.figure import Figure

import hiplog
from hiplog.charts.parts import looks
from hiplog.dates import clock
from hiplog.exercise import SIDES


def curve_of(ax, side):
    """Return the seconds of a side's curve."""
    (curve,) = lines(ax, linewidth=2.2, color=looks.COLOURS[side][0])
    return curve.get_ydata()


def strip(ax):
    """Return the days in the lane of each side above, by its name."""
    named = {y: name for name, y in drawn.lanes(ax).items()}
    return {named[line.get_ydata()[0]]: len(line.get_xdata()) for line in lines(ax, marker="|")}


def test_holds_that_reached_their_target_stand_in_a_strip_above_a_lane_for_each_side(ax):
    hiplog.plot_progress(diary(9, typical_s=(300, 300)), ax=ax)
    assert strip(ax) == {"left at 2:00": 9, "right at 2:00": 9}
    left, right = (drawn.lanes(ax)[f"{side} at 2:00"] for side in ("left", "right"))
    assert 120 < left < right < ax.get_ylim()[1]
    assert lines(ax, marker="o") == []


def test_a_strip_of_success_is_higher_where_every_hold_reached_its_target_and_never_most_of_the_chart(ax):
    hiplog.plot_progress(diary(9, typical_s=(300, 300)), ax=ax)
    every = ax.get_ylim()[1] - 120
    some = hiplog.plot_progress(diary(9, typical_s=(110, 110)), ax=Figure().subplots()).get_ylim()[1] - 120
    assert 1.1 * some < every < 0.5 * ax.get_ylim()[1]


def test_a_hold_that_reached_its_target_is_no_dot_below_it(ax):
    held = holds(("2026-03-04T07:00", "left", 120.0, "target"), ("2026-03-05T07:00", "left", 65.0, "let_go"))
    hiplog.plot_progress(held, ax=ax)
    assert strip(ax) == {"left at 2:00": 1}
    assert lines(ax, marker="o")[0].get_ydata().tolist() == [65.0]


@pytest.mark.parametrize(("hold_s", "is_in_strip"), [(121.5, True), (131.0, False)])
def test_without_a_reason_a_hold_ended_for_its_target_only_within_two_seconds_of_it(ax, hold_s, is_in_strip):
    held = holds(("2026-03-04T07:00", "left", hold_s, None))
    hiplog.plot_progress(held, ax=ax)
    assert bool(strip(ax)) is is_in_strip
    assert [line.get_ydata().tolist() for line in lines(ax, marker="o")] == ([] if is_in_strip else [[131.0]])
    assert hiplog.is_censored(held).tolist() == [is_in_strip]


def test_a_hold_with_claimed_seconds_is_hollow_and_the_key_says_so(ax):
    rows = [("left", 65.0, "let_go"), ("right", 120.0, "target"), ("right", 70.0, "let_go")]
    held = holds(*((f"2026-03-0{i}T07:00", *row) for i, row in enumerate(rows, start=4)))
    hiplog.plot_progress(held.assign(claimed_s=[20.0, 30.0, np.nan]), ax=ax)
    left, right = (
        next(line for line in lines(ax, marker=marker) if line.get_markerfacecolor() == "none") for marker in "os"
    )
    assert (left.get_ydata().tolist(), right.get_ydata().tolist()) == ([65.0], [120.0])
    assert drawn.key(ax) == ["left, in part your word", "a right hold", "right, in part your word"]


def test_without_claimed_seconds_nothing_is_hollow_and_the_key_does_not_speak_of_it(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    marks = [*lines(ax, marker="o"), *lines(ax, marker="s")]
    assert len(marks) > 0
    assert [line for line in marks if line.get_markerfacecolor() == "none"] == []
    assert drawn.key(ax)[:2] == ["a left hold; line: typical", "a right hold; line: typical"]
    assert "in part your word" not in " ".join(drawn.key(ax))


def test_an_interrupted_hold_is_a_cross(ax):
    hiplog.plot_progress(holds(("2026-03-04T07:00", "right", 30.0, "interrupted")), ax=ax)
    assert [line.get_ydata().tolist() for line in lines(ax, marker="x")] == [[30.0]]
    assert "interrupted" in drawn.key(ax)


def test_of_a_session_the_longest_hold_of_a_side_is_shown(ax):
    held = holds(("2026-03-04T07:00", "left", 40.0, "let_go"), ("2026-03-04T07:05", "left", 65.0, "let_go"))
    hiplog.plot_progress(held, ax=ax)
    assert lines(ax, marker="o")[0].get_ydata().tolist() == [65.0]


def test_the_curve_of_a_side_is_the_measured_progress(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    curve = hiplog.progress(two_months)
    expected = curve.loc[curve["side"] == "right", "median_s"].iloc[:-28]
    np.testing.assert_array_equal(curve_of(ax, "right"), expected)


def test_a_curve_ends_where_the_28_days_begin_over_which_lies_the_box_of_the_interval_that_its_mark_has(
    ax, two_months
):
    hiplog.plot_progress(two_months, ax=ax)
    for row in hiplog.typical_hold(two_months).itertuples():
        box = next(line for line in levels(ax, row.side) if len(line.get_xdata()) == 5)
        assert {*box.get_ydata()} == {row.low_s, min(row.high_s, 1.04 * 120)}
        (mark,) = (line for line in levels(ax, row.side) if len(line.get_xdata()) == 1)
        assert mark.get_ydata() == [row.median_s]
        assert f"{row.side} {clock(row.median_s)}" in drawn.words(ax)
        (curve,) = lines(ax, linewidth=2.2, color=looks.COLOURS[row.side][0])
        begin, end = (np.floor(x) for x in box.get_xdata()[:2])
        assert (date2num(curve.get_xdata()[-1]) + 1, end - begin + 1) == (begin, 28)
    assert "typical of 28 days, its range" in drawn.key(ax)


@pytest.mark.parametrize("days", [20, 80])
def test_what_is_typical_of_holds_at_their_target_goes_along_it_over_the_last_28_days(ax, days):
    hiplog.plot_progress(diary(days, typical_s=(300, 90), growth_s=0), ax=ax)
    assert levels(ax, "left") == []
    along = lines(ax, linewidth=1.8, color=looks.COLOURS["left"][0])[-1]
    assert (set(along.get_ydata()), round(np.ptp(along.get_xdata())) + 1) == ({120.0}, min(days, 28))


def levels(ax, side):
    """Return the lines of what is typical of a side now."""
    return [
        line for line in ax.lines if line.get_gid() == "typical" and line.get_color() == looks.COLOURS[side][0]
    ]


def test_above_the_target_the_curve_runs_along_it_dashed_for_how_far_above_is_not_seen(ax):
    held = diary(80, typical_s=(90, 90), growth_s=0.6)
    hiplog.plot_progress(held, ax=ax)
    dashed, lately = lines(ax, linewidth=1.8, color=looks.COLOURS["left"][0])
    assert dashed.is_dashed()
    assert lately.is_dashed()
    assert np.nanmax([*dashed.get_ydata(), *lately.get_ydata()]) == 120
    assert np.nanmax(curve_of(ax, "left")) <= 120
    assert "2:00 or longer" in drawn.key(ax)
    assert max(path.get_extents().y1 for areas in ax.collections for path in areas.get_paths()) <= 120


def test_where_nearly_all_holds_reach_the_target_the_curve_runs_along_it(ax):
    hiplog.plot_progress(diary(40, typical_s=(300, 300)), ax=ax)
    along = lines(ax, linewidth=1.8, color=looks.COLOURS["left"][0])[-1].get_ydata()
    assert set(along[~np.isnan(along)]) == {120.0}
    assert drawn.finding(ax) == "Both sides reached 2:00 in 56 of 56 holds"
    assert drawn.key(ax) == ["2:00 or longer"]


def test_where_all_holds_were_interrupted_nothing_runs_along_the_target(ax):
    hiplog.plot_progress(diary(40).assign(ended="interrupted"), ax=ax)
    assert all(np.isnan(line.get_ydata()).all() for line in lines(ax, linewidth=1.8))
    assert "2:00 or longer" not in drawn.key(ax)


def test_a_pause_of_months_breaks_the_curve(ax):
    hiplog.plot_progress(diary(300, pause=range(90, 200)), ax=ax)
    (line,) = lines(ax, linewidth=2.2, color=looks.COLOURS["left"][0])
    days, seconds = line.get_xdata(), line.get_ydata()
    after = np.argmax(np.diff(days) > np.timedelta64(45, "D")) + 1
    assert np.isnan(seconds[after])


def test_over_400_days_a_curve_has_a_point_a_week(ax):
    hiplog.plot_progress(diary(730, growth_s=0.02), ax=ax)
    (line,) = lines(ax, linewidth=2.2, color=looks.COLOURS["left"][0])
    assert len(line.get_ydata()) == pytest.approx((730 - 28) / 7, abs=2)


def test_the_target_line_reaches_from_the_first_day_to_the_last_and_steps_where_the_target_changed(ax):
    held = diary(20)
    held.loc[held["started_at"] < "2026-03-10", "target_s"] = 90.0
    hiplog.plot_progress(held, ax=ax)
    (target,) = lines(ax, linewidth=0.9)
    assert target.get_xdata()[0] == ax.get_xlim()[0]
    assert date2num(held["started_at"].max()) < target.get_xdata()[-1] <= ax.get_xlim()[1]
    assert (target.get_ydata()[0], target.get_ydata()[-1]) == (90, 120)


def test_without_targets_no_target_is_drawn(ax):
    hiplog.plot_progress(diary(40, target_s=np.nan).assign(ended="let_go"), ax=ax)
    assert not len(lines(ax, linewidth=0.9)[0].get_xdata())
    assert not any("target" in text for text in drawn.key(ax))


def test_many_holds_are_drawn_small_and_faint():
    few, many = looks.marks(60), looks.marks(20_000)
    assert many["markersize"] < few["markersize"] / 2
    assert many["alpha"] < few["alpha"] / 4
    assert many["rasterized"]


def test_low_charts_have_two_numbers_at_the_axis_and_a_raised_target_has_one():
    log = diary(120)
    target_s = np.where(log["started_at"] < "2026-05-20", 60.0, 120.0)
    reached = np.fmin(log["hold_s"], target_s) == target_s
    log = log.assign(
        target_s=target_s, hold_s=np.fmin(log["hold_s"], target_s), ended=np.where(reached, "target", "let_go")
    )
    for plot, numbers in (
        (hiplog.plot_progress, ["0:00", "2:00"]),
        (hiplog.plot_balance, ["even", "  left -30 %"]),
    ):
        figure = Figure(figsize=(3.54, 0.72))
        ax = plot(log, ax=figure.add_axes((0.005, 0.01, 0.99, 0.98)))
        ax.set_title("")
        ax.get_axes_locator().take_key(ax)
        figure.draw_without_rendering()
        assert [label.get_text() for label in ax.get_yticklabels()][:2] == numbers
        if plot is hiplog.plot_progress:
            assert list(drawn.lanes(ax))[2:] == ["at the target"]
            assert 120 / np.ptp(ax.get_ylim()) > 0.5


@pytest.mark.parametrize(("share", "is_along"), [(0.4, False), (0.6, True)])
def test_a_side_runs_along_its_target_only_where_most_holds_reached_it(ax, share, is_along):
    log = diary(50)
    reached = np.arange(len(log)) // 2 % 5 < 5 * share
    log["hold_s"], log["ended"] = np.where(reached, 120.0, 50.0), np.where(reached, "target", "interrupted")
    hiplog.plot_progress(log, ax=ax)
    along = [np.isfinite(np.asarray(line.get_ydata(), dtype="float")).any() for line in lines(ax, linewidth=1.8)]
    assert set(along) == {is_along}


def test_the_marks_of_what_is_typical_stand_beside_each_other(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    ax.figure.draw_without_rendering()
    marks = [line for side in SIDES for line in levels(ax, side) if len(line.get_xdata()) == 1]
    left, right = (line.get_transform().transform(line.get_xydata())[0, 0] for line in marks)
    assert right - left > 5 * ax.figure.dpi / 72


def test_no_name_stands_beside_the_lanes_above(ax):
    log = diary(60, typical_s=(112, 119), growth_s=0)
    ax = hiplog.plot_progress(log, ax=Figure(figsize=(7, 1.9)).subplots())
    ax.figure.draw_without_rendering()
    names = [text for text in ax.texts if text.get_text().startswith(("left ", "right "))]
    tops = [ax.transData.inverted().transform(text.get_window_extent().get_points())[1, 1] for text in names]
    ticks = zip(ax.get_yticks(), ax.get_yticklabels(), strict=True)
    first_lane = min(y for y, tick in ticks if "at 2:00" in tick.get_text())
    assert len(names) == 2
    assert max(tops) < first_lane
