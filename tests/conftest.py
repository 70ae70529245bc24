"""What every test may ask for."""

import os
from collections.abc import Iterator

import chromium
import matplotlib
import pandas as pd
import pytest
from diaries import diary
from hypothesis import settings
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from playwright.sync_api import Playwright, sync_playwright

# The same examples on every run, and as long as a busy machine takes: no test is timed.
settings.register_profile("hiplog", derandomize=True, deadline=None)
settings.load_profile("hiplog")

# Texts as a fresh install has them, though the tests also install pyarrow; what they start as a process has both.
pd.options.mode.string_storage = "python"


matplotlib.use("agg")


@pytest.fixture
def ax() -> Iterator[Axes]:
    """Yield the axes of a figure of their own, which is closed afterwards."""
    figure, ax = plt.subplots()
    yield ax
    plt.close(figure)


@pytest.fixture(scope="session")
def two_months() -> pd.DataFrame:
    """Return a session a day for 60 days."""
    return diary(60)


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Return the path of a Chromium, Chrome or Edge; without one a test is left out, which in CI is a failure."""
    path = chromium.find()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(chromium.NONE)
    return path


@pytest.fixture(scope="session")
def playwright(browser_path) -> Iterator[Playwright]:
    """Yield the one playwright of a run: a second one cannot be started beside it."""
    with sync_playwright() as playwright:
        yield playwright


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that drive a browser, by whichever fixture they come by it, so that they can be left out."""
    for item in items:
        if "browser_path" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
