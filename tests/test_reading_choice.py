"""The choice of columns is that of the whole table: evidence decides, never their order; a near tie is asked."""

from itertools import permutations

import pytest

import hiplog


def read(text, name="log.csv", **options):
    return hiplog.read_log(text.encode(), name=name, **options)


def table(*columns):
    """Return the text of a table of columns, each a header and its cells."""
    return "\n".join(map(",".join, zip(*columns, strict=True))) + "\n"


def seconds(reading):
    return reading.holds["hold_s"].tolist()


COLUMNS = (
    ("Timestamp", "2026-03-04 21:00:05", "2026-03-05 21:10:00", "2026-03-07 08:00:00"),
    ("Date", "2026-03-04", "2026-03-05", "2026-03-06"),
    ("Date of birth", "1980-01-02", "1980-01-02", "1980-01-02"),
    ("Bedtime", "23:00", "23:10", "22:50"),
    ("Start time", "07:10", "07:12", "07:09"),
    ("Side", "left", "right", "left"),
    ("Affected side", "left", "left", "left"),
    ("Hold (s)", "62", "75", "64"),
    ("Workout length (s)", "900", "900", "900"),
    ("Pain", "3", "2", "2"),
    ("Back pain", "6", "5", "6"),
)


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_columns_decides_nothing(seed):
    shuffled = [*COLUMNS[seed:], *COLUMNS[:seed]][:: -1 if seed % 2 else 1]
    reading = read(table(*shuffled))
    assert reading.holds["started_at"].astype("str").tolist() == [
        "2026-03-04 07:10:00",
        "2026-03-05 07:12:00",
        "2026-03-06 07:09:00",
    ]
    assert reading.holds["side"].tolist() == ["left", "right", "left"]
    assert seconds(reading) == [62, 75, 64]
    assert reading.holds["pain_after"].tolist() == [3, 2, 2]
    assert {*reading.not_used} == {
        "Timestamp",
        "Date of birth",
        "Bedtime",
        "Affected side",
        "Workout length (s)",
        "Back pain",
    }


@pytest.mark.parametrize(
    ("role", "first", "second"),
    [
        ("date", ("Date A", "2026-03-04", "2026-03-05"), ("Date B", "2026-03-14", "2026-03-15")),
        ("time", ("Time A", "07:10", "07:12"), ("Time B", "19:10", "19:12")),
        ("side", ("Leg", "left", "right"), ("Side", "right", "left")),
        ("pain", ("Pain morning", "3", "2"), ("Pain evening", "5", "6")),
        ("hold", ("Hold one", "62", "75"), ("Hold two", "41", "43")),
        ("exercise", ("Task", "Hip balance", "Hip balance"), ("Title", "Quad stretch", "Quad stretch")),
    ],
)
def test_two_columns_that_are_nearly_as_good_are_asked_about_in_either_order(role, first, second):
    rest = {
        "date": ("Date", "2026-03-04", "2026-03-05"),
        "side": ("Side", "left", "right"),
        "hold": ("Seconds", "62", "75"),
    }
    others = [column for kind, column in rest.items() if kind != role]
    for pair in permutations((first, second)):
        with pytest.raises(hiplog.LogError, match=f"could be the {role}: columns=.*says which") as asked:
            read(table(*pair, *others))
        assert repr(first[0]) in str(asked.value)
        assert repr(second[0]) in str(asked.value)
    told = {first[0]: role, second[0]: "nothing"}
    assert read(table(first, second, *others), columns=told).not_used == [second[0]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Date", "2026-03-04", "2026-03-05"), ("Day", "04.03.2026", "05.03.2026")),
        (("Leg", "left", "right"), ("Side", "L", "R")),
        (("Task", "Hip balance", "Quad stretch"), ("Title", "hip balancing", "Quads")),
    ],
)
def test_two_columns_that_say_the_same_are_no_question(first, second):
    rest = [("Date", "2026-03-04", "2026-03-05"), ("Side", "left", "right")]
    rest = [
        column
        for column in rest
        if column[0] not in ("Date",) * (first[0] == "Date") + ("Side",) * (first[0] == "Leg")
    ]
    assert seconds(read(table(first, second, *rest, ("Seconds", "62", "75")))) == [62, 75]


