"""The form that brings in a file, used in a real notebook."""

import re

import pytest
from test_accessible import complaints

pytestmark = pytest.mark.browser

FORM = "hiplog.ImportForm(log)"
JAPANESE = "日付,左,右,痛み,メモ\n2025/11/03,62,75,2,腰\n2025/11/04,66,80,1,\n2025/11/05,6x,81,1,\n"


@pytest.fixture
def form(notebook):
    notebook.show(FORM)
    form = notebook.page.locator(".jp-OutputArea-output").filter(has_text="Choose a file")
    form.wait_for()
    return form


def choose(form, name, text):
    with form.page.expect_file_chooser() as chooser:
        form.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})


def test_a_file_is_looked_at_corrected_added_and_taken_back(notebook, form):
    choose(form, "hips.csv", JAPANESE)
    form.get_by_role("status").filter(has_text="5 holds found, 3 to 5 November 2025.").wait_for()
    assert form.get_by_role("region", name="Refused").inner_text().count("6x") == 1
    form.get_by_label("メモ").select_option("nothing")
    form.get_by_role("region", name="The holds").filter(has_not_text="腰").wait_for()
    assert notebook.holds() == []
    assert complaints(notebook, ".jp-OutputArea-output") == []
    form.get_by_role("button", name="Add to your log").click()
    form.get_by_role("status").filter(has_text="5 new holds of 5 added").wait_for()
    assert sorted(hold["hold_s"] for hold in notebook.holds()) == [62.0, 66.0, 75.0, 80.0, 81.0]
    form.get_by_role("button", name=re.compile("^Undo: an import")).click()
    form.get_by_role("status").filter(has_text="Took back an import").wait_for()
    assert notebook.holds() == []


def test_a_file_is_brought_in_with_the_keyboard_alone(notebook, form):
    (notebook.folder / "old.csv").write_text("date,left,right\n03/04/2026,62,75\n")
    keyboard = notebook.page.keyboard
    form.get_by_placeholder("or type its path").focus()
    keyboard.type("old.csv\n")
    form.get_by_role("region", name="Refused").filter(has_text="the choice beside Dates").wait_for()
    keyboard.press("Tab")
    assert form.get_by_label("Dates").evaluate("box => box === document.activeElement")
    cells = notebook.page.locator(".jp-Notebook .jp-Cell").count()
    keyboard.press("ArrowDown")
    form.get_by_role("status").filter(has_text="2 holds found, 3 April 2026.").wait_for()
    for _ in range(9):
        if form.get_by_role("button", name="Add to your log").evaluate("it => it === document.activeElement"):
            break
        keyboard.press("Tab")
    keyboard.press("Enter")
    form.get_by_role("status").filter(has_text="2 new holds of 2 added").wait_for()
    form.get_by_label("Dates").press("a")  # JupyterLab would make a new cell
    assert notebook.page.locator(".jp-Notebook .jp-Cell").count() == cells


def test_the_form_with_a_file_of_two_people_fits_a_laptop(notebook, form):
    page = notebook.page
    before = page.viewport_size
    page.set_viewport_size({"width": 1366, "height": 768})
    rows = "".join(f"P0{1 + day % 2},2026-01-{day:02},L,{60 + day}\n" for day in range(1, 29))
    choose(form, "patients.csv", f"patient_id,date,side,seconds\n{rows}")
    form.get_by_role("status").filter(has_text="choose whose they are beside Person").wait_for()
    assert form.get_by_role("button", name="Add to your log").is_disabled()
    form.get_by_label("Person").select_option("P02")
    form.get_by_role("status").filter(has_text="14 holds found").wait_for()
    box = form.bounding_box()
    assert box["height"] < 768 - 150  # JupyterLab's own bars
    assert form.evaluate("it => it.scrollWidth <= it.clientWidth")
    page.set_viewport_size(before)
