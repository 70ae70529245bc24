"""Tables that look like those that are read, and are not: they are refused, or a column is left alone."""

import pytest

import hiplog


def read(folder, text, name="log.csv", **options):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return hiplog.read_log(path, **options)


def seconds(reading):
    return reading.holds["hold_s"].tolist()


@pytest.mark.parametrize(
    "text",
    [
        "Date,Vitamin G,Vitamin D\n2026-05-14,31,33\n2026-05-15,32,35\n",
        "Date,Team G (s),Team D (s)\n2026-05-14,31,33\n2026-05-15,32,35\n",
        "Date;Tenue G;Tenue E\n2026-05-14;31;33\n2026-05-15;32;35\n",
        "Date;Maintien A;Maintien G;Maintien D\n2026-05-14;31;33;35\n2026-05-15;32;35;36\n",
        "date;Hold S (s);Hold D (s)\n2026-05-14;31;33\n2026-05-15;32;35\n",
        "Date;Tenue G;Maintien D\n2026-05-14;31;33\n2026-05-15;32;35\n",
        "Date;Tenue G\n2026-05-14;31\n2026-05-15;32\n",
        "datum,betyg v,betyg h\n2026-05-14,31,33\n2026-05-15,32,35\n",
        "Date,Balance L-R (s)\n2026-05-14,31\n2026-05-15,32\n",
        "Date,Best balance L,Best balance R\n2026-05-14,31,33\n2026-05-15,32,35\n",
        "Date,Balance L,Balance R\n2026-05-14,48,52\n2026-05-15,49,51\n",
        "Data;L;M;M;G;V;S;D\n14/05/2026;31;;33;35;;36;38\n21/05/2026;;32;33;35;;36;38\n",
    ],
)
def test_letters_are_sides_only_in_pairs_and_beside_words_of_their_language(tmp_path, text):
    with pytest.raises(hiplog.LogError):
        read(tmp_path, text)


@pytest.mark.parametrize(
    "header", ["Planned hold (s)", "Prescribed (s)", "Soll (s)", "Ziel (s)", "prévu (s)", "previsto (s)"]
)
@pytest.mark.parametrize("sides", ["side,{}", "{0} left,{0} right"])
def test_what_was_only_planned_is_no_hold(tmp_path, header, sides):
    names = sides.format(header)
    rows = (
        "2026-05-14,left,50\n2026-05-15,right,55\n" if "side," in sides else "2026-05-14,50,55\n2026-05-15,50,55\n"
    )
    with pytest.raises(hiplog.LogError, match="no column could be a hold"):
        read(tmp_path, f"date,{names}\n{rows}")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Planned time", "07:10"),
        ("Target pain", "2"),
        ("Planned sets", "2"),
        ("Plan", "A"),
        ("Goal", "sleep better"),
        ("Target %", "80"),
    ],
)
def test_what_is_planned_is_a_target_only_in_seconds(tmp_path, header, cells):
    reading = read(tmp_path, f"date,left,right,{header}\n2026-05-14,44,52,{cells}\n2026-05-15,46,53,{cells}\n")
    assert [seconds(reading), reading.not_used] == [[44, 52, 46, 53], [header]]
    assert reading.holds["target_s"].tolist() == [120.0] * 4


def test_a_column_that_is_told_to_be_the_target_is_refused_where_it_says_none(tmp_path):
    reading = read(tmp_path, "date,left,x\n2026-05-14,44,soon\n", columns={"x": "target"})
    assert reading.rejected[["column", "text"]].values.tolist() == [["x", "soon"]]


def test_each_side_has_its_own_target_and_what_is_of_both_is_for_the_other(tmp_path):
    text = "date,left,right,target,target right\n2026-05-14,44,52,50,60\n2026-05-15,46,53,50,\n"
    assert read(tmp_path, text).holds["target_s"].tolist() == [50, 60, 50, 50]


def test_two_numbers_in_a_cell_are_a_hold_and_its_target_only_where_the_header_says_so(tmp_path):
    reading = read(tmp_path, "date,side,held\n2026-05-14,left,44/50\n2026-05-15,right,52\n")
    assert [seconds(reading), reading.rejected["text"].tolist()] == [[52], ["44/50"]]


@pytest.mark.parametrize("begun", ["2026-05-14,07:10,07:11,07:12,07:13", "2026-05-14,07:10:05,,07:12:00,"])
def test_begin_and_end_of_a_side_give_a_hold_only_to_the_second(tmp_path, begun):
    header = "date,left start,left stop,right start,right stop"
    with pytest.raises(hiplog.LogError, match="no column could be a hold"):
        read(tmp_path, f"{header}\n{begun}\n")


