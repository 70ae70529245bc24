"""What a chart draws and says is its measure, called with the chart's own arguments."""

import inspect
import re

import drawn
import numpy as np
import pandas as pd
import pytest
from diaries import diary
from drawn import lines
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from test_charts_drawn import SAID

import hiplog
from hiplog.charts.parts import looks
from hiplog.dates import clock

BOTH = pd.concat(
    [
        diary(70, growth_s=0.1),
        diary(80, growth_s=0, typical_s=(50, 58), pause=range(5, 80, 3)).assign(exercise="quad_stretch"),
    ]
).assign(hold_id=None, session_id=None)
ASKED = [{}, {"since": "2026-03-20"}, {"until": "2026-04-25"}, {"exercise": "quad_stretch"}]
OF_ITS_OWN = {
    "plot_progress": [{"span_days": 9, "every_days": 7}],
    "plot_balance": [{"days": 14}, {"days": 40, "until": "2026-04-25"}],
    "plot_hold_probability": [{"days": 14}, {"days": None}],
    "plot_practice": [{"plan": 3, "today": "2026-05-15"}, {"diary": SAID}],
    "plot_pain": [{"diary": SAID}],
}
CASES = [(name, given) for name, own in OF_ITS_OWN.items() for given in [*ASKED, *own]]
COMPARED = [
    {"at": "2026-04-10"},
    {"at": "2026-04-10", "days": 21, "run_in": 5, "exercise": "quad_stretch"},
    {"spans": [("2026-03-04", "2026-03-30"), ("2026-04-10", "2026-05-10")]},
    {"by": "stretches", "days": 60},
]
MEASURES = {
    "plot_progress": ["progress", "typical_hold"],
    "plot_balance": ["balance"],
    "plot_hold_probability": ["hold_probability"],
    "plot_practice": ["practice"],
    "plot_pain": ["pain_change", "pain_months", "pain_spells", "pain_places"],
    "plot_compare": ["compare"],
}


def table(name, given):
    """Return what a measure gives of the log with those of a chart's arguments that it takes."""
    measure = getattr(hiplog, name)
    return measure(BOTH, **{each: given[each] for each in given if each in inspect.signature(measure).parameters})


def chart(name, given):
    return getattr(hiplog, name)(BOTH, **given, ax=Figure().subplots())


def ends(ax, **look):
    """Return the last point of a line, as day and number."""
    (line,) = (line for line in lines(ax, **look) if len(line.get_xdata()))
    return line.get_xydata()[-1].tolist()


def of_progress(ax, given):
    curve, now = table("progress", given), table("typical_hold", given)
    for side in ("left", "right"):
        of_side = curve[curve["side"] == side]
        last = of_side[of_side["day"] <= of_side["day"].max() - pd.Timedelta(days=28)].iloc[-1]
        yield ends(ax, linewidth=2.2, color=looks.COLOURS[side][0]), [date2num(last["day"]), last["median_s"]]
    said = ", ".join(f"{row.side} {clock(row.median_s)}" for row in now.itertuples())
    yield drawn.finding(ax), said.capitalize()


def of_balance(ax, given):
    last = table("balance", given).iloc[-1]
    yield ends(ax, linewidth=2.2), [date2num(last["day"]), last["balance_pct"]]
    yield re.findall(r"(\d+) %", drawn.finding(ax)), [f"{abs(last['balance_pct']):.0f}"]
    yield re.findall(r"likely (?:from )?(?:left|right) (\d+)", drawn.topic(ax)), [f"{abs(last['low_pct']):.0f}"]


def of_hold_probability(ax, given):
    rows = table("hold_probability", given).dropna(subset="probability")
    for line, side in zip(ax.lines, ("left", "right"), strict=True):
        last = rows[rows["side"] == side].iloc[-1]
        yield line.get_xydata()[-1].tolist(), [last["seconds"], 100 * last["probability"]]
    reached = rows[rows["seconds"] == 120].set_index("side")["probability"].reindex(["left", "right"]).fillna(0)
    shares = [f"{100 * share:.0f}" for share in reached] if reached.any() else []
    yield re.findall(r"(\d+) %", drawn.finding(ax)), shares


