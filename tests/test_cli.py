"""The command `hiplog` without JupyterLab: import, show, undo, backup, export."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from click.testing import CliRunner

import hiplog
from hiplog.charts.pictures import on_a_figure
from hiplog.cli import main
from hiplog.printable import one_line
from hiplog.schema import empty

GOOD = "date,left,right,pain,notes\n2026-03-04,41,1:35,2,stiff\n2026-03-05,45,110,1,\n"
ONLY_WITH_A_LOG = ["show", "undo", "redo", "check", "restore", "forget", "backup x", "export x"]
BAD = GOOD + "2026-03-06,50,1:3x,1,\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Be in a reader's folder with an empty log."""
    (tmp_path / "data").mkdir()
    hiplog.Log(tmp_path / "data/my_log.sqlite").begin()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, answer=None):
    return CliRunner().invoke(main, [*map(str, arguments)], input=answer)


def holds(folder) -> pd.DataFrame:
    return hiplog.Log(folder / "data/my_log.sqlite").holds()


def add_two(folder) -> None:
    two = pd.DataFrame({"started_at": ["2026-03-04T07:10", "2026-03-04T07:13"], "side": ["right", "left"]})
    hiplog.Log(folder / "data/my_log.sqlite").add(two.assign(hold_s=[60.0, 50.0], source="old.csv"))


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


def test_the_nearest_log_is_used_and_named(folder, monkeypatch):
    (folder / "notebooks").mkdir()
    monkeypatch.chdir(folder / "notebooks")
    done = run("undo")
    assert done.stderr == f"Log: {folder / 'data/my_log.sqlite'}\n"
    assert done.stdout == "There is nothing to take back.\n"


def test_the_log_of_my_hiplog_below_is_found(folder, monkeypatch, tmp_path_factory):
    above = tmp_path_factory.mktemp("above")
    (above / "my_hiplog/data").mkdir(parents=True)
    hiplog.Log(above / "my_hiplog/data/my_log.sqlite").begin()
    monkeypatch.chdir(above)
    assert run("show").stderr == f"Log: {above / 'my_hiplog/data/my_log.sqlite'}\n"


@pytest.mark.parametrize(
    "command", ["show", "undo", "backup x", "export x", "import x", "redo", "check", "restore", "forget"]
)
def test_without_a_log_one_sentence_says_what_to_do(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    done = run(*command.split())
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert (
        "no data/my_log.sqlite in this folder, above it or in my_hiplog/: go to your hiplog folder" in done.stderr
    )


@pytest.mark.parametrize("command", ONLY_WITH_A_LOG)
def test_a_log_that_is_not_there_is_not_begun(tmp_path, command):
    done = run(*command.split(), "--log", tmp_path / "none.sqlite")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert f"{tmp_path / 'none.sqlite'}: there is no log here" in done.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_a_file_that_is_no_log_is_one_line(folder):
    (folder / "notes.txt").write_text("left 41 s, right 95 s")
    done = run("undo", "--log", "notes.txt")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "is no log of hiplog" in done.stderr


def test_undo_asks_with_the_name_of_what_it_takes_back(folder):
    add_two(folder)
    done = run("undo", answer="y\n")
    assert "Take back an import from old.csv: 2 holds out of the log again? [y/N]" in done.stderr
    assert "Took back an import from old.csv: 2 holds out of the log again.\n" in done.stdout
    assert len(holds(folder)) == 0


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_without_a_yes_nothing_is_taken_back(folder, answer):
    add_two(folder)
    assert run("undo", answer=answer).exit_code == 1
    assert len(holds(folder)) == 2


def test_undo_with_yes_does_not_ask_and_redo_makes_it_again(folder):
    add_two(folder)
    assert "[y/N]" not in run("undo", "--yes").output
    assert len(holds(folder)) == 0
    assert "Made again" in run("redo", "--yes").stdout
    assert len(holds(folder)) == 2


def test_check_says_that_a_log_is_whole(folder):
    add_two(folder)
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, "The log is whole: 2 holds.\n")


def test_check_of_a_damaged_log_says_so_and_saves_what_is_whole(folder):
    add_two(folder)
    path = folder / "data/my_log.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE holds SET hold_s = 61 WHERE hold_s = 60")
        db.commit()
    done = run("check", "--export", "whole.csv")
    assert done.exit_code == 1
    assert "hiplog restore" in done.stderr
    assert hiplog.read_log(folder / "whole.csv").holds["hold_s"].tolist() == [50.0]


