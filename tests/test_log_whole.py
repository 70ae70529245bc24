"""What is read is what was written; only a log is a log; one bad hold is named and the rest is given."""

import random
import sqlite3
import time
from contextlib import closing

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from hiplog import Log, LogError
from hiplog.log.copies.check import check
from hiplog.log.file.connection import reading
from hiplog.log.format.tables import checksum, names, write_sums
from hiplog.schema import HOLDS


@pytest.fixture
def log(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    began = [f"2026-03-{day:02}T07:10" for day in range(1, 31)]
    log.add(
        pd.DataFrame(
            {"started_at": began, "side": "left", "hold_s": 45.0, "note": [f"note {n}" for n in range(30)]}
        )
    )
    log.change(log.holds()["hold_id"][3], hold_s=60.0)
    log.remove(log.holds()["hold_id"][4])
    return log


def alter(log, *statements):
    """Do to the file of a log what another program would."""
    with closing(sqlite3.connect(log.path)) as db:
        for sql in statements:
            db.execute(sql)
        db.commit()


ONE = "WHERE alive AND started_at LIKE '2026-03-09%'"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE holds SET hold_s = 46", r"the left hold of 1 Mar 2026, 07:10 is not as it was written"),
        (f"UPDATE holds SET hold_s = 46 {ONE}", r"the left hold of 9 Mar 2026, 07:10 is not as it was written"),
        (
            f"UPDATE holds SET note = 'x' {ONE}",
            r"the left hold of 9 Mar 2026, 07:10 is not .* \(its checksum differs\)",
        ),
        (f"UPDATE holds SET pain_after = 3 {ONE}", r"the left hold of 9 Mar 2026, 07:10 is not as it was written"),
        (f"UPDATE holds SET started_at = 'soon' {ONE}", r"the hold '.*' is not .*started_at is 'soon', expected"),
        (
            f"UPDATE holds SET side = 'up' {ONE}",
            r"the 'up' hold of 9 Mar .*\(it: side is 'up', expected one of left",
        ),
        (f"UPDATE holds SET note = x'ff00' {ONE}", r"the left hold of 9 Mar 2026, 07:10 is not as it was written"),
        (f"UPDATE holds SET note = CAST(x'6fe9' AS TEXT) {ONE}", r"a text in it is no UTF-8; the file is damaged"),
        (f"UPDATE holds SET alive = 0 {ONE}", r"28 holds are in it where 29 were written"),
        (f"DELETE FROM holds {ONE}", r"28 holds are in it where 29 were written"),
        ("UPDATE log SET holds = 28", r"what the log says of itself is damaged"),
        ("UPDATE log SET id = 'x'", r"what the log says of itself is damaged"),
        ("DELETE FROM log", r"what the log says of itself is damaged"),
    ],
)
def test_what_is_not_as_it_was_written_is_named_and_the_rest_is_given(log, sql, said):
    alter(log, "PRAGMA ignore_check_constraints = ON", sql)
    with pytest.raises(LogError, match=said):
        Log(log.path).holds()
    found = check(log.path)
    assert not found.ok
    assert len(found.holds) >= (0 if sql.endswith("46") else 28)
    assert "The log is damaged; " in repr(found)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE holds SET hold_s = 46 WHERE NOT alive",
        "DELETE FROM holds WHERE NOT alive",
        "UPDATE holds SET until = 1 WHERE NOT alive",
        "UPDATE holds SET since = 2 WHERE alive",
        "UPDATE changes SET state = 'undone' WHERE change = 1",
        "DELETE FROM changes WHERE change = 1",
    ],
)
def test_a_history_that_is_not_as_it_was_written_is_found_by_check(log, sql):
    alter(log, sql)
    assert not log.check().ok
    assert len(log.check().holds) == 29


