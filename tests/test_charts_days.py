"""What is said beside holds on the charts: days, pauses, plans, marks, and holds that pain ended."""

import re

import matplotlib
import numpy as np
import pandas as pd
import pytest

matplotlib.use("agg")

import drawn
from diaries import diary
from matplotlib import pyplot as plt
from matplotlib.collections import FillBetweenPolyCollection
from matplotlib.dates import date2num
from matplotlib.figure import Figure

import hiplog
from hiplog import Log
from hiplog.charts.parts.days import show_last
from hiplog.charts.parts.looks import COLOURS, PAIN
from hiplog.dates import clock
from hiplog.schema import Diary

MARKS = pd.DataFrame({"day": ["2026-03-10", "2026-04-01"], "words": ["new mattress", "three times a day"]})
OVER_TIME = [hiplog.plot_progress, hiplog.plot_balance, hiplog.plot_pain]


def said(*rows) -> Diary:
    return Diary(days=pd.DataFrame([dict(zip(("day", "pain", "reason"), row, strict=True)) for row in rows]))


@pytest.fixture
def ax():
    yield (figure := plt.figure(figsize=(9.5, 4.8), layout="constrained")).subplots()
    plt.close(figure)


def as_drawn(ax):
    ax.figure.canvas.draw()
    return ax


def numbers_of_marks(ax):
    """Return the numbers that stand at the lines of marks."""
    return [text.get_text() for text in ax.texts if text.get_gid() == "mark"]


def named(ax):
    """Return the entries of the key that name a mark."""
    return [entry for entry in drawn.key(ax) if entry[:1].isdigit() and entry[1:3] == ": "]


NAMED = ["1: new mattress, 10 Mar 2026", "2: three times a day, 1 Apr 2026"]


@pytest.mark.parametrize("plot", OVER_TIME)
def test_a_mark_is_a_line_at_its_day_with_a_number_and_its_words_are_in_the_key(plot, ax):
    plot(diary(60), diary=Diary(marks=MARKS), ax=ax)
    across = ax.get_xaxis_transform()
    lines = [line for line in as_drawn(ax).lines if line.get_transform() == across and len(line.get_xdata()) == 2]
    assert [line.get_xdata()[0] for line in lines] == date2num(pd.to_datetime(MARKS["day"])).tolist()
    assert all(0.5 < line.get_ydata()[1] < 1 for line in lines)
    assert numbers_of_marks(ax) == ["1", "2"]
    assert named(ax) == NAMED


def test_marks_too_near_to_each_other_share_a_text_and_long_words_are_shortened(ax):
    near = pd.DataFrame({"day": ["2026-03-10", "2026-03-10"], "words": ["physio", "word " * 40]})
    hiplog.plot_progress(diary(60), diary=Diary(marks=near), ax=ax)
    assert numbers_of_marks(as_drawn(ax)) == ["1, 2"]
    physio, words = named(ax)
    assert physio == "1: physio, 10 Mar 2026"
    assert words.startswith("2: word word")
    assert words.endswith("…, 10 Mar 2026")


def test_the_numbers_of_marks_are_laid_out_anew_with_the_size_of_the_chart(ax):
    near = MARKS.assign(day=["2026-03-10", "2026-03-13"])
    hiplog.plot_progress(diary(60), diary=Diary(marks=near), ax=ax)
    assert numbers_of_marks(as_drawn(ax)) == ["1", "2"]
    ax.figure.set_size_inches(2.5, 4.8)
    assert numbers_of_marks(as_drawn(ax)) == ["1, 2"]


def test_the_newest_four_marks_are_named_and_the_others_counted(ax):
    many = pd.DataFrame({"day": pd.date_range("2026-03-08", periods=6, freq="7D"), "words": list("abcdef")})
    hiplog.plot_balance(diary(60), diary=Diary(marks=many.assign(day=many["day"].astype("str"))), ax=ax)
    assert numbers_of_marks(as_drawn(ax)) == ["1", "2", "3", "4"]
    assert [entry[:4] for entry in named(ax)] == ["1: c", "2: d", "3: e", "4: f"]
    assert "2 earlier" in drawn.key(ax)


