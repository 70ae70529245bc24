"""What stands in sentences: a side beside a number is a hold only where the sentence can mean nothing else."""

import pytest

import hiplog

LOG = """2026-03-01: left 40 s, right 38 s
2026-03-02: {}
2026-03-03: left 44 s, right 42 s. {}
2026-03-04
left 41 s, right 39 s
{}
"""


def read(text, name="hip balance.txt", **options):
    return hiplog.read_log(text.encode(), name=name, **options)


def held(reading):
    return [*zip(reading.holds["side"], reading.holds["hold_s"], strict=True)]


@pytest.mark.parametrize(
    "line",
    [
        "Left for 10 minutes to walk the dog",
        "left for 2 minutes to get water",
        "left 10 minutes early",
        "left 5 minutes late",
        "10 minutes left",
        "20 s left on the timer",
        "only 5 s left",
        "left 7:30",
        "left 2 hours ago",
        "right 20 min nap",
        "right 5 s more than last time",
        "left 5 s longer",
        "5 left",
        "left hip 3",
        "right hip 6, left hip 1",
        "left 1 right 6 pain",
        "1 left, 2 right pain",
        "rechts 5 Minuten gewartet",
        "links 5 s mehr als gestern",
        "gauche 5 minutes en retard",
    ],
)
def test_a_side_beside_a_number_that_may_be_no_hold_is_refused_and_named(line):
    reading = read(LOG.format(line, line, line))
    assert not {*held(reading)} - {("left", s) for s in (40, 44, 41)} - {("right", s) for s in (38, 42, 39)}
    named = dict(zip(reading.rejected["row"], reading.rejected["text"], strict=True))
    assert {*named} >= {2, 6}
    assert ("right", 42) in held(reading) or 3 in named


def test_what_is_left_until_a_day_does_not_hide_the_hold_before_it():
    reading = read(LOG.format(*["3 weeks left until surgery"] * 3))
    assert ("right", 42.0) in held(reading)
    assert reading.holds["note"].dropna().unique().tolist() == ["3 weeks left until surgery"]


@pytest.mark.parametrize("mark", ["", " and"])
def test_a_hold_before_a_plan_is_no_plan(mark):
    reading = read(f"2026-03-01: left 40 s, right 38 s\n2026-03-02: right 41 s{mark} 3 weeks left until surgery\n")
    assert reading.rejected["row"].tolist() == [2]


PAINS = ["pain 6 right, 1 left", "pain 6 right 1 left", "Pain: right 6, left 1", "pain right hip 6, left hip 1"]


@pytest.mark.parametrize("line", PAINS)
def test_a_pain_of_each_side_is_no_hold(line):
    holds = read(f"2026-03-01: left 40 s, right 38 s, {line}\n").holds
    assert holds[["side", "hold_s", "pain_after"]].to_numpy().tolist() == [["left", 40, 1], ["right", 38, 6]]
    assert holds["note"].isna().all()


@pytest.mark.parametrize("line", [*PAINS, "left knee pain 4"])
def test_what_a_line_says_of_sides_on_a_day_without_a_hold_is_kept(line):
    reading = read(f"2026-03-01: left 40 s, right 38 s\n2026-03-02: {line}\n")
    assert reading.days["note"].tolist() == [line if "knee" in line else reading.days["note"][0]]
    assert len(reading.holds) == 2


@pytest.mark.parametrize(
    ("header", "row"), [("pain", "L 4 R 3"), ("pain left,pain right", "4,3"), ("pain L/R", "4/3")]
)
def test_a_pain_of_each_side_on_a_day_without_a_hold_is_kept_in_its_words(header, row):
    reading = read(f"date,left,right,{header}\n2026-03-01,40,38,{row}\n2026-03-02,,,{row}\n", "hip.csv")
    assert [note.replace(";", ",") for note in reading.days["note"]] == ["pain left 4, pain right 3"]


BOTH = [("left", 45.0), ("right", 41.0)]


