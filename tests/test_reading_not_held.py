"""Rows with seconds that a column says nobody held are refused; words that say no such thing change nothing."""

import pytest

import hiplog
from hiplog.reading.languages import LANGUAGES
from hiplog.reading.languages.words import split


def read(header, *cells, **options):
    rows = "".join(f"2026-03-{day:02},left,{58 + day},{cell}\n" for day, cell in enumerate(cells, 2))
    return hiplog.read_log(f"date,side,seconds,{header}\n{rows}".encode(), name="hip_balance.csv", **options)


def held(header, *cells, **options):
    return len(read(header, *cells, **options).holds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_that_its_status_says_was_skipped_is_refused_in_every_language(language):
    kinds = LANGUAGES[language]
    for header in (*split(kinds["status"]), *split(kinds["was done"])):
        cells = split(kinds["skipped"])
        refused = [cell for cell in cells if cell != "missed"]  # which may be the target
        assert read(header, "", *cells).rejected["text"].tolist() == refused, header


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Session", ("done", "skipped", "")),
        ("done?", ("yes", "no", "yes")),
        ("done", ("1", "0", "1")),
        ("Done", ("✓", "✗", "✓")),
        ("Status", ("✓", "✗", "done")),
        ("Status", ("ok", "skipped (sick)", "fine")),
        ("", ("", "planned", "")),
        ("status", ("done", "Goal", "missed")),
        ("Done", ("x", "-", "x")),
        ("Status", ("done", "missed", "done")),
    ],
)
def test_a_row_that_a_column_says_was_planned_or_left_out_is_no_hold_in_silence(header, cells):
    reading = read(header, *cells)
    assert 4 not in reading.holds["hold_s"].tolist()
    assert len(reading.rejected) + sum(reading.left_out.values()) == 3 - len(reading.holds) > 0


def test_what_is_refused_says_how_it_is_taken_all_the_same():
    (expected,) = read("status", "done", "cancelled").rejected["expected"]
    assert expected.endswith("columns={'status': 'nothing'} takes it all the same")
    assert held("status", "done", "cancelled", columns={"status": "nothing"}) == 2
    assert (
        read("", "", "skipped").rejected["expected"].str.endswith("a blank cell there takes it all the same").all()
    )


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("status", ("done", "ok", "good", "partial")),
        ("Session", ("morning", "1", "plan A", "test")),
        ("State", ("CA", "NY", "on", "off")),
        ("status", ("0", "0", "0", "1")),
        ("status", ("missed target", "ok", "not done well", "no")),
        ("note", ("skipped: the warm up", "", "", "missed (the bus)")),
        ("type", ("n", "y", "1", "0")),
        ("note", ("skipped the left because of the knee", "missed the bus", "planned to do more", "goal!")),
        ("Warm up", ("done", "skipped", "done", "skipped")),
        ("Meds", ("taken", "missed", "", "")),
        ("Result", ("hit", "missed", "hit", "hit")),
        ("completed", ("true", "false", "true", "false")),
        ("estado", ("mal", "", "mal", "")),
        ("Walk", ("done", "skipped", "", "")),
        ("note", ("missed", "target", "Skipped", "done")),
        ("Status", ("reached", "missed", "reached", "Hit")),
        ("Type", ("scheduled", "scheduled", "scheduled", "scheduled")),
        ("Done", ("-", "-", "", "-")),
    ],
)
def test_other_words_leave_holds_what_they_are(header, cells):
    assert held(header, *cells) == 4


def test_a_skipped_day_without_seconds_keeps_its_pain():
    text = "date,left,right,status,pain\n2026-03-02,60,55,done,3\n2026-03-03,,,skipped,5\n"
    reading = hiplog.read_log(text.encode(), name="hip_balance.csv")
    assert reading.days["pain"].tolist() == [5]
    assert reading.rejected.empty
