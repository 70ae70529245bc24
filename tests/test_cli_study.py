"""The command on many people's logs."""

import csv

import pandas as pd
import pytest
from click.testing import CliRunner
from diaries import diary

from hiplog.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people").mkdir()
    diary(30).to_csv(tmp_path / "people" / "anna.csv", index=False)
    diary(12).to_csv(tmp_path / "people" / "=ben.csv", index=False)
    return lambda *args: CliRunner().invoke(main, ["study", *map(str, args)])


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_tables_and_a_page_are_written(run, tmp_path):
    result = run("people", "--least", "2")
    assert result.exit_code == 0, result.output
    out = tmp_path / "people_study"
    assert [row["person"] for row in rows(out / "people.csv")] == ["'=ben", "anna"]
    assert {row["person"] for row in rows(out / "typical_hold.csv")} == {"'=ben", "anna"}
    assert rows(out / "refused.csv") == []
    assert rows(out / "sum_up.csv")[0]["n_people"] == "2"
    page = (out / "study.html").read_text()
    assert "2, 2 of them with holds" in page
    assert "<script" not in page
    assert all(str(out / name) in result.stdout for name in ("people.csv", "balance.csv", "study.html"))


def test_doing_it_again_replaces_its_own_files_and_no_others(run, tmp_path):
    run("people", "-o", "out")
    before = (tmp_path / "out" / "people.csv").read_bytes()
    assert run("people", "-o", "out").exit_code == 0
    assert (tmp_path / "out" / "people.csv").read_bytes() == before
    (tmp_path / "out" / "balance.csv").write_text("my own\n")
    result = run("people", "-o", "out")
    assert result.exit_code == 1
    assert "this is another file" in result.output
    assert (tmp_path / "out" / "balance.csv").read_text() == "my own\n"
    assert (tmp_path / "out" / "people.csv").read_bytes() == before


def test_what_could_not_be_read_is_told_and_is_exit_code_3(run, tmp_path):
    (tmp_path / "people" / "zoe.csv").write_text("nothing\n")
    result = run("people")
    assert result.exit_code == 3
    assert "Some rows or files could not be read" in result.stderr
    assert [row["person"] for row in rows(tmp_path / "people_study" / "refused.csv")] == ["zoe"]


def test_what_was_left_out_is_printed_and_written(run, tmp_path):
    planks = diary(33)[["started_at", "side", "hold_s"]].assign(exercise="hip balance", mood="good")
    planks.loc[:9, "exercise"] = "plank"
    planks.to_csv(tmp_path / "people" / "zoe.csv", index=False)
    result = run("people")
    assert result.exit_code == 0
    assert "Left out: 10 rows in the files of 1 person (another exercise, 'plank'): see " in result.stderr
    assert "Of 1 person there is something to know: see why in " in result.stderr
    assert [(row["rows"], row["what"]) for row in rows(tmp_path / "people_study" / "left_out.csv")] == [
        ("10", "another exercise, 'plank'"),
        ("", "column 'mood' is not used"),
    ]
    assert run("people").exit_code == 0
    assert "Left out: 10 rows without a hold" in run("people", "--to", "set").stderr


def test_holds_that_are_gone_are_told_when_a_dataset_is_brought_up_to_date(run, tmp_path):
    run("people", "--to", "set")
    diary(30).iloc[:50].to_csv(tmp_path / "people" / "anna.csv", index=False)
    result = run("people", "--to", "set")
    assert result.exit_code == 0
    assert "Replaced by what has not all of the holds that were there, so many are gone or changed: anna 10" in (
        result.stderr
    )


