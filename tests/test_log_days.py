"""What is kept beside holds (days, plans, marks) is kept, corrected, taken back and copied as holds are."""

import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from hiplog import Log, LogError
from hiplog.schema import DAYS, MARKS, PLANS, Diary


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log.sqlite").begin()


def day(day="2026-03-04", **values):
    return pd.DataFrame([{"day": day} | values])


def hold(name="a", **values):
    plain = {"hold_id": name, "started_at": "2026-03-04T07:10", "side": "left", "hold_s": 45.0}
    return pd.DataFrame([plain | values])


def assert_same(log, other):
    assert_frame_equal(log.holds(), other.holds())
    for name in ("days", "plans", "marks"):
        assert_frame_equal(getattr(log.diary(), name), getattr(other.diary(), name))


@pytest.fixture
def full(log):
    """Return a log in which there is something of everything."""
    log.add(pd.concat([hold("a", note="stiff"), hold("b", side="right", started_at="2026-03-04T07:13")]))
    log.add_days(day("2026-03-05", time="21:30", pain=8, reason="pain", note="=too sore", source="timer"))
    log.set_plan(3, since="2026-03-01")
    log.mark("2026-03-02", "three times a day")
    return log


def test_days_are_still_there_after_reopening_sorted_by_time(log):
    log.add_days(pd.concat([day(time="19:00", pain=7), day(time="07:10", pain=8), day(reason="away")]))
    log.add_days(day("2026-03-01", note="physio: pause two weeks", reason="told_to_pause"))
    days = Log(log.path).days()
    assert list(days) == list(DAYS.columns)
    assert days["time"].fillna("").tolist() == ["", "", "07:10", "19:00"]
    assert days.dtypes.astype(str).to_dict() == DAYS.columns
    assert Log(log.path).days(since="2026-03-02", until="2026-03-04")["pain"].tolist()[1:] == [8, 7]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "days, row 0: pain, reason and note are all missing, expected one of them at least"),
        ({"pain": 11}, "days, row 0: pain is 11, expected a number from 0 to 10, or nothing"),
        ({"reason": "lazy"}, "reason is 'lazy', expected one of rest, ill, away, told_to_pause, pain, or nothing"),
        ({"pain": 3, "time": "24:10"}, "time is '24:10', expected hours and minutes like 07:10, or nothing"),
        ({"pain": 3, "day": "2026-02-30"}, "day is '2026-02-30', expected a date like 2026-03-04"),
        ({"pain": 3, "day": "2026-03-04T07:10"}, "day is '2026-03-04T07:10', expected a date like 2026-03-04"),
    ],
)
def test_a_day_that_says_nothing_or_what_cannot_be_is_refused_and_nothing_is_kept(log, values, said):
    with pytest.raises(LogError, match=said):
        log.add_days(day(**values))
    assert [len(log.days()), len(log.changes())] == [0, 0]


def test_adding_days_twice_adds_them_once_and_fills_in_what_they_lacked(log):
    assert repr(log.add_days(day(pain=8))) == "1 new"
    assert repr(log.add_days(day(pain=8, note="sore"))) == "0 new, 1 already there, 1 of them filled in"
    assert repr(log.add_days(day(pain=8))) == "0 new, 1 already there"
    assert [len(log.days()), log.days()["note"].tolist()] == [1, ["sore"]]


def test_a_day_that_contradicts_one_of_the_same_id_is_counted_and_not_mixed(log):
    log.add_days(day(pain=8))
    with pytest.warns(UserWarning, match=r"^add_days: 0 new, 1 not added: the log has another day"):
        added = log.add_days(day(pain=3))
    assert repr(added) == (
        "0 new, 1 not added: the log has another day of that id (4 Mar 2026: pain 3 here, and 8 in the log)"
    )
    assert log.days()["pain"].tolist() == [8]


def test_a_day_that_was_filled_in_is_contradicted_as_any_other(log):
    log.add_days(day(note="sore"))
    log.add_days(day(note="sore", pain=5))
    with pytest.warns(UserWarning, match="1 not added"):
        assert log.add_days(day(note="sore", pain=6)).different == 1
    assert log.days()["pain"].tolist() == [5]
    assert repr(log.add_days(day(note="sore"))) == "0 new, 1 already there"


@pytest.mark.parametrize("field", ["note", "source"])
def test_half_a_character_in_what_is_said_of_a_day_is_refused(log, field):
    with pytest.raises(LogError, match="holds half a character"):
        log.add_days(day(**{"pain": 3, field: "a\ud800"}))


def test_one_id_for_two_days_is_refused(log):
    two = pd.concat([day(day_id="x", pain=8), day("2026-03-05", day_id="x", pain=8)])
    with pytest.raises(LogError, match="days, rows 0 and 1: both have day_id x, but day is 2026-03-04"):
        log.add_days(two)