def test_the_words_of_a_mark_are_no_formula(ax):
    formula = pd.DataFrame({"day": ["2026-03-10"], "words": ["$x^$"]})
    hiplog.plot_progress(diary(60), diary=Diary(marks=formula), ax=ax)
    as_drawn(ax)  # a formula like this cannot be drawn
    assert named(ax) == [r"1: \$x^\$, 10 Mar 2026"]


def test_marks_before_since_or_after_until_are_not_drawn(ax):
    hiplog.plot_progress(diary(60), diary=Diary(marks=MARKS), since="2026-03-15", until="2026-03-30", ax=ax)
    assert numbers_of_marks(as_drawn(ax)) == named(ax) == []


def test_a_hold_that_pain_ended_is_a_bolt_in_the_mark_of_its_side(ax):
    log = diary(60)
    stopped = log.index[(log["side"] == "left") & (log["hold_s"] < 70)][:3]
    log.loc[[*stopped, log.index[log["side"] == "right"][0]], "ended"] = "pain"
    hiplog.plot_progress(log, ax=ax)
    bolts = [line for line in as_drawn(ax).lines if line.get_marker() is PAIN]
    assert [len(line.get_xdata()) for line in bolts] == [3, 1]
    around = [line for line in ax.lines if line.get_markersize() == 9]
    assert [line.get_marker() for line in around] == ["o", "s"]  # that tell the side in grey too
    assert around[0].get_xydata().tolist() == bolts[0].get_xydata().tolist()
    assert "ended by pain" in drawn.key(ax)
    assert np.sort(bolts[0].get_ydata()).tolist() == np.sort(log.loc[stopped, "hold_s"]).tolist()


def test_no_hold_that_pain_ended_makes_no_entry_of_the_key(ax):
    hiplog.plot_progress(diary(60), ax=ax)
    as_drawn(ax)
    assert "ended by pain" not in drawn.key(ax)


def test_pain_of_days_without_a_session_is_drawn_hollow_and_completeness_is_told(ax):
    log = diary(60)
    log = log[~log["started_at"].dt.strftime("%m-%d").isin(["04-10", "04-11", "04-12"])]
    hiplog.plot_pain(log, diary=said(("2026-04-10", 8, "pain"), ("2026-04-12", 9, None)), ax=ax)
    diamonds = [line for line in as_drawn(ax).lines if line.get_marker() == "D"]
    (hollow,) = [line for line in diamonds if line.get_markerfacecolor() == "none"]
    assert hollow.get_ydata().tolist() == [8, 9]
    noons = pd.to_datetime(["2026-04-10T12:00", "2026-04-12T12:00"])  # where no time was said
    assert pd.to_datetime(hollow.get_xdata(orig=True)).tolist() == noons.tolist()
    assert "noted of the day" in drawn.key(ax)
    assert (
        "A day's first pain, the higher of the two sides, is known for 27 of 28 days up to 2 May"
        in drawn.topic(ax)
    )


def test_pain_said_of_days_alone_is_a_chart_of_its_own(ax):
    none = diary(5).assign(pain_before=pd.NA, pain_after=pd.NA, note=None)
    hiplog.plot_pain(none, diary=said(("2026-03-02", 8, None)), ax=ax)
    assert "A day's first pain is known for 2 Mar 2026 alone." in drawn.topic(ax)


def calendar(ax):
    """Return the fill, the crossed out boxes, and the bolts of a calendar."""
    filled, _outlined, crossed, *_ = as_drawn(ax).collections
    bolts = [line for line in ax.lines if line.get_marker() is PAIN]
    heights = [path.get_extents().height for path in filled.get_paths()]
    return heights, len(crossed.get_segments()), sum(len(line.get_xdata()) for line in bolts)


def test_a_pause_is_crossed_out_and_not_filled_and_told(ax):
    log = diary(10)
    log = log[~log["started_at"].dt.day.isin([7, 8])]
    hiplog.plot_practice(log, diary=said(("2026-03-07", None, "ill"), ("2026-03-08", None, "ill")), ax=ax)
    heights, crossed, _ = calendar(ax)
    assert [heights[3:5], crossed] == [[0, 0], 2]
    assert "pause" in drawn.key(ax)
    assert "(2 days of pause left out)" in drawn.finding(ax)


