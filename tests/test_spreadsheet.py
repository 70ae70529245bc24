"""What leaves for a spreadsheet is not run there, and comes back as it was."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import hiplog
from hiplog.spreadsheet import as_written, harmless, harmless_frame

RUN = [
    "=1+1",
    "+cmd",
    "-cmd|'/c calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "\uff1d1",
    "\uff0bx",
    "\uff0dx",
]
RUN += ["\uff0bx", "\uff0dx", "\uff20x", "  \uff1dx", "'=1", "\n=1", "\ufeff=1", "-1+1"]


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "--", "-5", "+1:30", "- 4,5", "stiff = sore", "a@b", "1-2", "'tis"])
def test_a_number_a_dash_and_plain_words_stay_as_they_are(text):
    assert harmless(text) == text


@given(st.text(alphabet="'=+-@\t\r\n \uff1d5a", max_size=6))
def test_every_text_comes_back_as_it_was(text):
    assert as_written(harmless(text)) == text


def test_the_names_of_columns_are_made_harmless_too():
    assert [*harmless_frame(pd.DataFrame({"=A1": ["=B1"], "n": [1]})).columns] == ["'=A1", "n"]


@pytest.mark.parametrize("text", ["\uff1dHYPERLINK(1)", " =1+1", "=cmd"])
def test_an_export_guards_its_notes_and_they_come_back(tmp_path, text):
    row = {"started_at": ["2026-03-04T07:10"], "side": ["left"], "hold_s": [40.0], "note": [text]}
    log = hiplog.Log(tmp_path / "log.sqlite")
    log.add(pd.DataFrame(row))
    path = log.export_csv(tmp_path / "out.csv")
    assert f"'{text}" in path.read_text(encoding="utf-8")
    assert hiplog.read_log(path).holds["note"].tolist() == [text]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_refused_rows_that_were_guarded_are_read_as_they_were(tmp_path, delimiter):
    (tmp_path / "old.csv").write_text("date,left,right,note\n2026-03-04,38,1:3x,=good\n2026-03-05,-,4y,fine\n")
    rejected = hiplog.read_log(tmp_path / "old.csv").rejected
    path = tmp_path / "refused.csv"
    harmless_frame(rejected).to_csv(path, index=False, sep=delimiter)
    assert "'=good" in path.read_text()
    path.write_text(path.read_text().replace("1:3x", "1:30").replace("4y", "40"))
    assert sorted(hiplog.read_log(path).holds["note"]) == ["=good", "=good", "fine"]
