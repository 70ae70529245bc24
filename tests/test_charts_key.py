"""Every mark and line of a chart is named: in its key, at its end, or by a tick."""

import drawn
import numpy as np
import pandas as pd
import pytest
from charted import LOGS, PLOTS, collisions_and_escapes
from diaries import diary
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

import hiplog
from hiplog.charts.pain_key import brief_of
from hiplog.charts.parts.days import show_last
from hiplog.charts.parts.key import in_words
from hiplog.exercise import SIDES
from hiplog.schema import Diary


def of_all_kinds():
    """Return two months with a hold of each kind, a target that changed, and what is said beside them."""
    log = diary(60).assign(target_s=lambda held: np.where(held.index < 20, 60.0, 120.0))
    log["hold_s"] = np.fmin(log["hold_s"], log["target_s"])
    for ended, every in (("interrupted", 7), ("pain", 11)):
        log["ended"] = log["ended"].where(log.index % every > 0, ended)
    return log.assign(claimed_s=np.where(log.index % 13 == 0, log["hold_s"] / 2, np.nan))


def longer_from(day):
    log = diary(56, growth_s=0.0, target_s=300.0)
    return log.assign(hold_s=log["hold_s"] * np.where(log["started_at"] < day, 1.0, 1.5))


SAID = Diary(
    days=pd.DataFrame({"day": ["2026-03-20", "2026-05-03", "2026-05-04"], "pain": [4, 3, 5]}),
    marks=pd.DataFrame({"day": ["2026-03-25", "2026-04-20"], "words": ["new mattress", "new pillow"]}),
)
KINDS = {
    **{name: LOGS[name] for name in ("six holds", "one side", "all capped", "two years", "an example")},
    "all kinds": of_all_kinds(),
    "pain before alone": diary(60).assign(pain_after=np.nan),
    "pain after alone": diary(20).assign(pain_before=np.nan),
}


def chart(plot, log):
    given = {} if plot is hiplog.plot_hold_probability else {"diary": SAID}
    return plot(log, **given, ax=Figure(figsize=(14, 9)).subplots())


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("log", KINDS)
def test_every_mark_and_line_of_a_chart_is_named_in_its_key_at_its_end_or_by_a_tick(plot, log):
    ax = chart(plot, KINDS[log])
    entries = ax.get_legend().legend_handles if ax.get_legend() else []
    assert not [entry for entry in drawn.key(ax) if "on a larger chart" in entry]
    assert drawn.unnamed(ax, entries) == []


@pytest.mark.parametrize("plot", [hiplog.plot_progress, hiplog.plot_hold_probability])
def test_the_key_names_the_curve_of_each_side_dashed_as_it_is(plot):
    entries = [entry for entry in chart(plot, LOGS["an example"]).get_legend().legend_handles if is_line(entry)]
    dashed = {side: [entry.is_dashed() for entry in entries if side in entry.get_label()] for side in SIDES}
    assert dashed == {"left": [False], "right": [True]}


def is_line(entry):
    return isinstance(entry, Line2D) and entry.get_linestyle() != "None"


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("log", KINDS)
def test_as_small_as_on_a_phone_a_chart_names_all_its_marks_beside_each_other(plot, log):
    given = {} if plot is hiplog.plot_hold_probability else {"diary": SAID}
    high = 4 if log == "all kinds" else 3  # of a dozen kinds at once
    figure = Figure(figsize=(4, high), layout="constrained")
    ax = plot(KINDS[log], **given, ax=figure.subplots())
    whole = drawn.key(chart(plot, KINDS[log]))
    assert collisions_and_escapes(figure) == []
    assert drawn.key(ax) == whole


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("log", ["all kinds", "an example", "pain before alone"])
def test_the_key_that_a_page_takes_names_all_that_is_in_sight_in_the_days_it_shows(plot, log):
    ax = chart(plot, KINDS[log])
    show_last(ax, KINDS[log]["started_at"].max(), 28)
    assert drawn.unnamed(ax, ax.get_axes_locator().take_key(ax)) == []


