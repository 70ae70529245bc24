"""The editor of holds, used in a real notebook."""

import re

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def editor(notebook):
    notebook.show("hiplog.HoldEditor(log)")
    editor = notebook.page.locator(".jp-OutputArea-output").filter(has_text="Remove the whole session")
    editor.wait_for()
    return editor


def press(editor, name, says):
    editor.get_by_role("button", name=name, exact=isinstance(name, str)).click()
    editor.get_by_role("status").filter(has_text=says).wait_for()


def test_a_hold_is_typed_in_corrected_removed_and_brought_back(notebook, editor):
    editor.get_by_label("Day").fill("2026-03-05")
    editor.get_by_label("Time").fill("07:10")
    editor.get_by_label("Held").fill("1:35")
    editor.get_by_label("Side").select_option("left")
    press(editor, "Add this hold", "The left hold of 5 Mar 2026, 07:10, 1:35, is in your log now.")
    editor.get_by_label("Hold", exact=True).select_option("5 Mar 2026, 07:10, left, 1:35, Hip balancing")
    editor.get_by_role("button", name="Save what changed").wait_for()
    editor.get_by_label("Pain after").select_option("3")
    press(editor, "Save what changed", "pain after 3 (was none)")
    press(editor, "Remove this hold", "was removed; Undo brings it back.")
    assert notebook.holds() == []
    press(editor, re.compile("^Undo: a removal"), "Took back a removal")
    (hold,) = notebook.holds()
    assert (hold["started_at"], hold["side"], hold["hold_s"]) == ("2026-03-05T07:10:00", "left", 95.0)
    assert (hold["pain_after"], hold["source"]) == (3.0, "typed in")


def test_what_cannot_be_read_is_said_beside_the_form(notebook, editor):
    editor.get_by_label("Hold", exact=True).select_option("a new one, done without the timer")
    editor.get_by_label("Day").fill("2026-03-06")
    editor.get_by_label("Held").fill("<b>x")
    press(editor, "Add this hold", "Held is '<b>x', expected seconds or minutes:seconds")
    assert len(notebook.holds()) == 1
