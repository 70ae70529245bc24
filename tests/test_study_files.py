"""Whose the files of a study are: what a list, a folder, a name and a column say of them, where they differ."""

import pandas as pd
import pytest
from diaries import diary

import hiplog

OURS = ["started_at", "side", "hold_s"]


def held(days=24, hours=0.0, **columns):
    """Return one person's holds, of both sides each day, so many hours later than another's, and other ones."""
    rows = diary(days, typical_s=(60 + hours % 11, 75 - hours % 7))[OURS].assign(**columns)
    return rows.assign(started_at=rows["started_at"] + pd.Timedelta(hours=hours))


def people_of(folder, listed="", **files):
    """Return who is in a study of such files, by name."""
    for name, rows in files.items():
        path = folder / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        rows.to_csv(path, index=False)
    if listed:
        (folder / "people.csv").write_text(listed)
    return hiplog.Study(folder).people().set_index("person")


TWO = pd.concat([held(24, patient="Anna"), held(30, 3, patient="Ben")])


def test_of_a_file_of_several_people_who_alone_is_listed_alone_takes_part(tmp_path):
    people = people_of(tmp_path, "person,file,group\nAnna,all.csv,g1\n", all=TWO)
    assert people["n_sessions"].to_dict() == {"Anna": 24}
    assert hiplog.Study(tmp_path).left_out()["what"].tolist() == ["Ben is in no row of people.csv"]


def test_who_is_listed_alone_with_a_file_of_others_has_nothing_of_theirs(tmp_path):
    people = people_of(tmp_path, "person,file\nP1,all.csv\n", all=TWO)
    assert people["n_sessions"].to_dict() == {"P1": 0}
    assert people.loc["P1", "why"].startswith("all.csv: no row of it names P1")
    left = hiplog.Study(tmp_path).left_out()
    assert left["what"].tolist() == ["Anna is in no row of people.csv", "Ben is in no row of people.csv"]


def test_each_who_is_listed_with_a_file_that_tells_nobody_apart_is_told_so(tmp_path):
    people = people_of(tmp_path, "person,file\nB,own.csv\nC,own.csv\n", own=held())
    assert people["why"].str.startswith("own.csv: nothing in it tells people apart").tolist() == [True, True]


def test_a_file_that_names_another_than_whose_it_is_taken_for_is_told(tmp_path):
    people = people_of(tmp_path, Fred=held(patient="Gina"), P01=held(30, patient="2"))
    assert people["why"].to_dict() == {
        "Fred": "Fred.csv names Gina, and is taken for Fred's",
        "P01": "P01.csv names 2, and is taken for P01's",
    }


@pytest.mark.parametrize(
    ("file", "named"),
    [("anna", "Anna Weber"), ("P01", "1"), ("anna_2025", "ANNA"), ("P-7", "P07"), ("zoë", "Zoë")],
)
def test_a_file_that_names_whose_it_is_in_other_letters_is_not_asked_about(tmp_path, file, named):
    (row,) = people_of(tmp_path, **{file: held(patient=named)}).itertuples()
    assert (row.n_sessions, pd.isna(row.why)) == (24, True)


@pytest.mark.parametrize("names", [("P001", "P002"), ("P03_1", "P04_1"), ("1", "2"), ("AB-07", "AB-08 new")])
def test_files_named_by_codes_with_sessions_on_the_same_days_are_not_one_persons(tmp_path, names):
    files = {f"site/{name}": held(hours=hours) for name, hours in zip(names, (0, 3), strict=True)}
    (row,) = people_of(tmp_path, **files).itertuples()
    assert row.n_sessions == 0
    said = f"site: on 24 days several files have sessions of their own, as of several people, in {names[0]}.csv"
    assert said in row.why
    assert "expected another folder for each person" in row.why


