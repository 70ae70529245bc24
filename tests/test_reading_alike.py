"""Holds that a log has already, in another spelling, are told from new ones."""

import numpy as np
import pandas as pd

import hiplog
from hiplog.reading import look_alike

HEADER = "started_at,side,hold_s\n"


def holds(rows, name="log.csv"):
    return hiplog.read_log((HEADER + rows).encode(), name=name).holds


def alike(new, old):
    return look_alike(holds(new, "new.csv"), holds(old, "old.csv")).tolist()


def test_a_hold_whose_seconds_or_time_of_day_a_spreadsheet_dropped_is_alike():
    old = "2026-03-04 07:10:35,left,62\n"
    assert alike("2026-03-04 07:10:00,left,62\n", old) == [True]
    assert alike("2026-03-04,left,62\n", old) == [True]
    assert alike("2026-03-04 07:10:35,left,62\n", "2026-03-04,left,62\n") == [True]


def test_another_side_minute_or_length_is_another_hold():
    old = "2026-03-04 07:10:35,left,62\n"
    for new in (
        "2026-03-04 07:10,right,62",
        "2026-03-04 07:11,left,62",
        "2026-03-04 07:10,left,63",
        "2026-03-05,left,62",
    ):
        assert alike(new + "\n", old) == [False]


def test_a_hold_whose_tenths_were_dropped_or_rounded_is_alike_unless_two_are_as_near():
    old = "2026-03-04 07:10:35,left,62.7\n"
    for seconds in ("62", "63", "1:02", "1:03"):
        assert alike(f"2026-03-04 07:10:00,left,{seconds}\n", old) == [True]
    for new in ("2026-03-04 07:10,left,61", "2026-03-04 07:10,right,63", "2026-03-04,left,63"):
        assert alike(f"{new}\n", old) == [False]
    two = "2026-03-04 07:10:05,left,10.2\n2026-03-04 07:10:35,left,10.8\n"
    assert alike("2026-03-04 07:10:00,left,11\n", two) == [False]
    assert alike("2026-03-04 07:10:00,left,10.2\n2026-03-04 07:10:00,left,11\n", two) == [True, True]


def test_a_hold_that_comes_back_in_utc_is_alike():
    assert alike("2026-03-04T06:10:00Z,left,62\n", "2026-03-04T07:10:35+01:00,left,62\n") == [True]
    assert alike("2026-03-04T06:10:00Z,left,62\n", "2026-03-04T07:10:35+02:00,left,62\n") == [False]


def _sessions(days, clock, zone="", seconds=lambda day: 60 + day % 9):
    """Return a session of both sides on some days from 20 March on, at a time that may depend on the day."""
    rows = ""
    for day in days:
        for n, side in enumerate(("left", "right")):
            start = pd.Timestamp("2026-03-20") + pd.Timedelta(days=day, minutes=2 * n) + clock(day)
            rows += f"{start:%Y-%m-%dT%H:%M:%S}{zone},{side},{seconds(day) + n}\n"
    return rows


def _at_seven(day):
    return pd.Timedelta(hours=7, minutes=(7 * day) % 31, seconds=(11 * day) % 60)