def test_how_many_backups_are_kept_is_said_and_set(folder):
    assert "each of the last 7 days, 4 weeks and 12 months that have one" in run("keep-backups").stdout
    assert "each of the last 30 days, 4 weeks and 12 months" in run("keep-backups", "--days", 30).stdout
    none = run("keep-backups", "--days", 0, "--weeks", 0, "--months", 0)
    assert none.stdout == "No backups are made; those that are there stay.\n"
    assert hiplog.Log("data/my_log.sqlite").keep_backups() == {"days": 0, "weeks": 0, "months": 0}
    assert run("keep-backups", "--days", -1).exit_code == 2


def test_restore_shows_the_backups_and_goes_back_to_one(folder):
    add_two(folder)
    log = hiplog.Log(folder / "data/my_log.sqlite")
    log.backup(folder / "two.sqlite")
    log.remove(log.holds())
    listed = run("restore").stdout
    (saved,) = (folder / "data/backups").glob("*.sqlite")
    assert listed.startswith(saved.name)
    assert listed.endswith(" holds; 0 entries of the log are not in it, and 0 of its own not in the log\n")
    done = run("restore", "two.sqlite", answer="y\n")
    assert "two.sqlite was restored" in done.stdout
    assert len(holds(folder)) == 2
    run("undo", "--yes")
    assert len(holds(folder)) == 0


def test_restore_names_what_goes_and_what_comes_before_it_asks(folder):
    add_two(folder)
    log = hiplog.Log(folder / "data/my_log.sqlite")
    log.backup(folder / "two.sqlite")
    right, left = log.holds()["hold_id"]
    log.remove(left)
    log.change(right, pain_after=3)
    days = [f"2026-04-{day:02}T08:00" for day in range(1, 6)]
    log.add(pd.DataFrame({"started_at": days, "side": "left", "hold_s": 70.0}))
    before = log.holds()
    done = run("restore", "two.sqlite", answer="n\n")
    assert done.exit_code == 1
    assert (
        "Restore two.sqlite: 5 holds out of the log (the left hold of 1 Apr 2026, 08:00; the left hold of 2 Apr "
        "2026, 08:00; the left hold of 3 Apr 2026, 08:00; and 2 more), 1 hold back in the log (the left hold of "
        "4 Mar 2026, 07:13), 1 hold with the values of the backup (the right hold of 4 Mar 2026, 07:10)? [y/N]"
    ) in done.stderr
    pd.testing.assert_frame_equal(holds(folder), before)


def test_restore_does_nothing_where_the_log_changed_while_it_asked(folder, monkeypatch):
    add_two(folder)
    log = hiplog.Log(folder / "data/my_log.sqlite")
    log.backup(folder / "two.sqlite")
    log.remove(log.holds()["hold_id"][0])

    def answer_late(*_, **__):
        log.remove(log.holds())

    monkeypatch.setattr("hiplog.cli.history.click.confirm", answer_late)
    done = run("restore", "two.sqlite")
    assert (done.exit_code, done.stdout, len(log)) == (1, "", 0)
    assert "restoring two.sqlite means 2 holds back in the log" in done.stderr
    assert "expected 1 hold back in the log (the right hold of 4 Mar 2026, 07:10): nothing was done" in done.stderr


def test_restore_asks_nothing_where_nothing_differs_and_of_no_other_log(folder):
    add_two(folder)
    hiplog.Log(folder / "data/my_log.sqlite").backup(folder / "two.sqlite")
    hiplog.Log(folder / "other.sqlite").begin()
    done = run("restore", "two.sqlite")
    assert (done.exit_code, done.stdout) == (0, "Nothing differs from two.sqlite.\n")
    done = run("restore", "other.sqlite")
    assert (done.exit_code, "?" in done.stderr) == (1, False)


def test_a_log_that_cannot_be_read_stays_where_no_is_said(folder):
    add_two(folder)
    path = folder / "data/my_log.sqlite"
    hiplog.Log(path).backup(folder / "two.sqlite")
    half = path.read_bytes()[:5000]
    path.write_bytes(half)
    done = run("restore", "two.sqlite", answer="n\n")
    assert (done.exit_code, path.read_bytes()) == (1, half)
    assert "Put two.sqlite in the place of" in done.stderr


