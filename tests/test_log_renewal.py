import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from hiplog import Log, LogError
from hiplog.log.copies.check import check

MADE = Path(__file__).parent / "logs_made"  # by the code of that time


def made(version, folder):
    """Return a log as that version left it."""
    with closing(sqlite3.connect(folder / "log.sqlite")) as db:
        db.executescript((MADE / f"version_{version}.sql").read_text(encoding="utf-8"))
    return folder / "log.sqlite"


@pytest.fixture
def path(tmp_path):
    return made(1, tmp_path)


@pytest.fixture
def path_2(tmp_path):
    return made(2, tmp_path)


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
    monkeypatch.setattr("hiplog.log.format.renewal._INSERT", "INSERT INTO nowhere VALUES (1)")
    log_of_before = path.read_bytes()
    with pytest.raises(ValueError, match="no such table: nowhere"):
        Log(path).remove("t-2")
    assert path.read_bytes() == log_of_before


def test_a_log_of_version_2_is_read_and_not_written(path_2):
    before = path_2.read_bytes()
    log = Log(path_2)
    assert log.holds()[["hold_id", "side", "hold_s", "ended"]].fillna("").to_numpy().tolist() == [
        ["old-1", "left", 40.5, ""],
        ["old-2", "right", 83.0, ""],
        ["t-1", "right", 61.25, "pain"],
        ["t-2", "left", 120.0, "target"],
    ]
    assert [len(log), len(log.changes()), log.notices, log.days().empty, log.plan()] == [4, 7, [], True, 1]
    assert log.check().ok
    assert path_2.read_bytes() == before


def test_a_log_of_version_2_gains_days_when_it_is_first_written_to_after_a_backup(path_2):
    log = Log(path_2)
    before, changes = log.holds(), log.changes()[["change", "at", "holds"]]
    log.add_days(pd.DataFrame({"day": ["2026-03-05"], "pain": [8]}))
    (backup,) = path_2.parent.glob("backups/log_*_version_2.sqlite")
    assert_frame_equal(Log(backup).holds(), before)
    assert log.id == Log(backup).id == "9a71680f-ca54-4e75-a2e3-34443980cdde"
    assert_frame_equal(log.holds(), before)
    assert_frame_equal(log.changes()[1:][["change", "at", "holds"]].reset_index(drop=True), changes)
    assert [len(log.days()), log.check().ok] == [1, True]


def test_what_was_done_to_a_log_of_version_2_can_still_be_made_again_and_taken_back(path_2):
    log = Log(path_2)
    before = log.holds()
    said = [log.redo(), *(log.undo() for _ in range(6))]
    assert said == [
        "Made again a correction: the right hold of 1 Nov 2025, 00:00 has side 'right' again.",
        "Took back a correction: the left hold of 1 Nov 2025, 00:00 has side 'left' again.",
        "Took back a removal: 1 hold back in the log.",
        "Took back a correction: the right hold of 2 Nov 2025, 00:00 has hold_s 38.0, note missing again.",
        "Took back the session of 4 Mar 2026, 07:10: 2 holds out of the log again.",
        "Took back an import from old.csv: 3 holds out of the log again.",
        "There is nothing to take back.",
    ]
    for _ in range(4):
        log.redo()
    assert_frame_equal(log.holds(), before)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("DELETE FROM holds WHERE hold_id = 't-1'", "3 holds are in it where 4 were written"),
        ("UPDATE holds SET hold_s = 46 WHERE hold_id = 't-1'", "the right hold of 4 Mar 2026, 07:10 is not as it"),
        ("UPDATE changes SET checksum = 1", "its history is not as it was written"),
    ],
)
def test_a_damaged_log_of_version_2_is_refused_and_what_is_whole_of_it_is_given(path_2, sql, said):
    with closing(sqlite3.connect(path_2)) as db:
        db.execute(sql)
        db.commit()
    before = path_2.read_bytes()
    with pytest.raises(LogError, match=said):
        Log(path_2).holds()
    assert not check(path_2).ok
    assert len(check(path_2).holds) >= 3
    assert path_2.read_bytes() == before
