"""The story of a log, and one truth: the numbers of sentences and charts are the same wherever they stand."""

import re

import drawn
import numpy as np
import pandas as pd
import pytest
from diaries import diary
from held import held
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

import hiplog
from hiplog.dates import clock
from hiplog.schema import Diary, conform
from hiplog.verdicts.holds import EXAMPLE_IN_WORDS

LOGS = {
    "grown": diary(120, typical_s=(50, 73), growth_s=0.4),
    "even": diary(70, typical_s=(70, 70), growth_s=0),
    "three a day": diary(60, a_day=3),
    "one side": diary(76, sides=("right",)),
    "a gap": diary(240, pause=range(100, 150)),
    "an example": hiplog.example(),
}
PLOTS = [
    getattr(hiplog, f"plot_{kind}") for kind in ("progress", "balance", "hold_probability", "practice", "pain")
]


def story(log, **given):
    return hiplog.summary(log, **given).story


def axes():
    return Figure(figsize=(7.2, 4.2)).subplots()


def test_the_first_sentence_is_since_when_and_from_what_to_what_each_side_and_pain():
    log = diary(84).assign(note=None)
    log["pain_before"] = log["pain_after"] = np.where(log["started_at"] < "2026-04-01", 5.0, 1.0)
    then, now = (
        hiplog.typical_hold(part).set_index("side")["median_s"]
        for part in (log[log["started_at"] < "2026-04-01"], log)
    )
    sides = ", ".join(f"{side} from {clock(then[side])} to {clock(now[side])}" for side in ("left", "right"))
    first = story(log, today="2026-05-27")[0]
    growing = "left with no clear change in the last 56 days, right growing longer in the last 56 days"
    assert (
        first
        == f"Since 4 Mar 2026: {sides}; {growing}; pain before sessions 1 of 10, at first 5 (up to 31 Mar 2026)."
    )


@pytest.mark.parametrize("days", [3, 84])
def test_pain_that_was_told_long_after_the_last_hold_is_not_said_of_the_days_of_the_holds(days):
    later = Diary(days=pd.DataFrame({"day": ["2026-11-20"], "pain": [9]}))
    first = story(diary(days), diary=later)[0]
    assert re.search(
        r"pain before sessions or noted by the day 9 of 10 \(1 day\) in the 28 days up to 20 Nov 2026"
        r"(, at first \d \(up to 31 Mar 2026\))?\.$",
        first,
    )


def test_holds_that_grow_shorter_are_told_with_the_levels_that_hide_it():
    log = diary(110, typical_s=(50, 50), growth_s=0).assign(target_s=600.0, ended="let_go")
    day = (log["started_at"].dt.normalize() - log["started_at"].min().normalize()).dt.days
    log["hold_s"] += np.where(day < 60, 0.8 * day, 48 - 0.8 * (day - 60))
    assert "; both growing shorter in the last 56 days" in story(log.assign(hold_id=None), today="2026-06-21")[0]


@pytest.mark.parametrize("log", [key for key in LOGS if key != "an example"])
def test_the_story_is_short_and_never_longer_than_four_sentences(log):
    said = story(LOGS[log], today=LOGS[log]["started_at"].max())
    assert len(said) <= 4
    assert max(map(len, said[1:])) < 90


def test_a_day_that_is_not_over_is_missing_in_no_count_of_days_with_a_plan():
    log = diary(40)
    chart = hiplog.plot_practice(log, today="2026-04-13", ax=axes())
    assert drawn.finding(chart) == "A whole session on 28 of the last 28 days"
    done = "You did a whole session on 28 of the last 28 days; a session on 40 days in a row."
    assert done in story(log, today="2026-04-13")


@pytest.mark.parametrize("log", LOGS)
def test_how_long_a_side_is_held_now_is_one_number_in_the_story_the_details_and_the_charts(log):
    held = LOGS[log]
    typical = hiplog.typical_hold(held).set_index("side")
    chart = hiplog.plot_progress(held, ax=axes())
    said = hiplog.summary(held)
    for side, row in typical[typical["verdict"] == "known"].iterrows():
        now = clock(row["median_s"])
        assert re.search(rf"{side} (from \d:\d\d to )?{now}", said.story[0])
        assert f"{now} ({clock(row['low_s'])} to" in said.rests_on[0]
        assert f"{side} {now}" in drawn.finding(chart).lower()
        assert f"{side} {now}" in drawn.words(chart)


