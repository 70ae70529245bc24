"""What a line of a text tells of the day before, behind what was held on its own."""

import pytest

import hiplog

DAYS = "2025-03-03\nleft 45 s, right 50 s\n2025-03-04\nleft 47 s, right 53 s{}\n"


def read(text):
    reading = hiplog.read_log(text.encode(), name="log.txt")
    return reading.holds["hold_s"].tolist(), reading.rejected["row"].tolist()


@pytest.mark.parametrize(
    "said",
    [
        " (yesterday left 45 s)",
        ". Yesterday's 45 on the left felt harder.",
        ". Yesterday the left was only 45.",
        " (hier gauche 45 s)",
        ". Igår var vänster bara 45.",
    ],
)
def test_what_the_day_before_tells_too_is_a_remark(said):
    assert read(DAYS.format(said)) == ([45, 50, 47, 53], [])
    note = hiplog.read_log(DAYS.format(said).encode(), name="log.txt").holds["note"].tolist()[2]
    assert "45" in note


@pytest.mark.parametrize(
    "said",
    [
        " (yesterday left 42 s)",
        " (yesterday left 45, right 50)",
        ". Yesterday left 45 s. Right 53 s",
        ". Yesterday left 0:45",
        ". Yesterday both 45 s",
    ],
)
def test_what_it_does_not_tell_is_asked_about_with_the_holds_of_the_line(said):
    assert read(DAYS.format(said)) == ([45, 50], [4])


def test_two_days_before_is_not_the_day_before():
    assert read(DAYS.format(" (yesterday left 45 s)").replace("-04", "-05")) == ([45, 50], [4])


def test_in_a_cell_of_words_it_is_asked_about():
    text = "date,notes\n2025-03-03,left 45 s right 50 s\n2025-03-04,left 47 s right 51 s (yesterday left 45 s)\n"
    reading = hiplog.read_log(f"{text}2025-03-05,left 48 s right 50 s\n".encode(), name="log.csv")
    assert (reading.holds["hold_s"].tolist(), reading.rejected["row"].tolist()) == ([45, 50, 48, 50], [3])


def test_a_colon_behind_seconds_parts_a_remark():
    text = "4 mars 2025\ngauche 50 s : ça tremble\n5 mars 2025\ngauche 51 s: droite 60 s\n"
    assert read(text) == ([50, 51, 60], [])


@pytest.mark.parametrize(
    "said",
    [
        ". Yesterday's pain on the left was 6",
        ", yesterday left knee hurt 4/10",
        " (yesterday left hip hurt for 2 hours)",
        ". Gestern rechts 2 Tabletten",
    ],
)
def test_a_pain_of_the_day_before_is_a_remark(said):
    assert read(DAYS.format(said)) == ([45, 50, 47, 53], [])


def test_what_is_in_brackets_behind_the_day_before_was_not_held_on_its_own():
    assert read(DAYS.format(", up from yesterday (45 left, 50 right)")) == ([45, 50], [4])
    assert read(DAYS.format(", better than yesterday (sunny)")) == ([45, 50, 47, 53], [])
