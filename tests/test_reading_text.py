# ruff: noqa: RUF001  (signs that look alike are the point here)
"""What is read by a rule, beside what is so near to it that it must not be read so."""

import json
from pathlib import Path

import pytest

import hiplog

FORMS = json.loads(Path(__file__).with_name("questions_of_forms.json").read_text(encoding="utf-8"))


def read(text, name="log.csv"):
    return hiplog.read_log(text.encode(), name=name)


def held(reading):
    return [*zip(reading.holds["side"], reading.holds["hold_s"], strict=True)]


BOTH = [("left", 41.0), ("right", 52.0)]


@pytest.mark.parametrize("language", FORMS)
def test_the_questions_of_a_form_tell_sides_and_pain_in_each_language(language):
    reading = read(f"{','.join(FORMS[language])}\n2026-01-05 07:12:18,41,52,3,cold floor\n")
    assert held(reading) == BOTH
    assert reading.holds["pain_after"].tolist() == [3, 3]
    assert reading.holds["note"].tolist() == ["cold floor"] * 2


@pytest.mark.parametrize(
    ("cell", "pain", "note"),
    [
        ("4分", 4, None),
        ("4 points", 4, None),
        ("3 балла", 3, None),
        ("4 好多了", 4, "4 好多了"),
        ("4 лучше", 4, "4 лучше"),
        ("4 -> 2 besser", 2, "4 -> 2 besser"),
    ],
)
def test_points_belong_to_a_score_and_other_words_beside_it_are_kept(cell, pain, note):
    holds = read(f"date,left,right,pain\n2026-01-05,41,52,{cell}\n").holds.fillna({"note": ""})
    assert holds[["pain_after", "note"]].to_numpy().tolist() == [[pain, note or ""]] * 2


@pytest.mark.parametrize("cell", ["3 分钟", "3分間", "3 min", "3 дня", "3 days"])
def test_minutes_and_days_of_pain_are_no_score(cell):
    reading = read(f"date,left,right,pain\n2026-01-05,41,52,{cell}\n")
    assert reading.holds["pain_after"].isna().all()
    assert reading.rejected["text"].tolist() == [cell]


SAID = {
    "5 janv. 2026 – G 41 s / D 52 s – douleur 3/10": BOTH,
    "5 janv. 2026: D 52 s\n6 janv. 2026: G 41 s / D 52 s": [BOTH[1], *BOTH],
    "Jan 5, 2026. Held the left hip for 41 seconds and the right for 52 seconds.": BOTH,
    "Jan 5, 2026. Left was 41 seconds, right was 52 seconds.": BOTH,
    "2026-01-05 E 41 s, D 52 s, dor 3": BOTH,
}  # fmt: skip
NOT_SAID = [
    "Jan 5, 2026 – G 41 s / D 52 s – pain 3/10",  # of which language?
    "5 janv. 2026 – G 41 s\n6 janv. 2026 - D 5 mg",  # never both in a line
    "Jan 5, 2026. I left at 7 for work, the right was 8 o'clock.",
    "Jan 5, 2026. My left knee was 41 lately.",
]


@pytest.mark.parametrize("text", SAID)
def test_letters_and_sentences_tell_sides(text):
    assert held(read(text, "notes.txt")) == SAID[text]


@pytest.mark.parametrize("text", NOT_SAID)
def test_letters_without_their_language_and_other_sentences_tell_no_hold(text):
    try:
        reading = read(text, "notes.txt")
    except hiplog.LogError:
        return
    assert held(reading) == []


def test_a_vitamin_among_lines_with_letters_for_the_sides_is_refused():
    reading = read("5 janv. 2026 – G 41 s / D 52 s\n6 janv. 2026 – vitamine D 100\n", "notes.txt")
    assert held(reading) == BOTH
    assert reading.rejected["row"].tolist() == [2]


WORDS = "left 41 s, right 52 s, pain 3/10"


