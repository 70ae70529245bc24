"""How far the measures are from the truth, how often their intervals hold it, and how long they take.

    python benchmarks/measures.py [runs [runs of people who differ from the model]]

Simulated logs only. Runs of one row of a table are laid one after the other, a year apart, into one log: the
measures look at half a year at most, so each run is measured as if it were alone.
"""

import sys
import time
from importlib.metadata import version
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.optimize import brentq, minimize
from scipy.special import log_ndtr, ndtr
from scipy.stats import binomtest, linregress, t, theilslopes

import hiplog
from hiplog.heaps import heap
from hiplog.measures.fits.regression import fit
from hiplog.measures.pain.months import pain_months
from hiplog.measures.sides.capped import held_of_target
from hiplog.schema import conform
from hiplog.verdicts.sides import balance_in_words

SEED = 20261
CAP, NOISE, DAYS = 120.0, 0.15, 180
RISE = {"left": 0.5, "right": 0.3}  # seconds a day, from 60 s
WINDOW = 28
YEAR = 366
WANTED = (0.93, 0.98)
MOST_CAPPED = 0.85
PEOPLE_RUNS = 100  # unless given: many of their logs are a call each
APART = 800  # days from the begin of one person's log to that of the next, in one log
WEEKS_DAYS = 182
FALL_DAY = 196  # of pain: the first of the 8th 28 days


def holds_of(seconds: np.ndarray, cap: float | np.ndarray, *, aborted: np.ndarray | bool = False) -> pd.DataFrame:
    """Return the log of limits of shape (runs, sides, days), one hold per side and day, capped at `cap`.

    An aborted hold ends before the limit is reached, and nobody knows that it did.
    """
    runs, _, days = seconds.shape
    day = np.arange(runs)[:, None, None] * YEAR + np.arange(days)
    held = pd.DataFrame(
        {
            "started_at": (np.datetime64("2000-01-01", "D") + np.broadcast_to(day, seconds.shape)).ravel(),
            "side": np.broadcast_to(np.array([["left"], ["right"]]), seconds.shape).ravel(),
            "hold_s": np.minimum(seconds, cap).ravel(),
            "target_s": np.broadcast_to(cap, seconds.shape).ravel(),
            "ended": np.where(seconds >= cap, "target", "let_go").ravel(),
        }
    )
    return held.assign(started_at=held["started_at"].astype("datetime64[us]"))


def noise(rng: np.random.Generator, shape: tuple[int, ...], autocorrelation: float = 0.0) -> np.ndarray:
    """Return standard normal noise whose last axis is a first-order autoregression."""
    values = rng.standard_normal(shape)
    fresh = np.sqrt(1 - autocorrelation**2)
    for day in range(1, shape[-1]):
        values[..., day] = autocorrelation * values[..., day - 1] + fresh * values[..., day]
    return values


def percent(left, right):
    """Return the balance of two typical holds, + where right is longer."""
    d = np.log(right / left)
    return np.sign(d) * (1 - np.exp(-np.abs(d))) * 100


def covered(hits: np.ndarray) -> str:
    """Return the share of intervals that hold the truth, with its own 95 % (Wilson) interval."""
    if not len(hits):
        return ""
    share = binomtest(int(hits.sum()), len(hits)).proportion_ci(method="wilson")
    return f"{hits.mean():.3f} ({share.low:.3f}-{share.high:.3f})"


def remark(hits: np.ndarray, beyond: bool) -> str:
    """Return what stands beside a coverage that is not as wanted, or need not be."""
    if beyond:
        return "beyond the method"
    return "falls short" if hits.mean() < WANTED[0] else "too wide" if hits.mean() > WANTED[1] else ""


def print_table(title: str, rows: list[dict]) -> None:
    """Print rows as a Markdown table."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(rows[0]) + " |")
    print("|" + "---|" * len(rows[0]))
    for row in rows:
        print("| " + " | ".join(str(value) for value in row.values()) + " |")
    sys.stdout.flush()


# --- growth and balance beside the usual methods ---


def least_squares(day: np.ndarray, seconds: np.ndarray) -> tuple[float, float, float, float]:
    """Return slope, its 95 % interval, and the line's value in the middle of the last 28 days."""
    line = linregress(day, seconds)
    reach = t.ppf(0.975, len(day) - 2) * line.stderr
    return line.slope, line.slope - reach, line.slope + reach, line.intercept + line.slope * MIDDLE


def theil_sen(day: np.ndarray, seconds: np.ndarray) -> tuple[float, float, float, float]:
    """Return the same four of the median of the slopes of all pairs (Sen 1968)."""
    line = theilslopes(seconds, day)
    return line.slope, line.low_slope, line.high_slope, line.intercept + line.slope * MIDDLE


def dropping_capped(day: np.ndarray, seconds: np.ndarray) -> tuple[float, float, float, float]:
    """Return the same four of least squares, holds at the target dropped."""
    return least_squares(day[seconds < CAP], seconds[seconds < CAP])


MIDDLE = DAYS - (WINDOW + 1) / 2
USUAL = {
    "least squares": least_squares,
    "least squares, holds at the target dropped": dropping_capped,
    "Theil-Sen": theil_sen,
}


