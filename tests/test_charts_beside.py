"""Charts of several people on one axes, and charts on axes that share their days with another's."""

from itertools import permutations

import drawn
import numpy as np
import pytest
from charted import OVER_DAYS, collisions_and_escapes
from diaries import diary
from matplotlib.dates import date2num
from matplotlib.figure import Figure

import hiplog

ON_EACH_OTHER = [hiplog.plot_progress, hiplog.plot_balance, hiplog.plot_hold_probability]
TWO = {"Ben": diary(110), "Anna": diary(90, typical_s=(90, 75))}


@pytest.mark.parametrize("plots", [*permutations(OVER_DAYS, 2)])
def test_charts_on_axes_that_share_their_days_show_the_days_and_names_of_both(plots):
    early, late = diary(60), diary(90)
    for logs in ((early, late), (late, early)):
        figure = Figure(figsize=(8, 8), layout="constrained")
        axes = figure.subplots(2, 1, sharex=True)
        for plot, log, ax in zip(plots, logs, axes, strict=True):
            plot(log, ax=ax)
        assert collisions_and_escapes(figure) == []
        first, last = axes[0].get_xlim()
        assert first < date2num(early["started_at"].min())
        assert last > date2num(late["started_at"].max())
        assert all(is_within(text, ax) for ax in axes for text in ax.texts if hasattr(text, "xyann"))


def is_within(text, ax):
    box = text.get_window_extent()
    return ax.get_window_extent().padded(1).count_contains(box.corners()) == 4


def test_the_line_of_the_target_goes_on_over_days_that_another_chart_added():
    upper, lower = Figure(figsize=(8, 8)).subplots(2, 1, sharex=True)
    hiplog.plot_progress(diary(60), ax=upper)
    hiplog.plot_balance(log := diary(200), ax=lower)
    upper.figure.draw_without_rendering()
    (target,) = drawn.lines(upper, linewidth=0.9)
    assert target.get_xdata()[0] == upper.get_xlim()[0]
    assert target.get_xdata()[-1] > date2num(log["started_at"].max())


def of_two(plot, layout="constrained", people=TWO, size=(8, 4.5)):
    ax = Figure(figsize=size, layout=layout).subplots()
    for (name, log), color in zip(people.items(), ("black", "tab:orange"), strict=True):
        plot(log, label=name, color=color, ax=ax)
    ax.figure.draw_without_rendering()
    return ax


@pytest.mark.parametrize("plot", ON_EACH_OTHER)
@pytest.mark.parametrize("layout", ["constrained", "tight", None])
def test_the_key_of_two_peoples_charts_covers_nothing_in_any_layout(plot, layout):
    ax = of_two(plot, layout)
    key = ax.transData.inverted().transform(ax.get_legend().get_window_extent().corners())[:, 1].min()
    ticks = [y for y in ax.get_yticks() if y <= ax.get_ylim()[1]]
    assert collisions_and_escapes(ax.figure) == []
    assert max(ticks) < key
    drawn_at = [line.get_ydata() for line in ax.lines if line.get_transform() == ax.transData]
    assert np.nanmax(np.concatenate([np.asarray(y, dtype=float) for y in drawn_at])) < key


@pytest.mark.parametrize("layout", ["constrained", None])
def test_the_holds_of_two_people_at_their_target_lie_in_the_lanes_that_are_named(layout):
    ax = of_two(hiplog.plot_progress, layout)
    ax.figure.set_size_inches(6, 6)
    ax.figure.draw_without_rendering()
    lanes = {name: y for name, y in drawn.lanes(ax).items() if " at " in name}
    assert [*lanes] == ["left at 2:00", "right at 2:00"]
    marks = [(line.get_color(), y) for line in drawn.lines(ax, marker="|") for y in line.get_ydata()[:1]]
    assert sorted(marks) == sorted((color, y) for color in ("black", "tab:orange") for y in lanes.values())


