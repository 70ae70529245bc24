"""Minutes with a point that may be minutes and seconds: asked about only where nothing tells."""

import pytest

import hiplog


def read(header, cells, sep=",", **options):
    rows = "".join(f"2026-03-0{i}{sep}left{sep}{cell}\n" for i, cell in enumerate(cells, 1))
    return hiplog.read_log(f"date{sep}side{sep}{header}\n{rows}".encode(), name="hip.csv", **options)


@pytest.mark.parametrize("header", ["hold (min)", "minutes", "Dauer (min)"])
@pytest.mark.parametrize("cells", [["0.45", "1.05", "1.20", "1.50"], ["1.05", "1.00"], ["0.50", "1.25"]])
def test_minutes_that_may_be_minutes_and_seconds_are_asked_about(header, cells):
    reading = read(header, cells)
    asked = reading.rejected["expected"].str.contains("unit='min' or unit='m:ss' says which")
    assert [asked.all(), len(reading.rejected)] == [True, sum(not cell.endswith("00") for cell in cells)]


def test_minutes_with_their_unit_beside_them_are_asked_about_too():
    text = b"date,left,right,unit\n2026-03-01,1.30,1.20,min\n2026-03-02,1.45,1.10,min\n"
    assert len(hiplog.read_log(text, name="hip.csv").rejected) == 2
    assert hiplog.read_log(text, name="hip.csv", unit="m:ss").holds["hold_s"].tolist() == [90, 80, 105, 70]
    assert hiplog.read_log(text, name="hip.csv", unit="min").holds["hold_s"].tolist() == [78, 72, 87, 66]


@pytest.mark.parametrize("name", ["hip.csv", "hip.txt"])
def test_minutes_behind_their_sides_are_asked_about_too(name):
    text = "2026-03-01 left 1.30 min right 1.20 min\n2026-03-02 left 1.45 min right 1.10 min\n"
    text = "date,hold\n" + text.replace(" left", ",left") if name == "hip.csv" else text
    assert len(hiplog.read_log(text.encode(), name=name).rejected) == 2
    told = hiplog.read_log(text.encode(), name=name, unit="m:ss").holds
    assert told["hold_s"].tolist() == [90, 80, 105, 70]


def test_both_readings_are_named_and_each_answer_settles_it():
    assert read("hold (min)", ["1.05"]).rejected["expected"].tolist() == [
        "1.05 min, 63 s, or 1:05, 65 s: unit='min' or unit='m:ss' says which"
    ]
    assert read("hold (min)", ["0.45", "1.05"], unit="min").holds["hold_s"].tolist() == [27, 63]
    assert read("hold (min)", ["0.45", "1.05"], unit="m:ss").holds["hold_s"].tolist() == [45, 65]
    assert read("hold", ["0.45", "1.05", "2.00"], unit="m:ss").holds["hold_s"].tolist() == [45, 65, 120]
    assert read("hold (min)", ["0,45", "1,05"], ";", unit="m:ss").holds["hold_s"].tolist() == [45, 65]


@pytest.mark.parametrize(
    ("cells", "asked", "answers"),
    [
        (["1.5", "2"], "1.5 min or 1.5 s: unit='min' or unit='s' says which", {"min": [90, 120], "s": [1.5, 2]}),
        (
            ["1.05", "2.00"],
            "1:05, 1.05 min or 1.05 s: unit='m:ss', unit='min' or unit='s' says which",
            {"m:ss": [65, 120], "min": [63, 120], "s": [1.05, 2]},
        ),
    ],
)
def test_numbers_too_small_for_seconds_are_refused_with_the_options_that_settle_them(cells, asked, answers):
    assert read("hold", cells).rejected["expected"][0] == asked
    assert {unit: read("hold", cells, unit=unit).holds["hold_s"].tolist() for unit in answers} == answers


@pytest.mark.parametrize("cell", ["1.75", "1.5", "2"])
def test_a_number_that_is_no_minutes_and_seconds_is_refused_where_those_are_told(cell):
    reading = read("hold", ["1.05", cell], unit="m:ss")
    assert [reading.holds["hold_s"].tolist(), reading.rejected["text"].tolist()] == [[65], [cell]]


@pytest.mark.parametrize(
    ("header", "cells", "seconds"),
    [
        ("hold (min)", ["0.75", "1.05"], [45, 63]),
        ("hold (min)", ["0.5", "1.25", "1.5"], [30, 75, 90]),
        ("hold (min)", ["1", "2"], [60, 120]),
        ("hold (min)", ["1.00", "2.00"], [60, 120]),
        ("hold (min)", ["1:05", "0:45"], [65, 45]),
        ("hold (s)", ["45.20", "38.05"], [45.2, 38.05]),
        ("hold", ["45.20", "38.05"], [45.2, 38.05]),
        ("hold (min)", ["1.05 min", "0.5 min"], [63, 30]),
    ],
)
def test_minutes_and_seconds_that_can_be_told_are_read(header, cells, seconds):
    reading = read(header, cells)
    assert reading.holds["hold_s"].tolist() == pytest.approx(seconds)


def test_a_number_with_a_point_beside_whole_seconds_may_be_minutes_and_seconds():
    rows = "2026-03-04,50,52\n2026-03-05,1:02,55\n"
    asked = hiplog.read_log(f"Date,Left,Right\n{rows}2026-03-06,1.05,60\n".encode(), name="log.csv")
    assert asked.holds["hold_s"].tolist() == [50, 52, 62, 55, 60]
    assert (
        "expected 63 s if these are minutes, 1:05 if they are minutes and seconds, 1.05 s if they are seconds"
        in repr(asked)
    )


def test_numbers_with_a_point_that_are_too_small_for_seconds_are_asked_about_beside_whole_ones():
    rows = "P1,2026-03-04,50,52\nP1,2026-03-05,62,55\nP2,2026-03-04,1.1,1\nP2,2026-03-05,1.25,0.8\n"
    asked = hiplog.read_log(f"person,Date,Left,Right\n{rows}".encode(), name="log.csv")
    assert asked.holds["hold_s"].tolist() == [50, 52, 62, 55]
    assert asked.rejected["text"].tolist() == ["1.1 | 1", "1.25 | 0.8"]
    assert "60 s if these are minutes, 1 s if they are seconds" in asked.rejected["expected"].iloc[0]


def test_a_number_with_a_point_beside_others_of_one_kind_is_of_seconds():
    asked = hiplog.read_log(b"Date,Left,Right\n2026-03-04,50.2,2.5\n2026-03-05,62,55\n", name="log.csv")
    assert asked.holds["hold_s"].tolist() == [50.2, 2.5, 62, 55]


@pytest.mark.parametrize(
    "row",
    [
        "Left,Right\n2026-03-04,50,51.25\n2026-03-05,1.05,60",
        "Left (s),Right (s)\n2026-03-04,50,52\n2026-03-05,1.05,60",
        "Left,Right\n2026-03-04,50,52\n2026-03-05,1.05 s,60",
    ],
)
def test_seconds_with_hundredths_are_seconds(row):
    assert hiplog.read_log(f"Date,{row}\n".encode(), name="log.csv").holds["hold_s"].min() < 2
