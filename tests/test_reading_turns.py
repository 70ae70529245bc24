"""Where the reading of a cell turns on its neighbours: just enough of them to tell, and just too few."""

import pytest

import hiplog

HEADER = "date,left,right,notes\n"


def read(folder, text, **options):
    (folder / "log.csv").write_text(text, encoding="utf-8")
    return hiplog.read_log(folder / "log.csv", **options)


def days(reading):
    return reading.holds["started_at"].dt.strftime("%Y-%m-%d").tolist()[::2]


def test_doubled_quotes_in_a_cell_are_single_ones(tmp_path):
    reading = read(tmp_path, HEADER + '2024-03-04,38,31,"felt ""tight"" today"\n2024-03-05,38,31,"""so"" so"\n')
    assert reading.holds["note"].tolist() == ['felt "tight" today'] * 2 + ['"so" so'] * 2


def test_quotes_in_a_table_parted_by_blanks_hold_a_cell_together(tmp_path):
    reading = read(tmp_path, 'date left right notes\n2024-03-04 38 31 "a bit stiff"\n2024-03-05 40 33 fine\n')
    assert reading.holds["note"].tolist() == ["a bit stiff"] * 2 + ["fine"] * 2


def test_numbers_that_go_up_like_days_at_the_end_have_a_short_year_before(tmp_path):
    rows = "".join(f"24-03-{day:02d},38,31,\n" for day in (27, 28, 29, 30, 31))
    assert days(read(tmp_path, HEADER + rows)) == [f"2024-03-{day}" for day in (27, 28, 29, 30, 31)]


def test_too_few_days_to_tell_a_short_year_are_refused(tmp_path):
    reading = read(tmp_path, HEADER + "12-03-11,38,31,\n12-03-12,38,31,\n")
    assert len(reading.holds) == 0
    assert "2011-03-12 or 2011-12-03" in reading.rejected["expected"][0]


def test_a_table_below_one_blank_row_is_another_table(tmp_path):
    rows = "2024-03-04,38,31,\n,,,\nplace,so far,in all,\nspring,52,40,\n"
    reading = read(tmp_path, HEADER + rows)
    assert len(reading.holds) == 2
    assert [one["reason"] for one in reading.how["skipped"]] == ["another table"] * 2


def test_a_time_that_a_spreadsheet_took_for_hours_is_plain_in_the_refused_row(tmp_path):
    rows = "2024-03-04,1:35:00,0:45:00,\nsoon,1:20:00,0:50:00,\n"
    reading = read(tmp_path, HEADER + rows)
    assert reading.rejected[["left", "right"]].to_numpy().tolist() == [["80 s", "50 s"]]


def test_a_date_with_its_year_in_another_column_may_end_in_a_point(tmp_path):
    reading = read(tmp_path, "Datum;Jahr;links;rechts\n4.3.;2024;38;31\n5. März;2024;38;31\n")
    assert days(reading) == ["2024-03-04", "2024-03-05"]


@pytest.mark.parametrize("cell", ["-", "n/a", "?", ""])
def test_a_time_that_is_not_told_is_no_fault(tmp_path, cell):
    reading = read(tmp_path, f"date,time,left,right\n2024-03-04,{cell},38,31\n2024-03-05,07:10,38,31\n")
    assert (len(reading.holds), len(reading.rejected)) == (4, 0)


def test_dates_without_a_year_whose_order_nothing_tells_are_refused(tmp_path):
    reading = read(tmp_path, HEADER + "3/12,38,31,\n4/12,38,31,\n", year=2024)
    assert len(reading.holds) == 0
    assert "day_first=True" in reading.rejected["expected"][0]


def test_a_half_year_back_in_dates_without_a_year_is_the_next_year(tmp_path):
    rows = "".join(f"{date},38,31,\n" for date in ("30 Nov", "31 Dec", "1 Jan"))
    assert days(read(tmp_path, HEADER + rows, year=2024)) == ["2024-11-30", "2024-12-31", "2025-01-01"]


def test_a_fraction_of_a_day_that_rounds_to_midnight_is_the_next_day(tmp_path):
    reading = read(tmp_path, HEADER + "45355.999999,38,31,\n45356.5,38,31,\n")
    assert reading.holds["started_at"].astype(str).tolist()[::2] == ["2024-03-05 00:00:00", "2024-03-05 12:00:00"]


def test_a_row_name_before_most_rows_moves_the_header_by_one(tmp_path):
    rows = "a,2024-03-04,38,31\nb,2024-03-05,40,33\nc,soon,40,33\n"
    reading = read(tmp_path, "date,left,right\n" + rows)
    assert days(reading) == ["2024-03-04", "2024-03-05"]
    assert reading.rejected["text"].tolist() == ["soon"]


def test_hours_up_to_ten_minutes_are_taken_as_they_stand(tmp_path):
    reading = read(tmp_path, HEADER + "2024-03-04,0:10:00,0:01:00,\n")
    assert reading.holds["hold_s"].tolist() == [600, 60]


def test_hours_beyond_ten_minutes_are_refused_with_both_readings(tmp_path):
    reading = read(tmp_path, HEADER + "2024-03-04,0:38:00,0:31:00,\n")
    assert len(reading.holds) == 0
    assert "38 s or 38 min" in reading.rejected["expected"][0]


def test_the_numbers_of_sets_may_stand_beside_headers_of_other_columns(tmp_path):
    text = (
        ";Left;;Right;;;\nDate;1;2;1;2;Pain (0-10);Note\n2024-03-04;30;32;28;30;3;\n2024-03-05;33;35;30;;2;stiff\n"
    )
    reading = read(tmp_path, text)
    assert reading.holds["hold_s"].tolist() == [30, 32, 28, 30, 33, 35, 30]
    assert reading.holds["pain_after"].tolist() == [3, 3, 3, 3, 2, 2, 2]
    assert reading.not_used == []
