"""The built site in a real browser, from the disk: wide and light, phone-wide and dark, its search, and axe.

`make look` runs it on what `make docs` has built. Axe looks at colours, which depend on light and dark, and at
what is there, which depends on the width: so two of the four are enough.
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
WIDE, PHONE = {"width": 1366, "height": 800}, {"width": 390, "height": 800}
LOOKS = {"wide-light": (WIDE, "light"), "phone-dark": (PHONE, "dark")}
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


@pytest.fixture(params=LOOKS)
def page(browser, request) -> Iterator[Page]:
    """Yield a page of some width, light or dark, that reaches nothing but the disk."""
    size, scheme = LOOKS[request.param]
    page = browser.new_page(viewport=size, color_scheme=scheme)
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    yield page
    page.close()


@pytest.mark.parametrize("name", LOOKED_AT)
def test_axe_finds_nothing_on_a_page_and_every_picture_is_there(page, name):
    """Look at one page."""
    page.goto((SITE / name).as_uri())
    pictures = page.evaluate("[...document.images].filter(one => !one.complete || !one.naturalWidth).length")
    assert pictures == 0
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], node["target"], node["html"][:120]) for one in found for node in one["nodes"]] == []


@pytest.mark.parametrize(("asked", "leads_to"), [("symmetry angle", "measures"), ("port", "the_port_is_taken")])
def test_the_search_finds_a_page_without_a_server(browser, asked, leads_to):
    """Search as a reader does."""
    page = browser.new_page()
    page.goto(f"{(SITE / 'search.html').as_uri()}?q={asked.replace(' ', '+')}")
    page.locator("#search-results li a").first.wait_for()
    links = page.locator("#search-results li a").evaluate_all("all => all.map(one => one.href)")
    assert any(leads_to in link for link in links)
    page.close()


def test_no_page_asks_anything_of_another_host_or_is_wider_than_its_window(browser):
    """Open every page, wide and then as narrow as a phone, and note what it asks for."""
    page, asked, too_wide = browser.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(SITE.rglob("*.html")):
        page.goto(path.as_uri(), wait_until="load")
        for size in (WIDE, PHONE):
            page.set_viewport_size(size)
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                too_wide.append((path.name, size["width"]))
    assert {url.partition(":")[0] for url in asked} == {"file"}
    assert too_wide == []
    page.close()
