"""The form for days without a hold: what it does to the log, and what it says of that."""

import html
import re
from datetime import date, time

import pandas as pd
import pytest

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


def choose(editor, number):
    editor._which.value = editor._which.options[number][1]


def fill(editor, **values):
    for name, value in values.items():
        editor._fields[name].value = value


def said(editor):
    return html.unescape(re.fullmatch(r'<p role="status">([^<]*)</p>', editor._said.value)[1])


def test_the_days_are_offered_newest_first(editor):
    assert [name for name, _ in editor._which.options] == [
        "one to say something of",
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
    fill(editor, **{field: chosen})
    editor._save.click()
    after = log.days().set_index("day_id")
    assert after.at[day_id, field] == kept
    before.at[day_id, field] = kept
    pd.testing.assert_frame_equal(after.sort_index(), before.sort_index())
    assert said(editor).startswith(f"What you said of 4 Mar 2026 was changed: {field} ")


def test_a_field_that_is_emptied_is_missing(log, editor):
    choose(editor, 2)
    fill(editor, time=None, reason="")
    editor._save.click()
    assert log.days()[["time", "reason"]].iloc[0].isna().all()


def test_a_day_is_added_and_taken_back(log, editor):
    fill(editor, day=date(2026, 3, 9), pain=9.0, reason="pain")
    editor._save.click()
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
        ({"pain": 3.0}, "This day: the day is missing, expected the one of which you say something"),
        (
            {"day": date(2999, 1, 1), "pain": 3.0},
            "This day: it is 1 Jan 2999, expected a day that has been, or today",
        ),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is(log, editor, values, why):
    fill(editor, **values)
    editor._save.click()
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
    choose(editor, 1)
    editor._remove.click()
    assert said(editor) == "What you said of 6 Mar 2026 was removed; Undo brings it back."
    assert len(log.days()) == 1
    editor._steps.undo.click()
    assert len(log.days()) == 2
