"""Our own column names in a table that somebody made by hand: what its name and its sessions say still counts."""

import numpy as np
import pandas as pd
import pytest

import hiplog


def two_a_day(days=20):
    """Return one person's holds of both sides, at seven in the morning and at six in the evening."""
    starts = [
        pd.Timestamp("2026-03-02") + pd.Timedelta(days=day, hours=hour) for day in range(days) for hour in (7, 18)
    ]
    sides = [(at + pd.Timedelta(minutes=3 * n), side) for at in starts for n, side in enumerate(("left", "right"))]
    rows = pd.DataFrame(sides, columns=["started_at", "side"])
    return rows.assign(hold_s=40.0 + np.arange(len(rows)) % 9)


def read(path, rows):
    rows.to_csv(path, index=False)
    return hiplog.read_log(path)


@pytest.mark.parametrize("header", ["session", "Session", "session_id", "Sitzung", "session nr"])
@pytest.mark.parametrize("names", [("1", "2"), ("am", "pm"), ("Morning", "Evening")])
def test_a_session_that_comes_again_is_of_its_day(tmp_path, header, names):
    rows = two_a_day()
    rows[header] = np.where(rows["started_at"].dt.hour < 12, *names)
    holds = read(tmp_path / "anna.csv", rows).holds
    assert holds["session_id"].nunique() == 40
    assert len(hiplog.sessions(holds)) == 40


def test_ids_of_sessions_stay_as_they_are(tmp_path):
    rows = two_a_day()
    rows["session_id"] = [f"s{n // 2}" for n in range(len(rows))]
    holds = read(tmp_path / "anna.csv", rows).holds
    assert holds["session_id"].tolist() == rows["session_id"].tolist()


@pytest.mark.parametrize("name", ["squats", "Wandsitz", "plank", "Plank left"])
def test_a_file_in_our_columns_that_is_named_as_another_exercise_is_refused(tmp_path, name):
    with pytest.raises(hiplog.LogError, match="which is no hold of ours: exercise='hip_balance' says that it is"):
        read(tmp_path / f"{name}.csv", two_a_day())


def test_a_file_in_our_columns_is_of_the_exercise_that_its_name_says(tmp_path):
    holds = read(tmp_path / "hamstring stretch.csv", two_a_day()).holds
    assert holds["exercise"].unique().tolist() == ["hamstring_stretch"]


@pytest.mark.parametrize("name", ["anna", "hip balance", "2026-03", "my_log", "P01", "Standing"])
def test_a_file_in_our_columns_that_names_nothing_else_is_hip_balance(tmp_path, name):
    holds = read(tmp_path / f"{name}.csv", two_a_day()).holds
    assert holds["exercise"].unique().tolist() == ["hip_balance"]


def test_what_a_column_of_exercises_says_stands_above_the_name_of_the_file(tmp_path):
    holds = read(tmp_path / "squats.csv", two_a_day().assign(exercise="hip_balance")).holds
    assert holds["exercise"].unique().tolist() == ["hip_balance"]
