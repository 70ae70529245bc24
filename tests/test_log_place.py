"""A log is this file at this place."""

import json
import os
import shutil
import sqlite3
import stat
import struct
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from hiplog import Log, LogError
from hiplog.log.copies.backups import rescue
from hiplog.log.copies.check import check
from hiplog.log.file import place
from hiplog.log.file.acknowledged import place_of
from hiplog.log.file.connection import writing


@pytest.fixture
def log(tmp_path):
    (tmp_path / "hip").mkdir()
    log = Log(tmp_path / "hip" / "log.sqlite")
    log.add(holds(1))
    return log


def holds(day, source="timer"):
    """Return a hold of a day of March 2026."""
    return pd.DataFrame(
        [{"started_at": f"2026-03-{day:02}T07:10", "side": "left", "hold_s": 45.0, "source": source}]
    )


CALLS = {
    "add": lambda log: log.add(holds(9)),
    "holds": Log.holds,
    "undo": Log.undo,
    "remove": lambda log: log.remove("x"),
    "changes": Log.changes,
    "len": len,
    "check_writable": Log.check_writable,
    "forget": Log.forget,
}


@pytest.mark.parametrize("call", CALLS)
def test_another_log_at_its_place_is_neither_read_nor_written(log, tmp_path, call):
    other = Log(tmp_path / "other.sqlite")
    other.add(holds(2))
    os.replace(other.path, log.path)
    before = log.path.read_bytes()
    with pytest.raises(
        LogError, match=r"log.sqlite: another log is at this place now than the one that was opened"
    ):
        CALLS[call](log)
    assert log.path.read_bytes() == before


@pytest.mark.parametrize("call", CALLS)
def test_an_older_copy_at_its_place_is_neither_read_nor_written(log, tmp_path, call):
    copy = log.backup(tmp_path / "copy.sqlite")
    log.add(holds(2))
    os.replace(copy, log.path)
    before = log.path.read_bytes()
    with pytest.raises(LogError, match=r"an older copy of the log is at this place now, and what was saved since"):
        CALLS[call](log)
    assert log.path.read_bytes() == before


def test_a_log_opened_before_another_program_restored_an_older_copy_says_so_once_it_saw_more(log, tmp_path):
    copy = log.backup(tmp_path / "copy.sqlite")
    log.add(holds(2))
    reader = Log(log.path)
    os.replace(copy, log.path)
    with pytest.raises(LogError, match="an older copy of the log is at this place now"):
        reader.holds()


def test_a_newer_state_of_the_log_is_welcome(log, tmp_path):
    copy = log.backup(tmp_path / "copy.sqlite")
    Log(copy).add(holds(2))
    os.replace(copy, log.path)
    assert [log.add(holds(3)), len(log)] == [1, 3]


def test_a_copy_in_another_folder_is_another_place(log, tmp_path):
    shutil.copytree(log.path.parent, tmp_path / "copy")
    copy = Log(tmp_path / "copy" / "log.sqlite")
    assert (copy.id == log.id, copy.path == log.path) == (True, False)


