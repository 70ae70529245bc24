"""The chart of what changed: its title, which days it is of, and its axis."""

import drawn
import numpy as np
import pandas as pd
import pytest
from charted import drawn_texts
from diaries import diary
from matplotlib.figure import Figure

import hiplog
from hiplog.schema import Diary


@pytest.mark.parametrize(
    ("given", "found", "said"),
    [
        (
            {"at": "2026-05-10"},
            " in the 28 days from 10 May 2026 on",
            "28 days before 10 May 2026: 28 days with a hold. 28 days from then on: 28 days with a hold.",
        ),
        (
            {"spans": [("2026-03-10", "2026-03-30"), ("2026-05-01", "2026-05-20")]},
            ", 1 May 2026 to 20 May 2026 beside 10 Mar 2026 to 30 Mar 2026",
            "10 Mar 2026 to 30 Mar 2026: 21 days with a hold. 1 May 2026 to 20 May 2026: 20 days with a hold.",
        ),
        ({"by": "sessions_a_day"}, " on days after several sessions", "Days after one with one session: "),
    ],
)
def test_a_comparison_names_the_days_that_it_compares_in_its_title_too(given, found, said, ax):
    log = diary(100)
    twice = log[log["started_at"].dt.day % 2 == 0]
    log = pd.concat([log, twice.assign(started_at=twice["started_at"] + pd.Timedelta("9h"))])
    hiplog.plot_compare(log.assign(session_id=None, hold_id=None).sort_values("started_at"), ax=ax, **given)
    assert said in drawn.topic(ax)
    assert drawn.finding(ax).endswith(found)


def test_a_side_that_is_not_held_any_more_is_said_not_to_be_compared(ax):
    log = diary(60, growth_s=0)
    log = log[log["side"].eq("right") | log["started_at"].lt("2026-04-03")]
    hiplog.plot_compare(log, at="2026-04-03", ax=ax)
    assert drawn.finding(ax).endswith("; left holds are not compared")


def test_a_rise_of_pain_that_is_not_sure_stands_in_the_title_of_a_comparison(ax):
    log = diary(30, typical_s=(400, 420))
    day = (log["started_at"].dt.normalize() - log["started_at"].min().normalize()).dt.days
    before, since = np.array([3.0, 4.0])[day % 2], np.array([4.0, 5.0, 4.0, 3.0])[day % 4]
    log["pain_before"] = np.where(day < 14, before, since)
    pain = hiplog.compare(log, at="2026-03-18").set_index("what").loc["pain"]
    assert (pain["verdict"], pain["low"] > 0) == ("no_clear_change", True)
    hiplog.plot_compare(log, at="2026-03-18", ax=ax)
    assert drawn.finding(ax) == (
        "Both sides reached the target on every day compared, perhaps more pain, the rest no clear change in the "
        "28 days from 18 Mar 2026 on"
    )


def test_sides_that_evened_out_are_told_as_closer_together(ax):
    log = diary(56, growth_s=0, typical_s=(60, 90))
    since = log["started_at"].ge("2026-04-01")
    log["hold_s"] = log["hold_s"].where(log["side"].eq("right") | ~since, log["hold_s"] * 1.4).clip(upper=119)
    hiplog.plot_compare(log, at="2026-04-01", ax=ax)
    assert drawn.finding(ax).startswith(
        "Left holds were longer, sides closer together (perhaps on that way before), "
    )


def test_a_comparison_that_is_refused_says_what_there_is(ax):
    hiplog.plot_compare(diary(50), at="2026-04-15", ax=ax)
    (said,) = drawn.words(ax)
    there = "28 days from then on, of which the log has 8 days: 8 days with a hold, 8 sessions."
    assert f"28 days before 15 Apr 2026: 28 days with a hold, 28 sessions; {there}" in " ".join(said.split())


def test_a_comparison_of_a_log_of_one_side_is_drawn_and_says_so(ax):
    hiplog.plot_compare(diary(76, sides=("left",)), at="2026-04-15", ax=ax)
    assert drawn.finding(ax) == "No clear change in the 28 days from 15 Apr 2026 on"
    assert "Not certain enough to say: left holds were longer; of so many, chance often" in drawn.topic(ax)
    assert "Only the left side was held." in drawn.topic(ax)


