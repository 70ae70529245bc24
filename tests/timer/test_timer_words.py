"""The timer's modules, tested in JavaScript by the node that playwright brings."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

PURE = ["machine.mjs", "cues.mjs", "settings.mjs", "words.mjs", "saved.mjs", "view.mjs"]
IN_THE_HAND = ["hand.mjs", "headset.mjs", "microphone.mjs", "knocks.mjs"]
IN_ZONES = ["records.mjs", "day.mjs", "keep.mjs", "signals.mjs"]
ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"]


def run(tests: str, zone: str = "UTC") -> int:
    """Run the tests of one file and return how many passed; none may fail."""
    node, _ = compute_driver_executable()
    command = [node, "--test", "--test-reporter=spec", Path(__file__).parent / tests]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=os.environ | {"TZ": zone})
    assert done.returncode == 0, done.stdout
    return int(re.search(r"pass (\d+)", done.stdout)[1])


@pytest.mark.parametrize("tests", PURE + IN_THE_HAND)
def test_the_pure_functions_keep_their_word(tests):
    assert run(tests) > 4


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("tests", IN_ZONES)
def test_what_knows_of_clocks_and_days_keeps_its_word_in_every_zone(tests, zone):
    assert run(tests, zone) > 5


def test_random_lives_lose_no_hold():
    assert run("keep_lives.mjs") == 1


def test_random_lives_record_what_happened_and_nothing_else():
    assert run("lives.mjs", "Europe/Berlin") == 1
