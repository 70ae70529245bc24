import zipfile
from pathlib import Path

import pytest

import hiplog

GOOD = Path(__file__).parent / "logs" / "good"


@pytest.mark.parametrize("name", ["book.xls", "book.ods"])
def test_a_sheet_that_is_a_log_too_is_named_with_how_to_read_it(name):
    reading = hiplog.read_log(GOOD / name)
    assert reading.how["other_sheets"] == ["2023"]
    assert "not read: sheet 2023, a log too (sheet='2023' reads it)" in repr(reading)
    assert "sheet 2023, a log too" in reading._repr_html_()


def test_a_sheet_that_is_no_log_is_not_named():
    reading = hiplog.read_log(GOOD / "book.xlsx")
    assert reading.how["other_sheets"] == []
    assert "not read" not in repr(reading)


def test_a_sheet_asked_for_is_all_there_is_to_say():
    assert hiplog.read_log(GOOD / "book.ods", sheet="2023").how["other_sheets"] == []


def test_a_cell_in_the_far_corner_of_a_sheet_is_refused_before_it_fills_the_memory(tmp_path):
    far = tmp_path / "far.xlsx"
    with zipfile.ZipFile(GOOD / "book.xlsx") as book, zipfile.ZipFile(far, "w") as copy:
        for part in book.namelist():
            copy.writestr(part, book.read(part).replace(b'r="A6"', b'r="XFD1048576"'))
    with pytest.raises(hiplog.LogError, match="as far as column XFD and row 1,048,576"):
        hiplog.read_log(far)


def test_a_workbook_that_ends_in_the_middle_is_refused_in_a_sentence(tmp_path):
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes((GOOD / "book.xlsx").read_bytes()[:-200])
    with pytest.raises(hiplog.LogError, match=r"cut.xlsx is a workbook that cannot be read"):
        hiplog.read_log(cut)
