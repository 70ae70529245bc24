"""The form that brings in a file: what it shows before anything is added, what can be settled, what it adds."""

import calendar
import re
from dataclasses import fields
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from diaries import four_cases

import hiplog
from hiplog.controls import ImportForm, reading_shown
from hiplog.reading.options import Options
from hiplog.reading.tables.table import Table

BAD = Path(__file__).parent / "logs" / "bad"


@pytest.fixture
def log(tmp_path):
    return hiplog.Log(tmp_path / "log.sqlite")


def written(folder, text):
    path = folder / "old.csv"
    path.write_text(text, encoding="utf-8")
    return path


def typed(log, path):
    """Return a form into which the path of a file was typed."""
    form = ImportForm(log)
    form._typed.value = str(path)
    return form


def uploaded(log, name, content):
    form = ImportForm(log)
    form._chooser._handle_msg(
        {
            "content": {"data": {"method": "custom", "content": {"type": "file-chosen", "name": name}}},
            "buffers": [memoryview(content)],
        }
    )
    return form


def columns(form):
    return {box.description: box for box in form._choices.columns.values()}


def test_a_typed_path_is_read_and_nothing_is_added_yet(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))
    assert "2 holds" in form._understood.value
    assert len(log.holds()) == 0
    assert f"A new log was begun: {log.path}" in form._said.value


def test_a_hold_that_the_log_has_otherwise_is_named_by_the_form(tmp_path, log):
    log.add(pd.DataFrame([{"started_at": "2026-03-04T07:10", "side": "left", "hold_s": 60.0}]))
    path = log.export_csv(tmp_path / "mine.csv")
    path.write_text(path.read_text().replace(",60,", ",61,").replace("T07:10", "T17:10"))
    form = typed(log, path)
    form._add.click()
    assert (
        "your log has another hold of the same id (left, 4 Mar 2026, 17:10, 61 s here, and left, 4 Mar 2026, "
        "07:10, 60 s in the log)"
    ) in form._said.value


def test_holds_of_two_people_cannot_be_added_and_the_form_says_why(tmp_path, log):
    form = typed(log, written(tmp_path, "patient,date,side,seconds\nA,2026-01-02,L,62\nB,2026-01-02,L,31\n"))
    assert form._add.disabled
    assert "holds of 2 people" in form._said.value


def test_an_uploaded_file_is_read_under_its_own_name(log):
    form = uploaded(log, "mine.csv", b"date,left,right\n2026-03-04,38,31\n")
    form._add.click()
    assert log.holds()["source"].tolist() == ["mine.csv", "mine.csv"]


def test_a_path_may_be_typed_in_quotes_as_a_system_copies_it(tmp_path, log):
    written(tmp_path, "date,left,right\n2026-03-04,38,31\n").rename(tmp_path / "matrix")
    assert "2 holds found" in typed(log, f' "{tmp_path / "matrix"}" ')._understood.value


def test_adding_the_same_file_twice_says_that_none_was_new(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))
    form._add.click()
    assert log.changes()["by"].iloc[0] == "import"
    form._add.click()
    assert "0 new holds of 2 added" in form._said.value
    assert len(log.holds()) == 2