def test_files_that_are_nobodys_are_named(run, tmp_path):
    for name in ("brief.docx", "scan.pdf", "README.md", "~$open.xlsx"):
        (tmp_path / "people" / name).write_text("no log")
    (tmp_path / "people" / "nothing yet").mkdir()
    said = "Not looked at, being no log or in no row of people.csv: brief.docx, nothing yet, scan.pdf"
    assert said in run("people").stderr.splitlines()
    assert said in run("people", "--to", "set").stderr.splitlines()
    left_out = rows(tmp_path / "people_study" / "left_out.csv")
    assert [(row["person"], row["file"]) for row in left_out] == [
        ("", name) for name in ("brief.docx", "nothing yet", "scan.pdf")
    ]
    (tmp_path / "people" / "people.csv").write_text("person;file\nAnna;anna.csv\n")
    assert ": =ben.csv, brief.docx, nothing yet, scan.pdf" in run("people").stderr.replace("'=", "=")


def test_tables_are_not_written_among_the_logs(run, tmp_path):
    result = run("people", "-o", "people/tables")
    assert result.exit_code == 1
    assert "tables is where the logs are, expected a folder elsewhere for the tables" in result.output
    assert not (tmp_path / "people" / "tables").exists()


@pytest.mark.parametrize("out", ["out/tables", "link"])
def test_tables_that_are_refused_leave_no_folder(run, tmp_path, out):
    (tmp_path / "link").symlink_to("nothing")
    again = [diary(20).assign(person=name) for name in ("anna", "lea")]
    pd.concat(again)[["person", "started_at", "side", "hold_s"]].to_csv(
        tmp_path / "people" / "all.csv", index=False
    )
    result = run("people", "-o", out)
    assert result.exit_code == 1
    assert ("anna is in" if out == "out/tables" else "link cannot be made") in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "people"]


def test_the_people_that_are_counted_are_the_rows_of_the_table(run, tmp_path):
    three = [diary(20).assign(person=name) for name in ("kim", "lea", "mo")]
    pd.concat(three)[["person", "started_at", "side", "hold_s"]].to_csv(
        tmp_path / "people" / "all.csv", index=False
    )
    result = run("people")
    table = tmp_path / "people_study" / "people.csv"
    assert f"{len(rows(table))} people in {table}" == "5 people in " + str(table) == result.stdout.splitlines()[-1]
    assert "people" not in result.stderr.partition("\n")[0]


def test_two_processes_write_the_same_tables(run, tmp_path):
    run("people", "-o", "one")
    assert run("people", "-o", "two", "--jobs", "2").exit_code == 0
    for path in (tmp_path / "one").glob("*.csv"):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_dataset_is_made_and_looked_at(run):
    result = run("people", "--to", "set", "--pseudonyms", "key", "--shift-dates")
    assert (result.exit_code, result.stdout.splitlines()[-1][:13]) == (0, "2 of 2 people")
    assert run("people", "--to", "set", "--pseudonyms", "key", "--shift-dates").stdout.startswith("0 of 2 people")
    assert run("set", "-o", "out").exit_code == 0


def test_a_dataset_that_was_not_made_to_its_end_is_told_and_is_exit_code_3(run, monkeypatch):
    def stop(given):
        raise KeyboardInterrupt

    with monkeypatch.context() as made:
        made.setattr("hiplog.study.bringing.sample", stop)  # after the first record is written
        assert run("people", "--to", "set").exit_code == 1
    result = run("set", "-o", "out")
    assert "set is not finished: people may be missing in it" in result.stderr
    assert result.exit_code == 3
    run("people", "--to", "set")
    assert (run("set", "-o", "out").exit_code, run("set", "-o", "out").stderr.count("finished")) == (0, 0)


def test_what_was_refused_on_the_way_into_a_dataset_is_exit_code_3(run, tmp_path):
    run("people", "--to", "set")
    (tmp_path / "people" / "anna.csv").write_text("nothing\n")
    (tmp_path / "people" / "=ben.csv").unlink()
    result = run("people", "--to", "set")
    assert result.exit_code == 3
    assert "0 of 1 person written to set" in result.stdout
    assert "In set and no more in the study, left there: =ben" in result.stdout
    assert "Left as it was, for files cannot be read any more: anna" in result.stderr


