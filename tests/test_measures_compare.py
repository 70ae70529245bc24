"""Before and after: what changed, how sure that is, and that a log that grows anyway has no turning point."""

import numpy as np
import pandas as pd
import pytest
from held import held

import hiplog
from hiplog.charts.pictures import in_words
from hiplog.schema import Diary, LogError
from hiplog.verdicts.comparison import AT_OTHER_ORDER, OTHER_ORDER, OTHER_THINGS, compare_in_words

AT = "2026-03-26"  # day 84 of the logs below


def log_of(left=0.0, right=0.0, *, slope=0.0, seed=1, days=112, spread=0.12, cap=None, pain=None) -> pd.DataFrame:
    """Return a session a day, whose sides step up by that share on day 84 and grow by `slope` a day all along."""
    rng = np.random.default_rng(seed)
    step = np.where(np.arange(days) >= 84, np.array([[left], [right]]), 0.0)
    limits = 80 * np.exp(slope * np.arange(days) + np.log1p(step) + spread * rng.standard_normal((2, days)))
    if cap:
        ended = np.where(limits >= cap, "target", "let_go").ravel()
        log = held(*np.minimum(limits, cap), target_s=cap).assign(ended=ended)
    else:
        log = held(*limits, ended="let_go")
    return log if pain is None else log.assign(pain_before=np.tile(pain, 2))


def row(rows: pd.DataFrame, what: str, side: str | None = None) -> pd.Series:
    (found,) = (each for _, each in rows[rows["what"] == what].iterrows() if side in (None, each["side"]))
    return found


def test_a_step_of_one_side_is_told_of_that_side_and_of_the_balance():
    rows = hiplog.compare(log_of(left=0.3), at=AT)
    left, right, balance = row(rows, "typical", "left"), row(rows, "typical", "right"), row(rows, "balance")
    assert left["low"] < 30 < left["high"]
    assert [left["verdict"], right["verdict"], balance["verdict"]] == ["higher", "no_clear_change", "lower"]
    assert left["second"] / left["first"] == pytest.approx(1 + left["change"] / 100)
    assert rows[["days_first", "days_second", "sessions_first", "sessions_second"]].iloc[0].tolist() == [28] * 4


def test_growth_that_was_there_before_makes_no_day_a_turning_point():
    verdicts = [
        row(hiplog.compare(log_of(slope=0.006, seed=seed), at=AT), "typical", side)["verdict"]
        for seed in range(10)
        for side in ("left", "right")
    ]
    assert sum(verdict == "higher" for verdict in verdicts) <= 3  # of 20
    assert sum(verdict == "higher_as_before" for verdict in verdicts) >= 8


def test_the_share_that_reached_its_target_and_the_pairs_with_ties_at_it():
    rows = hiplog.compare(log_of(left=0.5, cap=90.0), at=AT)
    reached, pairs = row(rows, "reached", "left"), row(rows, "non_overlap", "left")
    assert reached["second"] - reached["first"] == pytest.approx(reached["change"])
    assert reached["verdict"] == "higher"
    assert pairs["second"] > 70
    assert 0 < pairs["ties"] < 0.5
    assert pd.isna(pairs["verdict"])


def test_where_every_hold_reached_the_target_that_is_the_result_and_no_lack_of_it():
    rows = hiplog.compare(log_of(cap=30.0), at=AT)
    told = rows[rows["what"].isin(["reached", "typical", "balance"])].set_index("what")["verdict"]
    assert told["reached"].tolist() == ["no_clear_change"] * 2
    assert [*told["typical"], told["balance"]] == ["both_reached"] * 3
    both = "Both sides reached the target on every day compared; how much longer they could be held was not seen."
    for brief in (False, True):
        words = " ".join(compare_in_words(rows, brief=brief))
        assert both in words
        assert "Not enough" not in words


def test_of_a_side_that_always_reached_the_target_that_is_said_and_of_the_other_how_long_it_is_held():
    log = log_of(seed=2)
    log.loc[log["side"] == "left", ["hold_s", "ended"]] = [120.0, "target"]
    words = compare_in_words(hiplog.compare(log.assign(target_s=120.0), at=AT))
    left = "The left side reached the target on every day compared; how much longer it could be held was not seen."
    assert words[1] == left
    assert [word for word in words if word.startswith("Right holds were typically ")]