WRITES = {
    "add": lambda log: log.add(pd.DataFrame([{"started_at": "2026-05-01T07:10", "side": "left", "hold_s": 4.0}])),
    "check_writable": Log.check_writable,
    "undo": Log.undo,
    "forget": Log.forget,
    "backup": lambda log: log.backup(log.path.with_name("copy.sqlite")),
}


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE holds SET hold_s = 46 {ONE}",
        "UPDATE holds SET note = 'x' WHERE NOT alive",
        "UPDATE changes SET made_by = 'me' WHERE change = 2",
    ],
)
def test_a_log_with_one_value_changed_is_neither_written_nor_copied_over_a_whole_one(log, sql, write):
    whole = log.backup(log.path.with_name("copy.sqlite")).read_bytes()
    alter(log, sql)
    before = log.path.read_bytes()
    with pytest.raises(LogError, match=r"not as it was written"):
        WRITES[write](log)
    assert [log.path.read_bytes(), log.path.with_name("copy.sqlite").read_bytes()] == [before, whole]


def test_nothing_is_written_to_a_log_that_lost_a_hold(log):
    alter(log, f"DELETE FROM holds {ONE}")
    before = log.path.read_bytes()
    with pytest.raises(LogError, match=r"28 holds are in it where 29 were written"):
        log.remove("x")
    assert log.path.read_bytes() == before


STRANGE = {
    "a trigger": "CREATE TRIGGER hidden AFTER INSERT ON holds BEGIN DELETE FROM holds; END",
    "a view": "CREATE VIEW numbers AS SELECT 1",
    "a table": "CREATE TABLE more (x)",
    "an index": "CREATE INDEX more ON holds (note)",
    "a column": "ALTER TABLE holds ADD COLUMN weight REAL",
    "a virtual column": "ALTER TABLE holds ADD COLUMN weight AS (hold_s + 1)",
    "a renamed table": "ALTER TABLE changes RENAME TO was",
}


@pytest.mark.parametrize("what", STRANGE)
def test_a_log_with_more_in_it_than_hiplog_makes_is_refused_and_left_alone(log, what):
    alter(log, STRANGE[what])
    before = log.path.read_bytes()
    with pytest.raises(
        LogError, match=r"this is no log of hiplog.* and nobody changed since: the \w+ '\w+' is not"
    ):
        Log(log.path)
    assert not check(log.path).ok
    assert log.path.read_bytes() == before


def test_a_view_in_the_place_of_a_table_that_never_ends_is_not_asked(log):
    endless = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT max(id) AS id FROM n"
    alter(log, "DROP TABLE log", f"CREATE VIEW log AS {endless}")
    before = time.monotonic()
    with pytest.raises(LogError, match=r"the view 'log' is not hiplog's"):
        Log(log.path)
    assert time.monotonic() - before < 10


def test_reading_that_takes_out_of_reason_is_stopped(log, monkeypatch):
    monkeypatch.setattr("hiplog.log.file.connection.LIMIT_S", 0.1)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(LogError, match=r"reading took over \d+ s and was stopped"), reading(log.path) as db:
        db.execute(endless).fetchone()


@pytest.mark.parametrize("version", [0, -5, 1])
def test_a_version_that_is_none_or_not_that_of_its_tables_is_refused(log, version):
    alter(log, f"PRAGMA user_version = {version}")
    with pytest.raises(LogError, match=rf"its tables are not those of version {version}"):
        Log(log.path)


def test_what_another_program_counted_of_a_log_is_no_obstacle(log):
    alter(log, "ANALYZE")
    assert len(Log(log.path)) == 29


def test_a_text_out_of_reason_is_said(log):
    alter(log, f"UPDATE holds SET note = CAST(zeroblob(110000000) AS TEXT) {ONE}")
    with pytest.raises(LogError, match=r"a text in it is out of reason \(over 100 MB\)"):
        log.holds()


