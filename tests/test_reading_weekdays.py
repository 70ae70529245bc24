"""Weekdays beside the dates of a column: they tell day from month, and refuse a day that is not theirs."""

import pytest

import hiplog


def read(*dates, **options):
    rows = "".join(f'"{date}",{60 + i},{55 + i}\n' for i, date in enumerate(dates))
    return hiplog.read_log(f"date,left,right\n{rows}".encode(), name="hip_balance.csv", **options)


def days(reading):
    return reading.holds["started_at"].dt.strftime("%d.%m.").unique().tolist()


@pytest.mark.parametrize(
    "dates",
    [
        ("Thu 13/3/2026", "Fri 14/3/2026"),  # as in 2025
        ("Thu 2026-03-13", "Fri 2026-03-14"),
        ("Tue, 5 March 2026", "Wed, 6 March 2026"),
        ("Dienstag, 5.3.2026", "Mittwoch, 6.3.2026"),
    ],
)
def test_days_that_are_not_of_their_weekdays_are_refused(dates):
    reading = read(*dates)
    assert reading.holds.empty
    assert (
        reading.rejected["expected"].str.contains("its own weekday: 2026-03-.* is a (?:Thurs|Fri|Satur)day").all()
    )


@pytest.mark.parametrize(
    "dates", [("Tue 5/3/2026", "Wed 6/3/2026", "Thu 7/3/2026"), ("mar 5/3/2026", "mer 6/3/2026")]
)
def test_one_weekday_that_fits_by_chance_tells_no_order(dates):
    reading = read(*dates)
    assert reading.holds.empty
    assert reading.rejected["expected"].str.startswith("2026-03-05 or 2026-05-03").tolist()[0]


def test_weekdays_that_fit_tell_the_order():
    assert days(read("Thu 5/3/2026", "Fri 6/3/2026", "Sat 7/3/2026")) == ["05.03.", "06.03.", "07.03."]
    assert days(read("Sun 5/3/2026", "Wed 6/3/2026")) == ["03.05.", "03.06."]


def test_a_slip_in_one_weekday_refuses_that_row_alone():
    reading = read("Thu 5/3/2026", "Fri 6/3/2026", "Mon 7/3/2026", "Sun 8/3/2026")
    assert days(reading) == ["05.03.", "06.03.", "08.03."]
    assert reading.rejected["expected"].tolist() == ["a date with its own weekday: 2026-03-07 is a Saturday"]


@pytest.mark.parametrize("dates", [("03/03/2026 (ma)", "14/03/2026 (sa)"), ("do 15/3/2026", "ma 17/3/2026")])
def test_weekdays_of_two_letters_which_are_others_in_other_languages_refuse_nothing(dates):
    assert len(days(read(*dates))) == 2


def test_an_order_that_is_told_counts_for_more_than_weekdays():
    assert days(read("Sun 5/3/2026", "Wed 6/3/2026", day_first=True)) == ["05.03.", "06.03."]


def test_months_that_may_be_weekdays_and_weekdays_in_other_columns_refuse_nothing():
    assert days(read("5 mar 2026", "6 mar 2026")) == ["05.03.", "06.03."]
    assert days(read("jeu. 5 mars 2026", "Fri Mar 06 2026 07:10:00", "2026-03-07 (Sa)")) == [
        "05.03.",
        "06.03.",
        "07.03.",
    ]
    text = "day,date,left\nFriday,2026-03-13,60\nsick,2026-03-14,61\n"
    assert len(hiplog.read_log(text.encode(), name="hip_balance.csv").holds) == 2