def test_pain_and_practice_are_compared_too():
    pain = np.where(np.arange(112) < 84, 5.0, 3.0) + np.tile([0.0, 1.0], 56)
    log = log_of(pain=pain)
    log = log[(log["started_at"] >= AT) | (log["started_at"].dt.day % 2 == 0)]
    rows = hiplog.compare(log, at=AT)
    assert row(rows, "pain")["verdict"] == "lower"
    assert row(rows, "pain")["second"] == pytest.approx(3.5)
    practice = row(rows, "practice")
    assert practice[["first", "second"]].tolist() == pytest.approx([50, 100], abs=2)
    assert practice["verdict"] == "higher"


def test_a_mark_of_the_log_is_a_day_too():
    log, marks = log_of(left=0.3), pd.DataFrame({"day": [pd.Timestamp(AT)], "words": ["a new mattress"]})
    marked = hiplog.compare(log, at="a new mattress", diary=Diary(marks=marks))
    pd.testing.assert_frame_equal(marked, hiplog.compare(log, at=AT))


def test_two_spans_and_the_days_before_and_from_a_day_are_the_same():
    spans = (("2026-02-26", "2026-03-25"), (AT, "2026-04-22"))
    pd.testing.assert_frame_equal(hiplog.compare(log_of(), spans=spans), hiplog.compare(log_of(), at=AT))


def test_days_after_stretches_are_compared_with_days_after_none():
    log = log_of()
    stretched = log[(log["side"] == "left") & (log["started_at"].dt.day % 3 == 0)].assign(exercise="quad_stretch")
    every = pd.concat([log, stretched.assign(started_at=stretched["started_at"] + pd.Timedelta(minutes=9))])
    rows = hiplog.compare(every, by="stretches")
    assert row(rows, "typical", "left")["verdict"] == "no_clear_change"
    assert rows["days_second"].iloc[0] in range(26, 30)
    assert "practice" not in set(rows["what"])


def test_days_after_several_sessions_are_compared_with_days_after_one():
    log = log_of()
    more = log[log["started_at"].dt.day % 2 == 0]
    later = more.assign(started_at=more["started_at"] + pd.Timedelta(hours=8), hold_s=more["hold_s"] * 0.7)
    rows = hiplog.compare(pd.concat([log, later]), by="sessions_a_day")
    assert row(rows, "typical", "left")["verdict"] == "no_clear_change"  # the day's first holds alone
    assert rows["days_second"].iloc[0] > 30


def test_under_14_days_nothing_is_told():
    rows = hiplog.compare(log_of(left=0.5)[lambda log: log["started_at"] < "2026-04-08"], at=AT)
    assert rows["verdict"].dropna().eq("not_enough").all()
    assert "not enough to tell" in compare_in_words(rows)[1]


def test_the_beginning_can_be_left_out():
    assert hiplog.compare(log_of(), at="2026-01-29", run_in=20)["days_first"].iloc[0] == 8
    assert hiplog.compare(log_of(), by="stretches", run_in=200).empty


@pytest.mark.parametrize("given", [{}, {"at": "a new matress"}])
def test_where_no_day_was_given_the_marks_of_the_log_are_offered(given):
    marks = pd.DataFrame({"day": ["2026-01-01", "2026-02-02"], "words": ["a new mattress", "three times a day"]})
    offered = (
        r"; at may also be one of your marks: 'three times a day' \(2026-02-02\), 'a new mattress' \(2026-01-01\)"
    )
    with pytest.raises(hiplog.LogError, match=offered):
        hiplog.compare(log_of(), diary=Diary(marks=marks), **given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "compare: expected one of at, spans and by"),
        ({"at": AT, "by": "stretches"}, "compare: expected one of at, spans and by"),
        ({"by": "weekday"}, "compare: by is 'weekday', expected one of stretches, sessions_a_day"),
        ({"at": "last week"}, "compare: at is 'last week', expected a date like 2026-03-04"),
        ({"spans": [(AT, AT)]}, "expected two, each a first and a last day"),
        ({"spans": [(AT, AT), (AT, AT)]}, "spans overlap or are not in their order"),
        ({"at": AT, "run_in": -1}, "compare: run_in is -1, expected a whole number"),
    ],
)
def test_what_cannot_be_compared_is_refused(given, message):
    with pytest.raises(LogError, match=message):
        hiplog.compare(log_of(days=30), **given)