def growth(runs: int) -> list[dict]:
    """Return one row per method: the simulation of a log that grows into its target."""
    rng = np.random.default_rng(SEED)
    day = np.arange(DAYS)
    rise = np.array(list(RISE.values()))[:, None]
    limits = (60 + rise * day) * np.exp(NOISE * rng.standard_normal((runs, 2, DAYS)))
    seconds = np.minimum(limits, CAP)
    middle = 60 + rise[:, 0] * MIDDLE
    truth = percent(*middle)
    rows = []
    for name, method in USUAL.items():
        found = np.array([[method(day, of_side) for of_side in run] for run in seconds])
        rows.append(growth_row(name, found[..., :3], percent(found[:, 0, 3], found[:, 1, 3]) - truth))
    recent = seconds[..., -WINDOW:]
    daily = (100 * (recent[:, 1] - recent[:, 0]) / recent.max(axis=1)).mean(axis=1)
    rows.append(growth_row("mean of the daily indices", None, daily - truth))
    logs = [holds_of(run[None], CAP) for run in limits]
    slopes = (
        np.array(
            [
                hiplog.trend(log, days=None)[["slope_s_per_week", "low_s_per_week", "high_s_per_week"]]
                for log in logs
            ]
        )
        / 7
    )
    balances = last_of_each_run(hiplog.balance(holds_of(limits, CAP)), runs)
    return [*rows, growth_row("hiplog: trend and balance", slopes, balances["balance_pct"] - truth)]


def growth_row(name: str, slopes: np.ndarray | None, off: np.ndarray) -> dict:
    """Return one row: slopes (runs, sides, 3) in seconds a day, balance less the truth in percentage points."""
    row = dict.fromkeys(["slope difference", "bias", "RMSE", "covers, left", "covers, right"], "")
    if slopes is not None:
        apart = slopes[:, 0, 0] - slopes[:, 1, 0]
        truth = RISE["left"] - RISE["right"]
        row["slope difference"] = f"{apart.mean():.4f}"
        row["bias"] = f"{100 * (apart.mean() / truth - 1):+.1f} %"
        row["RMSE"] = f"{np.sqrt(((apart - truth) ** 2).mean()):.3f}"
        for side, (word, rise) in enumerate(RISE.items()):
            low, high = slopes[:, side, 1], slopes[:, side, 2]
            row[f"covers, {word}"] = covered((low <= rise) & (rise <= high))
    return {"method": name, **row, "balance, bias in points": f"{np.nanmean(off):+.1f}"}


