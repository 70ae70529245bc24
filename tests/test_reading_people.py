"""A file of several people: nobody's holds are mixed with another's."""

import json

import numpy as np
import pandas as pd
import pytest

import hiplog

TWO = (
    b"date,person,left,right,pain\n2026-11-01,Anna,50,60,3\n2026-11-01,Ben,50,60,4\n"
    b"2026-11-02,Ben,70,80,\n2026-11-03,Anna,,,7\n2026-11-04,Ben,,,8\n"
)


@pytest.fixture
def reading():
    return hiplog.read_log(TWO, name="two.csv")


def test_holds_and_days_of_several_people_say_whose_they_are(reading):
    assert reading.holds["person"].tolist() == ["Anna"] * 2 + ["Ben"] * 4
    assert reading.days["person"].tolist() == ["Anna", "Ben"]
    assert reading.days["pain"].tolist() == [7, 8]
    assert "2 days without a hold" in reading.summary()


def test_what_one_person_has_is_what_they_have_among_others(reading):
    one = hiplog.read_log(TWO, name="two.csv", person="Ben")
    there = reading.holds[reading.holds["person"] == "Ben"].drop(columns="person").reset_index(drop=True)
    assert there[["started_at", "side", "hold_s", "pain_before"]].equals(
        one.holds[["started_at", "side", "hold_s", "pain_before"]]
    )
    assert reading.diaries["Ben"].days.equals(one.days)
    assert "person" not in one.holds
    assert not one.diaries


def test_somebody_with_days_alone_is_a_person_too():
    text = b"date,person,left,right,pain\n2026-11-01,Anna,50,60,3\n2026-11-03,Ben,,,7\n2026-11-04,Anna,,,2\n"
    reading = hiplog.read_log(text, name="two.csv")
    assert reading.how["people"] == ["Anna", "Ben"]
    assert {person: diary.days["pain"].tolist() for person, diary in reading.diaries.items()} == {
        "Anna": [2],
        "Ben": [7],
    }


@pytest.mark.parametrize(
    "use", [hiplog.balance, hiplog.practice, hiplog.summary, hiplog.plot_progress, hiplog.Log(":memory:").add]
)
def test_several_people_are_never_taken_for_one(reading, use):
    with pytest.raises(hiplog.LogError, match=r"they are of 2 people \(Anna, Ben\), expected one person's: take"):
        use(reading)
    with pytest.raises(hiplog.LogError, match="2 people"):
        use(reading.holds)


def test_a_column_of_one_person_is_no_fault(reading):
    ben = reading.holds[reading.holds["person"] == "Ben"]
    assert len(hiplog.balance(ben)) == 2


_ROWS = "2026-03-01,40,41,me\n2026-03-02,20,22,Anna\n2026-03-03,42,43,me\n2026-03-04,21,22,Anna\n"


@pytest.mark.parametrize("header", ["who", "author", "by", "written by", "comment by", "Autor"])
def test_holds_of_two_writers_are_of_two_people(header):
    reading = hiplog.read_log(f"date,left,right,{header}\n{_ROWS}".encode(), name="hip.csv")
    assert reading.how["people"] == ["Anna", "me"]
    mine = hiplog.read_log(f"date,left,right,{header}\n{_ROWS}".encode(), name="hip.csv", person="me")
    assert mine.holds["hold_s"].tolist() == [40, 41, 42, 43]


@pytest.mark.parametrize(("header", "cells"), [("author", "me,me,me,me"), ("by", "hand,hand,car,hand")])
def test_one_writer_is_one_person_and_what_is_no_name_is_none(header, cells):
    rows = "".join(f"2026-03-0{i},left,{40 + i},{cell}\n" for i, cell in enumerate(cells.split(","), 1))
    assert len(hiplog.read_log(f"date,side,hold,{header}\n{rows}".encode(), name="hip.csv").holds) == 4


ANSWERS = [
    ({"left": 40, "right": 41}, {"left": 20, "right": 22}),
    ({"body": "left 40 s, right 41 s"}, {"body": "left 20 s, right 22 s"}),
    ({"left": 40, "right": 41}, {"text": "well done"}),
]


@pytest.mark.parametrize(("mine", "others"), ANSWERS)
def test_what_others_answer_in_a_record_is_theirs_and_takes_nothing_from_it(mine, others):
    first = {"date": "2026-03-01", "author": "me", **mine, "comments": [{"author": "Anna", **others}]}
    second = {"date": "2026-03-02", "author": "me", **mine, "comments": []}
    reading = hiplog.read_log(json.dumps([first, second]).encode(), name="hip.json")
    holds = reading.holds
    own = holds if "person" not in holds else holds[holds["person"] == "me"]
    assert own["hold_s"].tolist() == [40, 41, 40, 41]
    assert len(holds) - len(own) == (0 if "text" in others else 2)