def test_what_a_column_was_taken_for_is_told_with_the_evidence():
    columns = read(table(*COLUMNS)).columns.set_index("header")
    assert columns.loc["Date", "why"] == "its cells are dates; its header says so"
    assert columns.loc["Timestamp", "why"] == "no date: its header tells when something was sent or saved"
    assert columns.loc["Workout length (s)", "why"] == "no hold: its header names a longer whole"
    assert columns.loc["Back pain", "why"].startswith("its header names another place")


def test_a_pain_diary_with_times_of_one_digit_has_no_hold():
    with pytest.raises(hiplog.LogError, match="no column could be a hold"):
        read("Date,Time,Side,Pain\n2026-01-02,7:10,left,4\n2026-01-03,7:15,right,3\n2026-01-04,8:05,left,3\n")


def test_a_column_of_times_beside_dates_that_tell_the_time_may_be_the_hold():
    rows = "2026-03-04 07:05:10,Hip balance left,00:00:45\n2026-03-04 07:06:40,Hip balance right,00:01:02\n"
    assert seconds(read(f"Date,Title,Time\n{rows}")) == [45, 62]


def test_days_that_are_numbered_are_no_dates():
    with pytest.raises(hiplog.LogError, match="no column could be a date, among Day, Left"):
        read("Day,Left (s),Right (s)\nDay 1,45,50\nDay 2,46,52\n")


def test_a_side_told_nowhere_is_said_of_the_file_and_not_of_a_duration():
    with pytest.raises(hiplog.LogError, match="no column tells the side"):
        read("Date,Seconds\n2026-03-04,62\n2026-03-05,75\n")
    reading = read("Date,Exercise,Seconds\n2026-03-04,Hip balance left,62\n2026-03-05,Hip balance,75\n")
    assert reading.rejected[["column", "expected"]].values.tolist() == [
        ["Exercise", "a side beside the exercise, as in Hip balance left"]
    ]


@pytest.mark.parametrize("cell", ["Kniebeuge links", "Anna left", "wobble left"])
def test_a_side_with_a_word_that_nobody_knows_gives_no_hold(cell):
    reading = read(f"Datum,Seite,Sekunden\n2026-03-04,{cell},62\n2026-03-05,rechts,75\n")
    assert seconds(reading) == [75]


def test_a_side_that_names_an_exercise_of_ours_tells_both():
    reading = read("Date,Side,Seconds\n2026-03-04,Hamstring left,62\n2026-03-05,right,75\n")
    assert reading.holds["exercise"].tolist() == ["hamstring_stretch", "hip_balance"]


def test_what_stands_in_brackets_behind_a_value_goes_to_the_note():
    reading = read("Date,Side,Hold,Note\n2026-03-04,left (sore),62 (wobbly),warm\n2026-03-05,right,75,\n")
    assert seconds(reading) == [62, 75]
    assert reading.holds["note"].fillna("").tolist() == ["warm; wobbly; sore", ""]


@pytest.mark.parametrize(
    "cell", ["62 (cm)", "62 (planned)", "62 (reps)", "62 (plank)", "62 (missed)", "62 (right)"]
)
def test_what_in_brackets_says_that_it_is_no_hold_is_refused(cell):
    reading = read(f"Date,Left,Right\n2026-03-04,{cell},75\n2026-03-05,60,70\n")
    assert seconds(reading) == [75, 60, 70]
    assert reading.rejected["text"].tolist() == [cell]


def test_a_blank_exercise_is_that_of_the_row_above_only_where_the_date_is_blank_too():
    rows = "2026-03-04,Hamstring,left,62\n,,right,75\n2026-03-05,Quads,left,60\n2026-03-06,,right,70\n"
    reading = read(f"Date,Exercise,Side,Seconds\n{rows}")
    assert reading.holds["exercise"].tolist() == ["hamstring_stretch", "hamstring_stretch", "quad_stretch"]
    assert reading.rejected[["row", "expected"]].values.tolist() == [
        [5, "an exercise, as the column names several"]
    ]


@pytest.mark.parametrize("again", ["", "Date,Left,Right\n"])
def test_a_title_among_the_rows_names_the_exercise_of_those_below_it(again):
    rows = ["2026-03-04,62,75\n", "2026-03-05,60,70\n", "2026-03-06,50,51\n"]
    text = f"Date,Left,Right\n{rows[0]}Hamstring stretch,,\n{again}{rows[1]}Plank,,\n{again}{rows[2]}"
    reading = read(text)
    assert reading.holds["exercise"].tolist() == ["hip_balance"] * 2 + ["hamstring_stretch"] * 2
    assert {"row": 6 + (2 if again else 0), "reason": "below 'Plank', which is none of ours"} in reading.how[
        "skipped"
    ]