def test_a_session_that_pain_ended_has_a_star_on_its_day(ax):
    log = diary(10)
    log.loc[log["started_at"].dt.day.isin([6, 7]), "ended"] = "pain"
    hiplog.plot_practice(log, ax=ax)
    assert calendar(ax)[2] == 2
    assert "ended by pain" in drawn.key(ax)


def test_a_day_is_filled_by_the_plan_of_that_day(ax):
    plans = pd.DataFrame({"day": ["2026-03-05"], "plan": [3]})
    hiplog.plot_practice(diary(10), diary=Diary(plans=plans), ax=ax)
    heights = calendar(ax)[0]
    assert heights[0] == pytest.approx(3 * heights[-1])
    assert "part of the plan" in drawn.key(ax)
    assert "Plan 1 a day (3 from 5 Mar 2026)" in drawn.topic(ax)


def test_a_log_brings_its_days_plans_and_marks_to_every_chart():
    with Log(":memory:") as log:
        log.add(diary(60), diary=said(("2026-05-20", 8, "pain")))
        log.set_plan(2, since="2026-03-01")
        log.mark("2026-03-10", "new mattress")
        page, known = (Figure(figsize=(11, 8)) for _ in range(2))
        hiplog.plot_overview(log, figure=page)
        hiplog.plot_overview(log.holds(), diary=log.diary(), figure=known)
    said_by = [[drawn.finding(ax) + drawn.topic(ax) for ax in figure.axes] for figure in (page, known)]
    assert said_by[0] == said_by[1]
    assert "Plan 2 a day" in said_by[0][3]
    assert [numbers_of_marks(ax) for ax in page.axes] == [*[["1"]] * 4, []]


def test_a_mark_has_one_number_on_all_charts_of_a_page_also_where_some_lie_before_the_first_hold():
    days = ["2025-06-01", "2025-12-01", "2025-12-20", "2026-03-10", "2026-03-10", "2026-04-01"]
    marks = Diary(marks=pd.DataFrame({"day": days, "words": list("abcdef")}))
    page = Figure(figsize=(11, 8))
    hiplog.plot_overview(diary(60), diary=marks, figure=page)
    key = [text.get_text() for text in page.axes[0].get_legend().get_texts()]
    assert [entry for entry in key if entry[1:3] == ": "] == [
        "1: c, 20 Dec 2025",
        "2: d, 10 Mar 2026",
        "3: e, 10 Mar 2026",
        "4: f, 1 Apr 2026",
    ]
    assert [entry for entry in key if entry.endswith("earlier")] == ["2 earlier"]
    assert numbers_of_marks(page.axes[3]) == ["2, 3", "4"]


def test_a_mark_is_a_line_before_its_day_on_the_calendar_and_its_words_are_in_the_key():
    marks = pd.DataFrame({"day": ["2026-03-09", "2026-01-01"], "words": ["new mattress", "before the log"]})
    ax = Figure().subplots()
    hiplog.plot_practice(diary(20), diary=Diary(marks=marks), ax=ax)
    boxes = next(each for each in ax.collections if each.get_linewidth()[0] == 1.4)
    (line,) = boxes.get_segments()
    assert line[0, 0] == line[1, 0] < 0  # 9 March is a Monday: left of the first box of its week
    words = [text.get_text() for text in ax.get_legend().get_texts()]
    assert words[0] == "2: new mattress, 9 Mar 2026"
    (number,) = [text for text in ax.texts if text.get_gid() == "mark"]
    assert number.get_text() == "2"  # as the key has it
    assert 0 < number.get_position()[0] < 0.2
    plain = Figure().subplots()
    hiplog.plot_practice(diary(20), ax=plain)
    assert len(plain.get_legend().get_texts()) == len(words) - 1


@pytest.mark.parametrize("plot", OVER_TIME)
def test_the_day_of_a_change_is_a_line_of_its_own_with_its_date(plot, ax):
    plot(diary(60), at="2026-03-20", diary=Diary(marks=MARKS), ax=ax)
    (line,) = [line for line in as_drawn(ax).lines if line.get_linewidth() == 1.6]
    assert line.get_xdata() == date2num([pd.Timestamp("2026-03-20")] * 2).tolist()
    assert named(ax) == [NAMED[0], "2: from 20 Mar 2026", "3: three times a day, 1 Apr 2026"]