def test_the_meaning_of_a_column_can_be_corrected(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right,remark\n2026-03-04,38,31,5\n"))
    columns(form)["remark"].value = "pain"
    assert form._reading.holds["pain_after"].tolist() == [5.0, 5.0]


def test_the_order_of_day_and_month_can_be_settled(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n03/04/2026,38,31\n"))
    assert form._add.disabled
    form._choices.settings["day_first"].value = "day"
    assert form._reading.holds["started_at"].dt.month.tolist() == [4, 4]


def test_what_was_chosen_for_one_file_is_forgotten_with_the_next(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n03/04/2026,38,31\n"))
    form._choices.settings["day_first"].value = "day"
    (tmp_path / "next.csv").write_text("date,right,left\n04/05/2026,38,31\n", encoding="utf-8")
    form._typed.value = str(tmp_path / "next.csv")
    assert form._choices.settings["day_first"].value == ""


def test_the_columns_that_are_offered_are_those_of_the_file_chosen_last(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))
    (tmp_path / "next.csv").write_text("Datum,rechts,links\n2026-05-04,38,31\n", encoding="utf-8")
    form._typed.value = str(tmp_path / "next.csv")
    assert [*columns(form)] == ["Datum", "rechts", "links"]


def test_refused_rows_are_saved_beside_the_log_and_read_again_when_mended(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,1:3x\n"))
    form._save.click()
    saved = tmp_path / "old_rejected.csv"
    assert f"Saved as {saved}: mend the rows there, then choose that file here." in form._said.value
    saved.write_text(saved.read_text(encoding="utf-8").replace("1:3x", "31"), encoding="utf-8")
    assert sorted(hiplog.read_log(saved).holds["hold_s"]) == [31.0, 38.0]


def test_what_was_expected_of_a_saved_row_names_the_choice_of_the_form(tmp_path, log):
    typed(log, written(tmp_path, "date,left,right\n03/04/2026,38,31\n"))._save.click()
    expected = pd.read_csv(tmp_path / "old_rejected.csv")["expected"][0]
    assert expected.endswith("a date written year first, or the choice beside Dates")


def test_a_file_that_is_no_log_is_one_sentence_and_nothing_can_be_added(tmp_path, log):
    form = typed(log, tmp_path / "nowhere.csv")
    assert "nowhere.csv" in form._understood.value
    assert form._add.disabled


def test_markup_in_a_file_is_shown_as_text(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,<img src=x>,31\n"))
    shown = (
        form._refused.value
        + form._choices._grid.children[3].value
        + typed(log, tmp_path / "<img src=x>")._understood.value
    )
    assert "&lt;img" in shown
    assert "<img" not in shown


def test_a_file_whose_columns_are_not_understood_is_read_once_they_are_told(tmp_path, log):
    form = typed(log, written(tmp_path, "date,A,B\n2026-03-04,38,31\n"))
    assert "no column could be a hold, among date, A, B" in form._understood.value
    assert ["<q>38</q>" in form._choices._grid.children[3].value, len(form._choices._grid.children)] == [True, 6]
    boxes = columns(form)
    boxes["A"].value, boxes["B"].value = "left", "right"
    assert "2 holds found, 4 March 2026." in form._understood.value
    assert not form._add.disabled


def test_a_column_that_may_be_the_other_side_can_be_told_to_be_it(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,rgt hip,mood\n2026-03-04,38,31,fine\n"))
    boxes = columns(form)
    boxes["rgt hip"].value = "right"
    assert "2 holds found, 4 March 2026." in form._understood.value


def test_refused_rows_that_are_being_mended_are_not_written_over(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,1:3x\n"))
    (tmp_path / "old_rejected.csv").write_text("half mended")
    form._save.click()
    assert "old_rejected_2.csv" in form._said.value
    assert (tmp_path / "old_rejected.csv").read_text() == "half mended"
    assert (tmp_path / "old_rejected_2.csv").stat().st_mode & 0o077 == 0


def test_refused_rows_that_cannot_be_saved_are_one_sentence(tmp_path, log, monkeypatch):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,1:3x\n"))
    monkeypatch.setattr("os.open", no_room)
    form._save.click()
    said = f"The refused rows could not be saved in {tmp_path}: No space left on device."
    assert f">{said}<" in form._said.value


def no_room(*_):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("..", "upload"),
        (".", "upload"),
        ("", "upload"),
        ("a" * 300 + ".csv", "a" * 146 + ".csv"),
        ("../../x.csv", "x.csv"),
        ("C:\\notes\\x.csv", "x.csv"),
        ("\0.csv", ".csv"),
        ("\U0001f600" * 99, "\U0001f600" * 37),
    ],
)
def test_whatever_an_uploaded_file_is_called_it_is_read_under_a_name_that_a_folder_can_have(log, name, source):
    form = uploaded(log, name, b"date,left,right\n2026-03-04,38,31\n")
    form._add.click()
    assert log.holds()["source"].tolist() == [source, source]


def test_nothing_of_an_uploaded_file_is_written_but_what_is_added(log, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(Path, "write_bytes", lambda *told: pytest.fail("an uploaded file was written"))
    form = uploaded(log, "mine.csv", b"date,left,right,remark\n2026-03-04,38,31,5\n")
    columns(form)["remark"].value = "pain"  # it is read once more
    assert form._reading.holds["pain_after"].tolist() == [5.0, 5.0]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("hiplog-")] == []
    assert set(form._chooser.get_state()) & {"value", "content"} == set()


def test_no_mathematics_is_made_of_a_header(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right,cost $x$ \\(y\\)\n2026-03-04,38,31,5\n"))
    (name,) = [name for name in columns(form) if name.startswith("cost")]
    assert not {"$", "\\"} & {*name}
    columns(form)[name].value = "pain"
    assert form._reading.holds["pain_after"].tolist() == [5.0, 5.0]


def test_holds_that_the_log_has_otherwise_are_told(tmp_path, log):
    typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))._add.click()
    path = log.export_csv(tmp_path / "out.csv")
    path.write_text(path.read_text().replace(",38,", ",39,"))
    form = typed(log, path)
    form._add.click()
    assert "0 new holds of 2 added" in form._said.value
    assert "1 were not added: your log has another hold of the same id" in form._said.value


def test_holds_of_the_log_that_gain_a_note_are_told(tmp_path, log):
    typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))._add.click()
    path = log.export_csv(tmp_path / "out.csv")
    rows = pd.read_csv(path, dtype="str")
    rows.assign(note=["stiff"] + [None] * (len(rows) - 1)).to_csv(path, index=False)
    form = typed(log, path)
    form._add.click()
    assert "0 new holds of 2 added to your log. 1 that were there gained what they lacked." in form._said.value


def shown(form):
    """Return which settings are on the screen."""
    return {name for name, setting in form._choices.settings.items() if setting.layout.display != "none"}


def is_shown(widget):
    return widget.layout.display != "none"


def texts(form):
    """Return all that a form says, in one text."""
    return " ".join(part.value for part in (form._understood, form._first, form._refused, form._alike, form._said))


def rows(table, of="tbody"):
    """Return the cells of a table in a form, of its body or its head; one that is not closed well is refused."""
    tree = ElementTree.fromstring(f"<all>{table}</all>")
    return [[cell.text or "" for cell in row] for row in tree.findall(f".//{of}/tr")]


ALWAYS = {"day_first", "exercise", "unit"}  # the settings that each file can want
TWO = "date,left,right\n2026-03-04,38,31\n"
PEOPLE = "who,date,side,seconds\nAnn,2026-01-02,L,62\nBen,2026-01-02,L,31\nAnn,2026-01-03,R,75\n"


def test_an_empty_form_shows_nothing_but_how_to_choose_a_file(log):
    form = ImportForm(log)
    assert not any(map(is_shown, (form._choices, form._steps, form._save, form._even_alike)))
    assert (form._add.disabled, texts(form).strip()) == (True, "")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2026-03-04"], "4 March 2026"),
        (["2026-03-04", "2026-03-14"], "4 to 14 March 2026"),
        (["2026-03-04", "2026-07-04"], "4 March to 4 July 2026"),
        (["2025-03-04", "2026-03-04"], "4 March 2025 to 4 March 2026"),
    ],
)
def test_the_summary_says_how_many_holds_of_which_days(tmp_path, log, days, said):
    form = typed(log, written(tmp_path, "date,left\n" + "".join(f"{day},38\n" for day in days)))
    number = f"{len(days)} hold{'s' if len(days) > 1 else ''}"
    assert f">{number} found, {said}. Target 120 s, as no hold is longer.<" in form._understood.value


