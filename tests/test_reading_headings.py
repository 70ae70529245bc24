"""Headings of a text: sets below a side, and days of which nothing is said."""

import pytest

import hiplog


def read(tmp_path, text):
    path = tmp_path / "log.txt"
    path.write_text(text, encoding="utf-8")
    return hiplog.read_log(path)


@pytest.mark.parametrize(
    ("day", "left", "right", "number"),
    [
        ("Monday, March 3, 2025 at 7:10 PM", "Hip Balance (Left)", "Hip Balance (Right)", "Set {}: "),
        ("Montag, 3. März 2025 um 19:10", "Hüftbalance (links)", "Hüftbalance (rechts)", "Satz {}: "),
        ("2025-03-03 19:10", "Équilibre de hanche gauche", "Équilibre de hanche droite", "Série {} : "),
        ("2025-03-03 19:10", "equilibrio anca sinistra", "equilibrio anca destra", "Serie {}. "),
    ],
)
def test_numbered_sets_below_a_side_are_holds(tmp_path, day, left, right, number):
    one, two = number.format(1), number.format(2)
    reading = read(
        tmp_path, f"Evening\n{day}\n\n{left}\n{one}45 s\n{two}1:02\n\n{right}\n{one}38 s\n\nPlank\n{one}90 s\n"
    )
    assert reading.holds["hold_s"].tolist() == [45, 62, 38]
    assert set(reading.holds["started_at"].dt.strftime("%m-%d %H:%M")) == {"03-03 19:10"}


@pytest.mark.parametrize("said", ["Set 1: 12 reps", "Set 2: 40 kg x 8", "Set 3: skipped", "Setting 4: 50 s"])
def test_a_set_of_what_is_no_time_is_no_hold(tmp_path, said):
    reading = read(tmp_path, f"2025-03-03\n\nHip balance (left)\nSet 0: 45 s\n{said}\n")
    assert reading.holds["hold_s"].tolist() == [45]


@pytest.mark.parametrize("nothing", ["-", "—", ":", ""])
def test_a_day_of_which_nothing_is_said_is_counted(tmp_path, nothing):
    reading = read(tmp_path, f"2025-03-03 left 45 s\n2025-03-04 {nothing}\n2025-03-05 left 47 s\n")
    assert reading.how["skipped"] == [{"row": 2, "reason": "no hold"}]


def test_a_day_that_heads_lines_is_no_row_of_its_own(tmp_path):
    reading = read(tmp_path, "2025-03-03\nleft 45 s\n2025-03-04\nleft 47 s\n")
    assert reading.how["skipped"] == []
