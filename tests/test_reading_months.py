"""Days in front of lines below a month and its year."""

import pytest

import hiplog


def held(tmp_path, text):
    path = tmp_path / "hip_balance.txt"
    path.write_text(text, encoding="utf-8")
    holds = hiplog.read_log(path).holds
    days = holds["started_at"].dt.strftime("%y-%m-%d")
    return [*zip(days, holds["side"], holds["hold_s"].astype(int), strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "May 2026\n4th - left 45 s\n6th - right 40 s\n\nJune 2026\n1st - left 50 s\n",
        "MAY 2026 - hip tracker\n 4 M  • L45\n 6 W  • R40   tight\n\nJUNE 2026\n 1 M  • L50\n",
        "## May 2026\n- 4 Mon: left 45 s\n- 6 Wed: right 40 s\n\n## June\n- 1 Mon: left 50 s\n",
        "Hüftbalance\n\nMai 2026\n4. li 45\n6. re 40\n\nJuni 2026\n1. li 50\n",
        "MAI 2026\n4 : gauche 45\n6 : droite 40\nJUIN 2026\n1er : gauche 50\n",
        "maggio 2026\nlun 4 - sx 45\nmer 6 - dx 40\n\ngiugno\nlun 1 - sx 50\n",
        "Hipwork May 2026\n4: left 45 s\n6: right 40 s\n\nHipwork June 2026\n1: left 50 s\n",
        "höftbalans, maj 2026\n4:e vänster 45 s\n6:e höger 40 s\n\njuni 2026\n1:a vänster 50 s\n",
        "Exercício do quadril - maio/2026\ndia 4: esq 45 s\ndia 6: dir 40 s\n\njunho\ndia 1: esq 50 s\n",
        "cadera mayo 2026\nel día 4: izq 45\nel 6: der 40\n\njunio\nel 1: izq 50\n",
    ],
)
def test_a_day_is_of_the_month_above_it(tmp_path, text):
    days = [("26-05-04", "left", 45), ("26-05-06", "right", 40), ("26-06-01", "left", 50)]
    assert held(tmp_path, text) == days


def test_a_month_alone_goes_on_with_the_year_also_over_its_turn(tmp_path):
    text = "Dezember 2025\n30. li 45\n31. re 40\nJanuar\n2. li 50\n"
    assert held(tmp_path, text) == [("25-12-30", "left", 45), ("25-12-31", "right", 40), ("26-01-02", "left", 50)]


def test_a_weekday_that_may_be_a_month_is_one_where_a_month_stands_above(tmp_path):
    text = "gennaio 2026\nlun 5 - sx 42\nmar 6 - sx 44\n"
    assert held(tmp_path, text) == [("26-01-05", "left", 42), ("26-01-06", "left", 44)]


@pytest.mark.parametrize(
    "text",
    [
        "March 2026\n1. left 45 s\n2. right 40 s\n3. left 47 s\n",
        "März 2026\n1. links 45 s\n2. rechts 40 s\n1. links 47 s\n2. rechts 41 s\n",
        "March 2026\n45 left 38 right\n47 left 40 right\n",
        "March 2026\n3 sets left 45 s\n2 sets right 40 s\n",
        "May 2026\n4 Tue: left 45 s\n6 Thu: left 46 s\n",
        "Surgery March 2026\n5. left 45 s\n7. left 46 s\n",
        "Began in March 2026\n5. left 45 s\n7. left 46 s\n",
        "Surgery was in March 2026\n5. left 45 s\n7. left 46 s\n",
        "5. left 45 s\n7. left 46 s\n",
    ],
)
def test_numbers_that_may_be_no_days_are_none(tmp_path, text):
    try:
        assert held(tmp_path, text) == []
    except hiplog.LogError:
        pass


def test_a_letter_of_a_side_is_no_weekday_below_weekdays_of_another_language(tmp_path):
    text = "Hips March 2025\nMon 3\nL 52 R 61\nTue 4\nL 24 R 31\nThu 6\nL 28\n   wobbly\nR 66\n"
    days = [
        ("25-03-03", "left", 52),
        ("25-03-03", "right", 61),
        ("25-03-04", "left", 24),
        ("25-03-04", "right", 31),
    ]
    assert held(tmp_path, text) == [*days, ("25-03-06", "left", 28), ("25-03-06", "right", 66)]


