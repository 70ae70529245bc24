# ruff: noqa: RUF001  (signs that look alike stand in some languages)
"""Chats: what a later message puts right, what is asked back, whose a message below its day is."""

import pytest

import hiplog


def read(tmp_path, text):
    path = tmp_path / "chat.txt"
    path.write_text(text, encoding="utf-8")
    return hiplog.read_log(path)


def held(reading):
    return [*zip(reading.holds["side"], reading.holds["hold_s"], strict=True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("left 85 right 41 pain 3", "typo! left 58, not 85"),
        ("left 85 s, right 41 s, pain 3", "left 58 s instead of 85 s"),
        ("links 85 rechts 41 Schmerz 3", "Vertippt! links 58, nicht 85"),
        ("sx 85 dx 41 dolore 3", "scusa, sx 58 non 85"),
        ("gauche 85 droite 41 douleur 3", "gauche 58 et pas 85"),
    ],
)
def test_a_message_that_says_what_another_was_not_stands_for_it(tmp_path, first, second):
    reading = read(tmp_path, f"2026-03-13 07:09 - Kim: {first}\n2026-03-13 07:11 - Kim: {second}\n")
    assert held(reading) == [("right", 41), ("left", 58)]
    assert reading.holds["pain_after"].tolist()[0] == 3
    assert reading.rejected["expected"].str.contains("nothing: line 2 says").tolist() == [True]


@pytest.mark.parametrize(
    ("day", "who", "said"),
    [
        ("13", "Kim", "left 58, not 84"),
        ("14", "Kim", "left 58, not 85"),
        ("13", "Ada", "left 58, not 85"),
        ("13", "Kim", "right 58, not 85"),
        ("13", "Kim", "not bad, left 58"),
        ("13", "Kim", "left 58, not 85% of it"),
    ],
)
def test_what_puts_nothing_right_leaves_what_was_said(tmp_path, day, who, said):
    reading = read(tmp_path, f"2026-03-13 07:09 - Kim: left 85 right 41\n2026-03-{day} 17:11 - {who}: {said}\n")
    assert held(reading)[:2] == [("left", 85), ("right", 41)]


@pytest.mark.parametrize(
    "said", ["right 46? Well done!", "rechts 46? Klasse!", "右46秒？すごい", "left 46, right 40?"]
)
def test_what_somebody_asks_back_is_no_hold(tmp_path, said):
    reading = read(tmp_path, f"2026-03-13 07:09 - Kim: left 45 s\n2026-03-13 17:11 - Ada: {said}\n")
    assert held(reading) == [("left", 45)]
    assert len(reading.rejected) == 1


def test_a_question_behind_the_holds_leaves_them(tmp_path):
    assert held(read(tmp_path, "2026-03-13 07:09 - Kim: left 45 s. More?\n")) == [("left", 45)]


def test_the_second_line_of_a_message_is_of_it(tmp_path):
    text = "2026-03-13 07:09 - Kim: left 45 right 41\npain 2, knee ok\n2026-03-14 07:09 - Kim: ok\n"
    reading = read(tmp_path, text)
    assert reading.holds["pain_after"].tolist() == [2, 2]


def test_messages_below_their_day_have_their_time_and_their_writer(tmp_path):
    text = "2026/03/13(金)\n07:12\t花子\t左４５秒　右３８秒　痛み４\n21:03\t花子\t[スタンプ]\n"
    reading = read(tmp_path, text + "08:30\t佐藤\tいいですね\n")
    assert held(reading) == [("left", 45), ("right", 38)]
    assert reading.holds["started_at"].dt.strftime("%d %H:%M").tolist() == ["13 07:12"] * 2
    assert len(reading.rejected) == 0


@pytest.mark.parametrize("weekday", ["周五：", "星期五：", "周五 ", ""])
def test_a_weekday_without_blanks_behind_a_date_is_a_part_of_it(tmp_path, weekday):
    text = f"2026年3月13日 {weekday}左腿42秒，右腿38秒，疼痛3分\n"
    assert held(read(tmp_path, text)) == [("left", 42), ("right", 38)]


def test_an_exercise_or_a_side_behind_a_time_writes_no_message(tmp_path):
    plank = "07:10\tPlank\t60 s left, 60 s right\n07:20\tHip\tleft 45 s, right 44 s\n"
    assert ("left", 60) not in held(read(tmp_path, f"2026-03-04\n{plank}2026-03-05 left 41 s\n"))
    sides = read(tmp_path, "2026-03-04\n7:10\tleft\t45 s\n7:12\tright\t44 s\n")
    assert sides.how["people"] == []
    assert sides.rejected["text"].tolist() == ["7:10 left 45 s", "7:12 right 44 s"]


@pytest.mark.parametrize(
    "said",
    ["left 45 s right 44 s - why so low?", "Left 45 s - was it the cold? Right 44 s.", "left 45, right 44, ok?"],
)
def test_a_question_in_the_words_behind_a_hold_leaves_it(tmp_path, said):
    assert held(read(tmp_path, f"2026-03-04 {said}\n")) == [("left", 45), ("right", 44)]


@pytest.mark.parametrize(
    ("first", "second"), [("", " evening:"), (" 07:10", " 19:00"), ("", " 19:00"), (" 07:10", " 08:10")]
)
def test_another_time_of_day_puts_nothing_right(tmp_path, first, second):
    reading = read(tmp_path, f"2026-03-04{first} left 45, right 44\n2026-03-04{second} left 40, not 45\n")
    assert held(reading)[:2] == [("left", 45), ("right", 44)]
