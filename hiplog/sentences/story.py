"""The story of a log: since when, from what to what, each side and pain; then three short sentences."""

from typing import Any

import pandas as pd

from hiplog.counts import counted
from hiplog.dates import day_in_words
from hiplog.exercise import SIDES
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen
from hiplog.measures.typical import typical_hold
from hiplog.sentences.facts import A_WHILE, LATELY, Facts, LogEnd
from hiplog.verdicts import balance_in_short, first_month, met_in_words, side_in_short, sides_in_short


def levels(facts: Facts) -> str:
    """Say how long each side is held and how much it hurts, and of a longer log from what that came."""
    held, end, now, months = facts.held, facts.end, facts.typical, facts.months
    pain = _pain_lately(months, end)
    if (now["verdict"] == "not_enough").all():
        n = " and ".join(f"{counted(row.n, 'hold')} on the {row.side}" for row in now.itertuples())
        return f"So far {n}: too few to say what is typical{'; ' * bool(pain)}{pain}."
    first = held["day"].min()
    then = typical_hold(Chosen(held[held["day"] < first + LATELY]), exercise=facts.exercise)
    if end.day - first < 2 * LATELY or not then["verdict"].eq("known").any():
        said = sides_in_short(now)
        return f"In {end.weeks}: {said[0].lower()}{said[1:]}{'; ' * bool(pain)}{pain}."
    since = f"Since {day_in_words(first)}" if end.is_now else f"From {day_in_words(first)} to {end}"
    sides = (_change(side, _row(then, side), _row(now, side)) for side in SIDES)
    return f"{since}: {', '.join([*sides, *_pain_change(months, end)])}."


def _pain_lately(months: pd.DataFrame, end: LogEnd) -> str:
    """Say how much it hurt of late."""
    if months.empty:
        return ""
    return f"pain was typically {months['median_pain'].iloc[-1]:g} of 10{_of_other_days(months, end)}"


def _of_other_days(months: pd.DataFrame, end: LogEnd) -> str:
    """Say so where pain was told last on another day than holds, by more than a week."""
    day = months["end"].iloc[-1]
    return f" in the {LATELY_DAYS} days up to {day_in_words(day)}" if abs(day - end.day) > A_WHILE else ""


def _row(table: pd.DataFrame, side: str) -> Any:
    return next(table[table["side"] == side].itertuples(), None)


def _change(side: str, then: Any, now: Any) -> str:
    """Say how long a side was held at first, and is now."""
    if now is None:
        return f"no hold on the {side}"
    last = side_in_short(now)
    if then is None or then.verdict == "not_enough":
        return f"{side} now {last}"
    first = side_in_short(then)
    if first == last:
        return f"{side} {last} as at first"
    if then.verdict == now.verdict == "known":
        return f"{side} from {then.median_s:.0f} to {last}"
    return f"{side} at first {first}, now {last}"


def _pain_change(months: pd.DataFrame, end: LogEnd) -> list[str]:
    """Say how much it hurt at first, and does now."""
    if months.empty:
        return []
    first, now = first_month(months), f"{months['median_pain'].iloc[-1]:g} of 10"
    until = _of_other_days(months, end)
    if first is None:
        return [f"pain {now}{until}"]
    if first["median_pain"] == months["median_pain"].iloc[-1]:
        return [f"pain {now} as at first{until}"]
    return [f"pain from {first['median_pain']:g} to {now}{until}"]


def sides(facts: Facts) -> str:
    """Say which side holds longer, where both are held."""
    is_told = facts.given_up is None and facts.balance.verdict != "not_enough"
    return f"{balance_in_short(facts.balance)}." if is_told else ""


def practised(facts: Facts) -> str:
    """Say on how many of the last 28 days the plan was met."""
    last, streak = facts.practice.tail(LATELY_DAYS), int(facts.practice["streak"].iloc[-1])
    if not last["done"].any():
        return ""
    row = f", {streak} days in a row" if streak > 1 and facts.end.is_now else ""
    return f"You met your plan on {met_in_words(last)}{row}."


def pain_after(facts: Facts) -> str:
    """Say after how many sessions pain was lower than before, and after how many higher."""
    change = facts.pain_lately["change"]
    if change.empty:
        return ""
    lower, higher = int((change < 0).sum()), int((change > 0).sum())
    of = counted(len(change), "session")
    return f"Pain was lower after {lower or 'none'} of {of}, and higher after {higher or 'none'}."