def test_the_sets_of_a_session_have_what_stands_beside_them():
    sets = [{"side": "left", "seconds": 40, "note": "a"}, {"side": "right", "seconds": 41, "note": "b"}]
    session = {"date": "2026-03-01", "pain": 3, "note": "x", "author": "me", "sets": sets}
    holds = hiplog.read_log(json.dumps([session]).encode(), name="hip.json").holds
    assert holds[["hold_s", "pain_after", "note"]].to_numpy().tolist() == [[40, 3, "a"], [41, 3, "b"]]


def test_an_exercise_within_a_session_is_no_answer_to_it():
    within = [{"name": "Hip balance left", "start": "2026-03-01 07:11", "seconds": 40}]
    session = {"name": "Workout", "start": "2026-03-01 07:00", "seconds": 600, "pain": 3, "exercises": within}
    holds = hiplog.read_log(json.dumps([session]).encode(), name="w.json").holds
    assert holds[["side", "hold_s", "pain_after"]].to_numpy().tolist() == [["left", 40, 3]]


def _sessions(seed, days=40, a_day=1, share=0.85, timed=True):
    """Return invented holds of one person: both sides in so many sessions on most days, each with its number."""
    rng, rows = np.random.default_rng(seed), []
    for day in range(days):
        for nth in range(a_day):
            if rng.random() < share:
                at = pd.Timestamp("2025-03-03 07:00") + pd.Timedelta(
                    days=day, hours=5 * nth, minutes=rng.integers(50)
                )
                starts = (at, at + pd.Timedelta(minutes=3)) if timed else (at.normalize(),) * 2
                held = zip(starts, ("left", "right"), rng.integers(30, 60, 2), strict=True)
                rows += [[day, nth + 1, *hold] for hold in held]
    return pd.DataFrame(rows, columns=["day", "nth", "date", "side", "seconds"])


def _read(rows):
    rows = rows.drop(columns=["day", "nth"], errors="ignore")
    return hiplog.read_log(rows.to_csv(index=False).encode(), name="hip.csv")


def _of_many(header, texts, **how):
    people = [_sessions(seed, **how).assign(**{header: text}) for seed, text in enumerate(texts)]
    return pd.concat(people)


NUMBERS, CODES = [f"{i:03}" for i in range(1, 7)], ["KM23", "TZ81", "AB12", "QW55", "LP09", "ER77"]


@pytest.mark.parametrize("timed", [True, False])
@pytest.mark.parametrize("sort", [["date"], ["side"], []])
@pytest.mark.parametrize("texts", [NUMBERS, CODES, ["1", "2"], ["P01", "P02", "P03"]])
def test_numbers_and_codes_with_whole_sessions_on_the_same_days_are_never_one_person(texts, sort, timed):
    rows = _of_many("nr", texts, timed=timed)
    how = _read(rows.sort_values(sort, kind="stable") if sort else rows).how
    assert how["people"] == sorted(texts) or [
        asked.is_likely and "sessions of its own on the same days" in str(asked) for asked in how["may_be_people"]
    ] == [True]


@pytest.mark.parametrize(
    "header",
    [
        *("Probandennummer", "Patientennummer", "Pat.-Nr.", "TN", "VP-Nr", "study_no", "Pseudonym", "MRN", "subj"),
        *("screening number", "Proband/in", "participant code", "deelnemernummer", "numéro de patient"),
        *("código de paciente", "nr pacjenta", "номер пациента", "患者番号"),
    ],
)
def test_what_heads_people_in_a_study_tells_them_apart(header):
    reading = _read(_of_many(header, NUMBERS).sort_values("date", kind="stable"))
    assert reading.how["people"] == NUMBERS


