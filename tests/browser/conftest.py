"""One server and one Chromium for all tests of this folder; a notebook, a kernel and a page for each module."""

import itertools
from collections.abc import Callable, Iterator

import driver
import notebook_page
import pytest
from playwright.sync_api import BrowserContext

NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def lab(tmp_path_factory) -> Iterator[tuple]:
    """Serve a reader's folder; its address and its root."""
    folder = tmp_path_factory.mktemp("lab")
    with driver.serve_lab(folder) as address:
        yield address, folder / "root"


@pytest.fixture(scope="session")
def context(browser_path, playwright) -> Iterator[BrowserContext]:
    """Return a browser that keeps what it fetched, as JupyterLab is large; each log has its own keys in it."""
    browser = driver.launch(playwright.chromium, browser_path)
    yield browser.new_context(viewport={"width": 1200, "height": 1400})
    browser.close()


@pytest.fixture(scope="module")
def notebook(lab, context) -> Iterator[notebook_page.Notebook]:
    """Open one notebook, in a page of its own, for all tests of a module."""
    address, root = lab
    page = context.new_page()
    notebook = notebook_page.Notebook(page, address, root / f"notebook{next(NUMBERS)}")
    notebook.open()
    yield notebook
    notebook.shut_down()
    page.close()


@pytest.fixture
def open_timer(notebook) -> Callable[..., notebook_page.Notebook]:
    """Show a timer with a log of its own, so that it knows of no session before."""
    return notebook.show_timer