def test_a_log_of_one_side_is_compared_as_far_as_it_goes_and_that_is_said():
    log = log_of(left=0.3).query("side == 'left'")
    rows = hiplog.compare(log, at=AT)
    assert rows["side"].dropna().unique().tolist() == ["left"]
    assert "balance" not in set(rows["what"])
    assert row(rows, "typical", "left")["verdict"] == "higher"
    assert row(rows, "practice")["verdict"] == "not_enough"
    assert compare_in_words(rows)[-3:-1] == [
        "Only the left side was held.",
        "Not enough to tell of days practised: each part needs 14 days with a hold; both sides 8 sessions.",
    ]


def test_a_side_that_was_given_up_leaves_the_other_to_be_compared():
    log = log_of(right=0.3).query("side == 'right' or started_at < @AT")
    rows = hiplog.compare(log, at=AT)
    assert [row(rows, "typical", side)["verdict"] for side in ("left", "right")] == ["not_enough", "higher"]
    assert row(rows, "balance")["verdict"] == "not_enough"
    names = "left holds, one side against the other, days practised"
    needed = "a side 7 days, and 5 holds that ended before the target; both sides 8 sessions"
    said = f"Not enough to tell of {names}: each part needs 14 days with a hold; {needed}."
    assert said in compare_in_words(rows)


@pytest.mark.parametrize(("sessions", "is_enough"), [(7, False), (8, True)])
def test_one_side_against_the_other_wants_8_sessions_of_both(sessions, is_enough):
    log, until = log_of(), pd.Timestamp(AT) + pd.Timedelta(days=sessions)
    rows = hiplog.compare(log[(log["side"] == "left") | (log["started_at"] < until)], at=AT)
    assert rows["sessions_second"].iloc[0] == sessions
    assert [row(rows, what)["verdict"] != "not_enough" for what in ("balance", "practice")] == [is_enough] * 2
    assert row(rows, "typical", "right")["verdict"] != "not_enough"


def test_pain_of_days_without_a_session_is_compared_too():
    log = log_of(pain=np.tile([3.0, 4.0], 56)).query("started_at < @AT")
    days = pd.DataFrame({"day": pd.date_range(AT, periods=28).astype(str), "pain": [6, 7] * 14})
    rows = hiplog.compare(log, at=AT, diary=Diary(days=days))
    assert row(rows, "pain")[["first", "second"]].tolist() == pytest.approx([3.5, 6.5])
    assert row(rows, "pain")["verdict"] == "higher"
    few = hiplog.compare(log, at=AT, diary=Diary(days=days[:13]))
    assert row(few, "pain")["verdict"] == "not_enough"


def test_a_log_without_pain_has_no_rows_of_it():
    assert not hiplog.compare(log_of(), at=AT)["what"].str.startswith("pain").any()


def test_no_holds_have_no_rows():
    rows = hiplog.compare(log_of()[:0], at=AT)
    assert rows.empty
    assert compare_in_words(rows) == ["There are no holds to compare."]


def test_the_words_end_by_saying_that_other_things_changed_too():
    said = compare_in_words(hiplog.compare(log_of(left=0.3), at=AT))
    both = "28 days (28 sessions)"
    assert said[0] == f"{both} are compared with {both}, by each day's first holds."
    assert any(words.startswith("Left holds were typically") and ": higher by" in words for words in said)
    assert said[-1] == OTHER_THINGS


def test_the_chart_shows_each_change_and_fills_those_that_are_told():
    ax = hiplog.plot_compare(log_of(left=0.3), at=AT)
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == ["days practised", "balance", "right hold", "left hold"]
    filled = [line.get_markerfacecolor() != "none" for line in ax.lines if line.get_marker() in ("o", "s", "D")]
    assert filled == [False, True, False, True]
    words = in_words(ax.figure)
    assert words.startswith(
        "Left holds were longer, left gained on right, the rest no clear change in the 28 days from"
    )
    assert "28 days before 26 Mar 2026: 28 days with a hold. 28 days from then on: 28 days with a hold." in words
    assert [text.get_text() for text in ax.texts if " → " in text.get_text()][-1] == "1:18 → 1:45"
    assert "0" in [label.get_text() for label in ax.get_xticklabels()]
    few = hiplog.plot_compare(log_of(days=90), at=AT)
    assert few.get_title() == "Too few days or sessions to compare"


