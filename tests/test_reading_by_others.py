"""What another place of a file tells of a cell or a line: the cell above, a legend, a title, an id, a heading."""

import pytest

import hiplog


def read(text, name="log.txt"):
    return hiplog.read_log(text.encode(), name=name)


def sides_and_seconds(reading):
    return [*zip(reading.holds["side"], reading.holds["hold_s"], strict=True)]


def count(text):
    try:
        return len(read(text).holds)
    except hiplog.LogError:
        return 0


def days(reading):
    return reading.holds["started_at"].dt.strftime("%m-%d").tolist()


@pytest.mark.parametrize("mark", ['"', "〃", "ditto", '-"-', "idem", "同上"])
def test_a_mark_that_repeats_the_cell_above_says_what_stands_there(mark):
    rows = (
        f"| 6 July 2026 | left | 65 | 3 |\n| {mark} | right | 72 | {mark} |\n| 7 July 2026 | left | {mark} | 2 |\n"
    )
    reading = read(f"| Date | Side | Held (s) | Pain after |\n|---|---|---|---|\n{rows}")
    assert sides_and_seconds(reading) == [("left", 65), ("right", 72), ("left", 72)]
    assert days(reading) == ["07-06", "07-06", "07-07"]
    assert reading.holds["pain_after"].tolist() == [3, 3, 2]


@pytest.mark.parametrize(
    ("legend", "left", "right"),
    [
        ("Side: 1 = left, 2 = right", "1", "2"),
        ("A = right hip; B = left hip", "B", "A"),
        ("left=x / right=y", "x", "y"),
    ],
)
def test_a_legend_above_a_table_tells_what_stands_for_the_sides(legend, left, right):
    reading = read(f'"{legend}",,\ndate,side,seconds\n2026-03-04,{left},44\n2026-03-04,{right},35\n', "log.csv")
    assert sides_and_seconds(reading) == [("left", 44), ("right", 35)]


def test_without_a_legend_such_sides_are_refused():
    reading = read("date,side,seconds\n2026-03-04,1,44\n2026-03-05,left,35\n", "log.csv")
    assert reading.rejected["row"].tolist() == [2]


def test_a_legend_in_a_text_tells_what_stands_for_the_sides_before_a_number_alone():
    lines = "10 Aug 2026: bad 35 s, good 70 s\n11 Aug 2026: good: 71 s, bad: 36 s, had a bad night\n"
    reading = read(f"bad = my right hip, good = my left hip\n{lines}")
    assert sides_and_seconds(reading) == [("right", 35), ("left", 70), ("left", 71), ("right", 36)]
    assert reading.holds["note"].tolist()[2:] == ["had a bad night"] * 2


HOLDS = "left 45 s, right 50 s"


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        ("Hüftbalance Juni 2026", ["Mo 1.6.", "Di 2.6.", "Mi 3.6."], ["06-01", "06-02", "06-03"]),
        ("Hip balancing, January 2026", ["Mon 12:", "Tue 13:", "Fri 16:"], ["01-12", "01-13", "01-16"]),
        ("Week 41, 2026", ["Monday:", "Wednesday:", "Sunday:"], ["10-05", "10-07", "10-11"]),
        ("Uke 1, 2027", ["Mandag:", "Søndag:"], ["01-04", "01-10"]),
        ("2026-W41", ["Mo", "So"], ["10-05", "10-11"]),
        ("Hip balancing 2026 (pain 0-10)", ["12 Oct:", "13 Oct:"], ["10-12", "10-13"]),
        ("begun on 28 December 2025", ["Sun 28 Dec:", "Thu 1 Jan:", "Fri 2 Jan:"], ["12-28", "01-01", "01-02"]),
        ("2026年8月", ["8月3日:", "8月4日:"], ["08-03", "08-04"]),
    ],
)  # fmt: skip
def test_a_title_or_a_heading_completes_the_dates_of_lines(title, lines, expected):
    reading = read("\n".join([title, "", *(f"{line} {HOLDS}" for line in lines)]))
    assert days(reading) == [day for day in expected for _ in range(2)]
    assert not len(reading.rejected)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Hip balancing, January 2026", "Mon 13:"),  # a Tuesday
        ("Hip balancing, June 2026", "Mi 2.6."),  # a Tuesday too
        ("Week 54, 2026", "Monday:"),
        ("Week 41", "Monday:"),
        ("Born 1961", "12 Oct:"),
    ],
)
def test_dates_that_a_title_does_not_complete_for_sure_give_no_hold(title, line):
    assert count(f"{title}\n\n{line} {HOLDS}\n{line} {HOLDS}\n") == 0


def test_a_weekday_that_is_not_that_of_the_date_above_is_refused():
    reading = read(f"5 May 2020: {HOLDS}\nTuesday: {HOLDS}\nMonday: {HOLDS}\n")
    assert days(reading) == ["05-05"] * 4
    assert reading.rejected["row"].tolist() == [3]


def test_the_days_below_the_next_week_are_of_that_week():
    reading = read(f"Week 41, 2026\nMonday: {HOLDS}\n\nWeek 42, 2026\nMonday: {HOLDS}\nFriday: {HOLDS}\n")
    assert days(reading)[::2] == ["10-05", "10-12", "10-16"]


