"""The commands for days, plans, marks and reminders."""

from datetime import date, datetime, time, timedelta

import pandas as pd
import pytest
from commands import add_two, folder, run
from dateutil.rrule import rrulestr
from icalendar import Calendar

import hiplog
from hiplog.reminders import calendar

__all__ = ["folder"]


def log(folder):
    return hiplog.Log(folder / "data/my_log.sqlite").begin()


def test_a_day_is_kept_listed_and_taken_back(folder):
    said = run("day", "2026-03-04", "--pain", 8, "--reason", "pain", "--time", "21:30", "--note", "stairs")
    assert said.stdout == "4 Mar 2026: 1 new\n"
    assert run("day").stdout == "4 Mar 2026, 21:30  pain 8  It is too sore  stairs\n"
    assert (
        run("undo", "--yes").stdout
        == "Took back what was said of 4 Mar 2026, 21:30: 1 day out of the log again.\n"
    )
    assert run("day").stdout == "Nothing is said of any day without a session yet.\n"


def test_what_is_said_of_a_day_again_corrects_it_and_at_another_time_is_beside_it(folder):
    said = [
        run("day", "2026-03-04", *more).stdout
        for more in (
            ("--note", "bad night"),
            ("--pain", 5),
            ("--pain", 6, "--note", "good night"),
            ("--pain", 6),
            ("--pain", 2, "--time", "07:10"),
        )
    ]
    assert said == [
        "4 Mar 2026: 1 new\n",
        "4 Mar 2026: pain 5 (was none)\n",
        "4 Mar 2026: pain 6 (was 5); note good night (was bad night)\n",
        "4 Mar 2026: that is in your log already\n",
        "4 Mar 2026: 1 new\n",
    ]
    assert log(folder).days()["pain"].tolist() == [6, 2]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("day 2026-03-04", 2, "nothing is said of the DAY, expected --pain, --reason or --note"),
        ("day 2026-03-04 --pain nan", 2, "'nan', expected a number from 0 to 10"),
        ("day 2026-03-04 --note a\udcff", 2, "holds a byte that is no text here, expected UTF-8"),
        ("mark 2026-03-04 a\udcff", 2, "holds a byte that is no text here, expected UTF-8"),
        ("day 2026-03-04 --pain 11", 2, "'11', expected a number from 0 to 10"),
        ("day 2026-03-04 --pain 3 --time 25:00", 2, "'25:00', expected hours and minutes like 07:30"),
        ("day --pain 3", 2, "are of a DAY, expected one like 2026-03-04"),
        ("day 4.3.2026 --pain 3", 2, "'4.3.2026', expected a date like 2026-03-04"),
        ("plan 4", 2, "4 is not in the range 1<=x<=3"),
        ("plan --since 2026-03-04", 2, "expected the sessions a day before it"),
        ("mark 2026-03-04", 2, "a mark has words, expected some after the day"),
        ("day 2199-01-01 --pain 3", 2, "1 Jan 2199 is still to come, expected a day that has been, or today"),
        ("remind 25:00", 2, "'25:00', expected hours and minutes like 07:30"),
        ("remind 07:30 --file x.txt", 2, "'x.txt', expected a name that ends in .ics"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_kept(folder, words, code, said):
    done = run(*words.split())
    assert [done.exit_code, said in " ".join(done.stderr.split())] == [code, True]
    assert len(log(folder).changes()) == 0


def test_a_plan_is_kept_from_a_day_on_and_shown(folder):
    assert run("plan").stdout.startswith(
        "No plan was set: once a day counts. The exercise says: Once a day on each"
    )
    run("plan", 1, "--since", "2026-01-01")
    assert (
        run("plan", 3, "--since", "2026-03-01").stdout
        == "1 a day from 1 Jan 2026 on\n3 a day from 1 Mar 2026 on\n"
    )
    assert log(folder).plan("2026-03-02") == 3


def test_show_tells_of_the_plan_and_the_days_of_the_log(folder):
    add_two(folder)
    run("plan", 3, "--since", "2026-03-01")
    assert "the plan of 3 a day" in run("show").stdout
    assert "the plan of 1 a day" in run("show", "--plan", 1).stdout


def test_marks_are_kept_and_listed_by_day(folder):
    run("mark", "2026-03-05", "physio")
    assert run("mark", "2026-03-01", "three", "times", "a", "day").stdout == (
        "1 Mar 2026  three times a day\n5 Mar 2026  physio\n"
    )


def test_an_export_to_a_pipe_has_the_days_too(folder):
    run("mark", "2026-03-05", "physio")
    assert run("export", "-").stdout.startswith("record,hold_id,")


def test_reminders_are_a_calendar_file_with_an_alarm_and_a_link(folder):
    done = run("remind", "19:00", "07:30")
    assert done.stdout == f"Written to {folder / 'hip_reminders.ics'}: open it with your calendar.\n"
    lines = (folder / "hip_reminders.ics").read_bytes().decode("ascii").split("\r\n")
    begins = [line for line in lines if line.startswith("DTSTART")]
    assert begins == [f"DTSTART:{date.today():%Y%m%d}T073000", f"DTSTART:{date.today():%Y%m%d}T190000"]
    assert lines.count("BEGIN:VALARM") == lines.count("RRULE:FREQ=DAILY") == 2
    assert "URL:http://localhost:8987/lab/tree/notebooks/01_time_a_session.ipynb" in lines


def test_a_calendar_reads_the_reminders_as_daily_events_at_local_times_with_an_alarm():
    url = "http://localhost:8987/lab/tree/notebooks/01_time_a_session.ipynb"
    read = Calendar.from_ical(calendar([time(19), time(7, 30)], url=url, since=date(2026, 3, 28)))
    events = [event for event in read.walk("VEVENT") if not event.errors]
    assert [event["DTSTART"].dt for event in events] == [datetime(2026, 3, 28, 7, 30), datetime(2026, 3, 28, 19)]
    for event in events:
        days = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt)
        assert days[2] == event["DTSTART"].dt + timedelta(days=2)  # though Europe's clocks went forward meanwhile
        (alarm,) = event.walk("VALARM")
        assert [alarm["ACTION"], alarm["TRIGGER"].dt] == ["DISPLAY", timedelta()]
        assert [event["URL"], event["SUMMARY"]] == [url, "Hip balancing"]
        assert event["DURATION"].dt == timedelta(minutes=10)
    assert [read["VERSION"], read.errors, len({event["UID"] for event in events})] == ["2.0", [], 2]


