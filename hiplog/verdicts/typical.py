"""How long a side is typically held, in words: what `hiplog.typical_hold` says."""

from typing import Any

import pandas as pd

from hiplog.dates import clock, day_in_words
from hiplog.exercise import SIDES
from hiplog.verdicts.holds import of_holds

TYPICALLY = "was typically held for"
_ALIKE_S = 0.05  # seconds: a narrower range is of holds that all say the same


def level_in_words(seconds: float, seen_s: float) -> str:
    """Return a level of a side like 1:05; where it lies beyond what could be seen, that it is that or longer.

    Holds stop at their target, so nobody saw how much longer they could be. What does not reach it is not told as
    if it did: 1:59.6 is 1:59.

    Parameters
    ----------
    seconds : float
    seen_s : float
        Up to which seconds holds could be seen, missing where there is no such end; see `hiplog.typical_hold`.
    """
    if seconds >= seen_s:
        return f"{clock(seen_s)} or longer"
    return clock(int(seconds)) if round(seconds) >= seen_s else clock(seconds)


def typical_in_words(row: Any) -> str:
    """Say what a row of `hiplog.typical_hold` says, as the end of a clause on its side."""
    if row.verdict == "reached":
        return f"reached the target in {of_holds(row.n_reached, row.n)}"
    if row.verdict == "not_enough":
        return f"has too few holds to say what is typical ({row.n})"
    return f"{TYPICALLY} {typical_seconds(row)}"


def typical_seconds(row: Any) -> str:
    """Return the typical hold of a row of `hiplog.typical_hold` with its range; it must be known."""
    said = range_in_words(row)
    return said if is_each_alike(row) else f"{side_in_short(row)} ({said})"


def range_in_words(row: Any) -> str:
    """Return from where to where the typical hold of a row of `hiplog.typical_hold` may lie.

    Of what lies beyond what could be seen no more than that is said. Of holds that are all alike it is said that
    they are: a range without width would claim to be certain.
    """
    if row.low_s > row.seen_s:
        return f"beyond {clock(row.seen_s)}"
    low, high = clock(row.low_s), clock(row.high_s)
    if is_each_alike(row):
        return f"{low} each time"
    if row.high_s > row.seen_s:
        return f"{low} to beyond {clock(row.seen_s)}"
    return f"within a second of {low}" if low == high else f"{low} to {high}"


def is_each_alike(row: Any) -> bool:
    """Return whether all holds behind a row of `hiplog.typical_hold` have the same seconds, to the eye."""
    return bool(row.high_s - row.low_s < _ALIKE_S)


def single_in_words(rows: list[Any]) -> str:
    """Say how far single holds lie from what rows of `hiplog.typical_hold` say; "" where that is not known."""
    known = [row for row in rows if not pd.isna(row.factor) and not is_each_alike(row)]
    if not known:
        return ""
    spans = " and ".join(f"on the {row.side} {_single(row)}" for row in known)
    first, *other = (f"one {row.side} hold may last {row.factor:.1f} times" for row in known)
    lasts = ", ".join([f"{first} as long as another", *(words.replace(" may last", "") for words in other)])
    return f"About 19 of 20 holds lay {spans}. Even if nothing changes, {lasts}."


def _single(row: Any) -> str:
    """Say between which seconds single holds lie, as far as that could be seen."""
    if row.single_high_s > row.seen_s:
        return f"over {clock(min(row.single_low_s, row.seen_s))}"
    return f"between {clock(row.single_low_s)} and {clock(row.single_high_s)}"


def sides_in_short(rows: pd.DataFrame) -> str:
    """Say how long each side is held, in a few words, of the rows of `hiplog.typical_hold`, one a side.

    The numbers are those of `typical_seconds`: wherever one is told how long a side is held now, it is these.
    """
    rows = {row.side: row for row in rows.itertuples()}
    if not rows or all(row.verdict == "not_enough" for row in rows.values()):
        return "Too few holds to say what is typical"
    verdicts = {row.verdict for row in rows.values()} if len(rows) == len(SIDES) else set()
    if verdicts == {"reached"}:
        n_reached, n = (sum(getattr(row, name) for row in rows.values()) for name in ("n_reached", "n"))
        target = target_in_words(*(row.target_s for row in rows.values()))
        return f"Both sides reached {target} in {of_holds(n_reached, n)}"
    each = {side: side_in_short(rows[side]) for side in SIDES if side in rows}
    if verdicts == {"above_target"} and len(set(each.values())) == 1:
        return f"Both sides {each[SIDES[0]]}"
    said = ", ".join(f"{side} {words}" for side, words in each.items())
    return f"{said[0].upper()}{said[1:]}"


def side_in_short(row: Any) -> str:
    """Say what a row of `hiplog.typical_hold` says, in a few words."""
    if row.verdict == "reached":
        return f"reached {target_in_words(row.target_s)} in {of_holds(row.n_reached, row.n)}"
    if row.verdict == "above_target":
        return f"about {level_in_words(row.median_s, row.seen_s)}"
    return "too few to say" if row.verdict == "not_enough" else level_in_words(row.median_s, row.seen_s)


def target_in_words(*targets_s: float) -> str:
    """Return a target like 2:00, or what several that are not one, or not known, are."""
    known = {target_s for target_s in targets_s if not pd.isna(target_s)}
    return clock(known.pop()) if len(known) == 1 else "the target"


def target_changed_in_words(holds: pd.DataFrame) -> str:
    """Say when the target of holds, by time, was changed last on a side; "" if it never was."""
    aimed = holds.dropna(subset="target_s")
    target_s, before_s = aimed["target_s"], aimed.groupby("side")["target_s"].shift()
    new = target_s.ne(before_s) & before_s.notna()
    if not new.any():
        return ""
    day, side, before, now = (of[new].iloc[-1] for of in (aimed["started_at"], aimed["side"], before_s, target_s))
    which = f" on the {side}" if aimed.groupby("side")["target_s"].last().nunique() > 1 else ""
    return f"The target{which} was {clock(before)} before {day_in_words(day)}, and {clock(now)} from then on."