def _ordinary():
    two, one = _sessions(1, a_day=2, share=0.9), _sessions(2)
    by_day = _sessions(1, a_day=2, share=0.9, timed=False)
    full = _sessions(3, a_day=3, share=1, timed=False)
    rng = np.random.default_rng(5)
    moods = rng.integers(1, 6, len(two) // 2 + 1).repeat(2)[: len(two)]
    rounds = pd.concat([one.assign(x=n, date=one["date"] + pd.Timedelta(minutes=7 * n)) for n in (1, 2, 3)])
    return {
        "sessions of a day": two.assign(x=two["nth"]),
        "sessions of a day, by day": full.assign(x=full["nth"]),
        "a second session now and then": by_day.assign(x=by_day.groupby(["day", "side"]).cumcount() + 1),
        "slots of a day": two.assign(x=two["nth"].map({1: "V", 2: "N"})),
        "coded sessions": two.assign(x=two["nth"].map({1: "S1", 2: "S2"})),
        "rounds": rounds.sort_values("date"),
        "rounds at one time": pd.concat([one.assign(x=n) for n in (1, 2, 3)]).sort_values("date", kind="stable"),
        "rows": two.assign(x=range(1, len(two) + 1)),
        "rows of a day": two.assign(x=two.groupby("day").cumcount() + 1),
        "weeks": two.assign(x=two["day"] // 7 + 1),
        "phases": two.assign(x=two["day"] // 20 + 1),
        "a letter a day": one.assign(x=np.where(one["day"] % 2, "A", "B")),
        "moods of sessions": two.assign(x=moods),
        "scores of holds": two.assign(x=rng.integers(0, 11, len(two))),
        "scores of holds, by day": by_day.assign(x=rng.integers(0, 4, len(by_day))),
        "one code": two.assign(x="HB"),
    }


ORDINARY = _ordinary()


@pytest.mark.parametrize("rows", ORDINARY.values(), ids=ORDINARY)
@pytest.mark.parametrize("header", ["nr", "x"])
def test_numbers_of_sessions_sets_weeks_and_moods_are_no_people(rows, header):
    reading = _read(rows.rename(columns={"x": header}))
    assert reading.how["may_be_people"] == []
    assert reading.how["people"] == []


def test_two_people_at_one_minute_are_read_though_the_later_row_is_always_longer():
    rows = [f"2025-03-{d:02} 07:{m},{who},{side},{40 + m // 30 * 3 + more}\n" for d in range(1, 9)
            for m, side in ((30, "left"), (33, "right")) for who, more in (("Eva", 0), ("Otto", 15))]  # fmt: skip
    reading = hiplog.read_log(("date,person,side,seconds\n" + "".join(rows)).encode(), name="two.csv")
    assert reading.how["people"] == ["Eva", "Otto"]
    assert len(reading.holds) == 32


@pytest.mark.parametrize("names", [("Eva",), ("Eva", "Otto")])
def test_samples_of_one_start_time_are_no_holds_whosever_they_are(names):
    rows = [f"2025-03-01 07:30,{who},left,{10 * i}\n" for i in range(1, 12) for who in names]
    with pytest.raises(hiplog.LogError, match="no column could be a hold"):
        hiplog.read_log(("date,person,side,seconds\n" + "".join(rows)).encode(), name="trace.csv")


def test_a_few_rows_of_one_minute_of_which_the_later_is_longer_are_no_samples():
    rows = _of_many("case", ["1", "2"])
    rows["date"] = rows["date"].where(rows["day"] > 1, rows["date"].dt.floor("h"))
    rows = rows.sort_values(["date", "seconds"], kind="stable")
    assert len(_read(rows).holds) == len(rows)


SPELLED = {
    "Versichertennummer": ["A123456780", "B123456781", "C123456782"],
    "Username": ["anna77", "benk", "cleo"],
    "Device": ["iPhone von Anna", "Bens Pixel", "SM-A52"],
    "Email Address": ["anna@x.org", "bk1@x.org", "cleo@x.org"],
    "Konto": ["a-1 neu", "b-2 neu", "c-3 neu"],
}


@pytest.mark.parametrize(("header", "texts"), SPELLED.items())
@pytest.mark.parametrize("timed", [True, False])
def test_texts_of_any_spelling_with_whole_sessions_of_their_own_on_the_same_days_are_asked_about(
    header, texts, timed
):
    reading = _read(_of_many(header, texts, timed=timed).sort_values("date", kind="stable"))
    (asked,) = reading.how["may_be_people"]
    assert (asked.header, sorted(asked.texts)) == (header, sorted(texts))
    assert asked.is_likely or not timed
    assert f"{header!r} is {asked.texts[0]!r}, " in reading.summary()


@pytest.mark.parametrize("phones", [["iPhone 12", "Bens Pixel"], ["Pixel 7A", "Galaxy S21"]])
def test_two_phones_of_one_person_are_asked_about_at_most_and_those_of_each_session_in_turn_are_not(phones):
    """The first has mornings on one, evenings on the other; the second takes either, hours apart."""
    rows = _sessions(1, a_day=2, share=0.9)
    phones = np.array(phones)
    assert not _read(rows.assign(Device=phones[rows["nth"] - 1])).how["may_be_people"]
    either = np.random.default_rng(7).integers(0, 2, len(rows)).repeat(2)[: len(rows)]
    assert not any(asked.is_likely for asked in _read(rows.assign(Device=phones[either])).how["may_be_people"])


def test_two_variants_of_every_day_in_any_order_are_likely_no_people():
    """Where one is there the other is too."""
    days = _sessions(3, a_day=2, share=1)
    days["date"] = days["date"].dt.normalize() + pd.Timedelta("7h") + days["nth"].mul(pd.Timedelta("9min"))
    other = np.random.default_rng(8).integers(0, 2, len(days))[days["day"]]
    rows = days.assign(eyes=np.where((days["nth"] + other) % 2, "eyes open", "eyes shut")).sort_values("date")
    assert not any(asked.is_likely for asked in _read(rows).how["may_be_people"])


@pytest.mark.parametrize(("header", "texts"), [("mood", ["quite fine", "so-so"]), ("mat", ["Mat", "Floor"])])
def test_moods_and_things_of_any_log_are_asked_about_by_no_phrase(header, texts):
    rows = _of_many(header, texts)
    assert not any(asked.is_likely for asked in _read(rows.sort_values("date")).how["may_be_people"])
