"""What a form or a terminal shows of a reading, and what is loaded for it."""

import subprocess
import sys

import pandas as pd
import pytest

import hiplog
from hiplog.reading import in_words_of
from hiplog.schema import conform

TEXT = b"date,left,right,pain,mood\n2026-01-02,62,1:15,3,fine\n\n2026-01-03,,75,,\n"


def test_the_first_holds_stand_beside_the_cells_they_come_from():
    first = hiplog.read_log(TEXT).first_holds
    assert first[["row", "side", "hold_s"]].to_numpy().tolist() == [
        [2, "left", 62],
        [2, "right", 75],
        [4, "right", 75],
    ]
    assert first["cells"][1] == {"date": "2026-01-02", "left": "62", "right": "1:15", "pain": "3"}
    assert first["cells"][2] == {"date": "2026-01-03", "right": "75"}


def test_ten_holds_are_shown_at_most_of_all_tables_of_a_file():
    many = b"date,left,right\n" + b"2026-01-02,62,75\n" * 4 + b"date,side,hold\n" + b"2026-01-03,left,50\n" * 4
    assert hiplog.read_log(many).first_holds["row"].tolist() == [2, 2, 3, 3, 4, 4, 5, 5, 7, 8]


def export(folder):
    holds = pd.DataFrame({"started_at": ["2026-03-04T07:10"], "side": ["left"], "hold_s": [60.0], "source": ["x"]})
    path = folder / "mine.csv"
    conform(holds.assign(hold_id="a", session_id="b", exercise="hip_balance")).to_csv(path, index=False)
    return path


def test_the_holds_of_our_own_export_are_shown_so_too(tmp_path):
    first = hiplog.read_log(export(tmp_path)).first_holds
    assert first["row"].tolist() == [2]
    assert first["cells"][0]["side"] == "left"
    assert "note" not in first["cells"][0]


def test_reading_a_clean_file_loads_no_word_of_a_language(tmp_path):
    code = (
        "import sys, hiplog; print(len(hiplog.read_log(sys.argv[1]).holds)); {}"
        "print(any('languages' in m or m.startswith('hiplog.reading.notes') for m in sys.modules))"
    )

    def printed(more):
        command = [sys.executable, "-c", code.format(more), str(export(tmp_path))]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    assert printed("") == ["1", "False"]
    assert printed("hiplog.read_log(b'date,left\\n2026-01-02,62\\n');") == ["1", "True"]


def test_what_is_loaded_late_is_there_all_the_same():
    assert hiplog.reading.read_seconds("1:35") == 95
    with pytest.raises(AttributeError, match="has no attribute 'read_minutes'"):
        hiplog.reading.read_minutes  # noqa: B018


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("columns={'L': 'left', 'R': 'nothing'} says which", "<columns {'L': 'left', 'R': 'nothing'}> says which"),
        ("(sheet='Feb' reads it)", "(<sheet Feb> reads it)"),
        ('person="O\'Neil" takes one', "<person O'Neil> takes one"),
        ("year first, or day_first=True or False", "year first, or <day_first None>"),
        ("timezone= makes them local", "<timezone None> makes them local"),
        ("or year=2024 if that is it", "or <year 2024> if that is it"),
        ("columns={'{': 'left'} says so", "columns={'{': 'left'} says so"),
        ("2 holds of 2 rows", "2 holds of 2 rows"),
    ],
)
def test_an_option_is_named_in_the_words_of_where_one_is(sentence, said):
    assert in_words_of(sentence, lambda name, value: f"<{name} {value}>") == said


def test_the_exercise_of_a_file_that_names_none_can_be_told():
    assert {*hiplog.read_log(TEXT, exercise="quad_stretch").holds["exercise"]} == {"quad_stretch"}
    named = b"date,exercise,side,hold\n2026-01-02,hamstring,left,50\n2026-01-02,,left,40\n"
    assert {*hiplog.read_log(named, exercise="quad_stretch").holds["exercise"]} == {"hamstring_stretch"}
    with pytest.raises(hiplog.LogError, match="exercise is 'yoga', expected one of hip_balance"):
        hiplog.read_log(TEXT, exercise="yoga")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"date": "2026-01-02", "left": 62', "it is JSON that is damaged"),
        (b'{"a": ' * 30 + b"1" + b"}" * 30, "too deep in one another"),
        (b'[{"a":' * 5000, "is JSON that is damaged|too deep"),
        (b'{"days": [{"holds": []}]}', "no column could be a date"),
    ],
)
def test_json_without_holds_is_refused_in_a_sentence(data, message):
    with pytest.raises(hiplog.LogError, match=message):
        hiplog.read_log(data, name="log.json")