def test_two_people_with_two_targets_have_both_at_the_axis():
    ax = of_two(hiplog.plot_progress, people=TWO | {"Anna": diary(90, target_s=60.0)})
    assert {"1:00", "2:00"} <= {label.get_text() for label in ax.get_yticklabels()}


@pytest.mark.parametrize("plot", [hiplog.plot_progress, hiplog.plot_hold_probability])
def test_the_names_of_two_people_who_hold_as_long_are_not_upon_each_other(plot):
    ax = of_two(plot, people={"Ben": diary(60), "Anna": diary(60)})
    assert collisions_and_escapes(ax.figure) == []
    assert len([text for text in ax.texts if text.get_text().startswith(("Ben", "Anna"))]) == 4


@pytest.mark.parametrize("plot", ON_EACH_OTHER)
def test_of_two_people_each_has_a_line_that_says_whose_days_and_range_it_is_of(plot):
    about, *rests = lines_above(of_two(plot, size=(14, 5)))
    alone = {name: drawn.topic(plot(log, ax=Figure().subplots())) for name, log in TWO.items()}
    assert about == f"{alone['Ben'].partition('. ')[0]}."
    assert rests == [f"{name}: {said.partition('. ')[2]}" for name, said in alone.items()]
    assert ["21 Jun 2026" in rests[0], "1 Jun 2026" in rests[1]] == [True, True]


def test_where_two_people_have_no_room_for_whose_days_and_ranges_they_are_that_is_told():
    ax = of_two(hiplog.plot_progress, size=(3.5, 2.6))
    assert (
        " ".join(lines_above(ax)) == "Hip balancing: how long each side holds. Days and ranges: on a larger chart."
    )
    ax.figure.set_size_inches(8, 4.5)
    ax.figure.draw_without_rendering()
    assert [line.split(":")[0] for line in lines_above(ax)] == ["Hip balancing", "Ben", "Anna"]


def lines_above(ax):
    (said,) = [text.get_text() for text in ax.texts if text.get_gid() == "topic" and text.get_text()]
    return said.split("\n")


def test_which_of_two_charts_is_an_example_and_which_exercise_each_is_of_is_said():
    ax = Figure(figsize=(20, 5)).subplots()
    hiplog.plot_balance(TWO["Ben"], label="Ben", ax=ax)
    hiplog.plot_balance(hiplog.example(), exercise="quad_stretch", label="A", color="red", ax=ax)
    ben, example = lines_above(ax)
    assert ben.startswith("Ben: Hip balancing: which side holds longer. 28 days")
    assert example.startswith("A: Example, nobody's data. Quad stretch: which side holds longer. 28 days")


@pytest.mark.parametrize("names", [("Ben", "Few"), ("Few", "Ben")])
def test_of_whom_nothing_can_be_shown_is_told_above_the_chart_of_another(names):
    logs = TWO | {"Few": diary(3)}
    ax = of_two(hiplog.plot_balance, people={name: logs[name] for name in names}, size=(14, 5))
    told = [line for line in lines_above(ax) if line.startswith("Few")]
    assert [line.split(":")[1][:19] for line in told] == [" Not enough to tell"]
    assert len(ax.get_xticks()) > 1
    assert ax.spines["left"].get_visible()
    assert not [text for text in ax.texts if text.get_gid() == "inside"]


def test_of_two_people_of_whom_nothing_can_be_shown_that_is_told():
    ax = of_two(hiplog.plot_balance, people={"A": diary(3), "B": diary(2)}, size=(14, 5))
    (inside,) = [text.get_text() for text in ax.texts if text.get_gid() == "inside"]
    assert inside.startswith("Not enough to tell: only 3 holds")
    assert lines_above(ax)[1].startswith("B: Not enough to tell: only 2 holds")
    assert ax.get_title().split("\n") == [f"{name}: Too few holds to compare the sides" for name in "AB"]
