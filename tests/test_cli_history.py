"""The commands that go back and forth: undo, redo, check, restore, forget, and which backups are kept."""

import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from commands import GOOD, add_two, folder, holds, run

import hiplog

__all__ = ["folder"]


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


def test_a_folder_is_no_backup(folder):
    run("mark", "2026-03-10", "new mattress")
    done = run("restore", "data")
    assert done.stderr == "Error: data is no file, expected a backup: hiplog restore shows which there are\n"


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
