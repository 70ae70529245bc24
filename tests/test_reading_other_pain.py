"""A column of pain that is of another place or time than the hold in its row is named as not used."""

import pytest

import hiplog
from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import split


def read(*headers, sides="side,seconds", **options):
    first = {"side,seconds": "left,60", "left,right": "60,62"}.get(sides, "60,62")
    rows = "".join(f"2026-03-{day:02},{first},{','.join('3' for _ in headers)}\n" for day in (2, 3, 4))
    return hiplog.read_log(f"date,{sides},{','.join(headers)}\n{rows}".encode(), name="hip_balance.csv", **options)


def pains(*headers, **options):
    holds = read(*headers, **options).holds
    return {name for name in ("pain_before", "pain_after") if holds[name].notna().any()}


OTHERS = (
    *("knee pain", "pain at night", "pain yesterday", "back pain 0-10", "pain walking", "Pain before bed"),
    *("Pain (left knee)", "Schmerz nachts", "dolor de rodilla"),
)


@pytest.mark.parametrize("header", OTHERS)
def test_a_pain_of_another_place_or_time_is_named_as_not_used(header):
    reading = read(header)
    assert reading.not_used == [header]
    assert reading.holds[["pain_before", "pain_after"]].isna().all(axis=None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_another_pain_by_its_words(language):
    pain = next(word for word in split(LANGUAGES[language]["pain"]) if word not in ("nrs", "vas"))
    for said in split(LANGUAGES[language]["other pain"]):
        assert not pains(f"{pain} {said}"), said


OWN = (
    *("pain", "hip pain", "VAS", "pain after", "Pain level (0-10)", "pain now", "Pain (0 = none; 10 = worst)"),
    *("Pain 0 to 10 = worst", "pain today", "Schmerz", "Worst pain during the exercise", "max pain while holding"),
    *("how much pain did you have", "pain during", "Evening: pain after", "post-exercise pain", "douleur"),
    *(
        "Schmerz in der Hüfte",
        "overall pain",
        "Pain (none to worst)",
        "Dolor al terminar",
        "Pain max 10",
        "Max pain",
    ),
    *("On a scale from 0 = none to 10 = worst; how is your pain?", "Pain (average of both sides)", "evening pain"),
    *("Pain (0 = none; 10 = cannot sleep)", "Hip/groin pain", "Schmerz Hüfte/Leiste", "Hip pain (not back)"),
    *("Pain (ankle on knee)", "Back at home: pain", "Groin pain", "Leistenschmerz"),
)


@pytest.mark.parametrize("header", OWN)
def test_a_pain_of_the_hip_or_the_exercise_is_that_of_the_hold(header):
    assert pains(header) == {"pain_after"}


def test_a_pain_beside_another_one_is_named_and_the_own_one_read():
    reading = read("pain after", "knee pain", "pain at night")
    assert reading.holds["pain_after"].tolist() == [3, 3, 3]
    assert "pain is what pain after says, not knee pain, pain at night" in reading.how["decided"]["pain"]


def test_two_pains_of_other_times_are_both_named_and_ask_nothing():
    assert read("pain at night", "pain walking").not_used == ["pain at night", "pain walking"]


def test_a_place_that_names_the_holds_beside_it_is_no_other_one():
    text = "Date,Right ankle on left knee,Right ankle on left knee: pain after\n2026-03-02,60,3\n2026-03-03,61,3\n"
    holds = hiplog.read_log(text.encode(), name="hip_balance.csv").holds
    assert holds["pain_after"].tolist() == [3, 3]


def test_who_says_what_a_column_is_has_it():
    assert pains("knee pain", columns={"knee pain": "pain after"}) == {"pain_after"}
