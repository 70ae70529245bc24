"""One interface that a stranger can guess: each measure and chart with each argument, frame and awkward log."""

import inspect
import warnings
from functools import cache
from typing import get_args, get_type_hints

import matplotlib
import numpy as np
import pandas as pd
import pytest

matplotlib.use("agg")

from diaries import diary, holds
from drawn import words
from matplotlib import pyplot as plt
from test_interchange import FRAMES, TIMES

import hiplog
from hiplog.schema import LogError, conform, empty


def parameters(name):
    return inspect.signature(getattr(hiplog, name)).parameters


OF_HOLDS = [
    name for name in hiplog.__all__ if inspect.isfunction(getattr(hiplog, name)) and "since" in parameters(name)
]
CHARTS = [name for name in OF_HOLDS if name.startswith("plot_")]
OTHERS = ["sessions", "summary"]
MEASURES = [name for name in OF_HOLDS if name not in (*CHARTS, *OTHERS, "write_report")]
DIARY = diary(40)
BAD = {
    "exercise": ["yoga", "", 5, ["hip_balance"], True],
    "days": [0, -1, 1.5, True, "28", np.nan, 10**9],
    "span_days": [0, -1, 1.5, None],
    "every_days": [0, -1, 1.5, "week"],
    "plan": [0, 4, True, 1.0, "2"],
    "diary": ["days.csv", 5, diary(3)],
    "since": ["xx", 5, "3/4/2026", pd.NaT],
    "until": ["xx", 5, "3/4/2026", pd.NaT],
    "today": ["xx", 5, "3/4/2026", pd.NaT, pd.Timestamp("2026-03-04", tz="UTC")],
    "color": ["blu", {"up": "red"}, {"left": "blu"}, 5],
    "label": [5, ["Anna"]],
    "ax": ["axes", 5, np.array([1, 2])],
    "figure": ["figure", 5],
    "holds": ["my_log.sqlite", "old.csv", None, 5, [1, 2], {"hold_s": [5]}],
}
CASES = [
    (name, argument, value)
    for name in [*MEASURES, *CHARTS, *OTHERS]
    for argument, values in BAD.items()
    if argument in parameters(name)
    for value in values
]


def called(name, log, **given):
    """Return what a function gives of a log: a frame, sentences, or all that a chart has drawn."""
    result = getattr(hiplog, name)(log, **given)
    if name in CHARTS:
        figure = result.figure if hasattr(result, "figure") else result
        figure.draw_without_rendering()
        result = drawn(figure)
        plt.close("all")
    return result


@cache
def expected(name):
    """Return what a function gives of the diary as it is."""
    return called(name, DIARY)


def drawn(figure):
    lines = [line.get_xydata().tolist() for ax in figure.axes for line in ax.lines]
    words = [text.get_text() for ax in figure.axes for text in (*ax.texts, ax.title)]
    return repr((lines, words, [text.get_text() for text in figure.texts]))


def assert_same(one, other):
    if isinstance(one, pd.DataFrame):
        pd.testing.assert_frame_equal(one, other)
    else:
        assert one == other


@pytest.mark.parametrize(("name", "argument", "value"), CASES, ids=lambda part: repr(part)[:30])
def test_an_argument_that_cannot_be_used_is_a_sentence_and_leaves_nothing_behind(name, argument, value):
    given = {"holds": DIARY} | {argument: value}
    where = "holds" if argument == "holds" else f"{name}: {argument}"
    with pytest.raises(LogError, match=rf"^{where}[:]? .*, expected ") as refused:
        getattr(hiplog, name)(**given)
    assert "\n" not in str(refused.value)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("name", [*MEASURES, *CHARTS, "summary"])
def test_the_exercise_is_hip_balancing_unless_given(name):
    assert parameters(name)["exercise"].default == "hip_balance"


@pytest.mark.parametrize("name", [*MEASURES, *CHARTS, "summary"])
def test_no_exercise_is_each_or_refused(name):
    takes = get_type_hints(getattr(hiplog, name))["exercise"]
    if type(None) in get_args(takes):
        assert set(getattr(hiplog, name)(DIARY, exercise=None)["exercise"]) == {"hip_balance"}
    else:
        with pytest.raises(LogError, match=rf"^{name}: exercise is None, expected one of hip_balance"):
            getattr(hiplog, name)(DIARY, exercise=None)


@pytest.mark.parametrize("name", [*MEASURES, *CHARTS, *OTHERS])
@pytest.mark.parametrize(("since", "until"), [("2026-03-10", None), (None, "2026-03-30")])
def test_a_span_is_answered_as_if_the_log_had_no_other_holds(name, since, until):
    with hiplog.Log(":memory:") as log:
        log.add(DIARY)
        shorter = log.holds(since=since, until=until)
    assert 0 < len(shorter) < len(DIARY)
    assert_same(called(name, DIARY, since=since, until=until), called(name, shorter))


@pytest.mark.parametrize("name", [*MEASURES, *CHARTS, *OTHERS])
def test_a_span_that_ends_before_it_begins_is_refused(name):
    with pytest.raises(LogError, match=rf"^{name}: until is '2026-03-03', expected .* not before since"):
        getattr(hiplog, name)(DIARY, since="2026-03-04", until="2026-03-03")


@pytest.mark.parametrize("name", [*MEASURES, "sessions"])
@pytest.mark.parametrize("kind", FRAMES)
def test_each_kind_of_frame_gives_the_same_table(name, kind):
    assert_same(called(name, FRAMES[kind](DIARY)), expected(name))


