"""Tables whose titles tell a date: days counted from it, weekdays, dates without their year."""

import pytest

import hiplog


def held(text, name="log.csv"):
    try:
        holds = hiplog.read_log(text.encode(), name=name).holds
    except hiplog.LogError:
        return []
    days = holds["started_at"].dt.strftime("%Y-%m-%d")
    return [*zip(days, holds["side"], holds["hold_s"].astype(int), strict=True)]


def days_below(title, *days):
    rows = [f"{day},{31 + i},{41 + i}\n" for i, day in enumerate(days)]
    return [day for day, side, _ in held(f"{title}\nDay,Left (s),Right (s)\n{''.join(rows)}") if side == "left"]


@pytest.mark.parametrize(
    "title",
    [
        "Started Monday 3 November 2025",
        "Start: 2025-11-03",
        "Day 1 = 3 Nov 2025",
        "Started 3 Nov 2025 (day 1)",
        "Seit 3. November 2025",
        "Depuis le 3 novembre 2025",
        "Startdatum 03.11.2025",
    ],
)
def test_days_are_counted_from_the_date_that_a_title_says_they_begin_with(title):
    assert days_below(title, 1, 2, 33) == ["2025-11-03", "2025-11-04", "2025-12-05"]


def test_a_count_may_begin_with_day_0():
    assert days_below("Started 3 November 2025", 0, 1, 4) == ["2025-11-03", "2025-11-04", "2025-11-07"]


@pytest.mark.parametrize(
    "title",
    [
        "Printed 3 November 2025",
        "3 November 2025",
        "Started November 2025",
        "Born 3 November 1961",
        "5 - 9 May 2026",
    ],
)
def test_numbers_of_days_below_a_date_of_which_they_may_be_anything_are_refused(title):
    assert days_below(title, 1, 2, 3) == []


def test_days_below_the_date_of_an_operation_are_refused():
    assert days_below("Surgery date: 3 November 2025", 3, 4) == days_below("Surgery: November 2025", 3, 4) == []


def test_days_of_the_month_begin_with_the_date_of_the_title():
    assert days_below("Printed 3 November 2025", 3, 4, 9) == ["2025-11-03", "2025-11-04", "2025-11-09"]
    assert days_below("5 to 9 January 2026", 6, 7) == ["2026-01-06", "2026-01-07"]
    assert days_below("5 to 9 January 2026", 6, 17) == []
    assert days_below("November 2025", 1, 2) == ["2025-11-01", "2025-11-02"]


def test_days_that_begin_anew_are_of_another_month_than_the_title_tells():
    assert days_below("March 2024", 29, 30, 31, 1, 2) == ["2024-03-29", "2024-03-30", "2024-03-31"]
    assert days_below("March 2024", 31, 30, 2, 1) == ["2024-03-31", "2024-03-30", "2024-03-02", "2024-03-01"]


@pytest.mark.parametrize(
    "title",
    [
        "Week commencing Monday 2 March 2026",
        "Hip balancing - week of 2026-03-02",
        "Woche ab Montag 2. März 2026",
        "Semaine du 2 mars 2026",
        "Semana del 2 de marzo de 2026",
        "2 - 8 March 2026",
        "KW 10/2026",
        "Hip balance - week 10 2026",
    ],
)
def test_weekdays_are_of_the_week_that_a_title_names(title):
    assert days_below(title, "Mon", "Tue", "Fri") == ["2026-03-02", "2026-03-03", "2026-03-06"]
    across = held(f"{title},,,\n,Mon,Tue,Fri\nLeft (s),31,32,33\nRight (s),41,42,43\n")
    assert across[:3] == [("2026-03-02", "left", 31), ("2026-03-02", "right", 41), ("2026-03-03", "left", 32)]