def test_a_comparison_at_a_mark_has_its_words_and_two_numbers_at_least_on_a_small_axis():
    marks = pd.DataFrame({"day": ["2026-04-15"], "words": ["new mattress"]})
    figure = Figure(figsize=(4, 3))
    ax = hiplog.plot_compare(diary(76), at="new mattress", diary=Diary(marks=marks), ax=figure.subplots())
    assert "28 days before 15 Apr 2026 (new mattress)" in drawn.topic(ax)
    drawn_texts(figure)
    low, high = ax.get_xlim()
    assert len([x for x in ax.get_xticks() if low <= x <= high]) >= 2


@pytest.mark.parametrize(
    ("before_s", "since_s", "marks", "named"),
    [
        (60.0, 120.0, {"<": 2, ">": 0}, ["changed", "no clear change", "this or less"]),
        (120.0, 80.0, {"<": 0, ">": 1}, ["changed", "no clear change", "this or more"]),
        (60.0, 78.0, {"<": 0, ">": 0}, ["no clear change"]),
    ],
)
def test_where_a_hold_lies_beyond_its_target_an_arrow_points_to_where_its_change_may_lie(
    before_s, since_s, marks, named, ax
):
    hiplog.plot_compare(with_new_target(before_s, since_s), at="2026-04-20", ax=ax)
    arrows = {marker: drawn.lines(ax, marker=marker) for marker in marks}
    assert {
        marker: np.isfinite([line.get_xdata()[0] for line in of]).sum() for marker, of in arrows.items()
    } == marks
    assert drawn.key(ax) == [*named, "likely range (95 %)"]


def test_no_range_goes_beyond_what_is_possible_from_the_number_that_it_starts_from(ax):
    log = diary(100, growth_s=0.6, pause=range(30, 58, 3))
    rows = hiplog.compare(log, at="2026-05-01").set_index(["what", "side"])
    reached, practice = rows.loc[("reached", "left")], rows.loc["practice"].iloc[0]
    assert reached["first"] + reached["low"] < 0
    assert practice["first"] + practice["high"] > 100
    hiplog.plot_compare(log, at="2026-05-01", ax=ax)
    named = {label.get_position()[1]: label.get_text() for label in ax.get_yticklabels()}
    drawn_ranges = drawn.lines(ax, marker="None", linewidth=2.0)
    ranges = {named[line.get_ydata()[0]]: line.get_xdata() for line in drawn_ranges}
    assert ranges["left at target"][0] == pytest.approx(-reached["first"])
    assert ranges["days practised"][1] == pytest.approx(100 - practice["first"])


@pytest.mark.parametrize(("left_s", "right_s"), [(60.0, 75.0), (75.0, 60.0)])
def test_the_mark_of_the_balance_stands_at_the_difference_of_the_numbers_beside_it(left_s, right_s, ax):
    log = diary(80, typical_s=(left_s, right_s), growth_s=0.0, target_s=300.0)
    log["hold_s"] *= np.where((log["started_at"] >= "2026-04-20") & (log["side"] == "left"), 1.4, 1.0)
    rows = hiplog.compare(log, at="2026-04-20").set_index("what")
    first, second = rows.loc["balance", ["first", "second"]]
    hiplog.plot_compare(log, at="2026-04-20", ax=ax)
    (mark,) = [line for line in drawn.lines(ax, marker="D") if line.get_color() == "#404040"]
    (span,) = [line for line in drawn.lines(ax, marker="None") if line.get_color() == "#404040"]
    assert mark.get_xdata()[0] == pytest.approx(second - first)
    assert span.get_xdata()[0] < mark.get_xdata()[0] < span.get_xdata()[1] < 0