def test_a_title_of_a_side_tells_the_side_of_the_rows_below_it():
    reading = read("Date,Seconds\nLeft\n2026-03-04,62\n2026-03-05,64\nRight\n2026-03-04,75\n")
    assert reading.holds[["side", "hold_s"]].values.tolist() == [["left", 62], ["left", 64], ["right", 75]]


def test_the_name_of_the_file_tells_the_exercise_or_that_it_is_none_of_ours():
    text = "Date,Left,Right\n2026-03-04,62,75\n"
    assert set(read(text, "hamstring_log.csv").holds["exercise"]) == {"hamstring_stretch"}
    with pytest.raises(hiplog.LogError, match="its name is 'side plank', which is no hold of ours"):
        read(text, "side_plank.csv")
    assert set(read(text, "hip pain.csv").holds["exercise"]) == {"hip_balance"}


def test_numbers_over_ten_make_all_plain_numbers_of_a_column_doubtful():
    text = "Date,Left,Right,VAS\n2026-03-04,62,75,23\n2026-03-05,64,77,8\n2026-03-06,64,77,41\n"
    reading = read(text)
    assert reading.holds["pain_after"].isna().all()
    assert reading.rejected["row"].tolist() == [2, 3, 4]
    assert read(text, columns={"VAS": "pain 0-100"}).holds["pain_after"].tolist()[::2] == [2.3, 0.8, 4.1]
    slip = read(text.replace("23", "3").replace("41", "44"))
    assert slip.rejected["row"].tolist() == [4]


def test_hours_with_two_decimals_are_asked_about():
    text = "Date,Description,Duration (h)\n2026-03-04,Hip balance left,0.02\n2026-03-05,Hip balance right,0.03\n"
    with pytest.raises(hiplog.LogError, match="too few decimals to tell seconds"):
        read(text)
    assert seconds(read(text, columns={"Duration (h)": "hold"}, unit="h")) == [72, 108]


def test_times_in_utc_are_said_and_made_local_in_a_time_zone():
    text = "Date,Left,Right\n2026-03-04T06:10:00Z,62,75\n2026-07-04T06:10:00Z,64,77\n"
    assert "times are in UTC: timezone= makes them local" in repr(read(text))
    local = read(text, timezone="Europe/Berlin")
    assert local.holds["started_at"].dt.hour.tolist() == [7, 7, 8, 8]
    assert local.holds["utc_offset_min"].tolist() == [60, 60, 120, 120]
    assert "UTC:" not in repr(local)
    headed = read("Date,Time (UTC),Left,Right\n2026-03-04,06:10,62,75\n", timezone="Europe/Berlin")
    assert headed.holds["started_at"].dt.hour.tolist() == [7, 7]


@pytest.mark.parametrize("zone", ["Berlin", "../etc", "", "Europe"])
def test_a_time_zone_that_is_none_is_refused(zone):
    with pytest.raises(hiplog.LogError, match="expected one like 'Europe/Berlin'"):
        read("Date,Left,Right\n2026-03-04T06:10:00Z,62,75\n", timezone=zone)


def test_of_a_range_of_times_in_one_cell_the_begin_counts():
    rows = '"January 2, 2026 7:10 AM (GMT+1) \u2192 7:12 AM",Left,62\n2026-01-03 07:10 - 07:12,Right,75\n'
    reading = read(f"When,Side,Seconds\n{rows}")
    assert reading.holds["started_at"].astype("str").tolist() == ["2026-01-02 07:10:00", "2026-01-03 07:10:00"]


def test_tries_are_sets_and_their_best_is_none():
    reading = read("Date,Side,Try 1,Try 2,Try 3,Best\n2026-03-04,left,40,45,42,45\n2026-03-04,right,50,52,51,52\n")
    assert seconds(reading) == [40, 45, 42, 50, 52, 51]
    assert reading.not_used == ["Best"]


@pytest.mark.parametrize("planned_first", [True, False])
def test_of_planned_and_done_the_hold_is_what_was_done(planned_first):
    columns = [("Planned (s)", "90", "90"), ("Done (s)", "62", "75")]
    columns = columns if planned_first else columns[::-1]
    reading = read(table(("Date", "2026-03-04", "2026-03-05"), ("Side", "left", "right"), *columns))
    assert seconds(reading) == [62, 75]
    assert reading.holds["target_s"].tolist() == [90, 90]
