# ruff: noqa: RUF001  (signs that look alike are the point here)
"""Dates of a text without their year, and what else of its lines is read by a rule and not lost."""

import hiplog


def read(text, name="log.txt"):
    return hiplog.read_log(text.encode(), name=name)


def test_days_below_a_whole_date_are_of_its_year():
    text = "Date: Fri, 2 Jan 2026 18:02\nMon 29 Dec: left 58 s, right 49 s\nFri 2 Jan: left 60 s, right 50 s\n"
    reading = read(text)
    assert reading.holds["started_at"].dt.date.astype(str).unique().tolist() == ["2025-12-29", "2026-01-02"]


def test_days_whose_weekday_disagrees_with_the_year_above_are_refused():
    reading = read("2 March 2026\nleft 45 s, right 50 s\nMonday 3 March: left 46 s, right 51 s\n")
    assert reading.holds["hold_s"].tolist() == [45, 50]
    assert reading.rejected["row"].tolist() == [3]


def test_a_title_tells_the_year_where_the_weekdays_agree():
    days = "".join(f"{day} March: left 33 s, right 42 s\n" for day in ("Monday 2", "Tuesday 3", "Friday 6"))
    assert len(read(f"My hip exercise book, 2026\n{days}").holds) == 6
    assert len(read(f"My hip exercise book, 2025\n{days}").holds) == 0


def test_a_side_with_its_seconds_amid_other_words_is_refused_and_not_kept_as_a_note():
    reading = read("2026-03-02\nwalked 8 km then hip L 59 s, R 54 s\n2026-03-03\nleft 60 s, right 50 s\n")
    assert reading.holds["hold_s"].tolist() == [60, 50]
    assert reading.rejected["row"].tolist() == [2]


def test_a_colon_that_stands_apart_or_is_wide_parts_as_any_other():
    french = read("9 mars 2026\nGauche 47 s, droite 41 s. Douleur avant : 6, après : 4.\n").holds
    chinese = read("2026年6月8日 左52秒 右45秒 疼痛：前5 后4\n").holds
    assert french[["pain_before", "pain_after"]].to_numpy().tolist() == [[6, 4]] * 2
    assert chinese[["pain_before", "pain_after"]].to_numpy().tolist() == [[5, 4]] * 2


def test_the_number_in_the_name_of_an_exercise_is_no_duration():
    holds = read("2026-03-02\nFigure-4 left 62 s, right 50 s\n").holds
    assert holds[["exercise", "hold_s"]].to_numpy().tolist() == [["hip_balance", 62], ["hip_balance", 50]]


def test_quotes_of_quotes_are_read_as_what_they_quote():
    holds = read("> On Fri, 9 Oct 2026 at 18:00, Greta wrote:\n>> Mon 5 Oct: left 50 s, right 44 s\n").holds
    assert holds["started_at"].dt.date.astype(str).tolist() == ["2026-10-05"] * 2


def test_a_column_of_weekdays_tells_day_from_month():
    text = "Date,Weekday,Left,Right\n01/06/2026,Monday,35,30\n03/06/2026,Wednesday,38,32\n"
    reading = read(text, "log.csv")
    assert reading.holds["started_at"].dt.month.unique().tolist() == [6]
    assert reading.how["decided"]["date"] == "day before month, as in Weekday"


def test_weekdays_that_agree_with_neither_order_settle_nothing():
    text = "Date,Weekday,Left,Right\n01/06/2026,Monday,35,30\n03/06/2026,Monday,38,32\n"
    assert len(read(text, "log.csv").holds) == 0


def test_pain_right_before_is_of_both_sides_unless_another_is_left_before():
    alone = read("date,left,right,pain right before,pain right after\n2026-03-02,45,50,4,3\n", "log.csv")
    assert alone.holds[["pain_before", "pain_after"]].to_numpy().tolist() == [[4, 3]] * 2
    each = read("date,left,right,pain left after,pain right after\n2026-03-02,45,50,4,3\n", "log.csv")
    assert each.holds["pain_after"].tolist() == [4, 3]


