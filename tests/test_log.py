import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from hiplog import Log, LogError, read_log
from hiplog.schema import COLUMNS, conform

MORNING = pd.Timestamp("2026-03-04T07:10:00")


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite").begin()


def hold(name="a", **values):
    """Return a frame of one hold, with `name` for its id."""
    plain = {"hold_id": name, "session_id": "s", "started_at": MORNING, "side": "left", "hold_s": 45.0}
    return pd.DataFrame([plain | values])


def only(log):
    """Return the one hold of a log."""
    (found,) = log.holds().to_dict("records")
    return found


def test_a_new_log_is_empty_and_has_every_column(log):
    assert len(log.holds()) == 0
    assert log.holds().dtypes.astype(str).to_dict() == COLUMNS


def test_a_log_that_is_not_there_is_read_as_none_and_is_not_begun_by_that(tmp_path):
    typo = Log(tmp_path / "typo.sqlite")
    reads = (typo.holds, typo.days, typo.diary, typo.plan, typo.check, typo.undo, typo.changes, typo.saved_backups)
    for read in (*reads, typo.missing, typo.forget, lambda: typo.id, lambda: len(typo), lambda: typo.remove("a")):
        with pytest.raises(
            LogError, match=r"typo.sqlite: there is no log here yet, expected one: is it in another"
        ):
            read()
    assert repr(typo).startswith(f"<Log {typo.path}: there is no log here yet")
    assert [list(tmp_path.iterdir()), typo.begun] == [[], False]


@pytest.mark.parametrize(
    "first",
    [
        lambda log: log.add(hold("a")),
        lambda log: log.add_days(pd.DataFrame({"day": ["2026-03-04"], "pain": [3]})),
        lambda log: log.set_plan(2),
        lambda log: log.mark("2026-03-04", "a new mattress"),
        lambda log: log.begin(),
    ],
)
def test_what_is_added_first_begins_a_log(tmp_path, first):
    log = Log(tmp_path / "new.sqlite")
    first(log)
    assert [log.begun, Log(log.path, create=False).id, log.id] == [True, log.id, log.id]


def test_a_log_that_another_program_began_meanwhile_is_that_log(tmp_path):
    log, other = Log(tmp_path / "log.sqlite"), Log(tmp_path / "log.sqlite")
    other.add(hold("a"))
    assert [len(log), log.id, log.begun] == [1, other.id, False]


