"""One row per session."""

import pandas as pd
from held import held

from hiplog.measures.sessions import sessions


def test_a_session_has_the_longest_hold_of_each_side_and_why_it_ended():
    holds = held(left=[60, 90, 80], right=[70], every="10min", ended=["let_go", "pain", "target", "let_go"])
    found = sessions(holds)
    assert len(found) == 1
    assert found.loc[0, ["left_s", "left_ended", "right_s", "right_ended"]].tolist() == [90, "pain", 70, "let_go"]


def test_a_gap_of_more_than_an_hour_begins_a_session():
    found = sessions(held(left=[60, 61, 62], every="61min"))
    assert found["left_s"].tolist() == [60, 61, 62]
    assert found["session_id"].is_unique


def test_the_pain_of_a_session_is_that_of_the_side_that_hurt_more():
    found = sessions(held(left=[60], right=[70], pain_before=[None, 3], pain_after=[4, 2])).loc[0]
    assert found[["pain_before", "pain_after"]].tolist() == [3, 4]


def test_what_was_not_there_is_missing():
    found = sessions(held(left=[60])).loc[0]
    assert found[["right_s", "right_ended", "left_ended", "pain_before", "pain_after", "notes"]].isna().all()


def test_different_notes_stand_on_lines_of_their_own_and_equal_ones_once():
    twice = sessions(held(left=[60], right=[70], note="stiff; tired"))
    assert twice["notes"].item() == "stiff; tired"
    found = sessions(held(left=[60, 61], right=[70], every="5min", note=["stiff", "warm", "stiff"]))
    assert found["notes"].item() == "stiff\nwarm"


def test_each_exercise_of_a_session_has_its_row():
    found = sessions(held(left=[60, 40], every="5min", exercise=["hip_balance", "quad_stretch"]))
    assert found[["exercise", "left_s"]].to_numpy().tolist() == [["hip_balance", 60.0], ["quad_stretch", 40.0]]
    assert found["session_id"].nunique() == 1


def test_sessions_stand_by_time():
    found = sessions(held(left=[60, 61], right=[62, 63]).iloc[::-1])
    assert found["started_at"].tolist() == [pd.Timestamp("2026-01-01"), pd.Timestamp("2026-01-02")]
