"""A study as Parquet: whole or not at all, anew only where something changed, with nobody's name."""

import hashlib
import hmac
import stat
import sys

import pandas as pd
import pytest
from diaries import diary
from pandas.testing import assert_frame_equal

import hiplog
from hiplog.study import dataset, dropout, sum_up


@pytest.fixture
def study(tmp_path):
    folder = tmp_path / "people"
    folder.mkdir()
    log = hiplog.Log(folder / "anna.sqlite")
    log.add(diary(20).assign(source="anna.csv"))
    log.add_days(pd.DataFrame({"day": ["2026-03-30"], "pain": [7], "note": ["sore"]}))
    log.add_days(pd.DataFrame({"day": ["2026-03-31"], "note": ["sore again"]}))
    log.set_plan(2, since="2026-03-04")
    log.mark("2026-03-10", "new mattress")
    diary(12).to_csv(folder / "ben.csv", index=False)
    return hiplog.Study(folder)


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.parquet")}


def test_what_was_brought_together_comes_back_whole(study, tmp_path):
    assert len(study.to_dataset(tmp_path / "set", notes=True).written) == 2
    again = hiplog.Study(tmp_path / "set")
    assert_frame_equal(again.people(), study.people())
    assert_frame_equal(again.each("practice"), study.each("practice"))
    record = dataset.read_person(next((tmp_path / "set").glob("*/anna.parquet")))
    log = hiplog.Log(tmp_path / "people" / "anna.sqlite", create=False)
    assert_frame_equal(record.holds, log.holds())
    for name in ("days", "plans", "marks"):
        assert_frame_equal(getattr(record.diary, name), getattr(log.diary(), name))


def test_bringing_it_together_again_writes_only_what_changed(study, tmp_path):
    study.to_dataset(tmp_path / "set")
    before = files(tmp_path / "set")
    assert len(study.to_dataset(tmp_path / "set").written) == 0
    assert files(tmp_path / "set") == before
    hiplog.Log(tmp_path / "people" / "anna.sqlite").add(diary(21))
    assert len(study.to_dataset(tmp_path / "set").written) == 1
    changed = {path.stem for path, content in files(tmp_path / "set").items() if before[path] != content}
    assert changed == {"anna"}


@pytest.mark.parametrize("given", [{}, {"pseudonyms": "key"}])
def test_what_is_there_stays_where_a_file_cannot_be_read_any_more(study, tmp_path, monkeypatch, given):
    monkeypatch.chdir(tmp_path)
    study.to_dataset("set", **given)
    before = files(tmp_path / "set")
    (tmp_path / "people" / "ben.csv").write_text("nothing\n")
    (tmp_path / "people" / "zoe.csv").write_text("nothing\n")
    brought = hiplog.Study("people").to_dataset("set", **given)
    assert (brought.written, brought.unchanged) == ((), ("anna",))
    assert (brought.kept, brought.unread, brought.n_refused) == (("ben",), ("zoe",), 2)
    assert files(tmp_path / "set") == before


def test_what_is_there_of_each_of_several_people_stays_where_a_file_of_them_cannot_be_read(tmp_path):
    folder = tmp_path / "people" / "group"
    folder.mkdir(parents=True)
    for month in (3, 4):
        rows = [f"{who},2026-0{month}-0{day},40,41" for who in ("Anna", "Bob") for day in range(1, 9)]
        (folder / f"{month}.csv").write_text("\n".join(["person,date,left,right", *rows, ""]))
    hiplog.Study(tmp_path / "people").to_dataset(tmp_path / "set")
    (folder / "4.csv").write_text("oops,this\nis,nothing\n")
    told = hiplog.Study(tmp_path / "people").to_dataset(tmp_path / "set")
    assert [told.kept, told.written, told.n_refused] == [("Anna", "Bob"), (), 1]


def test_holds_that_are_gone_from_a_file_are_told_when_the_record_is_replaced(study, tmp_path):
    study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key", shift_dates=True)
    later = diary(10).assign(started_at=lambda rows: rows["started_at"] + pd.Timedelta(days=30))
    rows = pd.concat([diary(12).iloc[:-6], later])[["started_at", "side", "hold_s"]]
    rows.to_csv(tmp_path / "people" / "ben.csv", index=False)
    brought = hiplog.Study(tmp_path / "people").to_dataset(
        tmp_path / "set", pseudonyms=tmp_path / "key", shift_dates=True
    )
    assert (brought.written, brought.fewer) == (("ben",), {"ben": 6})
    hiplog.Log(tmp_path / "people" / "anna.sqlite").add(diary(21))
    again = study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key", shift_dates=True)
    assert (again.written, again.fewer) == (("anna",), {})


