"""axe finds nothing to complain of: in the timer in each phase and each of JupyterLab's themes, and in the editor.

Contrast is another test's: in JupyterLab's outputs axe cannot tell what is painted behind a text.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

import hiplog

pytestmark = pytest.mark.browser

THEMES = ["JupyterLab Dark", "JupyterLab Dark High Contrast", "JupyterLab Light"]  # all it has; the last one stays
# The phases in the order of a session, and what is pressed to come from the one before to each of them.
PRESSED = {
    "ready": [],
    "settings": ["Settings"],
    "prepare": ["Close settings", "Start"],
    "hold": ["Start now"],
    "count": ["Stop"],
    "again": ["Do it again", "Start now", "I was interrupted"],
    "switch": ["Go on to the left side"],
    "rate": ["Finish here"],
    "mend": ["Correct the times"],
    "done": ["Leave as it was", "Finish"],
    "sure": ["Delete this session"],
}


def complaints(timer, where=".hiplog-timer"):
    found = Axe().run(timer.page, where).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.fixture(params=THEMES)
def timer(request, open_timer):
    timer = open_timer()
    timer.command("apputils:change-theme", {"theme": request.param})
    timer.page.locator(f"body[data-jp-theme-name='{request.param}']").wait_for(state="attached")
    return timer


def test_axe_finds_nothing_in_any_phase(timer):
    found = {}
    for phase, pressed in PRESSED.items():
        for name in pressed:
            timer.press(name)
        found[phase] = complaints(timer)
    assert found == {phase: [] for phase in PRESSED}


def test_axe_would_find_a_button_without_a_name(open_timer):
    timer = open_timer()
    timer.view().evaluate("view => view.append(document.createElement('button'))")
    assert [complaint.split(":")[0] for complaint in complaints(timer)] == ["button-name"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_report(notebook, tmp_path, scheme):
    path = hiplog.write_report(hiplog.example(), tmp_path / "report.html", sessions=True, today="2026-11-02")
    page = notebook.page.context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page).response["violations"]
    page.close()
    assert [rule["id"] for rule in found] == []


def test_axe_finds_nothing_in_the_editor_of_holds(notebook):
    notebook.show("hiplog.HoldEditor(log)")
    notebook.page.get_by_role("button", name="Add this hold").wait_for()
    assert complaints(notebook, ".jp-OutputArea-output") == []
