import itertools
import re

import matplotlib
import numpy as np
import pytest

matplotlib.use("agg")

import drawn
from diaries import diary, holds
from drawn import lines
from matplotlib import pyplot as plt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb, to_rgba
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image

import hiplog
from hiplog.charts import looks
from hiplog.schema import LogError, empty

PLOTS = [
    hiplog.plot_progress,
    hiplog.plot_balance,
    hiplog.plot_hold_probability,
    hiplog.plot_practice,
    hiplog.plot_pain,
]
OVER_DAYS = [hiplog.plot_progress, hiplog.plot_balance, hiplog.plot_pain]
SIZES = {"400 px": (4, 3), "half a page": (7.5, 4.5)}
LOGS = {
    "one hold": holds(("2026-03-04T07:00", "left", 65.0, "let_go")),
    "six holds": diary(3),
    "two months": diary(60),
    "a gap of months": diary(300, pause=range(90, 200)),
    "one side": diary(40, sides=("left",)),
    "all capped": diary(40, typical_s=(300, 300)),
    "no target": diary(40, target_s=np.nan).assign(ended="let_go"),
    "two years": diary(730, growth_s=0.05),
    "three a day": diary(30, a_day=3),
    "a changed target": diary(60).assign(target_s=lambda held: 120.0 - 30 * (held.index < 60)),
    "an example": hiplog.example(),
}


@pytest.fixture
def ax():
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


@pytest.fixture(scope="module")
def two_months():
    return diary(60)


def strip(ax):
    """Return the days in the lane of each side above, by its name."""
    named = {y: name for name, y in drawn.lanes(ax).items()}
    return {named[line.get_ydata()[0]]: len(line.get_xdata()) for line in lines(ax, marker="|")}


def test_holds_that_reached_their_target_stand_in_a_strip_above_a_lane_for_each_side(ax):
    hiplog.plot_progress(diary(9, typical_s=(300, 300)), ax=ax)
    assert strip(ax) == {"left at 2:00": 9, "right at 2:00": 9}
    left, right = (drawn.lanes(ax)[f"{side} at 2:00"] for side in ("left", "right"))
    assert 120 < left < right < ax.get_ylim()[1]
    assert lines(ax, marker="o")[0].get_ydata().tolist() == []


def test_a_strip_of_success_is_most_of_the_chart_where_every_hold_reached_its_target(ax):
    hiplog.plot_progress(diary(9, typical_s=(300, 300)), ax=ax)
    height = ax.get_ylim()[1] - 120
    assert height > 0.5 * ax.get_ylim()[1]


def test_a_hold_that_reached_its_target_is_no_dot_below_it(ax):
    held = holds(("2026-03-04T07:00", "left", 120.0, "target"), ("2026-03-05T07:00", "left", 65.0, "let_go"))
    hiplog.plot_progress(held, ax=ax)
    assert strip(ax) == {"left at 2:00": 1}
    assert lines(ax, marker="o")[0].get_ydata().tolist() == [65.0]


@pytest.mark.parametrize(("hold_s", "is_in_strip"), [(121.5, True), (131.0, False)])
def test_without_a_reason_a_hold_ended_for_its_target_only_within_two_seconds_of_it(ax, hold_s, is_in_strip):
    held = holds(("2026-03-04T07:00", "left", hold_s, None))
    hiplog.plot_progress(held, ax=ax)
    assert bool(strip(ax)) is is_in_strip
    assert lines(ax, marker="o")[0].get_ydata().tolist() == ([] if is_in_strip else [131.0])
    assert hiplog.is_censored(held).tolist() == [is_in_strip]


