"""What a chart may be asked, what it refuses, and what it leaves alone."""

import drawn
import matplotlib
import numpy as np
import pandas as pd
import pytest
from charted import PLOTS, collisions_and_escapes
from diaries import diary
from drawn import lines
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

import hiplog
from hiplog.charts.parts import looks
from hiplog.schema import LogError, empty


@pytest.mark.parametrize("plot", PLOTS)
def test_an_empty_log_says_so_in_the_axes(plot, ax):
    assert plot(empty(), ax=ax) is ax
    assert drawn.words(ax) == ["No holds yet"]


def test_a_log_of_another_exercise_is_told_by_its_name(ax):
    hiplog.plot_balance(diary(9).assign(exercise="quad_stretch"), ax=ax)
    assert drawn.finding(ax) == "No hold of hip balancing, but 18 of quad_stretch"


@pytest.mark.parametrize("plot", [*PLOTS, hiplog.plot_overview])
def test_an_unknown_exercise_is_refused(plot, two_months):
    with pytest.raises(LogError, match="exercise is 'yoga', expected one of hip_balance"):
        plot(two_months, exercise="yoga")


@pytest.mark.parametrize("plot", PLOTS)
def test_charts_without_axes_have_a_figure_each(plot, two_months):
    before = dict(matplotlib.rcParams)
    one, other = plot(two_months), plot(two_months)
    assert one.figure is not other.figure
    assert one.figure.axes == [one]
    assert one.figure.get_size_inches().tolist() == matplotlib.rcParams["figure.figsize"]
    assert dict(matplotlib.rcParams) == before
    plt.close("all")


@pytest.mark.parametrize("plot", PLOTS)
def test_a_chart_shows_one_exercise(plot, ax, two_months):
    plot(two_months.assign(exercise="quad_stretch"), exercise="quad_stretch", ax=ax)
    assert drawn.topic(ax).startswith("Quad stretch: ")
    assert drawn.words(ax) != ["No holds yet"]


@pytest.mark.parametrize("plot", PLOTS)
def test_a_chart_touches_nothing_but_its_axes(plot, two_months):
    figure, (ax, other) = plt.subplots(1, 2)
    before = ({*other.get_children()}, other.get_position().bounds, len(figure.texts), plt.get_fignums())
    plot(two_months, ax=ax)
    assert ({*other.get_children()}, other.get_position().bounds, len(figure.texts), plt.get_fignums()) == before
    assert figure.axes == [ax, other]
    plt.close(figure)


@pytest.mark.parametrize("plot", [*PLOTS, hiplog.plot_overview])
@pytest.mark.parametrize(
    "wrong",
    [{"exercise": "yoga"}, {"exercise": None}, {"color": "blu"}, {"color": {"up": "r"}}, {"label": 5}],
    ids=str,
)
def test_an_argument_that_cannot_be_used_leaves_nothing_behind(plot, wrong, two_months):
    plt.close("all")
    ((name, _),) = wrong.items()
    with pytest.raises(LogError, match=f"^{plot.__name__}: {name} is .*, expected "):
        plot(two_months, **wrong)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("plot", [*PLOTS, hiplog.plot_overview])
