"""What the charts of balance, chances, practice and pain draw."""

import drawn
import matplotlib
import numpy as np
import pandas as pd
import pytest
from charted import LOGS
from diaries import diary, holds
from drawn import lines
from matplotlib import pyplot as plt

import hiplog
from hiplog.dates import clock


def test_the_balance_says_the_verdict_of_the_last_day_and_below_it_what_it_rests_on(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    last = hiplog.balance(two_months).iloc[-1]
    assert last["verdict"] == "right_longer"
    assert drawn.finding(ax) == f"Right held longer: left was {last['balance_pct']:.0f} % shorter"
    between = f"likely left {last['low_pct']:.0f} to {last['high_pct']:.0f} % shorter; right was always held first"
    between += ", and second holds are often shorter: part of the difference may be the order."
    assert drawn.topic(ax) == f"Hip balancing: which side holds longer. 28 days up to 2 May 2026: {between}"


def test_the_balance_curve_is_the_measured_balance_and_flips_with_the_sides(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    swapped = two_months.assign(side=two_months["side"].map({"left": "right", "right": "left"}), hold_id=None)
    curve = lines(ax, linewidth=2.2)[0].get_ydata()
    np.testing.assert_array_equal(curve, hiplog.balance(two_months)["balance_pct"])
    np.testing.assert_allclose(curve, -hiplog.balance(swapped)["balance_pct"], rtol=1e-6)


def test_the_balance_breaks_where_the_order_begins_or_ceases_to_be_allowed_for_and_says_so(ax):
    log = diary(70)
    day = (log["started_at"].dt.normalize() - log["started_at"].min().normalize()).dt.days
    is_first = log["side"].eq("right") == ((day % 2 == 0) | (day >= 35))
    log["started_at"] = log["started_at"].dt.normalize() + pd.to_timedelta(np.where(is_first, 0, 3), "min")
    hiplog.plot_balance(log, ax=ax)
    known = np.isfinite(lines(ax, linewidth=2.2)[0].get_ydata())
    last = np.flatnonzero(known)[-1]
    assert not known[:last].all()
    assert "Where the line is cut without a pause, the order of the sides counts" in drawn.topic(ax)


def test_the_balance_axis_says_in_words_which_side_is_shorter_where(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    ticks = dict(zip(ax.get_yticks(), (label.get_text().strip() for label in ax.get_yticklabels()), strict=True))
    assert ticks[0] == "even"
    assert ticks[20] == "left -20 %"
    assert ticks[-10 if -10 in ticks else -20] in ("right -10 %", "right -20 %")


def test_the_balance_says_what_right_means(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    assert ax.get_xlabel() == "Right = right ankle on left knee."
    other = hiplog.plot_balance(two_months.assign(exercise="quad_stretch"), exercise="quad_stretch")
    assert other.get_xlabel() == "Right = the right leg is stretched."
    plt.close("all")


def test_ten_percent_is_a_dotted_line_either_way_and_the_key_says_what_it_is_for(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    assert "10 %: often taken as even" in drawn.key(ax)
    dotted = [line.get_ydata()[0] for line in lines(ax, linewidth=0.8)]
    assert dotted == [-10, 10]


@pytest.mark.parametrize(
    ("log", "finding", "why"),
    [
        (diary(40, sides=("left",)), "Only the left side was held", "Not enough to tell: no hold on the right."),
        (diary(2), "Too few holds to compare the sides", "Not enough to tell: only 2 holds on the left"),
        (
            diary(30, typical_s=(300, 300)),
            "Both sides reached the target every time",
            "28 days up to 2 Apr 2026: 28 of 28 holds on the left, 28 of 28 on the right. Where both reach",
        ),
    ],
    ids=["one side", "few", "all capped"],
)
def test_where_the_sides_cannot_be_compared_the_title_says_so_and_the_field_why(ax, log, finding, why):
    hiplog.plot_balance(log, ax=ax)
    assert drawn.finding(ax) == finding
    (said,) = drawn.words(ax)
    assert " ".join(said.split()).startswith(why)


def test_the_days_are_named_where_all_that_is_known_of_a_side_is_a_least_difference(ax):
    hiplog.plot_balance(diary(40, typical_s=(60, 400)), ax=ax)
    assert drawn.finding(ax).startswith("Left was at least ")
    (said,) = drawn.words(ax)
    assert " ".join(said.split()).startswith(
        "28 days up to 12 Apr 2026: right reached the target in 28 of 28 holds"
    )


def test_the_chance_to_hold_is_of_at_least_so_many_seconds(ax):
    let_go = [(f"2026-03-0{day}", "left", 60.0, "let_go") for day in range(1, 7)]
    hiplog.plot_hold_probability(holds(*let_go, ("2026-03-08", "left", 120.0, "target")), ax=ax)
    (steps,) = ax.lines
    assert steps.get_drawstyle() == "steps-pre"
    likely = dict(zip(steps.get_xdata(), steps.get_ydata(), strict=True))
    assert likely == pytest.approx({0: 100, 60: 100, 120: 100 / 7})
    assert drawn.words(ax) == ["left: 14 % reached 2:00"]
    assert drawn.finding(ax) == "14 % of left holds of these 8 days reached 2:00"


def test_the_chance_to_hold_is_refused_where_its_neighbours_are(ax):
    hiplog.plot_hold_probability(diary(3), ax=ax)
    assert drawn.finding(ax) == "Too few holds to say how likely they last"
    (said,) = drawn.words(ax)
    assert " ".join(said.split()).endswith("on 3 days. So far: left 3, right 3.")
    assert not ax.lines


def test_a_side_of_which_too_little_is_known_has_no_chances(ax):
    one = diary(40)
    hiplog.plot_hold_probability(one[(one["side"] == "left") | (one.index > len(one) - 4)], ax=ax)
    (name,) = drawn.words(ax)
    assert name.startswith("left: ")


def test_without_a_target_the_chance_to_hold_says_what_half_of_the_holds_last(ax):
    log = LOGS["no target"].assign(hold_s=lambda held: held["hold_s"] * np.linspace(0.9, 1.1, len(held)))
    hiplog.plot_hold_probability(log, ax=ax)
    typical = hiplog.typical_hold(log).set_index("side")["median_s"]
    said = f"Half of your holds last at least: left {clock(typical['left'])}, right {clock(typical['right'])}"
    assert drawn.finding(ax) == said
    assert sorted(drawn.words(ax)) == ["left", "right"]


def test_the_calendar_fills_a_day_by_the_share_of_the_plan_that_was_done(ax):
    day = holds(("2026-03-04T07:00", "left", 60.0, "let_go"), ("2026-03-04T07:05", "right", 60.0, "let_go"))
    hiplog.plot_practice(day, plan=2, ax=ax)
    filled, outlined = (boxes.get_paths()[0].get_extents().height for boxes in ax.collections[:2])
    assert filled == pytest.approx(outlined / 2)


def test_the_calendar_has_weeks_from_monday_and_names_its_months_and_weekdays(ax):
    hiplog.plot_practice(diary(60), ax=ax)
    names = drawn.words(ax)
    assert [name for name in names if len(name) > 1] == ["Mar 2026", "Apr 2026", "May 2026"]
    assert "".join(name for name in names if len(name) == 1) == 3 * "MTWTFSS"
    corners = np.array([path.vertices[0] for path in ax.collections[1].get_paths()[:6]])
    assert corners[0] - corners[5] == pytest.approx([2, 1])  # 4 Mar is a Wednesday, 9 Mar a Monday a row below


def test_the_calendar_shows_the_last_twelve_months_of_a_long_log(ax):
    hiplog.plot_practice(LOGS["two years"], ax=ax)
    months = [name for name in drawn.words(ax) if len(name) > 1]
    assert (len(months), months[-1]) == (12, "Mar 2028")


def test_pain_has_a_ring_before_and_a_diamond_after_each_session(ax):
    rated = holds(("2026-03-04", "left", 60.0, "let_go")).assign(pain_before=6.0, pain_after=3.0)
    hiplog.plot_pain(rated, ax=ax)
    for marker, pain in (("o", 6.0), ("D", 3.0)):
        marked = [line.get_ydata().tolist() for line in lines(ax, marker=marker) if len(line.get_ydata())]
        assert marked == [[pain]]  # of the session: one has no median
    assert drawn.words(ax) == ["before", "after"]


def test_a_spell_of_more_pain_has_a_bar_in_a_lane_that_is_no_score_and_is_named_without_a_verdict(ax):
    sore = diary(60)
    spell = sore["started_at"].between("2026-04-10", "2026-04-15")
    sore["pain_before"] = sore["pain_after"] = np.where(spell, 8.0, 2.0)
    hiplog.plot_pain(sore, ax=ax)
    (bar,) = lines(ax, gid="spell")
    days = bar.get_xdata()[np.isfinite(bar.get_xdata())]
    assert [str(matplotlib.dates.num2date(day))[:10] for day in days[[0, -1]]] == ["2026-04-10", "2026-04-15"]
    assert set(bar.get_ydata()) == {drawn.lanes(ax)["a spell"]}
    assert bar.get_ydata()[0] < -0.4  # where no pain is
    assert "spell above your recent level" in drawn.key(ax)


def test_places_that_notes_mention_have_a_lane_and_denied_ones_have_none(ax):
    noted = holds(("2026-03-04", "left", 60.0, "let_go"), ("2026-03-05", "left", 60.0, "let_go"))
    noted["note"] = ["SI joint sore", "no pain in the low back"]
    hiplog.plot_pain(noted, ax=ax)
    lanes = drawn.lanes(ax)
    assert lines(ax, marker="|")[0].get_ydata().tolist() == [lanes["SI joint"]]
    assert lanes["SI joint"] < 0
    assert "low back" not in lanes