@pytest.mark.parametrize("log", LOGS)
def test_no_two_headlines_disagree_on_which_side_is_longer(log):
    held = LOGS[log]
    (row,) = hiplog.balance(held).tail(1).itertuples()
    typical = hiplog.typical_hold(held).set_index("side")["median_s"]
    title = drawn.finding(hiplog.plot_balance(held, ax=axes()))
    if row.verdict.startswith(("right_longer", "left_longer")):
        longer = row.verdict.split("_")[0]
        assert title.startswith(f"{longer.capitalize()} held longer")
        assert typical.idxmax() == longer
    else:
        assert "longer" not in title


def test_a_difference_is_that_of_the_numbers_shown():
    held = LOGS["grown"]
    left, right = (f"{s:.0f}" for s in hiplog.typical_hold(held).set_index("side")["median_s"][["left", "right"]])
    title = drawn.finding(hiplog.plot_balance(held, ax=axes()))
    shown = 100 * (1 - int(left) / int(right))
    assert abs(int(re.search(r"(\d+) %", title)[1]) - shown) < 1


def test_a_month_in_which_every_hold_reached_its_target_is_told_as_that():
    said = story(diary(30, typical_s=(300, 300)), today="2026-04-02")
    assert said[0].startswith(
        "In the last 28 days: both sides reached 2:00 in 56 of 56 holds; pain before sessions 4 of 10"
    )
    assert "Both sides reached the target every time in the last 28 days." in said


def test_of_a_side_that_was_never_held_that_is_said():
    assert story(LOGS["one side"], today="2026-05-18")[0].startswith(
        "Since 4 Mar 2026: no hold on the left, right 1:29 (at first 1:21, not certain that it differs)"
    )


def test_of_few_holds_their_number_is_said():
    assert story(diary(3))[0].startswith("So far 3 holds on the left and 3 holds on the right: too few to say")


@pytest.mark.parametrize(
    ("today", "days"), [(None, "the 28 days up to 12 Jul 2026"), ("2026-07-12", "the last 28 days")]
)
def test_few_holds_after_a_pause_are_those_of_their_days_and_not_all_so_far(today, days):
    log = diary(131, pause=range(80, 128))
    assert story(log, today=today)[0].startswith(
        f"In {days} 3 holds on the left and 3 holds on the right: too few"
    )


def test_of_slips_it_is_said_that_they_are_not_among_the_holds():
    first = story(diary(10).assign(hold_s=1.5, ended="let_go", target_s=None))[0]
    assert first.startswith("So far 0 holds on the left and 0 holds on the right of 3 s or more: too few to say")


def test_what_is_as_at_first_is_said_to_be():
    log = diary(70, typical_s=(70, 70), growth_s=0).assign(hold_s=70.0, ended="let_go")
    log["hold_s"] += np.tile([-1.0, -1.0, 1.0, 1.0], 35)
    assert "left 1:10 as at first, right 1:10 as at first" in story(log)[0]


def test_a_change_that_shows_in_no_second_is_told_as_none():
    log = diary(120, typical_s=(50, 50), growth_s=0).assign(ended="let_go", pain_before=None, pain_after=None)
    rng, late = np.random.default_rng(1), log["started_at"] >= "2026-05-03"
    log["hold_s"] = np.where(late, 50.4, 50.0) + rng.normal(0, 0.1, len(log)).round(2)
    first = story(log.assign(hold_id=None), today="2026-07-01")[0]
    assert first.startswith("Since 4 Mar 2026: left 0:50, right 0:50; both growing longer before, with no clear")


@pytest.mark.parametrize(
    ("way", "said"),
    [(1, "left from 0:50 to 0:55"), (-1, "left 0:55 (at first 0:50)"), (0, "left 0:55 (at first 0:50)")],
)
def test_a_change_is_told_only_where_its_two_numbers_show_it(monkeypatch, way, said):
    log = diary(60, typical_s=(50, 50), growth_s=0).assign(ended="let_go")
    log["hold_s"] = np.where(log["started_at"] >= "2026-04-03", 55.0, 50.0)
    monkeypatch.setattr("hiplog.sentences.facts.against_first_weeks", lambda held: {"left": way, "right": 0})
    assert f": {said}," in story(log.assign(hold_id=None), today="2026-05-02")[0]


def test_the_head_says_who_was_always_held_first_and_which_days_it_is_of_where_they_are_past():
    log = diary(84, typical_s=(50, 90), growth_s=0)
    (row,) = hiplog.balance(log).tail(1).itertuples()
    sides = f"Right held longer: left was {row.balance_pct:.0f} % shorter"
    (first,) = hiplog.balance(log, until="2026-03-31").tail(1)["balance_pct"]
    sides += f" (at first {first:.0f} %)"
    assert f"{sides}; right was always held first." in story(log, today="2026-05-27")
    late = story(log, today="2026-09-27")
    then = f"in the 28 days up to 26 May 2026 (at first {first:.0f} %)"
    assert f"{sides.partition(' (')[0]} {then}; right was always held first." in late
    assert "You did a whole session on 28 of the 28 days up to 26 May 2026." in late