def test_a_table_may_say_its_holds_in_the_words_of_one_column_and_names_the_others():
    reading = read(
        f'date,time,mood,note\n2026-01-05,07:12,good,"{WORDS}, on the mat"\n2026-01-06,07:10,meh,long day\n'
    )
    assert held(reading) == BOTH
    assert reading.holds["started_at"].dt.hour.tolist() == [7, 7]
    assert reading.holds["note"].tolist() == ["on the mat"] * 2
    assert reading.days["note"].tolist() == ["long day"]
    assert reading.not_used == ["mood"]


@pytest.mark.parametrize(
    "text",
    [
        f'date,note,pain\n2026-01-05,"{WORDS}",4\n',  # of which pain?
        f'date,morning,evening\n2026-01-05,"{WORDS}","{WORDS}"\n',
        "date,time,mood\n2026-01-05,07:12,good\n",
        "date,note,text\n2026-01-05,1:35 today,long day\n",
    ],
)
def test_a_table_with_words_in_two_columns_a_pain_beside_them_or_no_side_is_refused(text):
    with pytest.raises(hiplog.LogError):
        read(text)


def test_messages_of_two_senders_are_of_two_people():
    messages = [{"date": f"2026-01-0{day}T07:11:02", "from": name, "text": WORDS} for day in (5, 6, 7)
                for name in ("Kim", "Ana")]  # fmt: skip
    reading = read(json.dumps({"name": "Hips", "messages": messages}), "result.json")
    assert reading.how["people"] == ["Ana", "Kim"]


def test_a_message_that_another_writer_repeats_is_of_two_people():
    rows = "".join(f'{name},2026-03-02T07:12:0{s},"{WORDS}"\n' for s, name in enumerate(("tove#0", "Bot#22")))
    assert read(f"Author,Date,Content\n{rows}").how["people"] == ["Bot#22", "tove#0"]


MAIL = """Date: Wed, 4 Mar 2026 20:10:33 +0100
{first}left 41 s, right 52 s

On Mon, 2 Mar 2026 at 19:55, Ines Falk wrote:
> left 41 s, right 52 s
"""


def test_what_a_mail_quotes_is_of_the_day_it_was_written():
    holds = read(MAIL.format(first=""), "mail.txt").holds
    assert holds["started_at"].dt.day.tolist() == [4, 4, 2, 2]


def test_a_mail_that_is_forwarded_is_of_the_day_it_was_sent_and_a_birthday_is_no_day_of_holds():
    holds = "left 41 s, right 52 s\n"
    mail = f"Date: 4 Mar 2026 20:10\n{holds}\n{{}}: Monday, March 2, 2026 7:55 PM\n{holds}"
    assert read(mail.format("Sent"), "mail.txt").holds["started_at"].dt.day.tolist() == [4, 4, 2, 2]
    assert read(mail.format("Gesendet"), "mail.txt").holds["started_at"].dt.day.tolist() == [4, 4, 2, 2]
    assert read(mail.format("Born"), "mail.txt").holds["started_at"].dt.day.tolist() == [4, 4, 4, 4]


def test_a_line_with_another_date_before_its_holds_is_refused():
    reading = read(MAIL.format(first="Hello, today, 3 March 2026: hip balance "), "mail.txt")
    assert reading.rejected["row"].tolist() == [2]
    assert reading.holds["started_at"].dt.day.tolist() == [2, 2]


def test_a_task_that_is_done_is_of_the_day_it_was_done():
    reading = read("x 2026-03-02 2026-02-20 Hip balance left 41s +rehab pain:3\n", "done.txt")
    assert reading.holds[["started_at", "hold_s", "pain_after"]].to_numpy().tolist()[0][1:] == [41, 3]
    assert reading.holds["started_at"].dt.strftime("%Y-%m-%d").tolist() == ["2026-03-02"]


def test_a_diary_in_sentences_with_commas_has_no_header():
    reading = read("2. marts 2026: Venstre 41 sek, højre 52 sek, smerte 4. Gik 30 min.\n", "dagbog.txt")
    assert held(reading) == BOTH