def test_a_hold_with_claimed_seconds_is_hollow_and_the_key_says_so(ax):
    rows = [("left", 65.0, "let_go"), ("right", 120.0, "target"), ("right", 70.0, "let_go")]
    held = holds(*((f"2026-03-0{i}T07:00", *row) for i, row in enumerate(rows, start=4)))
    hiplog.plot_progress(held.assign(claimed_s=[20.0, 30.0, np.nan]), ax=ax)
    left, right = (
        next(line for line in lines(ax, marker=marker) if line.get_markerfacecolor() == "none") for marker in "os"
    )
    assert (left.get_ydata().tolist(), right.get_ydata().tolist()) == ([65.0], [120.0])
    assert drawn.key(ax) == ["in part your word"]


def test_without_claimed_seconds_nothing_is_hollow_and_the_key_does_not_speak_of_it(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    marks = [*lines(ax, marker="o"), *lines(ax, marker="s")]
    assert [len(line.get_ydata()) for line in marks if line.get_markerfacecolor() == "none"] == [0, 0]
    assert "in part your word" not in drawn.key(ax)


def test_an_interrupted_hold_is_a_cross(ax):
    hiplog.plot_progress(holds(("2026-03-04T07:00", "right", 30.0, "interrupted")), ax=ax)
    assert lines(ax, marker="x")[1].get_ydata().tolist() == [30.0]
    assert "interrupted" in drawn.key(ax)


def test_of_a_session_the_longest_hold_of_a_side_is_shown(ax):
    held = holds(("2026-03-04T07:00", "left", 40.0, "let_go"), ("2026-03-04T07:05", "left", 65.0, "let_go"))
    hiplog.plot_progress(held, ax=ax)
    assert lines(ax, marker="o")[0].get_ydata().tolist() == [65.0]


def test_the_curve_of_a_side_is_the_measured_progress(ax, two_months):
    hiplog.plot_progress(two_months, ax=ax)
    curve = hiplog.progress(two_months)
    (line,) = lines(ax, linewidth=2.2, color=looks.COLOURS["right"][0])
    np.testing.assert_array_equal(line.get_ydata(), curve.loc[curve["side"] == "right", "median_s"])


def test_above_the_target_the_curve_is_dashed(ax):
    held = diary(80, typical_s=(90, 90), growth_s=0.6)
    hiplog.plot_progress(held, ax=ax)
    (line,) = lines(ax, linewidth=2.2, color=looks.COLOURS["left"][0])
    dashed = max(lines(ax, linewidth=1.8, color=looks.COLOURS["left"][0]), key=lambda one: len(one.get_ydata()))
    assert np.nanmax(line.get_ydata()) <= 120 < np.nanmax(dashed.get_ydata())
    assert dashed.is_dashed()
    assert not line.is_dashed()


def test_where_nearly_all_holds_reach_the_target_the_curve_runs_along_it(ax):
    hiplog.plot_progress(diary(40, typical_s=(300, 300)), ax=ax)
    along = lines(ax, linewidth=1.8, color=looks.COLOURS["left"][0])[-1].get_ydata()
    assert set(along[~np.isnan(along)]) == {120.0}
    assert drawn.finding(ax) == "Both sides reached 2:00 in 56 of 56 holds"
    assert drawn.key(ax) == []


def test_where_all_holds_were_interrupted_nothing_runs_along_the_target(ax):
    hiplog.plot_progress(diary(40).assign(ended="interrupted"), ax=ax)
    assert all(np.isnan(line.get_ydata()).all() for line in lines(ax, linewidth=1.8))
    assert "estimate" not in drawn.key(ax)


def test_a_pause_of_months_breaks_the_curve(ax):
    hiplog.plot_progress(diary(300, pause=range(90, 200)), ax=ax)
    (line,) = lines(ax, linewidth=2.2, color=looks.COLOURS["left"][0])
    days, seconds = line.get_xdata(), line.get_ydata()
    after = np.argmax(np.diff(days) > np.timedelta64(45, "D")) + 1
    assert np.isnan(seconds[after])


def test_over_400_days_a_curve_has_a_point_a_week(ax):
    hiplog.plot_progress(diary(730, growth_s=0.02), ax=ax)
    (line,) = lines(ax, linewidth=2.2, color=looks.COLOURS["left"][0])
    assert len(line.get_ydata()) == pytest.approx(730 / 7, abs=2)


def test_the_target_line_reaches_from_the_first_day_to_the_last_and_steps_where_the_target_changed(ax):
    held = diary(20)
    held.loc[held["started_at"] < "2026-03-10", "target_s"] = 90.0
    hiplog.plot_progress(held, ax=ax)
    (target,) = lines(ax, linewidth=0.9)
    first, last = (matplotlib.dates.date2num(held["started_at"].agg(end)) for end in ("min", "max"))
    assert target.get_xdata()[0] <= first
    assert target.get_xdata()[-1] >= last
    assert (target.get_ydata()[0], target.get_ydata()[-1]) == (90, 120)


def test_without_targets_no_target_is_drawn(ax):
    hiplog.plot_progress(diary(40, target_s=np.nan).assign(ended="let_go"), ax=ax)
    assert not lines(ax, linewidth=0.9)
    assert not any("target" in text for text in drawn.key(ax))


def test_many_holds_are_drawn_small_and_faint():
    few, many = looks.marks(60), looks.marks(20_000)
    assert many["markersize"] < few["markersize"] / 2
    assert many["alpha"] < few["alpha"] / 4
    assert many["rasterized"]


def test_the_balance_says_the_verdict_of_the_last_day_and_below_it_what_it_rests_on(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    last = hiplog.balance(two_months).iloc[-1]
    assert last["verdict"] == "right_longer"
    assert drawn.finding(ax) == f"Right holds longer: left is {last['balance_pct']:.0f} % shorter"
    between = f"between {last['low_pct']:.0f} and {last['high_pct']:.0f} % right; right was always held first."
    assert drawn.topic(ax) == f"Hip balancing: which side holds longer. Last 28 days: {between}"


def test_the_balance_curve_is_the_measured_balance_and_flips_with_the_sides(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    swapped = two_months.assign(side=two_months["side"].map({"left": "right", "right": "left"}), hold_id=None)
    curve = lines(ax, linewidth=2.2)[0].get_ydata()
    np.testing.assert_array_equal(curve, hiplog.balance(two_months)["balance_pct"])
    np.testing.assert_allclose(curve, -hiplog.balance(swapped)["balance_pct"], rtol=1e-6)


def test_the_balance_axis_says_in_words_which_side_is_longer_where(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    ticks = dict(zip(ax.get_yticks(), (label.get_text() for label in ax.get_yticklabels()), strict=True))
    assert ticks[0] == "even"
    assert ticks[20] == "right 20 %"
    assert ticks[-10 if -10 in ticks else -20] in ("left 10 %", "left 20 %")


def test_the_balance_says_what_right_means(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    assert ax.get_xlabel() == "Right = right ankle on left knee."
    other = hiplog.plot_balance(two_months.assign(exercise="quad_stretch"), exercise="quad_stretch")
    assert other.get_xlabel() == "Right = the right leg is stretched."
    plt.close("all")


def test_ten_percent_is_a_dotted_line_either_way_for_reference_and_no_medical_limit(ax, two_months):
    hiplog.plot_balance(two_months, ax=ax)
    assert "10 %: a common reference,\nno medical limit" in drawn.key(ax)
    dotted = [line.get_ydata()[0] for line in lines(ax, linewidth=1.2)]
    assert dotted == [-10, 10]


@pytest.mark.parametrize(
    ("log", "finding", "why"),
    [
        (diary(40, sides=("left",)), "Only the left side was held", "Not enough to tell: no hold on the right."),
        (diary(2), "Too few holds to compare the sides", "Not enough to tell: only 2 holds on the left"),
        (
            diary(30, typical_s=(300, 300)),
            "Both sides reached the target every time",
            "28 of 28 holds on the left, 28 of 28 on the right. Where both reach the target, a difference cannot",
        ),
    ],
    ids=["one side", "few", "all capped"],
)
def test_where_the_sides_cannot_be_compared_the_title_says_so_and_the_field_why(ax, log, finding, why):
    hiplog.plot_balance(log, ax=ax)
    assert drawn.finding(ax) == finding
    (said,) = drawn.words(ax)
    assert " ".join(said.split()).startswith(why)


def test_the_chance_to_hold_is_of_at_least_so_many_seconds(ax):
    let_go = [(f"2026-03-0{day}", "left", 60.0, "let_go") for day in range(1, 7)]
    hiplog.plot_hold_probability(holds(*let_go, ("2026-03-08", "left", 120.0, "target")), ax=ax)
    (steps,) = ax.lines
    assert steps.get_drawstyle() == "steps-pre"
    likely = dict(zip(steps.get_xdata(), steps.get_ydata(), strict=True))
    assert likely == pytest.approx({0: 100, 60: 100, 120: 100 / 7})
    assert drawn.words(ax) == ["left: 14 % reach 2:00"]
    assert drawn.finding(ax) == "14 % of left holds reach 2:00"


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
    said = f"Half of your holds last at least: left {typical['left']:.0f} s, right {typical['right']:.0f} s"
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
        assert marked == [[pain], [pain]]  # of the session, and of the week
    assert drawn.words(ax) == ["before", "after"]


def test_a_spell_of_more_pain_is_shaded_and_named_without_a_verdict(ax):
    sore = diary(60)
    spell = sore["started_at"].between("2026-04-10", "2026-04-15")
    sore["pain_before"] = sore["pain_after"] = np.where(spell, 8.0, 2.0)
    hiplog.plot_pain(sore, ax=ax)
    (box,) = ax.collections[0].get_paths()
    shaded = [str(day)[:10] for day in matplotlib.dates.num2date(box.get_extents().intervalx)]
    assert shaded == ["2026-04-10", "2026-04-15"]
    assert "higher than your own recent level" in drawn.key(ax)


def test_places_that_notes_mention_have_a_lane_and_denied_ones_have_none(ax):
    noted = holds(("2026-03-04", "left", 60.0, "let_go"), ("2026-03-05", "left", 60.0, "let_go"))
    noted["note"] = ["SI joint sore", "no pain in the low back"]
    hiplog.plot_pain(noted, ax=ax)
    lanes = drawn.lanes(ax)
    assert lines(ax, marker="|")[0].get_ydata().tolist() == [lanes["SI joint"]]
    assert lanes["SI joint"] < 0
    assert "low back" not in lanes


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


WIDTHS = {300: 260, 400: 300, 750: 450, 2500: 900}  # pixels, and so many high


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("log", LOGS)
def test_no_text_overlaps_another_or_leaves_the_figure_at_any_size(plot, log):
    figure = Figure(figsize=(4, 3))
    ax = plot(LOGS[log], ax=figure.subplots())
    for width, height in WIDTHS.items():
        figure.set_size_inches(width / 100, height / 100)
        assert not collisions_and_escapes(figure), width
        assert ax.get_legend() is None or width < 400 or not in_the_legend(ax)


@pytest.mark.parametrize("log", LOGS)
def test_no_text_of_a_page_overlaps_another_or_leaves_it_at_any_size(log):
    for width, height in ((300, 1300), (400, 300), (1020, 760), (2500, 1400)):
        figure = hiplog.plot_overview(LOGS[log], figure=Figure(figsize=(width / 100, height / 100)))
        assert not collisions_and_escapes(figure), width


def collisions_and_escapes(figure):
    """Return the texts of a figure, as drawn, that overlap another one or leave the figure."""
    boxes = drawn_texts(figure)
    pairs = itertools.combinations(boxes.items(), 2)
    collisions = [(one, other) for (one, a), (other, b) in pairs if a.padded(-0.6).overlaps(b.padded(-0.6))]
    page = figure.bbox.padded(1)
    return collisions + [text for text, box in boxes.items() if page.count_contains(box.corners()) < 4]


def drawn_texts(figure):
    """Return where each text of a figure stands when drawn, in pixels, by what it says, but for the stamp."""
    FigureCanvasAgg(figure)
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    off = {id(label) for ax in figure.axes for axis in (ax.xaxis, ax.yaxis) for label in labels_beyond(axis)}
    texts = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text()]
    shown = [text for text in texts if id(text) not in off and text.get_gid() != "stamp"]
    boxes = [(text, text.get_window_extent(renderer)) for text in shown]
    return {f"{text.get_text()} at {box.x0:.0f}, {box.y0:.0f}": box for text, box in boxes}


def labels_beyond(axis):
    """Return the labels of ticks beyond the limits of their axis; matplotlib keeps them and does not draw them."""
    low, high = sorted(axis.get_view_interval())
    return [tick.label1 for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high]


def in_the_legend(ax):
    """Return the lines that reach into the room of the legend."""
    floor = ax.transData.inverted().transform(ax.get_legend().get_window_extent().corners())[:, 1].min()
    return [line for line in ax.lines if (np.asarray(line.get_ydata(), dtype=float) > floor).any()]


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


def test_sides_differ_in_marker_and_line_not_only_in_colour(ax, two_months):
    hiplog.plot_progress(two_months, color="black", ax=ax)
    left, right = lines(ax, linewidth=2.2)
    assert left._dash_pattern != right._dash_pattern
    above = lines(ax, linewidth=1.8)
    assert above[0]._dash_pattern != above[2]._dash_pattern
    assert lines(ax, marker="o")
    assert lines(ax, marker="s")


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


def test_the_overview_has_the_five_charts_and_says_what_it_is_not(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(11.2, 8.4)))
    heads = [" ".join(drawn.topic(ax).split(".")[0].split()[-2:]) for ax in figure.axes]
    assert heads == ["side holds", "holds longer", "worst imaginable", "Days practised", "given time"]
    assert [text.get_text() for text in figure.texts] == [
        "Hip balancing, 4 Mar 2026 to 2 May 2026",
        "This is a record, not medical advice.",
    ]


def test_charts_of_the_overview_show_the_same_days(two_months):
    rated_late = two_months.assign(note=None, pain_after=np.nan)
    rated_late.loc[:50, "pain_before"] = np.nan
    figure = hiplog.plot_overview(rated_late, figure=Figure(figsize=(11.2, 8.4)))
    assert len({ax.get_xlim() for ax in figure.axes[:3]}) == 1


def test_a_small_overview_has_the_charts_that_have_room(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(4, 3)))
    assert [drawn.topic(ax).split(".")[0] for ax in figure.axes] == ["How long each side holds"]


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


LAYOUTS = {"constrained": "constrained", "tight": "tight", "none": None}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_text_of_a_grid_of_charts_overlaps_another(layout, two_months):
    figure = Figure(figsize=(11, 8), layout=LAYOUTS[layout])
    for plot, ax in zip(PLOTS, figure.subplots(2, 2).flat, strict=False):
        plot(two_months, ax=ax)
    if layout == "none":
        figure.subplots_adjust(hspace=0.5, wspace=0.3)
    assert not collisions_and_escapes(figure)


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


def test_the_page_is_laid_out_for_the_size_at_which_it_is_drawn(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(11.2, 8.4)))
    figure.set_size_inches(9, 12)
    assert not collisions_and_escapes(figure)


def test_a_page_in_a_constrained_figure_keeps_its_title_and_foot_to_themselves(two_months):
    figure = hiplog.plot_overview(two_months, figure=Figure(figsize=(11.2, 8.4), layout="constrained"))
    assert not collisions_and_escapes(figure)


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


def test_limits_that_were_changed_stay(two_months):
    figure = Figure(figsize=(8, 6))
    ax = hiplog.plot_progress(two_months, ax=figure.subplots())
    ax.set_ylim(20, 90)
    figure.set_size_inches(4, 3)
    drawn_texts(figure)
    assert ax.get_ylim() == (20, 90)


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


@pytest.mark.parametrize("plot", PLOTS)
def test_a_chart_can_be_saved_as_svg_with_its_words(plot, two_months, tmp_path):
    with plt.rc_context({"svg.fonttype": "none"}):
        plot(two_months, ax=Figure().subplots()).figure.savefig(tmp_path / "chart.svg")
    assert "Hip balancing: " in (tmp_path / "chart.svg").read_text()


def test_a_chart_draws_its_measure_with_the_same_arguments(two_months):
    (line,) = lines(hiplog.plot_balance(two_months, days=14, ax=Figure().subplots()), linewidth=2.2)
    np.testing.assert_array_equal(line.get_ydata(), hiplog.balance(two_months, days=14)["balance_pct"])
    ax = hiplog.plot_progress(two_months, span_days=9, every_days=7, ax=Figure().subplots())
    curve = hiplog.progress(two_months, span_days=9, every_days=7)
    (line,) = lines(ax, linewidth=2.2, color=looks.COLOURS["left"][0])
    np.testing.assert_array_equal(line.get_ydata(), curve.loc[curve["side"] == "left", "median_s"])
    ax = hiplog.plot_practice(two_months, today="2026-05-04", plan=3, ax=Figure().subplots())
    assert len(ax.collections[1].get_paths()) == len(hiplog.practice(two_months, today="2026-05-04"))
    whole = hiplog.plot_hold_probability(two_months, days=None, ax=Figure().subplots()).lines[0].get_xdata()
    assert len(whole) > len(hiplog.plot_hold_probability(two_months, ax=Figure().subplots()).lines[0].get_xdata())


@pytest.mark.parametrize(
    ("chart", "path", "said"),
    [
        ("x.png", plt.Figure(), "chart is a str, expected what a plot_"),
        (plt.Figure(), plt.Figure(), r"path is <Figure .*>, expected a name that ends in .png, .svg or .pdf"),
        (plt.Figure(), "x.docx", "path is 'x.docx', expected a name"),
        (plt.Figure(), "no/such/folder/x.png", "the chart could not be made"),
    ],
)
def test_a_chart_that_cannot_be_saved_is_refused_in_a_sentence(chart, path, said):
    with pytest.raises(LogError, match=said):
        hiplog.save_chart(chart, path)


def test_a_saved_chart_says_in_its_metadata_what_it_shows(tmp_path):
    path = hiplog.save_chart(hiplog.plot_practice(diary(30)), tmp_path / "practice.png")
    with Image.open(path) as picture:
        said = "Plan met on 28 of 28 days. Hip balancing: days practised. Plan 1 a day; last 30 in a row;"
        assert picture.info["Description"].startswith(said)


def test_a_png_has_as_many_pixels_as_its_dpi_says(tmp_path, two_months):
    figure = hiplog.plot_balance(two_months, ax=Figure(figsize=(4, 3)).subplots()).figure
    sizes = []
    for given in ({}, {"dpi": 40}):
        with Image.open(hiplog.save_chart(figure, tmp_path / "x.png", **given)) as picture:
            sizes.append(picture.size)
    assert sizes == [(600, 450), (160, 120)]


@pytest.mark.parametrize("dpi", [0, -1, "150", True, None, 5000])
def test_a_dpi_that_is_none_is_refused(tmp_path, two_months, dpi):
    figure = hiplog.plot_balance(two_months, ax=Figure().subplots()).figure
    with pytest.raises(LogError, match=r"^save_chart: dpi is .*, expected a number from 1 to 2400$"):
        hiplog.save_chart(figure, tmp_path / "x.png", dpi=dpi)
