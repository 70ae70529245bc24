"""Whose rows are where it takes two columns, or a title: two names, a site beside a number, `Patient: Anna`."""

import numpy as np
import pandas as pd
import pytest

import hiplog


def held(days=20, hour=7, seed=0, seconds=40, **columns):
    """Return one person's holds of both sides, once a day within an hour."""
    rng = np.random.default_rng(seed)
    starts = pd.Timestamp("2026-03-02") + pd.to_timedelta(24 * np.arange(days) + hour, unit="h")
    starts += pd.to_timedelta(rng.integers(0, 55, days), unit="min")
    sides = [(at + pd.Timedelta(minutes=3 * n), side) for at in starts for n, side in enumerate(("left", "right"))]
    rows = pd.DataFrame(sides, columns=["date", "side"])
    return rows.assign(seconds=seconds + rng.integers(0, 9, len(rows)), **columns)


def read(*rows, by_time=True):
    whole = pd.concat(rows)
    whole = whole.sort_values("date", kind="stable") if by_time else whole
    return hiplog.read_log(whole.to_csv(index=False).encode(), name="clinic.csv")


NAMES = [("Anna", "Weber"), ("Anna", "Lang"), ("Ben", "Weber")]


@pytest.mark.parametrize(
    ("given", "family"),
    [
        *(("Vorname", "Nachname"), ("first name", "surname"), ("First name", "Name"), ("prénom", "nom")),
        *(("nombre", "apellidos"), ("nome", "cognome"), ("imię", "nazwisko"), ("имя", "фамилия"), ("名", "姓")),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_given_and_family_names_together_say_whose_holds_are(given, family, is_first):
    columns = [{given: one, family: other} for one, other in NAMES]
    columns = columns if is_first else [dict(reversed(of.items())) for of in columns]
    reading = read(*(held(seed=n, seconds=40 + 10 * n, **of) for n, of in enumerate(columns)))
    assert reading.how["people"] == ["Anna Lang", "Anna Weber", "Ben Weber"]
    of = reading.holds[reading.holds["person"] == "Anna Lang"]
    assert of["hold_s"].between(50, 59).all()
    assert not {given, family} & {*reading.not_used}


def test_a_row_that_was_refused_is_of_whom_both_names_say(tmp_path):
    rows = pd.concat(
        held(seed=n, Vorname=one, Nachname=other).assign(seconds=lambda rows: rows["seconds"].astype(object))
        for n, (one, other) in enumerate(NAMES)
    ).reset_index(drop=True)
    rows.loc[3, "seconds"] = "long"
    rows.to_csv(tmp_path / "clinic.csv", index=False)
    study = hiplog.Study(tmp_path / "clinic.csv")
    assert study.people()["person"].tolist() == ["Anna Lang", "Anna Weber", "Ben Weber"]
    assert study.refused()["person"].tolist() == ["Anna Weber"]


@pytest.mark.parametrize(
    ("header", "texts"),
    [
        *(
            ("site", ("Berlin", "Hamburg")),
            ("center", ("01", "02")),
            ("Praxis", ("A", "B")),
            ("Familie", ("1", "2")),
        ),
        *(("Zentrum", ("HH7", "B12")), ("where", ("Berlin", "Hamburg")), ("ospedale", ("1", "2"))),
        ("redcap_data_access_group", ("berlin", "hamburg")),
    ],
)
def test_a_number_that_is_there_at_two_sites_is_asked_about(header, texts):
    rows = [held(seed=10 * n + k, patient_id=f"00{k}", **{header: text})
            for n, text in enumerate(texts) for k in (1, 2, 3)]  # fmt: skip
    (asked,) = read(*rows).how["may_be_people"]
    assert asked.is_likely
    assert sorted(asked.texts) == sorted(texts)
    assert str(asked).startswith(f"{header!r} beside '001', '002', '003' is ")
    assert str(asked).endswith(", each with sessions of its own on the same days")


@pytest.mark.parametrize("header", ["date of birth", "Geburtsdatum", "DOB", "Nachname", "né le"])
def test_of_what_each_person_has_but_one_two_are_asked_about(header):
    rows = [
        held(seed=n, patient="Anna", hour=7, **{header: born})
        for n, born in enumerate(["1970-01-01", "1980-05-05"])
    ]
    later = rows[1].assign(date=rows[1]["date"] + pd.Timedelta(days=90))
    (asked,) = read(rows[0], later, held(seed=3, patient="Ben", **{header: "1990-01-01"})).how["may_be_people"]
    assert asked.is_likely
    assert f"{header!r} beside 'Anna' is '1970-01-01', '1980-05-05', of which each has but one" in str(asked)


def _alternating(*texts, each=1, **columns):
    rows = held(**columns)
    return rows.assign(x=np.array(texts, dtype=object)[np.arange(len(rows)) // (2 * each) % len(texts)])


def _twice_a_day(first, second, seed):
    return pd.concat([held(seed=seed, x=first), held(seed=seed + 50, hour=17, x=second)])


OF_ONE_EACH = {
    "a therapist a day": [_alternating("Kim", "Lee", seed=n) for n in (1, 2)],
    "a site first, then another": [_alternating("Berlin", "Hamburg", each=10, seed=n) for n in (1, 2)],
    "slots of a day": [_twice_a_day("Red", "Blue", n) for n in (1, 2)],
    "numbers of sessions": [_twice_a_day("1", "2", n) for n in (1, 2)],
    "phases": [_alternating("P1", "P2", each=10, seed=n) for n in (1, 2)],
    "weeks": [_alternating("1", "2", "3", each=7, seed=n) for n in (1, 2)],
    "sides": [
        held(seed=n).assign(x=lambda rows: rows["side"].map({"left": "bad", "right": "good"})) for n in (1, 2)
    ],
    "a group each": [held(seed=n, x=f"G{n}") for n in (1, 2)],
    "a day of birth each": [held(seed=n, x=f"198{n}-01-01") for n in (1, 2)],
}


@pytest.mark.parametrize("header", ["x", "therapist", "patients_note"])
@pytest.mark.parametrize("rows", OF_ONE_EACH.values(), ids=OF_ONE_EACH)
def test_a_column_that_parts_what_is_of_one_person_as_one_persons_is_not_asked_about(header, rows):
    people = [of.rename(columns={"x": header}).assign(patient_id=n) for n, of in enumerate(rows)]
    reading = read(*people)
    assert (reading.how["people"], reading.how["may_be_people"]) == (["0", "1"], [])


@pytest.mark.parametrize("of", ["a site first, then another", "a therapist a day", "a group each"])
def test_who_goes_to_another_site_now_and_then_is_one_person(of):
    people = [of.rename(columns={"x": "site"}).assign(patient_id=n) for n, of in enumerate(OF_ONE_EACH[of])]
    assert read(*people).how["may_be_people"] == []


@pytest.mark.parametrize(("days_later", "asked"), [(150, ["001"]), (30, ["001"]), (24, [])])
def test_a_number_that_comes_again_at_another_site_is_asked_about_but_for_who_moved_within_a_week(
    days_later, asked
):
    rows = [held(seed=n, patient_id=f"00{n % 2 + 1}", site=("Berlin", "Hamburg")[n // 2]) for n in range(4)]
    for of in rows[2:]:
        of["date"] += pd.Timedelta(days=days_later)
    may_be = read(*rows).how["may_be_people"]
    assert [one.within for one in may_be] == asked
    assert all(str(one).endswith("'Berlin', 'Hamburg', one a week or more after the other") for one in may_be)


def test_who_has_another_therapist_or_device_after_a_pause_is_asked_about_by_sites_alone():
    for header, n_asked in (("therapist", 0), ("device", 0), ("phase", 0), ("site", 1)):
        rows = [held(seed=n, patient_id=1, **{header: text}) for n, text in enumerate(("Kim", "Lee"))]
        rows[1]["date"] += pd.Timedelta(days=60)
        may_be = read(*rows, held(seed=5, patient_id=2, **{header: "Kim"})).how["may_be_people"]
        assert (len(may_be), any(one.is_likely for one in may_be)) == (n_asked, False)


@pytest.mark.parametrize("in_turn", [True, False])
@pytest.mark.parametrize(
    ("header", "texts"),
    [
        *(("site", ("Home", "Gym")), ("Ort", ("Zuhause", "Praxis")), ("group", ("A", "B")), ("class", ("1", "2"))),
        *(("therapist", ("Weber", "Klein")), ("location", ("Berlin", "Potsdam")), ("notes", ("good", "bad"))),
    ],
)
@pytest.mark.parametrize("timed", [True, False])
def test_what_goes_with_mornings_and_evenings_makes_nobody_two_people(header, texts, in_turn, timed):
    rows = [held(seed=10 * n + hour, hour=hour, person=f"P{n}") for n in (1, 2) for hour in (7, 18)]
    for of in rows:
        number = (of["date"].dt.hour > 12) ^ (of["date"].dt.day % 2 > 0) * (not in_turn)
        of[header] = np.array(texts)[number.astype(int)]
        of["date"] = of["date"] if timed else of["date"].dt.date
    reading = read(*rows)
    assert reading.how["people"] == ["P1", "P2"]
    assert not any(asked.is_likely for asked in reading.how["may_be_people"])


def test_a_slip_in_a_name_beside_a_number_stops_nothing():
    rows = held(patient_id=1, Nachname="Weber")
    rows.loc[3, "Nachname"] = "Webre"
    assert read(rows, held(seed=2, patient_id=2, Nachname="Lang")).how["may_be_people"] == []


def _blocks(titles, *, again, delimiter=";"):
    lines = [] if again else [delimiter.join(["date", "side", "seconds"])]
    for n, title in enumerate(titles):
        rows = held(12, seed=n, seconds=40 + 10 * n)
        lines += [title, *[delimiter.join(["date", "side", "seconds"])] * again]
        lines += [delimiter.join(map(str, row)) for row in rows.itertuples(index=False)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize(
    "titles",
    [
        *(
            ("Patient: Anna Weber", "Patient: Ben Kurz"),
            ("Proband: 1", "Proband: 2"),
            ("subject = a", "subject = b"),
            ("# Patient: Anna", "# Patient: Ben"),
        ),
        ("患者\uff1a田中", "患者\uff1a鈴木"),
    ],
)
def test_titles_that_say_patient_say_whose_the_rows_below_them_are(again, titles):
    reading = hiplog.read_log(_blocks(titles, again=again), name="clinic.csv")
    names = [title.replace("\uff1a", ":").replace("=", ":").partition(":")[2].strip() for title in titles]
    assert reading.how["people"] == sorted(names)
    of = reading.holds[reading.holds["person"] == names[1]]
    assert (len(of), of["hold_s"].between(50, 59).all()) == (24, True)


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("titles", [("Anna Weber", "Ben Kurz"), ("P01", "P02", "P03"), ("田中", "鈴木")])
def test_titles_that_may_be_people_are_asked_about(again, titles):
    (asked,) = hiplog.read_log(_blocks(titles, again=again), name="clinic.csv").how["may_be_people"]
    assert asked.is_likely
    shown = ", ".join(map(repr, titles))
    assert str(asked) == f"titles are {shown}, one below the other, over the same days"


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize(
    "titles",
    [
        ("Part 1", "Part 2"),
        ("Morning", "Evening"),
        ("Session 1", "Session 2"),
        ("Anna Weber",),
        ("Patient: Anna",),
    ],
)
def test_titles_of_parts_and_of_one_person_are_not_asked_about(again, titles):
    reading = hiplog.read_log(_blocks(titles, again=again), name="clinic.csv")
    assert (len(reading.holds), reading.how["may_be_people"]) == (24 * len(titles), [])


@pytest.mark.parametrize("nobody", ["-", "\u2013", "n/a", "NaN", "?", "#N/A", "<NA>"])
def test_a_cell_that_names_nobody_is_no_person(nobody):
    reading = read(held(patient="Emil"), held(seed=1, hour=17, patient=nobody))
    assert reading.how["people"] == ["Emil"]
    assert reading.how["decided"]["unnamed"].endswith("taken for Emil's, whom all others name: 40")


@pytest.mark.parametrize(
    "headers",
    [
        ("L (P1)", "R (P1)", "L (P2)", "R (P2)"),
        ("P1 left", "P1 right", "P2 left", "P2 right"),
        ("left (Anna)", "right (Anna)", "left (Ben)", "right (Ben)"),
    ],
)
def test_sides_of_two_people_beside_each_other_are_asked_about(headers):
    rows = [
        ",".join(("date", *headers)),
        *(f"2026-03-{d:02},4{d % 9},5{d % 9},6{d % 9},7{d % 9}" for d in range(1, 21)),
    ]
    with pytest.raises(
        hiplog.LogError, match=r"may be another exercise's, or another person's, as '(p|anna)' is no"
    ):
        hiplog.read_log("\n".join(rows).encode(), name="pair.csv")


@pytest.mark.parametrize("headers", ["L1,R1,L2,R2", "left (am),right (am),left (pm),right (pm)", "L,P,L2,P2"])
def test_sides_of_two_sets_beside_each_other_are_one_persons(headers):
    rows = [f"date,{headers}", *(f"2026-03-{d:02},4{d % 9},5{d % 9},6{d % 9},7{d % 9}" for d in range(1, 21))]
    assert len(hiplog.read_log("\n".join(rows).encode(), name="sets.csv").holds) == 80


@pytest.mark.parametrize(("header", "n"), [("seconds", 40), ("held", 40)])
def test_numbers_of_somebody_that_are_far_too_short_are_refused_where_no_header_tells_the_unit(header, n):
    rows = pd.concat([held(patient="Anna", seconds=60), held(patient="Ben").assign(seconds=[1.2, 0.9] * 20)])
    reading = read(rows.rename(columns={"seconds": header}))
    assert len(reading.holds) == n
    assert (reading.rejected["patient"] == "Ben").all()
    assert len(reading.rejected) == 80 - n


def test_a_person_who_holds_for_a_few_seconds_is_read():
    rows = [held(patient="Anna", seconds=60), held(patient="Ben").assign(seconds=[4, 5] * 20)]
    reading = read(*(one.rename(columns={"seconds": "held"}) for one in rows))
    assert reading.rejected.empty
    assert len(reading.holds) == 80


@pytest.mark.parametrize("cells", [["2 s"], ["0:02"], [2, 2, 35]], ids=["with a unit", "of a clock", "one long"])
def test_what_a_cell_says_itself_or_one_long_hold_makes_short_ones_seconds(cells):
    few = held(patient="Ben", days=3).assign(seconds=pd.Series(cells * 6, dtype=object)[:6].tolist())
    reading = read(held(patient="Anna", seconds=60).astype({"seconds": object}), few)
    assert reading.rejected.empty
    assert len(reading.holds) == 46
