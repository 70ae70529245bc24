"""A log locked, shut, replaced, moved, copied, or put back as it was: the page keeps the hold and says why."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from hiplog import Log

pytestmark = pytest.mark.browser


def hold_begun(open_timer):
    """Return a timer in mid-hold."""
    timer = open_timer()
    timer.press("Start")
    timer.press("Start now")
    timer.wait(0.5)
    return timer


def test_a_log_that_another_persons_takes_the_place_of_gets_no_hold_that_is_not_its_own(open_timer, tmp_path):
    timer = hold_begun(open_timer)
    mine = tmp_path / "mine.sqlite"
    shutil.move(timer.log, mine)
    other = Log(tmp_path / "other.sqlite").begin()
    shutil.copy(other.path, timer.log)
    timer.press("Stop")
    timer.says("another log")
    assert timer.holds() == []
    shutil.move(mine, timer.log)
    timer.press("Try again")
    assert len(timer.wait_for_holds(1)) == 1


def test_a_log_that_was_moved_away_is_not_begun_anew_in_silence(open_timer, tmp_path):
    timer = hold_begun(open_timer)
    elsewhere = tmp_path / "elsewhere.sqlite"
    shutil.move(timer.log, elsewhere)
    timer.press("Stop")
    timer.says("not there any more")
    assert not timer.log.exists()
    shutil.move(elsewhere, timer.log)
    timer.press("Try again")
    assert len(timer.wait_for_holds(1)) == 1


def test_a_log_put_back_as_it_was_is_missed_and_the_hold_waits(open_timer, tmp_path):
    timer = open_timer()
    before = tmp_path / "before.sqlite"
    shutil.copy(timer.log, before)
    timer.press("Start")
    timer.short_hold()
    timer.wait_for_holds(1)
    timer.press("Start now")
    timer.wait(0.5)
    shutil.copy(before, timer.log)
    timer.press("Stop")
    timer.says("Not yet in your log")
    assert timer.holds() == []


def test_a_log_that_was_copied_in_mid_hold_gets_the_hold_and_its_copy_does_not(open_timer):
    timer = hold_begun(open_timer)
    copy = timer.log.with_name("copy.sqlite")
    shutil.copy(timer.log, copy)
    timer.press("Stop")
    timer.says("Saved in your log")
    timer.execute("log = hiplog.Log('data/copy.sqlite', create=False)")
    timer.command("notebook:run-cell")
    timer.button("Start").wait_for()
    assert [len(timer.wait_for_holds(1)), len(Log(copy))] == [1, 0]
    assert timer.view().get_by_text("kept in this browser").count() == 0


def test_a_folder_put_back_as_it_was_lacks_what_the_browser_saw_until_the_person_goes_on(open_timer, tmp_path):
    timer = open_timer()
    for name in ("log.sqlite", "log.sqlite.saved.json"):
        if timer.log.with_name(name).exists():
            shutil.copy(timer.log.with_name(name), tmp_path)
    timer.press("Start")
    timer.short_hold()
    timer.wait_for_holds(1)
    timer.says("Saved in your log")
    timer.log.with_name("log.sqlite.saved.json").unlink()
    shutil.copytree(tmp_path, timer.log.parent, dirs_exist_ok=True)
    timer.run_all()
    timer.says("is not in this file (1 hold: right of ")
    timer.press("Go on with this log")
    timer.view().get_by_text("may be an older copy").wait_for(state="detached")


def test_a_locked_log_is_told_before_a_hold_and_gets_all_that_waited_once_it_is_free(open_timer):
    timer = open_timer()
    timer.execute("import hiplog.log.file.connection\nhiplog.log.file.connection.WAIT_S = 0.5")
    with closing(sqlite3.connect(timer.log, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        timer.command("notebook:run-cell")
        timer.says("another program keeps the file locked")
        timer.press("Start")
        seconds = [timer.short_hold(), timer.short_hold()]
        timer.says("Not yet in your log, kept in this browser.")
        timer.execute("hiplog.log.file.connection.WAIT_S = 10")  # done once Python has given up on both holds
        other.execute("ROLLBACK")
    timer.press("Try again")
    holds = timer.wait_for_holds(2)
    assert [hold["hold_s"] in span for hold, span in zip(holds, seconds, strict=True)] == [True, True]


def test_a_session_that_could_not_be_taken_out_is_not_said_to_be(open_timer):
    timer = open_timer("hiplog.HoldTimer(log, target_s=1)")
    timer.press("Start")
    timer.press("Start now")
    timer.press("Finish here")
    timer.wait_for_holds(1)
    timer.press("Finish")
    in_the_way = timer.log.with_name("log.sqlite-journal")
    in_the_way.mkdir()
    timer.press("Delete this session")
    timer.press("Delete")
    timer.says("Not yet in your log")
    assert "taken out" not in timer.view().inner_text()
    in_the_way.rmdir()
    assert len(timer.holds()) == 1
    timer.press("Try again")
    timer.says("The session was taken out of your log.")
    assert timer.holds() == []


def test_a_hold_that_waits_for_a_log_that_has_moved_goes_into_it_at_its_new_place(open_timer):
    timer = hold_begun(open_timer)
    moved = timer.log.with_name("moved.sqlite")
    shutil.move(timer.log, moved)
    timer.press("Stop")
    timer.says("not there any more")
    timer.execute("log = hiplog.Log('data/moved.sqlite', create=False)")
    timer.command("notebook:run-cell")
    timer.says("1 hold is kept in this browser for this log at")
    timer.press("Put into this log")
    timer.log = moved
    assert len(timer.wait_for_holds(1)) == 1
