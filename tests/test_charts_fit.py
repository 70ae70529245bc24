"""Text, keys, dates and axes of a chart fit at any size."""

import re

import drawn
import matplotlib
import numpy as np
import pandas as pd
import pytest
from charted import LOGS, OVER_DAYS, PLOTS, collisions_and_escapes, drawn_texts
from matplotlib import pyplot as plt
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.offsetbox import TextArea

import hiplog
from hiplog.charts.parts import days, text
from hiplog.charts.parts.key import fitting, set_key
from hiplog.charts.parts.text import width_of
from hiplog.charts.pictures import on_a_figure
from hiplog.schema import Diary

SIZES = {"400 px": (4, 3), "half a page": (7.5, 4.5)}


WIDTHS = {300: 260, 400: 300, 750: 450, 2500: 900}  # pixels, and so many high


def in_the_legend(ax):
    """Return the lines that reach into the room of the legend."""
    floor = ax.transData.inverted().transform(ax.get_legend().get_window_extent().corners())[:, 1].min()
    return [line for line in ax.lines if (np.asarray(line.get_ydata(), dtype=float) > floor).any()]


LAYOUTS = {"constrained": "constrained", "tight": "tight", "none": None}


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("log", LOGS)
def test_no_text_overlaps_another_or_leaves_the_figure_at_any_size(plot, log):
    figure = Figure(figsize=(4, 3))
    ax = plot(LOGS[log], ax=figure.subplots())
    for width, height in WIDTHS.items():
        figure.set_size_inches(width / 100, height / 100)
        assert not collisions_and_escapes(figure), width
        assert ax.get_legend() is None or width < 400 or not in_the_legend(ax)


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("log", ["two years", "an example"])
def test_no_text_of_a_chart_with_a_figure_of_its_own_leaves_it_however_often_it_is_drawn(plot, log):
    for inches in ((3, 2.6), (4, 3), (7.2, 4.2)):
        figure = on_a_figure(plot, LOGS[log], inches=inches)
        assert [collisions_and_escapes(figure) for _ in range(2)] == [[], []], inches


@pytest.mark.parametrize("log", ["one side", "two months", "two years", "an example"])
def test_no_text_of_a_comparison_overlaps_another_or_leaves_the_figure_at_any_size(log):
    figure, day = Figure(figsize=(4, 3)), LOGS[log]["started_at"].median().normalize()
    marks = pd.DataFrame({"day": [str(day.date())], "words": ["a new mattress, and a pillow between the knees"]})
    hiplog.plot_compare(LOGS[log], at=day, diary=Diary(marks=marks), ax=figure.subplots())
    for width, height in {300: 450, 400: 350, 750: 450, 2500: 900}.items():
        figure.set_size_inches(width / 100, height / 100)
        assert not collisions_and_escapes(figure), width


@pytest.mark.parametrize("log", LOGS)
def test_no_text_of_a_page_overlaps_another_or_leaves_it_at_any_size(log):
    for width, height in ((300, 1300), (400, 300), (1020, 760), (2500, 1400)):
        figure = hiplog.plot_overview(LOGS[log], figure=Figure(figsize=(width / 100, height / 100)))
        assert not collisions_and_escapes(figure), width


@pytest.mark.parametrize("plot", OVER_DAYS)
@pytest.mark.parametrize(("log", "size"), [("two months", "400 px"), ("two years", "half a page")])
def test_dates_name_their_month_and_each_year_once(plot, log, size):
    figure = Figure(figsize=SIZES[size])
    ax = plot(LOGS[log], ax=figure.subplots())
    labels = [label.get_text() for label in ax.get_xticklabels()]
    assert re.fullmatch(r"(\d{1,2} )?[A-Z][a-z]{2} \d{4}", labels[0])
    assert all(re.fullmatch(r"(\d{1,2} )?[A-Z][a-z]{2}( \d{4})?", label) for label in labels)
    assert len(labels) >= 2


def test_a_single_day_has_its_own_date(ax):
    hiplog.plot_progress(LOGS["one hold"], ax=ax)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["4 Mar 2026"]


@pytest.mark.parametrize("plot", PLOTS)
def test_a_chart_has_one_key_at_most_whose_entries_differ_and_no_side_is_looked_up_in_it(plot, ax, two_months):
    plot(two_months, ax=ax)
    assert len(ax.findobj(matplotlib.legend.Legend)) <= 1
    assert len(set(drawn.key(ax))) == len(drawn.key(ax))
    assert not {"left", "right", "before", "after"} & set(drawn.key(ax))