def test_a_log_that_was_only_to_be_read_is_not_made(tmp_path):
    with pytest.raises(LogError, match=r"log.sqlite: there is no log here, expected one"):
        Log(tmp_path / "log.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_new_log_is_told_from_one_that_was_there(log):
    assert [Log(log.path).begun, Log(log.path.with_name("new.sqlite")).begin().begun] == [False, True]


@pytest.mark.parametrize("emptied", [True, False])
def test_where_there_was_a_log_none_is_begun(log, emptied):
    log.path.write_bytes(b"") if emptied else log.path.rename(log.path.with_name("moved.sqlite"))
    with pytest.raises(LogError, match=r"there was a log here, and its file is gone or empty; nothing was begun"):
        Log(log.path)
    place_of(log.path).unlink()
    assert Log(log.path).begin().begun


def test_a_log_that_lost_what_it_saved_says_which_holds(log, tmp_path):
    copy = log.backup(tmp_path / "copy.sqlite")
    log.add(holds(2))
    log.add(holds(3))
    os.replace(copy, log.path)
    again = Log(log.path)
    assert again.missing()[["started_at", "side"]].astype(str).to_numpy().tolist() == [
        ["2026-03-02 07:10:00", "left"],
        ["2026-03-03 07:10:00", "left"],
    ]
    (notice,) = again.notices
    assert (
        "this is an older copy of the log: 2 saved changes are not in it, with 2 holds (left of 2 Mar 2026"
        in notice
    )
    assert str(log.path.parent / "backups") in notice


def test_what_is_missing_is_told_until_it_is_accepted(log, tmp_path):
    copy = log.backup(tmp_path / "copy.sqlite")
    log.add(holds(2))
    os.replace(copy, log.path)
    Log(log.path).add(holds(3))
    again = Log(log.path)
    assert again.missing()["started_at"].dt.day.tolist() == [2]
    again.accept_missing()
    assert [len(Log(log.path).missing()), Log(log.path).notices] == [0, []]


def test_a_log_knows_its_last_change_and_each_before_it_and_an_older_copy_does_not(log, tmp_path):
    copy = Log(log.backup(tmp_path / "copy.sqlite"))
    first, second = log.last_change(), log.add(holds(2)) and log.last_change()
    log.undo()
    log.forget()
    assert [log.has_change(first[0]), log.has_change(second[0]), log.last_change()] == [True, True, second]
    assert [copy.has_change(first[0]), copy.has_change(second[0]), copy.last_change()] == [True, False, first]
    assert Log(tmp_path / "new.sqlite").begin().last_change() is None


def test_what_was_removed_or_taken_back_is_not_missed(log):
    log.add(holds(2))
    log.undo()
    log.remove(log.holds())
    log.forget()
    assert [len(Log(log.path).missing()), Log(log.path).notices] == [0, []]


def test_what_is_remembered_beside_the_log_has_no_pain_no_note_and_no_seconds(log):
    log.add(holds(2).assign(note="a private word", pain_after=7, hold_s=47.5))
    known = json.loads(place_of(log.path).read_text())
    assert set(known) == {"id", "count", "changes"}
    assert known["changes"][-1]["holds"] == [["2026-03-02T07:10:00", "left"]]
    assert set(known["changes"][-1]) == {"token", "at", "holds"}


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"id": 1}', b'{"id": "x", "count": 1, "changes": [5]}', b"\xff"]
)
def test_half_of_what_is_remembered_is_no_obstacle(log, content):
    place_of(log.path).write_bytes(content)
    assert [Log(log.path).notices, log.add(holds(2))] == [[], 1]


def journal_of_a_change(log, change):
    """Make a change and return the journal that SQLite had beside the log while it was made."""
    found = []
    with closing(sqlite3.connect(log.path, isolation_level=None)) as db:
        db.create_function("checksum", -1, lambda *_: 0, deterministic=True)
        db.execute("PRAGMA cache_spill = 1")
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        change(db)
        db.execute("PRAGMA user_version = 3")  # page 1 is in the journal, as when a change is finished
        db.execute("UPDATE holds SET number = number + 1")
        found.append(Path(f"{log.path}-journal").read_bytes())
        db.execute("ROLLBACK")
    return found[0]


def synced(journal):
    """Return a journal with the number of its pages in its header, as it is before the log is written."""
    page = struct.unpack(">I", journal[24:28])[0]
    sector = struct.unpack(">I", journal[20:24])[0]
    n = (len(journal) - sector) // (page + 8)
    return journal[:8] + struct.pack(">I", n) + journal[12:]


def an_import(n):
    began = pd.Timestamp("2025-01-01") + pd.to_timedelta(range(n), unit="D")
    return pd.DataFrame({"started_at": began, "side": "left", "hold_s": 45.0, "note": "x" * 200})


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
@pytest.mark.parametrize("end", ["-journal", "-wal"])
def test_a_pipe_with_the_name_of_a_journal_is_not_waited_for(log, end):
    os.mkfifo(f"{log.path}{end}")
    with pytest.raises(LogError, match=f"{log.path.name}{end} beside it is no file"):
        log.holds()


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_in_the_place_of_what_is_remembered_is_not_waited_for(log):
    remembered = log.path.with_name(f"{log.path.name}.saved.json")
    remembered.unlink()
    os.mkfifo(log.path.with_name("pipe"))
    remembered.symlink_to(log.path.with_name("pipe"))
    before = len(log.holds())
    log.mark("2026-03-01", "new mattress")
    assert [len(log.holds()), len(log.marks()), log.notices] == [before, 1, []]


