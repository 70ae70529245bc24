"""The form that corrects the log: what is done to the log, and what it says of that."""

from datetime import date, time

import pandas as pd
import pytest
from forms import choose, offered, remove, said, save

import hiplog
from hiplog.schema import conform


@pytest.fixture
def log(tmp_path):
    """Return a log of one timed session: right 40 s with a note, left 30.25 s with pain 4.5."""
    log = hiplog.Log(tmp_path / "log.sqlite")
    began = ["2026-03-04 07:10:01.5", "2026-03-04 07:13"]
    holds = {"started_at": began, "side": ["right", "left"], "hold_s": [40.0, 30.25], "source": "timer"}
    log.add(conform(pd.DataFrame(holds | {"note": ["stiff", None], "pain_after": [None, 4.5]})))
    return log


@pytest.fixture
def editor(log):
    return hiplog.HoldEditor(log)


def type_in(editor, held="1:35", **values):
    save(editor, day=date(2026, 3, 5), time=time(7, 10), hold_s=held, **values)


def test_the_holds_are_offered_newest_first_after_one_to_type_in(editor):
    assert offered(editor) == [
        "a new one, done without the timer",
        "4 Mar 2026, 07:13, left, 0:30, Hip balancing",
        "4 Mar 2026, 07:10, right, 0:40, Hip balancing",
    ]


def test_a_chosen_hold_stands_in_the_fields_as_it_is_in_the_log(editor):
    choose(editor, 1)
    shown = {name: field.value for name, field in editor._fields.items()}
    assert (shown["side"], shown["hold_s"], shown["pain_after"]) == ("left", "30.25", 4.5)
    assert (shown["ended"], shown["pain_before"], shown["note"]) == ("", "", "")
    assert (shown["day"], shown["time"]) == (date(2026, 3, 4), time(7, 13))


@pytest.mark.parametrize(
    ("field", "chosen", "column", "kept"),
    [
        ("hold_s", "1:05", "hold_s", 65.0),
        ("side", "right", "side", "right"),
        ("ended", "pain", "ended", "pain"),
        ("pain_before", 0.0, "pain_before", 0.0),
        ("note", "<b>two\nlines", "note", "<b>two\nlines"),
        ("exercise", "quad_stretch", "exercise", "quad_stretch"),
        ("time", time(8, 0), "started_at", pd.Timestamp("2026-03-04 08:00")),
    ],
)
def test_a_field_that_is_changed_is_changed_in_the_log_and_no_other(log, editor, field, chosen, column, kept):
    before = log.holds().set_index("hold_id")
    choose(editor, 1)
    hold_id = editor._which.value
    save(editor, **{field: chosen})
    before.at[hold_id, column] = kept
    pd.testing.assert_frame_equal(log.holds().set_index("hold_id").loc[before.index], before)


def test_a_value_that_is_taken_out_of_a_field_is_missing(log, editor):
    choose(editor, 1)
    save(editor, pain_after="")
    assert log.holds()["pain_after"].isna().all()


def test_a_change_is_said_with_what_was_there_before(editor):
    choose(editor, 1)
    save(editor, hold_s="35", pain_after=6.0, ended="let_go")
    changes = "seconds 35 (was 30.25); why it ended let go (was none); pain after 6 (was 4.5)"
    assert said(editor) == f"The left hold of 4 Mar 2026, 07:13, 0:30, was changed: {changes}."


def test_saving_with_nothing_changed_is_no_change(log, editor):
    choose(editor, 2)
    assert save(editor) == "Nothing was changed: the fields are as they were."
    assert log.undo().startswith("Took back the session")


def test_a_hold_that_is_removed_is_back_after_undo(log, editor):
    assert remove(editor, 1) == "The left hold of 4 Mar 2026, 07:13, 0:30, was removed; Undo brings it back."
    assert log.holds()["side"].tolist() == ["right"]
    editor._steps.undo.click()
    assert said(editor) == "Took back a removal: 1 hold back in the log."
    assert len(log.holds()) == 2
    assert len(editor._which.options) == 3


