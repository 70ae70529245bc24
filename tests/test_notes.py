"""Pain notes: 60 worked examples and 60 notes that others made, and sets of our own.

`vectors/pain_notes.csv`: the worked examples. `notes/first_of_others.json`: by somebody who had not seen the
rules, some in German, French and Spanish; when these rules first met them 48 of 60 were read wholly right, and
in 8 of them something was asserted that is wrong. `notes/development.csv`, `notes/fresh.csv`,
`notes/fresh_again.csv`, `notes/many_kinds.json`, `notes/languages.json`, `notes/asides.json`: our own. The notes
still misread are named, one by one.
"""

import json
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiplog.reading.notes import COLUMNS, pain_notes, read_pain_notes
from hiplog.schema import LogError

HERE = Path(__file__).parent
NUMBERS = ["score", "score_min", "score_max", "score_from"]
SETS = ["locations", "denied", "side", "qualities"]


def misread(path: str) -> set[str]:
    """Return the notes of a file whose answer differs anywhere: every number, set and flag must be the same."""
    expected = pd.read_csv(HERE / path, keep_default_na=False, dtype="str")
    expected = expected.rename(columns={"neg_locations": "denied"})
    read = read_pain_notes(expected["note"])
    pairs = zip(expected["note"], answers(expected), answers(read), strict=True)
    return {note for note, right, got in pairs if right != got}


def answers(frame: pd.DataFrame) -> list[tuple]:
    rows = frame[[*NUMBERS, *SETS, "negated"]].astype(object).where(frame.notna(), "").to_dict("records")
    return [
        (
            *(None if row[name] == "" else float(row[name]) for name in NUMBERS),
            *(frozenset(row[name].split(";")) for name in SETS),
            bool(int(row["negated"])),
        )
        for row in rows
    ]


def test_the_sixty_worked_examples_are_read_wholly_right():
    assert misread("vectors/pain_notes.csv") == set()


def test_our_own_notes_are_read_right():
    assert misread("notes/development.csv") == set()


def test_notes_written_after_the_first_rules_are_read_right():
    assert misread("notes/fresh.csv") == set()


def test_more_notes_written_after_the_first_rules_are_read_right():
    assert misread("notes/fresh_again.csv") == set()


def differences(path: str) -> tuple[set[str], set[str]]:
    """Return the notes of a file that are not read wholly right, and those of which anything wrong is asserted."""
    notes = json.loads((HERE / path).read_text(encoding="utf-8"))
    read = read_pain_notes([note["note"] for note in notes])
    misread, asserted = set(), set()
    for note, row in zip(notes, read.to_dict("records"), strict=True):
        for name in ["score", "score_from", "side", "negated", "locations", "denied", "qualities"]:
            got, right, may = (
                _several(each) for each in (row[name], note["answer"].get(name), note["may"].get(name))
            )
            if got - may != right - may:
                misread.add(note["note"])
            if got - may - right:
                asserted.add(note["note"])
    return misread, asserted


def _several(cell: object) -> set:
    """Return what a cell or an answer has, as a set; False, missing and null are none."""
    if isinstance(cell, list):
        return {float(one) if isinstance(one, int) else one for one in cell if one}
    return set() if cell is False or pd.isna(cell) else set(cell.split(";")) if isinstance(cell, str) else {cell}


def test_notes_that_another_wrote_are_read_right_but_for_one_of_which_nothing_is_asserted():
    misread, asserted = differences("notes/first_of_others.json")
    assert misread == {"without the pillow under my head my neck complains"}
    assert asserted == set()


def test_ten_notes_of_each_further_language_are_read_right():
    assert differences("notes/languages.json") == (set(), set())


def test_what_is_of_another_day_a_hope_a_condition_or_another_person_is_no_pain_of_now_in_any_language():
    misread, asserted = differences("notes/asides.json")
    assert misread == {"No longer a 5, more like 3. Lower back"}
    assert asserted == set()


@pytest.mark.parametrize(
    "note",
    [
        "not entirely pain free",
        "hip isn't completely painless",
        "knee isn't really fine",
        "noch nicht ganz schmerzfrei",
        "pas complètement indolore",
        "kalçam ağrısız değil",  # noqa: RUF001
        "pain free if I go slow",
        "no pain unless I twist",
    ],
)
def test_what_is_not_wholly_painless_or_is_so_under_a_condition_denies_no_pain(note):
    row = read_pain_notes([note]).loc[0]
    assert pd.isna(row["score"])
    assert pd.isna(row["denied"])
    assert not row["negated"]


