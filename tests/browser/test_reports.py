"""Notebook 07 in JupyterLab, from the choices to the report that its link opens; and charts without a kernel."""

from io import BytesIO

import pytest
from driver import TOKEN, begin_anew
from notebook_page import IDLE
from pypdf import PdfReader

from hiplog import lab as lab_folder

pytestmark = pytest.mark.browser

RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells').then(() => null)"
SAVE = "() => jupyterapp.commands.execute('docmanager:save').then(() => null)"
SHUT_DOWN = "() => jupyterapp.shell.currentWidget.sessionContext.shutdown()"
# Open it anew, without a kernel, as one does who was sent it.
REOPEN = """async (path) => {
  await jupyterapp.commands.execute("application:close-all");
  const kernelPreference = { shouldStart: false, canStart: false };
  await jupyterapp.commands.execute("docmanager:open", { path, factory: "Notebook", kernelPreference });
}"""
PICTURES = """() => [...document.querySelectorAll(".jp-OutputArea-output img")]
  .map((image) => [image.complete && image.naturalWidth > 300, image.alt])"""


@pytest.fixture
def open_notebook(lab, context):
    """Return a function that opens one of the notebooks in JupyterLab, and runs all of it."""
    address, root = lab
    log = root / lab_folder.LOG
    begin_anew(log)  # else it shows what an earlier test left there
    page = context.new_page()

    def open_notebook(name: str):
        page.goto(f"{address}/lab/workspaces/{name}/tree/notebooks/{name}.ipynb?token={TOKEN}")
        page.wait_for_function("window.jupyterapp")
        page.evaluate("jupyterapp.restored.then(() => null)")
        page.wait_for_function(IDLE)
        page.evaluate(RUN_ALL)
        return page

    yield open_notebook
    page.evaluate(SHUT_DOWN)
    page.close()


def test_a_report_is_chosen_seen_saved_and_opened_by_its_link(lab, open_notebook):
    page = open_notebook("07_make_a_report")
    shown = page.frame_locator("iframe[title='The report']")
    shown.get_by_text("9 Aug 2026 to 31 Oct 2026").first.wait_for()
    page.get_by_label("Days", exact=True).select_option("the last 4 weeks")
    shown.get_by_text("4 Oct 2026 to 31 Oct 2026").first.wait_for()
    page.get_by_label("What changed since").fill("a new mattress")
    page.get_by_label("What changed since").press("Enter")
    shown.get_by_text("Before, and since: a new mattress").wait_for()
    for suffix, name in (("html", "web page (HTML)"), ("pdf", "PDF")):
        page.get_by_label("As", exact=True).select_option(name)
        page.get_by_role("button", name="Save the report").click()
        page.get_by_text(f".{suffix}. The line below opens it.").wait_for()
        (path,) = (lab[1] / "data").glob(f"hip_report_*.{suffix}")
        page.get_by_role("link", name=path.name).click()
        page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", has_text=path.name).wait_for()
        page.evaluate("() => jupyterapp.commands.execute('application:activate-previous-tab').then(() => null)")
    assert "Hip balancing: a record" in PdfReader(BytesIO(path.read_bytes())).pages[0].extract_text()


@pytest.mark.parametrize(("name", "number"), [("03_see_your_progress", 5)])
def test_a_saved_notebook_opened_without_a_kernel_shows_each_chart_and_its_words(open_notebook, name, number):
    page = open_notebook(name)
    page.evaluate(SAVE)
    page.evaluate(SHUT_DOWN)
    page.evaluate(REOPEN, f"notebooks/{name}.ipynb")
    page.wait_for_function(f"{number} <= document.querySelectorAll('.jp-OutputArea-output img').length")
    pictures = page.evaluate(PICTURES)
    assert len(pictures) == number
    assert all(seen and "." in words for seen, words in pictures)
