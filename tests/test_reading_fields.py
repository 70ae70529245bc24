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
