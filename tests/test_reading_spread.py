"""Records whose parts stand apart: a row for each measurement, tables below dates, lists under a name, YAML."""

import pytest

import hiplog


def held(text, name="log.txt"):
    holds = hiplog.read_log(text.encode(), name=name).holds
    return [*zip(holds["started_at"].dt.strftime("%m-%d"), holds["side"], holds["hold_s"], strict=True)]


TWO_DAYS = [("03-30", "left", 72), ("03-30", "right", 80), ("03-31", "left", 74), ("03-31", "right", 82)]
MEASURED = """date,metric,value
2026-03-30,hip_hold_left_s,72
2026-03-30,hip_hold_right_s,80
2026-03-30,weight_kg,79.4
2026-03-30,pain_before,3
2026-03-31,hip_hold_left_s,74
2026-03-31,hip_hold_right_s,82
2026-03-31,sleep_h,7.2
"""


def test_rows_of_one_measurement_each_are_those_of_their_day():
    reading = hiplog.read_log(MEASURED.encode(), name="log.csv")
    assert held(MEASURED) == TWO_DAYS
    assert reading.holds["pain_before"].tolist()[:2] == [3, 3]
    assert "names and values in rows of their own" in reading.summary()
    assert reading.first_holds["row"].tolist() == [2, 2, 6, 6]


def test_a_measurement_that_comes_again_is_another_one():
    again = "2026-03-31,hip_hold_left_s,90\n2026-03-31,hip_hold_right_s,91\n"
    assert held(MEASURED + again) == [*TWO_DAYS, ("03-31", "left", 90), ("03-31", "right", 91)]


def test_a_measurement_may_be_called_by_its_side_beside_a_pain():
    rows = "2026-03-30,left,72\n2026-03-30,right,80\n2026-03-30,pain,3\n"
    reading = hiplog.read_log(f"date,event,value\n{rows}".encode(), name="log.csv")
    assert reading.holds[["hold_s", "pain_after"]].to_numpy().tolist() == [[72, 3], [80, 3]]


def test_the_unit_of_a_measurement_may_stand_beside_it():
    rows = "2026-03-30,Hip hold left,1.2,min\n2026-03-30,Hip hold right,80,s\n2026-03-30,Weight,79,kg\n"
    assert held(f"date,name,value,unit\n{rows}") == TWO_DAYS[:2]


@pytest.mark.parametrize("metric", ["plank_{}_s", "grip_{}_kg", "{}_knee_flexion", "{}_steps"])
def test_measurements_of_other_things_are_no_holds(metric):
    rows = "".join(f"2026-03-30,{metric.format(side)},40\n" for side in ("left", "right"))
    assert held_or_none(f"date,metric,value\n{rows}") == []


TABLES = """* Hip balancing 2026
** DONE [2026-03-30 Mon]
   | side  | seconds |
   |-------+---------|
   | left  |      72 |
   | right |      80 |
** DONE [2026-03-31 Tue]
   | side  | seconds |
   |-------+---------|
   | left  |      74 |
   | right |      82 |
** TODO [2026-04-01 Wed]
"""


def test_a_table_is_of_the_date_above_it():
    assert held(TABLES, "log.org") == TWO_DAYS
    marked_down = TABLES.replace("**", "##").replace("* ", "# ").replace("DONE [", "").replace("]", "")
    assert held(marked_down.replace("+", "|"), "log.md") == TWO_DAYS
    sided = "## 2026-03-30\n### Morning\n| Left | Right | Pain |\n|---|---|---|\n| 72 | 80 | 3 |\n"
    assert held(sided, "log.md") == TWO_DAYS[:2]


def test_a_hold_in_words_beside_a_table_is_not_lost():
    table = "| side | seconds |\n|---|---|\n| right | 64 |\n"
    assert held_or_none(f"## 2026-03-30\nLeft 50 s\n\n{table}") != [("03-30", "right", 64)]
    assert held_or_none("2026-03-30 exported\n\n| Left | Right |\n|---|---|\n| 64 | 65 |\n") == []


@pytest.mark.parametrize("heading", ["## Plan for May", "## Next", "# Plan, made 2026-03-29"])
def test_a_table_below_a_heading_without_a_date_has_none(heading):
    table = "| side | seconds |\n|---|---|\n| left | 64 |\n"
    assert not [day for day, *_ in held_or_none(f"## 2026-03-30\n{heading}\n{table}")]


def held_or_none(text):
    try:
        return held(text, "log.md")
    except hiplog.LogError:
        return []


def test_a_table_below_a_date_and_another_exercise_is_of_that():
    table = "| side | seconds |\n|---|---|\n| left | 64 |\n"
    assert held_or_none(f"## 2026-03-30 Plank\n{table}") == []
    assert held_or_none(f"## 2026-03-30\n### Plank\n{table}### Hip balance\n{table}") == [("03-30", "left", 64)]


LIST = '{{"{}": [{{"date": "2026-03-30", "left": 72, "right": 80}}]}}'


def test_a_list_of_records_may_have_the_name_of_an_exercise():
    assert held(LIST.format("hip_balance"), "log.json") == TWO_DAYS[:2]
    assert held(LIST.format("entries"), "log.json") == TWO_DAYS[:2]
    reading = hiplog.read_log(LIST.format("plank").encode(), name="log.json")
    assert reading.left_out == {"another exercise": 1}
    assert held("squats:\n  - date: 2026-03-30\n    left: 30\n    right: 31\n", "log.yaml") == []


YAML = """hip_balancing:
  - date: 2026-03-30
    time: "07:05"
    left: 72
    right: 80
    pain: {before: 4, after: 2}
"""


def test_yaml_is_told_by_its_records_whatever_its_file_is_called():
    holds = hiplog.read_log(YAML.encode(), name="log.txt").holds
    assert holds["started_at"].dt.strftime("%H:%M").tolist() == ["07:05", "07:05"]
    assert (holds["pain_before"].tolist(), holds["pain_after"].tolist()) == ([4, 4], [2, 2])


def test_a_list_in_markdown_is_no_yaml():
    text = "- Date: 2026-03-30\n  Left: 72\n  Right: 80\n  Note: felt {well}: yes\n"
    assert held(f"{text}{text.replace('30', '31', 1)}", "log.md")[:2] == TWO_DAYS[:2]