@pytest.mark.parametrize(
    ("log", "at", "named"),
    [
        (longer_from("2026-04-01"), "2026-04-01", ["changed", "no clear change"]),
        (diary(76, sides=("left",)), "2026-04-15", ["perhaps", "no clear change"]),
        (diary(100, growth_s=0.6), "2026-05-01", ["perhaps on that way before", "no clear change"]),
    ],
)
def test_the_marks_of_a_comparison_are_named_in_its_key_and_no_others_are(log, at, named, ax):
    hiplog.plot_compare(log, at=at, ax=ax)
    assert drawn.key(ax) == [*named, "likely range (95 %)"]
    assert drawn.unnamed(ax, ax.get_legend().legend_handles) == []


def test_a_mark_without_a_name_is_seen(ax):
    hiplog.plot_pain(KINDS["pain after alone"], ax=ax)
    assert len(drawn.unnamed(ax, [])) == 1
    ax.plot([ax.get_xlim()[0] + 1], [4.5], marker="s", color="red")
    assert drawn.unnamed(ax, ax.get_legend().legend_handles) == ["s  in red"]


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("pain after alone", "In the charts: ◆ = after a session."),
        ("pain before alone", "In the charts: ○ = before a session."),
    ],
)
def test_the_sentence_of_a_key_says_which_mark_is_pain_before_and_which_after(log, said, ax):
    hiplog.plot_pain(KINDS[log].assign(note=None), ax=ax)
    spells = [entry for entry in ax.get_axes_locator().take_key(ax) if isinstance(entry, Line2D)]
    assert in_words(entry for entry in spells if entry.get_marker() != "None") == said


def test_today_and_a_day_without_a_session_are_two_shapes_in_the_sentence(ax):
    log = diary(20, pause=range(5, 9))
    hiplog.plot_practice(log, today=log["started_at"].max(), ax=ax)
    said = in_words(ax.get_axes_locator().take_key(ax))
    assert "; □ = nothing noted; thick □ = today." in said


def test_places_for_which_a_chart_has_no_room_are_named_below_the_days():
    low, high = Figure(figsize=(4, 3)), Figure(figsize=(8, 6))
    for figure in (low, high):
        ax = hiplog.plot_pain(hiplog.example(), ax=figure.subplots())
        also = ax.get_xlabel().removeprefix("Also noted: ").removesuffix(".").replace("\n", " ").split(", ")
        assert sorted([*drawn.lanes(ax), *filter(None, also)]) == [
            "ITB",
            "SI joint",
            "a spell",
            "leg or sciatica",
            "low back",
        ]
        assert bool(ax.get_xlabel()) is (figure is low)


def test_a_place_that_is_not_mentioned_in_the_days_that_are_shown_has_no_lane():
    ax = hiplog.plot_pain(hiplog.example(), ax=Figure(figsize=(8, 6)).subplots())
    show_last(ax, hiplog.example()["started_at"].max(), 28)
    ax.get_axes_locator().take_key(ax)
    assert (list(drawn.lanes(ax)), ax.get_xlabel()) == (["ITB"], "")


def test_a_calendar_says_of_how_many_months_it_shows_the_last():
    months = {}
    for size in ((3.5, 2.4), (8, 6)):
        ax = hiplog.plot_practice(hiplog.example(), ax=Figure(figsize=size).subplots())
        names = [name for name in drawn.words(ax) if len(name) > 1]
        months[size] = (len(names), " ".join(ax.get_xlabel().split()))
    shown, said = months[3.5, 2.4]
    assert 1 < shown < 12
    assert said == f"The last {shown} months of 12."
    assert months[8, 6] == (12, "")


def test_the_short_key_of_pain_tells_of_medians_only_where_there_are_some():
    assert brief_of(pd.DataFrame(), "week", "")["before a session"] == "before and after a session"
    assert brief_of(pd.DataFrame({"day": [0]}), "week", "")["after a session"] == "weekly median; pale: a session"
