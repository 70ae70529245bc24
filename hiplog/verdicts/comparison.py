"""What changed from some days to others, in words: what `hiplog.compare` says."""

from typing import Any

import pandas as pd

from hiplog.counts import counted
from hiplog.dates import clock
from hiplog.verdicts.certainty import leaning

COMPARE_NEEDS = "each part needs 14 days with a hold and 8 sessions of both sides"
OTHER_THINGS = (
    "Other things changed too: what is higher or lower since a day need not be so because of it, for nobody saw "
    "how it would have gone without."
)
_COMPARED = {  # what is compared, and the numbers of both kinds of days
    "reached": "{side} reached the target on {first:.0f} and {second:.0f} % of days",
    "typical": "{side} holds were typically {first} and {second}",
    "balance": "right against left was {first:+.0f} and {second:+.0f} %",
    "pain": "a day's first pain was {first:.1f} and {second:.1f} on average",
    "pain_next_day": "pain on the day after a session was {first:.1f} and {second:.1f} on average",
    "practice": "a whole session was done on {first:.0f} and {second:.0f} % of days",
}


def compare_in_words(rows: pd.DataFrame) -> list[str]:
    """Say what `hiplog.compare` says, a sentence for each number that can be told."""
    if rows.empty:
        return ["There are no holds to compare."]
    row = rows.iloc[0]
    first, second = (
        f"{counted(row[f'days_{n}'], 'day')} ({counted(row[f'sessions_{n}'], 'session')})"
        for n in ("first", "second")
    )
    said = [f"{first} are compared with {second}."]
    if rows["verdict"].dropna().eq("not_enough").all():
        return [*said, f"That is not enough to tell: {COMPARE_NEEDS}."]
    told = rows[rows["what"].isin(list(_COMPARED)) & ~rows["verdict"].isin(["not_enough", "other_target"])]
    said += [_compared(row) for row in told.itertuples()]
    if rows["verdict"].eq("other_target").any():
        said.append("The target is not the same throughout, so how often it was reached is not compared.")
    return [*said, OTHER_THINGS]


def _compared(row: Any) -> str:
    """Say one number of both kinds of days, and whether it changed."""
    digits, unit = (1, "points") if row.what.startswith("pain") else (0, row.unit)
    first, second, low, high = (round(each, digits) + 0.0 for each in (row.first, row.second, row.low, row.high))
    if row.what == "typical":
        first, second = clock(first), clock(second)
    levels = _COMPARED[row.what].format(side=row.side, first=first, second=second)
    if not low and not high:
        return f"{levels[0].upper()}{levels[1:]}: no change."
    between = f"between {low:+.{digits}f} and {high:+.{digits}f} {unit}"
    if row.verdict == "no_clear_change":
        way = leaning(row.low, row.high)
        words = f"{('no clear change', 'perhaps higher, not sure', 'perhaps lower, not sure')[way]} ({between})"
    else:
        words = f"{row.verdict.removesuffix('_as_before')} by {abs(row.change):.{digits}f} {unit} ({between})"
    if row.verdict.endswith("_as_before"):
        words += ", but not clearly more than the days before had it going"
    return f"{levels[0].upper()}{levels[1:]}: {words}."