NEITHER = (
    "neither knee nor hip hurt; weder Knie noch Hüfte tun weh; ni le genou ni la hanche ne font mal; "
    "ni la rodilla ni la cadera duelen; né il ginocchio né l'anca fanno male; nem o joelho nem o quadril doem; "
    "noch de knie noch de heup doet pijn; varken knät eller höften gör ont; hverken knæet eller hoften gør ondt; "
    "ani kolano, ani biodro nie boli; ne diz ne kalça ağrıyor; ни колено, ни бедро не болит; 膝も股関節も痛くない"  # noqa: RUF001
)


@pytest.mark.parametrize("note", NEITHER.split("; "))
def test_of_two_places_that_do_not_hurt_both_are_denied_in_any_language(note):
    row = read_pain_notes([note]).loc[0]
    assert row["denied"] == "hip;knee"
    assert pd.isna(row["locations"])


def test_a_score_of_a_hundred_is_a_tenth_of_it():
    assert read_pain_notes(["VAS 35/100"])["score"].tolist() == [3.5]


@pytest.mark.parametrize(
    ("note", "score", "earlier", "place", "side"),
    [
        ("eerst 6, daarna 4, linkerlies", 4, 6, "groin", "left"),
        ("было 6, стало 3, поясница", 3, 6, "low_back", None),
        ("练习前5分，练习后3分，腰疼", 3, 5, "low_back", None),  # noqa: RUF001
        ("pijn 3,5 in de rechterbil", 3.5, None, "hip", "right"),
        ("боль 2,5 в левом колене", 2.5, None, "knee", "left"),
        ("VAS 48 mm, right hip", 4.8, None, "hip", "right"),
        ("före 5, efter 3, båda höfterna", 3, 5, "hip", "both"),
        ("pijn 4 in beide heupen", 4, None, "hip", "both"),
        ("dolore 3 a entrambe le gambe", 3, None, "sciatica", "both"),
        ("plus mal du tout, tenu 75 s", 0, None, None, None),
        ("eerst 6 sets, daarna 4 sets", None, None, None, None),
        ("swelling 5 mm at the left hip", None, None, None, None),
        ("VAS lost, 48 mm scar", None, None, None, None),
        ("стало легче, 2 подхода", None, None, None, None),
        ("练习前5分钟热身", None, None, None, None),
        ("plus mal que hier", None, None, None, None),
    ],
)
def test_what_was_and_what_became_of_it_are_told_apart_and_other_numbers_left(note, score, earlier, place, side):
    row = read_pain_notes([note]).astype(object).where(lambda frame: frame.notna(), None).loc[0]
    assert (row["score"], row["score_from"], row["locations"], row["side"]) == (score, earlier, place, side)


# What is not read of our own; nothing wrong is asserted of any of them.
LEFT_EMPTY = {
    "shin splints from running, nothing to do with this",
    "I'd call it a one. Two last time.",
    "burning in the glute = good burning, muscle work. pain 0",
    "tender to touch over the trochanter, right, 3/10 pressing on it",
    "Left hip worse than right",
    "No c/o pain. Tolerated 2 x 90 s bilat.",
    "left leg fell asleep haha",
    "hips dont lie but mine do. 0 pain",
    "p4",
    "4/10 am, 2/10 pm",
    "some pain, not much, left",
    "Can feel my sciatica warming up... 2 now but I know where this goes",
    "Right hip flexor cramped at 1:10, stretched it out, carried on pain free",
    "Left IT band feels like a cable. Foam rolled. 3/10",
    "after 2 weeks off: 5 on the left, 2 on the right",
    "nach dem Joggen 4, nach der Übung nur noch 2",
}


def test_three_hundred_notes_of_many_kinds_are_read_right_but_for_those_named():
    misread, asserted = differences("notes/many_kinds.json")
    assert (misread, asserted) == (LEFT_EMPTY, set())


