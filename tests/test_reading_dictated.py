# ruff: noqa: RUF001  (signs that look alike stand in some languages)
"""What was dictated: numbers in words, and sentences that run on without a sign between them."""

import pytest

import hiplog
from hiplog.reading.journals.numerals import spelled_numbers


def held(tmp_path, line):
    path = tmp_path / "log.txt"
    path.write_text(f"2026-03-05 {line}\n2026-03-06 left 44 s right 43 s\n", encoding="utf-8")
    holds = hiplog.read_log(path).holds
    holds = holds[holds["started_at"].dt.day == 5]
    return [*zip(holds["side"], holds["hold_s"], strict=True)]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("left forty-one seconds", "left 41 s"),
        ("left one hundred and five seconds", "left 105 s"),
        ("left a minute ten right one minute flat", "left 70 s right 60 s flat"),
        ("right a minute and a half", "right 90 s"),
        ("pain three out of ten", "pain 3/10"),
        ("pain maybe a two", "pain maybe 2"),
        ("links zweiundvierzig Sekunden, Schmerz drei", "links 42 s, Schmerz 3"),
        ("links eine Minute fünf rechts eine Minute", "links 65 s rechts 60 s"),
        ("gauche quatre-vingt-dix secondes douleur zéro", "gauche 90 s douleur 0"),
        ("gauche cinquante et une secondes", "gauche 51 s"),
        ("izquierda veintinueve segundos", "izquierda 29 s"),
        ("sinistra un minuto e dieci destra quarantuno secondi", "sinistra 70 s destra 41 s"),
        ("linker been tweeënveertig seconden pijn drie", "linker been 42 s pijn 3"),
        ("venstre toogfyrre sekunder", "venstre 42 s"),
        ("vänster fyrtiotvå sekunder", "vänster 42 s"),
        ("esquerda quarenta e dois segundos", "esquerda 42 s"),
        ("lewa czterdzieści dwie sekundy", "lewa 42 s"),
        ("sol kırk iki saniye", "sol 42 s"),
        ("левая сорок две секунды", "левая 42 s"),
    ],
)
def test_numbers_in_words_are_digits_before_a_unit_and_behind_pain(said, written):
    assert spelled_numbers(said) == written


@pytest.mark.parametrize(
    "said",
    [
        "a second set left 45 s",
        "left forty-odd seconds",
        "pain in one knee, two sets",
        "pain one side only",
        "three friends came, left 45 seconds",
        "did two sets for ten minutes more",
        "l'une et l'autre, deux fois",
        "einmal zwei Sätze",
        "en secondes",
        "pain eleven",
        "ten minutes yoga",
        "left 45 s right 44 s walked a minute",
        "left a minute or two",
        "left a minute less",
        "left a minute later",
        "left two sets of forty seconds",
    ],
)
def test_words_that_count_something_else_stay_as_they_are(said):
    assert spelled_numbers(said) == said


@pytest.mark.parametrize(
    "line",
    [
        "left thirty, right forty seconds",
        "links dreissig, rechts vierzig Sekunden",
        "left thirty, right 40 s",
        "left a minute or two",
        "left a minute less",
        "left a minute later",
        "left two sets of forty seconds",
    ],
)
def test_a_side_with_a_number_in_words_that_is_not_read_is_refused_as_it_stands(tmp_path, line):
    path = tmp_path / "log.txt"
    path.write_text(f"2026-03-05 {line}\n2026-03-06 left 44 s right 43 s\n", encoding="utf-8")
    reading = hiplog.read_log(path)
    assert reading.holds["started_at"].dt.day.tolist() == [6, 6]
    assert reading.rejected["text"].tolist() == [line]


def test_a_cell_with_a_side_whose_number_in_words_has_no_unit_is_refused_as_it_stands(tmp_path):
    path = tmp_path / "log.csv"
    rows = '2026-03-05,"left thirty, right forty seconds"\n2026-03-06,"left forty seconds, right fifty seconds"\n'
    path.write_text(f"date,session\n{rows}", encoding="utf-8")
    reading = hiplog.read_log(path)
    assert reading.holds["hold_s"].tolist() == [40, 50]
    assert reading.rejected["text"].tolist() == ["left thirty, right forty seconds"]


@pytest.mark.parametrize(
    "note", ["rest a minute", "walked a minute", "then ten minutes in the garden", "left ten weeks after surgery"]
)
def test_notes_keep_their_numbers_in_words(tmp_path, note):
    path = tmp_path / "log.txt"
    path.write_text(f"2026-03-05 left forty seconds, right 44 s, {note}\n", encoding="utf-8")
    holds = hiplog.read_log(path).holds
    assert holds["hold_s"].tolist() == [40, 44]
    assert holds["note"].tolist() == [note] * 2


@pytest.mark.parametrize(
    "line",
    [
        "left 45 s which felt good right 40 s",
        "so the left one was 45 seconds and then the right was 40 seconds",
        "left side first today 45 s then right 40 s",
        "walked too far. left 45 right 40",
        "zu viel gelaufen. links 45 rechts 40",
        "ho camminato troppo. sx 45 dx 40",
        "links 45 s ging gut, dann rechts 40 s",
        "gauche 45 s tranquille puis droite 40 s",
    ],
)
def test_sides_with_their_times_part_a_sentence_that_runs_on(tmp_path, line):
    assert held(tmp_path, line) == [("left", 45), ("right", 40)]


@pytest.mark.parametrize(
    "line",
    [
        "left 45 s longer than the right 40 s",
        "approx. max. left 45 s",
        "the target of this week. left 45 right 40",
        "i left at 7 after 45 s on the phone, right by 40 m",
        "left 5 s less than right last time 40 s",
    ],
)
def test_sides_of_what_nobody_held_are_no_holds(tmp_path, line):
    assert held(tmp_path, line) == []
