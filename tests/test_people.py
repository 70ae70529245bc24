"""A frame of several people, and holds that are there twice: neither is taken for one person's in silence."""

import pandas as pd
import pytest

import hiplog


def of_two(**columns: list) -> pd.DataFrame:
    """Return holds of both sides on ten days, the second half with other seconds."""
    days = pd.date_range("2026-03-01T07:10:05", periods=20, freq="12h")
    both = pd.DataFrame({"started_at": days, "side": ["left", "right"] * 10})
    return pd.concat([both.assign(hold_s=40.0), both.assign(hold_s=90.0)], ignore_index=True).assign(**columns)


TWO = ["Ann"] * 20 + ["Ben"] * 20


@pytest.mark.parametrize("head", ["person", "Person", "patient", "Patient ID", "participant", "subject_id"])
def test_a_column_that_says_whose_holds_are_is_heeded_however_it_is_headed(head):
    with pytest.raises(hiplog.LogError, match=r"^holds: they are of 2 people \(Ann, Ben\)"):
        hiplog.typical_hold(of_two(**{head: TWO}))
    with pytest.raises(hiplog.LogError, match=r"^holds: they are of 2 people \(Ann, Ben\)"):
        hiplog.Log(":memory:").add(of_two(**{head: TWO}).set_index(head))


@pytest.mark.parametrize("missing", [None, ""])
def test_holds_of_nobody_beside_those_of_a_person_are_refused(missing):
    with pytest.raises(hiplog.LogError, match=r"^holds: person is Ann in 20 rows and missing in 20, expected one"):
        hiplog.balance(of_two(person=["Ann"] * 20 + [missing] * 20))
    assert len(hiplog.balance(of_two(person="Ann")))


@pytest.mark.parametrize("head", ["name", "Subject", "client"])
def test_a_column_that_may_say_whose_holds_are_is_asked_about(head):
    with pytest.warns(
        UserWarning, match=f"holds: column {head} has 2 different values, and all rows are taken"
    ) as warned:
        hiplog.typical_hold(of_two(**{head: TWO}))
    assert warned[0].filename == __file__


@pytest.mark.parametrize("head", ["name", "Subject"])
def test_of_two_columns_with_one_name_each_is_looked_at(head):
    twice = pd.concat([of_two(), of_two(a="x", b=TWO)[["a", "b"]].set_axis([head] * 2, axis=1)], axis=1)
    with pytest.warns(UserWarning, match=f"holds: column {head} has 2 different values"):
        hiplog.typical_hold(twice)
    with pytest.raises(hiplog.LogError, match=r"^holds: they are of 2 people \(Ann, Ben\)"):
        hiplog.typical_hold(twice.set_axis([*twice.columns[:3], "person", "person"], axis=1))


@pytest.mark.parametrize(
    "columns",
    [
        {
            "name": ["Hip balancing"] * 20 + ["Hamstring"] * 20,
            "exercise": ["hip_balance"] * 20 + ["quad_stretch"] * 20,
        },
        {"name": ["left leg", "right leg"] * 20},
        {"name": [f"set {i}" for i in range(40)]},
        {"Subject": ["hip left", "hip right"] * 20},
        {"name": "Ann"},
        {"mood": TWO},
    ],
)
def test_names_of_exercises_sides_and_rows_are_no_people(columns):
    hiplog.typical_hold(of_two(**columns))


def test_rows_that_are_equal_to_the_second_are_one_hold_and_that_is_told():
    rows = of_two().head(20)
    with pytest.warns(UserWarning, match=r"^20 of 40 rows repeat a hold: each hold is counted once"):
        twice = hiplog.typical_hold(pd.concat([rows, rows]))
    assert twice.equals(hiplog.typical_hold(rows))
    log = hiplog.Log(":memory:")
    assert log.add(pd.concat([rows, rows])) == 20
    assert log.add(pd.concat([rows, rows])) == 0


@pytest.mark.parametrize(
    "started_at", ["2026-03-01", "2026-03-01T07:10", ["2026-03-01T07:10:05"] * 2 + ["2026-03-02T07:10:05"]]
)
def test_equal_holds_of_one_day_or_one_session_are_as_many_as_there_are_rows(started_at):
    """In the last of these two different holds share a start: it is that of their session."""
    rows = pd.DataFrame({"started_at": started_at, "side": ["left", "right", "left"], "hold_s": 60.0})
    assert hiplog.Log(":memory:").add(pd.concat([rows, rows])) == 6


@pytest.mark.parametrize("measure", [hiplog.typical_hold, hiplog.progress, hiplog.balance, hiplog.practice])
def test_a_measure_of_holds_that_are_not_there_says_which_there_are(measure):
    stretches = of_two(exercise="quad_stretch")
    with pytest.warns(UserWarning, match=r"^[a-z_]+: no hold of hip balancing, but 40 of quad_stretch$"):
        measure(stretches)
    with pytest.warns(
        UserWarning, match=r"^[a-z_]+: no hold of hip balancing from 1 Jan 2027 on, but 40 on other days"
    ):
        measure(of_two(), since="2027-01-01")
    measure(of_two().head(0))