def with_new_target(before_s, since_s):
    """Return a log of typically 64 s, 83 s from 20 Apr on, with a new target from then on."""
    log = diary(80, typical_s=(64, 64), growth_s=0.0)
    is_new = log["started_at"] >= "2026-04-20"
    log["target_s"] = np.where(is_new, since_s, before_s)
    log["hold_s"] = np.fmin(log["hold_s"] * np.where(is_new, 1.3, 1.0), log["target_s"])
    return log.assign(ended=np.where(log["hold_s"] < log["target_s"], "let_go", "target"))


def test_where_nothing_changed_the_title_of_a_comparison_says_so(ax):
    hiplog.plot_compare(diary(60, growth_s=0), at="2026-04-05", ax=ax)
    assert drawn.finding(ax) == "No clear change in the 28 days from 5 Apr 2026 on"


def test_where_every_hold_reaches_the_target_the_title_says_that_and_nothing_lacks(ax):
    hiplog.plot_compare(diary(80, typical_s=(400, 420)), at="2026-04-05", ax=ax)
    always = "Both sides reached the target on every day compared, the rest no clear change"
    assert drawn.finding(ax) == f"{always} in the 28 days from 5 Apr 2026 on"
    assert "Not enough" not in drawn.topic(ax)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"at": "2026-03-18"},
            "28 days before 18 Mar 2026, of which the log has 14 days: 14 days with a hold. "
            "28 days from then on, of which the log has 16 days: 16 days with a hold.",
        ),
        (
            {"at": "2026-03-20", "days": 14, "run_in": 2},
            "14 days before 20 Mar 2026: 14 days with a hold. 14 days from then on: 14 days with a hold.",
        ),
        (
            {"spans": [("2026-03-01", "2026-03-18"), ("2026-03-19", "2026-04-01")]},
            "1 Mar 2026 to 18 Mar 2026, of which the log has 15 days: 15 days with a hold. "
            "19 Mar 2026 to 1 Apr 2026: 14 days with a hold.",
        ),
    ],
)
def test_days_before_the_log_and_after_it_are_not_counted_as_days_without_a_hold(given, said, ax):
    hiplog.plot_compare(diary(30), **given, ax=ax)
    assert said in drawn.topic(ax)


def scale_of(ax):
    """Return where the line of the upper scale lies, and its numbers by where they stand."""
    (line,) = [line for line in ax.lines if line.get_gid() == "scale" and line.get_linestyle() == "-"]
    numbers = {text.xy[0]: text.get_text() for text in ax.texts if text.get_gid() == "scale"}
    return line.get_ydata()[0], numbers


def test_rows_in_percent_and_rows_in_points_of_pain_stand_apart_each_with_a_scale(ax):
    hiplog.plot_compare(diary(80), at="2026-04-20", ax=ax)
    line, numbers = scale_of(ax)
    heights = {label.get_text(): label.get_position()[1] for label in ax.get_yticklabels()}
    below = {name for name, height in heights.items() if height < line}
    assert below == {"pain", "pain next day"}
    assert heights["change in %"] == line
    assert numbers == {x: f"{x:+.0f} %" if x else "0" for x in numbers}
    points = {label.get_position()[0]: label.get_text() for label in ax.get_xticklabels()}
    assert points == {x: f"{x / 10:+g}" if x else "0" for x in points}
    assert ax.get_xlabel() == "less ← change of pain in points → more"


@pytest.mark.parametrize(("without", "unit"), [("pain", "change in %"), ("holds", "change of pain in points")])
def test_rows_of_one_unit_have_one_scale(without, unit, ax):
    log, said = diary(80), Diary()
    if without == "pain":
        log = log.assign(pain_before=np.nan, pain_after=np.nan)
    else:
        days = pd.date_range("2026-03-04", periods=80).astype(str)
        log, said = log[:2], Diary(days=pd.DataFrame({"day": days, "pain": np.arange(80) % 5}))
    hiplog.plot_compare(log, at="2026-04-20", diary=said, ax=ax)
    assert ax.get_xlabel() == f"less ← {unit} → more"
    assert not [text for text in (*ax.texts, *ax.lines) if text.get_gid() == "scale"]
