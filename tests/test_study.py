"""Many people's logs: each by itself, with the numbers that they would see alone."""

import re
import warnings
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from shutil import copyfile

import numpy as np
import pandas as pd
import pytest
from diaries import diary
from pandas.testing import assert_frame_equal

import hiplog
from hiplog.dates import clock
from hiplog.study import example_study
from hiplog.study.people import COLUMNS
from hiplog.study.shared import sample, shared

ALONE = ["person", "why"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Four people: a log, two files, a folder with two overlapping files; and one file that is no log."""
    folder = tmp_path_factory.mktemp("people")
    log = hiplog.Log(folder / "anna.sqlite")
    log.add(diary(80))
    log.add_days(pd.DataFrame({"day": ["2026-03-20"], "pain": [7], "reason": ["pain"]}))
    log.set_plan(2, since="2026-03-04")
    diary(70, sides=("left",)).to_csv(folder / "ben.csv", index=False)
    diary(64, typical_s=(150, 150)).to_csv(folder / "cleo.csv", index=False)
    (folder / "dora").mkdir()
    whole = diary(75)
    whole.iloc[:90].to_csv(folder / "dora" / "first.csv", index=False)
    whole.iloc[60:].to_csv(folder / "dora" / "second.csv", index=False)
    (folder / "emil.csv").write_text("oops,this\nis,nothing\n")
    (folder / "notes.pdf").write_text("no log")
    return folder


@pytest.fixture(scope="module")
def study(folder):
    return hiplog.Study(folder)


@pytest.fixture(scope="module")
def people(study):
    return study.people()


def test_people_are_the_files_and_folders_by_their_names(study, people):
    assert people["person"].tolist() == ["anna", "ben", "cleo", "dora", "emil"]
    assert len(study) == 5
    assert dict(people.dtypes.astype(str)) == COLUMNS


def test_days_of_one_side_alone_are_days_of_part_of_a_session(people):
    ben = people.set_index("person").loc["ben"]
    assert (ben["n_sessions"], ben["days_done"], ben["days_part"]) == (70, 0, 70)
    assert people.set_index("person").loc["dora", "days_part"] == 0


def test_what_two_files_of_one_person_share_counts_once(people):
    dora = people.set_index("person").loc["dora"]
    assert dora["n_sessions"] == 75
    assert dora["days_done"] == 75


def test_a_file_that_cannot_be_read_stops_nothing_and_is_told(people, study):
    emil = people.set_index("person").loc["emil"]
    assert "emil.csv: no column could be a date" in emil["why"]
    assert emil["n_sessions"] == 0
    assert pd.isna(emil["active"])
    assert study.refused()["person"].tolist() == ["emil"]


def test_a_person_is_measured_as_alone(folder, study, people):
    log = hiplog.Log(folder / "anna.sqlite", create=False)
    anna = people.set_index("person").loc["anna"]
    now = hiplog.typical_hold(log).set_index("side")
    assert anna["left_now_s"] == now.loc["left", "median_s"]
    assert anna["right_now_high_s"] == now.loc["right", "high_s"]
    assert anna["right_now_seen_s"] == now.loc["right", "seen_s"] == 120
    then = hiplog.typical_hold(log, until="2026-03-31").set_index("side")
    assert anna["left_then_s"] == then.loc["left", "median_s"]
    assert anna["balance_pct_now"] == hiplog.balance(log)["balance_pct"].iloc[-1]
    assert anna["balance_pct_then"] == hiplog.balance(log, until="2026-03-31")["balance_pct"].iloc[-1]
    assert anna["left_slope_s_per_week"] == hiplog.trend(log, days=None)["slope_s_per_week"].iloc[0]
    spans = [("2026-03-04", "2026-03-31"), ("2026-04-25", "2026-05-22")]
    change = hiplog.compare(log, spans=spans).set_index(["what", "side"]).loc[("typical", "left")]
    assert anna["left_change_pct"] == change["change"]
    assert anna["left_change_low_pct"] == change["low"]
    assert anna["days_meant"] == 80
    assert anna["pain_known_days"] == 80


@pytest.mark.parametrize("person", range(10))
def test_a_study_says_the_numbers_that_the_persons_own_summary_has(ten, person):
    folder, rows = ten
    row = rows.iloc[person]
    holds = hiplog.read_log(folder / f"{row['person']}.csv").holds
    text = str(hiplog.summary(holds, today=row["last_day"]))
    if np.isfinite(row["left_now_s"]):
        for side in ("left", "right"):
            now, low, high = (row[f"{side}_now_{end}"] for end in ("s", "low_s", "high_s"))
            assert f" for {clock(now)} ({clock(low)} to {clock(high)})" in text
    assert f"A day's first pain was typically {row['pain_now']:g} of 10" in text
    if row["verdict_now"].endswith("_longer"):
        other = {"left": "right", "right": "left"}[row["verdict_now"].split("_")[0]]
        shorter = f"{other} was {abs(row['balance_pct_now']):.0f} % shorter"
        assert f"{row['verdict_now'].replace('_', ' ')}: {shorter}" in text


@pytest.fixture(scope="module")
def ten(tmp_path_factory):
    folder = example_study(tmp_path_factory.mktemp("ten"), people=10, days=180)
    return folder, hiplog.Study(folder).people()


@pytest.mark.parametrize("measure", ["balance", "practice", "typical_hold", "pain_days", "sessions", "trend"])
def test_each_gives_the_frame_that_one_has_alone(folder, study, measure):
    rows = study.each(measure)
    log = hiplog.Log(folder / "anna.sqlite", create=False)
    theirs = rows[rows["person"] == "anna"].drop(columns=ALONE).reset_index(drop=True)
    assert_frame_equal(theirs, getattr(hiplog, measure)(log), check_dtype=False)
    assert rows["person"].drop_duplicates().tolist() == ["anna", "ben", "cleo", "dora", "emil"]
    assert rows[rows["person"] == "emil"]["why"].str.contains("emil.csv").tolist() == [True]


def test_a_row_without_numbers_makes_no_whole_numbers_floats(study):
    assert study.each("balance")["n_left"].dtype == "Int64"


def test_processes_give_the_same_to_the_last_bit(study, people):
    done = []
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert_frame_equal(study.people(executor, progress=done.append), people)
    assert sum(done) == 5


def test_an_executor_is_asked_for_no_more_than_a_few_people_ahead(study, people, monkeypatch):
    monkeypatch.setattr("hiplog.study.work._FEWEST", 1)
    monkeypatch.setattr("hiplog.study.work._AHEAD", 2)
    waiting, most = 0, 0

    class Counting(ThreadPoolExecutor):
        def submit(self, *work, **given):
            nonlocal waiting, most
            waiting += 1
            most = max(most, waiting)
            return super().submit(*work, **given)

    def done(n):
        nonlocal waiting
        waiting -= n

    with Counting(1) as executor:
        assert_frame_equal(study.people(executor, progress=done), people)
    assert (waiting, most) == (0, 3)


def test_a_file_that_tells_people_apart_is_as_many_people(tmp_path):
    both = pd.concat([diary(60).assign(person="Ben"), diary(70).assign(person="Anna")])
    file = tmp_path / "all.csv"
    both.drop(columns=["hold_id", "session_id"]).to_csv(file, index=False)
    study = hiplog.Study(file)
    assert len(study) == 2
    people = study.people().set_index("person")
    assert people["n_sessions"].to_dict() == {"Anna": 70, "Ben": 60}
    in_a_folder = hiplog.Study(tmp_path).people()
    assert in_a_folder["person"].tolist() == ["Anna", "Ben"]


def test_two_holds_of_a_side_at_one_moment_are_no_one_persons(tmp_path):
    both = pd.concat([diary(60), diary(60, typical_s=(30, 31))])
    both[["started_at", "side", "hold_s"]].to_csv(tmp_path / "all.csv", index=False)
    (row,) = hiplog.Study(tmp_path).people().itertuples()
    assert row.n_sessions == 0
    assert "at 120 moments one side is held twice, as of several people" in row.why


def test_a_refused_row_is_that_persons_whom_it_names(tmp_path):
    two_in_a_file(tmp_path / "all.csv", "person", "Anna", "Ben")
    rows = pd.read_csv(tmp_path / "all.csv", dtype="str")
    rows.loc[[3, 130, 131], "hold_s"] = "oops"
    rows.loc[7, ["hold_s", "person"]] = ["oops", ""]
    rows.loc[len(rows)] = rows.loc[3].replace({"Anna": "Cleo"})
    rows.to_csv(tmp_path / "all.csv", index=False)
    study = hiplog.Study(tmp_path)
    people = study.people().set_index("person")
    assert people["n_rows_refused"].to_dict() == {"Anna": 1, "Ben": 2, "Cleo": 1}
    assert people["n_sessions"].to_dict() == {"Anna": 60, "Ben": 69, "Cleo": 0}
    assert people.loc["Anna", "why"] == "all.csv: 1 row could not be read and named nobody, the first of them 9"
    assert not people.drop("Anna")["why"].str.contains("named nobody").any()
    refused = study.refused().dropna(subset="row").fillna({"person": ""})
    assert list(zip(refused["person"], refused["row"], strict=True)) == [
        ("Anna", 5), ("", 9), ("Ben", 132), ("Ben", 133), ("Cleo", 262),
    ]  # fmt: skip


def two_in_a_file(path, header, *names):
    parts = [diary(n).assign(**{header: name}) for n, name in zip((60, 70), names, strict=True)]
    pd.concat(parts).drop(columns=["hold_id", "session_id"]).to_csv(path, index=False)


def test_a_flat_export_of_redcap_is_read(tmp_path):
    rows = [
        f"{record},daily_hold,{n},2026-03-{4 + n:02d} 07:10,{side},{60 + n + 10 * record},3"
        for record in (1, 2)
        for n in range(20)
        for side in ("left", "right")
    ]
    head = "record_id,redcap_repeat_instrument,redcap_repeat_instance,date,side,hold_s,pain_before"
    (tmp_path / "flat.csv").write_text("\n".join([head, *rows]))
    people = hiplog.Study(tmp_path / "flat.csv").people()
    assert people["person"].tolist() == ["1", "2"]
    assert people["left_now_s"].round(-1).tolist() == [80, 90]


def test_people_csv_says_who_takes_part(tmp_path):
    diary(60).to_csv(tmp_path / "a.csv", index=False)
    (tmp_path / "people.csv").write_text("person,file,plan,group,start\nAnna,a.csv,2,clinic,2026-04-01\n")
    study = hiplog.Study(tmp_path)
    (anna,) = study.people().itertuples()
    assert (anna.person, anna.group, anna.first_day) == ("Anna", "clinic", pd.Timestamp("2026-04-01"))
    assert (study.each("practice")["planned"] == 2).all()
    assert study.each("practice")["day"].min() == pd.Timestamp("2026-04-01")
    assert (study.each("practice", plan=3)["planned"] == 3).all()


def _export(folder, *people):
    rows = [diary(40 + i).assign(person=person) for i, person in enumerate(people)]
    pd.concat(rows).drop(columns=["hold_id", "session_id"], errors="ignore").to_csv(
        folder / "all.csv", index=False
    )


def test_people_csv_has_the_groups_of_people_who_are_in_one_file(tmp_path):
    _export(tmp_path, "P1", "P2", "P3")
    diary(33).to_csv(tmp_path / "own.csv", index=False)
    listed = ["person,file,group,plan,start", "P2,all.csv,b,2,", "own,own.csv,b,,", "P1,all.csv,a,,2026-03-10"]
    (tmp_path / "people.csv").write_text("\n".join(listed))
    study = hiplog.Study(tmp_path)
    people = study.people().set_index("person")
    assert len(study) == 3
    assert people["group"].to_dict() == {"P2": "b", "P1": "a", "own": "b"}
    assert people.loc[["P1", "P2"], "n_sessions"].tolist() == [40 - 6, 41]
    assert people.loc["P1", "first_day"] == pd.Timestamp("2026-03-10")
    assert study.each("practice").set_index("person").loc["P2", "planned"].eq(2).all()
    left = study.left_out().dropna(subset="person")
    assert left["what"].tolist() == ["P3 is in no row of people.csv"]
    assert study.refused().empty


def test_who_is_listed_with_a_file_that_does_not_name_them_is_told(tmp_path):
    _export(tmp_path, "P1", "P2")
    (tmp_path / "people.csv").write_text("person,file\nP1,all.csv\np2,all.csv\n")
    people = hiplog.Study(tmp_path).people().set_index("person")
    assert people.loc["P1", "n_sessions"] == 40
    assert people.loc["p2", "why"].startswith("all.csv: no row of it names p2")


def test_a_file_that_is_listed_as_several_peoples_must_tell_them_apart(tmp_path):
    diary(33).to_csv(tmp_path / "own.csv", index=False)
    (tmp_path / "people.csv").write_text("person,file\nP1,own.csv\nP2,own.csv\n")
    people = hiplog.Study(tmp_path).people()
    assert people["n_sessions"].tolist() == [0, 0]
    assert (
        people["why"].str.contains("own.csv: nothing in it tells people apart, expected a column 'person'").any()
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("person,plan\nAnna,1\n", "its columns are person, plan, expected person and file"),
        ("person,file\nAnna,a.csv\nAnna,a.csv\n", "Anna is there more than once"),
        ("person,file,plan\nAnna,a.csv,4\n", "row 2: plan is '4', expected a whole number from 1 to 3"),
        ("person,file,start\nAnna,a.csv,spring\n", "row 2: start is 'spring', expected a date like"),
        ("person,file,group\nAnna,a.csv,everyone\n", "row 2: group is 'everyone', which stands for all"),
        ("person,file\nAnna,\n", "row 2: person is 'Anna' and file is None, expected both"),
        ("person,file\n\n", "nobody is listed in it, expected a row for each person below its header"),
    ],
)
def test_what_is_wrong_in_people_csv_is_said(tmp_path, text, said):
    (tmp_path / "people.csv").write_text(text)
    with pytest.raises(hiplog.LogError, match=said):
        hiplog.Study(tmp_path)


def test_a_file_that_is_not_there_is_told_with_its_person(tmp_path):
    (tmp_path / "people.csv").write_text("person,file\nAnna,gone.csv\n")
    (anna,) = hiplog.Study(tmp_path).people().itertuples()
    assert "gone.csv" in anna.why


def test_what_is_told_names_no_folder_of_the_computer(tmp_path):
    (tmp_path / "people" / "anna").mkdir(parents=True)
    for file in ("people/anna/a.csv", "elsewhere.csv"):
        two_in_a_file(tmp_path / file, "name", "1", "2")
    rows = ["Anna,anna", "Ben,../elsewhere.csv", f"Cleo,{tmp_path / 'elsewhere.csv'}", "Dora,gone.csv"]
    (tmp_path / "people" / "people.csv").write_text("\n".join(["person,file", *rows]))
    study = hiplog.Study(tmp_path / "people")
    files = study.write(tmp_path / "out")
    assert not [file.name for file in files if str(tmp_path).encode() in file.read_bytes()]
    begins = [
        "anna/a.csv: 'name' is",
        "../elsewhere.csv: 'name'",
        "elsewhere.csv: 'name'",
        "gone.csv is not there",
    ]
    assert all(why.startswith(begin) for why, begin in zip(study.people()["why"], begins, strict=True))


def test_two_files_of_one_name_are_asked_about(tmp_path):
    for name in ("anna.csv", "anna.tsv"):
        (tmp_path / name).write_text("date,left,right\n2026-03-04,50,60\n")
    with pytest.raises(hiplog.LogError, match=r"anna\.csv and anna\.tsv in .* have one name"):
        hiplog.Study(tmp_path)


def test_two_places_that_give_one_name_are_refused(tmp_path):
    (tmp_path / "people").mkdir()
    two_in_a_file(tmp_path / "people" / "z.csv", "person", "kim", "lee")
    diary(60).to_csv(tmp_path / "people" / "kim.csv", index=False)
    study = hiplog.Study(tmp_path / "people")
    for ask in (study.people, lambda: study.each("balance"), study.refused, lambda: study.write(tmp_path / "out")):
        with pytest.raises(hiplog.LogError, match=r"kim is in kim\.csv and in z\.csv, expected another name"):
            ask()
    with pytest.raises(hiplog.LogError, match=r"kim is in kim\.csv and in z\.csv"):
        study.to_dataset(tmp_path / "set")
    assert not (tmp_path / "out").exists()


def test_no_study_is_where_nothing_is(tmp_path):
    with pytest.raises(hiplog.LogError, match="has no file that could be a log"):
        hiplog.Study(tmp_path)
    with pytest.raises(hiplog.LogError, match="is not there, expected a folder"):
        hiplog.Study(tmp_path / "gone")


@pytest.mark.parametrize("measure", ["plot_balance", "nonsense", 5, "pd"])
def test_only_a_measure_is_a_measure(study, measure):
    with pytest.raises(hiplog.LogError, match="expected a measure of hiplog, like 'balance'"):
        study.each(measure)


def test_who_is_active_is_told_of_the_studys_last_day_or_of_today(study, people):
    active = people.set_index("person")["active"]
    assert active.dropna().to_dict() == {"anna": True, "ben": True, "cleo": False, "dora": True}
    later = study.people(today="2026-12-01").set_index("person")
    assert not later["active"].dropna().any()
    assert later.loc["anna", "inactive_since"] == pd.Timestamp("2026-05-22")
    assert study.people(today="2026-12-01", idle_days=300)["active"].dropna().all()


def test_a_day_to_come_makes_nobody_inactive_and_is_told(tmp_path):
    today = pd.Timestamp.today().normalize()
    for name in ("anna", "ben"):
        rows = diary(60 + len(name))
        rows["started_at"] += today - rows["started_at"].max().normalize()
        if name == "ben":
            rows.loc[rows.index[-1], "started_at"] += pd.Timedelta(days=200)
        rows[["started_at", "side", "hold_s"]].to_csv(tmp_path / f"{name}.csv", index=False)
    people = hiplog.Study(tmp_path).people().set_index("person")
    assert people["active"].all()
    assert people.loc["ben", "why"].startswith("1 hold on a day to come, up to ")
    assert pd.isna(people.loc["anna", "why"])


def test_a_year_mistyped_ahead_makes_nobody_else_inactive(tmp_path):
    for name in ("anna", "ben"):
        rows = diary(60 + len(name))[["started_at", "side", "hold_s"]]
        if name == "ben":
            rows.loc[20, "started_at"] += pd.DateOffset(years=10)
        rows.to_csv(tmp_path / f"{name}.csv", index=False)
    people = hiplog.Study(tmp_path).people().set_index("person")
    assert people["active"].tolist() == [True, True]
    assert not hiplog.Study(tmp_path).people(today="2026-07-01")["active"].any()


@pytest.mark.parametrize("years", [-10, -100])
def test_a_hold_years_away_from_all_others_is_told(tmp_path, years):
    rows = diary(60)[["started_at", "side", "hold_s"]]
    rows.loc[20, "started_at"] += pd.DateOffset(years=years)
    rows.to_csv(tmp_path / "anna.csv", index=False)
    (anna,) = hiplog.Study(tmp_path).people().itertuples()
    day = rows["started_at"].min().date()
    assert anna.why == f"1 hold on {day}, a year and more from all others: was the year mistyped?"


def test_a_long_pause_is_no_year_that_was_mistyped(tmp_path):
    rows = diary(60)[["started_at", "side", "hold_s"]]
    rows.loc[:39, "started_at"] -= pd.DateOffset(years=2)
    rows.to_csv(tmp_path / "anna.csv", index=False)
    assert hiplog.Study(tmp_path).people()["why"].isna().all()


def test_the_page_says_of_which_days_it_tells_who_practises_still(study, tmp_path):
    study.write(tmp_path / "a", idle_days=40)
    study.write(tmp_path / "b", today="2026-06-01")
    said = [(tmp_path / name / "study.html").read_text(encoding="utf-8") for name in "ab"]
    assert "Who had a session in the last 40 days of the study." in said[0]
    assert "Who had a session in the last 14 days up to 1 Jun 2026." in said[1]


def test_a_start_after_the_last_hold_is_told(tmp_path):
    diary(60).to_csv(tmp_path / "a.csv", index=False)
    (tmp_path / "people.csv").write_text("person,file,start\nAnna,a.csv,2027-01-01\n")
    assert hiplog.Study(tmp_path).people()["why"].tolist() == ["no hold of hip_balance since 2027-01-01"]


def test_today_is_no_day_before_all_holds(study):
    with pytest.raises(hiplog.LogError, match="today is 2026-01-01, and the first hold of anybody"):
        study.people(today="2026-01-01")


def test_the_same_holds_of_two_people_are_told(tmp_path):
    for name, days in (("anna", 60), ("ben", 60), ("cleo", 61)):
        diary(days).to_csv(tmp_path / f"{name}.csv", index=False)
    why = hiplog.Study(tmp_path).people().set_index("person")["why"]
    assert why["anna"] == "the same holds as ben: each is counted"
    assert why["ben"] == "the same holds as anna: each is counted"
    assert pd.isna(why["cleo"])


def test_holds_of_which_another_has_a_part_are_told(tmp_path):
    anna, other = diary(60), diary(61)
    parts = {"anna": anna, "ben": pd.concat([anna.iloc[:72], other.iloc[72:]]), "cleo": diary(62)}
    for name, rows in parts.items():
        rows[["started_at", "side", "hold_s"]].to_csv(tmp_path / f"{name}.csv", index=False)
    why = hiplog.Study(tmp_path).people().set_index("person")["why"]
    assert re.fullmatch(
        r"some 6\d % of the holds that can be compared are ben's too: each is counted", why["anna"]
    )
    assert re.fullmatch(
        r"some \d\d % of the holds that can be compared are anna's too: each is counted", why["ben"]
    )
    assert pd.isna(why["cleo"])


def test_who_begins_at_the_same_minute_and_rounds_shares_no_holds(tmp_path):
    for number in range(5):
        rows = diary(60 + number)[["started_at", "side", "hold_s"]]
        rows.assign(hold_s=rows["hold_s"].round(-1)).to_csv(tmp_path / f"p{number}.csv", index=False)
    assert hiplog.Study(tmp_path).people()["why"].isna().all()


def test_of_many_holds_some_tell_how_many_are_anothers():
    rng = np.random.default_rng(2)
    held = pd.DataFrame({"started_at": pd.date_range("2026-01-01T07:00:11", periods=3000, freq="7h7s")})
    held = held.assign(side="left", hold_s=rng.uniform(20, 90, 3000).round(1), target_s=120.0)
    mixed = held.assign(hold_s=held["hold_s"].where(held.index < 1800, 5.0))
    shares = {(one, other): share for one, other, share in shared([sample(held), sample(mixed), None])}
    assert {*shares} == {(0, 1), (1, 0)}
    assert 0.5 < shares[0, 1] < 0.7
    assert 0.5 < shares[1, 0] < 0.7


def test_somebody_may_be_called_na(tmp_path):
    (tmp_path / "people").mkdir()
    for name in "abc":
        diary(2).to_csv(tmp_path / "people" / f"{name}.csv", index=False)
    rows = ("NA,a.csv,None", "nan , b.csv ,NA", "null,c.csv, ")
    (tmp_path / "people" / "people.csv").write_text("\n".join(["person,file,group", *rows]))
    study = hiplog.Study(tmp_path / "people")
    study.to_dataset(tmp_path / "set")
    for people in (study.people(), hiplog.Study(tmp_path / "set").people()):
        groups = people.set_index("person")["group"]
        assert groups.dropna().to_dict() == {"NA": "None", "nan": "NA"}
        assert pd.isna(groups["null"])


def test_the_hook_for_progress_hears_of_everyone(study):
    done = []
    study.each("sessions", progress=done.append)
    assert sum(done) == len(study)


def test_one_side_and_all_capped_have_what_can_be_told(people):
    rows = people.set_index("person")
    assert np.isnan(rows.loc["ben", "right_now_s"])
    assert np.isfinite(rows.loc["ben", "left_slope_s_per_week"])
    assert np.isnan(rows.loc["cleo", "left_change_pct"])


def test_people_of_a_few_holds_without_pain_have_a_row_each(tmp_path):
    folder = tmp_path / "people"
    folder.mkdir()
    for name in ("anna", "ben"):
        diary(2).assign(note=None, pain_before=np.nan, pain_after=np.nan).to_csv(folder / f"{name}.csv")
    rows = hiplog.Study(folder).people()
    assert rows["n_sessions"].tolist() == [2, 2]
    assert rows[["pain_then", "pain_now"]].isna().all(axis=None)
    assert hiplog.Study(folder).write(tmp_path / "out")


def test_a_study_says_what_it_is(study, folder: Path):
    assert repr(study) == f"Study({str(folder)!r}): 5 people"


def test_a_link_to_where_it_lies_in_is_not_followed_and_a_folder_of_hidden_files_is_told(tmp_path):
    (tmp_path / "anna").mkdir()
    (tmp_path / "ben").mkdir()
    (tmp_path / "ben" / ".DS_Store").touch()
    diary(9).to_csv(tmp_path / "anna" / "log.csv", index=False)
    (tmp_path / "again").symlink_to(tmp_path)
    study = hiplog.Study(tmp_path)
    assert [study.people()["person"].tolist(), study.left_out()["file"].tolist()] == [["anna"], ["ben"]]


def test_a_sheet_that_has_no_log_is_told_among_what_was_left_out(tmp_path):
    copyfile(Path(__file__).parent / "logs" / "good" / "book.xlsx", tmp_path / "anna.xlsx")
    assert "sheet 'About' has no log" in hiplog.Study(tmp_path).left_out()["what"].tolist()


def measure_that_warns(log):
    for _ in range(2):
        warnings.warn("nothing in these days", UserWarning, stacklevel=1)
    warnings.warn("a column goes", FutureWarning, stacklevel=1)
    return hiplog.typical_hold(log)


def test_what_a_measure_warns_of_is_said_once_and_warnings_of_other_kinds_are_given_on(tmp_path):
    diary(30).to_csv(tmp_path / "anna.csv", index=False)
    with pytest.warns(FutureWarning, match="a column goes") as given:
        rows = hiplog.Study(tmp_path).each(measure_that_warns)
    assert [one.category for one in given] == [FutureWarning]
    assert rows["why"].unique().tolist() == ["nothing in these days"]