def test_the_journal_of_an_earlier_change_is_not_played_back(log):
    log.add(an_import(200))
    journal = synced(journal_of_a_change(log, lambda db: db.execute("UPDATE changes SET made_by = 'me'")))
    log.add(holds(2))
    log.add(holds(3))
    Path(f"{log.path}-journal").write_bytes(journal)
    with pytest.raises(LogError, match=r"log.sqlite-journal beside it is of an earlier change.*move that file"):
        Log(log.path)
    Path(f"{log.path}-journal").unlink()
    assert len(Log(log.path)) == 203


def test_the_journal_of_the_very_last_change_is_not_played_back(log):
    log.add(an_import(200))
    journal = synced(journal_of_a_change(log, lambda db: db.execute("UPDATE changes SET made_by = 'me'")))
    log.add(holds(2))
    Path(f"{log.path}-journal").write_bytes(journal)
    with pytest.raises(LogError, match=r"log.sqlite-journal beside it is of an earlier change"):
        log.holds()
    Path(f"{log.path}-journal").unlink()
    assert len(Log(log.path)) == 202


def test_the_journal_of_a_change_larger_than_the_cache_takes_nothing_back_before_it_is_finished(log):
    log.add(an_import(200).assign(note="x" * 20_000))
    with writing(log.path, lambda db, version: None) as db:
        db.execute("UPDATE holds SET note = 'short'")  # 4 MB, of which SQLite's cache holds 2
        early = Path(f"{log.path}-journal").read_bytes()
    log.add(holds(30))
    log.add(holds(31))
    place_of(log.path).unlink()
    Path(f"{log.path}-journal").write_bytes(early)
    assert [len(log), len(Log(log.path).holds())] == [203, 203]


def test_without_what_is_remembered_a_journal_of_two_changes_ago_is_still_known_for_old(log):
    log.add(an_import(200))
    journal = synced(journal_of_a_change(log, lambda db: db.execute("UPDATE changes SET made_by = 'me'")))
    log.add(holds(2))
    log.add(holds(3))
    place_of(log.path).unlink()
    Path(f"{log.path}-journal").write_bytes(journal)
    with pytest.raises(LogError, match=r"log.sqlite-journal beside it is of an earlier change"):
        Log(log.path)