@pytest.mark.parametrize("name", [*MEASURES, "sessions"])
@pytest.mark.parametrize("kind", TIMES)
def test_times_with_their_zone_give_what_local_times_give(name, kind):
    assert_same(called(name, DIARY.assign(started_at=TIMES[kind])), expected(name))


@pytest.mark.parametrize("name", [*CHARTS, "summary"])
@pytest.mark.parametrize("kind", ["categorical", "polars"])
def test_a_chart_and_a_summary_take_a_frame_of_any_kind_with_zones(name, kind):
    zoned = FRAMES[kind](DIARY.assign(started_at=TIMES["pandas"]))
    assert_same(called(name, zoned), expected(name))


@pytest.mark.parametrize("name", [*MEASURES, *CHARTS, *OTHERS])
def test_repeated_ids_are_counted_once_and_told(name):
    with pytest.warns(UserWarning, match="80 of 160 rows repeat a hold") as told:
        twice = called(name, pd.concat([DIARY, DIARY]))
    assert [warning.filename for warning in told] == [__file__]  # once, at the line that called it
    assert_same(twice, expected(name))


def at(*days, **columns):
    """Return a hold of each side on each of these days."""
    return holds(*((day, side, 60.0, "let_go") for day in days for side in ("left", "right"))).assign(**columns)


AWKWARD = {
    "empty": empty(),
    "one hold": DIARY[:1],
    "one side": DIARY[DIARY["side"] == "left"],
    "one day": DIARY[:2],
    "all capped": diary(40, typical_s=(300, 300)),
    "none capped": diary(40, target_s=np.nan).assign(ended="let_go"),
    "one hold before 1970": pd.concat([at("1926-03-04"), DIARY]),
    "before 1970": DIARY.assign(started_at=DIARY["started_at"] - pd.Timedelta(days=30_000), hold_id=None),
    "year 1": at("0001-01-01T00:00", pain_after=3.0, note="SI joint sore"),
    "year 9999": at("9999-12-31T23:59:59", pain_after=3.0, note="SI joint sore"),
    "three centuries": at("1800-03-04", "1950-03-04", "2026-03-04"),
    "slips": DIARY.assign(hold_s=0.4, target_s=np.nan, ended="let_go"),
    "all interrupted": DIARY.assign(ended="interrupted"),
    "equal seconds": DIARY.assign(hold_s=60.0, ended="let_go", hold_id=None),
    "no pain and no notes": DIARY.assign(pain_before=pd.NA, pain_after=pd.NA, note=None),
    "another exercise": DIARY.assign(exercise="quad_stretch", hold_id=None),
}


@pytest.mark.parametrize("log", AWKWARD)
@pytest.mark.parametrize("name", [*MEASURES, *CHARTS, *OTHERS])
def test_each_awkward_log_has_an_answer(name, log):
    with warnings.catch_warnings(action="error"):
        warnings.filterwarnings("ignore", r"\w+: no hold of hip balancing, but")
        answer = called(name, AWKWARD[log])
    assert name != "summary" or "nan" not in str(answer).lower()


CHANGES = ["higher", "lower", "higher_as_before", "lower_as_before"]


@pytest.mark.parametrize("log", AWKWARD)
@pytest.mark.parametrize(
    "of",
    [
        {"by": "stretches"},
        {"by": "sessions_a_day"},
        {"at": "2026-03-20"},
        {"at": "0001-01-02"},
        {"at": "9999-12-31"},
        {"spans": [("2026-03-04", "2026-03-19"), ("2026-03-20", "2026-04-12")]},
    ],
    ids=str,
)
def test_each_awkward_log_can_be_compared(log, of):
    told = set(hiplog.compare(AWKWARD[log], **of)["verdict"].dropna())
    assert told <= {"not_enough", "all_alike", "both_reached", "no_clear_change", *CHANGES}
    assert "nan" not in repr(words(hiplog.plot_compare(AWKWARD[log], **of)))
    plt.close("all")


@pytest.mark.parametrize("kind", FRAMES)
def test_each_kind_of_frame_is_compared_alike(kind):
    of = {"spans": [("2026-03-04", "2026-03-19"), ("2026-03-20", "2026-04-12")]}
    assert_same(hiplog.compare(FRAMES[kind](DIARY), **of), hiplog.compare(DIARY, **of))


@pytest.fixture(scope="module")
def hundred_thousand():
    n, a_day = 100_000, 20
    rng = np.random.default_rng(1)
    day, turn = np.divmod(np.arange(n), a_day)
    start = pd.Timestamp("2012-01-01T07:00") + pd.to_timedelta(day * 1440 + turn * 40, unit="min")
    side = np.where(turn % 2, "left", "right")
    pain = np.where(day > day[-1] - 20, 9.0, 2.0)
    log = pd.DataFrame({"started_at": start.as_unit("us"), "side": side, "hold_s": rng.lognormal(4, 0.2, n)})
    return conform(log.assign(target_s=200.0, pain_after=pain, note="hip sore"))


@pytest.mark.parametrize("name", [*MEASURES, "plot_overview", *OTHERS])  # the page has each of the charts
def test_a_hundred_thousand_holds_have_an_answer(name, hundred_thousand):
    answer = called(name, hundred_thousand)
    assert len(answer if isinstance(answer, str | pd.DataFrame) else answer.sentences) > 0