def test_the_first_letter_of_a_weekday_may_be_that_of_a_side(tmp_path):
    text = "Anca marzo 2025\nM 4: sx 46, dx 51\nV 7: sx 47\nL 24: sx 50\n"
    days = [("25-03-04", "left", 46), ("25-03-04", "right", 51)]
    assert held(tmp_path, text) == [*days, ("25-03-07", "left", 47), ("25-03-24", "left", 50)]


def test_seconds_before_a_side_are_no_day(tmp_path):
    days = [("25-03-03", "left", 52), ("25-03-04", "left", 24), ("25-03-04", "right", 30)]
    assert held(tmp_path, "Hips March 2025\nMon 3\n52 left\nTue 4\n24 left 30 right\n") == days


@pytest.mark.parametrize(
    "title", ["Desafio abril 2025", "Cirurgia abril 2025", "Desafio de 30 dias - abril 2025", "Quadril"]
)
def test_days_that_may_be_counted_from_another_date_are_refused(tmp_path, title):
    with pytest.raises(hiplog.LogError):
        held(tmp_path, f"{title}\ndia 1: esq 35s, dir 50s\ndia 2: esq 38s, dir 52s\n")


@pytest.mark.parametrize("text", ["Date: L 35s / R 50s\n", "dia 1: E 35s / D 50s\ndia 2: E 38s / D 52s\n"])
def test_lines_with_holds_are_no_header_of_which_nothing_is_said(tmp_path, text):
    with pytest.raises(hiplog.LogError, match="no line of it tells its day"):
        held(tmp_path, text)


@pytest.mark.parametrize("wrong", ["31.", "31", "12 Mon"])
def test_a_day_that_the_month_does_not_have_is_refused_and_of_no_other_day(tmp_path, wrong):
    assert held(tmp_path, f"April 2026\n9. left 45 s\n{wrong} left 47 s\n") == [("26-04-09", "left", 45)]


@pytest.mark.parametrize(
    "text",
    [
        "Hip log May 2026\n2026-05-04\n25 left\n27 right\n",
        "# May 2026\n## 2026-05-04\n- 25 s left\n- 27 s right\n",
        "May 2026\n\n2026-05-04 pain 3\n2 - left 25 s\n3 - right 27 s\n",
    ],
)
def test_lines_of_a_text_with_dates_of_its_own_begin_with_no_day(tmp_path, text):
    assert held(tmp_path, text) == [("26-05-04", "left", 25), ("26-05-04", "right", 27)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 left 47, pain on the right\n6 left 48\n", [("25-03-04", "left", 47), ("25-03-06", "left", 48)]),
        ("4 left 47\n5 right 52 sore left\n", [("25-03-04", "left", 47), ("25-03-05", "right", 52)]),
        ("Mon 3\n24 left 30 sec right\n", [("25-03-03", "left", 24), ("25-03-03", "right", 30)]),
        ("Mon 3\n24 left, 30 right ok\n", [("25-03-03", "left", 24), ("25-03-03", "right", 30)]),
    ],
)
def test_a_side_behind_words_says_nothing_of_the_number_in_front(tmp_path, text, days):
    assert held(tmp_path, f"March 2025\n{text}") == days


@pytest.mark.parametrize("title", ["Week ending on", "Week ending", "Week ending on Sunday the"])
def test_a_week_that_ends_on_a_day_begins_six_days_before(tmp_path, title):
    assert held(tmp_path, f"{title} 9 March 2025\nMon left 45 s\n") == [("25-03-03", "left", 45)]


@pytest.mark.parametrize("rows", ["plank,30,30", "plank,sick,sick", "hip balance,sick,sick"])
def test_a_table_whose_rows_are_counted_as_another_matter_is_read(rows):
    text = "date,exercise,left 30 s,right 30 s\n" + "".join(f"2025-03-0{day},{rows}\n" for day in (3, 4))
    reading = hiplog.read_log(text.encode(), name="log.csv")
    assert (len(reading.holds), len(reading.how["skipped"])) == (0, 2)
