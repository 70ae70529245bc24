import pytest

import hiplog


def read(tmp_path, text, **told):
    path = tmp_path / "log.csv"
    path.write_text(text, encoding="utf-8")
    return hiplog.read_log(path, **told)


def seconds(reading):
    return reading.holds["hold_s"].tolist()


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Side,Pain Level\n2026-01-02,08:00,Left,5\n2026-01-02,20:30,Right,3\n",
        "Date,Exercise,Side,Set,Reps\n2026-01-02,Hip balance,Left,1,12\n2026-01-02,Hip balance,Left,2,10\n",
        "Date,Reach (cm) L,Reach (cm) R\n2026-01-02,35,40\n2026-01-09,36,41\n",
        "Date,Rotation L (°),Rotation R (°)\n2026-01-02,35,40\n2026-01-09,36,41\n",
        "Date,Plank left,Plank right\n2026-01-02,35,40\n2026-01-09,36,41\n",
        "Date,Force L (N),Force R (N)\n2026-01-02,235,240\n2026-01-09,236,241\n",
        "date,tag,time,load\n2026-01-02 07:10:00,left,0.01,0.3\n2026-01-02 07:10:00,left,30.5,12\n"
        "2026-01-02 07:10:00,left,61.9,11\n",
    ],
    ids=["times of day", "set numbers", "centimetres", "degrees", "planks", "newtons", "a trace"],
)
def test_what_is_no_hold_is_not_taken_for_one(tmp_path, text):
    with pytest.raises(hiplog.LogError, match="no column could be a hold"):
        read(tmp_path, text)


@pytest.mark.parametrize("other", ["Workout Length", "Session duration", "Duration (in seconds) of the form"])
@pytest.mark.parametrize("hold_first", [False, True])
def test_the_length_of_a_whole_workout_is_no_hold_wherever_it_stands(tmp_path, other, hold_first):
    columns = [("Hold (s)", "62", "75"), (other, "360", "360")]
    columns = columns if hold_first else columns[::-1]
    rows = zip(("Date", "2026-01-02", "2026-01-03"), ("Side", "Left", "Right"), *columns, strict=True)
    reading = read(tmp_path, "\n".join(map(",".join, rows)))
    assert seconds(reading) == [62, 75]
    assert reading.not_used == [other]


def test_two_columns_that_may_as_well_be_the_hold_are_asked_about(tmp_path):
    text = "Date,Side,Hold one (s),Hold two (s)\n2026-01-02,Left,62,41\n2026-01-03,Right,75,43\n"
    with pytest.raises(hiplog.LogError, match=r"both 'Hold one \(s\)' and 'Hold two \(s\)' could be the hold"):
        read(tmp_path, text)
    told = {"Hold one (s)": "nothing", "Hold two (s)": "hold"}
    assert seconds(read(tmp_path, text, columns=told)) == [41, 43]


def test_whole_numbers_to_ten_under_two_sides_are_asked_about(tmp_path):
    text = "Date,Left hip,Right hip\n2026-01-02,5,3\n2026-01-03,4,2\n"
    with pytest.raises(hiplog.LogError, match="seconds held, or scores of pain"):
        read(tmp_path, text)
    assert seconds(read(tmp_path, text, columns={"Left hip": "left", "Right hip": "right"})) == [5, 3, 4, 2]


def test_an_exercise_in_short_in_a_header_is_that_exercise(tmp_path):
    reading = read(tmp_path, "Date,Hip L,Ham L,quad_r\n2026-01-02,62,75,60\n")
    assert reading.holds["exercise"].tolist() == ["hip_balance", "hamstring_stretch", "quad_stretch"]


def test_a_column_that_is_not_used_is_named_in_text_and_in_a_notebook(tmp_path):
    reading = read(tmp_path, "date,left,right,zzz,leeg\n2026-01-02,62,75,2,\n")
    assert "not used: zzz" in repr(reading)
    assert "not used: zzz" in reading._repr_html_()
    assert "leeg" not in repr(reading)


