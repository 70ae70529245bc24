import re

import numpy as np
import pandas as pd
import pytest
from diaries import diary, holds

import hiplog
from hiplog.dates import clock
from hiplog.schema import Diary, LogError, empty

NOT_ALLOWED = re.compile(
    r"\b(normal|abnormal|safe|unsafe|risk|should|injur\w*|danger\w*|cause\w*|because)\b", re.I
)
LOGS = {
    "empty": empty(),
    "one hold": holds(("2026-03-04T07:00", "left", 65.0, "let_go")),
    "two holds": diary(1),
    "two months": diary(60),
    "one side": diary(40, sides=("left",)),
    "all capped": diary(40, typical_s=(300, 300)),
    "no target": diary(40, target_s=np.nan).assign(ended="let_go"),
    "only interrupted": diary(10).assign(ended="interrupted"),
}


@pytest.fixture(scope="module")
def two_months():
    return diary(60)


def test_it_says_the_typical_hold_of_each_side_with_its_range(two_months):
    rows = hiplog.typical_hold(two_months).itertuples()
    left, right = (f"{clock(row.median_s)} ({clock(row.low_s)} to {clock(row.high_s)})" for row in rows)
    said = f"In the last 28 days your left side was typically held for {left}, your right side for {right}."
    assert hiplog.summary(two_months, today="2026-05-02").rests_on[0] == said


def test_a_typical_hold_above_the_target_is_the_target_or_more():
    able = diary(60, typical_s=(70, 132), growth_s=0)
    least = hiplog.typical_hold(able).query("side == 'right'")["low_s"].iloc[0]
    assert f"your right side for about 2:00 or longer ({clock(least)} to beyond 2:00)." in str(
        hiplog.summary(able)
    )


def test_a_side_that_nearly_always_reaches_its_target_is_counted():
    capped = diary(40, typical_s=(300, 70), growth_s=0)
    said = str(hiplog.summary(capped))
    assert "your left side reached the target in 28 of 28 holds, your right side was typically held for" in said


def test_interrupted_holds_are_not_counted_as_reaching_the_target():
    text = str(hiplog.summary(diary(10).assign(ended="interrupted")))
    assert "there are too few holds to say what is typical: left 10, right 10." in text
    assert "reached" not in text


def test_two_holds_are_too_few_to_say():
    few = "In the one day up to 4 Mar 2026 there are too few holds to say what is typical: left 1, right 1."
    assert few in hiplog.summary(diary(1)).sentences
    alone = hiplog.summary(diary(1, sides=("left",))).sentences
    assert any("your left side has too few holds to say what is typical (1), your right" in said for said in alone)


def test_a_side_without_holds_is_named():
    text = str(hiplog.summary(diary(40, sides=("left",))))
    assert "your right side has no hold yet." in text
    assert "Side against side, in the 28 days up to 12 Apr 2026: not enough to tell: no hold on the right." in text


def test_growth_is_said_of_the_side_that_shows_it():
    growing = diary(60, typical_s=(40, 75), growth_s=0.0)
    growing.loc[growing["side"] == "left", "hold_s"] *= np.linspace(1, 1.8, 60)
    (sentence,) = (said for said in hiplog.summary(growing).sentences if said.startswith("Over the 56 days up to"))
    assert re.search(
        r", left holds grew longer, by \d\.\d s a week \(between \+\d\.\d and \+\d\.\d s a week\), "
        r"from about \d:\d\d to \d:\d\d;",
        sentence,
    )
    assert "no clear change on the right (between -" in sentence


def test_the_verdict_on_the_sides_is_the_measured_one(two_months):
    last = hiplog.balance(two_months).iloc[-1]
    range_ = f"(likely {last['low_pct']:.0f} to {last['high_pct']:.0f} %)"
    said = f"right longer: left was {last['balance_pct']:.0f} % shorter {range_}; right was always held first"
    said += ", and second holds are often shorter: part of the difference may be the order."
    assert f"Side against side, in the 28 days up to 2 May 2026: {said}" in hiplog.summary(two_months).sentences