def rewrite(log, sql):
    """Do to the file of a log what another program would that knows its checksums."""
    with closing(sqlite3.connect(log.path)) as db:
        db.create_function("checksum", -1, checksum)
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(sql)
        db.execute(f"UPDATE holds SET checksum = checksum({names(HOLDS)})")
        write_sums(db, log.id)
        db.commit()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("hold_id = ''", "hold_id is no text, or an empty one"),
        ("note = ''", "note is no text, or an empty one"),
        ("note = x'ff00'", "note is no text, or an empty one"),
        ("side = 'up'", "side is 'up', expected one of left, right"),
        ("exercise = 'plank'", "exercise is 'plank', expected one of hip_balance"),
        ("ended = 'tired'", "ended is 'tired', expected one of target"),
        ("started_at = 'soon'", "started_at is 'soon', expected a local date"),
        ("started_at = 'NaT'", "started_at is missing, expected a local date"),
        ("hold_s = 0", "hold_s is 0.0, expected seconds over 0"),
        ("hold_s = 9e999", "hold_s is inf, expected seconds over 0"),
        ("hold_s = 'long'", "hold_s is 'long', expected seconds over 0"),
        ("target_s = 3601", "target_s is 3601.0, expected seconds over 0"),
        ("claimed_s = 46", "claimed_s is 46 of a hold of 45 s"),
        ("pain_before = 11", "pain_before is 11.0, expected a number from 0 to 10"),
        ("pain_after = -1", "pain_after is -1.0, expected a number from 0 to 10"),
        ("utc_offset_min = 1081", "utc_offset_min is 1081, expected whole minutes"),
        ("utc_offset_min = 1.5", "utc_offset_min is 1.5, expected whole minutes"),
    ],
)
def test_a_value_that_breaks_a_rule_is_refused_whatever_its_checksum(log, value, said):
    rewrite(log, f"UPDATE holds SET {value} {ONE}")
    with pytest.raises(LogError, match=said):
        log.holds()


@pytest.mark.parametrize("path", ["a\0b.sqlite", "x" * 300 + ".sqlite", "~nobody-of-that-name/log.sqlite"])
def test_a_path_that_is_none_is_said(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LogError):
        Log(path).begin()


def test_a_whole_log_is_found_whole(log):
    found = log.check()
    assert (found.ok, found.problems, found.remarks) == (True, [], [])
    assert_frame_equal(found.holds, log.holds())
    assert repr(found) == "The log is whole: 29 holds."


def test_check_names_holds_that_ended_otherwise_than_their_seconds_say(log):
    began = {"started_at": ["2026-05-01T07:10", "2026-05-01T07:15"], "side": "right", "target_s": 120.0}
    log.add(pd.DataFrame(began | {"hold_s": [80.0, 120.0], "ended": ["target", "let_go"]}))
    (remark,) = log.check().remarks
    assert remark.startswith(
        "2 holds ended otherwise than the seconds say (the first: the right hold of 1 May 2026"
    )


def test_check_names_sessions_with_a_gap(log):
    began = {"started_at": ["2026-05-01T07:10", "2026-05-02T07:15"], "side": "right", "hold_s": 40.0}
    log.add(pd.DataFrame(began | {"session_id": "one"}))
    (remark,) = log.check().remarks
    assert remark.startswith("sessions with over an hour between two holds: 1 (the first on 2026-05-02)")


def test_a_log_with_bytes_changed_gives_what_was_written_or_says_that_it_does_not(log, tmp_path):
    """A tenth of what `tests/torture.py` does."""
    written, raw, rng = log.holds(), log.path.read_bytes(), random.Random(7)
    path = tmp_path / "copy" / "log.sqlite"
    path.parent.mkdir()
    refused = 0
    for _ in range(100):
        bytes_now = bytearray(raw)
        for _ in range(rng.choice([1, 2, 5, 20])):
            bytes_now[rng.randrange(len(raw))] = rng.randrange(256)
        path.write_bytes(bytes_now[: rng.choice([len(raw)] * 4 + [rng.randrange(len(raw))])])
        try:
            assert_frame_equal(Log(path).holds(), written)
        except LogError:
            refused += 1
            try:
                assert not check(path).ok
            except LogError:
                pass
    assert 50 <= refused < 100
