# ruff: noqa: RUF001  (signs that look alike are the point here)
"""Dates of a text without their year, and what else of its lines is read by a rule and not lost."""

import pytest

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


def days_of(text):
    """Return the month and day, and the seconds, of each hold that is read of a text."""
    holds = read(text).holds
    return [*zip(holds["started_at"].dt.strftime("%Y-%m-%d"), holds["hold_s"].astype(int), strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "3 November 2025\nL 62 R 75\n\n4 November\nL 64 R 76\n",
        "3.11.2025\nL 62 R 75\n4.11.\nL 64 R 76\n",
        "Hips 2025 ✔\n✔ 3 Nov – l 62 / r 75\n✔ 4 Nov – l 64 / r 76\n",
        "Hüftübung 2025 (Sekunden)\n03.11.: links 62, rechts 75\n04.11.: links 64, rechts 76\n",
        "Équilibre des hanches - novembre 2025\n\nlundi 3 : gauche 62 s, droite 75 s\n"
        "mardi 4 : gauche 64 s, droite 76 s\n",
        "Hip challenge 2025\nDay 1 (3 November): left 62 sec, right 75 sec\n"
        "Day 2 (4 November): left 64 sec, right 76 sec\n",
        "- **Nov 2025**\n  - 3 Nov\n    - left: 62 s\n    - right: 75 s\n  - 4 Nov\n"
        "    - left: 64 s\n    - right: 76 s\n",
        "Week of 3 November 2025 - hip holds in seconds\nMon L62 R75\nTue L64 R76\nWed off\n",
        "### Uge 45, 2025 (3.\u20139. november)\n* man: V 62, H 75\n* tir: V 64, H 76\n",
        "Hip balance, 2025\n03.11 left 62 right 75\n04.11 left 64 right 76\n",
        "股関節バランス 2025年11月\n11/3(月)\n左 62秒\n右 1分15秒\n11/4(火)\n左 64秒\n右 1分16秒\n",
        "Date: Sun, 9 Nov 2025 20:14\nlun 3/11 sx 62 s dx 75 s\nmar 4/11 sx 64 s dx 76 s\n",
        "Semana del 3 de noviembre de 2025\nlun: izq 62, der 75\nmar: izq 64, der 76\n",
        "Röstmemo 1, måndag 3 november 2025.\nVänster 62 sekunder, höger 75 sekunder.\n"
        "Röstmemo 2, tisdag 4 november 2025.\nVänster 64 sekunder, höger 76 sekunder.\n",
        "Hip balance week 45, 2025\nMon L62 R75\nTue L64 R76\n",
        "# Hips, week ending 9 November 2025\n- [x] Mon: left 62 s, right 75 s\n"
        "- [x] Tue: left 64 s, right 76 s\n- [ ] Wed\n",
        "Hip holds on 3 November 2025\nleft 62 s\nright 75 s\n\nHip holds on 4 November 2025\n"
        "left 64 s\nright 76 s\n",
        "fern — 11/3/2025 7:31 AM\nleft 62 sec, right 75 sec 💪 who else?\nfern — 11/14/2025 8:02 AM\nrest\n"
        "fern — 11/4/2025 8:02 AM\nleft 64 sec, right 76 sec\n",
        "* Hips\n** DONE [2025-11-03 Mon]\nleft 62 s, right 75 s\n** DONE [2025-11-04 Tue]\n"
        "left 64 s, right 76 s\n",
        "Tuesday 4 November 2025\nYesterday, Monday 3, left 62 s, right 75 s\nleft 64 s, right 76 s\n",
        "4. November 2025\nGestern Abend links 62 s, rechts 75 s\nlinks 64 s, rechts 76 s\n",
    ],
)
def test_a_day_has_the_date_that_its_text_tells(text):
    assert days_of(text) == [("2025-11-03", 62), ("2025-11-03", 75), ("2025-11-04", 64), ("2025-11-04", 76)]