def test_a_day_is_corrected_and_the_correction_taken_back(log):
    log.add_days(day(time="07:10", pain=8, note="sore"))
    (day_id,) = log.days()["day_id"]
    assert log.change(day_id, pain=7, note=None) == {"pain": (8, 7), "note": ("sore", None)}
    assert log.days()["pain"].tolist() == [7]
    assert log.undo() == (
        "Took back a correction: what was said of 4 Mar 2026, 07:10 has pain 8.0, note 'sore' again."
    )
    assert [log.days()["note"].tolist(), log.redo()[:10]] == [["sore"], "Made again"]


def test_what_is_left_of_a_corrected_day_must_still_say_something(log):
    log.add_days(day(pain=8))
    (day_id,) = log.days()["day_id"]
    with pytest.raises(LogError, match=f"day {day_id}: pain, reason and note are all missing"):
        log.change(day_id, pain=None)
    with pytest.raises(LogError, match=f"day {day_id}: side cannot be changed, expected one of day, time, pain"):
        log.change(day_id, side="left")


def test_holds_days_plans_and_marks_are_removed_by_their_ids_and_come_back(full):
    before = full.diary()
    ids = [
        full.holds()["hold_id"][0],
        full.days()["day_id"][0],
        full.plans()["plan_id"][0],
        full.marks()["mark_id"][0],
    ]
    assert full.remove(ids) == 4
    assert [len(full.holds()), len(full.days()), len(full.plans()), len(full.marks())] == [1, 0, 0, 0]
    assert [each[-1]["alive"] for each in full.versions(ids).values()] == [0, 0, 0, 0]
    assert full.undo() == "Took back a removal: 1 hold, 1 day, 1 plan and 1 mark back in the log."
    assert_frame_equal(full.diary().days, before.days)
    assert [each[-1]["alive"] for each in full.versions(ids).values()] == [1, 1, 1, 1]


def test_a_frame_of_days_or_marks_can_be_removed(full):
    assert [full.remove(full.days()), full.remove(full.marks())] == [1, 1]


def test_each_step_back_says_what_it_was(full):
    said = [full.undo() for _ in range(5)]
    assert said == [
        "Took back the mark of 2 Mar 2026 ('three times a day'): 1 mark out of the log again.",
        "Took back the plan from 1 Mar 2026 on: 1 plan out of the log again.",
        "Took back what was said of 5 Mar 2026, 21:30: 1 day out of the log again.",
        "Took back an import: 2 holds out of the log again.",
        "There is nothing to take back.",
    ]
    while full.next_redo():
        full.redo()
    assert [len(full), len(full.days()), full.plan("2026-03-01"), len(full.marks())] == [2, 1, 3, 1]


def test_holds_and_the_days_beside_them_are_added_as_one_change(log):
    added = log.add(hold(source="old.csv"), diary=Diary(days=day("2026-03-05", pain=8, source="old.csv")))
    assert repr(added) == "1 new; days: 1 new"
    assert log.changes()[["holds", "days", "plans", "marks"]].to_numpy().tolist() == [[1, 1, 0, 0]]
    assert log.undo() == "Took back an import from old.csv: 1 hold and 1 day out of the log again."


def test_where_one_of_the_days_is_wrong_no_hold_is_added(log):
    with pytest.raises(LogError, match="days, row 0: pain is 11"):
        log.add(hold(), diary=Diary(days=day(pain=11)))
    assert len(log) == 0


def test_a_log_is_added_to_another_with_all_that_is_in_it(full, tmp_path):
    other = Log(tmp_path / "other.sqlite")
    assert repr(other.add(full)) == "2 new; days: 1 new; plans: 1 new; marks: 1 new"
    assert_same(other, full)
    assert repr(other.add(full)).startswith("0 new, 2 already there; days: 0 new, 1 already there")
    assert len(other.changes()) == 1


def test_a_plan_holds_from_its_day_until_the_next(log):
    assert [log.plan("2026-01-01"), len(log.plans())] == [1, 0]
    log.set_plan(3, since="2026-03-01")
    log.set_plan(2, since="2026-04-01")
    asked = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2027-01-01"]
    assert [log.plan(each) for each in asked] == [1, 3, 3, 2, 2]
    assert log.plan() == 2


def test_a_plan_set_anew_for_the_same_day_is_changed_as_a_step_of_its_own(log):
    log.set_plan(3, since="2026-03-01")
    log.set_plan(2, since="2026-03-01")
    assert [log.plans()["plan"].tolist(), len(log.changes())] == [[2], 2]
    assert log.undo() == "Took back a correction: the plan from 1 Mar 2026 on has plan 3 again."
    assert log.plan("2026-03-01") == 3


def test_a_plan_is_set_from_today_on_unless_said(log):
    log.set_plan(2)
    assert log.plans()["day"].tolist() == [pd.Timestamp.now().normalize()]


def test_a_plan_whose_day_was_corrected_does_not_keep_another_from_its_old_day(log):
    log.change(log.set_plan(3, since="2026-03-01"), day="2026-02-01")
    log.set_plan(2, since="2026-03-01")
    assert log.plans()["plan"].tolist() == [3, 2]


