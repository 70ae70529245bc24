"""Names and values in lines of their own: forms by mail, clinics' forms, listings of databases."""

import pytest

import hiplog


def read(tmp_path, text):
    path = tmp_path / "log.txt"
    path.write_text(text, encoding="utf-8")
    return hiplog.read_log(path)


def held(reading):
    rows = reading.holds[["side", "hold_s", "pain_before", "pain_after"]].astype(object)
    return [*map(tuple, rows.where(reading.holds[rows.columns].notna(), None).to_numpy())]


FORMS = {
    "German": "Datum: {:02}.03.2026\nSeite: links\nHaltezeit: 45 Sek.\nSchmerz vorher (0-10): 5\n"
    "Schmerz nachher (0-10): 3\nBemerkung:\n",
    "French": "Date : {:02}/03/2026\nCôté : gauche\nDurée : 45 s\nDouleur avant : 5\n"
    "Douleur après : 3\nRemarque :\n",
    "a database": "      date = 2026-03-{:02}\n      side = left\n    hold_s = 45\n"
    "pain_before = 5\npain_after = 3\n",
    "a list": "- **Date:** 2026-03-{:02}\n- **Side:** left\n- **Hold:** 45 s\n- **Pain before:** 5\n"
    "- **Pain after:** 3\n",
    "mails": "From: Form <forms@clinic.example>\nDate: Thu, {:02} Mar 2026 07:31:12 +0000\nSubject: Entry {}\n\n"
    "Which side?: Left (left ankle on right knee)\nHow long did you hold it, in seconds?: 45\n"
    "Pain before (0-10): 5\nPain after (0-10): 3\n\n--\nSent 2 minutes after it was filled in.\n",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("parting", ["\n", "---\n"])
def test_each_record_is_a_row_with_all_that_its_fields_say(tmp_path, form, parting):
    reading = read(tmp_path, parting.join(FORMS[form].format(day, day) for day in (5, 12, 19)))
    assert held(reading)[0] == ("left", 45, 5, 3)
    assert not reading.how["people"]


def test_names_above_all_records_are_titles(tmp_path):
    text = (
        "Patient: A. Example\nExercise: Hip balance\n\n"
        + FORMS["German"].format(5)
        + "\n"
        + FORMS["German"].format(6)
    )
    reading = read(tmp_path, text)
    assert held(reading) == [("left", 45, 5, 3)] * 2


def test_a_record_without_its_date_is_of_the_day_above_and_one_without_its_hold_is_counted(tmp_path):
    text = "Date: 2026-03-05\nSide: left\nHold: 45 s\n\nSide: right\nHold: 40 s\n\n"
    reading = read(tmp_path, text + "Date: 2026-03-06\nSide: left\nHold: ____\n")
    assert held(reading) == [("left", 45, None, None), ("right", 40, None, None)]
    assert reading.how["skipped"] == [{"row": 10, "reason": "no hold"}]


@pytest.mark.parametrize(
    "record",
    [
        "Date of birth: 1961-05-{}\nSide: left\nDuration: 45 min\n",
        "Date: 2026-03-{}\nExercise: Plank\nSide: left\nHold: 45 s\n",
        "Date: 2026-03-{}\nSide: left\nTarget: 45 s\n",
    ],
    ids=["births", "planks", "plans"],
)
def test_fields_of_no_hold_of_ours_give_none(tmp_path, record):
    try:
        assert not len(read(tmp_path, record.format(12) + record.format(13)).holds)
    except hiplog.LogError:
        pass


def test_lines_of_words_below_a_date_stay_words(tmp_path):
    text = "Date: 2026-03-05\nLeft: 45 s\nright 40 s, pain 3\n\nDate: 2026-03-06\nLeft: 50 s\nright 44 s\n"
    assert held(read(tmp_path, text))[1][:2] == ("right", 40)


DAY = "Date: 2026-03-{:02}\nLeft: 45 s\nRight: 44 s\n"


@pytest.mark.parametrize("parting", ["", "\n"])
def test_a_second_set_of_a_day_is_of_that_day(tmp_path, parting):
    text = DAY.format(4) + "Left: 40 s\nRight: 41 s\n" + parting + DAY.format(5)
    reading = read(tmp_path, text)
    assert [one[1] for one in held(reading)] == [45, 44, 40, 41, 45, 44]
    assert reading.holds["started_at"].dt.day.tolist() == [4, 4, 4, 4, 5, 5]


def test_a_second_record_below_a_date_is_of_that_day(tmp_path):
    text = "Date: 2026-03-{:02}\nSide: left\nHold: 45 s\nSide: right\nHold: 40 s\n"
    reading = read(tmp_path, text.format(4) + text.format(5))
    assert reading.holds["started_at"].dt.day.tolist() == [4, 4, 5, 5]


def test_two_sets_of_one_day_are_read_each_with_its_pain(tmp_path):
    reading = read(tmp_path, DAY.format(4) + "Pain: 3\nLeft: 40 s\nRight: 41 s\nPain: 4\n")
    assert [(one[1], one[3]) for one in held(reading)] == [(45, 3), (44, 3), (40, 4), (41, 4)]


@pytest.mark.parametrize(
    ("words", "pain"), [("pain 6 after", 6), ("after yoga", None), ("felt good", None), ("\nfelt good", None)]
)
def test_words_below_the_fields_of_a_day_are_its_own(tmp_path, words, pain):
    reading = read(tmp_path, DAY.format(4) + words + "\n\n" + DAY.format(5))
    assert [(one[1], one[3]) for one in held(reading)] == [(45, pain), (44, pain), (45, None), (44, None)]
    assert {one["reason"] for one in reading.how["skipped"]} <= {"no hold; what it says of its day is kept"}


def test_of_two_notes_of_a_day_none_is_dropped(tmp_path):
    reading = read(tmp_path, DAY.format(4) + "Note: calf tight\nNote: slept well\n\n" + DAY.format(5))
    told = f"{reading.diary.days.to_dict()} {reading.holds['note'].tolist()}"
    assert "calf tight" in told
    assert "slept well" in told
