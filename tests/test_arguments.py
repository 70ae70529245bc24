import inspect
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import hiplog
from hiplog import arguments
from hiplog.exercise import EXERCISES
from hiplog.schema import LogError
from hiplog.timer.settings import settings_of

NO_DAYS = [0, -1, 1.5, 28.0, True, "28", np.nan, 36501, [28], np.bool_(True)]
READ = {
    "today": lambda value: arguments.today("practice", value),
    "since": lambda value: arguments.span("practice", value, None).first,
    "until": lambda value: arguments.span("practice", None, value).last,
}
NO_MOMENTS = ["xx", "", "3/4/2026", 5, 20260304, True, [1], np.nan, pd.NaT, "2026-03-04T07:10+01:00"]
NO_MOMENTS += [pd.Timestamp("2026-03-04", tz="Europe/Berlin"), np.datetime64("NaT", "D")]


@pytest.mark.parametrize("value", NO_DAYS, ids=repr)
def test_days_are_a_whole_number(value):
    with pytest.raises(LogError, match=r"^balance: days is .*, expected a whole number from 1 to 36500$"):
        arguments.days("balance", value)


@pytest.mark.parametrize("value", [1, 28, 36500, np.int64(28), np.uint8(28)])
def test_days_of_any_type_of_whole_number_are_an_int(value):
    assert arguments.days("balance", value) == value
    assert type(arguments.days("balance", value)) is int


def test_no_days_are_all_of_them_only_where_a_function_takes_that():
    assert arguments.days("trend", None, every=True) is None
    with pytest.raises(
        LogError, match=r"^trend: days is 0, expected a whole number .* to 36500, or None for all$"
    ):
        arguments.days("trend", 0, every=True)
    with pytest.raises(LogError, match=r"^balance: days is None, expected a whole number"):
        arguments.days("balance", None)


def test_other_days_are_refused_under_their_own_name():
    with pytest.raises(LogError, match=r"^progress: every_days is 0, expected a whole number from 1 to 36500$"):
        arguments.days("progress", 0, name="every_days")


@pytest.mark.parametrize("value", [0, 4, -1, 1.0, True, "1", None], ids=repr)
def test_a_plan_is_one_to_three(value):
    with pytest.raises(LogError, match=r"^practice: plan is .*, expected a whole number from 1 to 3$"):
        arguments.plan("practice", value)
    assert [arguments.plan("practice", plan) for plan in (1, np.int8(2), 3)] == [1, 2, 3]


@pytest.mark.parametrize("value", ["yoga", "", "Hip balancing", 1, ["hip_balance"], {}], ids=repr)
def test_an_exercise_is_one_of_ours(value):
    with pytest.raises(LogError, match=r"^practice: exercise is .*, expected one of hip_balance, .*quad_stretch$"):
        arguments.exercise("practice", value)


def test_no_exercise_is_each_only_where_a_function_takes_that():
    assert arguments.exercise("balance", None, each=True) is None
    with pytest.raises(LogError, match=r"^practice: exercise is None, expected one of"):
        arguments.exercise("practice", None)
    with pytest.raises(
        LogError, match=r"^balance: exercise is 'yoga', expected .*quad_stretch, or None for each$"
    ):
        arguments.exercise("balance", "yoga", each=True)


@pytest.mark.parametrize("value", NO_MOMENTS, ids=repr)
@pytest.mark.parametrize("name", ["today", "since", "until"])
def test_a_day_or_time_is_local_and_plain(name, value):
    with pytest.raises(LogError, match=rf"^practice: {name} is .*, expected a date.* like 2026-03-04.*, or None$"):
        READ[name](value)


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-04",
        date(2026, 3, 4),
        datetime(2026, 3, 4),
        pd.Timestamp("2026-03-04"),
        np.datetime64("2026-03-04"),
    ],
    ids=repr,
)
def test_a_day_may_be_said_in_any_usual_type(value):
    assert READ["today"](value) == pd.Timestamp("2026-03-04")
    assert READ["since"](value) == pd.Timestamp("2026-03-04")
    assert READ["until"](value) == pd.Timestamp("2026-03-04 23:59:59.999999")


def test_a_time_of_day_counts_to_the_moment_but_not_for_today():
    assert READ["today"]("2026-03-04T07:10") == pd.Timestamp("2026-03-04")
    assert READ["since"]("2026-03-04T07:10") == pd.Timestamp("2026-03-04 07:10")
    assert READ["until"]("2026-03-04T07:10") == pd.Timestamp("2026-03-04 07:10")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_can_be_said(day):
    assert str(READ["since"](day))[:10] == day
    assert str(READ["until"](day)) == f"{day} 23:59:59.999999"


@pytest.mark.parametrize(
    ("span", "first"),
    [
        ("90 days", "2026-01-04"),
        ("90d", "2026-01-04"),
        (" 1 Day ", "2026-04-03"),
        ("2 weeks", "2026-03-21"),
        (timedelta(days=28), "2026-03-07"),
        (pd.Timedelta(days=28), "2026-03-07"),
    ],
)
def test_since_may_be_a_span_up_to_today_which_is_one_of_its_days(monkeypatch, span, first):
    monkeypatch.setattr(pd.Timestamp, "now", lambda: pd.Timestamp("2026-04-03T12:30"))
    assert READ["since"](span) == pd.Timestamp(first)


@pytest.mark.parametrize("span", ["0 days", "40000 days", "-90", "90", "90 days ago", timedelta(hours=3)])
def test_what_is_no_span_of_whole_days_is_refused(span):
    with pytest.raises(LogError, match=r'^practice: since is .* like "90 days" or "12 weeks", or None$'):
        READ["since"](span)
    with pytest.raises(LogError, match=r"^practice: until is "):
        READ["until"]("90 days")


@pytest.mark.parametrize("name", ["today", "since", "until"])
def test_no_day_is_no_limit(name):
    assert READ[name](None) is None


def test_a_span_that_ends_before_it_begins_is_refused():
    said = r"^trend: until is '2026-03-03', expected a date .* not before since, which is '2026-03-04', or None$"
    with pytest.raises(LogError, match=said):
        arguments.span("trend", "2026-03-04", "2026-03-03")
    assert arguments.span("trend", "2026-03-04T07:10", "2026-03-04").last == pd.Timestamp(
        "2026-03-04 23:59:59.999999"
    )


def test_a_span_has_its_ends_and_what_lies_between():
    moments = pd.Series(
        pd.to_datetime(["2026-03-03 23:59:59", "2026-03-04", "2026-03-05 23:59", "2026-03-06"], format="ISO8601")
    )
    assert arguments.span("trend", "2026-03-04", "2026-03-05").has(moments).tolist() == [False, True, True, False]
    assert arguments.span("trend", None, "2026-03-04T00:00").has(moments).tolist() == [True, True, False, False]
    assert arguments.span("trend", None, None).has(moments).all()


@pytest.mark.parametrize("path", ["my.sqlite", Path("my.sqlite")], ids=repr)
def test_a_path_is_no_log_and_is_told_what_to_write(path):
    said = r"^HoldTimer: log is 'my.sqlite', expected a log, like hiplog.Log\('my.sqlite'\)$"
    with pytest.raises(LogError, match=said):
        hiplog.HoldTimer(path)


def test_the_timer_shows_its_settings():
    known = settings_of(EXERCISES["hip_balance"])
    shown = inspect.signature(hiplog.HoldTimer).parameters
    assert set(shown) == {"log", "exercise", *known}
    assert {type(shown[name].default) for name in known} == {type(None)}