def test_begin_and_end_beside_the_seconds_of_a_side_give_no_further_hold(tmp_path):
    header = "date,left start,left stop,left (s),right (s)"
    reading = read(tmp_path, f"{header}\n2026-05-14,07:10:05,07:10:49,44,52\n")
    assert seconds(reading) == [44, 52]


def test_not_done_on_the_left_is_no_hold_on_the_right(tmp_path):
    text = "date,left done,hold_seconds\n2026-05-14,TRUE,44\n2026-05-15,FALSE,52\n"
    reading = read(tmp_path, text)
    assert [len(reading.holds), len(reading.rejected)] == [0, 2]


@pytest.mark.parametrize("date", ["平成40年5月14日", "令和8年13月1日", "令和0年5月1日", "大化2年5月1日"])
def test_a_day_that_its_era_does_not_have_is_refused(tmp_path, date):
    reading = read(tmp_path, f"日付,左,右\n{date},44,52\n令和8年5月15日,46,53\n")
    assert [seconds(reading), reading.rejected["text"].tolist()] == [[46, 53], [date]]


@pytest.mark.parametrize(
    "others",
    [
        "14.05.2026,15.05.2026",
        "2026-05-14,2026-05-15",
        "5/3/2026,5/4/2026",
        "14/5/2026,5/14/2026",
        "3/14/2026,3/14/2026",
    ],
)
def test_another_column_tells_day_and_month_only_where_it_is_written_alike_and_sure(tmp_path, others):
    one, two = others.split(",")
    text = f"date,side,hold,created\n5/2/2026,left,44,{one}\n5/4/2026,right,52,{two}\n"
    reading = read(tmp_path, text)
    assert [len(reading.holds), len(reading.rejected)] == [0, 2]


def test_a_first_row_without_a_date_is_refused_where_it_has_seconds(tmp_path):
    text = "date,left,right,note\n,about 44 s,52 s,knee 5 of 10\n2026-05-15,46,53,\n"
    reading = read(tmp_path, text)
    assert [seconds(reading), reading.rejected["row"].tolist()] == [[46, 53], [2]]


@pytest.mark.parametrize(
    "text",
    [
        '[["2026-05-14", "left", 44], ["2026-05-15", "right", 52]]',
        '{"values": [[1, 2], [3, 4]], "date": "2026-05-14"}',
    ],
)
def test_lists_without_names_are_no_table_of_json(tmp_path, text):
    with pytest.raises(hiplog.LogError):
        read(tmp_path, text, "log.json")


@pytest.mark.parametrize("header", ["plan", "done", "Geplant", "fait"])
def test_words_below_plan_or_done_may_name_an_exercise(tmp_path, header):
    rows = "2026-05-14,hip balance,left,44\n2026-05-14,plank,left,60\n2026-05-15,hip balance,right,52\n"
    reading = read(tmp_path, f"date,{header},side,hold\n{rows}")
    assert [seconds(reading), [one["row"] for one in reading.how["skipped"]]] == [[44, 52], [3]]


def test_a_list_of_lists_within_a_record_of_json_adds_no_holds(tmp_path):
    text = '[{"date": "2026-05-14", "left": 44, "right": 52, "tags": [["a", "b"], ["c", "d"], ["e", "f"]]}]'
    assert seconds(read(tmp_path, text, "log.json")) == [44, 52]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("days: [44, 52\n", "it is YAML that is damaged, in line"),
        ("a: &a [44, 52]\nb: *a\n", "it is YAML that refers to parts of itself"),
        (
            "[" * 100_000,
            "its records stand too deep in one another|it is YAML that is damaged",
        ),  # as PyYAML's version
        ("left, 44 s\n", "there are no records of YAML in it"),
    ],
)
def test_a_file_of_yaml_that_is_no_list_of_records_says_so(tmp_path, text, said):
    with pytest.raises(hiplog.LogError, match=said):
        read(tmp_path, text, "log.yaml")


_TABLE = "CREATE TABLE a (date, left, right);\n"


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH '{}' AS e; CREATE TABLE e.b (x);",
        "VACUUM INTO '{}';",
        "INSERT INTO a VALUES (zeroblob(1000000000), 44, 52);",
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO a SELECT x, x, x FROM c;",
        "INSERT INTO a VALUES (1, 2, 3); INSERT INTO a SELECT * FROM a;",
        f"INSERT INTO a SELECT 1, 2, 3 FROM {', '.join(['(VALUES ' + ', '.join(['(1)'] * 200) + ')'] * 5)};",
        "CREATE TABLE b (x) ENGINE=InnoDB;",
    ],
)
def test_a_dump_may_only_make_tables_and_fill_them(tmp_path, statement):
    other = tmp_path / "other.db"
    with pytest.raises(hiplog.LogError, match="a dump of a database that SQLite does not take"):
        read(tmp_path, _TABLE + statement.format(other), "log.sql")
    assert not other.exists()


