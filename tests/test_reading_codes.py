"""What studies write for a value that is missing is no hold of a quarter of an hour."""

import pytest

from hiplog import read_log


def _days(seconds, header="date,left,right"):
    rows = [f"2026-03-{day:02},{left},{right}" for day, (left, right) in enumerate(seconds, 1)]
    return "\n".join([header, *rows]).encode()


@pytest.mark.parametrize("code", ["999", "9999"])
def test_a_code_for_what_is_missing_is_refused_beside_holds_that_are_far_shorter(code):
    reading = read_log(_days([(45, 50), (code, 52), (47, 51), (48, 55)]), name="study.csv")
    assert sorted(reading.holds["hold_s"]) == [45, 47, 48, 50, 51, 52, 55]
    assert reading.rejected[["row", "text"]].to_numpy().tolist() == [[3, code]]
    assert "in many studies" in reading.rejected["expected"].iloc[0]


def test_such_a_number_beside_holds_that_are_nearly_as_long_is_one():
    reading = read_log(_days([(350, 100), (999, 110), (105, 120)], "date,left (s),right (s)"), name="long.csv")
    assert 999 in reading.holds["hold_s"].to_list()
