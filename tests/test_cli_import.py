"""The command `hiplog import`."""

import pandas as pd
import pytest
from commands import GOOD, add_two, folder, holds, run
from diaries import four_cases

import hiplog
from hiplog.schema import empty

__all__ = ["folder"]

BAD = GOOD + "2026-03-06,50,1:3x,1,\n"


def test_importing_a_file_adds_its_holds(folder):
    (folder / "old.csv").write_text(GOOD)
    done = run("import", "old.csv")
    assert done.exit_code == 0
    assert done.stdout.startswith("old.csv: 4 new in your log; read 4 holds from 2 rows")
    assert holds(folder)["hold_s"].tolist() == [41, 95, 45, 110]


def test_a_file_of_another_exercise_is_no_success(folder):
    (folder / "old.csv").write_text("date,exercise,side,hold\n2024-03-04,Squat,left,62\n")
    done = run("import", "old.csv")
    assert done.exit_code == 1
    assert "no hold in this file (exercise has Squat)" in done.stdout


def test_holds_of_two_people_are_not_imported_until_one_is_named(folder):
    (folder / "old.csv").write_text("patient_id,date,side,seconds\nP01,2026-01-02,L,62\nP02,2026-01-02,L,31\n")
    done = run("import", "old.csv")
    assert done.exit_code == 1
    assert "of 2 people (P01, P02), and a log is one person's: --person P01 takes one" in done.stderr
    assert run("import", "old.csv", "--person", "P02").exit_code == 0
    assert holds(folder)["hold_s"].tolist() == [31]


def test_what_the_reader_asks_is_asked_in_the_options_of_the_command(folder):
    (folder / "two.csv").write_text("Date,Side,Hold one,Hold two\n2026-03-04,left,62,41\n2026-03-05,right,75,43\n")
    result = run("import", "two.csv")
    assert "--columns 'Hold one=hold' --columns 'Hold two=nothing' says which" in result.output
    told = run("import", "two.csv", "--columns", "Hold one=hold", "--columns", "Hold two=nothing")
    assert told.exit_code == 0


def test_numbers_that_may_be_minutes_are_refused_with_the_option_of_the_command_that_says_so(folder):
    (folder / "short.csv").write_text("date,side,hold\n2026-03-04,left,1.5\n2026-03-04,right,2\n")
    refused = run("import", "short.csv").stdout
    assert "row 2: hold is '1.5', expected 1.5 min or 1.5 s: --unit min or --unit s says which" in refused
    assert run("import", "--unit", "min", "short.csv").exit_code == 0
    assert holds(folder)["hold_s"].tolist() == [90, 120]


def test_times_in_utc_are_made_local_by_an_option(folder):
    (folder / "utc.csv").write_text("Date,Left,Right\n2026-03-04T06:10:00Z,62,75\n")
    assert "times are in UTC: --timezone makes them local" in run("import", "--dry-run", "utc.csv").output
    run("import", "--timezone", "Europe/Berlin", "utc.csv")
    assert holds(folder)["started_at"].dt.hour.tolist() == [7, 7]


def test_importing_a_file_twice_adds_it_once(folder):
    (folder / "old.csv").write_text(GOOD)
    run("import", "old.csv")
    assert "0 new in your log; read 4 holds" in run("import", "old.csv").stdout
    assert len(holds(folder)) == 4


def test_a_refused_row_is_shown_and_is_exit_code_3(folder):
    (folder / "old.csv").write_text(BAD)
    done = run("import", "old.csv")
    assert done.exit_code == 3
    assert "5 new in your log; read 5 holds from 3 rows" in done.stdout
    assert "1 row refused" in done.stdout
    assert "row 4: right is '1:3x', expected" in done.stdout
    assert len(holds(folder)) == 5


def test_refused_rows_can_be_mended_and_imported(folder):
    (folder / "old.csv").write_text(BAD)
    run("import", "old.csv", "--rejected", ".")
    mended = folder / "old_rejected.csv"
    mended.write_text(mended.read_text().replace("1:3x", "1:30"))
    assert run("import", mended).exit_code == 0
    assert sorted(holds(folder)["hold_s"]) == [41, 45, 50, 90, 95, 110]


def test_what_was_expected_of_a_saved_row_names_the_options_of_the_command(folder):
    (folder / "old.csv").write_text("date,left,right\n03/04/2026,38,31\n")
    run("import", "old.csv", "--rejected", ".")
    (expected,) = pd.read_csv(folder / "old_rejected.csv")["expected"]
    assert expected.endswith("a date written year first, or --day-first or --month-first")


