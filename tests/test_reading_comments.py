"""A line of a diary that gives a side and how long is a hold whatever is said beside it, and else is none."""

import pytest

import hiplog

PLACES = {
    "dated": "2026-03-01 left 40 s, right 38 s\n2026-03-02 {}\n2026-03-03 left 41 s, right 39 s\n",
    "headed": "2026-03-01\nleft 40 s, right 38 s\n\n2026-03-02\n{}\n\n2026-03-03\nleft 41 s, right 39 s\n",
    "journal": "# 2026-03-01\n\n- left 40 s\n- right 38 s\n\n# 2026-03-02\n\n- {}\n\n# 2026-03-03\n\n- left 41\n",
}
HOLDS = {
    "left 2 min easy": "left 120",
    "45 s left wobbly": "left 45",
    "right 41 s more stable": "right 41",
    "after yoga: left 45 s": "left 45",
    "left 45s (shaky)": "left 45",
    "R 50 sec, bit sore": "right 50",
    "left 1:05 - ok": "left 65",
    "right 60 s, left 55 s tired today": "right 60 left 55",
    "Left 38 s, pain 3": "left 38",
    "right 52s 2nd try": "right 52",
    "left 1 min 10 s, pain 3 out of 10": "left 70",
    "left 45 s still wobbly": "left 45",
    "right 40 s again": "right 40",
    "before breakfast: left 50 s, right 48 s": "left 50 right 48",
    "left 55 s before breakfast": "left 55",
    "left 45 s until my foot slipped": "left 45",
    "L 35s R 40s rainy day, stiff": "left 35 right 40",
    "left: 45 s 🙂": "left 45",
    "right 0:58 😖 hip clicked": "right 58",
    "40 s right \u2013 better than Monday": "right 40",
    "left 62 s new record!": "left 62",
    "right 30 sec only, felt tired": "right 30",
    "left 45 sec / right 50 sec / felt good": "left 45 right 50",
    "left 90 s with eyes closed": "left 90",
    "Left 1:30, Right 1:25, 2 stumbles": "left 90 right 85",
    "first thing: right 44 s": "right 44",
    "left 70 seconds holding the chair": "left 70",
    "right 65 seconds without the chair": "right 65",
    "left 33 s [slippery floor]": "left 33",
    "balance left 48 s more or less steady": "left 48",
    "55 s left, 50 s right, 3 out of 10": "left 55 right 50",
    "left 42 s then cramp": "left 42",
    "tired today, left 30 s, right 28 s": "left 30 right 28",
    "left side 2 minutes, no problem": "left 120",
    "right leg 75 s, wobbly at the end": "right 75",
    "ok day - left 51 s - right 49 s": "left 51 right 49",
    "left 45 s and right 40 s after a walk": "left 45 right 40",
    "left 1 min, right 1 min, easy": "left 60 right 60",
    "right 47 s, 3rd attempt": "right 47",
    "in the kitchen: left 36 s, right 39 s": "left 36 right 39",
    "left 45 s, right 40 s, slept 6 hours": "left 45 right 40",
    "evening right 58 s left 61 s good": "right 58 left 61",
    "links 45 s wackelig": "left 45",
    "rechts 1:10 - heute besser": "right 70",
    "nach dem Yoga: links 50 Sek, rechts 48 Sek": "left 50 right 48",
    "gauche 45 s encore instable": "left 45",
    "droite 50 s, un peu mal": "right 50",
    "izquierda 40 s más estable": "left 40",
    "links 55 sec, nog wat stijf": "left 55",
    "rechts 1 min voor het ontbijt": "right 60",
}
NO_HOLDS = (
    "Left for 10 minutes to walk the dog",
    "3 weeks left until surgery",
    "10 minutes late, left at 8",
    "20 s left on the timer",
    "5 s more left than yesterday",
    "pain 6 right, 1 left",
    "left the house at 8:05",
    "left work 20 min early",
    "turned right after 5 min",
    "2 left to go",
    "only 10 min left before work, no exercise",
    "5 minutes left in the session",
    "was all right for 30 min",
    "right after 10 minutes of walking it hurt",
    "left hip hurt for 20 min",
    "right knee pain 4",
    "slept on left side 6 hours",
    "left 10 min ago",
    "left 5 min late for the appointment",
    "ice pack left hip 15 min",
    "heat on right hip 20 min",
    "30 s left of the song when I quit",
    "right, 5 km walk",
    "left shoe 2 sizes too big",
    "room 12, second door on the right",
    "bus left at 7:45",
    "10 days left",
    "right now 2 out of 10",
    "left 3 messages for the doctor",
    "stretching left calf 30 s",
    "massage left 10 min",
    "I left after 15 min because of the rain",
    "left in 5 minutes",
    "20 min walk, left knee fine",
    "about 3 min left, too tired to go on",
    "right side 10 s worse than Monday",
    "links abgebogen nach 10 min",
    "noch 20 min, dann links abbiegen",
    "à gauche après 5 min de marche",
    "goal: left 60 s",
)


