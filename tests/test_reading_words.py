"""The words of a person's note are never lost in silence, in whatever script and among whatever numbers."""

import random

import pytest

import hiplog
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.columns.unknown_words import unknown_words
from hiplog.reading.languages.words import bare

SCRIPTS = (
    "好床膝硬軟窗雨晴樹林魚花",
    "だけがぎゅベッドゴムプール",
    "abdefghknoprtuvwyäöüßçñå",
    "абвгдежзийлмнопрстуфьё",
)
NUMBERS = ("½", "¼", "3", "2 ½", "3/4", "10", "1,5", "②", "Ⅳ", "x²", "50%")
HELD = ("左 62 右 70", "左62秒、右70秒", "left 62 s, right 70 s", "links 62 rechts 70", "links 62 s / rechts 70 s")
PAINS = (
    "疼痛 4",
    "痛み 3",
    "痛み3点",
    "pain 4",
    "pain 3/10",
    "Schmerz 4 ½",
    "боль 3",
    "pain 4 -> 2",
    "pain 4 before",
)
CELLS = ("4", "4 ½", "3/10", "4 -> 2", "疼痛 4", "4分", "3 points")
ROWS = 80


def stretch(chance):
    """Return letters of one script that say nothing to the reader."""
    while True:
        word = "".join(chance.choices(chance.choice(SCRIPTS), k=chance.randint(2, 6)))
        if unknown_words(word) == bare(word).split() and not kinds_of(word):
            return word


def notes(seed):
    chance = random.Random(seed)
    for _ in range(ROWS):
        words = [stretch(chance) for _ in range(chance.randint(1, 4))]
        for _ in range(chance.randint(0, 2)):
            words.insert(chance.randint(0, len(words)), chance.choice(NUMBERS))
        yield chance, " ".join(words), [word for word in words if word not in NUMBERS]


def lost(text, day_of):
    """Return the words that stand neither in the note of their row, nor in a row that is refused."""
    reading = hiplog.read_log(text.encode(), name="notes.txt")
    refused = {int(row) for row in reading.rejected["row"]}
    kept = {}
    for frame, begun in ((reading.holds, "started_at"), (reading.days, "day")):
        for day, note in zip(frame[begun], frame["note"].fillna(""), strict=True):
            kept[f"{day:%Y-%m-%d}"] = kept.get(f"{day:%Y-%m-%d}", "") + note
    assert len(kept) > len(day_of) / 5
    return [word for row, (day, words) in day_of.items() if row not in refused
            for word in words if word not in kept.get(day, "")]  # fmt: skip


def days():
    return (f"{2000 + i // 28 // 12}-{i // 28 % 12 + 1:02d}-{i % 28 + 1:02d}" for i in range(ROWS))


@pytest.mark.parametrize("seed", range(2))
def test_words_behind_a_hold_or_a_score_in_a_line_are_in_its_note_or_refused(seed):
    lines, day_of = [], {}
    for day, (chance, note, words) in zip(days(), notes(seed), strict=True):
        score = chance.choice(PAINS) + chance.choice(" ,。") if chance.random() < 0.6 else ""
        lines.append(f"{day} {chance.choice(HELD)}{chance.choice([', ', ' ', '、', '. '])}{score}{note}")
        day_of[len(lines)] = (day, words)
    assert lost("\n".join(lines), day_of) == []


@pytest.mark.parametrize("seed", range(2))
def test_words_beside_a_score_in_a_cell_are_in_the_note_or_refused(seed):
    lines, day_of = ["date,left,right,pain"], {}
    for day, (chance, note, words) in zip(days(), notes(seed), strict=True):
        lines.append(f'{day},62,70,"{chance.choice(CELLS)} {note}"')
        day_of[len(lines)] = (day, words)
    assert lost("\n".join(lines), day_of) == []