# Each of these was read for what it does not say: a score, no pain, a turned number.
SAID = {
    "did without my pain pills": {},
    "calf tingles, none while lying": {"locations": "sciatica", "qualities": "tingling"},
    "no back pain up to the last ten seconds, then an ache": {"locations": "low_back", "qualities": "ache"},
    "better than Monday, 2 against 4": {"score": 2, "score_from": 4},
    "5/10 afterwards, 7/10 beforehand": {"score": 5, "score_from": 7},
    "on 0-10 I'd say 3": {"score": 3},
    "two sets of 3": {},
    "pill at 7, hip 2": {"score": 2, "locations": "hip"},
    "nothing to report": {"negated": True},
    "all good": {"negated": True},
    "pain-free": {"score": 0, "negated": True},
    "back ok, knee not fine": {"locations": "knee", "denied": "low_back"},
    "no sharp pain in the groin": {},
    "Knee's fine. Hip isn't.": {"denied": "knee"},
    "dropped to 1 from 4, hip": {"score": 1, "score_from": 4, "locations": "hip"},
    "3 (yesterday 5)": {"score": 3, "score_from": 5},
    "ohne Schmerzmittel ausgekommen": {},
    "Bis auf die letzten 10 Sekunden schmerzfrei, dann 4": {"score": 4},
    "nach der Übung 2, davor 4": {"score": 2, "score_from": 4},
    "je n'ai plus mal au dos": {"denied": "low_back", "negated": True},
    "pire qu'hier : 5 contre 3": {"score": 5, "score_from": 3},
    "todo bien menos la rodilla": {"locations": "knee"},
    "sin pastillas hoy, dolor 3": {"score": 3},
    "sciatic pain back with a vengeance 8/10": {"score": 8, "locations": "sciatica"},
    "after physio: 2/10, before physio: 5/10": {"score": 2, "score_from": 5},
    "ankle sore where it rests on the knee": {"locations": "other", "qualities": "sore"},
    "tingling in both feet, gone in a minute": {"locations": "sciatica", "side": "both", "qualities": "tingling"},
    "hip great on the left, right one pinched": {"locations": "hip", "side": "right", "qualities": "pinching"},
    "Hüfte knackt, schmerzt aber nicht": {"denied": "hip", "qualities": "clicking", "negated": True},
    "didn't hurt as much as I feared": {},
    "2 each side, hip fine": {"denied": "hip", "negated": True},
    "3": {},
    "deux séries de 3": {},
    "no pain till 70 s": {},
    "stiff 5/10": {"qualities": "stiff"},
    "L: 3,2,2 R: 4,3,3": {},
    "set 1: 3/10, set 2: 2/10": {"score": 2, "score_from": 3},
    "it's not the hip it's the back": {"denied": "hip"},
    "nearly zero": {},
    "5 (was 7)": {"score": 5, "score_from": 7},
    "can't feel my foot": {},
    "right > left, hip 4": {"score": 4, "locations": "hip"},
    "besser als Montag, 2 gegen 4": {"score": 2, "score_from": 4},
    "pain(L)=2 pain(R)=0": {"score": 2, "side": "left"},
    "1 grumpy hip": {"locations": "hip"},
    "it's the left that hurts now, not the right": {"side": "left"},
    "any tingling? none": {},
    "couldn't hold, no strength": {},
    "Super, gutes Training": {},
    "Hüfte schmerzfrei nicht lange gehalten": {"denied": "hip"},
    "Knie gut nicht lange gehalten": {"denied": "knee"},
    "Rücken gut nicht verspannt": {"denied": "low_back", "negated": True},
    "genou bien pas tenu longtemps": {"denied": "knee"},
    "heup pijnvrij niet lang volgehouden": {"denied": "hip"},
    "knä bra inte hållit länge": {"denied": "knee"},
    "didnt push hard pain free": {"score": 0, "negated": True},
    "could not do more pain free": {"score": 0, "negated": True},
    "hip not really pain free": {"locations": "hip"},
    "Knie noch nicht ganz schmerzfrei": {"locations": "knee"},
    "Schmerzfrei nicht, aber besser": {},
    "knee isn't completely fine": {"locations": "knee"},
    "Knie nicht so richtig schmerzfrei": {"locations": "knee"},
    "heup nog niet helemaal pijnvrij": {"locations": "hip"},
    "höften inte helt smärtfri": {"locations": "hip"},
    "pain over 6 left, 3 right": {"score": 6, "side": "both"},
    "Schmerz über 6 links, 3 rechts": {"score": 6, "side": "both"},
    "hip 3 and over 6 in the knee": {"score": 6, "locations": "hip;knee"},
    "hip pain above 5 at the end, started at 2": {"score": 5, "score_from": 2, "locations": "hip"},
    "hip under 6, knee 3": {"score": 6, "locations": "hip;knee"},
    "hip under 4 last week, now 6": {"score": 6, "score_from": 4, "locations": "hip"},
    "under 3, a 2 in the hip": {"score": 2, "locations": "hip"},
    "this week back pain 6/10": {"score": 6, "locations": "low_back"},
    "Every day back pain 4/10": {"score": 4, "locations": "low_back"},
    "3 days back pain 5/10": {"score": 5, "locations": "low_back"},
    "Hip back in pain today, 6/10": {"score": 6, "locations": "hip;low_back"},
    "two weeks back the knee was 6, now 2": {"score": 2, "score_from": 6, "locations": "knee"},
    "back in May my hip was a 7, now 2": {"score": 2, "score_from": 7, "locations": "hip"},
    "hip 3/10 after reaching my target": {"score": 3, "locations": "hip"},
    "hip pain 6 after dinner with friends": {"score": 6, "locations": "hip"},
    "back 5/10 from lifting the kids": {"score": 5, "locations": "low_back"},
    "bro my hip hurts 7/10": {"score": 7, "locations": "hip"},
    "I'm afraid my knee is at 6": {"score": 6, "locations": "knee"},
    "knee 5/10 hopefully better soon": {"score": 5, "locations": "knee"},
    "felt like someone stabbing my hip": {"locations": "hip", "qualities": "stabbing"},
    "hip sore after lifting my son, 4": {"score": 4, "locations": "hip", "qualities": "sore"},
    "with my wife's bad knee 7/10 we stayed home": {},
    "after dad's hip op 6 he rests": {},
    "Am Morgen ist es in der Hüfte 6/10": {"score": 6, "locations": "hip"},
    "Hüfte 5 mit Partner gedehnt": {"score": 5, "locations": "hip"},
    "hanche 5/10 avec mon ami kiné": {"score": 5, "locations": "hip"},
    "cadera 5/10 con mi amigo": {"score": 5, "locations": "hip"},
    "anca 5 dopo la cena con un amico": {"score": 5, "locations": "hip"},
    "Deze morgen heup 5": {"score": 5, "locations": "hip"},
    "knä 5 efter promenad med kompis": {"score": 5, "locations": "knee"},
    "kolano 5 po spacerze z kolega": {"score": 5, "locations": "knee"},
    "колено 5 после прогулки с мужем": {"score": 5, "locations": "knee"},  # noqa: RUF001
    "hip 4, my wife's knee 6": {"score": 4, "locations": "hip"},
    "hip 3 is my goal": {},
    "hip 3 tomorrow": {},
    "after my mum called, her hip is at 6": {},
    "my mate has a bad knee, 7": {},
    "hip hurts as long as I hold": {"locations": "hip"},
    "hip hurts only when I hold": {"locations": "hip"},
    "hip hurts only when I hold it too long": {},
    "As long as I hold, my hip hurts": {"locations": "hip"},
    "As long as I keep the foot flexed, no pain": {},
    "Hüfte zieht, solange ich halte": {"locations": "hip", "qualities": "pulling"},
    "Hüfte zieht nur, wenn ich halte": {"locations": "hip", "qualities": "pulling"},
    "hanche tire tant que je tiens": {"locations": "hip", "qualities": "pulling"},
    "me duele la cadera solo cuando aguanto": {"locations": "hip"},
    "höften gör ont så länge jag håller": {"locations": "hip"},
    "hoften gør ondt så længe jeg holder": {"locations": "hip"},
    "heup doet pijn zolang ik vasthoud": {"locations": "hip"},
    "boli mnie biodro, póki trzymam": {"locations": "hip"},
    "只要保持髋部就疼": {"locations": "hip"},
    "Solange ich nicht sitze, keine Schmerzen": {},
}


