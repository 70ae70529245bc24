"""All that hiplog says can be read in its place in docs/words.md, which is made of hiplog itself."""

import sys
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
sys.path.append(str(DOCS))
import words  # noqa: E402


def test_all_that_hiplog_says_can_be_read_in_its_place():
    assert words.PAGE.read_text("utf-8") == words.written()
