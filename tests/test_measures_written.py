"""The numbers of all measures of a few logs: what holds of them is tested elsewhere, here that none moves.

    .venv/bin/python tests/test_measures_written.py

writes `measures_written.txt` beside this file anew. What changed there is to be understood before it is kept.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from diaries import diary
from test_charts_drawn import HOLDS, SAID
from written_down import differing, number, parts, write

import hiplog
from hiplog.measures.first_weeks import against_first_weeks
from hiplog.measures.holds.arrays import arrays_of
from hiplog.measures.holds.selection import chosen
from hiplog.measures.sides.capped import held_of_target

PAGE = Path(__file__).with_name("measures_written.txt")
ROWS = 12  # of a long table, evenly over it


def in_turns(log: pd.DataFrame) -> pd.DataFrame:
    """Return a log with the left side first on every other day."""
    later = (log["side"] == "right") & (log["started_at"].dt.day % 2 == 0)
    return log.assign(started_at=log["started_at"] + pd.to_timedelta(10 * later, unit="min"), hold_id=None)


def of_three() -> pd.DataFrame:
    """Return a log of all three exercises, as hands write it: rounded, and stopping at two minutes."""
    hip = diary(60, typical_s=(95, 105), growth_s=0.4).assign(target_s=np.nan, ended=None)
    hip["hold_s"] = hip["hold_s"].round(-1)
    stretches = [
        diary(days).assign(exercise=name) for days, name in ((9, "quad_stretch"), (30, "hamstring_stretch"))
    ]
    return pd.concat([hip, *stretches]).assign(hold_id=None, session_id=None)


LOGS = {
    "everything": HOLDS,
    "in turns, three a day": in_turns(diary(90, a_day=3, growth_s=0.4)),
    "two minutes every time but a few": diary(80, typical_s=(210, 150), growth_s=0),
    "one side": diary(40, sides=("left",)),
    "a few days": diary(8),
    "three exercises, by hand": of_three(),
    "half a year with a pause": diary(200, pause=range(90, 130), growth_s=-0.1),
}


def first_weeks(holds: pd.DataFrame) -> pd.DataFrame:
    held = chosen("first_weeks", holds, "hip_balance")
    return pd.DataFrame([against_first_weeks(arrays_of(held))])


MEASURES: dict[str, tuple[Callable[..., pd.DataFrame], dict[str, Any]]] = {
    "sessions": (hiplog.sessions, {}),
    "typical_hold": (hiplog.typical_hold, {"exercise": None}),
    "progress": (hiplog.progress, {}),
    "trend": (hiplog.trend, {"exercise": None}),
    "balance": (hiplog.balance, {}),
    "hold_probability": (hiplog.hold_probability, {}),
    "practice": (hiplog.practice, {"diary": SAID}),
    "pain_change": (hiplog.pain_change, {}),
    "pain_days": (hiplog.pain_days, {"diary": SAID}),
    "pain_next_day": (hiplog.pain_next_day, {"diary": SAID}),
    "pain_months": (hiplog.pain_months, {"diary": SAID}),
    "pain_spells": (hiplog.pain_spells, {"diary": SAID}),
    "pain_stops": (hiplog.pain_stops, {}),
    "compare at": (hiplog.compare, {"at": "2026-04-10", "diary": SAID, "run_in": 3}),
    "compare spans": (
        hiplog.compare,
        {"spans": [("2026-03-04", "2026-04-01"), ("2026-04-20", "2026-05-30")], "diary": SAID},
    ),
    "compare by": (hiplog.compare, {"by": "sessions_a_day"}),
    "compare stretches": (hiplog.compare, {"by": "stretches"}),
    "held_of_target": (held_of_target, {}),
    "first weeks": (first_weeks, {}),
}


def numbers(measure: Callable[..., pd.DataFrame], given: dict[str, Any]) -> str:
    """Return the tables of a measure, of each log one."""
    return "\n".join(f"## {name}\n{table(measure(log, **given))}" for name, log in LOGS.items())


def table(rows: pd.DataFrame) -> str:
    """Return some rows of a table, evenly from the first to the last, and the sums of its numbers."""
    shown = rows.iloc[np.unique(np.linspace(0, len(rows) - 1, ROWS).round().astype(int))] if len(rows) else rows
    known = rows.select_dtypes(["number", "bool"]).astype("float64")
    sums = [
        f"{name} {number(total, 5)} of {n}"
        for name, total, n in zip(known, known.sum(), known.count(), strict=True)
    ]
    lines = [", ".join(written(value) for value in row) for row in shown.itertuples(index=False)]
    return "\n".join([", ".join(map(str, rows.columns)), *lines, f"{len(rows)} rows: {'; '.join(sums)}"])


def written(value: object) -> str:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if isinstance(value, float):
        return number(value, 5)
    return str(value).replace("\n", " / ").removesuffix(" 00:00:00")


@pytest.mark.parametrize("name", MEASURES)
def test_the_numbers_of_a_measure_are_those_written_down(name):
    assert [*differing(numbers(*MEASURES[name]), parts(PAGE)[name], within=2e-4)] == []


if __name__ == "__main__":
    write(PAGE, {name: numbers(*measure) for name, measure in MEASURES.items()})