@pytest.mark.parametrize("note", SAID)
def test_a_note_asserts_what_it_says_and_no_more(note):
    row = read_pain_notes([note]).drop(columns=["matched", "score_min", "score_max"]).loc[0]
    said = {name: value for name, value in row.items() if not pd.isna(value) and value is not False}
    assert {name: value for name, value in said.items() if name != "negated" or value} == SAID[note]


@pytest.mark.parametrize(
    "note",
    [
        "no more pain than before, 3",
        "no pain like before, 3 now",
        "no pain the way it was before, 3",
        "pain not the same as before, 3",
        "nicht mehr Schmerzen als vorher, 3",
        "pas de douleur comme avant, 3",
        "nada de dolor como antes, 3",
        "nessun dolore come prima, 3",
        "nenhuma dor como antes, 3",
        "geen pijn zoals vooraf, 3",
        "ingen smärta som innan, 3",
        "ingen smerte som før, 3",
        "bez bólu jak przedtem, 3",
        "нет боли как раньше, 3",
        "önce gibi ağrı yok, 3",  # noqa: RUF001
        "没有之前那样的痛, 3",
    ],
)
def test_what_is_only_not_as_before_was_not_painless_before(note):
    row = read_pain_notes([note]).loc[0]
    assert (row["score"], pd.isna(row["score_from"])) == (3, True)