def test_practice_is_held_against_the_plan(two_months):
    now = hiplog.summary(two_months, plan=1, today="2026-05-02").sentences
    whole = "In the last 28 days you did a whole session on 28 days, and met the plan of"
    assert f"{whole} 1 a day on 28 of 28 days; now 60 days in a row with a session." in now
    two = hiplog.summary(two_months, plan=2, today="2026-05-02").sentences
    assert f"{whole} 2 a day on 0 of 28 days; now 60 days in a row with a session." in two


def test_pain_is_said_now_and_before_and_over_sessions():
    sore = diary(56).assign(pain_after=2.0, note=None)
    sore["pain_before"] = np.where(sore["started_at"] < "2026-04-01", 6.0, 4.0)
    text = str(hiplog.summary(sore))
    assert "A day's first pain was typically 4 of 10 (28 days) in the 28 days up to 28 Apr 2026; in the" in text
    assert (
        "In 28 sessions of the 28 days up to 28 Apr 2026 with pain rated before and after, it was lower after 28"
        in text
    )


def test_a_spell_that_lasts_is_said_in_the_persons_own_terms():
    sore = diary(40)
    sore["pain_before"] = sore["pain_after"] = np.where(sore["started_at"] > "2026-04-10", 7.0, 2.0)
    assert (
        "Since 10 Apr 2026 pain has been higher than your own recent level, up to 7 of 10."
        in hiplog.summary(sore, today="2026-04-12").sentences
    )


@pytest.mark.parametrize(("lower", "is_said"), [(1, True), (2, False)])
def test_a_spell_lasts_until_two_days_in_a_row_are_lower(lower, is_said):
    sore, last = diary(50), pd.Timestamp("2026-04-22")
    spell = sore["started_at"].between("2026-04-05", last - pd.Timedelta(days=lower - 1))
    sore["pain_before"] = sore["pain_after"] = np.where(spell, 7.0, 2.0)
    said = "Since 5 Apr 2026 pain has been higher than your own recent level, up to 7 of 10."
    assert (said in hiplog.summary(sore, today=last).sentences) is is_said


def test_a_spell_that_is_over_is_told_with_its_end_for_28_days():
    sore = diary(60)
    spell = sore["started_at"].between("2026-04-10", "2026-04-15")
    sore["pain_before"] = sore["pain_after"] = np.where(spell, 7.0, 2.0)
    assert "recent level" not in str(hiplog.summary(sore))
    said = "From 10 Apr 2026 to 14 Apr 2026, pain was higher than your own level before, up to 7 of 10."
    assert said in hiplog.summary(sore).story
    later = diary(72).assign(pain_before=2.0, pain_after=2.0)
    later.loc[later["started_at"].between("2026-04-10", "2026-04-15"), ["pain_before", "pain_after"]] = 7.0
    assert "level before" not in str(hiplog.summary(later))


def test_places_are_counted_now_before_and_earlier_and_denied_ones_are_not():
    noted = diary(70, sides=("left",)).assign(note=None)
    noted.loc[[0, 20, 60, 69], "note"] = ["SI joint sore", "sciatica again", "low back stiff", "low back stiff"]
    noted.loc[65, "note"] = "no pain in the SI joint"
    said = "mention low back (2 sessions); of the 28 days before, leg or sciatica (1 session); earlier,"
    assert (
        f"Notes of the 28 days up to 12 May 2026 {said} SI joint (1 session)." in hiplog.summary(noted).sentences
    )


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("hip sore", "hip"),
        ("SI joint sore", "SI joint"),
        ("low back stiff", "low back"),
        ("sciatica again", "leg or sciatica"),
        ("ITB sore", "ITB"),
        ("knee sore", "knee"),
        ("groin sore", "groin"),
        ("shoulder sore", "other"),
    ],
)
def test_a_place_is_said_as_a_person_would(note, place):
    noted = diary(1, sides=("left",)).assign(note=note)
    assert hiplog.pain_places(noted)["place"].tolist() == [place]


def test_a_note_on_both_sides_of_a_session_counts_once():
    noted = diary(1).assign(note="ITB sore")
    assert "mention ITB (1 session)." in str(hiplog.summary(noted))


@pytest.mark.parametrize("log", LOGS)
def test_the_words_stay_within_what_a_record_may_say(log):
    text = str(hiplog.summary(LOGS[log]))
    assert not NOT_ALLOWED.search(text)
    assert "nan" not in text.lower()