def test_the_head_says_where_pain_ended_holds_of_the_shorter_side_and_where_no_order_is_known():
    log = diary(84, typical_s=(50, 90), growth_s=0)
    in_pain = (log["side"] == "left") & (log["started_at"] >= "2026-05-20")
    (sides,) = (said for said in story(log.assign(ended=log["ended"].mask(in_pain, "pain"))) if "shorter" in said)
    assert sides.endswith("; right was always held first; pain ended 7 of 28 left holds.")
    at_once = log.assign(started_at=log["started_at"].dt.normalize(), hold_id=None)
    (sides,) = (said for said in story(at_once) if "shorter" in said)
    assert sides.endswith("; which side was held first is not known.")


def test_another_target_is_not_told_as_another_hold():
    log = diary(84, typical_s=(90, 90), growth_s=0)
    late = log["started_at"] >= "2026-04-20"
    log = log.assign(hold_s=log["hold_s"].mask(late, log["hold_s"].clip(upper=60.0)), target_s=120.0)
    log.loc[late, "target_s"] = 60.0
    log["ended"] = np.where(log["hold_s"] >= log["target_s"], "target", "let_go")
    assert "left now reached 1:00 in 28 of 28 holds (at first the target was 2:00)" in story(log)[0]


def test_of_an_example_the_story_says_so_first():
    assert story(hiplog.example())[0].startswith(f"{EXAMPLE_IN_WORDS} From 1 Nov 2025 to 31 Oct 2026: left from ")


def test_numbers_are_bold_in_a_notebook_and_dates_are_not():
    html = hiplog.summary(LOGS["grown"], today="2026-07-01")._repr_html_()
    assert re.search(r"Since 4 Mar 2026: left from <strong>\d:\d\d</strong> to <strong>\d:\d\d</strong>,", html)
    assert "<strong>28</strong> of the last <strong>28</strong> days" in html


def test_what_a_record_is_not_is_no_finding():
    said = hiplog.summary(LOGS["grown"])
    assert said.sentences == (*said.story, *said.rests_on, "This is a record, not medical advice.")


@pytest.mark.parametrize(
    "plot",
    [
        hiplog.plot_progress,
        hiplog.plot_balance,
        hiplog.plot_hold_probability,
        hiplog.plot_practice,
        hiplog.plot_pain,
    ],
)
def test_a_chart_of_the_example_is_stamped_as_such_and_no_other_one(plot):
    for log, is_one in ((hiplog.example(), True), (LOGS["grown"], False)):
        ax = plot(log, ax=axes())
        assert [text.get_text() for text in ax.texts if text.get_gid() == "stamp"] == ["Example"] * is_one
        assert drawn.topic(ax).startswith(EXAMPLE_IN_WORDS) is is_one


@pytest.mark.parametrize("page", ["white", "black"])
def test_the_stamp_is_an_outline_and_no_grey_as_that_of_a_band(page):
    ax = hiplog.plot_balance(hiplog.example(), ax=Figure(facecolor=page).subplots(subplot_kw={"facecolor": page}))
    (stamp,) = [text for text in ax.texts if text.get_gid() == "stamp"]
    assert to_rgba(stamp.get_color()) == to_rgba(page)
    assert stamp.get_path_effects()


def test_one_hold_of_the_example_among_ones_own_is_enough_for_the_stamp():
    mixed = LOGS["grown"].assign(source=lambda held: np.where(held.index == 5, "example", "timer"))
    ax = hiplog.plot_progress(conform(mixed), ax=axes())
    assert "stamp" in [text.get_gid() for text in ax.texts]


def test_the_page_of_the_example_is_stamped_and_says_so_in_its_title():
    page = hiplog.plot_overview(hiplog.example(), figure=Figure(figsize=(10.2, 7.6)))
    assert page.texts[0].get_text() == f"{EXAMPLE_IN_WORDS} Hip balancing, 1 Nov 2025 to 31 Oct 2026"
    assert all("stamp" in [text.get_gid() for text in ax.texts] for ax in page.axes)


