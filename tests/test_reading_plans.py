"""Rows of what was planned, beside those of what was held: by a column, a title, a list, or a sheet."""

import pytest

import hiplog


def read(text, name="log.csv"):
    return hiplog.read_log(text.encode(), name=name)


def held(text, name="log.csv"):
    return read(text, name).holds["hold_s"].tolist()


@pytest.mark.parametrize(("plan", "done"), [("plan", "done"), ("Goal", "Held"), ("geplant", "erreicht")])
def test_a_row_that_a_column_says_was_planned_is_no_hold(plan, done):
    rows = f"2026-03-04,{plan},60,60\n2026-03-04,{done},50,52\n"
    reading = read(f"Date,Type,Left,Right\n{rows}")
    assert reading.holds["hold_s"].tolist() == [50, 52]
    assert reading.left_out == {"a plan, as 'Type' says": 1}


def test_a_target_that_a_hold_ended_with_is_no_plan():
    rows = "2026-03-04,target,60,60\n2026-03-05,done,50,52\n"
    for header in ("Stopped by", "Result"):
        assert held(f"Date,{header},Left,Right\n{rows}") == [60, 60, 50, 52]
    assert held(f"Date,Reason,Left,Right\n{rows.replace('done', 'pain')}") == [60, 60, 50, 52]
    assert held("Date,Left,Right,Note\n2026-03-04,50,52,plan B\n2026-03-05,51,53,done\n") == [50, 52, 51, 53]


PARTS = "{}\nDate,Left,Right\n2026-03-04,60,60\n\n{}\nDate,Left,Right\n2026-03-04,50,52\n"


@pytest.mark.parametrize(
    ("plan", "done"), [("Plan", "Done"), ("Targets for March", "Actual"), ("Ziele", "Erreicht")]
)
def test_a_part_below_a_title_of_plans_has_no_holds(plan, done):
    reading = read(PARTS.format(plan, done))
    assert reading.holds["hold_s"].tolist() == [50, 52]
    assert reading.left_out[f"below {plan!r}, which is a plan"] == 1
    assert held(PARTS.format("Hip balance", plan)) == [60, 60]


def test_a_plan_in_which_one_writes_what_one_did_has_holds():
    assert held(PARTS.format("Plan", "Week 2")) == [60, 60, 50, 52]
    assert held("Training plan\nDate,Left,Right\n2026-03-04,50,52\n") == [50, 52]


@pytest.mark.parametrize("remark", ["Goal: 60 s", "Goal reached!", "new plan from my physio"])
def test_a_remark_on_a_goal_heads_no_part(remark):
    assert held(f"Date,Left,Right\n2026-03-04,50,52\n{remark}\n2026-03-05,51,53\n") == [50, 52, 51, 53]


def test_a_table_of_bests_below_a_log_is_another_table():
    reading = read("Date,Left,Right\n2026-03-04,50,52\n2026-03-05,51,50\n\nBest,Left,Right\n2026-03-05,51,52\n")
    assert reading.holds["hold_s"].tolist() == [50, 52, 51, 50]
    assert reading.left_out == {"another table": 2}


def test_a_list_of_plans_has_no_holds():
    records = '"{}": [{{"date": "2026-03-04", "left": {}, "right": {}}}]'
    both = f"{{{records.format('plan', 60, 60)}, {records.format('done', 50, 52)}}}"
    assert held(both, "log.json") == [50, 52]
    with pytest.raises(hiplog.LogError, match="no column could be a hold"):
        read(f"{{{records.format('goals', 60, 60)}}}", "log.json")


SECONDS = "left {} s\nright {} s\n"
TABLE = "| side | seconds |\n|---|---|\n| left | {} |\n| right | {} |\n\n"