@pytest.mark.parametrize("log", LOGS)
def test_it_ends_by_saying_what_it_is_not(log):
    assert hiplog.summary(LOGS[log]).sentences[-1] == "This is a record, not medical advice."


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"exercise": "quad_stretch"}, "There is no hold of quad stretch, but 18 of hip_balance."),
        (
            {"until": "1990-01-01"},
            "There is no hold of hip balancing up to 1 Jan 1990, but 18 on other days, the last on 12 Mar 2026.",
        ),
    ],
)
def test_where_no_hold_is_of_what_was_asked_it_says_what_there_is(given, said):
    assert str(hiplog.summary(diary(9), **given)) == f"{said}\nThis is a record, not medical advice."


def test_an_empty_log_has_one_honest_sentence():
    said = "There are no holds yet of this exercise: quad stretch.\nThis is a record, not medical advice."
    assert str(hiplog.summary(empty(), exercise="quad_stretch")) == said


def test_in_a_notebook_it_is_an_escaped_list():
    html = hiplog.summary(diary(1))._repr_html_()
    assert html.startswith(
        '<div class="mathjax_ignore"><p style="font-size: 1.15em">So far <strong>1</strong> hold on'
    )
    assert "&#x27;" in html  # of A day's
    # The first stands above the list, and the last below it.
    assert html.count("<li>") == len(hiplog.summary(diary(1)).sentences) - 2


def test_an_unknown_exercise_and_a_plan_of_nothing_are_refused(two_months):
    with pytest.raises(LogError, match="exercise is 'yoga', expected one of hip_balance"):
        hiplog.summary(two_months, exercise="yoga")
    with pytest.raises(LogError, match="summary: plan is 0, expected a whole number from 1 to 3"):
        hiplog.summary(two_months, plan=0)


def test_the_slope_is_that_of_the_last_eight_weeks():
    log = diary(120, typical_s=(40, 60), growth_s=0.0)
    log.loc[log["started_at"] < "2026-04-20", "hold_s"] /= 2
    said = "".join(each for each in hiplog.summary(log).sentences if each.startswith("Over the "))
    for row in hiplog.trend(log, days=56).itertuples():
        assert f"on the {row.side} " in said or f"{row.side} holds grew" in said
        if row.verdict.endswith("_until_lately"):
            assert "Over the 112 days up to the last hold" in said
        else:
            assert f"{row.low_s_per_week:+.1f} and {row.high_s_per_week:+.1f} s a week" in said


def test_a_plan_of_two_is_met_by_two_sessions_and_not_by_one():
    one, two = (str(hiplog.summary(diary(9, a_day=n), plan=2)) for n in (1, 2))
    assert "Practised on 9 of the 9 days up to 12 Mar 2026; the plan of 2 a day met on none" in one
    assert "met the plan of 2 a day on 0" in one
    assert "Plan met on 9 of the 9 days up to 12 Mar 2026" in two
    assert "met the plan of 2 a day on 9" in two


def test_the_plan_and_the_sessions_are_those_of_the_last_28_days():
    text = str(hiplog.summary(diary(60, pause=[30, 40, 58]), plan=1, today="2026-05-02"))
    assert (
        "In the last 28 days you did a whole session on 26 days, and met the plan of 1 a day on 26 of 28 days."
        in text
    )


def test_where_no_plan_was_set_none_is_told_as_met():
    text = str(hiplog.summary(diary(60, pause=[30, 40, 58]), today="2026-05-02"))
    assert "In the last 28 days you did a whole session on 26 of 28 days." in text
    assert "plan" not in text


def test_fewer_days_in_a_row_than_two_are_not_said():
    assert "in a row" not in str(hiplog.summary(diary(1)))
    assert "now 2 days in a row with a session" in str(hiplog.summary(diary(2), today="2026-03-06"))
    assert "did a whole session on 1 of 1 day." in str(hiplog.summary(diary(1)))


def test_pain_that_went_down_and_up_over_sessions_is_counted_each_way():
    sore = diary(30, sides=("left",)).assign(note=None, pain_before=4.0, pain_after=4.0)
    sore.loc[[10, 11], "pain_after"] = 2.0
    sore.loc[29, "pain_after"] = 5.0
    text = str(hiplog.summary(sore))
    assert "In 28 sessions of the 28 days up to 2 Apr 2026 with pain rated before and after, it was lower" in text
    assert "lower after 2 and higher after 1." in text
    assert "and higher after 1." in text


