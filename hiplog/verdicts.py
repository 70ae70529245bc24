"""The verdicts of the measures in words: record, not advice. The one place that makes words of them."""

from typing import Any

import pandas as pd

from hiplog.dates import day_in_words
from hiplog.exercise import SIDES
from hiplog.measures.balance import LEAST_EVENTS

_LACKING = ("no hold", "only 1 hold", "only 2 holds")


def balance_in_words(row: Any) -> str:
    """Say what a row of `hiplog.balance` says.

    Parameters
    ----------
    row : namedtuple
        A row of the table, as its `itertuples()` gives it.
    """
    if row.verdict == "not_enough":
        return _not_enough(row)
    if row.verdict.endswith("_at_least"):
        longer = row.verdict.removesuffix("_longer_at_least")
        (shorter,) = set(SIDES) - {longer}
        n = getattr(row, f"n_{longer}")
        reached = f"{longer} reached the target in {n} of {n} holds"
        return f"{reached}, {shorter} is at least {abs(row.bound_pct):.0f} % shorter"
    words = row.verdict.replace("_", " ")
    if row.verdict in ("about_even", "no_clear_difference"):
        return f"{words} ({_span(row.low_pct, row.high_pct)})"
    return f"{words}, by {abs(row.balance_pct):.0f} % ({_span(row.low_pct, row.high_pct)})"


def trend_in_words(row: Any) -> str:
    """Say what a row of `hiplog.trend` says, where it has a slope."""
    between = f"between {row.low_s_per_week:+.1f} and {row.high_s_per_week:+.1f} s a week"
    if row.verdict == "no_clear_change":
        return f"no clear change on the {row.side} ({between})"
    longer = row.verdict.removesuffix("_until_lately")
    if longer != row.verdict:
        return f"{row.side} holds grew {longer} at first, with no clear change in the last 4 of these weeks"
    by = f"by {abs(row.slope_s_per_week):.1f} s a week ({between})"
    return f"{row.side} holds grew {longer} {by}, from about {row.from_s:.0f} to {row.to_s:.0f} s"


def pain_in_words(months: pd.DataFrame) -> list[str]:
    """Say what `hiplog.measures.pain.pain_months` says of the last 28 days."""
    if months.empty:
        return []
    now = months.iloc[-1]
    before = "" if pd.isna(now["change"]) else f", in the 28 days before {_level(months.iloc[-2])}"
    typical = f"A day's first pain was typically {_level(now, ' of 10')}"
    said = [f"{typical} in the 28 days up to {day_in_words(now['end'])}{before}."]
    if now["verdict"] in ("lower", "higher"):
        own = f"your own earlier months would have it between {now['low_pain']:.1f} and {now['high_pain']:.1f}"
        said.append(f"That is {now['verdict']} than before: {own}.")
    elif now["verdict"] == "not_enough":
        said.append("Logs are often begun when it hurts most, so a fall in the first months says little.")
    return said


def _level(month: pd.Series, of: str = "") -> str:
    """Return the typical pain of a month, with the days that it is of."""
    return f"{month['median_pain']:g}{of} ({month['n']} {'day' if month['n'] == 1 else 'days'})"


def _span(low: float, high: float) -> str:
    """Say from where to where an interval of the balance goes."""
    if low < 0 < high:
        return f"between {-low:.0f} % left and {high:.0f} % right"
    near, far = sorted((abs(low), abs(high)))
    return f"between {near:.0f} and {far:.0f} % {'right' if high > 0 else 'left'}"


def _not_enough(row: Any) -> str:
    """Say why there is no balance."""
    lacks = [
        _lack(side, *(getattr(row, f"n_{side}{kind}") for kind in ("", "_censored", "_reached"))) for side in SIDES
    ]
    reasons = [lack for lack in lacks if lack]
    if not reasons:
        events = row.n_left + row.n_right - row.n_left_censored - row.n_right_censored
        reasons = [f"only {events} holds ended before the target, or on too few days"]
    return f"not enough to tell: {', '.join(reasons)}"


def _lack(side: str, n: int, n_censored: int, n_reached: int) -> str | None:
    """Say what one side lacks, if anything."""
    if n - n_censored >= LEAST_EVENTS:
        return None
    if n_reached:
        return f"{side} reached the target in {n_reached} of {n} holds"
    if n_censored:
        return f"{side} was interrupted in {n_censored} of {n} holds"
    return f"{_LACKING[n]} on the {side}"