def test_a_small_key_counts_the_entries_that_have_no_room_and_is_whole_where_they_have():
    small, large = (
        drawn.key(hiplog.plot_progress(hiplog.example(), ax=Figure(figsize=size).subplots()))
        for size in ((3.5, 2.6), (8, 6))
    )
    assert small[-1] == f"{len(large) - len(small) + 1} more, on a larger chart"
    assert set(small[:-1]) < set(large)


def test_two_people_on_a_small_chart_have_one_count_of_what_has_no_room():
    ax = Figure(figsize=(3.5, 2.6)).subplots()
    for color, label in (("blue", "Anna"), ("red", "Ben")):
        hiplog.plot_progress(hiplog.example(), color=color, label=label, ax=ax)
    assert sum("more, on a larger chart" in entry for entry in drawn.key(ax)) == 1


def test_the_entries_of_a_key_follow_each_other_in_their_order_as_words_do():
    entries = [Line2D([], [], label="m" * n) for n in (4, 30, 5, 31)]
    lines = fitting(entries, 420, 2)
    assert [[len(entry.get_label()) for entry in line] for line in lines] == [[4, 30, 5], [31]]
    (counted,) = fitting(entries, 420, 1)
    assert [entry.get_label() for entry in counted] == ["mmmm", "3 more, on a larger chart"]
    assert fitting(entries, 100, 1) == [entries[:1]]


def test_a_key_takes_no_more_room_across_than_its_lines_and_none_touches_another():
    figure = Figure(figsize=(4, 3), layout="constrained")
    ax = hiplog.plot_progress(hiplog.example(), ax=figure.subplots())
    boxes = drawn_texts(figure)
    labels = [text.get_window_extent() for text in ax.get_legend().get_texts()]
    assert max(box.x1 for box in labels) <= figure.bbox.x1
    assert len({round(box.y0) for box in labels}) < len(labels)
    assert len(boxes) > len(labels)


@pytest.mark.parametrize("beside", [1, 2])
def test_the_words_of_a_chart_alone_begin_at_the_edge_of_its_figure_and_of_one_beside_another_at_its_axes(beside):
    figure = Figure(figsize=(4 * beside, 3), layout="constrained")
    ax = np.atleast_1d(figure.subplots(1, beside))[-1]
    hiplog.plot_progress(hiplog.example(), ax=ax)
    boxes = drawn_texts(figure)
    (title,) = [box.x0 for said, box in boxes.items() if said.startswith("Left")]
    assert (title < 5, abs(title - ax.get_window_extent().x0) < 2) == (beside == 1, beside == 2)


def test_the_name_of_a_curve_is_not_struck_through_by_the_line_of_the_target():
    ax = hiplog.plot_progress(LOGS["two months"], ax=Figure(facecolor="white").subplots())
    (name, *_) = [text for text in ax.texts if text.get_text().startswith("right")]
    box, target = name.get_bbox_patch(), drawn.lines(ax, linewidth=0.9)[0]
    assert to_rgba(box.get_facecolor()) == to_rgba("white")
    assert name.get_zorder() > target.get_zorder()


@pytest.mark.parametrize("page", ["none", "white"])
@pytest.mark.parametrize("width", [4, 8])
def test_the_line_of_the_target_ends_before_the_names(page, width):
    figure = Figure(figsize=(width, 4), facecolor=page)
    ax = hiplog.plot_progress(LOGS["two months"], ax=figure.subplots(subplot_kw={"facecolor": page}))
    end = ax.transData.transform((drawn.lines(ax, linewidth=0.9)[0].get_xdata()[-1], 0))[0]
    names = [box for said, box in drawn_texts(figure).items() if said.startswith(("right 1", "left 1"))]
    assert len(names) == 2
    assert end < min(box.x0 for box in names)


