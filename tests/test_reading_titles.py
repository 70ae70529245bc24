"""What the names of a sheet, of a file and of a table say of the exercise."""

import pytest

import hiplog
from hiplog.reading.tables.table import Table

HEADER = ["date", "left (s)", "right (s)"]
ROWS = [["2024-03-04", "38", "31"], ["2024-03-05", "39", "33"]]
TEXT = "\n".join(map(",".join, [HEADER, *ROWS]))


def read_sheets(monkeypatch, sheets, name="log.xlsx", **told):
    """Return what is read of a workbook of sheets, each with the rows above its header."""
    tables = [
        Table([*([line] for line in above), *([] if sheet == "About" else [HEADER, *ROWS])], "", sheet=sheet)
        for sheet, above in sheets.items()
    ]
    with monkeypatch.context() as patched:
        patched.setattr("hiplog.reading.tables.sources.is_workbook", lambda data: True)
        patched.setattr("hiplog.reading.tables.workbook_in_a_process.sheets_of", lambda *told: tables)
        return hiplog.read_log(b"PK", name=name, **told)


NAMES = ["Couch stretch", "Pigeon", "Side plank", "Squats", "SIDE PLANK challenge", "Kniebeugen",
         "Taubenhaltung", "planche latérale", "sentadillas", "スクワット", "深蹲", "приседания"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_another_exercise_is_asked_about_wherever_it_stands(monkeypatch, name):
    for sheets, file_name in (
        ({name: []}, "log.xlsx"),
        ({"Sheet1": [name]}, "log.xlsx"),
        ({"Tabelle1": ["my log", name]}, "hip_balance.xlsx"),
    ):
        with pytest.raises(
            hiplog.LogError, match=f"{name}', which is no hold of ours: exercise='hip_balance' says"
        ):
            read_sheets(monkeypatch, sheets, file_name)
    if "challenge" not in name:
        with pytest.raises(hiplog.LogError, match=f"{name}', which is no hold of ours"):
            hiplog.read_log(TEXT.encode(), name=f"{name}.csv")
    told = read_sheets(monkeypatch, {name: []}, exercise="hip_balance")
    assert told.holds["hold_s"].tolist() == [38, 31, 39, 33]
    assert "taken for" not in told.summary()


def test_the_nearest_name_counts(monkeypatch):
    reading = read_sheets(monkeypatch, {"Squats": ["Hip balancing"]}, "Side plank.xlsx")
    assert set(reading.holds["exercise"]) == {"hip_balance"}


def test_a_sheet_of_another_exercise_is_said_to_be_that(monkeypatch):
    sheets = {"Hips": [], "Squats": [], "Sheet3": ["Couch stretch"], "About": ["All of this is invented"]}
    reading = read_sheets(monkeypatch, sheets)
    said = "; sheet Squats is of another exercise; sheet Sheet3 is of another exercise (Couch stretch); no log in "
    assert f"{said}sheet About" in reading.summary()
    assert reading.how["sheets_of_another_exercise"] == {"Squats": "Squats", "Sheet3": "Couch stretch"}


@pytest.mark.parametrize("name", ["Zwergenstretch", "Mrs Okafor", "Wackelbrett"])
def test_a_name_that_nobody_knows_is_said_to_be_taken_for_hip_balance(monkeypatch, name):
    said = f"taken for hip balance, though '{name}' may name another exercise: exercise= says which"
    assert said in read_sheets(monkeypatch, {name: []}).summary()
    assert said in read_sheets(monkeypatch, {"Sheet1": [name]}).summary()
    assert said in hiplog.read_log(TEXT.encode(), name=f"{name}.csv").summary()


@pytest.mark.parametrize(
    "name",
    ["Sheet1", "Tabelle2", "March 2024", "März", "2024", "log", "my holds", "hip", "Left and right", "Week 3",
     "Anna", "ben_2026", "Zoe's holds",
     "hip_balance_log", "Form Responses 1", "data export", "Hüftbalance", "quad stretch"],
)  # fmt: skip
def test_an_ordinary_name_of_a_log_is_not_dwelt_on(monkeypatch, name):
    assert "taken for" not in read_sheets(monkeypatch, {name: []}).summary()
    assert "taken for" not in hiplog.read_log(TEXT.encode(), name=f"{name}.csv").summary()


def test_a_column_of_exercises_says_more_than_a_name(monkeypatch):
    text = "date,exercise,left,right\n2024-03-04,Hip balance,38,31\n"
    assert "taken for" not in hiplog.read_log(text.encode(), name="Wackelbrett.csv").summary()
    assert len(hiplog.read_log(text.encode(), name="Squats.csv").holds) == 2


def test_of_several_sheets_one_of_our_exercise_comes_before_one_that_nobody_knows(monkeypatch):
    reading = read_sheets(monkeypatch, {"Wackelbrett": ["", ""], "Hip balance": []})
    assert reading.how["sheet"] == "Hip balance"
    assert "not read: sheet Wackelbrett, a log too" in reading.summary()


def test_the_name_of_a_text_file_counts_where_nothing_in_it_names_an_exercise():
    lines = b"4 March 2024\nleft 45 s, right 50 s\n"
    with pytest.raises(hiplog.LogError, match="'Couch stretch', which is no hold of ours"):
        hiplog.read_log(lines, name="Couch stretch.txt")
    assert (
        "though 'Wackelbrett' may name another exercise"
        in hiplog.read_log(lines, name="Wackelbrett.txt").summary()
    )
    told = hiplog.read_log(lines, name="log.txt", exercise="quad_stretch")
    assert set(told.holds["exercise"]) == {"quad_stretch"}
    named = hiplog.read_log(lines + b"5 March 2024\nhamstring left 60 s\n", name="Wackelbrett.txt")
    assert named.holds["exercise"].tolist() == ["hip_balance"] * 2 + ["hamstring_stretch"]


@pytest.mark.parametrize("first", ["", "2024-03-04,left 45 s,\n"], ids=["of units", "a title"])
def test_a_side_with_its_seconds_alone_in_a_row_is_no_row_of_something_else(first):
    reading = hiplog.read_log(f"date,hold,note\n{first},left 40 s,\n2024-03-05,right 50 s,\n".encode())
    read = [*reading.holds["hold_s"], *reading.rejected["row"]]
    assert read == ([45, 40, 50] if first else [50, 2])


@pytest.mark.parametrize("title", ["Goal by 1 December 2025", "Goal for the week of 1 December 2025"])
@pytest.mark.parametrize("days", [("1", "2"), ("Mon", "Tue")])
def test_the_date_of_a_goal_begins_no_days(title, days):
    text = f"{title}\n\nDay,Left,Right\n{days[0]},40,42\n{days[1]},44,45\n"
    assert hiplog.read_log(text.encode(), name="log.csv").holds.empty
