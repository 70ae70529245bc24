"""What a chart shows of a day between gaps, of which there is no line, and of the interval that it tells."""

import drawn
import numpy as np
import pandas as pd
import pytest
from diaries import diary
from matplotlib.dates import date2num, num2date
from matplotlib.figure import Figure

import hiplog
from hiplog.charts.parts.days import show_last

ALONE = "a day alone, its range"
GAPS = [*range(6, 20), *range(21, 35)]  # day 20, 24 Mar 2026, is alone


@pytest.fixture
def ax():
    return Figure(figsize=(6.4, 4.8)).subplots()


def bars(ax):
    """Return the days that stand alone, with the ends of the bar of each."""
    drawn_bars = [line for line in ax.lines if line.get_gid() == "alone" and line.get_marker() == "None"]
    parts = [np.column_stack(line.get_data(orig=False)).reshape(-1, 3, 2) for line in drawn_bars]
    return [(num2date(part[0, 0]).strftime("%m-%d"), *part[:2, 1]) for of in parts for part in of]


def marks(ax):
    """Return the days that stand alone, with the height of the mark of each."""
    lines = [line for line in ax.lines if line.get_gid() == "alone" and line.get_marker() != "None"]
    return [(num2date(x).strftime("%m-%d"), y) for line in lines for x, y in zip(*line.get_data(), strict=True)]


def of_day(rows, day, *columns):
    return [tuple(row) for row in rows.loc[rows["day"] == day, [*columns]].to_numpy()]


@pytest.mark.parametrize(
    "given",
    [{"since": "2026-08-30"}, {"exercise": "quad_stretch"}, {"exercise": "hamstring_stretch"}, {}],
)
def test_the_interval_of_the_balance_that_is_told_lies_within_the_axes(given, ax):
    hiplog.plot_balance(hiplog.example(), **given, ax=ax)
    last = hiplog.balance(hiplog.example(), **given).iloc[-1]
    key = ax.transData.inverted().transform(ax.get_legend().get_window_extent().corners())[:, 1].min()
    assert ax.get_ylim()[0] < last["low_pct"] < last["high_pct"] < key


def test_no_band_of_the_balance_reaches_the_key(ax):
    hiplog.plot_balance(hiplog.example(), since="2026-08-30", ax=ax)
    (band,) = ax.collections
    assert band.get_paths()[0].get_extents().y1 > ax.get_ylim()[1]  # it would
    assert band.get_clip_box().y1 < ax.get_legend().get_window_extent().y0


def test_a_balance_between_gaps_is_a_mark_with_its_interval_and_is_named(ax):
    hiplog.plot_balance(hiplog.example(), exercise="quad_stretch", ax=ax)
    rows = hiplog.balance(hiplog.example(), exercise="quad_stretch").set_index("day")
    rows = rows.loc[["2026-07-11", "2026-10-17", "2026-10-30"]]
    days = rows.index.strftime("%m-%d")
    assert bars(ax) == [*zip(days, rows["low_pct"], rows["high_pct"], strict=True)]
    assert marks(ax) == [*zip(days, rows["balance_pct"], strict=True)]
    assert ALONE in drawn.key(ax)
    assert drawn.unnamed(ax, ax.get_legend().legend_handles) == []


def test_a_typical_hold_between_gaps_is_a_mark_of_its_side_with_its_interval(ax):
    log = diary(80, pause=GAPS)
    hiplog.plot_progress(log, ax=ax)
    rows = hiplog.progress(log)
    assert bars(ax) == [("03-24", *ends) for ends in of_day(rows, "2026-03-24", "low_s", "high_s")]
    assert marks(ax) == [("03-24", *at) for at in of_day(rows, "2026-03-24", "median_s")]
    assert ALONE in drawn.key(ax)


def test_a_day_between_gaps_on_which_a_side_lies_beyond_its_target_is_a_week_of_dashes_along_it(ax):
    hiplog.plot_progress(diary(80, pause=GAPS, typical_s=(300, 300)), ax=ax)
    day = date2num(pd.Timestamp("2026-03-24"))
    dashes = [line for line in drawn.lines(ax, linewidth=1.8) if len(line.get_xdata()) == 2]
    weeks = [line for line in dashes if np.mean(line.get_xdata()) == day]
    assert [(np.ptp(line.get_xdata()), *line.get_ydata()) for line in weeks] == [(7, 120, 120)] * 2
    assert marks(ax) == bars(ax) == []
    assert ALONE not in drawn.key(ax)


def test_where_the_interval_is_drawn_by_weeks_a_week_between_gaps_has_that_of_its_last_day(ax):
    log = diary(160, pause=[*range(50, 68), *range(72, 90)])  # from Monday to Thursday it was held
    hiplog.plot_balance(log, ax=ax)
    rows = hiplog.balance(log)
    assert bars(ax) == [("05-14", *ends) for ends in of_day(rows, "2026-05-14", "low_pct", "high_pct")]


@pytest.mark.parametrize("plot", [hiplog.plot_progress, hiplog.plot_balance])
def test_a_curve_without_gaps_has_no_such_mark_and_no_word_of_it(plot, ax):
    plot(diary(60), ax=ax)
    assert marks(ax) == bars(ax) == []
    assert ALONE not in drawn.key(ax)


def test_a_page_names_such_a_day_only_where_it_is_in_sight():
    log = diary(80, pause=GAPS)
    for days, is_named in ((80, True), (28, False)):
        ax = hiplog.plot_progress(log, ax=Figure().subplots())
        show_last(ax, log["started_at"].max(), days)
        assert (ALONE in [entry.get_label() for entry in ax.get_axes_locator().take_key(ax)]) is is_named
