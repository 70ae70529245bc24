"""The numbers that charts draw and say: each is its measure's, at its place."""

import matplotlib
import numpy as np
import pytest

matplotlib.use("agg")

from diaries import diary, holds
from matplotlib.figure import Figure
from test_charts import lines

import hiplog
from hiplog.charts import looks


@pytest.fixture
def ax():
    return Figure(figsize=(6.4, 4.8)).subplots()


@pytest.fixture(scope="module")
def two_months():
    return diary(60)


def corners(areas):
    """Return the corners of a filled band, each once."""
    return {(round(float(x), 6), round(float(y), 6)) for path in areas.get_paths() for x, y in path.vertices}


def heights(areas):
    return {y for _, y in corners(areas)}


def test_the_band_of_a_probability_is_its_interval(ax):
    held = diary(40)
    hiplog.plot_hold_probability(held, ax=ax)
    rows = hiplog.hold_probability(held, exercise="hip_balance").dropna(subset="probability")
    for band, line, side in zip(ax.collections, ax.lines, ("left", "right"), strict=True):
        mine = rows[rows["side"] == side]
        for end in ("low_probability", "high_probability"):
            assert set(zip(mine["seconds"].round(6), (100 * mine[end]).round(6), strict=True)) <= corners(band)
        assert line.get_ydata()[1:].tolist() == (100 * mine["probability"]).tolist()
        assert (line.get_xdata()[0], line.get_ydata()[0]) == (0, 100)


