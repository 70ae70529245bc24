"""A file of several people in which a name stands once, above or beside the first of its rows: nobody is mixed."""

import io
import zipfile
from itertools import chain
from zlib import crc32

import pandas as pd
import pytest

import hiplog

DAYS = [f"2026-03-{day:02}" for day in range(2, 22)]
HEADER = ["person", "date", "side", "hold_s"]
_OFFICE = "http://schemas.openxmlformats.org"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def held(whose, named="", days=DAYS):
    """Return the rows of somebody's holds, two a day; their numbers are made of who they are."""
    when = [(day, side) for day in days for side in ("left", "right")]
    seconds = [str(38 + crc32(f"{whose}{day}{side}".encode()) % 40) for day, side in when]
    return [[named, f"{day} 07:10", side, s] for (day, side), s in zip(when, seconds, strict=True)]


def beside_first(*people, **how):
    """Return rows in which each name stands beside the first hold, as in merged cells."""
    rows = [held(person, **how) for person in people]
    for person, theirs in zip(people, rows, strict=True):
        theirs[0][0] = person
    return [*chain(*rows)]


def above(*people):
    return [row for person in people for row in ([person, "", "", ""], *held(person))]


def full(*people, days=DAYS):
    return [row for person in people for row in held(person, person, days)]


def study_of(folder, rows, *, header="person", name="all.csv"):
    lines = [[header, *HEADER[1:]], *rows]
    (folder / name).write_text("\n".join(map(",".join, lines)) + "\n", encoding="utf-8")
    return hiplog.Study(folder)