def test_only_the_beginning_of_an_endless_note_is_looked_at():
    noted = diary(3)
    noted.loc[0, "note"] = "my knee hurts. " + "x " * 10_000 + "my groin hurts."
    said = str(hiplog.summary(noted))
    assert "knee (1 session)" in said
    assert "groin" not in said


def test_places_are_said_the_most_noted_first():
    noted = diary(6, sides=("left",)).assign(note=["knee hurts", *["SI joint sore"] * 2, "groin sore", None, None])
    (said,) = (each for each in hiplog.summary(noted).sentences if each.startswith("Notes of the"))
    assert said.startswith("Notes of the 6 days up to 9 Mar 2026 mention SI joint (2 sessions), ")
    assert said.endswith("groin (1 session).")


def test_of_a_log_that_ended_nothing_is_said_in_the_present_tense():
    text = str(hiplog.summary(diary(60), today="2026-11-26"))
    assert text.startswith("From 4 Mar 2026 to 2 May 2026: left 1:14 (at first ")
    assert text.split("\n")[1] == "The last hold was on 2 May 2026, 208 days ago."
    assert "In the 28 days up to 2 May 2026 your left side" in text
    assert "in the 28 days up to 2 May 2026: " in text
    assert "In the 28 days up to 2 May 2026 you did a whole session on 28 of 28 days" in text
    assert "last 28 days" not in text
    assert not re.search(r"\b(now|has been|in a row|hold is)\b", text, re.I)


def test_where_today_is_not_known_each_sentence_names_its_day():
    text = str(hiplog.summary(diary(60)))
    assert "In the 28 days up to 2 May 2026 you did a whole session on 28 of 28 days" in text
    assert "on 28 of 28 days; 60 days in a row with a session." in text
    assert "last 28 days" not in text


def test_of_a_log_looked_at_up_to_a_day_that_is_past_nothing_is_said_of_what_came_later():
    log = diary(60)  # to 2 May
    text = str(hiplog.summary(log, until="2026-04-10", today="2026-05-02"))
    assert text == str(hiplog.summary(log, until="2026-04-10"))
    assert "In the 28 days up to 10 Apr 2026 you did a whole session on 28 of 28 days" in text
    assert "The last hold was" not in text
    assert str(hiplog.summary(log, until="2026-05-02", today="2026-05-02")) == str(
        hiplog.summary(log, today="2026-05-02")
    )


def test_a_log_of_ten_days_is_told_of_ten_days():
    said = "In the last 10 days you did a whole session on 10 of 10 days; now 10 days"
    text = str(hiplog.summary(diary(10), today="2026-03-13"))
    assert said in text
    assert "In the last 10 days your left side was typically" in text
    assert "Side against side, in the last 10 days: " in text
    assert "28 days" not in text.replace("no pain in the 28 days", "")


def test_growth_that_is_over_is_told_with_what_it_came_to():
    rng, days = np.random.default_rng(3), np.arange(150)
    seconds = (40 + 50 * (1 - np.exp(-days / 25))) * rng.lognormal(0, 0.15, (2, 150))
    log = pd.concat(
        holds(*((pd.Timestamp("2026-03-04T07:00") + pd.Timedelta(days=day, minutes=3 * nth), side, s, "let_go")
                for day, s in zip(days, of_side, strict=True)))
        for nth, (side, of_side) in enumerate(zip(("left", "right"), seconds, strict=True))
    )  # fmt: skip
    story = hiplog.summary(log, today=log["started_at"].max()).story[0]
    assert re.search(
        r"left from 0:5\d to 1:3\d, right from 0:5\d to 1:3\d; both with no clear change in the last 56", story
    )


def test_a_side_that_was_given_up_is_told_of_its_own_last_day():
    log = diary(60)
    log = log[(log["side"] == "left") | (log["started_at"] < "2026-04-13")]
    text = str(hiplog.summary(log, today="2026-05-02"))
    then = r"in the 28 days up to then it was typically held for \d:\d\d \(\d:\d\d to \d:\d\d\)\."
    assert re.search(rf"Your right side was last held on 12 Apr 2026; {then}", text)
    assert "Side against side, in the 28 days up to 12 Apr 2026, when right was last held: right longer" in text
    assert "on the right (between" not in text


