"""A file of several people: nobody's holds are mixed with another's."""

import json

import pytest

import hiplog

TWO = (
    b"date,person,left,right,pain\n2026-11-01,Anna,50,60,3\n2026-11-01,Ben,50,60,4\n"
    b"2026-11-02,Ben,70,80,\n2026-11-03,Anna,,,7\n2026-11-04,Ben,,,8\n"
)


@pytest.fixture
def reading():
    return hiplog.read_log(TWO, name="two.csv")


def test_holds_and_days_of_several_people_say_whose_they_are(reading):
    assert reading.holds["person"].tolist() == ["Anna"] * 2 + ["Ben"] * 4
    assert reading.days["person"].tolist() == ["Anna", "Ben"]
    assert reading.days["pain"].tolist() == [7, 8]
    assert "2 days without a hold" in reading.summary()


def test_what_one_person_has_is_what_they_have_among_others(reading):
    one = hiplog.read_log(TWO, name="two.csv", person="Ben")
    there = reading.holds[reading.holds["person"] == "Ben"].drop(columns="person").reset_index(drop=True)
    assert there[["started_at", "side", "hold_s", "pain_before"]].equals(
        one.holds[["started_at", "side", "hold_s", "pain_before"]]
    )
    assert reading.diaries["Ben"].days.equals(one.days)
    assert "person" not in one.holds
    assert not one.diaries


def test_somebody_with_days_alone_is_a_person_too():
    text = b"date,person,left,right,pain\n2026-11-01,Anna,50,60,3\n2026-11-03,Ben,,,7\n2026-11-04,Anna,,,2\n"
    reading = hiplog.read_log(text, name="two.csv")
    assert reading.how["people"] == ["Anna", "Ben"]
    assert {person: diary.days["pain"].tolist() for person, diary in reading.diaries.items()} == {
        "Anna": [2],
        "Ben": [7],
    }


@pytest.mark.parametrize(
    "use", [hiplog.balance, hiplog.practice, hiplog.summary, hiplog.plot_progress, hiplog.Log(":memory:").add]
)
def test_several_people_are_never_taken_for_one(reading, use):
    with pytest.raises(hiplog.LogError, match=r"they are of 2 people \(Anna, Ben\), expected one person's: take"):
        use(reading)
    with pytest.raises(hiplog.LogError, match="2 people"):
        use(reading.holds)


def test_a_column_of_one_person_is_no_fault(reading):
    ben = reading.holds[reading.holds["person"] == "Ben"]
    assert len(hiplog.balance(ben)) == 2


_ROWS = "2026-03-01,40,41,me\n2026-03-02,20,22,Anna\n2026-03-03,42,43,me\n2026-03-04,21,22,Anna\n"


@pytest.mark.parametrize("header", ["who", "author", "by", "written by", "comment by", "Autor"])
def test_holds_of_two_writers_are_of_two_people(header):
    reading = hiplog.read_log(f"date,left,right,{header}\n{_ROWS}".encode(), name="hip.csv")
    assert reading.how["people"] == ["Anna", "me"]
    mine = hiplog.read_log(f"date,left,right,{header}\n{_ROWS}".encode(), name="hip.csv", person="me")
    assert mine.holds["hold_s"].tolist() == [40, 41, 42, 43]


@pytest.mark.parametrize(("header", "cells"), [("author", "me,me,me,me"), ("by", "hand,hand,car,hand")])
def test_one_writer_is_one_person_and_what_is_no_name_is_none(header, cells):
    rows = "".join(f"2026-03-0{i},left,{40 + i},{cell}\n" for i, cell in enumerate(cells.split(","), 1))
    assert len(hiplog.read_log(f"date,side,hold,{header}\n{rows}".encode(), name="hip.csv").holds) == 4


ANSWERS = [
    ({"left": 40, "right": 41}, {"left": 20, "right": 22}),
    ({"body": "left 40 s, right 41 s"}, {"body": "left 20 s, right 22 s"}),
    ({"left": 40, "right": 41}, {"text": "well done"}),
]


@pytest.mark.parametrize(("mine", "others"), ANSWERS)
def test_what_others_answer_in_a_record_is_theirs_and_takes_nothing_from_it(mine, others):
    first = {"date": "2026-03-01", "author": "me", **mine, "comments": [{"author": "Anna", **others}]}
    second = {"date": "2026-03-02", "author": "me", **mine, "comments": []}
    reading = hiplog.read_log(json.dumps([first, second]).encode(), name="hip.json")
    holds = reading.holds
    own = holds if "person" not in holds else holds[holds["person"] == "me"]
    assert own["hold_s"].tolist() == [40, 41, 40, 41]
    assert len(holds) - len(own) == (0 if "text" in others else 2)


def test_the_sets_of_a_session_have_what_stands_beside_them():
    sets = [{"side": "left", "seconds": 40, "note": "a"}, {"side": "right", "seconds": 41, "note": "b"}]
    session = {"date": "2026-03-01", "pain": 3, "note": "x", "author": "me", "sets": sets}
    holds = hiplog.read_log(json.dumps([session]).encode(), name="hip.json").holds
    assert holds[["hold_s", "pain_after", "note"]].to_numpy().tolist() == [[40, 3, "a"], [41, 3, "b"]]


def test_an_exercise_within_a_session_is_no_answer_to_it():
    within = [{"name": "Hip balance left", "start": "2026-03-01 07:11", "seconds": 40}]
    session = {"name": "Workout", "start": "2026-03-01 07:00", "seconds": 600, "pain": 3, "exercises": within}
    holds = hiplog.read_log(json.dumps([session]).encode(), name="w.json").holds
    assert holds[["side", "hold_s", "pain_after"]].to_numpy().tolist() == [["left", 40, 3]]
