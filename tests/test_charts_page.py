"""The page of all charts."""

import drawn
import numpy as np
import pytest
from charted import LOGS, collisions_and_escapes
from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

import hiplog
from hiplog.charts.parts import measured
from hiplog.charts.parts.key import in_brief, set_key
from hiplog.measures.holds import arrays
from hiplog.schema import LogError


def test_the_overview_has_the_five_charts_and_says_what_it_is_not(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(11.2, 8.4)))
    heads = [" ".join(drawn.topic(ax).split(".")[0].split()[-2:]) for ax in figure.axes]
    assert heads == ["side holds", "holds longer", "worst imaginable", "Days practised", "given time"]
    assert [text.get_text() for text in figure.texts] == [
        "Hip balancing, 4 Mar 2026 to 2 May 2026",
        "This is a record, not medical advice.",
    ]


@pytest.mark.parametrize(("today", "last"), [("2026-05-10", "10 May"), ("2026-09-10", "2 May"), (None, "2 May")])
def test_the_title_of_the_overview_has_the_days_of_its_charts_those_of_the_calendar_too(today, last, two_months):
    figure = hiplog.plot_overview(two_months, today=today, figure=Figure(figsize=(11.2, 8.4)))
    assert figure.texts[0].get_text() == f"Hip balancing, 4 Mar 2026 to {last} 2026"


def test_the_overview_makes_its_holds_arrays_once(two_months, monkeypatch):
    made, place = [], arrays.place
    monkeypatch.setattr(arrays, "place", lambda *of: made.append(len(of[0])) or place(*of))
    hiplog.plot_overview(two_months, figure=Figure(figsize=(11.2, 8.4)))
    assert made == [len(two_months)]


def test_the_overview_finds_the_typical_hold_and_the_balance_once(two_months, monkeypatch):
    found = []
    for name in ("typical_of", "latest"):
        measure = getattr(measured, name)
        monkeypatch.setattr(measured, name, lambda *of, by=measure: found.append(by.__name__) or by(*of))
    hiplog.plot_overview(two_months, figure=Figure(figsize=(11.2, 8.4)))
    assert sorted(found) == ["latest", "typical_of"]


def test_charts_of_the_overview_show_the_same_days(two_months):
    rated_late = two_months.assign(note=None, pain_after=np.nan)
    rated_late.loc[:50, "pain_before"] = np.nan
    figure = hiplog.plot_overview(rated_late, figure=Figure(figsize=(11.2, 8.4)))
    assert len({ax.get_xlim() for ax in figure.axes[:3]}) == 1


def test_a_small_overview_has_the_charts_that_have_room(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(4, 3)))
    assert [drawn.topic(ax).split(".")[0] for ax in figure.axes] == ["How long each side holds"]


def test_the_key_of_a_page_as_wide_as_a_telephone_says_in_nine_entries_what_nothing_else_there_does():
    figure = hiplog.plot_overview(hiplog.example(), figure=Figure(figsize=(4, 13)))
    assert drawn.key(figure.axes[0]) == [
        "a hold; line: typical",
        "ended by pain; interrupted",
        "likely range (95 %)",
        "typical of 28 days, its range; 19 of 20 holds within",
        "10 %: often taken as even",
        "weekly median; pale: a session",
        "a note: it hurt there; spell above your recent level",
        "session",
        "nothing noted",
    ]


def test_entries_that_stand_together_have_the_marks_of_both_and_one_alone_keeps_its_name():
    left, right, other = (Line2D([], [], label=label, marker=label[0]) for label in ("o left", "s right", "x"))
    pair, alone = in_brief([left, right, other], {"o left": "both", "s right": "both", "x": "never alone"})
    assert (pair.get_label(), pair.marks, alone) == ("both", (left, right), other)
    legend = set_key(Figure().subplots(), [[pair, alone]])
    assert [line.get_marker() for line in legend.findobj(Line2D)] == ["o", "s", "x"]


@pytest.mark.parametrize("log", ["two years", "an example", "all capped"])
def test_on_a_page_as_wide_as_a_telephone_each_chart_with_a_scale_is_high_enough_to_be_read(log):
    figure = hiplog.plot_overview(LOGS[log], figure=Figure(figsize=(4, 13), dpi=100))
    high = [ax.get_window_extent().height for ax in figure.axes if len(ax.get_yticks())]
    assert len(figure.axes) == 5
    assert min(high, default=160) >= 160


def test_a_page_grows_by_what_its_charts_lack_and_no_more(two_months):
    high, low = (hiplog.plot_overview(two_months, figure=Figure(figsize=(4, inches))) for inches in (24, 13))
    assert high.get_size_inches().tolist() == [4, 24]
    assert 13 < low.get_size_inches()[1] < 18


def test_a_part_of_a_figure_keeps_its_size(two_months):
    figure = Figure(figsize=(8, 13))
    part = figure.subfigures(1, 2)[0]
    hiplog.plot_overview(two_months, figure=part)
    assert figure.get_size_inches().tolist() == [8, 13]


def test_an_overview_without_room_for_all_charts_says_so(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(6.4, 4.8)))
    assert len(figure.axes) == 2
    foot = " ".join(figure.texts[1].get_text().split())
    assert foot.startswith("Only 2 of 5 charts have room; 7.5 by 5.5 inches hold all. This is a record")


@pytest.mark.parametrize("size", [(1, 4), (4, 1.9), (0.3, 0.3)])
def test_a_page_that_cannot_hold_one_chart_is_refused(size, two_months):
    figure = Figure(figsize=size)
    with pytest.raises(LogError, match=r"^plot_overview: figure is .* inches, expected 2 by 2 at least"):
        hiplog.plot_overview(two_months, figure=figure)
    assert figure.axes == []


def test_the_overview_makes_a_figure_of_the_readers_own_proportions(two_months):
    figure = hiplog.plot_overview(two_months)
    assert figure.get_size_inches().tolist() == pytest.approx([11.2, 8.4])
    plt.close(figure)


def test_an_empty_overview_says_so(two_months):
    figure = hiplog.plot_overview(two_months.iloc[:0], figure=Figure(figsize=(11.2, 8.4)))
    assert {tuple(drawn.words(ax)) for ax in figure.axes} == {("No holds yet",)}


def test_the_page_is_laid_out_for_the_size_at_which_it_is_drawn(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(11.2, 8.4)))
    figure.set_size_inches(9, 12)
    assert not collisions_and_escapes(figure)


def test_a_page_in_a_constrained_figure_keeps_its_title_and_foot_to_themselves(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(11.2, 8.4), layout="constrained"))
    assert not collisions_and_escapes(figure)