def test_a_dump_with_nothing_in_it_says_so_and_of_two_logs_one_is_wanted(tmp_path):
    with pytest.raises(hiplog.LogError, match="nothing in its tables"):
        read(tmp_path, _TABLE, "log.sql")
    fill = "INSERT INTO {} VALUES ('2026-05-14', {}, 52);\n"
    two = _TABLE + fill.format("a", 44) + _TABLE.replace(" a ", " old ") + fill.format("old", 33)
    first = read(tmp_path, two, "log.sql")
    assert [seconds(first), first.how["other_sheets"]] == [[44, 52], ["old"]]
    assert seconds(read(tmp_path, two, "log.sql", sheet="old")) == [33, 52]
    with pytest.raises(hiplog.LogError, match="no sheet 'new', expected one of a, old"):
        read(tmp_path, two, "log.sql", sheet="new")


def test_only_phases_that_name_a_side_are_holds(tmp_path):
    rows = "2026-05-14 07:00:00,Prepare,10\n2026-05-14 07:00:10,Hold,40\n2026-05-14 07:00:50,Rest,25\n"
    with pytest.raises(hiplog.LogError, match="no column tells the side"):
        read(tmp_path, f"start,phase,actual_s\n{rows}")


def shown(reading):
    """Return what was read, with every row that was not."""
    holds = [(row.side, row.hold_s) for row in reading.holds.itertuples()]
    return holds, reading.rejected["expected"].tolist()


def test_a_line_of_a_diary_that_mentions_a_week_is_no_heading(tmp_path):
    text = "Hip balance log 2026\n2026-03-04 right 40 s\nleft 45 like last week\n2026-03-05 right 41 s\n"
    reading = read(tmp_path, text, "log.txt")
    notes, (holds, refused) = reading.holds["note"].tolist(), shown(reading)
    assert ("left", 45.0) in holds or refused or "last week" in str([*notes, *reading.diary.days["note"]])


def test_lines_of_names_and_values_are_so_to_the_last(tmp_path):
    line = "date=2026-03-{:02} side=left held=62s note=easy"
    lines = [line.format(day) for day in range(1, 32)] + [
        line.replace("03", "05").format(day) for day in range(1, 30)
    ]
    assert len(read(tmp_path, "\n".join(lines), "log.txt").holds) == 60
    lines[55] = "date=2026-05-25 side=left held=62s note=knee hurt badly"
    with pytest.raises(hiplog.LogError, match="no column could be a hold, among date=2026-03-01"):
        read(tmp_path, "\n".join(lines), "log.txt")


def test_a_muscle_in_a_remark_makes_a_line_no_other_exercise(tmp_path):
    text = "2026-03-04 left 62 s, right 58 s, adductors tight\n2026-03-05 left 61 s, right 59 s\n"
    assert seconds(read(tmp_path, text, "log.txt")) == [62, 58, 61, 59]


def test_seconds_with_their_unit_are_no_legend(tmp_path):
    text = "2026-03-04 left = 40s, right = 38s\n2026-03-05 left 40s 4/10\n"
    assert shown(read(tmp_path, text, "log.txt")) == ([("left", 40), ("right", 38), ("left", 40)], [])


def test_an_empty_quoted_cell_repeats_nothing(tmp_path):
    reading = read(tmp_path, "date,left,right\n2026-03-04,38,31\n2026-03-05,'',33\n2026-03-06,39,34\n")
    assert seconds(reading).count(38) == 1


def test_of_two_texts_in_cells_none_is_read_without_the_other(tmp_path):
    january, february = '"2026-01-04 left 62\n2026-01-05 left 63"', '"2026-02-04 left 64\n2026-02-05 left 65"'
    reading = read(tmp_path, f"title,text\nJanuary,{january}\nFebruary,{february}\n")
    assert (seconds(reading), len(reading.rejected) > 0) == ([], True)


@pytest.mark.parametrize("sep", [";", ",", "\t"])
@pytest.mark.parametrize(("one", "other"), [("D", "E"), ("1", "2"), ("A", "B")])
def test_a_legend_in_cells_above_a_header_is_no_heading_of_its_columns(sep, one, other, tmp_path):
    rows = [["Legend", f"{one} = left", f"{other} = right"], ["date", "side", "seconds"]]
    rows += [[f"2026-03-0{day}", code, str(30 + day)] for day in (2, 3, 4) for code in (one, other)]
    reading = read(tmp_path, "\n".join(map(sep.join, rows)))
    assert reading.holds["side"].tolist() == ["left", "right"] * 3