def test_each_column_is_told_with_cells_meaning_and_reason(tmp_path):
    columns = read(tmp_path, "date,left,right,zzz\n2026-01-02,62,75,2\n2026-01-03,63,75,3\n").columns
    assert columns["header"].tolist() == ["date", "left", "right", "zzz"]
    assert columns["taken_for"].tolist() == ["date", "left", "right", "nothing"]
    assert columns["cells"].tolist()[1] == ["62", "63"]
    assert columns["why"].tolist()[3] == "nothing in its header or its cells says what it is"
    assert columns["sure"].tolist()[:3] == [True, True, True]


def test_no_hold_out_of_rows_is_said_first_with_what_stands_for_the_exercise(tmp_path):
    reading = read(tmp_path, "date,exercise,side,hold\n2026-01-02,Squat,left,62\n")
    assert repr(reading).startswith("no hold in this file (exercise has Squat)")


PEOPLE = "patient_id,date,side,seconds\nP01,2026-01-02,L,62\nP02,2026-01-02,L,31\nP01,2026-01-02,R,75\n"


def test_sessions_of_two_people_are_kept_apart_and_both_are_named(tmp_path):
    reading = read(tmp_path, PEOPLE)
    sessions = reading.holds["session_id"]
    assert sessions[0] == sessions[2] != sessions[1]
    assert reading.how["people"] == ["P01", "P02"]
    assert "of 2 people (P01, P02): person='P01' takes one" in repr(reading)


def test_one_persons_holds_can_be_taken(tmp_path):
    reading = read(tmp_path, PEOPLE, person="P01")
    assert seconds(reading) == [62, 75]
    assert reading.how["people"] == ["P01"]


def test_a_person_who_is_not_there_is_refused(tmp_path):
    with pytest.raises(hiplog.LogError, match="person is 'P03', expected one of P01, P02"):
        read(tmp_path, PEOPLE, person="P03")


def test_a_person_cannot_be_taken_where_no_column_tells_persons(tmp_path):
    with pytest.raises(hiplog.LogError, match="no column tells whose"):
        read(tmp_path, "date,left,right\n2026-01-02,62,75\n", person="P01")


def test_claimed_seconds_come_back_from_an_export_that_was_saved_with_semicolons(tmp_path):
    text = "started_at;side;hold_s;claimed_s\n2026-01-02 07:10;left;62;20\n2026-01-02 07:12;right;75;\n"
    reading = read(tmp_path, text)
    assert reading.holds["claimed_s"].tolist()[0] == 20
    assert reading.holds["claimed_s"].isna().tolist() == [False, True]
    assert seconds(reading) == [62, 75]


@pytest.mark.parametrize("header", ["date,time,side,time held", "date,time,left,right"])
def test_a_header_with_a_column_of_times_and_no_row_is_a_log_with_nothing_in_it(tmp_path, header):
    assert len(read(tmp_path, f"{header}\n").holds) == 0


def test_a_time_of_day_in_words_is_no_fault(tmp_path):
    reading = read(tmp_path, "date,time,left,right\n2026-01-02,am,62,75\n2026-01-03,evening,64,77\n")
    assert len(reading.rejected) == 0
    assert seconds(reading) == [62, 75, 64, 77]


def test_bytes_and_open_files_are_read_as_the_file_is(tmp_path):
    text = "date,left,right\n2026-01-02,62,75\n"
    reading = read(tmp_path, text)
    path = tmp_path / "log.csv"
    with path.open("rb") as file:
        opened = hiplog.read_log(file)
    given = hiplog.read_log(text.encode(), name="log.csv")
    for other in (opened, given):
        assert other.holds.equals(reading.holds)


@pytest.mark.parametrize("source", [3, None, "text file"])
def test_what_is_no_source_is_refused(source, tmp_path):
    if source == "text file":
        (tmp_path / "a.csv").write_text("date,left\n")
        source = (tmp_path / "a.csv").open()
    with pytest.raises(hiplog.LogError, match="expected a path, bytes or a file opened in binary mode"):
        hiplog.read_log(source)
    getattr(source, "close", lambda: None)()