def test_a_log_that_cannot_be_read_is_kept_beside_the_backup_that_takes_its_place(folder):
    add_two(folder)
    path = folder / "data/my_log.sqlite"
    hiplog.Log(path).backup(folder / "two.sqlite")
    path.write_bytes(path.read_bytes()[:5000])
    assert run("check").exit_code == 1
    done = run("restore", "two.sqlite", "--yes")
    assert done.exit_code == 0
    assert "is your log now; the one that could not be read is kept as" in done.stdout
    assert len(holds(folder)) == 2
    assert [*path.parent.glob("my_log.damaged-*")]


def test_a_log_that_is_gone_gives_its_place_to_its_backup_and_no_kept_file_is_named(folder):
    add_two(folder)
    path = folder / "data/my_log.sqlite"
    hiplog.Log(path).backup(folder / "two.sqlite")
    path.unlink()
    done = run("restore", "two.sqlite", "--log", path, answer="y\n")
    assert f"Put two.sqlite at {path}? [y/N]" in done.stderr
    assert (done.stdout, len(holds(folder))) == ("two.sqlite is your log now.\n", 2)
    assert [*path.parent.glob("*damaged*")] == []


@pytest.mark.parametrize("sql", ["UPDATE holds SET hold_s = 99", "UPDATE changes SET made_by = 'me'"])
def test_a_log_of_which_one_value_is_damaged_gives_its_place_to_its_backup_and_no_other(folder, sql):
    add_two(folder)
    path = folder / "data/my_log.sqlite"
    hiplog.Log(path).backup(folder / "two.sqlite")
    hiplog.Log(folder / "other.sqlite").begin()
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql)
        db.commit()
    assert run("restore", "other.sqlite", "--yes").exit_code == 1
    assert "two.sqlite is your log now" in run("restore", "two.sqlite", "--yes").stdout
    assert run("check").stdout == "The log is whole: 2 holds.\n"


def test_nothing_is_asked_about_a_backup_that_is_not_there(folder):
    done = run("restore", "nope")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "Error: nope is not there, expected a backup: hiplog restore shows which there are\n"


def test_a_log_without_a_file_is_not_taken_by_a_command(folder):
    (folder / "old.csv").write_text(GOOD)
    done = run("import", "--log", ":memory:", "old.csv")
    assert (done.exit_code, done.stdout) == (1, "")


def test_what_is_no_backup_takes_no_place(folder):
    add_two(folder)
    hiplog.Log(folder / "another.sqlite").begin()
    done = run("restore", "another.sqlite", "--yes")
    assert (done.exit_code, len(holds(folder))) == (1, 2)
    assert "this is no backup of this log" in done.stderr


def test_forget_asks_and_removes_for_good(folder):
    add_two(folder)
    hiplog.Log(folder / "data/my_log.sqlite").remove(holds(folder))
    assert run("forget", answer="n\n").exit_code == 1
    assert "2 former entries are gone for good" in run("forget", "--yes").stdout
    assert run("undo", "--yes").stdout == "There is nothing to take back.\n"


def test_a_backup_is_a_log_with_the_same_holds(folder):
    add_two(folder)
    assert run("backup", "copy.sqlite").stdout == f"Backed up to {folder / 'copy.sqlite'}\n"
    pd.testing.assert_frame_equal(hiplog.Log(folder / "copy.sqlite").holds(), holds(folder))


def test_an_export_imports_to_the_same_holds(folder):
    add_two(folder)
    run("export", "mine.csv")
    assert run("import", "mine.csv", "--log", "other.sqlite").exit_code == 0
    pd.testing.assert_frame_equal(hiplog.Log(folder / "other.sqlite").holds(), holds(folder))


def test_an_export_to_standard_output_is_the_same_text(folder):
    add_two(folder)
    run("export", "mine.csv")
    done = run("export", "-")
    assert done.stdout_bytes == (folder / "mine.csv").read_bytes()
    assert not (folder / "-").exists()


def test_an_export_to_a_device_does_not_hang(folder):
    done = run("export", "/dev/stdout")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 2)


def test_a_tilde_is_said_as_the_place_that_was_written_to(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder))
    assert run("export", "~/x.csv").stdout == f"Written to {folder / 'x.csv'}\n"
    assert (folder / "x.csv").is_file()


