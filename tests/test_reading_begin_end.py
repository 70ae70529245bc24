"""Holds of which only begin and end are known, or whose durations are written out of the way."""

import pytest

import hiplog


def read(text, **told):
    return hiplog.read_log(text.encode(), name="log.csv", **told)


def begun(reading):
    return [*zip(reading.holds["started_at"].dt.strftime("%d %H:%M:%S"), reading.holds["hold_s"], strict=True)]


def test_a_hold_is_as_long_as_from_its_begin_to_its_end_also_over_midnight():
    reading = read(
        "Date,Side,Begin,End\n2026-03-04,L,23:57:10,23:57:58\n2026-03-04,R,23:59:30,00:00:40\n2026-03-05,L,07:00:00,\n"
    )
    assert begun(reading) == [("04 23:57:10", 48), ("04 23:59:30", 70)]
    assert reading.how["skipped"] == [{"row": 4, "reason": "no hold"}]


def test_an_end_before_its_begin_is_rejected_with_what_comes_of_it():
    reading = read("Fecha;Lado;Inicio;Fin\n04.03.2026;izq;07:15:10;07:15:58\n04.03.2026;der;07:17:40;07:17:10\n")
    assert begun(reading) == [("04 07:15:10", 48)]
    assert reading.rejected["text"].tolist() == ["-30 s"]


def test_whole_timestamps_give_their_difference_and_days_between_them_count():
    reading = read(
        "Started,Ended,Side\n2026-01-02 07:10:00,2026-01-02 07:11:02,left\n"
        "2026-01-02 07:12:00,2026-01-04 07:13:15,right\n"
    )
    assert begun(reading) == [("02 07:10:00", 62)]
    assert reading.rejected["row"].tolist() == [3]


def test_times_to_the_minute_give_no_hold():
    with pytest.raises(hiplog.LogError, match="no column could be a hold"):
        read("Date,Side,Begin,End\n2026-03-04,L,23:40,23:58\n2026-03-04,R,23:41,23:59\n")


def test_an_end_beside_a_hold_is_not_used_and_says_so():
    reading = read("Started,Ended,Side,Seconds\n2026-01-02 07:10:00,2026-01-02 07:12:00,left,62\n")
    assert begun(reading) == [("02 07:10:00", 62)]
    assert reading.not_used == ["Ended"]
    assert len(reading.rejected) == 0


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("0 days 00:01:02", 62),
        ("0 days 00:01:15.500000", 75.5),
        ("1899-12-30 00:01:06", 66),
        ("0w 0d 0h 1m 6s", 66),
        ("0w 0d 0h 1m 6s 0ms", 66),
        ("1:05 min", 65),
        ("1m 20.5s", 80.5),
    ],
)
def test_durations_as_programs_write_them_are_read(cell, seconds):
    reading = read(f"Date,Left,Right\n2026-01-14,{cell},{cell}\n2026-01-15,50 s,51 s\n")
    assert reading.holds["hold_s"].tolist() == [seconds, seconds, 50, 51]


def test_a_day_of_hold_is_a_date():
    assert len(read("Date of hold,Side,Hold (sec)\n2026-01-02,Left,62\n").holds) == 1


@pytest.mark.parametrize("clock_first", [True, False])
def test_two_spellings_of_one_duration_are_no_question(clock_first):
    columns = [("Duration (h)", "00:00:45", "00:01:35"), ("Duration (decimal)", "0.01", "0.03")]
    columns = columns if clock_first else columns[::-1]
    rows = zip(
        ("Start Date", "2026-03-14", "2026-03-14"),
        ("Description", "Hip balance left", "Hip balance right"),
        *columns,
        strict=True,
    )
    assert read("\n".join(map(",".join, rows))).holds["hold_s"].tolist() == [45, 95]


@pytest.mark.parametrize("header", ["Description", "Title", "Project", "Task", "Tags", "Comment", "Zzz"])
def test_exercise_and_side_are_found_by_the_cells_and_other_rows_cost_nothing(header):
    reading = read(
        f"Start date,{header},Duration\n2026-01-02 07:10:00,Hip balance left,00:01:02\n"
        "2026-01-02 07:12:00,Quad stretch right,00:01:15\n2026-01-02 09:00:00,Email,00:30:00\n"
    )
    assert reading.holds["hold_s"].tolist() == [62, 75]
    assert reading.holds["side"].tolist() == ["left", "right"]
    assert reading.holds["exercise"].tolist() == ["hip_balance", "quad_stretch"]
    assert reading.how["skipped"] == [{"row": 4, "reason": "another exercise"}]


def test_a_type_that_names_nothing_of_ours_gives_way_to_the_name_that_does():
    reading = read(
        "Date,Activity Type,Activity Name,Seconds\n"
        "2026-01-02,Workout,Hip balance left,62\n2026-01-02,Run,Run,900\n"
    )
    assert reading.holds["side"].tolist() == ["left"]


def test_right_now_and_left_to_say_are_no_sides():
    reading = read(
        "Timestamp,Which side?,Seconds held,How much does it hurt right now?,Anything left to say?\n"
        "2026-03-04 19:12:18,Left,45,2,fine\n2026-03-05 19:12:18,Right,52,1,\n"
    )
    assert reading.holds["pain_after"].tolist() == [2, 1]
    assert reading.holds["note"].tolist()[0] == "fine"
