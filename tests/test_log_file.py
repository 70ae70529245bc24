import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from disk import failing_disk

from hiplog import Log, LogError
from hiplog.log.file.connection import MemoryFile, make, reading
from hiplog.log.format.recognise import digest
from hiplog.log.format.tables import SQL_OF, VERSION


@pytest.fixture
def log(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    log.add(holds(2))
    return log


def holds(n, first="2026-03-04T07:10"):
    began = pd.Timestamp(first) + pd.to_timedelta(range(n), unit="min")
    return pd.DataFrame({"started_at": began, "side": "left", "hold_s": 45.0, "note": "x" * 100})


def files(log):
    """Return what is in the folder of a log, and when it was written."""
    found = sorted(path for path in log.path.parent.rglob("*") if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


@pytest.fixture
def small_disk(monkeypatch):
    """Let SQLite's files grow to 30 pages and no further: it then says that the disk is full."""

    def connect(*args, connect=sqlite3.connect, **options):
        db = connect(*args, **options)
        db.execute("PRAGMA max_page_count = 30")
        return db

    monkeypatch.setattr(sqlite3, "connect", connect)


@contextmanager
def nobody():
    """Be a user without rights, also where the tests run as root."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(me)


@pytest.fixture
def folder():
    """Return a folder that `nobody` can reach; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


def test_opening_and_reading_do_not_write(log):
    before = files(log)
    os.chmod(log.path, 0o400)
    repr(Log(log.path)), Log(log.path).holds(), log.changes(), log.check(), log.next_undo()
    assert files(log) == before


def test_what_is_written_is_on_disk_before_the_call_returns(log):
    with reading(log.path) as db:
        settings = [
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "fullfsync", "journal_mode")
        ]
    assert settings == [3, 1, "delete"]


def test_a_log_that_another_program_set_to_wal_is_one_file_again(log):
    with closing(sqlite3.connect(log.path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
    log.add(holds(1, "2026-03-05"))
    assert not {"log.sqlite-wal", "log.sqlite-shm"} & set(files(log))
    assert log.path.read_bytes()[18:20] == b"\x01\x01"


def test_an_empty_file_becomes_a_log(tmp_path):
    (tmp_path / "log.sqlite").touch()
    assert Log(tmp_path / "log.sqlite").add(holds(2)) == 2


def test_a_log_whose_making_was_cut_off_is_made(tmp_path):
    """As a crash leaves it: some pages are written, and a journal says that there were none before."""
    path = tmp_path / "log.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN")
        db.execute("CREATE TABLE log (id TEXT)")
        db.execute("INSERT INTO log SELECT hex(zeroblob(100000))")
        begun, journal = path.read_bytes(), Path(f"{path}-journal").read_bytes()
        db.execute("ROLLBACK")
    path.write_bytes(begun or b"\0" * 4096)
    Path(f"{path}-journal").write_bytes(journal)
    assert Log(path).add(holds(2)) == 2


def test_a_log_that_another_program_made_in_the_meantime_is_kept(log):
    make(log.path)
    assert [Log(log.path).id == log.id, len(log.holds())] == [True, 2]


def test_a_name_may_have_any_character(tmp_path):
    path = tmp_path / "Über mich? 100% #1 & 'so'.sqlite"
    Log(path).add(holds(2))
    assert [len(Log(path).holds()), path.is_file()] == [2, True]


@pytest.mark.parametrize("content", [b"date,left,right\n2026-03-04,45,50\n", b"x", b"PK\x03\x04" * 2000])
def test_a_file_that_is_no_log_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "notes.csv"
    path.write_bytes(content)
    with pytest.raises(
        LogError, match=r"notes.csv: this is no log of hiplog, expected a file that hiplog.Log made$"
    ):
        Log(path)
    assert path.read_bytes() == content


def test_a_connection_to_a_file_that_is_no_log_is_closed(tmp_path, monkeypatch):
    class Counted(sqlite3.Connection):
        left_open = 0

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            Counted.left_open += 1

        def close(self):
            super().close()
            Counted.left_open -= 1

    path = tmp_path / "notes.sqlite"
    path.write_bytes(b"left 41 s, right 95 s " * 100)
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Counted))
    with pytest.raises(LogError, match="this is no log of hiplog"):
        Log(path)
    assert Counted.left_open == 0


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE holds (hold_id TEXT)")
    before = path.read_bytes()
    with pytest.raises(LogError, match=r"other.sqlite: this is no log of hiplog"):
        Log(path)
    assert path.read_bytes() == before