def test_what_was_left_out_and_asked_comes_back_from_a_dataset(tmp_path):
    (tmp_path / "people").mkdir()
    names = pd.Series(["Anna", "Anna", "Ben", "Ben"] * 20)
    rows = diary(40)[["started_at", "side", "hold_s"]].assign(mat=names, exercise="hip balance")
    rows.loc[4:9, "exercise"] = "plank"
    rows.to_csv(tmp_path / "people" / "anna.csv", index=False)
    study = hiplog.Study(tmp_path / "people")
    assert study.to_dataset(tmp_path / "set").n_left_out == 6
    again = hiplog.Study(tmp_path / "set")
    assert_frame_equal(again.left_out(), study.left_out())
    assert again.people()["why"].tolist() == study.people()["why"].tolist()
    study.to_dataset(tmp_path / "named_nobody", pseudonyms=tmp_path / "key")
    hidden = hiplog.Study(tmp_path / "named_nobody")
    assert hidden.left_out()[["rows", "what"]].to_numpy().tolist() == [[6, "no hold"]]
    assert hidden.people()["why"].str.contains("something is to be known").all()
    assert b"Ben" not in b"".join(files(tmp_path / "named_nobody").values())


def test_who_is_gone_from_a_study_stays_and_is_told(study, tmp_path):
    study.to_dataset(tmp_path / "set")
    (tmp_path / "people" / "ben.csv").unlink()
    brought = hiplog.Study(tmp_path / "people").to_dataset(tmp_path / "set")
    assert (brought.n_people, brought.gone) == (1, ("ben",))
    assert len(hiplog.Study(tmp_path / "set")) == 2


