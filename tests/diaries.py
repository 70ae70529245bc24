"""Synthetic logs for tests of what is shown: of any length, seeded, nobody's health data."""

import numpy as np
import pandas as pd

from hiplog.schema import conform

NOTES = ["SI joint sore", "low back stiff", "sciatica down the left leg", "outer thigh tight (ITB)", "easy today"]


def diary(days, *, sides=("right", "left"), a_day=1, typical_s=(60, 75), growth_s=0.25, pause=(), target_s=120.0):
    """Return a log of so many days from 4 Mar 2026: left and right typical seconds, growing by the day."""
    rng = np.random.default_rng(days)
    when = np.array([day for day in range(days) for _ in range(a_day)])
    when = when[~np.isin(when, list(pause))]
    parts = [_side(rng, when, side, typical_s, growth_s, target_s, a_day) for side in sides]
    return conform(pd.concat(parts, ignore_index=True).sort_values("started_at", ignore_index=True))


def _side(rng, when, side, typical_s, growth_s, target_s, a_day):
    able_s = (typical_s[side == "right"] + growth_s * when) * np.exp(rng.normal(0, 0.15, len(when)))
    hours = 7 + np.arange(len(when)) % a_day * 5 + (0.05 if side == "left" else 0)
    pain = rng.integers(2, 6, len(when)).astype(float)
    return pd.DataFrame(
        {
            "started_at": pd.Timestamp("2026-03-04") + pd.to_timedelta(when * 24 + hours, unit="h").round("s"),
            "side": side,
            "hold_s": np.fmin(able_s, target_s).round(1),
            "target_s": target_s,
            "ended": np.where(able_s >= target_s, "target", "let_go"),
            "pain_before": pain,
            "pain_after": np.maximum(0, pain - rng.integers(0, 3, len(when))),
            "note": [
                NOTES[i] if i < len(NOTES) and side == "left" else None for i in rng.integers(0, 40, len(when))
            ],
        }
    )


def holds(*rows):
    """Return holds of rows (day, side, seconds, ended), all with a target of 120 s."""
    made = pd.DataFrame(rows, columns=["started_at", "side", "hold_s", "ended"])
    return conform(made.assign(target_s=120.0))


def four_cases():
    """Return a file of four people, each with whole sessions on the same days, under a header of anything."""
    rows = [
        f"{case:03},2026-03-{day:02} {7 + (case + day) % 4 * 3:02}:30,{side},{30 + 5 * case + day % 7}"
        for day in range(1, 29)
        for case in range(1, 5)
        for side in ("left", "right")
    ]
    return "\n".join(["case,date,side,seconds", *rows]) + "\n"