def test_what_is_refused_begins_no_log(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    for refused in (
        lambda: log.add(hold("a", hold_s=-1.0)),
        lambda: log.set_plan(9),
        lambda: log.mark("2026-03-04", ""),
    ):
        with pytest.raises(LogError):
            refused()
    assert list(tmp_path.iterdir()) == []


def test_a_log_keeps_its_id(log, tmp_path):
    assert Log(tmp_path / "log.sqlite").id == log.id
    assert len(log.id) == 36


def test_two_logs_have_two_ids(log, tmp_path):
    assert Log(tmp_path / "other.sqlite").begin().id != log.id


def test_a_relative_path_stays_when_the_folder_is_left(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    log = Log("log.sqlite")
    monkeypatch.chdir("/")
    assert log.add(hold()) == 1
    assert log.path == tmp_path / "log.sqlite"


def test_holds_are_still_there_exactly_after_reopening(log, tmp_path):
    full = {
        "utc_offset_min": -60,
        "target_s": 120,
        "ended": "pain",
        "claimed_s": 0.1,
        "pain_before": 2.5,
        "note": "x",
        "source": "timer",
    }
    holds = pd.concat([hold("a", hold_s=0.1 + 0.2), hold("b", started_at=MORNING + pd.Timedelta("1us"), **full)])
    log.add(holds)
    assert_frame_equal(Log(tmp_path / "log.sqlite").holds(), conform(holds))


def test_every_column_has_its_dtype_when_there_are_holds(log):
    log.add(hold())
    assert log.holds().dtypes.astype(str).to_dict() == COLUMNS


def test_missing_values_are_missing_in_the_file_too(log):
    log.add(hold(note=""))
    with closing(sqlite3.connect(log.path)) as db:
        row = db.execute("SELECT target_s, ended, pain_before, pain_after, note, source FROM holds").fetchone()
    assert row == (None,) * 6


def test_holds_are_sorted_by_when_they_began(log):
    log.add(pd.concat([hold("b", started_at="2026-03-04"), hold("a", started_at="2025-12-31T23:59:59.5")]))
    assert log.holds()["hold_id"].tolist() == ["a", "b"]


def test_holds_that_began_together_keep_the_order_in_which_they_came(log):
    log.add(pd.concat([hold("z"), hold("a")]))
    log.add(hold("m"))
    assert log.holds()["hold_id"].tolist() == ["z", "a", "m"]


def test_adding_says_how_many_were_new(log):
    assert log.add(pd.concat([hold("a"), hold("b")])) == 2
    assert log.add(pd.concat([hold("b"), hold("c")])) == 1


def test_adding_no_holds_adds_none(log):
    assert log.add(hold().iloc[:0]) == 0


def test_adding_holds_without_ids_twice_adds_them_once(log):
    bare = hold()[["started_at", "side", "hold_s"]]
    assert [log.add(bare), log.add(bare)] == [1, 0]


def test_a_hold_gains_what_it_lacked(log):
    log.add(hold(pain_before=4))
    assert log.add(hold(pain_after=2, note="easier", source="timer")) == 0
    found = only(log)
    assert [found[name] for name in ("pain_before", "pain_after", "note", "source")] == [4, 2, "easier", "timer"]


def test_a_hold_loses_nothing_and_is_not_overwritten(log):
    log.add(hold(pain_after=2, note="easier"))
    before = log.holds()
    log.add(hold(side="right", hold_s=99.0, pain_after=9))
    assert_frame_equal(log.holds(), before)


def test_a_new_hold_joins_the_session_of_those_it_was_done_with(log):
    log.add(pd.concat([hold("a", session_id="s"), hold("b", session_id="t")]))
    later = [hold("c", session_id="u"), hold("a", session_id="u"), hold("d", session_id="v")]
    log.add(pd.concat(later))
    assert log.holds().set_index("hold_id")["session_id"].to_dict() == {"a": "s", "b": "t", "c": "s", "d": "v"}


def test_a_file_mended_and_read_again_puts_the_hold_into_its_session(log, tmp_path):
    file = tmp_path / "holds.csv"
    for seconds in ("forty", "40"):
        file.write_text(f"date,side,seconds\n2026-03-04,left,{seconds}\n2026-03-04,right,38\n")
        log.add(read_log(file).holds)
    assert log.holds()["side"].tolist() == ["right", "left"]
    assert log.holds()["session_id"].nunique() == 1


def test_two_rows_of_one_hold_are_one_hold_that_knows_what_both_say(log):
    assert log.add(pd.concat([hold(pain_before=4), hold(pain_before=9, note="easier")])) == 1
    assert (only(log)["pain_before"], only(log)["note"]) == (4, "easier")


def test_of_two_values_that_a_hold_could_gain_it_gains_the_first(log):
    log.add(hold())
    log.add(pd.concat([hold(note="stiff"), hold(note="easier")]))
    assert only(log)["note"] == "stiff"


def test_a_bad_row_is_named_and_nothing_of_the_call_is_written(log):
    with pytest.raises(LogError, match=r"^holds, row 1: hold_s is 0.0, expected seconds over 0 and at most 3600$"):
        log.add(pd.concat([hold("a"), hold("b", hold_s=0.0)]))
    assert len(log.holds()) == 0


def test_a_reading_given_for_its_holds_is_refused(log):
    with pytest.raises(LogError, match=r"this is a dict, expected a DataFrame of holds, like"):
        log.add({"hold_s": [45.0]})


@pytest.mark.parametrize("text", ["ow \ud83d", "ow\0"])
def test_text_that_no_file_can_keep_is_refused_with_its_row_named(log, text):
    with pytest.raises(LogError, match=r"^holds, row 1: 'ow.*' holds half a character or a NUL, expected text"):
        log.add(pd.concat([hold("a"), hold("b", note=text)]))
    assert len(log.holds()) == 0


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)


@settings(max_examples=20, deadline=None)
@given(notes=st.lists(TEXT, min_size=1, max_size=50))
def test_notes_are_kept_to_the_letter(tmp_path_factory, notes):
    log = Log(tmp_path_factory.mktemp("log") / "log.sqlite")
    log.add(pd.concat([hold(str(i), note=note) for i, note in enumerate(notes)]))
    assert log.holds()["note"].tolist() == notes


def test_a_hold_can_be_corrected(log):
    log.add(pd.concat([hold("a", pain_after=3), hold("b")]))
    log.change("a", hold_s=42, side="right", started_at="2026-03-04T07:12:00.25", pain_after=None)
    corrected = hold("a", hold_s=42, side="right", started_at="2026-03-04T07:12:00.25")
    assert_frame_equal(log.holds(), conform(pd.concat([hold("b"), corrected])))


def test_a_correction_that_breaks_a_rule_changes_nothing(log):
    log.add(hold())
    with pytest.raises(LogError, match=r"^hold a: side is 'up', expected one of left, right$"):
        log.change("a", hold_s=42, side="up")
    assert only(log)["hold_s"] == 45


def test_only_the_columns_of_a_hold_can_be_corrected(log):
    log.add(hold())
    with pytest.raises(
        LogError, match=r"^hold a: seconds cannot be changed, expected one of session_id, started_at"
    ):
        log.change("a", hold_s=42, seconds=42)
    assert only(log)["hold_s"] == 45


def test_a_hold_that_is_not_there_cannot_be_corrected(log):
    with pytest.raises(LogError, match="there is no hold, day, plan or mark b, expected the id of one in the log"):
        log.change("b", hold_s=42)


def test_removing_says_how_many_there_were(log):
    log.add(pd.concat([hold("a"), hold("b"), hold("c")]))
    assert log.remove(["a", "b", "b"]) == 2
    assert only(log)["hold_id"] == "c"


def test_one_hold_can_be_removed_by_its_id(log):
    log.add(pd.concat([hold("a"), hold("b")]))
    assert [log.remove("a"), log.remove([])] == [1, 0]
    with pytest.raises(LogError, match="there is no hold, day, plan or mark a, expected"):
        log.remove("a")


def test_a_log_shows_where_it_is_and_what_is_in_it(log):
    assert repr(log) == f"<Log {log.path}: 0 holds; a new log was begun, as there was none>"
    assert [repr(Log(log.path)), repr(Log(":memory:"))] == [
        f"<Log {log.path}: 0 holds>",
        "<Log :memory:: 0 holds>",
    ]
    log.add(pd.concat([hold("a"), hold("b", started_at="2024-12-31T23:00")]))
    assert repr(log) == f"<Log {log.path}: 2 holds from 31 Dec 2024 to 4 Mar 2026>"


def test_a_log_whose_file_is_gone_still_shows_itself(log):
    log.path.unlink()
    assert "the file is not there any more" in repr(log)


def test_a_log_shows_what_a_person_is_to_be_told(log):
    log.notices.append("This is an older copy.")
    assert repr(log).splitlines()[1:] == ["This is an older copy."]


def test_holds_of_an_exercise_or_a_day_that_there_is_not_are_refused(log):
    with pytest.raises(LogError, match="holds: exercise is 'plank', expected one of hip_balance"):
        log.holds(exercise="plank")
    with pytest.raises(LogError, match="holds: since is 'soon', expected a date"):
        log.holds(since="soon")
