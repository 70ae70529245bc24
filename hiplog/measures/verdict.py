"""A balance in words: record, not advice."""

import numpy as np

from hiplog.measures.frames import SIDES

LEAST_EVENTS = 3  # uncensored holds on each side; with fewer there is no balance
_EVEN_PCT = 10.0  # a band commonly used for reference, not a medical limit


def verdict(row, span: int) -> str:
    """Say in words what a row of a balance says.

    Parameters
    ----------
    row : namedtuple
        `balance_pct`, `low_pct`, `high_pct`, and for each side `n_left`, `n_left_censored`, `n_left_reached`.
    span : int
        The days that the row is about.
    """
    if np.isnan(row.balance_pct):
        return _untold(row, span)
    side = "right" if row.balance_pct > 0 else "left"
    apart = row.low_pct > 0 or row.high_pct < 0
    if max(-row.low_pct, row.high_pct) <= _EVEN_PCT:
        return f"{side} slightly longer" if apart else "about even"
    if apart:
        return f"{side} longer"
    return f"no clear difference (between {-row.low_pct:.0f} % left and {row.high_pct:.0f} % right)"


def _untold(row, span: int) -> str:
    """Say why there is no balance, or what bound there is."""
    for side, other, bound in (("left", "right", -row.high_pct), ("right", "left", row.low_pct)):
        if bound > 0:
            n = getattr(row, f"n_{side}")
            return f"{side} reached the target in {n} of {n} holds, {other} is at least {bound:.0f} % shorter"
    reasons = [
        _lack(side, *(getattr(row, f"n_{side}{kind}") for kind in ("", "_censored", "_reached"))) for side in SIDES
    ]
    reasons = [reason for reason in reasons if reason]
    if not reasons:
        events = row.n_left + row.n_right - row.n_left_censored - row.n_right_censored
        reasons = [f"only {events} holds ended before the target"]
    return f"not enough to tell: {', '.join(reasons)} in the last {span} days"


def _lack(side: str, n: int, n_censored: int, n_reached: int) -> str | None:
    """Say what one side lacks, if anything."""
    if n - n_censored >= LEAST_EVENTS:
        return None
    if n_reached:
        return f"{side} reached the target in {n_reached} of {n} holds"
    if n_censored:
        return f"{side} was interrupted in {n_censored} of {n} holds"
    return f"{('no hold', 'only 1 hold', 'only 2 holds')[n]} on the {side}"