def test_a_stop_in_between_leaves_each_person_as_before_or_after_and_is_told(study, tmp_path, monkeypatch):
    from pyarrow import parquet

    write, calls = parquet.write_table, []

    def stops_at_the_second(table, where):
        calls.append(where)
        if len(calls) == 2:
            where.write_bytes(b"half")
            raise KeyboardInterrupt
        write(table, where)

    monkeypatch.setattr(parquet, "write_table", stops_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        study.to_dataset(tmp_path / "set")
    monkeypatch.undo()
    with pytest.warns(UserWarning, match="set is not finished: people may be missing in it"):
        assert len(hiplog.Study(tmp_path / "set").people()) == 1
    assert len(study.to_dataset(tmp_path / "set").written) == 1
    assert len(hiplog.Study(tmp_path / "set")) == 2


def test_notes_and_words_are_left_out_unless_asked_for(study, tmp_path):
    study.to_dataset(tmp_path / "set")
    together = b"".join(files(tmp_path / "set").values())
    assert b"mattress" not in together
    assert b"sore" not in together
    diary = dataset.read_person(next((tmp_path / "set").glob("*/anna.parquet"))).diary
    assert diary.days["pain"].tolist() == [7]
    assert diary.plans["plan"].tolist() == [2]
    assert diary.marks.empty


def test_pseudonyms_are_keyed_hashes_and_no_name_stays(study, tmp_path):
    study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key", shift_dates=True)
    key = (tmp_path / "key").read_bytes().strip()
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    names = {path.stem for path in files(tmp_path / "set")}
    assert names == {
        hmac.new(key, f"person:{who}".encode(), hashlib.sha256).hexdigest()[:16] for who in ("anna", "ben")
    }
    assert b"anna" not in b"".join(files(tmp_path / "set").values())


def test_dates_are_moved_by_whole_weeks_one_number_for_each_person(study, tmp_path):
    (tmp_path / "key").write_text(64 * "7")  # by a key of chance two people may have the same number
    study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key", shift_dates=True)
    plain = dict(iter(study.each("sessions").groupby("person")))
    moved = dict(iter(hiplog.Study(tmp_path / "set").each("sessions").groupby("person")))
    shifts = []
    for there in moved.values():
        here = next(group for group in plain.values() if len(group) == len(there))
        by = (here["started_at"].reset_index(drop=True) - there["started_at"].reset_index(drop=True)).unique()
        assert len(by) == 1
        assert by[0] % pd.Timedelta(weeks=1) == pd.Timedelta(0)
        assert pd.Timedelta(weeks=1) <= by[0] <= pd.Timedelta(weeks=52)
        shifts.append(by[0])
    assert len({*shifts}) == 2
    ids = {name for path in files(tmp_path / "set") for name in _ids(tmp_path / "set" / path)}
    assert not ids & set(hiplog.Log(tmp_path / "people" / "anna.sqlite").holds()["hold_id"])


def test_where_dates_were_moved_nobody_says_who_is_active(study, tmp_path):
    study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key", shift_dates=True)
    moved = hiplog.Study(tmp_path / "set")
    for people in (moved.people(), moved.people(today="2026-11-01")):
        assert people["is_shifted"].all()
        assert people[["active", "inactive_since"]].isna().all(axis=None)
        assert sum_up(people, least=2).query("what == 'active'").empty
        assert dropout(people, least=2).empty
    said = " ".join(" ".join(text.get_text() for text in hiplog.plot_dropout(people, least=2).texts).split())
    assert "nobody can say who practises still" in said
    moved.write(tmp_path / "out", least=2)
    page = (tmp_path / "out" / "study.html").read_text()
    assert "not known: each person&#39;s dates were moved" in page
    assert "nobody can say who practises still" in " ".join(page.split())
    assert "Practise still<" not in page.partition("How each number")[0]
    hiplog.Study(tmp_path / "set").to_dataset(tmp_path / "again")
    assert hiplog.Study(tmp_path / "again").people()["is_shifted"].all()


def test_where_dates_were_moved_no_change_of_the_clocks_tells_them(tmp_path):
    (tmp_path / "people").mkdir()
    rows = diary(60)
    summer = rows["started_at"] >= pd.Timestamp("2026-03-29")
    rows["utc_offset_min"] = summer.map({False: 60, True: 120})
    hiplog.Log(tmp_path / "people" / "anna.sqlite").add(rows)
    study = hiplog.Study(tmp_path / "people")
    study.to_dataset(tmp_path / "kept", pseudonyms=tmp_path / "key")
    study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key", shift_dates=True)
    offsets = [
        pd.read_parquet(next((tmp_path / name).glob("*/*.parquet")))["utc_offset_min"] for name in ("kept", "set")
    ]
    assert [of.nunique() for of in offsets] == [2, 0]
    assert hiplog.Study(tmp_path / "set").each("sessions")["started_at"].nunique() == 60
    said = [(tmp_path / name / "README.md").read_text() for name in ("kept", "set")]
    assert ["`utc_offset_min` is missing" in text for text in said] == [False, True]


def _ids(path):
    return pd.read_parquet(path)[["hold_id", "session_id"]].stack().dropna()


def test_the_same_key_gives_the_same_names_and_another_key_others(study, tmp_path):
    for name, key in (("one", "key"), ("two", "key"), ("three", "other")):
        study.to_dataset(tmp_path / name, pseudonyms=tmp_path / key)
    one, two, three = ({p.stem for p in files(tmp_path / name)} for name in ("one", "two", "three"))
    assert one == two
    assert not one & three


@pytest.mark.parametrize("given", [{"pseudonyms": "other"}, {}, {"pseudonyms": "key", "notes": True}])
def test_nobody_is_in_a_dataset_twice_under_two_disguises(study, tmp_path, monkeypatch, given):
    monkeypatch.chdir(tmp_path)
    study.to_dataset("set", pseudonyms="key")
    before = files(tmp_path / "set")
    with pytest.raises(hiplog.LogError, match="was made with another key, or another choice of dates or notes"):
        study.to_dataset("set", **given)
    assert files(tmp_path / "set") == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"shift_dates": True}, "there is no key"),
        ({"pseudonyms": "short"}, "it is no key that hiplog made, expected 64"),
        ({"pseudonyms": "people/ben.csv"}, "is where the logs are, expected a key that is kept elsewhere"),
        ({"pseudonyms": "people/key.txt"}, "is where the logs are, expected a key that is kept elsewhere"),
    ],
)
def test_what_cannot_be_disguised_is_refused(study, tmp_path, monkeypatch, given, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "short").write_text("1234")
    with pytest.raises(hiplog.LogError, match=said):
        study.to_dataset(tmp_path / "set", **given)