@pytest.mark.parametrize("name", ["score", "score_from", "locations", "denied", "side", "qualities", "negated"])
def test_the_comparison_sees_a_difference_in_each_column(name):
    read = read_pain_notes(["hip was 6, now 3, sharp, left knee fine"])
    wrong = {"negated": True, "score": 9.0, "score_from": 9.0}.get(name, "groin")
    assert answers(read) != answers(read.assign(**{name: wrong}))


def test_the_columns_and_their_types_are_those_promised():
    read = read_pain_notes(["left hip 3/10, dull"])
    assert dict(read.dtypes.astype("str")) == COLUMNS


def test_no_notes_give_the_same_columns():
    assert dict(read_pain_notes([]).dtypes.astype("str")) == COLUMNS


def test_the_index_of_the_notes_is_kept():
    notes = pd.Series(["hip 3", None, "hip 3"], index=["mon", "tue", "mon"], dtype="str")
    assert list(read_pain_notes(notes).index) == ["mon", "tue", "mon"]


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, "", " \n"])
def test_a_missing_or_blank_note_is_missing_everywhere(nothing):
    read = read_pain_notes(["hip 3", nothing])
    assert read.loc[1].isna().all()


def test_a_note_that_says_nothing_of_pain_denies_none():
    read = read_pain_notes(["new mat"]).loc[0]
    assert not read["negated"]
    assert read.drop("negated").isna().all()


def test_several_words_of_a_cell_come_apart_again():
    read = read_pain_notes(["dull ache in hip and knee"])
    assert read["locations"].str.get_dummies(";").columns.tolist() == ["hip", "knee"]


def test_what_the_answer_rests_on_is_named():
    read = read_pain_notes(["Left hip 3/10, knee FINE"])
    assert read.loc[0, "matched"] == "left;hip;3/10;knee;fine"


def test_equal_notes_are_read_once(monkeypatch):
    seen = []
    monkeypatch.setattr(pain_notes, "_read", lambda note: seen.append(note) or [None] * len(COLUMNS))
    assert len(read_pain_notes(["hip 3", "knee 2", "hip 3"])) == 3
    assert seen == ["hip 3", "knee 2"]


def test_one_text_alone_is_refused():
    with pytest.raises(LogError, match="pain notes are a str, expected a Series or a list of texts"):
        read_pain_notes("hip 3")


def test_a_note_that_is_a_number_is_refused():
    with pytest.raises(LogError, match=r"a pain note is 3\.0, expected text or a missing value"):
        read_pain_notes(["hip 3", 3.0])


@given(st.lists(st.one_of(st.none(), st.text()), max_size=5))
def test_any_text_is_read(notes):
    assert len(read_pain_notes(notes)) == len(notes)