@pytest.mark.parametrize("name", ["a\x1b]0;owned\x07.csv", "a\u202e.csv", "a\x9b31m.csv"])
def test_control_characters_in_names_and_cells_are_shown_and_not_obeyed(folder, name):
    (folder / name).write_text("date,left,right\n2026-03-04,4\x1b[31mx,31\n")
    output = run("import", name).output + run("import", f"no{name}").output
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & {*output}
    assert "\\x1b" in output


SPLIT = "a\nSPLIT"
ROWS = f'date,side,seconds,"no{SPLIT}",person\n2026-03-04,left,41,"x{SPLIT}","Ann{SPLIT}"\n2026-03-05,right,x,,\n'
OF_TWO = f'date,side,seconds,person\n2026-03-04,left,41,"Ann{SPLIT}"\n2026-03-04,right,43,"Bob{SPLIT}"\n'


@pytest.mark.skipif(os.name != "posix", reason="Windows allows no end of a line in a name")
def test_no_end_of_a_line_in_a_name_or_a_cell_makes_a_line_of_what_is_printed(folder):
    (folder / f"{SPLIT}.csv").write_text(ROWS)
    (folder / "two.csv").write_text(OF_TWO)
    hiplog.Log(f"{SPLIT}.sqlite").begin()
    of_it = ["--log", f"{SPLIT}.sqlite"]
    commands = [
        ["import", f"{SPLIT}.csv", "two.csv", f"no{SPLIT}.csv", "--rejected", "."],
        ["undo"],
        ["day", "2026-03-01", "--note", SPLIT],
        ["day"],
        ["mark", "2026-03-01", SPLIT],
        ["undo"],
        ["check"],
        ["show"],
        ["export", f"{SPLIT}.csv"],
        ["export", f"e{SPLIT}.csv"],
        ["backup", f"b{SPLIT}.sqlite"],
        ["restore", f"b{SPLIT}.sqlite", "--yes"],
        ["restore"],
    ]
    said = [run(*command, *of_it, answer="n\n").output for command in commands]
    said += [run("remind", SPLIT).output, run(SPLIT).output]
    assert [text for text in said if re.search("^SPLIT", text, re.MULTILINE)] == []
    assert all("\\nSPLIT" in text for text in said)
    assert [repr(hiplog.Log(of_it[1])).count("\n"), repr(hiplog.read_log(f"{SPLIT}.csv")).count("\n")] == [0, 1]


def test_joined_emoji_stay_joined():
    assert one_line("\U0001f468\u200d\U0001f469") == "\U0001f468\u200d\U0001f469"


def test_no_colour_is_used_with_no_color_or_without(folder, monkeypatch):
    add_two(folder)
    for setting in ("", "1"):
        monkeypatch.setenv("NO_COLOR", setting)
        assert "\x1b" not in run("show").output + run("--help").output


def test_no_line_of_the_help_is_cut(folder):
    assert "..." not in run("--help").stdout.replace("[ARGS]...", "")