@pytest.mark.parametrize("header", ["Max left", "Left average", "Planned sets left"])
def test_a_maximum_a_mean_or_a_plan_of_a_side_is_no_further_hold(tmp_path, header):
    reading = read(tmp_path, f"Date,{header},Left,Right\n2026-01-02,90,62,75\n")
    assert seconds(reading) == [62, 75]
    assert reading.not_used == [header]


@pytest.mark.parametrize(
    "header",
    [
        "Kniebeuge links,Kniebeuge rechts",
        "clamshells left,wall sit right",
        "Rater A Left (s),Rater A Right (s),Rater B Left (s),Rater B Right (s)",
        "Rater A hold left,Rater A hold right,Rater B hold left,Rater B hold right",
        "Anna left,Anna right,Ben left,Ben right",
    ],
)
def test_a_side_with_a_word_that_nobody_knows_is_asked_about(tmp_path, header):
    names = header.split(",")
    text = f"Date,{header}\n2026-01-02{',40,50' * (len(names) // 2)}\n2026-01-03{',41,52' * (len(names) // 2)}\n"
    with pytest.raises(hiplog.LogError, match=r"another person's|no column could be a hold"):
        read(tmp_path, text)
    sides = ("left", "right", "nothing", "nothing")
    assert seconds(read(tmp_path, text, columns=dict(zip(names, sides, strict=False)))) == [40, 50, 41, 52]


def test_sides_of_an_unknown_exercise_beside_plain_ones_are_left_out_and_named(tmp_path):
    text = "Datum,links,rechts,Kniebeuge links,Kniebeuge rechts\n2026-01-02,30,40,60,70\n2026-01-03,31,41,60,70\n"
    reading = read(tmp_path, text)
    assert seconds(reading) == [30, 40, 31, 41]
    assert reading.not_used == ["Kniebeuge links", "Kniebeuge rechts"]


def test_a_title_of_another_exercise_is_asked_about_and_one_of_ours_names_it(tmp_path):
    body = "Date,Left,Right\n2026-01-02,12,14\n2026-01-03,13,15\n"
    for title in ("Clamshells - repetitions per side", "Plank", "Reps"):
        with pytest.raises(hiplog.LogError, match="which is no hold of ours"):
            read(tmp_path, f"{title},,\n{body}")
    told = {"Left": "left", "Right": "right"}
    assert seconds(read(tmp_path, f"Reps,,\n{body}", columns=told)) == [12, 14, 13, 15]
    assert set(read(tmp_path, f"Hamstring stretch\n{body}").holds["exercise"]) == {"hamstring_stretch"}


def test_what_a_row_or_a_column_of_units_says_is_no_time_is_no_hold(tmp_path):
    below = read(tmp_path, "Date,L,R,L,R\n,N,N,s,s\n2026-03-02,58,61,45,50\n2026-03-03,59,60,46,51\n")
    assert seconds(below) == [45, 50, 46, 51]
    assert below.not_used == ["L (N)", "R (N)"]
    with pytest.raises(hiplog.LogError, match="no column could be a hold"):
        read(tmp_path, "Date,L,R\n,kg,kg\n2026-03-02,58,61\n2026-03-03,58,61\n")
    beside = read(tmp_path, "date,left,right,unit\n2024-03-04,38,40,kg\n2024-03-05,41,42,s\n")
    assert seconds(beside) == [41, 42]
    assert beside.rejected["row"].tolist() == [2]


def test_sums_and_differences_of_the_sides_and_a_part_of_the_goal_are_no_holds(tmp_path):
    text = "Date,L (s),R (s),L+R,L-R,% of goal (120 s)\n2026-03-02,45,50,95,-5,0.39\n2026-03-03,47,52,99,11,0.41\n"
    reading = read(tmp_path, text)
    assert seconds(reading) == [45, 50, 47, 52]
    assert reading.not_used == ["L+R", "L-R", "% of goal (120 s)"]
    assert set(reading.holds["target_s"]) == {120}


def test_the_side_that_is_affected_is_not_the_side_that_was_held(tmp_path):
    rows = "2026-03-02,L,L,38\n2026-03-02,L,R,61\n"
    reading = read(tmp_path, f"date,affected_side,test_side,hold_s\n{rows}")
    assert reading.holds["side"].tolist() == ["left", "right"]
    with pytest.raises(hiplog.LogError, match="both 'leg' and 'side' could be the side"):
        read(tmp_path, f"date,leg,side,hold_s\n{rows}")
    told = read(tmp_path, f"date,leg,side,hold_s\n{rows}", columns={"leg": "nothing"})
    assert told.holds["side"].tolist() == ["left", "right"]