def test_the_band_of_progress_is_its_interval_up_to_the_top(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    curve = hiplog.progress(two_months)
    left = curve[curve["side"] == "left"].dropna(subset="low_s")
    assert set(left["low_s"].round(6)) <= heights(ax.collections[0])
    assert max(heights(ax.collections[0])) == pytest.approx(left["high_s"].max())


def test_the_band_of_the_balance_is_its_interval(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    rows = hiplog.balance(two_months).dropna(subset="balance_pct")
    most = -ax.get_ylim()[0]
    drawn = heights(ax.collections[0])
    assert {round(y, 6) for y in rows["low_pct"] if y > -most} <= drawn
    assert {round(y, 6) for y in rows["high_pct"] if y < most} <= drawn


@pytest.mark.parametrize("days", [730, 731, 733, 735])
def test_a_long_curve_ends_on_the_day_of_which_its_title_speaks(ax, days):
    log = diary(days)
    hiplog.plot_balance(log, ax=ax)
    (line,) = lines(ax, linewidth=2.2)
    assert line.get_xdata()[-1] == np.datetime64(hiplog.balance(log)["day"].iloc[-1])


@pytest.mark.parametrize(("days", "is_long"), [(401, False), (402, True)])
def test_a_curve_is_drawn_by_weeks_from_400_days_on(ax, days, is_long):
    hiplog.plot_balance(diary(days), ax=ax)
    (line,) = lines(ax, linewidth=2.2)
    assert (len(line.get_ydata()) < 100) is is_long


@pytest.mark.parametrize(("pause", "empty"), [(14, 0), (15, 1)])
def test_a_curve_is_broken_by_a_pause_of_more_than_two_weeks(ax, pause, empty):
    log = diary(200, pause=range(60, 60 + pause - 1))
    hiplog.plot_balance(log, ax=ax)
    (line,) = lines(ax, linewidth=2.2)
    assert len(line.get_ydata()) - len(hiplog.balance(log)) == empty


def squares(ax):
    """Return where each day's box stands: column and row of its month's grid, and how much of it is filled."""
    filled, outlined = ([path.get_extents() for path in boxes.get_paths()] for boxes in ax.collections[:2])
    return [(box.x0, box.y0, full.height / box.height) for full, box in zip(filled, outlined, strict=True)]


def both(*days):
    """Return a session of both sides on each of these days."""
    return holds(
        *((f"{day}T07:0{i}", side, 60.0, "let_go") for day in days for i, side in enumerate(("left", "right")))
    )


def test_each_day_of_the_calendar_stands_under_its_weekday_and_has_its_own_share(ax):
    hiplog.plot_practice(both("2026-03-04", "2026-03-09"), ax=ax)
    boxes = squares(ax)
    assert [share for *_, share in boxes] == pytest.approx([1, 0, 0, 0, 0, 1])
    assert [x - boxes[0][0] for x, *_ in boxes] == pytest.approx([0, 1, 2, 3, 4, -2])  # Wed to Sun, then Mon
    assert [boxes[0][1] - y for _, y, _ in boxes] == pytest.approx([0, 0, 0, 0, 0, 1])


def test_a_wednesday_stands_in_the_third_column_below_the_name_of_its_month(ax):
    hiplog.plot_practice(both("2026-03-04"), ax=ax)
    ((x, y, _),) = squares(ax)
    (name,) = ax.texts
    assert (x - name.get_position()[0], name.get_position()[1] - y) == pytest.approx(
        (2, 2.4)
    )  # 1 March is a Sunday


def test_a_plan_of_two_is_not_met_by_one_session(ax):
    hiplog.plot_practice(both("2026-03-04"), plan=2, ax=ax)
    assert "Plan (2 a day) met on 0 of 1 day" in ax.get_title()
    hiplog.plot_practice(both("2026-03-04"), today="2026-03-04", ax=(other := Figure().subplots()))
    assert other.get_title().endswith("Plan (1 a day) met on 1 of 1 day")


@pytest.mark.parametrize(("pause", "row"), [([31, 40, 58], ""), ([31, 40, 50], "; 9 days in a row")])
def test_the_calendar_says_how_the_last_28_days_went_and_the_days_in_a_row(ax, pause, row):
    hiplog.plot_practice(diary(60, pause=pause), today="2026-05-02", ax=ax)
    met = 28 - sum(day >= 32 for day in pause)
    assert ax.get_title().splitlines()[1] == f"Plan (1 a day) met on {met} of 28 days{row}"


def test_where_today_is_not_known_no_row_of_days_is_said_to_go_on(ax):
    hiplog.plot_practice(diary(60), ax=ax)
    assert ax.get_title().endswith("28 of 28 days; last 60 in a row")


@pytest.mark.parametrize(("plan", "labels"), [(1, 2), (2, 3)])
def test_the_calendar_says_what_is_part_of_a_plan_only_where_there_can_be_a_part(ax, plan, labels):
    hiplog.plot_practice(diary(9), plan=plan, ax=ax)
    assert len(ax.get_legend().get_texts()) == labels


@pytest.mark.parametrize(
    "log", [diary(60), diary(60, typical_s=(60, 64)), diary(12)], ids=["one", "even", "short"]
)
def test_the_balance_is_shown_whole_and_its_interval_up_to_twice_as_far(ax, log):
    hiplog.plot_balance(log, ax=ax)
    rows = hiplog.balance(log)
    line, band = rows["balance_pct"].abs().max(), rows[["low_pct", "high_pct"]].abs().max().max()
    assert -ax.get_ylim()[0] == pytest.approx(max(20, 1.1 * line, min(1.05 * band, 2 * line)))


def test_seconds_start_at_nothing_and_the_legend_stands_above_them(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    bottom, top = ax.get_ylim()
    legend = ax.transData.inverted().transform(ax.get_legend().get_window_extent().corners())
    assert bottom == 0
    assert 1.04 * 120 < legend[:, 1].min() < legend[:, 1].max() <= top + 0.1
    assert 120 in ax.get_yticks()
    assert np.diff(np.sort(ax.get_yticks())).min() > 5


def test_estimates_are_shown_up_to_half_above_what_was_held(ax):
    held = diary(80, typical_s=(90, 90), growth_s=0.9)
    hiplog.plot_progress(held, ax=ax)
    most = hiplog.progress(held)["median_s"].max()
    assert max(max(heights(areas)) for areas in ax.collections) == pytest.approx(1.04 * min(most, 180), rel=0.01)


def test_the_title_says_the_typical_hold_of_each_side(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    left, right = (
        f"{side} {row.median_s:.0f} s ({row.low_s:.0f} to {row.high_s:.0f})"
        for side, row in hiplog.typical_hold(two_months).set_index("side").iterrows()
    )
    assert ax.get_title().splitlines()[-1] == f"Typical of the last 28 days: {left}, {right}"


def test_the_title_says_what_cannot_be_said(ax):
    hiplog.plot_progress(diary(1), ax=ax)
    assert ax.get_title().endswith("Too few holds to say what is typical")
    one = diary(40, sides=("left",))
    hiplog.plot_progress(one, ax=(other := Figure().subplots()))
    assert other.get_title().endswith(", right none yet")


@pytest.mark.parametrize(("days", "joined"), [(120, 1), (121, 0)])
def test_dots_of_pain_are_joined_where_they_are_few(ax, days, joined):
    hiplog.plot_pain(diary(days).assign(note=None), ax=ax)
    assert len([areas for areas in ax.collections if len(areas.get_paths()) == days]) == joined


def test_many_dots_of_pain_are_spread_around_their_number_and_no_further(ax):
    log = diary(300).assign(note=None)
    hiplog.plot_pain(log, ax=ax)
    apart = lines(ax, marker="o")[0].get_ydata() - hiplog.pain_change(log).iloc[:, 1].to_numpy(float)
    assert 0.25 < np.abs(apart).max() <= 0.3
    assert len(set(apart)) > 100


def test_the_steps_of_pain_are_the_typical_ones_of_28_days(ax):
    log = diary(84)
    hiplog.plot_pain(log, ax=ax)
    months = hiplog.pain_months(log)
    (steps,) = lines(ax, linewidth=2)
    typical, change = months["median_pain"], months["change"].iloc[-1]
    assert steps.get_ydata().tolist() == typical.repeat(2).tolist()
    assert np.diff(steps.get_xdata()).tolist() == [28, 0, 28, 0, 28]
    now = typical.iloc[-1]
    said = f"A day's first: typically {now:g} in 28 days (28 rated), in the 28 before {now - change:g}"
    said += ". Pain is known for all 84 days"
    assert " ".join(ax.get_title().split("\n")[1:]) == said


def test_four_places_have_lanes_in_the_order_of_how_often_they_are_noted(ax):
    notes = [
        *["SI joint sore"] * 5,
        *["low back stiff"] * 4,
        *["knee hurts"] * 3,
        *["groin sore"] * 2,
        "ITB tight",
    ]
    hiplog.plot_pain(diary(15, sides=("left",)).assign(note=notes), ax=ax)
    lanes = {label.get_text(): y for y, label in zip(ax.get_yticks(), ax.get_yticklabels(), strict=True) if y < 0}
    marks = lines(ax, marker="|")
    assert list(lanes) == ["SI joint", "low back", "knee", "groin"]
    assert [len(mark.get_xdata()) for mark in marks] == [5, 4, 3, 2]
    assert [mark.get_ydata()[0] for mark in marks] == pytest.approx(list(lanes.values()))
    assert 0 > lanes["SI joint"] > lanes["low back"] > lanes["knee"] > lanes["groin"] > ax.get_ylim()[0]


def test_half_of_recent_holds_is_said_of_each_side(ax):
    held = diary(40)
    hiplog.plot_hold_probability(held, ax=ax)
    rows = hiplog.hold_probability(held)
    half = rows[rows["probability"] >= 0.5].groupby("side")["seconds"].max()
    said = f"Half of these holds lasted at least: left {half['left']:.0f} s, right {half['right']:.0f} s"
    assert ax.get_title().replace("\n", " ").endswith(said)


DATES = {
    5: ["4 Mar 2026", "6 Mar 2026", "8 Mar 2026", "10 Mar 2026"],
    40: ["16 Mar 2026", "30 Mar 2026"],  # Mondays
    300: ["May 2026", "Jul 2026", "Sep 2026", "Nov 2026"],
}


@pytest.mark.parametrize("days", DATES)
def test_dates_are_those_of_days_weeks_or_months(days):
    ax = hiplog.plot_progress(diary(days), ax=Figure(figsize=(6, 3)).subplots())
    assert [label.get_text() for label in ax.get_xticklabels()] == DATES[days]


def test_the_axis_of_days_has_a_little_room_at_either_end(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    first, last = (matplotlib.dates.date2num(two_months["started_at"].agg(end)) for end in ("min", "max"))
    assert ax.get_xlim() == pytest.approx((first - 0.03 * (last - first), last + 0.03 * (last - first)))


def test_a_short_log_has_ten_days_and_its_own_in_the_middle(ax):
    hiplog.plot_progress(diary(3), ax=ax)
    low, high = ax.get_xlim()
    assert high - low == pytest.approx(10)
    assert (low + high) / 2 == pytest.approx(
        matplotlib.dates.date2num(np.datetime64("2026-03-05T07:01:30")), abs=0.01
    )


def test_marks_are_as_large_and_as_faint_as_their_number_allows():
    sizes = [looks.marks(n)["markersize"] for n in (1, 81, 100, 10_000)]
    assert sizes == pytest.approx([5, 5, 4.5, 2.2])
    assert [looks.marks(n)["rasterized"] for n in (2000, 2001)] == [False, True]
    assert looks.marks(20)["alpha"] == 0.8