def test_files_named_by_codes_of_people_one_after_the_other_are_asked_about(tmp_path):
    (row,) = people_of(tmp_path, **{"site/P001": held(), "site/P002": held(hours=24 * 40)}).itertuples()
    said = "P001.csv and P002.csv are taken for one person's: if they are people, expected another folder for each"
    assert (row.n_sessions, row.why) == (48, f"{said} person")


@pytest.mark.parametrize(
    ("names", "hours"),
    [
        (("2025", "2026"), 24 * 200),
        (("KW36", "KW37"), 24 * 40),
        (("P01_week1", "P01_week2"), 24 * 40),
        (("P01_morning", "P01_evening"), 10),
        (("morning", "evening"), 10),
        (("1", "2"), 24 * 40),
        (("P01", "P02_copy"), 0),
    ],
)
def test_files_of_one_persons_weeks_halves_of_days_and_copies_are_one_persons(tmp_path, names, hours):
    files = {f"anna/{name}": held(hours=shift) for name, shift in zip(names, (0, hours), strict=True)}
    (row,) = people_of(tmp_path, **files).itertuples()
    assert row.n_sessions == (48 if hours else 24)
    assert pd.isna(row.why) or "P02_copy" in row.why


@pytest.mark.parametrize(
    ("files", "named"),
    [
        (("anna/log", "anna/Ben/log"), "Ben/log.csv and log.csv are"),
        (("anna/Ben/log", "anna/Eva/log"), "Ben/log.csv and Eva/log.csv are"),
        (("P01/log", "P01/P02/log"), "P02/log.csv and log.csv are"),
        (("anna/Ben/log",), "Ben/log.csv is"),
    ],
)
def test_folders_in_a_persons_folder_that_are_named_as_another_are_asked_about(tmp_path, files, named):
    (row,) = people_of(tmp_path, **{file: held(hours=3 * at) for at, file in enumerate(files)}).itertuples()
    assert row.why == (
        f"{named} taken for one person's: if they are people, expected another folder for each person"
    )


@pytest.mark.parametrize("files", [("anna/log", "anna/2026/log"), ("anna/Anna Weber/a", "anna/phone/b")])
def test_folders_in_a_persons_folder_that_are_named_as_no_other_are_theirs(tmp_path, files):
    (row,) = people_of(tmp_path, **{file: held(hours=3 * at) for at, file in enumerate(files)}).itertuples()
    assert pd.isna(row.why)


def test_a_list_says_whose_a_folder_is_whatever_its_name(tmp_path):
    files = {"maria/log": held(), "maria/phone/log": held(hours=3)}
    (row,) = people_of(tmp_path, "person,file\nAnna,maria\n", **files).itertuples()
    assert pd.isna(row.why)


@pytest.mark.parametrize("name", ["Thumbs.db", "ehthumbs.db", "desktop.ini", "~$anna.xlsx", ".DS_Store"])
def test_files_that_a_system_lays_beside_others_are_no_persons(tmp_path, name):
    (tmp_path / name).write_bytes(b"no log")
    assert people_of(tmp_path, anna=held())["why"].isna().to_dict() == {"anna": True}
    assert hiplog.Study(tmp_path).left_out().empty


def test_an_option_that_a_study_has_not_is_named_with_the_command_that_has_it(tmp_path):
    utc = held().assign(started_at=lambda rows: rows["started_at"].dt.strftime("%Y-%m-%dT%H:%M:%SZ"))
    why = people_of(tmp_path, anna=utc)["why"]
    has_it = "(a study takes no such option: hiplog import --{} makes a log, to lie in the file's place)"
    assert why["anna"] == f"anna.csv: times are in UTC: timezone= makes them local {has_it.format('timezone')}"


def test_a_file_that_could_be_read_by_a_choice_names_the_command_that_takes_it(tmp_path):
    (tmp_path / "ben.csv").write_text("hold_date,med_date,left,right\n" + "2026-03-04,2026-03-01,50,60\n" * 3)
    (why,) = hiplog.Study(tmp_path).people()["why"]
    assert "says which (a study takes no such option: hiplog import --columns makes a log" in why