def test_the_evening_is_the_second_half_of_the_day():
    reading = read("2026年8月\n8月5日 晚上9:40 左40秒 右49秒\n8月6日 早上7:20 左41秒 右50秒\n")
    assert reading.holds["started_at"].dt.hour.tolist() == [21, 21, 7, 7]


def test_the_letters_of_a_legend_are_all_of_its_language():
    reading = read("Quadril (E = esquerda, D = direita)\n\n02/fev/2026: E 45s, D 52s\n")
    assert sides_and_seconds(reading) == [("left", 45), ("right", 52)]


@pytest.mark.parametrize("pain", ["pain 5 > 4", "pain 5>4", "pain 5→4", "Pain before 5, after 4"])
def test_pain_that_went_down_is_before_and_after(pain):
    reading = read(f"10 Aug 2026: left 45 s, right 50 s, {pain}\n")
    assert reading.holds[["pain_before", "pain_after"]].values.tolist() == [[5, 4]] * 2


def test_pain_of_two_moments_in_a_cell_may_have_an_arrow():
    reading = read("date,left,right,pain before/after\n2026-03-04,44,35,3>2\n2026-03-05,44,35,4 -> 1\n", "log.csv")
    assert reading.holds[["pain_before", "pain_after"]].values.tolist() == [[3, 2]] * 2 + [[4, 1]] * 2


def test_each_side_in_two_words_is_both():
    assert sides_and_seconds(read("3.6.2026: wenig Zeit, je Seite 50 s\n")) == [("left", 50), ("right", 50)]


def test_an_id_is_the_name_of_what_has_it():
    xml = """<app><exercises><exercise id="e1" name="Hip balance"/><exercise id="e2" name="Plank"/></exercises>
    <hold date="2026-03-04" exercise="e1" side="left" seconds="44"/>
    <hold date="2026-03-04" exercise="e2" side="left" seconds="99"/>
    <hold date="2026-03-05" exercise="e1" side="right" seconds="35"/></app>"""
    reading = read(xml, "log.xml")
    assert sides_and_seconds(reading) == [("left", 44), ("right", 35)]
    assert not len(reading.rejected)


def test_lines_of_names_and_values_are_records():
    text = (
        'ts=2026-08-10T21:03 event=start\nts=2026-08-10T21:04 event=hold side=left held=62s note="a bit stiff"\n'
    )
    reading = read(text, "hip.log")
    assert sides_and_seconds(reading) == [("left", 62)]
    assert reading.holds["note"].tolist() == ["a bit stiff"]
    assert reading.how["skipped"] == [{"row": 1, "reason": "no hold"}]


def test_a_text_within_a_record_is_read_as_text():
    note = "Hip balancing, January 2026\\nMon 12: L 25s R 33s pain 6\\nTue 13: L 27s R 35s pain 5\\n"
    reading = read(f'{{"color": "red", "created": 1768203300000000, "textContent": "{note}"}}', "note.json")
    assert sides_and_seconds(reading) == [("left", 25), ("right", 33), ("left", 27), ("right", 35)]


def test_a_table_of_which_no_hold_came_is_read_by_its_words():
    said = "Hip balancing: left 38 s, right 45 s. Pain 5 before, 4 after."
    reading = read(
        f'[{{"created": "2026-02-09", "text": "{said}"}}, {{"created": "2026-02-10", "text": "{said}"}}]'
    )
    assert sides_and_seconds(reading) == [("left", 38), ("right", 45)] * 2
    assert reading.holds["pain_before"].tolist() == [5] * 4


NOTES = "date,left,right,comment\n2026-03-04,44,35,{}\n2026-03-05,45,36,{}\n2026-03-06,45,36,\n"


def test_pain_that_most_notes_say_of_both_moments_is_taken_and_said():
    reading = read(NOTES.format('"pain before 4, after 3"', '"stiff, pain 5 -> 2"'), "log.csv")
    assert reading.holds[["pain_before", "pain_after"]].astype(float).values.tolist()[:4:2] == [[4, 3], [5, 2]]
    assert reading.holds["pain_after"].isna().tolist()[4:] == [True, True]
    assert reading.holds["note"].tolist()[2] == "stiff, pain 5 -> 2"
    assert "pain is what the words of comment tell" in reading.summary()


@pytest.mark.parametrize(
    "note",
    [
        "pain 4",
        '"back pain before 4, after 3"',
        '"pain before work 4, after 3"',
        "tired",
        '"no pain before, 2 after"',
    ],
)
def test_pain_of_which_a_note_is_not_plain_stays_in_the_note(note):
    reading = read(NOTES.format(note, note), "log.csv")
    assert reading.holds[["pain_before", "pain_after"]].isna().all(axis=None)


def test_a_column_headed_at_has_the_times():
    reading = read("date,at,left,right\n2026-03-04,06:50,44,35\n2026-03-05,22:05,45,36\n", "log.csv")
    assert reading.holds["started_at"].dt.hour.tolist() == [6, 6, 22, 22]