def test_a_folder_with_other_things_in_it_is_no_place_for_a_dataset(study, tmp_path):
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "mine.txt").write_text("mine")
    with pytest.raises(hiplog.LogError, match="has other things in it, expected a new folder or a dataset"):
        study.to_dataset(tmp_path / "set")


def test_a_parquet_file_of_somebody_elses_is_no_record(study, tmp_path):
    study.to_dataset(tmp_path / "set")
    foreign = tmp_path / "set" / "bucket=00" / "x.parquet"
    foreign.parent.mkdir(exist_ok=True)
    pd.DataFrame({"a": [1]}).to_parquet(foreign)
    people = hiplog.Study(tmp_path / "set").people().set_index("person")
    assert "no record that hiplog wrote" in people.loc["x", "why"]


def test_the_data_dictionary_says_what_each_column_holds(study, tmp_path):
    study.to_dataset(tmp_path / "set")
    text = (tmp_path / "set" / "README.md").read_text()
    record = next((tmp_path / "set").glob("*/anna.parquet"))
    for name in pd.read_parquet(record).columns:
        assert (f"`{name}`" in text) == (name not in ("note", "words"))


def test_a_key_is_never_within_the_dataset_that_it_hides(study, tmp_path):
    with pytest.raises(hiplog.LogError, match="expected a key that is kept elsewhere"):
        study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "set" / "key")
    assert not (tmp_path / "set").exists()


def test_when_disguised_files_were_written_says_nothing_of_whose_they_are(study, tmp_path):
    study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key")
    written = [path for path in (tmp_path / "set").rglob("*") if path.name != "README.md"]
    assert len(written) == 4
    assert len({path.stat().st_mtime_ns for path in written}) == 1


def test_a_record_of_which_not_one_hold_is_left_is_somebody_elses_and_stays(study, tmp_path):
    study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key")
    before = files(tmp_path / "set")
    other = tmp_path / "clinic b"
    other.mkdir()
    diary(30).to_csv(other / "ben.csv", index=False)
    brought = hiplog.Study(other).to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key")
    assert (brought.another, brought.written) == (("ben",), ())
    assert files(tmp_path / "set") == before


def test_who_has_one_hold_left_of_those_that_are_there_is_the_same_person(study, tmp_path):
    study.to_dataset(tmp_path / "set")
    rows = diary(12)
    rows.loc[1:, "hold_s"] = 33.3
    rows.drop(columns=["hold_id", "ended"]).to_csv(tmp_path / "people" / "ben.csv", index=False)
    brought = hiplog.Study(tmp_path / "people").to_dataset(tmp_path / "set")
    assert (brought.another, brought.written, brought.fewer) == ((), ("ben",), {"ben": 23})


def test_of_whom_there_is_something_to_know_is_named(tmp_path):
    (tmp_path / "people" / "fam").mkdir(parents=True)
    for name, days, later in (
        ("fam/Anna", 20, 0),
        ("fam/Ben", 22, 3),
        ("cleo", 30, 0),
        ("dora", 30, 0),
        ("emil", 40, 0),
    ):
        rows = diary(days)[["started_at", "side", "hold_s"]]
        rows["started_at"] += pd.Timedelta(hours=later)
        rows.to_csv(tmp_path / "people" / f"{name}.csv", index=False)
    assert hiplog.Study(tmp_path / "people").to_dataset(tmp_path / "set").to_know == ("cleo", "dora", "fam")


def test_an_example_stays_one_in_a_dataset(tmp_path):
    diary(30).assign(source="example").to_csv(tmp_path / "ann.csv", index=False)
    hiplog.Study(tmp_path / "ann.csv").to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key")
    assert hiplog.Study(tmp_path / "set").people()["is_example"].tolist() == [True]


