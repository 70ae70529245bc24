"""What stands apart in several columns, or together in one cell."""

import pytest

import hiplog


def read(folder, text, name="log.csv", **options):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return hiplog.read_log(path, **options)


def test_pain_of_both_sides_in_one_cell_is_in_the_order_of_its_header(tmp_path):
    reading = read(tmp_path, "date,left,right,pain R/L\n2024-03-04,38,31,4/3\n2024-03-05,38,31,5/10\n")
    assert reading.holds["pain_after"].tolist() == [3, 4, 10, 5]


def test_pain_of_both_sides_that_names_them_needs_no_header(tmp_path):
    reading = read(tmp_path, "date,left,right,pain\n2024-03-04,38,31,R 4 L 3\n")
    assert reading.holds["pain_after"].tolist() == [3, 4]


@pytest.mark.parametrize(
    ("header", "cell", "readings"),
    [
        ("pain", "4/3", "4 left and 3 right, or 3 left and 4 right"),
        ("pain L/R", "4/10", "4 of 10, or 4 left and 10 right"),
    ],
)
def test_pain_that_can_be_read_in_two_ways_is_refused_with_both(tmp_path, header, cell, readings):
    reading = read(tmp_path, f"date,left,right,{header}\n2024-03-04,38,31,{cell}\n")
    assert readings in reading.rejected["expected"][0]
    assert reading.holds["pain_after"].isna().all()


@pytest.mark.parametrize(
    "text",
    [
        "year,month,day,left,right\n2024,3,4,38,31\n",
        "Jahr;Monat;Tag;links;rechts\n2024;März;4;38;31\n",
        "left,right,jour,mois,année\n38,31,4,3,24\n",
        "fecha,año,izquierda,derecha\n4 marzo,2024,38,31\n",
    ],
)
def test_a_date_whose_parts_have_columns_of_their_own_is_one_date(tmp_path, text):
    holds = read(tmp_path, text).holds
    assert holds["started_at"].dt.strftime("%Y-%m-%d").tolist() == ["2024-03-04"] * 2


def test_a_bad_day_among_good_ones_costs_only_its_row(tmp_path):
    reading = read(
        tmp_path, "year,month,day,left,right\n2024,3,x,38,31\n2024,3,4,38,31\n2024,2,30,38,31\n2024,3,5,38,31\n"
    )
    assert reading.rejected["row"].tolist() == [2, 4]
    assert len(reading.holds) == 4


def test_a_unit_in_a_column_of_its_own_belongs_to_the_number_before_it(tmp_path):
    text = "date,side,value,unit\n2024-03-04,left,38,s\n2024-03-04,right,1.5,min\n2024-03-05,left,3,reps\n"
    reading = read(tmp_path, text)
    assert reading.holds["hold_s"].tolist() == [38, 90]
    assert reading.rejected["text"].tolist() == ["3 reps"]


def test_two_holds_in_one_cell_are_of_the_sides_that_the_row_names_in_order(tmp_path):
    sides = enumerate(["L/R", "right/left", "both", "left"], start=5)
    rows = "".join(f"2024-03-0{day},{side},45/43\n" for day, side in sides)
    reading = read(tmp_path, f"date,side,hold\n{rows}")
    assert reading.holds[["side", "hold_s"]].to_numpy().tolist() == [
        ["left", 45], ["right", 43], ["right", 45], ["left", 43],
    ]  # fmt: skip
    assert "45 s left and 43 s right, or 43 s left" in reading.rejected["expected"][0]
    assert reading.rejected["row"].tolist() == [4, 5]


def test_a_column_of_holds_that_names_a_stretch_is_of_that_stretch(tmp_path):
    holds = read(tmp_path, "date,left,right,hamstring left,quad right\n2024-03-04,38,31,60,70\n").holds
    assert holds["exercise"].tolist() == ["hip_balance"] * 2 + ["hamstring_stretch", "quad_stretch"]


def test_the_file_of_all_habits_gives_those_of_ours(tmp_path):
    text = "Date,Hip balance left,Hip balance right,Read,Plank left,\n2024-03-04,95000,38000,2,9000,\n"
    reading = read(tmp_path, text + "2024-03-05,NO,SKIP,0,0,\n", "Checkmarks.csv")
    assert reading.holds["hold_s"].tolist() == [95, 38]
    assert [one["row"] for one in reading.how["skipped"]] == [3]


def test_a_file_of_habits_without_ours_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(hiplog.LogError, match="no habit is hip balancing"):
        read(tmp_path, "Date,Read,Plank left,\n2024-03-04,2,9000,\n", "Checkmarks.csv")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"unit": "foo"}, "unit is 'foo', expected one of s, min"),
        ({"columns": {"left": "foo"}}, "'left' is 'foo', expected one of date, time"),
        ({"columns": {"nope": "left"}}, "has no column 'nope', expected one of date, left, right"),
        ({"columns": "left"}, "columns is 'left', expected headers"),
        ({"encoding": "klingon"}, "encoding 'klingon' is not known"),
        ({"sheet": "March"}, "is no workbook"),
        ({"year": "2024"}, "year is '2024', expected a year"),
        ({"year": 24}, "year is 24, expected one from 1900"),
        ({"day_first": "yes"}, "day_first is 'yes', expected True or False"),
    ],
)
def test_an_option_that_cannot_be_meant_is_refused_in_a_sentence(tmp_path, options, sentence):
    with pytest.raises(hiplog.LogError, match=sentence):
        read(tmp_path, "date,left,right\n2024-03-04,38,31\n", **options)


def test_rows_left_out_are_told_in_good_english(tmp_path):
    text = "date,left,right\n2024-03-04,38,31\nTotal,1,2\n"
    assert repr(read(tmp_path, text)).endswith("1 row left out (totals)")
    assert repr(read(tmp_path, text + "# so far\n")).endswith("2 rows left out (totals: 1, a comment: 1)")


def test_a_column_headed_unit_whose_cells_are_dates_is_the_date_and_joined_to_nothing(tmp_path):
    reading = read(tmp_path, "Seconds,Unit,Side\n62,2026-03-04,left\n75,2026-03-05,right\n")
    assert reading.holds["hold_s"].tolist() == [62, 75]
    assert reading.holds["started_at"].dt.day.tolist() == [4, 5]


@pytest.mark.parametrize(
    "said", ["left and right 45 s", "left/right 45", "L/R: 0:45", "L + R 45 s", "rechts & links 45 s"]
)
@pytest.mark.parametrize("name", ["hip.csv", "hip.txt"])
def test_seconds_behind_both_sides_are_of_both(tmp_path, said, name):
    text = f"date,hold\n2024-03-04,{said}\n" if name == "hip.csv" else f"2024-03-04: {said}\n"
    holds = read(tmp_path, text, name).holds
    assert [holds["side"].tolist(), holds["hold_s"].tolist()] == [["left", "right"], [45, 45]]


@pytest.mark.parametrize("said", ["L/R: 45, 50", "left and right 45 s, 50 s", "left & right: 45, 45"])
def test_several_seconds_behind_both_sides_are_refused(tmp_path, said):
    reading = read(tmp_path, f'date,hold\n2024-03-03,left 40 right 41\n2024-03-04,"{said}"\n')
    assert [len(reading.holds), len(reading.rejected)] == [2, 1]