def test_a_mark_that_is_named_is_the_one_drawn_clearly_and_keeps_its_words(ax):
    hiplog.plot_balance(diary(60), at="new mattress", diary=Diary(marks=MARKS), ax=ax)
    (line,) = [line for line in as_drawn(ax).lines if line.get_linewidth() == 1.6]
    assert line.get_xdata()[0] == date2num(pd.Timestamp("2026-03-10"))
    assert named(ax) == NAMED


@pytest.mark.parametrize("plot", OVER_TIME)
def test_a_day_to_mark_that_is_not_on_the_chart_is_told_and_one_that_is_none_refused(plot, ax):
    plot(diary(60), at="2025-03-20", ax=ax)
    assert drawn.topic(ax).endswith("20 Mar 2025 is not among these days.")
    with pytest.raises(
        hiplog.LogError, match=rf"^{plot.__name__}: at is 'mattress', .*'new mattress' \(2026-03-10\)"
    ):
        plot(diary(60), at="mattress", diary=Diary(marks=MARKS))


def brackets(ax):
    """Return from where to where single holds lie, and how many ends are drawn, of each side."""
    found = [line for line in ax.lines if line.get_gid() == "single holds"]
    return [(*line.get_ydata(), len(line.get_markevery())) for line in found]


def test_a_bracket_at_the_margin_says_where_single_holds_of_a_side_lie(ax):
    log = diary(60, typical_s=(50, 60))
    hiplog.plot_progress(log, ax=ax)
    rows = hiplog.typical_hold(log)
    assert brackets(ax) == [(row.single_low_s, row.single_high_s, 2) for row in rows.itertuples()]
    assert "19 of 20 holds within" in drawn.key(ax)


def test_a_bracket_that_would_go_beyond_the_target_is_open_at_it(ax):
    log = diary(60, typical_s=(60, 90))
    hiplog.plot_progress(log, ax=ax)
    rows = hiplog.typical_hold(log).set_index("side")
    assert rows.loc["right", "single_high_s"] > 120
    assert brackets(ax)[1] == (rows.loc["right", "single_low_s"], 120.0, 1)


def test_without_a_typical_hold_there_is_no_bracket_and_no_word_of_it(ax):
    hiplog.plot_progress(diary(3), ax=ax)
    assert brackets(ax) == []
    assert "19 of 20 holds within" not in drawn.key(ax)


def test_the_balance_of_a_few_weeks_has_the_height_that_these_take(ax):
    log = diary(300)
    log["hold_s"] = log["hold_s"].where((log["side"] == "right") | (log["started_at"] > "2026-04-10"), 20.0)
    hiplog.plot_balance(log, ax=ax)
    whole = np.ptp(as_drawn(ax).get_ylim())
    assert show_last(ax, pd.Timestamp("2026-12-28"), 84)
    assert np.ptp(as_drawn(ax).get_ylim()) < 0.75 * whole
    (band,) = ax.collections
    top, key = band.get_clip_box().y1, ax.get_legend().get_window_extent().y0
    assert top < key  # however far the interval reached before these weeks


@pytest.mark.parametrize("plot", OVER_TIME)
@pytest.mark.parametrize("width", [3, 4, 9.5])
def test_no_date_stands_beyond_the_last_day_where_the_names_of_curves_do(plot, width, ax):
    ax.figure.set_size_inches(width, 3)
    log = diary(300)
    plot(log, ax=ax)
    assert 0 < len(as_drawn(ax).get_xticks()) == sum(ax.get_xticks() <= date2num(log["started_at"].max()))


def one_side_for_a_month():
    log = diary(90, growth_s=0)
    return log[(log["side"] == "left") | (log["started_at"] < "2026-05-03")]


def test_a_balance_with_a_side_that_was_given_up_is_titled_with_its_last_day(ax):
    log = one_side_for_a_month()
    hiplog.plot_balance(log, ax=ax)
    assert drawn.finding(ax).startswith("Up to 2 May 2026: right held longer: left was ")
    assert "28 days up to 2 May 2026, when both sides were still held: " in drawn.topic(ax)


