"""Logs of holds for the tests of measures, short enough to see through."""

import json
from pathlib import Path

import numpy as np
import pandas as pd

VECTORS = Path(__file__).parent / "vectors"


def held(left=(), right=(), *, every="1D", **columns) -> pd.DataFrame:
    """Return one hold per side and day (or `every` so often) from 1 January 2026, with these seconds."""
    sides = [
        pd.DataFrame(
            {"started_at": pd.date_range("2026-01-01", periods=len(s), freq=every), "side": side, "hold_s": s}
        )
        for side, s in (("left", left), ("right", right))
    ]
    return pd.concat(sides, ignore_index=True).astype({"hold_s": float}).assign(**columns)


def growing(days=120, seed=1, cap=120.0) -> pd.DataFrame:
    """Return a noisy log that grows into its target, left faster than right."""
    noise = np.random.default_rng(seed).lognormal(0, 0.15, (2, days))
    limits = (60 + np.array([[0.5], [0.3]]) * np.arange(days)) * noise
    return held(*np.minimum(limits, cap), target_s=cap)


def swapped(holds: pd.DataFrame) -> pd.DataFrame:
    return holds.assign(side=holds["side"].map({"left": "right", "right": "left"}))


def vector(name: str) -> dict:
    return json.loads((VECTORS / f"{name}.json").read_text())
