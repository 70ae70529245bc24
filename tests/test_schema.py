import datetime
import uuid

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from hiplog import LogError, schema
from hiplog.schema import ALWAYS, COLUMNS, conform, empty, hold_ids, session_ids


def held(**values):
    """Return a frame of one hold, of which only what is needed is said."""
    return pd.DataFrame([{"started_at": "2026-03-04T07:10:00", "side": "left", "hold_s": 45.0} | values])


def dtypes(frame):
    return frame.dtypes.astype(str).to_dict()


def test_no_holds_have_every_column():
    assert dtypes(empty()) == COLUMNS
    assert len(empty()) == 0


@pytest.mark.parametrize("holds", [empty(), empty().astype(object), held().iloc[:0]])
def test_no_holds_conform(holds):
    assert_frame_equal(conform(holds), empty())


def test_what_is_missing_is_made_or_missing():
    (hold,) = conform(held()).to_dict("records")
    assert hold["exercise"] == "hip_balance"
    assert uuid.UUID(hold["hold_id"]) != uuid.UUID(hold["session_id"])
    assert [name for name in COLUMNS if pd.isna(hold[name])] == [name for name in COLUMNS if name not in ALWAYS]


def test_every_column_has_its_dtype_whatever_it_came_as():
    text = held(hold_s="45.5", utc_offset_min="60", target_s="120", pain_after="3", note=5)
    assert dtypes(conform(text)) == COLUMNS
    assert conform(text)[["hold_s", "utc_offset_min", "pain_after", "note"]].to_numpy().tolist() == [
        [45.5, 60, 3, "5"]
    ]


def test_what_conforms_stays_as_it_is():
    once = conform(held(pain_after=3, note="stiff"))
    assert_frame_equal(conform(once), once)


def test_columns_that_are_no_part_of_a_hold_are_left_out():
    assert list(conform(held(weather="rain"))) == list(COLUMNS)


def test_the_frame_given_is_left_as_it_was():
    given = held(note="")
    before = given.copy()
    conform(given)
    assert_frame_equal(given, before)


@pytest.mark.parametrize(
    "time",
    [
        "2026-03-04T07:10:00",
        "2026-03-04 07:10",
        datetime.datetime(2026, 3, 4, 7, 10),
        np.datetime64("2026-03-04T07:10", "ns"),
    ],
)
def test_a_time_may_come_in_many_forms(time):
    assert conform(held(started_at=time))["started_at"].tolist() == [pd.Timestamp("2026-03-04T07:10:00")]


@pytest.mark.parametrize("day", ["2026-03-04", datetime.date(2026, 3, 4)])
def test_a_date_alone_is_midnight(day):
    assert conform(held(started_at=day))["started_at"].tolist() == [pd.Timestamp("2026-03-04T00:00:00")]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("started_at", "4 March", "a local date and time like 2026-03-04T07:10:00"),
        ("started_at", 20260304, "a local date and time"),
        ("started_at", "10000-01-01", "a local date and time"),
        ("utc_offset_min", 60.5, "whole minutes from -1080 to 1080, or nothing"),
        ("utc_offset_min", 1081, "whole minutes"),
        ("exercise", "plank", "one of hip_balance, hamstring_stretch, quad_stretch"),
        ("side", "Left", "one of left, right"),
        ("hold_s", 0, "seconds over 0 and at most 3600"),
        ("hold_s", 3600.5, "seconds over 0"),
        ("hold_s", "1:35", "seconds over 0"),
        ("target_s", -1, "seconds over 0 and at most 3600, or nothing"),
        ("ended", "tired", "one of target, let_go, pain, interrupted"),
        ("pain_before", 10.5, "a number from 0 to 10, or nothing"),
        ("pain_after", "some", "a number from 0 to 10, or nothing"),
    ],
)
def test_a_value_that_breaks_a_rule_is_named(name, value, expected):
    with pytest.raises(LogError, match=rf"^holds, row 0: {name} is {value!r}, expected {expected}"):
        conform(held(**{name: value}))


@pytest.mark.parametrize("name", ["started_at", "side", "hold_s"])
@pytest.mark.parametrize("missing", [None, np.nan, ""])
def test_a_value_that_is_needed_may_not_be_missing(name, missing):
    with pytest.raises(LogError, match=rf"^holds, row 0: {name} is missing, expected"):
        conform(held(**{name: missing}))


@pytest.mark.parametrize("name", [name for name in COLUMNS if name not in ALWAYS])
@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, ""])
def test_any_other_value_may_be_missing(name, missing):
    assert conform(held(**{name: missing}))[name].isna().tolist() == [True]


def test_the_row_that_breaks_a_rule_is_named():
    holds = pd.concat([held(), held(), held(pain_after=11)], ignore_index=True)
    with pytest.raises(LogError, match=r"^holds, row 2: pain_after is 11.0, expected a number from 0 to 10"):
        conform(holds)


