"""The command `hiplog` without JupyterLab: which log it finds, what it shows and writes."""

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
from commands import GOOD, add_two, folder, holds, run

import hiplog
from hiplog.charts.pictures import on_a_figure
from hiplog.cli import main
from hiplog.printable import one_line

__all__ = ["folder"]

ONLY_WITH_A_LOG = ["show", "undo", "redo", "check", "restore", "forget", "backup x", "export x"]


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
ROWS = (
    f'date,side,seconds,"no{SPLIT}",person\n2026-03-04,left,41,"x{SPLIT}","Ann{SPLIT}"\n2026-03-05,right,much,,\n'
)
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