def test_what_comes_back_in_utc_is_alike_where_the_old_ones_tell_no_offset_also_over_a_change_of_clocks():
    in_utc = _sessions(range(20), lambda day: _at_seven(day) - pd.Timedelta(hours=1 if day < 9 else 2), "Z")
    assert all(alike(in_utc, _sessions(range(20), _at_seven)))
    assert all(alike(_sessions(range(20), _at_seven), in_utc))
    assert alike(in_utc, _sessions(range(5, 15), _at_seven)) == [5 <= n // 2 < 15 for n in range(40)]


def test_other_sessions_of_the_same_days_in_utc_are_new():
    rng = np.random.default_rng(0)
    morning, evening = (rng.integers(0, 60, 200) for _ in range(2))
    old = _sessions(range(200), lambda day: pd.Timedelta(hours=7, minutes=int(morning[day])), "", lambda _: 120)
    new = _sessions(range(200), lambda day: pd.Timedelta(hours=17, minutes=int(evening[day])), "Z", lambda _: 120)
    assert not any(alike(new, old))


def test_sessions_of_equal_seconds_are_no_copy_in_utc_of_each_other():
    for clock in (lambda _: pd.Timedelta(hours=17), lambda _: pd.Timedelta(hours=17, seconds=20)):
        old = _sessions(range(9), lambda _: pd.Timedelta(hours=7), seconds=lambda _: 60)
        assert not any(alike(_sessions(range(9), clock, "Z", lambda _: 60), old))


def test_sessions_at_the_same_time_each_day_are_no_copy_in_utc_of_each_other():
    old, new = (_sessions(range(20), lambda _, at=at: pd.Timedelta(hours=at), zone, lambda day: 40 + day)
                for at, zone in ((7, ""), (18, "Z")))  # fmt: skip
    assert not any(alike(new, old))


def test_short_holds_of_other_seconds_in_one_minute_are_other_holds():
    old = "2026-03-04 07:10:05,left,10.2\n"
    for new in (
        "2026-03-04 07:10:40,left,10.8\n",
        "2026-03-04 07:10:40,left,11\n",
        "2026-03-04 07:10:00,left,10.8\n",
    ):
        assert alike(new, old) == [False]
    assert alike("2026-03-04 07:10:05,left,10\n", old) == [True]


def test_a_copy_in_utc_that_tells_seconds_has_those_of_the_old_one():
    later = _sessions(range(20), lambda day: _at_seven(day) - pd.Timedelta(minutes=59, seconds=40), "Z")
    assert not any(alike(later, _sessions(range(20), _at_seven)))


def test_each_known_hold_is_like_one_at_most():
    new = "2026-03-04,left,62\n2026-03-04,left,62\n"
    assert alike(new, "2026-03-04 07:10:35,left,62\n") == [True, False]


def test_a_hold_of_the_same_id_is_no_alike_and_hides_none():
    old = holds("2026-03-04,left,62\n")
    both = holds("2026-03-04,left,62\n2026-03-04,left,62\n")
    assert look_alike(both, old).tolist() == [False, False]


def test_import_leaves_out_what_is_alike_unless_told_otherwise(tmp_path):
    from click.testing import CliRunner

    from hiplog.cli import main

    for name, clock in (("a.csv", "07:10:35"), ("b.csv", "07:10:00")):
        (tmp_path / name).write_text(f"{HEADER}2026-03-04 {clock},left,62\n")
    told = ["--log", str(tmp_path / "log.db")]
    run = CliRunner()
    assert "1 new" in run.invoke(main, ["import", str(tmp_path / "a.csv"), *told]).output
    said = run.invoke(main, ["import", str(tmp_path / "b.csv"), *told]).output
    assert "1 left out, as your log has holds like them" in said
    assert len(hiplog.Log(tmp_path / "log.db")) == 1
    run.invoke(main, ["import", str(tmp_path / "b.csv"), "--even-alike", *told])
    assert len(hiplog.Log(tmp_path / "log.db")) == 2


def test_the_form_leaves_out_what_is_alike_unless_it_is_ticked(tmp_path):
    from hiplog.controls.import_form import ImportForm

    log = hiplog.Log(tmp_path / "log.db")
    log.add(holds("2026-03-04 07:10:35,left,62\n"))
    (tmp_path / "b.csv").write_text(f"{HEADER}2026-03-04 07:10:00,left,62\n")
    form = ImportForm(log)
    form._typed.value = str(tmp_path / "b.csv")
    form._add.click()
    assert len(log) == 1
    assert "Left out, as your log has holds like them: 1" in form._said.value
    form._even_alike.value = True
    form._add.click()
    assert len(log) == 2
