"""Remarks that mention another exercise beside, before and behind holds, and what names one alone."""

import pytest

import hiplog

REMARKS = [
    "8000 steps",
    "walked over the bridge",
    "no squats today",
    "did planks yesterday",
    "calf cramp",
    "arms tired",
    "shoulder sore",
    "shoulder pain 5",
    "keine Kniebeugen heute",
]
NAMES = ["Plank", "side plank", "Squats 3x10", "calf stretch", "Liegestütze"]


def read(text, name="hip.csv"):
    return hiplog.read_log(text.encode(), name=name)


def held(reading):
    return [*zip(reading.holds["side"], reading.holds["hold_s"], strict=True)]


BOTH = [("left", 40.0), ("right", 41.0)]


@pytest.mark.parametrize("header", ["note", "what else", "x", "info", "remark"])
@pytest.mark.parametrize("shape", ["date,left,right,{}\n{}", "date,side,hold,{}\n{}"])
def test_a_remark_in_a_column_drops_no_row(header, shape):
    cells = "{},{}" if "left" in shape else "left,{}"
    rows = [f"2026-03-0{i},{cells.format(40 + i, 50 + i)},{said}" for i, said in enumerate([*REMARKS[:8], ""], 1)]
    reading = read(shape.format(header, "\n".join(rows)))
    assert len(reading.holds) == len(rows) * (2 if "left" in shape else 1)
    assert reading.holds["note"].dropna().nunique() == len(rows) - 1 or reading.not_used == [header]


@pytest.mark.parametrize("cells", [REMARKS, ["plank", "weighted plank", "barbell squats", "russian twist"]])
def test_a_column_that_may_name_other_exercises_or_have_remarks_is_asked_about(cells):
    text = "date,what,side,hold\n" + "".join(f"2026-03-0{i},{said},left,4{i}\n" for i, said in enumerate(cells, 1))
    with pytest.raises(hiplog.LogError, match="'what' may name other exercises, as "):
        read(text)
    notes = hiplog.read_log(text.encode(), columns={"what": "note"}).holds["note"].tolist()
    others = hiplog.read_log(text.encode(), columns={"what": "exercise"}).holds
    assert [notes, len(others)] == [cells, 0]


@pytest.mark.parametrize("header", ["x", "done", "exercise"])
def test_a_column_of_names_of_others_is_of_exercises(header):
    rows = "".join(f"2026-03-0{i},left,{40 + i},{name}\n" for i, name in enumerate(NAMES, 1))
    reading = read(f"date,side,hold,{header}\n{rows}")
    assert [len(reading.holds), len(reading.how["skipped"])] == [0, len(NAMES)]


@pytest.mark.parametrize("said", REMARKS)
def test_a_remark_behind_holds_in_a_line_is_a_note(said):
    reading = read(f"2026-03-01: left 40 s, right 41 s, {said}\n2026-03-02: left 42 s\n", "hip.txt")
    assert [held(reading)[:2], reading.holds["note"].dropna().unique().tolist()] == [BOTH, [said]]


@pytest.mark.parametrize("said", REMARKS)
@pytest.mark.parametrize(
    "line", ["2026-03-01: {}, left 40 s\n", "2026-03-01: {}: left 40 s\n", "2026-03-01 {}\nleft 40 s\n"]
)
def test_a_remark_before_holds_in_a_line_leaves_them_read_or_refused(said, line):
    reading = read(f"{line.format(said)}\n2026-03-02: right 41 s\n", "hip.txt")
    assert ("left", 40.0) in held(reading) or {1, 2} & {*reading.rejected["row"]}


@pytest.mark.parametrize("said", REMARKS)
def test_a_remark_in_a_line_of_its_own_is_kept(said):
    reading = read(f"2026-03-01\nleft 40 s, right 41 s\n{said}\n", "hip.txt")
    assert held(reading) == BOTH
    assert said in [*reading.days["note"], *reading.holds["note"].dropna()]


