import io
import zipfile
from pathlib import Path

import pytest

import hiplog
from hiplog.reading.tables.table import Table

GOOD = Path(__file__).parent / "logs" / "good"


@pytest.mark.parametrize("name", ["book.xls", "book.ods"])
def test_sheets_with_one_header_are_one_log_and_a_refused_row_tells_its_sheet(name):
    reading = hiplog.read_log(GOOD / name)
    assert reading.how["sheet"] == "2023, 2024"
    assert reading.how["other_sheets"] == []
    assert sorted({*reading.holds["started_at"].dt.year}) == [2023, 2024]
    assert reading.rejected[["row", "sheet"]].values.tolist() == [[4, "2024"]]
    assert "sheet 2024, row 4: " in repr(reading)


def test_sheets_that_are_one_log_and_of_which_nothing_is_refused_show_themselves():
    reading = hiplog.read_log(GOOD / "left_and_right_sheets.xlsx")
    assert ", " in reading.how["sheet"]
    assert "nothing refused" in repr(reading)


def test_sheets_that_may_be_two_persons_are_not_one_log(monkeypatch):
    rows = {"Anna": [["2024-03-04", "38", "31"]] * 2, "Ben": [["2024-03-04", "60", "61"]]}
    tables = [Table([["date", "left", "right"], *those], "", sheet=name) for name, those in rows.items()]
    monkeypatch.setattr("hiplog.reading.tables.workbook_in_a_process.sheets_of", lambda *told: tables)
    reading = hiplog.read_log(GOOD / "book.xlsx")
    assert set(reading.holds["hold_s"]) == {38, 31}
    assert "not read: sheet Ben, a log too (sheet='Ben' reads it)" in repr(reading)
    assert "sheet Ben, a log too" in reading._repr_html_()


def _months(i):
    return [[f"2024-{i + 1:02}-{day:02}", f"{30 + day}", f"{40 + day}"] for day in range(1, 9)]


def _same_days(i):
    return [[f"2024-03-{day:02}", f"{30 + day + i}", f"{40 + day + i}"] for day in range(1, 9)]


def _as_book(monkeypatch, names, rows):
    tables = [Table([["date", "left", "right"], *rows(i)], "", sheet=name) for i, name in enumerate(names)]

    def sheets(data, name, sheet):
        return [table for table in tables if sheet in (None, table.sheet)]

    monkeypatch.setattr("hiplog.reading.tables.workbook_in_a_process.sheets_of", sheets)


@pytest.mark.parametrize(
    "name", "Patient {}|Proband {}|Teilnehmer {}|Subject 0{}|ID {}|Client {}|Patient0{}|Patient {} left".split("|")
)
@pytest.mark.parametrize("rows", [_months, _same_days])
def test_sheets_that_count_people_are_never_one_log(monkeypatch, name, rows):
    names = [name.format(i) for i in (1, 2, 3)]
    _as_book(monkeypatch, names, rows)
    with pytest.raises(hiplog.LogError, match=f"are of 3 people: sheet='{names[0]}' reads one of them"):
        hiplog.read_log(GOOD / "book.xlsx")
    assert len(hiplog.read_log(GOOD / "book.xlsx", sheet=names[1]).holds) == 16


@pytest.mark.parametrize("names", [("Person A", "Person B"), ("患者1", "患者2")])
def test_sheets_of_lettered_people_are_never_one_log(monkeypatch, names):
    _as_book(monkeypatch, names, _months)
    with pytest.raises(hiplog.LogError, match="are of 2 people"):
        hiplog.read_log(GOOD / "book.xlsx")


@pytest.mark.parametrize("names", [("001", "002", "003"), ("A", "B", "C"), ("1", "2")])
def test_sheets_that_are_but_numbered_are_asked_about_where_they_share_their_days(monkeypatch, names):
    _as_book(monkeypatch, names, _same_days)
    with pytest.raises(hiplog.LogError, match="are one person's, name them 'Part "):
        hiplog.read_log(GOOD / "book.xlsx")
    _as_book(monkeypatch, [f"Part {name}" for name in names], _same_days)
    assert len(hiplog.read_log(GOOD / "book.xlsx").holds) == 16 * len(names)


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (("Jan", "Feb", "Mar"), _months),
        (("2024-01", "2024-02", "2024-03"), _months),
        (("1", "2", "3"), _months),
        (("Week 1", "Week 2"), _months),
        (("A", "B"), _months),
        (("Set 1", "Set 2"), _same_days),
        (("Hip balance", "Hamstring stretch"), _same_days),
        (("Sheet1", "Sheet2"), _same_days),
    ],
)
def test_sheets_of_months_weeks_sets_and_exercises_stay_one_log(monkeypatch, names, rows):
    _as_book(monkeypatch, names, rows)
    assert len(hiplog.read_log(GOOD / "book.xlsx").holds) == 16 * len(names)


