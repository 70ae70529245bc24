import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pandas as pd
import pytest
from disk import failing_disk
from pandas.testing import assert_frame_equal

from hiplog import Log, LogError
from hiplog.log.copies.backups import back_up, backups_of, folder_of, rescue, thin_out


@pytest.fixture
def log(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    log.add(holds(1))
    return log


def holds(*days):
    """Return a hold of each of some days of March 2026, with a long note."""
    return pd.DataFrame(
        [
            {"started_at": f"2026-03-{day:02}T07:10", "side": "left", "hold_s": 45.0, "note": "x" * 80}
            for day in days
        ]
    )


def days_kept(log):
    return sorted((day for day in backups_of(log.path).values()), reverse=True)


def test_before_the_first_change_of_a_day_the_log_is_copied(log):
    (backup,) = backups_of(log.path)
    assert backup == log.path.parent / "backups" / f"log_{date.today()}.sqlite"
    assert len(Log(backup, backups=False)) == 0
    log.add(holds(2))
    assert len(backups_of(log.path)) == 1


def test_without_a_change_there_is_no_backup(tmp_path):
    log = Log(tmp_path / "log.sqlite").begin()
    log.holds(), log.changes(), repr(log), log.check()
    assert not (tmp_path / "backups").exists()


def test_what_a_backup_has_already_is_not_copied_again(log):
    assert back_up(log.path, today=date(2030, 1, 1)) is not None
    assert back_up(log.path, today=date(2030, 1, 2)) is None
    log.add(holds(2))
    assert back_up(log.path, today=date(2030, 1, 3)) is not None


def test_backups_can_be_switched_off(tmp_path):
    log = Log(tmp_path / "log.sqlite", backups=False)
    log.add(holds(1))
    assert not (tmp_path / "backups").exists()


def test_of_a_year_of_days_seven_days_four_weeks_and_twelve_months_are_kept(log):
    folder_of(log.path).mkdir(exist_ok=True)
    for n in range(400):
        (folder_of(log.path) / f"log_{date(2027, 1, 1) + timedelta(days=n)}.sqlite").touch()
    thin_out(log.path)
    newest = date(2027, 1, 1) + timedelta(days=399)
    kept = days_kept(log)
    assert kept[:7] == [newest - timedelta(days=n) for n in range(7)]
    assert len({day.isocalendar()[:2] for day in kept[:10]}) >= 4
    assert len({(day.year, day.month) for day in kept}) == 12
    assert len(kept) <= 7 + 4 + 12


def test_how_many_backups_are_kept_is_set_for_every_program(log):
    assert log.keep_backups() == {"days": 7, "weeks": 4, "months": 12}
    assert log.keep_backups(days=30, months=1) == {"days": 30, "weeks": 4, "months": 1}
    assert Log(log.path).keep_backups(weeks=1) == {"days": 30, "weeks": 1, "months": 1}
    for n in range(60):
        copy = folder_of(log.path) / f"log_{date(2026, 3, 1) + timedelta(n)}.sqlite"
        copy.write_bytes(b"")
    thin_out(log.path)
    assert len(backups_of(log.path)) == 30


def test_a_number_of_backups_that_is_none_is_refused(log):
    with pytest.raises(LogError, match="keep_backups: weeks is -1, expected a whole number from 0 to 36500"):
        log.keep_backups(weeks=-1)
    assert log.keep_backups() == {"days": 7, "weeks": 4, "months": 12}
    with pytest.raises(LogError, match="a log without a file has no backups"):
        Log(":memory:").keep_backups()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"days": -1, "weeks": 4, "months": 12}', '{"days": "x"}'])
def test_where_the_number_kept_cannot_be_read_no_backup_is_removed_and_that_is_told(log, text):
    for file in backups_of(log.path):
        file.unlink()
    log.keep_backups(days=1, weeks=1, months=1)
    (folder_of(log.path) / "log_kept.json").write_text(text)
    for n in range(60):
        (folder_of(log.path) / f"log_{date(2020, 3, 1) + timedelta(n)}.sqlite").write_bytes(b"")
    log.add(holds(5))
    assert len(backups_of(log.path)) == 61
    assert "none is removed" in log.notices[-1]
    assert log.keep_backups(days=1, weeks=1, months=1) == {"days": 1, "weeks": 1, "months": 1}


def test_where_none_is_to_be_kept_none_is_made_and_those_there_stay(log):
    before = days_kept(log)
    log.keep_backups(days=0, weeks=0, months=0)
    log.add(holds(5))
    assert back_up(log.path, today=date(2030, 1, 1)) is None
    assert days_kept(Log(log.path)) == before != []
    log.keep_backups(weeks=1)
    assert back_up(log.path, today=date(2030, 1, 1)).is_file()


def test_a_clock_that_was_set_back_removes_no_newer_backup(log):
    for n in range(10):
        log.add(holds(n + 2))
        back_up(log.path, today=date(2030, 1, 1) + timedelta(days=n))
    log.add(holds(20))
    back_up(log.path, today=date(2020, 1, 1))
    assert days_kept(log)[:7] == [date(2030, 1, 10) - timedelta(days=n) for n in range(7)]


