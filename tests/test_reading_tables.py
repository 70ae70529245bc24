"""Tables with a side in a letter or a heading, with what was planned, or with names apart from their rows."""

import pytest

import hiplog

LEFT_AND_RIGHT = [("left", 44), ("right", 52)]


def sides_and_seconds(text):
    holds = hiplog.read_log(text.encode(), name="log.csv").holds
    return [*zip(holds["side"], holds["hold_s"], strict=True)], holds["target_s"].tolist()


@pytest.mark.parametrize(
    "header",
    [
        "Date;Tenue G;Tenue D",
        "Date;G (s);D (s)",
        "Date;équilibre G;équilibre D",
        "Fecha;aguante I;aguante D",
        "data;equilíbrio do quadril E;equilíbrio do quadril D",
        "data;tenuta S;tenuta D",
        "datum;hålltid v;hålltid h",
        "dato;holdetid V;holdetid H",
        "dato;hold_v;hold_h",
        "data;trzymanie L;trzymanie P",
        "дата;удержание Л;удержание П",
        "date;hold_L;hold_R",
        "date;hip_balance_left_s;hip_balance_right_s",
    ],
)
def test_a_letter_is_a_side_beside_words_of_its_language(header):
    assert sides_and_seconds(f"{header}\n2026-05-14;44;52\n2026-05-15;44;52\n")[0] == LEFT_AND_RIGHT * 2


@pytest.mark.parametrize(
    "text",
    [
        "Datum;Soll links;Ist links;Soll rechts;Ist rechts\n14.05.2026;50;44;55;52\n",
        "date,planned_left_s,actual_left_s,planned_right_s,actual_right_s\n2026-05-14,50,44,55,52\n",
        ";G;;D;\nDate;Objectif (s);Réalisé (s);Objectif (s);Réalisé (s)\n14/05/2026;50;44;55;52\n",
        "date,left (held/target),right (held/target)\n2026-05-14,44/50,52/55\n",
        "Datum,links (Soll),links (Ist),rechts (Soll),rechts (Ist)\n14.05.2026,50,44,55,52\n",
        "date,side,Soll/Ist (s)\n2026-05-14,left,50/44\n2026-05-14,right,55/52\n",
        "date,side,goal (s),done (s)\n2026-05-14,left,50,44\n2026-05-14,right,55,52\n",
        "date,side,prescribed,completed\n2026-05-14,left,50,44\n2026-05-14,right,55,52\n",
    ],
)
def test_what_was_planned_is_the_target_of_what_was_held(text):
    assert sides_and_seconds(text) == (LEFT_AND_RIGHT, [50, 55])


@pytest.mark.parametrize(
    "text",
    [
        '{"columns": ["date", "left", "right"], "index": [0], "data": [["2026-05-14", 44, 52]]}',
        '{"date": {"0": "2026-05-14"}, "left": {"0": 44}, "right": {"0": 52}}',
        '{"values": [["date", "left", "right"], [], ["2026-05-14", "44", "52"]]}',
        '[["date", "left", "right"], ["2026-05-14", 44, 52]]',
    ],
)
def test_json_that_has_rows_or_columns_apart_from_their_names_is_a_table(text):
    assert sides_and_seconds(text)[0] == LEFT_AND_RIGHT


@pytest.mark.parametrize(
    "header",
    [
        "Date;Début gauche;Fin gauche;Début droite;Fin droite",
        "Date;left started;left ended;right started;right ended",
        ";links;;rechts;\nDatum;Beginn;Ende;Beginn;Ende",
    ],
)
def test_begin_and_end_of_each_side_are_its_hold(header):
    text = f"{header}\n2026-05-14;07:10:05;07:10:49;07:12:00;07:12:52\n"
    assert sides_and_seconds(text)[0] == LEFT_AND_RIGHT


@pytest.mark.parametrize(
    ("side", "pain"), [("sx", "dolore 3"), ("links", "Schmerz 3"), ("left", "pain 3"), ("gauche", "douleur 3")]
)
def test_without_a_header_a_time_with_a_point_and_a_pain_with_its_word_are_told(tmp_path, side, pain):
    path = tmp_path / "log.csv"
    path.write_text(f"14-03-2026;07.12;{side};45s;{pain}\n15-03-2026;19.20;{side};47s;\n", encoding="utf-8")
    holds = hiplog.read_log(path).holds
    assert holds["started_at"].dt.strftime("%d %H:%M").tolist() == ["14 07:12", "15 19:20"]
    assert holds["pain_after"].tolist()[0] == 3


@pytest.mark.parametrize("rows", [("07.12", "7.84"), ("07.12", "25.10"), ("7.5", "8.2"), ("3.00", "2.50")])
def test_numbers_with_a_point_that_are_no_times_are_none(tmp_path, rows):
    path = tmp_path / "log.csv"
    path.write_text("".join(f"14-03-2026;{number};left;45s\n" for number in rows), encoding="utf-8")
    assert set(hiplog.read_log(path).holds["started_at"].dt.hour) == {0}