def test_refused_rows_that_are_being_mended_are_not_overwritten(folder):
    (folder / "old.csv").write_text(BAD)
    (folder / "old_rejected.csv").write_text("mended")
    done = run("import", "old.csv", "--rejected", ".")
    assert done.exit_code == 3
    assert "refused rows saved as old_rejected_2.csv" in done.stdout
    assert (folder / "old_rejected.csv").read_text() == "mended"
    assert len(holds(folder)) == 5


def test_the_same_refused_rows_are_saved_once(folder):
    (folder / "old.csv").write_text(BAD)
    for _ in range(2):
        assert "saved as old_rejected.csv" in run("import", "old.csv", "--rejected", ".").stdout
    assert [path.name for path in folder.glob("*rejected*")] == ["old_rejected.csv"]


def test_two_files_of_one_name_are_both_added_and_their_refused_rows_kept_apart(folder):
    for name, seconds in {"a": "41", "b": "43"}.items():
        (folder / name).mkdir()
        (folder / name / "log.csv").write_text(BAD.replace("41", seconds))
    (folder / "r").mkdir()
    (folder / "b/log.csv").write_text((folder / "b/log.csv").read_text().replace("1:3x", "1:4x"))
    assert run("import", "a/log.csv", "b/log.csv", "--rejected", "r").exit_code == 3
    assert {path.name for path in (folder / "r").iterdir()} == {"log_rejected.csv", "log_rejected_2.csv"}
    assert {41.0, 43.0} <= {*holds(folder)["hold_s"]}


def test_refused_rows_are_for_their_owner_alone_and_no_spreadsheet_runs_them(folder):
    (folder / "old.csv").write_text(BAD.replace("1:3x,1,", "1:3x,1,=HYPERLINK(1)"))
    run("import", "old.csv", "--rejected", ".")
    saved = folder / "old_rejected.csv"
    assert ",'=HYPERLINK(1)" in saved.read_text()
    assert saved.stat().st_mode & 0o077 == 0


def test_holds_are_added_also_where_their_refused_rows_cannot_be_saved(folder, monkeypatch):
    (folder / "old.csv").write_text(BAD)
    monkeypatch.setattr("hiplog.cli.importing.save_rejected", no_room)
    done = run("import", "old.csv", "--rejected", ".")
    assert (done.exit_code, len(holds(folder))) == (1, 5)
    assert "No space left" in done.stderr


def no_room(*_):
    raise OSError(28, "No space left on device")


def test_each_file_is_reported_when_it_is_done(folder, monkeypatch):
    (folder / "old.csv").write_text(GOOD)
    read = hiplog.read_log
    monkeypatch.setattr(hiplog, "read_log", lambda path, **told: read(path) if path.exists() else stopped())
    done = run("import", "old.csv", "next.csv")
    assert done.stdout.startswith("old.csv: 4 new")
    assert len(holds(folder)) == 4


def stopped():
    raise KeyboardInterrupt


def test_standard_input_is_read_and_leaves_no_file(folder, tmp_path_factory, monkeypatch):
    elsewhere = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    done = run("import", "-", answer=GOOD)
    assert (done.exit_code, len(holds(folder)), [*elsewhere.iterdir()]) == (0, 4, [])
    assert holds(folder)["source"].unique().tolist() == ["standard input"]


def test_a_hold_that_the_log_has_otherwise_is_told(folder):
    add_two(folder)
    run("export", "mine.csv")
    (folder / "mine.csv").write_text((folder / "mine.csv").read_text().replace(",60,", ",61,"))
    assert (
        "1 not added, as your log has another hold of that id (right, 4 Mar 2026, 07:10, 61 s here, and "
        "right, 4 Mar 2026, 07:10, 60 s in the log)"
    ) in run("import", "mine.csv").stdout


def test_another_pain_than_the_log_has_is_told(folder):
    add_two(folder)
    hiplog.Log("data/my_log.sqlite").change(holds(folder)["hold_id"][0], pain_after=6)
    run("export", "mine.csv")
    (folder / "mine.csv").write_text((folder / "mine.csv").read_text().replace(",6,", ",9,"))
    done = run("import", "mine.csv")
    assert "0 new in your log, 1 with another pain or note in your log, which keeps its own" in done.stdout


def test_a_dry_run_adds_nothing(folder):
    (folder / "old.csv").write_text(GOOD)
    done = run("import", "old.csv", "--dry-run")
    assert "nothing is added in a dry run; read 4 holds" in done.stdout
    assert len(holds(folder)) == 0