def test_reminders_are_written_again_and_replace_no_other_file(folder):
    assert [run("remind", "07:30").exit_code, run("remind", "07:35").exit_code] == [0, 0]
    (folder / "mine.ics").write_text("BEGIN:VCALENDAR")
    assert "this is another file" in run("remind", "07:30", "--file", "mine.ics").stderr
    assert (folder / "mine.ics").read_text() == "BEGIN:VCALENDAR"


def test_a_calendar_keeps_to_the_form_that_calendars_read():
    text = calendar([time(7, 30), time(7, 30)], url="http://localhost:8987/x", since=date(2026, 3, 4)).decode()
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line) <= 75 for line in lines)
    assert [line for line in lines if line.startswith(("BEGIN", "END"))] == [
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM", "END:VALARM", "END:VEVENT", "END:VCALENDAR"),
    ]
    assert {"DTSTART:20260304T073000", "DTSTAMP:20260304T000000Z", "VERSION:2.0"} <= set(lines)
    assert len([line for line in lines if line.startswith("UID:")]) == 1


def test_check_saves_the_days_that_are_whole_too(folder):
    log(folder).add_days(pd.DataFrame({"day": ["2026-03-04"], "pain": [8]}))
    run("check", "--export", "whole.csv")
    assert len(hiplog.read_log(folder / "whole.csv").days) == 1