def test_a_year_ends_between_two_days_of_a_text():
    text = "30 December 2025\nleft 40\n31 December\nleft 41\n1 January\nleft 42\n"
    assert [day for day, _ in days_of(text)] == ["2025-12-30", "2025-12-31", "2026-01-01"]


@pytest.mark.parametrize(
    ("text", "kept", "refused"),
    [
        ("3 November 2025\nleft 40 s\n4/11\nleft 42 s\n", [40], 1),
        ("3 November 2025\nleft 40 s\n5 May\nleft 42 s\n", [40], 1),
        ("5 October 2026\nleft 40 s\nTue left 41 s\n", [40], 1),
        ("31 October 2026\nYesterday, Thursday 29: left 40 s\nright 50 s\n", [50], 1),
        ("31 October 2026\nYesterday left 40, today left 50.\n30 October 2026\nleft 70 s\n", [70], 1),
        ("Since 2019\n3 Nov: left 40\n2 Dec: left 41\n", [], 2),
        ("Room 2026\n3 Nov: left 40\n", [], 1),
        ("Hips 2026\n20 Dec: left 40\n22 Mar: left 41\n21 Aug: left 42\n", [40], 2),
        ("March 2026\n2: left 40 s\n3: left 41 s\nFebruary\n28: left 45 s\n", [40, 41], 1),
        ("4 November 2026\nleft 40 s\n12 March 2019: hip operation\nleft 42 s\n", [40], 1),
        ("4 November 2026\nleft 40 s\n6 November (planned)\nleft 60 s\n", [40], 1),
        ("4 November 2026\nleft 40 s\nLast Monday: left 39 s\nright 42 s\n", [40, 42], 1),
        ("4 November 2026\nleft 40 s\nThe day before: left 39 s\n", [40], 1),
        ("Day 1 (4 November 2026)\nleft 40 s\nDay 2\nleft 41 s\n", [40], 1),
        ("** DONE [2026-04-27 Mon]\nleft 40 s\n** TODO [2026-04-29 Wed]\nleft 60 s\n", [40], 1),
        ("** DONE [2026-04-27 Mon]\nleft 40 s\n** CANCELLED hips <2026-04-29 Wed>\nleft 60 s\n", [40], 1),
        ("Week 45, 2025 (10-16 November)\nMon: left 40\nTue: left 41\n3 Nov 2025\nleft 42\n", [42], 2),
        ("3 Nov 2025\nleft 42\n6 week plan 2026\nMon: left 40\nFri: left 41\n", [42, 40], 1),
        ("2025-11-03\n12.10 left\n11.05 right\n", [12.1, 11.05], 0),
        ("Date: 2 mar 2025\nmar 4 left 45\nmar 5 left 46\n", [], 2),
        ("股関節 2025年11月\n11/3(月)\n左 50秒\n11/4(水)\n左 52秒\n", [], 2),
        ("My hips, goal for 2027\n3 Nov: left 40\n2 Dec: left 41\n", [], 2),
        ("Hip log (copied 2026)\n3 Nov: left 40\n2 Dec: left 41\n", [], 2),
    ],
)
def test_what_a_text_does_not_date_is_refused_and_of_no_other_day(text, kept, refused):
    reading = read(text)
    assert (reading.holds["hold_s"].tolist(), len(reading.rejected)) == (kept, refused)


@pytest.mark.parametrize(
    "title",
    [
        *("Week of 12/10/2026 or", "Next appointment", "Started on", "Born", "Plank on", "Surgery on", "Physio"),
        *("Week 1,", "Pain 4,", "left 45,", "Memo 2 of 3 days,", "Plank 60,"),
    ],
)
def test_the_date_of_something_else_heads_no_text(title):
    with pytest.raises(hiplog.LogError):
        read(f"{title} 30 May 2026\nleft 62 s\nright 70 s\n")


@pytest.mark.parametrize(
    "text",
    [
        "3 November 2025\nleft 62 s\n3/10\n",
        "3 November 2025\nleft 62 s, better than yesterday\n",
        "3 November 2025\nleft 62 s\nyesterday the left was sore\n",
        "3 November 2025\nYesterday: no exercise\nleft 62 s\n",
        "Week of 3 November 2025\nMon left 62 s\nappointment in the week of 17 Nov 2025\n",
    ],
)
def test_what_else_a_text_says_moves_no_hold(text):
    assert days_of(text) == [("2025-11-03", 62)]