WORDS = (
    "no not hip left back knee pain 3 0 10/10 to - , . ? ( but gone fine was now 2 min then for a sharp".split()
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_order_of_known_words_gives_a_score_in_its_range_and_no_place_both_sore_and_denied(words):
    read = read_pain_notes([" ".join(words) or "hip"]).loc[0]
    scores = read[["score_min", "score", "score_max"]].dropna().tolist()
    assert scores == sorted(scores)
    assert all(0 <= score <= 10 for score in scores)
    assert not set(str(read["locations"]).split(";")) & set(str(read["denied"]).split(";")) - {"nan"}


PIECES = ["1-", "no ", "hip, ", "3 to ", "was 3 now ", "a", "rpe ", "l1", "½", "one or ", "- "]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_no_faster_than_the_note(piece):
    def seconds(size: int) -> float:
        start = time.process_time()
        read_pain_notes([piece * (size // len(piece))])
        return time.process_time() - start

    seconds(1_000)
    assert seconds(40_000) < 30 * (seconds(4_000) + 0.01)


def test_a_note_of_a_megabyte_is_read():
    note = "left hip 3/10, no knee pain. " * 35_000
    read = read_pain_notes([note]).loc[0]
    assert (read["score"], read["locations"], read["denied"], read["side"]) == (3, "hip", "knee", "left")


def test_a_misspelt_place_is_read_and_a_word_like_it_is_not():
    read = read_pain_notes(["siatica", "gorin 3", "flower"])
    assert read["locations"].fillna("-").tolist() == ["sciatica", "groin", "-"]


def test_the_side_of_a_hold_is_not_the_side_of_the_pain():
    read = read_pain_notes(["2 min left, hip 3", "held 90 s, left hip 3", "left hold, hip 3"])
    assert read["side"].fillna("-").tolist() == ["-", "left", "-"]


@pytest.mark.parametrize(
    "note",
    [
        "wife's back is a 7 so I did the shopping first",
        "my mum has knee pain 6",
        "meine Frau hat Rückenschmerzen 7",
        "mon mari a mal au dos, 8",
        "a mi marido le duele la espalda (8)",
        "mia moglie ha male al ginocchio 6",
        "сегодня болит спина мужа, 7",
        "妻の腰の痛み7",
    ],
)
def test_what_hurts_another_person_is_no_pain_of_this_one(note):
    row = read_pain_notes([note])
    assert row[["score", "locations", "denied"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("note", "score"),
    [
        ("wife drove me, hip 3", 3),
        ("hip 3, my husband was away", 3),
        ("physio says up to 3 is ok to go on, I was at 4", 4),
        ("Arzt sagt bis 3 ist in Ordnung, Schmerz 2", 2),
        ("after physio 2, before physio 5", 2),
        ("pain 2 on a scale of 0 to 10", 2),
        ("昨日は痛み5、今日は痛くない", 0),
        ("昨日痛み5。今日痛み2。", 2),
    ],
)
def test_what_is_said_of_another_leaves_what_is_said_of_oneself(note, score):
    assert read_pain_notes([note])["score"].tolist() == [score]


@pytest.mark.parametrize(
    "note",
    [
        "pain 2 on the 1 to 5 scale",
        "Schmerz 2 auf einer 1-5 Skala",
        "douleur 2 sur une échelle de 1 à 5",
        "dolor 2 en la escala 0-4",
        "pijn 3 op de 1-5 schaal",
        "physio says up to 3 is ok",
    ],
)
def test_a_number_of_another_scale_or_of_a_limit_is_no_score(note):
    assert read_pain_notes([note])["score"].isna().all()


COUNTS = (
    "2/3/2026, set 3, 3 sets, day 10, 7:30, 20 kg, RPE 8, 8 RPE, 10 breaths, L5, #4, x 3, b7, slept 7, March 4"
)


@pytest.mark.parametrize("note", [*COUNTS.split(", "), "until 7", "4 Mar", "mood: 3", "held half to 2 min"])
def test_a_number_that_counts_something_else_is_no_score(note):
    assert read_pain_notes([note])["score"].isna().all()


SETS_COUNTED = (
    "Schmerz 3 von 10, linke Hüfte, nach 2 Sätzen; pain 3, after 2 sets; douleur 3, après 2 séries; "
    "dolor 3, después de 2 series; pijn 3, na 2 rondes; dolore 3, dopo 2 serie; dor 3, depois de 2 séries; "
    "smärta 3, efter 2 omgångar; smerte 3, etter 2 runder; ból 3, po 2 seriach; ağrı 3, 2 setten sonra; "  # noqa: RUF001
    "боль 3, после 2 подходов; 疼痛3, 做了2组后; 痛み3、2セット後"
)


@pytest.mark.parametrize("note", SETS_COUNTED.split("; "))
def test_a_count_of_sets_is_no_score_in_any_language(note):
    read = read_pain_notes([note])
    assert read["score"].tolist() == [3]
    assert read["score_from"].isna().all()


@pytest.mark.parametrize(
    "note", ["ankle on knee", "Left ankle crossed over the right knee", "R ankle to opposite knee"]
)
def test_an_ankle_laid_on_the_knee_is_the_exercise_and_no_place(note):
    assert read_pain_notes([note])[["locations", "side"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("note", "score", "before"),
    [
        ("疼痛从6降到3", 3, 6),
        ("疼痛从2升到5", 5, 2),
        ("5から2に減った", 2, 5),
        ("右膝が痛い、10段階で3", 3, None),
        ("痛みは10段階評価で 4", 4, None),
        ("昨日から3日", None, None),
        ("7時から5分歩いた", None, None),
        ("10段階で30", None, None),
    ],
)
def test_a_change_and_a_scale_are_read_in_the_order_of_their_language(note, score, before):
    row = read_pain_notes([note]).iloc[0]
    assert [None if pd.isna(row[name]) else row[name] for name in ("score", "score_from")] == [score, before]
