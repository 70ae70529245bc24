"""Compare what `read_log` makes of a file with what a person expects of it; see README.md beside this."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd

import hiplog
from hiplog.reading import Reading

HERE = Path(__file__).parent
FIELDS = ("started_at", "side", "hold_s", "pain_before", "pain_after", "note")
MORE = ("ended", "exercise", "target_s", "utc_offset_min", "hold_id")


def cases() -> dict[str, dict]:
    """Return every case: a file of `good` or `bad`, or a case of one under another name."""
    found = {}
    for folder in ("good", "bad"):
        told = json.loads((HERE / folder / "expected.json").read_text(encoding="utf-8"))
        for name, case in told.items():
            found[f"{folder}/{name}"] = case | {"file": HERE / folder / case.get("path", name)}
    return found


def files_without_a_case() -> set[str]:
    """Return the files that lie in the folders and stand in no `expected.json`."""
    known = {case["file"] for case in cases().values()}
    files = {path for folder in ("good", "bad") for path in (HERE / folder).rglob("*") if path.is_file()}
    return {path.name for path in files - known if path.name != "expected.json"}


def faults(case: dict) -> list[str]:
    """Return what is not as expected, in words; an empty list is a file read exactly."""
    try:
        reading = hiplog.read_log(case["file"], **case.get("options", {}))
    except hiplog.LogError as error:
        return [] if case.get("error") else [f"refused: {error}"]
    if case.get("error"):
        return [f"not refused: {reading!r}"]
    return [*_wrong_holds(case, reading), *_wrong_rows(case, reading), *_wrong_ids(case, reading)]


def _wrong_holds(case: dict, reading: Reading) -> list[str]:
    wanted = [_wanted(case, i) for i in range(len(case.get("holds", [])))]
    given = reading.holds.to_dict("records")
    missing = []
    for hold in wanted:
        twin = next((other for other in given if _same(hold, other)), None)
        if twin is None:
            missing.append(f"missing: {hold}")
        else:
            given.remove(twin)
    return missing + [f"not expected: { {name: hold[name] for name in (*FIELDS, *MORE)} }" for hold in given]


def _wanted(case: dict, i: int) -> dict:
    hold = dict(zip(FIELDS, case["holds"][i], strict=True))
    return hold | {"exercise": "hip_balance"} | {name: case[name][i] for name in MORE if name in case}


def _same(wanted: dict, given: dict) -> bool:
    return all(value == "*" or _alike(name, value, given[name]) for name, value in wanted.items())


def _alike(name: str, value: object, other: object) -> bool:
    if value is None or pd.isna(other):
        return value is None and pd.isna(other)
    if name == "started_at":
        begun = datetime.fromisoformat(value)
        return timedelta() <= other - begun < timedelta(days=1 if len(value) == 10 else 0, minutes=len(value) > 10)
    if isinstance(value, int | float):
        return abs(float(other) - value) < 0.01
    if isinstance(value, dict):
        return all(part in other for part in value["has"]) and value.get("length", len(other)) == len(other)
    return " ".join(value.split()) == " ".join(other.split())


def _wrong_rows(case: dict, reading: Reading) -> list[str]:
    rejected = {row for row, _ in case.get("rejected", [])}
    skipped = {row for row, _ in case.get("skipped", [])}
    found = {"rejected": set(reading.rejected["row"]), "skipped": {one["row"] for one in reading.how["skipped"]}}
    wanted = {"rejected": rejected, "skipped": skipped}
    return [f"{name}: {found[name]}, expected {wanted[name]}" for name in wanted if found[name] != wanted[name]]


def _wrong_ids(case: dict, reading: Reading) -> list[str]:
    again = hiplog.read_log(case["file"], **case.get("options", {})).holds["hold_id"]
    wrong = [] if reading.holds["hold_id"].is_unique and again.equals(reading.holds["hold_id"]) else ["ids"]
    wanted = case.get("sessions", reading.holds["session_id"].nunique())
    wanted = reading.how["rows"] if wanted == "rows" else wanted
    found = reading.holds["session_id"].nunique()
    return wrong + ([f"{found} sessions, expected {wanted}"] if found != wanted else [])
