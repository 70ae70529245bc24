import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from hiplog import Log

VERSION_1 = Path(__file__).parent / "logs_made" / "version_1.sql"  # made by the code of that time


@pytest.fixture
def path(tmp_path):
    with closing(sqlite3.connect(tmp_path / "log.sqlite")) as db:
        db.executescript(VERSION_1.read_text(encoding="utf-8"))
    return tmp_path / "log.sqlite"


def test_an_older_log_is_read_and_not_written(path):
    before = path.read_bytes()
    log = Log(path)
    holds = log.holds()
    assert [len(log), len(log.changes()), log.notices] == [4, 7, []]
    assert holds[["hold_id", "side", "hold_s"]].to_numpy().tolist() == [
        ["old-1", "left", 40.5],
        ["old-2", "left", 83.0],
        ["t-1", "right", 61.25],
        ["t-2", "left", 120.0],
    ]
    assert holds.set_index("hold_id").loc["t-1", ["note", "pain_before", "pain_after"]].tolist() == [
        "Über 😀",
        4,
        2,
    ]
    assert holds["claimed_s"].isna().all()
    assert Log(path).check().ok
    assert path.read_bytes() == before


def test_an_older_log_is_renewed_when_it_is_first_written_to_after_a_backup(path):
    log = Log(path)
    before = log.holds()
    log.change("t-2", claimed_s=100.0)
    (backup,) = path.parent.glob("backups/log_*_version_1.sqlite")
    assert_frame_equal(Log(backup).holds(), before)
    assert log.id == Log(backup).id == "9b2d248b-138c-4dd9-a09b-6f2e5cafb00a"
    assert log.holds()["claimed_s"].tolist()[3] == 100
    assert log.check().ok


def test_what_was_done_to_an_older_log_can_still_be_taken_back_and_made_again(path):
    log = Log(path)
    before = log.holds()
    assert [log.undo() for _ in range(6)] == [
        "Took back a removal: 1 hold back in the log.",
        "Took back a correction: the right hold of 2 Nov 2025, 00:00 has side 'right' again.",
        "Took back a correction: the right hold of 2 Nov 2025, 00:00 has hold_s 38.0, note missing again.",
        "Took back the session of 4 Mar 2026, 07:10: 2 holds out of the log again.",
        "Took back an import from old.csv: 3 holds out of the log again.",
        "There is nothing to take back.",
    ]
    while log.next_redo():
        log.redo()
    assert_frame_equal(log.holds(), before)


def test_an_older_log_that_cannot_be_written_whole_stays_as_it_is(path, monkeypatch):
    monkeypatch.setattr("hiplog.log.renewal._INSERT", "INSERT INTO nowhere VALUES (1)")
    log_of_before = path.read_bytes()
    with pytest.raises(ValueError, match="no such table: nowhere"):
        Log(path).remove("t-2")
    assert path.read_bytes() == log_of_before
