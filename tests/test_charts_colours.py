"""Colours, markers and lines, on a light page and on a dark one, for every kind of eyes."""

from pathlib import Path

import numpy as np
import pytest
from charted import PLOTS
from diaries import diary
from drawn import lines
from matplotlib import pyplot as plt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb, to_rgba
from matplotlib.figure import Figure

import hiplog
from hiplog.charts.parts import looks

# G. M. Machado, M. M. Oliveira and L. A. F. Fernandes (2009), IEEE Trans. Vis. Comput. Graph. 15:1291-1298; of
# severity 1.0, for linear RGB.
SEEN_BY = {
    "everyone": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def linear(colour):
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)  # IEC 61966-2-1


def lab(rgb):
    """Return CIE 1976 L*a*b* of linear sRGB under D65."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(rgb, 0, 1) / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_sides_differ_in_marker_and_line_not_only_in_colour(ax, two_months):
    hiplog.plot_progress(two_months, color="black", ax=ax)
    left, right = lines(ax, linewidth=2.2)
    assert left._dash_pattern != right._dash_pattern
    left, right = lines(ax, linewidth=1.8)
    assert left._dash_pattern != right._dash_pattern
    assert lines(ax, marker="o")
    assert lines(ax, marker="s")


@pytest.mark.parametrize("style", ["default", "dark_background"])
@pytest.mark.parametrize("eyes", SEEN_BY)
def test_left_and_right_have_colours_that_every_eye_tells_apart(eyes, style):
    with plt.style.context(style):
        look = looks.look_of(Figure().subplots(), None, None)
        left, right = (lab(SEEN_BY[eyes] @ linear(look.colours[side])) for side in ("left", "right"))
    assert np.linalg.norm(left - right) > 40  # 2.3 is just noticeable


@pytest.mark.parametrize("style", ["default", "dark_background"])
@pytest.mark.parametrize("name", looks.COLOURS)
def test_colours_stand_out_from_the_page(name, style):
    with plt.style.context(style):
        look = looks.look_of(Figure().subplots(), None, None)
    pair = (look.colours[name], look.page)
    assert look.page == to_rgba("black" if style == "dark_background" else "white")
    low, high = sorted(np.dot(linear(colour), [0.2126, 0.7152, 0.0722]) for colour in pair)
    assert (high + 0.05) / (low + 0.05) >= 3  # WCAG 2.2, 1.4.11, for what is not text


def test_the_page_on_contrast_has_those_of_the_charts_and_the_least_distance_of_the_sides():
    said = " ".join((Path(__file__).parents[1] / "docs" / "timer_measured.md").read_text("utf-8").split())
    bright = {name: [np.dot(GREY, linear(colour)) for colour in pair] for name, pair in looks.COLOURS.items()}
    told = [
        f"{name} {1.05 / (light + 0.05):.1f} and {(dark + 0.05) / 0.05:.1f}"
        for name, (light, dark) in bright.items()
    ]
    assert f"{', '.join(told)}. Left and right differ by {least_distance():.0f} at least" in said


def least_distance():
    """Return how far the colours of the sides lie apart for the eyes that tell them least, light or dark."""
    pairs = zip(looks.COLOURS["left"], looks.COLOURS["right"], strict=True)
    seen = [[lab(as_seen @ linear(colour)) for colour in pair] for pair in pairs for as_seen in SEEN_BY.values()]
    return min(np.linalg.norm(left - right) for left, right in seen)


@pytest.mark.parametrize("plot", PLOTS)
def test_one_colour_is_that_of_the_whole_chart(plot, ax, two_months):
    plot(two_months, color="#123456", ax=ax)
    ours = {colour for pair in looks.COLOURS.values() for colour in pair}
    drawn = {to_hex(line.get_color()).upper() for line in ax.lines} | {
        to_hex(colour).upper() for areas in ax.collections for colour in areas.get_facecolor()
    }
    assert "#123456" in drawn
    assert not drawn & ours


def test_each_side_can_have_its_colour(ax, two_months):
    hiplog.plot_progress(two_months, color={"left": "black"}, ax=ax)
    assert lines(ax, linewidth=2.2, color="black", linestyle="-")
    assert lines(ax, linewidth=2.2, color=looks.COLOURS["right"][0])


def test_a_dark_axes_has_the_dark_colours_whatever_the_style(two_months):
    with plt.style.context("dark_background"):
        ax = Figure().subplots()
    hiplog.plot_progress(two_months, ax=ax)
    assert lines(ax, linewidth=2.2, color=looks.COLOURS["left"][1])
    assert {line.get_color() for line in lines(ax, linewidth=0.9)} == {"white"}


def test_on_a_page_that_is_seen_through_the_text_says_how_bright_it_is():
    with plt.rc_context({"axes.facecolor": "none", "figure.facecolor": "none", "text.color": "0.9"}):
        look = looks.look_of(Figure().subplots(), None, None)
    assert (look.page, look.colours["left"]) == ("black", looks.COLOURS["left"][1])


@pytest.mark.parametrize("plot", PLOTS)
def test_marks_that_are_nothing_but_edge_are_seen_in_a_style_that_draws_none(plot):
    log = diary(40).assign(ended=lambda held: held["ended"].where(held.index % 5 > 0, "interrupted"))
    with plt.style.context(["seaborn-v0_8-darkgrid", "seaborn-v0_8-notebook"]):
        ax = plot(log.assign(claimed_s=log["hold_s"].where(log.index % 7 == 0)), ax=Figure().subplots())
    entries = ax.get_legend().legend_handles if ax.get_legend() else []
    marks = [line for line in (*ax.lines, *entries) if hasattr(line, "get_marker")]
    thin = [line.get_label() for line in marks if line.get_marker() != "None" and not line.get_markeredgewidth()]
    assert thin == []


GREY = np.array([0.2126, 0.7152, 0.0722])  # of linear RGB: what is left of a colour without its hue


def ink_along(line):
    """Return the share of columns in which a line, drawn level in grey, has ink: all of one that is not dashed."""
    figure = Figure(figsize=(4, 1), dpi=100)
    FigureCanvasAgg(figure)
    level = figure.add_axes((0, 0, 1, 1))
    level.axis("off")
    grey = 3 * (float(np.clip(GREY @ linear(line.get_color()), 0, 1) ** (1 / 2.2)),)
    level.plot([0, 1], [0.5, 0.5], color=grey, ls=line.get_linestyle(), lw=line.get_linewidth())[
        0
    ]._dash_pattern = line._dash_pattern
    figure.canvas.draw()
    seen = np.asarray(figure.canvas.buffer_rgba())[:, 40:-40, 0]
    return float((seen < 200).any(axis=0).mean())


@pytest.mark.parametrize("plot", [hiplog.plot_progress, hiplog.plot_hold_probability])
def test_in_grey_the_two_curves_of_a_chart_differ_by_their_dashes(plot, ax, two_months):
    plot(two_months, ax=ax)
    width = {hiplog.plot_progress: 2.2}.get(plot, 2)
    one, other = sorted(ink_along(line) for line in lines(ax, linewidth=width))
    assert other == 1
    assert one < 0.95


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_in_grey_the_lines_of_pain_before_and_after_differ_by_a_contrast_of_3(style, two_months):
    with plt.style.context(style):
        ax = hiplog.plot_pain(two_months, ax=Figure().subplots())
    light = [linear(line.get_color()) @ [0.2126, 0.7152, 0.0722] + 0.05 for line in lines(ax, linewidth=2)]
    assert len(light) == 2
    assert max(light) / min(light) >= 3  # as WCAG 2 has it


def test_in_grey_a_session_before_and_after_differ_by_ring_and_diamond(ax, two_months):
    hiplog.plot_pain(two_months, ax=ax)
    rings, diamonds = ([line for line in lines(ax, marker=mark) if len(line.get_xdata())] for mark in "oD")
    assert len(rings) == len(diamonds) == 2  # of sessions, and of weeks
    assert {to_hex(line.get_markerfacecolor()) for line in rings} == {"#ffffff"}
    assert "#ffffff" not in {to_hex(line.get_markerfacecolor()) for line in diamonds}