def test_days_are_said_with_the_whole_name_of_their_month():
    days = [reading_shown._day(pd.Timestamp(2026, month, 1)) for month in range(1, 13)]
    assert days == [f"1 {name} 2026" for name in calendar.month_name[1:]]


def test_the_summary_says_what_is_refused_left_out_and_beside_the_holds(tmp_path, log):
    text = "date,left,right,pain\n2026-03-04,38,31,2\n2026-03-05,4x,3y,2\n2026-03-06,,,3\ntotal,99,99,\n"
    said = typed(log, written(tmp_path, text))._understood.value
    assert "2 holds found, 4 March 2026. Beside them 1 day without a hold." in said
    assert "1 row refused, in whole or in part: see below." in said
    assert "1 row left out: totals." in said


def test_of_an_app_its_name_is_said(tmp_path, log):
    text = "FeatureName,Timestamp,Value,Label,Note\nHip balance left,2026-03-04T07:10:00+00:00,0:01:10,,\n"
    assert "It is a file of Track &amp; Graph. " in typed(log, written(tmp_path, text))._understood.value


def test_each_hold_stands_beside_the_cells_that_it_comes_from(tmp_path, log):
    text = "date,left,right,pain before,pain,note\n2026-03-04 07:10,38.5,1:31,4,2,stiff\n2026-03-05,40,,,1,\n"
    form = typed(log, written(tmp_path, f"{text}2026-03-06,41,,3,,\n"))
    first, second, third, fourth = rows(form._first.value)
    cells = "date 2026-03-04 07:10 · left 38.5 · right 1:31 · pain before 4 · pain 2 · note stiff"
    assert first[:3] == ["2", cells, "4\u00a0Mar\u00a02026,\u00a007:10"]
    assert first[3:] == ["left", "38.5\u00a0s", "4 before, 2 after", "stiff"]
    assert second[3:5] == ["right", "91\u00a0s"]
    assert third[2:] == ["5\u00a0Mar\u00a02026", "left", "40\u00a0s", "1", ""]
    assert fourth[5] == "3 before, ? after"
    assert rows(form._first.value, "thead") == [["Row", "In the file", "Began", "Side", "Held", "Pain", "Note"]]
    assert "<caption>The holds</caption>" in form._first.value


