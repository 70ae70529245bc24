"""The naive line and hiplog's, of sides that truly drift apart while both reach the target more and more."""

import numpy as np
import pandas as pd
from matplotlib import pyplot as plt

import hiplog

DAYS, TARGET_S = 150, 120.0
day = np.arange(DAYS)
limits = {"left": 60 + 0.6 * day, "right": 60 + 0.3 * day}  # seconds that each side could hold
noise = np.random.default_rng(20261).lognormal(0, 0.15, (2, DAYS))
log = pd.concat(
    pd.DataFrame(
        {
            "started_at": pd.date_range("2026-01-01T07:00", periods=DAYS) + pd.Timedelta(minutes=3 * place),
            "side": side,
            "hold_s": np.minimum(limit * noise[place], TARGET_S),
            "target_s": TARGET_S,
        }
    )
    for place, (side, limit) in enumerate(limits.items())
)
daily = log.pivot_table(index=log["started_at"].dt.normalize(), columns="side", values="hold_s")
seconds = daily.rolling(28).mean()
naive = 100 * (seconds["right"] - seconds["left"]) / seconds.max(axis=1)
true = 100 * (limits["right"] - limits["left"]) / np.maximum(*limits.values())
curve = hiplog.balance(log)

figure, ax = plt.subplots(layout="constrained")
ax.fill_between(curve["day"], curve["low_pct"], curve["high_pct"], color="#009E73", alpha=0.2, lw=0)
ax.plot(curve["day"], curve["balance_pct"], color="#009E73", lw=2.2, label="hiplog.balance, with its interval")
ax.plot(naive.index, naive, color="#D55E00", ls="--", lw=2, label="means of 28 days against each other")
ax.plot(seconds.index, pd.Series(true).rolling(28).mean(), color="black", lw=1, label="the truth")
ax.set(ylabel="right against left, %", title="Sides that drift apart, held up to two minutes")
ax.legend(frameon=False)