def test_a_session_is_removed_at_once(log, editor):
    choose(editor, 2)
    editor._of_one[1].click()
    assert said(editor) == "The session of 4 Mar 2026, 07:10 was removed, 2 in all; Undo brings it back."
    assert len(log.holds()) == 0


def test_nothing_can_be_removed_while_no_hold_is_chosen(editor):
    assert (editor._of_one[0].disabled, editor._of_one[1].disabled) == (True, True)
    choose(editor, 1)
    assert (editor._of_one[0].disabled, editor._of_one[1].disabled) == (False, False)


def test_a_hold_done_without_the_timer_is_added_as_it_was_typed(log, editor):
    type_in(editor, side="left", pain_after=0.0, note=" by the sea ")
    assert said(editor) == "The left hold of 5 Mar 2026, 07:10, 1:35, is in your log now."
    hold = log.holds().iloc[-1]
    assert (hold["started_at"], hold["side"], hold["hold_s"]) == (pd.Timestamp("2026-03-05 07:10"), "left", 95.0)
    assert (hold["pain_after"], hold["note"], hold["source"]) == (0.0, " by the sea ", "typed in")
    assert hold[["target_s", "ended", "pain_before", "utc_offset_min"]].isna().all()


def test_a_hold_typed_in_twice_is_in_the_log_once(log, editor):
    type_in(editor)
    type_in(editor)
    assert said(editor) == "The right hold of 5 Mar 2026, 07:10, 1:35, was in your log already."
    assert len(log.holds()) == 3


def test_holds_typed_in_within_an_hour_are_one_session(log, editor):
    type_in(editor)
    save(editor, day=date(2026, 3, 5), time=time(8, 10), hold_s="60", side="left")
    type_in(editor, side="left", exercise="quad_stretch", held="61")
    assert log.holds()["session_id"].nunique() == 2


def test_a_hold_typed_in_more_than_an_hour_later_is_another_session(log, editor):
    type_in(editor)
    save(editor, day=date(2026, 3, 5), time=time(8, 10, 1), hold_s="60")
    assert log.holds()["session_id"].nunique() == 3


def test_a_time_that_is_not_known_is_the_beginning_of_the_day(log, editor):
    save(editor, day=date(2026, 3, 5), hold_s="60")
    assert log.holds()["started_at"].iloc[-1] == pd.Timestamp("2026-03-05")


def test_undo_takes_back_only_the_hold_that_was_typed_in(log, editor):
    save(editor, day=date(2026, 3, 4), time=time(7, 20), hold_s="60")
    editor._steps.undo.click()
    assert said(editor) == "Took back the right hold of 4 Mar 2026, 07:20: 1 hold out of the log again."
    assert len(log.holds()) == 2


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("1:3x", "This hold: Held is '1:3x', expected seconds or minutes:seconds, like 95 or 1:35"),
        ("", "This hold: Held is '', expected seconds or minutes:seconds, like 95 or 1:35"),
        ("40, 50", "This hold: Held is '40, 50', expected seconds or minutes:seconds, like 95 or 1:35"),
        ("left 40", "This hold: Held is 'left 40', expected seconds or minutes:seconds, like 95 or 1:35"),
    ],
)
def test_seconds_that_cannot_be_read_are_one_sentence_and_stay_in_the_field(log, editor, held, expected):
    type_in(editor, held)
    assert said(editor) == expected
    assert editor._fields["hold_s"].value == held
    assert len(log.holds()) == 2


def test_a_day_that_is_missing_or_to_come_is_one_sentence(log, editor):
    assert save(editor, hold_s="60") == "This hold: the day is missing, expected the day on which it was done"
    told = save(editor, day=date(2126, 3, 5))
    assert told == "This hold: it begins on 5 Mar 2126, 00:00, expected a time that has been"
    assert len(log.holds()) == 2


def test_a_hold_that_went_out_of_the_log_meanwhile_is_one_sentence(log, editor):
    choose(editor, 1)
    log.remove(editor._which.value)
    save(editor, hold_s="35")
    assert "there is no hold" in said(editor)


def test_a_log_that_cannot_be_reached_is_one_sentence(log, editor):
    log.path.unlink()
    type_in(editor)
    assert "log.sqlite" in said(editor)


