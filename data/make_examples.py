"""Make the two example logs in this folder: one synthetic person's year, and the notes they kept before it.

    python data/make_examples.py

Nobody's health data: every number and word comes from the seed below. The same seed gives the same bytes.
"""

import csv
import pathlib
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from hiplog import Log
from hiplog.schema import Diary

HERE = pathlib.Path(__file__).parent
SEED = 20251101
YEAR = pd.date_range("2025-11-01", "2026-10-31")
KEPT_BY_HAND = pd.date_range("2025-07-05", "2025-10-30")
ZONE = ZoneInfo("Europe/Berlin")
TARGET_S = 120.0
PAUSES = {"ill": ("2026-02-14", "2026-02-27"), "away": ("2026-07-18", "2026-08-02")}
SORE = [("2025-12-09", "2025-12-14"), ("2026-04-20", "2026-04-26")]  # days with more pain
CHANGES, CHANCES = [-2, -1, 0, 1], [0.15, 0.45, 0.35, 0.05]  # of pain, from before a session to after it
PLANS = {"2025-11-01": 2, "2026-05-01": 1}  # sessions a day, and from which day on
MARKS = {"2026-03-09": "a new mattress", "2026-05-01": "once a day"}
BAD_DAY = ["too sore today", "could hardly sit", "rested, warm bath", "better by the evening"]
NOTES = {
    "high": [
        "SI joint sore this morning",
        "low back stiff after the long drive",
        "sharp at the right SI joint, breathed through it",
        "sciatica down the left leg again",
        "slept badly, lower back tight",
    ],
    "middle": [
        "outer thigh tight (ITB)",
        "low back a bit stiff at first",
        "SI joint quieter, no sciatica",
        "found the balance after half a minute",
        "left side shaky",
    ],
    "low": [
        "easy today",
        "no pain in the low back",
        "both sides felt still",
        "ITB a little tight, SI joint fine",
        "let the head rest this time, much better",
    ],
}


def between(day: pd.Timestamp, spans: list[tuple[str, str]]) -> bool:
    """Return whether a day lies in one of the spans."""
    return any(pd.Timestamp(begin) <= day <= pd.Timestamp(end) for begin, end in spans)


def limit_s(days: np.ndarray, side: str) -> np.ndarray:
    """Return the typical most seconds of a side, `days` after 1 November 2025: it grows, the left catching up."""
    begin, end, pace = {"left": (54.0, 112.0, 190.0), "right": (76.0, 122.0, 170.0)}[side]
    return end - (end - begin) * np.exp(-days / pace)


def wobble(rng, n: int, *, sd: float, memory: float) -> np.ndarray:
    """Return good and bad days: noise of `sd` that remembers `memory` of the day before."""
    steps = rng.normal(0, sd * np.sqrt(1 - memory**2), n)
    out = np.zeros(n)
    for i in range(n):
        out[i] = memory * out[i - 1] + steps[i] if i else steps[i]
    return out


def pain_before(rng, n: int, dates: pd.DatetimeIndex) -> np.ndarray:
    """Return the pain of each day, 0 to 10: fading over the year, with two sore spells."""
    fading = 1.4 + 4.0 * np.exp(-np.arange(n) / 150)
    more = np.array([3.0 if between(day, SORE) else 0.0 for day in dates])
    return np.clip(np.rint(fading + more + wobble(rng, n, sd=0.9, memory=0.4)), 0, 10)


def one_session(rng, begin: pd.Timestamp, number: int, good_day: float, pain: float) -> list[dict]:
    """Return the two holds of a session, right first."""
    after = float(np.clip(pain + rng.choice(CHANGES, p=CHANCES), 0, 10))
    mood = "high" if pain >= 5 else "middle" if pain >= 3 else "low"
    note = rng.choice(NOTES[mood]) if rng.random() < 0.16 else None
    rows = []
    for side in ("right", "left"):
        able_s = limit_s(number, side) * np.exp(good_day + rng.normal(0, 0.12) - (0.25 if pain >= 7 else 0))
        hold_s, ended = how_it_ended(rng, round(float(able_s), 1), pain)
        hold = {"started_at": begin, "exercise": "hip_balance", "side": side, "hold_s": hold_s, "ended": ended}
        hold |= {"pain_before": pain, "pain_after": after, "note": note if side == "left" else None}
        rows.append(hold)
        begin += pd.Timedelta(seconds=round(hold_s + 10))
    return rows


def how_it_ended(rng, able_s: float, pain: float) -> tuple[float, str]:
    """Return the seconds held by a side that can hold `able_s`, and why it ended."""
    chance = rng.random()
    if chance < 0.015:
        return round(min(able_s, TARGET_S) * rng.uniform(0.3, 0.8), 1), "interrupted"
    if pain >= 6 and chance < 0.08:
        return round(min(able_s, TARGET_S) * 0.8, 1), "pain"
    return (able_s, "let_go") if able_s < TARGET_S else (TARGET_S, "target")


def stretches(rng, exercise: str, begin: pd.Timestamp) -> list[dict]:
    """Return a stretch of each side after a session, as in the later months of the year."""
    rows = []
    for side in ("right", "left"):
        held = round(min(TARGET_S, float(rng.normal(95, 20))), 1)
        ended = "target" if held >= TARGET_S else "let_go"
        rows.append({"started_at": begin, "exercise": exercise, "side": side, "hold_s": held, "ended": ended})
        begin += pd.Timedelta(seconds=round(held + 10))
    return rows


