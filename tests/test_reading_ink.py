"""Nothing of a file vanishes in silence: what is put into one is used, kept in a note, or named."""

import json
import random
import re
from pathlib import Path

import pytest

import hiplog
import hiplog.reading.reader

GOOD = Path(__file__).parent / "logs" / "good"
CASES = json.loads((GOOD / "expected.json").read_text())
OF_TEXT = (".csv", ".tsv", ".txt", ".md", ".org")
SKIPPED = ("mixed_encoding.csv", "book_renamed.csv")  # which no one encoding writes anew
INK = "zzyx"


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    return path


def test_rows_that_stand_above_their_header_are_read(tmp_path):
    text = "2024-03-04,38,31\n2024-03-05,41,33\ndate,left,right\n2024-03-06,44,35\n"
    reading = hiplog.read_log(written(tmp_path, "log.csv", text))
    assert reading.holds["hold_s"].tolist() == [38, 31, 41, 33, 44, 35]
    assert reading.first_holds["row"].tolist() == [1, 1, 2, 2, 4, 4]


def test_rows_of_another_table_above_the_header_are_counted(tmp_path):
    text = "date,sleep,mood\n2024-03-04,7,3\n2024-03-05,8,4\ndate,left,right\n2024-03-06,44,35\n"
    reading = hiplog.read_log(written(tmp_path, "log.csv", text))
    assert len(reading.holds) == 2
    assert reading.how["skipped"] == [{"row": row, "reason": "another table"} for row in (2, 3)]


def test_what_stands_above_the_table_and_names_nothing_of_ours_is_said(tmp_path):
    text = "Hip balance\nTarget 60 s on both sides\ndate,left,right\n2024-03-06,44,35\n"
    reading = hiplog.read_log(written(tmp_path, "log.csv", text))
    assert reading.how["above"] == ["Target 60 s on both sides"]
    assert "above the table: Target 60 s on both sides" in reading.summary()


def test_columns_that_only_a_later_table_has_are_named(tmp_path):
    text = "date,left,right\n2024-03-04,38,31\n\ndate,side,hold,mood\n2024-03-05,left,41,good\n"
    reading = hiplog.read_log(written(tmp_path, "log.csv", text))
    assert reading.not_used == ["mood"]
    assert reading.how["columns"] == dict(reading.columns[["header", "taken_for"]].to_numpy())


def test_holds_above_the_first_date_of_a_text_are_refused(tmp_path):
    text = "Hip log\nleft 40 s\n2026-03-02\nleft 45 s, right 50 s\n"
    reading = hiplog.read_log(written(tmp_path, "log.txt", text))
    assert reading.holds["hold_s"].tolist() == [45, 50]
    assert reading.rejected[["row", "column"]].to_numpy().tolist() == [[2, "date"]]


def test_words_beside_the_name_of_an_exercise_are_said(tmp_path):
    text = "date,exercise,side,hold\n2024-03-04,Hip balance on the sofa,left,38\n2024-03-05,Hip balance,left,40\n"
    reading = hiplog.read_log(written(tmp_path, "log.csv", text))
    assert "says more, which is not used: Hip balance on the sofa;" in reading.summary()


def test_words_in_brackets_behind_a_time_of_day_are_no_time_zone(tmp_path):
    text = "date,time,left,right\n2024-03-04,07:10 (late),38,31\n2024-03-05,07:12,41,33\n"
    reading = hiplog.read_log(written(tmp_path, "log.csv", text))
    assert reading.rejected[["row", "column"]].to_numpy().tolist() == [[2, "time"]]


def is_text_with_holds(name, case):
    return case.get("path", name).endswith(OF_TEXT) and bool(case.get("holds")) and name not in SKIPPED


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if is_text_with_holds(name, case)])
def test_ink_that_is_put_into_a_row_with_holds_is_kept_or_said(name, monkeypatch):
    path, options = GOOD / CASES[name].get("path", name), CASES[name].get("options", {})
    data = path.read_bytes()
    monkeypatch.setattr(hiplog.reading.reader, "FIRST", 1000)
    reading = hiplog.read_log(data, name=path.name, **options)
    encoding, chance = reading.how["encoding"].split(" ")[0], random.Random(name)
    lines = re.split(r"(\r\n?|\n)", data.decode(encoding))  # with what parts them, at every second place
    for hold in reading.first_holds.sample(frac=1, random_state=1).head(1).itertuples():
        changed, at = [*lines], 2 * (hold.row - 1)
        changed[at] = with_ink(lines[at], without_sessions(hold.cells, reading), chance)
        if changed != lines:
            assert is_accounted_for("".join(changed).encode(encoding), path.name, options), changed[at]


def without_sessions(cells, reading):
    """Return the cells but those that name a session: they are used as they stand."""
    return [cell for header, cell in cells.items() if reading.how["columns"].get(header) != "session"]


def with_ink(line, used, chance):
    """Return a line with words put behind one of the cells that were used, where that stands in it once."""
    cell = chance.choice(used)
    more = chance.choice([INK, f"{INK} 77", f"{INK} left 77 s", f"({INK})"])
    return line.replace(cell, f"{cell} {more}") if line.count(cell) == 1 else line


def is_accounted_for(data, name, options):
    """Return whether that ink comes back in what was read, or was refused, or is named."""
    try:
        reading = hiplog.read_log(data, name=name, **options)
    except hiplog.LogError:
        return True
    kept = [*reading.holds["note"].dropna(), *reading.days["note"].dropna(), *reading.how["people"]]
    unused = [
        cell for cells in reading.columns.loc[reading.columns["taken_for"] == "nothing", "cells"] for cell in cells
    ]
    return INK in " ".join([*kept, *unused, reading.rejected.to_csv(), reading.summary()])
