"""An export of a whole log, saved by a spreadsheet with other signs, dates or columns: it comes back whole."""

import csv
import io

import pandas as pd
import pytest

import hiplog


@pytest.fixture
def exported(tmp_path):
    log = hiplog.Log(tmp_path / "log.sqlite")
    text = 'date,time,side,seconds,note\n2026-03-04,07:10,left,42.5,=1+1\n2026-03-05,07:12,right,55,"a, b"\n'
    log.add(hiplog.read_log(text.encode(), name="log.csv").holds)
    log.add_days(pd.DataFrame({"day": [pd.Timestamp("2026-03-07")], "pain": [4.0], "note": ["-bad"]}))
    log.set_plan(3, since="2026-03-01")
    log.mark("2026-03-01", "new mat")
    path = tmp_path / "full.csv"
    log.export_csv(path)
    return path.read_bytes()


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def written(rows, **how):
    text = io.StringIO(newline="")
    csv.writer(text, **how).writerows(rows)
    return text.getvalue()


def semicolons(rows):
    return written(rows, delimiter=";").encode()


def german(rows):
    dates = [rows[0].index(name) for name in ("started_at", "day")]
    seconds = rows[0].index("hold_s")
    made = [[german_date(cell) if i in dates else cell for i, cell in enumerate(row)] for row in rows[1:]]
    made = [[cell.replace(".", ",") if i == seconds else cell for i, cell in enumerate(row)] for row in made]
    return written([rows[0], *made], delimiter=";").encode("cp1252")


def german_date(cell):
    day, _, time = cell.partition("T")
    return " ".join(filter(None, [".".join(reversed(day.split("-"))), time]))


def quoted(rows):
    return written(rows, quoting=csv.QUOTE_ALL, lineterminator="\n").encode("utf-8-sig")


def turned(rows):
    return written([row[::-1] for row in rows], delimiter="\t").encode("utf-16")


@pytest.mark.parametrize("saved", [semicolons, german, quoted, turned])
def test_an_export_of_a_whole_log_that_a_spreadsheet_saved_comes_back_whole(exported, saved):
    before, after = (hiplog.read_log(data, name="full.csv") for data in (exported, saved(rows_of(exported))))
    assert len(before.holds) == 2
    assert after.holds.drop(columns="note").equals(before.holds.drop(columns="note"))
    for name in ("days", "plans", "marks"):
        assert getattr(after.diary, name).equals(getattr(before.diary, name))
        assert len(getattr(after.diary, name)) == 1


def test_a_date_of_an_export_that_may_be_two_is_asked_about(exported):
    rows = rows_of(exported)
    at = rows[0].index("started_at")
    for row in rows[1:3]:
        row[at] = "03/04/2026 07:10" if row is rows[1] else "03/05/2026 07:12"
    with pytest.raises(hiplog.LogError, match="2026-04-03 or 2026-03-04"):
        hiplog.read_log(semicolons(rows), name="full.csv")
    told = hiplog.read_log(semicolons(rows), name="full.csv", day_first=False)
    assert told.holds["started_at"].dt.strftime("%m-%d").tolist() == ["03-04", "03-05"]


def test_an_export_that_was_saved_and_cut_short_is_refused(exported):
    with pytest.raises(hiplog.LogError, match="cut short"):
        hiplog.read_log(semicolons(rows_of(exported))[:-20], name="full.csv")