def test_rows_are_counted_from_0_whatever_their_index():
    holds = pd.concat([held(), held(side="both")]).set_axis([7, 7])
    with pytest.raises(LogError, match=r"^holds, row 1: side is 'both'"):
        conform(holds)


def test_a_rule_holds_for_a_column_that_has_its_dtype_already():
    offset = pd.array([2000], dtype="Int16")
    with pytest.raises(LogError, match=r"utc_offset_min is 2000, expected whole minutes from -1080 to 1080"):
        conform(held().assign(utc_offset_min=offset))


def test_a_column_that_is_needed_must_be_there():
    with pytest.raises(
        LogError, match=r"^holds: column side is not there, expected started_at, side, hold_s at least"
    ):
        conform(held().drop(columns="side"))


def test_a_column_may_not_be_there_twice():
    with pytest.raises(LogError, match=r"^holds: column side is there more than once, expected one of each$"):
        conform(pd.concat([held(), held()[["side"]]], axis=1))


def test_only_a_frame_is_a_frame():
    with pytest.raises(LogError, match=r"^holds: this is a list, expected a DataFrame"):
        conform([held()])


def test_the_same_hold_has_the_same_id_everywhere_and_always():
    assert conform(held())["hold_id"].tolist() == ["cec20a34-bb8a-84d6-ac92-069b5d32756e"]


@pytest.mark.parametrize("other", [{"note": "x"}, {"pain_after": 3}, {"source": "a.csv"}, {"target_s": 120}])
def test_an_id_does_not_know_of_pain_note_target_or_source(other):
    assert conform(held(**other))["hold_id"].equals(conform(held())["hold_id"])


@pytest.mark.parametrize(
    "other",
    [
        {"side": "right"},
        {"hold_s": 45.001},
        {"exercise": "quad_stretch"},
        {"started_at": "2026-03-04T07:10:00.000001"},
    ],
)
def test_another_hold_has_another_id(other):
    assert not conform(held(**other))["hold_id"].equals(conform(held())["hold_id"])


def test_equal_holds_are_different_holds_and_keep_their_ids_when_more_are_added():
    two, three = (conform(pd.concat([held()] * n))["hold_id"].tolist() for n in (2, 3))
    assert len(set(three)) == 3
    assert three[:2] == two


def test_ids_are_uuids_and_a_hundred_thousand_of_them_differ():
    times = pd.Timestamp("2020-01-01") + pd.to_timedelta(np.arange(100_000), unit="us")
    ids = hold_ids(pd.DataFrame({"exercise": "hip_balance", "side": "left", "started_at": times, "hold_s": 45.0}))
    assert ids.nunique() == 100_000
    assert {(uuid.UUID(one).version, uuid.UUID(one).variant) for one in ids[:100]} == {(8, uuid.RFC_4122)}


def test_an_id_that_is_there_is_kept():
    holds = pd.concat([held(hold_id="mine", session_id="ours"), held()])
    assert conform(holds)["hold_id"].tolist()[0] == "mine"
    assert conform(holds)["session_id"].tolist()[0] == "ours"


def test_a_session_begins_anew_after_more_than_an_hour():
    times = ["2026-03-04T09:11:01", "2026-03-04T07:10", "2026-03-04T08:10", "2026-03-04T08:11"]
    sessions = conform(pd.concat([held(started_at=time) for time in times]))["session_id"]
    assert pd.factorize(sessions)[0].tolist() == [0, 1, 1, 1]


def test_a_session_keeps_its_id_when_holds_are_added_to_its_end():
    two = conform(pd.concat([held(), held(side="right", started_at="2026-03-04T07:12")]))
    assert two["session_id"].tolist() == conform(held())["session_id"].tolist() * 2


def test_sessions_can_be_told_apart_by_a_column():
    holds = conform(pd.concat([held(hold_s=30.0 + i) for i in range(5)]))
    sessions = session_ids(holds, pd.Series(["morning", "evening", "morning", "evening", "night"]))
    assert pd.factorize(sessions)[0].tolist() == [0, 1, 0, 1, 2]


def test_two_sessions_that_begin_with_equal_holds_stay_two():
    holds = conform(pd.concat([held(), held()]))
    assert session_ids(holds, pd.Series(["morning", "evening"])).nunique() == 2


def test_a_session_has_another_id_than_its_first_hold():
    holds = conform(held())
    assert holds["session_id"][0] != holds["hold_id"][0]


def test_what_is_changed_afterwards_changes_nothing_that_was_given():
    holds = conform(held())
    again = conform(holds)
    again.loc[0, "hold_s"] = 1.0
    assert holds["hold_s"].tolist() == [45.0]


def test_texts_may_come_as_categories():
    holds = pd.concat([held(note="stiff"), held(side="right", note="")])
    few = holds.astype({"side": "category", "note": "category"})
    pd.testing.assert_frame_equal(conform(few), conform(holds))


def test_every_column_has_a_rule_or_is_text():
    ruled = {*schema.CHOICES, *schema.LIMITS}
    assert {name for name in COLUMNS if name not in ruled} == {"hold_id", "session_id", "note", "source"}