def book(rows, merged):
    """Return a workbook of one sheet, of which some cells are merged."""
    cells = "".join(
        f'<row r="{n}">'
        + "".join(
            f'<c r="{"ABCD"[i]}{n}" t="inlineStr"><is><t>{text}</t></is></c>' for i, text in enumerate(row) if text
        )
        + "</row>"
        for n, row in enumerate(rows, 1)
    )
    spans = "".join(f'<mergeCell ref="{span}"/>' for span in merged)
    main, of = f'xmlns="{_OFFICE}/spreadsheetml/2006/main"', f"{_OFFICE}/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_OFFICE}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": _linked("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _linked("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{of}"><sheets><sheet name="Log" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>",
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{cells}</sheetData>"
        f"<mergeCells>{spans}</mergeCells></worksheet>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return packed.getvalue()


def _linked(kind, target):
    of = f"{_OFFICE}/officeDocument/2006/relationships/{kind}"
    return (
        f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{of}" Target="{target}"/></Relationships>'
    )


@pytest.mark.parametrize("rows", [beside_first, above])
@pytest.mark.parametrize(
    ("header", "people"),
    [
        ("person", ("P01", "P02", "P03")),
        ("patient", ("1", "2")),
        ("Proband", ("Anna Weber", "Ben Lang")),
        ("person", ("A", "B")),
    ],
)
def test_a_file_in_which_each_person_is_named_once_is_refused(tmp_path, rows, header, people):
    (row,) = study_of(tmp_path, rows(*people), header=header).people().itertuples()
    n = 40 * len(people)
    blank = n - (len(people) if rows is beside_first else 0)
    assert (row.person, row.n_sessions) == ("all", 0)
    assert row.why == (
        f"all.csv: {header!r} is {', '.join(map(repr, people))}, blank beside {blank} of {n} holds, as where "
        "cells are merged, which may be people, expected each row filled, and 'person' as that header, if they "
        "are, and 'nothing' if not; no hold of hip_balance"
    )


@pytest.mark.parametrize("header", ["person", "name"])
def test_a_sheet_with_merged_cells_of_people_is_refused(tmp_path, header):
    rows = beside_first("Anna", "Ben")
    (tmp_path / "all.xlsx").write_bytes(book([[header, *HEADER[1:]], *rows], ["A2:A41", "A42:A81"]))
    (row,) = hiplog.Study(tmp_path).people().itertuples()
    assert row.n_sessions == 0
    assert f"all.xlsx: {header!r} is 'Anna', 'Ben', blank beside 78 of 80 holds, as where cells are" in row.why


@pytest.mark.parametrize("people", [("Anna", "Ben"), ("P01", "P02", "P03")])
def test_a_file_whose_column_without_a_name_names_each_person_once_is_refused(tmp_path, people):
    (row,) = study_of(tmp_path, beside_first(*people), header="").people().itertuples()
    assert row.n_sessions == 0
    assert f"all.csv: 'a column without a name' is {', '.join(map(repr, people))}, blank beside" in row.why


@pytest.mark.parametrize("texts", ["Week 1,Week 2,Week 3", "1,2,3", "Basic,Plus,Max", "home,hotel,home", "Anna"])
def test_a_column_without_a_name_that_parts_one_persons_holds_says_nothing_of_people(tmp_path, texts):
    rows = held("Anna")
    for number, text in enumerate(texts.split(",")):
        rows[14 * number][0] = text
    (row,) = study_of(tmp_path, rows, header="").people().itertuples()
    assert (row.n_sessions, pd.isna(row.why)) == (20, True)


def test_a_sheet_with_merged_cells_of_dates_is_read(tmp_path):
    rows = full("Anna", "Ben")
    rows = [[who, "" if side == "right" else day, side, s] for who, day, side, s in rows]
    (tmp_path / "all.xlsx").write_bytes(book([HEADER, *rows], [f"B{n}:B{n + 1}" for n in range(2, 82, 2)]))
    assert hiplog.Study(tmp_path).people()[["person", "n_sessions"]].to_numpy().tolist() == [
        ["Anna", 20],
        ["Ben", 20],
    ]


REFUSED = {
    "beside, then above": [*beside_first("P01"), *above("P02")],
    "nobody, then above": [*held("P01"), *above("P02")],
    "one after the other": [*above("P01")[:20], *above("P02")[:1], *above("P02")[21:]],
    "beside the first of each day": [
        [who if side == "left" else "", day, side, s] for who, day, side, s in full("P01", "P02")
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", REFUSED.values(), ids=REFUSED)
def test_blanks_below_names_are_nobodys_however_the_names_stand(tmp_path, rows):
    (row,) = study_of(tmp_path, rows).people().itertuples()
    assert row.n_sessions == 0
    assert "as where cells are merged" in row.why
    assert "taken for" not in row.why


def test_one_person_who_is_named_once_is_one(tmp_path):
    weeks = [["Week 1", "", "", ""], *held("", "", DAYS[:10]), ["Week 2", "", "", ""], *held("", "", DAYS[10:])]
    for name, rows in {"anna": beside_first("Anna"), "ben": above("Ben"), "cleo": weeks, "dora": held("")}.items():
        study_of(tmp_path, rows, name=f"{name}.csv")
    people = hiplog.Study(tmp_path).people()
    assert people[["person", "n_sessions"]].to_numpy().tolist() == [
        [name, 20] for name in ("anna", "ben", "cleo", "dora")
    ]
    assert "rows that name nobody and are taken for Anna's, whom all others name: 39" in people["why"][0]


def test_a_few_blanks_between_the_names_of_people_are_told_and_refuse_no_file(tmp_path):
    rows = full("P01", "P02")
    for at in (3, 17, 50):
        rows[at][0] = ""
    people = study_of(tmp_path, rows).people()
    assert people["n_sessions"].tolist() == [20, 20]
    assert people["why"][0] == "all: 3 holds name nobody, expected whose they are"


@pytest.mark.parametrize("header", ["id", "code", "name", "group"])
@pytest.mark.parametrize(
    "text_of", [lambda n: str(n + 1), lambda n: f"W{n // 7}" if n % 7 == 0 else "", lambda n: "Hip balance"]
)
def test_sessions_weeks_and_exercises_that_stand_once_above_their_rows_are_no_people(tmp_path, header, text_of):
    rows = [[text_of(n // 2) if n % 2 == 0 else "", *row[1:]] for n, row in enumerate(held("Anna"))]
    (row,) = study_of(tmp_path, rows, header=header, name="anna.csv").people().itertuples()
    assert (row.person, row.n_sessions) == ("anna", 20)


def test_nothing_of_several_people_is_imported_where_each_is_named_once(tmp_path):
    from click.testing import CliRunner

    from hiplog.cli import main

    study_of(tmp_path, above("P01", "P02"))
    result = CliRunner().invoke(main, ["import", str(tmp_path / "all.csv"), "--log", str(tmp_path / "my.sqlite")])
    assert result.exit_code == 1
    assert "that may be several people, expected each row filled, and 'person' as that header" in result.output


BLANK = {
    "a blank row": [["P03", "", "", ""]],
    "days without a hold": [["P03", day, "left", ""] for day in DAYS[:3]],
    "both": [["P03", "", "", ""], ["P03", DAYS[0], "", ""]],
}


@pytest.mark.parametrize("rows", BLANK.values(), ids=BLANK)
def test_who_has_rows_without_a_hold_alone_is_told_and_is_no_person(tmp_path, rows):
    study = study_of(tmp_path, [*full("P01"), *rows, *full("P02")])
    people = study.people()
    assert people[["person", "n_sessions"]].to_numpy().tolist() == [["P01", 20], ["P02", 20]]
    assert people["why"].isna().all()
    said = f"P03: {len(rows)} row{'s' * (len(rows) > 1)} without a hold"
    assert said in study.left_out()["what"].tolist()
    assert study.left_out()["rows"].sum() == len(rows)


def test_a_footer_in_a_file_of_one_person_makes_nobody_and_is_told(tmp_path):
    (tmp_path / "people.csv").write_text("person,file\nAnna,anna.csv\n")
    study = study_of(tmp_path, [*full("P01"), ["P02", "", "", ""]], name="anna.csv")
    (row,) = study.people().itertuples()
    assert (row.person, row.n_sessions, row.why) == ("Anna", 20, "anna.csv names P01, and is taken for Anna's")
    assert "P02: 1 row without a hold" in study.left_out()["what"].tolist()


def test_who_is_listed_and_has_rows_without_a_hold_is_told_so(tmp_path):
    (tmp_path / "people.csv").write_text("person,file\nP01,all.csv\nP02,all.csv\nP03,all.csv\nP04,all.csv\n")
    why = study_of(tmp_path, [*full("P01", "P02"), ["P03", "", "", ""]]).people()["why"]
    assert why[2] == "all.csv: no row of it that has a hold names P03; no hold of hip_balance"
    assert why[3] == "all.csv: no row of it names P04; no hold of hip_balance"


@pytest.mark.parametrize(
    "nobody", ["N/A", "n/a", "NA", "Na", "na", "N.A.", "n.a.", "#N/A", "NONE", "None", "-", "?"]
)
def test_a_cell_that_says_nobody_is_no_person_in_whatever_capitals(tmp_path, nobody):
    people = study_of(tmp_path, [*full("Anna", "Ben"), *held("", nobody, DAYS[:2])]).people()
    assert people["person"].tolist() == ["Anna", "Ben"]
    assert people["n_sessions"].tolist() == [20, 20]
    assert people["why"][0] == "all: 4 holds name nobody, expected whose they are"


@pytest.mark.parametrize("names", [("AN", "NA"), ("Na Li", "Nan"), ("Nina", "Null"), ("NAB", "Nona")])
def test_names_that_look_like_nobody_are_people(tmp_path, names):
    assert study_of(tmp_path, full(*names)).people()["person"].tolist() == [*names]


@pytest.mark.parametrize("header", ["DAG", "redcap_data_access_group"])
def test_a_number_in_two_groups_of_access_is_asked_about_and_none_is_asked_of_days(tmp_path, header):
    rows = [[*row, site] for site in ("Berlin", "Hamburg") for row in held(site, "001")]
    for name, of, theirs in (
        ("all", header, rows),
        ("dag", "Dag", [[*row, str(n // 2 % 7)] for n, row in enumerate(held("Anna", "Anna"))]),
    ):
        lines = [[*HEADER, of], *theirs, *([*row, "x"] for row in held(f"of {name}", f"Ben {name}"))]
        (tmp_path / f"{name}.csv").write_text("\n".join(map(",".join, lines)))
    why = hiplog.Study(tmp_path).people().set_index("person")["why"]
    assert f"all.csv: {header!r} beside '001' is 'Berlin', 'Hamburg', " in why["001"]
    assert why.drop("001").isna().all()