@pytest.mark.parametrize("dataset", ["set", "full", "full/notes/set", "people/set", "people", "link", "link/set"])
def test_a_run_that_is_refused_leaves_nothing_behind(study, tmp_path, monkeypatch, dataset):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes").write_text("of something else")
    (tmp_path / "link").symlink_to("nothing")
    study.to_dataset("set", pseudonyms="key")
    before = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")}
    with pytest.raises(hiplog.LogError, match=r"to_dataset: .*, expected "):
        study.to_dataset(dataset, pseudonyms="another")
    assert {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_no_key_is_made_where_the_folder_cannot_be(study, tmp_path, monkeypatch):
    def mkdir(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", mkdir)
    with pytest.raises(
        hiplog.LogError, match=r"cannot be made \(Permission denied\), expected a folder to write in"
    ):
        study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key")
    assert [path.name for path in tmp_path.iterdir()] == ["people"]


def test_no_folder_is_left_where_the_key_cannot_be_kept(study, tmp_path):
    with pytest.raises(hiplog.LogError, match="the key could not be made"):
        study.to_dataset(tmp_path / "new" / "set", pseudonyms=tmp_path / "gone" / "key")
    assert [path.name for path in tmp_path.iterdir()] == ["people"]


def test_no_key_is_made_where_pyarrow_is_not_installed(study, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(hiplog.LogError, match="a dataset needs pyarrow"):
        study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key")
    assert [path.name for path in tmp_path.iterdir()] == ["people"]


def test_a_dataset_never_lies_among_the_logs_where_it_would_be_read_as_people(study, tmp_path):
    said = "set is where the logs are, expected a folder elsewhere for the dataset"
    with pytest.raises(hiplog.LogError, match=said):
        study.to_dataset(tmp_path / "people" / "set")


def test_a_dataset_that_was_stopped_before_anybody_was_written_is_gone_on_with(study, tmp_path, monkeypatch):
    def stops(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("hiplog.study.bringing.write_person", stops)
    with pytest.raises(KeyboardInterrupt):
        study.to_dataset(tmp_path / "set")
    monkeypatch.undo()
    assert len(study.to_dataset(tmp_path / "set").written) == 2


def test_a_dataset_whose_readme_was_cut_to_nothing_is_gone_on_with(study, tmp_path):
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "README.md").touch()
    assert len(study.to_dataset(tmp_path / "set").written) == 2
    assert len(hiplog.Study(tmp_path / "set")) == 2
    (tmp_path / "set" / "README.md").write_bytes(b"")
    with pytest.warns(UserWarning, match="set is not finished: people may be missing in it"):
        hiplog.Study(tmp_path / "set")
    assert len(study.to_dataset(tmp_path / "set").unchanged) == 2
    assert len(hiplog.Study(tmp_path / "set")) == 2


@pytest.mark.parametrize("others", [{"README.md": "mine"}, {"README.md": "", "a.txt": "mine"}, {"notes.md": ""}])
def test_a_folder_with_a_readme_of_something_else_is_no_place_for_a_dataset(study, tmp_path, others):
    (tmp_path / "set").mkdir()
    for name, text in others.items():
        (tmp_path / "set" / name).write_text(text)
    with pytest.raises(hiplog.LogError, match="has other things in it, expected a new folder or a dataset"):
        study.to_dataset(tmp_path / "set")


def test_a_readme_that_somebody_wrote_anew_says_nothing_of_a_dataset_that_is_whole(study, tmp_path):
    study.to_dataset(tmp_path / "set")
    (tmp_path / "set" / "README.md").write_text("Of our clinic.\n")
    assert len(hiplog.Study(tmp_path / "set")) == 2
    (tmp_path / "set" / "README.md").unlink()
    assert len(hiplog.Study(tmp_path / "set")) == 2


def test_a_key_beside_a_file_of_a_study_is_not_named_as_a_log_is(tmp_path):
    diary(30).to_csv(tmp_path / "anna.csv", index=False)
    study = hiplog.Study(tmp_path / "anna.csv")
    with pytest.raises(hiplog.LogError, match="is where the logs are, expected a key that is kept elsewhere"):
        study.to_dataset(tmp_path / "set", pseudonyms=tmp_path / "key.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["anna.csv"]
    (tmp_path / "keys").mkdir()
    for key in ("key", "keys/key.txt"):
        assert len(study.to_dataset(tmp_path / f"set of {key}", pseudonyms=tmp_path / key).written) == 1