def seconds_told(each=1.0):
    """Return one person's holds with times to the second, of whole seconds or of such parts of them."""
    rows = held().assign(started_at=lambda rows: rows["started_at"] + pd.Timedelta(seconds=13))
    return rows.assign(hold_s=rows["hold_s"].round().div(each).round() * each)


def test_rows_that_were_pasted_twice_count_once_and_are_told(tmp_path):
    people = people_of(tmp_path, anna=pd.concat([seconds_told(), seconds_told().iloc[:20]]))
    assert people["n_sessions"].to_dict() == {"anna": 24}
    assert people["why"].tolist() == ["anna.csv: 20 holds there again to the letter, and counted once"]
    assert hiplog.Study(tmp_path).each("sessions")["n_left"].tolist() == [1] * 24


def test_rows_that_were_pasted_twice_are_told_to_whose_they_are(tmp_path):
    two = pd.concat([seconds_told().assign(person=who) for who in ("Anna", "Ben", "Ben")])
    people = people_of(tmp_path, all=two)
    assert pd.isna(people.loc["Anna", "why"]) or "again" not in people.loc["Anna", "why"]
    assert "all.csv: 48 holds there again to the letter, and counted once" in people.loc["Ben", "why"]


def test_equal_holds_of_one_day_without_a_time_are_two(tmp_path):
    rows = held().assign(started_at=lambda rows: rows["started_at"].dt.date, hold_s=60)
    people_of(tmp_path, anna=pd.concat([rows, rows]))
    assert hiplog.Study(tmp_path).each("sessions")["n_left"].sum() == 48


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_holds_that_another_file_has_in_minutes_of_two_decimals_count_once(tmp_path, names):
    files = (seconds_told(), seconds_told(each=0.6).iloc[20:])
    (row,) = people_of(
        tmp_path, **{f"eva/{name}": rows for name, rows in zip(names, files, strict=True)}
    ).itertuples()
    assert row.n_sessions == 24
    assert "but for rounding as in" in row.why
    sessions = hiplog.Study(tmp_path).each("sessions")
    assert sessions["left_s"].tolist() == sessions["left_s"].round().tolist()
    assert sessions["n_left"].tolist() == [1] * 24


def test_files_that_say_two_things_of_one_hold_are_refused(tmp_path):
    other = seconds_told()
    other.loc[4, "hold_s"] += 10
    (row,) = people_of(tmp_path, **{"eva/a": seconds_told(), "eva/b": other}).itertuples()
    assert row.n_sessions == 0
    assert row.why.startswith(
        "eva: nothing of a.csv, b.csv was taken, for they do not agree, expected one of them"
    )
    assert "hold of 2026-03-06 07:00:13 is " in row.why


def log_of(path, rows):
    path.parent.mkdir(exist_ok=True)
    log = hiplog.Log(path)
    log.add(rows)
    return log


@pytest.mark.parametrize("copy", ["a_copy", "z_copy"])
def test_a_log_counts_and_not_a_copy_of_it_as_it_was_before(tmp_path, copy):
    log = log_of(tmp_path / "bea" / "my_log.sqlite", held(20))
    log.backup(tmp_path / "bea" / f"{copy}.sqlite")
    log.add(held(40).iloc[40:])
    log.change(log.holds()["hold_id"].iloc[0], hold_s=33)
    log.remove([*log.holds()["hold_id"].iloc[2:6]])
    (bea,) = hiplog.Study(tmp_path).people().itertuples()
    assert bea.n_sessions == 40 - 2
    assert bea.why == f"{copy}.sqlite was not read: it is my_log.sqlite as it is or was before"


def test_of_two_logs_that_are_the_same_one_is_read(tmp_path):
    log_of(tmp_path / "bea" / "a.sqlite", held(20)).backup(tmp_path / "bea" / "b.sqlite")
    (bea,) = hiplog.Study(tmp_path).people().itertuples()
    assert (bea.n_sessions, bea.why) == (20, "b.sqlite was not read: it is a.sqlite as it is or was before")