@pytest.mark.parametrize("plan", [0, 4, "2", 1.5, None])
def test_a_plan_is_one_to_three_a_day(log, plan):
    with pytest.raises(LogError, match=r"set_plan: plan is .*, expected a whole number from 1 to 3"):
        log.set_plan(plan)


def test_a_mark_is_kept_once_corrected_and_taken_back(log):
    mark_id = log.mark("2026-03-01", "three times a day")
    assert log.mark("2026-03-01", "three times a day") == mark_id
    log.change(mark_id, words="3 a day")
    assert log.marks()["words"].tolist() == ["3 a day"]
    assert log.undo().endswith("has words 'three times a day' again.")


@pytest.mark.parametrize("words", ["", None])
def test_a_mark_has_words(log, words):
    with pytest.raises(LogError, match=r"mark: words is .*, expected a few words"):
        log.mark("2026-03-01", words)
    assert len(log.changes()) == 0


def test_a_backup_has_all_of_it_and_restoring_it_brings_all_back_as_one_change(full, tmp_path):
    backup = full.backup(tmp_path / "copy.sqlite")
    before = full.diary()
    full.change(full.days()["day_id"][0], pain=2)
    full.remove(full.marks())
    full.mark("2026-05-01", "a new mattress")
    full.restore(backup)
    assert_same(full, Log(backup))
    full.undo()
    assert full.marks()["words"].tolist() == ["a new mattress"]
    full.redo()
    assert_frame_equal(full.diary().marks, before.marks)


def test_backups_say_that_days_differ_too(full):
    full.change(full.days()["day_id"][0], pain=2)
    newest = full.saved_backups().iloc[0]
    assert newest["new"] >= 1


def test_what_is_forgotten_of_a_day_is_in_the_file_no_more(full):
    full.change(full.days()["day_id"][0], note="fine")
    assert full.forget() == 1
    assert b"=too sore" not in full.path.read_bytes()
    assert [full.next_undo(), full.days()["note"].tolist()] == ["", ["fine"]]


def alter(log, *statements):
    with closing(sqlite3.connect(log.path)) as db:
        for sql in statements:
            db.execute(sql)
        db.commit()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE days SET pain = 1", "what was said of 5 Mar 2026, 21:30 is not as it was written"),
        ("DELETE FROM days", "0 days are in it where 1 were written"),
        ("UPDATE plans SET plan = 1", "the plan from 1 Mar 2026 on is not as it was written"),
        ("DELETE FROM plans", "0 plans are in it where 1 were written"),
        ("UPDATE marks SET words = 'x'", r"the mark of 2 Mar 2026 \('x'\) is not as it was written"),
        ("UPDATE marks SET alive = 0", "0 marks are in it where 1 were written"),
    ],
)
def test_a_day_plan_or_mark_that_is_not_as_it_was_written_is_named_and_the_holds_are_given(full, sql, said):
    alter(full, sql)
    with pytest.raises(LogError, match=said):
        full.diary()
    found = full.check()
    assert [found.ok, len(found.holds)] == [False, 2]
    assert len(found.diary.days) + len(found.diary.plans) + len(found.diary.marks) == 2


def test_a_log_that_lost_a_day_is_not_written_to(full):
    alter(full, "DELETE FROM days")
    before = full.path.read_bytes()
    with pytest.raises(LogError, match="0 days are in it where 1 were written"):
        full.mark("2026-03-09", "x")
    assert full.path.read_bytes() == before


def test_a_whole_log_is_found_whole_with_all_that_is_in_it(full):
    found = full.check()
    assert repr(found) == "The log is whole: 2 holds, 1 day, 1 plan and 1 mark."
    assert_frame_equal(found.diary.days, full.days())


def test_the_export_of_a_log_with_more_than_holds_says_what_each_row_is(full, tmp_path):
    rows = pd.read_csv(full.export_csv(tmp_path / "log.csv"), dtype=str, keep_default_na=False)
    assert rows["record"].tolist() == ["hold", "hold", "day", "plan", "mark"]
    said = rows.loc[rows["record"] == "day", ["day", "time", "pain", "reason", "note", "source"]]
    assert said.to_numpy().tolist() == [["2026-03-05", "21:30", "8", "pain", "'=too sore", "timer"]]
    assert rows["plan"].tolist()[3:] == ["3", ""]
    full.export_csv(tmp_path / "log.csv")  # an earlier export is replaced


def test_a_text_that_no_file_can_keep_is_refused(log):
    with pytest.raises(LogError, match=r"days, row 0: 'half \\ud83d' holds half a character"):
        log.add_days(day(note="half \ud83d"))


def test_an_empty_log_has_empty_tables(log):
    for frame, table in ((log.days(), DAYS), (log.plans(), PLANS), (log.marks(), MARKS)):
        assert_frame_equal(frame, table.empty())
