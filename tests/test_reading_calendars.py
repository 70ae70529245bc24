"""Calendars: an appointment is no hold, what its words say may be one, and of other appointments nothing stays."""

import pytest

from hiplog.reading import read_log
from hiplog.schema import LogError


def calendar(tmp_path, *events, unit="DTEND"):
    """Return a calendar's file, of events with their begin, their end, their title, and perhaps what is added."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for begin, end, title, *more in events:
        fields = [f"DTSTART:20260305T{begin}", f"{unit}:{end}", f"SUMMARY:{title}"]
        lines += ["BEGIN:VEVENT", *fields, *(f"DESCRIPTION:{text}" for text in more), "END:VEVENT"]
    path = tmp_path / "calendar.ics"
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return path


def held(reading):
    return [*zip(reading.holds["side"], reading.holds["hold_s"], strict=True)]


@pytest.mark.parametrize(
    ("end", "unit"), [("20260305T072500", "DTEND"), ("PT15M", "DURATION"), ("PT1H", "DURATION")]
)
def test_an_appointment_of_whole_minutes_is_no_hold(tmp_path, end, unit):
    path = calendar(tmp_path, ("071000", end, "Hip balance left"), unit=unit)
    with pytest.raises(LogError, match="no column could be a hold"):
        read_log(path)


@pytest.mark.parametrize(("end", "unit"), [("20260305T071045", "DTEND"), ("PT45S", "DURATION")])
def test_an_event_that_a_program_ended_to_the_second_is_a_hold(tmp_path, end, unit):
    path = calendar(tmp_path, ("071000", end, "Hip balance left"), unit=unit)
    assert held(read_log(path)) == [("left", 45)]


@pytest.mark.parametrize(
    ("title", "added"),
    [
        ("Hip balance left 45 s", "pain 3/10"),
        ("Hüftbalance links 45 s", "Schmerz 3\\, Wade zog"),
        ("Équilibre de hanche", "gauche 45 s, douleur 3"),
        ("equilibrio de cadera izq 45 s", "dolor 3"),
    ],
)
def test_the_words_of_an_event_tell_the_hold_and_its_pain(tmp_path, title, added):
    reading = read_log(calendar(tmp_path, ("071000", "20260305T072500", title, added)))
    assert held(reading) == [("left", 45)]
    assert reading.holds["pain_after"].tolist() == [3]


@pytest.mark.parametrize("added", ["physio at 3, pain clinic 17:00", "bring 3 forms", "knee 3 of 10"])
def test_what_is_no_score_of_a_hold_is_none_beside_it(tmp_path, added):
    reading = read_log(calendar(tmp_path, ("071000", "20260305T072500", "Hip balance left 45 s", added)))
    assert reading.holds["pain_after"].isna().all()


def test_of_another_appointment_nothing_is_kept(tmp_path):
    events = [
        ("071000", "20260305T072500", "Hip balance left 45 s"),
        ("150000", "20260305T153000", "Dentist", "bite"),
    ]
    reading = read_log(calendar(tmp_path, *events))
    assert reading.how["skipped"] == [{"row": 8, "reason": "another exercise"}]
    assert not len(reading.diary.days)


def test_words_that_look_like_a_span_stay_words(tmp_path):
    events = [
        ("071000", "20260305T072500", "Hip balance left 45 s", "PT"),
        ("081000", "20260305T082500", "Hip balance right 40 s", "legs heavy"),
    ]
    reading = read_log(calendar(tmp_path, *events))
    assert reading.holds["note"].tolist() == ["PT", "legs heavy"]