@pytest.mark.parametrize(
    ("folders", "service"),
    [
        ("Dropbox/hip", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive - Clinic/a", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
        ("my dropbox notes", ""),
        ("hip", ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folders, service):
    assert place.synchronised_by(Path("/home/me") / folders / "log.sqlite") == service


def test_a_folder_of_syncthing_is_known_by_its_mark(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert place.synchronised_by(tmp_path / "a" / "log.sqlite") == "Syncthing"


@pytest.mark.parametrize(("kind", "expected"), [("nfs4", True), ("cifs", True), ("ext4", False)])
def test_a_network_drive_is_known_by_how_it_is_mounted(tmp_path, monkeypatch, kind, expected):
    (tmp_path / "mounts").write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x /home/me/my\\040drive {kind} rw 0 0\n")
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "mounts")
    assert place.is_on_network(Path("/home/me/my drive/log.sqlite")) is expected
    assert not place.is_on_network(Path("/home/log.sqlite"))


def test_a_synchronised_folder_is_named_until_the_first_change_and_no_more(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    log = Log(tmp_path / "Dropbox" / "log.sqlite")
    assert "is synchronised by Dropbox: safe as long as only one computer at a time" in log.notices[0]
    log.add(holds(1))
    assert Log(log.path).notices == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_all_that_a_log_writes_is_for_its_owner_alone(tmp_path, umask):
    before = os.umask(umask)
    try:
        log = Log(tmp_path / "log.sqlite")
        log.add(holds(1))
        log.backup(tmp_path / "backup.sqlite")
        log.export_csv(tmp_path / "export.csv")
        with closing(sqlite3.connect(log.path)) as db:
            db.execute("UPDATE log SET holds = holds + 1")
            journal = stat.S_IMODE(os.stat(f"{log.path}-journal").st_mode)
    finally:
        os.umask(before)
    made = list(tmp_path.rglob("*"))
    assert {path.name for path in made} >= {"log.sqlite", "backups", "backup.sqlite", "export.csv"}
    assert len(list((tmp_path / "backups").iterdir())) == 1
    assert {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_file()} == {0o600}
    assert [stat.S_IMODE((tmp_path / "backups").stat().st_mode), journal] == [0o700, 0o600]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes")
def test_a_log_that_others_could_read_is_closed_to_them_when_it_is_opened(log):
    os.chmod(log.path, 0o664)
    Log(log.path)
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def another_log(folder, changes):
    """Return another log that has so many changes."""
    folder.mkdir()
    other = Log(folder / "log.sqlite")
    for day in range(1, changes + 1):
        other.add(holds(day))
    return other


def a_journal(log):
    return synced(journal_of_a_change(log, lambda db: db.execute("UPDATE changes SET made_by = 'me'")))


@pytest.mark.parametrize("changes", [1, 4, 9])
def test_the_journal_of_another_log_is_not_played_back(log, tmp_path, changes):
    other = another_log(tmp_path / "other", changes)
    other.add(an_import(200))
    for day in (2, 3, 4, 5):
        log.add(holds(day))
    place_of(log.path).unlink()
    before = log.path.read_bytes()
    Path(f"{log.path}-journal").write_bytes(a_journal(other))
    for look in (lambda: Log(log.path), lambda: check(log.path)):
        with pytest.raises(
            LogError, match=r"log.sqlite-journal beside it is (not of this log|of an earlier change)"
        ):
            look()
    assert log.path.read_bytes() == before
    Path(f"{log.path}-journal").unlink()
    assert len(Log(log.path)) == 5


def test_the_journal_of_a_log_that_was_being_made_does_not_empty_another(log):
    log.add(holds(2))
    place_of(log.path).unlink()
    before = log.path.read_bytes()
    header = bytes.fromhex("d9d505f920a163d7") + struct.pack(">5I", 0, 7, 0, 512, 4096)
    Path(f"{log.path}-journal").write_bytes(header.ljust(512, b"\0"))
    with pytest.raises(LogError, match="not of this log"):
        Log(log.path)
    assert log.path.read_bytes() == before


def test_a_change_that_a_crash_cut_off_is_undone_by_its_own_journal(log):
    log.add(an_import(200))
    journal = a_journal(log)
    with closing(sqlite3.connect(log.path)) as db:
        number = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'changes'").fetchone()[0]
    with log.path.open("r+b") as file:  # the pages that were written before the crash
        file.seek(4096 * (number - 1))
        file.write(bytes(4096))
    Path(f"{log.path}-journal").write_bytes(journal)
    assert [len(Log(log.path)), Log(log.path).check().ok] == [201, True]


def test_a_write_ahead_log_of_another_program_is_not_taken_in(log):
    wal = Path(f"{log.path}-wal")
    with closing(sqlite3.connect(log.path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE changes SET made_by = 'me'")
        stale = wal.read_bytes()
    log.path.write_bytes(log.path.read_bytes())
    before = log.path.read_bytes()
    wal.write_bytes(stale)
    with pytest.raises(LogError, match=r"log.sqlite-wal beside it is another program's.*nothing was touched"):
        Log(log.path)
    assert log.path.read_bytes() == before


def test_a_log_beside_a_journal_that_is_refused_is_not_put_aside(log):
    backup = log.backup(log.path.with_name("copy.sqlite"))
    log.add(holds(2))
    log.add(holds(3))
    Path(f"{log.path}-wal").write_bytes(b"x" * 40)
    with pytest.raises(LogError, match="move it elsewhere and keep it"):
        rescue(log.path, backup)
    assert not list(log.path.parent.glob("*.damaged-*"))