@pytest.mark.parametrize(
    "heading", ["Goal", "Plan:", "## Goal", "Goals for next week:", "### Plan for April", "Ziel", "My new goals"]
)
def test_lines_below_a_heading_of_plans_are_refused(heading):
    text = (
        f"## 2026-03-02\n{SECONDS.format(60, 55)}{heading}\n{SECONDS.format(120, 120)}## 2026-03-03\nleft 61 s\n"
    )
    reading = read(text.replace("## 2", "2") if "#" not in heading else text, "hip_balance.txt")
    assert reading.holds["hold_s"].tolist() == [60, 55, 61]
    assert reading.rejected["expected"].str.contains("which may be a plan").tolist() == [True, True]


@pytest.mark.parametrize("label", ["Done:", "Done", "Actually did:", "Today:", "Log:", "Zrobione:"])
def test_the_next_label_ends_a_plan(label):
    text = f"2026-03-02\nPlan:\n{SECONDS.format(120, 120)}{label}\n{SECONDS.format(60, 55)}"
    assert held(text, "hip_balance.txt") == [60, 55]


def test_a_date_below_the_heading_of_a_goal_is_a_day_of_its_own():
    text = f"# Hip balance\n\n## Goal\n{SECONDS.format(120, 120)}\n## 2026-03-02\n{SECONDS.format(60, 55)}"
    assert held(text, "log.md") == [60, 55]


@pytest.mark.parametrize("heading", ["#### Goal", "Goal:", "#### Plan for next week"])
def test_a_table_below_a_heading_of_plans_ends_with_the_next_date(heading):
    days = [f"### 2026-03-0{day}\n{TABLE.format(58 + day, 53 + day)}" for day in (2, 3, 4)]
    reading = read(f"{days[0]}{heading}\n{TABLE.format(120, 120)}{days[1]}{days[2]}", "hip_balance.md")
    assert reading.holds["hold_s"].tolist() == [60, 55, 61, 56, 62, 57]
    assert reading.left_out[f"below {heading!r}, which is a plan"] == 2


@pytest.mark.parametrize("title", ["Plan and diary", "Plan & log", "Goal met"])
def test_a_table_below_a_title_that_is_no_mere_plan_is_read(title):
    assert held(f"# {title}\n|Date|Left|Right|\n|2026-03-04|50|52|\n", "hip_balance.md") == [50, 52]


def test_the_heading_of_another_month_ends_a_plan():
    tables = [f"## {name}\n|Date|Left|Right|\n|2026-03-04|{s}|{s + 2}|\n\n" for name, s in
              (("March", 50), ("Plan", 120), ("April", 60))]  # fmt: skip
    assert held("# Log\n" + "".join(tables), "hip_balance.md") == [50, 52, 60, 62]


@pytest.mark.parametrize(
    "remark",
    [
        "Mal",
        "Goal!",
        "Plan B",
        "Goal reached:",
        "Ziel erreicht:",
        "new plan from my physio",
        "Done",
        "Goal: 60 s",
        "Target hit:",
        "Goal met:",
        "Goal for today: stay calm:",
        "Plan and log",
        "Piano terra:",
    ],
)
def test_a_remark_on_a_goal_in_a_text_heads_no_plan(remark):
    text = f"2026-03-02\n{remark}\n{SECONDS.format(60, 55)}\n2026-03-03\nleft 61 s\n"
    assert held(text, "hip_balance.txt") == [60, 55, 61]


def test_numbers_of_the_sides_above_a_table_are_named():
    table = "|Date|Left|Right|\n|2026-03-04|50|52|\n"
    assert read(f"# Log\n## Goal\nleft 120, right 120\n{table}", "log.md").how["above"] == [
        "## Goal",
        "left 120, right 120",
    ]
    assert read(f"Hip balance left and right 2026\n{table}", "log.md").how["above"] == []


def test_a_text_that_is_all_below_the_plan_of_our_exercise_is_a_log():
    days = "## 2026-03-02\nleft 60 s\n## 2026-03-03\nleft 61 s\n"
    assert held(f"Mine\n# Hip balance plan\n{days}", "log.md") == [60, 61]
    assert held(f"Mine\n# Plan\n{days}", "log.md") == []
    assert held(f"Mine\n{days}### Hip balance goals\nleft 120 s\n", "log.md") == [60, 61]
