# ruff: noqa: RUF001  (signs that look alike stand in some languages)
"""A sentence on a hold is read in each language where all its words are those of one; another is refused."""

import pytest

import hiplog


def read(line):
    """Return what a diary is read to whose second day says a line, between two plain days."""
    days = ["left 44 s, right 43 s", line, "left 46 s, right 47 s"]
    text = "".join(f"2026-03-0{day}\n{said}\n\n" for day, said in enumerate(days, 4))
    return hiplog.read_log(text.encode(), name="hip balance.txt")


def held(line):
    """Return the sides and seconds of the holds that a line says."""
    holds = read(line).holds
    holds = holds[holds["started_at"].dt.day == 5]
    return sorted(zip(holds["side"], holds["hold_s"], strict=True))


@pytest.mark.parametrize(
    "line",
    [
        "This morning I held the left for 45 seconds and the right for 50.",
        "This evening I managed 45 seconds on the left and 50 on the right, my best so far.",
        "I managed 45 s with my left leg and 50 s with my right leg",
        "I could only hold the left for 45 s, then the right for 50 s",
        "Kept the left up for 45 s and the right for 50 s",
        "On the mat, I balanced with the left ankle up for 45 seconds, then with the right up for 50.",
        "Heute früh habe ich links 45 Sekunden gehalten und rechts 50. Die linke Hüfte war etwas steif.",
        "Heute Abend habe ich 45 Sekunden links und 50 Sekunden rechts geschafft",
        "Auf der linken Seite 45 Sekunden, auf der rechten 50",
        "Ce soir, j'ai tenu 45 secondes à gauche et 50 secondes à droite",
        "J'ai tenu la gauche pendant 45 secondes et la droite pendant 50 secondes",
        "Hoy he aguantado 45 segundos con la izquierda y 50 segundos con la derecha",
        "Esta tarde hice 45 s en la izquierda y 50 s en la derecha",
        "Vanavond hield ik links 45 seconden vast en rechts 50 seconden",
        "Ik heb links 45 seconden volgehouden en rechts 50",
        "Stasera ho tenuto 45 secondi a sinistra e 50 a destra",
        "Hoje à noite segurei 45 segundos com a esquerda e 50 segundos com a direita",
        "I morse höll jag vänster 45 sekunder och höger 50 sekunder",
        "Jag klarade 45 sekunder på vänster sida och 50 på höger",
        "I morges holdt jeg venstre i 45 sekunder og højre i 50 sekunder",
        "Dziś rano trzymałam lewą stronę przez 45 sekund, a prawą 50 sekund",
        "Сегодня утром я держал левую ногу 45 секунд, правую 50 секунд",
        "Bu sabah sol tarafı 45 saniye tuttum, sağ tarafı 50 saniye tuttum",
        "今天早上左边坚持了45秒，右边坚持了50秒",
        "今朝は左を45秒、右を50秒",
        "left 45 s · right 50 s · slept 8 h",
        "Reached 45 s on the left, 50 s on the right",
        "Today I got 45 seconds on the left and 50 on the right",
        "Today was good: left 45 s, right 50 s",
        "Evening session: left 45 s, right 50 s",
        "Left leg crossed: 45 s. Right leg crossed: 50 s.",
        ". left 45 . right 50",
        "Set 1: left 45 s, set 1: right 50 s",
    ],
)
def test_a_sentence_on_holds_is_read(line):
    assert held(line) == [("left", 45), ("right", 50)]


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("I held the left for sixty-two seconds and the right for seventy-five.", (62, 75)),
        ("forty seconds left, thirty right", (40, 30)),
        ("Left: half a minute only, cramp. Right: two minutes!", (30, 120)),
        ("Ce matin j'ai tenu soixante secondes à gauche et une minute et demie à droite.", (60, 90)),
        ("Aguanté cuarenta y cinco segundos con la izquierda y un minuto con la derecha.", (45, 60)),
        ("Am Abend noch einmal, links eine Minute, rechts anderthalb Minuten", (60, 90)),
        ("Stamattina ho tenuto la sinistra per un minuto e la destra per un minuto e mezzo.", (60, 90)),
        ("De manhã segurei a esquerda durante cinquenta segundos e a direita durante um minuto.", (50, 60)),
        ("Утром я держала левую сторону сорок пять секунд, а правую одну минуту.", (45, 60)),
        ("Lewą trzymałem pół minuty, prawą jedną minutę", (30, 60)),
        ("beide kanten anderhalve minuut", (90, 90)),
        ("half a minute on each side", (30, 30)),
        ("auf jeder Seite 60 s", (60, 60)),
        ("60 segundos en cada lado", (60, 60)),
        ("90 s de cada lado", (90, 90)),
        ("60 secondi per ogni lato", (60, 60)),
    ],
)
def test_halves_of_minutes_and_each_side_are_read(line, seconds):
    assert held(line) == [("left", seconds[0]), ("right", seconds[1])]