def test_a_chart_without_holds_to_compare_says_so_and_why():
    words = in_words(hiplog.plot_compare(of_two_targets(60.0, 120.0), at=AT).figure)
    assert words.startswith("No clear change in the 28 days from 26 Mar 2026 on; holds are not compared.")
    assert "Not enough to tell of left holds, right holds, one side against the other" in words


def of_two_targets(before: float, after: float) -> pd.DataFrame:
    log = log_of(spread=0.2)
    target_s = np.where(log["started_at"] < AT, before, after)
    ended = np.where(log["hold_s"] >= target_s, "target", "let_go")
    return log.assign(hold_s=np.minimum(log["hold_s"], target_s), target_s=target_s, ended=ended)


@pytest.mark.parametrize("targets", [(60.0, 120.0), (120.0, 60.0)])
def test_a_target_that_was_changed_makes_nobody_better_or_worse(targets):
    rows = hiplog.compare(of_two_targets(*targets), at=AT)
    assert not rows["verdict"].isin(["higher", "lower"]).any()
    assert rows.loc[rows["what"] == "reached", "verdict"].tolist() == ["other_target"] * 2
    said = compare_in_words(rows)
    assert "The target is not the same throughout, so how often it was reached is not compared." in said
    assert not any("reached the target on" in sentence for sentence in said)


def test_a_hold_that_ended_at_a_lower_target_is_not_shorter_than_one_of_later():
    pairs = row(hiplog.compare(of_two_targets(60.0, 120.0), at=AT), "non_overlap", "left")
    assert 45 < pairs["second"] < 60
    assert pairs["ties"] > 0.8


@pytest.mark.parametrize("later", ["alternating", "right first"])
def test_levels_at_an_order_that_one_of_the_parts_had_not_are_told_as_that(later):
    log = log_of()
    day = (log["started_at"].dt.normalize() - log["started_at"].min().normalize()).dt.days
    right_first = (day % 2 == 0) | ((day >= 84) & (later == "right first"))
    minute = np.where(log["side"].eq("right") == right_first, 0, 3)
    log["started_at"] = log["started_at"].dt.normalize() + pd.to_timedelta(minute, "min")
    rows = hiplog.compare(log, at=AT)
    assert row(rows, "typical", "left")["at_other_order"] == (later == "right first")
    assert (AT_OTHER_ORDER in compare_in_words(rows)) == (later == "right first")


@pytest.mark.parametrize("few", [0, 3])
def test_where_the_order_changed_with_the_day_how_long_sides_are_held_is_not_compared(few):
    log = log_of()
    day = (log["started_at"].dt.normalize() - log["started_at"].min().normalize()).dt.days
    right_first = (day >= 84) ^ (day.between(80, 79 + few)) ^ (day.between(90, 89 + few))
    minute = np.where(log["side"].eq("right") == right_first, 0, 3)
    log["started_at"] = log["started_at"].dt.normalize() + pd.to_timedelta(minute, "min")
    rows = hiplog.compare(log, at=AT)
    untold = rows[rows["what"].isin(["typical", "balance"])]
    assert untold["verdict"].eq("other_order").all()
    assert untold[["first", "second", "change", "low", "high"]].isna().all(axis=None)
    assert OTHER_ORDER in compare_in_words(rows)
    assert row(rows, "practice")["verdict"] == "no_clear_change"


def test_days_that_are_all_alike_do_not_tell_how_sure_a_change_is():
    log = log_of(left=3.0, right=3.0, cap=150.0)
    reached = row(hiplog.compare(log, at=AT), "reached", "left")
    assert reached[["first", "second", "change"]].tolist() == pytest.approx([0, 100, 100])
    assert pd.isna(reached["low"])
    assert reached["verdict"] == "all_alike"
    said = compare_in_words(hiplog.compare(log, at=AT))
    alike = "Left reached the target on 0 and 100 % of days: days so alike do not tell how sure a change is."
    assert alike in said


