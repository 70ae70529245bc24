"""Tables of notebooks, as people write them."""

import pandas as pd
from diaries import diary

import hiplog
from hiplog.sentences.tables import HEADS, as_written


def written(table):
    """Return the rows of a table as they are shown."""
    return as_written(table).data.to_numpy().tolist()


def test_a_hold_is_written_as_a_person_would():
    held = diary(1)[["started_at", "exercise", "side", "hold_s", "ended", "pain_after", "note"]].head(1)
    held = held.assign(hold_s=95.4, ended="let_go", pain_after=pd.NA, note=None)
    assert written(held) == [["4 Mar 2026, 07:00", "Hip balancing", "right", "1:35", "let go", "", ""]]


def test_a_day_without_a_time_has_none_and_a_small_number_no_sign_of_zero():
    table = pd.DataFrame({"started_at": [pd.Timestamp("2026-03-04")], "change": [-1.4e-15], "balance_pct": [-0.2]})
    assert written(table) == [["4 Mar 2026", "0", "0"]]


def test_heads_are_plain_and_have_their_units_and_there_are_no_row_numbers():
    shown = as_written(hiplog.balance(diary(20))[["day", "balance_pct", "low_pct", "verdict"]].tail(1))
    assert shown.data.columns.tolist() == ["Last day", "Right longer, %", "from, %", "In words"]
    assert shown.hide_index_


def test_no_head_is_that_of_two_columns():
    of_intervals = {"low": "low_pct", "high": "high_pct"}
    assert len({HEADS[name] for name in HEADS if name not in of_intervals}) == len(HEADS) - len(of_intervals)


def test_what_stands_in_a_file_stays_as_it_is():
    rows = pd.DataFrame({"row": [12], "column": ["hold_s"], "text": ["1_x"], "expected": ["seconds"]})
    assert written(rows) == [["12", "hold s", "1_x", "seconds"]]
    assert as_written(rows).data.columns.tolist() == ["Row", "Column", "What stands there", "Expected"]


def test_each_column_of_a_hold_has_its_head_and_is_written_in_its_way():
    held = diary(1).head(1).assign(pain_before=3.0, pain_after=2.5, source="timer", note="a_b", hold_s=125.0)
    shown = as_written(held[[name for name in held if name in HEADS]]).data
    assert shown.iloc[0].to_dict() == {
        "Began": "4 Mar 2026, 07:00",
        "Exercise": "Hip balancing",
        "Side": "right",
        "Held, min:s": "2:05",
        "Why it ended": "let go",
        "Pain before, 0-10": "3",
        "Pain after, 0-10": "2.5",
        "Note": "a_b",
        "From": "timer",
    }


def test_each_number_of_a_comparison_and_of_a_balance_has_its_head_and_is_written_in_its_way():
    numbers = {
        "first": 1.26,
        "second": 2.0,
        "change": -1.94,
        "low": -3.0,
        "high": 0.04,
        "beyond": 1.0,
        "ties": 0.25,
    }
    of = {"what": "non_overlap", "unit": "points", "verdict": "no_clear_change"}
    days = {"day": pd.Timestamp("2026-03-04"), "balance_pct": 12.6, "low_pct": -3.4, "high_pct": -0.4}
    shown = as_written(pd.DataFrame([of | numbers | days])).data.iloc[0]
    cells = {"What": "non overlap", "in": "points", "In words": "no clear change", "Before": "1.3", "Since": "2"}
    cells |= {"Change": "-1.9", "from": "-3", "to": "0", "Beyond the line": "1", "Ties, share": "0.2"}
    cells |= {"Last day": "4 Mar 2026", "Right longer, %": "13", "from, %": "-3", "to, %": "0"}
    assert shown.to_dict() == cells
