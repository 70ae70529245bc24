"""A browser for all tests of this folder, and a blank page for each."""

from collections.abc import Iterator

import pytest
import timer_page
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser(playwright, browser_path) -> Iterator[Browser]:
    """Start a browser of its own: tests here set storage, clocks and media as they like."""
    browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """Yield a blank page with the harness; an error or a warning on it fails the test."""
    page = timer_page.blank_page(browser)
    failures = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda message: failures.append(message.text) if message.type != "log" else None)
    yield page
    page.context.close()
    assert failures == []