def test_a_side_that_is_not_held_any_more_has_no_chances_and_is_told_with_its_last_day(ax):
    log = one_side_for_a_month()
    hiplog.plot_hold_probability(log, ax=ax)
    assert drawn.topic(ax).endswith(
        "Holds of the 28 days up to 1 Jun 2026. No hold of the right side in these days."
    )
    progress = hiplog.plot_progress(log, ax=Figure().subplots())
    assert "right" not in drawn.finding(progress).lower()
    right = hiplog.typical_hold(log).set_index("side").loc["right"]
    then = (
        f"was typically held for {clock(right['median_s'])} ({clock(right['low_s'])} to {clock(right['high_s'])})"
    )
    assert f"Right was last held on 2 May 2026; it {then}." in drawn.topic(progress)
    assert len(hiplog.plot_overview(log, figure=Figure(figsize=(11.2, 8.4))).axes) == 5


def test_where_the_title_says_too_few_there_is_no_curve_and_no_range(ax):
    log = diary(30, growth_s=0)
    few = log[(log["side"] == "left") | (log["started_at"] < "2026-03-07")]
    few = few[few["started_at"] < "2026-03-12"]
    hiplog.plot_progress(few, ax=ax)
    assert "right too few to say" in drawn.finding(ax)
    assert {line.get_color() for line in ax.lines if line.get_gid() == "typical"} == {COLOURS["left"][0]}
    assert not [y for line in drawn.lines(ax, linewidth=2.2) for y in line.get_ydata()]


def test_a_target_that_was_changed_is_told(ax):
    log = diary(60).assign(target_s=lambda held: 120.0 - 60 * (held["started_at"] < "2026-04-01"))
    hiplog.plot_progress(log, ax=ax)
    assert "The target was 1:00 before 1 Apr 2026, and 2:00 from then on." in drawn.topic(ax)


@pytest.mark.parametrize("since", [None, "2026-04-01"])
def test_a_target_of_each_side_is_none_that_was_changed_unless_it_was(ax, since):
    log = diary(60).assign(target_s=lambda held: 60.0 + 60 * (held["side"] == "right"))
    log["target_s"] += 60.0 * ((log["side"] == "right") & (log["started_at"] >= (since or "2027")))
    hiplog.plot_progress(log, ax=ax)
    said = "The target on the right was 2:00 before 1 Apr 2026, and 3:00 from then on."
    assert [said in drawn.topic(ax), "from then on" in drawn.topic(ax)] == [since is not None] * 2


def test_progress_says_which_side_was_always_first(ax):
    hiplog.plot_progress(diary(60), ax=ax)
    assert "Right was always held first." in drawn.topic(ax)


def test_pain_is_known_for_so_many_of_the_days_that_its_title_is_of(ax):
    log = diary(100)
    log.loc[log["started_at"] >= "2026-05-20", ["pain_before", "pain_after"]] = np.nan
    said = Diary(days=pd.DataFrame({"day": ["2026-06-11"], "pain": [3]}))
    hiplog.plot_pain(log, diary=said, ax=ax)
    assert (
        "A day's first pain, the higher of the two sides, is known for 6 of 28 days up to 11 Jun"
        in drawn.topic(ax)
    )


def test_a_row_of_days_with_a_pause_among_them_is_told_with_that(ax):
    log = diary(60, pause=[20, *range(40, 47)])
    ill = pd.DataFrame({"day": pd.date_range("2026-04-13", periods=7), "reason": "ill"})
    hiplog.plot_practice(log, diary=Diary(days=ill), today="2026-05-02", ax=ax)
    assert "days practised. 32 days in a row with a session, pauses left out; 52" in " ".join(
        drawn.topic(ax).split()
    )


@pytest.mark.parametrize(
    ("until", "row"), [("2026-04-13", " 36 days in a row with a session up to 12 Apr 2026;"), ("2026-05-01", "")]
)
def test_a_calendar_up_to_a_day_that_is_past_calls_no_day_today(until, row, ax):
    log = diary(40, pause=[3])  # to 12 Apr
    hiplog.plot_practice(log, until=until, today="2026-06-01", ax=ax)
    assert "today" not in drawn.key(ax)
    n_days = len(hiplog.practice(log, until=until, today="2026-06-01"))
    assert f"days practised.{row} 39 sessions on 39 of {n_days} days." in " ".join(drawn.topic(ax).split())
    assert "days ago" not in drawn.topic(ax)
    hiplog.plot_practice(log, until=until, today=until, ax=ax.figure.subplots())
    assert "today" in drawn.key(ax.figure.axes[-1])


