"""From how much on a chart is drawn in another way."""

import drawn
import numpy as np
import pandas as pd
import pytest
from diaries import diary, holds
from drawn import lines
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

import hiplog
from hiplog.charts import pain
from hiplog.charts.pain_key import session_mark
from hiplog.charts.parts import looks
from hiplog.charts.parts.days import STEPS, WIDEST
from hiplog.charts.parts.key import in_words


@pytest.fixture
def ax():
    return Figure().subplots()


def rated_on(days):
    """Return a hold with pain before and after on each of these days, counted from 0."""
    began = [pd.Timestamp("2026-03-04T07:00") + pd.Timedelta(days=int(day)) for day in days]
    made = holds(*((moment, "left", 60.0, "let_go") for moment in began))
    return made.assign(pain_before=5.0, pain_after=3.0)


@pytest.mark.parametrize(
    ("last", "of_each"), [(400, "week"), (401, "month"), (1500, "month"), (1501, "quarter"), (9000, "quarter")]
)
def test_the_longer_a_log_the_longer_are_the_spans_of_which_medians_of_pain_are(ax, last, of_each):
    hiplog.plot_pain(rated_on([0, 10, last]), ax=ax)
    assert drawn.key(ax)[:4] == [
        f"{of_each}ly median before",
        f"{of_each}ly median after",
        "before a session",
        "after a session",
    ]


@pytest.mark.parametrize(
    ("last", "pause", "is_broken"),
    [
        (300, 14, False),
        (300, 15, True),
        (1400, 62, False),
        (1400, 63, True),
        (9000, 184, False),
        (9000, 185, True),
    ],
)
def test_a_line_of_medians_is_broken_by_a_pause_that_is_long_beside_their_spans(pause, is_broken, last):
    day = pd.Timestamp("2026-03-04") + pd.to_timedelta([0, pause, last], unit="D")
    of_each = next(name for name, (most, _) in pain.MEDIANS_OF.items() if last <= most)
    curve = pd.DataFrame({"day": day[:2], "pain_before": 5.0})
    broken = pain.broken(curve, pd.Timedelta(days=pain.MEDIANS_OF[of_each][1]))
    assert (len(broken) > len(curve)) is is_broken


@pytest.mark.parametrize(("weeks", "size"), [(29, 4), (30, 2.8)])
def test_many_medians_of_pain_have_small_marks(ax, weeks, size):
    hiplog.plot_pain(rated_on(7 * np.arange(weeks)), ax=ax)
    assert len(lines(ax, marker="D", markersize=size)[0].get_xdata()) == weeks


@pytest.mark.parametrize(("sessions", "share"), [(2000, 0.5), (2001, 0.1)])
def test_sessions_that_lie_on_each_other_are_faint_behind_the_medians(ax, sessions, share):
    look = looks.look_of(ax, None, None)
    mark = session_mark("after", sessions, look, is_behind=True)
    assert mark["alpha"] == pytest.approx(share * looks.marks(sessions)["alpha"])
    assert session_mark("before", sessions, look, is_behind=True)["markersize"] > mark["markersize"]


@pytest.mark.parametrize(("days", "parts"), [(1500, 1), (1501, 6)])
def test_many_holds_are_drawn_a_part_of_each_side_after_the_other(ax, days, parts):
    log = diary(days, sides=("left",), growth_s=0)
    hiplog.plot_progress(log, every_days=400, ax=ax)
    drawn_in = [
        len(line.get_xdata()) for line in lines(ax, marker="o", markersize=looks.marks(days)["markersize"])
    ]
    assert len([n for n in drawn_in if n > 100]) == parts
    assert sum(drawn_in) == (log["ended"] == "let_go").sum()


@pytest.mark.parametrize(
    ("reached", "let_go", "is_along"), [(4, 3, True), (5, 4, True), (4, 4, False), (3, 2, False)]
)
def test_a_curve_runs_along_the_target_where_more_than_half_and_four_holds_reached_it(
    ax, reached, let_go, is_along
):
    ended = ["target"] * reached + ["let_go"] * let_go
    seconds = {"target": 120.0, "let_go": 60.0}
    hiplog.plot_progress(
        holds(*((f"2026-03-0{day}", "left", seconds[how], how) for day, how in enumerate(ended, 1))), ax=ax
    )
    along = [line for line in lines(ax, linewidth=1.8) if len(line.get_xdata())]
    assert [set(line.get_ydata()) for line in along] == [{120.0}] * is_along
    assert [np.ptp(line.get_xdata()) + 1 for line in along] == [
        len(ended)
    ] * is_along  # from the first day to the last
    assert ("2:00 or longer" in drawn.key(ax)) is is_along


@pytest.mark.parametrize(("unit", "n", "fewest"), STEPS)
def test_a_step_of_a_date_axis_is_known_by_its_shortest(unit, n, fewest):
    begin = np.datetime64("1970-01", "M") if unit == "M" else np.datetime64("1970-01-01", "D")
    steps = (begin + n * np.arange(400)).astype("datetime64[D]").astype(int)
    assert 0.985 * np.diff(steps).min() <= fewest <= np.diff(steps).min() + 0.01
    assert WIDEST[unit].endswith("Nov 2026")


@pytest.mark.parametrize(
    ("longest_s", "step"),
    [
        (8, "0:01"),
        (20, "0:02"),
        (50, "0:05"),
        (100, "0:10"),
        (290, "0:30"),
        (600, "1:00"),
        (1200, "2:00"),
        (2900, "5:00"),
        (3600, "10:00"),
    ],
)
def test_the_axis_of_seconds_goes_in_whole_parts_of_minutes(ax, longest_s, step):
    hiplog.plot_progress(
        holds(("2026-03-04T07:00", "left", float(longest_s), "let_go")).assign(target_s=None), ax=ax
    )
    ax.get_figure().canvas.draw()
    assert [tick.get_text() for tick in ax.get_yticklabels()][1] == step


def test_no_label_of_a_day_leaves_the_axes():
    for days in range(30, 62, 2):
        ax = hiplog.plot_balance(diary(days), ax=Figure(figsize=(4, 3)).subplots())
        ax.figure.draw_without_rendering()
        ends = [label.get_window_extent().x1 for label in ax.get_xticklabels()]
        assert ends
        assert max(ends) <= ax.get_window_extent().x1


def test_the_marks_of_what_is_more_or_less_than_is_shown_are_named_in_words_as_arrows():
    entries = [
        Line2D([], [], marker=mark, ls="none", label=f"this or {way}")
        for mark, way in ((">", "more"), ("<", "less"))
    ]
    assert in_words(entries) == "In the charts: ▷ = this or more; ◁ = this or less."