@pytest.mark.parametrize(("last", "is_told_so"), [("2026-04-25", False), ("2026-04-24", True)])
def test_a_side_is_given_up_when_the_other_went_on_for_more_than_a_week(last, is_told_so):
    log = diary(60)  # to 2 May
    log = log[(log["side"] == "left") | (log["started_at"].dt.normalize() <= last)]
    assert ("Your right side was last held on" in str(hiplog.summary(log))) is is_told_so


def test_a_side_that_was_given_up_at_its_target_is_told_so():
    log = diary(60, typical_s=(70, 300))
    log = log[(log["side"] == "left") | (log["started_at"] < "2026-04-13")]
    then = "in the 28 days up to then it reached the target in 28 of 28 holds."
    assert f"Your right side was last held on 12 Apr 2026; {then}" in hiplog.summary(log).sentences


def test_a_spell_of_a_log_that_ended_is_told_with_its_end():
    sore = diary(40)
    sore["pain_before"] = sore["pain_after"] = np.where(sore["started_at"] > "2026-04-10", 7.0, 2.0)
    ended = (
        "From 10 Apr 2026 to 12 Apr 2026, when it was rated last, pain was higher than your own level before, "
        "up to 7 of 10."
    )
    assert ended in hiplog.summary(sore, today="2027-03-02").sentences
    assert ended in hiplog.summary(sore).sentences


def test_a_today_that_is_no_date_is_refused(two_months):
    with pytest.raises(LogError, match="summary: today is 'soon', expected a date like 2026-03-04, or None"):
        hiplog.summary(two_months, today="soon")


def said_of_days(*rows):
    names = ("day", "pain", "reason")
    return Diary(days=pd.DataFrame([dict(zip(names, row, strict=True)) for row in rows]))


def test_holds_that_pain_ended_are_told_of_each_side_and_the_sessions_are_done():
    text = str(hiplog.summary(holds(*((f"2026-03-{day:02}", "left", 20.0, "pain") for day in range(1, 29)))))
    assert (
        "you did a session on 28 of 28 days, with a hold ended by pain in 28 of 28 sessions; 28 days in a row"
        in text
    )
    assert "In the 28 days up to 28 Mar 2026 pain ended 28 of 28 left holds." in text.split("\n")
    assert "whole session" not in text


@pytest.mark.parametrize(("n", "said"), [(0, ""), (1, "1 of 56 holds was"), (9, "9 of 56 holds were")])
def test_holds_that_were_interrupted_are_counted_and_told_what_they_tell(n, said):
    log = diary(60)
    log.loc[log.index[30 : 30 + 2 * n : 2], "ended"] = "interrupted"  # none of the last 28 days
    log.loc[log.index[64 : 64 + 2 * n : 2], "ended"] = "interrupted"
    found = [each for each in hiplog.summary(log, today="2026-05-02").sentences if "interrupted" in each]
    tells = "interrupted: such a hold only shows that you can hold at least so long."
    assert found == ([f"In the last 28 days {said} {tells}"] if n else [])


def test_of_how_many_days_pain_is_known_is_told_with_the_days_without_a_session():
    log = diary(40, pause=[30, 31, 32, 33])
    assert "A day's first pain is known for 24 of 28 days; on the 4 others there was no hold." in str(
        hiplog.summary(log)
    )
    text = str(hiplog.summary(log, diary=said_of_days(("2026-04-04", 8, None), ("2026-04-05", 7, "pain"))))
    assert "A day's first pain is known for 26 of 28 days; on the 2 others there was no hold." in text


def test_pain_the_next_day_is_held_against_that_before_the_session_and_right_after_it():
    log = holds(
        *((f"2026-03-{day:02}", side, 60.0, "let_go") for day in range(1, 6) for side in ("left", "right"))
    )
    log = log.assign(pain_before=[5, 5, 3, 3, 6, 6, 4, 4, 3, 3], pain_after=[4, 4, 4, 4, 3, 3, 3, 3, 3, 3])
    (said,) = (each for each in hiplog.summary(log).sentences if "next day" in each)
    counts = "1 of 4 sessions, by 2 or more in 1; than right after it, in 2 of 4"
    why = "Pain goes up and down for other reasons too: after a low number the next is mostly higher."
    assert said == f"On the next day pain was higher than before the session in {counts}. {why}"
    noted = said_of_days(("2026-03-02", 5, None))
    text = str(hiplog.summary(log.assign(pain_before=pd.NA), diary=noted))
    assert "On the next day pain was higher than right after the session in 1 of 1 session, by 2 or" in text


