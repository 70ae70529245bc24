"""The built site in a real browser, from the disk: wide and phone-wide, light and dark, its search, and axe.

`make look` runs it on what `make docs` has built.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))
import chromium  # noqa: E402

SITE = HERE / "_build/html"
WIDTHS = {"wide": 1366, "phone": 390}
LOOKED_AT = [
    "index.html",
    "start/with_a_sore_hip.html",
    "how_to/read_the_charts.html",
    "gallery/charts.html",
    "reference/columns.html",
    "reference/command_line.html",
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """Yield one browser for all pages."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=[(width, scheme) for width in WIDTHS for scheme in ("light", "dark")], ids="-".join)
def page(browser, request) -> Iterator[Page]:
    """Yield a page of some width, light or dark, that reaches nothing but the disk."""
    width, scheme = request.param
    page = browser.new_page(viewport={"width": WIDTHS[width], "height": 800}, color_scheme=scheme)
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    yield page
    page.close()


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_is_no_wider_than_its_window_and_axe_finds_nothing(page, name):
    """Look at one page."""
    page.goto((SITE / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    pictures = page.evaluate("[...document.images].filter(one => !one.complete || !one.naturalWidth).length")
    assert pictures == 0
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], node["target"], node["html"][:120]) for one in found for node in one["nodes"]] == []


@pytest.mark.parametrize(("asked", "leads_to"), [("symmetry angle", "measures"), ("port", "the_port_is_taken")])
def test_the_search_finds_a_page_without_a_server(page, asked, leads_to):
    """Search as a reader does."""
    page.goto(f"{(SITE / 'search.html').as_uri()}?q={asked.replace(' ', '+')}")
    page.locator("#search-results li a").first.wait_for()
    links = page.locator("#search-results li a").evaluate_all("all => all.map(one => one.href)")
    assert any(leads_to in link for link in links)


def test_the_site_asks_nothing_of_another_host(browser):
    """Open every page, and note what it asks for."""
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(SITE.rglob("*.html")):
        page.goto(path.as_uri(), wait_until="load")
    assert {url.partition(":")[0] for url in asked} == {"file"}
    page.close()
