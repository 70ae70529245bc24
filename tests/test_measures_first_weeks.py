"""The last 28 days of a side against the log's first."""

import numpy as np
import pandas as pd
import pytest
from held import growing, held

from hiplog.measures.first_weeks import against_first_weeks
from hiplog.measures.holds.arrays import arrays_of
from hiplog.measures.holds.selection import chosen

NONE = {"left": 0, "right": 0}


def told(log: pd.DataFrame) -> dict[str, int]:
    return against_first_weeks(arrays_of(chosen("summary", log, "hip_balance")))


def noisy(days: int, seed: int, median_s=70.0) -> np.ndarray:
    return median_s * np.random.default_rng(seed).lognormal(0, 0.2, days)


def test_a_side_that_is_held_clearly_longer_is_told_and_one_that_is_level_is_not():
    left = noisy(84, 1) * np.linspace(1, 1.6, 84)
    assert told(held(left=left, right=noisy(84, 2), ended="let_go")) == {"left": 1, "right": 0}
    assert told(held(left=left[::-1], right=noisy(84, 2), ended="let_go")) == {"left": -1, "right": 0}


def test_spans_that_have_a_day_in_common_are_not_compared():
    """And a word wants a week in which it was so, as in `trend`."""
    assert told(growing(70)) == {"left": 1, "right": 1}
    assert told(growing(62)) == NONE


def test_going_from_three_sessions_a_day_to_one_is_no_change_of_the_holds():
    """The second and third hold of a day are a quarter shorter, the first are as they were."""
    rng = np.random.default_rng(3)
    three = pd.concat(
        [
            held(left=70 * share * rng.lognormal(0, 0.1, 50)).assign(
                started_at=lambda log, h=hour: log["started_at"] + pd.Timedelta(hours=h)
            )
            for hour, share in ((7, 1.0), (13, 0.75), (19, 0.75))
        ]
    )
    one = held(left=70 * rng.lognormal(0, 0.1, 40))
    one["started_at"] += pd.Timedelta(days=50, hours=7)
    log = pd.concat([three, one], ignore_index=True).assign(ended="let_go")
    firsts = log[log["started_at"].dt.hour == 7]
    assert told(log) == told(firsts) == NONE
    assert (
        told(log[(log["started_at"].dt.hour != 7) | (log["started_at"] >= one["started_at"].min())])["left"] == 1
    )


def test_one_good_day_at_the_end_brings_no_change():
    left = noisy(84, 5)
    left[28:] *= 1.09
    seen = [told(held(left=left[:n], ended="let_go"))["left"] for n in range(57, 85)]
    changes = np.count_nonzero(np.diff(seen))
    assert changes <= 2


@pytest.mark.parametrize("log", [held(left=[120.0] * 90, target_s=120.0), held(left=[1.0] * 80), growing(20)])
def test_nothing_is_told_where_nothing_can_be_fitted(log):
    assert told(log) == NONE
