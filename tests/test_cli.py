"""The command `hiplog` without JupyterLab: import, show, undo, backup, export."""

import pandas as pd
import pytest
from click.testing import CliRunner

import hiplog
from hiplog.cli import main
from hiplog.schema import empty

GOOD = "date,left,right,pain,notes\n2026-03-04,41,1:35,2,stiff\n2026-03-05,45,110,1,\n"
BAD = GOOD + "2026-03-06,50,1:3x,1,\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Be in a reader's folder with an empty log."""
    (tmp_path / "data").mkdir()
    hiplog.Log(tmp_path / "data/my_log.sqlite")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, [*map(str, arguments)])


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
    assert done.exit_code == 1
    assert "old_rejected.csv: File exists" in done.stderr
    assert (folder / "old_rejected.csv").read_text() == "mended"
    assert len(holds(folder)) == 0


def test_a_dry_run_adds_nothing(folder):
    (folder / "old.csv").write_text(GOOD)
    done = run("import", "old.csv", "--dry-run")
    assert "nothing is added in a dry run; read 4 holds" in done.stdout
    assert len(holds(folder)) == 0


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


def test_import_without_a_file_is_wrong_usage(folder):
    assert run("import").exit_code == 2


def test_the_nearest_log_is_used_and_named(folder, monkeypatch):
    (folder / "notebooks").mkdir()
    monkeypatch.chdir(folder / "notebooks")
    done = run("undo")
    assert done.stderr == f"Log: {folder / 'data/my_log.sqlite'}\n"
    assert done.stdout == "There is nothing to take back.\n"


@pytest.mark.parametrize("command", ["show", "undo", "backup x", "export x", "import x"])
def test_without_a_log_one_sentence_says_what_to_do(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    done = run(*command.split())
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "no data/my_log.sqlite in this folder or above it: go to your hiplog folder" in done.stderr


@pytest.mark.parametrize("command", ["show", "undo", "backup x", "export x"])
def test_a_log_that_is_not_there_is_not_begun(tmp_path, command):
    done = run(*command.split(), "--log", tmp_path / "none.sqlite")
    assert (done.exit_code, done.stderr) == (1, f"Error: {tmp_path / 'none.sqlite'}: there is no such log\n")
    assert not (tmp_path / "none.sqlite").exists()


def test_a_file_that_is_no_log_is_one_line(folder):
    (folder / "notes.txt").write_text("left 41 s, right 95 s")
    done = run("undo", "--log", "notes.txt")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "is no log of hiplog" in done.stderr


def test_undo_takes_back_the_last_change_and_says_so(folder):
    add_two(folder)
    assert run("undo").stdout == "Took back an import from old.csv: 2 holds out of the log again.\n"
    assert len(holds(folder)) == 0


def test_a_backup_is_a_log_with_the_same_holds(folder):
    add_two(folder)
    assert run("backup", "copy.sqlite").stdout == f"Backed up to {folder / 'copy.sqlite'}\n"
    pd.testing.assert_frame_equal(hiplog.Log(folder / "copy.sqlite").holds(), holds(folder))


def test_an_export_imports_to_the_same_holds(folder):
    add_two(folder)
    run("export", "mine.csv")
    assert run("import", "mine.csv", "--log", "other.sqlite").exit_code == 0
    pd.testing.assert_frame_equal(hiplog.Log(folder / "other.sqlite").holds(), holds(folder))


def test_show_says_what_the_holds_say(folder):
    add_two(folder)
    assert run("show").stdout == f"{hiplog.summary(holds(folder))}\n"


def test_the_version_is_said():
    assert run("--version").stdout == f"hiplog {hiplog.__version__}\n"


def test_a_mistake_of_ours_is_not_hidden(folder, monkeypatch):
    monkeypatch.setattr(hiplog.Log, "undo", lambda self: 1 / 0)
    assert isinstance(run("undo").exception, ZeroDivisionError)
