"""What the page's detector of knocks makes of recordings; more of them, and speech, in benchmarks/knocks.py."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
import recordings
from playwright._impl._driver import compute_driver_executable

RUNNER = Path(__file__).parent / "onsets_of.mjs"
NEAR_S = 0.03


def found(made):
    node, _ = compute_driver_executable()
    return [each["pairs"] for each in recordings.found(node, RUNNER, made)]


def test_two_knocks_or_claps_are_heard_on_each_floor_and_in_each_room_and_the_first_is_the_end():
    rng = np.random.default_rng(11)
    room = lambda seconds: recordings.quiet(rng, round(seconds * recordings.RATE))  # noqa: E731
    cases = product(recordings.KINDS, recordings.ROOMS_S)
    made = [recordings.two_knocks(rng, kind, room_s, 2, room) for kind, room_s in cases]
    heard = [
        len(ends) == 1 and abs(ends[0] - of.end_s) <= NEAR_S for ends, of in zip(found(made), made, strict=True)
    ]
    assert sum(heard) >= len(made) - 1  # in a bare room two that are quick and soft run into each other


@pytest.mark.parametrize("name", ["house", "vacuum", "music", "cues"])
def test_where_nobody_knocks_nothing_ends(name):
    made = getattr(recordings, name)(np.random.default_rng(12), 15)
    assert found([made if name == "cues" else recordings.Recording(made)]) == [[]]


def test_the_sounds_of_the_page_are_known_to_the_recordings():
    assert set(recordings.page_sounds()) == {"ready", "tick", "start", "half", "target", "switch", "end"}