def test_a_change_of_shares_lies_within_what_can_be():
    log = log_of(left=0.9, right=0.9, cap=100.0, slope=0.002)
    far = [("2025-11-01", "2025-11-28"), ("2026-10-04", "2026-10-31")]
    for rows in (hiplog.compare(log, at=AT), hiplog.compare(hiplog.example(), spans=far)):
        shares = rows[rows["what"].isin(["reached", "practice"])]
        assert shares[["change", "low", "high", "beyond", "low_beyond", "high_beyond"]].abs().max(axis=None) <= 100
        assert shares[["first", "second"]].min(axis=None) >= 0


def test_days_on_which_one_paused_are_none_on_which_one_did_not_practise():
    log = held([60.0] * 40, [62.0] * 40, session_id=[*map(str, range(40))] * 2)
    ill = pd.date_range("2026-01-25", periods=4)
    log = log[~log["started_at"].isin(ill)]
    spans = [("2026-01-01", "2026-01-20"), ("2026-01-21", "2026-02-09")]
    paused = Diary(days=pd.DataFrame({"day": ill.astype("str"), "reason": "ill"}))
    for said, second in ((Diary(), 80), (paused, 100)):
        rows = hiplog.compare(log, spans=spans, diary=said).set_index("what")
        assert rows.at["practice", "second"] == pytest.approx(second)


def test_the_interval_of_a_share_of_pairs_is_that_of_delong_or_wider_for_runs():
    rng = np.random.default_rng(3)
    one, other = rng.lognormal(4.0, 0.2, 30), rng.lognormal(4.1, 0.2, 30)
    log = held([*one, *other], target_s=300.0)
    spans = [("2026-01-01", "2026-01-30"), ("2026-01-31", "2026-03-01")]
    row = hiplog.compare(log, spans=spans).set_index(["what", "side"]).loc[("non_overlap", "left")]
    above = other[:, None] > one
    error = np.sqrt(above.mean(axis=1).var(ddof=1) / 30 + above.mean(axis=0).var(ddof=1) / 30)
    assert row["second"] == pytest.approx(100 * above.mean())
    assert 3.9 * 100 * error <= row["high"] - row["low"] <= 6 * 100 * error


A_DAY = "compare: spans is None, expected a date like 2026-03-04"
TWO = "expected two, each a first and a last day"
ORDER = (
    "compare: spans overlap or are not in their order, expected the earlier one first, each from its first day to "
    "its last"
)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "compare: expected one of at, spans and by"),
        ({"at": "2026-03-09", "by": "stretches"}, "compare: expected one of at, spans and by"),
        ({"at": "x"}, "compare: at is 'x', expected a date like 2026-03-04"),
        ({"by": "x"}, "compare: by is 'x', expected one of stretches, sessions_a_day"),
        ({"at": "2026-03-09", "run_in": -1}, "compare: run_in is -1, expected a whole number from 0 to 36500"),
        ({"spans": 5}, f"compare: spans is 5, {TWO}"),
        ({"spans": "ab"}, f"compare: spans is 'ab', {TWO}"),
        ({"spans": [("2026-01-04", None), ("2026-02-01", "2026-02-09")]}, A_DAY),
        ({"spans": [("2026-01-09", "2026-01-04"), ("2026-02-01", "2026-02-09")]}, ORDER),
        ({"spans": [("2026-01-04", "2026-01-09"), ("2026-02-09", "2026-02-01")]}, ORDER),
        ({"spans": [("2026-01-04", "2026-02-01"), ("2026-02-01", "2026-02-09")]}, ORDER),
    ],
)
def test_what_cannot_be_compared_is_refused_with_what_to_give(given, said):
    with pytest.raises(hiplog.LogError) as refused:
        hiplog.compare(held([50] * 9, [60] * 9), **given)
    assert str(refused.value) == said


def test_who_gives_no_day_is_offered_the_five_latest_marks_of_the_log():
    with hiplog.Log(":memory:") as log:
        log.add(held([50] * 9, [60] * 9))
        for day in range(1, 8):
            log.mark(f"2026-01-0{day}", f"word {day}")
        with pytest.raises(hiplog.LogError) as refused:
            hiplog.compare(log, at="x")
    latest = ", ".join(f"'word {day}' (2026-01-0{day})" for day in (7, 6, 5, 4, 3))
    said = "compare: at is 'x', expected a date like 2026-03-04"
    assert str(refused.value) == f"{said}; at may also be one of your marks: {latest}"
