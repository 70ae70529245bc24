"""One row a person: what one asks of everybody."""

from typing import Any

import pandas as pd

from hiplog.exercise import SIDES
from hiplog.measures.comparison.compare import UNTOLD, compare
from hiplog.measures.frames import table
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen, chosen
from hiplog.measures.pain.days import pain_days
from hiplog.measures.pain.stops import pain_stops
from hiplog.measures.practice import practice
from hiplog.measures.sessions import sessions
from hiplog.measures.sides.balance import latest_balance
from hiplog.measures.trend import trend
from hiplog.measures.typical import typical_hold
from hiplog.schema import EXAMPLE, Diary, LogError
from hiplog.study.record import Record

SPANS = ("then", "now")
_TYPICAL = {"median_s": "s", "low_s": "low_s", "high_s": "high_s"}
_CHANGE = {"change": "change_pct", "low": "change_low_pct", "high": "change_high_pct"}
_SLOPE = {name: name for name in ("slope_s_per_week", "low_s_per_week", "high_s_per_week")}
_BALANCE = ("balance_pct", "low_pct", "high_pct")

COLUMNS = {
    "person": "str",
    "group": "str",
    "first_day": "datetime64[us]",
    "last_day": "datetime64[us]",
    "n_sessions": "int64",
    "days_meant": "int64",
    "days_done": "int64",
    **{f"{side}_{span}_{unit}": "float64" for side in SIDES for span in SPANS for unit in _TYPICAL.values()},
    **{f"{what}_{unit}": "float64" for what in (*SIDES, "balance") for unit in _CHANGE.values()},
    **{f"{side}_{unit}": "float64" for side in SIDES for unit in _SLOPE.values()},
    **{f"{name}_{span}": "float64" for span in SPANS for name in _BALANCE},
    **{f"verdict_{span}": "str" for span in SPANS},
    **{f"first_side_{span}": "str" for span in SPANS},
    "pain_then": "float64",
    "pain_now": "float64",
    "pain_change": "float64",
    "pain_change_low": "float64",
    "pain_change_high": "float64",
    "days_followed": "int64",
    "pain_known_days": "int64",
    "n_stops_by_pain": "int64",
    "n_rows_refused": "int64",
    "is_example": "bool",
    "active": "boolean",
    "inactive_since": "datetime64[us]",
    "why": "str",
}


def person_row(record: Record, exercise: str) -> dict[str, Any]:
    """Return what `Study.people` says of one person, without whether they are active.

    The beginning is the 28 days from the first hold on; now are the 28 up to the last.
    """
    row: dict[str, Any] = {"person": record.member.person, "group": record.member.group}
    row["n_rows_refused"] = len(record.refused)
    row["is_example"] = bool(record.holds["source"].eq(EXAMPLE).any())
    reasons = [*record.faults]
    try:
        row |= _figures(record, exercise, reasons)
    except LogError as error:
        reasons.append(str(error))
    return row | {"why": "; ".join(reasons) or None}


def _figures(record: Record, exercise: str, reasons: list[str]) -> dict[str, Any]:
    held = chosen("Study.people", record.holds, exercise, record.member.start, says_none=True)
    if held.empty:
        reasons.append(f"no hold of {exercise}")
        return {}
    holds, of, diary = Chosen(held), {"exercise": exercise}, _from(record)
    days = practice(holds, **of, plan=record.member.plan, diary=diary)
    meant, pain = days["planned"] > 0, pain_days(holds, **of, diary=diary)
    return {
        "first_day": held["day"].min(),
        "last_day": held["day"].max(),
        "n_sessions": len(sessions(holds, **of)),
        "days_meant": int(meant.sum()),
        "days_done": int((days["done"] > 0)[meant].sum()),
        "days_followed": len(pain),
        "pain_known_days": int(pain["pain"].notna().sum()),
        "n_stops_by_pain": int(pain_stops(holds, **of)["n_pain"].sum()),
        **_slopes(holds, of),
        **_then_and_now(held, pain, of, diary),
    }


def _from(record: Record) -> Diary:
    """Return what was said of days, from the first that counts on."""
    return record.diary.between(record.member.start, None)


def _slopes(holds: Chosen, of: dict[str, Any]) -> dict[str, float]:
    rows = trend(holds, **of, days=None)
    return {f"{row.side}_{new}": getattr(row, old) for row in rows.itertuples() for old, new in _SLOPE.items()}


def _then_and_now(held: pd.DataFrame, pain: pd.DataFrame, of: dict[str, Any], diary: Diary) -> dict[str, Any]:
    """Return the figures of the first 28 days, of the last, and of what changed between them."""
    span = pd.Timedelta(days=LATELY_DAYS - 1)
    first, last = held["day"].min(), held["day"].max()
    row: dict[str, Any] = {}
    spans = ((first, first + span), (last - span, last))
    for name, (since, until) in zip(SPANS, spans, strict=True):
        upto = held[held["day"] <= until]
        part = Chosen(upto[upto["day"] >= since])
        for side in typical_hold(part, **of).itertuples():
            row |= {f"{side.side}_{name}_{new}": getattr(side, old) for old, new in _TYPICAL.items()}
        row |= _balance(Chosen(upto), of, name)
        row[f"pain_{name}"] = pain["pain"].astype("float64")[pain["day"].between(since, until)].median()
    if last - first > 2 * span:
        row |= _changes(Chosen(held), of, diary, spans)
    return row


def _balance(holds: Chosen, of: dict[str, Any], name: str) -> dict[str, Any]:
    last = latest_balance(holds, **of).iloc[0]
    said = {f"{number}_{name}": last[number] for number in _BALANCE}
    return said | {f"verdict_{name}": last["verdict"], f"first_side_{name}": last["first_side"]}


def _changes(holds: Chosen, of: dict[str, Any], diary: Diary, spans: tuple) -> dict[str, float]:
    rows = compare(holds, **of, spans=spans, diary=diary)
    rows = rows[~rows["verdict"].isin(UNTOLD)]
    said: dict[str, float] = {}
    for row in rows[rows["what"].isin(["typical", "balance"])].itertuples():
        of = row.side if row.what == "typical" else row.what
        said |= {f"{of}_{new}": getattr(row, old) for old, new in _CHANGE.items()}
    for row in rows[rows["what"] == "pain"].itertuples():
        said |= {"pain_change": row.change, "pain_change_low": row.low, "pain_change_high": row.high}
    return said


def with_activity(rows: list[dict[str, Any]], today: pd.Timestamp | None, idle_days: int) -> pd.DataFrame:
    """Return the rows of everybody as one frame, with who is active on a day, the study's last unless given."""
    people = pd.DataFrame(rows, columns=list(COLUMNS))
    counts = [name for name, dtype in COLUMNS.items() if dtype == "int64"]
    people[counts] = people[counts].astype("float64").fillna(0)
    last = pd.to_datetime(people["last_day"])
    day = last.max() if today is None else today
    active = (last > day - pd.Timedelta(days=idle_days)).astype("boolean").where(last.notna())
    return table(COLUMNS, [people.assign(active=active, inactive_since=last.where(~active.fillna(True)))])