def test_an_unheaded_column_of_other_exercises_gives_no_hold(tmp_path):
    text = "Date,What,Seconds\n2026-03-02,Kniebeuge links,45\n2026-03-03,clamshells left,50\n"
    assert [one["reason"] for one in read(tmp_path, text).how["skipped"]] == ["another exercise"] * 2


def test_a_side_of_another_movement_is_skipped(tmp_path):
    reading = read(tmp_path, "Date,Side,Seconds\n2026-03-02,Plank left,45\n2026-03-03,left,50\n")
    assert seconds(reading) == [50]
    assert reading.how["skipped"] == [{"row": 2, "reason": "another exercise, as its side says"}]


def test_lines_of_words_keep_their_pain_and_what_is_said_behind(tmp_path):
    reading = read(tmp_path, "2025-11-03 hip L 62 R 75 pain 2 a bit stiff\n2025-11-04 hip L 66 R 80 pain 1\n")
    assert reading.holds["pain_after"].tolist() == [2, 2, 1, 1]
    assert reading.holds["note"].fillna("").tolist() == ["a bit stiff", "a bit stiff", "", ""]
    each = read(tmp_path, "2025-11-03 L 62 pain 3 R 75 pain 2\n2025-11-04 L 66 pain 1 R 80 pain 0\n")
    assert each.holds["pain_after"].tolist() == [3, 2, 1, 0]


def test_lines_of_another_exercise_are_skipped(tmp_path):
    reading = read(tmp_path, "2025-11-03 plank L 62 R 75\n2025-11-04 plank L 66 R 80\n")
    assert len(reading.holds) == 0
    assert [one["reason"] for one in reading.how["skipped"]] == ["another exercise"] * 2


def test_a_dutch_log_keeps_its_pain_and_its_remarks(tmp_path):
    reading = read(tmp_path, "datum,links,rechts,pijn,opmerking\n3-11-2025,62,75,2,stijf\n14-11-2025,66,80,1,\n")
    assert reading.holds["pain_after"].tolist() == [2, 2, 1, 1]
    assert reading.holds["note"].tolist()[:2] == ["stijf", "stijf"]
    assert reading.not_used == []


@pytest.mark.parametrize(
    ("header", "sides"),
    [
        ("Date,Side,Planned hold (s),Achieved hold (s)", "LR"),
        ("Date,Side,Achieved hold (s),Planned hold (s)", "LR"),
        ("Datum,Seite,Geplant (s),Erreicht (s)", "LR"),
    ],
)
def test_what_was_achieved_is_the_hold_and_not_what_was_planned(tmp_path, header, sides):
    cells = ("52", "60") if header.endswith("Planned hold (s)") else ("60", "52")
    rows = [f"2024-03-0{day},{side},{','.join(cells)}" for day, side in enumerate(sides, 4)]
    assert seconds(read(tmp_path, "\n".join([header, *rows]))) == [52, 52]


@pytest.mark.parametrize(("cell", "held"), [("0:90", [90.0]), ("1:35", [95.0]), ("1:75", []), ("1:02:75", [])])
def test_more_than_a_minute_behind_a_minute_is_a_slip_that_is_asked_about(tmp_path, cell, held):
    reading = read(tmp_path, f"date,left,right\n2024-03-04,{cell},40\n2024-03-05,1:20,1:10\n")
    assert [s for s in seconds(reading) if s not in (40, 80, 70)] == held
    assert (reading.rejected["text"].tolist() == [cell]) == (not held)


