"""What a log tells of pain where one skips the exercise on bad days, with and without what is said of those days.

    python benchmarks/pain_days.py [LOGS]

Pain has mean 4 and standard deviation 2, an autocorrelation of 0.7 from day to day, is cut off at 0 and 10 and
rounded. A day is skipped with log-odds of -1.5 at pain 4, and 0.6 more for each point. Each log has 84 days.
"""

import sys

import numpy as np
import pandas as pd

import hiplog
from hiplog.schema import Diary

DAYS, MEAN, SD, RUN = 84, 4.0, 2.0, 0.7
SKIP, SKIP_PER_POINT = -1.5, 0.6
SAID = (0.0, 0.5, 1.0)  # of the skipped days, the share whose pain is said


def simulated(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return the pain of each day, and whether the exercise was skipped on it."""
    noise = rng.normal(0, SD * np.sqrt(1 - RUN**2), DAYS)
    level = np.empty(DAYS)
    level[0] = rng.normal(0, SD)
    for day in range(1, DAYS):
        level[day] = RUN * level[day - 1] + noise[day]
    pain = np.clip(np.rint(MEAN + level), 0, 10)
    skipped = rng.random(DAYS) < 1 / (1 + np.exp(-(SKIP + SKIP_PER_POINT * (pain - MEAN))))
    return pain, skipped


def told(pain: np.ndarray, skipped: np.ndarray, said: np.ndarray) -> dict[str, float]:
    """Return what `hiplog.pain_days` tells of a log whose skipped days are `said` of, or not."""
    day = pd.date_range("2026-01-01", periods=DAYS)
    began = day[~skipped] + pd.Timedelta(hours=7)
    holds = pd.DataFrame({"started_at": began, "side": "left", "hold_s": 60.0, "pain_before": pain[~skipped]})
    known = hiplog.pain_days(holds, diary=Diary(days=pd.DataFrame({"day": day[said], "pain": pain[said]})))["pain"]
    known = known.dropna().astype("float64")
    return {"known": len(known), "bad": 100 * (known >= 7).mean(), "mean": known.mean(), "median": known.median()}


def main(logs: int) -> None:
    """Print a line for the truth and for each share of skipped days of which the pain is said."""
    rng = np.random.default_rng(1)
    truth, rows = [], {share: [] for share in SAID}
    for _ in range(logs):
        pain, skipped = simulated(rng)
        truth.append(
            {"known": DAYS, "bad": 100 * (pain >= 7).mean(), "mean": pain.mean(), "median": np.median(pain)}
        )
        chance = rng.random(DAYS)
        for share, of in rows.items():
            of.append(told(pain, skipped, skipped & (chance < share)))
    print("| | days known of 84 | with pain of 7 or more | mean | typical (median) |\n|---|---|---|---|---|")
    names = {share: f"pain said of {share:.0%} of the skipped days" for share in SAID} | {0.0: "sessions alone"}
    for name, of in {"as it was": truth, **{names[share]: of for share, of in rows.items()}}.items():
        row = pd.DataFrame(of).mean()
        numbers = f"{row['known']:.0f} | {row['bad']:.1f} % | {row['mean']:.2f} | {row['median']:.2f}"
        print(f"| {name} | {numbers} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