@pytest.mark.parametrize(
    ("layout", "style"),
    [
        ("none", "default"),
        ("tight", "default"),
        ("constrained", "dark_background"),
        ("constrained", ["seaborn-v0_8-darkgrid", "seaborn-v0_8-notebook"]),
    ],
)
def test_no_text_of_a_grid_of_charts_overlaps_another_in_any_style(layout, style, two_months):
    with plt.style.context(style):
        figure = Figure(figsize=(11, 8), layout=LAYOUTS[layout])
        for plot, ax in zip(PLOTS, figure.subplots(2, 2).flat, strict=False):
            plot(two_months, ax=ax)
        if layout == "none":
            figure.subplots_adjust(hspace=0.5, wspace=0.3)
        assert not collisions_and_escapes(figure)


def test_words_are_measured_anew_in_a_style_with_another_font():
    before = width_of("how long each side holds", "small")
    with plt.rc_context({"font.sans-serif": ["DejaVu Sans Mono"]}):
        assert width_of("how long each side holds", "small") > 1.1 * before


def test_words_are_broken_where_a_line_ends_and_few_of_its_beginnings_are_measured(monkeypatch):
    asked = []
    monkeypatch.setattr(text, "width_of", lambda line, *_: asked.append(line) or len(line))
    assert text.fitted("ab  " * 40, "small", 59) == "\n".join([" ".join(["ab"] * 20)] * 2)
    assert text.fitted("a longer word", "small", 3) == "a\nlonger\nword"
    assert len(asked) < 20


def test_an_axis_of_days_measures_two_dates_however_long_it_is(monkeypatch, ax):
    locator, asked = hiplog.plot_progress(LOGS["two years"], ax=ax).xaxis.get_major_locator(), []
    monkeypatch.setattr(days, "width_of", lambda said, _: asked.append(said) or 50.0)
    assert len(locator()) > 3
    assert asked == ["30 Nov 2026", "Nov 2026"]


def test_the_room_that_dates_take_is_found_without_making_their_ticks(ax):
    hiplog.plot_progress(LOGS["two years"], ax=ax)
    assert len(ax.xaxis.majorTicks) == 1
    assert len(ax.get_xticks()) > 3
    assert text.sizes_of(ax)[1] > text.points("small")


def test_a_key_that_is_drawn_measures_each_of_its_labels_three_times(monkeypatch, ax):
    asked, measure = [], TextArea.get_bbox
    monkeypatch.setattr(TextArea, "get_bbox", lambda area, of: asked.append(area) or measure(area, of))
    set_key(ax, [[Line2D([], [], label=label) for label in line] for line in ("abc", "de")])
    ax.figure.draw_without_rendering()
    assert len({*asked}) == 5
    assert len(asked) == 3 * 5


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("size", [(4, 3), (12, 3.5)])
def test_words_are_laid_out_for_the_size_at_which_they_are_drawn(plot, size, two_months):
    early, late = Figure(figsize=(8, 6)), Figure(figsize=size)
    ax, expected = (plot(two_months, ax=figure.subplots()) for figure in (early, late))
    early.set_size_inches(size)
    assert not collisions_and_escapes(early)
    drawn_texts(late)
    assert ax.get_title() == expected.get_title()
    assert ax.get_ylim() == pytest.approx(expected.get_ylim())
    assert len(ax.texts) == len(expected.texts)


@pytest.mark.parametrize("plot", PLOTS)
def test_what_was_changed_on_a_chart_stays_when_it_is_drawn_at_another_size(plot, two_months):
    figure = Figure(figsize=(8, 6))
    ax = plot(two_months, ax=figure.subplots())
    ax.set_title("mine")
    if ax.get_legend():
        ax.get_legend().remove()
    figure.set_size_inches(4, 3)
    drawn_texts(figure)
    assert ax.get_title() == "mine"
    assert ax.get_legend() is None
    assert not [text for text in ax.texts if text.get_gid() == "topic" and text.get_text()]


def test_letters_of_ticks_that_were_changed_stay_when_the_chart_is_drawn_at_another_size(two_months, ax):
    hiplog.plot_progress(two_months, ax=ax).tick_params(labelsize=12)
    ax.figure.set_size_inches(9, 7)
    ax.figure.draw_without_rendering()
    assert {label.get_size() for label in [*ax.get_xticklabels(), *ax.get_yticklabels()]} == {12}


def test_limits_that_were_changed_stay(two_months):
    figure = Figure(figsize=(8, 6))
    ax = hiplog.plot_progress(two_months, ax=figure.subplots())
    ax.set_ylim(20, 90)
    figure.set_size_inches(4, 3)
    drawn_texts(figure)
    assert ax.get_ylim() == (20, 90)
