"""What stands for a side in a column of its own: arrows, letters, numbers; and headers that are but a form."""

import pytest

import hiplog


def sides(*cells, header="date,side,seconds", name="log.csv"):
    rows = [f"2026-03-{4 + i:02},{cell},{52 + i}" for i, cell in enumerate(cells)]
    return hiplog.read_log("\n".join([header, *rows]).encode(), name=name)


def test_an_arrow_points_to_the_side():
    assert sides("←", "→", "⬅️", "➡").holds["side"].tolist() == ["left", "right", "left", "right"]


def test_an_arrow_that_tells_a_trend_is_no_side():
    with pytest.raises(hiplog.LogError, match="no column tells the side"):
        sides("→", "→", "←", header="date,trend,seconds")


def test_a_b_beside_an_a_is_not_both():
    reading = sides("A", "B", "A", "B")
    assert len(reading.holds) == 0
    assert "left, right or both: a line above the table tells, like 'A = left, B = right'" in repr(reading)
    assert sides("L", "B", "R").holds["side"].tolist() == ["left", "left", "right", "right"]
    assert sides("B", "B", "B").holds["side"].tolist() == ["left", "right"] * 3


@pytest.mark.parametrize("cells", [("1 - left", "2 - right"), ("left", "right"), ("1) L", "2) R")])
def test_a_hold_that_is_but_a_side_has_its_seconds_in_another_column(cells):
    holds = sides(*cells, header="Date,Hold,Seconds").holds
    assert [*zip(holds["side"], holds["hold_s"], strict=True)] == [("left", 52), ("right", 53)]


def test_a_hold_that_says_its_seconds_beside_its_side_is_one():
    text = "date,Hold,Duration\n2026-03-04,left 52,1:02\n2026-03-05,right 53,1:04\n"
    assert hiplog.read_log(text.encode(), name="log.csv").holds["hold_s"].tolist() == [52, 53]


@pytest.mark.parametrize(
    ("header", "cell", "date"),
    [
        ("ymd", "20251103", "2025-11-03"),
        ("YYYY-MM-DD", "2025-11-03", "2025-11-03"),
        ("dmy", "03/11/2025", "2025-11-03"),
        ("mdy", "03/11/2025", "2025-03-11"),
        ("TT.MM.JJJJ", "03.11.2025", "2025-11-03"),
    ],
)
def test_a_header_may_be_no_more_than_the_form_of_its_dates(header, cell, date):
    reading = hiplog.read_log(f"{header},l,r\n{cell},30,35\n".encode(), name="log.csv")
    assert reading.holds["started_at"].dt.strftime("%Y-%m-%d").tolist() == [date, date]


@pytest.mark.parametrize("header", ["id", "my", "yyyy", "dd", "mm"])
def test_a_header_that_is_no_form_of_a_date_is_none(header):
    with pytest.raises(hiplog.LogError):
        hiplog.read_log(f"{header},l,r\n20251103,30,35\n20251104,31,36\n".encode(), name="log.csv")


def test_the_exercise_may_be_called_by_how_one_lies():
    names = ["Ankle on knee hold", "Knöchel auf Knie", "cheville sur le genou", "tobillo sobre la rodilla"]
    text = "date,exercise,side,seconds\n" + "".join(f"2026-03-04,{name},left,40\n" for name in [*names, "Plank"])
    assert hiplog.read_log(text.encode(), name="log.csv").holds["exercise"].tolist() == ["hip_balance"] * 4


def test_the_balance_of_each_side_beside_another_stretch_is_asked_about():
    text = "Date,Balance left,Balance right,Stretch left,Stretch right\n2026-03-04,50,52,30,30\n"
    with pytest.raises(hiplog.LogError, match="both 'Balance left' and 'Stretch left' could be the left"):
        hiplog.read_log(text.encode(), name="log.csv")
    plain = text.replace("Stretch left,Stretch right", "Left,Right")
    assert hiplog.read_log(plain.encode(), name="log.csv").holds["hold_s"].tolist() == [30, 30]
