"""The timer's pure functions, tested in JavaScript by the node that playwright brings."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable


@pytest.mark.parametrize("tests", ["machine.mjs", "cues.mjs", "settings.mjs", "words.mjs"])
def test_the_pure_functions_keep_their_word(tests):
    node, _ = compute_driver_executable()
    command = [node, "--test", "--test-reporter=spec", Path(__file__).parent / tests]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout
    assert int(re.search(r"pass (\d+)", done.stdout)[1]) > 5