@pytest.mark.parametrize("name", [name for name in NAMES if "3x" not in name])
@pytest.mark.parametrize(
    "line", ["{}\nleft 60 s\n", "{}: left 60 s\n", "{} left 60 s\n", "{}, left 60 s\n", "left 60 s {}\n"]
)
def test_a_hold_of_another_exercise_is_none_of_ours(name, line):
    reading = read(f"2026-03-01\nleft 40 s, right 41 s\n{line.format(name)}", "hip.txt")
    assert [held(reading), len(reading.rejected) + len(reading.how["skipped"]) > 0] == [BOTH, True]


@pytest.mark.parametrize(
    "line", ["{} left 60 s\n", "{}, left 60 s\n", "left 60 s {}\n", "{}: left 60 s, right 55 s\n"]
)
@pytest.mark.parametrize("name", ["Weighted plank", "single leg squats with a band"])
def test_words_that_may_name_another_exercise_are_asked_about(name, line):
    reading = read(f"2026-03-01\nleft 40 s, right 41 s\n{line.format(name)}", "hip.txt")
    assert [held(reading), reading.rejected["row"].tolist()] == [BOTH, [3]]


def test_words_in_a_cell_that_may_name_another_exercise_are_asked_about():
    rows = '2026-03-01,"left 40 s, right 41 s"\n2026-03-02,"Weighted plank, left 60 s"\n2026-03-03,arms tired\n'
    reading = read(f"date,what\n{rows}")
    assert [held(reading), reading.rejected["row"].tolist()] == [BOTH, [3]]
    assert reading.days["note"].tolist() == ["arms tired"]


@pytest.mark.parametrize("cell", ["left (after squats)", "left - arm hurts"])
def test_a_side_with_a_remark_is_refused_and_not_dropped(cell):
    reading = read(f"date,side,hold\n2026-03-01,{cell},40\n2026-03-02,right,41\n2026-03-03,left plank,42\n")
    assert [held(reading), reading.rejected["row"].tolist()] == [BOTH[1:], [2]]


@pytest.mark.parametrize(
    "line", ["left 45 s, right 41 s, plank 60 s", "left 45 s; plank: 60 s", "hip balance: left 45 s; plank: 60 s"]
)
def test_another_exercise_behind_holds_of_ours_makes_neither_the_other(line):
    reading = read(f"2026-03-01\nleft 40 s, right 41 s\n{line}\n", "hip.txt")
    assert [held(reading), reading.rejected["row"].tolist()] == [BOTH, [3]]


def test_a_word_that_ends_like_a_letter_of_a_side_is_none():
    line = "45 s on the left wobbly, 41 s on the right better"
    reading = read(f"2026-03-01\nleft 40 s, right 41 s\n{line}\n", "hip.txt")
    assert reading.rejected["text"].tolist() == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Average left 50 s, right 48 s.",
        "Best ever: left 90 s, right 80 s",
        "Best left 95 s / right 99 s",
        "Record from 14 May: left 90 s, right 80 s",
        "PB (14 May): left 90 s, right 80 s",
        "Goal 1 December: left 60 s, right 60 s",
        "Ziel bis 1. Dezember: links 60 s, rechts 60 s",
        "Objectif 1er décembre : gauche 60 s, droite 60 s",
        "Next week: left 60 s, right 60 s",
        "Yesterday was bad, left 50 s, right 55 s.",
        "left 44 s, right 45 s, goal left 60 s, right 60 s",
        "Gauche une minute et quart, droite une minute et demie.",
    ],
)
def test_what_was_held_on_no_day_or_nobody_knows_on_which_is_no_hold_on_either_side(line):
    text = f"2025-11-03 left 40 s, right 41 s\n{line}\n"
    assert hiplog.read_log(text.encode(), name="log.txt").holds["hold_s"].tolist() == [40, 41]


@pytest.mark.parametrize(
    "line", ["Last night my hip hurt. Left 50 s, right 55 s.", "Great, best yet. Left 50 s, right 55 s"]
)
def test_a_remark_in_a_sentence_of_its_own_leaves_the_holds_behind_it(line):
    holds = hiplog.read_log(f"2025-11-03\n{line}\n".encode(), name="log.txt").holds
    assert holds["hold_s"].tolist() == [50, 55]
    assert holds["started_at"].dt.day.tolist() == [3, 3]