@pytest.mark.parametrize("export", ["export_sept", "z_export"])
def test_what_a_log_has_removed_or_corrected_comes_not_back_from_an_export(tmp_path, export):
    log = log_of(tmp_path / "ann" / "my_log.sqlite", held(20))
    log.export_csv(tmp_path / "ann" / f"{export}.csv")
    log.remove([*log.holds()["hold_id"].iloc[2:6]])
    log.change(log.holds()["hold_id"].iloc[0], hold_s=33)
    (ann,) = hiplog.Study(tmp_path).people().itertuples()
    assert ann.n_sessions == 18
    assert ann.why == f"{export}.csv: 5 holds left out that my_log.sqlite has removed or corrected since"


def test_an_export_that_a_log_has_whole_and_what_is_not_in_it_are_told_nothing_of(tmp_path):
    log = log_of(tmp_path / "ann" / "my_log.sqlite", held(20))
    log.export_csv(tmp_path / "ann" / "export.csv")
    held(30).iloc[40:].to_csv(tmp_path / "ann" / "later.csv", index=False)
    (ann,) = hiplog.Study(tmp_path).people().itertuples()
    assert (ann.n_sessions, pd.isna(ann.why)) == (30, True)


@pytest.mark.parametrize("decimals", [0, 1])
def test_an_export_with_rounded_seconds_is_told_nothing_of_but_what_was_corrected(tmp_path, decimals):
    rows = held(20)
    log = log_of(tmp_path / "ann" / "my_log.sqlite", rows.assign(hold_s=rows["hold_s"] + 0.37))
    path = tmp_path / "ann" / "export.csv"
    log.export_csv(path)
    export = pd.read_csv(path)
    export.assign(hold_s=export["hold_s"].round(decimals)).to_csv(path, index=False)
    assert pd.isna(hiplog.Study(tmp_path).people()["why"].iloc[0])
    log.change(log.holds()["hold_id"].iloc[0], hold_s=33)
    told = "export.csv: 1 hold left out that my_log.sqlite has removed or corrected since"
    assert hiplog.Study(tmp_path).people()["why"].tolist() == [told]


def test_exports_that_do_not_agree_are_refused_by_their_names(tmp_path):
    log = log_of(tmp_path / "log.sqlite", held(20))
    (tmp_path / "people" / "bea").mkdir(parents=True)
    log.export_csv(tmp_path / "people" / "bea" / "a.csv")
    log.change(log.holds()["hold_id"].iloc[0], hold_s=33)
    log.export_csv(tmp_path / "people" / "bea" / "b.csv")
    (bea,) = hiplog.Study(tmp_path / "people").people().itertuples()
    assert bea.n_sessions == 0
    assert bea.why.startswith(
        "bea: nothing of a.csv, b.csv was taken, for they do not agree, expected one of them: "
    )


def test_a_sheet_that_is_a_log_too_is_refused_beside_the_one_that_is_read(tmp_path):
    lines = [
        "CREATE TABLE {0} (day TEXT, lefts REAL, rights REAL);",
        "INSERT INTO {0} VALUES ('2026-03-01', 40, 50);",
    ]
    dump = [line.replace("lefts", '"left"').replace("rights", '"right"') for line in lines]
    text = "\n".join(line.format(table) for table in ("weber", "kurz") for line in dump)
    (tmp_path / "patients.sql").write_text(text)
    (tmp_path / "people.csv").write_text("person,file\npatients,patients.sql\n")
    study = hiplog.Study(tmp_path)
    said = (
        "patients.sql: sheet 'kurz' is a log too and was not read, expected one sheet of holds, or a file for each"
    )
    assert study.people()["why"].tolist() == [said]
    assert study.refused()["expected"].tolist() == [said]
