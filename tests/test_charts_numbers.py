"""The numbers that charts draw and say: each is its measure's, at its place."""

import matplotlib
import numpy as np
import pandas as pd
import pytest

matplotlib.use("agg")

import drawn
from diaries import diary, holds
from drawn import lines
from matplotlib.figure import Figure

import hiplog
from hiplog.charts.parts import looks
from hiplog.dates import clock
from hiplog.schema import Diary


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
    left = curve[curve["side"] == "left"].iloc[:-28].dropna(subset="low_s")
    assert set(left["low_s"].round(6)) <= heights(ax.collections[0])
    assert max(heights(ax.collections[0])) == pytest.approx(left["high_s"].max())


def test_the_band_of_the_balance_is_its_interval(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    rows = hiplog.balance(two_months).dropna(subset="balance_pct")
    most = -ax.get_ylim()[0]
    there = heights(ax.collections[0])
    assert {round(y, 6) for y in rows["low_pct"] if y > -most} <= there
    assert {round(y, 6) for y in rows["high_pct"] if y < most} <= there


def test_over_twelve_weeks_the_interval_of_the_balance_is_that_of_the_last_day_of_each_week(ax):
    log = diary(120, typical_s=(50, 90))
    hiplog.plot_balance(log, ax=ax)
    rows = hiplog.balance(log).dropna(subset="balance_pct")
    last = rows[(rows["day"].dt.day_of_week == 6) | (rows["day"] == rows["day"].max())]
    days = {x for x, _ in corners(ax.collections[0])}
    assert days == {round(float(x), 6) for x in matplotlib.dates.date2num(last["day"])}
    (line,) = lines(ax, linewidth=2.2)
    assert len(line.get_xdata()) == len(hiplog.balance(log))


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
    name, *letters = [text for text in ax.texts if text.get_gid() is None]
    wednesday = letters[2]
    assert (name.get_text(), wednesday.get_text()) == ("Mar 2026", "W")
    assert x - name.get_position()[0] == pytest.approx(2)
    assert abs(wednesday.get_position()[0] - x) < 0.5
    assert 1.5 < wednesday.get_position()[1] - y < 3  # 1 March is a Sunday, in the row above


def test_a_plan_of_two_is_not_met_by_one_session(ax):
    hiplog.plot_practice(both("2026-03-04"), plan=2, ax=ax)
    assert drawn.finding(ax) == "Practised on 1 of 1 day; the plan of 2 a day met on none"
    hiplog.plot_practice(both("2026-03-04"), today="2026-03-04", ax=(other := Figure().subplots()))
    assert drawn.finding(other) == "A whole session on 1 of 1 day"


@pytest.mark.parametrize(
    ("pause", "row"), [([31, 40, 58], ""), ([31, 40, 50], " 9 days in a row with a session;")]
)
def test_the_calendar_says_how_the_last_28_days_went_and_the_days_in_a_row(ax, pause, row):
    hiplog.plot_practice(diary(60, pause=pause), today="2026-05-02", ax=ax)
    met = 28 - sum(day >= 32 for day in pause)
    assert drawn.finding(ax) == f"A whole session on {met} of the last 28 days"
    assert drawn.topic(ax).endswith(f"days practised.{row} 57 sessions on 57 of 60 days.")


@pytest.mark.parametrize(
    ("today", "span"), [("2026-05-03", "the last 28 days"), (None, "the 28 days up to 2 May 2026")]
)
def test_the_calendar_names_the_days_that_do_not_reach_today(ax, today, span):
    hiplog.plot_practice(diary(60), today=today, ax=ax)
    assert drawn.finding(ax) == f"A whole session on 28 of {span}"


def test_where_today_is_not_known_no_row_of_days_is_said_to_go_on(ax):
    hiplog.plot_practice(diary(60, pause=[3]), ax=ax)
    assert drawn.topic(ax).endswith(
        "days practised. 56 days in a row with a session up to 2 May 2026; 59 sessions on 59 of 60 days."
    )


@pytest.mark.parametrize(
    ("since", "n"), [("2026-04-01", "28 days from 5 Apr 2026"), ("2026-04-05", "28 days"), (None, "60 days")]
)
def test_days_before_the_first_hold_of_a_span_are_not_counted_which_the_calendar_says(ax, since, n):
    log = diary(60, pause=[28, 29, 30, 31] if since else [])
    hiplog.plot_practice(log, since=since, ax=ax)
    assert drawn.topic(ax).endswith(f" of {n}.")


def test_a_row_of_all_the_days_there_are_is_not_told_as_one(ax):
    hiplog.plot_practice(diary(60), ax=ax)
    assert drawn.topic(ax).endswith("days practised. 60 sessions on 60 of 60 days.")


def today_of(ax):
    """Return where the day that has a frame stands."""
    framed = ax.collections[5].get_paths()
    return [path.get_extents().min.round(3).tolist() for path in framed]


@pytest.mark.parametrize(
    ("today", "is_shown"), [("2026-05-04", True), ("2026-05-29", True), ("2026-05-30", False)]
)
def test_today_has_a_frame_where_the_last_hold_is_of_the_28_days_before_it(ax, today, is_shown):
    hiplog.plot_practice(diary(60), today=today, ax=ax)  # up to 2 May
    assert len(today_of(ax)) == is_shown
    assert drawn.key(ax).count("today") == is_shown
    assert drawn.topic(ax).endswith("The last hold was on 2 May 2026, 28 days ago.") is not bool(is_shown)


def test_the_frame_of_today_is_around_the_last_box(ax):
    hiplog.plot_practice(diary(60), today="2026-05-04", ax=ax)
    last = ax.collections[1].get_paths()[-1].get_extents().min.round(3).tolist()
    assert today_of(ax) == [last]


@pytest.mark.parametrize(("side", "fills"), [("left", 0.0), ("right", 0.42)])
def test_a_day_on_which_one_side_alone_was_held_is_filled_on_that_side(ax, side, fills):
    hiplog.plot_practice(diary(9, sides=(side,)), ax=ax)
    (boxes,) = [ax.collections[i] for i in (3, 4) if ax.collections[i].get_paths()]
    half, whole = (of.get_paths()[0].get_extents() for of in (boxes, ax.collections[1]))
    assert half.width == pytest.approx(whole.width / 2)
    assert half.x0 - whole.x0 == pytest.approx(fills)
    assert drawn.finding(ax) == f"Only the {side} side on 9 of 9 days"
    assert drawn.key(ax) == [f"only the {side} side"]
    assert drawn.topic(ax).endswith("Holds on 9 of 9 days.")


def test_a_day_without_a_whole_session_has_a_dot(ax):
    log = diary(9).assign(ended=lambda held: held["ended"].where(held["started_at"].dt.day != 7, "interrupted"))
    hiplog.plot_practice(log, ax=ax)
    (dots,) = lines(ax, marker=".")
    assert len(dots.get_xdata()) == 1
    assert "no whole session" in drawn.key(ax)


@pytest.mark.parametrize(("plan", "labels"), [(1, ["plan met"]), (2, ["part of the plan"])])
def test_the_key_of_the_calendar_says_what_is_on_it_and_no_more(ax, plan, labels):
    hiplog.plot_practice(diary(9), plan=plan, ax=ax)
    assert drawn.key(ax) == labels


@pytest.mark.parametrize(
    "log", [diary(60), diary(60, typical_s=(60, 64)), diary(12)], ids=["one", "even", "short"]
)
def test_the_balance_is_shown_whole_and_its_interval_not_much_farther(ax, log):
    hiplog.plot_balance(log, ax=ax)
    rows = hiplog.balance(log)
    line, low = rows["balance_pct"].abs().max(), -rows["low_pct"].min()
    least = max(15, -1.1 * rows["balance_pct"].min(), min(1.05 * low, 1.25 * line))
    assert -ax.get_ylim()[0] == pytest.approx(least)
    assert ax.get_ylim()[1] >= rows["balance_pct"].max()


def test_seconds_start_at_nothing_and_the_legend_stands_above_them(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    bottom, top = ax.get_ylim()
    legend = ax.transData.inverted().transform(ax.get_legend().get_window_extent().corners())
    assert bottom == 0
    assert 1.04 * 120 < legend[:, 1].min() < legend[:, 1].max() <= top + 0.1
    assert 120 in ax.get_yticks()
    assert np.diff(np.sort(ax.get_yticks())).min() > 5


def test_the_title_and_the_end_of_each_curve_say_the_typical_hold_of_the_last_28_days(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    typical = hiplog.typical_hold(two_months).set_index("side")
    seconds = {side: clock(row.median_s) for side, row in typical.iterrows()}
    assert drawn.finding(ax) == f"Left {seconds['left']}, right {seconds['right']}"
    assert drawn.words(ax) == [f"{side} {said}" for side, said in seconds.items()]
    ranges = ", ".join(f"{side} {clock(row.low_s)} to {clock(row.high_s)}" for side, row in typical.iterrows())
    assert drawn.topic(ax).count(f"Typical of the 28 days up to 2 May 2026 (likely {ranges}).")


def test_the_mark_at_the_end_is_the_typical_hold_with_its_interval(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    for row, marker in zip(hiplog.typical_hold(two_months).itertuples(), "os", strict=True):
        end = lines(ax, marker=marker, markersize=6.0)[0]
        assert end.get_ydata().tolist() == [row.median_s]
        (whisker,) = [line for line in lines(ax, linewidth=1.4) if line.get_ydata()[0] == row.low_s]
        assert whisker.get_ydata()[1] == min(row.high_s, 1.04 * 120)


def test_names_at_the_ends_do_not_touch_and_stay_in_their_order():
    near = hiplog.plot_progress(diary(60, typical_s=(70, 71), growth_s=0), ax=Figure(figsize=(4, 3)).subplots())
    near.figure.draw_without_rendering()
    left, right = (text.get_window_extent() for text in near.texts if text.get_gid() is None)
    assert right.y0 >= left.y1 or left.y0 >= right.y1
    assert max(left.x1, right.x1) <= near.get_window_extent().x1


def test_the_title_says_what_cannot_be_said(ax):
    hiplog.plot_progress(diary(1), ax=ax)
    assert drawn.finding(ax) == "Too few holds to say what is typical"
    one = diary(40, sides=("left",))
    hiplog.plot_progress(one, ax=(other := Figure().subplots()))
    assert drawn.topic(other).endswith("No hold of the right side.")


@pytest.mark.parametrize(("days", "is_exact"), [(120, True), (121, False)])
def test_dots_of_pain_stand_at_their_number_where_they_are_few(ax, days, is_exact):
    hiplog.plot_pain(diary(days).assign(note=None), ax=ax)
    faint = lines(ax, marker="o")[0].get_ydata()
    assert set(faint) <= {2.0, 3.0, 4.0, 5.0} if is_exact else len(set(faint)) > 40


def test_many_dots_of_pain_are_spread_around_their_number_and_never_beyond_none_or_the_worst(ax):
    log = diary(300).assign(note=None, pain_before=lambda held: np.where(held.index % 4 < 2, 0.0, 10.0))
    hiplog.plot_pain(log, ax=ax)
    faint = lines(ax, marker="o")[0].get_ydata()
    apart = faint - hiplog.pain_change(log).iloc[:, 1].to_numpy(float)
    assert 0.25 < np.abs(apart).max() <= 0.3
    assert len(set(apart)) > 100
    assert 0 <= faint.min() < faint.max() <= 10


def test_the_lines_of_pain_are_the_medians_of_each_week_before_and_after(ax):
    log = diary(20, sides=("left",)).assign(note=None)  # from Wednesday, 4 March 2026
    hiplog.plot_pain(log, ax=ax)
    days = log["started_at"].dt.normalize()
    monday = days - np.array(days.dt.day_of_week, dtype="timedelta64[D]")
    weeks = log.groupby(monday)[["pain_before", "pain_after"]].median()
    before, after = lines(ax, linewidth=2.0)
    assert before.get_ydata().tolist() == weeks["pain_before"].tolist()
    assert after.get_ydata().tolist() == weeks["pain_after"].tolist()
    middle = [str(day)[:10] for day in before.get_xdata()]
    assert middle == ["2026-03-06", "2026-03-12", "2026-03-19", "2026-03-23"]


def test_a_line_of_pain_is_broken_by_a_pause(ax):
    hiplog.plot_pain(diary(100, pause=range(40, 70)).assign(note=None), ax=ax)
    before, after = (line.get_ydata() for line in lines(ax, linewidth=2.0))
    assert (np.isnan(before).sum(), np.isnan(after).sum()) == (1, 1)


def test_the_title_of_pain_is_the_typical_one_of_the_last_28_days_and_of_how_many_it_is(ax):
    log = diary(84)
    hiplog.plot_pain(log, ax=ax)
    first, _, last = hiplog.pain_months(log)["median_pain"]
    said = f"Pain before sessions {last:g} of 10, about as at first: {first:g} (up to 31 Mar 2026)"
    assert drawn.finding(ax) == said
    of_two = "A day's first pain, the higher of the two sides,"
    assert f"{of_two} is known for all 28 days up to 26 May 2026." in drawn.topic(ax)


def test_a_log_that_was_begun_when_it_hurt_most_is_no_fall(ax):
    log = diary(62).assign(pain_before=3.0, pain_after=3.0)
    log.loc[log["started_at"] < "2026-03-20", "pain_before"] = 9.0
    hiplog.plot_pain(log, ax=ax)
    # Counted back from the last day the first month has six days: those that are told are the first 28.
    assert drawn.finding(ax) == "Pain before sessions 3 of 10, at first 9 (up to 31 Mar 2026)"
    assert drawn.topic(ax).endswith("up to 4 May 2026. Logs are often begun when it hurts most.")


def test_pain_that_fell_is_told_with_what_it_was_at_first_and_with_why_that_says_little(ax):
    log = diary(56).assign(pain_before=3.0, pain_after=3.0)
    log.loc[log["started_at"] < "2026-04-01", "pain_before"] = 5.0
    hiplog.plot_pain(log, ax=ax)
    assert drawn.finding(ax) == "Pain before sessions 3 of 10, at first 5 (up to 31 Mar 2026)"
    assert drawn.topic(ax).endswith("up to 28 Apr 2026. Logs are often begun when it hurts most.")


@pytest.mark.parametrize(
    ("log", "noted", "said"),
    [
        (diary(20), [], "Pain before sessions "),
        (diary(20).assign(pain_before=np.nan), [], "Pain after sessions "),
        (diary(20), ["2026-03-25"], "Pain before sessions or noted by the day "),
        (diary(20).assign(pain_before=np.nan, pain_after=np.nan), ["2026-03-10"], "Pain noted by the day "),
        (diary(2), ["2026-07-25"], "Pain before sessions or noted by the day "),
    ],
)
def test_the_title_of_pain_says_of_which_moments_it_is(log, noted, said, ax):
    hiplog.plot_pain(log, diary=Diary(days=pd.DataFrame({"day": noted, "pain": [4] * len(noted)})), ax=ax)
    assert drawn.finding(ax).startswith(said)


def test_four_places_have_lanes_in_the_order_of_how_often_they_are_noted(ax):
    notes = [
        *["SI joint sore"] * 5,
        *["low back stiff"] * 4,
        *["knee hurts"] * 3,
        *["groin sore"] * 2,
        "ITB tight",
    ]
    hiplog.plot_pain(diary(15, sides=("left",)).assign(note=notes), ax=ax)
    lanes = {name: y for name, y in drawn.lanes(ax).items() if y < 0}
    marks = lines(ax, marker="|", visible=True)
    assert ax.get_xlabel() == "Also noted: ITB."
    assert list(lanes) == ["SI joint", "low back", "knee", "groin"]
    assert [len(mark.get_xdata()) for mark in marks] == [5, 4, 3, 2]
    assert [mark.get_ydata()[0] for mark in marks] == pytest.approx(list(lanes.values()))
    assert 0 > lanes["SI joint"] > lanes["low back"] > lanes["knee"] > lanes["groin"] > ax.get_ylim()[0]


def test_over_400_days_places_are_bars_of_which_the_highest_is_told(ax):
    notes = np.where(np.arange(450) < 10, "SI joint sore", np.where(np.arange(450) % 30 == 0, "knee hurts", None))
    hiplog.plot_pain(diary(450, sides=("left",)).assign(note=notes), ax=ax)
    assert "notes on it, up to 10 a month" in drawn.key(ax)


def test_how_many_holds_reach_the_target_is_said_of_each_side_in_the_title_and_at_its_curve(ax):
    log = diary(60, typical_s=(90, 110), growth_s=0)
    hiplog.plot_hold_probability(log, ax=ax)
    rows = hiplog.hold_probability(log)
    at = rows[rows["seconds"] == 120].set_index("side")["probability"]
    left, right = (f"{100 * at[side]:.0f} %" for side in ("left", "right"))
    assert drawn.finding(ax) == f"{left} of left and {right} of right holds of these 28 days reached 2:00"
    assert drawn.words(ax) == [f"left: {left} reached 2:00", f"right: {right} reached 2:00"]


def test_where_every_hold_reaches_the_target_that_is_said(ax):
    hiplog.plot_hold_probability(diary(30, typical_s=(300, 300)), ax=ax)
    assert drawn.finding(ax) == "Every hold of these 28 days reached 2:00"


def test_where_none_reaches_it_that_is_said_and_no_percentage(ax):
    hiplog.plot_hold_probability(diary(30, typical_s=(40, 45), growth_s=0), ax=ax)
    assert drawn.finding(ax) == "No hold of these 28 days reached 2:00"
    assert drawn.words(ax) == ["left: none reached 2:00", "right: none reached 2:00"]


def test_chances_begin_shortly_before_the_first_hold_ended_and_have_no_seconds_beyond_the_last(ax):
    log = diary(40, typical_s=(90, 110), growth_s=0)
    hiplog.plot_hold_probability(log, ax=ax)
    first = hiplog.hold_probability(log)["seconds"].min()
    assert first - 30 < ax.get_xlim()[0] < first
    ax.figure.draw_without_rendering()
    assert max(ax.get_xticks()) <= 120


DATES = {
    5: ["4 Mar 2026", "6 Mar", "8 Mar"],
    40: ["16 Mar 2026", "30 Mar"],  # Mondays
    120: ["Apr 2026", "May", "Jun", "Jul"],
    300: ["Apr 2026", "Jul", "Oct"],
}


@pytest.mark.parametrize("days", DATES)
def test_dates_are_those_of_days_weeks_or_months(days):
    ax = hiplog.plot_progress(diary(days), ax=Figure(figsize=(6, 3)).subplots())
    assert [label.get_text() for label in ax.get_xticklabels()] == DATES[days]


def test_the_axis_of_days_has_a_little_room_at_either_end(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    first, last = (matplotlib.dates.date2num(two_months["started_at"].agg(end)) for end in ("min", "max"))
    assert ax.get_xlim()[0] == pytest.approx(first - 0.03 * (last - first))
    assert ax.get_xlim()[1] > last + 0.03 * (last - first)  # for the names
    hiplog.plot_balance(two_months, ax=(other := Figure().subplots()))
    first, last = (matplotlib.dates.date2num(hiplog.balance(two_months)["day"].agg(end)) for end in ("min", "max"))
    assert other.get_xlim() == pytest.approx((first - 0.03 * (last - first), last + 0.03 * (last - first)))


def test_a_short_log_has_ten_days_and_its_own_in_the_middle(ax):
    hiplog.plot_progress(diary(3), ax=ax)
    low, high = ax.get_xlim()
    middle = matplotlib.dates.date2num(np.datetime64("2026-03-05T07:01:30"))
    assert middle - low == pytest.approx(5, abs=0.01)
    assert high - low >= 10


def test_marks_are_as_large_and_as_faint_as_their_number_allows():
    sizes = [looks.marks(n)["markersize"] for n in (1, 81, 100, 10_000)]
    assert sizes == pytest.approx([5, 5, 4.5, 2.2])
    assert [looks.marks(n)["rasterized"] for n in (2000, 2001)] == [False, True]
    assert looks.marks(20)["alpha"] == 0.8


def test_a_low_chart_has_a_tick_to_either_side_of_even_as_soon_as_their_numbers_do_not_touch():
    ax = hiplog.plot_balance(diary(60), ax=Figure(figsize=(6, 1.82)).subplots())
    ax.figure.draw_without_rendering()
    assert [label.get_text() for label in ax.get_yticklabels()] == ["right -20 %", "even", "  left -20 %"]
