"""A table of holds is taken in whatever form people have it."""

import datetime
import sys

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from diaries import diary

import hiplog
from hiplog.schema import LogError, conform, empty

HOLDS = diary(40)
ZONED = HOLDS["started_at"].dt.tz_localize("Europe/Berlin")  # from +60 to +120 minutes on 29 March
OFFSETS = np.where(HOLDS["started_at"] < "2026-03-29", 60, 120)
TIMES = {
    "pandas": ZONED,
    "objects": ZONED.astype(object),
    "text": ZONED.astype("str"),
    "pyarrow": ZONED.astype(pd.ArrowDtype(pa.timestamp("us", "Europe/Berlin"))),
    "python": ZONED.map(lambda time: time.to_pydatetime()).astype(object),
}


def as_polars(holds):
    return pl.from_arrow(pa.Table.from_pandas(holds))


FRAMES = {
    "numpy": lambda holds: holds,
    "nullable": lambda holds: holds.convert_dtypes(),
    "pyarrow-backed": lambda holds: holds.convert_dtypes(dtype_backend="pyarrow"),
    "categorical": lambda holds: holds.astype(dict.fromkeys(holds.columns, "category")),
    "objects": lambda holds: holds.astype(object),
    "an index of times": lambda holds: holds.set_index("started_at", drop=False),
    "an index of zeros": lambda holds: holds.set_axis([0] * len(holds)),
    "two levels": lambda holds: holds.set_index(["exercise", "side"], drop=False),
    "two levels of one name": lambda holds: holds.set_index(["exercise", "side"], drop=False).rename_axis(
        ["a", "a"]
    ),
    "columns in another order": lambda holds: holds[holds.columns[::-1]].assign(mood=1),
    "polars": as_polars,
    "pyarrow": lambda holds: pa.Table.from_pandas(holds),
}


@pytest.mark.parametrize("kind", FRAMES)
def test_any_kind_of_frame_gives_the_same_holds(kind):
    pd.testing.assert_frame_equal(conform(FRAMES[kind](HOLDS)), HOLDS)


@pytest.mark.parametrize("kind", FRAMES)
def test_any_kind_of_frame_may_be_empty(kind):
    pd.testing.assert_frame_equal(conform(FRAMES[kind](empty())), empty())


@pytest.mark.parametrize("kind", TIMES)
def test_a_time_with_its_zone_is_split_into_local_time_and_offset(kind):
    known = conform(HOLDS.assign(started_at=TIMES[kind]))
    assert known["started_at"].equals(HOLDS["started_at"])
    assert known["utc_offset_min"].tolist() == OFFSETS.tolist()


@pytest.mark.parametrize(
    ("time", "offset"), [("Z", 0), ("+01", 60), ("-0330", -210), ("+05:45", 345), (" +01:00", 60)]
)
def test_an_offset_may_be_written_in_any_way_of_iso_8601(time, offset):
    holds = HOLDS[:1].assign(started_at=f"2026-03-04T07:10{time}", utc_offset_min=pd.NA)
    known = conform(holds)
    assert known["started_at"].tolist() == [pd.Timestamp("2026-03-04T07:10")]
    assert known["utc_offset_min"].tolist() == [offset]


def test_of_times_with_and_without_an_offset_only_some_have_one():
    holds = HOLDS[:3].assign(started_at=["2026-03-04", "2026-03-04T07:10", "2026-03-04T07:10-05:00"])
    assert conform(holds)["utc_offset_min"].tolist() == [pd.NA, pd.NA, -300]


def test_the_same_offset_may_be_said_twice_and_not_two():
    zoned = HOLDS.assign(started_at=ZONED)
    assert conform(zoned.assign(utc_offset_min=OFFSETS))["utc_offset_min"].tolist() == OFFSETS.tolist()
    with pytest.raises(
        LogError, match=r"^holds, row 5: started_at is .*\+01:00 and utc_offset_min is 0, expected the same"
    ):
        conform(zoned.assign(utc_offset_min=np.where(np.arange(len(zoned)) == 5, 0, OFFSETS)))