@pytest.mark.parametrize("header", ["Name", "Nom", "who", "profile", "by", "Teilnehmer", "x", "ID"])
def test_names_that_share_a_day_and_a_side_are_people_whatever_their_header(tmp_path, header):
    wide = read(tmp_path, f"date,{header},left,right\n2026-11-01,Anna,50,60\n2026-11-01,Ben,70,80\n")
    assert wide.how["people"] == ["Anna", "Ben"]
    assert "of 2 people (Anna, Ben): person='Anna' takes one" in repr(wide)
    rows = "2026-11-01,Anna,left,60\n2026-11-01,Ben,left,80\n2026-11-02,Anna,left,61\n"
    assert read(tmp_path, f"date,{header},side,hold\n{rows}").how["people"] == ["Anna", "Ben"]


@pytest.mark.parametrize(
    ("header", "cells"), [("mood", "Good Bad"), ("shoes", "Red Blue"), ("name", "hip balance,plank"), ("x", "1 2")]
)
def test_texts_of_one_day_each_and_exercises_are_no_people(tmp_path, header, cells):
    one, other = cells.split("," if "," in cells else " ")
    text = f"date,{header},left,right\n2026-11-01,{one},50,60\n2026-11-02,{other},70,80\n2026-11-03,{one},51,61\n"
    assert read(tmp_path, text).how["people"] == []


def test_a_name_and_an_id_of_the_same_people_are_one_question_less(tmp_path):
    text = "date,Name,Patient ID,left\n2026-11-01,Anna,P1,50\n2026-11-01,Ben,P2,70\n2026-11-02,Anna,P1,51\n"
    assert len(read(tmp_path, text).how["people"]) == 2


@pytest.mark.parametrize("header", ["what", "type", "title", "pose"])
def test_rows_of_another_movement_are_skipped_whatever_their_header(tmp_path, header):
    text = f"date,{header},left,right\n2026-11-01,side plank,50,60\n2026-11-01,hip balance,70,80\n"
    assert seconds(read(tmp_path, text)) == [70, 80]


def test_the_days_of_a_month_that_the_title_names_are_dates(tmp_path):
    text = "Sheet of exercises,,\nMonth: March 2024,,\nDay,Left,Right\n1,60,55\n2,64,58\n"
    assert read(tmp_path, text).holds["started_at"].dt.strftime("%F").unique().tolist() == [
        "2024-03-01",
        "2024-03-02",
    ]


@pytest.mark.parametrize(
    ("others", "named"),
    [
        ("Left knee (s),Right knee (s)", ["Left knee (s)", "Right knee (s)"]),
        ("Ankle L,Ankle R", ["Ankle L", "Ankle R"]),
        ("Left 7d,Right 7d", ["Left 7d", "Right 7d"]),
        ("L 4 weeks,R 4 weeks", ["L 4 weeks", "R 4 weeks"]),
    ],
)
def test_columns_of_another_place_or_of_a_span_of_days_beside_holds_are_named_as_not_used(tmp_path, others, named):
    text = f"Date,Left hip (s),Right hip (s),{others}\n2026-03-02,62,75,40,41\n2026-03-03,66,80,42,44\n"
    reading = read(tmp_path, text)
    assert seconds(reading) == [62, 75, 66, 80]
    assert reading.not_used == named


def test_small_numbers_of_each_side_beside_its_holds_are_asked_about(tmp_path):
    text = "Date,Hold L,Hold R,L,R\n2026-03-02,62,75,3,2\n2026-03-03,66,80,2,2\n"
    with pytest.raises(hiplog.LogError, match="under 'L' and 'R' are whole, at most 3"):
        read(tmp_path, text)
    told = read(tmp_path, text, columns={"L": "pain left", "R": "pain right"})
    assert told.holds["pain_after"].tolist() == [3, 2, 2, 2]


@pytest.mark.parametrize("header", ["Activity,Length,Share", "Exercise,Total,Share"])
def test_a_second_table_without_dates_takes_none_from_above(tmp_path, header):
    rows = "Hip balance left,62,2026-03-02\nHip balance right,75,2026-03-02\n"
    reading = read(
        tmp_path, f"Activity,Hold (s),Date\n{rows}\n{header}\nHip balance left,62,\nHip balance right,75,\n"
    )
    assert seconds(reading) == [62, 75]
    assert [(one["row"], one["reason"]) for one in reading.how["skipped"]] == [
        (row, "another table") for row in (5, 6, 7)
    ]