def test_the_shell_completes_commands_and_options(folder):
    def completed(words, at):
        env = {"_HIPLOG_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        return CliRunner().invoke(main, env=env, prog_name="hiplog").stdout.split()

    assert completed("hiplog keep", 1) == ["plain,keep-backups"]
    assert completed("hiplog show --ex", 2) == ["plain,--exercise"]


def test_show_is_about_the_exercise_and_the_plan_that_are_named(folder):
    add_two(folder)
    said = hiplog.summary(holds(folder), exercise="quad_stretch", plan=2, today=date.today())
    assert run("show", "--exercise", "quad_stretch", "--plan", 2).stdout == f"{said}\n"


@pytest.mark.parametrize(("since", "until"), [("2026-03-05", None), ("36500 days", "2026-03-04"), (None, None)])
def test_show_and_chart_look_at_the_span_that_is_named(folder, since, until):
    add_two(folder)
    span = {"since": since, "until": until}
    given = [part for name, value in span.items() if value for part in (f"--{name}", value)]
    assert run("show", *given).stdout == f"{hiplog.summary(holds(folder), today=date.today(), **span)}\n"
    assert run("chart", "practice", "cli.svg", *given).exit_code == 0
    figure = on_a_figure(hiplog.plot_practice, holds(folder), **span)
    assert (folder / "cli.svg").read_bytes() == hiplog.save_chart(figure, folder / "api.svg").read_bytes()


@pytest.mark.parametrize("command", ["show", "chart balance balance.svg", "report report.html"])
@pytest.mark.parametrize("given", ["--since yesterday", "--until 3/4/2026"])
def test_a_day_that_is_none_is_wrong_usage_and_nothing_is_made(folder, command, given):
    done = run(*command.split(), *given.split())
    assert done.exit_code == 2
    assert "expected a date or a local time like 2026-03-04" in " ".join(done.stderr.split())
    assert not list(folder.glob("*.svg")) + list(folder.glob("*.html"))


def test_show_says_what_the_holds_say(folder):
    add_two(folder)
    assert run("show").stdout == f"{hiplog.summary(holds(folder), today=date.today())}\n"


def test_the_version_is_said():
    assert run("--version").stdout == f"hiplog {hiplog.__version__}\n"


def test_a_mistake_of_ours_is_not_hidden(folder, monkeypatch):
    monkeypatch.setattr(hiplog.Log, "undo", lambda self, **_: 1 / 0)
    assert isinstance(run("undo").exception, ZeroDivisionError)


def test_a_report_is_written_of_the_log_or_of_any_file_of_holds(folder):
    (folder / "old.csv").write_text(GOOD)
    done = run("report", "--log", "old.csv", "mine.pdf", "--name", "Anna")
    assert done.exit_code == 0
    assert done.stdout == f"Written to {folder / 'mine.pdf'}\n"
    assert "read 4 holds from 2 rows" in done.stderr
    assert run("report").exit_code == 1  # the log is empty
    add_two(folder)
    assert run("report").exit_code == 0
    assert (folder / f"hip_report_{date.today()}.html").is_file()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("report mine.docx", "'mine.docx', expected a name that ends in .html or .pdf"),
        ("chart balance mine.docx", "'mine.docx', expected a name that ends in .svg, .png or .pdf"),
        ("report --weeks 4 --since 2026-03-01", "--weeks and --since both say which day is the first"),
    ],
)
def test_a_report_or_chart_that_cannot_be_meant_is_wrong_usage(folder, command, said):
    add_two(folder)
    done = run(*command.split())
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())


@pytest.mark.parametrize("kind", ["progress", "balance", "pain", "practice", "probability", "overview"])
def test_each_chart_can_be_written_to_a_file(folder, kind):
    add_two(folder)
    done = run("chart", kind, f"{kind}.svg")
    assert done.exit_code == 0
    assert "<svg" in (folder / f"{kind}.svg").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize(
    ("command", "marks"), [("mark 2026-01-01 zz", 1), ("show", 0), ("export -", 0), ("--help", 0)]
)
def test_a_full_disk_behind_standard_output_is_one_line_and_what_was_done_is_said_to_stay(folder, command, marks):
    add_two(folder)
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hiplog", *command.split()], stdout=full, stderr=subprocess.PIPE, text=True
        )
    said = done.stderr.splitlines()[-1]
    assert [done.returncode, len(hiplog.Log(folder / "data/my_log.sqlite").marks())] == [1, marks]
    assert said.startswith("Error: standard output cannot be written (No space left on device); what was changed")
    assert "Traceback" not in done.stderr


def test_without_standard_input_nothing_is_asked_and_nothing_done(folder, monkeypatch):
    add_two(folder)
    monkeypatch.setattr("hiplog.cli.history.sys", SimpleNamespace(stdin=None))
    done = run("undo")
    assert [done.exit_code, len(holds(folder))] == [1, 2]
    assert "there is no standard input: --yes says yes" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
@pytest.mark.parametrize("name", ["loop", "a" * 300, "other.db", "empty", "pipe"])
def test_what_is_no_log_is_said_to_be_none_by_check_too(folder, name):
    Path("loop").symlink_to("loop")
    Path("empty").touch()
    os.mkfifo("pipe")
    with closing(sqlite3.connect("other.db")) as db:
        db.execute("CREATE TABLE x (y)")
    done = run("check", "--log", name)
    assert done.exit_code == 1
    assert re.search(
        "no path of a file|cannot be opened|no log of hiplog|no log here|a pipe or a device", done.stderr
    )
    assert done.stdout == ""


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_or_a_folder_is_said_to_be_no_backup_file(folder):
    add_two(folder)
    os.mkfifo("pipe")
    said = [run("restore", name).stderr for name in ("pipe", "..", "nowhere")]
    assert [re.search(r"is (no file|not there), expected a backup", text)[1] for text in said] == [
        "no file",
        "no file",
        "not there",
    ]