def test_pain_that_rose_is_told_in_the_first_sentence_as_that_and_of_a_fall_only_its_two_numbers():
    log = diary(84).assign(note=None)
    was, late = "more than in the 28 days before that: 2", log["started_at"] >= "2026-04-29"
    risen, fallen = (log.assign(pain_before=np.where(late, now, then)) for then, now in ((2.0, 5.0), (5.0, 2.0)))
    assert story(risen, today="2026-05-27")[0].endswith(
        f"pain before sessions 5 of 10, {was}, at first 2 (up to 31 Mar 2026)."
    )
    assert story(fallen, today="2026-05-27")[0].endswith(
        "; pain before sessions 2 of 10, at first 5 (up to 31 Mar 2026)."
    )


def test_a_side_that_hurt_more_after_each_session_is_not_hidden_by_the_other():
    log, left = diary(40).assign(note=None, pain_before=6.0, pain_after=5.0), ["pain_before", "pain_after"]
    log.loc[log["side"] == "left", left] = 2.0, 4.0
    of_sides = "left lower after none of 28, higher after 28; right lower after 28 of 28, higher after none"
    said = hiplog.summary(log, today="2026-04-12")
    assert f"Pain in 28 sessions: {of_sides}; it often is lower anyway." in said.story
    higher = "the higher of the two sides was lower after 28 and higher after 0"
    assert any(f"{higher}; each side by itself: {of_sides}. People begin" in each for each in said.rests_on)
    assert "; pain before sessions 6 of 10" in said.story[0]
    assert any(
        each.startswith("A day's first pain, the higher of the two sides, was typically 6")
        for each in said.rests_on
    )


def test_where_sides_are_rated_one_by_one_after_a_session_alone_the_higher_is_told_as_that():
    log = diary(40).assign(note=None, pain_before=6.0, pain_after=5.0)
    log.loc[log["side"] == "left", "pain_after"] = 4.0
    said = hiplog.summary(log, today="2026-04-12")
    assert "Pain was lower after 28 of 28 sessions (it often is anyway), higher after none." in said.story
    higher = "the higher of the two sides was lower after 28 and higher after 0. People begin"
    assert any(higher in each for each in said.rests_on)


def test_pain_that_rose_slowly_is_told_against_the_first_28_days():
    log = diary(84).assign(note=None)
    month = (log["started_at"] - log["started_at"].min()).dt.days // 28
    slowly = log.assign(pain_before=month.map({0: 2.0, 1: 3.0, 2: 4.0}))
    assert story(slowly, today="2026-05-27")[0].endswith("4 of 10, more than in the first 28 days: 2.")


def test_growth_that_ended_is_said_of_the_days_since_and_no_end_of_it_is_claimed():
    log = diary(110, typical_s=(50, 50), growth_s=0).assign(target_s=600.0, ended="let_go")
    day = (log["started_at"].dt.normalize() - log["started_at"].min().normalize()).dt.days
    log["hold_s"] += 0.6 * np.minimum(day, 82)
    (first, *_) = story(log.assign(hold_id=None), today="2026-06-21")
    assert "both growing longer before, with no clear change in the last 28 days" in first


def test_a_side_that_lost_some_of_what_it_had_gained_is_told_with_what_it_had():
    log = diary(112, typical_s=(50, 50), growth_s=0).assign(target_s=600.0, ended="let_go")
    day = (log["started_at"].dt.normalize() - log["started_at"].min().normalize()).dt.days
    log["hold_s"] += np.where(day < 84, 0.6 * day, np.maximum(50 - 3 * (day - 84), 35))
    (first, *_) = story(log.assign(hold_id=None), today="2026-06-23")
    growth = first.split("; ")[1]
    assert "growing longer before" in growth
    assert re.search(r"\(1:3\d in the 28 days before\)", growth)


def test_where_a_side_was_always_first_sides_that_seem_even_are_told_with_that():
    log = diary(84, typical_s=(70, 70), growth_s=0).assign(ended="let_go")
    assert "Both sides held about equally long; right was always held first." in story(log)
    said = next(each for each in hiplog.summary(log).rests_on if "about even" in each)
    assert said.endswith(
        "right was always held first, and second holds are often shorter: that may hide a difference."
    )


@pytest.mark.parametrize(("until", "is_said"), [("2026-06-21", True), ("2026-05-20", False)])
def test_a_side_that_grows_is_told_as_at_first_where_it_does_so_only_since(until, is_said):
    log = diary(110, typical_s=(50, 50), growth_s=0).assign(target_s=600.0, ended="let_go")
    day = (log["started_at"].dt.normalize() - log["started_at"].min().normalize()).dt.days
    turn = 55 if is_said else 39
    log["hold_s"] += np.where(day < turn, 0.8 * day, 0.8 * (2 * turn - day))
    log = log[log["started_at"] < until].assign(hold_id=None)
    (first, *_) = story(log, today=log["started_at"].max())
    sides, growth, _ = first.split("; ")
    assert "both growing" in growth
    assert ("not certain that either differs" in sides) is is_said


