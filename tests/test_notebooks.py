"""Every notebook runs, top to bottom, in a copy of the tree, so that nothing of the reader's is touched."""

import os
import re
import shutil
from copy import deepcopy
from pathlib import Path

import matplotlib.font_manager  # builds its cache now, or a kernel would say on stderr that it does
import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from pypdf import PdfReader

import hiplog

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def ran(request, tmp_path_factory):
    """Run one notebook in a copy, with a home of its own; return the folder around both, and the notebook."""
    around = tmp_path_factory.mktemp("around")
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, around / "copy" / name)
    hiplog.Log(around / "copy/data/my_log.sqlite").begin()  # as `hiplog lab` begins it
    before = written_in(ROOT / "notebooks") | written_in(ROOT / "data")
    home = {"HOME": str(around / "home"), "IPYTHONDIR": str(around / "ipython")}
    notebook = nbformat.read(request.param, as_version=4)
    resources = {"metadata": {"path": str(around / "copy" / "notebooks")}}
    environment = os.environ | home | {"MPLCONFIGDIR": matplotlib.get_cachedir()}
    NotebookClient(notebook, timeout=120, allow_errors=True, resources=resources).execute(env=environment)
    return around, notebook, before


def written_in(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


CHART = r"hiplog\.explore\(|Picture\.of\(|hiplog\.ReportForm\("
WIDGET = r"hiplog\.(HoldTimer|ImportForm|HoldEditor|DayEditor|PlanEditor|MarkEditor|ReportForm)\("


def cells_with(what, notebook):
    """Return how many cells show such a thing, as a picture with its words."""
    return sum(bool(re.search(what, cell.source)) for cell in notebook.cells if cell.cell_type == "code")


def test_there_are_notebooks():
    assert NOTEBOOKS


def test_a_notebook_runs_top_to_bottom_with_no_error_and_no_warning(ran):
    outputs = [output for cell in ran[1].cells for output in cell.get("outputs", ())]
    assert [output for output in outputs if output.output_type == "error"] == []
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []


def test_a_notebook_shows_something_in_its_last_code_cell(ran):
    assert [cell for cell in ran[1].cells if cell.cell_type == "code"][-1].outputs


def test_an_exported_notebook_shows_each_chart_with_its_words(ran):
    notebook = deepcopy(ran[1])
    notebook.metadata.pop("widgets", None)  # which JupyterLab does not save either, unless it is told to
    charts, widgets = cells_with(CHART, notebook), cells_with(WIDGET, notebook)
    page, _ = HTMLExporter(exclude_input=True).from_notebook_node(notebook)
    words = re.findall(r'<img alt="([^"]+)"', page)
    assert len(words) == len(re.findall(r"<img\b", page)) == charts + widgets
    assert sum(said.endswith("to use it&gt;") for said in words) == widgets
    assert sum(len(re.findall(r"[.?]( |$)", said)) > 1 for said in words) == charts
    assert "children=" not in page


def test_an_exported_notebook_has_each_chart_where_a_browser_prints_it(ran, playwright, browser_path, tmp_path):
    charts = cells_with(CHART, ran[1])
    (tmp_path / "page.html").write_text(HTMLExporter().from_notebook_node(ran[1])[0], encoding="utf-8")
    browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
    page = browser.new_context(offline=True).new_page()
    page.goto((tmp_path / "page.html").as_uri(), wait_until="domcontentloaded")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    browser.close()
    printed = PdfReader(tmp_path / "page.pdf").pages
    assert len({image.data for sheet in printed for image in sheet.images}) == charts


def test_a_notebook_writes_nothing_outside_its_copy_of_the_tree(ran):
    around, _, before = ran
    assert written_in(ROOT / "notebooks") | written_in(ROOT / "data") == before
    assert {path.name for path in around.iterdir()} <= {"copy", "ipython"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path):
    code = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_notebook_begins_a_log_of_the_readers_in_silence(path):
    code = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code")
    opened = re.findall(r"Log\(([^)]*my_log[^)]*)\)", code)
    assert all("create=False" in arguments for arguments in opened)


def test_the_first_notebook_begins_with_what_to_press_and_folds_the_code_of_the_timer():
    first, timer, *_ = nbformat.read(NOTEBOOKS[0], as_version=4).cells
    assert first.source == "# Press **Run all** in the bar above, then **Start**"
    assert "HoldTimer" in timer.source
    assert timer.metadata.jupyter.source_hidden