def of_practice(ax, given):
    days = table("practice", given)
    yield len(ax.collections[1].get_paths()), len(days)
    boxes = [path.get_extents().height for path in ax.collections[0].get_paths()]
    yield (np.array(boxes) / 0.84).tolist(), days["share"].fillna(0).tolist()
    last = days.iloc[: -1 if "today" in given and not days["done"].iloc[-1] else None].tail(28)
    n_done, n_met = int((last["done"] > 0).sum()), int(last["share"].eq(1).sum())
    counts = [n_done] if n_met in (0, n_done) else [n_done, n_met]
    yield re.findall(r"on (\d+)", drawn.finding(ax)), [str(n) for n in counts]


def of_pain(ax, given):
    change, months = table("pain_change", given), table("pain_months", given)
    for mark, name in (("o", "pain_before"), ("D", "pain_after")):
        points = next(line for line in lines(ax, marker=mark) if len(line.get_xdata()) == len(change))
        yield points.get_ydata().tolist(), change[name].tolist()
    yield re.findall(r"([\d.]+) of 10", drawn.finding(ax)), [f"{months['median_pain'].iloc[-1]:g}"]
    bars = [np.isnan(line.get_xdata()).sum() for line in lines(ax, gid="spell")]
    yield sum(bars), len(table("pain_spells", given))
    noted = [len(line.get_xdata()) for line in lines(ax, marker="|")]
    yield noted, table("pain_places", given)["place"].value_counts().iloc[:4].tolist()


OF = {
    "plot_progress": of_progress,
    "plot_balance": of_balance,
    "plot_hold_probability": of_hold_probability,
    "plot_practice": of_practice,
    "plot_pain": of_pain,
}


@pytest.mark.parametrize(("name", "given"), CASES, ids=lambda part: repr(part)[:50])
def test_what_is_drawn_and_said_is_the_measure_with_the_same_arguments(name, given):
    for there, measured in OF[name](chart(name, given), given):
        assert there == (measured if is_said(measured) else pytest.approx(measured, nan_ok=True))


def is_pain(rows):
    return rows["what"].str.startswith("pain")


def is_said(measured):
    """Return whether it is words, or numbers in words."""
    return isinstance(measured, str) or any(isinstance(each, str) for each in np.atleast_1d(measured))


@pytest.mark.parametrize("given", COMPARED, ids=repr)
def test_what_a_comparison_draws_is_the_measure_with_the_same_arguments(given):
    ax, rows = chart("plot_compare", given), table("compare", given)
    shown = rows[
        rows["what"].ne("non_overlap") & ~rows["verdict"].isin(["not_enough", "all_alike", "other_target"])
    ]
    marks = [line for line in ax.lines if line.get_markersize() == 7][::-1]
    ranges = [line.get_xdata() for line in lines(ax, linewidth=2.0)][::-1]
    shown = pd.concat([shown[~is_pain(shown)], shown[is_pain(shown)]])  # as they stand, the highest first
    assert len(shown) > 2
    for row, mark, ends in zip(shown.itertuples(), marks, ranges, strict=True):
        at, (low, high) = mark.get_xdata()[0], ends
        if row.what == "balance":
            assert (at, low < at < high) == (pytest.approx(row.second - row.first), True)
            continue
        most, times = {"pain": (10, 10), "pain_next_day": (10, 10), "typical": (np.inf, 1)}.get(row.what, (100, 1))
        least = -np.inf if row.what == "typical" else -row.first
        drawn_as = [times * row.change, times * max(row.low, least), times * min(row.high, most - row.first)]
        assert [at, low, high] == drawn_as
    assert f"{int(shown['days_first'].iloc[0])} days with a hold" in drawn.topic(ax)


@pytest.mark.parametrize("name", MEASURES)
def test_a_chart_takes_all_that_its_measure_takes(name):
    taken = set(inspect.signature(getattr(hiplog, name)).parameters)
    for measure in MEASURES[name]:
        lacking = set(inspect.signature(getattr(hiplog, measure)).parameters) - taken
        assert lacking <= ({"days"} if measure == "typical_hold" else set())  # it is always of the last 28
