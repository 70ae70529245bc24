"""What a legend says of the letters in a column of sides, wherever it stands, and what is none."""

import pytest

import hiplog

ROWS = ["date,side,hold", "2026-03-01,L,40", "2026-03-02,R,41", "2026-03-03,B,42"]
LEFT, RIGHT = ("left", 40.0), ("right", 41.0)


def read(lines, name="hip.csv"):
    return hiplog.read_log("\n".join(lines).encode(), name=name)


def held(reading):
    return [*zip(reading.holds["side"], reading.holds["hold_s"], strict=True)]


PLACES = {
    "above": lambda legend: [*legend, *ROWS],
    "below": lambda legend: [*ROWS, *legend],
    "below a blank line": lambda legend: [*ROWS, "", *legend],
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("legend", "third"),
    [
        (["B = both"], [("left", 42), ("right", 42)]),
        (["B = bad side (left)"], [("left", 42)]),
        (["L = left, R = right, B = bad side (left)"], [("left", 42)]),
        (["L = left", "R = right", "B = the bad one (left)"], [("left", 42)]),
        (["Legend:,B = rechts"], [("right", 42)]),
        (["L = links; R = rechts; B = beide"], [("left", 42), ("right", 42)]),
    ],
)
def test_a_legend_says_what_a_letter_means_above_or_below_its_table(place, legend, third):
    reading = read(PLACES[place](legend))
    assert [held(reading), len(reading.rejected)] == [[LEFT, RIGHT, *third], 0]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("legend", ["B = bad side", "B = bad", "L = left, R = right, B = bad"])
def test_a_letter_whose_legend_tells_no_side_is_refused(place, legend):
    reading = read(PLACES[place]([legend]))
    assert [held(reading), reading.rejected["column"].tolist()] == [[LEFT, RIGHT], ["side"]]


def test_a_legend_of_numbers_below_their_table_is_read_and_counted():
    reading = read(["date,side,hold", "2026-03-01,1,40", "2026-03-02,2,41", "", "1 = left", "2 = right"])
    assert held(reading) == [LEFT, RIGHT]
    assert [one["reason"] for one in reading.how["skipped"]] == ["a legend"] * 2


def test_a_letter_in_lines_means_what_the_text_says_of_it():
    lines = ["2026-03-01: L 40 s, R 41 s", "2026-03-03: B 42 s", ""]
    assert held(read([*lines, "B = bad side (left)"], "hip.txt")) == [LEFT, RIGHT, ("left", 42)]
    assert read([*lines, "B = bad side"], "hip.txt").rejected["row"].tolist() == [2]


BOTH = [LEFT, RIGHT, ("left", 42.0), ("right", 42.0)]


@pytest.mark.parametrize(
    "line",
    [
        "note: B = balance board",
        '"Effort: L = light, M = medium, H = hard"',
        "target = 60 s",
        "Mood: 1 = low",
        "B",
    ],
)
def test_what_is_no_legend_of_sides_changes_none(line):
    assert held(read([*ROWS, "", line])) == BOTH


@pytest.mark.parametrize(
    "note", ["x = left", "R = right was better", "left = 40 s", "B = bad day", "today = left only"]
)
def test_a_note_is_no_legend(note):
    rows = [ROWS[0] + ",note", *(f"{row}," for row in ROWS[1:3]), f"{ROWS[3]},{note}"]
    reading = read(rows)
    assert [held(reading), reading.holds["note"].iloc[-1]] == [BOTH, note]


def test_a_row_that_names_a_value_is_data():
    text = ["date=2026-03-01 side=left held=40s", "date=2026-03-02 side=right held=41s"]
    assert held(read(text, "log.txt")) == [LEFT, RIGHT]


def test_seconds_behind_a_letter_and_a_sign_are_seconds():
    lines = ["2026-03-01: L = 40 s, R = 41 s", "2026-03-02: B = 42 s", "2026-03-03: B 43 s"]
    reading = read(lines, "hip.txt")
    assert {RIGHT[1], 43.0} <= {*reading.holds["hold_s"]}
    assert not len(reading.rejected)


def test_a_note_below_its_row_is_no_legend():
    reading = read([ROWS[0] + ",note", "2026-03-01,L,40,", ",,,today = left only", "2026-03-02,R,41,"])
    assert [held(reading), [one["reason"] for one in reading.how["skipped"]]] != [[LEFT, RIGHT], ["a legend"]]
    assert held(reading) == [LEFT, RIGHT]


def test_a_row_of_holds_without_a_date_is_no_legend():
    lines = ["held,date", "L=45; R=50,2026-03-01", "L=46; R=51,2026-03-02", "L=47; R=52,"]
    assert held(read(lines))[-2:] == [("left", 47), ("right", 52)]
