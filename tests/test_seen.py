"""No level of a side is told beyond what could be seen: holds stop at their target."""

import re

import drawn
import numpy as np
import pytest
from held import held
from matplotlib.figure import Figure

import hiplog
from hiplog.sentences.tables import as_written
from hiplog.verdicts.comparison import compare_in_words

AT = "2026-02-05"
A_LEVEL = re.compile(r"(?<![\d:])(\d):(\d\d)(?!\d)")


def grown(seed: int, target_s: float, *, stops: bool = True):
    """Return a log of eight to sixteen weeks that grows to its target and beyond, or falls from there."""
    rng = np.random.default_rng(seed)
    day = np.arange(rng.integers(56, 112))
    paths = rng.uniform(0.5, 1.2, (2, 1)) * np.exp(rng.uniform(-0.01, 0.03, (2, 1)) * day)
    able_s = target_s * paths * rng.lognormal(0, rng.uniform(0.1, 0.3), (2, len(day)))
    lasted_s = np.minimum(able_s, target_s) if stops else able_s
    return held(*lasted_s.round(1), target_s=target_s)


def told(log) -> str:
    """Return all that is said of a log in words and in the words of its charts."""
    changes = hiplog.compare(log, at=AT)
    charts = [hiplog.plot_progress(log, ax=axes()), hiplog.plot_hold_probability(log, ax=axes())]
    charts += [hiplog.plot_balance(log, ax=axes()), hiplog.plot_compare(log, at=AT, ax=axes())]
    drawings = [text for ax in charts for text in (drawn.finding(ax), drawn.topic(ax), *drawn.words(ax))]
    return "\n".join([str(hiplog.summary(log)), *compare_in_words(changes), *drawings])


def axes():
    return Figure(figsize=(7.2, 4.2)).subplots()


def levels(words: str) -> list[int]:
    return [60 * int(minutes) + int(seconds) for minutes, seconds in A_LEVEL.findall(words)]


@pytest.mark.parametrize("seed", range(12))
def test_no_seconds_are_said_anywhere_above_the_target_at_which_holds_stop(seed):
    target_s = (60.0, 90.0, 120.0)[seed % 3]
    log = grown(seed, target_s)
    words = told(log)
    assert levels(words)
    assert max(levels(words)) <= target_s
    assert not re.search(r"\d s\b(?! a week)", words)
    table = as_written(hiplog.compare(log, at=AT)).data
    cells = table.loc[table["What"] == "typical", ["Before", "Since"]].to_numpy().ravel()
    assert all(float(cell) <= target_s for cell in cells if cell)


def test_a_report_says_no_seconds_above_the_target(tmp_path):
    log = grown(2, 120.0)
    page = hiplog.write_report(log, tmp_path / "report.html", compare_since=AT, today="2026-04-20").read_text()
    words = re.sub(r"<(svg|style).*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    assert "2:00 or longer" in words
    assert max(levels(words)) <= 120


def test_a_side_that_came_to_its_target_is_not_said_to_grow_by_seconds_that_nobody_saw():
    rng = np.random.default_rng(3)
    able_s = 80 * np.exp(0.02 * np.arange(56)) * rng.lognormal(0, 0.2, 56)
    log = held(left=np.minimum(able_s, 120.0), target_s=120.0)
    (row,) = hiplog.trend(log).itertuples()
    assert (row.verdict.partition("_")[0], row.to_s, row.seen_to_s) == ("longer", 120.0, 120.0)
    (sentence,) = (said for said in hiplog.summary(log).sentences if "left holds grew" in said)
    assert re.search(r"left holds grew longer, from about 1:\d\d to 2:00 or longer", sentence)
    assert "s a week" not in sentence


def test_levels_beyond_the_target_are_said_where_holds_went_on_beyond_it():
    log = held(left=np.random.default_rng(1).normal(95, 5, 56).round(1), target_s=60.0)
    (row,) = hiplog.typical_hold(log).itertuples()
    assert (row.verdict, row.seen_s > 95) == ("known", True)
    assert re.search(r"left side was typically held for 1:3\d \(1:3\d to 1:3\d\)", str(hiplog.summary(log)))


@pytest.mark.parametrize(("n", "seen_s"), [(4, 120.0), (5, 130.0)])
def test_holds_that_went_on_show_what_can_be_seen_from_five_on(n, seen_s):
    seconds = np.array([120.0] * 20 + [90.0] * 8)
    seconds[:n] = 130.0
    assert hiplog.typical_hold(held(left=seconds, target_s=120.0))["seen_s"].tolist() == pytest.approx([seen_s])


def test_where_no_target_is_known_there_is_no_end_to_what_is_seen():
    assert hiplog.typical_hold(held(left=[90.0, 95.0] * 9, ended="let_go"))["seen_s"].isna().all()