def on_the_second(tmp_path, place, line):
    """Return the holds of 2 March as "left 45 right 40", where `line` stands in a log in that `place`."""
    path = tmp_path / "log.md"
    path.write_text(PLACES[place].format(line))
    holds = hiplog.read_log(path).holds
    held = holds[holds["started_at"].dt.day == 2]
    return " ".join(f"{side} {seconds:g}" for side, seconds in zip(held["side"], held["hold_s"], strict=True))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("line", "held"), HOLDS.items())
def test_a_comment_beside_a_hold_leaves_it_a_hold(tmp_path, place, line, held):
    assert on_the_second(tmp_path, place, line) == held


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", NO_HOLDS)
def test_a_side_beside_a_number_that_is_none_of_a_hold_is_no_hold(tmp_path, place, line):
    assert on_the_second(tmp_path, place, line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "In March: left 45 s",
        "My wife: left 40 s",
        "Kim: left 45 s",
        "left 45 s average",
        "left 45 s planned",
        "left 45 s not done",
        "left 45 s then 30 s",
        "left 45 s 3 times",
        "left 45 s same on the right",
        "left 45 s yesterday",
        "left 2 m away",
        "left 2 min for work",
        "left 1:30 pm",
        "20 s left before I gave up",
        "left 5 s better",
        "left 10 s less than Monday",
        "links 5 s besser als gestern",
        "left 45 s 3x",
        "for Kim: left 45 s",
        "in total: left 45 s",
        "5 s left wobbly",
        "in the gym: plank left 45 s",
    ],
)
def test_what_a_comment_makes_of_another_time_or_number_is_refused_and_named(tmp_path, line):
    path = tmp_path / "log.md"
    path.write_text(PLACES["dated"].format(line))
    reading = hiplog.read_log(path)
    assert [len(reading.holds), reading.rejected["row"].tolist()] == [4, [2]]


def test_a_hold_of_another_time_is_in_the_note_of_its_day(tmp_path):
    path = tmp_path / "log.md"
    path.write_text(PLACES["dated"].format("Before surgery: left 90 s"))
    reading = hiplog.read_log(path)
    assert [len(reading.holds), *reading.days["note"].dropna()] == [4, "Before surgery: left 90 s"]


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("left 45 s in the kitchen", "in the kitchen"),
        ("left 45 s lost balance", "lost balance"),
        ("left 45 s after yoga", "after yoga"),
        ("after yoga: left 45 s", "after yoga"),
        ("45 s left on its own", None),
        ("45 s left wobbly on the mat", "wobbly on the mat"),
        ("left 45 s fell 3 times", "fell 3 times"),
        ("left 45 s best so far", "best so far"),
        ("left 45 s to failure", "to failure"),
        ("links 45 s op de mat", "op de mat"),
        ("links 45 s in der Küche", "in der Küche"),
        ("links 45 s mal wieder wackelig", "mal wieder wackelig"),
        ("left 45 s better than Monday", "better than Monday"),
        ("left 20 s, worse than Monday", "worse than Monday"),
        ("left 45 s :)", "\U0001f642"),
        ("left 45 s :-( ouch", "\U0001f641; ouch"),
    ],
)
def test_a_comment_is_the_note_of_its_hold(tmp_path, line, note):
    path = tmp_path / "log.md"
    path.write_text(PLACES["dated"].format(line))
    assert hiplog.read_log(path).holds["note"].dropna().tolist() == [note] * (note is not None)


def read_lines(folder, text):
    (folder / "log.txt").write_text(text)
    return hiplog.read_log(folder / "log.txt")


@pytest.mark.parametrize("label", ["plan", "goal", "Ziel", "target", "plan for March"])
def test_a_plan_is_that_of_both_sides_that_stand_behind_it(tmp_path, label):
    read = read_lines(tmp_path, f"2026-03-04 left 41 s, right 44 s\n2026-03-05 {label}: left 60 s, right 60 s\n")
    assert read.holds["hold_s"].tolist() == [41, 44]
    assert f"{label}: left 60 s, right 60 s" in str(
        read.days["note"].tolist() + read.rejected.to_string().split("\n")
    )


def test_what_was_held_behind_a_plan_is_asked_about_and_a_target_in_front_hides_nothing(tmp_path):
    read = read_lines(tmp_path, "2026-03-04 left 41 s, right 44 s\n2026-03-05 plan: left 60 s. Did left 45 s\n")
    assert (read.holds["hold_s"].tolist(), len(read.rejected)) == ([41, 44], 1)
    other = read_lines(
        tmp_path, "2026-03-04 left 41 s, right 44 s\n2026-03-05 target: 60 s, left 45 s, right 44 s\n"
    )
    assert 45 in other.holds["hold_s"].tolist() or len(other.rejected)


@pytest.mark.parametrize(
    "said",
    ["vänster 46 sek igår", "sinistra 46 sec ieri", "esquerda 46 seg ontem", "лево 46 сек вчера", "左 46 秒 昨日"],
)
def test_the_time_of_another_day_is_asked_about_in_every_language(said):
    reading = hiplog.read_log(PLACES["dated"].format(said).encode(), name="notes.txt")
    assert reading.rejected["text"].tolist() == [said]
    assert len(reading.holds) == 4