def test_the_title_that_told_the_year_is_named():
    assert "of the year that 'Hips 2026' tells" in read("Hips 2026\n3 Nov: left 40\n").summary()


@pytest.mark.parametrize(
    ("text", "kept", "refused"),
    [
        ("2025-03-04\n07.05 left 45 s\n18.10 right 50 s\n", [], [2, 3]),
        ("4. marts 2025\n07.05 venstre 45 s\n", [], [2]),
        (
            "2025-03-04\n01.05 left\n01.10 right\n2025-03-05\n01.06 left\n01.12 right\n",
            [1.05, 1.1, 1.06, 1.12],
            [],
        ),
    ],
)
def test_clocks_and_seconds_with_a_dot_below_a_whole_date_are_no_dates(text, kept, refused):
    reading = read(text)
    assert (reading.holds["hold_s"].tolist(), reading.rejected["row"].tolist()) == (kept, refused)


@pytest.mark.parametrize(
    ("first", "said"),
    [
        *(("Feb 28", "Sam came by"), ("Mar 3", "Sam was here"), ("Mar 3", "Mer was slower")),
        *(("Mar 3", "Dom 3 sets"), ("Feb 28", "Lun 3, Mer 4")),
    ],
)
def test_a_name_in_an_english_text_makes_no_tuesday_of_march(first, said):
    days = days_of(f"{first}, 2025\nleft 45 s\n{said}\nMar 4, 2025\nleft 46 s\n")
    assert [seconds for _, seconds in days] == [45, 46]
    assert days[1][0] == "2025-03-04"


def test_among_other_weekdays_of_its_language_it_is_one():
    text = "2 marzo 2025\nlun 3/3\nsx 45\nmar 4/3\nsx 46\nmer 5/3\nsx 47\n"
    assert [day for day, _ in days_of(text)] == ["2025-03-03", "2025-03-04", "2025-03-05"]


@pytest.mark.parametrize(
    ("title", "week", "other"),
    [("Hip log 2025\n", "Week 52", "Week 1"), ("", "KW 52, 2025", "KW 1"), ("2026\n", "Week 1", "Week 52")],
)
def test_a_week_beyond_the_turn_of_the_year_is_refused_until_its_year_is_told(title, week, other):
    text = f"{title}{week}\nMon left 60 s\nWed left 61 s\n{other}\nMon left 62 s\n{{}}\nMon left 63 s\n"
    reading = hiplog.read_log(text.format(f"{other} 2027").encode(), name="hip_balance.txt")
    assert reading.holds["hold_s"].tolist() == [60, 61, 63]
    assert reading.rejected["text"].tolist() == ["Mon"]


def test_weekdays_below_the_number_of_a_week_that_nothing_dates_are_refused():
    text = "22 Dec 2025\nleft 60 s\nWeek 1\nMon left 62 s\n29 Dec 2025\nleft 61 s\n"
    reading = hiplog.read_log(text.encode(), name="hip_balance.txt")
    assert reading.holds["hold_s"].tolist() == [60, 61]
    assert reading.rejected["text"].tolist() == ["Mon"]


def test_weeks_of_one_year_and_remarks_on_a_week_stay_what_they_are():
    text = "Week 10, 2026\nMon left 60 s\nWeek 40\nMon left 62 s\nWeek 41\nThu left 63 s\n"
    holds = hiplog.read_log(text.encode(), name="hip_balance.txt").holds
    assert holds["started_at"].dt.strftime("%m-%d").tolist() == ["03-02", "09-28", "10-08"]
    text = "Mon 22 Dec 2025\nleft 60 s\nWeek 1 was hard\nMon: left 62 s\n"
    assert len(hiplog.read_log(text.encode(), name="hip_balance.txt").holds) == 2