def last_of_each_run(rows: pd.DataFrame, runs: int) -> pd.DataFrame:
    """Return the last row of each run, by run."""
    day = (rows["day"] - pd.Timestamp("2000-01-01")).dt.days
    return rows.groupby(day // YEAR).last().reindex(range(runs))


# --- the interval of the balance ---

BALANCE_ROWS = [  # words, share capped, autocorrelation, share aborted, days, beyond the method
    ("independent days, none capped", 0.0, 0.0, 0.0, False),
    ("independent days, 30 % capped", 0.3, 0.0, 0.0, False),
    ("independent days, 60 % capped", 0.6, 0.0, 0.0, False),
    ("autocorrelation 0.5, none capped", 0.0, 0.5, 0.0, False),
    ("autocorrelation 0.5, 30 % capped", 0.3, 0.5, 0.0, False),
    ("autocorrelation 0.5, 60 % capped", 0.6, 0.5, 0.0, False),
    ("10 % aborted, none capped", 0.0, 0.0, 0.1, True),
    ("10 % aborted, 30 % capped", 0.3, 0.0, 0.1, True),
    ("10 % aborted, 60 % capped", 0.6, 0.0, 0.1, True),
    ("88 % capped", 0.88, 0.0, 0.0, True),
    ("94 % capped", 0.94, 0.0, 0.0, True),
]


def balance_intervals(runs: int) -> list[dict]:
    """Return one row per case: 28 days, right truly 10 % shorter, intervals of the last day."""
    truth = -10.0
    medians = np.array([100.0, 90.0])[:, None]
    rows = []
    for number, (name, share, autocorrelation, aborted, beyond) in enumerate(BALANCE_ROWS):
        rng = np.random.default_rng([SEED, number])
        cap = np.quantile(medians * np.exp(NOISE * rng.standard_normal((2, 200_000))), 1 - share)
        limits = medians * np.exp(NOISE * noise(rng, (runs, 2, WINDOW), autocorrelation))
        slips = rng.random(limits.shape) < aborted
        limits = np.where(slips, limits * rng.uniform(0.3, 0.7, limits.shape), limits)
        found = last_of_each_run(hiplog.balance(holds_of(limits, cap if share else 3600.0)), runs)
        rows.append(balance_row(name, found, truth, beyond))
    return rows


def balance_row(name: str, found: pd.DataFrame, truth: float, beyond: bool) -> dict:
    """Return one row; a bound alone holds the truth if the truth is on its side of it."""
    told = found[found["balance_pct"].notna()]
    bound = found[found["balance_pct"].isna() & found[["low_pct", "high_pct"]].notna().any(axis=1)]
    hits = (told["low_pct"] <= truth) & (truth <= told["high_pct"])
    right = ~(bound["low_pct"] > truth) & ~(bound["high_pct"] < truth)
    return {
        "case": name,
        "told": f"{len(told) / len(found):.3f}",
        "bias in points": f"{told['balance_pct'].mean() - truth:+.2f}" if len(told) else "",
        "RMSE": f"{np.sqrt(((told['balance_pct'] - truth) ** 2).mean()):.2f}" if len(told) else "",
        "covers": covered(hits),
        "a bound only": f"{len(bound)}, true in {right.sum()}" if len(bound) else "",
        "": remark(hits, beyond),
    }


# --- people who differ from the model ---


class Person(NamedTuple):
    """How a simulated person's holds vary: shares of the variance, the rest is each hold's own."""

    common: float = 0.0  # of both sides on a day
    own_day: float = 0.0  # of a side on a day
    autocorrelation: float = 0.0  # of those two, from one day to the next
    a_day: int = 1
    days: int = WINDOW
    spread: tuple[float, float] = (0.2, 0.2)
    capped: float = 0.0
    round_s: float = 0.0
    tails: float = 0.0  # degrees of freedom of Student's t, 0 for the normal distribution
    short: float = 0.0  # the share of holds that were given up at 0.3 to 0.7 of the limit
    growth: tuple[float, int] = (0.0, 0)  # seconds a week, and how many days before the end it ended
    growth_days: int = 84  # how long it had gone on then
    second: float = 0.0  # by what share a session's second hold is shorter
    first: str = ""  # right, alternating or random; nothing where the order is not known


STEADY = {"spread": (0.1, 0.3)}
PEOPLE = {
    "independent days": Person(),
    "common days, r 0.5": Person(common=0.5),
    "common days, r 0.8": Person(common=0.8),
    "3 a day, a side's own day 0.5": Person(own_day=0.5, a_day=3),
    "3 a day, common 0.4, own 0.3": Person(common=0.4, own_day=0.3, a_day=3),
    "autocorrelation 0.5": Person(own_day=1.0, autocorrelation=0.5),
    "6 sessions": Person(days=6),
    "10 sessions": Person(days=10),
    "14 sessions": Person(days=14),
    "noise 0.10 and 0.30": Person(**STEADY),
    "noise 0.10 and 0.30, half capped": Person(**STEADY, capped=0.5),
    "noise 0.10 and 0.30, 70 % capped": Person(**STEADY, capped=0.7),
    "noise 0.15 and 0.25, half capped": Person(spread=(0.15, 0.25), capped=0.5),
    "noise 0.15 and 0.25, 70 % capped": Person(spread=(0.15, 0.25), capped=0.7),
    "heavy tails (t, 3)": Person(tails=3.0),
    "one short hold in ten": Person(short=0.1),
    "rounded to 5 s": Person(round_s=5.0),
    "rounded to 10 s": Person(round_s=10.0),
    "rounded to 30 s": Person(round_s=30.0),
}
TYPICAL_S = 90.0


def second_of(rng: np.random.Generator, who: Person, runs: int) -> np.ndarray:
    """Return which holds are the second of their session, shape (runs, sides, days, sessions a day)."""
    shape = (runs, who.days, who.a_day)
    number = np.broadcast_to(np.arange(who.days * who.a_day).reshape(shape[1:]), shape)
    ways = {
        "right": lambda: number >= 0,
        "alternating": lambda: number % 2 == 0,
        "random": lambda: rng.random(shape) < 0.5,
    }
    left = ways.get(who.first, lambda: number < 0)()
    return np.stack([left, ~left if who.first else left], axis=1)


def medians_of(who: Person) -> np.ndarray:
    """Return the median of each day."""
    a_week, ended = who.growth
    days_to_end = np.arange(who.days) - (who.days - 1 - ended)
    return TYPICAL_S + a_week / 7 * np.clip(days_to_end, -who.growth_days, 0)


def seconds_of(rng: np.random.Generator, who: Person, runs: int, shorter: float) -> np.ndarray:
    """Return limits of shape (runs, sides, days, sessions a day), right being shorter by that share."""
    shape = (runs, 2, who.days, who.a_day)
    both = noise(rng, (runs, 1, who.days), who.autocorrelation)[..., None]
    side = noise(rng, (runs, 2, who.days), who.autocorrelation)[..., None]
    own = rng.standard_t(who.tails, shape) / np.sqrt(who.tails) if who.tails else rng.standard_normal(shape)
    weights = np.sqrt([who.common, who.own_day, max(0.0, 1 - who.common - who.own_day)])
    z = weights[0] * both + weights[1] * side + weights[2] * own
    medians = medians_of(who)[:, None] * np.array([1, 1 - shorter])[:, None, None]
    limits = medians * np.exp(np.array(who.spread)[:, None, None] * z)
    given_up = rng.random(shape) < who.short
    limits = np.where(given_up, limits * rng.uniform(0.3, 0.7, shape), limits)
    return np.maximum(np.round(limits / who.round_s), 1) * who.round_s if who.round_s else limits


def cap_of(who: Person) -> float:
    """Return the target that so many of the holds of both sides reach, were the sides even."""
    if not who.capped:
        return 3600.0
    spread = np.array(who.spread)
    return TYPICAL_S * np.exp(brentq(lambda x: ndtr(-x / spread).mean() - who.capped, -5, 5))


def logs_of(rng: np.random.Generator, who: Person, runs: int, shorter: float = 0.0) -> pd.DataFrame:
    """Return the logs of so many such people, one after the other in one log, `APART` days from begin to begin."""
    limits = seconds_of(rng, who, runs, shorter)
    second = second_of(rng, who, runs)
    limits = limits * (1 - who.second * second)
    cap = cap_of(who)
    run, side, day, session = np.indices(limits.shape, sparse=True)
    hours = np.broadcast_to(24 * (APART * run + day) + 7 + 5 * session, limits.shape).ravel()
    begin = pd.to_timedelta(hours, unit="h") + pd.to_timedelta(3 * second.ravel(), unit="min")
    n, sides = np.arange(hours.size), np.broadcast_to(np.where(side, "right", "left"), limits.shape).ravel()
    return conform(
        pd.DataFrame(
            {
                "hold_id": n.astype("str"),
                "session_id": hours.astype("str"),
                "started_at": pd.Timestamp("2000-01-01") + begin,
                "side": sides,
                "hold_s": np.minimum(limits, cap).ravel(),
                "target_s": cap,
                "ended": np.where(limits >= cap, "target", "let_go").ravel(),
            }
        )
    )


def balances(rng: np.random.Generator, who: Person, runs: int, shorter: float = 0.0) -> pd.DataFrame:
    """Return the balance of each day of each run, with the `run` and the number of its `day`."""
    rows = hiplog.balance(logs_of(rng, who, runs, shorter))
    since = (rows["day"] - pd.Timestamp("2000-01-01")).dt.days
    return rows.assign(run=since // APART, day=since % APART)


def people(runs: int) -> list[dict]:
    """Return one row per person: of even sides, and of a right side truly 10 % shorter, on the last of 28 days."""
    rows = []
    for number, (name, who) in enumerate(PEOPLE.items()):
        rng = np.random.default_rng([SEED, 2, number])
        even, less = (balances(rng, who, runs, shorter).groupby("run").last() for shorter in (0.0, 0.1))
        told = even.dropna(subset="balance_pct")
        hits = ((told["low_pct"] <= 0) & (told["high_pct"] >= 0)).to_numpy()
        said = even["verdict"].str.contains("longer").mean()
        row = {"case": name, "has a balance": f"{len(told) / runs:.2f}", "even: covers": covered(hits)}
        row |= {
            "even: longer said": f"{said:.3f}",
            "10 %: interval without 0": f"{(less['high_pct'] < 0).mean():.2f}",
        }
        row["10 %: left longer said"] = f"{less['verdict'].str.startswith('left').mean():.2f}"
        fine = len(hits) and 0.93 <= hits.mean() <= 0.985 and said <= 0.06
        rows.append(row | {"": "" if fine else "not as wanted"})
    return rows


NEARLY_CAPPED = {
    "88 % capped": Person(capped=0.88),
    "94 % capped": Person(capped=0.94),
    "97 % capped": Person(capped=0.97),
    "90 % capped, common days r 0.5": Person(capped=0.9, common=0.5),
    "90 % capped, 3 a day, a side's own day 0.5": Person(capped=0.9, own_day=0.5, a_day=3),
    "90 % capped, autocorrelation 0.5": Person(capped=0.9, own_day=1.0, autocorrelation=0.5),
}


def means_of_target(runs: int) -> list[dict]:
    """Return one row per person whose holds nearly all reach their target: the difference of the sides' means."""
    rows = []
    for name, who in NEARLY_CAPPED.items():
        row = {"case": name}
        for words, shorter in (("even", 0.0), ("10 %", 0.1)):
            cap = cap_of(who)
            many = np.minimum(seconds_of(np.random.default_rng(1), who, 3000, shorter), cap).mean(axis=(0, 2, 3))
            logs = one_by_one(logs_of(np.random.default_rng(5), who, runs, shorter))
            means = pd.concat([held_of_target(log) for log in logs])
            hits = (means["low_s"] <= many[1] - many[0]) & (many[1] - many[0] <= means["high_s"])
            row |= {f"{words}: told": f"{len(means) / runs:.2f}", f"{words}: covers": covered(hits.to_numpy())}
        rows.append(row)
    return rows


BOUND_ROWS = [  # words, medians and noise of left and right, autocorrelation, days
    ("95 and 160 s, 28 days", (95.0, 160.0), (0.2, 0.2), 0.0, WINDOW),
    ("95 and 150 s, 28 days", (95.0, 150.0), (0.2, 0.2), 0.0, WINDOW),
    ("95 and 160 s, autocorrelation 0.5, 28 days", (95.0, 160.0), (0.2, 0.2), 0.5, WINDOW),
    ("both 130 s, 180 days", (130.0, 130.0), (0.2, 0.2), 0.0, DAYS),
    ("both 130 s, autocorrelation 0.5, 180 days", (130.0, 130.0), (0.2, 0.2), 0.5, DAYS),
    ("both 130 s, noise 0.2 and 0.1, 180 days", (130.0, 130.0), (0.2, 0.1), 0.0, DAYS),
    ("both 145 s, 180 days", (145.0, 145.0), (0.2, 0.2), 0.0, DAYS),
]


def bounds(runs: int) -> list[dict]:
    """Return one row per pair of sides, of which one may reach its 120 s nearly always: what is told at least."""
    rows = []
    for name, medians_s, spread, autocorrelation, days in BOUND_ROWS:
        drawn = noise(np.random.default_rng(SEED), (runs, 2, days), autocorrelation)
        limits = np.array(medians_s)[:, None] * np.exp(np.array(spread)[:, None] * drawn)
        found = hiplog.balance(holds_of(limits, CAP))
        found["false"] = found["bound_pct"] > percent(*medians_s)  # or of the other side, which is never ahead
        found["false"] |= found["bound_pct"] < 0
        last = last_of_each_run(found, runs)
        ever = found.groupby((found["day"] - pd.Timestamp("2000-01-01")).dt.days // YEAR)["false"].any()
        told = last["bound_pct"].notna()
        least = f"{last['bound_pct'].median():.0f} %" if told.any() else ""
        row = {"left and right": name, "told": f"{told.mean():.2f}", "typically at least": least}
        rows.append(row | {"false": f"{last['false'].mean():.3f}", "ever false": f"{ever.mean():.3f}"})
    return rows


def orders(runs: int) -> list[dict]:
    """Return one row per order and effect of being second: even sides, 28 days and 56."""
    rows = []
    for first in ("right", "alternating", "random"):
        for second in (0.0, 0.04, 0.08, 0.15):
            who = Person(days=56, first=first, second=second)
            number = [SEED, 4, len(first), int(100 * second)]
            found = balances(np.random.default_rng(number), who, runs).groupby("run").last()
            hits = ((found["low_pct"] <= 0) & (found["high_pct"] >= 0)).to_numpy()
            row = {"held first": first, "a second hold is shorter by": f"{100 * second:.0f} %"}
            row |= {"a side is told": f"{found['verdict'].str.contains('longer').mean():.3f}"}
            row |= {"bias in points": f"{found['balance_pct'].mean():+.1f}", "covers": covered(hits)}
            words = [balance_in_words(each) for each in found.itertuples()]
            rows.append(row | {"the order is said": f"{np.mean(['held first' in each for each in words]):.2f}"})
    return rows


def every_day(runs: int) -> list[dict]:
    """Return what somebody is told who looks at the balance every day for a year."""
    rows = []
    cases = (("even", 0.0, Person(days=365)), ("even, common days r 0.5", 0.0, Person(days=365, common=0.5)))
    cases += (("even, autocorrelation 0.5", 0.0, Person(days=365, own_day=1.0, autocorrelation=0.5)),)
    cases += (("right 15 % shorter", 0.15, Person(days=365)),)
    for number, (name, shorter, who) in enumerate(cases):
        found = balances(np.random.default_rng([SEED, 5, number]), who, runs, shorter)
        way = found["verdict"].str.startswith("right").astype(int) - found["verdict"].str.startswith("left")
        of_run = way.groupby(found["run"])
        changes = of_run.apply(lambda state: (state.diff().fillna(0) != 0).sum())
        new = found[(found["day"] <= 50) & (way < 0)].groupby("run")["day"].min()
        row = {"case": name, "ever told": f"{of_run.apply(lambda state: state.ne(0).any()).mean():.2f}"}
        row |= {"changes of the word": f"{changes.mean():.1f}", "share of days told": f"{way.ne(0).mean():.2f}"}
        rows.append(row | {"told within 50 days": f"{len(new) / runs:.2f}" if shorter else ""})
    return rows


def one_by_one(logs: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the log of each run."""
    run = (logs["started_at"] - pd.Timestamp("2000-01-01")).dt.days // APART
    return [log for _, log in logs.groupby(run)]


TRENDS = {  # the person, and the share of the variance that good and bad weeks have
    "level": Person(days=WEEKS_DAYS),
    "level, 3 a day with own days 0.5": Person(days=WEEKS_DAYS, own_day=0.5, a_day=3),
    "level, slow weeks (half the variance, autocorrelation 0.9)": Person(
        days=WEEKS_DAYS, own_day=0.5, autocorrelation=0.9
    ),
    "growth of 4 s a week": Person(days=WEEKS_DAYS, growth=(4.0, 0)),
    "growth that ended 5 weeks ago": Person(days=WEEKS_DAYS, growth=(5.0, 35)),
    "level, a log of 60 days": Person(days=60),
}


def slopes(runs: int) -> list[dict]:
    """Return one row per person: the verdicts of `trend` after half a year, of both sides."""
    rows = []
    for number, (name, who) in enumerate(TRENDS.items()):
        logs = one_by_one(logs_of(np.random.default_rng([SEED, 6, number]), who, runs))
        found = pd.concat([hiplog.trend(log) for log in logs])
        words = found["verdict"]
        ended = words.str.contains("_until_lately|_then_")
        going_on, unknown = words.str.fullmatch("longer|shorter"), words.str.contains("_less_clearly|_unknown")
        row = {"case": name, "going on": f"{going_on.mean():.2f}", "lately unknown": f"{unknown.mean():.2f}"}
        truth = who.growth[0] if not who.growth[1] else (np.nan if who.growth[0] else 0.0)
        hits = ((found["low_s_per_week"] <= truth) & (truth <= found["high_s_per_week"])).to_numpy()
        row |= {"until lately": f"{ended.mean():.2f}"}
        row |= {"no clear change": f"{words.eq('no_clear_change').mean():.2f}"}
        rows.append(row | {"the slope's interval covers": covered(hits) if truth == truth else ""})
    return rows


def every_week(runs: int) -> list[dict]:
    """Return how often a level side is said to change at least once in a year of looking every week."""
    logs = one_by_one(logs_of(np.random.default_rng([SEED, 7]), Person(days=365), runs))
    told = []
    for log in logs:
        seen = [
            hiplog.trend(log, until=log["started_at"].iloc[0] + pd.Timedelta(days=day))
            for day in range(28, 365, 7)
        ]
        words = pd.concat(seen)
        told += [
            rows["verdict"].isin(["no_clear_change", "not_enough"]).all() for _, rows in words.groupby("side")
        ]
    return [{"case": "level holds, weekly looks for a year", "a side ever told of": f"{1 - np.mean(told):.2f}"}]


BEFORE, PAUSE, SINCE = 42, 21, 40  # days
RETURNED = Person(days=BEFORE + PAUSE + SINCE)
PAUSES = {  # the person, and by what share holds are longer after the pause
    "as long as before": (RETURNED, 0.0),
    "as long, autocorrelation 0.5": (RETURNED._replace(own_day=1.0, autocorrelation=0.5), 0.0),
    "as long, 3 a day with own days 0.5": (RETURNED._replace(own_day=0.5, a_day=3), 0.0),
    "as long, half capped": (RETURNED._replace(capped=0.5), 0.0),
    "a tenth shorter": (RETURNED, -0.1),
    "a fifth shorter": (RETURNED, -0.2),
    "a fifth shorter, autocorrelation 0.5": (RETURNED._replace(own_day=1.0, autocorrelation=0.5), -0.2),
}


def pauses(runs: int) -> list[dict]:
    """Return one row per person: what `trend` says of the level 20 and 40 days after a pause of three weeks."""
    rows = []
    for number, (name, (who, step)) in enumerate(PAUSES.items()):
        logs = one_by_one(logs_of(np.random.default_rng([SEED, 11, number]), who, runs))
        row = {"42 days, 21 without, then": name}
        for days in (SINCE // 2, SINCE):
            words = pd.concat([resumed(log, step, days) for log in logs])["verdict"]
            of_level = words.str.endswith("_over_a_pause")
            grows = words.str.match("longer|shorter") & ~of_level
            row |= {
                f"told after {days} days": f"{of_level.mean():.3f}",
                f"growth, after {days}": f"{grows.mean():.3f}",
            }
        rows.append(row)
    return rows


def resumed(log: pd.DataFrame, step: float, days: int) -> pd.DataFrame:
    """Return `trend` so many days after a pause, of a log in which holds are longer by that share since."""
    day = (log["started_at"] - log["started_at"].min().normalize()).dt.days
    log = log.assign(hold_s=log["hold_s"].where(day < BEFORE, log["hold_s"] * (1 + step)))
    return hiplog.trend(log[(day < BEFORE) | ((day >= BEFORE + PAUSE) & (day < BEFORE + PAUSE + days))])


COMPARED_DAYS = 28
AT = 3 * COMPARED_DAYS  # the day from which on is compared with what was before
GROWING = Person(days=AT + COMPARED_DAYS, growth=(2.0, 0), growth_days=AT + COMPARED_DAYS)
LEVEL = GROWING._replace(growth=(0.0, 0))
COMPARED = {  # the person, and by what share holds are longer from that day on
    "level": (LEVEL, 0.0),
    "level, autocorrelation 0.5": (LEVEL._replace(own_day=1.0, autocorrelation=0.5), 0.0),
    "level, 3 a day with own days 0.5": (LEVEL._replace(own_day=0.5, a_day=3), 0.0),
    "growth of 2 s a week": (GROWING, 0.0),
    "growth of 2 s a week, autocorrelation 0.5": (GROWING._replace(own_day=1.0, autocorrelation=0.5), 0.0),
    "a step of 20 %": (LEVEL, 0.2),
    "growth of 2 s a week and a step of 20 %": (GROWING, 0.2),
}


def comparisons(runs: int) -> list[dict]:
    """Return one row per person: what `compare` says of the days from one on, with 84 days before it."""
    rows = []
    for number, (name, (who, step)) in enumerate(COMPARED.items()):
        logs = one_by_one(logs_of(np.random.default_rng([SEED, 10, number]), who, runs))
        found = pd.concat([compared(log, step) for log in logs])
        of_sides, words = found[found["what"] == "typical"], found["verdict"]
        said = of_sides["verdict"].isin(["higher", "lower"])
        row = {"days before and after": name, "a side is told": f"{said.mean():.3f}"}
        row |= {"as before": f"{of_sides['verdict'].str.endswith('_as_before').mean():.3f}"}
        row["the balance is told"] = f"{words[found['what'] == 'balance'].isin(['higher', 'lower']).mean():.3f}"
        for words, true, after in zip(
            ("the change's interval covers", "that beyond the line covers"),
            true_changes(who, step),
            ("", "_beyond"),
            strict=True,
        ):
            hits = (of_sides[f"low{after}"] <= true) & (true <= of_sides[f"high{after}"])
            row[words] = covered(hits.to_numpy())
        rows.append(row)
    return rows


def compared(log: pd.DataFrame, step: float) -> pd.DataFrame:
    """Return what `compare` says of a log in which holds are longer by that share from the day on."""
    at = log["started_at"].min().normalize() + pd.Timedelta(days=AT)
    longer = log["hold_s"].where(log["started_at"] < at, log["hold_s"] * (1 + step))
    return hiplog.compare(log.assign(hold_s=longer), at=at, days=COMPARED_DAYS)


def true_changes(who: Person, step: float) -> tuple[float, float]:
    """Return the true change in percent, and that beyond the straight line in log seconds that is nearest."""
    day = np.arange(who.days)
    design = np.column_stack([np.ones(who.days), day >= AT, day])
    log_median = np.log(medians_of(who)) + np.log1p(step) * (day >= AT)
    two = day >= AT - COMPARED_DAYS
    plain = np.linalg.lstsq(design[two, :2], log_median[two])[0][1]
    return 100 * np.expm1(plain), 100 * np.expm1(np.linalg.lstsq(design, log_median)[0][1])


def pain_of(rng: np.random.Generator, days: int, fall: float = 0.0) -> np.ndarray:
    """Return a pain a day, 0 to 10 in whole numbers, of flares with a half-life of 17 days.

    It is a year or more from the worst week of ten; a fall is there from day 196 on.
    """
    wave = noise(rng, (days + 70,), 0.96)
    worst = 7 * np.argmax(wave[:70].reshape(10, 7).mean(axis=1))
    level = 4 + wave[worst : worst + days] + 0.7 * rng.standard_normal(days)
    return np.clip(np.round(level - fall * (np.arange(days) >= FALL_DAY)), 0, 10)


def pain_words(runs: int) -> list[dict]:
    """Return how often somebody who looks once a month for a year is told that pain is lower or higher."""
    rows = []
    for number, (name, fall) in enumerate(
        (("unchanged, begun in the worst week of ten", 0.0), ("a true fall of 2", 2.0))
    ):
        rng, told = np.random.default_rng([SEED, 8, number]), []
        for _ in range(runs):
            pain = pain_of(rng, 364, fall)
            log = pd.DataFrame({"started_at": pd.date_range("2026-01-01 07:00", periods=364), "side": "left"})
            log = conform(log.assign(hold_s=60.0, pain_before=pain))
            verdicts = pain_months(log)["verdict"].tolist()  # the 28 days of the last look are those of the others
            told.append(("lower" in verdicts, "higher" in verdicts, "lower" in verdicts[7:10]))
        lower, higher, soon = np.mean(told, axis=0)
        row = {"case": name, "ever lower": f"{lower:.2f}", "ever higher": f"{higher:.2f}"}
        rows.append(row | {"lower within 3 months of the fall": f"{soon:.2f}" if fall else ""})
    return rows


def heaps(runs: int) -> list[dict]:
    """Return how often a target is found in logs that name none, by where holds stop and how they are rounded."""
    rows = []
    people = [Person(days=days, spread=(s, s)) for days in (28, 90, 180) for s in (0.1, 0.15, 0.3)]
    people += [Person(days=90, growth=(2.0, 0)), Person(days=90, short=0.1)]
    for number, stop_s in enumerate((np.inf, 75.0, 90.0, 120.0)):
        for round_s in (0.1, 1.0, 5.0, 10.0, 30.0):
            rng, found = np.random.default_rng([SEED, 9, number, int(10 * round_s)]), []
            for who in people * runs:
                limits = np.minimum(seconds_of(rng, who, 1, 0.0)[0, ..., 0], stop_s)
                written = np.maximum(np.round(limits / round_s), 1) * round_s
                side, day = np.indices(written.shape)
                found.append(heap(written.ravel(), side.ravel() == 1, day.ravel()))
            at = np.array([np.nan if each is None else each.target_s for each in found])
            row = {
                "holds stop at": f"{stop_s:g} s" if np.isfinite(stop_s) else "nowhere",
                "rounded to": f"{round_s:g} s",
            }
            row |= {"that is found": f"{(at == stop_s).mean():.2f}" if np.isfinite(stop_s) else ""}
            rows.append(row | {"another": f"{(~np.isnan(at) & (at != stop_s)).mean():.3f}", "logs": len(at)})
    return rows


def chances(runs: int) -> list[dict]:
    """Return one row per person: how often the interval of `hold_probability` at 90 s holds the true half."""
    rows = []
    for number, name in enumerate(CHANCES):
        logs = one_by_one(logs_of(np.random.default_rng([SEED, 3, number]), PEOPLE[name], runs))
        found = [hiplog.hold_probability(log[log["side"] == "left"]) for log in logs]
        last = pd.concat([rows[rows["seconds"] >= TYPICAL_S].head(1) for rows in found])
        hits = (last["low_probability"] <= 0.5) & (last["high_probability"] >= 0.5)
        rows.append({"case": name, "covers": covered(hits.to_numpy())})
    return rows


CHANCES = ("independent days", "3 a day, a side's own day 0.5", "autocorrelation 0.5")


# --- the curve ---


def curve_intervals(runs: int) -> list[dict]:
    """Return one row per day and side of the growing log: how often `progress`' band holds the true median."""
    rows = []
    for words, autocorrelation in (("independent days", 0.0), ("autocorrelation 0.5", 0.5)):
        rng = np.random.default_rng([SEED, 1, int(10 * autocorrelation)])
        rise = np.array(list(RISE.values()))[:, None]
        medians = 60 + rise * np.arange(DAYS)
        limits = medians * np.exp(NOISE * noise(rng, (runs, 2, DAYS), autocorrelation))
        curve = hiplog.progress(holds_of(limits, CAP))
        number = (curve["day"] - pd.Timestamp("2000-01-01")).dt.days % YEAR
        for day in (0, 90, 150, DAYS - 1):
            for side, word in enumerate(RISE):
                here = curve[(number == day) & (curve["side"] == word)].dropna()
                true = medians[side, day]
                hits = (here["low_s"] <= true) & (true <= here["high_s"])
                case = {"case": f"{words}, day {day}, {word}", "true median": f"{true:.0f} s"}
                told = {"told": f"{len(here) / runs:.3f}", "bias": f"{here['median_s'].median() - true:+.1f} s"}
                beyond = (limits[:, side, -WINDOW:] >= CAP).mean() > MOST_CAPPED and day == DAYS - 1
                rows.append(case | told | {"covers": covered(hits), "": remark(hits, beyond)})
    return rows


# --- speed ---

MEASURES = [
    *(hiplog.sessions, hiplog.progress, hiplog.trend, hiplog.balance, hiplog.hold_probability, hiplog.practice),
    *(hiplog.pain_change, hiplog.pain_spells, pain_months),
]


def long_log(n: int) -> pd.DataFrame:
    """Return a log of n holds, three sessions a day, that grows into its target."""
    rng = np.random.default_rng(SEED)
    number = np.arange(n)
    limits = (60 + 60 * number / n) * np.exp(NOISE * rng.standard_normal(n))
    minutes = number // 6 * 24 * 60 + number % 6 // 2 * 360 + number % 2 * 3
    held = {"started_at": pd.Timestamp("2000-01-01T07:00") + pd.to_timedelta(minutes, unit="min")}
    held |= {"side": np.where(number % 2, "left", "right"), "hold_s": np.minimum(limits, CAP), "target_s": CAP}
    held |= {"pain_before": rng.integers(0, 8, n), "pain_after": rng.integers(0, 8, n)}
    return conform(pd.DataFrame(held))


def speed() -> list[dict]:
    """Return one row per measure, in milliseconds."""
    logs = {n: long_log(n) for n in (100, 1_000, 10_000, 21_900, 100_000)}
    return [
        {"measure": measure.__name__}
        | {
            f"{n:,} holds": f"{milliseconds(lambda m=measure, h=log: m(h), times=3):.0f} ms"
            for n, log in logs.items()
        }
        for measure in MEASURES
    ]


def milliseconds(call, times: int) -> float:
    """Return the processor time of the fastest call."""
    spent = []
    for _ in range(times):
        begun = time.process_time()
        call()
        spent.append(time.process_time() - begun)
    return 1000 * min(spent)


def one_fit() -> list[dict]:
    """Return our fit of 400 holds beside scipy's general optimiser on the same likelihood."""
    rng = np.random.default_rng(SEED)
    day = np.arange(400) / 400
    log_s = np.log((60 + 80 * day) * np.exp(NOISE * rng.standard_normal(400)))
    censored, log_s = log_s >= np.log(CAP), np.minimum(log_s, np.log(CAP))
    design = np.column_stack([np.ones(400), day])

    def minus(theta):
        eta = (design @ theta[:2] - log_s) / np.exp(theta[2])
        event = -0.5 * eta**2 - 0.5 * np.log(2 * np.pi) - theta[2]
        return -np.where(censored, log_ndtr(eta), event).sum()

    def general(method):
        return minimize(minus, [log_s.mean(), 0.0, 0.0], method=method, options={"maxiter": 5000})

    ours = fit(design, log_s, censored)
    rows = [fit_row("hiplog.measures.fits.regression.fit", lambda: fit(design, log_s, censored), ours.loglik)]
    for method in ("BFGS", "Nelder-Mead"):
        found = general(method)
        rows.append(fit_row(f"scipy.optimize.minimize, {method}", lambda m=method: general(m), -found.fun))
    return rows


def fit_row(name: str, call, loglik: float) -> dict:
    return {
        "method": name,
        "one fit": f"{milliseconds(call, times=200):.2f} ms",
        "log likelihood": f"{loglik:.8f}",
    }


def main(runs: int = 1000, people_runs: int = PEOPLE_RUNS) -> None:
    """Print every table."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("numpy", "scipy", "pandas"))
    print(f"{pd.Timestamp.now():%Y-%m-%d}, Python {sys.version.split()[0]}, {versions}")
    print(f"seed {SEED}, {runs} runs, {people_runs} of people who differ from the model")
    print_table("Growth and balance, beside the usual methods", growth(runs))
    print_table("The interval of the balance", balance_intervals(runs))
    print_table("People who differ from the model", people(10 * people_runs))
    print_table("Nearly every hold at its target", means_of_target(people_runs))
    print_table("One side nearly always at its target", bounds(people_runs))
    print_table("Order within a session, even sides", orders(10 * people_runs))
    print_table("Looking every day for a year", every_day(people_runs))
    print_table("Growth", slopes(people_runs))
    print_table("Looking every week for a year", every_week(people_runs // 5))
    print_table("After a pause", pauses(people_runs))
    print_table("Before and after", comparisons(people_runs))
    print_table("Pain", pain_words(4 * people_runs))
    print_table("Targets that nobody named", heaps(people_runs // 5))
    print_table("The probability to hold 90 s, truly 0.5", chances(people_runs))
    print_table("The band of the curve", curve_intervals(runs))
    print_table("Time of each measure", speed())
    print_table("One fit of 400 holds", one_fit())


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
