import os
import sqlite3
import threading
import time
from contextlib import closing

import pandas as pd
import pytest
from disk import failing_disk
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from hiplog import Log, LogError, read_log
from hiplog.log.opened import OpenedLog

FILES = ["backups", "copy", "log.sqlite", "log.sqlite.saved.json"]


@pytest.fixture
def log(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    log.add(hold("a", pain_after=2.5, utc_offset_min=-60))
    return log


def hold(name, **values):
    plain = {"hold_id": name, "session_id": "s", "started_at": "2026-03-04T07:10", "side": "left", "hold_s": 45.0}
    return pd.DataFrame([plain | values])


def cells(log, path, column):
    """Return a column of the exported file as its bytes say it."""
    log.export_csv(path)
    return pd.read_csv(path, dtype=str, keep_default_na=False)[column].tolist()


def test_an_export_is_a_plain_table_of_every_hold(log, tmp_path):
    log.add(hold("b", started_at="2026-03-05T07:10:00.25", hold_s=38.125, target_s=120, note='said "ow", twice'))
    log.export_csv(tmp_path / "log.csv")
    assert (tmp_path / "log.csv").read_bytes().decode() == (
        "hold_id,session_id,started_at,utc_offset_min,exercise,side,hold_s,target_s,ended,claimed_s,pain_before,pain_after,"
        "note,source\r\n"
        "a,s,2026-03-04T07:10:00,-60,hip_balance,left,45,,,,,2.5,,\r\n"
        'b,s,2026-03-05T07:10:00.250000,,hip_balance,left,38.125,120,,,,,"said ""ow"", twice",\r\n'
    )


def test_an_export_of_an_empty_log_is_a_header(tmp_path):
    Log(tmp_path / "new.sqlite").begin().export_csv(tmp_path / "new.csv")
    assert (tmp_path / "new.csv").read_text().startswith("hold_id,session_id")
    assert (tmp_path / "new.csv").read_text().count("\n") == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'=", "''@"])
def test_a_note_that_a_spreadsheet_would_run_has_an_apostrophe_before_it(log, tmp_path, start):
    log.change("a", note=start + "1+1")
    log.export_csv(tmp_path / "log.csv")
    assert f"'{start}1+1".encode() in (tmp_path / "log.csv").read_bytes()


@pytest.mark.parametrize("note", ["'tis better", "''", "3 - 1", "a=b", "'", "NA"])
def test_a_note_that_a_spreadsheet_would_not_run_stands_as_it_is(log, tmp_path, note):
    log.change("a", note=note)
    assert cells(log, tmp_path / "log.csv", "note") == [note]


def test_any_text_is_made_harmless_and_no_number(log, tmp_path):
    log.change("a", source="=cmd", session_id="@s")
    assert cells(log, tmp_path / "log.csv", "source") == ["'=cmd"]
    assert cells(log, tmp_path / "log.csv", "session_id") == ["'@s"]
    assert cells(log, tmp_path / "log.csv", "utc_offset_min") == ["-60"]


def test_an_earlier_export_is_replaced(log, tmp_path):
    log.export_csv(tmp_path / "log.csv")
    log.add(hold("b"))
    assert cells(log, tmp_path / "log.csv", "hold_id") == ["a", "b"]


@pytest.mark.parametrize(
    "more", ["typed by hand\r\n", "b,s,2026-03-04T07:10:00,,hip_balance,left,45,,,,,,,\r\n", "\xff"]
)
def test_an_export_does_not_replace_what_somebody_typed_below_its_header(log, tmp_path, more):
    file = log.export_csv(tmp_path / "log.csv")
    file.write_bytes(file.read_bytes() + more.encode("latin-1"))
    before = file.read_bytes()
    with pytest.raises(LogError, match=r"log.csv: this is another file"):
        log.export_csv(file)
    assert file.read_bytes() == before


def test_an_export_replaces_neither_a_mended_one_nor_one_of_another_log(log, tmp_path):
    file = log.export_csv(tmp_path / "log.csv")
    file.write_text(file.read_text().replace("2.5", "9"))
    Log(tmp_path / "other.sqlite").add(hold("b"))
    other = Log(tmp_path / "other.sqlite").export_csv(tmp_path / "other.csv")
    for each in (file, other):
        with pytest.raises(LogError, match=r"this is another file, expected a new name or an earlier export"):
            log.export_csv(each)


def test_an_export_of_what_was_corrected_and_removed_since_is_replaced(log, tmp_path):
    log.add(hold("b", note="=1+1"))
    file = log.export_csv(tmp_path / "log.csv")
    log.change("a", pain_after=9)
    log.remove("b")
    log.add_days(pd.DataFrame({"day": ["2026-03-05"], "pain": [3]}))
    assert log.export_csv(log.export_csv(file)).read_text().count("\n") == 3


def test_an_export_never_replaces_another_file(log, tmp_path):
    (tmp_path / "notes.csv").write_text("date,left,right\n")
    with pytest.raises(
        LogError, match=r"notes.csv: this is another file, expected a new name or an earlier export"
    ):
        log.export_csv(tmp_path / "notes.csv")
    assert (tmp_path / "notes.csv").read_text() == "date,left,right\n"


@pytest.mark.parametrize("write", [Log.export_csv, Log.backup])
def test_a_folder_that_is_not_there_is_said(log, tmp_path, write):
    with pytest.raises(LogError, match=r"away/x: the \w+ could not be made \(No such file or directory\)"):
        write(log, tmp_path / "away" / "x")


@pytest.mark.parametrize("write", [Log.export_csv, Log.backup])
def test_a_copy_that_fails_leaves_the_earlier_one_whole_and_nothing_else(log, tmp_path, write):
    write(log, tmp_path / "copy")
    before = (tmp_path / "copy").read_bytes()
    log.add(pd.concat([hold(f"long {i}", note="x" * 100) for i in range(100)]))
    with failing_disk(), pytest.raises(LogError, match=r"copy: the \w+ could not be made"):
        write(log, tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES


@pytest.mark.parametrize("write", [Log.export_csv, Log.backup])
def test_what_a_crash_left_of_an_earlier_copy_is_removed_by_the_next(log, tmp_path, write):
    for name, hours in (("old", 2), ("young", 0)):
        part = tmp_path / f".hiplog-{name}.part"
        part.write_text("half a copy" * 1000)
        os.utime(part, (time.time() - hours * 3600,) * 2)
    assert write(log, tmp_path / "copy") == tmp_path / "copy"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*FILES, ".hiplog-young.part"])