@pytest.mark.parametrize("heading", ["## 2026-03-04 Plank", "2026-03-04 side plank", "* <2026-03-04 Wed> Squats"])
def test_lines_below_a_dated_heading_are_of_what_it_names(heading):
    text = f"{heading}\n- left 45 s\n- right 50 s\n\n2026-03-05\n- left 40 s\n- right 41 s\n"
    assert hiplog.read_log(text.encode(), name="log.md").holds["hold_s"].tolist() == [40, 41]


def test_lines_below_a_dated_heading_are_holds_of_the_stretch_that_it_names():
    text = "2026-03-04 Hamstring stretch\nleft 45 s\nright 50 s\n"
    holds = hiplog.read_log(text.encode(), name="log.txt").holds
    assert holds["exercise"].unique().tolist() == ["hamstring_stretch"]


def test_small_whole_numbers_beside_sides_in_a_text_are_asked_about():
    text = b"2026-03-04\nleft 4\nright 3\n2026-03-05\nleft 5\nright 3\n"
    with pytest.raises(hiplog.LogError, match=r"whole, at most 5.*unit='s' says that they are seconds"):
        hiplog.read_log(text, name="log.txt")
    assert hiplog.read_log(text, name="log.txt", unit="s").holds["hold_s"].tolist() == [4, 3, 5, 3]


def test_a_task_that_is_not_done_and_a_heading_below_which_nothing_stands_are_counted():
    text = b"# Holds\n- [x] 2026-03-04: L 45 s\n- [ ] 2026-03-05\n# TODO mend the left strap\n"
    reading = hiplog.read_log(text, name="log.md")
    assert len(reading.holds) == 1
    assert [one["row"] for one in reading.how["skipped"]] == [3, 4]


def test_one_damaged_line_of_json_lines_is_refused_alone():
    lines = ['{"date": "2026-03-04", "side": "L", "seconds": 45}'] * 2 + [
        '{"date": "2026-03-05", "side": "R", "sec'
    ]
    reading = hiplog.read_log("\n".join(lines).encode(), name="log.jsonl")
    assert reading.holds["hold_s"].tolist() == [45, 45]
    assert reading.rejected["row"].tolist() == [3]


def test_lists_of_records_beside_each_other_are_told_apart_by_their_names():
    text = b'{"left": [{"date": "2026-03-04", "seconds": 45}], "right": [{"date": "2026-03-04", "seconds": 50}]}'
    holds = hiplog.read_log(text, name="log.json").holds
    assert holds[["side", "hold_s"]].values.tolist() == [["left", 45], ["right", 50]]


def test_json_with_a_list_for_each_column_is_a_table():
    text = b'{"date": ["2026-03-02", "2026-03-03"], "left": [62, 66], "right": [75, null]}'
    assert hiplog.read_log(text, name="log.json").holds["hold_s"].tolist() == [62, 75, 66]


def test_times_of_which_only_some_are_in_utc_are_said():
    text = b"Start,Side,Seconds\n2026-03-02T07:10:00+01:00,L,62\n2026-03-02T06:12:00Z,R,75\n"
    assert "some times are in UTC" in repr(hiplog.read_log(text, name="log.csv"))
    local = hiplog.read_log(text, name="log.csv", timezone="Europe/Berlin").holds
    assert local["started_at"].dt.strftime("%H:%M").tolist() == ["07:10", "07:12"]


def test_a_chinese_score_in_points_is_no_minute():
    text = "2024年12月2日 左45秒 右50秒 疼痛3分\n2024年12月3日 左47秒 右1分5秒 疼痛2分\n".encode()
    holds = hiplog.read_log(text, name="log.txt").holds
    assert holds[["hold_s", "pain_after"]].values.tolist() == [[45, 3], [50, 3], [47, 2], [65, 2]]


def test_tasks_of_todo_txt_that_are_done_are_read():
    text = b"x 2024-12-09 hip balance left 62s +rehab\nx 2024-12-09 hip balance right 58s +rehab\n"
    assert hiplog.read_log(text, name="todo.txt").holds["hold_s"].tolist() == [62, 58]