def test_a_log_of_a_newer_hiplog_is_refused_and_left_alone(log):
    with closing(sqlite3.connect(log.path)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = log.path.read_bytes()
    with pytest.raises(
        LogError, match=r"this log has version 4, made by a newer hiplog, expected at most 3: upgrade"
    ):
        Log(log.path)
    with pytest.raises(LogError, match=r"this log has version 4"):
        log.add(holds(1, "2026-03-05"))
    assert log.path.read_bytes() == before


@pytest.mark.parametrize(("version", "known"), [(2, "aa7bd67d3e46bc09"), (VERSION, "5732648ab70fe1bc")])
def test_the_tables_change_only_together_with_their_version(version, known):
    assert digest(SQL_OF[version]) == known


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(LogError, match=r"away/log.sqlite: its folder is not there, expected one that is$"):
        Log(tmp_path / "away" / "log.sqlite")


def test_a_folder_given_for_a_log_is_refused(tmp_path):
    with pytest.raises(LogError, match=r"this is a folder, expected a file$"):
        Log(tmp_path)


def test_a_folder_that_cannot_be_written_is_said(folder):
    with nobody(), pytest.raises(LogError, match=r"the file cannot be opened, expected one that may be written"):
        Log(folder / "log.sqlite").add(holds(1))
    assert list(folder.iterdir()) == []


def test_a_read_only_log_can_be_read_but_not_written(folder):
    Log(folder / "log.sqlite").add(holds(2))
    os.chmod(folder / "log.sqlite", 0o444)
    with nobody():
        log = Log(folder / "log.sqlite")
        with pytest.raises(
            LogError, match=r"the file or its folder may only be read, expected that it may be written"
        ):
            log.add(holds(1, "2026-03-05"))
        assert len(log.holds()) == 2


def test_a_log_in_a_folder_that_cannot_be_written_can_be_read_but_not_written(folder):
    Log(folder / "log.sqlite").add(holds(2))
    os.chmod(folder / "log.sqlite", 0o666)
    os.chmod(folder, 0o555)
    with nobody():
        log = Log(folder / "log.sqlite")
        with pytest.raises(LogError, match=r"log.sqlite: the file"):
            log.add(holds(1, "2026-03-05"))
        assert len(log.holds()) == 2


def test_a_log_that_was_moved_away_is_not_begun_anew_in_silence(log):
    log.path.rename(log.path.with_name("moved.sqlite"))
    with pytest.raises(LogError, match=r"log.sqlite: the file is not there any more, expected it where it was$"):
        log.add(holds(1, "2026-03-05"))
    assert not log.path.exists()


def test_a_full_disk_is_said_and_the_old_holds_are_whole(log, small_disk):
    with pytest.raises(LogError, match=r"there is no room left on the disk; nothing was changed, make room"):
        log.add(holds(5000, "2026-03-05"))
    assert [len(log.holds()), log.add(holds(1, "2026-03-06"))] == [2, 1]


def test_a_failing_disk_is_said_and_the_old_holds_are_whole(log):
    before = log.path.read_bytes()
    with (
        failing_disk(),
        pytest.raises(LogError, match=r"the disk failed while reading or writing; nothing was changed$"),
    ):
        log.add(holds(1, "2026-03-05"))
    assert [len(log.holds()), log.path.read_bytes() == before] == [2, True]


def test_a_damaged_log_is_said(log):
    with log.path.open("r+b") as file:
        file.truncate(log.path.stat().st_size - 8192)
    with pytest.raises(
        LogError, match=r"the file is damaged: `hiplog check` says what of it is whole, and `hiplog restore` goes"
    ):
        log.holds()


def test_a_log_that_is_locked_is_said(log, monkeypatch):
    monkeypatch.setattr("hiplog.log.file.connection.WAIT_S", 0.05)
    with closing(sqlite3.connect(log.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(
            LogError, match=r"another program keeps the file locked; nothing was changed, close it"
        ):
            log.add(holds(1, "2026-03-05"))
    assert log.add(holds(1, "2026-03-05")) == 1


@pytest.mark.parametrize("call", [lambda log: log.add(holds(1, "2026-03-05")), Log.undo, Log.holds])
@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_call_waits_for_another_program_to_finish(log, call, lock):
    with closing(sqlite3.connect(log.path, isolation_level=None, check_same_thread=False)) as other:
        other.execute(f"BEGIN {lock}")
        finish = threading.Timer(0.3, other.rollback)
        finish.start()
        call(log)
        finish.join()


def test_any_thread_may_add_to_one_log(log):
    with ThreadPoolExecutor(8) as pool:
        days = pd.date_range("2025-01-01", periods=40).strftime("%Y-%m-%d")
        assert list(pool.map(log.add, [holds(2, day) for day in days])) == [2] * 40
    assert len(Log(log.path).holds()) == 82


def test_the_same_hold_from_many_threads_at_once_is_added_once(log):
    with ThreadPoolExecutor(8) as pool:
        new = list(pool.map(log.add, [holds(1, "2026-03-05")] * 16))
    assert [sum(new), len(log.holds())] == [1, 3]


ADD_ON = """
import sys, pandas as pd
from hiplog import Log
path, year, n, size = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
log = Log(path)
for i in range(n):
    began = pd.Timestamp(f"{year}-01-01") + pd.to_timedelta(range(i * size, (i + 1) * size), unit="min")
    log.add(pd.DataFrame({"started_at": began, "side": "left", "hold_s": 45.0}))
    print(log.id, flush=True)
"""


def adding(path, year, n, size):
    """Start a program that adds `n` times `size` holds, and prints a line after each time."""
    arguments = [sys.executable, "-c", ADD_ON, path, *map(str, (year, n, size))]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def test_several_programs_may_begin_and_fill_one_log_at_once(tmp_path):
    programs = [adding(tmp_path / "log.sqlite", year, 20, 2) for year in (2021, 2022, 2023)]
    ids = {line for program in programs for line in program.communicate()[0].split()}
    log = Log(tmp_path / "log.sqlite")
    assert ids == {log.id}
    assert len(log.holds()) == 3 * 20 * 2


@pytest.mark.parametrize("size", [2, 3000])
def test_a_program_killed_at_any_moment_loses_no_returned_hold_and_leaves_no_half_call(tmp_path, size):
    for year in (2021, 2022, 2023):
        path = tmp_path / f"{year}.sqlite"
        with adding(path, year, 10_000, size) as program:
            returned = [program.stdout.readline() for _ in range(2 + year % 3)]
            program.send_signal(signal.SIGKILL)
            returned += program.stdout.readlines()
        kept = len(Log(path).holds())
        assert kept % size == 0
        assert len(returned) <= kept / size <= len(returned) + 1
        assert Log(path).add(holds(1)) == 1


FULL = """
INSERT INTO holds (number, since, alive, hold_id, session_id, started_at, exercise, side, hold_s, checksum)
VALUES (9, 1, 1, 'a', 's', '2026-03-04T07:10:00', 'hip_balance', 'left', 45.0, 0)
"""


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("hold_id", ["", None]),
        ("session_id", ["", None]),
        ("started_at", [None, "", "4 March", "2026-02-31T07:10:00", "2026-03-04", "2026-03-04T07:10:00.5", 12.0]),
        ("utc_offset_min", [-1081, 1081, 60.5, "east"]),
        ("exercise", [None, "", "plank"]),
        ("side", [None, "", "both"]),
        ("hold_s", [None, 0, -1, 3600.1, "45 s", float("inf")]),
        ("target_s", [0, -1, 3600.1, "none"]),
        ("ended", ["", "tired"]),
        ("claimed_s", [0, -1, 45.1, "all"]),
        ("pain_before", [-0.1, 10.1, "some"]),
        ("pain_after", [-0.1, 10.1, "some"]),
        ("note", ["", b"ow"]),
        ("source", ["", b"timer"]),
    ],
)
def test_the_file_itself_refuses_what_breaks_a_rule(log, column, values):
    with closing(sqlite3.connect(log.path)) as db:
        db.execute(FULL)
        for value in values:
            with pytest.raises(sqlite3.IntegrityError, match=column):
                db.execute(f"UPDATE holds SET {column} = ? WHERE hold_id = 'a'", [value])


@pytest.mark.parametrize(
    "values",
    [
        {"started_at": "0001-01-01T00:00:00"},
        {"started_at": "9999-12-31T23:59:59.999999"},
        {"started_at": "2024-02-29T23:59:59.999999"},
        {
            "utc_offset_min": -1080,
            "hold_s": 1e-9,
            "claimed_s": 1e-9,
            "target_s": 3600,
            "pain_before": 0,
            "pain_after": 10,
        },
        {"utc_offset_min": 1080, "hold_s": 3600, "exercise": "quad_stretch", "side": "right", "ended": "let_go"},
    ],
)
def test_the_file_takes_what_just_keeps_the_rules(log, values):
    plain = {"hold_id": "a", "started_at": "2026-03-04T07:10", "side": "left", "hold_s": 45.0}
    assert log.add(pd.DataFrame([plain | values])) == 1


def test_a_log_in_memory_that_is_forgotten_closes_its_connection():
    file = MemoryFile()
    db = file._db
    del file
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        db.execute("SELECT 1")
