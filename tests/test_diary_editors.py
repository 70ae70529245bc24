"""The forms for days, plans and marks: what they do to the log, and what they say of that."""

from datetime import date, time

import pandas as pd
import pytest
from forms import choose, fill, offered, remove, said, save

import hiplog


@pytest.fixture
def log(tmp_path):
    log = hiplog.Log(tmp_path / "log.sqlite")
    log.add_days(pd.DataFrame({"day": ["2026-03-04"], "time": ["21:30"], "pain": [8], "reason": ["pain"]}))
    log.add_days(pd.DataFrame({"day": ["2026-03-06"], "note": ["<b>travelled"]}))
    return log


@pytest.fixture
def editor(log):
    return hiplog.DayEditor(log)


def test_the_days_are_offered_newest_first(editor):
    assert offered(editor) == [
        "a new one",
        "6 Mar 2026, a note",
        "4 Mar 2026, 21:30, pain 8, It is too sore",
    ]


def test_a_chosen_day_stands_in_the_fields(editor):
    choose(editor, 2)
    shown = {name: field.value for name, field in editor._fields.items()}
    assert shown == {"day": date(2026, 3, 4), "time": time(21, 30), "pain": 8.0, "reason": "pain", "note": ""}


@pytest.mark.parametrize(
    ("field", "chosen", "kept"),
    [
        ("pain", 7.0, 7.0),
        ("reason", "ill", "ill"),
        ("note", "two\nlines", "two\nlines"),
        ("time", time(7, 5), "07:05"),
        ("day", date(2026, 3, 3), pd.Timestamp("2026-03-03")),
    ],
)
def test_a_field_that_is_changed_is_changed_in_the_log_and_no_other(log, editor, field, chosen, kept):
    before = log.days().set_index("day_id")
    choose(editor, 2)
    day_id = editor._which.value
    save(editor, **{field: chosen})
    after = log.days().set_index("day_id")
    assert after.at[day_id, field] == kept
    before.at[day_id, field] = kept
    pd.testing.assert_frame_equal(after.sort_index(), before.sort_index())
    assert said(editor).startswith(f"What you said of 4 Mar 2026 was changed: {field} ")


def test_a_field_that_is_emptied_is_missing(log, editor):
    choose(editor, 2)
    save(editor, time=None, reason="")
    assert log.days()[["time", "reason"]].iloc[0].isna().all()


def test_a_day_is_added_and_taken_back(log, editor):
    save(editor, day=date(2026, 3, 9), pain=9.0, reason="pain")
    assert log.days()[["pain", "source"]].iloc[-1].tolist() == [9, "typed in"]
    assert said(editor) == "What you said of 9 Mar 2026 is in your log now."
    editor._steps.undo.click()
    assert [len(log.days()), said(editor)[:9]] == [2, "Took back"]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (
            {"day": date(2026, 3, 9)},
            "This day: pain, reason and note are all missing, expected one of them at least",
        ),
        ({"pain": 3.0}, "This day: the day is missing, expected one"),
        (
            {"day": date(2999, 1, 1), "pain": 3.0},
            "This day: it is 1 Jan 2999, expected a day that has been, or today",
        ),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is(log, editor, values, why):
    save(editor, **values)
    assert [said(editor), len(log.days())] == [why, 2]


def test_a_day_said_twice_is_told_to_be_there_and_with_other_words_to_stay(log, editor):
    for pain, told in (
        (4.0, "is in your log now."),
        (4.0, "already."),
        (5.0, "other words, which stay as they are."),
    ):
        fill(editor, day=date(2026, 3, 9), pain=pain)
        editor._save.click()
        assert said(editor).endswith(told)
        choose(editor, 0)
    assert log.days()["pain"].iloc[-1] == 4


def test_a_day_is_removed_and_comes_back(log, editor):
    assert remove(editor, 1) == "What you said of 6 Mar 2026 was removed; Undo brings it back."
    assert len(log.days()) == 1
    editor._steps.undo.click()
    assert len(log.days()) == 2


@pytest.fixture
def plans(tmp_path):
    """Return the form for plans, of a log with one."""
    log = hiplog.Log(tmp_path / "plans.sqlite")
    log.set_plan(2, since="2026-03-01")
    return hiplog.PlanEditor(log)