def test_a_week_may_begin_with_the_weekday_that_stands_first():
    assert days_below("Week of Sunday 1 March 2026", "Sun", "Mon") == ["2026-03-01", "2026-03-02"]
    assert days_below("Week from Wed 4 March 2026", "Wed", "Mon") == ["2026-03-04", "2026-03-09"]


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Week ending Monday 2 March 2026", ["Mon", "Tue"]),
        ("Week of 4 March 2026", ["Mon", "Tue"]),
        ("Week of Monday 2 March 2026", ["Sun", "Mon"]),
        ("Week of Monday 2 March 2026", ["Mon", "Tue", "Mon"]),
        ("Week of Tuesday 2 March 2026", ["Mon", "Tue"]),
        ("Printed Monday 2 March 2026", ["Mon", "Tue"]),
        ("Week 2 - 9 March 2026", ["Mon", "Tue"]),
        ("Monday 2 March 2026", ["Mon", "Tue"]),
        ("Week 10", ["Mon", "Tue"]),
        ("Weeks 10-11 2026", ["Mon", "Tue"]),
        ("Week 60 2026", ["Mon", "Tue"]),
        ("Week 2, March 2026", ["Mon", "Tue"]),
    ],
)
def test_weekdays_of_no_one_week_are_refused(title, days):
    assert days_below(title, *days) == []


def test_each_week_has_its_title():
    rows = "Mon,31,41\nTue,32,42\nWeek of 9 March 2026,,\nMon,33,43\n"
    got = held(f"Week of 2 March 2026,,\nDay,Left (s),Right (s)\n{rows}")
    assert [day for day, *_ in got[::2]] == ["2026-03-02", "2026-03-03", "2026-03-09"]


def test_dates_have_the_year_in_which_they_are_near_that_of_the_title():
    assert days_below("Printed 3 January 2026", "28 Dec", "29 Dec", "2 Jan") == [
        "2025-12-28", "2025-12-29", "2026-01-02",
    ]  # fmt: skip
    assert days_below("January 2026", "30 Dec") == ["2025-12-30"]
    assert days_below("5 to 7 January 2026", "Mon 5 Jan", "Wed 7 Jan") == ["2026-01-05", "2026-01-07"]
    assert days_below("Printed 3 August 2026", "10 Jan") == []
    assert days_below("Born 12 March 1961", "5 Mar") == days_below("Born March 1961", "5 Mar") == []
    assert days_below("Hip and sleep diary March 2024", "5 Mar") == ["2024-03-05"]


def test_it_is_said_that_a_title_told_the_dates():
    for table in ("Day,Left (s),Right (s)\nMon,31,41\n", ",Mon,Tue\nLeft (s),31,32\nRight (s),41,42\n"):
        reading = hiplog.read_log(f"Week of 2 March 2026\n{table}".encode(), name="log.csv")
        assert "dates as a title above them tells" in reading.summary()


def test_the_days_of_a_month_may_stand_side_by_side():
    days = [("2026-03-01", "left", 31), ("2026-03-01", "right", 41), ("2026-03-02", "left", 32)]
    assert held("March 2026,,\nDay,1,2\nLeft (s),31,32\nRight (s),41,42\n")[:3] == days
    assert held("March 2026,,\nSet,1,2\nLeft (s),31,32\nRight (s),41,42\n") == []


def test_a_title_above_dates_side_by_side_names_the_exercise():
    table = ",2026-03-02,2026-03-03\nLeft,31,32\nRight,41,42\n"
    assert len(held(f"Hip balance\n{table}")) == 4
    with pytest.raises(hiplog.LogError, match="'Plank log', which is no hold of ours"):
        hiplog.read_log(f"Plank log\n{table}".encode(), name="log.csv")


def test_what_stands_in_the_corner_names_the_rows_below_it():
    table = "Side,Mon 3 Nov 2025,Tue 4 Nov 2025\nLeft (s),60,62\nRight (s),72,70\nSleep (h),7,6.5\n"
    assert [seconds for *_, seconds in held(table)] == [60, 72, 62, 70]