def test_two_logs_in_one_folder_keep_their_backups_apart(log):
    other = Log(log.path.with_name("log_2.sqlite"))
    other.add(holds(1, 2))
    assert [len(backups_of(log.path)), len(backups_of(other.path))] == [1, 1]


def test_a_hold_is_kept_where_no_backup_can_be_and_that_is_told(tmp_path):
    (tmp_path / "backups").write_text("a file where the folder should be")
    log = Log(tmp_path / "log.sqlite")
    assert log.add(holds(1)) == 1
    assert "backups: no backup could be made there" in log.notices[0]
    assert len(log) == 1


def test_backups_say_what_differs_from_now(log):
    log.add(holds(2))
    back_up(log.path, today=date(2030, 1, 1))
    log.remove(log.holds().iloc[[0]])
    log.add(holds(3, 4))
    newest = log.saved_backups().iloc[0]
    assert newest[["holds", "new", "gone"]].tolist() == [2, 2, 1]
    assert (newest["at"], newest.isna()["problem"]) == (pd.Timestamp("2030-01-01"), True)


def test_a_damaged_backup_is_shown_with_what_is_wrong_with_it(log):
    (backup,) = backups_of(log.path)
    backup.write_bytes(b"no log")
    (row,) = log.saved_backups().to_dict("records")
    assert "this is no log of hiplog" in row["problem"]
    assert pd.isna(row["holds"])


def test_a_backup_is_restored_as_one_change_that_can_be_taken_back(log):
    backup = back_up(log.path, today=date(2030, 1, 1))
    before = log.holds()
    log.change(before["hold_id"][0], note="other")
    log.add(holds(2, 3))
    after = log.holds()
    assert log.restore(backup).startswith("log_2030-01-01.sqlite was restored: ")
    assert_frame_equal(log.holds(), before)
    assert log.next_undo() == ("a restored backup: 2 holds back in the log, 1 hold with the values of before")
    log.undo()
    assert_frame_equal(log.holds(), after)
    log.redo()
    assert_frame_equal(log.holds(), before)
    assert log.check().ok


def test_a_backup_that_is_the_log_restores_nothing(log):
    backup = back_up(log.path, today=date(2030, 1, 1))
    before = log.changes()
    assert log.restore(backup) == "Nothing differs from log_2030-01-01.sqlite."
    assert_frame_equal(log.changes(), before)


def test_another_persons_backup_is_not_restored(log, tmp_path):
    other = Log(tmp_path / "other.sqlite").begin()
    with pytest.raises(LogError, match=r"other.sqlite: this is no backup of this log"):
        log.restore(other.path)
    assert len(log) == 1


def test_a_damaged_backup_is_not_restored(log):
    backup = back_up(log.path, today=date(2030, 1, 1))
    with closing(sqlite3.connect(backup)) as db:
        db.execute("UPDATE holds SET hold_s = 46")
        db.commit()
    with pytest.raises(LogError, match=r"01-01.sqlite: the left hold of 1 Mar 2026, 07:10 is not as it was"):
        log.restore(backup)
    assert len(log) == 1


def test_a_full_disk_while_restoring_changes_nothing(log):
    log.add(holds(*range(2, 30)))
    backup = back_up(log.path, today=date(2030, 1, 1))
    log.remove(log.holds())
    with failing_disk(), pytest.raises(LogError, match=r"the disk failed|no room left"):
        log.restore(backup)
    assert [len(log), log.check().ok] == [0, True]


def test_a_log_that_cannot_be_opened_gives_its_place_to_a_backup_and_is_kept(log):
    log.add(holds(2))
    backup = back_up(log.path, today=date(2030, 1, 1))
    log.add(holds(3))
    damaged = log.path.read_bytes()[:5000]
    log.path.write_bytes(damaged)
    kept = rescue(log.path, backup)
    assert kept.read_bytes() == damaged
    again = Log(log.path)
    assert [len(again), again.id == log.id] == [2, True]
    assert "1 saved change is not in it, with 1 hold (left of 3 Mar 2026, 07:10)" in again.notices[0]


def test_a_whole_log_does_not_give_its_place(log):
    backup = back_up(log.path, today=date(2030, 1, 1))
    with pytest.raises(LogError, match="this log is whole"):
        rescue(log.path, backup)


def test_a_damaged_backup_takes_no_place(log):
    backup = back_up(log.path, today=date(2030, 1, 1))
    backup.write_bytes(backup.read_bytes()[:5000])
    log.path.write_bytes(b"x" * 100)
    with pytest.raises(LogError, match=r"log_2030-01-01.sqlite"):
        rescue(log.path, backup)
    assert log.path.read_bytes() == b"x" * 100
    assert sorted(os.listdir(log.path.parent)) == ["backups", "log.sqlite", "log.sqlite.saved.json"]
