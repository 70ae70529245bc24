"""Whose the holds of a file are: one person is not split, and two are not taken for one in silence."""

import unicodedata

import numpy as np
import pandas as pd
import pytest
from diaries import diary

import hiplog

OURS = ["started_at", "side", "hold_s"]


def one(days=60, **columns):
    """Return one person's holds, of both sides each day, with columns of so many texts, or of one."""
    return diary(days)[OURS].assign(**columns)


def by_day(texts, days=60, each=1):
    """Return a text for each hold, another one each day or each few days, again and again."""
    return np.array(texts, dtype=object)[np.arange(2 * days) // (2 * each) % len(texts)]


def by_hour(header, *texts, days=40):
    """Return one person's holds of a morning and a noon each day, with a text for each of these."""
    rows = diary(days, a_day=2)[OURS]
    return rows.assign(**{header: np.where(rows["started_at"].dt.hour < 10, *texts)})


def two(header, *texts, hours=3.3):
    """Return the holds of two people, by time, the second some hours after the first."""
    first, second = (one(days, **{header: text}) for days, text in zip((60, 61), texts, strict=True))
    second["started_at"] += pd.Timedelta(hours=hours)
    return pd.concat([first, second]).sort_values("started_at", kind="stable")


def study_of(folder, **files):
    for name, rows in files.items():
        rows.to_csv(folder / f"{name}.csv", index=False)
    return hiplog.Study(folder)


WEEKS = [f"W{week}" for week in range(9)]
OF_ONE = {
    "weeks": one(code=by_day(WEEKS, each=7)),
    "sessions": one(20, code=by_day([f"S{n}" for n in range(20)], 20)),
    "two phases": one(code=by_day(["HB1", "HB2"], each=30)),
    "rows": one(code=range(120)),
    "a code": one(code="HB"),
    "a group": one(group="A"),
    "warm-up": one(group=["warm-up", "warm-up", "main", "main"] * 30),
    "half days": by_hour("name", "morning", "evening"),
    "capitals": by_hour("device", "Mat", "Floor"),
    "of a day": by_hour("device", "Mat", "Floor").assign(
        started_at=lambda rows: rows["started_at"].dt.normalize()
    ),
    "notes": one(note=by_day(["Good", "Bad"])),
    "sides": one(kind=["Dominant", "Other"] * 60),
    "shoes": one(shoes=by_day(["Rot", "Blau", "Schwarz"])),
    "a name": one(name="Anna"),
    "music": diary(40, a_day=2)[OURS].assign(
        music=np.repeat(np.random.default_rng(4).choice(["Jazz", "Rock"], 80).astype(object), 2)
    ),
    "scores": one(rpe=by_day(["1", "2", "3"])),
}


@pytest.mark.parametrize("rows", [*OF_ONE.values()], ids=[*OF_ONE])
def test_a_column_of_ordinary_texts_neither_splits_a_person_nor_stops_a_file(tmp_path, rows):
    study = study_of(tmp_path, anna=rows)
    (row,) = study.people().itertuples()
    assert (row.person, pd.isna(row.why)) == ("anna", True)
    assert len(study.each("sessions")) == row.n_sessions > 0
    header = rows.columns[-1]
    assert header == "note" or f"column {header!r} is not used" in study.left_out()["what"].tolist()


def test_one_code_in_two_files_is_no_person_who_is_in_both(tmp_path):
    rows = one(code=by_day(["HB1", "HB2"], each=30))
    people = study_of(tmp_path, r02=rows, r03=one(50, code=by_day(["HB1", "HB2"], 50, each=25))).people()
    assert people[["person", "n_sessions"]].to_numpy().tolist() == [["r02", 60], ["r03", 50]]


@pytest.mark.parametrize("header", ["name", "Name", "ID", "pid", "study_id", "code"])
def test_people_below_each_other_are_told_by_a_column_of_names(tmp_path, header):
    rows = pd.concat([one(60, **{header: "Anna"}), one(70, **{header: "Ben"})])
    assert study_of(tmp_path, all=rows).people()["person"].tolist() == ["Anna", "Ben"]


@pytest.mark.parametrize("names", [("Anna", "anna "), ("1", "2"), ("a", "b")])
def test_a_column_that_may_be_of_people_is_asked_about(tmp_path, names):
    rows = pd.concat([one(60, name=names[0]), one(70, name=names[1])])
    (row,) = study_of(tmp_path, all=rows).people().itertuples()
    assert row.n_sessions == 0
    assert "all.csv: 'name' is " in row.why
    assert "which may be people, expected 'person' as that header if they are, and 'nothing' if not" in row.why


@pytest.mark.parametrize("header", ["note", "device", "mat", "remark", "tag"])
@pytest.mark.parametrize("names", [("Anna", "Ben"), ("Jürgen M.", "Zoë"), ("anna", "ben"), ("田中", "鈴木")])
def test_names_in_any_column_are_asked_about(tmp_path, header, names):
    (row,) = study_of(tmp_path, all=two(header, *names)).people().itertuples()
    assert row.why == (
        f"all.csv: {header!r} is {names[0]!r}, {names[1]!r}, each with sessions of its own on the same days, and "
        "taken for one person's: if they are people, head that column 'person'"
    )


@pytest.mark.parametrize("each", [1, 30])
def test_given_names_are_asked_about_though_each_is_there_in_the_others_place(tmp_path, each):
    (row,) = study_of(tmp_path, all=one(note=by_day(["Anna", "Ben"], each=each))).people().itertuples()
    order = {1: "one in the place of the other", 30: "one after the other"}[each]
    assert row.why.startswith(f"all.csv: 'note' is 'Anna', 'Ben', {order}, and taken for one person's")


@pytest.mark.parametrize("names", [("Anna", "Ben"), ("x 1", "y, 2")])
def test_who_holds_one_side_at_once_is_two_people(tmp_path, names):
    (row,) = study_of(tmp_path, all=two("note", *names, hours=0.002)).people().itertuples()
    assert row.n_sessions == 0
    assert "two of which hold one side at once, which may be people, expected 'person' as that header" in row.why


def test_what_is_said_to_be_people_or_nothing_is_asked_no_more(tmp_path):
    rows = two("note", "Anna", "Ben")
    people = study_of(tmp_path, all=rows.rename(columns={"note": "person"})).people()
    assert people["person"].tolist() == ["Anna", "Ben"]
    (tmp_path / "all.csv").unlink()
    (row,) = study_of(tmp_path, one=rows.rename(columns={"note": "nothing"})).people().itertuples()
    assert (row.n_sessions, pd.isna(row.why)) == (121, True)


def test_rows_that_name_nobody_are_the_one_persons_whom_the_others_name(tmp_path):
    rows = one(24, person="Ben")
    rows.loc[rows.index % 5 == 1, "person"] = " "
    study = study_of(tmp_path, ben=rows)
    (row,) = study.people().itertuples()
    assert (row.n_sessions, row.days_done, len(study.each("sessions"))) == (24, 24, 24)
    said = "rows that name nobody and are taken for Ben's, whom all others name: 10"
    assert row.why == f"ben.csv: {said}"
    assert said in hiplog.read_log(tmp_path / "ben.csv").summary()


def test_days_that_name_nobody_are_the_one_persons_too(tmp_path):
    lines = ["person,date,left,right,pain", "Ben,2026-03-04,50,60,", "Ben,2026-03-05,,,3", ",2026-03-06,,,4"]
    (tmp_path / "ben.csv").write_text("\n".join([*lines, ",2026-03-07,51,61,"]))
    reading = hiplog.read_log(tmp_path / "ben.csv")
    assert reading.days["day"].dt.day.tolist() == [5, 6]
    assert reading.how["decided"]["unnamed"].endswith(": 2")


@pytest.mark.parametrize("spelled", [unicodedata.normalize("NFD", "Zoë  M"), "Zoë \u00a0 M "])
def test_one_name_in_other_signs_or_with_more_blanks_is_one_person(tmp_path, spelled):
    rows = one(24, person=["Zoë M", spelled] * 24)
    (row,) = study_of(tmp_path, all=pd.concat([rows, one(30, person="Ben")])).people().iloc[1:].itertuples()
    assert (row.person, row.n_sessions, pd.isna(row.why)) == ("Zoë M", 24, True)


def test_a_list_finds_files_whose_names_have_their_accents_in_other_signs(tmp_path):
    listed, there = (unicodedata.normalize(form, "Zoë") for form in ("NFC", "NFD"))
    study_of(tmp_path, **{there: one(24)})
    (tmp_path / "people.csv").write_text(f"person,file\n{there},{listed}.csv\n", encoding="utf-8")
    study = hiplog.Study(tmp_path)
    (row,) = study.people().itertuples()
    assert (row.person, row.n_sessions, pd.isna(row.why)) == (listed, 24, True)
    assert study.left_out().empty


def test_files_of_one_name_in_two_spellings_of_it_are_refused(tmp_path):
    for form, kind in (("NFC", "csv"), ("NFD", "txt")):
        one(24).to_csv(tmp_path / f"{unicodedata.normalize(form, 'Zoë')}.{kind}", index=False)
    with pytest.raises(hiplog.LogError, match="have one name, expected another for each person"):
        hiplog.Study(tmp_path)


@pytest.mark.parametrize(
    "names", [("Anna", "anna"), ("P001", "p001"), ("001", "1"), ("P 07", "P-7"), ("1.0", "1")]
)
def test_names_that_are_nearly_those_of_others_are_told(tmp_path, names):
    rows = [one(n, person=name) for n, name in zip((24, 30, 40), (*names, "Ben"), strict=True)]
    people = study_of(tmp_path, all=pd.concat(rows)).people().set_index("person")
    assert people.loc[[*names], "n_sessions"].tolist() == [24, 30]
    for one_of, other in (names, names[::-1]):
        said = f"{one_of!r} and {other!r} are 2 people here: if they are one, give them one name"
        assert people.loc[one_of, "why"] == said
    assert pd.isna(people.loc["Ben", "why"])


@pytest.mark.parametrize(
    "names",
    [
        ("P01_week1", "P01_week2"),
        ("anna_2025", "anna_2026"),
        ("anna_2026-01", "anna_2026-02"),
        ("eva 01.2026", "eva 02.2026"),
        ("P07_20260105", "P07_20260205"),
        ("Cleo Müller v2", "Cleo Müller final"),
        ("Eva morning", "eva evening"),
        ("P1", "P1_Mai"),
    ],
)
def test_parts_of_one_persons_days_that_are_people_are_told(tmp_path, names):
    why = study_of(tmp_path, **{names[0]: one(24), names[1]: one(30), "ben": one(40)}).people()["why"]
    assert why.str.contains("are 2 people here: if they are one, give them one name").sum() == 2


@pytest.mark.parametrize(
    "names",
    [
        ("Patient 1", "Patient 2"),
        ("Anna Weber", "Anna Lang"),
        ("Anna Weber final", "Anna Lang final"),
        ("Anna B final", "Anna C final"),
        ("1.0", "10"),
        ("week1", "week2"),
        ("P 1", "P 2"),
        ("Group A", "Group B"),
    ],
)
def test_people_whose_names_begin_alike_are_people(tmp_path, names):
    assert study_of(tmp_path, **{names[0]: one(24), names[1]: one(30)}).people()["why"].isna().all()


def test_files_in_one_folder_that_are_named_as_two_people_are_asked_about(tmp_path):
    (tmp_path / "fam").mkdir()
    (tmp_path / "lea").mkdir()
    later = one(20).assign(started_at=lambda rows: rows["started_at"] + pd.Timedelta(hours=3))
    study = study_of(tmp_path, **{"fam/Anna": one(24), "fam/Ben": later, "lea/Lea": one(30), "lea/lea 2": later})
    fam, lea = study.people().itertuples()
    said = "Anna.csv and Ben.csv are taken for one person's: if they are people, expected another folder for each"
    assert fam.why == f"{said} person"
    assert (lea.n_sessions, pd.isna(lea.why)) == (50, True)


def test_files_in_one_folder_that_name_two_people_are_two_peoples(tmp_path):
    (tmp_path / "kim").mkdir()
    people = study_of(tmp_path, **{"kim/a": one(60, person="Kim"), "kim/b": one(50, person="Kurt")}).people()
    assert people[["person", "n_sessions"]].to_numpy().tolist() == [["Kim", 60], ["Kurt", 50]]


def test_files_in_one_folder_that_hold_one_side_at_once_are_not_one_persons(tmp_path):
    (tmp_path / "kim").mkdir()
    (row,) = study_of(tmp_path, **{"kim/a": one(60), "kim/b": one(50)}).people().itertuples()
    assert (row.person, row.n_sessions) == ("kim", 0)
    assert (
        "one side is held twice, as of several people, in a.csv, b.csv, expected another folder for each"
        in row.why
    )


def test_notes_of_a_log_that_may_be_people_are_asked_about(tmp_path):
    hiplog.Log(tmp_path / "duo.sqlite").add(two("note", "Anna", "Ben"))
    (row,) = hiplog.Study(tmp_path).people().itertuples()
    assert row.n_sessions == 121
    assert row.why.startswith("duo.sqlite: 'note' is 'Anna', 'Ben', each with sessions of its own")


def test_a_file_that_is_read_says_which_column_may_be_of_people(tmp_path):
    two("mat", "Anna", "Ben").to_csv(tmp_path / "all.csv", index=False)
    said = (
        "'mat' is 'Anna', 'Ben', each with sessions of its own on the same days: if that is who, columns={'mat': "
    )
    assert said in hiplog.read_log(tmp_path / "all.csv").summary()
    assert len(hiplog.read_log(tmp_path / "all.csv", columns={"mat": "person"}).how["people"]) == 2
    assert not hiplog.read_log(tmp_path / "all.csv", columns={"mat": "note"}).how["may_be_people"]


def test_rows_of_another_exercise_are_told_by_its_name(tmp_path):
    rows = one(exercise=by_day(["hip balance", "plank", "hip balance", "Bridge"]))
    study = study_of(tmp_path, anna=rows)
    (row,) = study.people().itertuples()
    said = "anna.csv: 60 rows left out (another exercise, 'plank': 30, another exercise, 'Bridge': 30)"
    assert (row.n_sessions, row.why) == (30, said)
    assert study.left_out().to_numpy().tolist() == [
        ["anna", "anna.csv", 30, "another exercise, 'plank'"],
        ["anna", "anna.csv", 30, "another exercise, 'Bridge'"],
    ]


def test_a_file_in_which_holds_begin_while_others_go_on_is_asked_about(tmp_path):
    sore = one().assign(started_at=lambda rows: rows["started_at"] + pd.Timedelta(seconds=7))
    other = diary(30, typical_s=(30, 31))[OURS].assign(
        started_at=lambda rows: rows["started_at"] + pd.Timedelta(seconds=21)
    )
    both = pd.concat([sore, other]).sort_values("started_at")
    couple, zoe = study_of(tmp_path, couple=both, zoe=sore).people()["why"]
    assert couple.startswith(
        "couple.csv: at 60 moments a hold begins while another goes on, as of several people, and taken for one "
        "person's: if not, expected a column 'person' that says whose each hold is"
    )
    assert "begins while" not in zoe


def test_forms_that_were_sent_in_afterwards_are_one_persons(tmp_path):
    sent = one().assign(started_at=lambda rows: rows["started_at"] + pd.to_timedelta([5, 17] * 60, unit="s"))
    sent["started_at"] = sent["started_at"].dt.floor("h") + pd.to_timedelta([5, 17] * 60, unit="s")
    assert pd.isna(study_of(tmp_path, sent=sent).people()["why"].iloc[0])


def test_holds_of_one_day_or_of_another_clock_that_count_once_or_twice_are_told(tmp_path):
    minutes = pd.to_timedelta(np.arange(40) // 2 * 7 % 31, unit="min")
    rows = one(20).assign(hold_s=[*range(40, 80)], started_at=lambda rows: rows["started_at"] + minutes)
    days = rows.assign(started_at=rows["started_at"].dt.normalize())
    later = rows.assign(started_at=rows["started_at"] + pd.Timedelta(hours=2))
    for name, files in {"days": (days, days), "clocks": (rows, later)}.items():
        (tmp_path / "people" / name).mkdir(parents=True)
        for kept, of in zip(("app", "notes"), files, strict=True):
            of.to_csv(tmp_path / "people" / name / f"{kept}.csv", index=False)
    clocks, of_days = hiplog.Study(tmp_path / "people").people()["why"]
    assert "notes.csv: 40 holds as on that day or by another clock in other files, and counted once" in of_days
    assert (
        "notes.csv: 40 holds as in other files but for the hour, and counted again: if they are the same" in clocks
    )


def test_a_row_that_names_another_is_theirs_where_all_holds_are_of_one(tmp_path):
    rows = pd.concat([one(code=0).assign(person="Anna"), one(code=0).assign(person="Ben", hold_s=[1.2, 0.9] * 60)])
    (tmp_path / "clinic").mkdir()
    people = study_of(tmp_path / "clinic", all=rows.rename(columns={"hold_s": "held"})).people()
    assert people["person"].tolist() == ["Anna", "Ben"]
    assert people["n_rows_refused"].tolist() == [0, 120]


def test_each_number_that_is_there_at_two_sites_is_told_with_whom_it_is_of(tmp_path):
    numbers = [f"{number:03d}" for number in range(1, 44)]  # 001 and 002 are of Berlin alone
    berlin = pd.concat([one(3, record_id=number, site="Berlin") for number in numbers])
    hamburg = berlin[berlin["record_id"] > "002"].assign(site="Hamburg")
    hamburg["started_at"] += pd.to_timedelta(np.where(hamburg["record_id"] < "005", 30, 3), unit="h")
    study = study_of(tmp_path, all=pd.concat([berlin, hamburg]))
    why = study.people().set_index("person")["why"].str.replace("; some .*", "", regex=True)
    assert [*why[why.str.startswith("all.csv: 'site'", na=False)].index] == numbers[2:]
    assert why["043"] == (
        "all.csv: 'site' beside '043' is 'Berlin', 'Hamburg', each with sessions of its own on the same days, and "
        "taken for one person's: if they are people, write both together in one column 'person'"
    )


def few(seconds, hours=0, minutes=(10, 23, 41)):
    """Return a few holds, two a day, some hours later than at seven."""
    when = [f"2026-03-{4 + n // 2:02} {7 + hours:02}:{minutes[n // 2] + n % 2:02}" for n in range(len(seconds))]
    sides = ["left", "right"] * len(seconds)
    rows = zip(pd.to_datetime(when), sides[: len(seconds)], seconds, strict=True)
    return pd.DataFrame(rows, columns=OURS)


@pytest.mark.parametrize("seconds", [(45, 52, 47), (45, 52, 47, 61), (45.2, 60, 47, 60, 52, 58)])
def test_a_few_holds_again_by_another_clock_are_told(tmp_path, seconds):
    (tmp_path / "anna").mkdir()
    study = study_of(tmp_path, **{"anna/app": few(seconds), "anna/copy": few(seconds, 2)})
    (why,) = study.people()["why"]
    assert f"copy.csv: {len(seconds)} holds as in other files but for the hour, and counted again" in why


@pytest.mark.parametrize(
    ("seconds", "more", "minutes"),
    [
        ((120,) * 4, (120,) * 4, (10, 23)),
        ((60, 90, 60, 90), (60, 90, 60, 90), (10, 23)),
        ((45, 52, 47, 61), (45, 52, 47, 61), (12, 29)),
        ((45, 52, 47, 61), (46, 51, 48, 60), (10, 23)),
        ((45, 52), (45, 52), (10, 23)),
    ],
)
def test_a_few_holds_of_another_session_are_no_copy(tmp_path, seconds, more, minutes):
    (tmp_path / "anna").mkdir()
    study = study_of(tmp_path, **{"anna/app": few(seconds), "anna/eve": few(more, 12, minutes)})
    assert study.people()["why"].isna().all()


@pytest.mark.parametrize("seconds", [(67, 67, 71), (67, 61, 71, 67), (50, 60, 60, 60), (70, 60, 60, 60, 70, 60)])
@pytest.mark.parametrize("first", ["app", "zoo"])
def test_a_small_copy_by_another_clock_is_told_though_seconds_come_again(tmp_path, seconds, first):
    (tmp_path / "anna").mkdir()
    study = study_of(tmp_path, **{f"anna/{first}": few(seconds), "anna/copy": few(seconds, 1)})
    (row,) = study.people().itertuples()
    assert row.n_sessions == 2 * ((len(seconds) + 1) // 2)
    assert f"{len(seconds)} holds as in other files but for the hour, and counted again: if they are" in row.why


@pytest.mark.parametrize(
    ("seconds", "more", "minutes"),
    [
        ((60, 70, 60, 60), (60, 70, 60, 60), (10, 10)),  # each day at one time
        ((60, 70, 60, 60), (60, 70, 60, 60), (0, 30)),  # by half hours
        ((60, 60, 60, 60, 60, 60), (60, 60, 60, 60, 60, 60), (10, 23, 41)),  # the target
        ((60, 70, 60, 60), (60, 70, 60, 70), (10, 23)),
        ((60, 70, 60, 60, 70, 70), (60, 70, 60, 60, 70, 80), (10, 23, 41)),
    ],
)
def test_later_sessions_of_the_same_days_of_which_one_differs_or_none_could_are_no_copy(
    tmp_path, seconds, more, minutes
):
    (tmp_path / "anna").mkdir()
    study = study_of(tmp_path, **{"anna/a": few(seconds, 0, minutes), "anna/b": few(more, 1, minutes)})
    assert study.people()["why"].isna().all()
