"""A frame of holds -> the same with a target, why each ended, its source, and ids, where they can be told."""

import numpy as np
import pandas as pd

from hiplog import schema
from hiplog.heaps import heaps

_TARGET_S = 120.0
_A_DAY = pd.Timedelta(days=1)


def complete(holds: pd.DataFrame, source: str, decided: dict[str, str]) -> pd.DataFrame:
    """Return holds with a target and why they ended where that can be told, where they came from, and ids."""
    aimed = "target_s" in holds
    if "exercise" not in holds:
        holds["exercise"] = "hip_balance"
    if not aimed:
        holds["target_s"] = _target(holds, decided)
    lacks_ids = _blank(holds, "hold_id").any()
    if not aimed or lacks_ids:  # else it is our own export, and comes back as it was
        reached = (holds["hold_s"] >= holds["target_s"]).to_numpy("int8")
        holds["ended"] = _filled(holds, "ended", pd.Categorical.from_codes(reached - 1, ["target"]))
    holds["source"] = _filled(holds, "source", source)
    if lacks_ids:
        holds["hold_id"] = _filled(holds, "hold_id", schema.hold_ids(holds))
    if _blank(holds, "session_id").any():
        holds["session_id"] = _filled(holds, "session_id", schema.session_ids(holds, holds.get("session")))
    return schema.conform(holds)


def are_session_ids(holds: pd.DataFrame) -> bool:
    """Return whether each text of `session_id` is of one session: `1` or `am`, which come again, are not."""
    starts = holds.groupby("session_id")["started_at"]
    return bool((starts.max() - starts.min() < _A_DAY).all())


def _blank(holds: pd.DataFrame, name: str) -> np.ndarray:
    """Return which holds have no text in a column; all of them where it is not there."""
    if name not in holds:
        return np.ones(len(holds), dtype=bool)
    texts = holds[name].to_numpy(dtype=object)
    return pd.isna(texts) | (texts == "")


def _filled(holds: pd.DataFrame, name: str, values: object) -> object:
    """Return a column of texts with `values` where it has none."""
    blank = _blank(holds, name)
    if blank.all():
        return values
    return holds[name].astype("str").where(~blank, values) if blank.any() else holds[name]


def _target(holds: pd.DataFrame, decided: dict[str, str]) -> pd.Series | float:
    """Return the target of a file that names none: 120 s if no hold is longer, else missing.

    It is missing too for an exercise whose holds stop at fewer seconds, as of who aims at 60: with 120 they would
    be taken for all that could be held. The measures find that stop as a target (`hiplog.heaps`).
    """
    longest = holds["hold_s"].max()
    if longest > _TARGET_S:
        decided["target_s"] = f"no target, as a hold of {longest:g} s is longer than 120 s"
        return np.nan
    unnamed = holds[_blank(holds, "ended")]
    stops = {name: heap.target_s for name, _, heap in heaps(unnamed, below=_TARGET_S)}
    if not stops:
        decided["target_s"] = "target 120 s, as no hold is longer"
        return _TARGET_S
    at = " and ".join(f"{name} at {target_s:g} s" for name, target_s in stops.items())
    decided["target_s"] = f"no target, as none is named and holds stop short of 120 s: {at}"
    aimed_at = np.where(holds["exercise"].isin(stops), np.nan, _TARGET_S)
    return pd.Series(aimed_at, holds.index)
