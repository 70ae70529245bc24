"""Lines of a text that begin with a date and say no hold: they head a day, are a remark, or are asked about."""

import pytest

import hiplog


def read(text):
    """Return the month, the day and the seconds of each hold of a text, and the rows that are refused."""
    reading = hiplog.read_log(text.encode(), name="log.txt")
    days = reading.holds["started_at"].dt.strftime("%m-%d")
    return [*zip(days, reading.holds["hold_s"].astype(int), strict=True)], reading.rejected["row"].tolist()


def test_below_marked_dates_a_line_with_another_is_a_remark_of_its_day():
    text = "## 23 December 2025\n- L 66 s\n- 24 December party to get ready for\n- R 71 s\n"
    other = "## 26 December\n24 December party and 25 December lunch: too much sitting.\n- L 60 s\n"
    assert read(text + other) == ([("12-23", 66), ("12-23", 71), ("12-26", 60)], [])


def test_where_its_side_comes_again_a_mark_may_have_been_forgotten():
    text = "## 3 March 2025\n- L 60 s\n4 March - rainy\n- L 62 s\n## 5 March\n- L 64 s\n"
    assert read(text) == ([("03-03", 60), ("03-05", 64)], [4])


@pytest.mark.parametrize("year", ["", " 2025"])
def test_without_marks_a_line_between_two_sides_may_be_either_and_is_asked_about(year):
    text = f"22 December 2025\nL 64 s\n24 December{year} party to get ready for\nR 71 s\n26 December\nL 60\n"
    assert read(text) == ([("12-22", 64), ("12-26", 60)], [4])


def test_so_is_one_right_below_a_date_alone():
    text = "26 December 2025\n24 December party was too much sitting.\nL 60 s\n27 December\nL 61 s\n"
    assert read(text) == ([("12-27", 61)], [3])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 March 2025\nL 61\nR 70\n4 March tired today\nL 63\n", ["03-03", "03-03", "03-04"]),
        ("3 March 2025 slept badly\nL 61\n4 March rainy\nR 63\n", ["03-03", "03-04"]),
        ("3 March 2025\nL 61\n4 March no time\n5 March a bit stiff\nL 63\n", ["03-03", "03-05"]),
        ("3 March 2025\nL 61\n3 March 2025, 19:05 tired\nR 63\n", ["03-03", "03-03"]),
        ("## 3 March 2025\n- L 61\n## 4 March party\n- R 63\n", ["03-03", "03-04"]),
        ("3 March 2025\nL 61\n10-12 reps of clams\nR 63\n", ["03-03", "03-03"]),
        ("3 March 2025\nL 61\n4 March Hip balance\nR 63\n", ["03-03", "03-04"]),
    ],
)
def test_what_heads_a_day_does_so(text, days):
    holds, refused = read(text)
    assert ([day for day, _ in holds], refused) == (days, [])


def test_a_table_with_no_line_of_words_has_no_remark():
    with pytest.raises(hiplog.LogError):
        read("|")


def test_a_line_that_is_asked_about_is_accounted_for_itself():
    text = "22 December 2025\nL 64 s\n24 December party to get ready for\nR 71 s\n26 December\nL 60\n"
    reading = hiplog.read_log(text.encode(), name="log.txt")
    assert 3 in [one["row"] for one in reading.how["skipped"]]


@pytest.mark.parametrize(
    ("text", "kept", "refused"),
    [
        ("- left 60 s\n\n2025-03-04 after a long walk:\n- right 62 s\n\n", [60, 61], [5]),
        ("- left 60 s\n- 4 March after a long walk:\n- right 62 s\n", [60, 61], [4]),
        ("- left 60 s\n4 March after a long walk\n- right 62 s\n", [60, 61], [4]),
        ("left 60 s\n2025-03-04: slept badly\nright 62 s\n", [60, 61], [4]),
    ],
)
def test_below_marked_dates_what_may_head_a_day_by_its_looks_is_asked_about(text, kept, refused):
    holds, rows = read(f"## 2025-03-03\n{text}## 2025-03-06\n- left 61 s\n")
    assert ([seconds for _, seconds in holds], rows) == (kept, refused)


def test_one_marked_date_makes_no_remarks_of_those_below():
    text = "# 3 March 2025\nleft 60 s\n4 March: rainy\nright 62 s\n5 March: sunny\nleft 61 s\n"
    text += "6 March: windy\nright 64 s\n"
    assert read(text) == ([("03-03", 60), ("03-04", 62), ("03-05", 61), ("03-06", 64)], [])


@pytest.mark.parametrize("rest", ["", "rest\n"])
def test_a_date_of_the_next_days_with_its_year_heads_a_day_where_nothing_was_held_above(rest):
    text = f"3 March 2025\n{rest}4 March 2025 new mat\nleft 62 s\nright 63 s\n"
    assert read(text) == ([("03-04", 62), ("03-04", 63)], [])
    assert read(text.replace("4 March", "20 March"))[0] == []


@pytest.mark.parametrize("remark", ["2025-02-20 was the operation", "2025-03-20 physio said fine"])
def test_a_remark_that_names_a_day_out_of_their_order_heads_none_in_silence(remark):
    text = f"2025-03-03\nL 60\nR 55\n{remark}\nL 61\nR 56\n2025-03-12\nL 62\n"
    assert read(text) == ([("03-03", 60), ("03-03", 55), ("03-12", 62)], [5, 6])


@pytest.mark.parametrize("remark", ["4 March slept badly", "4 March physio said fine", "5 March: party at home"])
def test_a_day_between_its_neighbours_is_one_whatever_its_remark_says(remark):
    text = f"3 March 2025\nL 60\nR 55\n{remark}\nL 61\nR 56\n{{}} March\nL 62\n"
    days = ["03-03", "03-03", *[f"03-0{remark[0]}"] * 2, "03-06"]
    assert read(text.format(6)) == ([*zip(days, [60, 55, 61, 56, 62], strict=True)], [])


def test_a_day_after_a_gap_or_before_one_is_a_day_though_its_remark_tells_of_sleep():
    text = "{} March 2025\nL 60\nR 55\n10 March slept badly\nL 61\nR 56\n{} March\nL 62\n"
    for first, last in ((3, 12), (12, 3)):
        assert [day for day, _ in read(text.format(first, last))[0]][2:4] == ["03-10", "03-10"]