def test_an_offset_that_is_no_whole_minute_is_refused():
    old = HOLDS[:1].assign(started_at=pd.Timestamp("1890-03-04T07:10", tz="Europe/Berlin"))
    with pytest.raises(LogError, match=r"^holds, row 0: utc_offset_min is 53\.4.*, expected whole minutes"):
        conform(old)


@pytest.mark.parametrize("notes", [[1, None], [1.0, np.nan], pd.array([1, None], dtype="Int64")])
def test_a_note_that_is_a_whole_number_stays_one(notes):
    assert conform(HOLDS[:2].assign(note=notes))["note"].tolist()[0] == "1"


def test_a_note_that_is_no_whole_number_stays_as_it_was():
    assert conform(HOLDS[:2].assign(note=[4.5, 1.0]))["note"].tolist() == ["4.5", "1.0"]


def test_seconds_that_pyarrow_keeps_as_decimals_or_whole_numbers_are_seconds():
    for dtype in (pa.int32(), pa.decimal128(12, 2)):
        holds = HOLDS[:1].assign(
            hold_s=pd.Series([65], dtype=pd.ArrowDtype(pa.int32())).astype(pd.ArrowDtype(dtype))
        )
        assert conform(holds)["hold_s"].tolist() == [65.0]


def test_a_date_of_pyarrow_is_midnight():
    day = pd.Series([datetime.date(2026, 3, 4)], dtype=pd.ArrowDtype(pa.date32()))
    assert conform(HOLDS[:1].assign(started_at=day))["started_at"].tolist() == [pd.Timestamp("2026-03-04")]


def test_a_log_and_a_reading_are_taken_for_their_holds(tmp_path):
    log = hiplog.Log(tmp_path / "log.sqlite")
    log.add(HOLDS)
    pd.testing.assert_frame_equal(conform(log), HOLDS)
    log.export_csv(tmp_path / "holds.csv")
    pd.testing.assert_frame_equal(conform(hiplog.read_log(tmp_path / "holds.csv")), HOLDS)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            as_polars(HOLDS).lazy(),
            r"^holds: this is a polars.LazyFrame, expected the frame that its collect\(\) returns$",
        ),
        (
            "my_log.sqlite",
            r"^holds: this is 'my_log.sqlite', expected .*: hiplog.Log\('my_log.sqlite'\).holds",
        ),
        ("old.csv", r"^holds: this is 'old.csv', expected the holds in it: hiplog.read_log\('old.csv'\).holds$"),
        ([{"hold_s": 5}], r"^holds: this is a list, expected a DataFrame of holds, like hiplog.Log"),
        (None, r"^holds: this is a NoneType, expected a DataFrame of holds"),
        (pd.Series([5]), r"^holds: this is a pandas.Series, expected a DataFrame of holds"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_write(given, said):
    with pytest.raises(LogError, match=said):
        hiplog.balance(given)


def test_what_is_no_table_of_days_is_told_what_one_is():
    said = r"^days: this is a dict, expected a DataFrame of days, like hiplog.Log\(path\).days\(\)$"
    with hiplog.Log(":memory:") as log, pytest.raises(LogError, match=said):
        log.add_days({"day": "2026-03-04", "pain": 8})


def test_without_pyarrow_a_frame_of_polars_is_refused_with_what_is_missing(monkeypatch):
    frame = as_polars(HOLDS)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(LogError, match=r"^holds: this is a polars.DataFrame, which needs pyarrow, .*pip install"):
        conform(frame)


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize("kind", ["numpy", "pyarrow-backed", "objects", "polars"])
def test_a_duration_is_its_seconds_in_whatever_unit_a_frame_keeps_it(unit, kind):
    seconds = pd.to_timedelta(HOLDS["hold_s"].round(), unit="s").astype(f"timedelta64[{unit}]")
    known = conform(FRAMES[kind](HOLDS.assign(hold_s=seconds)))
    assert known["hold_s"].tolist() == HOLDS["hold_s"].round().tolist()