@pytest.mark.parametrize("names", [("left", "right"), ("L", "R"), ("Links", "Rechts")])
def test_a_sheet_for_each_side_stays_one_log(monkeypatch, names):
    rows = [[f"2024-03-{day:02}", f"{30 + day}"] for day in range(1, 9)]
    tables = [Table([["date", "hold (s)"], *rows], "", sheet=name) for name in names]
    monkeypatch.setattr("hiplog.reading.tables.workbook_in_a_process.sheets_of", lambda *told: tables)
    assert hiplog.read_log(GOOD / "book.xlsx").holds["side"].tolist().count("left") == 8


def test_the_name_of_each_sheet_tells_its_exercise(monkeypatch):
    tables = [
        Table([["date", "left", "right"], ["2024-03-04", "38", "31"]], "", sheet=name)
        for name in ("Hip balance", "Hamstring stretch")
    ]
    monkeypatch.setattr("hiplog.reading.tables.workbook_in_a_process.sheets_of", lambda *told: tables)
    reading = hiplog.read_log(GOOD / "book.xlsx")
    assert reading.holds["exercise"].tolist() == ["hip_balance"] * 2 + ["hamstring_stretch"] * 2


def test_a_sheet_that_is_no_log_is_named_as_that():
    reading = hiplog.read_log(GOOD / "book.xlsx")
    assert reading.how["other_sheets"] == []
    assert reading.how["sheets_without_log"] == ["About"]
    assert "no log in sheet About" in repr(reading)


def test_a_sheet_whose_header_says_nothing_is_named_among_those_that_are_logs(monkeypatch):
    rows = {"Log": ["date", "left", "right"], "Old": ["a", "b", "c"], "Blank": ["", "", ""]}
    tables = [Table([names, ["2024-03-04", "38", "31"]], "", sheet=name) for name, names in rows.items()]
    tables[2].rows.pop()
    monkeypatch.setattr("hiplog.reading.tables.workbook_in_a_process.sheets_of", lambda *told: tables)
    assert hiplog.read_log(GOOD / "book.xlsx").how["sheets_without_log"] == ["Old"]


def test_a_sheet_without_a_log_is_named_also_beside_one_that_says_its_holds_in_words(monkeypatch):
    sheets = [
        Table([["date", "text"], ["2026-01-05", "left 41 s, right 52 s"]], "", encoding="workbook", sheet="Diary"),
        Table([["weight"], ["71 kg"]], "", encoding="workbook", sheet="Scale"),
    ]
    monkeypatch.setattr("hiplog.reading.tables.workbook_in_a_process.sheets_of", lambda *told: sheets)
    reading = hiplog.read_log(GOOD / "book.xlsx")
    assert reading.holds["hold_s"].tolist() == [41, 52]
    assert reading.how["sheets_without_log"] == ["Scale"]


def test_a_sheet_asked_for_is_all_there_is_to_say():
    assert hiplog.read_log(GOOD / "book.ods", sheet="2023").how["other_sheets"] == []


def test_a_cell_in_the_far_corner_of_a_sheet_is_refused_before_it_fills_the_memory(tmp_path):
    far = tmp_path / "far.xlsx"
    with zipfile.ZipFile(GOOD / "book.xlsx") as book, zipfile.ZipFile(far, "w") as copy:
        for part in book.namelist():
            copy.writestr(part, book.read(part).replace(b'r="A6"', b'r="XFD1048576"'))
    with pytest.raises(hiplog.LogError, match="as far as column XFD and row 1,048,576"):
        hiplog.read_log(far)


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def ods(rows):
    """Return the bytes of an OpenDocument workbook with these rows of one sheet."""
    names = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "table", "text"))
    sheet = f'<table:table table:name="A">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content {names}>{body}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0"/>')
    return data.getvalue()


def test_a_million_blank_rows_that_an_ods_repeats_below_a_log_are_none():
    log = [["date", "left", "right"], ["2026-03-02", "45", "41"]]
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in log)
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows += f'<table:table-row table:number-rows-repeated="1048574">{blank}</table:table-row>'
    assert len(hiplog.read_log(ods(rows), name="log.ods").holds) == 2


def test_a_workbook_that_ends_in_the_middle_is_refused_in_a_sentence(tmp_path):
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes((GOOD / "book.xlsx").read_bytes()[:-200])
    with pytest.raises(hiplog.LogError, match=r"cut.xlsx is a workbook that cannot be read"):
        hiplog.read_log(cut)


@pytest.mark.parametrize(("many", "said"), [(12, ""), (13, "and 1 more are"), (40, "and 28 more are")])
def test_sheets_of_another_exercise_that_are_not_named_are_counted(many, said, monkeypatch):
    rows = [["date", "left", "right"], ["2026-03-01", "40", "41"]]
    others = [Table([["date", "plank"], ["2026-03-01", "1"]], "", sheet=f"Plank {i}") for i in range(many)]
    tables = [Table(rows, "", sheet="Hip balance"), *others]
    monkeypatch.setattr("hiplog.reading.tables.workbook_in_a_process.sheets_of", lambda *told: tables)
    shown = hiplog.read_log(GOOD / "book.xlsx").summary()
    assert shown.count(" is of another exercise") == min(many, 12)
    assert said in shown
    assert ("more are of another exercise" in shown) == bool(said)
