from datetime import date, datetime

import pytest

from hiplog.dates import day_in_words, month_in_words, time_in_words


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_has_its_english_name(month):
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    assert month_in_words(date(2026, month, 1)) == f"{names[month - 1]} 2026"


def test_a_day_and_a_time_are_said_as_people_write_them():
    assert day_in_words(date(2026, 3, 4)) == "4 Mar 2026"
    assert time_in_words(datetime(2026, 3, 4, 7, 5)) == "4 Mar 2026, 07:05"
    assert day_in_words(date(1, 1, 1)) == "1 Jan 1"


def test_no_room_says_a_month_by_the_locale():
    from test_imports import MODULES

    by_locale = ("%b", "%B", "%a", "%A", "month_name", "day_name", "calendar.month")
    assert [
        (module, word)
        for module, path in MODULES.items()
        for word in by_locale
        if word in path.read_text(encoding="utf-8")
    ] == []