@pytest.mark.parametrize(
    "line",
    [
        "left 45 s wobbly, right 41 s better",
        "links 45 Sek. wackelig, rechts 41 Sek.",
        "gauche 45 s en forme, droite 41 s",
        "izquierda 45 s en casa, derecha 41 s",
        "left leg 45 s, right leg 41 s, felt good",
        "held the left for 45 s and the right for 41 s",
        "left for 45 s, right for 41 s",
        "left 45 sec. right 41 sec.",
        "left 45 s. then right 41 s.",
        "45 s left, 41 s right",
        "45 sec. left, 41 sec. right",
        "left 45, right 41",
        "Left: 45 s. Pain 3. Right: 41 s.",
        "pain 3 left 45 s right 41 s",
    ],
)
def test_words_that_can_only_mean_holds_are_holds(line):
    reading = read(LOG.format(line, line, line))
    assert [held(reading)[at : at + 2] for at in (2, 6, 10)] == [BOTH] * 3 or held(reading).count(BOTH[1]) == 3
    assert not len(reading.rejected)


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        (["left 8, right 9", "left 12, right 10", "left 34, right 32", "left 39, right 36"], 8),
        (["left 8, right 44", "left 40, right 43", "left 41, right 42"], 6),
        (["left 8 min, right 9 min", "left 7 min, right 6 min"], 4),
        (["45 s left", "43 s right", "46 s left"], 3),
        (["left 8 s", "right 41 s", "left 44 s"], 3),
        (["left 130 s", "right 280 s", "left 210 s"], 3),
        (["left 60 s", "right 70 s", "left 260 s", "right 330 s"], 4),
        (["45 s left", "46 s left"], 2),
    ],
)
def test_holds_like_those_beside_them_are_holds(lines, seconds):
    reading = read("".join(f"2026-03-0{day}: {line}\n" for day, line in enumerate(lines, 1)))
    assert [len(reading.holds), len(reading.rejected)] == [seconds, 0]


def test_a_long_time_is_a_hold_in_a_table_whatever_the_others_are():
    reading = read("date,side,hold,note\n2026-03-01,left,600,a\n2026-03-02,right,8,b\n", "hip.csv")
    assert held(reading) == [("left", 600), ("right", 8)]


def test_a_refused_sentence_that_is_put_right_in_its_table_is_read(tmp_path):
    path = tmp_path / "refused.csv"
    read(LOG.format(*["left 7:30"] * 3)).rejected.to_csv(path, index=False)
    assert ("left", 450.0) in held(hiplog.read_log(path))


def test_the_words_of_a_cell_are_asked_about_like_a_line():
    rows = ['"left 40 s, right 38 s"', '"left 41 s, right 39 s"', "left 10 minutes", "left hip 3"]
    reading = read(
        "date,note\n" + "".join(f"2026-03-0{day},{row}\n" for day, row in enumerate(rows, 1)), "hip.csv"
    )
    assert [len(reading.holds), reading.rejected["row"].tolist()] == [4, [4, 5]]


def pains(line):
    """Return the pains and the notes of a line of two holds that says something of pain."""
    holds = read(f"2026-03-01: left 40 s, right 41 s, {line}\n2026-03-02: left 42 s, pain 3\n").holds.iloc[:2]
    assert holds["hold_s"].tolist() == [40, 41]
    return holds["pain_after"].dropna().unique().tolist(), holds["note"].dropna().unique().tolist()


@pytest.mark.parametrize(
    "line",
    [
        "pain free until 20 s then 5",
        "no pain until 20 s then 5",
        "no pain, then 5",
        "no pain except at the end 3",
        "no pain but 3 after",
        "pain free then 5",
        "pain free until 20 s",
        "no pain first 10 s",
        "pain free at rest",
        "no pain when sitting",
        "no pain in the knee",
        "schmerzfrei bis 20 s, dann 5",
        "kein Schmerz, erst am Ende 3",
        "pas de douleur jusqu'à 20 s puis 5",
        "sin dolor hasta 20 s, luego 4",
    ],
)
def test_a_denial_with_a_limit_is_no_pain_of_zero_and_is_kept(line):
    scores, notes = pains(line)
    assert 0 not in scores
    assert [note.replace(";", ",") for note in notes] == [line]


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("no pain", []),
        ("pain free", []),
        ("no pain at all", ["at all"]),
        ("no pain today", ["today"]),
        ("no pain, slight pull", ["slight pull"]),
        ("no pain. Then 5 minutes of walking", ["Then 5 minutes of walking"]),
        ("keine Schmerzen heute", ["heute"]),
        ("sans douleur", []),
    ],
)
def test_a_denial_without_a_limit_is_a_pain_of_zero(line, note):
    assert pains(line) == ([0], note)


def test_a_denial_before_holds_is_of_them():
    reading = read("2026-03-01: no pain, left 40 s, right 41 s\n2026-03-02: no pain left 40 s right 41 s\n")
    assert [reading.holds["pain_after"].tolist(), len(reading.rejected)] == [[0, 0, 0, 0], 0]
