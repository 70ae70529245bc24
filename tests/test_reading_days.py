"""Rows of a diary with a pain or a note and no hold, and exports that have more than holds."""

import pandas as pd
import pytest
from click.testing import CliRunner
from pandas.testing import assert_frame_equal

from hiplog import Log, LogError, read_log
from hiplog.cli import main
from hiplog.schema import Diary

DIARY = """date,left,right,pain,note
2026-03-01,38,31,3,
2026-03-02,,,8,too sore today
2026-03-03,40,33,4,
2026-03-04,,,7,
2026-03-05,,,,
2026-03-06,,,9,
"""


def read(tmp_path, text):
    (tmp_path / "diary.csv").write_text(text)
    return read_log(tmp_path / "diary.csv")


def said(reading):
    return reading.days[["day", "time", "pain", "note"]].astype(object).fillna("").to_numpy().tolist()


def test_rows_with_a_pain_or_a_note_and_no_hold_are_days(tmp_path):
    reading = read(tmp_path, DIARY)
    assert said(reading) == [
        [pd.Timestamp("2026-03-02"), "", 8, "too sore today"],
        [pd.Timestamp("2026-03-04"), "", 7, ""],
        [pd.Timestamp("2026-03-06"), "", 9, ""],
    ]
    assert reading.days["source"].unique().tolist() == ["diary.csv"]
    assert {"row": 6, "reason": "no hold"} in reading.how["skipped"]
    kept = [one["row"] for one in reading.how["skipped"] if one["reason"].endswith("of its day is kept")]
    assert kept == [3, 5, 7]
    assert repr(reading).startswith("read 4 holds from 2 rows; 3 days without a hold; ")


def test_a_days_time_is_kept_and_pain_before_comes_before_pain_after(tmp_path):
    text = "date,time,side,seconds,pain before,pain after\n2026-03-01,07:10,left,38,4,3\n2026-03-02,19:30,,,8,2\n"
    assert said(read(tmp_path, text)) == [[pd.Timestamp("2026-03-02"), "19:30", 8, ""]]


def test_a_row_with_a_bad_pain_and_no_hold_is_refused_and_no_day(tmp_path):
    reading = read(tmp_path, DIARY.replace("8,too sore today", "88,too sore today"))
    assert len(reading.days) == 2
    assert reading.rejected[["row", "column"]].to_numpy().tolist() == [[3, "pain"]]


def test_totals_and_other_exercises_are_no_days(tmp_path):
    text = "date,exercise,side,seconds,note\n2026-03-01,hip balancing,left,38,\n2026-03-01,squat,,,heavy\n"
    assert len(read(tmp_path, text).days) == 0


def test_each_row_is_accounted_for_once(tmp_path):
    reading = read(tmp_path, DIARY)
    assert reading.how["rows"] + len(reading.rejected) + len(reading.how["skipped"]) == 6


def test_the_same_diary_read_again_or_longer_gives_the_same_days(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    assert repr(log.add(read(tmp_path, DIARY))) == "4 new; days: 3 new"
    longer = read(tmp_path, DIARY + "2026-03-07,,,6,\n")
    assert repr(log.add(longer)) == "0 new, 4 already there; days: 1 new, 3 already there"


def test_the_command_adds_days_with_the_holds_as_one_change(tmp_path):
    read(tmp_path, DIARY)
    log = Log(tmp_path / "my.sqlite")
    result = CliRunner().invoke(main, ["import", str(tmp_path / "diary.csv"), "--log", str(log.path)])
    assert "4 new in your log, days: 3 new; read 4 holds" in " ".join(result.output.split())
    assert log.undo() == "Took back an import from diary.csv: 4 holds and 3 days out of the log again."


@pytest.fixture
def full(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    holds = pd.DataFrame({"started_at": ["2026-03-04T07:10"], "side": "left", "hold_s": 45.5, "note": ["=1+1"]})
    days = [("2026-03-05", "21:30", 8, "pain", '\'tis\r\nsore, "very"'), ("2026-03-06", None, None, "away", None)]
    names = ["day", "time", "pain", "reason", "note"]
    log.add(holds, diary=Diary(days=pd.DataFrame(days, columns=names, dtype=object)))
    log.set_plan(3, since="2026-03-01")
    log.mark("2026-03-02", "@work")
    return log


def test_an_export_comes_back_whole(full, tmp_path):
    reading = read_log(full.export_csv(tmp_path / "log.csv"))
    with Log(":memory:") as other:
        other.add(reading)
        assert_frame_equal(other.holds(), full.holds())
        for name in ("days", "plans", "marks"):
            assert_frame_equal(getattr(other.diary(), name), getattr(full.diary(), name))
    assert (
        repr(reading) == "read 1 hold from 1 row; 2 days without a hold; 1 plan; 1 mark; commas; nothing refused"
    )


def test_an_export_without_any_hold_comes_back_too(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    log.set_plan(2, since="2026-03-01")
    reading = read_log(log.export_csv(tmp_path / "log.csv"))
    assert [len(reading.holds), reading.diary.plans["plan"].tolist()] == [0, [2]]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("mark,", "word,", r"record 6: it begins \['word'\], expected hold, day, plan, mark"),
        (",away,", ",lazy,", r"log.csv, day 1: reason is 'lazy', expected one of rest"),
        (",3,,\r\n", ",5,,\r\n", r"log.csv, plan 0: plan is '5', expected a whole number from 1 to 3"),
    ],
)
def test_an_export_in_which_a_row_is_not_as_it_was_written_is_refused_by_name(full, tmp_path, was, now, said):
    path = full.export_csv(tmp_path / "log.csv")
    text = path.read_bytes().decode()
    assert was in text
    path.write_bytes(text.replace(was, now).encode())
    with pytest.raises(LogError, match=said):
        read_log(path)


def test_a_whole_export_takes_no_options(full, tmp_path):
    with pytest.raises(LogError, match="is an export of hiplog, expected to be read without further options"):
        read_log(full.export_csv(tmp_path / "log.csv"), day_first=True)