@pytest.mark.parametrize("header", ["person,file", "person,file,plan,group,start"])
def test_a_list_of_people_is_never_replaced(run, tmp_path, header):
    listed = f"{header}\nAnna,anna.csv{',,,' if 'plan' in header else ''}\n"
    for folder in ("people", "out"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "people.csv").write_text(listed)
        result = run("people", "-o", folder)
        assert result.exit_code == 1
        assert ("is where the logs are" if folder == "people" else "this is another file") in result.output
        assert (tmp_path / folder / "people.csv").read_text() == listed


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["people", "--notes"], "go with --to DATASET"),
        (["people", "--to", "set", "--shift-dates"], "--shift-dates needs --pseudonyms KEYFILE"),
        (["people", "--jobs", "0"], "0 is not in the range"),
        (["people", "--today", "spring"], "spring"),
        (["gone"], "does not exist"),
    ],
)
def test_wrong_usage_is_2_and_makes_nothing(run, tmp_path, args, said):
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["people"]


def test_a_scheduler_that_does_not_answer_is_said(run, monkeypatch):
    import distributed

    def refuses(*_args, **_options):
        raise OSError("Timed out")

    monkeypatch.setattr(distributed, "Client", refuses)
    result = run("people", "--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == 1
    assert "no Dask scheduler answers at tcp://127.0.0.1:1 (Timed out), expected the address" in result.output


def test_from_within_the_study_tables_go_beside_it(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "people")
    assert run(".").exit_code == 0
    assert (tmp_path / "people_study" / "people.csv").is_file()


def test_from_a_folder_within_the_study_tables_go_beside_it(run, tmp_path, monkeypatch):
    (tmp_path / "people" / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "people" / "sub")
    result = run("..")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "people_study" / "people.csv").is_file()


def test_where_tables_would_go_is_refused_where_there_are_none(run):
    result = run("people", "--to", "set", "-o", "out")
    assert result.exit_code == 2
    assert "-o OUT is where tables go, and --to DATASET writes none" in result.output


def test_what_a_measure_warns_of_is_said_with_the_person(run, tmp_path, recwarn):
    (tmp_path / "people" / "people.csv").write_text("person,file,start\nanna,anna.csv,2026-05-01\n")
    run("people")
    assert not recwarn.list
    (row,) = rows(tmp_path / "people_study" / "balance.csv")
    said = "balance: no hold of hip balancing from 1 May 2026 on, but 60 on other days, the last on "
    assert row["why"].startswith(said)


def test_of_whom_there_is_something_to_know_or_nothing_left_is_said(run, tmp_path):
    (tmp_path / "people" / "dora.csv").write_bytes((tmp_path / "people" / "anna.csv").read_bytes())
    result = run("people", "--to", "set")
    assert (
        "Of 2 people there is something to know, hiplog study without --to says what: anna, dora" in result.output
    )
    diary(40).to_csv(tmp_path / "people" / "anna.csv", index=False)
    result = run("people", "--to", "set")
    assert result.exit_code == 3
    assert "take their records out of set first: anna" in result.output


def test_a_key_that_was_made_though_nobody_was_written_is_said_once(run, tmp_path):
    of_nobody = {"=ben": "x\n", "anna": "nothing\n"}
    for name, text in of_nobody.items():
        (tmp_path / "people" / f"{name}.csv").write_text(text)
    result = run("people", "--to", "set", "--pseudonyms", "key")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (3, "0 of 2 people written to set")
    said = "The key key was made, though nobody was written: no record in set is of it yet"
    assert said in result.stderr.splitlines()
    key = (tmp_path / "key").read_bytes()
    assert "was made" not in run("people", "--to", "set", "--pseudonyms", "key").stderr
    assert (tmp_path / "key").read_bytes() == key


@pytest.mark.parametrize("options", [(), ("--pseudonyms", "key")])
def test_nothing_is_said_of_a_key_where_somebody_was_written_or_there_is_none(run, tmp_path, options):
    assert "key" not in run("people", "--to", "set", *options).stderr
    (tmp_path / "people" / "anna.csv").write_text("nothing\n")
    assert "key" not in run("people", "--to", "set", *options).stderr