@pytest.mark.parametrize(
    "line",
    [
        "left leg raise 40 s",
        "plank 60 s on the left",
        "carried the bag on the left for 20 minutes",
        "the left took 30 s longer",
        "aim for 90 on the left",
        "best ever left 95",
        "I left for 2 minutes",
        "did my exercise and left for 2 minutes",
        "I got 45 s left",
        "Last night I managed 66 seconds on the left and 80 on the right",
        "last night left 50 s, right 60 s",
        "I stood on the left for 45 s",
        "I slept on the left for 45 minutes",
        "she held the left for 45 s",
        "I want to hold the left for 90 s",
        "left 1 . 5 min",
        "set 2 of 3 left 45 s",
        "Ich habe gestern links 45 Sekunden gehalten",
        "I also left for 2 minutes",
        "Morning walk: left 5 minutes",
        "Kim today: left 45 s",
        "45 s with the left hand",
        "45 s on the left boot",
        "left hip half a minute of pain",
        "60 s rest between left and right",
        "up at 7:15, left 45 s",
        "Yesterday, left 45 s, right 40 s",
        "Ieri, martedì 14, la sinistra per 55 secondi",
        "Hier, gauche 45 s",
        "I kept left for 2 minutes",
        "I could not hold the left for 45 s",
        "je n'ai pas tenu 45 s à gauche",
        "non ho tenuto 45 secondi a sinistra",
        "не держал левую 45 с",
        "ik heb links 45 s niet gehaald",
        "Links habe ich 45 s nicht geschafft",
        "2 minutes on the left side of the bed",
        "up 20 s on the left",
        "I did 20 on the left and 20 on the right",
        "left in the morning 45 s, in the evening 50 s",
    ],
)
def test_a_sentence_on_something_else_is_no_hold(line):
    assert held(line) == []


def test_how_much_more_it_was_is_no_set_of_the_last_side():
    assert held("left 45 s, right 40 s, up 20 s") == [("left", 45), ("right", 40)]


def test_a_side_whose_time_stands_apart_in_words_of_a_hold_is_refused_and_not_lost():
    assert read("left in the morning 45 s, felt fine").rejected["row"].tolist() == [5]


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("This morning at 7:15 I held the left for 45 s", "07:15"),
        ("Heute früh um 7:15 Uhr Hüfte balanciert: links 45 Sekunden. Schmerz vorher 4", "07:15"),
        ("7 Stunden geschlafen. Um 7 Uhr links 45 Sekunden", "07:00"),
        ("Vanochtend om 8.10 uur de heupen gedaan: links 45 seconden", "08:10"),
        ("Ce matin à 7h15 j'ai tenu 45 s à gauche", "07:15"),
        ("At 7 pm left 45 s", "19:00"),
        ("At 7:15, left 45 s", "07:15"),
        ("Hip exercise at 7:15 am, left 45 s", "07:15"),
        ("At 7:15 I did my hip exercise. Left 45 s.", "07:15"),
        ("the bus came at 7:15, left 45 s", "00:00"),
        ("after the walk at 7:15, left 45 s", "00:00"),
        ("dentist at 9:30, left 45 s", "00:00"),
        ("woke at 6:30, coffee at 7:15, left 45 s", "00:00"),
    ],
)
def test_the_time_of_day_is_that_of_the_sentence_on_the_hold(line, time):
    holds = read(line).holds
    holds = holds[holds["hold_s"] == 45]
    assert holds["started_at"].dt.strftime("%d %H:%M").tolist() == [f"05 {time}"]


@pytest.mark.parametrize("line", ["Set 1: left 45 s", "Set 1 left 45 s", "Lap 1  left  00:45"])
def test_a_numbered_set_is_no_date_in_september(line):
    assert held(line) == [("left", 45)]


def test_september_is_no_set_beside_an_italian_side():
    holds = hiplog.read_log(b"30 ago 2026: sx 44 s\nset 1: sx 45 s\n", name="anca.txt").holds
    assert holds["started_at"].dt.strftime("%d %b").tolist() == ["30 Aug", "01 Sep"]


def test_a_time_in_the_sentence_is_that_of_the_hold_and_the_one_above_is_when_it_was_written():
    text = b"2026-03-01 10:00\nThis morning at 7:15 I held the left for 45 s\n\n2026-03-02 10:05\nleft 46 s\n"
    started = hiplog.read_log(text, name="hip balance.txt").holds["started_at"]
    assert started.dt.strftime("%d %H:%M").tolist() == ["01 07:15", "02 10:05"]