def test_pain_at_the_start_and_at_the_end_is_before_and_after():
    holds = read("date,left,right,Pain (start),Pain (end)\n2026-03-02,45,50,4,3\n", "log.csv").holds
    assert holds[["pain_before", "pain_after"]].to_numpy().tolist() == [[4, 3]] * 2


def test_words_in_brackets_belong_to_those_before_them():
    holds = read("Tarih,Sol (sn),Sağ (sn),Ağrı (önce),Ağrı (sonra)\n04.05.2026,46,40,6,4\n", "log.csv").holds
    assert holds[["pain_before", "pain_after"]].to_numpy().tolist() == [[6, 4]] * 2


def test_figure_four_is_this_exercise():
    text = "date,exercise,seconds\n2026-03-02,Figure-4 stretch left,62\n2026-03-02,Side plank right,40\n"
    reading = read(text, "log.csv")
    assert reading.holds[["exercise", "hold_s"]].to_numpy().tolist() == [["hip_balance", 62]]


def test_a_mark_among_durations_is_no_hold_and_that_is_said():
    reading = read("date,left,right\n2026-03-02,45,x\n2026-03-03,46,40\n", "log.csv")
    assert reading.holds["hold_s"].tolist() == [45, 46, 40]
    assert "a mark like 'x' among the holds is none" in reading.summary()


def test_the_time_beside_a_day_without_a_year_is_kept():
    text = 'Hip balance May 2026\nWhen,Left,Right\n"11 May, 07:20",52,45\n"12 May, 07:25",55,46\n'
    began = read(text, "log.csv").holds["started_at"].astype(str).unique().tolist()
    assert began == ["2026-05-11 07:20:00", "2026-05-12 07:25:00"]


def test_a_table_of_a_web_page_is_read_with_cells_that_span_rows():
    page = (
        "<!DOCTYPE html><html><body><p>Mine</p><table>"
        "<tr><th>Date</th><th>Side</th><th>Seconds</th><th>Note</th></tr>"
        "<tr><td rowspan=2>2026-11-09</td><td>left</td><td>71</td><td>stiff &amp; cold</td></tr>"
        "<tr><td>right</td><td>64</td><td>&nbsp;</td></tr></table></body></html>"
    )
    holds = read(page, "log.html").holds
    assert holds[["side", "hold_s"]].to_numpy().tolist() == [["left", 71], ["right", 64]]
    assert holds["started_at"].dt.day.tolist() == [9, 9]
    assert holds["note"].tolist()[0] == "stiff & cold"


def test_a_danish_diary_with_times_behind_kl_is_text():
    text = "26. februar 2026 kl. 7.20: venstre 35 sek., højre 41 sek., smerte 4\n" * 2
    assert read(text.replace("26", "27", 1)).holds["hold_s"].tolist()[:2] == [35, 41]


def test_a_hold_that_only_words_tell_is_refused_and_not_lost_in_a_note():
    text = "2026-09-05 left 50 sec, {}\n2026-09-07 left 55 sec, right 52 sec\n"
    for words in ("same on the right", "a full minute on the right", "rechts genauso", "pareil à droite"):
        reading = read(text.format(words))
        assert reading.holds["hold_s"].tolist() == [55, 52], words
        assert reading.rejected["row"].tolist() == [1]
    assert read(text.format("my left hip felt the same")).holds["note"].tolist()[0] == "my left hip felt the same"


def test_a_message_of_which_a_word_is_bold_is_one_text():
    message = (
        '{"date": "2026-04-0%d", "text": ["left ", {"type": "bold", "text": "52s"}, " right 44s!! left tomorrow"]}'
    )
    reading = read(f"[{message % 6}, {message % 7}]", "log.json")
    assert reading.holds["hold_s"].tolist() == [52, 44] * 2
