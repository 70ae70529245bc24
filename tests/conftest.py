"""What every test may ask for."""

import os

import chromium
import pytest


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Return the path of a Chromium, Chrome or Edge; without one a test is left out, which in CI is a failure."""
    path = chromium.find()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(chromium.NONE)
    return path