def test_markup_in_a_note_is_text_in_all_that_is_said(editor):
    choose(editor, 1)
    save(editor, note="<img src=x>")
    assert "&lt;img src=x&gt;" in editor._said.value
    assert "<img" not in editor._said.value


def test_undo_names_what_it_takes_back_and_redo_what_it_makes_again(log, editor):
    assert editor._steps.redo.disabled
    choose(editor, 1)
    save(editor, hold_s="31")
    assert editor._steps.undo.description == f"Undo: {log.next_undo()}"
    editor._steps.undo.click()
    assert editor._steps.redo.description == f"Redo: {log.next_redo()}"
    editor._steps.redo.click()
    assert log.holds()["hold_s"].tolist() == [40.0, 31.0]


def test_what_was_not_done_here_is_taken_back_only_when_pressed_again(tmp_path, log):
    editor = hiplog.HoldEditor(hiplog.Log(log.path))
    editor._steps.undo.click()
    what = hiplog.Log(log.path).next_undo()
    assert said(editor) == f"This was not done here: {what}. Press Undo again to take it back."
    assert len(log.holds()) == 2
    editor._steps.undo.click()
    assert said(editor).startswith("Took back")
    assert len(log.holds()) == 0


def test_undo_takes_back_nothing_else_where_the_log_has_changed_since(log, editor):
    choose(editor, 1)
    save(editor, hold_s="31")
    hiplog.Log(log.path).remove(log.holds()["hold_id"].tolist())
    editor._steps.undo.click()
    assert len(log.holds()) == 0


def test_why_a_hold_ended_follows_its_seconds_and_that_is_said(tmp_path):
    log = hiplog.Log(tmp_path / "reached.sqlite")
    row = {"started_at": ["2026-03-04 07:10"], "side": ["left"], "hold_s": [120.0], "target_s": [120.0]}
    log.add(pd.DataFrame(row | {"ended": ["target"], "source": "timer"}))
    editor = hiplog.HoldEditor(log)
    choose(editor, 1)
    save(editor, hold_s="80")
    assert log.holds()["ended"].tolist() == ["let_go"]
    assert "seconds 80 (was 120); why it ended let go (was target)" in said(editor)


def test_a_hold_moved_to_another_day_leaves_its_session_there(log, editor):
    choose(editor, 1)
    save(editor, day=date(2026, 3, 6))
    assert log.holds()["session_id"].nunique() == 2
    assert "it belongs to another session now" in said(editor)


def test_holds_typed_in_one_after_the_other_are_one_session(log, editor):
    type_in(editor, "1:00", side="right")
    save(editor, side="left", time=time(7, 14), day=date(2026, 3, 5), hold_s="50")
    assert log.holds()["session_id"].tail(2).nunique() == 1


def test_what_the_editor_does_is_kept_as_done_by_it(log, editor):
    type_in(editor)
    remove(editor, 1)
    choose(editor, 1)
    editor._of_one[1].click()
    assert log.changes()["by"].head(3).tolist() == ["editor"] * 3


def test_a_hold_that_pain_ended_has_its_star_in_the_list(log):
    log.change(log.holds()["hold_id"][0], ended="pain")
    names = offered(hiplog.HoldEditor(log))
    assert names[2] == "4 Mar 2026, 07:10, right, 0:40, Hip balancing, ended by pain"
    assert "pain" not in names[1]


def test_each_field_that_is_changed_is_told_under_its_name_with_what_it_was(editor):
    choose(editor, 1)
    moved = {"day": date(2026, 3, 5), "time": time(8, 0), "exercise": "quad_stretch", "side": "right"}
    told = save(editor, **moved, hold_s="65", ended="let_go", pain_before=3.0, pain_after=2.0, note="by the sea")
    assert told == (
        "The left hold of 4 Mar 2026, 07:13, 0:30, was changed: begin 5 Mar 2026, 08:00 (was 4 Mar 2026, 07:13); "
        "exercise quad stretch (was hip balance); side right (was left); seconds 65 (was 30.25); why it ended let "
        "go (was none); pain before 3 (was none); pain after 2 (was 4.5); note by the sea (was none); it "
        "belongs to another session now."
    )