def test_an_error_while_drawing_leaves_no_figure_open(plot, two_months, monkeypatch):
    plt.close("all")
    monkeypatch.setattr("matplotlib.axes.Axes.set_title", lambda *given, **named: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        plot(two_months)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("plot", PLOTS)
def test_what_is_no_axes_is_refused_with_what_to_write(plot, two_months):
    with pytest.raises(
        LogError, match=r"^plot_\w+: ax is an array of 4 axes, expected one of them, like axes\[0, 0\]$"
    ):
        plot(two_months, ax=Figure().subplots(2, 2))
    with pytest.raises(LogError, match=r"^plot_\w+: ax is a Figure, expected the Axes of matplotlib"):
        plot(two_months, ax=Figure())


def test_what_is_no_figure_is_refused(two_months):
    with pytest.raises(LogError, match=r"^plot_overview: figure is a Axes, expected the Figure of matplotlib"):
        hiplog.plot_overview(two_months, figure=Figure().subplots())


@pytest.mark.parametrize("plot", PLOTS)
def test_a_label_says_in_the_title_whose_it_is(plot, ax, two_months):
    plot(two_months, label="Anna", ax=ax)
    assert drawn.finding(ax).startswith("Anna: ")


def test_two_people_on_one_axes_have_their_findings_below_each_other_and_both_fit(ax, two_months):
    hiplog.plot_balance(two_months, label="Anna", ax=ax)
    first = ax.get_xlim()
    hiplog.plot_balance(diary(200), color="red", label="Ben", ax=ax)
    assert {"Anna", "Ben"} <= set(drawn.key(ax))
    assert ax.get_xlim()[0] <= first[0] < first[1] < ax.get_xlim()[1]
    assert [line.split(":")[0] for line in ax.get_title().split("\n")] == ["Anna", "Ben"]
    assert drawn.topic(ax).startswith("Hip balancing: which side holds longer.")
    assert not collisions_and_escapes(ax.figure)


@pytest.mark.parametrize("given", [{}, {"label": "Ben"}, {"color": "red"}])
def test_two_charts_on_one_axes_that_would_look_alike_are_refused(ax, two_months, given):
    hiplog.plot_balance(two_months, label="Anna", ax=ax)
    with pytest.raises(LogError, match=r"^plot_balance: ax has such a chart already, expected a color and"):
        hiplog.plot_balance(two_months, ax=ax, **given)


def test_a_chart_is_not_drawn_on_one_of_another_kind(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    with pytest.raises(LogError, match=r"^plot_balance: ax has a chart already, expected axes of its own"):
        hiplog.plot_balance(two_months, color="red", label="Ben", ax=ax)


def test_two_comparisons_are_not_drawn_on_one_axes(ax, two_months):
    hiplog.plot_compare(two_months, at="2026-03-25", ax=ax)
    with pytest.raises(LogError, match=r"^plot_compare: ax has a chart already"):
        hiplog.plot_compare(two_months, at="2026-03-25", color="red", label="Ben", ax=ax)


@pytest.mark.parametrize("plot", [hiplog.plot_pain, hiplog.plot_practice])
def test_a_chart_with_places_of_its_own_is_not_drawn_on_another(plot, ax, two_months):
    plot(two_months, ax=ax)
    before = len(ax.get_children())
    with pytest.raises(LogError, match=rf"^{plot.__name__}: ax has a chart already, expected axes of its own"):
        plot(two_months, ax=ax)
    assert len(ax.get_children()) == before


def test_a_chart_draws_its_measure_with_the_same_arguments(two_months):
    (line,) = lines(hiplog.plot_balance(two_months, days=14, ax=Figure().subplots()), linewidth=2.2)
    np.testing.assert_array_equal(line.get_ydata(), hiplog.balance(two_months, days=14)["balance_pct"])
    ax = hiplog.plot_progress(two_months, span_days=9, every_days=7, ax=Figure().subplots())
    curve = hiplog.progress(two_months, span_days=9, every_days=7)
    expected = curve[(curve["side"] == "left") & (curve["day"] <= curve["day"].max() - pd.Timedelta(days=28))]
    (line,) = lines(ax, linewidth=2.2, color=looks.COLOURS["left"][0])
    np.testing.assert_array_equal(line.get_ydata(), expected["median_s"])
    ax = hiplog.plot_practice(two_months, today="2026-05-04", plan=3, ax=Figure().subplots())
    assert len(ax.collections[1].get_paths()) == len(hiplog.practice(two_months, today="2026-05-04"))
    whole = hiplog.plot_hold_probability(two_months, days=None, ax=Figure().subplots()).lines[0].get_xdata()
    assert len(whole) > len(hiplog.plot_hold_probability(two_months, ax=Figure().subplots()).lines[0].get_xdata())


def drawn_on(plot, log):
    """Return axes with a chart."""
    return plot(log, ax=Figure().subplots())


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            lambda log: hiplog.plot_balance(log, ax=Figure().subplots(2)),
            "plot_balance: ax is an array of 2 axes, expected one of them, like axes[0]",
        ),
        (
            lambda log: hiplog.plot_balance(log, ax=Figure().subplots(2, 2)),
            "plot_balance: ax is an array of 4 axes, expected one of them, like axes[0, 0]",
        ),
        (
            lambda log: hiplog.plot_balance(log, ax=5),
            "plot_balance: ax is a int, expected the Axes of matplotlib to draw on, or None",
        ),
        (
            lambda log: hiplog.plot_balance(log, ax=drawn_on(hiplog.plot_progress, log)),
            "plot_balance: ax has a chart already, expected axes of its own, as of plt.subplots(1, 2)",
        ),
        (
            lambda log: hiplog.plot_progress(log, ax=drawn_on(hiplog.plot_progress, log)),
            "plot_progress: ax has such a chart already, expected a color and a label to tell them apart",
        ),
        (
            lambda log: hiplog.plot_balance(log, color="blu"),
            "plot_balance: color is 'blu', expected a colour of matplotlib, or a dict of such for some of left, "
            "right, balance, practice, pain",
        ),
        (lambda log: hiplog.plot_balance(log, label=5), "plot_balance: label is 5, expected a text, or None"),
        (
            lambda log: hiplog.plot_overview(log, figure=Figure(figsize=(1.5, 9))),
            "plot_overview: figure is 1.5 by 9.0 inches, expected 2 by 2 at least, to hold one chart",
        ),
        (
            lambda log: hiplog.plot_overview(log, figure=5),
            "plot_overview: figure is a int, expected the Figure of matplotlib to draw on",
        ),
        (
            lambda _: hiplog.save_chart(5, "x.png"),
            "save_chart: chart is a int, expected what a plot_* function returned",
        ),
        (
            lambda _: hiplog.save_chart(Figure(), "x.gif"),
            "save_chart: path is 'x.gif', expected a name that ends in .png, .svg or .pdf",
        ),
    ],
)
def test_a_refusal_is_one_sentence_that_says_what_to_give(call, said, two_months):
    with pytest.raises(LogError) as refused:
        call(two_months)
    assert str(refused.value) == said