def test_the_line_of_a_mark_on_the_calendar_is_as_high_as_a_day_with_its_gap(ax):
    marks = pd.DataFrame({"day": ["2026-03-11"], "words": ["new mattress"]})
    hiplog.plot_practice(diary(20), diary=Diary(marks=marks), ax=ax)
    ((low, high),) = next(each for each in ax.collections if each.get_linewidth()[0] == 1.4).get_segments()
    assert high[1] - low[1] == pytest.approx(1)
    outlined = next(each for each in ax.collections if each.get_linewidth()[0] == 0.5)
    boxes = [path.vertices[:4] for path in outlined.get_paths()]
    assert min(abs(box[:, 1].mean() - (low[1] + high[1]) / 2) for box in map(np.asarray, boxes)) < 1e-9


@pytest.mark.parametrize(("size", "months"), [((4.8, 3.6), 12), ((3.6, 2.7), 8), ((2.8, 2.1), 3), ((2.2, 1.6), 1)])
def test_a_calendar_shows_as_many_months_as_have_room(size, months):
    ax = Figure(figsize=size).subplots()
    hiplog.plot_practice(diary(400), ax=ax)
    ax.figure.draw_without_rendering()
    assert len([text for text in ax.texts if re.fullmatch(r"[A-Z][a-z]{2} 202[67]", text.get_text())]) == months


def test_months_below_each_other_stand_two_days_apart_where_there_is_room():
    ax = Figure(figsize=(4, 14)).subplots()
    hiplog.plot_practice(diary(60), ax=ax)
    ax.figure.draw_without_rendering()
    upper, lower = (text for text in ax.texts if text.get_text() in ("Mar 2026", "Apr 2026"))
    outlined = next(each for each in ax.collections if each.get_linewidth()[0] == 0.5)
    march = min(path.vertices[:, 1].min() for path in outlined.get_paths()[:28])  # its sixth week
    height = lower.get_window_extent().transformed(ax.transData.inverted()).height
    assert upper.get_position()[1] > march
    assert march - (lower.get_position()[1] + height / 2) >= 2


def test_the_number_of_a_mark_stands_just_beside_its_line(ax):
    marks = pd.DataFrame({"day": ["2026-03-20"], "words": ["new mattress"]})
    hiplog.plot_progress(diary(40), diary=Diary(marks=marks), ax=ax)
    ax.figure.draw_without_rendering()
    (number,) = [text for text in ax.texts if text.get_gid() == "mark"]
    line = ax.transData.transform((date2num(pd.Timestamp("2026-03-20")), 0))[0]
    points = 72 / ax.figure.dpi * (number.get_window_extent().x0 - line)
    assert 0 < points < 4


def test_the_band_of_the_balance_is_seen_as_far_as_the_axis_goes(ax):
    hiplog.plot_balance(diary(60), ax=ax)
    ax.figure.draw_without_rendering()
    (band,) = (each for each in ax.collections if isinstance(each, FillBetweenPolyCollection))
    seen = band.get_clip_box().transformed(ax.transData.inverted())
    ticks = [tick for tick in ax.get_yticks() if ax.get_ylim()[0] <= tick <= ax.get_ylim()[1]]
    assert seen.y0 <= min(ticks) < 0 < max(ticks) <= seen.y1


def test_pain_of_1_is_moved_up_and_down_and_none_only_up(ax):
    log = diary(130).assign(pain_before=1.0, pain_after=0.0)
    hiplog.plot_pain(log, ax=ax)
    before, after = (
        next(line.get_ydata() for line in ax.lines if line.get_marker() == mark and len(line.get_ydata()) == 130)
        for mark in ("o", "D")
    )
    assert 0.5 < before.min() < 1 < before.max() < 1.5
    assert 0 <= after.min() < after.max() < 0.5


@pytest.mark.parametrize("plot", OVER_TIME)
def test_the_first_day_of_a_chart_can_be_marked(plot, ax):
    log = diary(60)
    first = hiplog.balance(log)["day"].min() if plot is hiplog.plot_balance else log["started_at"].min()
    plot(log, at=first.date(), ax=ax)
    assert "is not among these days" not in drawn.topic(ax)