def test_pauses_are_told_with_the_days_meant():
    log = diary(28, pause=[10, 11, 12])
    pause = said_of_days(*((f"2026-03-{day}", None, "away") for day in (14, 15)))
    text = str(hiplog.summary(log, diary=pause))
    assert (
        "you did a whole session on 25 of 26 days (2 days of pause left out); 15 days in a row with a session."
        in text
    )


def test_the_plan_is_that_of_the_log_unless_given():
    with hiplog.Log(":memory:") as log:
        log.add(diary(28))
        log.set_plan(3, since="2026-03-20")
        assert "the plan of 1 a day (3 from 20 Mar 2026) on 16 of 28 days" in str(hiplog.summary(log))
        assert "the plan of 1 a day on 28 of 28 days" in str(hiplog.summary(log, plan=1))


@pytest.mark.parametrize("log", LOGS)
def test_every_sentence_has_one_end(log):
    sentences = hiplog.summary(LOGS[log]).sentences
    assert all(sentence.endswith(".") and not sentence.endswith("..") for sentence in sentences)
    assert hiplog.summary(LOGS[log])._repr_html_().endswith("</p></div>")


@pytest.mark.parametrize(
    ("argument", "value"),
    [("exercise", "yoga"), ("since", "x"), ("plan", 4), ("today", "x"), ("diary", 5)],
)
def test_what_is_refused_names_the_function_that_was_called(two_months, argument, value):
    with pytest.raises(LogError, match=rf"^summary: {argument} is "):
        hiplog.summary(two_months, **{argument: value})


def test_what_pain_places_refuses_it_names(two_months):
    with pytest.raises(LogError, match=r"^pain_places: exercise is "):
        hiplog.pain_places(two_months, exercise="yoga")


def test_where_holds_stop_at_the_same_seconds_it_says_what_was_taken_for_the_target():
    log = diary(40, typical_s=(130, 130), target_s=np.nan).assign(ended=None)
    log["hold_s"] = log["hold_s"].clip(upper=120)
    n = int((log["hold_s"] == 120).sum())
    which = f"{n} of 80 holds stop at 2:00 and hardly one goes beyond"
    said = f"Where this log names no target, {which}: that is taken for the target."
    assert hiplog.summary(log).rests_on[0] == said


def test_a_first_day_that_is_not_over_is_told_as_it_is():
    one = holds(("2026-03-04T07:00", "left", 60.0, "let_go"))
    assert "In the one day you held on 1 day, but not both sides" in str(hiplog.summary(one, today="2026-03-04"))


def test_the_first_holds_of_now_are_those_of_28_days_and_not_of_29():
    log = diary(120, typical_s=(60, 60), growth_s=0).assign(hold_id=None, target_s=np.nan, ended="let_go")
    day = log["started_at"].dt.normalize()
    higher = log.assign(hold_s=log["hold_s"].mask(day == day.max() - pd.Timedelta(days=28), 600.0))
    told = [hiplog.summary(one).story[0] for one in (log, higher)]
    assert told[0] == told[1]
    assert told[0].startswith("From 4 Mar 2026 to 1 Jul 2026: left 0:57 (at first 0:59, not certain")


def test_of_holds_without_a_time_of_day_the_last_28_days_have_28():
    log = diary(40).drop(columns=["hold_id", "session_id"])
    log["started_at"] = log["started_at"].dt.normalize()
    log.loc[log["side"] == "left", "ended"] = "pain"
    log.loc[log["side"] == "right", "ended"] = "interrupted"
    said = str(hiplog.summary(log, today="2026-04-12"))
    assert "In the last 28 days pain ended 28 of 28 left holds and 0 of 28 right holds." in said
    assert "In the last 28 days 28 of 56 holds were interrupted" in said
    assert "In 28 sessions of the last 28 days with pain rated before and after" in said
    assert "On the next day pain was higher than before the session in" in said