@pytest.fixture
def marks(tmp_path):
    """Return the form for dated words, of a log with one."""
    log = hiplog.Log(tmp_path / "marks.sqlite")
    log.mark("2026-03-01", "a new mattress")
    return hiplog.MarkEditor(log)


def rows(editor):
    """Return what the log has of the editor's table, without the ids."""
    return getattr(editor._log, editor.table.name)().drop(columns=editor.table.id).astype(str).to_numpy().tolist()


def test_a_plan_is_offered_corrected_removed_and_had_back(plans):
    assert offered(plans) == ["a new one", "2 a day from 1 Mar 2026 on"]
    choose(plans, 1)
    assert save(plans, plan=3, day=date(2026, 3, 5)) == (
        "The plan of 2 a day from 1 Mar 2026 on was changed: first day 5 Mar 2026 (was 1 Mar 2026); "
        "sessions a day 3 (was 2)."
    )
    assert rows(plans) == [["2026-03-05", "3"]]
    remove(plans, 1)
    assert [said(plans), rows(plans)] == [
        "The plan of 3 a day from 5 Mar 2026 on was removed; Undo brings it back.",
        [],
    ]
    plans._steps.undo.click()
    plans._steps.undo.click()
    assert rows(plans) == [["2026-03-01", "2"]]


def test_a_plan_is_typed_in_and_one_of_the_same_day_is_changed(plans):
    told = save(plans, plan=3, day=date(2026, 4, 1))
    assert told == "The plan of 3 a day from 1 Apr 2026 on is in your log now."
    save(plans, plan=1, day=date(2026, 4, 1))
    assert rows(plans) == [["2026-03-01", "2"], ["2026-04-01", "1"]]


def test_a_mark_is_typed_in_corrected_removed_and_had_back(marks):
    mark = {"day": date(2026, 4, 1), "words": "three <b>times</b> a day"}
    assert [save(marks, **mark), save(marks, **mark)] == [
        "The mark of 1 Apr 2026 is in your log now.",
        "The mark of 1 Apr 2026 was in your log already.",
    ]
    choose(marks, 1)
    told = save(marks, words="twice a day")
    assert told == "The mark of 1 Apr 2026 was changed: words twice a day (was three <b>times</b> a day)."
    assert save(marks, day=date(2026, 4, 3)) == (
        "The mark of 1 Apr 2026 was changed: day 3 Apr 2026 (was 1 Apr 2026)."
    )
    marks._steps.undo.click()
    remove(marks, 2)
    assert rows(marks) == [["2026-04-01", "twice a day"]]
    assert save(marks, day=date(2026, 4, 2), words="twice a day") == "The mark of 2 Apr 2026 is in your log now."
    marks._steps.undo.click()
    marks._steps.undo.click()
    assert rows(marks) == [["2026-03-01", "a new mattress"], ["2026-04-01", "twice a day"]]


def test_what_is_typed_in_is_kept_as_done_by_an_editor(editor, plans, marks):
    save(editor, day=date(2026, 3, 9), pain=9.0)
    save(plans, plan=3, day=date(2026, 4, 1))
    save(marks, day=date(2026, 4, 1), words="twice a day")
    assert [form._log.changes()["by"].iloc[0] for form in (editor, plans, marks)] == ["editor"] * 3


@pytest.mark.parametrize("form", [hiplog.HoldEditor, hiplog.DayEditor, hiplog.PlanEditor, hiplog.MarkEditor])
def test_a_form_begins_a_log_that_is_not_there_and_says_so_once(tmp_path, form):
    log = hiplog.Log(tmp_path / "new.sqlite")
    told = [said(form(log)) for _ in range(2)]
    assert [log.begun, len(log)] == [True, 0]
    assert told == [f"A new log was begun: {log.path}", ""]


def test_what_a_plan_or_a_mark_needs_is_said(plans, marks):
    plans._save.click()
    save(marks, day=date(2026, 4, 1))
    assert [said(plans), said(marks)] == [
        "This plan: the day is missing, expected one",
        "This mark: words is missing, expected a few words, like 'three times a day'",
    ]
    assert [len(rows(plans)), len(rows(marks))] == [1, 1]