def test_holds_that_pain_ended_are_told_where_no_side_is_said_to_be_longer():
    log = diary(84, typical_s=(70, 70), growth_s=0)
    in_pain = (log["side"] == "left") & (log["started_at"] >= "2026-05-20")
    (sides,) = (
        said for said in story(log.assign(ended=log["ended"].mask(in_pain, "pain"))) if "pain ended" in said
    )
    assert sides == (
        "Both sides held about equally long; right was always held first; pain ended 7 of 28 left holds."
    )


def test_a_log_of_one_day_is_told_by_its_date():
    assert "You did a whole session on 4 Mar 2026." in story(diary(1), today="2026-03-04")
    assert "You did a whole session on 2 of the last 2 days; a session on 2 days in a row." in story(
        diary(2), today="2026-03-05"
    )


def test_a_log_of_days_is_told_as_so_far_and_not_as_28_days():
    assert story(diary(12), today="2026-03-15")[0].startswith("So far: left ")


def test_where_pain_ended_holds_of_the_shorter_side_those_of_the_longer_one_are_told_too():
    log = diary(60).assign(note=None)
    late = log["started_at"].ge("2026-04-10")
    for side, n in (("left", 4), ("right", 2)):
        log.loc[log.index[late & log["side"].eq(side)][:n], "ended"] = "pain"
    sides = next(said for said in story(log) if "pain ended" in said)
    assert sides.endswith("; pain ended 4 of 28 left holds and 2 of 28 right holds.")


@pytest.mark.parametrize(("hour", "said"), [(0, True), (4, False)])
def test_days_whose_session_began_soon_after_midnight_are_told_of(hour, said):
    days = pd.date_range("2026-03-04", periods=28)
    late = pd.to_timedelta(np.where(np.arange(28) % 2, 60 * hour + 10, -10), "min")
    log = held(left=[60.0] * 28, right=[61.0] * 28)
    log["started_at"] = np.concatenate([days + late + pd.Timedelta(minutes=n) for n in (0, 3)])
    words = "\n".join(hiplog.summary(log).sentences)
    assert ("have one soon after their midnight, which counts for the day after." in words) == said


def test_dates_without_a_time_are_not_told_as_midnight():
    log = hiplog.read_log(b"date,left,right\n2026-03-01,45,44\n2026-03-03,46,45\n2026-03-05,47,46\n", name="a.csv")
    assert "midnight" not in str(hiplog.summary(log))


def test_a_side_given_up_is_told_with_when_and_with_what_was_so_until_then():
    log = diary(90, typical_s=(50, 80), growth_s=0)
    log = log[log["side"].eq("right") | log["started_at"].lt("2026-05-01")].assign(hold_id=None)
    said = story(log, today="2026-06-01")
    assert any(
        re.match(
            r"Your left side was last held on 30 Apr 2026; until then: right held longer: left was \d+ %", one
        )
        for one in said
    )
    assert "You held the right side alone on 28 of the last 28 days." in said


def test_sessions_with_pain_that_are_no_whole_ones_are_said_to_be_among_those_counted():
    log = diary(28)
    last = log["session_id"].eq(log["session_id"].iloc[-1])
    text = story(log.assign(ended=log["ended"].mask(last, "interrupted")), today=log["started_at"].max())
    assert any("You did a whole session on 27 of" in said for said in text)
    assert any(re.match(r"Pain was lower after \d+ of 28 sessions, unfinished ones too", said) for said in text)


def test_a_spell_of_pain_stands_in_the_title_and_right_after_the_levels():
    log = diary(80)
    log["pain_before"] = np.where(log["started_at"] >= "2026-05-16", 8.0, 3.0)
    said = story(log, today=log["started_at"].max())
    assert said[1].startswith("Since 16 May 2026 pain has been higher than your own recent level, up to 8")
    ax = hiplog.plot_pain(log, ax=axes())
    assert drawn.finding(ax).endswith("; higher since 16 May 2026, up to 8")


def test_a_spell_that_is_over_is_not_in_the_title_of_pain():
    log = diary(90)
    log["pain_before"] = np.where(log["started_at"].between("2026-05-08", "2026-05-18"), 8.0, 3.0)
    assert any("pain was higher than your own level before" in said for said in story(log, today="2026-06-01"))
    assert "higher since" not in drawn.finding(hiplog.plot_pain(log, ax=axes()))