def one_day(rng, day: pd.Timestamp, number: int, good_day: float, pain: float) -> list[dict]:
    """Return all holds of a day: a second session on most days with more pain, stretches from May on."""
    rows = []
    for hour in (7, 19) if pain >= 4 and rng.random() < 0.6 else (7,):
        begin = day + pd.Timedelta(hours=hour, minutes=int(rng.integers(0, 45)), seconds=int(rng.integers(0, 60)))
        rows += one_session(rng, begin, number, good_day, pain)
    if day >= pd.Timestamp("2026-05-01") and rng.random() < 0.35:
        rows += stretches(rng, "hamstring_stretch", rows[-1]["started_at"] + pd.Timedelta(minutes=3))
    return rows


def example_holds(rng) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the holds of a year, and each day's pain: two sessions a day while it is high, later one."""
    good_days = wobble(rng, len(YEAR), sd=0.09, memory=0.5)
    pains = pain_before(rng, len(YEAR), YEAR)
    rows = []
    for number, day in enumerate(YEAR):
        missed = between(day, [*PAUSES.values()]) or rng.random() < (0.08 if number < 120 else 0.16)
        if not missed:
            rows += one_day(rng, day, number, good_days[number], pains[number])
    return pd.DataFrame(rows), pains


def quad_stretches(rng, holds: pd.DataFrame) -> pd.DataFrame:
    """Return quad stretches after half of the hamstring stretches."""
    last = holds[holds["exercise"].eq("hamstring_stretch") & holds["side"].eq("left")]["started_at"]
    after = [begin + pd.Timedelta(minutes=3) for begin in last if rng.random() < 0.5]
    return pd.DataFrame([row for begin in after for row in stretches(rng, "quad_stretch", begin)])


def stopped_by_pain(rng, holds: pd.DataFrame) -> pd.DataFrame:
    """Return the holds, of which pain ended some on bad days, long before they would have been let go."""
    bad = holds["pain_before"].ge(5) & holds["ended"].eq("let_go") & (rng.random(len(holds)) < 0.08)
    shorter = (holds["hold_s"] * 0.55).round(1)
    return holds.assign(ended=holds["ended"].mask(bad, "pain"), hold_s=holds["hold_s"].mask(bad, shorter))


def days_without(rng, holds: pd.DataFrame, pains: np.ndarray) -> pd.DataFrame:
    """Return what the person says of days without a session: most pauses, and how it hurts where it does."""
    days = []
    for day in YEAR.difference(holds["started_at"].dt.normalize()):
        reasons = [reason for reason, span in PAUSES.items() if between(day, [span])]
        skipped = float(np.clip(pains[YEAR.get_loc(day)] + rng.choice([1, 2, 3]), 0, 10))
        if reasons:
            days.append({"day": day, "reason": reasons[0]})
        elif skipped >= 5:
            note = rng.choice(BAD_DAY) if rng.random() < 0.5 else None
            days.append({"day": day, "time": "20:15", "pain": skipped, "reason": "pain", "note": note})
        elif rng.random() < 0.4:
            days.append({"day": day, "time": "20:15", "pain": skipped})
    return pd.DataFrame(days).assign(source="example")


def write_example_log(rng, more) -> None:
    """Write the year as an export of a log; `more` makes what is beside the holds of the hips."""
    holds, pains = example_holds(rng)
    days = days_without(more, holds, pains)
    holds = stopped_by_pain(more, holds)
    holds = pd.concat([holds, quad_stretches(more, holds)]).assign(target_s=TARGET_S, source="example")
    offsets = [when.tz_localize(ZONE).utcoffset() for when in holds["started_at"]]
    holds["utc_offset_min"] = [int(offset.total_seconds() // 60) for offset in offsets]
    plans = pd.DataFrame({"day": PLANS.keys(), "plan": PLANS.values()})
    marks = pd.DataFrame({"day": MARKS.keys(), "words": MARKS.values()})
    with Log(":memory:") as log:
        log.add(holds, diary=Diary(days, plans, marks))
        with (HERE / "example_log.csv").open("w", encoding="utf-8", newline="") as file:
            log.export_csv(file)


def written(seconds: float, row: int) -> str:
    """Return a duration as a person writes it: mostly m:ss from a minute up, now and then plain seconds."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}" if whole >= 60 and row % 5 else str(whole)


def write_hand_kept_notes(rng) -> None:
    """Write what the same person kept by hand before: three days a week, with slips of the pen."""
    days = [day for day in KEPT_BY_HAND if day.day_of_week in (0, 2, 5) and rng.random() < 0.85]
    lines = [["My hip holds", "", "", "", ""], ["date", "left", "right", "pain", "notes"]]
    for row, day in enumerate(days):
        number = -(YEAR[0] - day).days
        left, right = (limit_s(0.35 * number, side) * np.exp(rng.normal(0, 0.13)) for side in ("left", "right"))
        pain = int(np.clip(round(rng.normal(5.5, 1.2)), 0, 10))
        note = rng.choice(NOTES["high" if pain >= 5 else "middle"]) if rng.random() < 0.3 else ""
        pain_text = f"{pain}/10" if row % 7 == 3 else pain
        lines.append([f"{day:%Y-%m-%d}", written(left, row), written(right, row), pain_text, note])
    lines[6][1] = "-"
    lines[6][4] = "left hip too sore, right only"
    lines[11][2] = "1:1x"
    lines[19][3] = "bad"
    lines[24][0] = "2025-09-31"
    lines.insert(30, ["", "", "", "", ""])
    lines.append(["best", "1:12", "1:31", "", ""])
    with (HERE / "hand_kept_notes.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


if __name__ == "__main__":
    write_example_log(np.random.default_rng(SEED), np.random.default_rng(SEED + 2))
    write_hand_kept_notes(np.random.default_rng(SEED + 1))
