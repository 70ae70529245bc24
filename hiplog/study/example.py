"""A synthetic study: invented people of several kinds, nobody's health data."""

import re
from os import PathLike
from pathlib import Path

import numpy as np
import pandas as pd

from hiplog.schema import EXAMPLE, LogError, conform

_FIRST = pd.Timestamp("2026-01-05")
_SEED = 17


def example_study(folder: str | PathLike[str], *, people: int = 60, days: int = 180) -> Path:
    """Write the logs of invented people into a folder, and `people.csv`, and return the folder.

    They differ in how strong they begin, how fast they grow, how even their sides are, how often they practise and
    when they stop; those of the group `three a day` mean to practise three times a day, the others once.

    Parameters
    ----------
    folder : path
        Made where there is none; files of an earlier call are written anew, the same to the byte.
    people : int
    days : int
        The length of the study. Some begin later, many stop earlier.

    Raises
    ------
    LogError
        Where something else lies in the folder: nobody's logs are mixed with invented ones.
    """
    folder = Path(folder).expanduser().absolute()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _check_ours(folder)
    rng = np.random.default_rng(_SEED)
    listed = []
    for number in range(1, people + 1):
        name, plan = f"example_{number:05d}", 3 if number % 3 == 0 else 1
        _log(np.random.default_rng(rng.integers(2**32)), days, plan).to_csv(folder / f"{name}.csv", index=False)
        group = "three a day" if plan == 3 else "once a day"
        listed.append({"person": name, "file": f"{name}.csv", "plan": plan, "group": group})
    pd.DataFrame(listed).to_csv(folder / "people.csv", index=False)
    return folder


def _check_ours(folder: Path) -> None:
    """Refuse a folder with files that no earlier call made."""
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    ours = r"example_\d{5}\.csv" + (r"|people\.csv" if "example_00001.csv" in names else "")
    if others := [name for name in names if not re.fullmatch(ours, name)]:
        raise LogError(f"{folder}: {others[0]} is in it, expected a new folder, or one that this made")


def _log(rng: np.random.Generator, days: int, plan: int) -> pd.DataFrame:
    """Return the holds of one invented person."""
    begins = int(rng.integers(0, days // 4))
    stays = rng.random() < 0.55
    ends = days if stays else begins + int(rng.integers(14, days - begins))
    keeps = rng.uniform(0.45, 0.98)  # the chance of each session that is meant
    day = np.repeat(np.arange(begins, max(ends, begins + 2)), plan)
    hour = np.tile(7 + 6.0 * np.arange(plan), len(day) // plan)
    done = rng.random(len(day)) < keeps
    done[[0, -1]] = True
    day, hour = day[done], hour[done]
    able, rate = rng.lognormal(np.log(55), 0.3), rng.normal(0.0025, 0.002)  # seconds; growth of their log a day
    uneven, evens = rng.normal(0, 0.15), rng.uniform(0, 0.008)
    mood = rng.normal(0, 0.08, days + 1)[np.minimum(day, days)]
    pain = np.clip(rng.uniform(2, 6) - rng.uniform(0, 0.02) * (day - begins) + rng.normal(0, 1, len(day)), 0, 10)
    parts = []
    for sign, side in ((-0.5, "left"), (0.5, "right")):
        between = sign * uneven * np.exp(-evens * (day - begins))
        seconds = able * np.exp(rate * (day - begins) + between + mood + rng.normal(0, 0.13, len(day)))
        hours = 24 * day + hour + 0.05 * (side == "left")
        parts.append(
            pd.DataFrame(
                {
                    "started_at": _FIRST + pd.to_timedelta(hours, unit="h").round("s"),
                    "side": side,
                    "hold_s": np.fmin(seconds, 120.0).round(1),
                    "target_s": 120.0,
                    "ended": np.where(
                        seconds >= 120, "target", np.where(rng.random(len(day)) < 0.03, "pain", "let_go")
                    ),
                    "pain_before": pain.round(),
                    "pain_after": np.clip(pain - rng.integers(0, 2, len(day)), 0, 10).round(),
                    "source": EXAMPLE,
                }
            )
        )
    return conform(pd.concat(parts).sort_values("started_at", ignore_index=True))
