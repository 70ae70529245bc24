"""A file of several people: nobody's holds are mixed with another's."""

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