@pytest.mark.parametrize("write", [Log.export_csv, Log.backup, lambda log, _: log.add(hold("b"))])
def test_a_part_that_cannot_be_removed_fails_nothing_that_was_done(log, tmp_path, monkeypatch, write):
    def refuses(path, *, missing_ok=False):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.unlink", refuses)
    write(log, tmp_path / "copy")
    assert (len(log), log.notices) == (len(Log(log.path)), [])


def test_a_backup_is_the_same_log(log, tmp_path):
    log.backup(tmp_path / "backup.sqlite")
    backup = Log(tmp_path / "backup.sqlite")
    assert_frame_equal(backup.holds(), log.holds())
    assert [backup.id == log.id, backup.undo()[:9]] == [True, "Took back"]


def test_an_earlier_backup_is_replaced(log, tmp_path):
    log.backup(tmp_path / "backup.sqlite")
    log.add(hold("b"))
    log.backup(tmp_path / "backup.sqlite")
    assert len(Log(tmp_path / "backup.sqlite").holds()) == 2


@pytest.mark.parametrize("content", [b"", b"my notes", b"SQLite format 3\x00"])
def test_a_backup_never_replaces_another_file(log, tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(LogError, match=r"x: this is another file, expected a new name or an earlier backup"):
        log.backup(tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == content


@pytest.mark.parametrize("name", ["log.sqlite", "other.sqlite", "."])
def test_a_backup_replaces_neither_a_log_nor_a_folder(log, tmp_path, name):
    Log(tmp_path / "other.sqlite").add(hold("other"))
    with pytest.raises(LogError, match=r"this is another file, expected a new name"):
        log.backup(tmp_path / name)
    assert [len(log.holds()), len(Log(tmp_path / "other.sqlite").holds())] == [1, 1]


def test_a_backup_has_no_name_that_sqlite_deletes(log):
    with pytest.raises(LogError, match=r"SQLite deletes files of that name beside a log"):
        log.backup(log.path.with_name("log.sqlite-journal"))


def test_a_backup_replaces_no_copy_of_the_log_that_went_on(log, tmp_path):
    copy = Log(log.backup(tmp_path / "copy"))
    log.add(hold("mine"))
    log.backup(copy.path)
    Log(copy.path).add(hold("its own"))
    with pytest.raises(LogError, match=r"copy: this is another file, expected a new name or an earlier backup"):
        log.backup(copy.path)
    assert len(Log(copy.path)) == 3


def test_a_backup_made_while_holds_are_added_is_whole(log, tmp_path):
    pairs = [pd.concat([hold(f"{i} left"), hold(f"{i} right")]) for i in range(20)]
    adding = threading.Thread(target=lambda: [log.add(pair) for pair in pairs])
    adding.start()
    for i in range(5):
        log.backup(tmp_path / f"{i}.sqlite")
        assert len(Log(tmp_path / f"{i}.sqlite").holds()) % 2 == 1
    adding.join()


def test_a_backup_of_a_locked_log_is_refused_after_a_while(log, tmp_path, monkeypatch):
    monkeypatch.setattr("hiplog.log.file.connection.WAIT_S", 0.05)
    with closing(sqlite3.connect(log.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LogError, match=r"another program keeps the file locked"):
            log.backup(tmp_path / "backup.sqlite")
    assert not (tmp_path / "backup.sqlite").exists()


def test_a_log_locked_when_its_backup_begins_is_not_waited_for_without_end(log, tmp_path, monkeypatch):
    log.backup(tmp_path / "backup.sqlite")
    monkeypatch.setattr("hiplog.log.file.connection.WAIT_S", 0.05)
    with closing(sqlite3.connect(log.path, isolation_level=None)) as other:
        monkeypatch.setattr(OpenedLog, "is_backup", lambda *_: bool(other.execute("BEGIN EXCLUSIVE")))
        with pytest.raises(LogError, match=r"another program keeps the file locked"):
            log.backup(tmp_path / "backup.sqlite")


STARTS = st.sampled_from(["=", "'", "'=", "\t", "NA", " ", "7", "007", "True"])
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
TEXT = STARTS | st.tuples(STARTS, WORDS).map("".join) | WORDS.filter(bool)
SECONDS = st.integers(1, 3_600_000).map(lambda ms: ms / 1000)
PAIN = st.none() | st.integers(0, 1000).map(lambda hundredths: hundredths / 100)
HOLD = st.fixed_dictionaries(
    {
        "started_at": st.datetimes(pd.Timestamp("1990-01-01"), pd.Timestamp("2100-01-01")),
        "utc_offset_min": st.none() | st.integers(-1080, 1080),
        "exercise": st.sampled_from(["hip_balance", "quad_stretch"]),
        "side": st.sampled_from(["left", "right"]),
        "hold_s": SECONDS,
        "target_s": st.none() | SECONDS,
        "ended": st.sampled_from([None, "target", "let_go", "pain", "interrupted"]),
        "pain_before": PAIN,
        "pain_after": PAIN,
        "note": st.none() | TEXT,
        "source": st.none() | TEXT,
    }
)


@settings(max_examples=60, deadline=None, phases=[Phase.generate])
@given(rows=st.lists(HOLD, min_size=1, max_size=5))
def test_an_export_reads_back_to_the_same_holds(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("log")
    log = Log(folder / "log.sqlite")
    log.add(pd.DataFrame(rows, dtype=object))
    log.export_csv(folder / "log.csv")
    assert_frame_equal(read_log(folder / "log.csv").holds, log.holds())
