"""Notebook 07 in JupyterLab, from its choices to the report that opens; charts without a kernel; paper."""

import unicodedata
from io import BytesIO

import pandas as pd
import pytest
from diaries import diary
from driver import TOKEN, begin_anew
from notebook_page import IDLE
from pypdf import PdfReader

import hiplog
from hiplog import lab as lab_folder
from hiplog.charts.parts.text import SMALL, points
from hiplog.schema import Diary

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
    assert not page.locator(".hiplog-without-form").is_visible()
    for suffix, name in (("html", "web page (HTML)"), ("pdf", "PDF")):
        page.get_by_label("As", exact=True).select_option(name)
        page.get_by_role("button", name="Save the report").click()
        page.get_by_text(f".{suffix}. The line below opens it.").wait_for()
        (path,) = (lab[1] / "data").glob(f"hip_report_*.{suffix}")
        page.get_by_role("link", name=path.name).click()
        page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", has_text=path.name).wait_for()
        page.evaluate("() => jupyterapp.commands.execute('application:activate-previous-tab').then(() => null)")
    assert "Hip balancing: a record" in PdfReader(BytesIO(path.read_bytes())).pages[0].extract_text()


@pytest.mark.parametrize(("name", "number"), [("03_see_your_progress", 5), ("07_make_a_report", 1)])
def test_a_saved_notebook_opened_without_a_kernel_shows_each_chart_and_its_words(open_notebook, name, number):
    page = open_notebook(name)
    page.evaluate(SAVE)
    page.evaluate(SHUT_DOWN)
    page.evaluate(REOPEN, f"notebooks/{name}.ipynb")
    page.wait_for_function(f"{number} <= document.querySelectorAll('.jp-OutputArea-output img').length")
    pictures = page.evaluate(PICTURES)
    assert len(pictures) == number
    assert all(seen and "." in words for seen, words in pictures)


DAYS = pd.date_range("2026-10-03", periods=25).astype("str")
MARKS = Diary(marks=pd.DataFrame({"day": DAYS, "words": "a very new mattress " * 9}))
PRINTED = {
    "a year": (hiplog.example(), {"name": "Anna", "sessions": True, "weeks": 52}),
    "what changed": (hiplog.example(), {"compare_since": "2026-08-01"}),
    "marks": (hiplog.example(), {"diary": MARKS, "compare_since": "2026-10-04"}),
    "six holds": (diary(3), {}),
    "one side": (diary(40, sides=("left",)), {"sessions": True}),
    "ten years": (diary(3650), {}),
}


PAPER_MM = {"A4": 210, "Letter": 215.9}


def least_letter(page, paper_mm):
    """Return the points of the smallest letters of a report, as printed: of its text, and of its drawings."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round((paper_mm - 2 * 13) / 25.4 * 96), "height": 900})
    in_px = page.evaluate(
        """small => Math.min(...[...document.querySelectorAll("body *")].filter(each => each.innerText)
            .map(each => parseFloat(getComputedStyle(each).fontSize)),
            ...[...document.querySelectorAll("figure svg")].map(
                each => small * each.getBoundingClientRect().width / each.viewBox.baseVal.width))""",
        points(SMALL),
    )
    return in_px * 72 / 96


def alike(text):
    """Return text whose letters are apart, though a font may join f and i."""
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("of", PRINTED)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_report_of_html_is_printed_with_its_first_page_on_one_sheet_and_nothing_is_cut(
    context, tmp_path, of, paper
):
    holds, given = PRINTED[of]
    path = hiplog.write_report(holds, tmp_path / "report.html", today="2026-11-02", **given)
    page = context.new_page()
    page.goto(path.as_uri())
    first, whole = (alike(" ".join(page.locator(of).all_inner_texts())) for of in ("header, .first", "body"))
    assert least_letter(page, PAPER_MM[paper]) >= 8
    page.pdf(path=tmp_path / "report.pdf", format=paper)
    page.close()
    printed = PdfReader(tmp_path / "report.pdf").pages
    sheets = [alike(sheet.extract_text()) for sheet in printed]
    assert 2 <= len(sheets) <= (20 if given.get("sessions") else 4)
    assert set(first.split()) <= set(sheets[0].split())
    assert sheets[1].startswith("In sentences")
    assert set(whole.split()) <= set(" ".join(sheets).split())