def test_a_dry_run_shows_what_each_column_was_taken_for(folder):
    (folder / "old.csv").write_text("date,left,right,mood\n2026-03-04,41,52,fine\n")
    lines = run("import", "old.csv", "--dry-run").stdout.splitlines()
    assert "  left: left (its header says so); '41'" in lines
    assert "  mood: nothing (nothing in its header or its cells says what it is); 'fine'" in lines
    assert "columns:" not in run("import", "old.csv").stdout.splitlines()


def test_the_exercise_of_a_file_that_names_none_is_an_option(folder):
    (folder / "old.csv").write_text(GOOD)
    run("import", "old.csv", "--exercise", "quad_stretch")
    assert {*holds(folder)["exercise"]} == {"quad_stretch"}


def test_a_dry_run_needs_no_log(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.csv").write_text(GOOD)
    assert run("import", "old.csv", "--dry-run").exit_code == 0


def test_a_file_that_cannot_be_read_is_exit_code_1_and_the_others_are_read(folder):
    (folder / "old.csv").write_text(BAD)
    (folder / "old.zip").write_bytes(b"PK\x03\x04")
    done = run("import", "old.zip", "missing.csv", "old.csv")
    assert done.exit_code == 1
    assert [line.split()[1] for line in done.stderr.splitlines() if "Error" in line] == ["old.zip", "missing.csv"]
    assert len(holds(folder)) == 5


def test_an_import_can_be_told_which_comes_first(folder):
    (folder / "old.csv").write_text("date,left,right\n03/04/2026,41,95\n")
    assert run("import", "old.csv").exit_code == 3
    assert run("import", "old.csv", "--day-first").exit_code == 0
    assert holds(folder)["started_at"].dt.month.unique().tolist() == [4]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--columns", "a=hold_s"], {"columns": {"a": "hold_s"}}),
        (["--day-first"], {"day_first": True}),
        (["--month-first"], {"day_first": False}),
        (["--year", "2025"], {"year": 2025}),
        (["--encoding", "cp1252"], {"encoding": "cp1252"}),
        (["--columns", "a=b=left", "--columns", "c=date"], {"columns": {"a=b": "left", "c": "date"}}),
        (["--unit", "min"], {"unit": "min"}),
        (["--exercise-contains", "figure four"], {"exercise_contains": "figure four"}),
        (["--sheet", "2025"], {"sheet": "2025"}),
        ([], {}),
    ],
)
def test_what_one_says_of_a_file_reaches_the_reader(folder, monkeypatch, arguments, told):
    heard = []
    monkeypatch.setattr(hiplog, "read_log", lambda path, **options: heard.append(options) or nothing())
    run("import", "old.csv", *arguments)
    assert heard == [told]


def nothing():
    """Return a reading of an empty log."""
    return type("Reading", (), {"holds": empty(), "rejected": pd.DataFrame()})


def test_a_column_without_a_meaning_is_wrong_usage(folder):
    done = run("import", "old.csv", "--columns", "Dauer")
    assert done.exit_code == 2
    assert "expected HEADER=MEANING" in done.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        "import old.csv --log new.sqlite --unit parsec",
        "import old.csv --log new.sqlite --year 99999",
        "import old.csv --log new.sqlite --encoding klingon",
        "import old.csv --log new.sqlite --columns Dauer=parsec",
        "show --exercise plank",
        "show --plan 9",
        "export out.xlsx",
        "export out.parquet",
    ],
)
def test_wrong_usage_is_code_2_and_found_before_anything_is_made(folder, wrong):
    before = {*folder.rglob("*")}
    assert run(*wrong.split()).exit_code == 2
    assert {*folder.rglob("*")} == before


def test_a_new_log_is_begun_for_a_file_that_could_be_read_and_said(folder):
    (folder / "old.csv").write_text(GOOD)
    assert run("import", "missing.csv", "--log", "new.sqlite").exit_code == 1
    assert not (folder / "new.sqlite").exists()
    done = run("import", "old.csv", "--log", "new.sqlite")
    assert f"Log: {folder / 'new.sqlite'} (a new log was begun)\n" in done.stderr


def test_import_without_a_file_is_wrong_usage(folder):
    assert run("import").exit_code == 2


def test_a_column_that_is_likely_of_several_people_is_answered_before_anything_is_added(folder):
    (folder / "old.csv").write_text(four_cases())
    done = run("import", "old.csv")
    assert done.exit_code == 1
    assert "--columns case=person or --columns case=nothing says which, with --person 001 for one" in done.stderr
    assert not holds(folder).size
    one = run("import", "old.csv", "--columns", "case=person", "--person", "002")
    assert (one.exit_code, len(holds(folder))) == (0, 56)
    assert run("import", "old.csv", "--columns", "case=nothing").exit_code == 0