def test_from_and_to_tell_whether_times_are_minutes(tmp_path):
    def kept(duration):
        return f"Activity,Duration,From,To\nHip balance left,{duration},2026-03-02 07:10,2026-03-02 07:12\n"

    assert seconds(read(tmp_path, kept("0:02"))) == [120]
    assert seconds(read(tmp_path, kept("1:35"))) == [95]


def test_a_hold_date_is_a_date(tmp_path):
    reading = read(tmp_path, "record_id,hold_date,hold_left_sec,hold_right_sec\n1,2026-03-02,62,75\n")
    assert seconds(reading) == [62, 75]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Date;ms left;ms right\n2026-03-02;62.000;75.000\n", {"ms left": "left", "ms right": "right"}),
        ("Date;Side;Hold (ms)\n2026-03-02;L;62.000\n2026-03-02;R;75.000\n", {"Hold (ms)": "hold"}),
    ],
)
def test_holds_of_less_than_a_second_are_asked_about(tmp_path, text, told):
    with pytest.raises(hiplog.LogError, match=r"would be holds of 0\.0"):
        read(tmp_path, text)
    assert seconds(read(tmp_path, text, columns=told)) == [62, 75]


def test_a_cell_of_both_sides_under_times_is_two_holds(tmp_path):
    reading = read(tmp_path, "Date,Times (L/R),Pain (L/R)\n2026-03-02,62/75,3/2\n")
    assert reading.holds[["side", "hold_s", "pain_after"]].values.tolist() == [["left", 62, 3], ["right", 75, 2]]


def phases(header, *named, note="left only"):
    rows = [f"2026-01-0{day} 07:10,Hip balance,{one},{s},{note}" for day in (2, 3) for one, s in named]
    return "\n".join([f"Date,Exercise,{header},Seconds,Comment", *rows])


@pytest.mark.parametrize(
    ("header", "before", "left", "pause", "right"),
    [
        ("Label", "Get ready", "Left", "Rest", "Right"),
        ("Bezeichnung", "Los", "Links", "Pause", "Rechts"),
        ("Fase", "Pronti", "Sinistra", "Riposo", "Destra"),
    ],
)
def test_sides_among_the_labels_of_an_interval_timer_are_sides_and_no_note_tells_another(
    tmp_path, header, before, left, pause, right
):
    text = phases(header, (before, 5), (left, 42), (pause, 30), (right, 38))
    assert seconds(read(tmp_path, text)) == [42, 38, 42, 38]


@pytest.mark.parametrize("named", ["Left door open", "Left knee of Tom sore again", "Warm up left"])
def test_what_says_more_than_a_side_makes_no_column_of_sides(tmp_path, named):
    reading = read(tmp_path, phases("Label", (named, 5), ("Main", 42), ("Other", 30), note=""))
    assert not len(reading.holds)


def test_sides_among_the_names_of_what_was_measured_are_no_labels_of_an_interval_timer(tmp_path):
    measured = ["left,42", "right,38", "pain,3"]
    rows = ["date,item,value", *(f"2026-01-0{day},{item}" for day in (2, 3) for item in measured)]
    assert read(tmp_path, "\n".join(rows)).holds["pain_after"].tolist() == [3] * 4
    with pytest.raises(hiplog.LogError, match="no column tells the side"):
        read(tmp_path, "\n".join([*rows, "2026-01-04,wobbles,4"]))


def test_a_column_headed_from_says_who_where_names_stand_in_it():
    rows = "".join(
        f"2026-03-{day:02},{name},{38 + day},{31 + day}\n" for day in range(1, 9) for name in ("Ada", "Bo")
    )
    reading = hiplog.read_log(f"Date,From,Left,Right\n{rows}".encode(), name="log.csv")
    assert reading.how["people"] == ["Ada", "Bo"]


def test_a_header_that_says_time_of_day_heads_times():
    text = b"Date,Time of day,Left,Right\n2026-03-04,07:10,38,31\n2026-03-05,19:20,39,32\n"
    holds = hiplog.read_log(text, name="log.csv").holds
    assert holds["started_at"].dt.hour.tolist() == [7, 7, 19, 19]