def test_a_line_of_thousands_of_letters_is_kept_as_a_note_or_refused():
    prose = "it rained " * 300
    reading = read(f"2026-01-05 left 41 s, right 52 s\n{prose}\n2026-01-06 left 43 s {prose}\n", "notes.txt")
    assert held(reading) == BOTH
    assert reading.rejected["row"].tolist() == [3]
    assert reading.days["note"].str.len().tolist() == [len(prose.strip())]


CHAT = "[2026-03-01 18:04] Berg: {}\n[2026-03-02 07:31] Mara: left 41 s, right 52 s, pain 3\n"


@pytest.mark.parametrize(
    "asked",
    [
        "Please do it daily. Hold 60 seconds left and 60 right.",
        "Next time go for left 50 s.",
        "Bitte links 60 s und rechts 60 s.",
        "La prochaine fois gauche 60 s, droite 60 s.",
        "请左60秒右60秒",
    ],
)
def test_what_somebody_asks_for_is_no_hold_and_is_accounted_for(asked):
    reading = read(CHAT.format(asked), "chat.txt")
    assert held(reading) == BOTH
    assert [*reading.rejected["row"], *(one["row"] for one in reading.how["skipped"])] == [1]


def test_who_is_pleased_asks_for_nothing():
    assert (
        held(read("2026-03-02 Pleased: left 41 s, right 52 s\n2026-03-03 left 41 s, right 52 s\n", "a.txt"))[-2:]
        == BOTH
    )


@pytest.mark.parametrize(
    ("line", "holds", "note"),
    [
        ("left ~~45~~ 41 s, right 52 s", BOTH, None),
        ("~~left 45 s, right 52 s~~", [], "not done: left 45 s, right 52 s"),
        ("kun venstre i dag, hoftebalance 41 sek", BOTH[:1], "kun venstre i dag"),
    ],
)
def test_what_is_struck_out_was_not_held_and_a_side_goes_on_over_a_comma(line, holds, note):
    reading = read(f"2026-03-01 left 41 s, right 52 s\n2026-03-02 {line}\n", "a.txt")
    assert held(reading) == [*BOTH, *holds]
    told = reading.days["note"] if not holds else reading.holds["note"].iloc[2:].dropna()
    assert [*dict.fromkeys(told)] == ([note] if note else [])


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Hip balance log 2026", ["2026-03-05", "2026-03-05", "2026-03-04"]),
        ("Patient born 1961", []),
        ("Hip balance log 2025/26", []),
        ("Hip balance log", []),
    ],
)
def test_dates_have_the_year_of_the_title_of_their_log(title, days):
    reading = read(f"{title},,\nDay,Side,Seconds\n5 Mar,right,58\n,left,51\n4 Mar,right,55\n")
    assert reading.holds["started_at"].dt.strftime("%Y-%m-%d").tolist() == days
    assert len(reading.rejected) == 3 - len(days)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("1:35:00 AM,1:10:00 AM", "minutes and seconds that a spreadsheet took for hours"),
        ("0.00109954,0.0008", "fractions of a day"),
        ("95,70", ""),
    ],
)
def test_durations_that_only_their_column_explains_are_said_to_be_read_so(cells, said):
    reading = read(f"date,left,right\n2026-01-05,{cells}\n")
    assert len(reading.holds) == 2
    assert said in reading.how["decided"].get("durations", "")
    assert ("durations" in reading.how["decided"]) == bool(said)


def test_a_header_and_notes_with_line_breaks_in_quotes_are_cells(tmp_path):
    rows = "".join(f'2026-03-{day},41,42,"slept badly,\nthen better",Ann\n' for day in range(13, 28))
    path = tmp_path / "log.csv"
    path.write_text(f'date,"left\n(s)","right\n(s)","my\nnote",person\n{rows}')
    reading = hiplog.read_log(path)
    assert reading.holds["hold_s"].tolist() == [41, 42] * 15
    assert set(reading.holds["note"]) == {"slept badly,\nthen better"}