def test_the_first_ten_of_many_holds_are_shown(tmp_path, log):
    text = "date,left\n" + "".join(f"2026-03-{day:02},{day + 30}\n" for day in range(1, 13))
    form = typed(log, written(tmp_path, text))
    assert "<caption>The first 10 holds of 12</caption>" in form._first.value
    assert len(rows(form._first.value)) == 10


def test_holds_of_several_exercises_have_theirs_beside_them(tmp_path, log):
    text = "date,exercise,side,seconds\n2026-03-04,hip balance,left,38\n2026-03-04,hamstring stretch,left,40\n"
    form = typed(log, written(tmp_path, text))
    assert [row[3] for row in rows(form._first.value)] == ["Hip balancing", "Hamstring stretch"]


def test_a_long_cell_is_cut_short(tmp_path, log):
    form = typed(log, written(tmp_path, f"date,left,note\n2026-03-04,38,{'x' * 60}\n2026-03-05,38,{'y' * 61}\n"))
    first, second = rows(form._first.value)
    assert (first[-1], second[-1]) == ("x" * 60, "y" * 59 + "…")


def test_refused_rows_are_shown_with_what_was_expected(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left\n2026-03-04,38\n2026-03-05,4x\n"))
    assert rows(form._refused.value) == [["3", "left", "4x", "seconds or minutes:seconds, like 95 or 1:35"]]
    assert rows(form._refused.value, "thead") == [["Row", "Column", "What stands there", "Expected"]]
    assert "<caption>Refused</caption>" in form._refused.value
    assert is_shown(form._save)
    assert not is_shown(typed(log, written(tmp_path, TWO))._save)


def test_of_many_refused_rows_the_first_fifty_are_shown(tmp_path, log):
    text = "date,left\n2026-03-04,38\n" + "2026-03-05,4x\n" * 51
    form = typed(log, written(tmp_path, text))
    assert "<caption>Refused (the first 50 of 51)</caption>" in form._refused.value
    assert len(rows(form._refused.value)) == 50


def test_each_column_is_offered_as_what_it_was_taken_for_beside_some_of_its_cells(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right,remark\n2026-03-04,38,31,\n2026-03-05,41,31,\n"))
    offered = {name: box.options[0] for name, box in columns(form).items()}
    assert offered == {
        "date": ("date (as read)", ""),
        "left": ("left (as read)", ""),
        "right": ("right (as read)", ""),
        "remark": ("note (as read)", ""),
    }
    left, right, remark = (form._choices._grid.children[at].value for at in (3, 5, 7))
    assert "<q>38</q>, <q>41</q>" in left
    assert "<q>31</q></div>" in right
    assert ">blank</div>" in remark
    assert 'title="its header says so' in left


def test_a_choice_shows_at_once_in_the_holds_and_stays(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right,remark\n2026-03-04,38,31,5\n"))
    columns(form)["remark"].value = "nothing"
    assert [row[-1] for row in rows(form._first.value)] == ["38\u00a0s", "31\u00a0s"]
    assert columns(form)["remark"].value == "nothing"
    assert columns(form)["left"].options[0] == ("left (as read)", "")
    columns(form)["remark"].value = ""
    assert [row[-1] for row in rows(form._first.value)] == ["5", "5"]


def test_what_else_a_column_becomes_by_a_choice_is_offered_as_such(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))
    box = columns(form)["right"]
    box.value = "nothing"
    assert [row[3] for row in rows(form._first.value)] == ["left"]
    assert box is columns(form)["right"]


def test_the_exercise_of_holds_that_name_none_can_be_chosen(tmp_path, log):
    form = typed(log, written(tmp_path, TWO))
    form._choices.settings["exercise"].value = "quad_stretch"
    assert form._reading.holds["exercise"].tolist() == ["quad_stretch", "quad_stretch"]


def test_only_settings_that_are_asked_for_are_shown(tmp_path, log):
    assert shown(typed(log, written(tmp_path, TWO))) == ALWAYS
    assert shown(typed(log, written(tmp_path, PEOPLE))) == ALWAYS | {"person"}
    assert shown(typed(log, tmp_path / "nowhere.csv")) == set()


def test_one_of_several_people_is_chosen_in_the_form(tmp_path, log):
    form = typed(log, written(tmp_path, PEOPLE))
    assert "These are holds of 2 people, and a log is one person&#x27;s: choose whose they are beside Person." in (
        form._said.value
    )
    assert [name for name, _ in form._choices.settings["person"].options] == ["as in the file", "Ann", "Ben"]
    form._choices.settings["person"].value = "Ann"
    assert (form._add.disabled, "holds of 2 people" in form._said.value) == (False, False)
    assert form._reading.holds["hold_s"].tolist() == [62.0, 75.0]
    assert len(form._choices.settings["person"].options) == 3
    form._choices.settings["person"].value = ""
    assert form._add.disabled


def test_another_sheet_of_a_workbook_is_chosen_in_the_form(log, monkeypatch):
    two = [["2024-03-04", "38", "31"]] * 2
    rows = {"Anna": two, "Ben": [["2024-03-04", "60", "61"]], "Cem": [["2024-03-04", "70", "71"]]}
    tables = [Table([["date", "left", "right"], *those], "", sheet=name) for name, those in rows.items()]
    of = "hiplog.reading.tables.workbook_in_a_process.sheets_of"
    monkeypatch.setattr(of, lambda _data, _name, sheet: [one for one in tables if sheet in (None, one.sheet)])
    form = typed(log, BAD.parent / "good" / "book.xlsx")
    assert "Not read: sheet Ben, Cem, logs too; choose one beside Sheet." in form._understood.value
    assert "sheet" in shown(form)
    form._choices.settings["sheet"].value = "Ben"
    assert form._reading.holds["hold_s"].tolist() == [60.0, 61.0]


def test_the_year_of_dates_without_one_is_typed_in_the_form(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left\n4 Mar,38\n5 Mar,40\n"))
    assert "typing 2024 under Year" in texts(form)
    assert "year" in shown(form)
    form._choices.settings["year"].value = "2025"
    assert form._reading.holds["started_at"].dt.year.tolist() == [2025, 2025]
    form._choices.settings["year"].value = "last"
    assert "year" not in form._choices.options()


@pytest.mark.parametrize(("chosen", "month"), [("day", 4), ("month", 3)])
def test_the_order_of_day_and_month_is_asked_for_in_the_words_of_the_form(tmp_path, log, chosen, month):
    form = typed(log, written(tmp_path, "date,left\n03/04/2026,38\n"))
    assert "the choice beside Dates" in rows(form._refused.value)[0][3]
    form._choices.settings["day_first"].value = chosen
    assert form._reading.holds["started_at"].dt.month.tolist() == [month]


@pytest.mark.parametrize("path", sorted(BAD.glob("*.*")), ids=lambda path: path.name)
def test_no_refusal_speaks_of_python(path, log):
    said = texts(typed(log, path))
    assert not re.search(r"[a-z_]+=(?:\{|&#x27;|True)|\bday_first\b|read_log|\.rejected", said)


def test_a_choice_that_is_asked_for_is_named_with_its_column(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,3,4\n2026-03-05,5,6\n"))
    assert "choosing “left” for “left” or choosing “pain left” for “left”" in form._understood.value
    assert form._choices.layout.display == ""


def test_what_was_settled_for_one_file_is_forgotten_with_the_next(tmp_path, log):
    form = typed(log, written(tmp_path, PEOPLE))
    form._choices.settings["person"].value = "Ben"
    form._even_alike.value = True
    form._add.click()
    (tmp_path / "next.csv").write_text(TWO)
    form._typed.value = str(tmp_path / "next.csv")
    assert [setting.value for setting in form._choices.settings.values()] == [""] * 7
    assert shown(form) == ALWAYS
    assert (form._even_alike.value, is_shown(form._steps), form._said.value) == (False, False, "")


def test_the_fields_of_the_form_have_names_that_a_person_understands(tmp_path, log):
    form = typed(log, written(tmp_path, PEOPLE))
    named = {name: setting.description for name, setting in form._choices.settings.items()}
    assert named == {
        "day_first": "Dates",
        "exercise": "Exercise",
        "person": "Person",
        "sheet": "Sheet",
        "unit": "Unit of holds",
        "year": "Year",
        "timezone": "Time zone",
    }
    assert [button.description for button in (form._add, form._save, form._even_alike)] == [
        "Add to your log",
        "Save the refused rows",
        "add them all the same",
    ]
    assert form._typed.placeholder == "or type its path, like ../old_notes.csv"
    assert not any(text.continuous_update for text in (form._typed, form._choices.settings["year"]))
    assert dict(form._choices.settings["unit"].options)["thousandths of a second"] == "ms"
    assert dict(form._choices.settings["exercise"].options)["Hamstring stretch"] == "hamstring_stretch"


def test_what_the_reader_asks_for_is_said_as_the_form_has_it(log):
    asked = "columns={'A': 'hold'}, unit='min', sheet='Feb', person='Ann', timezone='UTC', columns= and year="
    form = ImportForm(log)
    assert form._choices.in_words(asked) == (
        "choosing “hold” for “A”, choosing “minutes” under Unit of holds, choosing “Feb” under Sheet, "
        "choosing “Ann” under Person, the choice beside Time zone, the choice beside a column and "
        "typing the year under Year"
    )
    assert shown(form) == {"unit", "sheet", "person", "timezone", "year"}
    beside = {"day_first": "Dates", "sheet": "Sheet", "person": "Person", "timezone": "Time zone"}
    beside |= {"exercise": "Exercise", "exercise_contains": "Exercise"}
    words = {name: f"the choice beside {field}" for name, field in beside.items()}
    words |= {"columns": "the choice beside a column", "encoding": "another encoding"}
    words |= {"year": "typing the year under Year", "unit": "choosing “the unit” under Unit of holds"}
    options = [one.name for one in fields(Options)]
    assert {name: form._choices.in_words(f"{name}=") for name in options} == words
    assert "Europe/Berlin" in form._choices.settings["timezone"].options


def test_times_in_utc_become_local_by_a_time_zone_typed_in_the_form(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left\n2026-07-04T05:10:00Z,38\n"))
    form._choices.settings["timezone"].value = "Europe/Berlin"
    assert form._reading.holds["started_at"].dt.hour.tolist() == [7]
    form._choices.settings["timezone"].value = "Nowhere"
    assert "expected one like" in form._understood.value


@pytest.mark.parametrize(("numbers", "seconds"), [("1.5,1", [90, 60]), ("2,1", [120, 60])])
def test_numbers_are_minutes_where_the_form_says_so_whether_or_not_it_was_asked_for(
    tmp_path, log, numbers, seconds
):
    form = typed(log, written(tmp_path, f"date,left,right\n2026-03-04,{numbers}\n"))
    assert "unit" in shown(form)
    form._choices.settings["unit"].value = "min"
    assert form._reading.holds["hold_s"].tolist() == seconds


def test_numbers_that_may_be_minutes_are_refused_with_the_choice_of_the_form_that_says_so(tmp_path, log):
    form = typed(log, written(tmp_path, "date,side,hold\n2026-03-04,left,1.5\n"))
    assert rows(form._refused.value)[0][3] == (
        "1.5 min or 1.5 s: choosing “minutes” under Unit of holds or choosing “seconds” under Unit of holds says "
        "which"
    )


def test_what_was_chosen_of_a_column_is_forgotten_with_the_next_file(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04,38,31\n"))
    columns(form)["right"].value = "nothing"
    (tmp_path / "next.csv").write_text("date,left,right\n2026-05-04,38,31\n", encoding="utf-8")
    form._typed.value = str(tmp_path / "next.csv")
    assert columns(form)["right"].value == ""
    assert len(form._reading.holds) == 2


def test_undo_stands_beside_add_and_takes_the_holds_out_again(tmp_path, log):
    form = typed(log, written(tmp_path, TWO))
    form._add.click()
    assert (is_shown(form._steps), form._steps.undo.disabled) == (True, False)
    form._steps.undo.click()
    assert len(log) == 0
    assert "Took back an import" in form._said.value
    form._steps.redo.click()
    assert len(log) == 2


def test_what_is_like_holds_of_the_log_is_named_before_it_is_added(tmp_path, log):
    log.add(pd.DataFrame([{"started_at": "2026-03-04T07:10:35", "side": "left", "hold_s": 38.0}]))
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04 07:10,38,31\n"))
    said = "1 hold looks like one that your log has from elsewhere: left, 4 Mar 2026, 07:10, 38 s."
    assert said in form._alike.value
    assert is_shown(form._even_alike)
    form._add.click()
    assert "1 new hold of 2 added to your log. Left out, as your log has holds like them: 1." in form._said.value


def test_several_holds_like_those_of_the_log_are_counted(tmp_path, log):
    held = {"started_at": ["2026-03-04T07:10:35", "2026-03-04T07:13:05"], "side": ["left", "right"]}
    log.add(pd.DataFrame(held | {"hold_s": [38.0, 31.0]}))
    form = typed(log, written(tmp_path, "date,left,right\n2026-03-04 07:10,38,\n2026-03-04 07:13,,31\n"))
    assert "2 holds look like ones that your log has from elsewhere, the first of them left, 4 Mar 2026" in (
        form._alike.value
    )
    form._even_alike.value = True
    form._add.click()
    assert "2 new holds of 2 added" in form._said.value
    assert "left out" not in form._said.value


def test_a_day_without_a_hold_can_be_added_alone(tmp_path, log):
    form = typed(log, written(tmp_path, "date,left,right,pain\n2026-03-06,,,3\n"))
    assert not form._add.disabled
    form._add.click()
    assert "0 new holds of 0 added" in form._said.value
    assert len(log.days()) == 1


def test_a_log_that_cannot_be_written_is_said_in_the_form(tmp_path, log, monkeypatch):
    form = typed(log, written(tmp_path, TWO))
    monkeypatch.setattr(log, "add", lambda *_, **__: (_ for _ in ()).throw(hiplog.LogError("the disk is full")))
    form._add.click()
    assert "the disk is full" in form._said.value


def test_a_log_that_is_not_there_is_begun_by_the_form_or_it_says_why(tmp_path):
    new = hiplog.Log(tmp_path / "new.sqlite")
    typed(new, written(tmp_path, TWO))._add.click()
    assert len(new) == 2
    gone = hiplog.Log(tmp_path / "gone.sqlite")
    gone.begin()
    gone.path.unlink()
    form = typed(gone, written(tmp_path, TWO))
    assert "gone.sqlite" in form._said.value
    form._add.click()
    assert "gone.sqlite" in form._said.value


def test_a_message_that_is_no_file_is_left_alone(log):
    form = ImportForm(log)
    form._chooser._sent(form._chooser, {"type": "file-chosen", "name": "a.csv"}, [])
    form._chooser._sent(form._chooser, {"type": "other", "name": "a.csv"}, [b"date,left\n2026-03-04,38\n"])
    assert form._reading is None


def test_a_path_may_stand_in_quotes_and_begin_at_home(tmp_path, log, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    written(tmp_path, TWO)
    for typed_in in ('"~/old.csv"', f" {tmp_path / 'old.csv'} "):
        assert "2 holds found" in typed(log, typed_in)._understood.value


def test_a_column_that_is_likely_of_several_people_is_answered_in_the_form(tmp_path, log):
    form = typed(log, written(tmp_path, four_cases()))
    assert form._add.disabled
    assert (
        "that may be several people, and a log is one person&#x27;s. Choose person or nothing" in form._said.value
    )
